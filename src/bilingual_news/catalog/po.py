"""Read and write PO files: bytes, header, duplicates and errors; `syntax` knows the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog import syntax
from bilingual_news.catalog.entry import FUZZY, Entry
from bilingual_news.errors import CatalogError, CatalogSyntaxError
from bilingual_news.files import ANYTHING, Sync, read_bytes, require_text_name, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_HEADER_LINE: Final = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_HEADER_BYTES: Final = 8192
#: Byte-order marks; no UTF-8 begins with one of these bytes.
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_ENCODING_HINT: Final = "Save it as UTF-8 in the editor that wrote it; it was not touched."
_HINT: Final = "Mend the file (msgfmt -c shows more) or restore it; it was not touched."


@dataclass(frozen=True, slots=True)
class Catalog:
    """The content of a PO file.

    Attributes:
        metadata: Header fields in order.
        entries: Entries in the order of the file, obsolete ones last.
        header_comment: Comment before the header.
        header_fuzzy: Whether the header is marked fuzzy.
        header: The header entry as it was read.
        trailer: Comments after the last entry.
        crlf: Whether its lines end as on Windows, all of them.
    """

    metadata: dict[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    header_comment: str = ""
    header_fuzzy: bool = False
    header: Entry | None = field(default=None, compare=False, repr=False)
    trailer: str = ""
    crlf: bool = field(default=False, compare=False)


def read_catalog(path: Path) -> Catalog:
    """Read a PO file.

    Raises:
        CatalogError: If it is missing or cannot be read, or its name is no text.
        CatalogSyntaxError: If it is not a valid PO file, with the line.
    """
    require_text_name(path, CatalogError)
    return parse_catalog(path, read_bytes(path, CatalogError))


def parse_catalog(path: Path, data: bytes) -> Catalog:
    """Parse the bytes of a PO file: UTF-8, with or without byte-order mark, any line ends.

    Args:
        path: The file, for messages.
        data: Its bytes.

    Raises:
        CatalogSyntaxError: If it is not a valid PO file, with the line.
    """
    decoded = _decoded(path, data)
    text = decoded.replace("\r\n", "\n")
    try:
        entries, trailer = syntax.parse(text)
    except syntax.PoSyntaxError as error:
        message = f"not a valid PO file: {error.message}"
        raise CatalogSyntaxError(message, path=path, line=error.line, hint=_HINT) from error
    if not entries:
        raise CatalogSyntaxError("holds no PO entry.", path=path, line=1, hint=_HINT)
    _require_unique(path, entries)
    # Wherever it stands: who merges files by hand puts it anywhere.
    header = next((entry for entry in entries if _is_header(entry)), None)
    body = tuple(entry for entry in entries if entry is not header)
    return Catalog(
        fields(header.msgstr) if header else {},
        body,
        header.translator_comment if header else "",
        header.fuzzy if header else False,
        header,
        trailer,
        crlf=0 < len(decoded) - len(text) == text.count("\n"),
    )


def read_header(path: Path) -> dict[str, str]:
    """The header fields of a PO file, without parsing the rest; empty if it cannot be read so.

    A quick look for the decision whether there is anything to do; `read_catalog` judges the file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES).decode("utf-8-sig", errors="replace")
    except OSError:
        return {}
    lines: list[str] = []
    _, _, rest = head.replace("\r\n", "\n").partition('msgstr ""\n')
    for line in rest.split("\n"):
        match = _HEADER_LINE.match(line)
        if not match:
            break
        lines.append(syntax.unescape(match[1]))
    return fields("".join(lines))


def render(catalog: Catalog) -> bytes:
    """The bytes of a PO file: UTF-8, the same for the same catalog.

    Entries that were read and not changed are written as they were; the others unwrapped. Lines end as
    in the file that was read, so that an editor on Windows does not see all of them changed.
    """
    blocks = [_render_header(catalog), *map(syntax.render, catalog.entries)]
    if catalog.trailer:
        blocks.append(catalog.trailer)
    text = "\n\n".join(blocks) + "\n"
    return (text.replace("\n", "\r\n") if catalog.crlf else text).encode()


def _render_header(catalog: Catalog) -> str:
    old = catalog.header or Entry("")
    fuzzy = (FUZZY,) if catalog.header_fuzzy else ()
    header = replace(
        old,
        msgstr="".join(f"{name}: {value}\n" for name, value in catalog.metadata.items()),
        translator_comment=catalog.header_comment,
        flags=(*fuzzy, *(flag for flag in old.flags if flag != FUZZY)),
    )
    if fields(old.msgstr) == catalog.metadata and list(fields(old.msgstr)) == list(catalog.metadata):
        header = replace(header, msgstr=old.msgstr)
    return syntax.render(header)


def write_catalog(
    path: Path, catalog: Catalog, expected: bytes | None = ANYTHING, sync: Sync = Sync.ALL
) -> bytes:
    """Write a PO file atomically.

    Args:
        path: The file.
        catalog: What to write.
        expected: What the file holds now, None for no file; not compared by default.
        sync: What must last through a power cut.

    Returns:
        What the file holds now.

    Raises:
        ChangedError: If the file does not hold what was expected.
        WriteError: If it cannot be written; the old file is then intact.
    """
    data = render(catalog)
    write_atomically(path, data, expected, sync)
    return data


def same_content(one: Catalog, other: Catalog, *, ignore: Iterable[str] = ()) -> bool:
    """Whether two catalogs hold the same, line numbers and the ignored header fields aside."""
    return _comparable(one, ignore) == _comparable(other, ignore)


def _comparable(catalog: Catalog, ignore: Iterable[str]) -> Catalog:
    skipped = set(ignore)
    metadata = {name: value for name, value in catalog.metadata.items() if name not in skipped}
    entries = tuple(replace(entry, line=0) for entry in catalog.entries)
    return replace(catalog, metadata=metadata, entries=entries)


def fields(text: str) -> dict[str, str]:
    """Header fields by name; a line without a name continues the field before it."""
    found: dict[str, str] = {}
    name = ""
    for line in text.removesuffix("\n").split("\n"):
        head, colon, value = line.partition(":")
        if colon and head and " " not in head:
            name = head
            found[name] = value.removeprefix(" ")
        elif name:
            found[name] += f"\n{line}"
    return found


def _decoded(path: Path, data: bytes) -> str:
    if data.startswith(_UTF_16):
        message = "is written in UTF-16, expected UTF-8."
        raise CatalogSyntaxError(message, path=path, line=1, hint=_ENCODING_HINT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8."
        raise CatalogSyntaxError(message, path=path, line=line, hint=_HINT) from error


def _is_header(entry: Entry) -> bool:
    return not entry.msgid and entry.msgctxt is None and not entry.obsolete


def _require_unique(path: Path, entries: Iterable[Entry]) -> None:
    seen: dict[tuple[str | None, str], int] = {}
    for entry in entries:
        key = (entry.msgctxt, entry.msgid)
        if entry.obsolete:
            continue
        if key in seen:
            message = f"the same msgid stands at line {seen[key]}: {entry.msgid[:40]!r}."
            raise CatalogSyntaxError(message, path=path, line=entry.line, hint=_HINT)
        seen[key] = entry.line
