"""Compile PO files to MO files, so that the standard library's gettext serves them.

The format is that of the GNU gettext manual, "The Format of GNU MO Files": a header of seven numbers,
a table of the msgids and one of the msgstrs (length and offset each), then the strings, msgids sorted
by their bytes. The hash table is optional, and left out as Babel and Python's msgfmt.py leave it out.
"""

from __future__ import annotations

import contextlib
import os
import struct
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.po import fields, parse_catalog
from bilingual_news.errors import CatalogError
from bilingual_news.files import Sync, read_bytes, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bilingual_news.catalog.po import Catalog

#: Stands in the MO header's Project-Id-Version, so that a later run knows how it was compiled.
_FUZZY_MARK: Final = " (unreviewed included)"
_VERSION_FIELD: Final = "Project-Id-Version"
_MAGIC: Final = 0x950412DE
_HEAD: Final = struct.Struct("<7I")
_CELL: Final = struct.Struct("<2I")
_CONTEXT_END: Final = "\x04"
#: Attempts to compile a PO file that somebody keeps changing; the last one stands.
_ATTEMPTS: Final = 3


def compile_catalog(
    po: Path, mo: Path, *, use_fuzzy: bool = False, written: tuple[bytes, Catalog] | None = None
) -> None:
    """Compile a PO file.

    Args:
        po: The PO file.
        mo: The MO file to write.
        use_fuzzy: Whether unreviewed translations are served too.
        written: What the PO file holds as the caller knows, and what that says: if the file still holds
            it, it need not be parsed.

    Raises:
        CatalogError: If the PO file cannot be read.
        CatalogSyntaxError: If it is not a valid PO file.
        WriteError: If the MO file cannot be written.
    """
    for _ in range(_ATTEMPTS):
        stamp = _stamp(po)
        data = read_bytes(po, CatalogError)
        catalog = written[1] if written and written[0] == data else parse_catalog(po, data)
        content = render(catalog, use_fuzzy=use_fuzzy)
        if not _holds(mo, content):
            # It can be made anew and shows when it is cut short: no waiting for the disk.
            write_atomically(mo, content, sync=Sync.NONE)
        with contextlib.suppress(OSError):
            os.utime(mo, ns=(stamp, stamp))
        # Another run may have written both files since the PO file was read.
        if read_bytes(po, CatalogError) == data:
            return


def render(catalog: Catalog, *, use_fuzzy: bool = False) -> bytes:
    """The bytes of an MO file: what is translated and reviewed, or all that is translated."""
    strings = dict(_strings(catalog, use_fuzzy=use_fuzzy))
    sources = sorted(strings)
    blobs = [*sources, *(strings[source] for source in sources)]
    count, first = len(sources), _HEAD.size + 2 * _CELL.size * len(sources)
    # Every string is followed by a NUL that its length does not count.
    offsets = accumulate((len(blob) + 1 for blob in blobs), initial=first)
    cells = b"".join(_CELL.pack(len(blob), at) for blob, at in zip(blobs, offsets, strict=False))
    second_table = _HEAD.size + _CELL.size * count
    head = _HEAD.pack(_MAGIC, 0, count, _HEAD.size, second_table, 0, first)
    return head + cells + b"".join(blob + b"\0" for blob in blobs)


def _strings(catalog: Catalog, *, use_fuzzy: bool) -> Iterator[tuple[bytes, bytes]]:
    mark = _FUZZY_MARK if use_fuzzy else ""
    # Whatever the header says, the strings below are written in UTF-8.
    head = {_VERSION_FIELD: ""} | catalog.metadata | {"Content-Type": "text/plain; charset=UTF-8"}
    head[_VERSION_FIELD] += mark
    yield b"", "".join(f"{name}: {value}\n" for name, value in head.items()).encode()
    for entry in catalog.entries:
        if entry.obsolete or not entry.msgid or not entry.is_translated or (entry.fuzzy and not use_fuzzy):
            continue
        key, text = entry.msgid, entry.msgstr
        if entry.plural is not None:
            key = f"{key}\0{entry.plural[0]}"
            text = "\0".join(form for _, form in entry.plural[1])
        if entry.msgctxt is not None:
            key = f"{entry.msgctxt}{_CONTEXT_END}{key}"
        yield key.encode(), text.encode()


def current_header(po: Path, mo: Path, *, use_fuzzy: bool = False) -> dict[str, str]:
    """The header fields of an MO file that was made of its PO file as that is now, and compiled the same way.

    Reads the head of the file only. An MO file has the time of the PO file that it was made of: a younger
    one may be older than what came back from somebody else, with the time at which they saved it.

    Returns:
        Empty for another file.
    """
    try:
        is_current = _stamp(mo) == _stamp(po)
    except OSError:
        return {}
    header = _header(mo) if is_current else ""
    return fields(header) if header and _is_fuzzy(header) == use_fuzzy else {}


def has_unreviewed(mo: Path) -> bool:
    """Whether an MO file of ours was compiled with unreviewed translations."""
    return _is_fuzzy(_header(mo))


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns


def _is_fuzzy(header: str) -> bool:
    return header.partition("\n")[0].endswith(_FUZZY_MARK)


def _header(mo: Path) -> str:
    """The header of an MO file that is whole and ours; empty for another one."""
    try:
        with mo.open("rb") as file:
            magic, _, count, sources, targets, _, _ = _HEAD.unpack(file.read(_HEAD.size))
            file.seek(targets + _CELL.size * (count - 1))
            length, offset = _CELL.unpack(file.read(_CELL.size))
            if magic != _MAGIC or os.fstat(file.fileno()).st_size <= length + offset:
                return ""
            # The header has the empty msgid, which comes first.
            file.seek(sources)
            if _CELL.unpack(file.read(_CELL.size))[0]:
                return ""
            file.seek(targets)
            length, offset = _CELL.unpack(file.read(_CELL.size))
            file.seek(offset)
            header = file.read(length).decode()
    except (OSError, ValueError, struct.error):
        return ""
    return header if header.startswith(f"{_VERSION_FIELD}:") else ""
