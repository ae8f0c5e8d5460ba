"""Things that must not be taken for one another, named in both languages by tables.

A row of a table has a kind, what surely means the thing in Thai, what else may mean it, its English, and,
where there is any, other English that may say it (see `mentions`).
An English name is strange if the Thai has nothing that may mean it, part of a word or not: ordinary words
(แพร่, เลย, ตาก) and free translations excuse it. What the Thai surely means and the English says less
often is what the strange one stands for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilingual_news.checks.base import Span

#: In a table, after a name that is an ordinary word or a person's name too: it is sure only after `_BEFORE`.
_DOUBTFUL: Final = "="
_BEFORE: Final = tuple(f"{word}{space}" for word in ("จังหวัด", "จ.", "ประเทศ", "ชาว") for space in ("", " "))
#: Bangkok stands beside provinces, Thailand beside countries.
_ROWS: Final = {"capital": "province", "home": "country"}
_WORD = re.compile(r"[^\W_]+")
_DATA: Final = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class Concept:
    """A row of a table.

    Attributes:
        kind: Things of one kind may stand for one another.
        sure: Thai that surely means it.
        hints: Thai that may mean it.
        english: Its English names, the usual one first.
        names: Its Thai names, as the table has them.
        doubtful: Those of them that mean it only where what is beside them does: ordinary words, people.
        sayings: Other English that may say it, in small letters.
    """

    kind: str
    sure: tuple[str, ...]
    hints: tuple[str, ...]
    english: tuple[str, ...]
    names: tuple[str, ...]
    doubtful: tuple[str, ...]
    sayings: tuple[str, ...]

    @property
    def row(self) -> str:
        """The kind of lists that it stands in."""
        return _ROWS.get(self.kind, self.kind)


@dataclass(frozen=True, slots=True)
class Strange:
    """An English name that the Thai cannot mean.

    Attributes:
        concept: What it names.
        span: Where it stands in the English.
        expected: What the Thai means instead: a thing of the same kind that the English lacks, or None.
        source: Where the Thai means that one.
    """

    concept: Concept
    span: Span
    expected: Concept | None = None
    source: Span | None = None


class Table:
    """Rows of files, read when they are asked for.

    Args:
        names: Files in checks/data.
        small: Whether capitals do not matter in English.
    """

    def __init__(self, *names: str, small: bool = False) -> None:
        self.paths = tuple(_DATA / name for name in names)
        self._small = small
        self.strange = lru_cache(maxsize=8)(self._strange)

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """All rows."""
        lines = (line for path in self.paths for line in path.read_text(encoding="utf-8").splitlines())
        return tuple(_concept(*line.split("\t")) for line in lines if line[:1] != "#")

    @cached_property
    def by_first_word(self) -> dict[bytes, tuple[tuple[str, Concept], ...]]:
        """English names with what they name, by their first word in small letters of cp1252 (see `gates`)."""
        found: defaultdict[bytes, list[tuple[str, Concept]]] = defaultdict(list)
        for concept in self.concepts:
            for name in concept.english:
                found[_words(name)[0]].append((name.lower() if self._small else name, concept))
        return {word: tuple(names) for word, names in found.items()}

    @cached_property
    def first_words(self) -> frozenset[bytes]:
        """Words of which an English text must have one to name anything."""
        return frozenset(self.by_first_word)

    def named(self, target: str, words: Iterable[bytes]) -> list[Concept]:
        """What an English text may name, as often as it has a name of it; for tables where capitals matter.

        Args:
            target: The text.
            words: Those of its words that are `first_words`, and others.
        """
        found = []
        by_first_word = self.by_first_word
        for word in words:
            if word in by_first_word:
                for name, concept in by_first_word[word]:
                    if name in target:
                        found.append(concept)
        return found

    def may_differ(self, source: str, target: str, words: Iterable[bytes]) -> bool:
        """Whether the English may have a name that the Thai cannot mean.

        Args:
            source: A Thai text.
            target: Its English.
            words: Those of its words that are `first_words`, and others.
        """
        by_first_word = self.by_first_word
        for word in words:
            for name, concept in by_first_word.get(word, ()):
                for hint in concept.hints:  # a loop, for it takes half the time of any()
                    if hint in source:
                        break
                else:
                    text = target.lower() if self._small else target
                    if name in text and not may_mean(source, concept):
                        return True
        return False

    def _strange(self, source: str, target: str) -> tuple[Strange, ...]:
        """The English names that the Thai cannot mean, each thing once, in the order of the English."""
        words = self.first_words.intersection(_words(target))
        concepts = dict.fromkeys(
            concept
            for word in words
            for name, concept in self.by_first_word[word]
            if (name in target or self._small) and not may_mean(source, concept)
        )
        found = [(min(spans), concept) for concept in concepts if (spans := self.stated(concept, target))]
        return tuple(
            self._with_expected(source, target, concept, span)
            for span, concept in sorted(found, key=lambda item: item[0])
        )

    def _with_expected(self, source: str, target: str, found: Concept, span: Span) -> Strange:
        """A strange name with the thing of its kind that the English states less often than the Thai."""
        for other in self.by_kind[found.kind]:
            if not any(hint in source for hint in other.hints):
                continue
            thai = [match.span() for match in _sure(other.sure).finditer(source)]
            if thai and len(thai) > len(self.stated(other, target)):
                return Strange(found, span, other, thai[-1])
        return Strange(found, span)

    @cached_property
    def by_kind(self) -> dict[str, list[Concept]]:
        """The rows by what they may be taken for."""
        kinds: defaultdict[str, list[Concept]] = defaultdict(list)
        for concept in self.concepts:
            kinds[concept.kind].append(concept)
        return kinds

    def stated(self, concept: Concept, target: str) -> list[Span]:
        """Where the English states a thing, under any of its names."""
        return [span for name in concept.english for span in self._spans(name, target)]

    def _spans(self, name: str, target: str) -> list[Span]:
        """Where an English name stands as words of its own."""
        if not self._small:
            return list(whole_words(name, target))
        if name.lower() not in target.lower():
            return []
        return [match.span() for match in _pattern(name).finditer(target)]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """An English name as words of its own; kept here, for `re` keeps too few patterns."""
    return re.compile(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z$])", re.IGNORECASE)


def whole_words(name: str, text: str) -> Iterator[Span]:
    """Where an English name stands as words of its own; US$ is money.

    Not by a pattern: to make one takes as long as many searches, and most names are sought once.
    """
    end = 0
    while (start := text.find(name, end)) >= 0:
        end = start + len(name)
        if is_whole(text, start, end):
            yield start, end


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name begins and ends where words do."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before == "_" or after in {"_", "$"})


@cache
def _sure(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, names)))


def _concept(kind: str, thai: str, hints: str, english: str, sayings: str = "") -> Concept:
    marked = thai.split(";")
    names = tuple(name.rstrip(_DOUBTFUL) for name in marked)
    doubtful = tuple(name.rstrip(_DOUBTFUL) for name in marked if name.endswith(_DOUBTFUL))
    sure = [name for name in names if name not in doubtful]
    return Concept(
        kind,
        (*sure, *(f"{before}{name}" for name in doubtful for before in _BEFORE)),
        (*names, *filter(None, hints.split(";"))),
        tuple(english.split(";")),
        names,
        doubtful,
        tuple(filter(None, sayings.split(";"))),
    )


def _words(text: str) -> list[bytes]:
    return [word.encode("cp1252", "replace") for word in _WORD.findall(text.lower())]


def may_mean(source: str, concept: Concept) -> bool:
    """Whether the Thai has anything that may mean a thing, its English name included."""
    for hint in concept.hints:  # a loop, for it takes half the time of any()
        if hint in source:
            return True
    text = source.lower()
    return any(name.lower() in text for name in concept.english)
