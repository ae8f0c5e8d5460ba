"""Where a Thai text surely names places, and whether an English text names them too.

Of names inside one another the longest counts (ภาคตะวันออกเฉียงเหนือ is not the East), and words that only hold
a name (ปราจีน, ดอลลาร์สหรัฐ) count for none. A name that is an ordinary word (น่าน, เลย) counts in a list, beside
a name that is sure: พะเยา น่าน และแพร่.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.checks.concepts import Table, whole_words
from bilingual_news.checks.places import PLACES
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Span
    from bilingual_news.checks.concepts import Concept

LISTED: Final = Table("listed.tsv")
MINISTRY: Final = "ministry"
HOME: Final = "home"
_ROYAL: Final = "royal"
_OTHERS: Final = Path(__file__).with_name("data") / "no-places.txt"
#: What stands between two things of a list, or of a way.
_BETWEEN = lazily(
    r"ฯ?(?:\s|[,、/&–—-]|และ|หรือ|กับ|รวมถึง|รวมทั้ง|ตลอดจน|ไปยัง|ไป|สู่|ถึง|ผ่าน|"
    r"จังหวัด|จ\.|ประเทศ|ชาว|กรุง|นคร|เมือง|เขต|ภาค|อำเภอ|อ\.|รพ\.|โรงพยาบาล)*"
)
#: What may follow a word at once: no letter, or a word that often does.
_END = lazily(r"$|[^ก-๎]|ฯ|และ|หรือ|กับ|ที่|ซึ่ง|ได้|มี|เป็น|เพื่อ|จำนวน|รวม|ใน|โดย|เข้า")
#: Vowels and marks that belong to the letter before them, and silent letters: before them a name is part of
#: a word.
_ATTACHED = lazily("[ะัาำิีึืฺุู็่้๊๋์ๅ]|[ก-ฮ]์")
_SHORT, _WHOLE, _LONG = 2, 4, 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a Thai text names.

    Attributes:
        concept: The place.
        start: Where its name begins.
        end: Where its name ends.
    """

    concept: Concept
    start: int
    end: int


@lru_cache(maxsize=8)
def thai_mentions(source: str) -> tuple[Mention, ...]:
    """The places that a Thai text surely names, in its order, a place as often as it is named."""
    found = list(_read(source))
    kept = [mention for mention, is_sure in found if is_sure]
    doubtful = [mention for mention, is_sure in found if not is_sure]
    if not (kept and doubtful):
        return tuple(kept)
    sure = {mention.start for mention in kept}
    # Both ways, so that one doubtful name may lean on another: น่าน แพร่ และพะเยา.
    for row in (found, found[::-1]):
        for (one, _), (other, _) in pairwise(row):
            if one.start in sure and other.start not in sure and _are_listed(source, one, other):
                sure.add(other.start)
    return tuple(mention for mention, _ in found if mention.start in sure)


def _read(source: str) -> Iterator[tuple[Mention, bool]]:
    """All names, and whether each is sure by itself."""
    for last, (size, concept, is_sure) in _automaton().iter_long(source):
        end = last + 1
        if concept is not None and not _ATTACHED.match(source, end):
            yield Mention(concept, end - size, end), is_sure


def _are_listed(source: str, one: Mention, other: Mention) -> bool:
    """Whether two names of one kind stand beside each other, and the one behind ends there."""
    if one.concept.row != other.concept.row:
        return False
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return bool(
        first.end < second.start
        and _BETWEEN.fullmatch(source, first.end, second.start)
        and _END.match(source, other.end)
    )


@cache
def _automaton() -> Any:  # noqa: ANN401 - pyahocorasick has no types
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for concept in listed_concepts():
        for name in concept.doubtful:
            automaton.add_word(name, (len(name), concept, False))
    for concept in listed_concepts():
        for name in concept.sure:
            automaton.add_word(name, (len(name), concept, True))
    for line in _OTHERS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            automaton.add_word(line, (len(line), None, False))
    automaton.make_automaton()
    return automaton


@cache
def listed_concepts() -> tuple[Concept, ...]:
    """The rows of the tables that are read: places and ministries."""
    places = (concept for concept in PLACES.concepts if concept.kind != _ROYAL)
    return (*places, *LISTED.concepts)


def may_be_listed(source: str) -> tuple[Concept, ...]:
    """The places and ministries of which a Thai text has names, two of a kind, be they parts of words."""
    found = 0
    for _, bits in _bits().iter(source):
        found |= bits
    return _listed(found) if found & (found - 1) else ()


@cache
def _bits() -> Any:  # noqa: ANN401 - pyahocorasick has no types
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for number, concept in enumerate(listed_concepts()):
        for name in concept.names:
            automaton.add_word(name, automaton.get(name, 0) | 1 << number)
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=1 << 12)
def _listed(bits: int) -> tuple[Concept, ...]:
    by_bit, concepts = _by_bit(), []
    while bits:
        bit = bits & -bits
        bits ^= bit
        concepts.append(by_bit[bit])
    kinds = Counter(concept.row for concept in concepts)
    return tuple(concept for concept in concepts if kinds[concept.row] > 1)


@cache
def _by_bit() -> dict[int, Concept]:
    return {1 << number: concept for number, concept in enumerate(listed_concepts())}


def english_spans(concept: Concept, target: str) -> list[Span]:
    """Where an English text has a name of a place or ministry; of names inside one another the longest."""
    spans = [span for name in concept.english if name in target for span in whole_words(name, target)]
    if len(spans) < 2:  # noqa: PLR2004
        return spans
    spans.sort(key=lambda span: (span[0], -span[1]))
    kept: list[Span] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def is_said(concept: Concept, target: str) -> bool:
    """Whether an English text may name a place or ministry: in capitals or not, or in other words."""
    lower = target.lower()
    return any(_is_in(name, target, lower) for name in concept.english) or any(
        _is_saying(word, lower) for word in concept.sayings
    )


def _is_in(name: str, target: str, lower: str) -> bool:
    if len(name) <= _SHORT:  # the US is not us
        return any(whole_words(name, target))
    small = name.lower()
    if any(whole_words(small, lower)):
        return True
    squashed = _squash(small)
    return len(squashed) >= _LONG and squashed in _squash(lower)


def _is_saying(word: str, lower: str) -> bool:
    """Whether a short word stands by itself, or a longer one at the beginning of a word."""
    if len(word) <= _WHOLE:
        return any(whole_words(word, lower))
    at = lower.find(word)
    while at > 0 and lower[at - 1].isalpha():
        at = lower.find(word, at + 1)
    return at >= 0


@lru_cache(maxsize=64)
def _squash(text: str) -> str:
    """A text without spaces and hyphens: #PathumThani, Hat-Yai."""
    return re.sub("[ -]", "", text)
