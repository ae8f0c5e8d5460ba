"""Options that several commands have, in one wording."""

from __future__ import annotations

from pathlib import Path

import click

model_option = click.option(
    "--model", type=click.Path(path_type=Path), help="Folder of an Argos th→en package."
)
no_cache_option = click.option(
    "--no-cache", is_flag=True, help="Neither use nor fill the cache of machine translations."
)
date_option = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Date of the text, for terms that are valid at some time only.",
)
