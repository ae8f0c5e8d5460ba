"""Normalise whole articles; the repairs themselves are in `text`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from bilingual_news.text import NORMALIZATION
from bilingual_news.text import normalize as normalize_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.model import Article

__all__ = ["Change", "changes", "normalize_article", "normalize_text"]

_SHOWN: Final = 3
_PIECES: Final = re.compile(r"\s+|[^\s]{1,24}")


def normalize_article(article: Article) -> Article:
    """An article with title and paragraphs normalised; paragraphs left empty by that are dropped."""
    paragraphs = (replace(paragraph, text=normalize_text(paragraph.text)) for paragraph in article.paragraphs)
    return replace(
        article,
        title=normalize_text(article.title),
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.text),
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What one repair did to a paragraph.

    Attributes:
        rule: Name of the repair in `text.NORMALIZATION`.
        before: The first piece it changed, as written.
        after: The same piece repaired; empty if it was removed.
        count: How many pieces of the paragraph it changed in that same way.
    """

    rule: str
    before: str
    after: str
    count: int


def changes(value: str) -> tuple[Change, ...]:
    """What normalisation does to a paragraph, repair by repair; joined in this order they are `normalize`."""
    found: dict[tuple[str, str, str], int] = {}
    while True:
        start = value
        for rule, repair in NORMALIZATION:
            repaired = repair(value)
            if repaired != value:
                for before, after in _differences(value, repaired):
                    found[rule, before, after] = found.get((rule, before, after), 0) + 1
            value = repaired
        if value == start:
            return tuple(Change(*key, count) for key, count in found.items())


def _differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Changed pieces; whole words are compared, for letters would take quadratic time."""
    left, right = _PIECES.findall(before), _PIECES.findall(after)
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _trimmed("".join(left[a:b]), "".join(right[c:d]))


def _trimmed(before: str, after: str) -> tuple[str, str]:
    """Both without what they share at their ends, but for a few letters that show the place."""
    head = next(
        (i for i, (x, y) in enumerate(zip(before, after, strict=False)) if x != y),
        min(len(before), len(after)),
    )
    rest = min(len(before), len(after)) - head
    tail = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    start = max(0, head - _SHOWN)
    return before[start : len(before) - max(0, tail - _SHOWN)], after[
        start : len(after) - max(0, tail - _SHOWN)
    ]
