"""Bring articles and their catalogs together for publication."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bilingual_news.catalog.entry import Entry, origin_note, origin_of
from bilingual_news.catalog.po import read_catalog
from bilingual_news.errors import BilingualNewsError, ExportError
from bilingual_news.export.page import Page, Row
from bilingual_news.model import Kind, Origin, Segment
from bilingual_news.pipeline.report import active, article_date, article_id
from bilingual_news.sources import read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.catalog.po import Catalog
    from bilingual_news.config import Settings
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Article, TermMatch


def load_page(path: Path, settings: Settings, termbase: Termbase) -> Page:
    """The page of one PO file: the article's segments in order, each with its translation.

    Where the article cannot be found, the order of the catalog stands in for it.

    Args:
        path: The PO file.
        settings: The project, to find the article.
        termbase: Terms to mark.

    Raises:
        CatalogError: If the PO file cannot be read.
        ExportError: If it has no entry to publish.
    """
    catalog = read_catalog(path)
    entries = active(catalog)
    if not entries:
        raise ExportError("no entry to publish.", path=path, hint="Run `bilingual-news translate`.")
    article = _article(catalog, entries, settings)
    day = article_date(catalog)
    segments = segment_article(article) if article else _segments(entries)
    by_text = {entry.msgid: entry for entry in entries if entry.msgctxt is None}
    rows = tuple(
        _row(segment, by_text.get(segment.text), termbase.find(segment.text, day)) for segment in segments
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
    )


def _row(segment: Segment, entry: Entry | None, matches: tuple[TermMatch, ...]) -> Row:
    return Row(
        source=segment.text,
        target=entry.msgstr if entry else "",
        origin=origin_of(entry) if entry else Origin.EMPTY,
        kind=segment.kind,
        paragraph=segment.paragraph,
        matches=matches,
    )


def _article(catalog: Catalog, entries: Sequence[Entry], settings: Settings) -> Article | None:
    """The article of a catalog by its references, if it is still what the catalog was made from."""
    paths = {reference[0].replace("%20", " ") for entry in entries for reference in entry.references}
    for name in sorted(paths):
        try:
            article = read_article(settings.root / name, settings.root)
        except BilingualNewsError:
            continue
        if article.id == catalog.metadata.get("X-Article-Id", article.id):
            return normalize_article(article)
    return None


def _segments(entries: Sequence[Entry]) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            entry.msgid, number, 0, 1, 0, len(entry.msgid),
            Kind.TITLE if "title" in entry.notes else Kind.PARAGRAPH, 0,
        )
        for number, entry in enumerate(entries)
    )  # fmt: skip


def _models(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The providers named in the origin notes of machine translations, in order."""
    notes = (origin_note(entry).split() for entry in entries if origin_of(entry) is Origin.MACHINE)
    return tuple(dict.fromkeys(n[2] for n in notes if len(n) > 2 and n[2] != "copy"))  # noqa: PLR2004
