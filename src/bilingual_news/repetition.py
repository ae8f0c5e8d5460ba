"""Recognise text that repeats itself, as decoders do that lost their way."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_TOKEN = re.compile(r"\w+|[^\w\s]")
_STUTTER = re.compile(r"([a-z]{2,4})\1{3,}")
_LONGEST_CYCLE: Final = 8
_REPEATS_OF_ONE: Final = 4
_LONG_WORD: Final = 4
_REPEATS: Final = 3
_SPREAD_WORDS: Final = 4
_SPREAD_REPEATS: Final = 4
_SOURCE_WINDOW: Final = 8


def loops(target: str, source: str = "") -> bool:
    """Whether a translation repeats itself as decoders do that lost their way.

    Found are a word of four letters or more three times in a row (any word four times), a run of two
    to eight words three times in a row, a run of four words four times anywhere, and a syllable four
    times within a word; numbers and punctuation alone do not count, nor does repetition that the
    source has too.

    Args:
        target: The translation.
        source: Its source.
    """
    tokens = _TOKEN.findall(target.lower())
    stutter = _REPEATS_OF_ONE if _STUTTER.search(target.lower()) else 0
    repeats = max(_consecutive(tokens), _spread(tokens), stutter)
    return repeats > 0 and repeats > _source_repeats(source)


def _consecutive(tokens: list[str]) -> int:
    """How often a run of words follows itself, where that is suspicious; else 0."""
    for size in range(1, _LONGEST_CYCLE + 1):
        same = 0
        for position in range(len(tokens) - size):
            same = same + 1 if tokens[position] == tokens[position + size] else 0
            run = tokens[position + 1 : position + 1 + size]
            is_short = size == 1 and len(run[0]) < _LONG_WORD
            needed = _REPEATS_OF_ONE if is_short else _REPEATS
            if same >= size * (needed - 1) and any(token.isalpha() for token in run):
                return needed
    return 0


def _spread(tokens: list[str]) -> int:
    runs = Counter(
        tuple(tokens[i : i + _SPREAD_WORDS])
        for i in range(len(tokens) - _SPREAD_WORDS + 1)
        if sum(token.isalpha() for token in tokens[i : i + _SPREAD_WORDS]) > _SPREAD_WORDS // 2
    )
    most = max(runs.values(), default=0)
    return most if most >= _SPREAD_REPEATS else 0


def _source_repeats(source: str) -> int:
    windows = Counter(source[i : i + _SOURCE_WINDOW] for i in range(len(source) - _SOURCE_WINDOW + 1))
    return max(windows.values(), default=0)
