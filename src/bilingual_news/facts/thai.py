"""Read the facts of Thai text: numbers, percentages, money, dates, years, times, phone numbers.

Rules, in the order in which they are tried at every number:

- Thai digits are Arabic digits; digits inside Latin words (PM2.5, 5G) are not required in English.
- 15.30 น., 15:30, 09.00-16.30 น.: times. A Thai time may stay a decimal in English (15.30).
- Days before a month name, in lists and ranges: `17, 18 และ 25 ธ.ค. 65` has three days and a year.
- Buddhist-era years are CE + 543 (see thaidate); two digits after พ.ศ., ปี or a month are 25xx.
  After a classifier or an office number (2565 คน, เลขที่ 2565) four digits are a number as well.
- Magnitudes multiply: พัน 10³, หมื่น 10⁴, แสน 10⁵, ล้าน 10⁶, and each of them before ล้าน. In a range
  the magnitude, percentage or era of one end may hold for the other.
- ร้อยละ before, % or เปอร์เซ็นต์ after a number make it a percentage.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.facts.model import (
    MINUTES,
    NUMBER,
    PHONE,
    TIME,
    YEAR,
    Fact,
    FactKind,
    day_key,
    is_day,
    number,
)
from bilingual_news.facts.reader import NumberReader
from bilingual_news.facts.thai_common import (
    CENTURY,
    FORMS,
    NAME_WORDS,
    YEAR_WORDS,
    common,
    counted,
)
from bilingual_news.facts.thai_links import linked
from bilingual_news.facts.years import BE_YEARS, CE_YEARS
from bilingual_news.text import arabic_digits
from bilingual_news.thaidate import BE_OFFSET, MONTH_ABBREVIATIONS, MONTHS

if TYPE_CHECKING:
    from bilingual_news.facts.model import Key

_THAI_DIGIT = re.compile("[๐-๙]")
_ANY_DIGIT = re.compile("[0-9๐-๙]")
_ADDRESS = re.compile(
    r"#\S+|(?:https?://|www\.)[^\sก-๙]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w-])[\w-]+\.(?:go|or|co|ac)\.th\S*"
)

_MONTH_NUMBER: Final = {name: i for i, name in enumerate(MONTHS, start=1)} | {
    short.replace(".", ""): i for i, short in enumerate(MONTH_ABBREVIATIONS, start=1)
}
_SHORT: Final = "|".join(
    r"\.?\s?".join(map(re.escape, short.rstrip(".").split("."))) + r"\.?" for short in MONTH_ABBREVIATIONS
)
_MONTH = f"(?P<month>{'|'.join(MONTHS)}|(?:{_SHORT})(?![ก-์]))"
_ERA = r"(?P<era>พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|ปี(?:\s*พ\.?\s?ศ\.?)?)?"
_AND = r"\s*(?:-|–|—|~|/|ถึง|,\s*และ|,|และ|กับ|หรือ|ต่อเนื่องถึง)\s*(?:วัน[ก-๙]{2,12}ที่|วันที่)?\s*"
_DATE = re.compile(
    rf"(?P<days>\d{{1,2}}(?:{_AND}\d{{1,2}}){{0,30}})\s*(?:เดือน)?\s*{_MONTH}"
    rf"(?:\s*{_ERA}\s*(?P<year>\d{{4}}(?!\d)|(?:25)?\d{{2}}(?![\d,.]*\d|\s*(?:น\.|%|คน|ราย|จังหวัด|แห่ง))))?"
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?!\d)")
_CLOCK = r"([01]?\d|2[0-4])[.:]([0-5]\d)(?![\d,]\d)"
_OCLOCK = r"\s*(?:น\.|น(?![ก-๙])|นาฬิกา|hrs)"
_TIMES = re.compile(rf"{_CLOCK}(?:\s*(?:-|–|—|ถึง)\s*(?:เวลา\s*)?{_CLOCK})?(?:{_OCLOCK}|(?=:))?")
_HOUR = re.compile(r"(\d{1,2})\s*(?:นาฬิกา|น\.(?!\s?[ก-ฮ]{1,2}\.))")
_NIGHT = re.compile(r"([1-6])\s*ทุ่ม")
_PHONE = re.compile(
    r"0(?:\d{1,2})?(?:[ -]\d{3,4}){1,3}(?!\d)|0\d{8,9}(?!\d)|0\d{1,2}[- ]\d{6,7}(?!\d)|0-\d{4}-\d{4}"
)
_MONTH_BEFORE = re.compile(rf"(?:{'|'.join(MONTHS)}|(?:{_SHORT}))\s*(?:ปี\s*)?$")
_OFFICE_WORDS: Final = ("เลขที่", "จำนวน", "โทร", "โทร.", "สายด่วน", "มอก.",
                       "คำสั่งที่", "ที่", "มาตรฐาน", "รวม", "รุ่น",
                       "ห้อง", "ทล.", "หมายเลข", "มาตรา", "เบอร์", "สาย")  # fmt: skip
_CLASSIFIERS = re.compile(
    r"\s*(?:คน|ราย|แห่ง|บาท|ครั้ง|ตัว|ไร่|หลัง|ครัวเรือน|ชุด|โครงการ|กม|กิโล|เมตร|ล้าน|ตำบล|หมู่บ้าน|คดี|แปลง|"
    r"ตัน|ลบ|คัน|รายการ|กลุ่ม|ชิ้น|เครื่อง|กล่อง|โดส|ห้อง|เตียง|ต้น|รูป|เล่ม|ดวง|ลำ|สาขา|อัตรา|ล็อต|"
    r"ไมล์|เอเคอร์|ฟุต(?!บอล|ซอล)|นิ้ว|แกลลอน|บาร์เรล|%|-\d{4}\b(?!\d))"
)
_BARE_BE_YEARS: Final = frozenset(range(2400, 2620))
_SHORT_YEARS: Final = frozenset(range(30, 95))
# What may follow a figure, white space apart, if a pattern is to match: most figures need none.
_BEGINS_DATE: Final = frozenset(f"-–—~/,ถแกหตเ{''.join(m[0] for m in (*MONTHS, *MONTH_ABBREVIATIONS))}")
_BEGINS_TIME: Final = frozenset(".:นท")
_ENDS_MONTH: Final = frozenset(f".{''.join(m.rstrip('.')[-1] for m in (*MONTHS, *MONTH_ABBREVIATIONS))}ี")


@lru_cache(maxsize=8)
def thai_facts(text: str) -> tuple[Fact, ...]:
    """The facts of a normalised Thai text that are written with digits, in order.

    Args:
        text: A segment. Thai digits are read as Arabic ones.

    Returns:
        Facts with half-open code-point spans. Month names and weekdays are found by `thai_calendar`.
    """
    first = _ANY_DIGIT.search(text)
    if first is None:
        return ()
    if first[0] > "9" or _THAI_DIGIT.search(text, first.end()):
        text = arabic_digits(text)
    return tuple(_Reader(text).facts())


class _Reader(NumberReader):
    """What stands around numbers in Thai."""

    addresses: ClassVar[re.Pattern[str]] = _ADDRESS
    forms: ClassVar[re.Pattern[str]] = FORMS
    common = staticmethod(common)
    _head = ""
    _head_of = -1

    def _linked(self) -> list[Fact]:
        return linked(self._text, self._found)

    def _in_word(self, start: int) -> bool:
        return _is_latin(self._text, start)

    def _phone(self, start: int) -> int:
        if self._text[start] != "0" or not (match := _PHONE.match(self._text, start)):
            return 0
        digits = "".join(c for c in match[0] if c.isdigit())
        if len(digits) < 9:  # noqa: PLR2004 - the shortest Thai subscriber number with its 0
            return 0
        self._add(FactKind.PHONE, ((PHONE, digits),), start, match.end())
        return match.end()

    def _slashed(self, start: int) -> int:
        match = _SLASHED.match(self._text, start)
        if not match or not is_day(int(match[1]), int(match[2])):
            return 0
        self._add(FactKind.DATE, (day_key(int(match[1]), int(match[2])),), start, match.end(2))
        year = _years(match[3], certain=True) or ((NUMBER, int(match[3])),)
        self._add(FactKind.YEAR, year, match.start(3), match.end(3))
        return match.end()

    def _date(self, start: int, follow: str) -> int:
        match = _DATE.match(self._text, start) if follow in _BEGINS_DATE else None
        if not match or ("เดือน" in match[0] and not self._before(start, ("วันที่",))):
            return 0
        month = _month(match["month"])
        days = list(re.finditer(r"\d+", match["days"]))
        if not all(is_day(int(day[0]), month) for day in days):
            return 0
        for day in days:
            self._add(FactKind.DATE, (day_key(int(day[0]), month),), start + day.start(), match.end("month"))
        if match["year"]:
            is_common = (match["era"] or "").startswith("ค")
            keys = ((YEAR, int(match["year"])),) if is_common else _years(match["year"], certain=True)
            if not keys:
                return match.end("month")
            self._add(FactKind.YEAR, keys, *match.span("year"))
            return match.end()
        return match.end("month")

    def _times(self, start: int, figure: str, follow: str) -> int:
        if "." not in figure and follow not in _BEGINS_TIME:
            return 0
        match = _TIMES.match(self._text, start)
        if match and (
            match[0][-1] in ".นs"
            or ":" in match[0]
            or match[0].endswith("นาฬิกา")
            or self._before(start, ("เวลา",))
        ):
            self._time(match, 1)
            if match[3]:
                self._time(match, 3)
            return match.end()
        hour = _HOUR.match(self._text, start)
        if night := _NIGHT.match(self._text, start):  # 2 ทุ่ม is the second hour after 18:00
            keys = ((TIME, (18 + int(night[1])) % 24 * MINUTES),)
            self._add(FactKind.TIME, keys, start, night.end(), required=False)
            return night.end()
        if hour and int(hour[1]) <= 24:  # noqa: PLR2004 - hours of a day
            self._add(FactKind.TIME, ((TIME, int(hour[1]) % 24 * MINUTES),), start, hour.end())
            return hour.end()
        return 0

    def _time(self, match: re.Match[str], group: int) -> None:
        hour, minute = int(match[group]), int(match[group + 1])
        keys = ((TIME, hour % 24 * MINUTES + minute), (NUMBER, number(f"{hour}.{match[group + 1]}")))
        end = match.end() if group != 1 or not match[3] else match.end(2)
        self._add(FactKind.TIME, keys, match.start(group), end)

    def _before(self, start: int, words: tuple[str, ...]) -> bool:
        if start != self._head_of:
            self._head, self._head_of = self._text[max(0, start - 14) : start].rstrip(" (-"), start
        return self._head.endswith(words)

    def _follows_month(self, start: int) -> bool:
        head = self._text[max(0, start - 14) : start]
        # Only these characters end a month, or ปี after one.
        return head.rstrip()[-1:] in _ENDS_MONTH and bool(_MONTH_BEFORE.search(head))

    def _year(self, match: re.Match[str]) -> int:
        digits = match[0]
        start, end = match.span()
        if len(digits) not in {2, 4} or not digits.isdigit():
            return 0
        is_year = self._before(start, YEAR_WORDS) or self._follows_month(start)
        value = int(digits)
        if len(digits) == 4:  # noqa: PLR2004
            keys = _years(digits, certain=is_year)
            follows = self._text[end : end + 1] in {"/", "-", "–"} and _CLASSIFIERS.match(self._text, end)
            if (
                keys
                and not is_year
                and (
                    follows
                    or _CLASSIFIERS.match(self._text, end)
                    or self._before(start, _OFFICE_WORDS)
                    or self._text[start - 1 : start] in {"/", "-", "."}
                )
            ):
                keys = (*keys, (NUMBER, value)) if (NUMBER, value) not in keys else keys
        elif (is_year and not _CLASSIFIERS.match(self._text, end)) or self._follows_year(start):
            keys = _years(digits, certain=False)
        else:
            return 0
        if not keys:
            return 0
        is_free = self._before(start, NAME_WORDS)
        self._add(FactKind.YEAR, keys, start, end, required=not is_free)
        return end

    def _follows_year(self, start: int) -> bool:
        last = self._found[-1] if self._found else None
        if last is None or last.kind is not FactKind.YEAR:
            return False
        return self._text[last.end : start].strip() in {"/", "-", "–"}

    def _number(self, match: re.Match[str], follow: str) -> int:
        start = match.start()
        said = self._before(start, ("ร้อยละ",)), self._before(start, NAME_WORDS)
        return counted(self._text, match[0], start, self._found, said)


def _is_latin(text: str, start: int) -> bool:
    before = text[start - 1]
    if before in "-.&/" and start > 1:
        before = text[start - 2]
    return before.isascii() and before.isalpha()


def _month(name: str) -> int:
    return _MONTH_NUMBER["".join(name.replace(".", "").split())]


def _years(digits: str, *, certain: bool) -> tuple[Key, ...]:
    value = int(digits)
    if len(digits) == 2:  # noqa: PLR2004
        if value not in _SHORT_YEARS:
            return ()
        year: Key = (YEAR, CENTURY + value - BE_OFFSET)
        return (year,) if certain else (year, (NUMBER, value))
    if value in (BE_YEARS if certain else _BARE_BE_YEARS):
        return ((YEAR, value - BE_OFFSET),)
    if value in CE_YEARS:
        return ((YEAR, value),) if certain else ((YEAR, value), (NUMBER, value))
    return ()
