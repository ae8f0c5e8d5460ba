"""Number words of both languages, as values.

They explain a digit on the other side (`3 ประเทศ` → three countries) and are read only when one is
looked for: in prose หนึ่ง, "one" and "second" are mostly no numbers at all.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import MILLION
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.facts.model import Value

SMALL: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_UNITS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "first": 1, "second": 2,
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
_SCALES: Final = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
#: Words that state a number without being one. "a" and "single" only ever render หนึ่ง or 1.
_OTHER: Final = {
    word: value
    for value, words in (
        (1, "a an the each every per single once primary sole annual"),
        (
            2,
            "both twice double doubled doubling twofold pair pairs bilateral couple dual two- "
            "way twin secondary half twins either biennial halves neither duo other halved runner",
        ),
        (3, "triple tripled threefold trilateral tripartite thirds trio thrice quarterly"),
        (4, "quarter quarters quadruple fourfold quadripartite"),
        (5, "fifths fivefold"),
        (10, "tenfold decade decades tens"),
        (12, "dozen dozens noon"),
        (14, "fortnight"),
        (100, "century hundredfold centenary centennial hundreds"),
        (0, "midnight"),
        (1000, "thousands millennium"),
        (6, "sextuple semiannual biannual"),
        (7, "weekly"),
        (1000000, "millions"),
    )
    for word in words.split()
}
#: Where a row of magnitudes ends to be a value, which it would multiply without end.
_LARGEST: Final = 10**24
_WORD = lazily(r"[A-Za-z]+")
_ROMAN = lazily(r"\b[IVX]{1,5}\b")
_ROMAN_LETTERS: Final = frozenset("IVX")
_ROMAN_VALUE: Final = {"I": 1, "V": 5, "X": 10}


def _english_vocabulary() -> dict[str, tuple[int | None, int | None, int | None]]:
    """Small words → the value that each states without being a number, the number it is, its scale."""
    out: dict[str, tuple[int | None, int | None, int | None]] = {}
    plain: dict[str, tuple[int | None, int | None]] = {w: (v, None) for w, v in (_UNITS | _TENS).items()}
    plain |= {form: (None, scale) for word, scale in _SCALES.items() for form in (word, f"{word}th")}
    for word, (number, factor) in plain.items():
        for form in (word, f"{word}fold"):
            out[form] = (_OTHER.get(form), number, factor)
    return {word: (other, None, None) for word, other in _OTHER.items()} | out


_ENGLISH: Final = _english_vocabulary()


@lru_cache(maxsize=8)
def english_word_values(text: str) -> frozenset[Value]:  # noqa: PLR0912 - a little machine
    """Every value that the words of an English text may state, parts of compounds included."""
    values: set[Value] = set()
    total, current, is_open = 0, 0, False
    for word in _WORD.findall(text):
        lower = word.lower()
        known = _ENGLISH.get(lower)
        if known is None:
            if is_open and lower != "and":
                total, current, is_open = 0, 0, False
            elif is_open:
                values.add(total + current)
            continue
        other, value, scale = known
        if other is not None:
            values.add(other)
        if value is not None:
            values.add(value)
            current = current + value if is_open else value
            is_open = True
        elif scale is not None:
            values.add(scale)
            if scale == 100:  # noqa: PLR2004
                current = min(max(current, 1) * scale, _LARGEST)
            else:
                total, current = total + max(current, 1) * scale, 0
            is_open = True
        else:
            total, current, is_open = 0, 0, False
        if is_open:
            values.add(total + current)
    if not _ROMAN_LETTERS.isdisjoint(text):
        values.update(_roman(match) for match in _ROMAN.findall(text))
    if "half" in text or "halves" in text:
        values.update({Decimal("0.5"), 50})
    if "clock" in text or "night" in text:
        values.update({24} if _ALL_DAY.search(text) else ())
    if "X" in text or "L" in text:
        values.update(_roman(match) for match in _LONG_ROMAN.findall(text))
    if "half a" in text or "decades" in text or "centuries" in text or "dozen" in text:
        values.update(_multiples(text))
    return frozenset(values)


#: ตลอด 24 ชั่วโมง.
_ALL_DAY = lazily(r"round[ -]the[ -]clock|\b(?:day and night|night and day)\b", re.IGNORECASE)
#: Super Bowl XLIX, XXXIII.
_LONG_ROMAN = lazily(r"\b[IVXLC]{2,7}\b")
_LONG_ROMAN_VALUE: Final = _ROMAN_VALUE | {"L": 50, "C": 100}
#: Four decades, two dozen, half a million.
_TIMES = lazily(r"\b([a-z]+) (decades|centuries|dozen)\b|\bhalf an? (thousand|million|billion|trillion)\b")
_TIMES_VALUE: Final = {"decades": 10, "centuries": 100, "dozen": 12}


def _multiples(text: str) -> Iterator[int]:
    for word, many, scale in _TIMES.findall(text.lower()):
        if scale:
            yield _SCALES[scale] // 2
        elif word in _UNITS or word in _TENS:
            yield (_UNITS.get(word) or _TENS[word]) * _TIMES_VALUE[many]


def _roman(digits: str) -> int:
    total = 0
    for one, following in zip(digits, f"{digits[1:]} ", strict=True):
        value = _LONG_ROMAN_VALUE[one]
        total += -value if value < _LONG_ROMAN_VALUE.get(following, 0) else value
    return total


_THAI_UNITS: Final = {
    "ศูนย์": 0, "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6,
    "เจ็ด": 7, "แปด": 8, "เก้า": 9,
}  # fmt: skip
_THAI_SCALES: Final = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}
_THAI_OTHER: Final = {"เดียว": 1, "แรก": 1, "คู่": 2, "ครึ่ง": 2, "โท": 2, "เอก": 1, "ทวิภาคี": 2, "ไตรภาคี": 3,
                      "ตรี": 3, "ไตรมาส": 3, "โหล": 12, "ทศวรรษ": 10, "ศตวรรษ": 100, "เที่ยง": 12}  # fmt: skip
#: What stands after a number word if it is none: สามารถ, สามเณร, ห้าม, ห้าง.
_NO_NUMBER: Final = {"สาม": "(?![ะ-ฺ็-๎]|เณร)", "ห้า": "(?!ม(?!ื้อ)|ง(?!าน|วด))"}
_UNIT = "|".join(word + _NO_NUMBER.get(word, "") for word in _THAI_UNITS)
THAI_NUMBER = lazily(rf"(?:(?:{_UNIT})?(?:สิบ|ร้อย(?!ละ|เอ็ด)|พัน(?!ธ)|หมื่น|แสน|ล้าน(?!นา))|(?:{_UNIT}))+")
_THAI_PART = lazily(rf"{_UNIT}|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน")


@lru_cache(maxsize=1024)
def thai_word_value(word: str) -> Value:
    """The value of a Thai number word: `สองร้อยห้าสิบล้าน` → 250000000.

    Args:
        word: Digits and scales without spaces. A scale without a digit counts once (สิบ is 10).
    """
    total, section, digit = 0, 0, None
    for part in _THAI_PART.findall(word):
        if part in _THAI_UNITS:
            digit = _THAI_UNITS[part]
        elif part in _THAI_SCALES:
            section += (1 if digit is None else digit) * _THAI_SCALES[part]
            digit = None
        else:
            below = section + (digit or 0)
            total = (total + (below or 1)) * MILLION if not total or below else total * MILLION
            total = min(total, _LARGEST)
            section, digit = 0, None
    return total + section + (digit or 0)


def thai_word_values(text: str) -> frozenset[Value]:
    """Every value that the words of a Thai text may state, each part of a compound included.

    Minus one stands for a time of day in words.
    """
    values: set[Value] = set()
    values.update(map(thai_word_value, THAI_NUMBER.findall(text)))
    values.update(value for word, value in _THAI_OTHER.items() if word in text)
    values.update(map(_thai_decimal, _THAI_DECIMAL.finditer(text)) if "จุด" in text else ())
    if _WORDED_TIME.search(text):
        values.add(-1)
    if "ครึ่ง" in text:
        values.update({Decimal("0.5"), 50})
    return frozenset(values)


#: หนึ่งจุดห้าพันล้าน is 1.5 billion; after the point come single digits.
_THAI_DECIMAL = lazily(rf"((?:{_UNIT})+)จุด((?:{_UNIT})+)((?:สิบ|ร้อย|พัน|หมื่น|แสน)?(?:ล้าน)*)")


def _thai_decimal(match: re.Match[str]) -> Value:
    whole, after = (
        "".join(str(_THAI_UNITS[d]) for d in _THAI_PART.findall(part)) for part in match.groups()[:2]
    )
    value = Decimal(f"{whole}.{after}") * (thai_word_value(match[3]) if match[3] else 1)
    return int(value) if value == int(value) else value


#: Hours of the traditional clock (บ่ายสาม, หนึ่งทุ่ม); their digits are not read as hours.
_WORDED_TIME = lazily("โมง|ทุ่ม|เที่ยง|ตี(?:หนึ่ง|สอง|สาม|สี่|ห้า| ?[1-5])|บ่าย")
_STATED = lazily(rf"(?:(?:{_UNIT})(?:สิบ|ร้อย(?!ละ|เอ็ด)|พัน(?!ธ)|หมื่น|แสน|ล้าน(?!นา)))(?:{THAI_NUMBER.pattern})?")


def stated_thai_words(text: str) -> list[tuple[Value, str, int]]:
    """Number words that state a value beyond doubt: a digit and a scale (ห้าสิบ, สองล้าน).

    Returns:
        Value, word, and the offset of its first character.
    """
    found = list(_STATED.finditer(text))
    if found and "จุด" in text:  # no value begins inside a decimal
        decimals = [m.span() for m in _THAI_DECIMAL.finditer(text)]
        found = [m for m in found if not any(start <= m.start() < end for start, end in decimals)]
    return [(thai_word_value(m[0]), m[0], m.start()) for m in found]
