"""Compare the facts of a Thai text with those of its English: what is missing, added, or changed.

The comparison is one of multisets with four documented liberties, each measured on 16,000 government
pairs: digits may be written out (3 → three, 2 เท่า → twice); a year, day or time that stands more than
once may be stated once (1–31 January 2022 for two full dates), a plain number may not; digits inside
names are not demanded; and a number that one side may read in two ways (a short year, an end of a
range) counts with either reading.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from bilingual_news.facts.calendar_names import english_calendar, thai_calendar
from bilingual_news.facts.conversions import without_conversions
from bilingual_news.facts.counted import COUNTED, Counted, count_apart
from bilingual_news.facts.english import english_facts
from bilingual_news.facts.figures import as_phone, is_code, with_commas
from bilingual_news.facts.kinds import exchanged_kinds, may_have_kinds
from bilingual_news.facts.model import (
    DAY,
    MONTH,
    MONTH_FACTOR,
    NUMBER,
    PERCENT,
    TIME,
    Fact,
    FactKind,
    Key,
    Value,
)
from bilingual_news.facts.ranges import lost_units
from bilingual_news.facts.rendering import render
from bilingual_news.facts.shares import other_shares
from bilingual_news.facts.small import other_small_numbers
from bilingual_news.facts.thai import thai_facts
from bilingual_news.facts.unclaimed import Unclaimed
from bilingual_news.facts.units import differ
from bilingual_news.facts.words import english_word_values, stated_thai_words, thai_word_values
from bilingual_news.facts.years import is_this
from bilingual_news.patterns import lazily
from bilingual_news.thaidate import BE_OFFSET, MONTH_ABBREVIATIONS

_ONE: Final = (NUMBER, 1)


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


#: A set: whether a range holds a decimal fraction, Python finds out number by number.
_LEFT_YEARS: Final = frozenset(range(2480, 2620))
_LEFT_KEYS: Final = frozenset((NUMBER, year) for year in _LEFT_YEARS)


def agree(thai: str, english: str) -> bool:
    """Whether a quick look shows that `differences` and `exchanged` find nothing.

    So it is where both sides state the same values, each by its likeliest reading, with the same units and
    in the same order. Where a value stands twice, only what counts it tells which of them changed places.
    """
    source, target = thai_facts(thai), english_facts(english)
    if len(source) != len(target):
        return False
    ours, theirs = [fact[1][0] for fact in source], [fact[1][0] for fact in target]
    if ours != theirs:
        return False
    if len(ours) > 1 and len(set(ours)) < len(ours):
        return False
    if [fact[6] for fact in source] != [fact[6] for fact in target] or not _LEFT_KEYS.isdisjoint(theirs):
        return False
    if " per " in english and other_shares(thai, source, english, target):
        return False
    if len(ours) == 1:
        return True
    if count_apart(thai, source) and Counted(thai, source, english, target).exchanged():
        return False
    return not (may_have_kinds(thai) and exchanged_kinds(thai, source, english, target))


@lru_cache(maxsize=8)
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
    target = without_conversions(source, target, english)
    missing = [*_missing(source, target, english), *_missing_again(source, target, english)]
    if all(fact.kind is not FactKind.YEAR for fact in target):
        missing = [f for f in missing if f.kind is not FactKind.YEAR or not is_this(f, thai, english)]
    if missing and (joined := with_commas(english, missing)) != english:
        return differences(thai, joined)
    added = [*_added(source, target, thai), *_added_again(source, target, thai)]
    added = [fact for fact in added if fact.text != "7" or not english.endswith("24/", 0, fact.start)]
    if left := _buddhist(source, target, thai, english):
        added = list(dict.fromkeys((*added, *left)))
    out: list[Difference] = []
    unclaimed = Unclaimed(added)
    for fact in missing:
        other = unclaimed.take(fact.kind)
        if other is None and fact.kind is FactKind.PHONE and (parts := as_phone(fact, unclaimed)):
            unclaimed.drop(parts)
            other = parts[0]._replace(text=english[parts[0].start : parts[-1].end], end=parts[-1].end)
        expected = fact.text.strip() if is_code(thai, fact) else render(fact.keys[0], fact.unit)
        out.append(Difference(fact.kind, fact, other, expected))
    out += [Difference(fact.kind, None, fact) for fact in unclaimed]
    ours = {(fact.keys[0], fact.unit) for fact in source if fact.unit}
    theirs = {(fact.keys[0], fact.unit) for fact in target if fact.unit}
    if ours and theirs and ours != theirs:  # the same units beside the same values differ nowhere
        out += _units(source, target)
    if len({fact.unit for fact in source}) > 1:
        out += [
            Difference(one.kind, one, merged, render(one.keys[0], one.unit), is_unit=True)
            for one, merged in lost_units(thai, source, english)
        ]
    out += [
        Difference(one.kind, one, other, expected, is_unit=True)
        for one, other, expected in other_shares(thai, source, english, target)
    ]
    return tuple(out)


@lru_cache(maxsize=8)
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
    ours = {fact.keys[0] for fact in source}
    out: list[Difference] = []
    for fact in source:
        if fact.keys[0] in stated:
            continue
        others = [f for f in target if f.kind is fact.kind and f.keys[0] not in ours]
        out.append(Difference(fact.kind, fact, others[0] if others else None, render(fact.keys[0], "")))
    if not out:
        out = [Difference(fact.kind, None, fact) for fact in _extra_months(thai, target, ours)]
    return tuple(out)


#: Months without a day and year: ต.ค. 64, ก.ค.-ก.ย.
_SHORT_MONTH = lazily(r"(?<![ก-ฮ.])(" + "|".join(map(re.escape, MONTH_ABBREVIATIONS)) + ")")


def _extra_months(thai: str, target: tuple[Fact, ...], ours: set[Key]) -> list[Fact]:
    """Months that the English names beside those of a Thai that names its months in full."""
    known = {int(v) for s, v in ours if s == MONTH}
    extra = [f for f in target if f.kind is FactKind.MONTH and int(f.keys[0][1]) not in known]
    if not known or not extra:
        return []
    known |= {MONTH_ABBREVIATIONS.index(name) + 1 for name in _SHORT_MONTH.findall(thai)}
    known |= {int(v) // MONTH_FACTOR for f in thai_facts(thai) for s, v in f.keys if s == DAY}
    # "May" is a verb and a name too.
    return [f for f in extra if int(f.keys[0][1]) not in known and f.text != "May"]


def _unstated(facts: tuple[Fact, ...], others: tuple[Fact, ...]) -> list[Fact]:
    """The facts of one side that the other does not state.

    A time may be a number of the other side, but of two times 10.00 น. is not 10 p.m.
    """
    stated = {key for fact in others for key in fact.keys}
    out = [fact for fact in facts if fact.required and stated.isdisjoint(fact.keys)]
    if not any(fact.kind is FactKind.TIME for fact in facts):
        return out
    at = {key for fact in others for key in fact.keys if fact.kind is not FactKind.TIME or key[0] == TIME}
    return [f for f in facts if f.required and (at if f.kind is FactKind.TIME else stated).isdisjoint(f.keys)]


def _missing(source: tuple[Fact, ...], target: tuple[Fact, ...], english: str) -> list[Fact]:
    out = _unstated(source, target)
    if not out:
        return out
    words = english_word_values(english)
    out = [fact for fact in out if not _is_worded(fact, words)]
    if out and _WHOLE.search(english):
        out = [fact for fact in out if fact.keys[0] != _ALL]
    return [fact for fact in out if not _is_vague(fact, source)] if out and _VAGUE.search(english) else out


#: What 100% is in English: fully protected.
_WHOLE = lazily(r"\b(?:fully|entirely|completely|wholly|in full)\b", re.IGNORECASE)
_ALL: Final = (PERCENT, 100)
#: What 2-3 ปี is in English: "a few years", "several years".
_VAGUE = lazily(r"\b(?:several|few|couple|handful|some)\b", re.IGNORECASE)
_MOST_VAGUE: Final = 9


def _is_vague(fact: Fact, source: tuple[Fact, ...]) -> bool:
    """Whether a number is an end of 2-3, 4-5: the Thai for a few."""
    value = fact.keys[0][1]
    if not isinstance(value, int) or value > _MOST_VAGUE:
        return False
    ends = {fact.end + 1: value + 1, fact.start - 1: value - 1}
    return any(
        other.keys[0][1] in (ends.get(other.start), ends.get(other.end))
        for other in source
        if other is not fact
    )


_WORD = lazily("[A-Za-z]+")
#: Numbers up to which English prefers words.
_WORDED: Final = 12


def _missing_again(source: tuple[Fact, ...], target: tuple[Fact, ...], english: str) -> list[Fact]:
    """Plain values that the Thai states more often than the English does, one fact for each."""
    if len({fact.keys[0] for fact in source}) == len(source):
        return []
    counted = [f for f in source if f.required and f.kind in COUNTED and f.keys[0][0] in {NUMBER, PERCENT}]
    stated = Counter(fact.keys[0] for fact in counted)
    if len(stated) == len(counted):
        return []
    found = Counter(key for fact in target for key in set(fact.keys))
    words: Counter[Value] | None = None
    out: list[Fact] = []
    for key, times in stated.items():
        if times == 1 or not 0 < found[key] < times:
            continue
        value = key[1]
        if isinstance(value, int) and value <= _WORDED:
            if words is None:  # read once, however many numbers a long text repeats
                words = Counter()
                for word, count in Counter(_WORD.findall(english)).items():
                    words.update(dict.fromkeys(english_word_values(word), count))
            if found[key] + words[value] >= times:
                continue
        out.append([fact for fact in counted if fact.keys[0] == key][-1])
    return out


def _buddhist(source: tuple[Fact, ...], target: tuple[Fact, ...], thai: str, english: str) -> list[Fact]:
    """Buddhist-era years that the English copies although the Thai means a year and nothing else.

    A number after a slash or hyphen (Order No. 44/2565) may stay as it is.
    """
    left = [f for f in target if f.keys[0][0] == NUMBER and f.keys[0][1] in _LEFT_YEARS]
    if not left:
        return []
    years = {int(f.keys[0][1]) + BE_OFFSET for f in source if f.kind is FactKind.YEAR and len(f.keys) == 1}
    # ห้อง 2502 may be a room; the year of ครั้งที่ 4/2565 is none the less one.
    free = {v for f in source for s, v in f.keys[1:] if s == NUMBER and thai[f.start - 1 : f.start] != "/"}
    return [
        fact
        for fact in left
        if fact.keys[0][1] in years
        and english[fact.start - 1 : fact.start] not in {"/", "-", "."}
        and fact.keys[0][1] not in free
    ]


def _added(source: tuple[Fact, ...], target: tuple[Fact, ...], thai: str) -> list[Fact]:
    out = _unstated(target, source)
    if not out:
        return out
    words = thai_word_values(thai)
    return [fact for fact in out if not _is_worded(fact, words)]


def _added_again(source: tuple[Fact, ...], target: tuple[Fact, ...], thai: str) -> list[Fact]:
    """Plain values that the English states more often than the Thai does, one fact for each."""
    if len({fact.keys[0] for fact in target}) == len(target):
        return []
    counted = [f for f in target if f.required and f.kind in COUNTED and f.keys[0] != _ONE]
    found = Counter(key for fact in source for key in set(fact.keys))
    out: list[Fact] = []
    for key, times in Counter(fact.keys[0] for fact in counted).items():
        if times > found[key] > 0 and key[1] not in thai_word_values(thai):
            out.append([fact for fact in counted if fact.keys[0] == key][-1])
    return out


def _is_worded(fact: Fact, words: frozenset[int | Decimal]) -> bool:
    if fact.kind is FactKind.TIME and -1 in words:  # the Thai tells the time in words
        return True
    if fact.kind is FactKind.TIME:
        return any(int(v) % 24 in words for s, v in fact.keys if s == NUMBER and v in {0, 12, 24})
    return any(space in {NUMBER, PERCENT} and value in words for space, value in fact.keys)


def _units(source: tuple[Fact, ...], target: tuple[Fact, ...]) -> list[Difference]:
    """Units that differ beside one value: a Thai one that the English lacks, or an English one too many."""
    ours, theirs = _by_value(source), _by_value(target)
    out: list[Difference] = []
    for key, facts in ours.items():
        others = [fact for fact in theirs.get(key, ()) if fact.unit]
        with_unit = [fact for fact in facts if fact.unit]
        lost = [f for f in with_unit if others and all(differ(f.unit, other.unit) for other in others)]
        units = {fact.unit for fact in with_unit}
        if len(others) < len(theirs.get(key, ())) and all(other.unit in units for other in others):
            lost = []  # 6-foot-6: nor has an English one
        # A Thai value without a unit may have one that is not read.
        all_have = len(with_unit) == len(facts)
        extra = [o for o in others if all_have and all(differ(fact.unit, o.unit) for fact in facts)]
        if lost or extra:
            thai, english = (lost or with_unit)[0], (extra or others)[0]
            out.append(Difference(thai.kind, thai, english, render(key, thai.unit), is_unit=True))
    return out


def _by_value(facts: tuple[Fact, ...]) -> dict[Key, list[Fact]]:
    out: dict[Key, list[Fact]] = {}
    for fact in facts:
        out.setdefault(fact.keys[0], []).append(fact)
    return out


def worded_differences(thai: str, english: str) -> tuple[Difference, ...]:
    """Thai number words whose value the English does not state.

    Those of a digit and a scale (สองร้อยล้าน), and small ones (สองวัน) for which it states another.
    """
    out = [
        Difference(FactKind.NUMBER, one, other, expected)
        for one, other, expected in other_small_numbers(thai, english)
    ]
    stated = stated_thai_words(thai)
    if not stated:
        return tuple(out)
    values = {value for fact in english_facts(english) for _, value in fact.keys}
    words = english_word_values(english)
    for value, word, start in stated:
        if value not in values and value not in words:
            fact = Fact(FactKind.NUMBER, ((NUMBER, value),), word, start, start + len(word))
            out.append(Difference(FactKind.NUMBER, fact, None, render(fact.keys[0], "")))
    return tuple(out)
