"""Whatever stands in a file, checks tell what they find and raise nothing, and their spans hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, run_article_checks, run_checks

MAGNITUDES = "สิบร้อยพันหมื่นแสนล้าน"
#: Thai and English that no news has and a damaged file may.
STRANGE = {
    "a figure of hundreds of digits": ("9" * 400 + " แสนล้านบาท", "7" * 400 + " billion baht"),
    "a figure longer than Python turns into a number": ("9" * 5000 + " คน", "8" * 5000 + "th"),
    "a long figure and a short one": ("15 บาท", "9" * 400 + " baht"),
    "a long figure with decimals": ("0." + "3" * 60 + " ล้าน", "1" * 40 + ".5 million"),
    "thousands by the hundred": ("1" + ",000" * 300 + " บาท", "1" + " 000" * 300 + " baht"),
    "a long code": ("รหัส A" + "1" * 5000, "code A" + "2" * 5000),
    "magnitudes without end": (MAGNITUDES * 300, "hundred " * 5000 + "million " * 500),
    "a decimal in words without end": ("หนึ่ง" * 300 + "จุด" + "ห้า" * 300 + "ล้าน" * 300, "1.5"),
    "magnitudes parted by other spaces": ("5 พัน\u00a0ล้าน 3 แสน\tล้าน", "5 billion"),
    "a month parted by other spaces": ("วันที่ 5 เม.\u00a0ย. 2565", "5 April 2022"),
    "digits of three scripts": ("1๒٣ คน １２ แห่ง ² ½ Ⅳ", "1๒٣ people, １２ places, ² ½ Ⅳ"),
    "dates out of range": (
        "32 มกราคม 2565 31/13/2565 99:99 น. ปี 9999",
        "32 January 0/0/0 25:61 p.m. B.E. 9999",
    ),
    "fractions of nothing": ("0 ใน 3 1 ใน 0", "0 in 0, zero out of 0"),
    "only marks": ("่้๊๋" * 200, "\u0301\u0302" * 200),
    "only digits": ("1" * 100, "2" * 100),
    "half characters": ("ข่าว\ud800 5 คน ของกรม\udfff ที่ยาวกว่านี้", "news \ud800 of \udfff 6 people"),
    "a null byte": ("ข่าว\0 5", "news\0 6"),
    "a line without an end": ("ก" * 20000, "word " * 4000),
    "nothing but spaces": ("   \u00a0", " \t\n "),
}
#: Signs of what checks ask for, put together in any order.
PARTS = [
    *"0123456789๐๙٣²½,.:/-–()[]“”\"'%$#@&<>+ \t\n\u00a0\u200b\ufeff\0😀",
    "ก", "ไม่", "ห้าม", "นาย", "นางสาว", "พล.อ.", "ล้าน", "แสน", "สอง", "จุด", "ใน", "ร้อยละ", "วัน",
    "จันทร์", "มกราคม", "ม.ค.", "ปี", "พ.ศ.", "น.", "คน", "บาท", "ครั้งที่", "ต่อ", "ละ", "หาก",
    "เพิ่มขึ้น", "ไม่เกิน", "www.", "://", ".th", "US$", "km", "th", "n't", "percent", "hundred",
    "the ", "not ", "no ", "one ", "half ", "million ", " per ", "Mr. ", "He ", "May ", "B.E. ", "in ",
    "January", "ABC", "p.m.",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PARTS), max_size=25).map("".join))


def holds(pair):
    for finding in run_checks(pair):
        for span, text in ((finding.source_span, pair.source), (finding.target_span, pair.target)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
    rest = Pair(pair.target, pair.source, position=(1, 2, 2))
    list(run_article_checks([Pair(pair.source, pair.target, position=(1, 1, 2)), rest]))


@pytest.mark.parametrize("name", STRANGE)
def test_strange_text_is_checked(name):
    thai, english = STRANGE[name]
    for pair in (
        Pair(thai, english),
        Pair(english, thai),
        Pair(thai, thai),
        Pair(thai, ""),
        Pair("", english),
    ):
        holds(pair)


@given(texts, texts)
def test_any_text_is_checked(thai, english):
    holds(Pair(thai, english))
