"""The index of the translation memory: a throw-away cache, asked for many segments at once.

Exact and in-context matches and repairs are found by hashes, fuzzy ones by the words that texts share
(`blocks`, `fuzzy`). Files are indexed again when their stamp changes (`writer`). An index that turns out
to be damaged is deleted and made anew.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from bilingual_news.memory import store
from bilingual_news.memory.repair import has_items, repair, skeleton
from bilingual_news.memory.units import Match, MatchKind, Query
from bilingual_news.similarity import Similarity, Words

if TYPE_CHECKING:
    from bilingual_news.memory.fuzzy import FuzzySearch
    from bilingual_news.model import Unit

T = TypeVar("T")

#: Texts of the same shape that are tried for a repair.
_REPAIRS: Final = 20
#: What a damaged file shows itself by: SQLite's own complaint, or positions that are none.
_DAMAGED: Final = (sqlite3.DatabaseError, IndexError, ValueError)


class MemoryIndex:
    """A translation memory to ask.

    Args:
        path: The index file; None keeps it in memory. A folder that cannot be written does too.
        words: Splits a Thai text into words.
    """

    def __init__(self, path: Path | None, words: Words) -> None:
        self._path = path
        self._similarity = Similarity(words)
        self._files: dict[str, str] = {}
        self._read: Callable[[str], Iterable[Unit]] = lambda _: ()
        self._search: FuzzySearch | None = None
        self._database = store.opened(path)

    @property
    def path(self) -> Path | None:
        """The index file, for another process to open; None for an index in memory."""
        [(_, _, name)] = self._database.execute("PRAGMA database_list")
        return Path(name) if name else None

    def close(self) -> None:
        """Close the index file."""
        self._database.close()

    def __enter__(self) -> MemoryIndex:
        """The index itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def update(self, files: Mapping[str, str], read: Callable[[str], Iterable[Unit]]) -> int:
        """Bring the index up to date: read files whose stamp changed, forget those that are gone.

        Args:
            files: Stamp by name of file; a stamp changes with the file's content.
            read: Gives the units of a file.

        Returns:
            The number of files that were read.
        """
        self._files, self._read = dict(files), read
        try:
            return self._write()
        except sqlite3.DatabaseError as error:
            return self._remake(error)

    def find(self, query: Query, threshold: float, limit: int = 3) -> list[Match]:
        """The best matches of one segment; see `find_all`."""
        return self.find_all([query], threshold, limit)[0]

    def find_all(self, queries: Sequence[Query], threshold: float, limit: int = 3) -> list[list[Match]]:
        """The best matches of segments, best first; equal segments are looked up once.

        Args:
            queries: Segments with their neighbours.
            threshold: Lowest similarity of a fuzzy match, above 0 to 1.
            limit: Greatest number of matches for a segment.
        """
        unique = list(dict.fromkeys(queries))
        found = self._guarded(lambda: dict(zip(unique, self._all(unique, threshold, limit), strict=True)))
        # Neither the queries nor their rivals come again soon: memory stays flat over an archive.
        self._similarity.forget()
        return [found[query] for query in queries]

    def counts(self) -> tuple[int, int, int]:
        """The number of files, of units, and of distinct sources."""
        tables = ("files", "units", "sources")
        query = f"SELECT {', '.join(f'(SELECT count(*) FROM {table})' for table in tables)}"
        row = self._guarded(lambda: self._database.execute(query).fetchone())
        return int(row[0]), int(row[1]), int(row[2])

    def _guarded(self, action: Callable[[], T]) -> T:
        """Do something in one state of the index; if it is damaged, make it anew and do it again."""
        for last in (False, True):
            try:
                self._database.execute("BEGIN")
                try:
                    return action()
                finally:
                    if self._database.in_transaction:
                        self._database.execute("COMMIT")
            except _DAMAGED as error:
                if last or isinstance(error, sqlite3.ProgrammingError):
                    raise
                self._remake(error)
        raise AssertionError  # pragma: no cover - the second turn returns or raises

    def _write(self) -> int:
        from bilingual_news.memory import writer

        return writer.update(self._database, self._files, self._read, self._similarity.tokens_once)

    def _remake(self, error: Exception) -> int:
        """Start over with an empty index: in memory if the disk is the trouble, else on disk."""
        self._database.close()
        self._search = None
        if self._path is None or store.is_outside(error):
            self._database = store.in_memory()
            return self._write()
        store.remove(self._path)
        self._database = store.opened(self._path)
        try:
            return self._write()
        except sqlite3.DatabaseError:
            # The disk is full or fails: a cache is not worth failing for.
            self._database.close()
            self._database = store.in_memory()
            return self._write()

    def _all(self, queries: Sequence[Query], threshold: float, limit: int) -> list[list[Match]]:
        numbers = self._numbers([query.source for query in queries])
        found = [self._known(query, numbers.get(query.source)) for query in queries]
        open_ones = [n for n, matches in enumerate(found) if not matches or matches[0].percent < 100]  # noqa: PLR2004 - per cent
        fuzzy = self._fuzzy([queries[n].source for n in open_ones], threshold, limit)
        for n, matches in zip(open_ones, fuzzy, strict=True):
            repaired = {match.source for match in found[n]}
            found[n] = [*found[n], *(match for match in matches if match.source not in repaired)][:limit]
        return found

    def _known(self, query: Query, number: int | None) -> list[Match]:
        """The exact match or the repaired one."""
        match = self._exact(query, number) if number is not None else self._repaired(query.source)
        return [match] if match else []

    def _numbers(self, texts: Sequence[str]) -> dict[str, int]:
        """The numbers of the texts that the index has."""
        wanted = {store.key(text): text for text in texts}
        query = "SELECT text, id FROM sources WHERE key IN (?)"
        known = set(texts)
        return {t: n for t, n in store.select_in(self._database, query, list(wanted)) if t in known}

    def _exact(self, query: Query, number: int) -> Match:
        rows = self._database.execute(
            "SELECT target, previous, next, origin FROM units WHERE source = ? ORDER BY rowid", [number]
        ).fetchall()
        place = (store.key(query.previous), store.key(query.next))
        here = [row for row in rows if (row[1], row[2]) == place and any(place)]
        kind, percent = (MatchKind.CONTEXT, 101) if here else (MatchKind.EXACT, 100)
        targets = Counter(row[0] for row in here or rows)
        best = targets.most_common(1)[0][0]
        origin = next(row[3] for row in here or rows if row[0] == best)
        return Match(kind, percent, query.source, best, origin, len(targets) - 1)

    def _repaired(self, source: str) -> Match | None:
        if not has_items(source):
            return None
        rows = self._database.execute(
            "SELECT text, target, origin FROM (SELECT id, text FROM sources WHERE shape = ? AND shape != 0 "
            "ORDER BY id LIMIT ?) JOIN units ON units.source = id",
            [store.key(skeleton(source)), _REPAIRS],
        ).fetchall()
        for text, target, origin in rows:
            if mended := repair(text, source, target):
                percent = min(99, max(95, int(self._similarity.of_once(text, source) * 100)))
                return Match(MatchKind.REPAIRED, percent, text, mended, origin)
        return None

    def _fuzzy(self, texts: Sequence[str], threshold: float, limit: int) -> list[list[Match]]:
        from bilingual_news.memory.fuzzy import FuzzySearch

        if self._search is None:
            self._search = FuzzySearch(self._database, self._similarity.tokens_once)
        unique = list(dict.fromkeys(texts))
        found: dict[str, list[Match]] = {}
        for text, similar in zip(unique, self._search.search(unique, threshold, limit), strict=True):
            found[text] = []
            for one in similar:
                query = "SELECT target, origin FROM units WHERE source = ? ORDER BY rowid"
                rows = self._database.execute(query, [one.number]).fetchall()
                targets = Counter(target for target, _ in rows)
                best = targets.most_common(1)[0][0]
                origin = next(origin for target, origin in rows if target == best)
                rivals = len(targets) - 1
                found[text].append(Match(MatchKind.FUZZY, one.percent, one.text, best, origin, rivals))
        return [found[text] for text in texts]
