"""Editing one sentence moves no boundary elsewhere, and no text is too strange to be cut."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual_news.model import Kind
from bilingual_news.sources import read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.rules import LEADING_MARKER
from bilingual_news.stages.segment import MIN_LENGTH, article_kind, decide, segment_article, spans
from bilingual_news.text import normalize

ARTICLES = sorted((Path(__file__).parents[2] / "articles").glob("*.txt"))
INSERTED = "ทั้งนี้ กระทรวงฯ ขอขอบคุณทุกฝ่ายที่ให้ความร่วมมือ"


def paragraphs():
    for path in ARTICLES:
        article = normalize_article(read_article(path, require_thai=False))
        kind = article_kind(article)
        yield from ((p.text, kind) for p in article.paragraphs if " " in p.text)


PARAGRAPHS = [(text, kind) for text, kind in paragraphs() if len(spans(text, kind=kind)) > 1]


@pytest.mark.parametrize(("text", "kind"), PARAGRAPHS, ids=range(len(PARAGRAPHS)))
def test_an_inserted_sentence_moves_no_other_boundary(text, kind):
    found = [text[a:b] for a, b in spans(text, kind=kind)]
    for place in range(len(found)):
        edited = " ".join([*found[:place], INSERTED, *found[place:]])
        start = sum(len(sentence) + 1 for sentence in found[:place])
        end = start + len(INSERTED) + 1
        # The two edges of the new sentence are its own affair; everything else stays where it was.
        moved = {
            a if a < start else a - end + start for a, _ in spans(edited, kind=kind) if a not in {start, end}
        }
        assert moved - {0} == {a for a, _ in spans(text, kind=kind)} - {0, start}


@pytest.mark.parametrize(("text", "kind"), PARAGRAPHS, ids=range(len(PARAGRAPHS)))
def test_an_edited_sentence_moves_no_other_boundary(text, kind):
    edges = spans(text, kind=kind)
    for start, end in edges:
        # An item keeps its number: "2)" taken out of 1) 2) 3) is another enumeration.
        marker = LEADING_MARKER.match(text[start:end])
        new = (marker[0] if marker else "") + INSERTED
        edited = text[:start] + new + text[end:]
        shift = len(new) - (end - start)
        # What stands inside the sentence and at its two edges is the edit; the rest stays.
        expected = {a for a, _ in edges if a < start} | {a + shift for a, _ in edges if a > end + 1}
        new_end = start + len(new)
        found = {a for a, _ in spans(edited, kind=kind) if a < start or a > new_end + 1}
        assert found == expected


def test_nothing_short_stands_alone_but_titles_and_items():
    for path in ARTICLES:
        article = normalize_article(read_article(path, require_thai=False))
        for segment in segment_article(article):
            assert len(segment.text) >= MIN_LENGTH or segment.count == 1 or segment.kind is Kind.LIST_ITEM


PATHOLOGICAL = {
    "no space": "ก" * 100_000,
    "a word without a space": "ประเทศไทย" * 11_000,
    "repetition marks without a space": "ๆ" * 10_000,
    "mixed scripts": "กaあж١ " * 10_000 + "ก",
    "emoji sequences": "😀👨\u200d👩\u200d👧 " * 5_000 + "😀",
    "late cause": "ก" * 50_000 + " เพราะ" + " กระทรวงจึง" * 3_000,
    "repetition marks": "ๆ " * 10_000 + "ๆ",
    "only spaces between letters": "ก " * 20_000 + "ก",
    "only symbols": "!? " * 10_000 + "*",
    "open brackets": "( " * 10_000 + "(",
    "nested brackets": "(" * 5_000 + " " + ")" * 5_000,
    "quotes": "“ ” " * 10_000 + "“",
    "enumeration": " ".join(f"{n})" for n in range(1, 100)) + " x" * 1_000,
    "ones": "1) ก " * 3_000 + "ก",
    "openers": "ทั้งนี้ " * 10_000 + "จบ",
    "lone marks": "\u0e48 \u0e31 " * 5_000 + "\u0e48",
    "emoji": "😀 " * 10_000 + "😀",
    "speakers": "นาย" * 10_000 + " " + "นายก กล่าว " * 2_000 + "ว่า",
    "therefore": "กระทรวงก " * 5_000 + "จบ",
}


@pytest.mark.parametrize("text", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
def test_strange_text_is_cut_and_rejoined(text):
    found = spans(text)
    assert " ".join(text[a:b] for a, b in found) == text


@given(st.lists(st.sampled_from([t for t, _ in PARAGRAPHS]), min_size=1, max_size=2), st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_segmentation_is_deterministic(texts, cut):
    text = " ".join(texts)[cut:].strip()
    assert decide(text) == decide(text)


STRANGE = st.text(alphabet="กaあж١ๆฯ!?#…😀👨\u200d\u0301\u0e48\u0e31()“”[]{} 12).เ", max_size=400)


@given(STRANGE, st.integers(1, 40))
@settings(max_examples=80, deadline=None)
def test_any_mixture_is_cut_and_rejoined(unit, times):
    text = normalize(unit * times)
    assert " ".join(text[a:b] for a, b in spans(text)) == text
