"""Read and write PO files. The only importer of polib.

polib writes unwrapped lines as `msgcat --no-wrap` does. What it would get wrong is handled here: a
missing file (it reports a syntax error), a byte-order mark, duplicate entries, and the encoding.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polib

from bilingual_news.catalog.entry import Entry
from bilingual_news.errors import CatalogError, CatalogSyntaxError
from bilingual_news.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable

_SYNTAX_ERROR = re.compile(r"\(line (\d+)\)(?:: (.*))?$")
_HEADER_LINE: Final = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_STRING: Final = r'"(?:[^"\\]|\\.)*"'
_PO_LINE = re.compile(
    rf"(?:$|#(?![~|])|#[~|]\s*$|(?:#~\|?\s*|#\|\s*)?"
    rf"(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?{_STRING}\s*$|#~\s*#)"
)
_HEADER_BYTES: Final = 8192
_HINT: Final = "Mend the file (msgfmt -c shows more) or restore it; it was not touched."


@dataclass(frozen=True, slots=True)
class Catalog:
    """The content of a PO file.

    Attributes:
        metadata: Header fields in order.
        entries: Entries in the order of the file, obsolete ones last.
        header_comment: Comment before the header.
        header_fuzzy: Whether the header is marked fuzzy.
    """

    metadata: dict[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    header_comment: str = ""
    header_fuzzy: bool = False


def read_catalog(path: Path) -> Catalog:
    """Read a PO file.

    Raises:
        CatalogError: If it is missing or cannot be read.
        CatalogSyntaxError: If it is not a valid PO file, with the line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"cannot be read: {reason}."
        raise CatalogError(message, path=path, hint="Check the path and permissions.") from error
    _require_utf8(path, data)
    _require_syntax(path, data)
    encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    try:
        file = polib.pofile(str(path), encoding=encoding, wrapwidth=0)
    except (OSError, ValueError, UnicodeDecodeError) as error:
        raise _syntax_error(path, str(error)) from error
    if not file.metadata and not list(file):
        raise CatalogSyntaxError("holds no PO entry.", path=path, line=1, hint=_HINT)
    entries = tuple(_entry(item) for item in file)
    _require_unique(path, entries)
    return Catalog(dict(file.metadata), entries, file.header, bool(file.metadata_is_fuzzy))


def read_header(path: Path) -> dict[str, str]:
    """The header fields of a PO file, without parsing the rest; empty if it cannot be read so.

    A quick look for the decision whether there is anything to do; `read_catalog` judges the file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES).decode("utf-8-sig", errors="replace")
    except OSError:
        return {}
    fields: dict[str, str] = {}
    _, _, rest = head.partition('msgstr ""\n')
    for line in rest.split("\n"):
        match = _HEADER_LINE.match(line)
        if not match:
            break
        name, _, value = polib.unescape(match[1]).rstrip("\n").partition(": ")
        fields[name] = value
    return fields


def render(catalog: Catalog) -> bytes:
    """The bytes of a PO file: UTF-8, unwrapped, line feeds, the same for the same catalog."""
    file = polib.POFile(wrapwidth=0, encoding="utf-8")
    file.header = catalog.header_comment
    file.metadata = dict(catalog.metadata)
    file.metadata_is_fuzzy = catalog.header_fuzzy
    file.extend(_po_entry(entry) for entry in catalog.entries)
    return f"{file}\n".encode().rstrip(b"\n") + b"\n"


def write_catalog(path: Path, catalog: Catalog) -> None:
    """Write a PO file atomically.

    Raises:
        WriteError: If it cannot be written; the old file is then intact.
    """
    write_atomically(path, render(catalog))


def same_content(one: Catalog, other: Catalog, *, ignore: Iterable[str] = ()) -> bool:
    """Whether two catalogs hold the same, line numbers and the ignored header fields aside."""
    return _comparable(one, ignore) == _comparable(other, ignore)


def _comparable(catalog: Catalog, ignore: Iterable[str]) -> Catalog:
    skipped = set(ignore)
    metadata = {name: value for name, value in catalog.metadata.items() if name not in skipped}
    entries = tuple(replace(entry, line=0) for entry in catalog.entries)
    return replace(catalog, metadata=metadata, entries=entries)


def _require_utf8(path: Path, data: bytes) -> None:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8."
        raise CatalogSyntaxError(message, path=path, line=line, hint=_HINT) from error


def _require_syntax(path: Path, data: bytes) -> None:
    """Refuse lines that are no PO; polib reads over an open string and drops its last letter."""
    for number, line in enumerate(data.decode("utf-8-sig").replace("\r\n", "\n").split("\n"), start=1):
        if not _PO_LINE.match(line.strip(" \t\f")):
            message = f"not a valid PO file: expected a keyword and a quoted string, found {line[:40]!r}."
            raise CatalogSyntaxError(message, path=path, line=number, hint=_HINT)


def _syntax_error(path: Path, text: str) -> CatalogSyntaxError:
    match = _SYNTAX_ERROR.search(text)
    line = int(match[1]) if match else None
    what = (match[2] if match else None) or "syntax error"
    return CatalogSyntaxError(f"not a valid PO file: {what}.", path=path, line=line, hint=_HINT)


def _require_unique(path: Path, entries: tuple[Entry, ...]) -> None:
    seen: dict[tuple[str | None, str], int] = {}
    for entry in entries:
        key = (entry.msgctxt, entry.msgid)
        if entry.obsolete:
            continue
        if key in seen:
            message = f"the same msgid stands at line {seen[key]}: {entry.msgid[:40]!r}."
            raise CatalogSyntaxError(message, path=path, line=entry.line, hint=_HINT)
        seen[key] = entry.line


def _entry(item: polib.POEntry) -> Entry:
    plural = None
    if item.msgid_plural:
        plural = (item.msgid_plural, tuple(sorted(item.msgstr_plural.items())))
    return Entry(
        msgid=item.msgid,
        msgstr=item.msgstr,
        msgctxt=item.msgctxt,
        translator_comment=item.tcomment,
        notes=tuple(item.comment.split("\n")) if item.comment else (),
        references=tuple((path, line) for path, line in item.occurrences),
        flags=tuple(dict.fromkeys(item.flags)),
        previous=(item.previous_msgctxt, item.previous_msgid, item.previous_msgid_plural),
        plural=plural,
        obsolete=bool(item.obsolete),
        line=item.linenum or 0,
    )


def _po_entry(entry: Entry) -> polib.POEntry:
    context, msgid, plural_id = entry.previous
    item = polib.POEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        tcomment=entry.translator_comment,
        comment="\n".join(entry.notes),
        occurrences=list(entry.references),
        flags=list(entry.flags),
        previous_msgctxt=context,
        previous_msgid=msgid,
        previous_msgid_plural=plural_id,
        obsolete=int(entry.obsolete),
    )
    if entry.plural:
        item.msgid_plural, translations = entry.plural
        item.msgstr_plural = dict(translations)
    return item
