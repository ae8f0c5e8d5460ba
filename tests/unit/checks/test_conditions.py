"""Conditions and limits: if, unless, except, only."""

import pytest

from bilingual_news.checks import Pair, run_checks
from bilingual_news.checks.conditions import Conditions

LOST = {
    "หาก": ("หากพบผู้กระทำผิดจะดำเนินคดี", "Offenders will be prosecuted", "หาก has no English: expected if"),
    "หาก after แต่": ("แต่หากฝนตก จะเลื่อน", "but it will be postponed", "expected if"),
    "ถ้า": ("ถ้าผ่านการตรวจ", "Having passed the check", "ถ้า has no English: expected if"),
    "เว้นแต่": (
        "ห้ามเข้า เว้นแต่ได้รับอนุญาต",
        "No entry; permission is given",
        "เว้นแต่ has no English: expected except",
    ),
    "ยกเว้น": ("เปิดทุกวัน ยกเว้นวันหยุด", "Open daily and on holidays", "expected except or unless"),
    "เท่านั้น": ("ผ่านเว็บไซต์เท่านั้น", "through the website", "เท่านั้น has no English: expected only"),
    "added": ("เปิดทุกวัน", "Open daily if it is dry", "'if' makes a condition"),
}
KEPT = {
    "if": ("หากพบผู้กระทำผิด", "If offenders are found"),
    "should": ("หากท่านพบ", "Should you find one"),
    "anyone": ("หากพบว่าผู้ใดกระทำผิด", "Anyone found guilty"),
    "unless": ("เว้นแต่ได้รับอนุญาต", "unless permission is given"),
    "a wish": ("หากต้องการเรียนรู้เพิ่มเติม", "To learn more"),
    "inside a word": ("พระมหากษัตริย์ การแก้ไขปัญหาการจราจร", "the King, solving traffic problems"),
    "a tax that is waived": ("ได้รับการยกเว้นภาษี ยกเว้นค่าธรรมเนียม", "with no tax or fee"),
    "just": ("เพียงวันเดียวเท่านั้น", "just one day"),
    "whether": ("ดูว่าเป็นจริง", "see if it is true"),
    "a formula": ("เพิ่มคำสั่ง IF", "add an IF"),
    "then": ("ถ้าอย่างนั้น มาเริ่มกัน", "So let us begin"),
    "the more": ("ยิ่งลงทุนมากเท่าไร ยิ่งได้มากเท่านั้น", "the more you invest, the more you gain"),
    "nothing": ("หากพบ", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", LOST)
def test_a_condition_that_one_side_lacks(name):
    thai, english, message = LOST[name]
    (found,) = run_checks(Pair(thai, english), [Conditions()])
    assert message in found.message


@pytest.mark.parametrize("name", KEPT)
def test_a_condition_that_both_sides_have(name):
    assert run_checks(Pair(*KEPT[name]), [Conditions()]) == ()
