"""Checks of places and of royal persons: those of the English that the Thai cannot mean (see `concepts`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.concepts import Table, is_whole, may_mean
from bilingual_news.checks.romanisation import initials, likeness
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair, Span
    from bilingual_news.checks.concepts import Concept, Strange

PLACES: Final = Table("places.tsv", "royals.tsv")
#: What no translator adds of his own accord; countries are added to explain, the others are named freely.
_NEVER_ADDED: Final = frozenset({"province"})
_ROYAL: Final = "royal"
_SAID_FREELY: Final = frozenset({"region", "capital", _ROYAL})
_FREE: Final = _SAID_FREELY | {"district"}
#: How like a reading must be, and of how many Thai words at most.
_SOUNDS_LIKE, _MOST_WORDS = 0.8, 4
#: What stands between two things of a list, and its length at most.
_SEPARATOR: Final = r"(?:,? (?:and|or|as well as) |, |/| ?[&–—-] ?)(?:the )?"
_BETWEEN, _BEFORE, _FAR = lazily(_SEPARATOR), lazily(rf"{_SEPARATOR}\Z"), 20


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
    kind, (start, end) = found.concept.kind, found.span
    if kind in _NEVER_ADDED:
        return True
    if kind in _SAID_FREELY or not any(
        found.concept is not other and may_mean(pair.source, other)
        for other in _beside(pair.target, found.span, kind)
    ):
        return False
    return not _is_heard(pair.source, pair.target[start:end])


def _beside(target: str, span: Span, kind: str) -> Iterator[Concept]:
    """The things of a kind that stand in one list with a name."""
    names = _names(kind)
    if (before := _BEFORE.search(target, max(0, span[0] - _FAR), span[0])) and target.endswith(
        tuple(names), 0, before.start()
    ):
        yield from (
            names[name]
            for name in names
            if target.endswith(name, 0, before.start())
            and is_whole(target, before.start() - len(name), before.start())
        )
    if (after := _BETWEEN.match(target, span[1])) and target.startswith(tuple(names), after.end()):
        yield from (
            names[name]
            for name in names
            if target.startswith(name, after.end()) and is_whole(target, after.end(), after.end() + len(name))
        )


@cache
def _names(kind: str) -> dict[str, Concept]:
    return {name: concept for concept in PLACES.by_kind[kind] for name in concept.english}


def _is_heard(source: str, name: str) -> bool:
    """Whether some Thai words read as a name: the Thai may spell it as no table does (ลิธัวเนีย)."""
    words = tokens(source)
    return any(
        likeness("".join(words[at : at + size]), name) >= _SOUNDS_LIKE
        for at, word in enumerate(words)
        if name[0].lower() in initials(word)
        for size in range(1, _MOST_WORDS + 1)
    )


def _problem(pair: Pair, found: Strange) -> Problem:
    name = pair.target[slice(*found.span)]
    if found.expected is None or found.source is None:
        return Problem(f"{name!r} is not in the Thai: delete or correct it", None, found.span)
    thai = pair.source[slice(*found.source)]
    text = f"expected {found.expected.english[0]} for {thai}, found {name!r}"
    return Problem(text, found.source, found.span)
