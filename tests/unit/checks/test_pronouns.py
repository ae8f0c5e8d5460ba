"""He and she against the Thai titles: where a pronoun can be nobody else's, and where it can."""

import pytest

from bilingual_news.checks import Pair, run_article_checks
from bilingual_news.checks.pronouns import sex_of
from tests.unit.checks.test_names import found

WRONG = {
    "he for a woman": (
        (
            "นางสาวพิมพ์ภัทรา วิชัยกุล รัฐมนตรีว่าการกระทรวงอุตสาหกรรม สั่งการให้เร่งหาแนวทาง",
            "Ms. Pimpattra said this and he ordered it",
        ),
        "expected she for นางสาวพิมพ์ภัทรา วิชัยกุล, found 'he'",
    ),
    "his for a married woman": (
        ("นางรัดเกล้า กล่าวว่า ขอบคุณทุกฝ่าย", "Mrs. Radklao gave all parties his thanks"),
        "expected her for นางรัดเกล้า, found 'his'",
    ),
    "she for a man": (
        ("วันนี้ นายสมศักดิ์ ลงพื้นที่", "Today Mr. Somsak visited the area; she inspected it"),
        "expected he for นายสมศักดิ์, found 'she'",
    ),
    "capacity of a woman": (
        (
            "โดยมี นางวรวรรณ ชิตอรุณ ในฐานะโฆษก พบนายกรัฐมนตรี",
            "with Mrs. Worawan Chitaroon, in his capacity as spokesperson",
        ),
        "expected her after Mrs., found 'his'",
    ),
    "speech of a man": (
        ("นายอนุทิน เปิดเผยว่า นายกรัฐมนตรีเห็นชอบ", "Mr. Anutin, Minister, disclosed that she agreed"),
        "expected he after Mr., found 'she'",
    ),
    "company of a woman": (
        ("นางสาวพิมพ์ภัทรา และคณะ ต้อนรับประธาน", "Ms. Pimpattra and his delegation"),
        "expected her after Ms., found 'his'",
    ),
}

RIGHT = {
    "her own": ("นางสาวมาลี ใจดี กล่าว", "Ms. Malee gave her thanks"),
    "her capacity": ("นางมาลี ในฐานะโฆษก", "Mrs. Malee, in her capacity as spokesperson"),
    "nobody is titled": ("รัฐมนตรี กล่าว", "He said"),
    "two people of two sexes": ("นายสมชาย และ นางสาวมาลี", "Mr. Somchai and Ms. Malee; he spoke"),
    "pronouns of both": ("นางสาวมาลี พบเพื่อน", "Ms. Malee met him and her"),
    "somebody with a rank": (
        "น.ส.ทิพานัน เปิดเผยว่า พล.อ.ประวิตร ลาป่วย",
        "Ms. Tipanan: Gen. Prawit is ill, he had a fever",
    ),
    "somebody by an office": (
        "น.ส.ทิพานัน เผย นายกรัฐมนตรีสั่งการ",
        "Ms. Tipanan: the Prime Minister gave his orders",
    ),
    "her husband": ("นางอภิญญา และสามี", "Mrs. Apinya and her husband; he spoke"),
    "royalty": (
        "นางสุภัทร ร่วมพิธีเฉลิมพระเกียรติสมเด็จพระสังฆราช",
        "Mrs. Supatra joined the ceremony for his birthday",
    ),
    "royal style": ("นายสมชาย กล่าว", "Mr. Somchai thanked Her Majesty"),
    "what is quoted": ("น.ส.ไตรศุลี กล่าว", "“He is concerned,” Ms. Traisuree said"),
    "who welcomes him": ("โดยมีนางสาวพิยะดา ให้การต้อนรับ", "with Ms. Piyada welcoming him"),
    "either": ("นางมาลี อธิบาย", "Mrs. Malee explained that each farmer gets his or her share"),
    "a quotation between": ("นายสมชาย กล่าว นายกรัฐมนตรี", "Mr. Somchai; in her capacity"),
}


@pytest.mark.parametrize(("pair", "message"), WRONG.values(), ids=WRONG)
def test_the_wrong_pronoun(pair, message):
    assert found("pronouns", *pair) == [message]


@pytest.mark.parametrize("pair", RIGHT.values(), ids=RIGHT)
def test_a_pronoun_that_may_be_right(pair):
    assert found("pronouns", *pair) == []


SEXES = {
    "นายเศรษฐา ทวีสิน นายกรัฐมนตรี และรัฐมนตรีว่าการกระทรวงการคลัง แถลง": "he",
    "นางสาวมาลี ใจดี รองโฆษก ในฐานะกรรมการ และนางสมศรี แถลง": "she",
    "นายสมชาย เป็นประธานในพิธี ขอบคุณทุกท่าน ตามพระราชบัญญัติ": "he",
    "นายสมชาย พบประธานสภา": "",
    "นายสมชาย และเด็ก": "",
    "ครม. มีมติ": "",
}


@pytest.mark.parametrize(("thai", "sex"), SEXES.items())
def test_the_sex_of_the_people_of_a_text(thai, sex):
    assert sex_of(thai) == sex


def in_context(*pairs):
    pairs = [Pair(*pair) for pair in pairs]
    return [(i, f.message) for i, f in run_article_checks(pairs) if f.check == "pronouns-context"]


MINISTER = ("นางสาวพิมพ์ภัทรา วิชัยกุล เปิดเผย", "Ms. Pimpattra disclosed")
PREMIER = ("นางสาวแพทองธาร ชินวัตร นายกรัฐมนตรี แถลง", "Ms. Paetongtarn, Prime Minister, stated")

CONTEXTS = {
    "the one before": (
        [MINISTER, ("ได้สั่งการให้ติดตาม", "He ordered a follow-up")],
        [(1, "expected she for นางสาวพิมพ์ภัทรา วิชัยกุล, named before, found 'He'")],
    ),
    "two segments before": (
        [MINISTER, ("น้ำตาลมีเพียงพอ", "Sugar is enough"), ("เชื่อมั่นในโรงงาน", "He trusts the mills")],
        [(2, "expected she for นางสาวพิมพ์ภัทรา วิชัยกุล, named before, found 'He'")],
    ),
    "by the office": (
        [
            PREMIER,
            ("ผู้ผลิตพร้อม", "Makers are ready"),
            ("นายกฯ ย้ำความมุ่งมั่น", "The Prime Minister affirmed his will"),
        ],
        [(2, "expected her for นางสาวแพทองธาร ชินวัตร, named before, found 'his'")],
    ),
    "right": ([MINISTER, ("ได้สั่งการให้ติดตาม", "She ordered a follow-up")], []),
    "right by the office": ([PREMIER, ("นายกฯ ย้ำความมุ่งมั่น", "The Prime Minister affirmed her will")], []),
    "somebody by an office between": (
        [MINISTER, ("ปลัดกระทรวงพร้อม", "The secretary is ready"), ("ได้สั่งการ", "He ordered")],
        [],
    ),
    "another country's": (
        [PREMIER, ("นายกรัฐมนตรีมาเลเซียยินดี", "Malaysia's Prime Minister said he was glad")],
        [],
    ),
    "a deputy": ([PREMIER, ("รองนายกรัฐมนตรียินดี", "The Deputy Prime Minister said he was glad")], []),
    "two offices, two sexes": (
        [
            PREMIER,
            ("นายพิชัย นริพทะพันธุ์ รัฐมนตรีว่าการกระทรวงพาณิชย์ แถลง", "Mr. Pichai stated"),
            ("นายกรัฐมนตรี และรัฐมนตรีว่าการกระทรวงพาณิชย์ หารือ", "The Prime Minister consulted him"),
        ],
        [],
    ),
    "people of two sexes before": (
        [("นายสมชาย และ นางมาลี", "Mr. Somchai and Mrs. Malee"), ("ได้สั่งการ", "He ordered")],
        [],
    ),
    "nobody before": ([("ได้สั่งการ", "He ordered")], []),
}


@pytest.mark.parametrize(("pairs", "expected"), CONTEXTS.values(), ids=CONTEXTS)
def test_in_the_context_of_an_article(pairs, expected):
    assert in_context(*pairs) == expected
