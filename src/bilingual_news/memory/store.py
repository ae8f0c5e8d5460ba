"""The file of the index: SQLite, opened, made anew when it is damaged or of another version."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.files import throwaway_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

#: Bumped when the tables or what they hold change: an index of another version is made anew.
VERSION: Final = 2
#: `sources` hold the words of a text as numbers of the vocabulary, `postings` the sources of a word.
_SCHEMA: Final = """
CREATE TABLE files (id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, text TEXT NOT NULL, key INTEGER NOT NULL, shape INTEGER NOT NULL,
  length INTEGER NOT NULL, words BLOB NOT NULL
);
CREATE TABLE units (
  source INTEGER NOT NULL, file INTEGER NOT NULL, target TEXT NOT NULL,
  previous INTEGER NOT NULL, next INTEGER NOT NULL, origin TEXT NOT NULL
);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE blocks (
  id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, size INTEGER NOT NULL,
  dead INTEGER NOT NULL, numbers BLOB NOT NULL, lengths BLOB NOT NULL
);
CREATE TABLE postings (id INTEGER PRIMARY KEY, positions BLOB NOT NULL);
CREATE INDEX source_key ON sources (key);
CREATE INDEX source_shape ON sources (shape) WHERE shape != 0;
CREATE INDEX unit_source ON units (source);
CREATE INDEX unit_file ON units (file);
"""
#: How long a run waits for another one that is building the index: a million units take minutes.
_BUSY_SECONDS: Final = 600.0
_CACHE_KIB: Final = 65_536
_OUTSIDE: Final = frozenset(
    {
        sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
    }
)  # fmt: skip
#: Values in one `IN (…)`; SQLite allows 999 in its oldest builds.
_AT_ONCE: Final = 900


def key(text: str) -> int:
    """A 63-bit number for a text; 0 for none."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 1 if text else 0


def select_in(database: sqlite3.Connection, query: str, values: Sequence[object]) -> list[Any]:
    """The rows of a query with `IN (?)` for any number of values."""
    rows: list[Any] = []
    for start in range(0, len(values), _AT_ONCE):
        part = values[start : start + _AT_ONCE]
        marks = f"({','.join('?' * len(part))})"
        rows += database.execute(query.replace("(?)", marks), list(part)).fetchall()
    return rows


def counter(database: sqlite3.Connection, name: str) -> int:
    """The next free number of a kind."""
    row = database.execute("SELECT value FROM counters WHERE name = ?", [name]).fetchone()
    return int(row[0]) if row else 1


def set_counters(database: sqlite3.Connection, values: Iterable[tuple[str, int]]) -> None:
    """Remember the next free numbers."""
    database.executemany("INSERT OR REPLACE INTO counters VALUES (?, ?)", values)


def opened(path: Path | None) -> sqlite3.Connection:
    """Open an index; a broken one or one of another version is deleted and made anew.

    Args:
        path: The file; None keeps the index in memory, and so does a place that cannot be written.
    """
    if path is None:
        return in_memory()
    try:
        throwaway_folder(path.parent)
        try:
            return _prepared(str(path))
        except sqlite3.DatabaseError as error:
            if is_outside(error):
                raise
            remove(path)
            return _prepared(str(path))
    except (OSError, sqlite3.OperationalError):
        # The index is a convenience: without a place for it the run goes on without one on disk.
        return in_memory()


def is_outside(error: Exception) -> bool:
    """Whether an error comes from the disk or another run, and says nothing against the index itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _OUTSIDE


def remove(path: Path) -> None:
    """Delete an index with what SQLite keeps beside it; a file that cannot be deleted stays."""
    for name in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))):
        with contextlib.suppress(OSError):
            name.unlink()


def in_memory() -> sqlite3.Connection:
    """An empty index without a file."""
    return _prepared(":memory:")


def _prepared(name: str) -> sqlite3.Connection:
    database = sqlite3.connect(name, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        # Losing the cache in a power cut costs a rebuild; waiting for the disk would cost every run.
        database.execute("PRAGMA synchronous = OFF")
        database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if _version(database) == VERSION:
            return database
        # Another run may be making the tables right now: look again once the lock is ours.
        database.execute("BEGIN IMMEDIATE")
        if _version(database) != VERSION:
            if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise sqlite3.DatabaseError("an index of another version")
            for statement in _SCHEMA.split(";"):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("COMMIT")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _version(database: sqlite3.Connection) -> int:
    database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(database.execute("PRAGMA user_version").fetchone()[0])
