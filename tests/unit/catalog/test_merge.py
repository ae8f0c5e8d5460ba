"""The promise of the merge, path by path."""

from dataclasses import replace

import pytest

from bilingual_news.catalog.entry import Entry, is_untouched, text_hash
from bilingual_news.catalog.merge import annotate, merge, needs_translation, places
from bilingual_news.model import Finding, Kind, Origin, Segment, Severity, Suggestion, Term, TermMatch

PATH = "articles/1.txt"


def segment(text, line=1, paragraph=1, kind=Kind.PARAGRAPH):
    return Segment(text, paragraph, 0, 1, 0, len(text), kind, line)


def found(*texts):
    return places(segment(text, line) for line, text in enumerate(texts, start=1))


def draft(msgid, msgstr, **changes):
    note = f"origin: mt m {text_hash(msgstr)} score -0.10"
    return replace(Entry(msgid, msgstr, notes=(note,), flags=("fuzzy",)), **changes)


def merged(old, texts, suggestions=None):
    values = {t: Suggestion(s, Origin.MACHINE, "m2", "score -0.20") for t, s in (suggestions or {}).items()}
    return merge(old, found(*texts), values, PATH)


def test_new_segments_get_entries_with_their_suggestion():
    [entry], outcome = merged([], ["ข่าว"], {"ข่าว": "News"})
    assert (entry.msgstr, entry.flags, entry.references) == ("News", ("fuzzy",), ((PATH, "1"),))
    assert entry.notes == (f"origin: mt m2 {text_hash('News')} score -0.20",)
    assert is_untouched(entry)
    assert outcome.added == 1


def test_a_kept_segment_keeps_its_translation():
    [entry], outcome = merged([Entry("ข่าว", "News")], ["ข่าว"])
    assert entry.msgstr == "News"
    assert outcome.kept == 1


def test_a_suggestion_never_replaces_what_a_person_typed_or_approved():
    for human in (
        Entry("ข่าว", "Mine"),
        draft("ข่าว", "Mine", flags=()),
        Entry("ข่าว", "Mine", flags=("fuzzy",)),
    ):
        [entry], _ = merged([human], ["ข่าว"], {"ข่าว": "Machine"})
        assert entry.msgstr == "Mine"
        assert entry.flags == human.flags


def test_a_suggestion_replaces_an_untouched_draft():
    [entry], _ = merged([draft("ข่าว", "Old draft")], ["ข่าว"], {"ข่าว": "New draft"})
    assert entry.msgstr == "New draft"
    assert [note for note in entry.notes if note.startswith("origin")] == [
        f"origin: mt m2 {text_hash('New draft')} score -0.20"
    ]


def test_a_removed_segment_becomes_obsolete_with_its_translation():
    entries, outcome = merged([Entry("ก่อน", "Before", translator_comment="mine")], ["ใหม่"])
    assert [(e.msgid, e.msgstr, e.obsolete) for e in entries] == [
        ("ใหม่", "", False),
        ("ก่อน", "Before", True),
    ]
    assert entries[1].translator_comment == "mine"
    assert entries[1].references == ()
    assert outcome.removed == 1


def test_it_is_revived_when_the_segment_comes_back():
    once, _ = merged([Entry("ก่อน", "Before")], ["ใหม่"])
    entries, outcome = merged(once, ["ก่อน"])
    assert [(e.msgid, e.msgstr, e.obsolete) for e in entries] == [("ก่อน", "Before", False)]
    assert outcome.revived == 1


def test_an_empty_entry_that_is_gone_is_dropped():
    assert merged([Entry("ว่าง")], ["ใหม่"])[0] == merged([], ["ใหม่"])[0]


def test_an_active_entry_wins_over_an_obsolete_one_of_the_same_text():
    # msgfmt refuses a msgid that is active and obsolete: the words of the other go into a comment.
    old = [Entry("ข่าว", "Active"), Entry("ข่าว", "Obsolete", obsolete=True)]
    entries, _ = merged(old, ["ข่าว"])
    assert [(e.msgstr, e.translator_comment) for e in entries] == [("Active", "also translated: Obsolete")]


def test_entries_follow_the_article():
    entries, _ = merged([Entry("ก", "a"), Entry("ข", "b")], ["ข", "ค", "ก"])
    assert [e.msgid for e in entries] == ["ข", "ค", "ก"]


def test_equal_segments_share_an_entry_with_all_their_places():
    [entry], _ = merged([], ["ซ้ำ", "ซ้ำ"])
    assert entry.references == ((PATH, "1"), (PATH, "2"))


def test_spaces_in_a_path_do_not_end_the_reference():
    [entry], _ = merge([], found("ข่าว"), {}, "articles/my news.txt")
    assert entry.references == (("articles/my%20news.txt", "1"),)


def test_entries_with_context_or_plural_forms_are_left_as_they_are():
    foreign = [
        Entry("ข่าว", "Menu", msgctxt="menu"),
        Entry("วัน", "", plural=("วัน", ((0, "day"), (1, "days")))),
    ]
    entries, _ = merged(foreign, ["ข่าว"])
    assert entries[1:] == tuple(foreign)
    assert entries[0].msgstr == ""


def test_notes_of_the_tool_are_renewed_and_those_of_others_stay():
    old = Entry(
        "อาเซียน",
        "x",
        notes=("paragraph 9, segment 1 of 1", "term: old → x", "check empty: x", "a note of Weblate"),
    )
    term = Term("อาเซียน", "ASEAN")
    [place] = found("อาเซียน")
    finding = Finding("term-missing", Severity.WARNING, "expected\nASEAN " + "x" * 400)
    entry = annotate(old, place, [TermMatch(term, 0, 7)] * 2, [finding])
    assert entry.notes[:2] == ("paragraph 1, segment 1 of 1", "term: อาเซียน → ASEAN")
    assert entry.notes[2].startswith("check term-missing: expected ASEAN xxx")
    assert len(entry.notes[2]) < 330
    assert entry.notes[3] == "a note of Weblate"


def test_needs_translation():
    assert needs_translation(None)
    assert needs_translation(Entry("ข่าว"))
    assert not needs_translation(Entry("ข่าว", "News"), refresh=True)
    assert not needs_translation(draft("ข่าว", "News"))
    assert needs_translation(draft("ข่าว", "News"), refresh=True)


@pytest.mark.parametrize("obsolete", [False, True])
def test_what_people_made_of_plural_forms_goes_along_when_a_segment_needs_the_msgid(obsolete):
    forms = ("ข่าว", ((0, "One hand"), (1, "Many hands")))
    entries, _ = merged([Entry("ข่าว", plural=forms, obsolete=obsolete)], ["ข่าว"], {"ข่าว": "News"})
    [entry] = entries
    assert (entry.msgstr, entry.plural) == ("News", None)
    assert entry.translator_comment == "also translated: One hand\nalso translated: Many hands"


def test_a_translation_that_is_a_part_of_another_goes_along_too():
    old = [Entry("ข่าว", text, obsolete=True) for text in ("News", "News of today", "New", "News of today")]
    [entry], _ = merged(old, ["ข่าว"])
    assert entry.msgstr == "News"
    assert entry.translator_comment == "also translated: News of today\nalso translated: New"


def test_a_comment_without_a_blank_outlives_the_segment_it_stands_at():
    old = [Entry("ข่าว", unknown=("#TODO ask",)), Entry("ข่าว", obsolete=True, unknown=("#and me",))]
    entries, _ = merged(old, ["อื่น"])
    [gone] = [entry for entry in entries if entry.obsolete]
    assert gone.unknown == ("#TODO ask", "#and me")


def test_a_suggestion_ends_as_its_source_does():
    [entry], _ = merged([], ["ข่าว"], {"ข่าว": "News.\n"})
    assert (entry.msgstr, is_untouched(entry)) == ("News.", True)
