"""One term, many spellings; and what is no spelling of it."""

import pytest

from bilingual_news.glossary import Termbase
from bilingual_news.model import Term

TERMS = [
    Term("การประชุมรัฐมนตรี ครั้งที่ 2", "2nd Meeting"),
    Term("พ.ร.บ.", "Act"),
    Term("กทม.", "Bangkok"),
    Term("ก.พ.ร.", "OPDC"),
    Term("กพร.", "DPIM"),
    Term("กรุงเทพฯ", "Bangkok city"),
    Term("เด็ก ๆ ทุกคน", "all children"),
    Term("กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", "MDES"),
    Term("กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งอนาคต", "MDES"),
    Term("คณะกรรมการเศรษฐกิจ", "Economic Committee"),
    Term("ThaID", "ThaID"),
    Term("ประยุทธ์ จันทร์โอชา", "Prayut Chan-o-cha", domain="people"),
    Term("สภา", "council"),
]
SPELT = {
    "Thai digits": ("การประชุมรัฐมนตรี ครั้งที่ ๒", "2nd Meeting"),
    "no spaces": ("การประชุมรัฐมนตรีครั้งที่2 วันนี้", "2nd Meeting"),
    "no last period": ("ตาม พ.ร.บ นี้", "Act"),
    "no periods": ("ตาม พรบ นี้", "Act"),
    "spaces after periods": ("ตาม พ. ร. บ. นี้", "Act"),
    "one word, no period": ("ใน กทม และ", "Bangkok"),
    "before a bracket": ("(กทม)", "Bangkok"),
    "space before ฯ": ("ใน กรุงเทพ ฯ", "Bangkok city"),
    "no spaces around ๆ": ("เด็กๆทุกคน", "all children"),
    "cut short by ฯ": ("โดยกระทรวงดิจิทัลฯ แถลง", "MDES"),
    "Latin": ("แอป ThaID ใหม่", "ThaID"),
    "Latin between Thai letters": ("แอปThaIDใหม่", "ThaID"),
}
OTHER = {
    "another number": "การประชุมรัฐมนตรี ครั้งที่ 25",
    "a decimal": "การประชุมรัฐมนตรี ครั้งที่ 2.5",
    "a number in Thai digits": "การประชุมรัฐมนตรี ครั้งที่ ๒๕",
    "bare abbreviation inside a word": "คำว่ากทมใหม่",
    "bare form of two terms": "โดย กพร นี้",
    "too short before ฯ": "คณะกรรมการฯ แถลง",
    "a first name with ฯ": "นายประยุทธ์ ฯ จันทร์",
    "a space where the term has none": "โอกาส ภายใน",
    "Latin inside a word": "แอป ThaIDs",
    "Latin in other case": "แอป THAID",
}


@pytest.mark.parametrize(("text", "target"), SPELT.values(), ids=SPELT)
def test_spelt_otherwise(text, target):
    [match] = Termbase(TERMS).find(text)
    assert match.term.target == target
    assert text[match.start : match.end].strip() == text[match.start : match.end] != ""


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_not_the_term(text):
    assert Termbase(TERMS).find(text) == ()


def test_look_alike_abbreviations_stay_apart():
    base = Termbase(TERMS)
    assert [m.term.target for m in base.find("ก.พ.ร. กับ กพร. ประชุม")] == ["OPDC", "DPIM"]


def test_a_row_with_context_wins_over_one_without():
    base = Termbase([Term("พม.", "Myanmar"), Term("พม.", "MSDHS", context=("สังคม",))])
    assert base.find("พม. และสังคม")[0].term.target == "MSDHS"
