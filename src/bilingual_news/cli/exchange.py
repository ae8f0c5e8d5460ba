"""`bilingual-news import`, and `export` to exchange formats."""

from __future__ import annotations

from pathlib import Path

import click

from bilingual_news.cli.console import Workspace, pass_workspace
from bilingual_news.cli.outputs import output_folder

_FORMATS = {
    "tmx": "Write reviewed translations as TMX 1.4b, one file a catalog.",
    "xliff": "Write XLIFF, one file a catalog: segment states, notes and terms.",
    "csv": "Write spreadsheets for people without a PO editor, as CSV.",
    "xlsx": "Write spreadsheets for people without a PO editor, as XLSX.",
}
_ALL = "Without PO files all catalogs of the project are exported."
_KEPT = (
    "A file that a translator has changed is not written over until that is imported: it is named, the "
    "others are written, and the exit code is 1."
)
_FORCE = "Replace also files with work that was not imported."
_CATALOGS = click.argument("catalogs", nargs=-1, type=click.Path(path_type=Path), metavar="[PO]...")


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--partial", is_flag=True, help="Leave out segments that do not fit, instead of refusing.")
@pass_workspace
def command(workspace: Workspace, files: tuple[Path, ...], *, partial: bool) -> None:
    """Bring edited XLIFF, CSV or XLSX FILES back into the catalogs they were exported from.

    Translations that differ become the text of the entry, reviewed if the file says so, else fuzzy. A
    file that is wrong, stale or incomplete is refused as a whole, and so is one that would overwrite
    what somebody changed in the catalog meanwhile; the other files are imported all the same, and the
    exit code is 1.
    """
    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.pipeline.exchange import import_file

    errors: list[BilingualNewsError] = []
    for file in workspace.paths(files):
        try:
            done = import_file(file, workspace.settings, partial=partial)
        except BilingualNewsError as error:
            errors.append(error)
            continue
        workspace.say(f"{done.catalog}: {done.changed} changed, {done.approved} approved, {done.left} left")
    workspace.show(errors)


def say_files(workspace: Workspace, count: int, folder: Path) -> None:
    """Say how many files were written where."""
    message = workspace.counted(
        count, "%(count)s file in %(folder)s", "%(count)s files in %(folder)s", folder=workspace.path(folder)
    )
    workspace.say(message)


def _export_command(kind: str, text: str) -> click.Command:
    @pass_workspace
    def export(
        workspace: Workspace,
        catalogs: tuple[Path, ...],
        output: Path,
        version: str = "",
        *,
        force: bool = False,
    ) -> None:
        from bilingual_news.pipeline.exchange import export_sheets

        paths = workspace.catalogs(catalogs, must_exist=True)
        name = "xliff12" if version == "1.2" else kind
        folder = output_folder(workspace, output)
        written, errors = export_sheets(name, paths, folder, workspace.termbase, force=force)
        say_files(workspace, len(written), output)
        workspace.show(errors)

    parameters: list[click.Parameter] = [
        click.Argument(["catalogs"], nargs=-1, type=click.Path(path_type=Path), metavar="[PO]..."),
        _output(kind),
    ]
    if kind == "xliff":
        versions = click.Choice(["1.2", "2.0"])
        text_of = "Version of XLIFF."
        parameters.append(
            click.Option(["--version"], type=versions, default="2.0", show_default=True, help=text_of)
        )
    if kind != "tmx":
        parameters.append(click.Option(["--force"], is_flag=True, help=_FORCE))
        text = f"{text}\n\n{_KEPT}"
    return click.Command(kind, callback=export, params=parameters, help=f"{text}\n\n{_ALL}")


def _output(kind: str) -> click.Option:
    return click.Option(
        ["-o", "--output"],
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("exchange") / kind,
        show_default=True,
        help="Folder to write; relative to the project.",
    )


@click.command("omegat")
@_CATALOGS
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("exchange/omegat"),
    show_default=True,
    help="Project folder to write; relative to the project.",
)
@pass_workspace
def omegat(workspace: Workspace, catalogs: tuple[Path, ...], output: Path) -> None:
    """Write an OmegaT project: sources, glossary, reviewed translations as TMX.

    Without PO files all catalogs of the project are exported. If there is none, or one of them cannot be
    read, nothing is written, and the exit code is 1.
    """
    from bilingual_news.pipeline.exchange import export_omegat

    paths = workspace.catalogs(catalogs, must_exist=True)
    terms, errors = export_omegat(paths, output_folder(workspace, output), workspace.termbase)
    workspace.show(errors, message="nothing was written: the project would lack these articles")
    articles = workspace.counted(len(paths), "%(count)s article", "%(count)s articles")
    words = workspace.counted(terms, "%(count)s term", "%(count)s terms")
    workspace.say(f"{articles}, {words}: {workspace.path(output)}")


#: Subcommands of `export`.
EXPORTS = (*(_export_command(kind, text) for kind, text in _FORMATS.items()), omegat)
