"""Checks of the English text by itself: is it there, is it English, does it repeat itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily
from bilingual_news.repetition import looped, loops
from bilingual_news.text import THAI_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

_THAI_RUN = lazily(r"[\u0e01-\u0e5b](?:[\s\u0e01-\u0e5b–-]*[\u0e01-\u0e5b])?")
_THAI = lazily("[\u0e01-\u0e5b]")
#: Hashtags and addresses keep their letters in every language.
KEPT = lazily(
    rf"(?<!\S)#[\w{THAI_MARKS}]+|(?:https?://|www\.)\S+"
    rf"|(?<![\w{THAI_MARKS}-])[\w{THAI_MARKS}-]+\.(?:com|net|org|(?:(?:go|or|co|in)\.)?th)\b"
)
#: Pages of social networks are found by their names.
_PAGE = lazily(
    r"(?:Face[Bb]ook|[Ff]an ?[Pp]age|[Pp]age|LINE|Line|You[Tt]ube|Tik[Tt]ok|Instagram|Twitter)"
    r"\W[^.\u0e01-\u0e5b]{0,40}$"
)
_LETTERS = lazily(r"[ก-ฮ]{1,3}")


class Empty:
    """Nothing was translated."""

    id: ClassVar[str] = "empty"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "The English is empty."

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if not pair.target.strip():
            yield "the translation is empty"


class ThaiLetters:
    """Thai is left in the English."""

    id: ClassVar[str] = "thai-letters"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "Thai letters are left in the English, outside hashtags, addresses, names of pages, letters of "
        "number plates and routes, and terms that stay Thai."
    )

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if pair.target.isascii() or not _THAI.search(pair.target):
            return
        text = KEPT.sub("", pair.target)
        for match in pair.matches:
            if match.term.is_verbatim:
                text = text.replace(match.term.target, "")
        for run in _THAI_RUN.finditer(text):
            if not _is_copied(run, pair.source):
                yield f"Thai letters in the English: {run[0]}"


def _is_copied(run: re.Match[str], source: str) -> bool:
    """Whether Thai letters are the name of a page, or letters beside a number (1ขข, 84 ก), as in the Thai."""
    before = run.string[max(0, run.start() - _PAGE_NEAR) : run.start()]
    if run[0] in source and _PAGE.search(before):
        return True
    number = re.search(r"\d ?$", before)
    return bool(number and _LETTERS.fullmatch(run[0]) and f"{number[0]}{run[0]}" in source)


_PAGE_NEAR: Final = 60


class Loop:
    """The English repeats itself."""

    id: ClassVar[str] = "loop"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "Words or syllables are repeated as a lost decoder does, and not in the Thai."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if loops(pair.target, pair.source):
            words = looped(pair.target)
            at = pair.target.find(words)
            span = (at, at + len(words)) if words and at >= 0 else None
            yield Problem(f"{words!r} comes again and again: translate this segment by hand", None, span)
