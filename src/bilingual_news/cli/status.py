"""`bilingual-news status`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import (
    EXIT_ERROR,
    Workspace,
    error_values,
    pass_workspace,
    print_json,
    show_error,
)
from bilingual_news.errors import CatalogError
from bilingual_news.text import display_width

if TYPE_CHECKING:
    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.pipeline.standing import Progress, Standings

_COLUMNS = ("segments", "words", "empty", "machine", "memory", "edited", "reviewed", "findings")


@click.command("status")
@click.argument("catalogs", nargs=-1, type=click.Path(path_type=Path), metavar="[PO]...")
@click.option(
    "--leverage",
    is_flag=True,
    help="Also show what the memory has for segments without review, in Thai words.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
@pass_workspace
def command(workspace: Workspace, catalogs: tuple[Path, ...], *, leverage: bool, as_json: bool) -> None:
    """Show how far the translation of every article is.

    Words are Thai words of the source, as newmm of PyThaiNLP cuts them. "machine" and "memory" count
    translations that nobody touched, "edited" those that a person changed and that still wait for
    review. "findings" are what `check` says of the article, those in its baseline too, but for empty
    translations, which have a column of their own, and for what only a comparison with other articles
    tells.

    Without PO files all catalogs of the project are shown; where there are none, stderr says so. A
    catalog that cannot be read is reported, the others are shown, and the exit code is 1.
    """
    from bilingual_news.pipeline.standing import Standings

    standings = Standings(workspace.settings)
    paths = workspace.catalogs(catalogs)
    rows, errors = _rows(workspace, standings, paths)
    standings.save()
    words = _leverage(workspace, errors) if leverage else None
    if as_json:
        total = {name: sum(getattr(row, name) for row in rows) for name in _COLUMNS}
        value = {"articles": [asdict(row) for row in rows], **({"total": total} if rows else {})}
        value["errors"] = [error_values(error) for error in errors]
        print_json(value if words is None else {**value, "leverage": words})
    else:
        _table(rows)
        if words is not None:
            from bilingual_news.cli.memory import print_leverage

            click.echo("\nThai words of segments without review, by best match in the memory:")
            print_leverage(words)
    if errors:
        raise SystemExit(EXIT_ERROR)


def _rows(
    workspace: Workspace, standings: Standings, paths: list[Path]
) -> tuple[list[Progress], list[BilingualNewsError]]:
    """The rows of catalogs, and what is wrong with others: one must not hide how far the rest is."""
    rows: list[Progress] = []
    errors: list[BilingualNewsError] = []
    for path in paths:
        try:
            rows.append(standings.of(path, lambda name: _counted(workspace, name)))
        except CatalogError as error:
            show_error(error, workspace.language)
            errors.append(error)
    return rows, errors


def _counted(workspace: Workspace, path: Path) -> Progress:
    """The row of a catalog that is new or has changed: the dictionary and the checks are needed."""
    from bilingual_news.cli.check import chosen_checks
    from bilingual_news.pipeline.report import progress

    return progress(path, workspace.termbase, chosen_checks(workspace))


def _leverage(workspace: Workspace, errors: list[BilingualNewsError]) -> dict[str, int]:
    """Words by match band; a file of the memory that cannot be read is added to the errors."""
    from bilingual_news.pipeline.memory import leverage, open_segments

    def tell(error: BilingualNewsError) -> None:
        if all(known.path != error.path for known in errors):
            show_error(error, workspace.language)
            errors.append(error)

    return leverage(workspace.memory(tell), open_segments(workspace.settings))


def _table(rows: list[Progress]) -> None:
    width = max([len("article"), len("total"), *(display_width(row.id) for row in rows)])
    click.echo("  ".join(["article".ljust(width), *_COLUMNS]))
    for row in rows:
        _line(row.id, [getattr(row, name) for name in _COLUMNS], width)
    _line("total", [sum(getattr(row, name) for row in rows) for name in _COLUMNS], width)


def _line(name: str, values: list[int], width: int) -> None:
    cells = (str(value).rjust(len(column)) for column, value in zip(_COLUMNS, values, strict=True))
    click.echo("  ".join([name + " " * (width - display_width(name)), *cells]))
