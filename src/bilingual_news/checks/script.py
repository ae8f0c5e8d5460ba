"""Checks of the English text by itself: is it there, is it English, does it repeat itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from bilingual_news.model import Severity
from bilingual_news.repetition import loops
from bilingual_news.text import THAI_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

_THAI_RUN = re.compile(r"[\u0e01-\u0e5b](?:[\s\u0e01-\u0e5b]*[\u0e01-\u0e5b])?")
_THAI = re.compile("[\u0e01-\u0e5b]")
#: Hashtags and addresses keep their letters in every language.
KEPT = re.compile(rf"(?<!\S)#[\w{THAI_MARKS}]+|(?:https?://|www\.)\S+")


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
        "Thai letters are left in the English, outside hashtags, addresses and terms that stay Thai."
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
            yield f"Thai letters in the English: {run[0]}"


class Loop:
    """The English repeats itself."""

    id: ClassVar[str] = "loop"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "Words or syllables are repeated as a lost decoder does, and not in the Thai."
    )

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if loops(pair.target, pair.source):
            yield "the English repeats itself; translate this segment by hand"
