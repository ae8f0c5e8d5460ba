"""What the checks found, as `#. check` notes of an entry: written anew each time, never beside old ones."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.entry import is_tool_note, origin_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilingual_news.catalog.entry import Entry
    from bilingual_news.model import Finding

_LONGEST_NOTE: Final = 300
#: Notes of one check in one entry: editors show all notes beside the text, so that thousands of them (a long
#: table whose numbers all differ) would leave no room for it. Who mends the first sees the next ones.
_MOST_OF_A_CHECK: Final = 10
_BY_CHECK: Final = attrgetter("check")
#: The row of the glossary that a finding rests on.
_PLACE_AT_END = re.compile(r" \([^()]+:\d+\)$")
#: What a merge said of an entry; it stands after the findings.
_TOLD: Final = ("suggestion ", "reason: ", "diff: ")
_RENEWED: Final = ("check ", "origin: ")


def noted(entry: Entry, findings: Iterable[Finding]) -> Entry:
    """An entry with the findings in place of the old ones; all else stays, in the order of the tool."""
    checks = _checks(findings)
    own = [note for note in entry.notes if is_tool_note(note) and not note.startswith(_RENEWED)]
    places = (note for note in own if not note.startswith(_TOLD))
    told = (note for note in own if note.startswith(_TOLD))
    origin = origin_note(entry)
    others = (note for note in entry.notes if not is_tool_note(note))
    return replace(entry, notes=(*places, *checks, *told, *((origin,) if origin else ()), *others))


def _checks(findings: Iterable[Finding]) -> Iterator[str]:
    """The notes of findings, each once; of very many of one check the last one counts the rest."""
    # By id: whoever found them, and in whatever order, the notes are the same.
    for check, own in groupby(sorted(findings, key=_BY_CHECK), key=_BY_CHECK):
        notes = list(dict.fromkeys(f"check {check}: {one_line(finding.message)}" for finding in own))
        if len(notes) <= _MOST_OF_A_CHECK:
            yield from notes
        else:
            yield from notes[: _MOST_OF_A_CHECK - 1]
            left = len(notes) - _MOST_OF_A_CHECK + 1
            yield f"check {check}: {left:,} more of this check, which `bilingual-news check` lists"


def one_line(text: str) -> str:
    """A text that fits one note; of a longer one the end is left out, but not a file and line."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_NOTE:
        return line
    place = _PLACE_AT_END.search(line)
    end = "…" + (place[0] if place else "")
    return line[: _LONGEST_NOTE - len(end)] + end
