"""Checks of facts: the values that the Thai states must be the values that the English states.

The values are read by `bilingual_news.facts`; each class reports one kind of them.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.facts.compare import (
    calendar_differences,
    differences,
    worded_differences,
)
from bilingual_news.facts.counted import classifier
from bilingual_news.facts.english import english_facts
from bilingual_news.facts.exchanged import exchanged
from bilingual_news.facts.kinds import kind
from bilingual_news.facts.model import NUMBER, FactKind
from bilingual_news.facts.rendering import render
from bilingual_news.facts.thai import thai_facts
from bilingual_news.model import Severity
from bilingual_news.thaidate import BE_OFFSET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair
    from bilingual_news.facts.compare import Difference
    from bilingual_news.facts.model import Fact

_TEN: Final = 10
#: Characters of a Buddhist-era year and of what stands between it and its year of the Common Era.
_LONGEST_ERA: Final = 20


class Numbers:
    """Numbers, ordinals and years."""

    id: ClassVar[str] = "numbers"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A number, ordinal or year (พ.ศ. 2565 = 2022) of the Thai is missing from the English, or the "
        "English states one that the Thai does not."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for found in _differences(pair, {FactKind.NUMBER, FactKind.YEAR}):
            if not _is_added_year(pair, found):
                yield _other_era(pair, found) or _problem(found)


class AddedYear:
    """A year added to a date."""

    id: ClassVar[str] = "added-year"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English adds a year to a date that has none in the Thai (13 มิ.ย. = 13 June): right only if it "
        "is the year that the article means."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for found in _differences(pair, {FactKind.YEAR}):
            if found.english and _is_added_year(pair, found):
                date = _date_before(pair.target, found.english)
                expected = render(date.keys[0], "") if date else ""
                yield Problem(
                    f"expected {expected} without a year: {found.english.text.strip()} is not in the Thai",
                    None,
                    (found.english.start, found.english.end),
                )


class NumberOrder:
    """Numbers that changed places."""

    id: ClassVar[str] = "number-order"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "Two numbers of one kind or the ends of a range stand in another order than in the Thai, or beside "
        "what the other counts or measures there: they may have changed places."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if not pair.target:
            return
        for one, other in exchanged(pair.source, pair.target)[:1]:
            first, second = (render(f.keys[0], "") for f in (one, other))
            expected = [_as_in(pair.source, fact) for fact in (one, other)]
            message = (
                f"{first} stands before {second} in the Thai, and after it here: "
                f"expected {' before '.join(expected)}"
                if one.start > other.start
                else f"{first} and {second} stand beside what the other counts in the Thai: "
                f"expected {' and '.join(expected)}"
            )
            yield Problem(message, None, (one.start, one.end))


def _as_in(thai: str, english: Fact) -> str:
    """The English of a number as the Thai has it: with its unit, or with the classifier after it.

    Of several that have the value one that counts something is meant, not the marker of a list.
    """
    key = english.keys[0]
    for fact in thai_facts(thai):
        if key in fact.keys and fact.unit:
            return render(key, fact.unit)
        if key in fact.keys and (noun := kind(thai, fact) or classifier(thai, fact)):
            return f"{render(key, '')} ({noun})"
    return render(key, "")


class NumberWords:
    """Numbers in Thai words."""

    id: ClassVar[str] = "number-words"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A number that the Thai writes in words (สองร้อยล้าน) is missing from the English, or a small one "
        "(สองวัน, สัปดาห์ที่สอง) is another one there."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.target:
            yield from map(_problem, worded_differences(pair.source, pair.target))


class Percentages:
    """Percentages."""

    id: ClassVar[str] = "percent"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A percentage (ร้อยละ, %, เปอร์เซ็นต์) is missing, has another value or is no percentage in English."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from _reported(pair, {FactKind.PERCENT})


class Money:
    """Amounts of money."""

    id: ClassVar[str] = "money"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "An amount of money differs in value, most often by its magnitude (1 แสนล้านบาท = 100 billion baht)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from _reported(pair, {FactKind.MONEY})


class Dates:
    """Days and months."""

    id: ClassVar[str] = "dates"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A day and month, or a month, of the Thai is not in the English, or another is."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from _reported(pair, {FactKind.DATE})
        if pair.target:
            found = calendar_differences(pair.source, pair.target)
            yield from (_problem(d) for d in found if d.kind is FactKind.MONTH)


class Weekdays:
    """Weekdays."""

    id: ClassVar[str] = "weekdays"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A weekday after วัน is not in the English, or is another one there."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.target and "วัน" in pair.source:
            found = calendar_differences(pair.source, pair.target)
            yield from (_problem(d) for d in found if d.kind is FactKind.WEEKDAY)


class Times:
    """Times of day."""

    id: ClassVar[str] = "times"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A time of day (15.30 น. = 15:30 = 3.30 p.m.) is missing or differs."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from _reported(pair, {FactKind.TIME})


class Phones:
    """Telephone numbers."""

    id: ClassVar[str] = "phones"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A telephone number has other digits; spaces, hyphens and +66 do not matter."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from _reported(pair, {FactKind.PHONE})


class Units:
    """Units and currencies."""

    id: ClassVar[str] = "units"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A value stands with another unit or currency of the same kind (5 ไร่ is not 5 hectares), or is for "
        "each of something else (จังหวัดละ 13 is not 13 per hospital)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.target:
            yield from (_problem(d) for d in differences(pair.source, pair.target) if d.is_unit)


class FiscalYear:
    """Fiscal years."""

    id: ClassVar[str] = "fiscal-year"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "ปีงบประมาณ is the fiscal year (October to September), and the English speaks of a plain year."
    )
    _WORDS: ClassVar[tuple[str, ...]] = ("fiscal", "budget", "fy", "financial year")

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        start = pair.source.find("ปีงบประมาณ")
        if start >= 0 and pair.target:
            lower = pair.target.lower()
            if not any(word in lower for word in self._WORDS):
                span = (start, start + len("ปีงบประมาณ"))
                yield Problem("expected 'fiscal year' for ปีงบประมาณ", span)


def _reported(pair: Pair, kinds: set[FactKind]) -> Iterator[Problem]:
    return map(_problem, _differences(pair, kinds))


def _differences(pair: Pair, kinds: set[FactKind]) -> list[Difference]:
    if not pair.target:
        return []
    return [d for d in differences(pair.source, pair.target) if d.kind in kinds and not d.is_unit]


#: How far a year may stand from its day and month: 13 June 2023, 13 June, 2023.
_NEXT: Final = 2


def _is_added_year(pair: Pair, found: Difference) -> bool:
    """Whether the English adds a year to a date that has none in the Thai."""
    if found.thai is not None or found.english is None or found.kind is not FactKind.YEAR:
        return False
    date = _date_before(pair.target, found.english)
    if date is None:
        return False
    facts = thai_facts(pair.source)
    dates = [i for i, fact in enumerate(facts) if fact.kind is FactKind.DATE and fact.keys[0] == date.keys[0]]
    return bool(dates) and all(fact.kind is not FactKind.YEAR for fact in facts)


def _date_before(english: str, year: Fact) -> Fact | None:
    dates = (
        f for f in english_facts(english) if f.kind is FactKind.DATE and 0 <= year.start - f.end <= _NEXT
    )
    return next(dates, None)


#: A Buddhist-era year right before the one of the Common Era that says the same: B.E. 2551 (2008).
_BUDDHIST_BEFORE = re.compile(r"\bB\.? ?E\.? ?(2[3-6]\d\d)(?: ?\(| ?/ ?|, )(?:[AC]\.?[DE]\.? ?)?$")


def _other_era(pair: Pair, difference: Difference) -> Problem | None:
    """A wrong year beside the Buddhist-era one that it should say once more: B.E. 2551 (2018)."""
    year = difference.english
    if difference.thai or year is None:
        return None
    before = _BUDDHIST_BEFORE.search(pair.target, max(0, year.start - _LONGEST_ERA), year.start)
    if before is None:
        return None
    expected = f"expected {int(before[1]) - BE_OFFSET} for B.E. {before[1]}"
    return Problem(f"{expected}, found {year.text.strip()!r}", None, (year.start, year.end))


def _problem(difference: Difference) -> Problem:
    thai, english = difference.thai, difference.english
    source = (thai.start, thai.end) if thai else None
    target = (english.start, english.end) if english else None
    if thai is None:
        assert english is not None  # a difference has a side
        return Problem(f"{english.text.strip()!r} is not in the Thai: delete or correct it", None, target)
    expected = thai.text.strip() if thai.kind is FactKind.PHONE else difference.expected
    message = f"expected {expected} for {thai.text.strip()}"
    if english is None:
        return Problem(f"{message}, which the English does not state", source)
    if difference.is_unit:
        found = render(english.keys[0], english.unit) if english.unit else english.text.strip()
        return Problem(f"{message}, found {found!r}: another unit", source, target)
    message += f", found {english.text.strip()!r}"
    if power := _power(thai, english):
        message += f": wrong magnitude, {power}"
    elif _is_buddhist(thai, english):
        message += ": a Buddhist-era year, subtract 543"
    return Problem(message, source, target)


def _power(thai: Fact, english: Fact) -> str:
    """How many times too large or small an English value is, where that is a power of ten."""
    (space, ours), (other, theirs) = thai.keys[0], english.keys[0]
    if space != NUMBER or other != NUMBER or isinstance(ours, str) or isinstance(theirs, str) or not ours:
        return ""
    if not theirs:
        return ""
    factor = Fraction(max(ours, theirs)) / Fraction(min(ours, theirs))
    if factor.denominator != 1 or factor < _TEN or str(factor).strip("0") != "1":
        return ""
    size = "large" if theirs > ours else "small"
    return f"{factor.numerator:,} times too {size} ({render(english.keys[0], '')})"


def _is_buddhist(thai: Fact, english: Fact) -> bool:
    value = english.keys[0][1]
    return thai.kind is FactKind.YEAR and not isinstance(value, str) and str(value) in thai.text
