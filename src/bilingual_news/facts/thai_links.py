"""Thai magnitudes, and what a magnitude or percentage of one number says of its neighbours.

In a range or list the magnitude or percentage of one end may hold for the others (2-3 ล้าน), and
`3 แสน 5 หมื่น` is one number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter, sub
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import MILLION, NUMBER, PERCENT, Fact, FactKind

if TYPE_CHECKING:
    from bilingual_news.facts.model import Key, Value

#: A magnitude after a number; the first group is its words.
MAGNITUDE: Final = re.compile(
    r"\*?\s*((?:สิบ|ร้อย|พัน|หมื่น|แสน)?\s?(?:กว่า)?\s?(?:ล้าน(?:ล้าน)?(?!นา)|ลบ\.(?!\s?ม|\s?เมตร)|ลบ(?=\s|$))|"
    r"พัน(?!ธ|เอก|ตรี|โท|ตำรวจ|จ่า)|หมื่น|แสน(?!สิริ|ยานุภาพ)|ร้อย(?!ละ|เอ็ด|เอก|ตรี|โท|ตำรวจ))"
)
_LINK = re.compile(r"\s*(?:[-–—~:/,]|ถึง|และ|หรือ|ต่อ)?\s*(?:ร้อยละ\s*)?-?\s*")
_START, _END = itemgetter(3), itemgetter(4)
_LONGEST_LINK: Final = 16
#: Spaces may part two parts of a sum by more.
_GAP: Final = " " * (_LONGEST_LINK + 1)
_SCALE: Final = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": MILLION,
                 "ลบ.": MILLION, "ลบ": MILLION}  # fmt: skip


@lru_cache(maxsize=256)
def scale(word: str) -> int:
    """The factor of a magnitude: แสนล้าน is 10¹¹."""
    factor, rest = 1, "".join(word.replace("กว่า", "").split())
    while rest:
        name = next(name for name in _SCALE if rest.startswith(name))
        factor *= _SCALE[name]
        rest = rest[len(name) :]
    return factor


def linked(text: str, facts: list[Fact]) -> list[Fact]:
    """The facts of a text with what their neighbours say of them, and sums put together."""
    if min(map(sub, map(_START, facts[1:]), map(_END, facts))) > _LONGEST_LINK and _GAP not in text:
        return facts
    return _joined(_spread(text, facts), text)


def _factor(fact: Fact) -> int:
    if fact.text.isascii():
        return 1
    match = MAGNITUDE.search(fact.text)
    return scale(match[1]) if match else 1


def _spread(text: str, facts: list[Fact]) -> list[Fact]:
    """In a range or list, let the magnitude or percentage of one end hold for its neighbours too."""
    out = list(facts)
    for step, indices in ((-1, range(len(out) - 2, -1, -1)), (1, range(1, len(out)))):
        for i in indices:
            here, there = out[i], out[i - step]
            if here.kind not in _PLAIN or there.kind not in _PLAIN:
                continue
            first, last = (here, there) if step < 0 else (there, here)
            if last.start - first.end <= _LONGEST_LINK and _LINK.fullmatch(text, first.end, last.start):
                out[i] = _like(here, there)
    return out


_PLAIN: Final = frozenset({FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT})


def _like(here: Fact, there: Fact) -> Fact:
    value = here.keys[0][1]
    if isinstance(value, str):
        return here
    more: list[Key] = []
    if there.kind is FactKind.PERCENT or any(space == PERCENT for space, _ in there.keys):
        more.append((PERCENT, value))
    factor = _factor(there)
    if factor > _factor(here):
        more.append((NUMBER, value * factor))
    return here._replace(keys=tuple(dict.fromkeys((*here.keys, *more)))) if more else here


def _joined(facts: list[Fact], text: str) -> list[Fact]:
    """Add up `3 แสน 5 หมื่น`: each part may be stated by itself or within the sum."""
    out: list[Fact] = []
    for fact in facts:
        before = out[-1] if out else None
        if before and _is_part(before, fact, text):
            total = _value(before) + _value(fact)
            if _factor(fact) > _factor(before):  # (2 หมื่น 5 พัน)ล้าน
                total = _value(before) * MILLION + _value(fact)
            out[-1] = Fact(
                fact.kind, ((NUMBER, total),), text[before.start : fact.end], before.start, fact.end,
                unit=fact.unit,
            )  # fmt: skip
        else:
            out.append(fact)
    return out


def _is_part(before: Fact, fact: Fact, text: str) -> bool:
    if before.kind not in _PLAIN or fact.kind not in _PLAIN or text[before.end : fact.start].strip(" "):
        return False
    big, small = _factor(before), _factor(fact)
    if fact.keys[0][0] != NUMBER:
        return False
    return 1 < small < big or (1 < small // MILLION < big < MILLION)


def _value(fact: Fact) -> Value:
    value = fact.keys[0][1]
    assert not isinstance(value, str)
    return value
