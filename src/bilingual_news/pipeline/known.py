"""Reports of PO files that are remembered for as long as nothing changes that they depend on.

A report is known by the bytes of its file and by the stamp of the project: glossaries, chosen checks and
program. The database is a throw-away: whatever is wrong with it, the files are checked anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import zlib
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import CatalogError
from bilingual_news.files import read_bytes, throwaway_folder
from bilingual_news.model import Finding, Severity
from bilingual_news.pipeline.check_run import FileReport
from bilingual_news.pipeline.stamp import project_stamp
from bilingual_news.pipeline.term_use import TermUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bilingual_news.config import Settings
    from bilingual_news.model import Term

FILE_NAME: Final = "checks-1.sqlite"
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS reports (
  file TEXT PRIMARY KEY, key BLOB NOT NULL, report BLOB NOT NULL
) WITHOUT ROWID
"""
#: Another run may be storing its reports; that takes a fraction of a second.
_BUSY_SECONDS: Final = 2.0


class KnownReports:
    """What `check` said of the files of a project.

    Args:
        settings: The project. Its settings choose the checks; reports of others are not for here.
        terms: Gives the terms of the project, in the order of its files; asked when a report needs them.
    """

    def __init__(self, settings: Settings, terms: Callable[[], Sequence[Term]]) -> None:
        self._settings = settings
        self._terms = terms
        self._stamp = project_stamp(settings)

    def complete(
        self,
        paths: Sequence[Path],
        check: Callable[[list[Path]], list[FileReport]],
        *,
        refresh: bool = False,
    ) -> list[FileReport]:
        """The reports of some files, of which only those are checked that are not known.

        Args:
            paths: The files.
            check: Checks files and gives their reports in the same order.
            refresh: Whether to check all of them.
        """
        with contextlib.closing(_Database(self._settings.cache_dir)) as database:
            known = {} if refresh else self._known(paths, database)
            checked = [path for path in paths if path not in known]
            made = dict(zip(checked, check(checked), strict=True))
            # Who changes a glossary during the run gets reports that belong to neither of the stamps.
            if made and project_stamp(self._settings) == self._stamp:
                database.store(self._rows(made))
        return [known[path] if path in known else made[path] for path in paths]

    def _known(self, paths: Sequence[Path], database: _Database) -> dict[Path, FileReport]:
        known: dict[Path, FileReport] = {}
        for path in paths:
            # Of what is not as it should be nothing is known: a file without a name in UTF-8, a damaged row.
            with contextlib.suppress(CatalogError, ValueError, TypeError, LookupError, zlib.error):
                row = database.report(os.path.abspath(path))  # noqa: PTH100 - a sixth of `resolve`'s time
                if row is None:
                    continue
                digest = hashlib.sha256(read_bytes(path, CatalogError)).digest()
                if self._key(digest) == row[0]:
                    known[path] = _read(row[1], str(path), digest, self._terms())
        return known

    def _rows(self, made: dict[Path, FileReport]) -> Iterator[tuple[str, bytes, bytes]]:
        numbers = {term: number for number, term in enumerate(self._terms())}
        for path, report in made.items():
            if report.error is None:
                row = _written(report, numbers)
                yield os.path.abspath(path), self._key(report.digest), row  # noqa: PTH100

    def _key(self, digest: bytes) -> bytes:
        return hashlib.sha256(self._stamp + digest).digest()


class _Database:
    """The table of reports; without a place for it, or when it is broken, it knows nothing."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._connection: sqlite3.Connection | None = None
        with self._guarded():
            throwaway_folder(folder)
            self._connection = sqlite3.connect(self._path, timeout=_BUSY_SECONDS, isolation_level=None)
            self._connection.execute(_SCHEMA)

    def report(self, file: str) -> tuple[bytes, bytes] | None:
        """The key and the report of a file, or None."""
        with self._guarded():
            if self._connection is not None:
                found = self._connection.execute("SELECT key, report FROM reports WHERE file = ?", (file,))
                row: tuple[bytes, bytes] | None = found.fetchone()
                return row
        return None

    def store(self, rows: Iterator[tuple[str, bytes, bytes]]) -> None:
        """Add reports, or put them in the place of older ones of their files; those of no file go."""
        with self._guarded():
            if self._connection is not None:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany("INSERT OR REPLACE INTO reports VALUES (?, ?, ?)", rows)
                files = self._connection.execute("SELECT file FROM reports").fetchall()
                gone = [(file,) for (file,) in files if not os.path.exists(file)]  # noqa: PTH110
                self._connection.executemany("DELETE FROM reports WHERE file = ?", gone)
                self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file; what was not stored is forgotten."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let no fault of the database end the work; a broken file is taken away."""
        try:
            yield
        except (sqlite3.OperationalError, OSError):  # locked, no room, no place
            self.close()
        except sqlite3.Error:
            self.close()
            with contextlib.suppress(OSError):
                self._path.unlink()


def _written(report: FileReport, numbers: dict[Term, int]) -> bytes:
    """A report as packed JSON: texts once, terms by their number."""
    texts: dict[tuple[str, str], int] = {}

    def row(finding: Finding) -> list[Any]:
        text = texts.setdefault((finding.source, finding.target), len(texts))
        spans = (finding.source_span, finding.target_span)
        return [finding.check, finding.severity, finding.message, text, finding.line, *spans, finding.fix]

    findings = [row(finding) for finding in report.findings]
    usual = [[numbers[term], form, place and row(place)] for term, form, place in report.use.usual]
    value = [report.entries, list(texts), findings, usual]
    # Thai is three bytes a letter: packed it is a fifth, for a fiftieth of the time of the checks.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(errors="surrogatepass"), level=1)


def _read(packed: bytes, file: str, digest: bytes, terms: Sequence[Term]) -> FileReport:
    """The report that was `_written`; its findings are of the file by the name that it has now."""
    entries, texts, findings, usual = json.loads(zlib.decompress(packed))

    def finding(row: list[Any]) -> Finding:
        check, severity, message, text, line, source, target, fix = row
        thai, english = texts[text]
        spans = (source and tuple(source), target and tuple(target))
        return Finding(check, Severity(severity), message, thai, english, file, line, *spans, fix)

    known = tuple((terms[number], form, row and finding(row)) for number, form, row in usual)
    return FileReport(tuple(map(finding, findings)), entries, TermUse(usual=known), digest=digest)
