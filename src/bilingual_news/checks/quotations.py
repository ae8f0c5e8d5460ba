"""A check of quotations over all segments of an article.

Thai often leaves the marks of a quotation out, and segments end inside quotations: what one English
segment opens a later one may close. A paragraph that goes on with a quotation opens it once more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilingual_news.checks.base import Pair

#: So many segments later, a mark closes no quotation of before.
_FARTHEST: Final = 12
_MARK = re.compile('[“”"]')
#: A straight quote that opens: after the beginning, a space, a bracket or a dash, and before a word.
_OPENS = re.compile(r'(?:^|(?<=[\s(\[–—/-]))"(?=\S)')


class Quotes:
    """Quotation marks."""

    id: ClassVar[str] = "quotes"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A quotation is opened and not closed in the English, or the other way, unlike in the Thai; what one "
        "segment opens, one of the next twelve may close."
    )

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """See ArticleCheck."""
        pending: _Lone | None = None
        for index, pair in enumerate(pairs):
            lone = _lone(index, pair)
            if pending and index > pending.index + _FARTHEST:
                yield from pending.told()
                pending = None
            if lone is None:
                continue
            if not lone.opens:
                yield from () if pending else lone.told()
                pending = None
            elif pending and lone.at == 0:
                pending = pending.again(index)
            else:
                yield from pending.told() if pending else ()
                pending = lone
        if pending:
            yield from pending.told()


@dataclass(frozen=True, slots=True)
class _Lone:
    """A mark without a partner in its segment.

    Attributes:
        index: The last segment that has it.
        first: The segment it is told of.
        at: Where it stands there.
        mark: The mark.
        opens: Whether it opens a quotation.
        is_thai: Whether the Thai of that segment has one too.
    """

    index: int
    first: int
    at: int
    mark: str
    opens: bool
    is_thai: bool

    def again(self, index: int) -> _Lone:
        """The same quotation, opened once more by a later paragraph."""
        return _Lone(index, self.first, self.at, self.mark, self.opens, self.is_thai)

    def told(self) -> Iterator[tuple[int, Problem]]:
        """What to say of it where the Thai has none."""
        if self.is_thai:
            return
        what = "opens a quotation that is never closed" if self.opens else "closes what nothing opens"
        yield self.first, Problem(f"{self.mark} {what}: add its partner", None, (self.at, self.at + 1))


def _lone(index: int, pair: Pair) -> _Lone | None:
    """The mark without a partner of a segment's English, or None."""
    target = pair.target
    if not _is_open(target):
        return None
    if len(_MARK.findall(target)) % 2 == 0:
        return None  # curly and straight close each other: mixed-quotes says so
    straight = {match.start() for match in _OPENS.finditer(target)}
    opened: list[int] = []
    for match in _MARK.finditer(target):
        at = match.start()
        if match[0] == "“" or at in straight:
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            return _Lone(index, index, at, match[0], opens=False, is_thai=_is_open(pair.source))
    at = opened[-1]
    return _Lone(index, index, at, target[at], opens=True, is_thai=_is_open(pair.source))


def _is_open(text: str) -> bool:
    """Whether a text has more marks of one kind than of their partners."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1
