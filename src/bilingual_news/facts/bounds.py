"""Bounds beside numbers: ไม่เกิน 5 is "not more than 5" and never "at least 5".

A bound says that a number is the least (มากกว่า, ไม่ต่ำกว่า, ขึ้นไป; more than, at least, or older) or the most
(ไม่เกิน, ไม่ถึง, เกือบ, สูงสุด; up to, less than, nearly, or younger). Whether the number itself is meant too
does not matter here. Only a bound that stands beside its number is read, and compared where both
languages state that value; a bound that one of them leaves out is no contradiction. Where a negation
stands further away (did not last for more than 60 days), nothing is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.contrary import Beside, Contradiction, Reading, contradictions, words_among
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from bilingual_news.facts.model import Fact

LEAST: Final = 1
MOST: Final = -1
#: Before a number: Thai bound → its sense and English.
_BEFORE: Final = {
    **dict.fromkeys(
        ("ไม่ต่ำกว่า", "ไม่น้อยกว่า", "ไม่ให้ต่ำกว่า", "ไม่ให้น้อยกว่า", "มิให้ต่ำกว่า", "มิให้น้อยกว่า"),
        (LEAST, "no less than {}"),
    ),
    **dict.fromkeys(("อย่างน้อย", "อย่างต่ำ"), (LEAST, "at least {}")),
    **dict.fromkeys(("ขั้นต่ำ", "ต่ำสุด"), (LEAST, "a minimum of {}")),
    **dict.fromkeys(("มากกว่า", "สูงกว่า", "เกินกว่า", "เกิน", "นานกว่า", "กว่า"), (LEAST, "more than {}")),
    **dict.fromkeys(
        ("ไม่เกินกว่า", "ไม่เกิน", "ไม่ควรเกิน", "ไม่ให้เกิน", "มิให้เกิน", "มิเกิน", "ไม่มากกว่า", "ไม่สูงกว่า"),
        (MOST, "not more than {}"),
    ),
    **dict.fromkeys(("ไม่ถึง", "ต่ำกว่า", "น้อยกว่า"), (MOST, "less than {}")),
    **dict.fromkeys(("เกือบ", "เกือบถึง"), (MOST, "nearly {}")),
    "อย่างมาก": (MOST, "at most {}"),
    "สูงสุด": (MOST, "up to {}"),
}
_LONGEST_FIRST: Final = "|".join(sorted(_BEFORE, key=len, reverse=True))
_HEAD = lazily(
    rf"({_LONGEST_FIRST})\s*(?:จำนวน|ร้อยละ|ประมาณ|มูลค่า|อายุ|ที่|เพียง|ถึง|คน|ราย|[ก-๛]{{1,12}}ละ)?"
    r"\s*(?:\(|“)?\s*(?:US\$|\$)?$"
)
#: "Than" of other qualities than size says nothing of the number: เร็วกว่า 2 เท่า. And a negation before turns
#: the sense, or not.
_OTHER_THAN = lazily(r"(?:จน|ดี|เร็ว|ช้า|แย่|เล็ก|ถูก|แพง|ก่อน|ยิ่ง|เบา|สั้น)$")
_TURNS = lazily(r"(?:ไม่|มิ(?=ได้|ให้|ควร|อาจ|พึง)|ห้าม|อย่า(?!ง))[ก-๛]{0,30}$")
_AFTER: Final = {
    "ขึ้นไป": (LEAST, "{} or more"), "เป็นอย่างน้อย": (LEAST, "at least {}"), "หรือมากกว่า": (LEAST, "{} or more"),
    "หรือสูงกว่า": (LEAST, "{} or more"), "ลงมา": (MOST, "{} or less"), "เป็นอย่างมาก": (MOST, "at most {}"),
    "หรือน้อยกว่า": (MOST, "{} or less"), "หรือต่ำกว่า": (MOST, "{} or less"),
}  # fmt: skip
_TAIL = lazily(rf"\s?(?:[ก-๙]{{0,6}}(กว่า|เศษ)|[ก-๙.]{{0,12}}?\s?(?<!รอง)({'|'.join(_AFTER)}))")
#: How far from its number a bound stands, and how far before it a negation that turns it.
_REACH: Final = 28
_FAR: Final = 60
#: A bound and what may stand between it and its number: a maximum period of a total of US$.
_ENGLISH_REACH: Final = 48
_LONGEST: Final = max(map(len, _BEFORE))

_LEAST_WORDS: Final = (
    r"(?:more|greater|higher|larger|longer|older|bigger|heavier|farther|further) than|over|above|at least|"
    r"at a minimum|exceed(?:s|ed|ing)?|in excess of|upwards? of|minimum(?: [a-z]+){0,3} of|minimum|beyond|"
    r"surpass(?:es|ed|ing)?|top(?:s|ped|ping)|past"
)
_MOST_WORDS: Final = (
    r"(?:less|fewer|lower|smaller|shorter|younger|lighter) than|under|below|up to|at most|at the most|nearly|"
    r"almost|close to|maximum(?: [a-z]+){0,3} of|maximum|(?:just )?short of|within|as little as"
)
#: How they begin.
_FIRST_WORDS: Final = frozenset(
    [
        "more",
        "greater",
        "higher",
        "larger",
        "longer",
        "older",
        "bigger",
        "heavier",
        "farther",
        "further",
        "over",
        "above",
        "at",
        "exceed",
        "exceeds",
        "exceeded",
        "exceeding",
        "in",
        "upward",
        "upwards",
        "minimum",
        "beyond",
        "surpass",
        "surpasses",
        "surpassed",
        "surpassing",
        "tops",
        "topped",
        "topping",
        "past",
        "less",
        "fewer",
        "lower",
        "smaller",
        "shorter",
        "younger",
        "lighter",
        "under",
        "below",
        "up",
        "nearly",
        "almost",
        "close",
        "maximum",
        "just",
        "short",
        "within",
        "as",
    ]
)
_ENGLISH_HEAD = lazily(
    rf"(?:({_LEAST_WORDS})|({_MOST_WORDS}))"
    r"(?: (?:a total of|the|an?|about|approximately|around|some|age|aged|to))?\s*(?:\(|“|\")?\s*"
    r"(?:US\$|\$|€|£|¥|฿|THB|USD|EUR|baht)?\s*$",
    re.IGNORECASE,
)
_NEGATION: Final = r"(?:\b(?:not|no|never|without|cannot|neither|nor)\b|n['’]t\b)"
_NOT_BEFORE = lazily(rf"{_NEGATION}(?: (?:be|to|been|a|exceed|[a-z]+ed))*\s*$", re.IGNORECASE)
_NOT_FAR = lazily(rf"{_NEGATION}[^.;:,\d]*$", re.IGNORECASE)
_ENGLISH_TAIL = lazily(
    r"(?:\s?%|-|\s)?(?: ?(?:people|persons?|members|years?|days?|months?|hours?|meters?|kilometers?|km|rai|"
    r"units|times|percent|baht|million|billion|of age|old|items|employees|households|points|degrees|°C|C))*"
    r",?\s?(?:((?:or|and) (?:more|over|above|older|higher|up|upwards?|longer|greater|beyond|better)\b|"
    r"upwards?\b|(?:at|as) (?:a |the )?(?:minimum|least)\b|\+(?!\s?\d)|-plus\b)|"
    r"((?:or|and) (?:less|fewer|under|below|younger|lower|shorter|smaller)\b|"
    r"(?:at|as) (?:a |the )?(?:maximum|most)\b))"
)


#: What is in every Thai text with a bound.
SIGNS: Final = (
    "กว่า", "งสุด", "่ำสุด", "เกิน", "ขึ้นไป", "งน้อย", "เศษ", "ไม่ถึง", "เกือบ", "ขั้นต่ำ", "ลงมา", "อย่างต่ำ", "อย่างมาก",
)  # fmt: skip


def contrary_bounds(thai: str, english: str) -> tuple[Contradiction, ...]:
    """Values that are the least in one language and the most in the other, with the English expected."""
    return contradictions(thai, english, _SAID)


def thai_bound(text: str, fact: Fact, sign: int) -> tuple[Reading, str] | None:
    """The bound beside a Thai number, with its English; the last sign of one stands there."""
    if sign >= 0 and (match := _HEAD.search(text, max(0, sign - _LONGEST), fact.start)):
        before = text[max(0, fact.start - _FAR) : match.start()]
        is_negated = not match[1].startswith(("ไม่", "มิ")) and _TURNS.search(before)
        if is_negated or (match[1] == "กว่า" and _OTHER_THAN.search(before)):
            return None
        sense, english = _BEFORE[match[1]]
        return Reading(sense, match[1], *match.span(1)), english
    if match := _TAIL.match(text, fact.end):
        if match[1]:
            return Reading(LEAST, match[1], *match.span(1)), "more than {}"
        sense, english = _AFTER[match[2]]
        return Reading(sense, match[2], *match.span(2)), english
    return None


def english_bound(text: str, fact: Fact) -> Reading | None:
    """The bound beside an English number."""
    first, end = max(0, fact.start - _FAR), fact.start
    for word in words_among(text, max(0, end - _ENGLISH_REACH), end, _FIRST_WORDS):
        at = word.start()
        if match := _ENGLISH_HEAD.match(text, at, end):
            group = 1 if match[1] else 2
            sense, start = LEAST if match[1] else MOST, at
            before = text[first:at].lower()
            if (
                "no" in before
                or "n't" in before
                or "n’t" in before
                or "never" in before
                or "without" in before
            ):
                if negation := _NOT_BEFORE.search(text, first, at):
                    sense, start = -sense, negation.start()
                elif _NOT_FAR.search(text, first, at):
                    return None
            return Reading(sense, text[start : match.end(group)], start, match.end(group))
    if match := _ENGLISH_TAIL.match(text, fact.end):
        group = 1 if match[1] else 2
        return Reading(LEAST if match[1] else MOST, match[group], *match.span(group))
    return None


_SAID: Final = Beside(SIGNS, _REACH, _REACH, thai_bound, english_bound)
