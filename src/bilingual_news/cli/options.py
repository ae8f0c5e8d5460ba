"""Options that several commands have, in one wording."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

#: A process takes 60 MB and more; nobody has so many processors for so little work.
MOST_JOBS = 256


def _jobs(_: click.Context, __: click.Parameter, value: str) -> int:
    """The number of processes; `auto` and 0 stand for one a processor."""
    if value != "auto" and not value.isdecimal():
        raise click.BadParameter(f"{value!r} is neither a number nor auto.")
    if value != "auto" and (len(value) > len(str(MOST_JOBS)) or int(value) > MOST_JOBS):
        raise click.BadParameter(f"{value} is not in the range 0<=x<={MOST_JOBS}.")
    if value == "auto" or int(value) == 0:
        from bilingual_news.scale.pool import cores

        return min(cores(), MOST_JOBS)
    return int(value)


def jobs_option(what: str, default: str = "1") -> Callable[[F], F]:
    """`--jobs`, with what the processes are for."""
    return click.option("--jobs", callback=_jobs, default=default, show_default=True, metavar="N", help=what)


model_option = click.option(
    "--model",
    type=click.Path(path_type=Path),
    help="Folder of an Argos th→en package; default: the first of `model list`.",
)
no_cache_option = click.option(
    "--no-cache", is_flag=True, help="Neither use nor fill the cache of machine translations."
)
date_option = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Date of the text, for terms that are valid at some time only.",
)
