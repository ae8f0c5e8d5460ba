"""Whether a term may begin and end where it was found: Thai writes words without spaces between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilingual_news.text import is_thai
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Forms of up to so many characters must also begin and end where newmm puts a word boundary.
_SHORT: Final = 5
_WINDOW: Final = 40
LEADING_VOWELS: Final = frozenset("เแโใไ")
#: Characters that belong to the consonant before them.
FOLLOWING: Final = frozenset(
    f"ะาำๅ{''.join(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))}"
)
_SHORT_ABBREVIATION = re.compile(r"(?:^|\.)[ก-ฮ]{1,2}\.$")
_MORE_ABBREVIATION = re.compile(r"[ก-ฮ]{1,2}\.")
_MORE_NUMBER = re.compile(r"[.,]?[0-9]")


class Shape:
    """What a folded form asks of its neighbours.

    Args:
        key: The folded form.
        bare: Whether it is an abbreviation that has lost its periods.
    """

    __slots__ = ("_abbreviation", "_bare", "_foreign_end", "_foreign_start", "_numeric", "_short")

    def __init__(self, key: str, *, bare: bool = False) -> None:
        self._bare = bare
        self._abbreviation = key.endswith(".")
        self._numeric = key[-1].isdigit()
        self._foreign_start, self._foreign_end = not is_thai(key[0]), not is_thai(key[-1])
        self._short = len(key) <= _SHORT and not self._foreign_start

    def stands(self, text: str, start: int, end: int, boundaries: Boundaries) -> bool:
        """Whether `text[start:end]` is the form itself and no part of something longer."""
        before, after = text[start - 1 : start], text[end : end + 1]
        if before and before in LEADING_VOWELS:
            return False
        if self._abbreviation:
            return _abbreviation_stands(text, text[start:end], before, end)
        if self._bare:
            return not (_is_letter(before) or _is_letter(after) or after == ".")
        if (after and after in FOLLOWING) or text[start] in FOLLOWING:
            return False
        if self._foreign_start and before.isalnum() and not is_thai(before):
            return False
        if self._foreign_end and after.isalnum() and not is_thai(after):
            return False
        if self._numeric and _MORE_NUMBER.match(text, end):
            return False
        if not self._short or not (_is_letter(before) or _is_letter(after)):
            return True
        near = boundaries.around(start, end)
        return start in near and end in near


class Boundaries:
    """Word boundaries of a text by newmm, computed around a place only when asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, frozenset[int]] = {}

    def around(self, start: int, end: int) -> frozenset[int]:
        """Boundaries in the run of text between the nearest spaces (at most 40 characters away)."""
        left = self._text.rfind(" ", max(0, start - _WINDOW), start) + 1 or max(0, start - _WINDOW)
        right = self._text.find(" ", end, end + _WINDOW)
        right = right if right >= 0 else min(len(self._text), end + _WINDOW)
        if left not in self._known:
            self._known[left] = frozenset(_edges(self._text[left:right], left))
        elif right not in self._known[left]:
            self._known[left] |= frozenset(_edges(self._text[left:right], left))
        return self._known[left]


def _edges(run: str, offset: int) -> Iterator[int]:
    yield offset
    for token in tokens(run):
        offset += len(token)
        yield offset


def _is_letter(char: str) -> bool:
    """Whether a neighbour is a Thai letter: ๆ, ฯ and ฿ are none."""
    return bool(char) and is_thai(char) and char not in "ๆฯ฿"


def _abbreviation_stands(text: str, form: str, before: str, end: int) -> bool:
    if before == "." or (before and is_thai(before) and before not in "ๆฯ"):
        return False
    return not (_SHORT_ABBREVIATION.search(form) and _MORE_ABBREVIATION.match(text, end))
