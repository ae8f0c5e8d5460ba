"""Checks of what a sentence claims and asks: negation and questions.

Thai negates with ไม่, มิ, ห้าม, อย่า; English has many ways, and Thai has set phrases with ไม่ that
English puts positively (ไม่เกิน up to, ไม่ว่า whether). Both lists were made from 16,000 pairs.
"""

from __future__ import annotations

import re
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

class Negation:
    """Negation lost or added."""

    id: ClassVar[str] = "negation"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The Thai negates (ไม่, มิ, ห้าม) and the English does not, or the English negates and nothing in "
        "the Thai does; set phrases such as ไม่เกิน (up to) do not count."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        source, target = pair.source, pair.target
        if not target:
            return
        found = cues(source, target) if any(cue in source for cue in MAY_NEGATE) else []
        if problem := _lost(source, target, found) or _added(source, target, found):
            yield problem


Cues = list[tuple[re.Match[str], Cue]]


def _lost(source: str, target: str, found: Cues) -> Problem | None:
    """A Thai negation more than the English has words for."""
    hard = [cue for cue, kind in found if kind is Cue.HARD]
    demanding = sum(kind is not Cue.POSITIVE for _, kind in found)
    if not demanding:
        return None
    plain = len(plain_negations(target, source))
    if len(hard) > plain and len(hard) > plain + negative_words(target, source):
        cue = hard[0] if len(hard) == 1 or not plain else hard[-1]
        return Problem(f"{cue[0]} negates, and nothing in the English does", cue.span())
    if demanding > plain and (bare := BARE.search(target)):
        cue = next(cue for cue, kind in found if kind is not Cue.POSITIVE)
        return Problem(f"{cue[0]} negates, and {bare[0]!r} does not", cue.span(), bare.span())
    return None


def _added(source: str, target: str, found: Cues) -> Problem | None:
    """An English negation more than the Thai has cues for."""
    if not PLAIN.search(target):
        return None
    plain = plain_negations(target, source)
    if not plain:
        return None
    demanding = sum(kind is not Cue.POSITIVE for _, kind in found)
    if len(plain) <= demanding and len(plain) + sure_words(target) <= len(found):
        return None
    other = other_sense(source, target)
    if len(plain) > demanding + other or len(plain) + sure_words(target) > len(found) + other:
        word = plain[0] if len(plain) == 1 else plain[-1]
        message = f"{word[0]!r} negates, and nothing in the Thai does"
        return Problem(message if not found else f"{message} beyond {found[0][0][0]}", None, word.span())
    return None


#: ไม่ in phrases that English always puts positively.
_PHRASES = re.compile(
    "ไม่(?:น้อยกว่า|ต่ำกว่า|เกิน|ว่า|เพียง|แพ้|กี่|นาน|มีค่าใช้จ่าย|ประมาท|ติดต่อเรื้อรัง|หยุดยั้ง|หวังดี)|หรือไม่|(?<=โรค)ไม่ติดต่อ"
)
_MAYBE = re.compile("ไม่|มิ(?:ได้|ใช่|ควร)|ห้าม(?!ี|ปราม)")
_PLAIN = re.compile(
    r"\b(?:no|not|non|never|none|nor|neither|without|cannot|nothing|nobody|unable|fail\w*|lack\w*|refus\w*|"
    r"den(?:y|ied|ies|ying)|prevent\w*|avoid\w*|prohibit\w*|ban|banned|bans|banning|forbid\w*|free|unless|"
    r"except\w*|exclud\w*|exempt\w*|less than|fewer than|un[a-z]{4,}|impossible|illegal\w*|ir(?:re|ra)\w+|"
    r"in(?:ability|accurate|adequate|appropriate|capable|complete|correct|eligible|evitab|secur|stabil|sufficien)\w*|"
    r"dis(?:agree|approv)\w*|[a-z]{3,}less|insecure|instead|rather than)\b|n['’]t\b|\bnon-|-free\b",
    re.IGNORECASE,
)


class NegationDoubt:
    """Negation that may be lost."""

    id: ClassVar[str] = "negation-doubt"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The Thai has ไม่, มิ or ห้าม and the English no plain negation; it may be put in other words, so this "
        "is a warning (about 1 in 100 correct segments)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        source, target = pair.source, pair.target
        if not target or ("ไม่" not in source and "มิ" not in source and "ห้าม" not in source):
            return
        if _PLAIN.search(target):
            return
        rest = _PHRASES.sub(lambda match: " " * len(match[0]), source)
        if match := _MAYBE.search(rest):
            yield Problem(f"does the English say {match[0]}?", match.span())


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


_ASKS = re.compile("ไหม|มั้ย|หรือไม่|อะไร|ทำไม|อย่างไร|ใคร|เมื่อไร|ที่ไหน|หรือ|กี่|เท่าไร|ไหน|หรือยัง|เหรอ|ยังไง")
