"""Check many PO files: each is read once, in this process or in several, and the report is the same."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.po import parse_catalog
from bilingual_news.checks.article import TermConsistency
from bilingual_news.checks.terms import TermOutdated
from bilingual_news.errors import BilingualNewsError, CatalogError, CheckError
from bilingual_news.files import read_bytes, require_text_name
from bilingual_news.glossary import Termbase
from bilingual_news.pipeline.checking import Selection, check_rows, rows_of, terms_of
from bilingual_news.pipeline.term_use import TERM_USE_IDS, TermUse, across, term_use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from bilingual_news.model import Finding, Term
    from bilingual_news.scale.pool import Pool

#: Bytes of PO files for which a process is worth its start: to import the checks, make the terms findable and
#: fill its caches takes 0.3 s of CPU time each, as long as 1,400 entries do. See docs/decisions/0142.
LEAST_SHARE: Final = 1_250_000


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file adds to the report.

    Attributes:
        findings: Of its entries and of the article as a whole, in the order of the lines.
        entries: Number of entries checked.
        use: What it says of terms to the checks over all files; what is stale is among the findings.
        error: Why it could not be checked; then the others say nothing.
        digest: SHA-256 of its bytes as they were checked.
    """

    findings: tuple[Finding, ...] = ()
    entries: int = 0
    use: TermUse = field(default_factory=TermUse)
    error: BilingualNewsError | None = None
    digest: bytes = b""


def check_files(
    paths: Sequence[Path],
    termbase: Termbase,
    selection: Selection,
    jobs: int = 1,
    tell: Callable[[BilingualNewsError], None] | None = None,
) -> tuple[list[Finding], int]:
    """Check PO files one by one, then the use of terms over all of them.

    Args:
        paths: The files.
        termbase: The terms.
        selection: The checks.
        jobs: Processes at most; the findings and their order do not depend on it.
        tell: Told of each file that cannot be checked, in the order of the files; the others are
            checked without it. Without somebody to tell, the first such file ends the run.

    Returns:
        The findings with file and line, in the order of the files, and the number of entries checked.

    Raises:
        CatalogError: If a file cannot be read and nobody is told.
        CheckError: If a process of several was killed, and again when the file had it to itself, and
            nobody is told.
    """
    return joined(file_reports(paths, termbase, selection, jobs), selection, tell)


def file_reports(
    paths: Sequence[Path], termbase: Termbase, selection: Selection, jobs: int = 1
) -> list[FileReport]:
    """Check PO files one by one, for `joined`; see `check_files`."""
    jobs = _worthwhile(paths, jobs)
    if jobs == 1:
        return [_report(path, termbase, selection) for path in paths]
    return _shared_out(paths, termbase, selection, jobs)


def joined(
    reports: Sequence[FileReport],
    selection: Selection,
    tell: Callable[[BilingualNewsError], None] | None = None,
) -> tuple[list[Finding], int]:
    """The findings of all files, and those about the use of terms over all of them; see `check_files`."""
    for report in reports:
        if report.error is not None:
            if tell is None:
                raise report.error
            tell(report.error)
    findings = [finding for report in reports for finding in report.findings]
    if TermConsistency.id in _ids(selection):
        findings += across([report.use for report in reports])
    return findings, sum(report.entries for report in reports)


def check_whole_file(path: Path, termbase: Termbase, selection: Selection) -> FileReport:
    """Check one PO file, and take from it what the checks over all files need.

    Raises:
        CatalogError: If it cannot be read.
    """
    require_text_name(path, CatalogError)
    data = read_bytes(path, CatalogError)
    catalog = parse_catalog(path, data)
    terms = terms_of(catalog, termbase)
    rows = rows_of(catalog, terms, termbase)
    ids = _ids(selection)
    use = term_use(rows, str(path), terms) if ids & TERM_USE_IDS else TermUse()
    stale = use.stale if TermOutdated.id in ids else ()
    findings, entries = check_rows(catalog, rows, str(path), selection, stale)
    digest = hashlib.sha256(data).digest()
    return FileReport(tuple(findings), entries, TermUse(usual=use.usual), digest=digest)


def _worthwhile(paths: Sequence[Path], jobs: int) -> int:
    """So many of some processes as have enough to do."""
    if jobs == 1:
        return 1
    size = 0
    for path in paths:
        with suppress(OSError):  # whoever reads it says what is wrong
            size += path.stat().st_size
    return max(1, min(jobs, len(paths), size // LEAST_SHARE))


def _report(path: Path, termbase: Termbase, selection: Selection) -> FileReport:
    """The report of a file; of one that cannot be read, why: it must not hide what the others say."""
    try:
        return check_whole_file(path, termbase, selection)
    except CatalogError as error:
        return FileReport(error=error)


def _shared_out(
    paths: Sequence[Path], termbase: Termbase, selection: Selection, jobs: int
) -> list[FileReport]:
    from bilingual_news.scale.pool import Pool, start_fork_server

    start_fork_server(__name__)
    reports: list[FileReport] = []
    # The terms travel without what they are found by; each process makes its own, once.
    pool = Pool(_check, jobs, _begin, (termbase.terms, selection))
    try:
        for path in paths:
            if not pool.has_room:
                reports.append(_taken(pool, jobs))
            pool.put(path)
        while pool:
            reports.append(_taken(pool, jobs))
    finally:
        pool.close()
    return reports


def _taken(pool: Pool[Path, FileReport], jobs: int) -> FileReport:
    """The oldest report that has not been taken."""
    path, report = pool.take()
    if isinstance(report, Exception):
        message = f"a process of {jobs} was killed while it checked this file; nothing is reported of it."
        hint = "It may have run out of memory: use fewer --jobs."
        return FileReport(error=CheckError(message, path=path, hint=hint))
    return report


_state: list[tuple[Termbase, Selection]] = []


def _begin(terms: Iterable[Term], selection: Selection) -> None:
    _state[:] = [(Termbase(terms), selection)]


def _check(path: Path) -> FileReport:
    return _report(path, *_state[0])


def _ids(selection: Selection) -> frozenset[str]:
    return frozenset([*(c.id for c in selection.checks), *(c.id for c in selection.article_checks)])
