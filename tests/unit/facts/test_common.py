"""The commonest forms of figures are read at once, and as the readers read them without that."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilingual_news.facts import english, thai
from bilingual_news.facts.compare import agree, differences
from bilingual_news.facts.exchanged import exchanged
from bilingual_news.thaidate import MONTH_ABBREVIATIONS, MONTHS

#: A digit and nothing after it: no form is common, and every figure takes the long way.
NO_FORMS = re.compile("[0-9]")


class PlainThai(thai._Reader):
    forms = NO_FORMS


class PlainEnglish(english._Reader):
    forms = NO_FORMS


def both(text, quick, plain):
    return quick(text).facts(), plain(text).facts()


FIGURES = [
    "1", "5", "12", "19", "30", "65", "68", "101", "1567", "2022", "2024", "2565", "2570",
    "5,817", "12,345,678", "1.5", "38.7", "15.30", "09.00", "08:30", "0", "02", "012",
    "0 2716 4044", "+66 2 123 4567", "1-3", "10–15", "27/1/2565", "2.1.3", "1,00", "31,2024",
    "5๐",
]  # fmt: skip
THAI_BEFORE = [
    "", " ", "(", " (", "“", "ปี ", "พ.ศ. ", "ปี พ.ศ. ", "ร้อยละ ", "เวลา ", "โควิด-", "โควิด ",
    "มท.", "COVID-", "ที่ ", "วันที่ ", "จำนวน ", "ประมาณ ", "คน ", "งบประมาณ ", "เม.ย. ",
    "พ.ย ", "มค ", "มกราคม ", "กุมภาพันธ์ ", "Expo ", "A", "ทล.", "- ", "/", "อายุ (", "ปี (",
    ", ", "; ", "โทร. ", "US$",
]  # fmt: skip
THAI_AFTER = [
    "", " ", " คน", "คน", " ราย", " บาท", " ล้านบาท", " พันล้าน", "แสน", " ลบ.", " %", "%",
    " เปอร์เซ็นต์", " ปี", " วัน", " วันที่", " เดือน", " เดือนมกราคม", " รอบ", " มิลลิลิตร", " ปี 4 เดือน", " น.", " น",
    "น.", " น)", " นาฬิกา", " ทุ่ม", " hrs", " per cent", " มี", " มีนาคม", " กรัม", " เมตร",
    " เมษายน", " ตร.กม.", ".- บาท", ".", ". การ", ".การ", ")", "”", " (", " – ", " และ ",
    " ถึง ", "/", "-", ",", ", ", ":", "*", "A", " Smart", *(f" {month}" for month in MONTHS),
    *(f" {m}" for m in MONTH_ABBREVIATIONS), " ม ค", " สค ", "  คน", "\t",
]  # fmt: skip
ENGLISH_BEFORE = [
    "", " ", "(", " (", "“", " “", "in ", "the ", "May ", "May the ", "March ", "Sept. ",
    "Oct. ", "B.E. ", "BE ", "USD ", "THB ", "US$", "$", "€ ", "No. ", "Moo ", "Highway ",
    "COVID-", "PM", "Q", "FY", "A.", "U.S.", ", ", "; ", ": ", ") ", "- ", "–", "+", "-", "/",
    "aged ", "EUR ", "Phase ", "as of ",
]  # fmt: skip
ENGLISH_AFTER = [
    "", " ", " people", " Thais", " to ", " to the ", " and ", " and on ", " of ", " of the ",
    " of May", " or more", " until ", " through ", " am", " a.m.", " p.m", " pm", " hrs",
    " hours", " hour", " hotels", " miles", " degrees",
    " degrees Fahrenheit", " Singapore dollars", " Indian rupees", " Indians",
    " percent", " per cent", " per year", " percentage points",
    "%", " %", " pct", " million", " million baht", " Million", " millions", "-million", " mn",
    " mln EUR", " ml", " mL", " cc",
    "M", "K", " baht", " baht/kg", " km", " km²", " km2", " kms", " m", " m³", " square meters",
    " sq.m.", " metric tons", " cubic meters", " rai", " days", " US dollars", " dollars", "st",
    "nd", "th", "th of May", "th anniversary", "rd and ", " January", " August 2024", " Aug. ",
    " Mar", " Marathon", " May", " Lt", " Class", " Classes", " Sub", " Japanese yen",
    " Korean won", "-day", "-year-old", "-Year", "–", "-", "/", ".", ". The", "; ", ")", "), ",
    ", and ", ", the ", ", Ban", ", Monday ", ", 5 May", ", ", ":", "”", "\"", "’s", " (",
    "  people",
]  # fmt: skip


def texts(before, after):
    figure = st.tuples(*map(st.sampled_from, (before, FIGURES, after))).map("".join)
    return st.lists(st.one_of(figure, st.sampled_from(["ก", "x ", " กข", " no ", "\n"])), max_size=5).map(
        "".join
    )


THAI = texts(THAI_BEFORE, THAI_AFTER)
ENGLISH = texts(ENGLISH_BEFORE, ENGLISH_AFTER)


@pytest.mark.parametrize("before", THAI_BEFORE)
def test_thai_figures_between_all_that_may_stand_beside_them(before):
    for figure in FIGURES:
        for after in THAI_AFTER:
            quick, plain = both(f"คำ {before}{figure}{after}", thai._Reader, PlainThai)
            assert quick == plain


@pytest.mark.parametrize("before", ENGLISH_BEFORE)
def test_english_figures_between_all_that_may_stand_beside_them(before):
    for figure in FIGURES:
        for after in ENGLISH_AFTER:
            quick, plain = both(f"word {before}{figure}{after}", english._Reader, PlainEnglish)
            assert quick == plain


@given(THAI)
@example("2 ของเงิน จากร้อยละ 2")
@example("(1) ปี")
def test_any_thai(text):
    quick, plain = both(text, thai._Reader, PlainThai)
    assert quick == plain


@given(ENGLISH)
@example("In Q1 2022, 38.7 million, up 3.0%")
def test_any_english(text):
    quick, plain = both(text, english._Reader, PlainEnglish)
    assert quick == plain


@given(THAI, ENGLISH)
def test_where_a_quick_look_finds_agreement_nothing_differs(source, target):
    if agree(source, target):
        assert differences(source, target) == ()
        assert exchanged(source, target) == ()


AGREE = {
    "the same day and year": ("วันที่ 26 สิงหาคม 2565", "26 August 2022", True),
    "the same amount": ("202 ล้านบาท", "202 million baht", True),
    "another number": ("5 คน", "6 people", False),
    "another order": ("5 คน 7 แห่ง", "7 places, 5 people", False),
    "another unit": ("5 ไร่", "5 hectares", False),
    "a Buddhist-era year left": ("ปี 2565", "in 2565", False),
    "one value twice": ("5 คน 5 แห่ง", "5 people in 5 places", False),
}


@pytest.mark.parametrize("name", AGREE)
def test_agreement(name):
    source, target, expected = AGREE[name]
    assert agree(source, target) is expected


def test_words_learnt_after_figures_are_bounded(monkeypatch):
    from bilingual_news.facts import english_common

    monkeypatch.setattr(english_common, "_MOST_WORDS", 3)
    for letter in "abcdefghij":
        english.english_facts(f"about 5 zz{letter} here")
    assert len(english_common._words) < 6
