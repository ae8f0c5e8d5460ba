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
    Cue,
    bare,
    cues,
    may_negate,
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
        yield from (m.problem for m in mismatches(pair.source, pair.target) if m.is_sure)


class NegationDoubt:
    """Negation that may be lost or added."""

    id: ClassVar[str] = "negation-doubt"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The two sides do not negate equally often: a negation may be lost or added beside another one, or "
        "put in other words (about 1 in 60 correct government segments, 1 in 20 of freely translated ones)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (m.problem for m in mismatches(pair.source, pair.target) if not m.is_sure)


@lru_cache(maxsize=8)
def mismatches(source: str, target: str) -> tuple[Mismatch, ...]:
    """The negations that a Thai text and its English do not share, lost ones before added ones."""
    if not target:
        return ()
    found = cues(source, target) if may_negate(source) else []
    plain = plain_negations(target, source)
    return tuple(_lost(source, target, found, len(plain))) or tuple(_added(source, target, found, plain))


#: After these a correct English hardly ever does without a negation: 1 in 100 of 4,700 freely translated
#: segments has one of them and no negation, and none of 600 government segments.
_SURE_CUE = re.compile(
    "ไม่(?:(?<!ยังไม่)ได้|สามารถ|ต้อง|ควร|อนุ|รู้|ทราบ|จำเป็น|เกี่ยว|ผ่าน|ถูก|รับ|พบ|กระทบ)|(?<=จะ)ไม่|ห้าม"
)
_SURE_WORD = re.compile(
    r"\b(?:(?:is|are|was|were|will|would|must|can|could|has|have|had|do|does|did|should|may) not|cannot)$"
)


def _lost(source: str, target: str, found: Cues, plain: int) -> Iterator[Mismatch]:
    """Each Thai negation more than the English has words for."""
    demanding = [cue for cue, kind in found if kind is not Cue.POSITIVE]
    if not demanding:
        return
    if len(demanding) > plain and "?" not in target and (emphatic := bare(target)):
        problem = Problem(
            f"{demanding[0][0]} negates, and {emphatic[0]!r} does not", demanding[0].span(), emphatic.span()
        )
        yield Mismatch(problem, is_sure=True)
        return
    hard = [cue for cue, kind in found if kind is Cue.HARD]
    once = [*hard, *(cue for cue, kind in found if kind is Cue.RENDERED)]
    if len(once) <= plain or len(once) <= (negative := plain + negative_words(target, source)):
        return
    for number, cue in enumerate(once[: len(once) - negative]):
        is_sure = len(hard) > negative + number and not plain and bool(_SURE_CUE.match(source, cue.start()))
        yield Mismatch(Problem(f"{cue[0]} negates, and nothing in the English does", cue.span()), is_sure)


def _added(source: str, target: str, found: Cues, plain: list[tuple[int, int]]) -> Iterator[Mismatch]:
    """Each English negation more than the Thai has cues for."""
    calling = sum(kind in {Cue.HARD, Cue.REPEATED} for _, kind in found)
    if not plain:
        return
    sure = len(plain) + sure_words(target) - len(found)
    if len(plain) <= calling and sure <= 0:
        return
    other = other_sense(source, target)
    extra = max(len(plain) - calling - other, min(sure - other, len(plain)))
    for start, end in plain[len(plain) - extra :] if extra > 0 else ():
        message = f"{target[start:end]!r} negates, and nothing in the Thai does"
        problem = Problem(message if not found else f"{message} beyond {found[0][0][0]}", None, (start, end))
        is_sure = not found and "?" not in target and bool(_SURE_WORD.search(target[:end]))
        yield Mismatch(problem, is_sure)


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


_ASKS = re.compile(
    "ไหม|มั้ย|หรือไม่|อะไร|ทำไม|อย่างไร|ใคร|เมื่อไร|ที่ไหน|หรือ|กี่|เท่าไร|ไหน|หรือยัง|เหรอ|หรอ|ยังไง|ใด|เช่นไร|ไฉน|รึ|มั๊ย|ใช่มั้ย"
)
