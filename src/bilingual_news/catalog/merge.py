"""Merge the segments of an article into the entries that are already there. Pure.

The promise: no string that a person typed or approved is ever changed or dropped. Identity is the
segment's place in its own article, never a guess over all catalogs:

unchanged   the same text: the entry stays as it is
moved       the same text at another place: the same
respelt     the same text but for invisible characters, quotes and spacing: the review stays
edited      the translation is kept, fuzzy, with the previous source and the difference
split       every part is offered the whole translation, fuzzy; the old entry becomes obsolete
merged      the translations are offered joined, fuzzy; the old entries become obsolete
removed     the entry becomes obsolete with its translation
revived     an obsolete entry comes back as it was, or fuzzy for a similar text

Below the thresholds of `align` nothing is guessed into msgstr: it becomes a suggestion comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bilingual_news.catalog.align import Link
from bilingual_news.catalog.entry import (
    FUZZY,
    Entry,
    fitted,
    is_human,
    is_tool_note,
    is_untouched,
    note_of,
    text_hash,
    without_notes,
)
from bilingual_news.catalog.match import Work, is_foreign, is_sure, matched, moved_segments
from bilingual_news.catalog.notes import noted, one_line
from bilingual_news.model import Kind

if TYPE_CHECKING:
    from bilingual_news.model import Finding, Segment, Suggestion, TermMatch
    from bilingual_news.similarity import Similarity

_MOVED, _REVIVED, _RESPELT, _REMOVED = "moved", "revived", "respelt", "removed"
_CARRIED = re.compile(
    r"(?:source (?:edited|extended|cut)|moved and edited|revived and edited|duplicate edited|split|merged) "
)
#: What an entry keeps of the tool's notes when they are written anew.
_KEPT = ("suggestion ", "reason: ", "diff: ", "origin: ")
_REASON_HASH = re.compile(r" (reviewed|edited) ([0-9a-f]{8})$")


@dataclass(frozen=True, slots=True)
class Place:
    """All segments of an article with one text: they share an entry, as gettext wants it."""

    text: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a merge did, in numbers of entries.

    Attributes:
        kept: The same text, moved ones included.
        moved: The same text at another place.
        edited: Similar to an old segment, whose translation they carry if a person made it.
        split: Parts of an old segment.
        merged: Joined from old segments.
        added: New, with a suggestion at best.
        revived: Back from obsolete.
        removed: Became obsolete.
    """

    kept: int = 0
    moved: int = 0
    edited: int = 0
    split: int = 0
    merged: int = 0
    added: int = 0
    revived: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class How:
    """How to merge.

    Attributes:
        similarity: Compares segments; None recognises equal ones only.
        fresh: Whether the article changed since the last merge; reasons of the last change go.
    """

    similarity: Similarity | None = None
    fresh: bool = False


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
    how: How = How(),
) -> tuple[tuple[Entry, ...], Outcome]:
    """Merge the places of an article into its old entries.

    Args:
        old: The entries of the PO file, in order.
        found: The article's places, in order.
        suggestions: New translations by source text; used only where nothing of a person is lost.
        path: The article's path, for references.
        how: How to recognise old segments.

    Returns:
        The new entries, obsolete ones last, and what was done.
    """
    similarity, fresh = how.similarity, how.fresh
    work = matched(old, found, similarity)
    moved = moved_segments(work) if fresh else set()
    active = []
    for number, place in enumerate(found):
        entry = _entry(work, number, similarity)
        entry = _settled(entry, number in moved, fresh=fresh) if number in work.equal else entry
        references = _references(place, path)
        if entry.obsolete or entry.references != references:
            entry = replace(entry, obsolete=False, references=references)
        active.append(entry)
    # Entries with a context or plural forms are not ours: they stay as they are.
    foreign = [entry for entry in old if not entry.obsolete and is_foreign(entry)]
    retired, removed = _retired(work)
    revived = {id(entry) for entry in work.back.values()}
    pool = [entry for entry in old if entry.obsolete and id(entry) not in revived]
    entries = fill(_unique([*active, *foreign, *retired, *pool]), suggestions)
    return entries, _outcome(work, moved, removed)


def fill(
    entries: Iterable[Entry],
    suggestions: Mapping[str, Suggestion],
    hints: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Entry, ...]:
    """Write new translations into the entries where nothing of a person is lost.

    Args:
        entries: Entries.
        suggestions: Translations by source text.
        hints: Notes by source text with translations too far off for msgstr.
    """
    filled = []
    for entry in entries:
        mine = not entry.obsolete and not is_foreign(entry)
        suggestion = suggestions.get(entry.msgid) if mine else None
        new = _suggested(entry, suggestion) if suggestion else entry
        notes = tuple(hints.get(entry.msgid, ())) if hints and mine and not is_human(entry) else ()
        missing = tuple(note for note in notes if note not in new.notes)
        filled.append(replace(new, notes=(*new.notes, *missing)) if missing else new)
    return tuple(filled)


def annotate(entry: Entry, place: Place, matches: Sequence[TermMatch], findings: Sequence[Finding]) -> Entry:
    """Write the tool's notes of an entry anew: places, terms, findings. What was said of it stays."""
    terms = dict.fromkeys(f"term: {m.term.source} → {m.term.target}" for m in matches)
    where = tuple(_where(segment) for segment in place.segments)
    kept = (note for note in entry.notes if not is_tool_note(note) or note.startswith(_KEPT))
    return noted(replace(entry, notes=(*where, *terms, *kept)), findings)


def needs_translation(entry: Entry | None, *, refresh: bool = False) -> bool:
    """Whether an entry is to be (re)translated: it is empty, or refreshed and nobody's work."""
    if entry is None:
        return True
    if entry.obsolete or is_foreign(entry):
        return False
    return not entry.is_translated or (refresh and is_untouched(entry))


def _entry(work: Work, number: int, similarity: Similarity | None) -> Entry:
    """The entry of a new segment, with what people did for it."""
    text = work.texts[number]
    if number in work.equal:
        entry = work.own[work.equal[number]]
        return entry if entry.msgid == text else _with_reason(replace(entry, msgid=text), _RESPELT)
    if number in work.back:
        entry = work.back[number]
        return _with_reason(replace(entry, notes=without_notes(entry.notes, "reason: ", "diff: ")), _REVIVED)
    if number in work.copies and similarity is not None:
        old, value, kind = work.copies[number]
        return _carried(_heir([], text), [old], (f"{kind} {_percent(value)}", similarity))
    link = work.links.get(number)
    if link is None or similarity is None:
        return Entry(text)
    olds = [work.own[o] for o in link.old]
    if not is_sure(link):
        notes = tuple(_suggestion_note(link.similarity, e.msgstr) for e in olds if is_human(e))
        return Entry(text, notes=notes)
    heir = _heir(olds if number == link.new[0] else [], text)
    if not any(map(is_human, olds)):
        return heir
    return _carried(heir, olds, (_change(link, number), similarity))


def _change(link: Link, number: int) -> str:
    shown = _percent(link.similarity)
    if len(link.new) > 1:
        return f"split {shown} part {link.new.index(number) + 1} of {len(link.new)}"
    if len(link.old) > 1:
        return f"merged {shown} of {len(link.old)}"
    if link.contained:
        return f"source extended {shown}"
    return f"source edited {shown}" if link.in_order else f"moved and edited {shown}"


def _heir(olds: Sequence[Entry], text: str) -> Entry:
    """A new entry with the comments and flags of people on the old ones."""
    comments = dict.fromkeys(e.translator_comment for e in olds if e.translator_comment)
    return Entry(
        text,
        translator_comment="\n".join(comments),
        unknown=tuple(line for e in olds for line in e.unknown),
        flags=tuple(dict.fromkeys(flag for e in olds for flag in e.flags if flag != FUZZY)),
        notes=tuple(dict.fromkeys(n for e in olds for n in e.notes if not is_tool_note(n))),
    )


def _carried(heir: Entry, olds: Sequence[Entry], change: tuple[str, Similarity]) -> Entry:
    """Offer the translations of old entries, fuzzy, with the reason; the origin note goes.

    Without its origin note nothing will ever take the translation for the tool's own.
    """
    reason, similarity = change
    source, text = " ".join(map(_translated_source, olds)), " ".join(e.msgstr for e in olds if e.msgstr)
    if len(olds) == 1 and source == heir.msgid and _was_reviewed(olds[0]):
        # The source came back to what the reviewed translation was made for.
        return replace(heir, msgstr=text)
    state = "reviewed" if all(not e.fuzzy or _was_reviewed(e) for e in olds) else "edited"
    difference = one_line(similarity.difference(source, heir.msgid))
    notes = [f"reason: {reason} {state} {text_hash(text)}", *([f"diff: {difference}"] if difference else [])]
    return replace(
        heir,
        msgstr=text,
        flags=(FUZZY, *heir.flags),
        previous=(None, source, None),
        notes=(*notes, *heir.notes),
    )


def _translated_source(entry: Entry) -> str:
    """The text that a translation was made for: an earlier source, if nobody looked at it since."""
    previous = entry.previous[1]
    if not entry.fuzzy or not previous:
        return entry.msgid
    told = _REASON_HASH.search(note_of(entry, "reason"))
    return previous if told is None or told[2] == text_hash(entry.msgstr) else entry.msgid


def _was_reviewed(entry: Entry) -> bool:
    """Whether a fuzzy translation was reviewed for its previous source and is still that."""
    told = _REASON_HASH.search(note_of(entry, "reason"))
    return entry.fuzzy and told is not None and told[1] == "reviewed" and told[2] == text_hash(entry.msgstr)


def _settled(entry: Entry, moved: bool, *, fresh: bool) -> Entry:  # noqa: FBT001 - one of two facts
    """Drop what is said of an earlier change once it is reviewed, and say whether it moved."""
    reason = note_of(entry, "reason")
    notes, previous = entry.notes, entry.previous
    carried = bool(_CARRIED.match(reason))
    if entry.is_translated and not entry.fuzzy:
        notes = without_notes(notes, "diff: ", "suggestion ")
        if carried:
            notes, previous = without_notes(notes, "reason: "), (None, None, None)
    if fresh and reason in {_MOVED, _REVIVED}:
        notes = without_notes(notes, "reason: ")
    if (notes, previous) != (entry.notes, entry.previous):
        entry = replace(entry, notes=notes, previous=previous)
    return _with_reason(entry, _MOVED) if moved and not note_of(entry, "reason") else entry


def _with_reason(entry: Entry, reason: str) -> Entry:
    if note_of(entry, "reason"):
        return entry
    return replace(entry, notes=(f"reason: {reason}", *entry.notes))


def _retired(work: Work) -> tuple[list[Entry], int]:
    """The entries that become obsolete: segments that are gone, and what was split or joined."""
    used = set(work.equal.values())
    gone: list[Entry] = []
    removed = 0
    fate = {o: link for link in work.links.values() for o in link.old if is_sure(link)}
    for number, entry in enumerate(work.own):
        link = fate.get(number)
        if number in used or (link and (not is_human(entry) or len(link.old) == len(link.new) == 1)):
            continue
        removed += link is None
        reason = _REMOVED if link is None else ("split" if len(link.new) > 1 else "merged")
        notes = without_notes(entry.notes, "reason: ", "diff: ", "title", "paragraph ")
        if entry.is_translated or entry.translator_comment or entry.unknown:
            notes = (f"reason: {reason}", *notes)
            gone.append(replace(entry, obsolete=True, references=(), notes=notes))
    return gone, removed


def _unique(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """One entry a msgid, as gettext demands of obsolete ones too; people's words of others go along."""
    first: dict[tuple[str | None, str], Entry] = {}
    for entry in entries:
        key = (entry.msgctxt, entry.msgid)
        winner = first.setdefault(key, entry)
        if winner is not entry:
            first[key] = _with_words_of(winner, entry)
    return tuple(first.values())


def _with_words_of(winner: Entry, entry: Entry) -> Entry:
    """An entry with the comments and translations of people from another one that has to go."""
    texts = [text for _, text in entry.plural[1]] if entry.plural else [entry.msgstr]
    wanted = [text for text in texts if text != winner.msgstr] if is_human(entry) else []
    said = [entry.translator_comment, *(f"also translated: {text}" for text in wanted if text)]
    known = winner.translator_comment
    new = [text for text in dict.fromkeys(said) if text and f"\n{text}\n" not in f"\n{known}\n"]
    unknown = tuple(line for line in entry.unknown if line not in winner.unknown)
    if not new and not unknown:
        return winner
    comment = "\n".join([known] * bool(known) + new)
    return replace(winner, translator_comment=comment, unknown=(*winner.unknown, *unknown))


def _outcome(work: Work, moved: set[int], removed: int) -> Outcome:
    sure = {n: link for n, link in work.links.items() if is_sure(link) and n not in work.copies}
    split = sum(len(link.new) > 1 for link in sure.values())
    merged = sum(len(link.old) > 1 for link in sure.values())
    edited = len(sure) - split - merged + len(work.copies)
    kept, revived = len(work.equal), len(work.back)
    added = len(work.texts) - kept - revived - edited - split - merged
    return Outcome(kept, len(moved), edited, split, merged, added, revived, removed)


def _suggested(entry: Entry, suggestion: Suggestion) -> Entry:
    if is_human(entry):
        return entry
    text = fitted(suggestion.text, entry.msgid)
    note = (
        f"origin: {suggestion.origin.value} {suggestion.provider} {text_hash(text)} {suggestion.remark}"
    ).rstrip()
    notes = without_notes(entry.notes, "origin: ", "reason: memory", "diff: ")
    others = tuple(flag for flag in entry.flags if flag != FUZZY)
    return replace(
        entry,
        msgstr=text,
        notes=(*notes, note),
        flags=others if suggestion.approved else (FUZZY, *others),
        previous=(None, suggestion.previous or None, None),
    )


def _references(place: Place, path: str) -> tuple[tuple[str, str], ...]:
    # A space ends a reference for every PO tool.
    shown = path.replace(" ", "%20")
    return tuple(dict.fromkeys((shown, str(segment.line)) for segment in place.segments))


def _where(segment: Segment) -> str:
    if segment.kind is Kind.TITLE:
        return "title"
    return f"paragraph {segment.paragraph}, segment {segment.index + 1} of {segment.count}"


def _percent(similarity: float) -> str:
    """Two decimals, never 1.00 for texts that differ."""
    return f"{min(similarity, 0.99):.2f}"


def _suggestion_note(similarity: float, text: str) -> str:
    return f"suggestion {min(round(similarity * 100), 99)}%: {one_line(text)}"
