"""Checks of what is copied: Latin words, codes, addresses and hashtags of the Thai stay as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9&'’+./-]*[A-Za-z0-9+]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*[A-Za-z0-9/]|[\w.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z0-9]"
    r"|(?<![\w.@/])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|net|org|co\.th|go\.th|or\.th|ac\.th|in\.th)(?:/[\w./-]*\w)?"
)
_HASHTAG = re.compile(r"(?<!\S)#\w*[A-Za-z]\w*")
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")
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
            if match[0].lower() not in target:
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
        if "@" in source or "#" in source or ".th" in source or ".com" in source or "://" in source:
            source = _ADDRESS.sub(_blank, source)
            source = re.sub(r"#\S+", _blank, source)
        target = ""
        for match in _WORD.finditer(source):
            word = _squashed(match[0])
            if len(word) < _SHORTEST or word in _FREE:
                continue
            target = target or _squashed(pair.target)
            if word not in target and not _is_close(word, pair.target):
                yield Problem(f"expected {match[0]!r} as in the Thai", match.span())


_SHORTEST: Final = 2
_LONG: Final = 5
_LONGEST_ACRONYM: Final = 6
_PARTICLES: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "a"})


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _squashed(text: str) -> str:
    return _NOT_ALNUM.sub("", text.lower())


def _is_close(word: str, target: str) -> bool:
    """Whether an English word differs by the plural, an ending, or (for long words) one letter."""
    if len(word) <= _LONGEST_ACRONYM and word in _initials(target):
        return True
    if word.endswith("s") and word[:-1] in _squashed(target):
        return True
    if len(word) < _LONG:
        return False
    if word[:-2] in _squashed(target) and not word.isdigit():
        return True
    words = (_squashed(other) for other in target.split())
    return any(abs(len(other) - len(word)) <= 1 and _one_edit(word, other) for other in words)


def _initials(target: str) -> str:
    """First letters of all words, and of those that are no particles: AP in Associated Press."""
    words = re.findall(r"[A-Za-z]+", target.lower())
    return "".join(w[0] for w in words) + " " + "".join(w[0] for w in words if w not in _PARTICLES)


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
