"""Checks of what is said of a number: a bound, a change, a rank or a fraction that English turns round."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bilingual_news.checks.base import Problem
from bilingual_news.facts.bounds import contrary_bounds
from bilingual_news.facts.directions import contrary_directions
from bilingual_news.facts.fractions import other_fractions
from bilingual_news.facts.ordinals import ordinal_contradictions
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair
    from bilingual_news.facts.contrary import Contradiction


class Bounds:
    """Bounds turned round."""

    id: ClassVar[str] = "bounds"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A number that is the most in the Thai (ไม่เกิน, เกือบ) is the least in the English (at least, more "
        "than), or the other way."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.target:
            yield from map(_problem, contrary_bounds(pair.source, pair.target))


class Direction:
    """Changes turned round."""

    id: ClassVar[str] = "direction"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "Something grows by or to a number in the Thai (เพิ่มขึ้น) and shrinks in the English, or the other way."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.target:
            yield from map(_problem, contrary_directions(pair.source, pair.target))


class Ordinals:
    """Ordinals and numbers of things."""

    id: ClassVar[str] = "ordinals"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "An ordinal of the Thai (ครั้งที่ 3) is a number of things in the English (3 times), or the other way."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.target:
            yield from map(_problem, ordinal_contradictions(pair.source, pair.target))


class Fractions:
    """Fractions."""

    id: ClassVar[str] = "fractions"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A fraction (ครึ่งหนึ่ง, 1 ใน 3, สามในสี่) is another one in the English."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.target:
            yield from map(_problem, other_fractions(pair.source, pair.target))


def _problem(found: Contradiction) -> Problem:
    thai, english = found.thai, found.english
    return Problem(
        f"expected {found.expected} for {thai.words}, found {english.words!r}",
        (thai.start, thai.end),
        (english.start, english.end),
    )
