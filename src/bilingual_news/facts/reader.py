"""The frame of the readers of both languages: one pass over a text, number by number."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.facts.model import LONGEST_FIGURE, NUMBER, Fact, FactKind, first_after, number
from bilingual_news.text import blank

if TYPE_CHECKING:
    from bilingual_news.facts.model import Key

DIGIT: Final = re.compile("[0-9]")
FIGURE: Final = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
DOTTED: Final = re.compile(r"\d+(?:\.\d+){2,}")
#: Before a figure they say that it stands by itself.
_OPEN: Final = frozenset(" (")
_DAY_DIGITS: Final = 2


class NumberReader(ABC):
    """Reads the facts of a text that are written with digits; a language says what stands around them.

    The commonest forms are read by `common`, which finds what `_read` finds, at once, or leaves it to it.
    A method that reads a kind of fact is given the offset of a digit, and some the first character
    after the figure that is no white space; it adds what it finds, and returns where to go on, or 0 if
    the kind does not stand there. Most figures are plain numbers: what stands beside them is looked at
    before any pattern is tried.

    Attributes:
        addresses: What is blanked before reading: addresses and hashtags hold no facts.
        forms: A digit; the commonest forms of a figure that begin there are its groups.
    """

    addresses: ClassVar[re.Pattern[str]]
    forms: ClassVar[re.Pattern[str]]

    def __init__(self, text: str) -> None:
        self._text = text
        if (
            "#" in text or "@" in text or ("/" in text and "://" in text)
            or ("." in text and (".th" in text or "www." in text))
        ):  # fmt: skip
            self._text = self.addresses.sub(blank, text)
        self._found: list[Fact] = []
        #: Whether a percentage or magnitude was read.
        self._shares = False

    def facts(self) -> list[Fact]:
        """The facts in order, neighbours of ranges and lists linked."""
        position, text, search, found = 0, self._text, self.forms.search, self._found
        common = self.common
        while match := search(text, position):
            position = (match.lastindex and common(text, match, found)) or self._read(match.start())
            if position < 0:
                self._shares, position = True, -position
        return self._linked() if self._shares and len(self._found) > 1 else self._found

    def _read(self, start: int) -> int:
        """Read the fact at a digit; returns where to go on."""
        text = self._text
        before = text[start - 1] if start else " "
        if before not in _OPEN and self._in_word(start):
            return self._code(start)
        match = FIGURE.match(text, start)
        assert match is not None  # a digit stands here
        figure, end = match[0], match.end()
        if end - start > LONGEST_FIGURE:
            self._add(FactKind.NUMBER, ((NUMBER, figure),), start, end)
            return end
        after, follow = text[end : end + 1], first_after(text, end)
        stop = self._phone(start) if before == "+" or figure[0] == "0" else 0
        if not stop and len(figure) <= _DAY_DIGITS:
            stop = (self._slashed(start) if after == "/" else 0) or self._date(start, follow)
        elif not stop and not figure[:3].isdigit():  # October 31,2024: the comma is none of thousands
            stop = self._date(start, ",")
        stop = stop or self._times(start, figure, follow)
        if not stop and after == "." and "." in figure:
            stop = self._dotted(start)
        return stop or self._year(match) or self._number(match, follow)

    def _add(
        self, kind: FactKind, keys: tuple[Key, ...], start: int, end: int, *, required: bool = True
    ) -> None:
        self._found.append(Fact(kind, keys, self._text[start:end], start, end, required))

    def _code(self, start: int) -> int:
        match = DOTTED.match(self._text, start) or FIGURE.match(self._text, start)
        assert match is not None
        is_value = match[0].count(".") <= 1 and len(match[0]) <= LONGEST_FIGURE
        reading: Key = (NUMBER, number(match[0]) if is_value else match[0])
        keys = (reading, *self._other_readings(reading))
        self._add(FactKind.NUMBER, keys, start, match.end(), required=False)
        return match.end()

    def _other_readings(self, reading: Key) -> tuple[Key, ...]:
        """What else a number inside a code may be."""
        return ()

    def _dotted(self, start: int) -> int:
        match = DOTTED.match(self._text, start)
        if not match:
            return 0
        self._add(FactKind.NUMBER, ((NUMBER, match[0]),), start, match.end())
        return match.end()

    @staticmethod
    @abstractmethod
    def common(text: str, match: re.Match[str], found: list[Fact]) -> int:
        """Read one of the commonest forms.

        Args:
            text: The text.
            match: Of `forms`, with a group.
            found: The facts so far, to which it is added.

        Returns:
            Where to go on, minus that if a percentage or magnitude was read, which may hold for a
            neighbour too, and 0 if the figure needs all of `_read`.
        """

    @abstractmethod
    def _linked(self) -> list[Fact]: ...

    @abstractmethod
    def _in_word(self, start: int) -> bool: ...

    @abstractmethod
    def _phone(self, start: int) -> int: ...

    @abstractmethod
    def _slashed(self, start: int) -> int: ...

    @abstractmethod
    def _date(self, start: int, follow: str) -> int: ...

    @abstractmethod
    def _times(self, start: int, figure: str, follow: str) -> int: ...

    @abstractmethod
    def _year(self, match: re.Match[str]) -> int: ...

    @abstractmethod
    def _number(self, match: re.Match[str], follow: str) -> int: ...
