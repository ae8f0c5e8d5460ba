"""Whose translation is it?"""

from dataclasses import replace

import pytest

from bilingual_news.catalog.entry import Entry, is_tool_note, is_untouched, origin_of, text_hash
from bilingual_news.model import Origin

NOTE = f"origin: mt translate-th_en-0.1 {text_hash('A draft.')} score -0.42 term-rung 0"
DRAFT = Entry("ร่าง", "A draft.", notes=("paragraph 1, segment 1 of 1", NOTE), flags=("fuzzy",))

OWNERS = {
    "as the tool wrote it": (DRAFT, True, Origin.MACHINE),
    "rewrapped by an editor": (replace(DRAFT, msgstr="A \n draft."), True, Origin.MACHINE),
    "edited, still fuzzy": (replace(DRAFT, msgstr="The draft."), False, Origin.EDITED),
    "approved as it is": (replace(DRAFT, flags=()), False, Origin.REVIEWED),
    "edited and approved": (replace(DRAFT, msgstr="The draft.", flags=()), False, Origin.REVIEWED),
    "comments dropped by an editor": (replace(DRAFT, notes=()), False, Origin.EDITED),
    "cleared": (replace(DRAFT, msgstr=""), False, Origin.EMPTY),
    "from memory": (
        replace(DRAFT, notes=(NOTE.replace("mt translate-th_en-0.1", "memory project"),)),
        True,
        Origin.MEMORY,
    ),
}


@pytest.mark.parametrize(("entry", "untouched", "origin"), OWNERS.values(), ids=OWNERS)
def test_owner(entry, untouched, origin):
    assert is_untouched(entry) is untouched
    assert origin_of(entry) is origin


@pytest.mark.parametrize(
    ("note", "ours"),
    [
        ("title", True),
        ("paragraph 4, segment 2 of 5", True),
        ("term: อาเซียน → ASEAN", True),
        ("check term-missing: expected", True),
        (NOTE, True),
        ("terminology to be agreed", False),
        ("checked by Somchai", False),
        ("", False),
    ],
)
def test_notes_of_the_tool_and_of_others(note, ours):
    assert is_tool_note(note) is ours
