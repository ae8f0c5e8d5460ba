"""Bring the index up to date: the work is proportional to what changed.

New texts become a block; blocks of like size are joined, as in a log-structured merge tree, so that a
text is written again a few times at most and a search looks at few blocks. A text that no unit has any
more is deleted, and its block is made anew once half of it is gone. Numbers of texts are never used
twice, so that a block may point to a deleted one.
"""

from __future__ import annotations

import array
import sqlite3
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from bilingual_news.memory import blocks, store
from bilingual_news.memory.repair import has_items, skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bilingual_news.model import Unit

    Read = Callable[[str], Iterable[Unit]]

#: Units between two commits: an interrupted build goes on from there.
_GROUP: Final = 50_000
_CHUNK: Final = 2_000
#: A block is joined with the one before it if that is at most so many times as large.
_RATIO: Final = 4
_VOCABULARY: Final = 400_000


def update(
    database: sqlite3.Connection, files: Mapping[str, str], read: Read, words: Callable[[str], Sequence[str]]
) -> int:
    """Read files whose stamp changed, forget those that are gone.

    Args:
        database: The index.
        files: Stamp by name of file.
        read: Gives the units of a file.
        words: The words of a text without spaces.

    Returns:
        The number of files that were read.
    """
    count = 0
    while any(_differences(database, files)):
        database.execute("BEGIN IMMEDIATE")
        try:
            # Another run may have done part of the work while this one waited for the lock.
            stale, changed = _differences(database, files)
            count += _Writer(database, words).write(stale, changed, files, read)
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise
    return count


def _differences(database: sqlite3.Connection, files: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Files to forget, and files to read."""
    known = dict(database.execute("SELECT path, stamp FROM files"))
    stale = [path for path, stamp in known.items() if files.get(path) != stamp]
    return stale, [path for path, stamp in files.items() if known.get(path) != stamp]


@dataclass(slots=True)
class _Writer:
    """One transaction of an update."""

    database: sqlite3.Connection
    words: Callable[[str], Sequence[str]]
    _vocabulary: dict[str, int] = field(default_factory=dict)
    _pending: list[tuple[int, int, bytes]] = field(default_factory=list)
    _next_source: int = 1
    _next_word: int = 1

    def write(
        self, stale: Sequence[str], changed: Iterable[str], files: Mapping[str, str], read: Read
    ) -> int:
        """Forget files, then read files until a group is full; returns how many were read."""
        self._next_source = store.counter(self.database, "source")
        self._next_word = store.counter(self.database, "word")
        suspects = self._forget(stale)
        count = units = 0
        for path in changed:
            row = self.database.execute("INSERT INTO files (path, stamp) VALUES (?, ?)", [path, files[path]])
            units += self._add(row.lastrowid or 0, iter(read(path)))
            count += 1
            if units >= _GROUP:
                break
        self._flush()
        self._bury(suspects)
        self._join_blocks()
        counters = (("source", self._next_source), ("word", self._next_word))
        store.set_counters(self.database, counters)
        return count

    def _forget(self, paths: Iterable[str]) -> set[int]:
        """Delete files with their units; returns the sources that may have none any more."""
        suspects: set[int] = set()
        for path in paths:
            [(file,)] = self.database.execute("SELECT id FROM files WHERE path = ?", [path])
            suspects.update(
                n for (n,) in self.database.execute("SELECT source FROM units WHERE file = ?", [file])
            )
            self.database.execute("DELETE FROM units WHERE file = ?", [file])
            self.database.execute("DELETE FROM files WHERE id = ?", [file])
        return suspects

    def _bury(self, suspects: set[int]) -> None:
        """Delete the sources that have no unit."""
        query = "SELECT DISTINCT source FROM units WHERE source IN (?)"
        alive = {number for (number,) in store.select_in(self.database, query, sorted(suspects))}
        dead = sorted(suspects - alive)
        self.database.executemany("DELETE FROM sources WHERE id = ?", [(number,) for number in dead])
        self.database.executemany(
            "UPDATE blocks SET dead = dead + 1 WHERE first <= ? AND last >= ?", [(n, n) for n in dead]
        )
        for first, last in self.database.execute(
            "SELECT first, last FROM blocks WHERE dead > 0 AND dead * 2 >= size"
        ).fetchall():
            self._rebuild(first, last)

    def _add(self, file: int, units: Iterator[Unit]) -> int:
        count = 0
        while chunk := list(islice(units, _CHUNK)):
            count += len(chunk)
            numbers = self._sources(list(dict.fromkeys(unit.source for unit in chunk)))
            self.database.executemany(
                "INSERT INTO units VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (numbers[u.source], file, u.target, store.key(u.previous), store.key(u.next), u.origin)
                    for u in chunk
                ],
            )
            if len(self._pending) >= blocks.CAPACITY - _CHUNK:
                self._flush()
        return count

    def _sources(self, texts: list[str]) -> dict[str, int]:
        """The number of each text; new ones are added with their words."""
        keys = {text: store.key(text) for text in texts}
        query = "SELECT text, id FROM sources WHERE key IN (?)"
        numbers = {t: n for t, n in store.select_in(self.database, query, list(keys.values())) if t in keys}
        new = [text for text in texts if text not in numbers]
        split = [self.words(text) for text in new]
        self._learn(split)
        rows = []
        for text, words in zip(new, split, strict=True):
            data = array.array("I", [self._vocabulary[word] for word in words]).tobytes()
            shape = store.key(skeleton(text)) if has_items(text) else 0
            length = sum(map(len, words))
            rows.append((self._next_source, text, keys[text], shape, length, data))
            self._pending.append((self._next_source, length, data))
            numbers[text] = self._next_source
            self._next_source += 1
        self.database.executemany("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)", rows)
        return numbers

    def _learn(self, texts: Iterable[Sequence[str]]) -> None:
        """Give every word a number."""
        wanted = {word for words in texts for word in words}
        if len(self._vocabulary) > _VOCABULARY:
            self._vocabulary.clear()
        missing = sorted(wanted - self._vocabulary.keys())
        query = "SELECT word, id FROM vocabulary WHERE word IN (?)"
        self._vocabulary.update(store.select_in(self.database, query, missing))
        new = [word for word in missing if word not in self._vocabulary]
        rows = list(zip(new, range(self._next_word, self._next_word + len(new)), strict=True))
        self._next_word += len(new)
        self._vocabulary.update(rows)
        self.database.executemany("INSERT INTO vocabulary VALUES (?, ?)", rows)

    def _flush(self) -> None:
        """Make a block of the new texts."""
        if self._pending:
            self._write_block(self._pending)
            self._pending = []

    def _write_block(self, texts: Sequence[tuple[int, int, bytes]]) -> None:
        used = {number for (number,) in self.database.execute("SELECT id FROM blocks")}
        number = next(n for n in range(1, len(used) + 2) if n not in used)
        block, postings = blocks.build(texts, number)
        self.database.execute(
            "INSERT INTO blocks VALUES (?, ?, ?, ?, 0, ?, ?)",
            [number, texts[0][0], texts[-1][0], len(texts), block.numbers.tobytes(), block.lengths.tobytes()],
        )
        self.database.executemany("INSERT INTO postings VALUES (?, ?)", postings)

    def _join_blocks(self) -> None:
        """Join blocks of like size, the newest first."""
        while True:
            rows = self.database.execute(
                "SELECT first, last, size FROM blocks ORDER BY first DESC LIMIT 2"
            ).fetchall()
            if len(rows) < 2:  # noqa: PLR2004 - two blocks
                return
            (_, last, new), (first, _, old) = rows
            if old > _RATIO * new or old + new > blocks.CAPACITY:
                return
            self._rebuild(first, last)

    def _rebuild(self, first: int, last: int) -> None:
        """Make one block of all texts from one number to another."""
        for (number,) in self.database.execute(
            "SELECT id FROM blocks WHERE first >= ? AND last <= ?", [first, last]
        ).fetchall():
            self.database.execute("DELETE FROM postings WHERE id >= ? AND id < ?", blocks.id_range(number))
            self.database.execute("DELETE FROM blocks WHERE id = ?", [number])
        rows = self.database.execute(
            "SELECT id, length, words FROM sources WHERE id BETWEEN ? AND ? ORDER BY id", [first, last]
        ).fetchall()
        if rows:
            self._write_block(rows)
