"""What holds for every text: normalisation, segmentation and chunks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual_news.stages.chunk import cut
from bilingual_news.stages.segment import decide, spans
from bilingual_news.text import NORMALIZATION, is_thai, normalize, slugify, thai_share

THAI_LIKE = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
        st.sampled_from(" \u00a0\u200b\ufeff\u2028\t\n.,?!\"'“”‘’()[]0123456789๐๑๒abcXYZ•-–/😀\u0301"),
    ),
    max_size=200,
)
VOCABULARY = (
    "ทั้งนี้", "นายกรัฐมนตรี", "กล่าวว่า", "พ.ศ.", "2565", "น.", "(ก", "ข)", "“คำพูด”", "1)", "2)",
    "และ", "ส่วนราชการ", "ต่าง", "ๆ", "ASEAN", "โดย", "ซึ่ง", "ประเทศไทย",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=60).map(" ".join)
ANY = st.one_of(THAI_LIKE, WORDS, st.text(max_size=200))


@given(ANY)
@settings(max_examples=500)
def test_normalisation_is_idempotent(text):
    once = normalize(text)
    assert normalize(once) == once


MARKS = st.text(
    alphabet="กเแำา\u0e31\u0e34\u0e38\u0e3a\u0e47\u0e48\u0e49\u0e4c\u0e4d\u0e4e é\u0301\uf70a'", max_size=8
)


@given(st.one_of(ANY, MARKS))
@settings(max_examples=1000)
def test_the_short_way_of_normalisation_leads_to_the_same_place(text):
    whole = text
    while True:
        before = whole
        for _, repair in NORMALIZATION:
            whole = repair(whole)
        if whole == before:
            break
    assert normalize(text) == whole


@given(ANY)
def test_the_share_of_thai_counts_letters(text):
    letters = [char for char in text if char.isalpha() or is_thai(char)]
    share = sum(map(is_thai, letters)) / len(letters) if letters else 0.0
    assert thai_share(text) == share


@given(ANY)
def test_normalised_text_is_one_clean_line(text):
    once = normalize(text)
    assert once == once.strip()
    assert not set(once) & set("\n\t\u00a0\u200b\ufeff\u2028")
    assert "  " not in once


@given(st.text(alphabet="กขคงจABC123 ๑๒๓.", max_size=100))
def test_normalisation_keeps_letters_and_digits(text):
    assert [c for c in normalize(text) if c != " "] == [c for c in text if c != " "]


@given(ANY)
@settings(max_examples=500)
def test_segments_rejoin_to_the_paragraph(text):
    paragraph = normalize(text)
    found = spans(paragraph)
    assert " ".join(paragraph[start:end] for start, end in found) == paragraph
    assert all(start < end for start, end in found)


@given(ANY)
def test_every_space_is_judged_once(text):
    paragraph = normalize(text)
    assert [d.position for d in decide(paragraph)] == [i for i, c in enumerate(paragraph) if c == " "]


@given(st.text(alphabet="กาที่นโดยซึ่ง ()abc12", min_size=1, max_size=900))
@settings(max_examples=60, deadline=None)
def test_chunks_lose_nothing(text):
    sentence = normalize(text)
    pieces = cut(sentence, 300)
    assert "".join(pieces).replace(" ", "") == sentence.replace(" ", "")


@given(ANY)
def test_a_slug_is_a_safe_file_name(text):
    slug = slugify(text)
    assert len(slug) <= 60
    assert all(c == "-" or c.isalnum() or is_thai(c) or not c.isascii() for c in slug)
