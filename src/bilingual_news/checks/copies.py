"""Checks of what is copied: Latin words, codes, addresses and hashtags of the Thai stay as they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily
from bilingual_news.text import blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

_LATIN = lazily("[A-Za-z]")
_WORD = lazily(r"[A-Za-z][A-Za-z0-9&'’+./-]*[A-Za-z0-9+]")
_ADDRESS = lazily(
    r"(?:https?://|www\.)[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*[A-Za-z0-9/]|(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z0-9]"
    r"|(?<![\w.@/-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|net|org|co\.th|go\.th|or\.th|ac\.th|in\.th)(?:/[\w./-]*\w)?"
)
#: One of these is in every text with an address or hashtag.
_MARKS: Final = ("@", "#", "://", "www.", ".th", ".com", ".net", ".org")
_HASHTAG = lazily(r"(?<!\S)#\w*[A-Za-z]\w*")
_NOT_ALNUM = lazily(r"[^a-z0-9]+")
#: Small words of Thai prose that English writes in other ways, and units that it spells out.
_FREE: Final = frozenset(
    [
        "vs",
        "km",
        "kg",
        "mm",
        "cm",
        "ml",
        "mg",
        "kw",
        "mw",
        "gb",
        "mb",
        "no",
        "tel",
        "fax",
        "call",
        "by",
        "and",
        "of",
        "the",
        "for",
        "in",
        "on",
        "to",
        "at",
        "or",
        "live",
        "login",
        "vdo",
        "line",
        "sq",
        "rai",
        "ha",
        "pm",
        "am",
        "hr",
        "hrs",
        "min",
        "ppm",
        "db",
        "hz",
        "ton",
        "kwh",
        "gw",
        "kv",
    ]
)


class Addresses:
    """URLs, domains and e-mail addresses."""

    id: ClassVar[str] = "addresses"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A web or e-mail address of the Thai is changed or missing in the English."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        source = pair.source
        if not pair.target or ("." not in source or not _LATIN.search(source)):
            return
        target = pair.target.lower()
        for match in _ADDRESS.finditer(source):
            address = match[0].lower()
            # Most that are lost are nowhere, and a pattern for each of a long list takes long to make.
            if address not in target or not re.search(
                rf"(?<![a-z0-9_]){re.escape(address)}(?![a-z0-9_])", target
            ):
                yield Problem(f"expected the address {match[0]} unchanged", match.span())


class Hashtags:
    """Hashtags in Latin letters."""

    id: ClassVar[str] = "hashtags"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = "A hashtag in Latin letters is changed or missing in the English."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if "#" not in pair.source or not pair.target:
            return
        target = pair.target.lower()
        for match in _HASHTAG.finditer(pair.source):
            tag = match[0]
            if tag.isascii() and tag.lower() not in target:
                yield Problem(f"expected the hashtag {tag} unchanged", match.span())


class LatinWords:
    """Latin words, acronyms and codes."""

    id: ClassVar[str] = "latin"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A word in Latin letters (name, acronym, code, English title) of the Thai is not in the English; "
        "case, hyphens, plural and one mistyped letter do not matter."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if not pair.target or not _LATIN.search(pair.source):
            return
        source = pair.source
        if any(mark in source for mark in _MARKS):
            source = _ADDRESS.sub(blank, source)
            source = re.sub(r"#\S+", blank, source)
        squashed = ""
        missing: list[tuple[int, int]] = []
        for match in _WORD.finditer(source):
            word = _squashed(match[0])
            if _ACRONYM.search(match[0]):
                yield from _acronyms(pair, match)
                continue
            if len(word) < _SHORTEST or word in _FREE:
                continue
            squashed = squashed or _squashed(pair.target)
            if word not in squashed and not _is_close(word, pair.target, squashed):
                missing.append(match.span())
        for start, end in _phrases(missing, source):
            yield Problem(f"expected {source[start:end]!r} as in the Thai", (start, end))
        yield from _titles(pair, source)


def _phrases(words: list[tuple[int, int]], source: str) -> list[tuple[int, int]]:
    """Words of a text with nothing but other Latin words between them as one name: one finding."""
    out: list[tuple[int, int]] = []
    for start, end in words:
        if out and _LATIN_ONLY.fullmatch(source, out[-1][1], start):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


#: What may stand between two words of one name.
_LATIN_ONLY = lazily(r"[\s-](?:[A-Za-z'’&-]+\s){0,3}")


def _titles(pair: Pair, source: str) -> Iterator[Problem]:
    """English titles of the Thai of which the English has all words but one: World → Green Food Forum."""
    for match in _TITLE.finditer(source):
        words = match[0].split()
        if len(words) > _LONGEST_TITLE or match[0].lower() in pair.target.lower():
            continue
        missing = [word for word in words if word not in pair.target]
        for i, word in enumerate(words):
            if missing and missing != [word]:  # another word is not there either
                continue
            parts = [*map(re.escape, words[:i]), r"([A-Z][a-z]+)", *map(re.escape, words[i + 1 :])]
            other = re.search(rf"(?<![A-Za-z]){' '.join(parts)}(?![a-z])", pair.target)
            if other and other[1] not in source and not _is_variant(word.lower(), other[1].lower()):
                yield Problem(f"expected {match[0]!r} as in the Thai", match.span(), other.span())
                break


def _is_variant(word: str, other: str) -> bool:
    """Whether two English words are one word otherwise spelt or inflected."""
    return word[:_LONG] == other[:_LONG] or _one_edit(word, other)


def _acronyms(pair: Pair, word: re.Match[str]) -> Iterator[Problem]:
    """The acronyms of a Latin word (RT-PCR, COVID-19, SMEs) that the English lacks or has otherwise."""
    for match in _ACRONYM.finditer(word[0]):
        acronym = match[1]
        if _has_word(acronym, pair.target):
            continue
        span = (word.start() + match.start(1), word.start() + match.end(1))
        if other := _like(acronym, pair):
            yield Problem(f"expected {acronym} as in the Thai, found {other[0]}", span, other.span())
        elif acronym.lower() not in _FREE and not _is_written_out(acronym, pair.target):
            yield Problem(f"expected {acronym!r} as in the Thai", span)


def _like(acronym: str, pair: Pair) -> re.Match[str] | None:
    """Capitals of the English that are the acronym but for a letter, and that the Thai does not have."""
    for match in _CAPITALS.finditer(pair.target):
        if match[0] not in pair.source and match[0] != acronym and _one_edit(acronym, match[0]):
            return match
    return None


def _is_written_out(acronym: str, target: str) -> bool:
    """Whether the English has the acronym in small letters (Lab, iOS) or its words (Associated Press)."""
    lower = acronym.lower()
    if _is_among(lower, _words(target.lower())):
        return True
    words = _WORDS.findall(target)
    names = "".join(word[0] for word in words if word.lower() not in _PARTICLES)
    # Two letters are the initials of some two words in nearly every text; capitals are not.
    return acronym in names or (len(acronym) > _SHORTEST and lower in "".join(w[0] for w in words).lower())


#: Two words or more that begin with capitals.
_TITLE = lazily(r"(?<![A-Za-z])[A-Z][a-z]+(?: [A-Z][a-z]+)+(?![a-z])")
_LONGEST_TITLE: Final = 8
_SHORTEST: Final = 2
_LONG: Final = 5
#: Two capitals or more that are not part of a longer word; a plural s may follow.
_ACRONYM = lazily(r"(?<![A-Za-z])([A-Z]{2,})(?:s|es|’s|'s)?(?![A-Za-z])")
_CAPITALS = lazily(r"(?<![A-Za-z])[A-Z]{2,}(?=(?:s|es|’s|'s)?(?![A-Za-z]))")
_WORDS = lazily("[A-Za-z]+")
_ENDING = lazily("(?:ing|ations?|ions?|ed|ers?|ments?|al)$")
_PARTICLES: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "a"})


def _squashed(text: str) -> str:
    return _NOT_ALNUM.sub("", text.lower())


def _has_word(acronym: str, target: str) -> bool:
    """Whether an acronym stands in English by itself or in the plural: SEC is not in SECRETARY."""
    if acronym in target and _is_among(acronym, _words(target)):
        return True
    if acronym not in target.translate(_WITHOUT_JOINTS):
        return False
    letters = r"[-.& ]?".join(acronym)
    return re.search(rf"(?<![A-Za-z]){letters}(?:s|es)?(?![A-Za-z])", target) is not None


@lru_cache(maxsize=16)
def _words(text: str) -> frozenset[str]:
    """The runs of Latin letters of a text, which may hold many acronyms."""
    return frozenset(_WORDS.findall(text))


def _is_among(word: str, words: frozenset[str]) -> bool:
    """Whether a word stands among others, by itself or in the plural."""
    return word in words or f"{word}s" in words or f"{word}es" in words


#: What may stand between the letters of an acronym: U.S., A-P.
_WITHOUT_JOINTS: Final = str.maketrans("", "", "-.& ")


def _is_close(word: str, target: str, squashed: str) -> bool:
    """Whether an English word differs by the plural, an ending, or (for long words) one letter."""
    if word.endswith("s") and word[:-1] in squashed:
        return True
    if len(word) < _LONG:
        return False
    if (len(word) > _LONG and word[:-2] in squashed and not word.isdigit()) or _stem(word) in squashed:
        return True
    lengths = range(len(word) - 1, len(word) + 2)
    return any(_one_edit(word, other) for length in lengths for other in _by_length(target).get(length, ()))


@lru_cache(maxsize=8)
def _by_length(text: str) -> dict[int, tuple[str, ...]]:
    """The words of a text, squashed, each once, by their lengths."""
    found: dict[int, dict[str, None]] = {}
    for other in dict.fromkeys(text.split()):
        word = _squashed(other)
        found.setdefault(len(word), {})[word] = None
    return {length: tuple(words) for length, words in found.items()}


def _stem(word: str) -> str:
    """An English word without its ending: coach of coaching; the word itself if little would be left."""
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _LONG else word


def _one_edit(one: str, other: str) -> bool:
    """Whether one insertion, deletion, replacement or swap of neighbours turns one into the other."""
    if len(one) < len(other):
        one, other = other, one
    i = 0
    while i < len(other) and one[i] == other[i]:
        i += 1
    if len(one) == len(other):
        return one[i + 1 :] == other[i + 1 :] or (
            one[i : i + 2] == other[i : i + 2][::-1] and one[i + 2 :] == other[i + 2 :]
        )
    return one[i + 1 :] == other[i:]
