"""Checks of terminology: required and forbidden English of the terms found in the Thai."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.glossary import is_rendered, occurs
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair
    from bilingual_news.model import Term

#: Titles before names and words that inflect freely have no single English to insist on.
_NOT_REQUIRED: Final = frozenset({"prefix", "verb", "adjective", "adverb"})


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
        for term in _terms(pair):
            if term.part_of_speech not in _NOT_REQUIRED and not is_rendered(term, pair.target):
                yield f"expected {' or '.join(map(repr, term.accepted))} for {term.source} ({_at(term)})"


class TermForbidden:
    """A forbidden rendering is present."""

    id: ClassVar[str] = "term-forbidden"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "An English form that the glossary forbids for a term of the Thai is used."

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        for term in _terms(pair):
            for wrong in term.forbidden:
                if occurs(wrong, pair.target):
                    yield f"{wrong!r} is wrong for {term.source}, expected {term.target!r} ({_at(term)})"


def _terms(pair: Pair) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(match.term for match in pair.matches))


def _at(term: Term) -> str:
    return f"{term.path.rsplit('/', 1)[-1]}:{term.line}"
