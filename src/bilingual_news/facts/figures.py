"""Figures as they are written: thousands divided by spaces, and codes, which nobody groups."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import LONGEST_FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilingual_news.facts.model import Fact

#: 162 584, with a space, a thin one or one that does not break.
_SPACED = re.compile("(?<![\\d.,])\\d{1,3}(?:[ \u00a0\u2009\u202f]\\d{3})+(?![\\d,])")
_SPACE = re.compile("[ \u00a0\u2009\u202f]")
#: What a postcode stands after: a province, or its own name.
_PLACE = re.compile(r"(?:กรุงเทพ|กทม|จ\.|จังหวัด|ไปรษณีย์|ปณ\.)[^\d]{0,30}$")
_POSTCODES: Final = range(10000, 97000)
_POSTCODE_DIGITS: Final = 5
#: Magnitudes that may stand after a figure divided by spaces: thousand, million, billion.
_FACTORS: Final = (10**3, 10**6, 10**9)


def with_commas(english: str, missing: Iterable[Fact]) -> str:
    """The English with commas in those of its numbers that are missing Thai values divided by spaces.

    Only a value that the Thai states and the English seems to lack is joined: "Moo 5 200 rai" has two.
    A number that a magnitude multiplies (162 584 mln) is asked by what of it stands before.
    """
    if not (spaced := list(_SPACED.finditer(english))):
        return english
    wanted: set[int] = set()
    for fact in missing:
        for _, value in fact.keys:
            if not isinstance(value, str) and (whole := int(value)) == value:
                wanted |= {whole, *(whole // factor for factor in _FACTORS if not whole % factor)}
    for match in spaced:
        if len(match[0]) <= LONGEST_FIGURE and int(_SPACE.sub("", match[0])) in wanted:
            english = english[: match.start()] + _SPACE.sub(",", match[0]) + english[match.end() :]
    return english


#: What a figure stands after that dials, opens or finds something and counts nothing.
_NUMBERED = re.compile(r"(?:สายด่วน|โทร|เบอร์|หมายเลข|เลขที่|รหัส)[^\d]{0,20}$")


def is_code(thai: str, fact: Fact) -> bool:
    """Whether the digits of a Thai figure are not grouped: a hotline, a room, a postcode."""
    figure = fact.text.strip()
    if not figure.isdigit() or fact.unit:
        return False
    head = thai[max(0, fact.start - 50) : fact.start]
    return _NUMBERED.search(head) is not None or _is_postcode(figure, head)


def _is_postcode(figure: str, head: str) -> bool:
    """Whether five digits stand after a province."""
    if len(figure) != _POSTCODE_DIGITS or int(figure) not in _POSTCODES:
        return False
    return _PLACE.search(head) is not None


#: Between the parts of a telephone number; and so many digits of one part are enough to know it by.
_CLOSE: Final = 2
_KNOWN_DIGITS: Final = 3


def as_phone(phone: Fact, added: Iterable[Fact]) -> list[Fact]:
    """The English numbers that a spoilt telephone number fell into: 2653 and 444444 of 0 2653 444444.

    Args:
        phone: A Thai telephone number that the English lacks.
        added: English facts that the Thai lacks, in order.
    """
    digits = str(phone.keys[0][1])
    facts = sorted(added, key=lambda fact: fact.start)
    runs: list[list[Fact]] = [facts[:1]]
    for before, fact in pairwise(facts):
        if fact.start - before.end > _CLOSE:
            runs.append([])
        runs[-1].append(fact)
    for run in runs:
        parts = ["".join(filter(str.isdigit, fact.text)) for fact in run]
        if any(len(part) >= _KNOWN_DIGITS and part in digits for part in parts):
            return run
    return []
