"""Check the terminology of catalogs together: one rendering in all of them, none out of its time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.po import read_catalog
from bilingual_news.checks import Pair
from bilingual_news.checks.article import TermConsistency
from bilingual_news.checks.term_use import differs, inconsistent, majority, renderings
from bilingual_news.checks.terms import TermOutdated
from bilingual_news.model import Finding
from bilingual_news.pipeline.checking import rows_of, suppressions, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bilingual_news.catalog.entry import Entry
    from bilingual_news.glossary import Found, Termbase
    from bilingual_news.model import Term, TermMatch

#: The checks that this module adds findings to.
TERM_USE_IDS: Final = frozenset({TermOutdated.id, TermConsistency.id})


@dataclass(frozen=True, slots=True)
class TermUse:
    """What an article says of terms to the checks over all articles.

    Attributes:
        stale: Entries with findings of terms none of whose rows is valid on its date.
        usual: Terms with their usual rendering, and a finding without message at its first place; None if
            a comment there ignores it.
    """

    stale: tuple[tuple[Entry, Finding], ...] = ()
    usual: tuple[tuple[Term, str, Finding | None], ...] = ()


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
    uses = []
    for path in paths:
        catalog = read_catalog(path)
        terms = terms_of(catalog, termbase)
        uses.append(term_use(rows_of(catalog, terms, termbase), str(path), terms))
    found = [finding for use in uses for _, finding in use.stale] + across(uses)
    return [finding for finding in found if checks is None or finding.check in checks]


def term_use(rows: Sequence[tuple[Entry, Pair]], path: str, terms: Mapping[str, Found]) -> TermUse:
    """Take from a catalog what `across` needs; headlines are left out, they abbreviate as they please.

    Args:
        rows: Its entries as the checks see them; see `rows_of`.
        path: Its file.
        terms: What stands of the termbase in the catalog; see `terms_of`.
    """
    own = [(e, pair) for e, pair in rows if e.msgstr and e.plural is None and not pair.is_title]
    usual: list[tuple[Term, str, Finding | None]] = []
    for term, places in renderings([pair for _, pair in own]).items():
        form = majority([form for _, form in places])
        first = next(index for index, used in places if used == form)
        entry = own[first][0]
        is_ignored = TermConsistency.id in suppressions(entry)
        usual.append((term, form, None if is_ignored else _finding(TermConsistency, path, entry)))
    stale = [
        (e, found) for e, _ in own if (matches := terms[e.msgid].stale) for found in _stale(path, e, matches)
    ]
    return TermUse(tuple(stale), tuple(usual))


def _stale(path: str, entry: Entry, matches: tuple[TermMatch, ...]) -> Iterator[Finding]:
    """Terms none of whose entries is valid on the article's date."""
    for message in TermOutdated().messages(Pair(entry.msgid, entry.msgstr, matches)):
        yield _finding(TermOutdated, path, entry, message)


def across(uses: Sequence[TermUse]) -> list[Finding]:
    """One finding for each article whose usual rendering of a term is not that of most articles."""
    terms: dict[Term, list[tuple[str, Finding | None]]] = {}
    for use in uses:
        for term, form, place in use.usual:
            terms.setdefault(term, []).append((form, place))
    out: list[Finding] = []
    for term, found in terms.items():
        usual = majority([form for form, _ in found])
        out += [
            replace(place, message=inconsistent(term, form, usual, "the project"))
            for form, place in found
            if place is not None and differs(form, usual)
        ]
    return out


def _finding(
    check: type[TermOutdated | TermConsistency], path: str, entry: Entry, message: str = ""
) -> Finding:
    return Finding(check.id, check.severity, message, entry.msgid, entry.msgstr, path, entry.line)
