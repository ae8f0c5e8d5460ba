"""Whether an English text contains a term's English, or what is forbidden for it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.model import Term

#: Endings of the last word of a phrase.
_INFLECTION: Final = r"(?:s|es|ed|d|ing)?"
#: After the noun that these follow, a phrase may have its plural: Ministries of Labour, Inspectors General.
_AFTER_HEAD: Final = frozenset({"of", "for", "in", "general"})
_WORD = re.compile(r"\w")
#: The letters outside of ASCII that a pattern without regard to capitals takes for ASCII ones, and that are
#: others in small letters (`re`'s table of equivalences). The Kelvin sign is k in both.
_ODD: Final = "\u017f\u0130\u0131"
_GAP = re.compile(r"[\s-]+")
_TYPOGRAPHY: Final = (("’", "'"), ("‘", "'"), ("–", "-"), ("—", "-"), ("‑", "-"), ("\u00a0", " "))


def _plainly(text: str) -> str:
    """A text with plain quotes, hyphens and spaces; most texts have none of the others."""
    if not text.isascii():
        for mark, plain in _TYPOGRAPHY:
            if mark in text:
                text = text.replace(mark, plain)
    return text


def is_rendered(term: Term, english: str) -> bool:
    """Whether a text contains the preferred English of a term or another accepted form of it."""
    return any(
        occurs(form, english, case_sensitive=_needs_case(term, form), inflected=not term.is_verbatim)
        for form in _forms(term)
    )


def find_rendered(terms: Sequence[Term], english: str) -> tuple[bool, ...]:
    """Whether a text renders each of several terms, one rendering for each occurrence.

    Longer renderings are given away first, and no two share a word: in "ASEAN Community" the ASEAN
    belongs to the Community, and a second ASEAN is needed for อาเซียน.

    Args:
        terms: The terms of a text in order, repeated where they stand more than once.
        english: The translation.

    Returns:
        One answer a term, in order.
    """
    text = _plainly(english)
    taken: list[tuple[int, int]] = []
    answers = [False] * len(terms)
    spans = sorted(
        (
            (start - end, start, end, index)
            for index, term in enumerate(terms)
            for start, end in spans_of(term, text)
        )
    )
    for _, start, end, index in spans:
        if not answers[index] and all(end <= left or start >= right for left, right in taken):
            answers[index] = True
            taken.append((start, end))
    return tuple(answers)


def find_forbidden(terms: Sequence[Term], english: str) -> list[tuple[Term, str]]:
    """The forbidden renderings of some terms in a text, each with the term that forbids it.

    What is forbidden by itself may stand inside a right name: "Data Act" in "Big Data Act".
    """
    text = _plainly(english)
    found = []
    right: list[tuple[int, int, bool]] | None = None
    for term in terms:
        for form in term.forbidden:
            spans = [m.span() for m in _pattern(_plainly(form), False, True).finditer(text)]  # noqa: FBT003
            if spans and right is None:
                right = [
                    (start, end, exact)
                    for other in terms
                    for exact in (True, False)
                    for start, end in spans_of(other, text, exact=exact)
                ]
            if any(not _excused(span, right or []) for span in spans):
                found.append((term, form))
    return found


def _excused(wrong: tuple[int, int], right: Iterable[tuple[int, int, bool]]) -> bool:
    # "Ministry of Industries" is no plural of the right name where it is forbidden.
    return any(
        start <= wrong[0] and wrong[1] <= end and (exact or (start, end) != wrong)
        for start, end, exact in right
    )


def spans_of(term: Term, english: str, *, exact: bool = False) -> Iterator[tuple[int, int]]:
    """Spans of every accepted rendering of a term; exact ones are not inflected."""
    text = _plainly(english)
    for form in _forms(term):
        loose = not exact and not term.is_verbatim
        for match in _pattern(_plainly(form), _needs_case(term, form), loose).finditer(text):
            yield match.span()


def _forms(term: Term) -> Iterable[str]:
    return (term.target,) if term.is_verbatim else term.accepted


def occurs(form: str, english: str, *, case_sensitive: bool = False, inflected: bool = False) -> bool:
    """Whether an English form stands in a text as whole words.

    Args:
        form: A word or phrase; spaces match any white space, typographic quotes and dashes match
            their plain forms.
        english: The text.
        case_sensitive: Whether capitals must agree.
        inflected: Whether a word may be inflected: the last one by -s, -es, -ed or -ing, a noun before
            "of", "for", "in" or "General" by a plural; -y becomes -ies and -man -men. A hyphen then
            matches a space and the other way round: quality-of-life, Director General.
    """
    text, small = _folded(english)
    plain, first, longest, cased = _keys(form)
    at = 0
    if small and first:
        # Most terms that are looked for are not there, and `in` says so fifty times as fast.
        at = small.find(first)
        if at < 0 or longest not in small or (case_sensitive and cased not in text):
            return False
        # Nearly all others stand as the glossary has them: no pattern is made for them.
        if _stands(plain, text) if case_sensitive else _stands(plain.lower(), small):
            return True
    return _pattern(plain, case_sensitive, inflected).search(text, at) is not None


def _stands(form: str, text: str) -> bool:
    """Whether the first place where a form stands in a text lies between word edges."""
    at = text.find(form)
    end = at + len(form)
    return at >= 0 and not (_WORD.match(text, at - 1, at) if at else None) and not _WORD.match(text, end)


@lru_cache(maxsize=1024)
def _folded(english: str) -> tuple[str, str]:
    """A text with plain quotes and dashes, and the same in small letters; "" if it has odd ones."""
    text = _plainly(english)
    return text, "" if any(letter in text for letter in _ODD) else text.lower()


@lru_cache(maxsize=16_384)
def _keys(form: str) -> tuple[str, str, str, str]:
    """A form with plain quotes and dashes, and what every text with it holds.

    These are the beginning and the longest of its words without what an inflection changes (-y, -an), in
    small letters, and the longest as it is written; "" if the form is not ASCII.
    """
    plain = _plainly(form)
    pairs = [(_stem(word.lower()), word) for word in _GAP.split(plain.strip()) if word]
    if not plain.isascii() or not pairs:
        return plain, "", "", ""
    longest, word = max(pairs, key=lambda pair: len(pair[0]))
    return plain, pairs[0][0], longest, word[: len(longest)]


def _stem(word: str) -> str:
    return word.removesuffix("y").removesuffix("an")


def _needs_case(term: Term, form: str) -> bool:
    # "who" is not the WHO: a form in capitals is only found in capitals.
    # What is not translated is copied letter by letter.
    return form.isupper() or term.is_verbatim or (term.case_sensitive and form == term.abbreviation)


@lru_cache(maxsize=16_384)
def _pattern(form: str, case_sensitive: bool, inflected: bool) -> re.Pattern[str]:  # noqa: FBT001
    body = _inflected(form) if inflected else r"\s+".join(map(re.escape, form.split()))
    left = r"(?<!\w)" if form[:1].isalnum() else ""
    right = r"(?!\w)" if form[-1:].isalnum() else ""
    return re.compile(left + body + right, 0 if case_sensitive else re.IGNORECASE)


def _inflected(form: str) -> str:
    words = re.split(r"[\s-]+", form)
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
