"""Slips of machine English that can be mended in one way only; everything else stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, run_checks
from bilingual_news.checks.mend import mended
from bilingual_news.glossary import Termbase
from bilingual_news.model import Term

TERMS = Termbase(
    [
        Term("กระทรวงการคลัง", "Ministry of Finance", "MOF", variants=("กค.",), part_of_speech="proper noun"),
        Term("กรมการค้า", "Department of Trade", variants=("คต.",), part_of_speech="proper noun"),
    ]
)

MENDED = {
    "a word twice": ("ผลอยู่ในพื้นที่", "resulting in in the area", "resulting in the area"),
    "a word three times": ("ผลอยู่ในพื้นที่", "resulting in in in the area", "resulting in the area"),
    "not inside another word": ("ภายใน", "within in in time", "within in time"),
    "a phrase twice": ("ขนาดกลาง", "small and medium and medium firms", "small and medium firms"),
    "a before a vowel": ("เศรษฐกิจ", "a economic plan", "an economic plan"),
    "An before a consonant": ("แผน", "An plan was made. A office too", "A plan was made. An office too"),
    "a space inside brackets": ("(มาตรา 33)", "( Section 33 )", "(Section 33)"),
    "a space before a comma": ("แผน", "the plan , the law", "the plan, the law"),
    "two commas": ("แผน", "the plan,, the law", "the plan, the law"),
    "two spaces": ("แผน", "the  plan", "the plan"),
    "curly quotes": ("“แผน”", "“The Ministers’ plan”", "\"The Ministers' plan\""),
    "quotes of two kinds": ("“แผน”", "“The plan\" and ‘law’", "\"The plan\" and 'law'"),
    "a space behind a curly quote": ("“แผน”", "the “ plan”", 'the "plan"'),
    "a name explained by itself, with abbreviation": (
        "กระทรวงการคลัง (กค.) เสนอ",
        "The Ministry of Finance (the Ministry of Finance) proposed",
        "The Ministry of Finance (MOF) proposed",
    ),
    "a name explained by itself, without one": (
        "กรมการค้า (คต.) เสนอ",
        "The Department of Trade (Department of Trade) proposed",
        "The Department of Trade proposed",
    ),
    "several slips": (
        "แผน",
        "a economic plan in in the “ area” ( Section 5 ) and law , too",
        'an economic plan in the "area" (Section 5) and law, too',
    ),
}  # fmt: skip
LEFT = {
    "nothing wrong": ("แผน", "The plan was approved."),
    "had had": ("เคยมี", "They had had a plan"),
    "a name twice": ("บาเดนบาเดน", "in Baden Baden"),
    "invest in in": ("ลงทุนในไทย", "what they invest in in Thailand"),
    "two marks of which only the Thai tells the right one": ("แผน", "the plan,. the law"),
    "an apostrophe of a name in the Thai": ("ร้าน Macy’s เปิด", "Macy’s opens"),
    "brackets that the Thai has": ("Plan (Plan)", "Plan (Plan)"),
    "brackets with more in them": ("กรมการค้า (คต.)", "Department of Trade (of the Department of Trade)"),
    "an acronym after a": ("ยูเอ็น", "a UN plan"),
    "a bracket that is not closed": ("กรมการค้า", "Department of Trade (Department of Trade"),
}


def matches(source):
    return TERMS.find(source)


@pytest.mark.parametrize(("source", "slips", "expected"), MENDED.values(), ids=MENDED)
def test_slips_are_mended(source, slips, expected):
    assert mended(source, slips, matches(source)) == expected


@pytest.mark.parametrize(("source", "target"), LEFT.values(), ids=LEFT)
def test_what_may_be_meant_is_left(source, target):
    assert mended(source, target, matches(source)) == target


WORDS = st.lists(st.sampled_from([*"(),“”’ ", "in", "a", "an", "the", "economic", "plan", "12", "MOF"])).map(
    " ".join
)


@given(WORDS)
def test_mending_twice_is_mending_once(target):
    once = mended("แผนเศรษฐกิจ 12", target)
    assert mended("แผนเศรษฐกิจ 12", once) == once


@given(WORDS)
def test_no_figure_is_lost_and_nothing_new_is_found(target):
    source = "แผนเศรษฐกิจ 12"
    after = mended(source, target)
    if "12 12" not in target:
        assert after.count("12") == target.count("12")

    def ids(text):
        return {finding.check for finding in run_checks(Pair(source, text)) if text.strip()}

    assert not ids(after) - ids(target) - {"empty", "length", "truncated", "end-punctuation", "capital"}


@pytest.mark.parametrize(("source", "slips", "expected"), MENDED.values(), ids=MENDED)
def test_a_finding_says_what_to_write(source, slips, expected):
    """Applied one by one, the fixes of the findings lead to the same text, quotes apart."""
    text = slips
    for _ in range(9):
        found = [f for f in run_checks(Pair(source, text, matches(source))) if f.fix is not None]
        if not found:
            break
        start, end = found[0].target_span
        text = text[:start] + found[0].fix + text[end:]
    plain = str.maketrans("“”‘’", "\"\"''")
    assert text.translate(plain) == expected
