"""A PO entry as a frozen value, and who wrote its translation.

The tool's notes stand in extracted comments (`#.`), one a line, each with a keyword: `paragraph`,
`title`, `term`, `check`, `origin`. Everything else in an entry belongs to people and other tools.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from bilingual_news.model import Origin

_NOTE = re.compile(r"(?:title|paragraph \d+, segment \d+ of \d+|(?:term|check [\w-]+|origin): .*)$")
_ORIGIN = re.compile(r"origin: (?P<origin>\w+) (?P<provider>\S+) (?P<hash>[0-9a-f]{8})(?: |$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a PO file.

    Attributes:
        msgid: Source text.
        msgstr: Translation; empty where there is none.
        msgctxt: Context, or None.
        translator_comment: Comment of people (`# `), verbatim.
        notes: Extracted comments (`#.`), a line each.
        references: Places in the articles, `(path, line)`.
        flags: Flags in the order of the file.
        previous: Previous msgctxt, msgid and msgid_plural (`#|`).
        plural: msgid_plural and its translations, for entries of foreign files.
        obsolete: Whether the entry is commented out with `#~`.
        line: 1-based line in the file that was read; 0 for a new entry.
    """

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    translator_comment: str = ""
    notes: tuple[str, ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    previous: tuple[str | None, str | None, str | None] = (None, None, None)
    plural: tuple[str, tuple[tuple[int, str], ...]] | None = None
    obsolete: bool = False
    line: int = 0

    @property
    def fuzzy(self) -> bool:
        """Whether the translation waits for review."""
        return FUZZY in self.flags

    @property
    def is_translated(self) -> bool:
        """Whether there is any translation, reviewed or not."""
        return bool(self.msgstr) or (self.plural is not None and any(t for _, t in self.plural[1]))


FUZZY: Final = "fuzzy"


def text_hash(text: str) -> str:
    """The eight hex digits that an origin note carries of the text that the tool wrote.

    Whitespace counts as one space each run: editors rewrap.
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def is_tool_note(note: str) -> bool:
    """Whether an extracted comment is one that the tool writes, and so may replace."""
    return bool(_NOTE.match(note))


def origin_note(entry: Entry) -> str:
    """The origin note of an entry, or ""."""
    return next((note for note in entry.notes if note.startswith("origin: ")), "")


def is_untouched(entry: Entry) -> bool:
    """Whether the translation is exactly what the tool wrote and nobody has reviewed it.

    Only such a translation may ever be replaced. Without an origin note, or with one that does not
    match, a person wrote it; without the fuzzy flag, a person approved it.
    """
    match = _ORIGIN.match(origin_note(entry))
    return match is not None and entry.fuzzy and text_hash(entry.msgstr) == match["hash"]


def origin_of(entry: Entry) -> Origin:
    """Where the translation of an entry comes from, and whether it was reviewed."""
    if not entry.is_translated:
        return Origin.EMPTY
    if not entry.fuzzy:
        return Origin.REVIEWED
    if not is_untouched(entry):
        return Origin.EDITED
    is_memory = origin_note(entry).startswith("origin: memory")
    return Origin.MEMORY if is_memory else Origin.MACHINE
