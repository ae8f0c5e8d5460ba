"""Checks of an article as English prose: where its sentences end and begin, and its quotes.

A segment need not be a sentence: of the correct government segments 64 % end without a full stop and
31 % begin with a small letter. Where sentences end is seen from the segments around it. A full stop and
the small letter after it contradict each other, a paragraph ends with its last sentence, and an article
whose paragraphs end in full stops does so throughout.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.punctuation import INTRODUCES, apostrophes
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bilingual_news.checks.base import Pair

Place = tuple[int, int]

_CLOSING: Final = "\"'”’)]"
_STOPS: Final = frozenset(".?!…")
_ABBREVIATED = lazily(
    r"(?:\b(?:No|Nos|Art|Sec|Vol|vs|approx|incl|Mr|Mrs|Ms|Dr|Prof|Gen|etc|i\.e|e\.g)|\b[A-Z])\.$"
)
#: Words with a capital only at the beginning of a sentence.
_OPENS = lazily(
    r"(?:The|This|These|Those|It|He|She|They|We|There|However|Moreover|Furthermore|Meanwhile|Therefore|"
    r"In addition|In this regard|At the same time|According to|As for|For example)\s"
)
_CAPITAL = lazily(r"([A-Z][a-z]+) [a-z]")
#: A text that can go on with a capital: it ends in a word that introduces, or in a comma, colon or dash.
_GOES_ON = lazily(
    r"(?:[,;:–—-]|\b(?:namely|including|that|said|and|or|of|the|a|an|in|on|at|to|for|by|with|from))$"
)
#: No open end is longer than a word, so much of a number and a line end.
_OPEN_LENGTH: Final = len("Hotline") + 30 + 3
#: No ending is longer than its longest word and a line end.
_GOES_ON_LENGTH: Final = len("including\n")
_INSIDE = lazily(r"[a-z]{3}[.?!][”\"’)]? [A-Z]")
#: Lists, and ends that take no full stop: addresses, telephone numbers, what the next lines follow.
_LIST = lazily(
    r"\W*(?:\d{1,2}(?:\.\d+)*[.)]?|[A-Za-z][.)]|[ivx]+\)|o|https?:\S*|www\.\S*)(?:\s|$)|\s*[•●▪■◆○*·–—-]"
)
_OPEN_WORD = lazily(r".*[@/#]|.+\.\w+$")
_OPEN_END = lazily(r"\b(?:Tel|Hotline|hotline|call)\b.{0,30}\d$|follow(?:s|ing)$")
_THAI_CONNECTS = lazily(
    r"(?:และ|หรือ|พร้อม|เพื่อ|โดย|ซึ่ง|ที่|ให้|ณ|ของ|แห่ง|ใน|จาก|แก่|กับ|รวม|ตลอดจน|อีกทั้ง|สอดคล้อง|รองรับ)"
)
#: What a headline or caption seldom has.
_FINITE = lazily(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|said|says|added|stated|stressed|"
    r"explained|revealed|disclosed|noted|asked|ordered|thanked|invited|continued|concluded)\b"
)
_PROSE: Final = 60
_FEWEST: Final = 4
_MOST: Final = 0.6


class SentenceEnds:
    """Full stops and capitals of neighbours."""

    id: ClassVar[str] = "sentence-end"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A segment begins with a small letter after a full stop, or with The, It, However… after none; or a "
        "paragraph ends without a full stop although a sentence before it, or three quarters of the "
        "article's paragraphs, end in one. Titles, lists and addresses do not count."
    )

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """See ArticleCheck."""
        article = _Article(pairs)
        for index, pair in enumerate(pairs):
            if (
                pair.position is not None
                and pair.target
                and not pair.is_title
                and not _LIST.match(pair.target)
            ):
                for problem in filter(None, (article.beginning(pair), article.end(pair))):
                    yield index, problem


class _Article:
    """What stands before and after a segment, and how the article's paragraphs end."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._at: dict[Place, Pair] = {}
        self._last: dict[int, int] = {}
        self._prose: set[int] = set()
        self._lists: set[int] = set()
        closing: list[bool] = []
        for pair in pairs:
            if pair.position is None or not pair.target or pair.is_title:
                continue
            paragraph, number, of = pair.position
            self._at[paragraph, number] = pair
            self._last[paragraph] = of
            is_long, is_whole = len(pair.target) >= _PROSE, _is_whole(pair.target)
            if number == 1 and _LIST.match(pair.target):
                self._lists.add(paragraph)
            elif number < of and is_whole and is_long:
                self._prose.add(paragraph)
            elif number == of and is_long:
                closing.append(is_whole)
        self._ends_whole = len(closing) >= _FEWEST and sum(closing) >= _MOST * len(closing)

    def beginning(self, pair: Pair) -> Problem | None:
        """What is wrong with the first letter."""
        paragraph, number, _ = pair.position or (0, 0, 0)
        is_first = number == 1
        # Lines of addresses and dates have small letters too, and some sources break lines in sentences.
        if not pair.target[0].islower() or (
            is_first and (len(pair.target) < _PROSE or _THAI_CONNECTS.match(pair.source))
        ):
            return None
        before = self._before(pair)
        if before is None:
            is_free = is_first and paragraph - 1 not in self._last
            return Problem("a paragraph begins here: expected a capital", None, (0, 1)) if is_free else None
        if not _is_whole(before.target) or _ABBREVIATED.search(before.target):
            return None
        return Problem("the segment before ends its sentence: expected a capital", None, (0, 1))

    def end(self, pair: Pair) -> Problem | None:
        """What is wrong with the last character."""
        target = pair.target
        if _is_whole(target):
            return None
        span = (len(target) - 1, len(target))
        after = self._after(pair)
        if not _closes(pair):
            if after is None or _goes_on(target) or not self._opens(after.target):
                return None
            return Problem("the next segment begins a sentence: expected a full stop", None, span)
        paragraph = pair.position[0] if pair.position else 0
        if (
            paragraph in self._lists
            or target[-1] in ":;–—-"
            or (after is not None and after.target[0].islower())
        ):
            return None
        is_sentence = (
            paragraph in self._prose
            or _INSIDE.search(target)
            or (self._ends_whole and len(target) >= _PROSE and _FINITE.search(target))
        )
        if not is_sentence or _is_open_end(target) or INTRODUCES.search(pair.source):
            return None
        found = "" if target[-1] != "," else ", found a comma"
        return Problem(f"the paragraph ends here: expected a full stop{found}", None, span)

    def _opens(self, text: str) -> bool:
        """Whether a text begins a sentence: its first word has a capital here and none elsewhere."""
        if _OPENS.match(text):
            return True
        first = _CAPITAL.match(text)
        if first is None:
            return False
        return _has_word(self._whole, first[1].lower()) and not _has_name(self._whole, first[1])

    @cached_property
    def _whole(self) -> str:
        return "\n".join(pair.target for pair in self._at.values())

    def _before(self, pair: Pair) -> Pair | None:
        paragraph, number, _ = pair.position or (0, 0, 0)
        return self._at.get(
            (paragraph, number - 1) if number > 1 else (paragraph - 1, self._last.get(paragraph - 1, 0))
        )

    def _after(self, pair: Pair) -> Pair | None:
        paragraph, number, of = pair.position or (0, 0, 0)
        return self._at.get((paragraph, number + 1) if number < of else (paragraph + 1, 1))


def _closes(pair: Pair) -> bool:
    """Whether a segment is the last of its paragraph."""
    return pair.position is not None and pair.position[1] == pair.position[2]


def _is_whole(text: str) -> bool:
    """Whether a text ends in a full stop, question or exclamation mark, quotes and brackets aside."""
    return text.removesuffix("\n").rstrip(_CLOSING)[-1:] in _STOPS


def _is_open_end(text: str) -> bool:
    """Whether a text ends in an address, a telephone number or a word that the next lines follow."""
    last = text.rsplit(maxsplit=1)[-1:]
    if last and _OPEN_WORD.match(last[0]):
        return True
    return _OPEN_END.search(text, max(0, len(text) - _OPEN_LENGTH)) is not None


def _goes_on(text: str) -> bool:
    return _GOES_ON.search(text, max(0, len(text) - _GOES_ON_LENGTH)) is not None


def _has_word(text: str, word: str) -> bool:
    """Whether a word stands in a text in small letters."""
    for start, end in _places(text, word):
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            return True
    return False


def _has_name(text: str, name: str) -> bool:
    """Whether a word stands in a text with a capital in the middle of a sentence.

    Before it are a small letter or a comma and a space, or after it another word with a capital.
    """
    for start, end in _places(text, name):
        after = text[end : end + 1]
        if "a" <= after <= "z":
            continue
        before = text[max(0, start - 2) : start]
        if before[1:] == " " and ("a" <= before[0] <= "z" or before[0] == ","):
            return True
        if after == " " and "A" <= text[end + 1 : end + 2] <= "Z":
            return True
    return False


def _places(text: str, part: str) -> Iterator[tuple[int, int]]:
    at = text.find(part)
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + 1)


class QuoteStyle:
    """Straight or curly, but one of them."""

    id: ClassVar[str] = "quote-style"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "Double quotes or apostrophes are straight here and mostly curly elsewhere in the article, or the "
        "other way; what one segment mixes is told by mixed-quotes."
    )

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """See ArticleCheck."""
        yield from _rarer(pairs, "quotes", ('"', "“”"), _marks)
        yield from _rarer(pairs, "apostrophes", ("'", "’"), apostrophes)


def _holds(text: str, marks: str) -> bool:
    return marks[0] in text or marks[-1] in text


def _marks(pair: Pair, marks: str) -> list[int]:
    return [at for at in map(pair.target.find, marks) if at >= 0]


def _rarer(
    pairs: Sequence[Pair],
    what: str,
    styles: tuple[str, str],
    places: Callable[[Pair, str], list[int]],
) -> Iterator[tuple[int, Problem]]:
    """The segments in the rarer of two styles, straight and curly; of as many, the straight ones."""
    whole = "\n".join(pair.target for pair in pairs)
    if not all(_holds(whole, marks) for marks in styles):
        return
    straight: list[tuple[int, int]] = []
    curly: list[tuple[int, int]] = []
    for index, pair in enumerate(pairs):
        # Most segments have neither: what looks closer is asked about the others only.
        first, second = (places(pair, marks) if _holds(pair.target, marks) else [] for marks in styles)
        if bool(first) != bool(second):
            (straight if first else curly).append((index, (first or second)[0]))
    if not straight or not curly:
        return
    rare, style, other = (
        (curly, "curly", "straight") if len(curly) < len(straight) else (straight, "straight", "curly")
    )
    message = f"{style} {what} here and {other} ones elsewhere in this article: write {other} ones"
    for index, at in rare:
        yield index, Problem(message, None, (at, at + 1))
