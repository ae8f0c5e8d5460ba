"""Checks of what stands in lists: places and ministries that are lost, added, or have changed places."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from bilingual_news.checks.base import Problem
from bilingual_news.checks.concepts import is_whole
from bilingual_news.checks.mentions import (
    HOME,
    MINISTRY,
    english_spans,
    is_said,
    thai_mentions,
)
from bilingual_news.checks.places import PLACES
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilingual_news.checks.base import Pair, Span
    from bilingual_news.checks.concepts import Concept
    from bilingual_news.checks.mentions import Mention


#: Without one of these words ministries are named too freely.
_MINISTRIES = lazily(r"(?i)(?<![^\W_])ministr(?:y|ies)(?![^\W_])")


class ListItem:
    """An item lost."""

    id: ClassVar[str] = "list-item"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The Thai names several provinces, districts of Bangkok, countries, cities, regions, rivers or "
        "ministries, and the English leaves one of them out and names others."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for mention in lost(pair.source, pair.target):
            span = (mention.start, mention.end)
            name, thai = mention.concept.english[0], pair.source[slice(*span)]
            yield Problem(f"expected {name} for {thai}, which the English does not name", span)


class ListOrder:
    """Items that changed places."""

    id: ClassVar[str] = "list-order"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "Two provinces, districts of Bangkok, countries, cities, regions, rivers or ministries stand in "
        "another order than in the Thai: via China to the Lao PDR for ผ่าน สปป.ลาว ไปจีน."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for (one, here), (other, there) in turned(pair.source, pair.target):
            first, second = pair.source[one.start : one.end], pair.source[other.start : other.end]
            names = f"{pair.target[slice(*there)]!r} stands before {pair.target[slice(*here)]!r}"
            text = f"{names}, but the Thai has {first} before {second}: expected them in that order"
            yield Problem(text, (one.start, other.end), (there[0], here[1]))


@lru_cache(maxsize=8)
def lost(source: str, target: str) -> tuple[Mention, ...]:
    """What the Thai names and the English does not, though it names others of the kind that the Thai names.

    What `places` expects in the stead of something else is not told again.
    """
    first: dict[Concept, Mention] = {}
    for mention in thai_mentions(source):
        first.setdefault(mention.concept, mention)
    unsaid = [concept for concept in first if not is_said(concept, target)]
    if not unsaid:
        return ()
    said = {
        concept.row
        for concept in first
        if concept.kind != HOME and _is_read(concept, target) and english_spans(concept, target)
    }
    told = [found.expected for found in PLACES.strange(source, target)]
    return tuple(first[concept] for concept in unsaid if concept.row in said and concept not in told)


#: A mention of the Thai and where the English has it.
Placed = tuple["Mention", "Span"]


@lru_cache(maxsize=8)
def turned(source: str, target: str) -> tuple[tuple[Placed, Placed], ...]:
    """Of each kind the first two neighbours whose order the English turns round.

    Compared is what both sides name once. What the Thai names in Latin letters as well is left out: its
    English may follow those.
    """
    mentions = thai_mentions(source)
    times = Counter(mention.concept for mention in mentions)
    kinds: dict[str, list[Placed]] = {}
    for mention in mentions:
        concept = mention.concept
        if times[concept] > 1 or not _is_read(concept, target):
            continue
        spans = english_spans(concept, target)
        if len(spans) == 1 and not any(name in source for name in concept.english):
            kinds.setdefault(concept.row, []).append((mention, spans[0]))
    return tuple(pair for row in kinds.values() for pair in _first_turned(row))


def _is_read(concept: Concept, target: str) -> bool:
    return concept.kind != MINISTRY or _MINISTRIES.search(target) is not None


def _first_turned(row: list[Placed]) -> Iterator[tuple[Placed, Placed]]:
    for one, other in pairwise(row):
        if other[1] < one[1]:
            yield one, other
            return


def may_be_lost(source: str, target: str, concepts: Sequence[Concept]) -> bool:
    """Whether a place or ministry may be lost.

    Args:
        source: A Thai text.
        target: Its English.
        concepts: What the Thai may name, two of a kind or more (see `mentions.may_be_listed`).
    """
    for concept in concepts:
        for name in concept.english:  # a loop, for it takes half the time of any()
            at = target.find(name)
            if at >= 0 and is_whole(target, at, at + len(name)):
                break
        else:
            if not is_said(concept, target):
                return bool(lost(source, target))
    return False


def may_be_turned(source: str, target: str, concepts: Sequence[Concept]) -> bool:
    """Whether places or ministries may have changed places; see `may_be_lost`."""
    placed = []
    for number, concept in enumerate(concepts):
        spans = english_spans(concept, target)
        if len(spans) == 1:
            placed.append((*_reach(concept.names, source), number, spans[0]))
    placed.sort()
    ends: dict[str, tuple[int, int]] = {}
    for start, last, number, span in placed:
        here, there = ends.get(concepts[number].row, (0, 0))
        if start < here or span[0] < there:
            return bool(turned(source, target))
        ends[concepts[number].row] = last, span[1]
    return False


def _reach(names: tuple[str, ...], text: str) -> tuple[int, int]:
    """Where the first of some names begins and the last one ends; one of them is there."""
    found = [(text.find(name), text.rfind(name) + len(name)) for name in names if name in text]
    return min(found)[0], max(end for _, end in found)
