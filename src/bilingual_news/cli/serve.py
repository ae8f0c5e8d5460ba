"""`bilingual-news serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import Workspace, pass_workspace, show_error
from bilingual_news.errors import BilingualNewsError, ExportError, reason

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        preview = Preview(lambda: _build(workspace), folders, lambda error: _report(workspace, error), port)
    except OSError as error:
        message = f"port {port} cannot be used: {reason(error)}."
        raise ExportError(message, hint="Choose another with --port, or 0 for any free one.") from error
    click.echo(preview.address)
    workspace.say(workspace.text("preview running; stop it with Ctrl+C"))
    preview.run()


def _build(workspace: Workspace) -> Mapping[str, bytes]:
    from bilingual_news.export.html import Site
    from bilingual_news.glossary import load_termbase
    from bilingual_news.pipeline.preview import LIVE_SCRIPT
    from bilingual_news.pipeline.publish import load_pages

    settings = workspace.settings
    pages, errors = load_pages(workspace.catalogs(()), settings, load_termbase(settings.glossaries_dir))
    for error in errors:
        show_error(error, workspace.language)
    return dict(Site(tuple(pages), language=workspace.language, live=LIVE_SCRIPT).files())


def _report(workspace: Workspace, error: Exception) -> None:
    if isinstance(error, BilingualNewsError):
        show_error(error, workspace.language)
    else:
        workspace.say(f"{type(error).__name__}: {reason(error)}", level=-1)
