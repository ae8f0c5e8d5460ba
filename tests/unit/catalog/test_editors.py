"""Round trips through the habits of real editors: nobody's work is taken for the tool's, and none is lost."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.catalog import po, syntax
from bilingual_news.catalog.entry import (
    Entry,
    Source,
    is_human,
    is_untouched,
    origin_of,
    text_hash,
    unwrapped,
)
from bilingual_news.catalog.merge import How, merge
from bilingual_news.model import Origin
from bilingual_news.similarity import Similarity
from bilingual_news.stages.words import words
from tests.edit_scripts import as_places

LONG = "The Prime Minister chaired the meeting of the ASEAN Digital Ministers, held online, and thanked all."
MACHINE = f"origin: mt m-1 {text_hash(LONG)} score -0.40 min -2 term-rung 0"
HEADER = {
    "Project-Id-Version": "x", "PO-Revision-Date": "2026-01-01 00:00+0000", "Last-Translator": "T",
    "Language-Team": "English", "Language": "en", "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
}  # fmt: skip
ENTRIES = (
    Entry("ข่าวที่หนึ่ง", LONG, notes=("title", MACHINE), flags=("fuzzy",)),
    Entry("ข่าวที่สอง", LONG + " Edited.", notes=("paragraph 1, segment 1 of 1", MACHINE), flags=("fuzzy",)),
    Entry("ข่าวที่สาม", "Reviewed.", translator_comment="Ask the ministry.", references=(("a.txt", "3"),)),
)
STATES = [Origin.MACHINE, Origin.EDITED, Origin.REVIEWED]


@pytest.fixture
def catalog(tmp_path):
    path = tmp_path / "a.po"
    po.write_catalog(path, po.Catalog(HEADER, ENTRIES))
    return path


def states(path: Path):
    return [origin_of(entry) for entry in po.read_catalog(path).entries]


def rewrite(path: Path, *command: str):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    path.write_bytes(subprocess.run([*command, path], check=True, capture_output=True).stdout)


def comments_reordered(path):
    lines = path.read_text(encoding="utf-8").replace("#. title\n", "")
    path.write_text(lines.replace(f"#. {MACHINE}\n#, fuzzy\n", f"#, fuzzy\n#. {MACHINE}\n"), encoding="utf-8")


def saved_by_polib(path):
    polib.pofile(str(path)).save(str(path))


def headers_added(path):
    text = path.read_text(encoding="utf-8")
    more = '"X-Poedit-SourceCharset: UTF-8\\n"\n"X-Generator: Poedit 3.5\\n"\n"Plural-Forms: nplurals=2;'
    path.write_text(
        text.replace('"Language: en', f'{more} plural=(n != 1);\\n"\n"Language: en'), encoding="utf-8"
    )


HABITS = {
    "wrapped at 76": lambda path: rewrite(path, "msgcat", "--width=76"),
    "wrapped at 80": lambda path: rewrite(path, "msgcat", "--width=80"),
    "sorted": lambda path: rewrite(path, "msgcat", "--sort-output"),
    "msgattrib": lambda path: rewrite(path, "msgattrib", "--no-obsolete"),
    "polib": saved_by_polib,
    "CRLF": lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
    "byte-order mark": lambda path: path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes()),
    "comments reordered": comments_reordered,
    "headers added": headers_added,
}


@pytest.mark.gettext
@pytest.mark.parametrize("habit", HABITS)
def test_states_survive_an_editor(catalog, habit):
    HABITS[habit](catalog)
    assert sorted(states(catalog)) == sorted(STATES)


#: Notes as the tool writes them, some over a line, and one of somebody else at the end.
NOTES = (
    "paragraph 2, segment 1 of 1",
    "term: รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม → Minister of Digital Economy and Society",
    "term: การปรับเปลี่ยนไปสู่ดิจิทัลเพื่อเป็นพลังสำคัญในการฟื้นฟูเศรษฐกิจของภูมิภาคอาเซียนจากโรคโควิด – 19 → Digital "
    "Transformation: The Engine for ASEAN Economic Recovery from COVID-19",
    "term: ผู้สูงอายุ → an older person",
    "check term-missing: expected 'people-centred digital transformation by a home-grown company' for",
    "suggestion 48%: A translation of a person, long enough to be cut by whatever wraps comments.",
    "reason: moved and edited 0.86 reviewed 1a2b3c4d",
    "diff: [-นายกรัฐมนตรี-] {+รองนายกรัฐมนตรี+} เป็นประธานการประชุมคณะกรรมการนโยบายการท่องเที่ยวแห่งชาติ [-ครั้งที่-] 2",
    "origin: mt translate-th_en-0.2 1f1b19d1 score -0.53 min -8.99 term-rung 2 terms 10/10 missing 1 loop",
    "Of another tool, and longer than any line of a terminal is, so that it is certain to be wrapped.",
)  # fmt: skip


@pytest.mark.parametrize("width", [76, 78, 80])
def test_notes_that_were_wrapped_are_read_as_they_were(tmp_path, width):
    path = tmp_path / "a.po"
    po.write_catalog(path, po.Catalog(HEADER, (Entry("ก", "k", notes=NOTES[:-1]),)))
    wrapped = polib.pofile(str(path), wrapwidth=width)
    wrapped.save()
    assert path.read_text(encoding="utf-8").count("\n#. ") > len(NOTES)
    assert po.read_catalog(path).entries[0].notes == NOTES[:-1]


@given(st.permutations(NOTES[:-1]), st.integers(0, len(NOTES)))
def test_notes_are_read_as_they_were_in_any_order(notes, count):
    kept = tuple(notes[:count])
    entry = polib.POEntry(msgid="a", msgstr="b", comment="\n".join(kept))
    assert po.parse_catalog(Path("a.po"), str(entry).encode()).entries[0].notes == kept


@pytest.mark.parametrize(
    "note", [*NOTES, "title", "origin: memory batch-2 1f1b19d1 100%", "of a colleague"], ids=lambda n: n[:20]
)
def test_a_note_of_somebody_else_stays_a_note(note):
    lines = (note, "Somebody's word")
    assert unwrapped(lines) == lines


def test_without_the_origin_note_a_string_is_a_persons(catalog):
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace(f"#. {MACHINE}\n", ""), encoding="utf-8")
    assert states(catalog) == [Origin.EDITED, Origin.EDITED, Origin.REVIEWED]


@pytest.mark.gettext
def test_msgmerge_with_previous_keeps_the_translations(catalog, tmp_path):
    pot = tmp_path / "a.pot"
    po.write_catalog(pot, po.Catalog(HEADER, tuple(Entry(e.msgid) for e in ENTRIES)))
    command = ["msgmerge", "-q", "--previous", "-o", "-", catalog, pot]
    catalog.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    # The template has no origin notes: everything counts as people's work.
    assert states(catalog) == [Origin.EDITED, Origin.EDITED, Origin.REVIEWED]


@pytest.mark.gettext
def test_what_is_written_is_what_gettext_writes(catalog):
    entries = (
        *ENTRIES,
        Entry("หลาย\nบรรทัด", 'a "b"\t\\n\nc\n', previous=("x", "เดิม", None), flags=("fuzzy", "no-wrap")),
        Entry(
            "ซ้ำ", "again", references=tuple(("articles/69221.txt", str(line)) for line in range(90, 130, 3))
        ),
        Entry("%s", msgctxt="c", plural=("%ss", ((0, "one"), (1, "many")))),
        Entry("เก่า", "Old", obsolete=True, previous=(None, "ก่อน", None), flags=("fuzzy",)),
    )
    po.write_catalog(catalog, po.Catalog(HEADER | {"Plural-Forms": "nplurals=2; plural=(n != 1);"}, entries))
    again = subprocess.run(["msgcat", "--no-wrap", catalog], check=True, capture_output=True).stdout
    assert again == catalog.read_bytes()
    subprocess.run(["msgfmt", "-c", "--check-format", "-o", "/dev/null", catalog], check=True)
    assert po.read_catalog(catalog).entries[3:] == tuple(
        replace(e, line=r.line)
        for e, r in zip(entries[3:], po.read_catalog(catalog).entries[3:], strict=True)
    )


FOREIGN = """\
# Titel
#  with two blanks
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#= unknown kind
#x another
# Kommentar\x20\x20
#
#: "a b".txt:1 \u2068c d.txt\u2069:2
#, c-format, range: 0..9, odd-flag
#| msgctxt "old"
#| msgid "was"
msgctxt "menu"
msgid ""
"wrapped "
"text"
msgid_plural "texts"
msgstr[0] "eins"
msgstr[1] ""
"zwei "
"drei"

#~| msgid "older"
#~ msgid "gone"
#~ msgstr "weg"

# the last word
"""


def test_what_nobody_changed_is_written_as_it_was_read(tmp_path):
    path = tmp_path / "a.po"
    path.write_text(FOREIGN, encoding="utf-8")
    assert po.render(po.read_catalog(path)) == path.read_bytes()
    entries, _ = merge(po.read_catalog(path).entries, as_places(["ใหม่"]), {}, "a.txt")
    data = po.render(replace(po.read_catalog(path), entries=entries)).decode()
    for block in FOREIGN.split("\n\n")[1:]:
        assert block.strip("\n") in data


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_lines_end_as_in_the_file_that_was_read(tmp_path, ends):
    path = tmp_path / "a.po"
    path.write_bytes(FOREIGN.replace("\n", ends).encode())
    read = po.read_catalog(path)
    assert po.render(read) == path.read_bytes()
    written = po.render(replace(read, entries=(Entry("ใหม่", "New"), *read.entries))).decode()
    assert written.count("\n") == written.count(ends)


def test_mixed_line_ends_become_line_feeds(tmp_path):
    path = tmp_path / "a.po"
    path.write_bytes(FOREIGN.replace("\n", "\r\n", 3).encode())
    assert po.render(po.read_catalog(path)) == FOREIGN.encode()


def test_comments_of_people_keep_their_bytes_when_the_rest_changes(tmp_path):
    path = tmp_path / "a.po"
    path.write_text('#  two blanks \n#\n#x y\nmsgid "ข่าวที่หนึ่ง"\nmsgstr "N"\n', encoding="utf-8")
    [entry] = po.read_catalog(path).entries
    assert isinstance(entry.source, Source)
    changed = po.render(po.Catalog({}, (replace(entry, notes=("title",)),))).decode()
    assert "#  two blanks \n#\n#x y\n#. title\n" in changed


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\n', 1),
        ('msgstr "a"\n', 1),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3),
        ('msgid "a"\nmsgstr "b\n', 2),
        ('msgid "a" x\nmsgstr "b"\n', 1),
        ('"a"\n', 1),
        ('#| wrong\nmsgid "a"\nmsgstr ""\n', 1),
        ('#~ msgid "a"\nmsgstr "b"\n', 2),
        ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', 2),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 4),
    ],
)
def test_errors_name_the_line(tmp_path, text, line):
    path = tmp_path / "a.po"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(po.CatalogSyntaxError) as caught:
        po.read_catalog(path)
    assert caught.value.line == line


def changed(old, new, **options):
    similarity = Similarity(words)
    return merge(old, as_places(new), {}, "a.txt", How(similarity, **{"fresh": True, **options}))


THAI = "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรี ณ ทำเนียบรัฐบาล"
MORE = "ที่ประชุมเห็นชอบมาตรการช่วยเหลือเกษตรกรผู้ประสบภัยน้ำท่วม"


def test_an_edited_source_keeps_the_translation_and_says_why():
    [entry], outcome = changed([Entry(THAI, "By hand.")], [THAI + "วันนี้"])
    assert (entry.msgstr, entry.fuzzy, entry.previous[1]) == ("By hand.", True, THAI)
    assert entry.notes[0].startswith("reason: source edited 0.9")
    assert "{+วันนี้+}" in entry.notes[1]
    assert outcome.edited == 1
    assert is_human(entry)


def test_an_approved_machine_translation_is_nobodys_to_replace_after_an_edit():
    note = f"origin: mt m-1 {text_hash('Machine.')} score -1"
    [entry], _ = changed([Entry(THAI, "Machine.", notes=(note,))], [THAI + "วันนี้"])
    assert entry.fuzzy
    assert not is_untouched(entry)


def test_a_source_that_comes_back_is_reviewed_again():
    edited, _ = changed([Entry(THAI, "By hand.")], [THAI + "วันนี้"])
    [entry], _ = changed(edited, [THAI])
    assert (entry.msgstr, entry.fuzzy) == ("By hand.", False)


def test_two_edits_without_a_review_show_the_source_of_the_translation():
    once, _ = changed([Entry(THAI, "By hand.")], [THAI + "วันนี้"])
    [entry], _ = changed(once, [THAI + "วันนี้ เวลา 9 น."])
    assert entry.previous[1] == THAI


def test_both_parts_of_a_split_are_offered_the_translation():
    entries, outcome = changed([Entry(f"{THAI} {MORE}", "By hand.")], [THAI, MORE])
    assert [(e.msgstr, e.fuzzy, e.obsolete) for e in entries] == [
        ("By hand.", True, False), ("By hand.", True, False), ("By hand.", False, True),
    ]  # fmt: skip
    assert outcome.split == 2


def test_a_merge_joins_the_translations():
    entries, outcome = changed([Entry(THAI, "One."), Entry(MORE, "Two.")], [f"{THAI} {MORE}"])
    assert (entries[0].msgstr, entries[0].fuzzy) == ("One. Two.", True)
    assert [e.msgstr for e in entries if e.obsolete] == ["One.", "Two."]
    assert outcome.merged == 1


def test_a_merge_that_is_undone_offers_no_translation_of_both_for_one():
    draft = Entry(MORE, "Machine.", notes=(f"origin: mt m-1 {text_hash('Machine.')}",), flags=("fuzzy",))
    joined, _ = changed([Entry(THAI, "By hand."), draft], [f"{THAI} {MORE}"])
    assert joined[0].msgstr == "By hand. Machine."
    entries, _ = changed(joined, [THAI, MORE])
    assert [(e.msgid, e.msgstr, e.fuzzy) for e in entries if not e.obsolete] == [
        (THAI, "By hand.", False), (MORE, "", False),
    ]  # fmt: skip
    assert [e.msgstr for e in entries if e.obsolete] == ["By hand. Machine."]


def test_a_merge_that_somebody_worked_on_is_theirs():
    draft = Entry(MORE, "Machine.", notes=(f"origin: mt m-1 {text_hash('Machine.')}",), flags=("fuzzy",))
    joined, _ = changed([Entry(THAI, "By hand."), draft], [f"{THAI} {MORE}"])
    edited = (replace(joined[0], msgstr="By hand. By hand too."), *joined[1:])
    entries, _ = changed(edited, [THAI, MORE])
    assert entries[1].msgstr == "By hand. By hand too."
    assert entries[1].fuzzy


def test_a_merge_that_changed_no_word_shows_no_difference():
    entries, _ = changed([Entry(THAI, "One."), Entry(MORE, "Two.")], [f"{THAI} {MORE}"])
    assert [note[:6] for note in entries[0].notes] == ["reason"]


def test_a_distant_relative_is_a_comment_only():
    new = THAI[:24] + "ตรวจเยี่ยมพื้นที่ชายแดนภาคใต้และพบปะผู้นำศาสนา"
    entries, _ = changed([Entry(THAI, "By hand.")], [new])
    assert entries[0].msgstr == ""
    assert entries[0].notes[0].startswith("suggestion ")
    assert "By hand." in entries[0].notes[0]
    assert entries[1].obsolete


def test_unrelated_segments_have_nothing_to_do_with_each_other():
    entries, outcome = changed([Entry(THAI, "By hand.")], ["ราคายางพารารมควันชั้นสามปรับตัวสูงขึ้น"])
    assert [(e.msgstr, e.obsolete, e.notes) for e in entries] == [
        ("", False, ()), ("By hand.", True, ("reason: removed",)),
    ]  # fmt: skip
    assert (outcome.added, outcome.removed) == (1, 1)


def test_moved_revived_and_respelt_segments_stay_reviewed():
    entries, outcome = changed([Entry(THAI, "1"), Entry(MORE, "2")], [MORE, THAI])
    assert [(e.msgstr, e.fuzzy) for e in entries] == [("2", False), ("1", False)]
    assert outcome.moved == 1
    [entry], outcome = changed([Entry(THAI, "1", obsolete=True)], [THAI])
    assert (entry.msgstr, entry.fuzzy, entry.obsolete, outcome.revived) == ("1", False, False, 1)
    [entry], outcome = changed([Entry(THAI.replace("แ", "เเ").replace("ำ", "ํา"), "1")], [THAI])
    assert (entry.msgid, entry.msgstr, entry.fuzzy) == (THAI, "1", False)


def test_a_duplicate_that_is_edited_gets_the_translation_too():
    notes = ("paragraph 1, segment 1 of 1", "paragraph 2, segment 1 of 1")
    entries, _ = changed([Entry(THAI, "By hand.", notes=notes)], [THAI, THAI + "วันนี้"])
    assert [(e.msgstr, e.fuzzy) for e in entries] == [("By hand.", False), ("By hand.", True)]


def test_an_obsolete_translation_is_offered_to_a_similar_new_segment():
    entries, _ = changed([Entry(THAI, "By hand.", obsolete=True)], [THAI + "วันนี้"])
    assert [(e.msgstr, e.fuzzy, e.obsolete) for e in entries] == [
        ("By hand.", True, False),
        ("By hand.", False, True),
    ]


def test_an_obsolete_translation_fills_an_empty_entry_of_the_same_text():
    [entry], _ = changed([Entry(THAI), Entry(THAI, "By hand.", obsolete=True)], [THAI])
    assert (entry.msgstr, entry.obsolete) == ("By hand.", False)


def test_reasons_go_when_the_translation_is_reviewed():
    [entry], _ = changed([Entry(THAI, "By hand.")], [THAI + "วันนี้"])
    [again], _ = changed([replace(entry, flags=())], [THAI + "วันนี้"], fresh=False)
    assert (again.notes, again.previous) == ((), (None, None, None))


def test_comments_and_flags_of_people_go_along_with_an_edit():
    old = Entry(
        THAI, translator_comment="Careful.", unknown=("#= x",), flags=("no-wrap",), notes=("of Weblate",)
    )
    [entry], _ = changed([old], [THAI + "วันนี้"])
    assert (entry.translator_comment, entry.unknown, entry.flags) == ("Careful.", ("#= x",), ("no-wrap",))
    assert entry.notes == ("of Weblate",)


@pytest.mark.gettext
def test_letters_that_msgcat_escapes_are_read_as_letters(catalog):
    before = po.read_catalog(catalog).entries
    rewrite(catalog, "msgcat", "--escape")
    assert b"\\340" in catalog.read_bytes()
    assert [(e.msgid, e.msgstr) for e in po.read_catalog(catalog).entries] == [
        (e.msgid, e.msgstr) for e in before
    ]
    assert states(catalog) == STATES


@pytest.mark.parametrize(
    ("escaped", "text"), [(r"\7\x1b[", "\x07\x1b["), (r"\200", "\x80"), (r"\xe0\xb8", "à¸"), (r"\777", "ǿ")]
)
def test_codes_that_are_no_letters_of_utf_8_stay_characters(escaped, text):
    assert syntax.unescape(escaped) == text


@pytest.mark.gettext
def test_a_header_is_one_wherever_it_stands(tmp_path):
    path = tmp_path / "a.po"
    path.write_text('msgid "ก"\nmsgstr "K"\n\nmsgid ""\nmsgstr "X-Article-Id: 7\\n"\n', encoding="utf-8")
    read = po.read_catalog(path)
    assert (read.metadata, [entry.msgid for entry in read.entries]) == ({"X-Article-Id": "7"}, ["ก"])
    path.write_bytes(po.render(read))
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True, capture_output=True)


def test_two_headers_are_an_error():
    text = 'msgid ""\nmsgstr "A: 1\\n"\n\nmsgid ""\nmsgstr "B: 1\\n"\n'
    with pytest.raises(po.CatalogSyntaxError, match="the same msgid stands at line 1") as caught:
        po.parse_catalog(Path("a.po"), text.encode())
    assert caught.value.line == 4


@pytest.mark.parametrize("text", ['msgid "a"\n#~\nmsgstr "b"\n', '#~ msgid "a"\n#~\n#~ msgstr "b"\n'])
def test_a_line_that_says_nothing_makes_nothing_obsolete(text):
    after = '\n#~\nmsgid "c"\nmsgstr "d"\n'
    read = po.parse_catalog(Path("a.po"), (text + after).encode())
    assert [(e.msgid, e.msgstr, e.obsolete) for e in read.entries] == [
        ("a", "b", text.startswith("#~")), ("c", "d", False),
    ]  # fmt: skip
    changed_too = replace(read, entries=tuple(replace(e, notes=("x",)) for e in read.entries))
    again = po.parse_catalog(Path("a.po"), po.render(changed_too))
    assert [e.msgstr for e in again.entries] == ["b", "d"]
