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
from typing import TYPE_CHECKING, Final

from bilingual_news.model import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTE = re.compile(
    r"(?:title|paragraph \d+, segment \d+ of \d+"
    r"|(?:term|check [\w-]+|suggestion \d+%|reason|diff|origin): .*)$"
)
_ORIGIN = re.compile(r"origin: (?P<origin>\w+) (?P<provider>\S+) (?P<hash>[0-9a-f]{8})(?: |$)")
#: Line feeds around a text, with the spaces beside them.
_EDGES = re.compile(r"\A\s*\n\s*|\s*\n\s*\Z")
_TOOLS: Final = ("mt", "memory")
_HEAD = re.compile(r"(?:term|check [\w-]+|suggestion \d+%|reason|diff|origin):(?: |$)")
#: What may follow the provider in an origin note.
_ORIGIN_REST = re.compile(
    r"(?:[0-9a-f]{8}|score|min|term-rung|terms|missing|loop|limit|repaired|of|-?[\d./%]+)\b"
)
#: polib wraps comments at 78 columns, editors strings at 76 to 80: where a line was cut, the next word
#: would not have fitted, and only a line without a space is longer.
_NARROW, _WIDE = 76, 80


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
    # Of ASCII text without runs of spaces, as most is, all of this changes nothing.
    if not (text.isascii() and text.isprintable()) or "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def fitted(text: str, source: str) -> str:
    """A translation that begins and ends with a line feed where its source does, as gettext insists.

    Programs that indent XML and spreadsheets put line feeds around a text; `msgfmt -c` refuses these.
    """
    if text[:1] == source[:1] and text[-1:] == source[-1:]:
        return text
    inner = _EDGES.sub("", text)
    return "\n" * source.startswith("\n") + inner + "\n" * source.endswith("\n") if inner else text


def is_tool_note(note: str) -> bool:
    """Whether an extracted comment is one that the tool writes, and so may replace."""
    return bool(_NOTE.match(note))


def unwrapped(lines: Iterable[str]) -> tuple[str, ...]:
    """The extracted comments of an entry, with the tool's notes in one line each again.

    polib, and what is built on it, wraps comments; a cut-off rest would be taken for a comment of
    somebody else, kept for good, and cut again by the next one.

    Args:
        lines: The lines of the comments, in order.
    """
    notes: list[str] = []
    last = ""
    for line in lines:
        if notes and _is_rest(notes[-1], last, line):
            # A line is also cut after the hyphen of a word.
            notes[-1] += line if re.search(r"\w-$", last) else f" {line}"
        else:
            notes.append(line)
        last = line
    return tuple(notes)


def _is_rest(note: str, last: str, line: str) -> bool:
    """Whether a line goes on with the tool's note before it, whose last line is `last`."""
    if not line or not _HEAD.match(note) or _HEAD.match(line) or is_tool_note(line):
        return False
    if note.startswith("origin:") and not _ORIGIN_REST.match(line):
        return False
    width = len("#. ") + len(last)
    return width + 1 + len(line.split(maxsplit=1)[0]) > _NARROW and (width <= _WIDE or " " not in last)


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
