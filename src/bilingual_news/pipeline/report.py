"""Check and count the entries of catalogs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.entry import origin_of
from bilingual_news.catalog.po import Catalog, read_catalog
from bilingual_news.checks import ALL_CHECKS, Pair, run_checks
from bilingual_news.errors import CatalogError
from bilingual_news.model import Origin
from bilingual_news.stages.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilingual_news.catalog.entry import Entry
    from bilingual_news.checks import Check
    from bilingual_news.config import Settings
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Finding

CATALOG_SUFFIX: Final = ".po"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the translation of one article is.

    Attributes:
        id: Article id.
        segments: Entries.
        words: Thai words in them, by newmm.
        empty: Entries without translation.
        machine: Entries with an untouched machine translation.
        memory: Entries with an untouched translation from memory.
        edited: Entries that a person changed and that still wait for review.
        reviewed: Entries without the fuzzy flag.
        findings: Findings of the checks.
    """

    id: str
    segments: int
    words: int
    empty: int
    machine: int
    memory: int
    edited: int
    reviewed: int
    findings: int


def find_catalogs(settings: Settings, named: Sequence[Path] = ()) -> list[Path]:
    """The PO files: those named (folders are searched), else all of the project.

    Raises:
        CatalogError: If a named file does not exist.
    """
    roots = list(named) or [settings.catalogs_dir]
    files: list[Path] = []
    for root in roots:
        if root.is_dir():
            files += sorted(root.rglob(f"*{CATALOG_SUFFIX}"))
        elif root.exists():
            files.append(root)
        elif named:
            raise CatalogError("no such PO file.", path=root, hint="Check the path.")
    return list(dict.fromkeys(files))


def check_catalog(
    path: Path, termbase: Termbase, checks: Sequence[Check] = ALL_CHECKS
) -> tuple[list[Finding], int]:
    """Run checks over a PO file.

    Returns:
        The findings with file and line, and the number of entries that were checked.

    Raises:
        CatalogError: If the file cannot be read.
    """
    catalog = read_catalog(path)
    day = article_date(catalog)
    findings: list[Finding] = []
    entries = active(catalog)
    for entry in entries:
        for source, target in _pairs(entry):
            pair = Pair(source, target, termbase.find(source, day))
            findings += [
                replace(finding, file=str(path), line=entry.line) for finding in run_checks(pair, checks)
            ]
    return findings, len(entries)


def progress(path: Path, termbase: Termbase) -> Progress:
    """Count the entries of a PO file.

    Raises:
        CatalogError: If the file cannot be read.
    """
    catalog = read_catalog(path)
    entries = active(catalog)
    origins = [origin_of(entry) for entry in entries]
    findings, _ = check_catalog(path, termbase, [c for c in ALL_CHECKS if c.id != "empty"])
    return Progress(
        id=article_id(catalog, path),
        segments=len(entries),
        words=sum(count_words(entry.msgid) for entry in entries),
        empty=origins.count(Origin.EMPTY),
        machine=origins.count(Origin.MACHINE),
        memory=origins.count(Origin.MEMORY),
        edited=origins.count(Origin.EDITED),
        reviewed=origins.count(Origin.REVIEWED),
        findings=sum(1 for finding in findings if finding.target),
    )


def active(catalog: Catalog) -> list[Entry]:
    """The entries that are not obsolete."""
    return [entry for entry in catalog.entries if not entry.obsolete]


def article_id(catalog: Catalog, path: Path) -> str:
    """The id in the header, else the file's name."""
    return catalog.metadata.get("X-Article-Id") or path.stem


def article_date(catalog: Catalog) -> date | None:
    """The article's date in the header, or None."""
    try:
        return date.fromisoformat(catalog.metadata.get("X-Article-Date", ""))
    except ValueError:
        return None


def _pairs(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.plural is None:
        yield entry.msgid, entry.msgstr
        return
    for _, translation in entry.plural[1]:
        yield entry.msgid, translation
