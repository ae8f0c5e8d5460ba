"""The negations of a Thai text, and what each asks of the English.

A Thai cue (ไม่, มิ…, ห้าม, อย่า) asks for an English negation, or for one of the words that render its
phrase: ไม่เกิน "up to", ไม่รุนแรง "mild", ไม่ให้ "prevent". Thai words of a negative sense (ไร้, ขาด, งด) ask for
none, but explain one. `polarity_english` reads the other side, `polarity_match` brings both together.
Tables and prices were made on one half of the documents of docs/check-quality.md and measured on the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING, Final

from bilingual_news.checks.polarity_english import negated
from bilingual_news.checks.polarity_match import FARTHEST_LETTERS, REACH, English, Thai, prices
from bilingual_news.checks.polarity_tables import COMMON, OTHER, POSITIVE, RENDERED, SELDOM
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Pattern = re.Pattern[str]

#: What begins a negation; ห้ามปราม, ห้ามล้อ and ไม้ are none.
_MI: Final = "มิ(?:ได้|ใช่|ควร|อาจ|ต้อง|ให้|สามารถ|ชอบ|เช่น|ฉะนั้น|เพียง|วาย)"
_YA: Final = "อย่า(?!ง)"
#: Each choice begins with its letters and looks back after them: so they are found in one fast scan.
CUE: Final = lazily(rf"ไม่(?!้)|มิ(?<!สามิ){_MI[2:]}|ห้าม(?!ี|ปราม|เลือด|ล้อ)|{_YA}")
_HAS_MI, _HAS_YA = lazily(_MI), lazily(_YA)
#: What a cue goes on with; it decides what becomes of it in English.
_CLASS = lazily(
    "(?P<ban>ห้าม)|(?P<dont>อย่า)|(?:ไม่|มิ)(?:(?P<have>มี)|(?P<can>สามารถ|อาจ)|(?P<be>ใช่)|(?P<ever>เคย)|(?P<let>ให้)|"
    "(?P<need>ต้อง|จำเป็น)|(?P<should>ควร)|(?P<did>ได้)|(?P<find>พบ)|(?P<only>เพียง|แค่|เฉพาะ)|(?P<other>))"
)
#: What leads to a cue decides for some classes.
_LED: Final = {
    "โดย": ("by", frozenset(("other", "did", "let", "have"))),
    "ยัง": ("yet", frozenset(("other", "did", "have"))),
    "จะ": ("will", frozenset(("other",))),
}  # fmt: skip
_NOT_LED: Final[tuple[str, frozenset[str]]] = ("", frozenset())
#: The classes of cues.
CLASSES: Final = (
    "ban", "dont", "have", "can", "be", "ever", "let", "need", "should", "did", "find", "only", "by", "yet",
    "will", "other",
)  # fmt: skip
_BEFORE, _AFTER = 9, 14
_NEAR: Final = 60
_AT_ONCE: Final = 14
_SAME: Final = 6
_REACH: Final = 90
_ONLY = lazily("เท่านั้น|เพียง|แค่|อย่างเดียว")

#: Where every English word of a phrase compares (up to) or where none renders it (ไม่ว่า): the prices.
_COMPARED: Final = {"not": 1.5, "cannot": 2.5, "never": 3.5, "no": 1.5, "without": 2.5, "formal": 0.0}
_POSITIVE: Final = {"not": 5.0, "cannot": 5.0, "never": 5.0, "no": 4.0, "without": 5.0, "formal": 2.0}
_SILENCE_COMPARED, _SILENCE_RENDERED, _SILENCE_POSITIVE = 4.0, 0.3, 0.0
_SAID_COMPARED, _SAID_RENDERED, _SAID_BY_COMMON = 0.0, 0.5, 0.7
#: The price of a word of a phrase that no cue asks for.
_UNASKED: Final = 2.0
#: Letters to both sides that are nearly always all of a text; longer ones are not searched from end to end.
_ANYWHERE: Final = 2400
#: A Thai word without a cue that explains a negation: its price, and what a rendering of its own adds.
_EXPLAINS, _RENDERED_ANYWAY = 1.5, 4.0


#: One of these is in every Thai text with a cue.
SIGNS: Final = ("ไม่", "ห้าม", "มิ", "อย่า")


def may_negate(source: str) -> bool:
    """Whether a Thai text may have a cue, by the quickest look; where this is false there is none."""
    return (
        "ไม่" in source
        or "ห้าม" in source
        or ("มิ" in source and _HAS_MI.search(source) is not None)
        or ("อย่า" in source and _HAS_YA.search(source) is not None)
    )


def class_of(source: str, cue: re.Match[str]) -> str:
    """The class of a cue: what it goes on with, or what leads to it."""
    start = cue.start()
    found = _CLASS.match(source, start)
    name = found.lastgroup if found and found.lastgroup else "other"
    lead = source[max(0, start - 3) : start]
    led, names = _LED.get(lead) or _LED.get(lead[1:]) or _NOT_LED
    return led if name in names else name


@dataclass(slots=True)
class _Page:
    """An English text while the words of Thai phrases are looked for in it.

    Attributes:
        lower: The English in small letters.
        english: Its negations in their order, to which the words of phrases are added.
        starts: Where those that were there first begin.
        compares: Whether one of them compares.
        found: Where the words of each phrase begin and stand, each looked for once in a text of any length.
        numbers: The numbers of the words of phrases.
    """

    lower: str
    english: list[English]
    starts: list[int]
    compares: bool
    found: dict[Pattern, tuple[list[int], list[re.Match[str]]]] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)

    def words(self, pattern: Pattern, place: float) -> Iterator[tuple[int, bool]]:
        """The numbers of the words of a phrase around a place, and whether they are common ones."""
        if pattern not in self.found:
            matches = list(pattern.finditer(self.lower))
            self.found[pattern] = [match.start() for match in matches], matches
        starts, matches = self.found[pattern]
        length = len(self.lower)
        middle, reach = place * length, min(REACH * length**0.5, FARTHEST_LETTERS)
        for match in matches[bisect_left(starts, middle - reach) : bisect_right(starts, middle + reach)]:
            yield self._number(match), match[0] in COMMON

    def _number(self, match: re.Match[str]) -> int:
        """The number of a word; a new one, unless a negation stands there."""
        start = match.start()
        if start not in self.numbers:
            before = bisect_left(self.starts, match.end()) - 1
            if before >= 0 and self.english[before].end > start:
                self.numbers[start] = before
            else:
                self.numbers[start] = len(self.english)
                unasked = 0.0 if match[0] in COMMON else _UNASKED + negated(start, self._plain_before(before))
                place = start / len(self.lower)
                self.english.append(English(start, match.end(), place, "phrase", unasked))
        return self.numbers[start]

    def _plain_before(self, number: int) -> English | None:
        while number >= 0 and self.english[number].kind in {"word", "explained"}:
            number -= 1
        return self.english[number] if number >= 0 else None


def read_cues(source: str, cues: list[re.Match[str]], lower: str, english: list[English]) -> list[Thai]:
    """What each cue of a Thai text asks of the English; words of its phrases are added to the English."""
    compares = any(item.kind == "formal" for item in english)
    page = _Page(lower, english, [item.start for item in english], compares)
    out: list[Thai] = []
    before: re.Match[str] | None = None
    for cue in cues:
        out.append(_read(source, cue, page, repeats=before is not None and _repeats(source, before, cue)))
        before = cue
    return out


def _read(source: str, cue: re.Match[str], page: _Page, *, repeats: bool) -> Thai:
    name = class_of(source, cue)
    kinds, unsaid, said = prices()[name]
    place = cue.start() / len(source)
    words: dict[int, float] = {}
    tables = ""
    for table, pattern in _phrases(source, cue):
        tables += table if table not in tables else ""
        price = said if table == _SELDOM else _SAID_RENDERED
        if pattern is None and table == _POSITIVES:
            unsaid, kinds = _SILENCE_POSITIVE, _POSITIVE
            break
        if pattern is None:
            unsaid = _SILENCE_RENDERED
            continue
        if table == _POSITIVES:
            kinds, unsaid, price = _COMPARED, _SILENCE_COMPARED, _SAID_COMPARED
        for number, is_common in page.words(pattern, place):
            words[number] = min(words.get(number, price + 1), price + is_common * _SAID_BY_COMMON)
    if page.compares and _ONLY.search(source, cue.end(), cue.end() + _REACH):
        kinds = kinds | {"formal": 0.0}
    return Thai(cue.start(), cue.end(), place, unsaid, kinds, name, tables, words, repeats)


#: What stands right before the cue in phrases that begin before it.
_HEADS: Final = (
    "หรือ", "อย่าง", "แทบ", "จะ", "หา", "ที่สุด", "อด", "โดย", "ป้องกัน", "ระวัง", "ยัง", "เลี่ยง", "นับ", "ประมาณ",
    "คณา", "เลือก", "ขอ", "ขอให้", "โรค", "ปฏิเสธ", "ปฏิเสธว่า",
)  # fmt: skip
_POSITIVES, _RENDERED, _SELDOM = "PRS"


@dataclass(frozen=True, slots=True)
class _Table:
    """A table for a look from the first letter of a cue on, all rows in one pattern.

    Attributes:
        name: Its letter.
        ahead: All rows that begin with the cue, each a group.
        behind: Numbers and patterns of the rows that may begin before it.
        english: The words of each row.
    """

    name: str
    ahead: Pattern
    behind: tuple[tuple[int, Pattern], ...]
    english: tuple[Pattern | None, ...]


@cache
def _tables() -> tuple[_Table, ...]:
    return tuple(
        _Table(
            name,
            re.compile("".join(f"(?:(?=({thai}))|)" for thai, _ in rows)),
            tuple((i, re.compile(thai)) for i, (thai, _) in enumerate(rows) if _may_begin_before(thai)),
            tuple(re.compile(rf"\b(?:{english})") if english else None for _, english in rows),
        )
        for name, rows in ((_POSITIVES, POSITIVE), (_RENDERED, RENDERED), (_SELDOM, SELDOM))
    )


def _phrases(
    source: str, cue: re.Match[str], tables: tuple[_Table, ...] = ()
) -> Iterator[tuple[str, Pattern | None]]:
    """The phrases around a cue: the letter of the table, and the English words."""
    start = cue.start()
    begin, end = max(0, start - _BEFORE), cue.end() + _AFTER
    has_head = source[begin:start].endswith(_HEADS)
    for table in tables or _tables():
        at_once = table.ahead.match(source, start, end)
        assert at_once is not None  # every choice is optional
        rows: Iterable[int] = ()
        if at_once.lastindex:
            rows = compress(count(), at_once.groups())
        if has_head:
            behind = (i for i, thai in table.behind if _covers(thai, source, start, (begin, end)))
            rows = sorted({*rows, *behind})
        for row in rows:
            yield table.name, table.english[row]


def _covers(thai: Pattern, source: str, position: int, window: tuple[int, int]) -> bool:
    """Whether a phrase that may begin before a cue stands around it."""
    return any(m.start() <= position < m.end() for m in thai.finditer(source, *window))


def _may_begin_before(thai: str) -> bool:
    """Whether a choice of a row has letters before its cue: หรือไม่, ป้องกันไม่."""
    depth, choices = 0, [""]
    for char in thai:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += char
    return any(not _FROM_CUE.match(choice) for choice in choices)


_FROM_CUE = lazily(r"(?:\(\?<[=!][^)]*\))?(?:ไม่|มิ|ห้าม|อย่า(?!ง)|\(\?:ไม่\|มิ\))")


def _repeats(source: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a cue follows at once, or one with the same word closely: English has one not for both."""
    if other.start() - one.end() < _AT_ONCE:
        return True
    same = source[one.start() : one.start() + _SAME] == source[other.start() : other.start() + _SAME]
    return same and other.start() - one.start() < _NEAR


def is_positive(source: str, cue: re.Match[str]) -> bool:
    """Whether a cue is of a phrase that is positive in English."""
    return next(_phrases(source, cue, _tables()[:1]), None) is not None


def is_said_positively(source: str, cue: re.Match[str], lower: str) -> bool:
    """Whether a cue is of a phrase that is positive in English, and its words stand there."""
    found = next(_phrases(source, cue, _tables()[:1]), None)
    return found is not None and (found[1] is None or found[1].search(lower) is not None)


@cache
def _others() -> tuple[Pattern, tuple[tuple[Pattern, Pattern], ...]]:
    rows = tuple((re.compile(thai), re.compile(rf"\b(?:{english})")) for thai, english in OTHER)
    return re.compile("|".join(thai for thai, _ in OTHER)), rows


def is_worded(source: str, start: int, lower: str) -> bool:
    """Whether any word of the phrases around the cue at a place stands in an English text, even far away."""
    cue = CUE.match(source, start)
    middle = start * len(lower) // len(source)
    begin, end = max(0, middle - _ANYWHERE), middle + _ANYWHERE
    return cue is not None and any(
        words and words.search(lower, begin, end) for _, words in _phrases(source, cue)
    )


def read_others(source: str, lower: str) -> list[Thai]:
    """The Thai words without a cue that may explain an English negation."""
    anything, rows = _others()
    if not anything.search(source):
        return []
    out = []
    length = len(lower)
    reach = min(REACH * length**0.5, FARTHEST_LETTERS)
    for thai, english in rows:
        for match in thai.finditer(source):
            place = match.start() / len(source)
            begin, end = max(0, int(place * length - reach)), int(place * length + reach)
            price = _EXPLAINS + (_RENDERED_ANYWAY if english.search(lower, begin, end) else 0.0)
            kinds = dict.fromkeys(("not", "no", "without", "formal"), price)
            kinds |= {"cannot": price + 2, "never": price + 1}
            out.append(Thai(match.start(), match.end(), place, 0.0, kinds))
    return out
