"""Thai calendar dates: Buddhist-era years, month names and their abbreviations, Thai digits.

The Buddhist era of the Thai civil calendar is the Common Era plus 543 (Royal Institute); before 1941
the civil year began in April, which no article of this corpus reaches. PyThaiNLP's `thai_strptime`
is not used: it fails on weekdays, two-digit years and Thai digits and is silently wrong on ranges.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bilingual_news.text import arabic_digits

BE_OFFSET: Final = 543
MONTHS: Final = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTH_ABBREVIATIONS: Final = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
WEEKDAYS: Final = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")

_MONTH_NUMBER: Final = {
    name: number for names in (MONTHS, MONTH_ABBREVIATIONS) for number, name in enumerate(names, start=1)
}
_NAMES = "|".join(map(re.escape, _MONTH_NUMBER))
_LONG = re.compile(rf"(\d{{1,2}})\s*({_NAMES})\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*(\d{{4}}|\d{{2}})(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_BE_FROM: Final = 2400
_CE_FROM: Final = 1900


def to_common_era(year: int) -> int:
    """Turn a written year into a Common Era year.

    Args:
        year: A Buddhist-era year of four digits (2565) or two (65, read as 2565), or a Common Era
            year of four digits, which is returned as it is.

    Raises:
        ValueError: For a year that is neither.
    """
    if year < 100:  # noqa: PLR2004 - two written digits
        return 2500 + year - BE_OFFSET
    if year >= _BE_FROM:
        return year - BE_OFFSET
    if year >= _CE_FROM:
        return year
    message = f"{year} is neither a Buddhist-era nor a Common Era year"
    raise ValueError(message)


def parse_thai_date(text: str) -> date | None:
    """The first full date in a text (day, month, year), or None.

    Reads `วันพฤหัสบดีที่ 27 มกราคม 2565`, `1 ก.พ. 67`, `๒๗ มกราคม พ.ศ. ๒๕๖๕` and `27/01/2565`.
    """
    digits = arabic_digits(text)
    if match := _LONG.search(digits):
        day, month, year = int(match[1]), _MONTH_NUMBER[match[2]], int(match[3])
    elif match := _SLASHED.search(digits):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
    else:
        return None
    try:
        return date(to_common_era(year), month, day)
    except ValueError:
        return None


def format_thai_date(day: date) -> str:
    """A date as Thai news writes it, with weekday and Buddhist era: `วันพฤหัสบดีที่ 27 มกราคม พ.ศ. 2565`."""
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return f"วัน{weekday}ที่ {day.day} {month} พ.ศ. {day.year + BE_OFFSET}"
