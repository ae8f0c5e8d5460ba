"""Checks of what a sentence claims and asks: negation and questions.

Negations are counted on both sides, see `polarity`. What free translators may do is a warning, what they
hardly ever do an error (docs/decisions/0076).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from bilingual_news.checks.base import Problem
from bilingual_news.checks.polarity import (
    BARE,
    MAY_NEGATE,
    PLAIN,
    Cue,
    cues,
    negative_words,
    other_sense,
    plain_negations,
    sure_words,
)
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair


Cues = list[tuple[re.Match[str], Cue]]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Negations that the two sides do not share.

    Attributes:
        problem: What is said about it.
        is_sure: Whether free translations hardly ever look like this.
    """

    problem: Problem
    is_sure: bool


class Negation:
    """Negation lost or added."""

    id: ClassVar[str] = "negation"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The Thai negates (ไม่ได้, ไม่สามารถ, จะไม่, ห้าม…) and the English does not, or the English negates and "
        "nothing in the Thai does; set phrases such as ไม่เกิน (up to) do not count."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        mismatch = _mismatch(pair.source, pair.target)
        if mismatch and mismatch.is_sure:
            yield mismatch.problem


class NegationDoubt:
    """Negation that may be lost or added."""

    id: ClassVar[str] = "negation-doubt"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The two sides do not negate equally often: a negation may be lost or added beside another one, or put "
        "in other words (about 1 in 200 correct government segments, 1 in 25 of freely translated ones)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        mismatch = _mismatch(pair.source, pair.target)
        if mismatch and not mismatch.is_sure:
            yield mismatch.problem


@lru_cache(maxsize=64)
def _mismatch(source: str, target: str) -> Mismatch | None:
    if not target:
        return None
    found = cues(source, target) if any(cue in source for cue in MAY_NEGATE) else []
    return _lost(source, target, found) or _added(source, target, found)


#: After these a correct English hardly ever does without a negation: 1 in 100 of 4,700 freely translated
#: segments has one of them and no negation, and none of 600 government segments.
_SURE_CUE = re.compile("ไม่(?:ได้|สามารถ|ต้อง|ควร|อนุ|รู้|ทราบ|จำเป็น|เกี่ยว|ผ่าน|ถูก|รับ|พบ|กระทบ)|(?<=จะ)ไม่|ห้าม")
_SURE_WORD = re.compile(
    r"\b(?:(?:is|are|was|were|will|would|must|can|could|has|have|had|do|does|did|should|may) not|cannot)$"
)


def _lost(source: str, target: str, found: Cues) -> Mismatch | None:
    """A Thai negation more than the English has words for."""
    hard = [cue for cue, kind in found if kind is Cue.HARD]
    demanding = [cue for cue, kind in found if kind is not Cue.POSITIVE]
    if not demanding:
        return None
    plain = len(plain_negations(target, source))
    if len(hard) > plain and len(hard) > plain + negative_words(target, source):
        cue = hard[-1] if plain else hard[0]
        problem = Problem(f"{cue[0]} negates, and nothing in the English does", cue.span())
        return Mismatch(problem, not plain and _SURE_CUE.match(source, cue.start()) is not None)
    if len(demanding) > plain and "?" not in target and (bare := BARE.search(target)):
        cue = demanding[0]
        problem = Problem(f"{cue[0]} negates, and {bare[0]!r} does not", cue.span(), bare.span())
        return Mismatch(problem, is_sure=True)
    return None


def _added(source: str, target: str, found: Cues) -> Mismatch | None:
    """An English negation more than the Thai has cues for."""
    plain = plain_negations(target, source) if PLAIN.search(target) else []
    demanding = sum(kind is not Cue.POSITIVE for _, kind in found)
    if not plain or (len(plain) <= demanding and len(plain) + sure_words(target) <= len(found)):
        return None
    other = other_sense(source, target)
    if len(plain) <= demanding + other and len(plain) + sure_words(target) <= len(found) + other:
        return None
    word = plain[-1]
    message = f"{word[0]!r} negates, and nothing in the Thai does"
    problem = Problem(message if not found else f"{message} beyond {found[0][0][0]}", None, word.span())
    return Mismatch(problem, not found and "?" not in target and _SURE_WORD.search(target[: word.end()]) is not None)


class Question:
    """Questions."""

    id: ClassVar[str] = "question"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = "Only one of the two sides asks a question with a question mark."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if not pair.target:
            return
        if "?" in pair.source and "?" not in pair.target:
            at = pair.source.index("?")
            yield Problem("the Thai has a question mark, the English has none", (at, at + 1))
        elif "?" in pair.target and "?" not in pair.source and not _ASKS.search(pair.source):
            at = pair.target.index("?")
            yield Problem("the English asks, and the Thai does not", None, (at, at + 1))


_ASKS = re.compile("ไหม|มั้ย|หรือไม่|อะไร|ทำไม|อย่างไร|ใคร|เมื่อไร|ที่ไหน|หรือ|กี่|เท่าไร|ไหน|หรือยัง|เหรอ|หรอ|ยังไง|ใด|เช่นไร|ไฉน|รึ|มั๊ย|ใช่มั้ย")
