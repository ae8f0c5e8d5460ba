"""Figures as they are written: thousands divided by spaces, and postcodes, which nobody groups."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

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


def with_commas(english: str, missing: Iterable[Fact]) -> str:
    """The English with commas in those of its numbers that are missing Thai values divided by spaces.

    Only a value that the Thai states and the English seems to lack is joined: "Moo 5 200 rai" has two.
    A number that a magnitude multiplies (162 584 mln) is asked by what of it stands before.
    """
    if not (spaced := list(_SPACED.finditer(english))):
        return english
    wanted: set[float | Decimal] = set()
    for fact in missing:
        for _, value in fact.keys:
            if not isinstance(value, str):
                wanted |= {value, *(value / factor for factor in (10**3, 10**6, 10**9) if not value % factor)}
    for match in spaced:
        if int(_SPACE.sub("", match[0])) in wanted:
            english = english[: match.start()] + _SPACE.sub(",", match[0]) + english[match.end() :]
    return english


def is_postcode(thai: str, fact: Fact) -> bool:
    """Whether a Thai figure is a postcode: five digits after a province."""
    figure = fact.text.strip()
    if len(figure) != _POSTCODE_DIGITS or not figure.isdigit() or int(figure) not in _POSTCODES:
        return False
    return not fact.unit and _PLACE.search(thai[max(0, fact.start - 50) : fact.start]) is not None
