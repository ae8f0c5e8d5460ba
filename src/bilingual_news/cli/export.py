"""`bilingual-news export`."""

from __future__ import annotations

from pathlib import Path

import click

from bilingual_news.cli.console import EXIT_GATE, Workspace, pass_workspace


@click.group("export")
def command() -> None:
    """Publish catalogs in other formats."""


@command.command("html")
@click.argument("catalogs", nargs=-1, type=click.Path(path_type=Path), metavar="[PO]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Folder to write; relative to the project.",
)
@click.option("--require-reviewed", is_flag=True, help="Refuse, with exit code 3, if anything is unreviewed.")
@pass_workspace
def html(workspace: Workspace, catalogs: tuple[Path, ...], output: Path, *, require_reviewed: bool) -> None:
    """Write one bilingual page an article, and an index.

    Without PO files all catalogs of the project are published. Files in the folder that are not
    ours are left alone.
    """
    from bilingual_news.export.html import write_site
    from bilingual_news.pipeline.publish import load_page
    from bilingual_news.pipeline.report import find_catalogs

    paths = find_catalogs(workspace.settings, workspace.paths(catalogs))
    pages = [load_page(path, workspace.settings, workspace.termbase) for path in paths]
    waiting = [page for page in pages if not page.is_reviewed]
    if require_reviewed and waiting:
        for page in waiting:
            workspace.say(f"{page.id}: {page.reviewed} of {len(page.rows)} segments reviewed", level=-1)
        workspace.say("refused: not everything is reviewed; nothing was written", level=-1)
        raise SystemExit(EXIT_GATE)
    folder = workspace.path(output)
    written = write_site(pages, folder)
    workspace.say(f"{len(written) - 1} pages and an index in {folder}")
