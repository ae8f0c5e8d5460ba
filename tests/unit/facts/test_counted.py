"""Numbers that changed places, told by their order and by what they count."""

import pytest

from bilingual_news.facts.compare import exchanged

#: The Thai, and English in which two numbers changed places.
EXCHANGED = {
    "in order": ("ชาย 5 คน หญิง 7 คน", "7 men and 5 women"),
    "what they count": (
        "ปีที่ 9 แรงงาน 110 ประเทศ จำนวน 118,572 คน 9 วัน",
        "9: 110 workers in 118,572 countries, 9 days",
    ),
    "a value twice": (
        "ต่ำกว่า 2 เท่า 5 วันทำการ ประมาณ 2 ปี",
        "below 5 times for 2 business days, for around 2 years",
    ),
    "places of four": (
        "ทางขาด 15 แห่ง น้ำท่วม 9 แห่ง (9 จุด) สะพาน 5 แห่ง",
        "15 roads cut, 9 flooded (5 points) and 9 bridges",
    ),
    "places of three": ("สาย 20 ยาว 30 และสาย 20 กับ 40", "line 30 of 20, line 20 and 40"),
}
#: Correct English that has its numbers in another order.
TURNED = {
    "turned round": ("แรงงาน 110 ประเทศ จำนวน 118,572 คน", "118,572 workers in 110 countries"),
    "one noun is known": ("รุ่นที่ 1 จำนวน 38 ราย", "38 people of batch 1"),
    "bottles": ("ขนาด 500 มิลลิลิตร จำนวน 100 ขวด", "100 bottles of 500 milliliters"),
    "in order, a value twice": ("15 สายทาง 9 แห่ง และ 9 คน", "15 routes, 9 sites and 9 people"),
    "another number of numbers": ("5 คน 7 คน 5 คน", "7 people and 5 people"),
    "other numbers": ("5 คน 5 คน 7 คน", "5 people, 5 people and 8 people"),
    "one number": ("5 คน", "5 people"),
    "neighbours of three": ("5 ลูก 5 ก้อน 7 แท่ง", "5 balls, 7 bars, 5 lumps"),
    "one phrase for both": ("10 โครงการ 5 โครงการ 10 คน", "10 projects, 5 projects, 10 people"),
}  # fmt: skip


@pytest.mark.parametrize("name", EXCHANGED)
def test_exchanged(name):
    assert exchanged(*EXCHANGED[name])


@pytest.mark.parametrize("name", TURNED)
def test_correct(name):
    assert exchanged(*TURNED[name]) == ()
