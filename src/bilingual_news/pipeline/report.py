"""Check and count the entries of catalogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.entry import origin_of
from bilingual_news.catalog.po import Catalog, read_catalog
from bilingual_news.checks.terms import TermOutdated
from bilingual_news.model import Origin
from bilingual_news.pipeline.checking import (
    Selection,
    article_date,
    check_rows,
    rows_of,
    terms_of,
)
from bilingual_news.pipeline.standing import CATALOG_SUFFIX, Progress, find_catalogs
from bilingual_news.stages.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bilingual_news.catalog.entry import Entry
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Finding

#: Id of the check whose findings are counted as entries without translation.
_EMPTY: Final = "empty"
#: `article_date` lives with the checks and is offered here beside `article_id`.
__all__ = [
    "CATALOG_SUFFIX",
    "Progress",
    "active",
    "article_date",
    "article_id",
    "find_catalogs",
    "progress",
]


def progress(path: Path, termbase: Termbase, selection: Selection | None = None) -> Progress:
    """Count the entries of a PO file, and what `check` says of them and of the article.

    Findings of empty translations are left out, which are counted apart, and those that only a comparison
    with other articles tells.

    Args:
        path: The file.
        termbase: The terms.
        selection: The checks; all by default.

    Raises:
        CatalogError: If the file cannot be read.
    """
    catalog = read_catalog(path)
    entries = active(catalog)
    origins = [origin_of(entry) for entry in entries]
    selection = selection or Selection()
    terms = terms_of(catalog, termbase)
    rows = rows_of(catalog, terms, termbase)
    stale: Sequence[tuple[Entry, Finding]] = ()
    if any(check.id == TermOutdated.id for check in selection.checks):
        from bilingual_news.pipeline.term_use import term_use  # which imports this module

        stale = term_use(rows, str(path), terms).stale
    findings, _ = check_rows(catalog, rows, str(path), selection, stale)
    return Progress(
        id=article_id(catalog, path),
        segments=len(entries),
        words=sum(count_words(entry.msgid) for entry in entries),
        empty=origins.count(Origin.EMPTY),
        machine=origins.count(Origin.MACHINE),
        memory=origins.count(Origin.MEMORY),
        edited=origins.count(Origin.EDITED),
        reviewed=origins.count(Origin.REVIEWED),
        findings=sum(1 for finding in findings if finding.check != _EMPTY),
    )


def active(catalog: Catalog) -> list[Entry]:
    """The entries that are not obsolete."""
    return [entry for entry in catalog.entries if not entry.obsolete]


def article_id(catalog: Catalog, path: Path) -> str:
    """The id in the header, else the file's name."""
    return catalog.metadata.get("X-Article-Id") or path.stem
