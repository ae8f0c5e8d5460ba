"""Small numbers that English writes out, as facts: "three provinces" has no figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilingual_news.facts.model import NUMBER, Fact, FactKind
from bilingual_news.facts.words import SMALL
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilingual_news.facts.model import Key

_SMALL_WORD = lazily(rf"\b(?:{'|'.join(SMALL)})\b", re.IGNORECASE)
_VALUES = {word: value for value, word in enumerate(SMALL, start=1)}


def small_in_words(english: str, wanted: Iterable[Key]) -> Iterator[Fact]:
    """The wanted numbers up to twelve that English writes out, each wherever it stands.

    Args:
        english: An English text.
        wanted: Values, of which others are passed over.
    """
    small = {SMALL[v - 1] for s, v in wanted if s == NUMBER and isinstance(v, int) and 0 < v <= len(SMALL)}
    lower = english.lower() if small else ""
    if any(map(lower.__contains__, small)):
        for match in _SMALL_WORD.finditer(english):
            word = match[0].lower()
            if word in small:
                yield Fact(FactKind.NUMBER, ((NUMBER, _VALUES[word]),), match[0], *match.span())
