"""What is left of short pairs without their dates and figures, whose lengths say nothing of the rest.

วันที่ 31 ธันวาคม พ.ศ. 2567 is twice as long as "31 December 2024", and "2. 6 urgent policies:" is longer than
its Thai calls for: where dates and figures are much of a text, its length is judged without them too.
"""

from __future__ import annotations

import re
from typing import Final

from bilingual_news.thaidate import MONTH_ABBREVIATIONS, MONTHS

_MONTHS: Final = "|".join((*MONTHS, *map(re.escape, MONTH_ABBREVIATIONS)))
_THAI = re.compile(
    rf"(?:เมื่อ|ณ|ใน|ตั้งแต่|ถึง|ระหว่าง)?(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?ที่|วันที่|เดือน|เวลา)?\s*"
    rf"(?:[0-9๐-๙][0-9๐-๙.,:/–-]*\s*)?(?:{_MONTHS})\s*(?:(?:ปี\s*)?(?:พ\.?\s?ศ\.?)?\s*[0-9๐-๙]{{2,4}})?|"
    r"(?:ปี\s*)?(?:พ\.\s?ศ\.\s?)?[0-9๐-๙][0-9๐-๙.,:/–-]*(?:\s?(?:น\.|นาฬิกา))?"
)
_ENGLISH = re.compile(
    r"\b(?:(?:on|from|to|in|until|since|during|between) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d[\d.,:/–-]*(?:st|nd|rd|th)? )?(?:of )?(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)(?: \d+(?!\d))?,?(?: \d{4})?|\d[\d.,:/–-]*(?:st|nd|rd|th)?",
)
#: The share of a Thai text that dates and figures must have.
_MUCH: Final = 0.25
#: A shorter one needs but a figure.
_SHORT: Final = 60


def rest_of(source: str, target: str) -> tuple[str, str] | None:
    """Both texts without dates and figures, or None where those are little of a Thai that is not short."""
    thai = _THAI.sub(" ", source)
    least = 1 if len(source) < _SHORT else _MUCH * len(source)
    if len(source) - len(thai) < least:
        return None
    return " ".join(thai.split()), " ".join(_ENGLISH.sub(" ", target).split())
