"""No human string ever disappears from a catalog, whatever happens to the article."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.catalog.entry import FUZZY, Entry, is_untouched
from bilingual_news.catalog.merge import merge, places
from bilingual_news.catalog.po import Catalog, read_catalog, write_catalog
from bilingual_news.model import Kind, Origin, Segment, Suggestion

TEXTS = st.sampled_from([f"ประโยคที่ {letter}" for letter in "กขคงจฉชซ"])
ARTICLES = st.lists(TEXTS, max_size=8)
HUMAN = st.text(alphabet='abc "\\\n\tก้\u2028', max_size=12)


def segments(texts):
    return [Segment(t, i, 0, 1, 0, len(t), Kind.PARAGRAPH, i + 1) for i, t in enumerate(texts)]


@st.composite
def histories(draw):
    """Versions of an article, and between two of them edits that a person makes in the catalog."""
    return [
        (draw(ARTICLES), draw(st.dictionaries(TEXTS, st.tuples(HUMAN, st.booleans()), max_size=3)))
        for _ in range(draw(st.integers(1, 5)))
    ]


def edited(entries, edits):
    for entry in entries:
        if not entry.obsolete and entry.msgid in edits:
            text, approve = edits[entry.msgid]
            flags = () if approve else (FUZZY,)
            yield replace(entry, msgstr=text, flags=flags)
        else:
            yield entry


@given(histories())
def test_no_human_string_is_lost(history):
    entries = ()
    human = set()
    for texts, edits in history:
        drafts = {t: Suggestion(f"draft of {t}", Origin.MACHINE, "m") for t in texts}
        entries, _ = merge(entries, places(segments(texts)), drafts, "articles/1.txt")
        assert human <= {(e.msgid, e.msgstr) for e in entries}
        assert {e.msgid for e in entries if not e.obsolete} == set(texts)
        entries = tuple(edited(entries, edits))
        touched = {e.msgid for e in entries if e.msgid in edits and not e.obsolete}
        human = {pair for pair in human if pair[0] not in touched}
        human |= {(e.msgid, e.msgstr) for e in entries if e.msgstr and not is_untouched(e)}


@given(ARTICLES, st.dictionaries(TEXTS, HUMAN))
def test_a_merge_that_changes_nothing_changes_nothing(texts, translations):
    old = tuple(Entry(t, s) for t, s in translations.items())
    once, _ = merge(old, places(segments(texts)), {}, "articles/1.txt")
    twice, outcome = merge(once, places(segments(texts)), {}, "articles/1.txt")
    assert twice == once
    assert (outcome.added, outcome.removed, outcome.revived) == (0, 0, 0)


ROWS = st.tuples(st.text(min_size=1), HUMAN, st.text(alphabet="abก ", max_size=9))


@given(st.lists(ROWS, unique_by=lambda row: row[0]))
def test_catalogs_are_read_as_they_were_written(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("po") / "1.po"
    entries = tuple(
        Entry(msgid, msgstr, translator_comment=comment.strip())
        for msgid, msgstr, comment in rows
        if msgid.isprintable()
    )
    catalog = Catalog({"Content-Type": "text/plain; charset=UTF-8"}, entries)
    write_catalog(path, catalog)
    assert [replace(e, line=0) for e in read_catalog(path).entries] == list(entries)
