"""No sentence ends after an abbreviation of the table, in running text and glued to a word."""

import pytest

from bilingual_news.stages.abbreviations import ends_in_abbreviation, forms
from bilingual_news.stages.segment import decide

OPENER = "ทั้งนี้ นายกรัฐมนตรีได้ติดตามสถานการณ์อย่างใกล้ชิด"
PLAIN = "เปิดเผยรายละเอียดของโครงการแล้วเมื่อวานนี้"
FREE = [form for form, _ in forms() if form != "น."]
GLUED = [form for form, glued in forms() if glued]
#: The commonest of the corpus, by the number of articles that hold them.
COMMONEST = (
    "พ.ศ.", "จ.", "อ.", "ครม.", "ดร.", "รมว.", "น.ส.", "ต.", "มท.", "วธ.", "กทม.", "พม.", "กม.",
    "อว.", "ธ.ก.ส.", "นพ.", "สธ.", "มิ.ย.", "ต.ค.", "ก.พ.", "ก.ค.", "ธ.ค.", "ม.ค.", "ทช.", "ทล.",
    "สมอ.", "กค.", "บสย.", "พ.ค.", "พ.ร.บ.", "ธอส.", "พ.ย.", "รฟท.", "รมว.พม.", "ก.ย.", "ส.ค.",
    "พล.อ.", "รมช.", "น.",
)  # fmt: skip


def rule_after(head, tail):
    return next(d for d in decide(f"{head} {tail}", ask_model=False) if d.position == len(head))


def test_the_table_holds_the_commonest_forms():
    assert set(COMMONEST) <= {form for form, _ in forms()}


@pytest.mark.parametrize("tail", [OPENER, PLAIN])
def test_no_sentence_ends_after_any_form(tail):
    wrong = [form for form in FREE if rule_after(f"ได้รับรายงานจาก {form}", tail).rule != "after-abbreviation"]
    assert wrong == []


def test_no_sentence_ends_after_a_form_glued_to_a_word():
    wrong = [form for form in GLUED if rule_after(f"ผลการประชุมของ{form}", OPENER).boundary]
    assert wrong == []


def test_the_council_of_ministers_is_known_glued():
    assert rule_after("ผลการประชุมที่ประชุมครม.", OPENER).rule == "after-abbreviation"


@pytest.mark.parametrize("time", ["09.00 น.", "เวลา 13.30น.", "๑๔.๐๐ น."])
def test_a_sentence_may_end_in_a_time(time):
    assert rule_after(f"ประชุมที่ทำเนียบรัฐบาล {time}", OPENER).boundary


def test_a_time_alone_ends_no_sentence():
    assert not rule_after("ประชุมที่ทำเนียบรัฐบาล 09.00 น.", "ณ ตึกสันติไมตรี").boundary


@pytest.mark.parametrize("text", ["ขอให้ประชาชนติดตามต่อไป.", "นายชัยกล่าว.", "ข่าว"])
def test_a_word_with_a_full_stop_is_no_abbreviation(text):
    assert not ends_in_abbreviation(text)
