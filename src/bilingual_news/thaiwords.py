"""Thai words by newmm: maximal matching over a dictionary, along the edges of Thai character clusters.

The words are those of PyThaiNLP's newmm, with its dictionary, without its package: importing that costs
more than everything else that `status` does, and its tree of 62,000 words, built letter by letter, a
third of a second. Tests compare the two on articles and on random texts.

The clusters are Theeramunkong et al. 2000 (https://doi.org/10.1145/355214.355225) with the additions of
PyThaiNLP, the search for the shortest path of words is Korakot Chaovavanich's (PyThaiNLP, Apache-2.0).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from heapq import heappop, heappush
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD: Final = 3
_LAST: Final = "\U0010ffff"
#: Ways from word to word that are followed before the text is cut where it may be cut (newmm's number).
_MOST_WAYS: Final = 50

#: Latin letters, a number, spaces, the end of a line, or whatever else is not Thai: a token each.
_FOREIGN: Final = re.compile(r"[-a-zA-Z]+|\d+(?:[,.]\d+)*|[ \t]+|\r?\n|[^\u0E00-\u0E7F \t\r\n]+")
#: Words that newmm does not take for the end of an unknown one.
_TWO_CONSONANTS: Final = re.compile("[ก-ฮ]{,2}$")
#: A number that newmm's tokens may have cut: 1,234 and 19:32 and 127.0.0.1.
_LONG_NUMBER: Final = re.compile(r"(?:\d+[.,:])+\d+")

#: Clusters, the first that fits; c is a consonant, t a tone mark or none, k a silent end or none.
_CLUSTERS: Final = """
    เc็ck เcctาะk เccีtยะk เccีtย(?=[เ-ไก-ฮ]|$)k เcc็ck เcิc์ck เcิtck เcีtยะ?k เcืtอะ?k
    เc[ิีุู]tย(?=[เ-ไก-ฮ]|$)k เctา?ะ?k cัtวะk c[ัื]tc[ุิะ]?k c[ิุู]์ c[ะ-ู]tk cรรc์ c็ ct[ะาำ]?k ck
    แc็c แcc์ แctะ แcc็c แccc์ โctะ [เ-ไ]ct ก็ อึ หึ
"""
_PARTS: Final = {"k": "(?:cc?[dิ]?[์])?", "c": "[ก-ฮ]", "t": "[่-๋]?", "d": "ุู"}


def _pattern() -> re.Pattern[str]:
    found = "|".join(_CLUSTERS.split())
    for letter, part in _PARTS.items():
        found = found.replace(letter, part)
    # Where none fits a cluster is one character.
    return re.compile(f"{found}|(?s:.)")


_CLUSTER: Final = _pattern()


class Dictionary:
    """Finds the words that begin at a place of a text, and splits texts into them.

    Args:
        words: The words, without spaces around them.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._longest = max(map(len, self._words), default=0)
        self._lengths: dict[str, tuple[int, ...]] = {}
        #: The words behind the pairs of letters that were asked for: most texts need a few hundred pairs.
        self._known: set[str] = set()

    def ends(self, text: str, start: int, edges: bytearray) -> list[int]:
        """Where the words that begin at a place end, the shortest first; at edges of clusters only."""
        head = text[start : start + _HEAD]
        lengths = self._lengths.get(head)
        if lengths is None:
            lengths = self._lengths[head] = self._measured(head)
        known = self._known
        return [end for length in lengths if edges[end := start + length] and text[start:end] in known]

    def _measured(self, head: str) -> tuple[int, ...]:
        """The lengths of the words that begin with some letters, or that these begin with."""
        words = self._words
        low = bisect_left(words, head)
        found = words[low : bisect_left(words, head + _LAST, low)] if len(head) == _HEAD else []
        found += [head[:size] for size in range(1, len(head) + 1) if self._has(head[:size])]
        self._known.update(found)
        return tuple(sorted(set(map(len, found))))

    def _has(self, word: str) -> bool:
        low = bisect_left(self._words, word)
        return self._words[low : low + 1] == [word]

    def tokens(self, text: str) -> list[str]:
        """The tokens of a text; see `tokens` below."""
        edges = _edges(text, self._longest)
        found: list[str] = []
        start = 0
        while start < len(text):
            ends = self.ends(text, start, edges)
            if len(ends) > 1:
                ends = self._way(text, start, ends, edges)
            for end in ends or [self._unknown_end(text, start, edges)]:
                found.append(text[start:end])
                start = end
        return _joined_numbers(text, found)

    def _way(self, text: str, start: int, ends: list[int], edges: bytearray) -> list[int]:
        """The ends of the fewest words from a place to the next that every way passes.

        Of several ways with the fewest the one is taken that begins with shorter words.
        """
        ways = {start: ends[: _MOST_WAYS + 1]}
        open_places, count = ends[: _MOST_WAYS + 1], len(ends)
        while len(open_places) > 1:
            at = heappop(open_places)
            # Where there are too many ways already, one more from each place.
            ways[at] = self.ends(text, at, edges)[: max(1, _MOST_WAYS + 1 - count)]
            count += len(ways[at])
            for end in ways[at]:
                if end not in open_places:
                    heappush(open_places, end)
        return _shortest(ways, start, open_places[0])

    def _unknown_end(self, text: str, start: int, edges: bytearray) -> int:
        """Where what is no word ends: with its own kind of signs, or where a word of some length begins."""
        foreign = _FOREIGN.match(text, start)
        if foreign:
            return foreign.end()
        for at in range(start + 1, len(text)):
            if edges[at] and (
                any(not _TWO_CONSONANTS.match(text[at:end]) for end in self.ends(text, at, edges))
                or _FOREIGN.match(text, at)
            ):
                return at
        return len(text)


def _edges(text: str, room: int) -> bytearray:
    """For each offset of a text and of some room behind it, 1 where a cluster ends."""
    found = bytearray(len(text) + room + 1)
    for match in _CLUSTER.finditer(text):
        found[match.end()] = 1
    return found


def _shortest(ways: dict[int, list[int]], start: int, goal: int) -> list[int]:
    """The places after the first on the shortest way to the goal, the first such way in breadth."""
    came_from: dict[int, int] = {}
    queue = [start]
    for place in queue:
        for end in ways.get(place, ()):
            if end not in came_from:
                came_from[end] = place
                queue.append(end)
        if goal in came_from:
            break
    way = [goal]
    while (place := came_from[way[-1]]) != start:
        way.append(place)
    return way[::-1]


def _joined_numbers(text: str, tokens: list[str]) -> list[str]:
    """Tokens, with those joined into one that a number begins in or goes on in."""
    found: list[str] = []
    at = index = 0
    for number in _LONG_NUMBER.finditer(text):
        while index < len(tokens) and at < number.start():
            found.append(tokens[index])
            at += len(tokens[index])
            index += 1
        first = index
        while index < len(tokens) and at < number.end():
            at += len(tokens[index])
            index += 1
        if index > first:
            found.append("".join(tokens[first:index]))
    return found + tokens[index:]


def tokens(text: str) -> list[str]:
    """The tokens of a text, white space among them; joined they are the text again.

    Raises:
        ImportError: If PyThaiNLP, whose dictionary it is, is not installed.
    """
    return _dictionary().tokens(text)


@cache
def _dictionary() -> Dictionary:
    return Dictionary(_words())


def _words() -> Iterable[str]:
    """PyThaiNLP's list of words: its file where it is known to be, else from the package itself."""
    package = find_spec("pythainlp")
    if package is not None and package.origin is not None:
        path = Path(package.origin).parent / "corpus" / "words_th.txt"
        if path.exists():
            return path.read_bytes().decode("utf-8-sig").splitlines()
    from pythainlp.corpus import thai_words

    found: Iterable[str] = thai_words()
    return found
