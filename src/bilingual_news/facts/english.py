"""Read the facts of English text: the same values that `thai` reads.

Numbers with thousands, million/billion/trillion, percentages, ordinals, `17–25 December 2022` and
`December 17–25, 2022`, years with B.E. or A.D., 2021/22, 3.30 p.m. and 15:30, phone numbers. Number
words (three, twice, a dozen, Rama IX) are read apart, by `english_words`: they may render a Thai
number, but are too common to demand one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter, sub
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.facts.english_common import (
    ENDS_MONTH,
    FORMS,
    MAGNITUDE,
    MONTH,
    MONTH_BEFORE,
    MONTH_NAMES,
    common,
    counted,
    scale,
)
from bilingual_news.facts.model import (
    MINUTES,
    NUMBER,
    PERCENT,
    PHONE,
    TIME,
    YEAR,
    Fact,
    FactKind,
    day_key,
    is_day,
    number,
)
from bilingual_news.facts.reader import DIGIT, NumberReader
from bilingual_news.facts.years import CE_YEARS
from bilingual_news.thaidate import BE_OFFSET

if TYPE_CHECKING:
    from bilingual_news.facts.model import Key

WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_ADDRESS = re.compile(
    r"#\S+|(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w-])[\w-]+\.(?:go|or|co|ac)\.th\S*"
)
_SUFFIX = r"(?:st|nd|rd|th)?"
_AND = r"\s*(?:-|–|—|to|and|or|until|through|&|/|,\s*and|,)\s*(?:on\s+)?(?:the\s+|[A-Z][a-z]{2,5}day,?\s+)?"
#: Of a list no more is read at once than a month has days: else each of its figures would read them all.
_DAYS = rf"(?P<days>\d{{1,2}}{_SUFFIX}(?:{_AND}\d{{1,2}}{_SUFFIX}(?![\d:.]\d)){{0,30}})"
_DAY_MONTH = re.compile(rf"{_DAYS}\s+(?:of\s+)?{MONTH}")
_DAY_LIST = re.compile(rf"{_DAYS}(?![\d%]|\s*(?:%|percent|million|a\.m|p\.m))")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?!\d)")
_HALF = r"\s*(?:(?P<half>[ap])\.?\s?m\b\.?)"
_CLOCK = re.compile(rf"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?{_HALF}")
_CLOCK_HOURS = re.compile(r"([01]\d|2[0-4]|\d(?=[:.]))[:.]?([0-5]\d)\s*(?:hrs?|hours)\b")
_CLOCK_24 = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?!\d|,\d)")
_TIME_RANGE = re.compile(rf"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?\s*(?:-|–|—|to|until)\s*[\d:.]+{_HALF}")
_PHONE = re.compile(
    r"(?:\+66|0)(?:[ -]?\d{1,2})?(?:[ -]\d{3,4}){1,3}(?!\d)|0\d{8,9}(?!\d)|"
    r"0\d{1,2}[- ]\d{6,7}(?!\d)|0-\d{4}-\d{4}"
)
_LINK = re.compile(
    r"\s*(?:-|–|—|~|to|and|or|,\s*and|,|/|per|of|:)?\s*(?:the\s+)?(?:US\$|\$|THB\s?|฿)?[-−]?", re.IGNORECASE
)
_START, _END = itemgetter(3), itemgetter(4)
_LONGEST_LINK: Final = 12
# What may follow a figure, white space apart, if a pattern is to match: most figures need none.
_BEGINS_DATE: Final = frozenset(f"snrt-–—oau&/,{''.join(name[0] for name in MONTH_NAMES)}")
_BEGINS_TIME: Final = frozenset(":-–—tuaph")


@lru_cache(maxsize=8)
def english_facts(text: str) -> tuple[Fact, ...]:
    """The facts of an English text that are written with digits, in order.

    Returns:
        Facts with half-open code-point spans.
    """
    if not DIGIT.search(text):
        return ()
    return tuple(_Reader(text).facts())


class _Reader(NumberReader):
    """What stands around numbers in English."""

    addresses: ClassVar[re.Pattern[str]] = _ADDRESS
    forms: ClassVar[re.Pattern[str]] = FORMS
    common = staticmethod(common)

    def _linked(self) -> list[Fact]:
        return _spread(self._text, self._found)

    def _in_word(self, start: int) -> bool:
        return _is_latin(self._text, start)

    def _other_readings(self, reading: Key) -> tuple[Key, ...]:
        return ((YEAR, reading[1]),) if reading[1] in CE_YEARS else ()

    def _phone(self, start: int) -> int:
        has_plus = self._text[start - 1 : start] == "+" and start > 0
        if self._text[start] != "0" and not has_plus:
            return 0
        match = _PHONE.match(self._text, start - has_plus)
        digits = "".join(c for c in match[0] if c.isdigit()) if match else ""
        if match is None or len(digits) < 9:  # noqa: PLR2004 - the shortest Thai number with its 0
            return 0
        if has_plus:
            digits = f"0{digits[2:].lstrip('0')}"
        self._add(FactKind.PHONE, ((PHONE, digits),), start, match.end())
        return match.end()

    def _slashed(self, start: int) -> int:
        match = _SLASHED.match(self._text, start)
        if not match:
            return 0
        keys = tuple(day_key(int(match[a]), int(match[b])) for a, b in ((1, 2), (2, 1))
                     if is_day(int(match[a]), int(match[b])))  # fmt: skip
        if not keys:
            return 0
        self._add(FactKind.DATE, keys, start, match.end(2))
        year = _years(match[3]) or ((NUMBER, int(match[3])),)
        self._add(FactKind.YEAR, year, match.start(3), match.end(3))
        return match.end()

    def _date(self, start: int, follow: str) -> int:
        text = self._text
        if follow in _BEGINS_DATE and (match := _DAY_MONTH.match(text, start)):
            return self._days(match, match["month"], match.end())
        if text[max(0, start - 16) : start].rstrip()[-3:] not in ENDS_MONTH:
            return 0
        before = MONTH_BEFORE.search(text, max(0, start - 16), start)
        match = _DAY_LIST.match(text, start) if before else None
        if match is None or before is None:
            return 0
        return self._days(match, before["month"], match.end("days"))

    def _days(self, match: re.Match[str], name: str, end: int) -> int:
        month = month_number(name)
        days = list(re.finditer(r"\d+", match["days"]))
        if not all(is_day(int(day[0]), month) for day in days):
            return 0
        for day in days:
            keys = (day_key(int(day[0]), month), (NUMBER, int(day[0])))
            self._add(FactKind.DATE, keys, match.start() + day.start(), end)
        return end

    def _times(self, start: int, figure: str, follow: str) -> int:
        if follow not in _BEGINS_TIME:
            return 0
        text = self._text
        if match := _TIME_RANGE.match(text, start):
            self._time(match, (match["half"], ""), match.end(2) if match[2] else match.end(1))
            return match.end(2) if match[2] else match.end(1)
        match = _CLOCK.match(text, start) or _CLOCK_HOURS.match(text, start) or _CLOCK_24.match(text, start)
        if match is None:
            return 0
        half = match.groupdict().get("half") or ""
        self._time(match, (half,), match.end())
        return match.end()

    def _time(self, match: re.Match[str], halves: tuple[str, ...], end: int) -> None:
        hour, minute = int(match[1]), int(match[2] or 0)
        keys: list[Key] = []
        for half in halves:
            if half:
                keys.append((TIME, (hour % 12 + (12 if half == "p" else 0)) * MINUTES + minute))
            else:
                keys.append((TIME, hour % 24 * MINUTES + minute))
        keys.append((NUMBER, number(f"{hour}.{match[2]}") if match[2] else hour))
        self._add(FactKind.TIME, tuple(keys), match.start(), end)

    def _year(self, match: re.Match[str]) -> int:
        digits, (start, end) = match[0], match.span()
        if not digits.isdigit():
            return 0
        if len(digits) == 2 and self._follows_year(start):  # noqa: PLR2004
            last = self._found[-1].keys[0][1]
            assert isinstance(last, int)
            century = last - last % 100
            keys: tuple[Key, ...] = ((YEAR, century + int(digits)), (NUMBER, int(digits)))
        elif len(digits) == 4:  # noqa: PLR2004
            if self._text[max(0, start - 6) : start].rstrip().endswith(("B.E.", "BE", "B.E")):
                keys = ((YEAR, int(digits) - BE_OFFSET),)
            else:
                keys = _years(digits)
        else:
            return 0
        if not keys:
            return 0
        self._add(FactKind.YEAR, keys, start, end)
        return end

    def _follows_year(self, start: int) -> bool:
        last = self._found[-1] if self._found else None
        if last is None or last.kind is not FactKind.YEAR:
            return False
        return self._text[last.end : start].strip() in {"/", "-", "–", "—"}

    def _number(self, match: re.Match[str], follow: str) -> int:
        return counted(self._text, match[0], match.start(), self._found)


def month_number(name: str) -> int:
    """The number of an English month by its name or abbreviation."""
    return next(i for i, full in enumerate(MONTH_NAMES, start=1) if full.startswith(name[:3]))


def _is_latin(text: str, start: int) -> bool:
    before = text[start - 1]
    if before in "-.&/" and start > 1:
        before = text[start - 2]
        if text[start - 1] == ".":
            return (
                before.isascii()
                and before.isupper()
                and (start <= len("B.") or not text[start - 3].isalpha())
            )
    return before.isascii() and before.isalpha()


def _years(digits: str) -> tuple[Key, ...]:
    value = int(digits)
    if len(digits) == 2:  # noqa: PLR2004
        return ((YEAR, 2000 + value), (NUMBER, value))
    if value in CE_YEARS:
        return ((YEAR, value), (NUMBER, value))
    return ()


def _factor(fact: Fact) -> int:
    if fact.text[-1].isdigit():
        return 1
    match = MAGNITUDE.search(fact.text)
    return scale(match) if match else 1


def _spread(text: str, facts: list[Fact]) -> list[Fact]:
    if min(map(sub, map(_START, facts[1:]), map(_END, facts))) > _LONGEST_LINK:
        return facts
    out = list(facts)
    for i in range(len(out) - 2, -1, -1):
        here, there = out[i], out[i + 1]
        if here.kind not in _PLAIN or there.kind not in _PLAIN:
            continue
        if there.start - here.end <= _LONGEST_LINK and _LINK.fullmatch(text, here.end, there.start):
            out[i] = _like(here, there)
    return out


_PLAIN: Final = frozenset({FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT})


def _like(here: Fact, there: Fact) -> Fact:
    value = here.keys[0][1]
    if isinstance(value, str):
        return here
    more: list[Key] = []
    if any(space == PERCENT for space, _ in there.keys):
        more.append((PERCENT, value))
    factor = _factor(there)
    if factor > 1 and _factor(here) == 1:
        more.append((NUMBER, value * factor))
    return here._replace(keys=tuple(dict.fromkeys((*here.keys, *more)))) if more else here
