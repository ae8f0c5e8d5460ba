"""Numbers of the English that changed places, ends of ranges among them.

Several signs tell them, each by itself: units that went to another number, amounts of one unit in another
order, ranges turned round, numbers before what the other counts, and where all others stand in their
places two that stand in each other's.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.counted import COUNTED, Counted, count_apart, with_units
from bilingual_news.facts.english import english_facts
from bilingual_news.facts.kinds import exchanged_kinds, may_have_kinds
from bilingual_news.facts.model import NUMBER, PERCENT, Fact
from bilingual_news.facts.ranges import reversed_ranges
from bilingual_news.facts.thai import thai_facts

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bilingual_news.facts.model import Key

_ONE: Final = (NUMBER, 1)
#: The two characters before a single digit that is part of a code: a letter and no space. Sections have more
#: digits (ม.33).
_IN_CODE: Final = re.compile(r"[ก-ฮA-Za-z][.-]|.[A-Za-z]", re.DOTALL)
#: So many numbers are found in a list as soon as hashed.
_FEW: Final = 24


@lru_cache(maxsize=8)
def exchanged(thai: str, english: str) -> tuple[tuple[Fact, Fact], ...]:
    """Numbers of the English that stand in another order than in the Thai and may have changed places.

    Returns:
        Pairs of English facts, the one that comes first in the Thai first. Numbers are left out that
        stand more than once, and pairs whose kinds or units tell them apart: if such numbers had changed
        places, their units would differ.
    """
    ours, theirs = thai_facts(thai), english_facts(english)
    if may_have_kinds(thai) and (people := exchanged_kinds(thai, ours, english, theirs)):
        return tuple(people)
    if len(ours) < 2:  # noqa: PLR2004 - two change places
        return ()
    if len(theirs) < 2:  # noqa: PLR2004 - others may stand in words
        return tuple(Counted(thai, ours, english, theirs).exchanged()) if count_apart(thai, ours) else ()
    source, target = _counts(thai, ours), _counts(english, theirs)
    shared = [key for key in source if key in target]
    starts = [target[key].start for key in shared]
    is_ordered = starts == sorted(starts)
    out = _of_units(ours, theirs)
    if not out and _order(ours, theirs) != _order(theirs, ours):
        out = reversed_ranges(thai, ours, english, theirs)
    if is_ordered and not repeats(ours) and (out or not count_apart(thai, ours)):
        return tuple(out)
    counted = Counted(thai, ours, english, theirs)
    out += counted.exchanged()
    if is_ordered and not repeats(ours):
        return tuple(out)
    for one, other in combinations(shared, 2) if not is_ordered else ():
        is_turned = target[one].start > target[other].start and _alike(source, target, one, other)
        if is_turned and not counted.is_told_apart(one, other):
            out.append((target[one], target[other]))
    out = out or [
        (one, other)
        for one, other in transposed(ours, theirs)
        if not counted.is_told_apart(one.keys[0], other.keys[0])
    ]
    return tuple(out)


def _of_units(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    if not any(fact.unit for fact in ours) or not any(fact.unit for fact in theirs):
        return []
    return moved_units(ours, theirs) or turned_amounts(ours, theirs)


def _order(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[Key]:
    """The values of one side that the other has too, in their order."""
    known: Collection[Key] = [fact.keys[0] for fact in theirs]
    if len(known) > _FEW:
        known = frozenset(known)
    return [fact.keys[0] for fact in ours if fact.keys[0] in known]


def _counts(text: str, facts: tuple[Fact, ...]) -> dict[Key, Fact]:
    """The plain values that a text states once, in order; the digits of ม.1 and H5N1 count nothing."""
    plain = [
        f
        for f in facts
        if (f.required or f.keys[0] == _ONE)
        and f.kind in COUNTED
        and f.keys[0][0] in {NUMBER, PERCENT}
        and not isinstance(f.keys[0][1], str)
        and not (len(f.text) == 1 and _IN_CODE.match(text, f.start - 2, f.start))
    ]
    once = {fact.keys[0]: fact for fact in plain}
    if len(once) < len(plain):
        times = Counter(fact.keys[0] for fact in plain)
        return {key: fact for key, fact in once.items() if times[key] == 1}
    return once


def _alike(source: dict[Key, Fact], target: dict[Key, Fact], one: Key, other: Key) -> bool:
    if source[one].kind is not source[other].kind:
        return False
    units = source[one].unit, source[other].unit
    return units[0] == units[1] or (target[one].unit, target[other].unit) != units


def moved_units(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """English numbers of which the second has taken the unit that the first has in the Thai.

    Both values stand on both sides. What the Thai measures in a unit has another or none in the English,
    and what the English measures in it has another or none in the Thai: 400 ตัน … 105 is not 105 tons.
    """
    source, target = with_units(ours), with_units(theirs)
    out: list[tuple[Fact, Fact]] = []
    for key, units in source.items():
        for unit in units.keys() - {""} - target.get(key, {}).keys() if key in target else ():
            out += [
                (next(iter(target[key].values())), measured[unit])
                for other, measured in target.items()
                if unit in measured and unit not in source.get(other, {unit: None})
            ]
    return out


def turned_amounts(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Two amounts of one unit in another order, each stated once in that unit."""
    source, target = _amounts(ours), _amounts(theirs)
    shared = [amount for amount in source if amount in target]
    return [
        (target[one], target[other])
        for one, other in combinations(shared, 2)
        if one[1] == other[1] and target[one].start > target[other].start
    ]


def _amounts(facts: Sequence[Fact]) -> dict[tuple[Key, str], Fact]:
    with_unit = [fact for fact in facts if fact.unit and fact.kind in COUNTED]
    times = Counter((fact.keys[0], fact.unit) for fact in with_unit)
    return {(f.keys[0], f.unit): f for f in with_unit if times[f.keys[0], f.unit] == 1}


_FEWEST_IN_ORDER: Final = 4


def transposed(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Two numbers that stand in each other's place while all others, repeated ones too, are in theirs."""
    for with_ones in (False, True):
        source, target = (_plain_numbers(facts, with_ones=with_ones) for facts in (ours, theirs))
        if len(source) == len(target) and (found := _in_place_of_each_other(source, target)):
            return found
    return []


def _in_place_of_each_other(source: list[Fact], target: list[Fact]) -> list[tuple[Fact, Fact]]:
    places = [
        i for i, (one, other) in enumerate(zip(source, target, strict=True)) if one.keys[0] != other.keys[0]
    ]
    if len(places) != 2:  # noqa: PLR2004 - two change places
        return []
    i, j = places
    if source[i].keys[0] != target[j].keys[0] or source[j].keys[0] != target[i].keys[0]:
        return []
    # Of three numbers, neighbours change their order in correct English too.
    return [(target[j], target[i])] if j - i > 1 or len(source) >= _FEWEST_IN_ORDER else []


def repeats(facts: Sequence[Fact]) -> bool:
    """Whether a plain number stands more than once."""
    numbers = [f.keys[0] for f in facts if (f.required or f.keys[0] == _ONE) and f.kind in COUNTED]
    return len(numbers) > len(set(numbers))


def _plain_numbers(facts: Sequence[Fact], *, with_ones: bool) -> list[Fact]:
    return [
        f
        for f in facts
        if f.kind in COUNTED and f.keys[0][0] == NUMBER and (with_ones if f.keys[0] == _ONE else f.required)
    ]
