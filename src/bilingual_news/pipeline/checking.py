"""Check PO files: every entry, every article as a whole, with suppressions and a baseline.

A translator suppresses a check for one entry with a comment: `# bilingual-news: ignore numbers`.
A baseline file holds the findings that a project knew when it adopted the checks; only others count.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.entry import is_untouched, origin_note
from bilingual_news.catalog.notes import noted
from bilingual_news.catalog.po import Catalog, read_catalog, write_catalog
from bilingual_news.checks import ALL_CHECKS, ARTICLE_CHECKS, Pair, run_article_checks, run_checks
from bilingual_news.checks.article import TermConsistency
from bilingual_news.checks.reports.base import UNUSED
from bilingual_news.checks.script import Empty
from bilingual_news.errors import CatalogError, CheckError, WriteError, reason
from bilingual_news.files import ChangedError, read_bytes, write_atomically
from bilingual_news.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bilingual_news.catalog.entry import Entry
    from bilingual_news.checks import ArticleCheck, Check
    from bilingual_news.config import Settings
    from bilingual_news.glossary import Found, Termbase
    from bilingual_news.model import TermMatch

#: What everybody sees in the entry itself gets no note there. A comment that suppresses nothing does: who
#: wrote it works in a PO editor and never sees a report.
NOT_NOTED: Final = frozenset({Empty.id})
KNOWN_IDS: Final = (*(c.id for c in ALL_CHECKS), *(c.id for c in ARTICLE_CHECKS), UNUSED)
_SUPPRESSION = re.compile(r"^\s*bilingual-news:\s*ignore\s+(.+?)\s*$", re.MULTILINE)
_SEPARATOR = re.compile(r"[\s,]+")
_PLACE = re.compile(r"paragraph (\d+), segment (\d+) of (\d+)")
_MINIMUM = re.compile(r"\bmin (-?\d+(?:\.\d+)?)")
_LIMIT = re.compile(r" limit\b")
_BASELINE_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Selection:
    """Which checks run.

    Attributes:
        checks: Checks of single entries.
        article_checks: Checks of articles.
        unused: Whether unused suppressions are reported.
    """

    checks: tuple[Check, ...] = ALL_CHECKS
    article_checks: tuple[ArticleCheck, ...] = ARTICLE_CHECKS
    unused: bool = True


def select_checks(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
    """The checks of a run.

    Args:
        select: Ids to run; nothing means all.
        ignore: Ids to leave out of them.

    Raises:
        CheckError: For an id that no check has.
    """
    select, ignore = tuple(select), tuple(ignore)
    if not select and not ignore:
        return Selection()
    for name in (*select, *ignore):
        if name not in KNOWN_IDS:
            raise CheckError(
                f"no check {name!r}; known are {', '.join(KNOWN_IDS)}.", hint="See docs/checks.md."
            )

    def runs(name: str) -> bool:
        return (not select or name in select) and name not in ignore

    return Selection(
        tuple(c for c in ALL_CHECKS if runs(c.id)),
        tuple(c for c in ARTICLE_CHECKS if runs(c.id)),
        unused=runs(UNUSED),
    )


def checks_of(settings: Settings) -> Selection:
    """The checks that the settings choose.

    Raises:
        CheckError: For an id that no check has; it names the file of the settings.
    """
    try:
        return select_checks(settings.check.select, settings.check.ignore)
    except CheckError as error:
        raise CheckError(error.message, path=settings.environment, hint=error.hint) from error


def check_file(
    path: Path, termbase: Termbase, selection: Selection | None = None
) -> tuple[list[Finding], int]:
    """Check a PO file.

    Returns:
        The findings with file and line, in the order of the lines, and the number of entries checked.

    Raises:
        CatalogError: If the file cannot be read.
    """
    catalog = read_catalog(path)
    terms = terms_of(catalog, termbase)
    return check_rows(catalog, rows_of(catalog, terms, termbase), str(path), selection or Selection())


def terms_of(catalog: Catalog, termbase: Termbase) -> dict[str, Found]:
    """The terms of each source text of a catalog, obsolete ones apart, on its day."""
    day = article_date(catalog)
    sources = dict.fromkeys([entry.msgid for entry in catalog.entries if not entry.obsolete])
    return {source: termbase.look(source, day) for source in sources}


def rows_of(catalog: Catalog, terms: Mapping[str, Found], termbase: Termbase) -> list[tuple[Entry, Pair]]:
    """The entries of a catalog that are not obsolete, each with the pairs that the checks see."""
    return [
        (entry, pair)
        for entry in catalog.entries if not entry.obsolete
        for pair in pairs(entry, terms[entry.msgid].current, termbase)
    ]  # fmt: skip


def check_rows(
    catalog: Catalog,
    rows: Sequence[tuple[Entry, Pair]],
    path: str,
    selection: Selection,
    more: Sequence[tuple[Entry, Finding]] = (),
) -> tuple[list[Finding], int]:
    """Check the rows of a catalog; see `check_file` and `rows_of`.

    Args:
        catalog: The catalog.
        rows: Its rows.
        path: Its file.
        selection: The checks.
        more: Findings that others made of its entries; they may be suppressed like any.
    """
    entries = [entry for entry in catalog.entries if not entry.obsolete]
    found: list[tuple[Entry, Finding]] = [
        (entry, finding) for entry, pair in rows for finding in run_checks(pair, selection.checks)
    ]
    if selection.article_checks:
        whole = run_article_checks([pair for _, pair in rows], selection.article_checks)
        found += [(rows[i][0], f) for i, f in whole]
    found += more
    kept = without_suppressed(entries, found, selection)
    located = [placed(finding, path, entry.line) for entry, finding in kept]
    located.sort(key=attrgetter("line"))
    return located, len(entries)


def placed(found: Finding, path: str, line: int) -> Finding:
    """A finding with its file and line."""
    # `dataclasses.replace` would take four times as long.
    return Finding(
        found.check, found.severity, found.message, found.source, found.target, path, line,
        found.source_span, found.target_span, found.fix,
    )  # fmt: skip


def write_notes(path: Path, findings: Sequence[Finding]) -> bool:
    """Write findings into the entries of a PO file as `#. check` notes; old ones are replaced.

    Args:
        path: The PO file that was checked.
        findings: All findings of that file, with lines.

    Returns:
        Whether the file changed. Translations, flags and people's comments are never touched.

    Raises:
        CatalogError: If the file cannot be read.
        WriteError: If it cannot be written, or someone saved it meanwhile; their version stays.
    """
    before = read_bytes(path, CatalogError)
    catalog = read_catalog(path)
    by_line: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.check not in NOT_NOTED:
            by_line.setdefault(finding.line, []).append(finding)
    entries = tuple(
        entry if entry.obsolete else noted(entry, by_line.get(entry.line, [])) for entry in catalog.entries
    )
    if entries == catalog.entries:
        return False
    try:
        write_catalog(path, replace(catalog, entries=entries), before)
    except ChangedError as error:
        message = "was saved by somebody while it was checked."
        raise WriteError(message, path=path, hint="Run again; it was not changed.") from error
    return True


def without_suppressed(
    entries: Sequence[Entry], found: Sequence[tuple[Entry, Finding]], selection: Selection
) -> Iterator[tuple[Entry, Finding]]:
    """Findings of an article without those that comments suppress, and those of comments that suppress none.

    Args:
        entries: All entries that were checked.
        found: What was found, each with its entry.
        selection: The checks.
    """
    ignored = {
        id(entry): suppressions(entry) for entry in entries if "bilingual-news:" in entry.translator_comment
    }
    used: set[tuple[int, str]] = set()
    for entry, finding in found:
        if finding.check in ignored.get(id(entry), ()):
            used.add((id(entry), finding.check))
        else:
            yield entry, finding
    if not selection.unused:
        return
    ran = {c.id for c in selection.checks} | {c.id for c in selection.article_checks}
    # What it finds beside other articles may be what is ignored.
    ran.discard(TermConsistency.id)
    for entry in entries:
        names = ignored.get(id(entry), ())
        for name in () if UNUSED in names else names:
            if (id(entry), name) not in used and (name in ran or name not in KNOWN_IDS):
                message = (
                    f"the comment ignores {name}, and there is nothing to ignore: delete it"
                    if name in ran
                    else f"the comment ignores {name}, which is the id of no check: correct or delete it"
                )
                yield entry, Finding(UNUSED, Severity.WARNING, message, entry.msgid, entry.msgstr)


def suppressions(entry: Entry) -> tuple[str, ...]:
    """The ids of the checks that a translator's comment suppresses for an entry."""
    found = _SUPPRESSION.findall(entry.translator_comment)
    return tuple(dict.fromkeys(name for names in found for name in _SEPARATOR.split(names) if name))


def article_date(catalog: Catalog) -> date | None:
    """The article's date in the header, or None."""
    try:
        return date.fromisoformat(catalog.metadata.get("X-Article-Date", ""))
    except ValueError:
        return None


def pairs(entry: Entry, matches: tuple[TermMatch, ...], termbase: Termbase) -> Iterator[Pair]:
    """An entry as the checks see it: one pair, or one for each plural form.

    Args:
        entry: The entry.
        matches: The terms of its source that are valid on the article's day.
        termbase: The terms of the project.
    """
    targets = [entry.msgstr] if entry.plural is None else [text for _, text in entry.plural[1]]
    minimum, at_limit = machine_doubts(entry)
    is_title, position = "title" in entry.notes, _position(entry)
    for target in targets:
        added = termbase.added(entry.msgid, target, matches)
        yield Pair(entry.msgid, target, matches, minimum, is_title, at_limit, position, added)


def _position(entry: Entry) -> tuple[int, int, int] | None:
    """The first place of an entry in a paragraph: which one, its number there, and of how many."""
    for note in entry.notes:
        if note.startswith("paragraph ") and (match := _PLACE.fullmatch(note)):
            return int(match[1]), int(match[2]), int(match[3])
    return None


def machine_doubts(entry: Entry) -> tuple[float | None, bool]:
    """What the origin of an untouched machine translation says against it.

    Returns:
        The lowest log-probability of a token, or None; and whether the decoder stopped at its limit.
    """
    origin = origin_note(entry) if entry.fuzzy else ""
    at = origin.find("min ")
    has_limit = " limit" in origin
    if (at < 0 and not has_limit) or not is_untouched(entry):
        return None, False
    match = _MINIMUM.search(origin, at) if at >= 0 else None
    return (float(match[1]) if match else None), has_limit and bool(_LIMIT.search(origin))


def fingerprint(finding: Finding) -> str:
    """Sixteen hex digits that name a finding, whatever its line: check, file name, texts, message."""
    digest = _begun(finding.check, finding.file, finding.source, finding.target).copy()
    digest.update(finding.message.encode())
    return digest.hexdigest()[:16]


# The findings of an entry stand together: a long text with many is hashed once for each check.
@lru_cache(maxsize=1)
def _begun(check: str, file: str, source: str, target: str) -> hashlib._Hash:
    """The hash of all of a finding but its message."""
    return hashlib.sha256("\0".join((check, Path(file).name, source, target, "")).encode())


def read_baseline(path: Path) -> Counter[str]:
    """The fingerprints of a baseline file with their numbers.

    Raises:
        CheckError: If it is missing or no baseline.
    """
    hint = "Write it with `bilingual-news check --write-baseline FILE`."
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != _BASELINE_VERSION:
            raise CheckError(f"baseline version {document['version']!r} is not known.", path=path, hint=hint)
        return Counter({str(key): int(count) for key, count in document["findings"].items()})
    except OSError as error:
        message = f"cannot be read: {reason(error)}."
        raise CheckError(message, path=path, hint=hint) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise CheckError("is no baseline of findings.", path=path, hint=hint) from error


def write_baseline(path: Path, findings: Iterable[Finding]) -> None:
    """Write the fingerprints of findings, sorted, for `read_baseline`.

    Raises:
        WriteError: If it cannot be written.
    """
    counts = Counter(map(fingerprint, findings))
    document = {"version": _BASELINE_VERSION, "findings": dict(sorted(counts.items()))}
    write_atomically(path, (json.dumps(document, indent=1) + "\n").encode())


def without_baseline(findings: Iterable[Finding], baseline: Counter[str]) -> list[Finding]:
    """The findings that a baseline does not hold; one held once hides one finding."""
    left = Counter(baseline)
    out: list[Finding] = []
    for finding in findings:
        key = fingerprint(finding)
        if left[key] > 0:
            left[key] -= 1
        else:
            out.append(finding)
    return out
