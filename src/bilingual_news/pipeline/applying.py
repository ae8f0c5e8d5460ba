"""What a row that comes back from a translator does to its entry: nothing that another person did is lost.

The id of a row says what was exported: the source, the translation, and whether it was reviewed. So one can
tell what the translator changed from what somebody changed in the catalog meanwhile.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.entry import FUZZY, Entry, fitted, is_human, text_hash, without_notes
from bilingual_news.text import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilingual_news.catalog.po import Catalog
    from bilingual_news.exchange.rows import Row, Sheet

_ID: Final = re.compile(r"(?P<article>.*)\.(?P<source>[^.]*)\.(?P<target>[^.]*?)(?P<state>[ro]?)", re.DOTALL)
_REVIEWED, _OPEN = "r", "o"


@dataclass(frozen=True, slots=True)
class RowId:
    """The id of a row.

    Attributes:
        article: Id of the article.
        source: Hash of the source text.
        target: Hash of the translation as it was exported.
        state: `r` if that was reviewed, `o` if not, nothing in files of earlier versions.
    """

    article: str = ""
    source: str = ""
    target: str = ""
    state: str = ""

    @classmethod
    def of(cls, article: str, entry: Entry) -> RowId:
        """The id of an entry."""
        is_reviewed = entry.is_translated and not entry.fuzzy
        state = _REVIEWED if is_reviewed else _OPEN
        return cls(article, source_hash(entry.msgid), text_hash(entry.msgstr), state)

    @classmethod
    def parse(cls, name: str) -> RowId:
        """The id that a file has; empty for another one."""
        match = _ID.fullmatch(name)
        return cls(**match.groupdict()) if match else cls()

    def __str__(self) -> str:
        """As it stands in files."""
        return f"{self.article}.{self.source}.{self.target}{self.state}"


def source_hash(text: str) -> str:
    """The hash of a source text in an id."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def own_entries(catalog: Catalog) -> Iterator[Entry]:
    """The entries that travel: those without context, plural forms and `#~`."""
    return (entry for entry in catalog.entries if is_own(entry))


def is_own(entry: Entry) -> bool:
    """Whether an entry travels."""
    return not entry.obsolete and entry.msgctxt is None and entry.plural is None


def is_of(row: Row, article: str, entry: Entry | None) -> bool:
    """Whether a row is of an article and an entry of its catalog."""
    name = RowId.parse(row.id)
    return (
        entry is not None
        and (name.article, name.source) == (article, source_hash(entry.msgid))
        and normalize(row.source) == normalize(entry.msgid)
    )


def applied(entry: Entry, row: Row | None) -> Entry:
    """The entry with what a person made of it outside: their words, and their approval."""
    if row is None or not row.target.strip():
        return entry
    name, text = RowId.parse(row.id), fitted(row.target, entry.msgid)
    is_as_exported = text_hash(text) == name.target
    is_same = text_hash(text) == text_hash(entry.msgstr)
    # What was reviewed already says nothing new: somebody may have taken the review back since.
    approves = row.state == "reviewed" and not (is_as_exported and name.state == _REVIEWED)
    changed = not is_same and not is_as_exported
    if not changed and not (approves and is_same and entry.fuzzy):
        return entry
    others = tuple(flag for flag in entry.flags if flag != FUZZY)
    # A person's words carry no origin note of the tool: nothing will ever replace them.
    notes = without_notes(entry.notes, "origin: ") if changed else entry.notes
    flags = others if approves else (FUZZY, *others)
    return replace(entry, msgstr=text if changed else entry.msgstr, flags=flags, notes=notes)


def is_conflict(entry: Entry, row: Row) -> bool:
    """Whether a person changed or approved an entry after the export, and the file says something else."""
    if not row.target.strip() or not is_human(entry):
        return False
    name, text, now = RowId.parse(row.id), text_hash(row.target), text_hash(entry.msgstr)
    if text in {name.target, now}:
        return False
    return now != name.target or (name.state == _OPEN and not entry.fuzzy)


def pending(sheet: Sheet, article: str, entries: Iterable[Entry]) -> list[Row]:
    """The rows of a file that say something that the catalog does not have: work that was not imported.

    Args:
        sheet: The file.
        article: Id of the catalog's article.
        entries: Entries of the catalog that travel.
    """
    by_source = {source_hash(entry.msgid): entry for entry in entries}
    found = []
    for row in sheet.rows:
        name = RowId.parse(row.id)
        entry = by_source.get(name.source)
        if entry is not None and is_of(row, article, entry):
            is_new = applied(entry, row) != entry
        else:
            is_new = bool(row.target.strip()) and text_hash(row.target) != name.target
        if is_new:
            found.append(row)
    return found
