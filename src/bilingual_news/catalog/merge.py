"""Merge the segments of an article into the entries that are already there. Pure.

The promise: no string that a person typed or approved is ever changed or dropped. Identity is the
source text within the article. A segment that is still there keeps its translation; a new or changed
one gets an entry of its own; an entry whose segment is gone becomes obsolete with its translation and
comes back if the segment does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.entry import (
    FUZZY,
    Entry,
    is_tool_note,
    is_untouched,
    origin_note,
    text_hash,
)
from bilingual_news.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bilingual_news.model import Finding, Segment, Suggestion, TermMatch


@dataclass(frozen=True, slots=True)
class Place:
    """All segments of an article with one text: they share an entry, as gettext wants it."""

    text: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a merge did, in numbers of entries."""

    kept: int = 0
    added: int = 0
    revived: int = 0
    removed: int = 0


def places(segments: Iterable[Segment]) -> tuple[Place, ...]:
    """Group segments by text, in order of their first appearance."""
    groups: dict[str, list[Segment]] = {}
    for segment in segments:
        groups.setdefault(segment.text, []).append(segment)
    return tuple(Place(text, tuple(group)) for text, group in groups.items())


def merge(
    old: Sequence[Entry],
    found: Sequence[Place],
    suggestions: Mapping[str, Suggestion],
    path: str,
) -> tuple[tuple[Entry, ...], Outcome]:
    """Merge the places of an article into its old entries.

    Args:
        old: The entries of the PO file, in order.
        found: The article's places, in order.
        suggestions: New translations by source text; used only where nothing of a person is lost.
        path: The article's path, for references.

    Returns:
        The new entries, obsolete ones last, and what was done.
    """
    index = _index(old)
    active: list[Entry] = []
    taken: set[int] = set()
    kept = revived = added = 0
    for place in found:
        before = index.get(place.text)
        if before is None:
            added += 1
        else:
            taken.add(id(before))
            revived += before.obsolete
            kept += not before.obsolete
        entry = replace(before or Entry(place.text), obsolete=False, references=_references(place, path))
        active.append(_suggested(entry, suggestions.get(place.text)))
    rest = [entry for entry in old if id(entry) not in taken]
    # Entries with a context or plural forms are not ours: they stay as they are.
    foreign = [entry for entry in rest if not entry.obsolete and _is_foreign(entry)]
    gone = [entry for entry in rest if not entry.obsolete and not _is_foreign(entry)]
    obsolete = [_retired(entry) for entry in gone] + [entry for entry in rest if entry.obsolete]
    entries = (*active, *foreign, *_without_empty(obsolete))
    return entries, Outcome(kept, added, revived, len(gone))


def annotate(entry: Entry, place: Place, matches: Sequence[TermMatch], findings: Sequence[Finding]) -> Entry:
    """Write the tool's notes of an entry anew: places, terms, findings, origin. Others stay."""
    terms = dict.fromkeys(f"term: {m.term.source} → {m.term.target}" for m in matches)
    checks = dict.fromkeys(f"check {f.check}: {_one_line(f.message)}" for f in findings)
    origin = (origin_note(entry),) if origin_note(entry) else ()
    others = tuple(note for note in entry.notes if not is_tool_note(note))
    where = tuple(_where(segment) for segment in place.segments)
    return replace(entry, notes=(*where, *terms, *checks, *origin, *others))


def needs_translation(entry: Entry | None, *, refresh: bool = False) -> bool:
    """Whether an entry is to be (re)translated: it is empty, or refreshed and nobody's work."""
    if entry is None or not entry.is_translated:
        return True
    return refresh and is_untouched(entry)


def active_entries(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries that belong to segments, by source text; obsolete ones where none is active."""
    return _index(entries)


def _index(entries: Iterable[Entry]) -> dict[str, Entry]:
    index: dict[str, Entry] = {}
    for entry in entries:
        known = index.get(entry.msgid)
        if not _is_foreign(entry) and (known is None or _rank(entry) > _rank(known)):
            index[entry.msgid] = entry
    return index


def _rank(entry: Entry) -> tuple[bool, bool]:
    return not entry.obsolete, entry.is_translated


def _is_foreign(entry: Entry) -> bool:
    return entry.msgctxt is not None or entry.plural is not None


def _suggested(entry: Entry, suggestion: Suggestion | None) -> Entry:
    if suggestion is None or (entry.is_translated and not is_untouched(entry)):
        return entry
    note = (
        f"origin: {suggestion.origin.value} {suggestion.provider} "
        f"{text_hash(suggestion.text)} {suggestion.remark}"
    ).rstrip()
    notes = tuple(n for n in entry.notes if not n.startswith("origin: "))
    flags = entry.flags if entry.fuzzy else (FUZZY, *entry.flags)
    return replace(entry, msgstr=suggestion.text, notes=(*notes, note), flags=flags)


def _retired(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, references=())


def _without_empty(entries: Iterable[Entry]) -> Iterable[Entry]:
    """An obsolete entry without translation or comment is of no use to anyone."""
    return (e for e in entries if e.is_translated or e.translator_comment)


def _references(place: Place, path: str) -> tuple[tuple[str, str], ...]:
    # A space ends a reference for every PO tool.
    shown = path.replace(" ", "%20")
    return tuple(dict.fromkeys((shown, str(segment.line)) for segment in place.segments))


def _where(segment: Segment) -> str:
    if segment.kind is Kind.TITLE:
        return "title"
    return f"paragraph {segment.paragraph}, segment {segment.index + 1} of {segment.count}"


_LONGEST_NOTE: Final = 300


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NOTE else line[: _LONGEST_NOTE - 1] + "…"
