"""Checks of places and of royal persons: those of the English that the Thai cannot mean (see `concepts`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.concepts import Table, may_mean
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair, Span
    from bilingual_news.checks.concepts import Strange

PLACES: Final = Table("places.tsv", "royals.tsv")
#: What no translator adds of his own accord; countries are added to explain, the others are named freely.
_NEVER_ADDED: Final = frozenset({"province"})
_ROYAL: Final = "royal"
_SAID_FREELY: Final = frozenset({"region", "capital", _ROYAL})
_FREE: Final = _SAID_FREELY | {"district"}
#: What stands between two things of a list.
_BETWEEN = lazily(r"(?:,? (?:and|or|as well as) |, |/| ?[&–—-] ?)(?:the )?")


class Places:
    """Another place."""

    id: ClassVar[str] = "places"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The English names another province, country, city, district, region or river than the Thai (Chiang "
        "Mai for เชียงราย), or a province, or beside others of its kind a country, city or river, that "
        "nothing in the Thai may mean."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for found in PLACES.strange(pair.source, pair.target):
            if found.concept.kind != _ROYAL and (found.expected or _is_surely_added(pair, found)):
                yield _problem(pair, found)


class PlaceAdded:
    """A place too many."""

    id: ClassVar[str] = "place-added"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English names a country, city or river that nothing in the Thai may mean, and misses none."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for found in PLACES.strange(pair.source, pair.target):
            if not (found.expected or found.concept.kind in _FREE or _is_surely_added(pair, found)):
                yield _problem(pair, found)


class Royals:
    """Another royal person."""

    id: ClassVar[str] = "royals"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The English names a king, queen, prince or princess, or uses a royal style (His Majesty, Crown "
        "Prince), that nothing in the Thai may mean."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for found in PLACES.strange(pair.source, pair.target):
            if found.concept.kind == _ROYAL:
                yield _problem(pair, found)


def _is_surely_added(pair: Pair, found: Strange) -> bool:
    """Whether nobody adds it: a province, or an item of a list of things that the Thai has too."""
    if found.concept.kind in _NEVER_ADDED:
        return True
    if found.concept.kind in _SAID_FREELY:
        return False
    return any(
        found.concept is not other
        and may_mean(pair.source, other)
        and _are_listed(pair.target, span, found.span)
        for other in PLACES.by_kind[found.concept.kind]
        for span in PLACES.stated(other, pair.target)
    )


def _are_listed(target: str, one: Span, other: Span) -> bool:
    """Whether two names stand beside each other in a list."""
    first, second = sorted((one, other))
    return first[1] < second[0] and _BETWEEN.fullmatch(target, first[1], second[0]) is not None


def _problem(pair: Pair, found: Strange) -> Problem:
    name = pair.target[slice(*found.span)]
    if found.expected is None or found.source is None:
        return Problem(f"{name!r} is not in the Thai: delete or correct it", None, found.span)
    thai = pair.source[slice(*found.source)]
    text = f"expected {found.expected.english[0]} for {thai}, found {name!r}"
    return Problem(text, found.source, found.span)
