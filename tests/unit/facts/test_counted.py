"""Numbers that changed places, told by their order, their units, and by what they count."""

import pytest

from bilingual_news.facts.compare import agree
from bilingual_news.facts.counted import classifier
from bilingual_news.facts.exchanged import exchanged
from bilingual_news.facts.thai import thai_facts

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
    "a unit that went to another number": ("ข้าว 105 จำนวน 400 ตัน", "105 tons of rice 400"),
    "milliliters and bottles": ("ขนาด 500 มิลลิลิตร จำนวน 100 ขวด", "500 bottles of 100 milliliters"),
    "a year and months": ("1 ปี 4 เดือน นาน 4 เดือน", "4 year 4 months, for 1 months"),
    "amounts of one unit": ("ห่าง 3 สัปดาห์ เว้น 6 สัปดาห์ เข็มที่ 3", "6 weeks apart, after 3 weeks the 3rd"),
    "what they count, in the order of the Thai": ("152 คดี ใน 29 จังหวัด", "152 provinces in 29 cases"),
    "households and people": ("52 ครัวเรือน หรือ 148 คน", "52 people or 148 households"),
    "more than so many": ("74 อำเภอ ประชาชนกว่า 233,000 คน", "74 people and more than 233,000 districts"),
    "with ones": ("11 วัด 1 โบสถ์ 1 พิพิธภัณฑ์", "1 temples, 1 shrine and 11 museum"),
    "days of a range": ("วันที่ 17-25 ธันวาคม 2565", "25–17 December 2022"),
    "days of two months": ("1 เม.ย. 65 - 31 มี.ค. 66", "31 March 2023 to 1 April 2022"),
    "times of a range": ("เวลา 09.00-16.30 น.", "16:30–09:00"),
    "years of a range": ("ปี 2565-2570", "2027–2022"),
    "percentages of a range": ("ร้อยละ 3-5", "5–3 percent"),
    "kinds of people": ("ผู้ต้องขัง 70 ราย เจ้าหน้าที่ 9 ราย", "70 staff and 9 inmates"),
    "kinds of people, one number in a word": (
        "ติดเชื้อ 79 ราย เป็นผู้ต้องขัง 70 ราย เจ้าหน้าที่ 9 ราย",
        "79 infected: 70 staff and nine inmates",
    ),
    "in words": ("จำคุก 3 ปี 6 เดือน", "jailed for three months and six years"),
    "the number of a section": ("เยียวยา ม.33 ใน 13 จว.", "Section 13 insured persons in 33 provinces"),
    "one in a word": ("ท่วม 9 อำเภอ 35 ตำบล", "nine subdistricts and 35 districts"),
    "kinds of people in another order": ("นักเรียนชาย 20 คน หญิง 30 คน", "30 boys and 20 girls"),
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
    "units keep their numbers": (
        "250 คน อายุต่ำกว่า 20 ปี จำนวน 25 คน เป็นเยาวชน 21 คน",
        "250 patrons, of whom 25 were under 20 years of age, including 21 youths",
    ),
    "an ordinal measures nothing": ("ครบรอบ 71 ปี เข้าสู่ปีที่ 72", "71st anniversary, its 72nd year"),
    "codes": ("รหัส 5.7.501 550", "code 550 5.7.501"),
    "owners are not counted": ("2 ราย และ 6 สถาบัน", "2 recipients and 6 farmers' institutions"),
    "a range as in the Thai": ("วันที่ 17-25 ธันวาคม", "17–25 December"),
    "two ranges": ("ปี 2565-2570 และ 2570-2565", "2027–2022 and 2022–2027"),
    "no range": ("17-25 คน", "25, 30 and 17 people in 25"),
    "kinds of people": ("ผู้ต้องขัง 70 ราย เจ้าหน้าที่ 9 ราย", "70 inmates and nine staff"),
    "kinds of people turned round": ("ผู้ต้องขัง 70 ราย เจ้าหน้าที่ 9 ราย", "nine staff and 70 inmates"),
    "numbers before both kinds": ("ชาย 20 คน หญิง 30 คน", "20 men and women and 30 women"),
    "one kind twice": ("ชาย 20 คน ชาย 30 คน", "20 women and 30 men"),
    "a word that stands twice": ("ชาย 20 คน หญิง 2 คน", "20 women, two men, two others"),
    "in words, right": ("จำคุก 3 ปี 6 เดือน", "jailed for three years and six months"),
    "in words, one of them alone": ("5 อำเภอ 3 ตำบล", "five districts"),
    "the number of a class": ("ชั้น ม.1 จำนวน 360 คน", "360 Mathayom 1 students"),
    "the figures of a code": ("ไข้หวัดนก H5N1 รายที่ 11", "the 11th case of H5N1"),
    "one phrase for both": ("10 โครงการ 5 โครงการ 10 คน", "10 projects, 5 projects, 10 people"),
}  # fmt: skip


@pytest.mark.parametrize("name", EXCHANGED)
def test_exchanged(name):
    assert exchanged(*EXCHANGED[name])


@pytest.mark.parametrize("name", TURNED)
def test_correct(name):
    assert exchanged(*TURNED[name]) == ()


def test_numbers_before_each_others_nouns_do_not_agree():
    assert not agree("152 คดี ใน 29 จังหวัด", "152 provinces in 29 cases")
    assert agree("152 คดี ใน 29 จังหวัด", "152 cases in 29 provinces")


def test_numbers_of_each_others_people_do_not_agree():
    assert not agree("ผู้ต้องขัง 70 ราย เจ้าหน้าที่ 9 ราย", "70 staff and 9 inmates")
    assert agree("ผู้ต้องขัง 70 ราย เจ้าหน้าที่ 9 ราย", "70 inmates and 9 staff")


def test_the_classifier_after_a_number():
    facts = thai_facts("5 คน 6 หมื่นกว่าราย 7")
    assert [classifier("5 คน 6 หมื่นกว่าราย 7", fact) for fact in facts] == ["คน", "ราย", ""]
