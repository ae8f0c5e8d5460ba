"""`bilingual-news export`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import EXIT_ERROR, EXIT_GATE, Workspace, pass_workspace, show_error
from bilingual_news.cli.exchange import EXPORTS, say_files
from bilingual_news.cli.outputs import output_folder
from bilingual_news.errors import ConfigError
from bilingual_news.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilingual_news.export.page import Page


#: Files of a site without any article.
_FRAME = frozenset({"index", "glossary", "feed", "sitemap"})


@click.group("export")
def command() -> None:
    """Publish catalogs, and hand them to other tools.

    A catalog that cannot be read is reported, the others are exported, and the exit code is 1. Where
    a project has no catalogs stderr says so, and what is written holds no article.
    """


def _options(default: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The arguments and options that every format has."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        for option in reversed((
            click.argument("catalogs", nargs=-1, type=click.Path(path_type=Path), metavar="[PO]..."),
            click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path),
                         default=Path(default), show_default=True,
                         help="Folder to write; relative to the project."),
            click.option("--require-reviewed", is_flag=True,
                         help="Refuse if anything is unreviewed (exit code 3) or there are no catalogs (1)."),
            click.option("--only-reviewed", is_flag=True,
                         help="Leave out articles that are not reviewed throughout."),
            click.option("--ui-lang", type=click.Choice(LANGUAGES),
                         help="Language of the labels; default: that of the messages."),
            pass_workspace,
        )):  # fmt: skip
            function = option(function)
        return function

    return decorate


@command.command("html")
@_options("site")
@click.option(
    "--base-url", metavar="URL", help="Address at which the site will stand; else setting site-url."
)
@click.option("--embed-font", is_flag=True, help="Embed a Thai font (Sarabun, SIL OFL) in every page.")
def html(
    workspace: Workspace,
    catalogs: tuple[Path, ...],
    output: Path,
    ui_lang: str | None,
    base_url: str | None,
    *,
    require_reviewed: bool,
    only_reviewed: bool,
    embed_font: bool,
) -> None:
    """Write a website: a bilingual page for each article, an index, a glossary, and feeds.

    Without PO files all catalogs of the project are published. Files in the folder that are not
    ours are left alone; a page of ours whose catalog is gone is removed.
    """
    from bilingual_news.export.html import Site

    gate = {"require_reviewed": require_reviewed, "only_reviewed": only_reviewed}
    chosen = _choose(workspace, catalogs, output_folder(workspace, output), "html", **gate)
    site = Site(
        tuple(chosen.pages),
        language=ui_lang or workspace.language,
        base_url=_base_url(base_url if base_url is not None else workspace.settings.site_url),
        embed_font=embed_font,
    )
    _publish(workspace, site.files(), output, "html", chosen.is_failed)
    message = workspace.counted(
        len(site.pages),
        "%(count)s page and an index in %(folder)s",
        "%(count)s pages and an index in %(folder)s",
        folder=workspace.path(output),
    )
    workspace.say(message)
    chosen.finish()


@command.command("json")
@_options("export")
def json_(
    workspace: Workspace, catalogs: tuple[Path, ...], output: Path, ui_lang: str | None, **gate: bool
) -> None:
    """Write an article with its segments, states, terms and findings as JSON: ID.json.

    Without PO files all catalogs of the project are exported.
    """
    from bilingual_news.export.feeds import article_data, dumps

    language = ui_lang or workspace.language
    _each(
        workspace, catalogs, output, "json", gate, lambda page: dumps(article_data(page, language)).encode()
    )


@command.command("md")
@_options("export")
def md(
    workspace: Workspace, catalogs: tuple[Path, ...], output: Path, ui_lang: str | None, **gate: bool
) -> None:
    """Write an article as bilingual Markdown with front matter: ID.md.

    Without PO files all catalogs of the project are exported.
    """
    from bilingual_news.export.markdown import render_markdown

    language = ui_lang or workspace.language
    _each(workspace, catalogs, output, "md", gate, lambda page: render_markdown(page, language).encode())


@command.command("docx")
@_options("export")
def docx(
    workspace: Workspace, catalogs: tuple[Path, ...], output: Path, ui_lang: str | None, **gate: bool
) -> None:
    """Write an article as a Word table, Thai beside English, with findings as comments: ID.docx.

    Without PO files all catalogs of the project are exported.
    """
    from bilingual_news.export.docx import render_docx

    language = ui_lang or workspace.language
    _each(workspace, catalogs, output, "docx", gate, lambda page: render_docx(page, language))


@command.command("pdf")
@_options("export")
def pdf(
    workspace: Workspace, catalogs: tuple[Path, ...], output: Path, ui_lang: str | None, **gate: bool
) -> None:
    """Print an article to PDF (A4) with a Chromium browser, which must be installed: ID.pdf.

    Without PO files all catalogs of the project are exported.
    """
    from bilingual_news.export.html import Site
    from bilingual_news.export.pdf import find_browser, print_pdf

    browser = find_browser()
    language = ui_lang or workspace.language

    def render(page: Page) -> bytes:
        return print_pdf(Site((page,), language=language, embed_font=True).article(page), browser)

    _each(workspace, catalogs, output, "pdf", gate, render)


class _Chosen:
    """The pages to publish, and what went wrong with the others.

    Args:
        pages: The pages.
        failed: Names of the catalogs that cannot be published, without suffix.
    """

    def __init__(self, pages: list[Page], failed: set[str]) -> None:
        self.pages = pages
        self._failed = failed

    def is_failed(self, name: str) -> bool:
        """Whether a file of an earlier export is of a catalog that cannot be read now: it stays."""
        return Path(name).stem in self._failed

    def finish(self) -> None:
        """Exit with 1 if a catalog could not be published."""
        if self._failed:
            raise SystemExit(EXIT_ERROR)


def _choose(
    workspace: Workspace,
    catalogs: tuple[Path, ...],
    folder: Path,
    kind: str,
    *,
    require_reviewed: bool,
    only_reviewed: bool,
) -> _Chosen:
    from bilingual_news.pipeline.publish import articles_without_catalog, load_pages

    # A gate that looked at nothing has let nothing pass; and who has pages has not lost all catalogs at once.
    must_exist = require_reviewed or _has_pages(workspace, folder, kind)
    paths = workspace.catalogs(catalogs, must_exist=must_exist)
    pages, errors = load_pages(paths, workspace.settings, workspace.termbase)
    for error in errors:
        show_error(error, workspace.language)
    failed = {Path(error.path).stem for error in errors if error.path}
    if not catalogs:
        for path in articles_without_catalog(workspace.settings, pages, failed):
            workspace.say(
                workspace.text("%(path)s has no catalog; run `bilingual-news translate`") % {"path": path}
            )
    _warn(workspace, pages)
    if errors and not pages:
        # What stands in the folder is better than an empty site.
        raise SystemExit(EXIT_ERROR)
    waiting = [page for page in pages if not page.is_reviewed]
    if only_reviewed:
        _tell(workspace, waiting, level=0)
        pages = [page for page in pages if page.is_reviewed]
    elif require_reviewed and waiting:
        _tell(workspace, waiting, level=-1)
        workspace.say(workspace.text("refused: not everything is reviewed; nothing was written"), level=-1)
        raise SystemExit(EXIT_GATE)
    return _Chosen(pages, failed)


def _has_pages(workspace: Workspace, folder: Path, kind: str) -> bool:
    """Whether an earlier export of a kind holds more than the index that a new project may publish."""
    from bilingual_news.export.folder import earlier

    return any(Path(name).stem not in _FRAME for name in earlier(folder, kind))


def _warn(workspace: Workspace, pages: list[Page]) -> None:
    """Name the pages that are not what their articles say."""
    has_articles = workspace.settings.articles_dir.is_dir()
    for page in pages:
        if page.is_stale:
            line = workspace.text(
                "%(id)s: the article changed since it was translated; run `bilingual-news translate`"
            )
            workspace.say(line % {"id": page.id})
        elif has_articles and not page.has_article:
            line = workspace.text("%(id)s: its article is gone; to publish it no longer, remove its catalog")
            workspace.say(line % {"id": page.id})


def _tell(workspace: Workspace, waiting: list[Page], *, level: int) -> None:
    for page in waiting:
        line = workspace.counted(
            len(page.rows),
            "%(id)s: %(done)s of %(count)s segment reviewed",
            "%(id)s: %(done)s of %(count)s segments reviewed",
            id=page.id,
            done=page.reviewed,
        )
        workspace.say(line, level=level)


def _each(
    workspace: Workspace,
    catalogs: tuple[Path, ...],
    output: Path,
    suffix: str,
    gate: dict[str, bool],
    render: Callable[[Page], bytes],
) -> None:
    """Write one file an article."""
    from bilingual_news.export.html import Site
    from bilingual_news.pipeline.report import find_catalogs

    chosen = _choose(workspace, catalogs, output_folder(workspace, output), suffix, **gate)
    names = Site(tuple(chosen.pages)).names
    files = ((f"{names[page.id]}.{suffix}", render(page)) for page in chosen.pages)
    named = {path.stem for path in find_catalogs(workspace.settings, workspace.paths(catalogs))}

    def stays(name: str) -> bool:
        # Documents stand for themselves: those of articles that were not asked for are not touched.
        return chosen.is_failed(name) or (bool(catalogs) and Path(name).stem not in named)

    _publish(workspace, files, output, suffix, stays)
    say_files(workspace, len(chosen.pages), output)
    chosen.finish()


def _publish(
    workspace: Workspace,
    files: Iterable[tuple[str, bytes]],
    output: Path,
    export: str,
    stays: Callable[[str], bool],
) -> None:
    from bilingual_news.export.folder import publish

    publish(files, workspace.path(output), export, stays)


def _base_url(url: str) -> str:
    from bilingual_news.export.display import safe_url

    if url and not safe_url(url):
        message = f"{url!r} is not an address, expected http:// or https://."
        raise ConfigError(message, hint="Mend --base-url or the setting site-url.")
    return f"{url.rstrip('/')}/" if url else ""


for _exchange in EXPORTS:
    command.add_command(_exchange)
