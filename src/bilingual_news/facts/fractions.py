"""Fractions: ครึ่งหนึ่ง is half, 1 ใน 3 one third or "one in three", 3 ใน 4 three quarters.

Only a fraction that both languages state is compared: 1 ใน 10 เมือง may be "one of the ten cities".
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from bilingual_news.facts.contrary import Contradiction, Reading
from bilingual_news.facts.thai import thai_facts
from bilingual_news.facts.words import SMALL, thai_word_value
from bilingual_news.patterns import lazily
from bilingual_news.text import arabic_digits

_HALF: Final = Fraction(1, 2)
_QUARTER: Final = Fraction(1, 4)
_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_DIGIT: Final = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า"
_THAI = lazily(
    rf"(ครึ่งหนึ่ง)|(?<![\d.,/-])(\d{{1,3}}|{_DIGIT})\s?ใน\s?(\d{{1,3}}(?![\d.,/])|{_DIGIT}|สิบ)(?:\s?ส่วน)?"
)
_NUMBER: Final = rf"\d{{1,3}}|a|an|{'|'.join(SMALL)}"
_ENGLISH = lazily(
    rf"\b(?:({_NUMBER})[ -]({'|'.join(_PARTS)})s?|(half)|({_NUMBER}) (?:in|out of)(?: every)? ({_NUMBER}))\b",
    re.IGNORECASE,
)


#: One of these is in every Thai text that states a fraction in words.
SIGNS: Final = (
    "ครึ่งหนึ่ง",
    *(f"{digit}{space}ใน" for digit in _DIGIT.split("|") for space in ("", " ")),
)
_OF_DIGITS = lazily(r"[0-9๐-๙]\s?ใน")


def may_state_in_digits(thai: str) -> bool:
    """Whether a Thai text may state a fraction in digits."""
    return _OF_DIGITS.search(thai) is not None


def other_fractions(thai: str, english: str) -> tuple[Contradiction, ...]:
    """The first Thai fraction, where the English states fractions and none of the Thai's."""
    found = _THAI.finditer(arabic_digits(thai))
    ours = {value: match for match in found if (value := _thai_value(match))}
    if not ours:
        return ()
    theirs = {value: match for match in _ENGLISH.finditer(english) if (value := _english_value(match))}
    percents = {Fraction(str(v)) / 100 for f in thai_facts(thai) for s, v in f.keys if s == "%"}
    if not theirs or not ours.keys().isdisjoint(theirs):
        return ()
    for value, match in theirs.items():
        is_other = match[4] or value in percents or (value == _HALF and "ครึ่ง" in thai and _HALF not in ours)
        if not is_other and not (value == _QUARTER and "ไตรมาส" in thai):
            expected, own = next(iter(ours.items()))
            return (
                Contradiction(
                    Reading(1, own[0], *own.span()), Reading(-1, match[0], *match.span()), _in_words(expected)
                ),
            )
    return ()


def _thai_value(match: re.Match[str]) -> Fraction | None:
    if match[1]:
        return _HALF
    part, whole = (int(word) if word.isdigit() else int(thai_word_value(word)) for word in match.group(2, 3))
    return Fraction(part, whole) if 0 < part < whole else None


def _english_value(match: re.Match[str]) -> Fraction | None:
    if match[3]:
        return _HALF
    if match[2]:
        return Fraction(_count(match[1]), _PARTS[match[2].lower()])
    part, whole = _count(match[4]), _count(match[5])
    return Fraction(part, whole) if 0 < part < whole else None


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return SMALL.index(word.lower()) + 1 if word.lower() in SMALL else 1


def _in_words(value: Fraction) -> str:
    if value == _HALF:
        return "half"
    names = {parts: name for name, parts in reversed(_PARTS.items())}
    if value.denominator not in names or value.numerator > len(SMALL):
        return f"{value.numerator} in {value.denominator}"
    name = names[value.denominator]
    return f"{SMALL[value.numerator - 1]} {name}{'s' if value.numerator > 1 else ''}"
