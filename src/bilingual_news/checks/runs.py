"""Whether words of an English may stand twice or thrice in a row: quick looks of the gates.

They find all that `repetition` does and some more; words are bytes in small letters, without punctuation.
"""

from __future__ import annotations

import re
from collections import Counter
from operator import eq
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STUTTER = re.compile(rb"([a-z]{2,4})\1{3,}")
_LEAST_STUTTER: Final = 8
#: More often than this, neighbours may be part of a run that stands four times; see `repetition`.
_LEAST_REPEATS: Final = 3
_LONGEST_RUN: Final = 8
_LONGEST_TWICE: Final = 12
#: ab ab ab: of five neighbours three stood there before.
LEAST_REPEATED: Final = 3
#: Words of which it is known that they hold no syllable four times.
_known: set[bytes] = set()
_MOST_KNOWN: Final = 1 << 16


def stands_twice(words: Sequence[bytes], repeated: int) -> bool:
    """Whether a run of two to six words, hyphens cut, stands twice in a row.

    Args:
        words: The words of a text.
        repeated: How many pairs of neighbours stood there before.
    """
    longest = min(_LONGEST_TWICE, repeated + 1)
    return any(_follows(words, size, size) for size in range(2, longest + 1))


def stands_thrice(words: Sequence[bytes], following: Sequence[bytes]) -> bool:
    """Whether a run of words may stand three times in a row, or one of four words four times.

    Args:
        words: The words of a text.
        following: All but the first of them.
    """
    third = following[1:]
    if len(third) - len(set(zip(words, following, third))) < 2:  # noqa: B905, PLR2004 - 2 of 4 too many
        return False
    if max(Counter(zip(words, following)).values()) > _LEAST_REPEATS:  # noqa: B905
        return True
    return any(_follows(words, size, 2 * size) for size in range(2, _LONGEST_RUN + 1))


def _follows(words: Sequence[bytes], size: int, times: int) -> bool:
    """Whether so many words in a row stand again so many words later."""
    return b"\1" * times in bytes(map(eq, words, words[size:]))


def stutters(words: Iterable[bytes]) -> bool:
    """Whether a word holds a syllable four times."""
    long = [word for word in words if len(word) >= _LEAST_STUTTER]
    if _known.issuperset(long):
        return False
    fresh = set(long) - _known
    stuttering = {word for word in fresh if _STUTTER.search(word)}
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    _known.update(fresh - stuttering)
    return bool(stuttering)
