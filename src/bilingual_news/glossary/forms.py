"""The spellings under which a term is found, and the folding that makes most of them one.

Text and terms are compared folded: Arabic digits for Thai ones, no spaces. Offsets map back to the
text, and a space in the text is accepted inside a term only where the term has one itself or where
Thai typing puts them at will (after a period, around ๆ and ฯ, between scripts). What folding cannot
join is derived: an abbreviation without its last period (พ.ร.บ) or without any (พรบ).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from bilingual_news.text import arabic_digits, is_thai

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.model import Term

_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,4}\.)+$")
#: Fewer consonants without a period are found in any text.
_LEAST_CONSONANTS: Final = 3
_LOOSE: Final = frozenset(".ๆฯ/-–()“”\"'")


class Form(NamedTuple):
    """A spelling of a term.

    Attributes:
        text: As the termbase has it.
        key: The text folded.
        gaps: Offsets in the key at which the text has a space; all of them are optional.
    """

    text: str
    key: str
    gaps: frozenset[int]


def forms(term: Term) -> Iterator[Form]:
    """The spellings of a term as listed, its own first, one a key."""
    seen: set[str] = set()
    for text in (term.source, *term.variants):
        key = fold(text)
        if key and key not in seen:
            seen.add(key)
            yield Form(text, key, _gaps(text) if " " in text else frozenset())


def derived(term: Term) -> Iterator[str]:
    """Keys that a term's abbreviations are written under too, if no other term has them.

    Without the last period where there are several; without any where three consonants are left.
    """
    for text in (term.source, *term.variants):
        if "." not in text or not _ABBREVIATION.match(text):
            continue
        if text.count(".") > 1:
            yield text[:-1]
        bare = text.replace(".", "")
        if len(bare) >= _LEAST_CONSONANTS:
            yield bare


def fold(text: str) -> str:
    """Normalised text without spaces and with Arabic digits."""
    return arabic_digits(text).replace(" ", "")


def is_bare_abbreviation(key: str) -> bool:
    """Whether a derived key has lost all its periods."""
    return "." not in key


class Folded:
    """A text, its folding, and the way back.

    Args:
        text: A normalised text.
    """

    __slots__ = ("_spaces", "key", "text")

    def __init__(self, text: str) -> None:
        self.text = arabic_digits(text)
        parts = self.text.split(" ")
        self.key = "".join(parts)
        # Offsets in the key, before which there is a space in the text.
        self._spaces = list(accumulate(map(len, parts[:-1])))

    def span(self, start: int, end: int, gaps: frozenset[int]) -> tuple[int, int] | None:
        """The offsets in the text of two offsets of the key.

        Returns:
            None if a space stands between them that is neither a gap of the form nor a loose one.
        """
        spaces = self._spaces
        if not spaces:
            return start, end
        low, high = bisect_right(spaces, start), bisect_right(spaces, end - 1)
        if low != high and not all(
            at - start in gaps or _is_loose(self.key[at - 1], self.key[at]) for at in spaces[low:high]
        ):
            return None
        return start + low, end + high


def _is_loose(left: str, right: str) -> bool:
    """Whether Thai writers put a space between two characters or leave it out as they please."""
    return left in _LOOSE or right in _LOOSE or is_thai(left) != is_thai(right)


def _gaps(text: str) -> frozenset[int]:
    parts = text.split(" ")
    offsets, at = set(), 0
    for part in parts[:-1]:
        at += len(part)
        offsets.add(at)
    return frozenset(offsets)
