"""`bilingual-news memory`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import Workspace, pass_workspace, print_json
from bilingual_news.cli.outputs import output_path

if TYPE_CHECKING:
    from bilingual_news.errors import BilingualNewsError


@click.group("memory")
def command() -> None:
    """Search and exchange the translation memory.

    The memory holds the reviewed translations of all catalogs, and the TMX files of the memory folder.
    Its index in .bilingual-news/ is a cache: it may be deleted at any time.
    """


@command.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
@pass_workspace
def stats(workspace: Workspace, *, as_json: bool) -> None:
    """Count files, units and distinct sources, and what the memory saves in the open segments."""
    from bilingual_news.pipeline.memory import leverage as measure
    from bilingual_news.pipeline.memory import open_segments

    errors: list[BilingualNewsError] = []
    _note_if_empty(workspace)
    index = workspace.memory(errors.append)
    files, units, sources = index.counts()
    leverage = measure(index, open_segments(workspace.settings))
    if as_json:
        print_json({"files": files, "units": units, "sources": sources, "leverage": leverage})
    else:
        click.echo(f"files    {files}\nunits    {units}\nsources  {sources}\n")
        click.echo("Thai words of segments without review, by best match:")
        print_leverage(leverage)
    workspace.show(errors)


@command.command("search")
@click.argument("text")
@click.option("--threshold", type=click.IntRange(1, 100), default=60, show_default=True,
              help="Lowest likeness to show, in per cent.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1, 1000), default=5, show_default=True, help="Matches to show.")
@click.option("--json", "as_json", is_flag=True, help="Print the matches as JSON.")
@pass_workspace
def search(workspace: Workspace, text: str, threshold: int, limit: int, *, as_json: bool) -> None:
    """Show the translations of segments like the Thai TEXT, best first.

    Each line holds the likeness, its kind, where the translation comes from, the Thai and the English,
    with tabs between. Without a match nothing is printed but a message on stderr, and the exit code is
    0 as with one.
    """
    from bilingual_news.memory import Query
    from bilingual_news.stages.normalize import normalize_text

    errors: list[BilingualNewsError] = []
    matches = workspace.memory(errors.append).find(Query(normalize_text(text)), threshold / 100, limit)
    if as_json:
        print_json({"matches": [asdict(match) for match in matches]})
    for match in [] if as_json else matches:
        click.echo(f"{match.percent}%\t{match.kind}\t{match.origin}\t{match.source}\t{match.target}")
    _note_if_empty(workspace)
    if not matches:
        workspace.say(f"the memory holds nothing like it, from {threshold} per cent up")
    workspace.show(errors)


@command.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file of that name in the memory folder.")
@pass_workspace
def load(workspace: Workspace, files: tuple[Path, ...], *, force: bool) -> None:
    """Copy TMX FILES into the memory folder, after checking that they can be read."""
    from bilingual_news.errors import ExchangeError
    from bilingual_news.exchange.tmx import iter_tmx
    from bilingual_news.files import write_atomically

    folder = workspace.settings.memory_dir
    given = workspace.paths(files)
    counts = [sum(1 for _ in iter_tmx(file)) for file in given]
    targets = [folder / file.with_suffix(".tmx").name for file in given]
    for number, target in enumerate(targets):
        if target in targets[:number]:
            hint = "Rename one of them; nothing was imported."
            raise ExchangeError("would become the name of two files.", path=target, hint=hint)
        if target.exists() and not force:
            hint = "Rename the file, or replace that one with --force; nothing was imported."
            raise ExchangeError("is already in the memory folder.", path=target, hint=hint)
    for file, target, count in zip(given, targets, counts, strict=True):
        write_atomically(target, file.read_bytes())
        _say_units(workspace, target, count)


@command.command("export")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="TMX file."
)
@pass_workspace
def save(workspace: Workspace, output: Path) -> None:
    """Write the whole memory as one TMX 1.4b file.

    If there is neither a catalog nor a TMX file, or one of them cannot be read, nothing is written, and
    the exit code is 1.
    """
    from bilingual_news.exchange.tmx import write_tmx
    from bilingual_news.files import write_atomically
    from bilingual_news.pipeline.memory import no_sources, sources, tmx_units

    if not sources(workspace.settings):
        raise no_sources(workspace.settings)
    units, errors = tmx_units(workspace.settings)
    workspace.show(errors, message="nothing was written: the file would lack these translations")
    write_atomically(output_path(workspace, output), write_tmx(units))
    _say_units(workspace, workspace.path(output), len(units))


def _note_if_empty(workspace: Workspace) -> None:
    """Say where the memory looked, if that is why it holds nothing."""
    from bilingual_news.pipeline.memory import no_sources, sources

    if not sources(workspace.settings):
        workspace.note(no_sources(workspace.settings))


def _say_units(workspace: Workspace, path: Path, count: int) -> None:
    workspace.say(
        workspace.counted(count, "%(file)s: %(count)s unit", "%(file)s: %(count)s units", file=path)
    )


def print_leverage(leverage: dict[str, int]) -> None:
    """Print Thai words by match band."""
    width = max(len(str(value)) for value in leverage.values())
    for name, value in leverage.items():
        click.echo(f"  {name.ljust(11)}  {str(value).rjust(width)}")
