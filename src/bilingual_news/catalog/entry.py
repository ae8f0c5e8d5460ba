"""A PO entry as a frozen value, and who wrote its translation.

The tool's notes stand in extracted comments (`#.`), one a line, each with a keyword: `paragraph`,
`title`, `term`, `check`, `suggestion`, `reason`, `diff`, `origin`. Everything else in an entry belongs
to people and other tools.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from bilingual_news.model import Origin

_NOTE = re.compile(
    r"(?:title|paragraph \d+, segment \d+ of \d+"
    r"|(?:term|check [\w-]+|suggestion \d+%|reason|diff|origin): .*)$"
)
_ORIGIN = re.compile(r"origin: (?P<origin>\w+) (?P<provider>\S+) (?P<hash>[0-9a-f]{8})(?: |$)")
_TOOLS: Final = ("mt", "memory")


@dataclass(frozen=True, slots=True)
class Source:
    """What an entry was read from, to write it back as it was.

    Attributes:
        text: Its lines.
        comments: The lines of its translator comments and of unknown kinds of comments.
        entry: The entry as it was read.
        tail: Where in `text` flags, previous and present strings begin; -1 if comments stand among them.
    """

    text: str
    comments: tuple[str, ...]
    entry: Entry
    tail: int = -1


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
        line: 1-based line of its msgid (or msgctxt) in the file that was read; 0 for a new entry.
        unknown: Comment lines of kinds that gettext does not know, verbatim.
        source: What it was read from; None for a new entry.
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
    unknown: tuple[str, ...] = ()
    source: Source | None = field(default=None, compare=False, repr=False)

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

    Whitespace counts as one space each run and text as NFC: editors rewrap, and file systems and
    clipboards of macOS decompose.
    """
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode()).hexdigest()[:8]


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
    if not entry.fuzzy:
        return False
    match = _ORIGIN.match(origin_note(entry))
    return match is not None and match["origin"] in _TOOLS and text_hash(entry.msgstr) == match["hash"]


def is_human(entry: Entry) -> bool:
    """Whether there is a translation that a person typed or approved."""
    return entry.is_translated and not is_untouched(entry)


def note_of(entry: Entry, keyword: str) -> str:
    """The text of the first note with a keyword, as in `reason`; empty without one."""
    head = f"{keyword}: "
    return next((note.removeprefix(head) for note in entry.notes if note.startswith(head)), "")


def without_notes(notes: tuple[str, ...], *keywords: str) -> tuple[str, ...]:
    """Notes without those of the given keywords."""
    return tuple(note for note in notes if not note.startswith(keywords))


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
