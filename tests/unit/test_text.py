"""Each repair of Thai spelling: what it mends, and what it must leave alone."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news import text

ZWSP, NBSP, BOM, SHY, ZWJ = "\u200b", "\u00a0", "\ufeff", "\u00ad", "\u200d"
NIKHAHIT, SARA_AA, MAI_THO, SARA_II, SARA_U = "\u0e4d", "\u0e32", "\u0e49", "\u0e35", "\u0e38"

MENDED = {
    "two SARA E are SARA AE": ("เเละ", "และ"),
    "twice in a word": ("เเต่เเละ", "แต่และ"),
    "nikhahit and sara aa": (f"น{NIKHAHIT}{SARA_AA}", "นำ"),
    "tone between them": (f"น{NIKHAHIT}{MAI_THO}{SARA_AA}", "น้ำ"),
    "tone before them": (f"น{MAI_THO}{NIKHAHIT}{SARA_AA}", "น้ำ"),
    "tone after sara am": (f"นำ{MAI_THO}", "น้ำ"),
    "doubled tone": (f"น{MAI_THO}{MAI_THO}ำ", "น้ำ"),
    "doubled vowel": (f"ด{SARA_II}{SARA_II}", "ดี"),
    "tone before vowel": (f"ท{MAI_THO}{SARA_II}", "ที้"),
    "zero-width space": (f"ประเทศ{ZWSP}ไทย", "ประเทศไทย"),
    "byte-order mark inside": (f"{BOM}ข่าว", "ข่าว"),
    "soft hyphen": (f"รัฐ{SHY}บาล", "รัฐบาล"),
    "no-break space": (f"27{NBSP}มกราคม", "27 มกราคม"),
    "runs of spaces, tabs and ends": (" ก \t ข  ", "ก ข"),
    "line separator": ("ก\u2028ข\u0085ค\x0bง", "ก ข ค ง"),
    "straight quotes": ('"ไชยา" กล่าว', "“ไชยา” กล่าว"),
    "reversed quotes": ("”ไชยา“ กล่าว", "“ไชยา” กล่าว"),
    "quotes of one direction": ("“พลิกโฉมประเทศ“ ไทย", "“พลิกโฉมประเทศ” ไทย"),
    "two apostrophes": ("''ข่าว''", "“ข่าว”"),
    "typographic apostrophe": ("Children’s Day", "Children's Day"),
    "private-use tone of old fonts": ("น\uf70bำ", "น้ำ"),
    "symbol-font bullet": ("\uf0b7 ข้อ", "• ข้อ"),
    "zero-width space inside a broken pair": (f"เ{ZWSP}เละ", "และ"),
}

KEPT = {
    "Thai digits": "ครั้งที่ ๒/๒๕๖๔",
    "three SARA E": "เเเ",
    "nikhahit of Pali": "พุทฺธํ สรณํ",
    "mai yamok and paiyannoi": "ต่าง ๆ กรุงเทพฯ",
    "an inch mark": 'จอ 5" ใหม่',
    "dashes": "27 – 28 มกราคม - 2565 — x",
    "abbreviation": "พ.ร.บ. พ.ศ. 2562",
    "emoji sequence": f"👨{ZWJ}👩{ZWJ}👧 ครอบครัว",
    "Latin accents": "Café ณ ปารีส",
    "address": "https://www.thaigov.go.th/news_a/details?x=1&y=2",
}


@pytest.mark.parametrize(("written", "expected"), MENDED.values(), ids=MENDED)
def test_normalize_mends(written, expected):
    assert text.normalize(written) == expected


@pytest.mark.parametrize("written", KEPT.values(), ids=KEPT)
def test_normalize_leaves_alone(written):
    assert text.normalize(written) == written


def test_nfkc_is_not_used_because_it_splits_sara_am():
    assert text.normalize("น้ำ") == "น้ำ"
    assert "ำ" in text.normalize("จำนวน")


def test_arabic_digits():
    assert text.arabic_digits("ครั้งที่ ๒/๒๕๖๔") == "ครั้งที่ 2/2564"


@pytest.mark.parametrize(
    ("value", "share"),
    [("ข่าว", 1.0), ("news", 0.0), ("123 !", 0.0), ("กข ab", 0.5), ("", 0.0)],
)
def test_thai_share(value, share):
    assert text.thai_share(value) == share


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The Cabinet met: 3 October 2023", "the-cabinet-met-3-october-2023"),
        ("ข่าวดี ! รับสมัคร (UAE)", "ข่าวดี-รับสมัคร-uae"),
        ("น้ำท่วมเชียงใหม่", "น้ำท่วมเชียงใหม่"),
        ("../../etc/passwd", "etc-passwd"),
        ("***", ""),
    ],
)
def test_slugify(title, slug):
    assert text.slugify(title) == slug


def test_slugify_cuts_without_a_trailing_hyphen():
    assert text.slugify("aaaa bbbb", limit=5) == "aaaa"


@pytest.mark.parametrize(("capitals", "expected"), [("No ÉTÉ", "no été"), ("İ Not", "i not")])
def test_small_letters_keep_their_places(capitals, expected):
    assert text.small(capitals) == expected


@pytest.mark.parametrize(("repair", "removed"), [(text.strip_invisible, ZWSP), (text.fold_spaces, NBSP)])
def test_no_printable_character_is_removed(repair, removed):
    """The short cut for text that is printable rests on it; another character shuts it out."""
    for char in filter(str.isprintable, map(chr, range(sys.maxunicode + 1))):
        assert repair(f"ก{char}ข") == repair(f"ก{char}ข{removed}")


def columns(char):
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 1 + (unicodedata.east_asian_width(char) in {"W", "F"})


IN_ONE_BYTE = st.sampled_from(bytes(range(256)).decode("cp874", "ignore"))


@given(st.text(st.one_of(IN_ONE_BYTE, st.characters(exclude_categories=()))))
def test_the_width_of_a_text_is_that_of_its_characters(value):
    assert text.display_width(value) == sum(map(columns, value))
