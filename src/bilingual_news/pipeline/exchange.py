"""Catalogs out to exchange formats and edited files back, with the promise of the merge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog import mo, po
from bilingual_news.catalog.entry import Entry, origin_of, without_notes
from bilingual_news.errors import BilingualNewsError, CatalogError, ExchangeError
from bilingual_news.exchange import omegat, tables, tmx, xliff
from bilingual_news.exchange.rows import Row, Sheet
from bilingual_news.files import ChangedError, read_bytes, remove_leftovers, write_atomically
from bilingual_news.model import Origin, Unit
from bilingual_news.pipeline.applying import (
    RowId,
    applied,
    is_conflict,
    is_of,
    is_own,
    own_entries,
    pending,
    source_hash,
)
from bilingual_news.pipeline.catalogs import REVISION, timestamp
from bilingual_news.pipeline.checking import article_date
from bilingual_news.pipeline.memory import reviewed_units
from bilingual_news.pipeline.report import article_id

if TYPE_CHECKING:
    from bilingual_news.config import Settings
    from bilingual_news.glossary import Termbase

SUFFIXES: Final = {"xliff": ".xlf", "csv": ".csv", "xlsx": ".xlsx", "tmx": ".tmx"}
_STATES: Final = {
    Origin.EMPTY: "empty", Origin.MACHINE: "machine", Origin.MEMORY: "memory",
    Origin.EDITED: "edited", Origin.REVIEWED: "reviewed",
}  # fmt: skip
_SHOWN: Final = 3
_AGAIN_HINT: Final = "Export again and carry the work over, or use --partial; nothing was imported."
_REPLACE_HINT: Final = "Import it, move it away, or choose another folder; --force replaces it."
_BY_HAND_HINT: Final = "Export again and carry the work over; nothing was imported."


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did to one catalog.

    Attributes:
        catalog: The PO file.
        changed: Entries with another translation.
        approved: Entries that are reviewed now and were not before.
        left: Rows without a translation, or with what the catalog had.
    """

    catalog: str
    changed: int
    approved: int
    left: int


def load_sheet(path: Path, termbase: Termbase) -> Sheet:
    """The rows of a catalog; entries with context, plural forms or `#~` are left out.

    Raises:
        CatalogError: If it cannot be read.
    """
    catalog = po.read_catalog(path)
    article, day = article_id(catalog, path), article_date(catalog)
    rows = []
    for entry in own_entries(catalog):
        matches = termbase.find(entry.msgid, day)
        terms = dict.fromkeys((m.term.source, m.term.target) for m in matches)
        stand = ((entry.msgid[m.start : m.end], m.term) for m in matches)
        forms = dict.fromkeys((text, term.target, term.source) for text, term in stand if text != term.source)
        comments = tuple(line for line in entry.translator_comment.split("\n") if line)
        notes = (*comments, *without_notes(entry.notes, "term: ", "origin: "))
        state = _STATES[origin_of(entry)]
        identity = str(RowId.of(article, entry))
        rows.append(Row(identity, entry.msgid, entry.msgstr, state, notes, tuple(terms), tuple(forms)))
    title = rows[0].source if rows else ""
    return Sheet(article, tuple(rows), str(path), title)


def export_sheets(
    kind: str, paths: Sequence[Path], folder: Path, termbase: Termbase, *, force: bool = False
) -> tuple[list[Path], list[BilingualNewsError]]:
    """Write one file a catalog.

    Args:
        kind: `xliff` (2.0), `xliff12`, `csv`, `xlsx` or `tmx` (reviewed entries).
        paths: PO files.
        folder: Where to.
        termbase: Terms to show.
        force: Whether files may be replaced that hold work which was not imported.

    Returns:
        The files, and the errors of catalogs that cannot be read and of files that hold such work: they
        stay as they are.
    """
    suffix = SUFFIXES["xliff" if kind.startswith("xliff") else kind]
    contents: dict[Path, bytes] = {}
    errors: list[BilingualNewsError] = []
    for path in paths:
        target = folder / f"{path.stem}{suffix}"
        try:
            contents[target] = _content(kind, path, termbase)
        except CatalogError as error:
            errors.append(error)
            continue
        if kind != "tmx" and not force and (refusal := _unimported(target, path)):
            errors.append(refusal)
            del contents[target]
    for target, content in contents.items():
        write_atomically(target, content)
    return list(contents), errors


def _unimported(target: Path, path: Path) -> ExchangeError | None:
    """What keeps a file from being written over: the catalog lacks what somebody did there."""
    if not target.exists():
        return None
    try:
        sheet = read_sheet(target)
    except ExchangeError as error:
        message = f"would be replaced, but cannot be read: {error.message}"
        return ExchangeError(message, path=target, line=error.line, hint=_REPLACE_HINT)
    catalog = po.read_catalog(path)
    waiting = pending(sheet, article_id(catalog, path), own_entries(catalog))
    if not waiting:
        return None
    message = f"holds work that the catalog does not have, in {len(waiting)} of {len(sheet.rows)} segments."
    return ExchangeError(message, path=target, hint=_REPLACE_HINT)


def export_omegat(paths: Sequence[Path], folder: Path, termbase: Termbase) -> tuple[int, list[CatalogError]]:
    """Write an OmegaT project.

    Source are plain texts with a segment a line, translated and memory come as TMX.

    Returns:
        The number of glossary terms, and the errors of catalogs that cannot be read. With one of them
        nothing is written: the project's glossary and memory are of all its articles.
    """
    read: list[tuple[Path, Sheet, list[Unit]]] = []
    errors: list[CatalogError] = []
    for path in paths:
        try:
            read.append((path, load_sheet(path, termbase), _reviewed(path)))
        except CatalogError as error:
            errors.append(error)
    return (0, errors) if errors else (_write_omegat(read, folder), [])


def _write_omegat(read: Iterable[tuple[Path, Sheet, list[Unit]]], folder: Path) -> int:
    for name in omegat.FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    units: list[Unit] = []
    terms: dict[tuple[str, str, str], None] = {}
    # OmegaT finds a term only as it is written: รมว.ดิจิทัล needs a line beside the full title.
    forms: dict[tuple[str, str, str], None] = {}
    for path, sheet, reviewed in read:
        text = "".join(f"{row.source}\n\n" for row in sheet.rows)
        write_atomically(folder / "source" / f"{path.stem}.txt", text.encode())
        units += reviewed
        terms |= dict.fromkeys((thai, english, "") for row in sheet.rows for thai, english in row.terms)
        forms |= dict.fromkeys(form for row in sheet.rows for form in row.forms)
    write_atomically(folder / omegat.GLOSSARY, omegat.glossary([*terms, *forms]))
    write_atomically(folder / "tm" / "reviewed.tmx", tmx.write_tmx(units))
    write_atomically(folder / "omegat.project", omegat.PROJECT.encode())
    return len(terms)


def import_file(path: Path, settings: Settings, *, partial: bool = False) -> Imported:
    """Apply an edited XLIFF, CSV or XLSX file to the catalog that it was exported from.

    Args:
        path: The file.
        settings: The project.
        partial: Whether rows that do not fit the catalog may be left out.

    Raises:
        ExchangeError: For a wrong or stale file, missing or repeated segments, or a translation that
            somebody changed in the catalog meanwhile; nothing is applied then.
    """
    sheet = read_sheet(path)
    catalog_path = settings.catalogs_dir / f"{sheet.article}.po"
    # An id is no path: a file must not lead to catalogs elsewhere.
    is_id = sheet.article and Path(sheet.article).name == sheet.article
    if not is_id or not catalog_path.exists():
        message = f"belongs to article {sheet.article or 'unknown'!s}, which has no catalog here."
        raise ExchangeError(message, path=path, hint="Check that it is the right file and project.")
    while True:
        data = read_bytes(catalog_path, CatalogError)
        catalog = po.parse_catalog(catalog_path, data)
        rows = _matched(path, sheet, catalog, partial=partial)
        entries = tuple(applied(e, rows.get(e.msgid)) if is_own(e) else e for e in catalog.entries)
        result = _counted(catalog_path, catalog.entries, entries, len(sheet.rows))
        if entries == catalog.entries:
            return result
        metadata = catalog.metadata | {REVISION: timestamp()}
        try:
            po.write_catalog(
                catalog_path, replace(catalog, metadata=metadata, entries=entries), expected=data
            )
        except ChangedError:
            continue
        remove_leftovers(catalog_path.parent)
        compiled = catalog_path.with_suffix(".mo")
        mo.compile_catalog(catalog_path, compiled, use_fuzzy=mo.has_unreviewed(compiled))
        return result


def read_sheet(path: Path) -> Sheet:
    """The rows of an XLIFF, CSV or XLSX file.

    Raises:
        ExchangeError: If it cannot be read or is of another kind.
    """
    suffix = path.suffix.lower()
    if suffix in {".xlf", ".xliff"}:
        return xliff.read_xliff(path)
    if suffix in {".csv", ".xlsx"}:
        return tables.read_table(path)
    hint = "Expected .xlf, .xliff, .csv or .xlsx; TMX files go to `memory import`."
    raise ExchangeError("is of a kind that cannot be imported.", path=path, hint=hint)


def _content(kind: str, path: Path, termbase: Termbase) -> bytes:
    if kind == "tmx":
        return tmx.write_tmx(_reviewed(path))
    sheet = load_sheet(path, termbase)
    if kind == "csv":
        return tables.write_csv(sheet)
    if kind == "xlsx":
        return tables.write_xlsx(sheet)
    return xliff.write_xliff(sheet, "1.2" if kind == "xliff12" else "2.0")


def _reviewed(path: Path) -> list[Unit]:
    return list(reviewed_units(po.read_catalog(path), path))


def _matched(path: Path, sheet: Sheet, catalog: po.Catalog, *, partial: bool) -> dict[str, Row]:
    """Row by source text; complains of everything that does not fit before anything is applied."""
    by_key = {source_hash(e.msgid): e for e in own_entries(catalog)}
    rows: dict[str, Row] = {}
    strangers: list[str] = []
    for row in sheet.rows:
        entry = by_key.get(RowId.parse(row.id).source)
        if entry is None or not is_of(row, sheet.article, entry):
            strangers.append(row.id or row.source[:30])
        elif entry.msgid in rows:
            message = f"has segment {row.id} twice."
            raise ExchangeError(message, path=path, hint="Remove one of them; nothing was imported.")
        else:
            rows[entry.msgid] = row
    missing = [e.msgid[:30] for e in own_entries(catalog) if e.msgid not in rows]
    if not partial:
        _require_none(
            path, strangers, "that are not in the catalog, so that the file is stale or its source was edited"
        )
        _require_none(path, missing, "of the catalog that are not in the file")
    conflicts = [
        e.msgid[:30] for e in own_entries(catalog) if e.msgid in rows and is_conflict(e, rows[e.msgid])
    ]
    _require_none(
        path, conflicts, "that were changed in the catalog, or approved, since the export", _BY_HAND_HINT
    )
    return rows


def _require_none(path: Path, found: Sequence[str], what: str, hint: str = _AGAIN_HINT) -> None:
    if found:
        shown = ", ".join(repr(item) for item in found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        message = f"segments {what}: {len(found)} ({shown})."
        raise ExchangeError(message, path=path, hint=hint)


def _counted(path: Path, before: Iterable[Entry], after: Iterable[Entry], rows: int) -> Imported:
    changed = approved = touched = 0
    for old, new in zip(before, after, strict=True):
        changed += old.msgstr != new.msgstr
        approved += (old.fuzzy or not old.is_translated) and new.is_translated and not new.fuzzy
        touched += old != new
    return Imported(str(path), changed, approved, rows - touched)
