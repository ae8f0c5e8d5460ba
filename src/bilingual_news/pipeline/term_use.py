"""Check the terminology of catalogs together: one rendering in all of them, none out of its time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bilingual_news.catalog.po import read_catalog
from bilingual_news.checks import Pair
from bilingual_news.checks.article import TermConsistency
from bilingual_news.checks.term_use import differs, inconsistent, majority, renderings
from bilingual_news.checks.terms import TermOutdated
from bilingual_news.model import Finding
from bilingual_news.pipeline.checking import article_date
from bilingual_news.pipeline.report import active

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bilingual_news.catalog.entry import Entry
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Term

_TITLE = "title"


@dataclass(frozen=True, slots=True)
class _Article:
    """The translated segments of a catalog, its headlines apart: they abbreviate as they please."""

    path: Path
    entries: tuple[Entry, ...]
    pairs: tuple[Pair, ...]
    outdated: tuple[Pair, ...]


def check_term_use(
    paths: Sequence[Path], termbase: Termbase, checks: Iterable[str] | None = None
) -> list[Finding]:
    """Run the checks that need dates of terms, or more than one article, over catalogs.

    Args:
        paths: PO files.
        termbase: The terms.
        checks: Ids of the checks to run; None runs all of them.

    Returns:
        Findings with file and line.

    Raises:
        CatalogError: If a file cannot be read.
    """
    articles = [_read(path, termbase) for path in paths]
    found = [finding for article in articles for finding in _stale(article)]
    found += _across(articles)
    return [finding for finding in found if checks is None or finding.check in checks]


def _read(path: Path, termbase: Termbase) -> _Article:
    catalog = read_catalog(path)
    day = article_date(catalog)
    entries = tuple(e for e in active(catalog) if e.msgstr and e.plural is None and _TITLE not in e.notes)
    pairs = tuple(Pair(e.msgid, e.msgstr, termbase.find(e.msgid, day)) for e in entries)
    outdated = tuple(
        Pair(e.msgid, e.msgstr, termbase.find_stale(e.msgid, day)) if day else Pair(e.msgid, e.msgstr)
        for e in entries
    )
    return _Article(path, entries, pairs, outdated)


def _stale(article: _Article) -> Iterator[Finding]:
    """Terms none of whose entries is valid on the article's date."""
    outdated = TermOutdated()
    for index, pair in enumerate(article.outdated):
        for message in outdated.messages(pair):
            yield _finding(article, index, Finding(outdated.id, outdated.severity, message))


def _across(articles: Sequence[_Article]) -> Iterator[Finding]:
    """One finding for each article whose usual rendering of a term is not that of most articles."""
    uses: dict[Term, list[tuple[_Article, int, str]]] = {}
    for article in articles:
        for term, places in renderings(article.pairs).items():
            usual = majority([form for _, form in places])
            first = next(index for index, form in places if form == usual)
            uses.setdefault(term, []).append((article, first, usual))
    check = TermConsistency()
    for term, found in uses.items():
        usual = majority([form for _, _, form in found])
        for article, index, form in found:
            if differs(form, usual):
                message = inconsistent(term, form, usual, "the project")
                yield _finding(article, index, Finding(check.id, check.severity, message))


def _finding(article: _Article, index: int, finding: Finding) -> Finding:
    pair = article.pairs[index]
    return replace(
        finding,
        source=pair.source,
        target=pair.target,
        file=str(article.path),
        line=article.entries[index].line,
    )
