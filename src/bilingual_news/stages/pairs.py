"""Brackets and quotes, inside which no sentence ends."""

from __future__ import annotations

import re
from typing import Final

_PAIRS: Final = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»"}
_CLOSERS: Final = frozenset(_PAIRS.values())
_ANY: Final = re.compile("[" + re.escape("".join([*_PAIRS, *_PAIRS.values()])) + "]")
#: A longer quotation is a speech of several sentences, and a longer bracket a slip of the typist.
PAIR_REACH: Final = 200
#: Openers remembered at once: a text of brackets alone must not take quadratic time.
_DEEPEST: Final = 64


def covered(text: str) -> bytearray:
    """For every character, whether it lies inside a pair of brackets or quotes.

    An opener without closer, or with a closer farther than `PAIR_REACH`, covers nothing: 8 % of the
    articles have unbalanced quotes, and one slip must not glue a whole paragraph together.
    """
    inside = bytearray(len(text))
    stack: list[tuple[str, int]] = []
    for match in _ANY.finditer(text):
        char, position = match[0], match.start()
        if char in _PAIRS:
            if len(stack) == _DEEPEST:
                del stack[0]
            stack.append((_PAIRS[char], position))
        elif char in _CLOSERS:
            depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == char), None)
            if depth is not None:
                opened = stack[depth][1]
                del stack[depth:]
                if position - opened <= PAIR_REACH:
                    inside[opened:position] = b"\x01" * (position - opened)
    return inside
