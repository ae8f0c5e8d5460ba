"""Checks of places and of royal persons: those of the English that the Thai cannot mean (see `concepts`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.concepts import Table
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair
    from bilingual_news.checks.concepts import Strange

PLACES: Final = Table("places.tsv", "royals.tsv")
#: What no translator adds of his own accord; countries are added to explain, regions named freely.
_NEVER_ADDED: Final = frozenset({"province"})
_ROYAL: Final = "royal"
_REGION: Final = "region"


class Places:
    """Another place."""

    id: ClassVar[str] = "places"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The English names another province, country, city, region or river than the Thai (Chiang Mai for "
        "เชียงราย), or a province that nothing in the Thai may mean."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for found in PLACES.strange(pair.source, pair.target):
            if found.concept.kind != _ROYAL and (found.expected or found.concept.kind in _NEVER_ADDED):
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
            kind = found.concept.kind
            if not found.expected and kind not in _NEVER_ADDED and kind not in {_ROYAL, _REGION}:
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


def _problem(pair: Pair, found: Strange) -> Problem:
    name = pair.target[slice(*found.span)]
    if found.expected is None or found.source is None:
        return Problem(f"{name!r} is not in the Thai: delete or correct it", None, found.span)
    thai = pair.source[slice(*found.source)]
    text = f"expected {found.expected.english[0]} for {thai}, found {name!r}"
    return Problem(text, found.source, found.span)
