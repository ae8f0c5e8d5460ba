"""Which texts may be as similar as asked: an inverted index of words with a provable bound. Pure.

A block holds up to `CAPACITY` texts, ordered by their length in characters without spaces, and for each
word the positions of the texts that have it. The k-th occurrence of a word in a text counts as a word of
its own, so that a bag of words becomes a set.

Why nothing is lost: the similarity is 2·c / (a + b), where a and b are the lengths of the texts and c the
characters of the longest common subsequence of words. c is at most the characters of the words that both
have (m), so a text of similarity t has m ≥ t·(a + b) / 2, and a length between a·t / (2 − t) and
a·(2 − t) / t. With the words of the query in any order, a text without any of the first ones has at most
the characters of the rest: once these are fewer than any text of the block would need, no text that was
not met so far can be similar enough (prefix filtering; Chaudhuri, Ganti, Kaushik 2006). The rarest words
come first, so that few texts are met.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

#: Texts of a block: bounds the memory of building one (about 1 KiB a text).
CAPACITY: Final = 1 << 17
#: A key of a posting is block, word and occurrence; SQLite has 63 bits.
_OCCURRENCE_BITS: Final = 20
_WORD_BITS: Final = 28
_BLOCK_SHIFT: Final = _OCCURRENCE_BITS + _WORD_BITS
_NONE: Final = np.zeros(0, np.uint32)
#: Spare for rounding when a bound is compared with a threshold.
_ROUNDING: Final = 1e-6

if TYPE_CHECKING:
    Numbers = NDArray[np.uint32]
    Postings = Mapping[int, Numbers]


@dataclass(frozen=True, slots=True)
class Block:
    """The texts of a block, ordered by length.

    Attributes:
        id: Number of the block.
        numbers: Number of each text.
        lengths: Length of each text, ascending.
    """

    id: int
    numbers: Numbers
    lengths: Numbers


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a query.

    Attributes:
        length: Characters of all its words, known ones or not.
        words: Key (without block) and characters of each known word; see `bag_keys`.
    """

    length: int
    words: tuple[tuple[int, int], ...]


def bag_keys(words: Iterable[int]) -> list[int]:
    """Keys of the words of a text, a repeated word with the number of its occurrence."""
    seen: dict[int, int] = {}
    keys = []
    for word in words:
        count = seen.get(word, 0)
        seen[word] = count + 1
        keys.append(word << _OCCURRENCE_BITS | count)
    return keys


def posting_id(block: int, key: int) -> int:
    """The number under which the posting of a key stands in the file."""
    return block << _BLOCK_SHIFT | key


def id_range(block: int) -> tuple[int, int]:
    """The first number of a block's postings, and the first one after them."""
    return block << _BLOCK_SHIFT, (block + 1) << _BLOCK_SHIFT


def build(
    texts: Sequence[tuple[int, int, bytes]], block: int
) -> tuple[Block, Iterable[tuple[int, memoryview]]]:
    """Make a block.

    Args:
        texts: Number, length, and the numbers of the words as 32-bit integers of each text.
        block: Number of the block.

    Returns:
        The block, and its postings with their numbers, ascending.
    """
    lengths = np.array([length for _, length, _ in texts], np.uint32)
    order = np.argsort(lengths, kind="stable")
    lengths = lengths[order]
    numbers = np.array([number for number, _, _ in texts], np.uint32)[order]
    counts = np.array([len(texts[n][2]) // 4 for n in order], np.int64)
    words = np.frombuffer(b"".join(texts[n][2] for n in order), np.uint32).astype(np.int64)
    # One sort brings equal words of one text together; their rank there is the occurrence.
    keys = words << 32 | np.repeat(np.arange(len(texts)), counts)
    keys.sort()
    again = np.flatnonzero(keys[1:] == keys[:-1]) + 1
    positions = (keys & 0xFFFFFFFF).astype(np.uint32)
    keys >>= 32
    keys <<= _OCCURRENCE_BITS
    if len(again):
        keys[again] += _ranks(again)
        order = np.argsort(keys, kind="stable")
        keys, positions = keys[order], positions[order]
    return Block(block, numbers, lengths), _split(keys, positions, block)


def _ranks(places: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many places in a row, without a gap, end at each place."""
    count = np.arange(len(places))
    begins = np.ones(len(places), bool)
    begins[1:] = np.diff(places) > 1
    return count - np.maximum.accumulate(np.where(begins, count, 0)) + 1


def _split(keys: NDArray[np.int64], positions: Numbers, block: int) -> Iterable[tuple[int, memoryview]]:
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    data = memoryview(positions.tobytes())
    ends = [*starts[1:].tolist(), len(keys)]
    for start, end, key in zip(starts.tolist(), ends, keys[starts].tolist(), strict=True):
        yield posting_id(block, key), data[start * 4 : end * 4]


class Searcher:
    """Searches one block; holds the counts of a search between its steps.

    Args:
        block: The block.
        postings: Positions of the texts that have a word, for the key (without block) of every word that
            is asked for.
    """

    def __init__(self, block: Block, postings: Postings) -> None:
        self._block = block
        self._postings = postings
        self._shared = np.zeros(len(block.lengths), np.int32)

    def search(self, bag: Bag, threshold: float) -> tuple[Numbers, NDArray[np.float64]]:
        """All texts that may be as similar to a query as asked.

        Args:
            bag: The words of the query.
            threshold: Lowest similarity, above 0 to 1.

        Returns:
            Numbers of the texts, and the highest similarity that each may have.
        """
        lengths = self._block.lengths
        low = int(np.searchsorted(lengths, bag.length * threshold / (2 - threshold) - _ROUNDING))
        high = int(np.searchsorted(lengths, bag.length * (2 - threshold) / threshold + _ROUNDING, "right"))
        if low == high:
            return _NONE, np.zeros(0)
        found, shared = self._met(bag, threshold, low, high)
        if not len(found):
            return _NONE, np.zeros(0)
        return self._block.numbers[found], 2 * shared / (bag.length + lengths[found].astype(np.int64))

    def _met(self, bag: Bag, threshold: float, low: int, high: int) -> tuple[Numbers, NDArray[np.int32]]:
        """Positions of the texts that share enough, and the characters that each shares."""
        postings = self._between(bag, low, high)
        rest = sum(weight for _, weight in postings)
        least = threshold * (bag.length + int(self._block.lengths[low])) / 2 - _ROUNDING
        shared, used = self._shared, 0
        while used < len(postings) and rest >= least:
            positions, weight = postings[used]
            shared[positions] += weight
            rest -= weight
            used += 1
        if not used:
            return _NONE, np.zeros(0, np.int32)
        found = np.concatenate([positions for positions, _ in postings[:used]])
        found = np.unique(found[shared[found] + rest >= self._needed(bag, threshold, found)])
        counts = shared[found]
        for positions, _ in postings[:used]:
            shared[positions] = 0
        for positions, weight in postings[used:]:
            if not len(found):
                break
            places = np.minimum(np.searchsorted(positions, found), len(positions) - 1)
            counts[positions[places] == found] += weight
            rest -= weight
            kept = counts + rest >= self._needed(bag, threshold, found)
            found, counts = found[kept], counts[kept]
        return found, counts

    def _needed(self, bag: Bag, threshold: float, positions: Numbers) -> NDArray[np.float64]:
        lengths = self._block.lengths[positions]
        return threshold / 2 * (lengths + np.float64(bag.length)) - _ROUNDING

    def _between(self, bag: Bag, low: int, high: int) -> list[tuple[Numbers, int]]:
        """The postings of the words within a range of positions, rarest first, with their weights."""
        found = []
        for key, weight in bag.words:
            positions = self._postings[key]
            start, end = np.searchsorted(positions, (low, high))
            if start < end:
                found.append((positions[start:end], weight))
        found.sort(key=lambda item: len(item[0]))
        return found
