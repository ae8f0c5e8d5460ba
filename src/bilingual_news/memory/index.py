"""The index of the translation memory: SQLite, a throw-away cache.

Words of the sources stand in a full-text table as hashes (Thai means nothing to SQLite's tokenizers), so
that a fuzzy query looks only at sources that share its rare words; those are ranked by characters with
RapidFuzz, and the best by words. Files are indexed again when their stamp changes.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final

from bilingual_news.memory.repair import has_items, repair, skeleton
from bilingual_news.memory.units import Match, MatchKind, Query, Unit
from bilingual_news.similarity import Similarity, Words

#: Bumped when the tables or what they hold change: an index of another version is made anew.
_VERSION: Final = 1
_SCHEMA: Final = """
CREATE TABLE files (id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, text TEXT NOT NULL, key INTEGER NOT NULL, shape INTEGER NOT NULL
);
CREATE TABLE units (
  source INTEGER NOT NULL, file INTEGER NOT NULL, target TEXT NOT NULL,
  previous INTEGER NOT NULL, next INTEGER NOT NULL, origin TEXT NOT NULL
);
CREATE INDEX source_key ON sources (key);
CREATE INDEX source_shape ON sources (shape);
CREATE INDEX unit_source ON units (source);
CREATE INDEX unit_file ON units (file);
CREATE VIRTUAL TABLE words USING fts5 (terms, content='', detail=none, columnsize=0, tokenize='ascii');
"""
#: A word in more sources than this says little; it counts only together with another one.
_RARE: Final = 400
#: Sources ranked by characters, and of these by words.
_CANDIDATES: Final = 120
_FINALISTS: Final = 6
_BUSY_SECONDS: Final = 60.0
_WORD_CACHE: Final = 50_000
_PAIRS: Final = 4


class MemoryIndex:
    """A translation memory to ask.

    Args:
        path: The index file; None keeps it in memory. A folder that cannot be written does too.
        words: Splits a Thai text into words.
    """

    def __init__(self, path: Path | None, words: Words) -> None:
        self._similarity = Similarity(words)
        self._postings: dict[str, list[int]] = {}
        self._database = _opened(path)

    @property
    def path(self) -> Path | None:
        """The index file, for another process to open; None for an index in memory."""
        [(_, _, name)] = self._database.execute("PRAGMA database_list")
        return Path(name) if name else None

    @property
    def _is_empty(self) -> bool:
        """Whether there is nothing to be like."""
        return self._database.execute("SELECT 1 FROM sources LIMIT 1").fetchone() is None

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
        try:
            known = dict(self._database.execute("SELECT path, stamp FROM files"))
        except sqlite3.DatabaseError:
            known = {"": ""}
        stale = [path for path, stamp in known.items() if files.get(path) != stamp]
        changed = [path for path, stamp in files.items() if known.get(path) != stamp]
        if not stale and not changed:
            return 0
        try:
            self._rewrite(stale, {path: files[path] for path in changed}, read)
        except sqlite3.DatabaseError:
            # Damaged, or the disk is full: a cache is not worth failing for.
            self._database.close()
            self._database = _prepared(":memory:")
            self._rewrite([], files, read)
            changed = list(files)
        self._postings.clear()
        return len(changed)

    def _rewrite(
        self, stale: Iterable[str], changed: Mapping[str, str], read: Callable[[str], Iterable[Unit]]
    ) -> None:
        with self._database:
            self._database.execute("BEGIN IMMEDIATE")
            for path in stale:
                self._database.execute(
                    "DELETE FROM units WHERE file = (SELECT id FROM files WHERE path = ?)", [path]
                )
                self._database.execute("DELETE FROM files WHERE path = ?", [path])
            for path, stamp in changed.items():
                cursor = self._database.execute(
                    "INSERT INTO files (path, stamp) VALUES (?, ?)", [path, stamp]
                )
                self._add(cursor.lastrowid or 0, read(path))

    def find(self, query: Query, threshold: float, limit: int = 3) -> list[Match]:
        """The best matches of a segment, best first.

        Args:
            query: The segment with its neighbours.
            threshold: Lowest similarity of a fuzzy match, 0 to 1.
            limit: Greatest number of matches.
        """
        if exact := self._exact(query):
            return [exact]
        if self._is_empty:
            return []
        repaired = self._repaired(query)
        # Neither the query nor its rivals come again soon: memory stays flat over an archive.
        self._similarity.forget()
        fuzzy = [match for match in self._fuzzy(query.source, threshold) if match.source not in repaired]
        return [*list(repaired.values()), *fuzzy][:limit]

    def counts(self) -> tuple[int, int, int]:
        """The number of files, of units, and of distinct sources that have one."""
        row = self._database.execute(
            "SELECT (SELECT count(*) FROM files), count(*), count(DISTINCT source) FROM units"
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])

    def units(self) -> Iterator[tuple[str, str, str]]:
        """All units as source, target and origin, in the order in which they were indexed."""
        yield from self._database.execute(
            "SELECT text, target, origin FROM units JOIN sources ON sources.id = source ORDER BY units.rowid"
        )

    def _add(self, file: int, units: Iterable[Unit]) -> None:
        for unit in units:
            source = self._source(unit.source)
            row = [source, file, unit.target, _key(unit.previous), _key(unit.next), unit.origin]
            self._database.execute("INSERT INTO units VALUES (?, ?, ?, ?, ?, ?)", row)

    def _source(self, text: str) -> int:
        """The number of a source text; a new one is added with its words."""
        if (known := self._number(text)) is not None:
            return known
        cursor = self._database.execute(
            "INSERT INTO sources (text, key, shape) VALUES (?, ?, ?)",
            [text, _key(text), _key(skeleton(text))],
        )
        number = cursor.lastrowid or 0
        terms = " ".join(self._terms(text))
        self._database.execute("INSERT INTO words (rowid, terms) VALUES (?, ?)", [number, terms])
        return number

    def _number(self, text: str) -> int | None:
        rows = self._database.execute("SELECT id, text FROM sources WHERE key = ?", [_key(text)])
        return next((number for number, known in rows if known == text), None)

    def _terms(self, text: str) -> list[str]:
        words = dict.fromkeys(self._similarity.tokens_once(text))
        return [_term(word) for word in words if len(word) > 1 and not word.isdigit()]

    def _exact(self, query: Query) -> Match | None:
        number = self._number(query.source)
        if number is None:
            return None
        rows = self._database.execute(
            "SELECT target, previous, next, origin FROM units WHERE source = ? ORDER BY rowid", [number]
        ).fetchall()
        if not rows:
            return None
        place = (_key(query.previous), _key(query.next))
        here = [row for row in rows if (row[1], row[2]) == place and any((query.previous, query.next))]
        kind, percent = (MatchKind.CONTEXT, 101) if here else (MatchKind.EXACT, 100)
        targets = Counter(row[0] for row in here or rows)
        best = targets.most_common(1)[0][0]
        origin = next(row[3] for row in here or rows if row[0] == best)
        return Match(kind, percent, query.source, best, origin, len(targets) - 1)

    def _repaired(self, query: Query) -> dict[str, Match]:
        if not has_items(query.source):
            return {}
        rows = self._database.execute(
            "SELECT text, target, origin FROM sources JOIN units ON units.source = sources.id "
            "WHERE shape = ? ORDER BY units.rowid LIMIT 20",
            [_key(skeleton(query.source))],
        ).fetchall()
        for text, target, origin in rows:
            if mended := repair(text, query.source, target):
                percent = min(99, max(95, self._percent(text, query.source)))
                return {text: Match(MatchKind.REPAIRED, percent, text, mended, origin)}
        return {}

    def _percent(self, one: str, other: str, cutoff: float = 0.0) -> int:
        return min(99, int(self._similarity.of_once(one, other, cutoff) * 100))

    def _fuzzy(self, source: str, threshold: float) -> list[Match]:
        from rapidfuzz import process
        from rapidfuzz.distance import Indel

        numbers = self._candidates(source)
        marks = ",".join("?" * len(numbers))
        rows = self._database.execute(f"SELECT id, text FROM sources WHERE id IN ({marks})", numbers)
        texts = {number: text for number, text in rows if _may_match(len(text), len(source), threshold)}
        ranked = process.extract(source, texts, scorer=Indel.normalized_similarity, limit=_FINALISTS)
        found: list[Match] = []
        for text, _, number in ranked:
            percent = self._percent(text, source, threshold)
            if percent < threshold * 100:
                continue
            units = self._database.execute("SELECT target, origin FROM units WHERE source = ?", [number])
            targets = dict(units.fetchall())
            found += [
                Match(MatchKind.FUZZY, percent, text, target, origin, len(targets) - 1)
                for target, origin in list(targets.items())[:1]
            ]
        return sorted(found, key=lambda match: -match.percent)

    def _candidates(self, source: str) -> list[int]:
        """Sources that share the most characters in rare words with a text."""
        votes: Counter[int] = Counter()
        common: list[str] = []
        words = dict.fromkeys(self._similarity.tokens(source))
        for word in words:
            if len(word) <= 1 or word.isdigit():
                continue
            owners = self._owners(_term(word))
            if len(owners) > _RARE:
                common.append(word)
            for owner in owners[:_RARE]:
                votes[owner] += len(word)
        common.sort(key=len, reverse=True)
        pairs = list(pairwise(common))[:_PAIRS]
        for one, other in pairs if len(votes) < _CANDIDATES else ():
            for owner in self._owners(f"{_term(one)} AND {_term(other)}")[:_RARE]:
                votes[owner] += len(one) + len(other)
        return [number for number, _ in votes.most_common(_CANDIDATES)]

    def _owners(self, expression: str) -> list[int]:
        known = self._postings.get(expression)
        if known is None:
            rows = self._database.execute(
                f"SELECT rowid FROM words WHERE words MATCH ? LIMIT {_RARE + 1}",
                [expression],
            )
            known = [row[0] for row in rows]
            if len(self._postings) < _WORD_CACHE:
                self._postings[expression] = known
        return known


def _term(word: str) -> str:
    return f"w{zlib.crc32(word.encode()):x}"


def _key(text: str) -> int:
    """A 63-bit number for a text; 0 for none."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 1 if text else 0


def _may_match(one: int, other: int, threshold: float) -> bool:
    """Whether the lengths alone allow the similarity, with a tenth to spare for spaces."""
    return 2 * min(one, other) >= (threshold - 0.1) * (one + other)


def _opened(path: Path | None) -> sqlite3.Connection:
    """Open an index; a broken one or one of another version is deleted and made anew."""
    if path is None:
        return _prepared(":memory:")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ignore = path.parent / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        try:
            return _prepared(str(path))
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
                raise
            for name in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))):
                with contextlib.suppress(FileNotFoundError):
                    name.unlink()
            return _prepared(str(path))
    except (OSError, sqlite3.OperationalError):
        # The index is a convenience: without a place for it the run goes on without one on disk.
        return _prepared(":memory:")


def _prepared(name: str) -> sqlite3.Connection:
    database = sqlite3.connect(name, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        # Losing the cache in a power cut costs a rebuild; waiting for the disk would cost every run.
        database.execute("PRAGMA synchronous = OFF")
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if version == _VERSION:
            return database
        if version != 0:
            raise sqlite3.DatabaseError("an index of another version")
        database.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
    except sqlite3.Error:
        database.close()
        raise
    return database
