"""Checks of terminology in one segment: required, forbidden, outdated and verbatim terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bilingual_news.glossary import find_forbidden, find_rendered, is_rendered
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair
    from bilingual_news.model import Term


class TermMissing:
    """The English of a term is missing."""

    id: ClassVar[str] = "term-missing"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A glossary term stands in the Thai, and no accepted English of it in the translation."
    )

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if not pair.target.strip():
            return
        for term in pair.terms:
            if not is_rendered(term, pair.target) and term.is_required and not term.is_verbatim:
                yield f"expected {' or '.join(map(repr, term.accepted))} for {term.source} ({entry_of(term)})"


class TermForbidden:
    """A forbidden rendering is present."""

    id: ClassVar[str] = "term-forbidden"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "An English form that the glossary forbids for a term of the Thai is used."

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        for term, wrong in find_forbidden(pair.terms, pair.target):
            yield f"{wrong!r} is wrong for {term.source}, expected {term.target!r} ({entry_of(term)})"


class TermVerbatim:
    """A term that is not to be translated was."""

    id: ClassVar[str] = "term-verbatim"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A term that the glossary keeps as it is was translated, respelt or dropped."

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if not pair.target.strip():
            return
        for term in pair.terms:
            if term.is_verbatim and not is_rendered(term, pair.target):
                yield f"{term.source} is not translated: expected it letter by letter ({entry_of(term)})"


class TermOutdated:
    """A term is used at a time at which it does not apply."""

    id: ClassVar[str] = "term-outdated"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English is that of a glossary term which is not valid on the article's date."
    )

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if not pair.target.strip():
            return
        for match in dict.fromkeys((match.term, match.stale) for match in pair.matches):
            term, stale = match
            is_current = term not in stale
            for old in stale:
                # The longer name takes its words: in "Surin City" the Surin is not that of the old row.
                found = find_rendered([term, old], pair.target) if is_current else (False, True)
                if found == (False, True) and is_rendered(old, pair.target):
                    expected = f", expected {term.target!r} ({entry_of(term)})" if is_current else ""
                    when = f"{old.source} is valid {_dates(old)} only ({entry_of(old)})"
                    yield f"{old.target!r} for {when}{expected}"


def entry_of(term: Term) -> str:
    """File and line of a term's entry."""
    return f"{term.path.rsplit('/', 1)[-1]}:{term.line}"


def _dates(term: Term) -> str:
    start = f"from {term.valid_from}" if term.valid_from else ""
    end = f"to {term.valid_to}" if term.valid_to else ""
    return " ".join(filter(None, (start, end)))
