"""Segments that stand inside others: joined with what was far away, or cut down to a part. Pure.

`align` compares whole texts, so a short segment joined to a long one looks like a stranger. Here what is
left over counts if it stands, almost word for word and in one piece, inside exactly one segment of the
other side. The thresholds are measured in docs/catalog.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.align import MARGIN, candidates, word_index

if TYPE_CHECKING:
    from bilingual_news.similarity import Similarity

#: Share of a text that stands in one piece in another.
CONTAINED: Final = 0.95
#: Characters below which a text is a phrase that stands anywhere.
LENGTH: Final = 10


@dataclass(frozen=True, slots=True)
class Inside:
    """A text inside another.

    Attributes:
        part: Number of the text.
        whole: Number of the text that it stands in.
        share: How much of it stands there, 0 to 1.
        at: Where, in characters of words of the whole.
    """

    part: int
    whole: int
    share: float
    at: int


def contained(parts: Mapping[int, str], wholes: Mapping[int, str], similarity: Similarity) -> list[Inside]:
    """Find the texts that stand inside exactly one other.

    Args:
        parts: Texts by number.
        wholes: Texts that may contain them, by number.
        similarity: Compares texts.

    Returns:
        One place a part at most, in the order of the parts.
    """
    long_enough = {n: text for n, text in parts.items() if len(text) >= LENGTH}
    if not long_enough or not wholes:
        return []
    index = word_index(wholes, similarity)
    found: list[Inside] = []
    for number, text in long_enough.items():
        places = [
            Inside(number, whole, *similarity.inside(text, wholes[whole], CONTAINED))
            for whole in candidates(text, index, similarity)
            if len(wholes[whole]) > len(text)
        ]
        places.sort(key=lambda place: (-place.share, place.whole))
        if not places or places[0].share < CONTAINED:
            continue
        if len(places) == 1 or places[0].share - places[1].share >= MARGIN:
            found.append(places[0])
    return found
