"""Negations: what each side says, what excuses it, and how sure a difference is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, polarity, run_checks
from bilingual_news.checks.polarity import Cue, cues, negative_words, other_sense, plain_negations, sure_words

CUES = {
    "plain": ("รัฐบาลไม่ขึ้นภาษี", "raises no taxes", [Cue.HARD]),
    "set phrase": ("ไม่ว่าใคร", "anyone", [Cue.POSITIVE]),
    "at most": ("ไม่เกิน 3 วัน", "up to 3 days", [Cue.POSITIVE]),
    "at least, negated": ("ไม่น้อยกว่า 3 วัน", "not less than 3 days", [Cue.POSITIVE]),
    "at least, lost": ("ไม่น้อยกว่า 3 วัน", "less than 3 days", [Cue.HARD]),
    "not only": ("ไม่ได้มีไว้สำหรับผู้สูงอายุเท่านั้น", "not only for the elderly", [Cue.POSITIVE]),
    "prevented": ("เพื่อไม่ให้เกิดไฟ", "to prevent fires", [Cue.RENDERED]),
    "mild": ("อาการไม่รุนแรง", "mild symptoms", [Cue.RENDERED]),
    "one for two": ("ไม่มีบ้าน ไม่มีรถ", "no house or car", [Cue.HARD, Cue.REPEATED]),
    "one after the other": ("ไม่ซื้อ ไม่ขาย", "neither buys nor sells", [Cue.HARD, Cue.REPEATED]),
    "formal": ("มิได้อนุมัติ", "did not approve", [Cue.HARD]),
    "don't": ("อย่าเชื่อ", "do not believe", [Cue.HARD]),
    "prohibited": ("ห้ามเข้า", "entry prohibited", [Cue.RENDERED]),
    "wood, criminals, mercy": ("ไม้ มิจฉาชีพ ต้องห้าม ห้ามปราม อย่างไร", "wood", []),
}  # fmt: skip


@pytest.mark.parametrize(("thai", "english", "kinds"), CUES.values(), ids=CUES)
def test_cues(thai, english, kinds):
    assert [kind for _, kind in cues(thai, english)] == kinds


PLAIN = {
    "not": ("It is not so", 1),
    "contracted": ("don't and can’t", 2),
    "compared": ("not more than 5, not only 6, whether or not", 0),
    "number": ("No. 5 and no. 6", 0),
    "said": ("Oh, no.", 1),
}


@pytest.mark.parametrize(("english", "count"), PLAIN.values(), ids=PLAIN)
def test_plain_negations(english, count):
    assert len(plain_negations(english, "")) == count


def test_a_negation_that_the_thai_quotes_is_none():
    assert plain_negations("Trust No One", "ปฏิบัติการ Trust No One") == []


SENSES = {
    "unable": ("unable to work", "", 1),
    "shortage explained": ("a shortage of water", "ขาดน้ำ", 0),
    "shortage": ("a shortage of water", "น้ำไม่พอ", 1),
    "rejected beside a refusal": ("refuse and reject", "ปฏิเสธและไม่รับ", 1),
    "university": ("the University under the union", "", 0),
    "unchanged": ("unchanged", "", 1),
    "nor": ("not here, nor there", "", 1),
    "nor alone": ("nor there", "", 0),
}


@pytest.mark.parametrize(("english", "thai", "count"), SENSES.values(), ids=SENSES)
def test_words_of_negative_sense(english, thai, count):
    assert negative_words(english, thai) == count


def test_words_that_hardly_mean_anything_else():
    assert sure_words("unable, insufficient and careful") == 2


OTHER = {"งดเดินทาง": 1, "ทั้งด้านนี้": 0, "บ้านไร้คน": 1, "เด็ดขาด": 0, "ขาดน้ำ": 1}


@pytest.mark.parametrize(("thai", "count"), OTHER.items())
def test_thai_without_a_cue(thai, count):
    assert other_sense(thai, "do not") == count


FOUND = {
    "lost, surely": ("รัฐบาลไม่สามารถทำได้", "The government can do it", "negation"),
    "rendered by embargo": ("สั่งห้ามนำเข้าน้ำมัน", "an oil embargo", "negation-doubt"),
    "not yet": ("ที่ยังไม่ได้พูดถึง", "the rest of it", "negation-doubt"),
    "lost, perhaps": ("บ้านไม่มีน้ำ", "The house has water", "negation-doubt"),
    "lost beside another": ("ไม่อนุมัติและประชาชนไม่พอใจ รัฐบาลไม่ลดภาษี", "did not approve it, people are glad and taxes fall", "negation-doubt"),  # noqa: E501
    "emphatic do": ("นโยบายนี้ไม่กระทบการค้า", "The policy does affect trade", "negation"),
    "left of not yet": ("ยังไม่ได้ฉีดวัคซีน", "who have yet been vaccinated", "negation"),
    "added, surely": ("รัฐบาลอนุมัติกฎหมาย", "The government did not approve the law", "negation"),
    "added, perhaps": ("รัฐบาลอนุมัติกฎหมาย", "The government never approved the law", "negation-doubt"),
    "added beside another": ("รัฐบาลไม่ขึ้นภาษี", "The government does not raise taxes and will not meet", "negation-doubt"),  # noqa: E501
    "added to a sure word": ("ไม่สามารถผ่านได้", "27 routes are not impassable", "negation-doubt"),
}  # fmt: skip


@pytest.mark.parametrize(("thai", "english", "check"), FOUND.values(), ids=FOUND)
def test_found(thai, english, check):
    assert {f.check for f in run_checks(Pair(thai, english)) if f.check.startswith("negation")} == {check}


SILENT = {
    "negated": ("ไม่สามารถทำได้", "cannot be done"),
    "excused by care": ("ต้องระมัดระวังการนำเชื้อไปติดคนในบ้าน", "must be careful not to carry the infection home"),
    "refrained": ("งดใช้ของร่วมกัน", "do not share personal items"),
    "question": ("ไม่เท่าเทียมอย่างไร", "How does inequality grow?"),
    "nothing translated": ("ไม่สามารถ", ""),
}


@pytest.mark.parametrize(("thai", "english"), SILENT.values(), ids=SILENT)
def test_silent(thai, english):
    assert not [f for f in run_checks(Pair(thai, english)) if f.check.startswith("negation")]


def test_every_lost_negation_is_reported():
    pair = Pair("ประชาชนในพื้นที่ไม่มีน้ำ และโรงเรียนที่อยู่ไกลไม่เปิด", "The people have water, and schools open")
    assert [f.check for f in run_checks(pair)].count("negation-doubt") == 2


PHRASES = [
    "หรือ", "อย่าง", "แทบ", "จะ", "หา", "ที่สุด", "อด", "โดย", "ป้องกัน", "ระวัง", "ยัง", "โรค",
    "คน", " ", "ไม่", "มิได้", "มิให้", "ห้าม", "อย่า", "ไม่น่าเชื่อ", "ได้", "ไม่ให้", "ไม่มี",
    "ไม่ค่อย", "ไม่สนใจ", "ไม่ติดต่อ", "ไม่เกิน", "เท่านั้น",
]  # fmt: skip
ENGLISH_PIECES = [
    "not ", "not only ", "no later than ", "No. 5 ", "nos. ", "no doubt ", "whether or not ",
    "or not ", "isn't it ", "cannot ", "don't ", "nothing but ", "never ", "yet to ",
    "has yet been ", "does make ", "up to ", "prevent ", "people ",
]  # fmt: skip
thai_texts = st.lists(st.sampled_from(PHRASES), max_size=8).map("".join)
english_texts = st.lists(st.sampled_from(ENGLISH_PIECES), max_size=6).map("".join)


@given(thai_texts, english_texts)
def test_phrases_before_a_cue_are_looked_for_only_where_they_may_stand(source, target):
    found = cues(source, target)
    heads = polarity._HEADS
    polarity._HEADS = ("",)  # every text ends in it: the long way
    try:
        slow = cues(source, target)
    finally:
        polarity._HEADS = heads
    assert [(cue.span(), kind) for cue, kind in found] == [(cue.span(), kind) for cue, kind in slow]


@given(english_texts)
def test_formal_negations_are_blanked_only_where_they_may_stand(target):
    blanked = polarity._FORMAL.sub(lambda match: " " * len(match[0]), target.lower())
    for match in polarity._NUMBER.finditer(target):
        blanked = f"{blanked[: match.start()]}  {blanked[match.end() :]}"
    assert plain_negations(target, "") == [match.span() for match in polarity.PLAIN.finditer(blanked)]


def test_neutral_words_are_bounded(monkeypatch):
    monkeypatch.setattr(polarity, "_MOST_NEUTRAL", 3)
    for letter in "abcdefghij":
        negative_words(f"zz{letter}", "")
    assert len(polarity._neutral) < 6
