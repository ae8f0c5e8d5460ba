"""The cache of translations: SQLite, safe for several processes, bounded, a throw-away.

Nothing stands here that is not in a catalog or can be decoded again. A run stores every outcome as it
arrives, so that a run that was killed goes on where it was. Whatever is wrong with the file, the work
goes on without it.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
import zlib
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import reason
from bilingual_news.model import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

FILE_NAME: Final = "translations-1.sqlite"
#: Kept when the file is broken, so that its owner can have a look; the next broken one replaces it.
ASIDE: Final = ".broken"
_SIDE_FILES: Final = ("-wal", "-shm", "-journal")
_SCHEMA: Final = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS answers (
  key BLOB PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answer_used ON answers (used);
"""
#: Another process may be storing an outcome; that takes milliseconds.
_BUSY_SECONDS: Final = 10.0
#: Keys a query; SQLite allows 999 parameters at least.
_KEYS: Final = 500
#: The time of the last use is brought up to date when it is older than this, in seconds.
_STALE: Final = 3600
#: After an eviction this share of the limit is left.
_LEFT: Final = 0.9
_MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds.

    Attributes:
        path: The file.
        answers: Translations in it.
        size: Bytes in use.
        limit: Bytes from which on the least recently used ones go.
    """

    path: Path
    answers: int
    size: int
    limit: int


class TranslationCache:
    """Translations by key; see `keys`.

    Args:
        folder: The folder of the file; made if it is missing.
        limit: Greatest size in megabytes; older answers go first.
        warn: Told in one sentence when the cache is broken or cannot be used.
    """

    def __init__(self, folder: Path, limit: int, warn: Callable[[str], None]) -> None:
        self._path = folder / FILE_NAME
        self._limit = limit * _MEGABYTE
        self._warn = warn
        self._database = self._opened()

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, Hypothesis]:
        """The translations that are known, by key."""
        found: dict[bytes, Hypothesis] = {}
        with self._guarded():
            now = int(time.time())
            for group in _groups(keys, _KEYS):
                marks = ",".join("?" * len(group))
                rows = self._query(f"SELECT key, used, value FROM answers WHERE key IN ({marks})", group)
                known = [(key, used, answer) for key, used, value in rows if (answer := _read(value))]
                found.update((key, answer) for key, _, answer in known)
                stale = [(now, key) for key, used, _ in known if used < now - _STALE]
                self._write("UPDATE answers SET used = ? WHERE key = ?", stale)
        return found

    def put_many(self, answers: Mapping[bytes, Hypothesis]) -> None:
        """Store translations, and make room for them."""
        now = int(time.time())
        rows = [(key, now, _written(answer)) for key, answer in answers.items()]
        with self._guarded():
            self._write("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", rows)
            if self._size() > self._limit:
                self._evict()

    def info(self) -> CacheInfo:
        """What the cache holds."""
        count = size = 0
        with self._guarded():
            [(count,)] = self._query("SELECT count(*) FROM answers", ()) or [(0,)]
            size = self._size()
        return CacheInfo(self._path, count, size, self._limit)

    def clear(self) -> int:
        """Forget everything; returns the number of translations that were known."""
        count = self.info().answers
        with self._guarded():
            self._query("DELETE FROM answers", ())
            self._vacuum()
        return count

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _query(self, statement: str, values: Iterable[object]) -> list[tuple[Any, ...]]:
        return self._database.execute(statement, tuple(values)).fetchall() if self._database else []

    def _write(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        if rows and self._database:
            with self._database:
                self._database.execute("BEGIN IMMEDIATE")
                self._database.executemany(statement, rows)

    def _size(self) -> int:
        """Bytes of the pages in use."""
        pages, free, size = (
            (self._query(f"PRAGMA {name}", ()) or [(0,)])[0][0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def _evict(self) -> None:
        """Drop the least recently used answers, as many as their mean size makes enough."""
        [(count,)] = self._query("SELECT count(*) FROM answers", ()) or [(0,)]
        surplus = 1 - _LEFT * self._limit / self._size()
        number = max(1, int(count * surplus))
        statement = "DELETE FROM answers WHERE key IN (SELECT key FROM answers ORDER BY used LIMIT ?)"
        self._write(statement, [(number,)])
        self._vacuum()

    def _vacuum(self) -> None:
        """Give free pages back to the system."""
        self._query("PRAGMA incremental_vacuum", ())
        self._query("PRAGMA wal_checkpoint(TRUNCATE)", ())

    def _opened(self) -> sqlite3.Connection | None:
        """The database; a broken file is set aside, and without a place for one there is none."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _connected(self._path)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError as error:
                self._set_aside(error)
                return _connected(self._path)
        except (OSError, sqlite3.Error) as error:
            self._warn(f"{self._path}: no cache of translations: {reason(error)}; the work goes on without.")
            return None

    def _set_aside(self, error: sqlite3.Error) -> None:
        aside = self._path.with_name(self._path.name + ASIDE)
        self._path.replace(aside)
        for end in _SIDE_FILES:
            self._path.with_name(self._path.name + end).unlink(missing_ok=True)
        self._warn(f"{self._path}: the cache of translations is broken ({error}); it was moved to {aside}.")

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let no fault of the cache end the work; what another process holds for long is left out."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                self._warn(f"{self._path}: the cache of translations failed: {error}.")
                self.close()
        except sqlite3.DatabaseError as error:
            self.close()
            with contextlib.suppress(OSError):
                self._set_aside(error)
            self._database = self._opened()


def _connected(path: Path) -> sqlite3.Connection:
    # One thread uses it at a time: the pipeline's own, or its owner's at the end.
    database = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        database.executescript(_SCHEMA)
        # Losing the last answers in a power cut costs decoding them again, no more.
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("SELECT key, used, value FROM answers LIMIT 1").fetchall()
    except sqlite3.Error:
        database.close()
        raise
    return database


def _groups(keys: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    known = list(keys)
    return (known[at : at + size] for at in range(0, len(known), size))


def _written(answer: Hypothesis) -> bytes:
    """A hypothesis as JSON behind its checksum."""
    data = json.dumps(astuple(answer), ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.crc32(data).to_bytes(4, "big") + data


def _read(value: bytes) -> Hypothesis | None:
    """The hypothesis of a value; None if it is damaged."""
    if zlib.crc32(value[4:]).to_bytes(4, "big") != value[:4]:
        return None
    answer = Hypothesis(*json.loads(value[4:]))
    return replace(answer, missing=tuple(answer.missing))
