"""Bring articles and their catalogs together for publication."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual_news.catalog.entry import Entry, origin_note, origin_of
from bilingual_news.catalog.po import read_catalog
from bilingual_news.errors import BilingualNewsError, ExportError, SourceError
from bilingual_news.export.display import placed
from bilingual_news.export.page import Page, Row
from bilingual_news.files import listed
from bilingual_news.model import Kind, Origin, Segment
from bilingual_news.pipeline.catalogs import SOURCE_HASH
from bilingual_news.pipeline.checking import article_date
from bilingual_news.pipeline.report import active, article_id
from bilingual_news.sources import ARTICLE_SUFFIXES, identify, read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article
from bilingual_news.stages.userrules import FILE_NAME as USER_RULES
from bilingual_news.stages.userrules import load_user_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilingual_news.catalog.po import Catalog
    from bilingual_news.config import Settings
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Article, Layout, Paragraph, TermMatch

_PARAGRAPH_NOTE = re.compile(r"paragraph (\d+), segment ")


class Shelf:
    """The articles of a project, by their place and, where they were moved, by their id.

    Args:
        settings: The project.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._by_id: dict[str, Path] | None = None

    def article_of(self, catalog: Catalog, entries: Sequence[Entry]) -> Article | None:
        """The article of a catalog: where its references say, else wherever it lies now."""
        root = self._settings.root
        names = {reference[0].replace("%20", " ") for entry in entries for reference in entry.references}
        wanted = catalog.metadata.get("X-Article-Id")
        found = _first_article((root / name for name in sorted(names)), root, wanted)
        if found is None and wanted:
            moved = self._moved().get(wanted)
            found = _first_article([moved] if moved else [], root, wanted)
        return found

    def _moved(self) -> dict[str, Path]:
        """The articles by id; looked for once."""
        if self._by_id is None:
            self._by_id = {}
            for path in _article_files(self._settings):
                with contextlib.suppress(BilingualNewsError):
                    self._by_id.setdefault(identify(path)[0], path)
        return self._by_id


def _first_article(paths: Iterable[Path], root: Path, wanted: str | None) -> Article | None:
    """The first of some files that holds an article, that of an id if one is wanted."""
    for path in paths:
        try:
            article = read_article(path, root)
        except BilingualNewsError:
            continue
        if wanted in {None, article.id}:
            return normalize_article(article)
    return None


def _article_files(settings: Settings) -> list[Path]:
    if not settings.articles_dir.is_dir():
        return []
    return listed(settings.articles_dir, ARTICLE_SUFFIXES, SourceError, deep=True)


def load_page(path: Path, settings: Settings, termbase: Termbase, shelf: Shelf) -> Page:
    """The page of one PO file: the article's segments in order, each with its translation.

    Where the article cannot be found, the order of the catalog stands in for it.

    Args:
        path: The PO file.
        settings: The project, for its segmentation rules.
        termbase: Terms to mark.
        shelf: Finds the article.

    Raises:
        CatalogError: If the PO file cannot be read.
        ExportError: If it has no entry to publish.
    """
    catalog = read_catalog(path)
    entries = active(catalog)
    if not entries:
        raise ExportError("no entry to publish.", path=path, hint="Run `bilingual-news translate`.")
    article = shelf.article_of(catalog, entries)
    day = article_date(catalog)
    user_rules = load_user_rules(settings.root / USER_RULES)
    segments = segment_article(article, user_rules) if article else _segments(entries)
    by_text = {entry.msgid: entry for entry in entries if entry.msgctxt is None}
    rows = tuple(
        _row(number, segment, by_text.get(segment.text), termbase.find(segment.text, day))
        for number, segment in enumerate(segments, start=1)
    )
    if article:
        rows = tuple(
            replace(row, layout=_layout(article.paragraphs[segment.paragraph], segment))
            for row, segment in zip(rows, segments, strict=True)
        )
    title = next((row.source for row in rows if row.kind is Kind.TITLE), rows[0].source)
    return Page(
        id=article_id(catalog, path),
        title=article.title if article else title,
        translated_title=next((row.target for row in rows if row.kind is Kind.TITLE), ""),
        date=day,
        url=catalog.metadata.get("X-Article-URL", ""),
        rows=rows,
        models=_models(entries),
        terms_digest=termbase.digest,
        revised=_revised(catalog.metadata.get("PO-Revision-Date", "")),
        has_article=article is not None,
        is_stale=article is not None and _is_stale(article, catalog),
    )


def _is_stale(article: Article, catalog: Catalog) -> bool:
    stamp = catalog.metadata.get(SOURCE_HASH)
    return stamp is not None and stamp != f"sha256:{article.source_hash}"


def load_pages(
    paths: Iterable[Path], settings: Settings, termbase: Termbase
) -> tuple[list[Page], list[BilingualNewsError]]:
    """The pages of PO files, and the errors of those that cannot be published.

    One damaged catalog must not keep a newsroom from publishing the others.
    """
    pages: list[Page] = []
    errors: list[BilingualNewsError] = []
    owners: dict[str, Path] = {}
    shelf = Shelf(settings)
    for path in paths:
        try:
            page = load_page(path, settings, termbase, shelf)
        except BilingualNewsError as error:
            errors.append(error)
            continue
        if page.id in owners:
            message = f"article {page.id} is also published from {owners[page.id]}."
            errors.append(ExportError(message, path=path, hint="Name one of the two catalogs."))
            continue
        owners[page.id] = path
        pages.append(page)
    return pages, errors


def articles_without_catalog(
    settings: Settings, pages: Iterable[Page], failed: Iterable[str] = ()
) -> list[Path]:
    """Articles of the project that have no catalog; unreadable ones are `translate`'s to report.

    Args:
        settings: The project.
        pages: The pages of its catalogs.
        failed: Articles whose catalog is there and cannot be published.
    """
    shown = {page.id for page in pages} | set(failed)
    missing: list[Path] = []
    for path in _article_files(settings):
        try:
            article = read_article(path, settings.root)
        except BilingualNewsError:
            continue
        if article.id not in shown:
            missing.append(path)
    return missing


def _revised(stamp: str) -> str:
    """A gettext date in RFC 3339, UTC; "" for one that is none, such as YEAR-MO-DA HO:MI+ZONE."""
    try:
        moment = datetime.strptime(stamp, "%Y-%m-%d %H:%M%z")
    except ValueError:
        return ""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _row(number: int, segment: Segment, entry: Entry | None, matches: tuple[TermMatch, ...]) -> Row:
    return Row(
        number=number,
        notes=_findings(entry) if entry else (),
        source=segment.text,
        target=entry.msgstr if entry else "",
        origin=origin_of(entry) if entry else Origin.EMPTY,
        kind=segment.kind,
        paragraph=segment.paragraph,
        matches=matches,
    )


def _layout(paragraph: Paragraph, segment: Segment) -> Layout:
    """The layout of a segment: that of its paragraph, with the markup that stands in the segment."""
    marks = tuple(
        mark
        for start, _, mark in placed(paragraph.text, paragraph.layout.marks)
        if segment.start <= start < segment.end
    )
    return replace(paragraph.layout, marks=marks)


def _findings(entry: Entry) -> tuple[str, ...]:
    return tuple(note.removeprefix("check ") for note in entry.notes if note.startswith("check "))


def _segments(entries: Sequence[Entry]) -> tuple[Segment, ...]:
    """Segments from the catalog alone: its order, and the paragraphs that its notes name."""
    return tuple(
        Segment(
            entry.msgid, _paragraph(entry, number), 0, 1, 0, len(entry.msgid),
            Kind.TITLE if "title" in entry.notes else Kind.PARAGRAPH, 0,
        )
        for number, entry in enumerate(entries)
    )  # fmt: skip


def _paragraph(entry: Entry, default: int) -> int:
    matches = (_PARAGRAPH_NOTE.match(note) for note in entry.notes)
    return next((int(match[1]) for match in matches if match), default)


def _models(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The providers named in the origin notes of machine translations, in order."""
    notes = (origin_note(entry).split() for entry in entries if origin_of(entry) is Origin.MACHINE)
    return tuple(dict.fromkeys(n[2] for n in notes if len(n) > 2 and n[2] != "copy"))  # noqa: PLR2004
