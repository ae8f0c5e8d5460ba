"""Compare the facts of a Thai text with those of its English: what is missing, added, or changed.

The comparison is one of multisets with four documented liberties, each measured on 16,000 government
pairs: digits may be written out (3 → three, 2 เท่า → twice); a value that stands more than once may be
stated once (1–31 January 2022 for two full dates); digits inside names are not demanded; and a number
that one side may read in two ways (a short year, an end of a range) counts with either reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from bilingual_news.facts.calendar_names import english_calendar, thai_calendar
from bilingual_news.facts.english import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    english_facts,
)
from bilingual_news.facts.model import (
    DAY,
    MINUTES,
    MONTH,
    MONTH_FACTOR,
    NUMBER,
    PERCENT,
    PHONE,
    TIME,
    WEEKDAY,
    YEAR,
    Fact,
    FactKind,
    Key,
)
from bilingual_news.facts.thai import thai_facts
from bilingual_news.facts.units import differ
from bilingual_news.facts.words import english_word_values, stated_thai_words, thai_word_values

_BILLION: Final = 10**9
_MILLION: Final = 10**6


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that the two sides do not share.

    Attributes:
        kind: What the fact is about.
        thai: The Thai fact, or None for one that only the English states.
        english: The English fact that stands in its place, or None.
        expected: The English that the Thai fact calls for; empty without a Thai fact.
        is_unit: Whether the value agrees and the unit does not.
    """

    kind: FactKind
    thai: Fact | None
    english: Fact | None
    expected: str = ""
    is_unit: bool = False


@lru_cache(maxsize=256)
def differences(thai: str, english: str) -> tuple[Difference, ...]:
    """Every fact in which an English text differs from its Thai.

    Args:
        thai: A normalised Thai segment.
        english: Its translation.

    Returns:
        Missing Thai facts in order, each with the English fact that most likely replaced it; then
        English facts that the Thai does not state; then units that differ beside equal values.
    """
    source, target = thai_facts(thai), english_facts(english)
    if not source and not target:
        return ()
    missing = [
        fact for fact in _unstated(source, target) if not _is_worded(fact, english_word_values(english))
    ]
    added = [fact for fact in _unstated(target, source) if not _is_worded(fact, thai_word_values(thai))]
    out: list[Difference] = []
    for fact in missing:
        other = _counterpart(fact, added)
        if other is not None:
            added.remove(other)
        out.append(Difference(fact.kind, fact, other, render(fact.keys[0], fact.unit)))
    out += [Difference(fact.kind, None, fact) for fact in added]
    if source and target:
        out += _units(source, target)
    return tuple(out)


@lru_cache(maxsize=256)
def calendar_differences(thai: str, english: str) -> tuple[Difference, ...]:
    """Weekdays and months in full that the Thai names and the English does not.

    A weekday may be dropped in English only together with all others; months may be named by number.
    """
    source = thai_calendar(thai)
    if not source:
        return ()
    target = english_calendar(english)
    stated = {key for fact in target for key in fact.keys}
    stated |= {(MONTH, int(v) // MONTH_FACTOR) for f in english_facts(english) for s, v in f.keys if s == DAY}
    out: list[Difference] = []
    for fact in source:
        if fact.keys[0] in stated:
            continue
        others = [f for f in target if f.kind is fact.kind and f.keys[0] not in {g.keys[0] for g in source}]
        out.append(Difference(fact.kind, fact, others[0] if others else None, render(fact.keys[0], "")))
    return tuple(out)


def _unstated(facts: tuple[Fact, ...], others: tuple[Fact, ...]) -> list[Fact]:
    """The facts that must be stated and share no value with any of the other side."""
    stated: set[Key] = set()
    for other in others:
        stated.update(other.keys)
    return [fact for fact in facts if fact.required and stated.isdisjoint(fact.keys)]


def _is_worded(fact: Fact, words: frozenset[int | Decimal]) -> bool:
    if fact.kind is FactKind.TIME and -1 in words:  # the Thai tells the time in words
        return True
    if fact.kind is FactKind.TIME and (NUMBER, Decimal("12.00")) in fact.keys and 12 in words:  # noqa: PLR2004
        return True
    return any(space in {NUMBER, PERCENT} and value in words for space, value in fact.keys)


def _counterpart(fact: Fact, added: list[Fact]) -> Fact | None:
    """The added English fact that most likely stands for a missing Thai one: same kind, else first."""
    plain = {FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT, FactKind.YEAR}
    same = [other for other in added if other.kind is fact.kind]
    if fact.kind in plain:
        same += [other for other in added if other.kind in plain and other not in same]
    return same[0] if same else None


def _units(source: tuple[Fact, ...], target: tuple[Fact, ...]) -> list[Difference]:
    """Units that differ beside a value, where no English statement of the value has the Thai unit."""
    theirs: dict[Key, list[Fact]] = {}
    for fact in target:
        if fact.unit:
            theirs.setdefault(fact.keys[0], []).append(fact)
    out: list[Difference] = []
    if not theirs:
        return out
    for fact in source:
        if not fact.unit:
            continue
        others = theirs.get(fact.keys[0])
        if others and all(differ(fact.unit, other.unit) for other in others):
            expected = render(fact.keys[0], fact.unit)
            out.append(Difference(fact.kind, fact, others[0], expected, is_unit=True))
    return out


def worded_differences(thai: str, english: str) -> tuple[Difference, ...]:
    """Thai number words of a digit and a scale (สองร้อยล้าน) whose value the English does not state."""
    stated = stated_thai_words(thai)
    if not stated:
        return ()
    values = {value for fact in english_facts(english) for _, value in fact.keys}
    words = english_word_values(english)
    out: list[Difference] = []
    for value, word, start in stated:
        if value not in values and value not in words:
            fact = Fact(FactKind.NUMBER, ((NUMBER, value),), word, start, start + len(word))
            out.append(Difference(FactKind.NUMBER, fact, None, render(fact.keys[0], "")))
    return tuple(out)


def render(key: Key, unit: str) -> str:
    """The English of a value: `1.5 million baht`, `27 January`, `15:30`, `2022`, `5 percent`."""
    space, value = key
    if isinstance(value, str) or space == PHONE:
        return str(value)
    if space == DAY:
        month, day = divmod(int(value), MONTH_FACTOR)
        return f"{day} {MONTH_NAMES[month - 1]}"
    if space == MONTH:
        return MONTH_NAMES[int(value) - 1]
    if space == WEEKDAY:
        return WEEKDAY_NAMES[int(value)]
    if space == TIME:
        return f"{int(value) // MINUTES:02}:{int(value) % MINUTES:02}"
    if space == YEAR:
        return str(value)
    text = f"{_plain(value)} percent" if space == PERCENT else _large(value)
    return f"{text} {_plural(unit, value)}" if unit and space == NUMBER else text


def _large(value: int | Decimal) -> str:
    for scale, name in ((_BILLION, "billion"), (_MILLION, "million")):
        if value >= scale and (Decimal(value) / scale * 1000) % 1 == 0:
            return f"{_plain(Decimal(value) / scale)} {name}"
    return _plain(value)


def _plain(value: int | Decimal) -> str:
    return f"{value.normalize():,f}" if isinstance(value, Decimal) else f"{value:,}"


_INVARIABLE: Final = frozenset({"baht", "rai", "ngan", "yuan", "yen", "won", "square wah"})


def _plural(unit: str, value: int | Decimal) -> str:
    return unit if value == 1 or unit in _INVARIABLE else f"{unit}s"
