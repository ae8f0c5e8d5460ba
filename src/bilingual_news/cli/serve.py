"""`bilingual-news serve`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import Workspace, pass_workspace, read_termbase, show_error
from bilingual_news.errors import BilingualNewsError, ExportError, reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilingual_news.export.page import Page

_PORT = 8765


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True,
              help="Port on 127.0.0.1; 0 takes any free one.")  # fmt: skip
@pass_workspace
def command(workspace: Workspace, port: int) -> None:
    """Preview the site in a browser; it reloads when an article, catalog or glossary changes.

    Listens on 127.0.0.1 only and writes nothing. Stop it with Ctrl+C.
    """
    from bilingual_news.pipeline.preview import Preview

    settings = workspace.settings
    folders = (settings.articles_dir, settings.catalogs_dir, settings.glossaries_dir)
    try:
        preview = Preview(SiteFiles(workspace), folders, lambda error: _report(workspace, error), port)
    except OSError as error:
        message = f"port {port} cannot be used: {reason(error)}."
        raise ExportError(message, hint="Choose another with --port, or 0 for any free one.") from error
    click.echo(preview.address)
    workspace.say(workspace.text("preview running; stop it with Ctrl+C"))
    preview.run()


class SiteFiles:
    """Makes the files of the site, again after every change.

    A catalog that cannot be read now, half saved or with a slip in it, keeps the page that it last had: the
    browser that shows it would else be left with an error that no later change reloads.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._last: dict[str, Page] = {}

    def __call__(self) -> Mapping[str, bytes]:
        """The files by their names; errors are shown."""
        from bilingual_news.export.html import Site
        from bilingual_news.pipeline.preview import LIVE_SCRIPT
        from bilingual_news.pipeline.publish import load_pages

        settings, language = self._workspace.settings, self._workspace.language
        paths = self._workspace.catalogs(())
        found, errors = load_pages(paths, settings, read_termbase(settings))
        pages = {page.id: page for page in found}
        for error in errors:
            show_error(error, language)
            last = self._last.get(Path(error.path).stem) if error.path else None
            if last:
                pages.setdefault(last.id, last)
        self._last = pages
        place = {path.stem: number for number, path in enumerate(paths)}
        ordered = sorted(pages.values(), key=lambda page: place.get(page.id, len(place)))
        return dict(Site(tuple(ordered), language=language, live=LIVE_SCRIPT).files())


def _report(workspace: Workspace, error: Exception) -> None:
    if isinstance(error, BilingualNewsError):
        show_error(error, workspace.language)
    else:
        workspace.say(f"{type(error).__name__}: {reason(error)}", level=-1)
