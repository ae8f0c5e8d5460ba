"""Checks of places and of royal persons: those of the English that the Thai cannot mean.

The tables data/places.tsv and data/royals.tsv hold for every place or person what surely names it in
Thai, what else may mean it, and its English names with adjectives and peoples. Anything that may mean it
in the Thai excuses it in the English, part of a word or not, so that ordinary words (แพร่, เลย, ตาก) and
free translations cost no false alarm: only what the Thai cannot mean is looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bilingual_news.checks.base import Pair, Span

PATHS: Final = tuple(Path(__file__).with_name("data") / name for name in ("places.tsv", "royals.tsv"))
#: In the table, after a name that is an ordinary word or a person's name too: it surely is a place only
#: after one of `_BEFORE`.
_DOUBTFUL: Final = "="
_BEFORE: Final = r"(?:จังหวัด|จ\.|ประเทศ|ชาว)\s?"
#: Kinds that no translator adds of his own accord; countries are added to explain, regions named freely.
_NEVER_ADDED: Final = frozenset({"province", "city", "royal"})
_ROYAL: Final = "royal"
_REGION: Final = "region"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place or royal person of the tables.

    Attributes:
        kind: province, country, city, region, water or royal.
        sure: Pattern of the Thai that surely names it.
        hints: Thai that may mean it.
        english: Its English names, the usual one first.
    """

    kind: str
    sure: str
    hints: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An English place that the Thai cannot mean.

    Attributes:
        problem: What to tell the translator.
        is_sure: Whether it stands for another place or is one that nobody adds of his own accord.
        is_royal: Whether it is a person.
    """

    problem: Problem
    is_sure: bool
    is_royal: bool


@cache
def _places() -> tuple[Place, ...]:
    lines = (line for path in PATHS for line in path.read_text(encoding="utf-8").splitlines())
    rows = (line.split("\t") for line in lines if line[:1] != "#")
    return tuple(
        _place(kind, sure.split(";"), hints.split(";"), english) for kind, sure, hints, english in rows
    )


def _place(kind: str, sure: list[str], hints: list[str], english: str) -> Place:
    names = [name.rstrip(_DOUBTFUL) for name in sure]
    patterns = (
        f"{_BEFORE}{re.escape(name)}" if raw.endswith(_DOUBTFUL) else re.escape(name)
        for raw, name in zip(sure, names, strict=True)
    )
    return Place(kind, "|".join(patterns), (*names, *filter(None, hints)), tuple(english.split(";")))


@cache
def _by_first_word() -> dict[bytes, tuple[tuple[str, Place], ...]]:
    """English names with their places, by their first word in small letters of cp1252, as gates have it."""
    found: defaultdict[bytes, list[tuple[str, Place]]] = defaultdict(list)
    for place in _places():
        for name in place.english:
            found[_words(name)[0]].append((name, place))
    return {word: tuple(names) for word, names in found.items()}


@cache
def first_words() -> frozenset[bytes]:
    """Words of which an English text must have one to name a place, in small letters of cp1252."""
    return frozenset(_by_first_word())


def may_misplace(source: str, target: str, words: Iterable[bytes]) -> bool:
    """Whether the English may name a place that the Thai cannot mean.

    Args:
        source: A Thai text.
        target: Its English.
        words: Those of its words that are `first_words`.
    """
    by_word = _by_first_word()
    return any(
        name in target and not _may_mean(source, place) for word in words for name, place in by_word[word]
    )


@lru_cache(maxsize=8)
def misplaced(source: str, target: str) -> tuple[Misplaced, ...]:
    """The English places that the Thai cannot mean, each once, in the order of the English."""
    words = first_words().intersection(_words(target))
    if not may_misplace(source, target, words):
        return ()
    named: dict[str, list[Span]] = defaultdict(list)
    strange: dict[str, Place] = {}
    for name, place in (item for word in words for item in _by_first_word()[word]):
        named[place.english[0]] += _spans(name, target)
        if named[place.english[0]] and not _may_mean(source, place):
            strange[place.english[0]] = place
    found = ((place, min(named[name])) for name, place in strange.items())
    judged = (_judged(source, target, at, named) for at in sorted(found, key=lambda item: item[1]))
    return tuple(filter(None, judged))


def _judged(
    source: str, target: str, found: tuple[Place, Span], named: Mapping[str, Sequence[Span]]
) -> Misplaced | None:
    """A strange place with the one of the Thai that it may stand for: the English has that less often."""
    place, span = found
    name = target[slice(*span)]
    for other in _places():
        if other.kind != place.kind or not any(hint in source for hint in other.hints):
            continue
        thai = _thai_spans(source, other)
        if len(thai) > len(named.get(other.english[0], ())):
            text = f"expected {other.english[0]} for {source[slice(*thai[-1])]}, found {name!r}"
            return Misplaced(Problem(text, thai[-1], span), is_sure=True, is_royal=place.kind == _ROYAL)
    if place.kind == _REGION:
        return None
    problem = Problem(f"{name!r} is not in the Thai", None, span)
    return Misplaced(problem, place.kind in _NEVER_ADDED, place.kind == _ROYAL)


def _words(text: str) -> list[bytes]:
    return [word.encode("cp1252", "replace") for word in _WORD.findall(text.lower())]


def _spans(name: str, target: str) -> list[Span]:
    """Where an English name stands as words of its own; US$ is money."""
    if name not in target:
        return []
    return [m.span() for m in re.finditer(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z$])", target)]


def _may_mean(source: str, place: Place) -> bool:
    """Whether the Thai has anything that may mean a place, its English name included."""
    return any(hint in source for hint in place.hints) or any(name in source for name in place.english)


def _thai_spans(source: str, place: Place) -> list[Span]:
    """Where the Thai surely names a place."""
    return [match.span() for match in re.finditer(place.sure, source)]


class Places:
    """Another place."""

    id: ClassVar[str] = "places"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The English names another province, country, city, region or river than the Thai (Chiang Mai for "
        "เชียงราย), or a province or city that nothing in the Thai may mean."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (m.problem for m in misplaced(pair.source, pair.target) if m.is_sure and not m.is_royal)


class PlaceAdded:
    """A place too many."""

    id: ClassVar[str] = "place-added"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English names a country or river that nothing in the Thai may mean, and misses none."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (m.problem for m in misplaced(pair.source, pair.target) if not m.is_sure)


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
        yield from (m.problem for m in misplaced(pair.source, pair.target) if m.is_royal)
