"""Read units and currencies beside numbers, Thai and English, as one canonical name.

Conversions are not accepted silently: news keeps rai and square wah, and a converted value is reported
by the check of numbers, unless it stands beside its own in brackets (see `conversions`). The units, and why
these, are in `unit_names`.
"""

from __future__ import annotations

import re
from typing import Final

from bilingual_news.facts.unit_names import GROUPS, IN_FULL, NO_UNIT, SYMBOLS, UNITS
from bilingual_news.patterns import lazily

_THAI: Final = {form: name for name, unit in UNITS.items() for form in unit.thai}
_FORMS: Final = sorted(_THAI, key=len, reverse=True)


def _thai_form(form: str) -> str:
    return re.escape(form) + (f"(?!{NO_UNIT[form]})" if form in NO_UNIT else "")


#: First character → the spellings that begin with it, the longest first.
_THAI_UNIT: Final = {
    first: lazily("|".join(_thai_form(form) for form in _FORMS if form[0] == first))
    for first in {form[0] for form in _THAI}
}
# วัน, ปี and เดือน begin other words and dates too: วันที่, ปีงบประมาณ, ปี 2565.
_NOT_A_SPAN = lazily(
    r"ที่(?!ผ่าน|แล้ว)|ก่อน|หน้า|ศุกร์|จันทร์|อังคาร|พุธ|พฤหัส|เสาร์|อาทิตย์|\s?\d(?!\d?\s?(?:เดือน|สัปดาห์|วัน(?!ที่)))|\s?พ\.ศ|งบ|การศึกษา"
)
_SPANS: Final = frozenset({"day", "week", "month", "year"})
_NAMES: Final = tuple(UNITS)


def _english_patterns() -> dict[str, re.Pattern[str]]:
    """How spellings begin → the pattern of the units that begin so; a group of it is a unit."""
    found: dict[str, list[str]] = {}
    for i, unit in enumerate(UNITS.values()):
        for begin in unit.begins.split():
            found.setdefault(begin, []).append(f"(?P<u{i}>{unit.english})")
    return {begin: lazily(f"(?:{'|'.join(units)})(?![A-Za-z])") for begin, units in found.items()}


#: Nine numbers in ten stand before another word, and no pattern is tried.
_ENGLISH_UNIT: Final = _english_patterns()
_CURRENCY_BEFORE = lazily(r"(US\$|USD|THB|EUR|HK\$|(?<![A-Za-z])[SAC]\$|[$฿€£¥])\s?$")
_ENDS_CURRENCY: Final = frozenset("$DBR฿€£¥")
_BEFORE_LENGTH: Final = 5


def thai_unit(text: str, position: int) -> str:
    """The canonical unit that Thai text states at a position, or ""."""
    first = text[position : position + 1]
    if first.isspace():
        position += 1
        first = text[position : position + 1]
    pattern = _THAI_UNIT.get(first)
    match = pattern.match(text, position) if pattern else None
    if match is None:
        return ""
    unit = _THAI[match[0]]
    return "" if unit in _SPANS and _NOT_A_SPAN.match(text, match.end()) else unit


def english_unit(text: str, start: int, end: int) -> str:
    """The canonical unit after, or currency before, the English number `text[start:end]`, or ""."""
    head = text[max(0, start - _BEFORE_LENGTH) : start]
    if head.rstrip()[-1:] in _ENDS_CURRENCY and (before := _CURRENCY_BEFORE.search(head)):
        return SYMBOLS[before[1]]
    first = text[end : end + 1]
    at = end + (first == "-" or first.isspace())
    begin = text[at : at + 2]
    pattern = _ENGLISH_UNIT.get(begin)
    if pattern is None:
        if begin[1:].isalpha() and begin.isascii():
            return ""
        pattern = _ENGLISH_UNIT.get(begin[:1])
    match = pattern.match(text, at) if pattern else None
    return _NAMES[int(match.lastgroup[1:])] if match and match.lastgroup else ""


def differ(thai: str, english: str) -> bool:
    """Whether the unit of an English value is another one of the group of the Thai unit.

    A unit that says the Thai one in full is none: ดอลลาร์ may be Singapore dollars, not the reverse.
    """
    return (
        thai != english
        and any(thai in group and english in group for group in GROUPS)
        and english not in IN_FULL.get(thai, ())
    )
