"""Month names and weekdays of both languages, wherever they stand."""

from __future__ import annotations

import re
from typing import Final

from bilingual_news.facts.english import WEEKDAY_NAMES, month_number
from bilingual_news.facts.model import MONTH, WEEKDAY, Fact, FactKind
from bilingual_news.thaidate import MONTHS, WEEKDAYS

_MONTH_NAME = re.compile("|".join(MONTHS))
_DAY = r"(จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์)"
_WEEKDAY = re.compile(rf"วัน\s?{_DAY}(?:\s?[-–]\s?(?:วัน)?{_DAY})?")


#: How a weekday begins, and how every month ends or begins: most texts have neither.
_WEEKDAY_HEAD = re.compile(r"วัน\s?(?:จัน|อัง|พุธ|พฤห|ศุก|เสา|อาท)")


#: One of these is in every Thai text that names a month or weekday.
SIGNS: Final = ("าคม", "ายน", "กุมภา", "วัน")


def may_name_days(text: str) -> bool:
    """Whether `thai_calendar` may find anything in a Thai text."""
    if "าคม" in text or "ายน" in text or "กุมภา" in text:
        return True
    return "วัน" in text and _WEEKDAY_HEAD.search(text) is not None


def thai_calendar(text: str) -> tuple[Fact, ...]:
    """Month names in full and weekdays after วัน, wherever they stand."""
    found = [
        Fact(FactKind.MONTH, ((MONTH, MONTHS.index(m[0]) + 1),), m[0], m.start(), m.end())
        for m in _MONTH_NAME.finditer(text)
    ] if "าคม" in text or "ายน" in text or "กุมภา" in text else []  # fmt: skip
    if "วัน" in text:
        for m in _WEEKDAY.finditer(text):
            for name in filter(None, m.groups()):
                full = "พฤหัสบดี" if name.startswith("พฤหัส") else name
                key = (WEEKDAY, WEEKDAYS.index(full))
                found.append(Fact(FactKind.WEEKDAY, (key,), m[0], m.start(), m.end()))
    return tuple(found)


#: How a name of the calendar begins; looked for before _CALENDAR is tried.
_BEGINNING = re.compile("[ADFJMNOSTW][a-u]")
_CALENDAR = re.compile(
    r"\b(?:(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|"
    r"(January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)


def english_calendar(text: str) -> tuple[Fact, ...]:
    """Month names and weekdays, wherever they stand."""
    found: list[Fact] = []
    for begin in _BEGINNING.finditer(text):
        match = _CALENDAR.match(text, begin.start())
        if match is None:
            continue
        if name := match[1] or match[2]:
            index = next(i for i, full in enumerate(WEEKDAY_NAMES) if full.startswith(name[:3]))
            found.append(Fact(FactKind.WEEKDAY, ((WEEKDAY, index),), match[0], *match.span()))
        else:
            key = (MONTH, month_number(match[3]))
            found.append(Fact(FactKind.MONTH, (key,), match[0], *match.span()))
    return tuple(found)
