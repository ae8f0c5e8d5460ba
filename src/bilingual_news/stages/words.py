"""Thai words, counted as `wc` would if Thai had spaces: newmm, maximal matching over a dictionary."""

from __future__ import annotations

import re
from functools import lru_cache

from bilingual_news.thaiwords import tokens

_WORD = re.compile(r"\w")


@lru_cache(maxsize=65_536)
def count_words(text: str) -> int:
    """The number of words in a Thai text; numbers and Latin words count, punctuation does not."""
    return sum(1 for token in words(text) if _WORD.search(token))


def words(text: str) -> list[str]:
    """The tokens of a text by newmm; joined they are the text again."""
    return tokens(text)
