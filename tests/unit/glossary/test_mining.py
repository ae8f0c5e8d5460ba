"""Terms are proposed with the left edge where a reader would put it."""

import pytest

from bilingual_news.glossary.mining import mine

PAIRS = {
    "a noun that opens names": (
        ["ร่วมมือกับกรมเอกสารใหม่ (Department of New Papers) ในปีนี้"], "กรมเอกสารใหม่", True),
    "after a space": (["โดย ศูนย์ข้อมูลทะเล (Sea Data Center: SDC) เปิดแล้ว"], "ศูนย์ข้อมูลทะเล", True),
    "contexts that part": (
        ["ส่งเสริมปลาร้าโลก (Global Fish Day) วันนี้", "รณรงค์ปลาร้าโลก (Global Fish Day) ทุกปี",
         "กิจกรรมปลาร้าโลก (Global Fish Day) เริ่ม"], "ปลาร้าโลก", False),
    "no joining word first": (["ประชุมและกองทุนทะเลไทย (Thai Sea Fund) ใหม่"], "กองทุนทะเลไทย", True),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "source", "confident"), PAIRS.values(), ids=PAIRS)
def test_left_edge(texts, source, confident):
    pairs = [found for found in mine(texts) if found.kind == "pair"]
    assert [(found.source, found.is_confident) for found in pairs] == [(source, confident)]


ABBREVIATIONS = {
    "after a colon": ("Sea Data Center: SDC", ("Sea Data Center", "SDC")),
    "before a colon": ("SDC: Sea Data Center", ("Sea Data Center", "SDC")),
    "none": ("The Sea Data Center", ("Sea Data Center", "")),
}


@pytest.mark.parametrize(("english", "expected"), ABBREVIATIONS.values(), ids=ABBREVIATIONS)
def test_abbreviations(english, expected):
    [found] = mine([f"โดย ศูนย์ข้อมูลทะเล ({english}) เปิดแล้ว"])
    assert (found.target, found.abbreviation) == expected


def test_the_noun_must_be_the_head_of_the_english():
    [found] = mine(["ร่วมประชุมเศรษฐกิจโลก (World Economic Forum) วันนี้"])
    assert not found.is_confident


def test_known_terms_are_not_proposed():
    texts = ["โดย ศูนย์ข้อมูลทะเล (Sea Data Center) เปิดแล้ว"]
    assert mine(texts, ["ศูนย์ข้อมูลทะเล"]) == []


def test_brackets_that_hold_no_phrase():
    assert mine(["โดย ศูนย์ข้อมูลทะเล (SDC) และ (NEW DATA) เปิดแล้ว", ""]) == []


REPEATED = [f"{before}ธนาคารขยะชุมชน{after}" for before, after in zip(
    ("เราใช้", "เขาขาย", "คนไทยชอบ", "โรงงานผลิต", "บ้านนี้มี", "รัฐสนับสนุน"),
    ("มาก", "ถูก", "ทุกวัน", "เอง", "พอ", "ต่อไป"), strict=True)]  # fmt: skip


def test_phrases_that_articles_repeat():
    phrases = {found.source: found for found in mine(REPEATED) if found.kind == "phrase"}
    assert phrases["ธนาคารขยะชุมชน"].frequency == 6
    assert "|ธนาคารขยะชุมชน" in phrases["ธนาคารขยะชุมชน"].contexts[0]
    assert not mine(REPEATED, ["ธนาคารขยะชุมชน"])


def test_people_that_articles_name():
    texts = [f"วันนี้ นายสมชาย ใจกล้าหาญ ปลัดกระทรวง กล่าวครั้งที่ {n}" for n in range(6)]
    [person] = [found for found in mine(texts) if found.kind == "name"]
    assert (person.source, person.target, person.frequency) == ("สมชาย ใจกล้าหาญ", "", 6)
