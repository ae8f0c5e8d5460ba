"""Negations: what each side says, which belong together, and how sure a difference is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, polarity, polarity_english, run_checks
from bilingual_news.checks.polarity import CLASSES, CUE, class_of, read_cues, read_others
from bilingual_news.checks.polarity_english import (
    bare,
    kind_of,
    negative_words,
    plain_spans,
    read_english,
)
from bilingual_news.checks.polarity_match import KINDS, NONE, match, prices
from bilingual_news.checks.sense import mismatches
from bilingual_news.text import small


def english(target, source=""):
    lower = small(target)
    return read_english(source, lower, plain_spans(lower, target, source), negative_words(lower))


def cues(source, target="-"):
    return read_cues(source, list(CUE.finditer(source)), small(target), english(target, source))


CUES = {
    "plain": ("รัฐบาลไม่ขึ้นภาษี", ["other"]),
    "formal": ("มิได้อนุมัติ", ["did"]),
    "don't": ("อย่าเชื่อ", ["dont"]),
    "prohibited": ("ห้ามเข้า ของต้องห้าม", ["ban", "ban"]),
    "by not": ("โดยไม่มีใบอนุญาต", ["by"]),
    "not yet": ("ยังไม่ได้รับ", ["yet"]),
    "will not": ("จะไม่ขึ้น", ["will"]),
    "cannot after will": ("จะไม่สามารถ", ["can"]),
    "wood, criminals, mercy": ("ไม้ มิจฉาชีพ ห้ามปราม อย่างไร", []),
}


@pytest.mark.parametrize(("thai", "classes"), CUES.values(), ids=CUES)
def test_classes_of_cues(thai, classes):
    assert [class_of(thai, cue) for cue in CUE.finditer(thai)] == classes


PHRASES = {
    "set phrase": ("ไม่ว่าใคร", "P"),
    "at most": ("ไม่เกิน 3 วัน", "P"),
    "a question": ("ทำหรือไม่", "P"),
    "or not done": ("เสียหรือไม่ตรงกัน", "R"),
    "mild": ("อาการไม่รุนแรง", "R"),
    "none": ("รัฐบาลไม่ขายที่ดิน", ""),
    "inevitably": ("อย่างหลีกเลี่ยงไม่ได้", "RS"),
}


@pytest.mark.parametrize(("thai", "tables"), PHRASES.values(), ids=PHRASES)
def test_tables_of_phrases(thai, tables):
    assert [cue.table for cue in cues(thai)] == [tables]


REPEATED = {
    "one after the other": ("ไม่ซื้อ ไม่ขาย", [False, True]),
    "the same word": ("ไม่มีบ้านหรือแม้แต่ที่ดินของตนเอง ไม่มีบัตร", [False, True]),
    "far apart": ("ไม่มีบ้านหรือแม้แต่ที่ดินของตนเอง และไม่ซื้อ", [False, False]),
}


@pytest.mark.parametrize(("thai", "repeats"), REPEATED.values(), ids=REPEATED)
def test_repeated_cues(thai, repeats):
    assert [cue.repeats for cue in cues(thai)] == repeats


def test_every_class_of_cues_has_the_price_of_every_kind():
    assert all(set(kinds) == set(KINDS) for kinds, _, _ in prices().values())
    assert set(prices()) == set(CLASSES)


PLAIN = {
    "not": ("It is not so", 1),
    "contracted": ("don't and can’t", 2),
    "only in form": ("whether or not, no doubt, isn't it", 0),
    "number": ("No. 5 and no. 6", 0),
    "number after a number": ("Section 24 No. of the list", 0),
    "number not given yet": ("Draft Act (No. ..), B.E. ....", 0),
    "number of letters": ("Letter No. Kor Khor 405", 0),
    "numbers": ("Nos. 4 and 5", 0),
    "name": ("the Ko No Cho committee", 0),
    "said": ("Oh, no.", 1),
    "answered": ("Is it so? Answer: No. The gateway stays", 1),
}


@pytest.mark.parametrize(("target", "count"), PLAIN.values(), ids=PLAIN)
def test_plain_negations(target, count):
    assert len(plain_spans(small(target), target, "")) == count


KIND = {
    "not": "not", "n't": "not", "cannot": "cannot", "never": "never", "without": "without", "no": "no",
    "nothing": "no", "not only": "formal", "no later than": "formal", "not under": "formal",
}  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), KIND.items())
def test_kinds_of_plain_negations(words, kind):
    assert kind_of(words, 0, len(words.split()[0])) == kind


def test_a_negation_that_the_thai_quotes_is_none():
    assert plain_spans("trust no one", "Trust No One", "ปฏิบัติการ Trust No One") == []


SENSES = {
    "unable": ("unable to work", "", ["word"]),
    "shortage explained": ("a shortage of water", "ขาดน้ำ", ["explained"]),
    "shortage": ("a shortage of water", "น้ำไม่พอ", ["word"]),
    "the second is not explained": ("refuse and reject", "ปฏิเสธและไม่รับ", ["explained", "word"]),
    "university": ("the University under the union", "", []),
    "between negations": ("no water, unable, not here", "", ["no", "word", "not"]),
}


@pytest.mark.parametrize(("target", "thai", "kinds"), SENSES.values(), ids=SENSES)
def test_words_of_negative_sense(target, thai, kinds):
    assert [item.kind for item in english(target, thai)] == kinds


def test_a_word_of_negative_sense_that_is_negated_asks_for_more():
    far, near = (english(text)[-1] for text in ("not here, for it is now insufficient", "not insufficient"))
    assert near.unasked > far.unasked


OTHER = {"งดเดินทาง": 1, "ทั้งด้านนี้": 0, "บ้านไร้คน": 1, "เด็ดขาด": 0, "ขาดน้ำ": 1}


@pytest.mark.parametrize(("thai", "count"), OTHER.items())
def test_thai_without_a_cue(thai, count):
    assert len(read_others(thai, "do not")) == count


BARE = {
    "The policy does affect trade": True,
    "They have yet been vaccinated": True,
    "what they do best": False,
    "They have yet to come": False,
}


@pytest.mark.parametrize(("target", "is_bare"), BARE.items())
def test_what_is_left_where_not_was_lost(target, is_bare):
    assert bool(bare(target)) is is_bare


def linked(source, target):
    """The English that says each cue, by its first word."""
    items = english(target, source)
    thai = read_cues(source, list(CUE.finditer(source)), small(target), items)
    found = match(thai, items, len(target))
    return [target[items[link].start :].split()[0] if link != NONE else "" for link in found]


MATCHED = {
    "in their order": (
        "รัฐบาลไม่ขึ้นภาษีในปีหน้านี้ และประชาชนไม่มีหนี้",
        "The government does not raise taxes next year, and people have no debt",
        ["not", "no"],
    ),
    "the later one is left": (
        "รัฐบาลไม่ขึ้นภาษีในปีหน้านี้ แต่ประชาชนทั่วประเทศไม่มีเงิน",
        "The government does not raise taxes next year, but people all over the country have money",
        ["not", ""],
    ),
    "the earlier one is left": (
        "รัฐบาลไม่ขึ้นภาษีในปีหน้านี้ แต่ประชาชนทั่วประเทศไม่มีเงิน",
        "The government raises taxes next year, but people all over the country have no money",
        ["", "no"],
    ),
    "one for two": ("ไม่มีบ้าน ไม่มีรถ", "no house or car", ["no", "no"]),
    "one word for two": ("ห้ามขายหรือห้ามให้", "prohibition of sale or gift", ["prohibition", "prohibition"]),
    "no word for two": ("อาคารไม่ปลอดภัยและไม่แก้ไข", "The building is unsafe and repaired", ["unsafe", ""]),
    "a word after another one": ("แผนล้มเหลว ผู้ป่วยอาการไม่รุนแรง", "A failed plan, mild symptoms", ["mild"]),
    "a word of the phrase": ("เพื่อไม่ให้เกิดไฟ", "to prevent fires", ["prevent"]),
    "its word rather than a far not": (
        "ประกาศห้ามเผาในที่โล่งทุกแห่ง ซึ่งมีผลบังคับใช้ทั่วทั้งจังหวัดตั้งแต่วันนี้เป็นต้นไป",
        "A burning ban in all open places was announced, taking effect and not lifted in the province",
        ["ban"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("thai", "target", "words"), MATCHED.values(), ids=MATCHED)
def test_what_belongs_together(thai, target, words):
    assert linked(thai, target) == words


def test_many_negations_are_matched_one_by_one():
    thai = "".join(f"คนที่ {i} ของหมู่บ้านไม่มีบ้านเป็นของตนเอง " for i in range(30))
    target = "".join(f"person {i} of the village has no house to live in. " for i in range(30))
    assert linked(thai, target) == ["no"] * 30


FOUND = {
    "lost, surely": ("รัฐบาลไม่สามารถทำได้", "The government can do it", "negation"),
    "lost, surely, of a verb": ("รัฐบาลไม่ขายที่ดิน", "The government sells land", "negation"),
    "no other one in reach": ("บ้านไม่มีน้ำ", "The house has water", "negation"),
    "a ban may be said in many ways": ("สั่งห้ามนำเข้าน้ำมัน", "an oil deal", "negation-doubt"),
    "not so, perhaps": ("เขาไม่น่ารัก", "He is cute", "negation-doubt"),
    "not yet": ("ที่ยังไม่ได้พูดถึง", "the rest of it", "negation-doubt"),
    "lost beside another": ("รัฐบาลไม่ขึ้นภาษีในปีหน้านี้ แต่ประชาชนทั่วประเทศไม่มีเงิน", "The government does not raise taxes next year, but people all over the country have money", "negation-doubt"),  # noqa: E501
    "lost beside a word of negative sense": ("พบถูกเลิกจ้างไม่เป็นธรรมและไม่ได้รับเงินเยียวยาตามกฎหมาย", "found to have been unfairly dismissed and paid compensation under the law", "negation-doubt"),  # noqa: E501
    "Bangkok is no ban": ("ห้ามเผาขยะในที่โล่งกรุงเทพฯ", "Waste is burned in Bangkok", "negation-doubt"),
    "at least became less": ("จำนวนไม่น้อยกว่า 3 วัน", "for less than 3 days", "negation-doubt"),
    "emphatic do": ("นโยบายนี้ไม่กระทบการค้า", "The policy does affect trade", "negation"),
    "left of not yet": ("ยังไม่ได้ฉีดวัคซีน", "who have yet been vaccinated", "negation"),
    "added, surely": ("รัฐบาลอนุมัติกฎหมาย", "The government did not approve the law", "negation"),
    "added, perhaps": ("รัฐบาลอนุมัติกฎหมาย", "The government never approved the law", "negation-doubt"),
    "added in form": ("โครงการคืบหน้า 82%", "The project is not more than 82% complete", "negation-doubt"),
    "added beside another": ("รัฐบาลไม่ขึ้นภาษี", "The government does not raise taxes and will not meet", "negation"),  # noqa: E501
    "added to its word": ("27 สายทาง ไม่สามารถสัญจรผ่านได้", "27 routes are not impassable", "negation-doubt"),
    "asked back": ("รัฐบาลอนุมัติกฎหมาย", "Has the government not approved it?", "negation-doubt"),
}  # fmt: skip


@pytest.mark.parametrize(("thai", "target", "check"), FOUND.values(), ids=FOUND)
def test_found(thai, target, check):
    assert {f.check for f in run_checks(Pair(thai, target)) if f.check.startswith("negation")} == {check}


SILENT = {
    "negated": ("ไม่สามารถทำได้", "cannot be done"),
    "excused by care": ("ต้องระมัดระวังการนำเชื้อไปติดคนในบ้าน", "must be careful not to carry the infection home"),
    "refrained": ("งดใช้ของร่วมกัน", "do not share personal items"),
    "question": ("ไม่เท่าเทียมอย่างไร", "How does inequality grow?"),
    "nothing translated": ("ไม่สามารถ", ""),
    "up to": ("วงเงินไม่เกิน 5 แสนบาท", "a limit of up to 500,000 baht"),
    "without notice": (
        "หากถูกตัดน้ำโดยไม่ได้แจ้งล่วงหน้า ประชาชนสามารถร้องเรียนได้ทันที",
        "If the water is cut off without notice, people can complain at once",
    ),
    "ill-intentioned people": (
        "เตือนประชาชนระวังผู้ไม่หวังดีแอบอ้างเป็นเจ้าหน้าที่ของรัฐ",
        "The public is warned to beware of ill-intentioned people posing as state officials",
    ),
    "ill-intentioned and malicious": ("ผู้ไม่ประสงค์ดีใช้ภาพปลอม", "Malicious people use faked images"),
    "24 No.": ("ถนนราชดำเนิน 24 เลขที่ 5 กรุงเทพฯ", "Ratchadamnoen Road 24 No. 5, Bangkok"),
    "No. without a figure": ("ร่างพระราชบัญญัติ (ฉบับที่ ..) พ.ศ. ....", "the Draft Act (No. ..), B.E. ...."),
    "asymptomatic": ("ผู้ติดเชื้อที่ไม่มีอาการจะแยกกักตัวที่บ้าน", "Asymptomatic patients will isolate at home"),
    "free of charge": ("ฉีดวัคซีนฟรี ไม่มีค่าใช้จ่าย", "Vaccination is free of charge"),
    "otherwise": ("ต้องจ่ายภายใน 14 วัน มิฉะนั้นจะถูกตัดสิทธิ", "Pay within 14 days, otherwise the right lapses"),
    "less than": ("อายุเกิน 15 ปี แต่ไม่ถึง 18 ปี", "over 15 but under 18 years of age"),
    "set phrase at the end": ("ซาบซึ้งอย่างหาที่สุดมิได้ของประชาชน", "boundless gratitude of the people"),
    "Bangkok is no ban, but this is one": ("ห้ามเผาในกรุงเทพฯ", "Bangkok bans burning"),
    "a fragment without its Thai cue": ("คนไทยไร้ E-waste", "Thais Without E-waste"),
    "a flower": ("ดอกบานไม่รู้โรยสีม่วง", "purple globe amaranths"),
    "denied": ("เขาปฏิเสธว่าไม่เคยพูดเรื่องดังกล่าว", "He denied ever having said so"),
    "a ban at the end": ("ห้ามนำเข้าเศษพลาสติกตั้งแต่ 1 ม.ค.", "Plastic waste imports are banned from 1 January"),
    "stayed out": ("ไทยไม่เข้าร่วมสงคราม", "Thailand will stay out of the war"),
    "not found yet": ("สูญหาย 4 คน ยังค้นหาไม่พบ", "four still missing"),
    "did not survive": ("ไม่รอด! ตึกถล่มคร่าชีวิตคนงาน", "Building collapse kills workers"),
    "lack of": ("ขาดการกำกับดูแลที่เพียงพอ", "without adequate supervision"),
}  # fmt: skip


@pytest.mark.parametrize(("thai", "target"), SILENT.values(), ids=SILENT)
def test_silent(thai, target):
    assert not [f for f in run_checks(Pair(thai, target)) if f.check.startswith("negation")]


def test_every_lost_negation_is_reported():
    pair = Pair("ประชาชนในพื้นที่ไม่มีน้ำ และโรงเรียนที่อยู่ไกลไม่เปิด", "The people have water, and schools open")
    assert [f.check for f in run_checks(pair)].count("negation") == 2


def test_the_negation_that_was_added_is_named():
    pair = Pair(
        "รัฐบาลไม่ขึ้นภาษีในปีนี้ และช่วยชาวนา", "The government doesn't raise taxes this year and can't help farmers"
    )
    (found,) = mismatches(pair.source, pair.target)
    assert pair.target[slice(*found.problem.target)] == "can't"


def test_lost_and_added_in_one_text_may_be_the_same():
    thai = "เพื่อไม่ให้มีความเสี่ยงเกิดขึ้นกับผู้ที่เคยเกี่ยวข้องกับยาเสพติดอย่างจริงจังในทุกพื้นที่ของจังหวัดและทุกอำเภอ"
    target = (
        "Serious follow-up of patients in every area of the province and all districts; they are not at risk"
    )
    assert [found.is_sure for found in mismatches(thai, target)] == [False, False]


THAI_PIECES = [
    "หรือ", "อย่าง", "แทบ", "จะ", "หา", "ที่สุด", "อด", "โดย", "ป้องกัน", "ระวัง", "ยัง", "โรค",
    "คน", " ", "ไม่", "มิได้", "มิให้", "ห้าม", "อย่า", "ไม่น่าเชื่อ", "ได้", "ไม่ให้", "ไม่มี",
    "ไม่ค่อย", "ไม่สนใจ", "ไม่ติดต่อ", "ไม่เกิน", "เท่านั้น", "หลีกเลี่ยง", "นับ", "เลือก",
]  # fmt: skip
ENGLISH_PIECES = [
    "not ", "not only ", "no later than ", "No. 5 ", "nos. ", "no doubt ", "whether or not ",
    "or not ", "isn't it ", "cannot ", "don't ", "nothing but ", "never ", "yet to ", "unable ",
    "has yet been ", "does make ", "up to ", "prevent ", "people ", "illegal ",
]  # fmt: skip
thai_texts = st.lists(st.sampled_from(THAI_PIECES), max_size=12).map("".join)
english_texts = st.lists(st.sampled_from(ENGLISH_PIECES), min_size=1, max_size=8).map("".join)


@given(thai_texts)
def test_phrases_before_a_cue_are_looked_for_only_where_they_may_stand(source):
    found = cues(source)
    heads = polarity._HEADS
    polarity._HEADS = ("",)  # every text ends in it: the long way
    try:
        slow = cues(source)
    finally:
        polarity._HEADS = heads
    assert found == slow


@given(english_texts)
def test_negations_in_form_are_blanked_only_where_they_may_stand(target):
    lower = small(target)
    blanked = polarity_english._VOID.sub(lambda match: " " * len(match[0]), lower)
    for number in polarity_english._NUMBER.finditer(target):
        blanked = f"{blanked[: number.start()]}  {blanked[number.start() + 2 :]}"
    assert plain_spans(lower, target, "") == [m.span() for m in polarity_english.PLAIN.finditer(blanked)]


@given(thai_texts, english_texts)
def test_each_english_negation_says_one_cue_or_its_repetition(source, target):
    items = english(target, source)
    thai = read_cues(source, list(CUE.finditer(source)), small(target), items)
    links = match(thai, items, len(target))
    again = [
        link
        for before, cue, link in zip((NONE, *links), thai, links, strict=False)
        if not (cue.repeats and link == before)
    ]
    said = [link for link in again if link != NONE]
    assert len(said) == len(set(said))


def test_known_words_are_bounded(monkeypatch):
    monkeypatch.setattr(polarity_english, "_MOST_KNOWN", 3)
    for letter in "abcdefghij":
        negative_words(f"zz{letter}")
    assert len(polarity_english._neutral) < 6
