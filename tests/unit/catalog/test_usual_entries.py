"""Entries of the usual form are read at one look: what comes out is what the grammar, line by line, gives."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilingual_news.catalog import syntax

USUAL = """# a person's remark
#
#. paragraph 1, segment 1 of 2
#. origin: mt m 00000000
#: articles/1.txt:3 \u2068a b\u2069:4
#, fuzzy, fuzzy
msgid ""
"ข่าว \\"วันนี้\\" "
"ที่ 1\\n"
msgstr "News\\x41"
"""
OTHERS = r"""#~ msgid "o"
#~ msgstr "p"
#| msgid "q"
#= x
#.x
#.
msgid "a"
msgid "g"
  msgid "f"
msgstr "b"
msgstr ""
msgstr[1] "b"
msgstr "h\"
msgctxt "c"
"d"
"d" "e"
"\x4"
"1"
<<<<<<< ours
"""
LINES = st.sampled_from(
    [*USUAL.splitlines(), *OTHERS.splitlines(), "", "  ", "#\tx", "#. a\x0cb", "# \u2028", "#. r\r"]
)
TEXTS = st.lists(st.one_of(st.just(USUAL), LINES), max_size=8).map("\n".join)


def read(text):
    """What a text is read as, or why not."""
    try:
        entries, trailer = syntax.parse(text)
    except syntax.PoSyntaxError as error:
        return error.line, error.message
    sources = [(entry.source.text, entry.source.comments, entry.source.tail) for entry in entries]
    assert all(entry.source.entry == entry for entry in entries)
    return entries, [entry.line for entry in entries], sources, trailer


@given(TEXTS)
@example(USUAL)
@example(USUAL.rstrip("\n"))
@example(f"\n{USUAL}\n\n{USUAL}")
@example(f'{USUAL}\n"goes on after an empty line"\n')
@example(f"{USUAL}\n# trailer\n")
def test_one_look_reads_what_the_grammar_reads(text):
    found = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(syntax, "_USUAL", re.compile(r"(?!)"))
        assert read(text) == found


def test_the_usual_form_is_met():
    assert syntax._USUAL.match(USUAL)
    assert read(USUAL)[1] == [7]
