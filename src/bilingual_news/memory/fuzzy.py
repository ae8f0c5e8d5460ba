"""Texts of the index that are like a query: exact similarities, nothing left out.

The blocks name every text that may be similar enough, with a bound; those with the highest bounds are
compared, until no other can be among the best. The similarity is that of `similarity.Similarity`.
"""

from __future__ import annotations

import array
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bilingual_news.memory import blocks, store

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bilingual_news.memory.blocks import Bag, Block

#: Queries that are put to a block together: what they have in common is read once.
_GROUP: Final = 1_000
#: Texts compared at a time, best bounds first.
_STEP: Final = 8
#: Postings that are kept between questions, for the articles of a run come one by one.
_CACHE_BYTES: Final = 1 << 26
_ENTRY_BYTES: Final = 300
_NOWHERE: Final = np.zeros(0, np.uint32)


@dataclass(frozen=True, slots=True)
class Similar:
    """A text like a query.

    Attributes:
        number: Its number.
        text: The text.
        percent: The similarity, rounded down.
    """

    number: int
    text: str
    percent: int


@dataclass(frozen=True, slots=True)
class _Query:
    """A query in numbers.

    Attributes:
        words: Number and characters of each word in order; 0 for one that the index does not have.
        bag: The same for the blocks.
    """

    words: tuple[tuple[int, int], ...]
    bag: Bag


class FuzzySearch:
    """Finds the texts of an index that are like a query.

    Args:
        database: The index.
        words: The words of a text without spaces.
    """

    def __init__(self, database: sqlite3.Connection, words: Callable[[str], Sequence[str]]) -> None:
        self._database = database
        self._words = words
        self._version = -1
        self._blocks: list[Block] = []
        self._cache: dict[int, NDArray[np.uint32]] = {}
        self._cached = 0

    def search(self, texts: Sequence[str], threshold: float, limit: int) -> Iterator[list[Similar]]:
        """The best texts for each query, best first.

        Args:
            texts: Queries.
            threshold: Lowest similarity, above 0 to 1.
            limit: Greatest number of texts for a query.
        """
        self._refresh()
        if not self._blocks:
            # Splitting queries into words is dear: half of a run without a memory went into it.
            yield from ([] for _ in texts)
            return
        for start in range(0, len(texts), _GROUP):
            queries = self._queries(texts[start : start + _GROUP])
            found: list[list[tuple[NDArray[np.uint32], NDArray[np.float64]]]] = [[] for _ in queries]
            for block in self._blocks:
                searcher = blocks.Searcher(block, self._postings(block, queries))
                for query, hits in zip(queries, found, strict=True):
                    hits.append(searcher.search(query.bag, threshold))
            for query, hits in zip(queries, found, strict=True):
                yield self._best(query, hits, threshold, limit)

    def _refresh(self) -> None:
        """Read the blocks again if this or another connection changed them."""
        [version] = self._database.execute("PRAGMA data_version").fetchone()
        version += self._database.total_changes << 32
        if version != self._version:
            rows = self._database.execute("SELECT id, numbers, lengths FROM blocks ORDER BY first")
            self._blocks = [
                blocks.Block(block, np.frombuffer(numbers, np.uint32), np.frombuffer(lengths, np.uint32))
                for block, numbers, lengths in rows
            ]
            self._version = version
            self._cache.clear()
            self._cached = 0

    def _queries(self, texts: Sequence[str]) -> list[_Query]:
        split = [self._words(text) for text in texts]
        wanted = list({word for words in split for word in words})
        known = dict(
            store.select_in(self._database, "SELECT word, id FROM vocabulary WHERE word IN (?)", wanted)
        )
        return [_query([(known.get(word, 0), len(word)) for word in words]) for words in split]

    def _postings(self, block: Block, queries: Sequence[_Query]) -> dict[int, NDArray[np.uint32]]:
        """The postings of the words of queries in a block; those read lately are still known."""
        if self._cached > _CACHE_BYTES:
            self._cache.clear()
            self._cached = 0
        keys = {blocks.posting_id(block.id, key): key for query in queries for key, _ in query.bag.words}
        missing = sorted(number for number in keys if number not in self._cache)
        rows = store.select_in(self._database, "SELECT id, positions FROM postings WHERE id IN (?)", missing)
        self._cache.update(dict.fromkeys(missing, _NOWHERE))
        for number, data in rows:
            positions = np.frombuffer(data, np.uint32)
            if positions[-1] >= len(block.lengths):
                # A text that the block does not have: the index is damaged, and made anew (`index`).
                raise IndexError(number)
            self._cache[number] = positions
            self._cached += len(data)
        self._cached += len(missing) * _ENTRY_BYTES
        return {key: self._cache[number] for number, key in keys.items()}

    def _best(
        self,
        query: _Query,
        hits: Sequence[tuple[NDArray[np.uint32], NDArray[np.float64]]],
        threshold: float,
        limit: int,
    ) -> list[Similar]:
        numbers = np.concatenate([numbers for numbers, _ in hits] or [np.zeros(0, np.uint32)])
        bounds = np.concatenate([bounds for _, bounds in hits] or [np.zeros(0)])
        order = np.lexsort((numbers, -bounds))
        compare = _Comparison(query)
        best: list[tuple[float, int, str]] = []
        for start in range(0, len(order), _STEP):
            if len(best) == limit and best[-1][0] >= bounds[order[start]]:
                break
            part = [int(number) for number in numbers[order[start : start + _STEP]]]
            rows = store.select_in(
                self._database, "SELECT id, text, length, words FROM sources WHERE id IN (?)", part
            )
            best += [
                (score, number, text)
                for number, text, length, words in rows
                if (score := compare(words, length)) >= threshold
            ]
            best = sorted(best, key=lambda item: (-item[0], item[1]))[:limit]
        return [Similar(number, text, min(99, int(score * 100))) for score, number, text in best]


class _Comparison:
    """The similarity of a query with texts of the index."""

    def __init__(self, query: _Query) -> None:
        # Each word becomes as many characters as it has, its own: only whole words match.
        self._strings: dict[int, str] = {}
        self._length = query.bag.length
        start = 1
        for word, length in query.words:
            if word and word not in self._strings:
                self._strings[word] = "".join(map(chr, range(start, start + length)))
                start += length
        self._text = "".join(self._strings[word] for word, _ in query.words if word)

    def __call__(self, words: bytes, length: int) -> float:
        from rapidfuzz.distance import LCSseq

        numbers = array.array("I", words)
        strings = self._strings
        other = "".join([strings[number] for number in numbers if number in strings])
        common = LCSseq.similarity(self._text, other)
        return 2 * common / (self._length + length) if length else 0.0


def _query(words: list[tuple[int, int]]) -> _Query:
    known = [(number, length) for number, length in words if number]
    keys = blocks.bag_keys(number for number, _ in known)
    bag = tuple((key, length) for key, (_, length) in zip(keys, known, strict=True))
    return _Query(tuple(words), blocks.Bag(sum(length for _, length in words), bag))
