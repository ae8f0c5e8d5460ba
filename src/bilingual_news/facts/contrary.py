"""Where two languages say the contrary of one number: the frame of `bounds` and `directions`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.english import english_facts
from bilingual_news.facts.model import NUMBER, PERCENT, Fact, FactKind
from bilingual_news.facts.rendering import render
from bilingual_news.facts.thai import thai_facts
from bilingual_news.facts.worded import small_in_words
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bilingual_news.facts.model import Key


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands beside a number and says something of it.

    Attributes:
        sense: 1 or -1, of which each is the contrary of the other.
        words: The words that say so.
        start: Their offset.
        end: The offset after them.
    """

    sense: int
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A value of which the two sides say the contrary.

    Attributes:
        thai: What the Thai says beside it.
        english: What the English says beside it.
        expected: The English that the Thai calls for.
    """

    thai: Reading
    english: Reading
    expected: str


_KINDS: Final = frozenset({FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT})
_SPACES: Final = frozenset({NUMBER, PERCENT})


@dataclass(frozen=True, slots=True)
class Beside:
    """What may be said beside a number, and how it is read.

    Attributes:
        signs: One of them is in all Thai that says it; they are looked for first.
        before: So many characters before a number one of them may begin.
        after: So many characters after it one may end; 0 if none stands there.
        thai: What stands beside a Thai number, and the English for it with "{}" for the number; it is
            given the offset of the last sign before the number, or -1.
        english: What stands beside an English number.
    """

    signs: tuple[str, ...]
    before: int
    after: int
    thai: Callable[[str, Fact, int], tuple[Reading, str] | None]
    english: Callable[[str, Fact], Reading | None]


def contradictions(thai: str, english: str, said: Beside) -> tuple[Contradiction, ...]:
    """Values of which all that the Thai says is the contrary of all that the English says.

    Args:
        thai: A normalised Thai segment.
        english: Its translation.
        said: What to read.
    """
    signs = [sign for sign in said.signs if sign in thai]
    if not signs:
        return ()
    source = plain(thai_facts(thai))
    ours: dict[Key, list[tuple[Reading, str]]] = {}
    for fact in source:
        start, end = fact.start, fact.end
        at = max([thai.rfind(sign, max(0, start - said.before), start) for sign in signs])
        if at < 0 and max([thai.find(sign, end, end + said.after) for sign in signs]) < 0:
            continue
        if found := said.thai(thai, fact, at):
            reading, pattern = found
            expected = pattern.format(render(fact.keys[0], fact.unit))
            ours.setdefault(fact.keys[0], []).append((reading, expected))
    return tuple(_compared(ours, source, english, said)) if ours else ()


def _compared(
    ours: dict[Key, list[tuple[Reading, str]]], source: list[Fact], english: str, said: Beside
) -> Iterator[Contradiction]:
    theirs: dict[Key, list[Reading]] = {}
    target = (*plain(english_facts(english)), *small_in_words(english, ours))
    for fact in target:
        key = next((key for key in fact.keys if key in ours), None)
        if key and (stated := said.english(english, fact)):
            theirs.setdefault(key, []).append(stated)
    for key, readings in theirs.items():
        same = sum(key in fact.keys for fact in source), sum(key in fact.keys for fact in target)
        if contradiction := _contrary(ours[key], readings, same):
            yield contradiction


def _contrary(
    thai: list[tuple[Reading, str]], english: list[Reading], stated: tuple[int, int]
) -> Contradiction | None:
    """What contradicts of all that is said of one value, which stands so often on the two sides."""
    ours, theirs = [reading.sense for reading, _ in thai], [reading.sense for reading in english]
    if sum(ours) == sum(theirs) and len(ours) == len(theirs):
        return None
    is_one = len(set(ours)) == 1
    are_all_read = len(ours) == stated[0] == stated[1] and (is_one or len(theirs) == len(ours))
    if not are_all_read and not (is_one and set(theirs) == {-ours[0]}):
        return None
    wrong = next(
        (reading for reading in english if theirs.count(reading.sense) > ours.count(reading.sense)), None
    )
    if wrong is None:
        return None
    return next(Contradiction(own, wrong, expected) for own, expected in thai if own.sense == -wrong.sense)


def plain(facts: Iterable[Fact]) -> list[Fact]:
    """The numbers, percentages and amounts among facts."""
    return [f for f in facts if f.kind in _KINDS and f.keys[0][0] in _SPACES]


_ENGLISH_WORD = lazily("[A-Za-z]+")


def words_among(text: str, start: int, end: int, wanted: frozenset[str]) -> list[re.Match[str]]:
    """The words of a part of an English text that are among some in small letters."""
    return [match for match in _ENGLISH_WORD.finditer(text, start, end) if match[0].lower() in wanted]
