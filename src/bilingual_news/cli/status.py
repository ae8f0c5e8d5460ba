"""`bilingual-news status`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import Workspace, pass_workspace, print_json

if TYPE_CHECKING:
    from bilingual_news.pipeline.report import Progress

_COLUMNS = ("segments", "words", "empty", "machine", "memory", "edited", "reviewed", "findings")


@click.command("status")
@click.argument("catalogs", nargs=-1, type=click.Path(path_type=Path), metavar="[PO]...")
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
@pass_workspace
def command(workspace: Workspace, catalogs: tuple[Path, ...], *, as_json: bool) -> None:
    """Show how far the translation of every article is.

    Words are Thai words of the source by newmm. "machine" and "memory" count translations that
    nobody touched, "edited" those that a person changed and that still wait for review.
    """
    from bilingual_news.pipeline.report import find_catalogs, progress

    rows = [
        progress(path, workspace.termbase)
        for path in find_catalogs(workspace.settings, workspace.paths(catalogs))
    ]
    if as_json:
        print_json({"articles": [asdict(row) for row in rows]})
        return
    _table(rows)


def _table(rows: list[Progress]) -> None:
    width = max([len("article"), len("total"), *(len(row.id) for row in rows)])
    click.echo("  ".join(["article".ljust(width), *_COLUMNS]))
    for row in rows:
        _line(row.id, [getattr(row, name) for name in _COLUMNS], width)
    _line("total", [sum(getattr(row, name) for row in rows) for name in _COLUMNS], width)


def _line(name: str, values: list[int], width: int) -> None:
    cells = (str(value).rjust(len(column)) for column, value in zip(_COLUMNS, values, strict=True))
    click.echo("  ".join([name.ljust(width), *cells]))
