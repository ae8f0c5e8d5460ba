"""Each repair on its own: an example from a real article, and what it must leave alone."""

import pytest

from bilingual_news.text import NORMALIZATION, normalize

REPAIRS = dict(NORMALIZATION)
ZWSP, NBSP, ZWJ, NIKHAHIT = "\u200b", "\u00a0", "\u200d", "\u0e4d"

#: Repair, article it was seen in, as written, mended by that repair alone.
EXAMPLES = (
    ("private-use", "67941", "เครื่องหมายถูก (\uf0fc)", "เครื่องหมายถูก (✔)"),
    ("invisible", "63344", f"วันหยุดราชการ{ZWSP} มหาดไทยกำชับ", "วันหยุดราชการ มหาดไทยกำชับ"),
    ("invisible", "61459", f"20:{ZWSP}{ZWSP}10", "20:10"),
    ("sara-ae", "68059", "กำกับดูเเลภาคการเงิน", "กำกับดูแลภาคการเงิน"),
    ("sara-am", "61735", f"ส{NIKHAHIT}าหรับผู้ประกอบการ", "สำหรับผู้ประกอบการ"),
    ("marks", "52553", "วันท่ี่ 15 มีนาคม", "วันที่ 15 มีนาคม"),
    ("marks", "78340", "สายพันธ์ุโดยกรมปศุสัตว์", "สายพันธุ์โดยกรมปศุสัตว์"),
    ("quotes", "91361", 'ปรับตัว "ยกตัวอย่าง', "ปรับตัว “ยกตัวอย่าง"),
    ("quotes", "36152", "‘ก.แรงงาน’ จับมือ", "'ก.แรงงาน' จับมือ"),
    ("spaces", "52553", f"นายธนกร{NBSP}วังบุญคงชนะ{NBSP}โฆษก", "นายธนกร วังบุญคงชนะ โฆษก"),
    ("spaces", "98118", f"Wechayachai{NBSP} Deputy", "Wechayachai Deputy"),
    ("nfc", "Café, not of an article", "Cafe\u0301", "Café"),
)

#: What a repair could harm: real spellings that come close to the anomaly.
HARMLESS = (
    ("private-use", "• ข้อ ✔ ✓ ➢ ▪ น้ำ"),
    ("private-use", "\ue000 another private character"),
    ("invisible", f"ครอบครัว 👨{ZWJ}👩{ZWJ}👧 ❤️{ZWJ}🔥"),
    ("invisible", "ก-ข – ค — ง · จ"),
    ("sara-ae", "เเเ"),
    ("sara-ae", "เเเเ"),
    ("sara-am", "พุทฺธํ สรณํ คจฺฉามิ"),
    ("sara-am", "น้ำ จำนวน สำคัญ"),
    ("marks", "น้ำ ก็ พันธุ์ สิทธิ์ จันทร์ ที่ผู้ซื้อตั้งอยู่"),
    ("marks", "อฺวํ พฺรหฺม"),
    ("quotes", 'จอ 55" รุ่นใหม่'),
    ("quotes", "It's the people's choice"),
    ("quotes", "“คำพูด” «ก» 「ข」"),
    ("spaces", "27 มกราคม 2565 ต่าง ๆ กทม."),
    ("nfc", "น้ำ จำนวน ﬁ ½ ² Ａ"),
)


@pytest.mark.parametrize(("rule", "article", "written", "mended"), EXAMPLES)
def test_a_repair_mends_its_example(rule, article, written, mended):
    assert article
    assert REPAIRS[rule](written) == mended
    assert normalize(written) == mended


@pytest.mark.parametrize(("rule", "text"), HARMLESS)
def test_a_repair_leaves_alone_what_is_right(rule, text):
    assert REPAIRS[rule](text) == text


def test_every_repair_has_an_example_and_a_test_of_harm():
    assert {rule for rule, *_ in EXAMPLES} == {rule for rule, _ in HARMLESS} == set(REPAIRS)


@pytest.mark.parametrize("rule", REPAIRS)
def test_every_repair_tells_an_article_or_example(rule):
    assert "rticle" in (REPAIRS[rule].__doc__ or "") or rule == "nfc"
