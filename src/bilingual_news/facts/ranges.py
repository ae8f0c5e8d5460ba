"""Ranges that English turns round: 17–25 ธันวาคม is not "25–17 December"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import FactKind
from bilingual_news.facts.unit_names import UNITS
from bilingual_news.facts.units import differ
from bilingual_news.facts.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilingual_news.facts.model import Fact, Key

_KINDS: Final = (
    {FactKind.DATE}, {FactKind.TIME}, {FactKind.YEAR}, {FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT},
)  # fmt: skip
_FIGURE = re.compile(r"[\d.,:]*\d(?:st|nd|rd|th)?")
_THAI_LINK = re.compile(
    r"\s*(?:น\.?)?\s*(?:-|–|—|~|ถึง|จนถึง)\s*(?:วัน[ก-๙]{2,12}ที่|วันที่|เวลา|ปี|พ\.ศ\.|ร้อยละ)?\s*"
)
_ENGLISH_LINK = re.compile(
    r"\s*(?:-|–|—|~|to|until|till|through)\s*(?:the |on |[A-Z][a-z]{2,8}[.,]? |US\$|\$)?\s*"
)


def reversed_ranges(
    thai: str, ours: Sequence[Fact], english: str, theirs: Sequence[Fact]
) -> list[tuple[Fact, Fact]]:
    """Ends of English ranges that the Thai has the other way round, its first one first."""
    out: list[tuple[Fact, Fact]] = []
    for kinds in _KINDS:
        found = list(_ranges(english, theirs, kinds, _ENGLISH_LINK))
        if found:
            stated = {(one.keys[0], other.keys[0]) for one, other in _ranges(thai, ours, kinds, _THAI_LINK)}
            out += [(other, one) for one, other in found if _is_reversed((one, other), stated)]
    return out


def _is_reversed(pair: tuple[Fact, Fact], stated: set[tuple[Key, Key]]) -> bool:
    one, other = pair[0].keys[0], pair[1].keys[0]
    return one != other and (other, one) in stated and (one, other) not in stated


def _ranges(
    text: str, facts: Sequence[Fact], kinds: set[FactKind], link: re.Pattern[str]
) -> Iterator[tuple[Fact, Fact]]:
    """Neighbours of a kind that a link makes ends of a range."""
    before = dict(pairwise(fact.start for fact in reversed(facts)))
    ends = {fact.start: fact.end for fact in facts}
    same = [fact for fact in facts if fact.kind in kinds]
    for one, other in pairwise(same):
        start = ends[before[other.start]]
        if start > other.start and (
            figure := _FIGURE.match(text, one.start)
        ):  # 17–25 December: one month for both
            start = figure.end()
        if link.fullmatch(text, start, other.start):
            yield one, other


#: What stands between the ends of a Thai range whose first end has a unit: 6 เดือน – 5 ปี.
_AFTER_UNIT = re.compile(r"\s?[ก-๙.]{2,12}?\s?(?:-|–|—|~|ถึง|จนถึง)\s?(?:อายุ)?\s?")


def lost_units(thai: str, ours: Sequence[Fact], english: str) -> Iterator[tuple[Fact, Fact]]:
    """Ends of ranges whose unit the English leaves out although it is not the other end's.

    6 เดือน – 5 ปี is "six months to five years", and not "six to five years".

    Yields:
        The Thai end, and the English range as a fact.
    """
    for one, other in pairwise(ours):
        if not differ(one.unit, other.unit) or not _AFTER_UNIT.fullmatch(thai, one.end, other.start):
            continue
        first, last = _spelt(one), _spelt(other)
        unit = UNITS[other.unit].english
        merged = re.search(
            rf"(?<![\d.,])\b(?:{first})\s?(?:-|–|—|to|and)\s?(?:{last})[ -](?:{unit})\b",
            english,
            re.IGNORECASE,
        )
        stated = re.search(rf"\b(?:{first})[ -](?:{UNITS[one.unit].english})\b", english, re.IGNORECASE)
        if merged and not stated:
            yield one, other._replace(text=merged[0], start=merged.start(), end=merged.end(), unit=other.unit)


def _spelt(fact: Fact) -> str:
    """How English may spell a number."""
    value = fact.keys[0][1]
    figure = re.escape(fact.text.strip())
    return f"{figure}|{SMALL[value - 1]}" if isinstance(value, int) and 0 < value <= len(SMALL) else figure
