"""The commonest forms of Thai figures, read at once: a year, a day of a month, a number beside plain words.

Six figures in ten have one of them. What `thai` reads of such a figure depends on nothing but what is
looked at here; every other figure is left to it. A test compares both ways of reading.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import (
    NUMBER,
    PERCENT,
    YEAR,
    Fact,
    FactKind,
    day_key,
    first_after,
    is_day,
    number,
)
from bilingual_news.facts.thai_links import MAGNITUDE, scale
from bilingual_news.facts.unit_names import CURRENCIES, UNITS
from bilingual_news.facts.units import thai_unit
from bilingual_news.facts.years import BE_KEYS, CE_KEYS
from bilingual_news.thaidate import BE_OFFSET, MONTH_ABBREVIATIONS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilingual_news.facts.model import Key

BARE_SHORT_YEARS: Final = frozenset(range(50, 80))
CENTURY: Final = 2500
YEAR_WORDS: Final = (
    "พ.ศ.", "พศ.", "พ.ศ", "ปี", "ค.ศ.", "ค.ศ", "งบประมาณ", "ปีงบ", "การศึกษา", "การผลิต", "บัญชี", "ประจำ",
)  # fmt: skip
#: Nicknames of ministers and of the disease, which English spells out.
NAME_WORDS: Final = ("มท.", "จับกัง", "โคโรนา", "โควิด", "โควิด-")

_SHORT: Final = "|".join(map(re.escape, MONTH_ABBREVIATIONS))
_AFTER_YEAR_WORD: Final = "|".join(rf"(?<={re.escape(word)} .)" for word in ("ปี", "พ.ศ.", *MONTHS))
#: A digit, and: (1) the rest of a Buddhist-era year after ปี, พ.ศ. or a month; (2) a day and month, (3)
#: with the year that follows; (4) a year of the Common Era after a Latin word; (5) any other number after
#: a word and a space; (6) the 19 of โควิด-19.
FORMS: Final = re.compile(
    r"[0-9](?:"
    rf"((?<=2)(?:{_AFTER_YEAR_WORD})[3-6][0-9]{{2}}(?!\d|[.,]\d))|"
    r"(?<!0)(?:(?<=[ก-๎a-zA-Z,;:)”] .)|(?<=[ก-๎a-zA-Z,;:)”] \(.)|(?<=^.)|(?<=^\(.))(?:"
    rf"([0-9]? (?:{'|'.join(MONTHS)}|(?:{_SHORT})(?![ก-์])))"
    r"(?:(?= (2[3-6][0-9]{2})(?!\d))|(?!\s*(?:[พคป]|\d)))|"
    r"((?<=[A-Za-z] .)(?:(?<=1)[7-9]|(?<=2)[01])[0-9]{2}(?!\d|[.,]\d))|"
    r"([0-9]{0,9}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,4})?(?!\d|[.,]\d)))|"
    r"(?<=โควิด-1)(9)(?!\d|[.,]\d))?"
)
_BE_YEAR, _DAY, _DAY_OF_YEAR, _CE_YEAR, _NUMBER = range(1, 6)
_LONGEST: Final = 3


def _starts(words: Iterable[str]) -> frozenset[str]:
    """How words begin: three characters, or all of a shorter word."""
    return frozenset(word[:_LONGEST] for word in words)


#: How words begin that may belong to a figure before them in another way than as its unit: months, links
#: to another figure, times.
_TAKES: Final = _starts(
    (
        *MONTHS, "เดือน", "ถึง", "และ", "กับ", "หรือ", "ต่อเนื่องถึง", "น.", "นาฬิกา", "น ", "ทุ่ม",
        *(
            f"{first}{joint}{second}"
            for first, second in (short.rstrip(".").split(".") for short in MONTH_ABBREVIATIONS)
            for joint in ("", ".", " ", ". ")
        ),
    )
)  # fmt: skip
#: How percentages, magnitudes, units and rounds of years begin.
_COUNTS: Final = _starts(
    (
        "เปอร์เซ็นต์", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน", "ล้าน", "ลบ", "กว่า", "รอบ",
        *(form for unit in UNITS.values() for form in unit.thai),
    )
)  # fmt: skip
_COUNTS_ONLY: Final = frozenset(start for start in _COUNTS - _TAKES if start[:2] not in _TAKES)
_OWN: Final = _TAKES | _COUNTS
#: How a word ends that may say, before a figure and a space, what it is.
_SAYS: Final = frozenset(word[-3:] for word in (*YEAR_WORDS, *NAME_WORDS, *MONTHS, "ร้อยละ", "เวลา"))
#: A month in short, its full stop or not, before a space.
_ENDS_SHORT: Final = frozenset("คพย")
_SHORT_BEFORE = re.compile(r"(?:[มกพสตธ]|มี|เม|มิ)\.?\s?[คพย]")
_THAI: Final = frozenset((*map(chr, range(ord("ก"), ord("ฮ") + 1)), *"เแโใไ"))
_CLOSES: Final = frozenset("()“”")
#: What may stand after a figure and a space and say nothing of it; not "per cent" and "hrs".
_APART: Final = (_THAI | _CLOSES | frozenset(string.ascii_letters)) - {"p", "P", "h"}
_PLAIN, _COUNTED = 1, 2

_SHORT_KEYS: Final = {str(year): ((YEAR, CENTURY + year - BE_OFFSET),) for year in BARE_SHORT_YEARS}
_DAY_KEYS: Final = {
    f"{day} {name}": (day_key(day, month),)
    for names in (MONTHS, MONTH_ABBREVIATIONS)
    for month, name in enumerate(names, start=1)
    for day in range(1, 32)
    if is_day(day, month)
}
_PERCENT_AFTER = re.compile(r"\s*(?:%|เปอร์เซ็นต์|เปอร์เซนต์|เปอร์เซ็น|per ?cent)", re.IGNORECASE)
_CODE_AFTER = re.compile(r"-?[A-Za-z]")
_ROUND = re.compile(r"\s*รอบ")
# What may follow a figure, white space apart, if a pattern is to match.
_BEGINS_PERCENT: Final = frozenset("%เpP")
_BEGINS_MAGNITUDE: Final = frozenset("*สรพหมแกล")
#: A single thing is "a" thing; nothing but a larger number can be wrong about it.
_ONE: Final = ((NUMBER, 1),)
#: Half the time of the class itself.
_new = tuple.__new__


def common(text: str, match: re.Match[str], found: list[Fact]) -> int:
    """Read a figure in one of the commonest forms; see NumberReader.common."""
    form, words, start = match.lastindex, match[0], match.start()
    if form == _NUMBER:
        return _number(text, words, start, found)
    end = start + len(words)
    if form == _DAY or form == _DAY_OF_YEAR:  # noqa: PLR1714, SIM109 - quicker than a set
        day = _DAY_KEYS.get(words)
        if day is None:
            return 0
        found.append(_new(Fact, (FactKind.DATE, day, words, start, end, True, "")))
        if form == _DAY:
            return end
        words, start = match[form], match.start(form)
        end = start + len(words)
        form = _BE_YEAR
    if form == _BE_YEAR:
        found.append(_new(Fact, (FactKind.YEAR, BE_KEYS[words], words, start, end, True, "")))
    elif form == _CE_YEAR:
        found.append(_new(Fact, (FactKind.YEAR, CE_KEYS[words], words, start, end, True, "")))
    elif _after(text, end) == _PLAIN:  # โควิด-19
        found.append(_new(Fact, (FactKind.NUMBER, ((NUMBER, 19),), words, start, end, False, "")))
    else:
        return 0
    return end


def _number(text: str, figure: str, start: int, found: list[Fact]) -> int:
    size = len(figure)
    end = start + size
    head = max(0, start - (1 if text[start - 1] == " " else 2))  # before a space, or one and a bracket
    if size > 1:
        if size == 2:  # noqa: PLR2004 - a year perhaps
            if text[head - 2 : head] == "ปี" or _is_short_month(text, head):
                return 0
        elif (size == 4 and figure.isdigit()) or ("." in figure and "น" in text[end : end + 2]):  # noqa: PLR2004
            return 0  # a year perhaps, or a time
    after = _after(text, end)
    if text[head - 3 : head] in _SAYS:
        if after and text[head - 6 : head] == "ร้อยละ":
            return counted(text, figure, start, found, (True, False))
        return 0
    if after != _PLAIN:
        return counted(text, figure, start, found, (False, False)) if after else 0
    value = number(figure)
    keys: tuple[Key, ...] = ((NUMBER, value),)
    if size == 2 and figure in _SHORT_KEYS:  # noqa: PLR2004
        keys += _SHORT_KEYS[figure]
    found.append(_new(Fact, (FactKind.NUMBER, keys, figure, start, end, value != 1, "")))
    return end


def counted(text: str, figure: str, start: int, found: list[Fact], said: tuple[bool, bool]) -> int:
    """Read a number with the percentage, magnitude or unit beside it.

    Args:
        text: The text.
        figure: The number, which stands at `start`.
        start: Its offset.
        found: The facts, to which it is added.
        said: Whether ร้อยละ stands before it, and whether a name does that English spells out.

    Returns:
        Where to go on; minus that for a percentage or magnitude, which may hold for a neighbour too.
    """
    is_share, is_free = said
    value, end = number(figure), start + len(figure)
    kind = FactKind.NUMBER
    keys: tuple[Key, ...] = ((NUMBER, value),)
    follow = text[end : end + 1]
    if follow.isspace():
        follow = first_after(text, end)
    sign = 1
    if follow in _BEGINS_PERCENT and (percent := _PERCENT_AFTER.match(text, end)):
        kind, keys, end, sign = FactKind.PERCENT, ((PERCENT, value),), percent.end(), -1
    elif is_share:
        kind, keys, sign = FactKind.PERCENT, ((PERCENT, value),), -1
    elif follow in _BEGINS_MAGNITUDE and (magnitude := MAGNITUDE.match(text, end)):
        keys, end, sign = ((NUMBER, value * scale(magnitude[1])),), magnitude.end(), -1
    unit = thai_unit(text, end)
    if unit in CURRENCIES:
        kind = FactKind.MONEY
    is_free = is_free or keys == _ONE or (not unit and _CODE_AFTER.match(text, end) is not None)
    if kind is FactKind.NUMBER and len(figure) <= 2 and not unit:  # noqa: PLR2004
        # A bare number may be a short year (บ้านธนาคาร 66), and years of age come in rounds of twelve.
        if figure in _SHORT_KEYS:
            keys += _SHORT_KEYS[figure]
        elif _ROUND.match(text, end):
            keys += ((NUMBER, value * 12),)
    found.append(_new(Fact, (kind, keys, text[start:end], start, end, not is_free, unit)))
    return sign * end


def _is_short_month(text: str, head: int) -> bool:
    if text[head - 1 : head] not in _ENDS_SHORT:
        return False
    return any(_SHORT_BEFORE.fullmatch(text, head - size, head) for size in range(2, 6))


def _after(text: str, end: int) -> int:
    """Whether what stands after a figure is _PLAIN or may have it _COUNTED; 0 if a reader has to see."""
    first, after = text[end : end + 1], text[end : end + 3]
    if first == " ":
        after = text[end + 1 : end + 4]
        if after[:1] not in _APART:
            return _COUNTED if after[:1] == "%" else 0
    elif first not in _THAI:
        if not first or first in _CLOSES or (first == "." and (after[1:2] in _THAI or after[1:2] == " ")):
            return _PLAIN
        return _COUNTED if first == "%" else 0
    if after not in _OWN and after[:2] not in _OWN:
        return _PLAIN
    return _COUNTED if after in _COUNTS_ONLY or after[:2] in _COUNTS_ONLY else 0
