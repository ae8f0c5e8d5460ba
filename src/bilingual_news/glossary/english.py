"""Whether an English form stands in a text as whole words, and where.

A form is prepared once and then looked for in many texts: most are not there, which `in` says fifty times
as fast as a pattern, and nearly all others stand as the glossary has them. What is left are inflections and
hyphens, a few literal spellings: to make a pattern takes as long as to look for them in a hundred texts.
The pattern says what a form matches; it is used where places are asked for, and on texts with odd letters.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Endings of the last word of a phrase, and of a noun before one of the words below.
_LAST: Final = ("", "s", "es", "ed", "d", "ing")
_PLURAL: Final = ("", "s", "es")
#: After the noun that these follow, a phrase may have its plural: Ministries of Labour, Inspectors General.
_AFTER_HEAD: Final = frozenset({"of", "for", "in", "general"})
#: The letters outside of ASCII that a pattern without regard to capitals takes for ASCII ones, and that are
#: others in small letters (`re`'s table of equivalences). The Kelvin sign is k in both.
_ODD: Final = "\u017f\u0130\u0131"
_GAP = re.compile(r"[\s-]+")
_TYPOGRAPHY: Final = (("’", "'"), ("‘", "'"), ("–", "-"), ("—", "-"), ("‑", "-"), ("\u00a0", " "))

#: Ways to spell a word: a beginning, and the endings of which one follows it.
_Spellings = list[tuple[str, tuple[str, ...]]]


class Form:
    """An English form, ready to be looked for in many texts.

    Args:
        form: A word or phrase; spaces match any white space, typographic quotes and dashes match their
            plain forms.
        case_sensitive: Whether capitals must agree.
        inflected: Whether a word may be inflected: the last one by -s, -es, -ed or -ing, a noun before
            "of", "for", "in" or "General" by a plural; -y becomes -ies and -man -men. A hyphen then
            matches a space and the other way round: quality-of-life, Director General.
    """

    def __init__(self, form: str, *, case_sensitive: bool = False, inflected: bool = False) -> None:
        self._plain = plain = plainly(form)
        self._case_sensitive, self._inflected = case_sensitive, inflected
        self._left, self._right = plain[:1].isalnum(), plain[-1:].isalnum()
        self._sought = plain if case_sensitive else plain.lower()
        # The beginnings of the first and of the longest word without what an inflection changes (-y, -an):
        # every text with the form holds them.
        self._first = self._longest = ""
        words = _GAP.split(self._sought)
        if plain.isascii() and words[0] and words[-1]:
            stems = [word.removesuffix("y").removesuffix("an") for word in words]
            self._first, self._longest = stems[0].lower(), max(stems, key=len)
        self._is_one = len(words) == 1

    def stands(self, english: str) -> bool:
        """Whether the form stands in a text."""
        text, small = _folded(english)
        if not small or not self._first:
            return self.pattern.search(text) is not None
        searched = text if self._case_sensitive else small
        if self._longest not in searched:
            return False
        at = searched.find(self._sought)
        if at >= 0 and self._is_apart(searched, at, at + len(self._sought)):
            return True
        flat = searched if self._is_one else _flat(searched, hyphens=self._inflected)
        return any(self._stands(flat, *spelling) for spelling in self._literal)

    def spans(self, english: str) -> Iterator[tuple[int, int]]:
        """The places of the form in a text, from left to right, without overlaps."""
        text, small = _folded(english)
        if not small or not self._first:
            yield from (match.span() for match in self.pattern.finditer(text))
            return
        at = small.find(self._first) if self._longest in (text if self._case_sensitive else small) else -1
        while at >= 0:
            match = self.pattern.match(text, at)
            if match:
                yield match.span()
            at = small.find(self._first, match.end() if match else at + 1)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the form matches."""
        body = (r"[\s-]+" if self._inflected else r"\s+").join(
            "(?:" + "|".join(f"{re.escape(base)}(?:{'|'.join(endings)})" for base, endings in word) + ")"
            for word in self._words()
        )
        left, right = r"(?<!\w)" if self._left else "", r"(?!\w)" if self._right else ""
        return re.compile(left + body + right, 0 if self._case_sensitive else re.IGNORECASE)

    @cached_property
    def _literal(self) -> _Spellings:
        """The whole form as it may be spelt in a text whose gaps are single spaces."""
        *before, last = self._words()
        spelt = [[base + ending for base, endings in word for ending in endings] for word in before]
        found = [(" ".join((*start, base)), endings) for start in product(*spelt) for base, endings in last]
        return found if self._case_sensitive else [(base.lower(), endings) for base, endings in found]

    def _words(self) -> list[_Spellings]:
        if not self._inflected:
            return [[(word, ("",))] for word in self._plain.split()]
        words = _GAP.split(self._plain)
        return [_spellings(word, after) for word, after in zip(words, (*words[1:], None), strict=True)]

    def _stands(self, text: str, base: str, endings: Sequence[str]) -> bool:
        at = text.find(base)
        while at >= 0:
            end = at + len(base)
            for ending in endings:
                if text.startswith(ending, end) and self._is_apart(text, at, end + len(ending)):
                    return True
            at = text.find(base, at + 1)
        return False

    def _is_apart(self, text: str, start: int, end: int) -> bool:
        """Whether no word goes on before or after a place."""
        if self._left and _goes_on(text[start - 1 : start]):
            return False
        return not (self._right and _goes_on(text[end : end + 1]))


def occurs(form: str, english: str, *, case_sensitive: bool = False, inflected: bool = False) -> bool:
    """Whether an English form stands in a text as whole words; see `Form` for the arguments."""
    return _prepared(form, case_sensitive, inflected).stands(english)


@lru_cache(maxsize=16_384)
def _prepared(form: str, case_sensitive: bool, inflected: bool) -> Form:  # noqa: FBT001
    return Form(form, case_sensitive=case_sensitive, inflected=inflected)


def plainly(text: str) -> str:
    """A text with plain quotes, hyphens and spaces; most texts have none of the others."""
    if not text.isascii():
        for mark, plain in _TYPOGRAPHY:
            if mark in text:
                text = text.replace(mark, plain)
    return text


@lru_cache(maxsize=1024)
def _folded(english: str) -> tuple[str, str]:
    """A text with plain quotes and dashes, and the same in small letters; "" if it has odd ones."""
    text = plainly(english)
    return text, "" if not text.isascii() and any(letter in text for letter in _ODD) else text.lower()


@lru_cache(maxsize=64)
def _flat(text: str, *, hyphens: bool) -> str:
    """A text with one space for every gap between words, at its ends none."""
    return " ".join((text.replace("-", " ") if hyphens else text).split())


def _goes_on(neighbour: str) -> bool:
    return neighbour.isalnum() or neighbour == "_"


def _spellings(word: str, after: str | None) -> _Spellings:
    """The ways to spell a word of a phrase before another one, or before None."""
    endings = _LAST if after is None else _PLURAL if after.lower() in _AFTER_HEAD else ("",)
    if len(endings) == 1 or not word[-1:].isalpha():
        return [(word, ("",))]
    if word.endswith("man"):
        return [(word, endings), (f"{word[:-2]}en", endings)]
    if word.endswith("y"):
        return [(word, endings), (f"{word[:-1]}ies", ("",))]
    return [(word, endings)]
