"""Whether an English form stands in a text as whole words, and where.

A form is prepared once and then looked for in many texts: most are not there, which `in` says fifty times
as fast as a pattern, and nearly all others stand as the glossary has them. What the short ways leave over is
matched by the form's pattern, only at the places where the beginning of its first word stands.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Endings of the last word of a phrase.
_INFLECTION: Final = r"(?:s|es|ed|d|ing)?"
#: After the noun that these follow, a phrase may have its plural: Ministries of Labour, Inspectors General.
_AFTER_HEAD: Final = frozenset({"of", "for", "in", "general"})
#: The letters outside of ASCII that a pattern without regard to capitals takes for ASCII ones, and that are
#: others in small letters (`re`'s table of equivalences). The Kelvin sign is k in both.
_ODD: Final = "\u017f\u0130\u0131"
_GAP = re.compile(r"[\s-]+")
_TYPOGRAPHY: Final = (("’", "'"), ("‘", "'"), ("–", "-"), ("—", "-"), ("‑", "-"), ("\u00a0", " "))


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
        self._plain = plainly(form)
        self._case_sensitive, self._inflected = case_sensitive, inflected
        # What every text with the form holds, in small letters: the beginnings of its first and of its
        # longest word, without what an inflection changes (-y, -an), and the latter as it is written.
        self._first = self._longest = self._cased = ""
        words = [word for word in _GAP.split(self._plain) if word]
        if words and self._plain.isascii() and self._plain.startswith(words[0]):
            stems = [_stem(word.lower()) for word in words]
            self._first, self._longest = stems[0], max(stems, key=len)
            self._cased = words[stems.index(self._longest)][: len(self._longest)]
        self._sought = self._plain if case_sensitive else self._plain.lower()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the form matches, whole words; most forms of a termbase are never looked for that closely."""
        form = self._plain
        body = _inflected(form) if self._inflected else r"\s+".join(map(re.escape, form.split()))
        left = r"(?<!\w)" if form[:1].isalnum() else ""
        right = r"(?!\w)" if form[-1:].isalnum() else ""
        return re.compile(left + body + right, 0 if self._case_sensitive else re.IGNORECASE)

    def stands(self, english: str) -> bool:
        """Whether the form stands in a text."""
        text, small = _folded(english)
        if self._first and small:
            searched = text if self._case_sensitive else small
            at = searched.find(self._sought)
            if at >= 0 and _is_apart(searched, at, at + len(self._sought)):
                return True
        return next(self._places(text, small), None) is not None

    def spans(self, english: str) -> Iterator[tuple[int, int]]:
        """The places of the form in a text, from left to right, without overlaps."""
        return self._places(*_folded(english))

    def _places(self, text: str, small: str) -> Iterator[tuple[int, int]]:
        if not self._first or not small:
            yield from (match.span() for match in self.pattern.finditer(text))
            return
        if self._longest not in small or (self._case_sensitive and self._cased not in text):
            return
        at = small.find(self._first)
        while at >= 0:
            match = self.pattern.match(text, at)
            if match:
                yield match.span()
            at = small.find(self._first, match.end() if match else at + 1)


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


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or after a place."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _stem(word: str) -> str:
    return word.removesuffix("y").removesuffix("an")


def _inflected(form: str) -> str:
    words = _GAP.split(form)
    parts = []
    for word, after in zip(words, (*words[1:], None), strict=True):
        if after is None:
            parts.append(_ending(word, _INFLECTION))
        else:
            parts.append(_ending(word, "(?:s|es)?") if after.lower() in _AFTER_HEAD else re.escape(word))
    return r"[\s-]+".join(parts)


def _ending(word: str, endings: str) -> str:
    if not word[-1:].isalpha():
        return re.escape(word)
    if word.endswith("man"):
        return f"{re.escape(word[:-2])}[ae]n{endings}"
    if word.endswith("y"):
        return f"(?:{re.escape(word)}{endings}|{re.escape(word[:-1])}ies)"
    return re.escape(word) + endings
