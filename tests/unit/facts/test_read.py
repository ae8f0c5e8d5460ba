"""What each spelling of a value is read as, in both languages."""

from decimal import Decimal

import pytest

from bilingual_news.facts.calendar_names import english_calendar, thai_calendar
from bilingual_news.facts.english import english_facts
from bilingual_news.facts.thai import thai_facts
from bilingual_news.facts.words import (
    english_word_values,
    stated_thai_words,
    thai_word_value,
    thai_word_values,
)

THAI = {
    "integer": ("มี 12 แห่ง", [("n", 12)]),
    "thousands": ("ประชาชน 1,234,567 คน", [("n", 1234567)]),
    "decimals": ("ขนาด 2.5 เท่า", [("n", Decimal("2.5"))]),
    "Thai digits": ("ครั้งที่ ๒๓", [("n", 23)]),
    "percent sign": ("เพิ่มขึ้น 5%", [("%", 5)]),
    "percent word": ("เพิ่มขึ้น 5 เปอร์เซ็นต์", [("%", 5)]),
    "percent prefix": ("ร้อยละ 7.25 ต่อปี", [("%", Decimal("7.25"))]),
    "negative percent": ("ร้อยละ -15.0", [("%", Decimal("15.0"))]),
    "million": ("1.5 ล้านบาท", [("n", 1500000)]),
    "hundred billion": ("2 แสนล้านบาท", [("n", 2 * 10**11)]),
    "ten billion": ("3.2 หมื่นล้านบาท", [("n", 32 * 10**9)]),
    "billion": ("6 พันล้านบาท", [("n", 6 * 10**9)]),
    "trillion": ("1 ล้านล้านบาท", [("n", 10**12)]),
    "abbreviated million": ("6.2 พันลบ.", [("n", 62 * 10**8)]),
    "over a billion": ("3 พันกว่าล้านบาท", [("n", 3 * 10**9)]),
    "hundred thousand": ("2 แสนราย", [("n", 200000)]),
    "added magnitudes": ("3 แสน 5 หมื่นบาท", [("n", 350000)]),
    "added billions": ("2 หมื่น 5 พันล้านบาท", [("n", 25 * 10**9)]),
    "no magnitude of a rank": ("กลุ่มที่ 2 ร้อยเอก ธรรมนัส", [("n", 2)]),
    "no magnitude of Lanna": ("5 ล้านนา", [("n", 5)]),
    "year": ("พ.ศ. 2565", [("y", 2022)]),
    "bare year": ("แผน 2565", [("y", 2022)]),
    "Common Era": ("ค.ศ. 2022", [("y", 2022)]),
    "short year": ("ปี 65", [("y", 2022), ("n", 65)]),
    "fiscal year": ("ปีงบประมาณ 2566", [("y", 2023)]),
    "short fiscal year": ("ปีงบฯ 67", [("n", 67), ("y", 2024)]),
    "school year": ("ปีการศึกษา 2565", [("y", 2022)]),
    "people, not a year": ("จำนวน 2565 คน", [("y", 2022), ("n", 2565)]),
    "no year": ("สายด่วน 1586", [("n", 1586)]),
    "room": ("ห้อง 2502", [("y", 1959), ("n", 2502)]),
    "time": ("15.30 น.", [("t", 930), ("n", Decimal("15.30"))]),
    "time with colon": ("เวลา 9:05 น.", [("t", 545), ("n", Decimal("9.05"))]),
    "hour": ("เวลา 14 นาฬิกา", [("t", 840)]),
    "midnight": ("24.00 น.", [("t", 0), ("n", Decimal("24.00"))]),
    "evening": ("4 ทุ่ม", [("t", 1320)]),
    "phone": ("โทร. 0 2282 1234", [("p", "022821234")]),
    "phone with hyphens": ("โทร. 02-282-1234", [("p", "022821234")]),
    "mobile": ("0812345678", [("p", "0812345678")]),
    "slashed date": ("27/01/2565", [("d", 127)]),
    "code": ("ค่า PM2.5", [("n", Decimal("2.5"))]),
    "dotted": ("ข้อ 1.2.3", [("n", "1.2.3")]),
    "bare short year": ("มหกรรม 66", [("n", 66), ("y", 2023)]),
    "cycles": ("8 รอบ", [("n", 8), ("n", 96)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "keys"), THAI.values(), ids=THAI)
def test_thai(text, keys):
    assert list(thai_facts(text)[0].keys) == keys


DATES = {
    "full": ("27 มกราคม 2565", [("d", 127), ("y", 2022)]),
    "era": ("27 มกราคม พ.ศ. 2565", [("d", 127), ("y", 2022)]),
    "CE": ("27 มกราคม ค.ศ. 2022", [("d", 127), ("y", 2022)]),
    "abbreviated": ("1 ก.พ. 67", [("d", 201), ("y", 2024)]),
    "tight": ("24 ต.ค.64", [("d", 1024), ("y", 2021)]),
    "without dots": ("10 สค. 65", [("d", 810), ("y", 2022)]),
    "without year": ("5 ธันวาคม นี้", [("d", 1205)]),
    "range": ("18 - 21 พฤษภาคม 2565", [("d", 518), ("d", 521), ("y", 2022)]),
    "list": ("17, 18 และ 25 ธ.ค. 65", [("d", 1217), ("d", 1218), ("d", 1225), ("y", 2022)]),
    "weekdays": ("วันศุกร์ที่ 6 และวันเสาร์ที่ 7 ตุลาคม 2566", [("d", 1006), ("d", 1007), ("y", 2023)]),
    "two months": ("30 พ.ย. - 2 ธ.ค. 2565", [("d", 1130), ("d", 1202), ("y", 2022)]),
    "month and year": ("เดือน ก.ค. 68", [("y", 2025), ("n", 68)]),
    "years": ("พ.ศ. 2566 - 2570", [("y", 2023), ("y", 2027)]),
    "short end": ("ปี 2566-70", [("y", 2023), ("y", 2027), ("n", 70)]),
    "meeting": ("ครั้งที่ 3/2565", [("n", 3), ("y", 2022), ("n", 2565)]),
    "no such day": ("31 กุมภาพันธ์", [("n", 31)]),
    "not the month": ("ครั้งที่ 11 เดือน พ.ย.", [("n", 11)]),
    "time range": ("08.30 - 16.30 น.", [("t", 510), ("n", Decimal("8.30")), ("t", 990), ("n", Decimal("16.30"))]),  # noqa: E501
    "magnitude of a range": ("10 - 20 ล้าน", [("n", 10), ("n", 10000000), ("n", 20000000)]),
    "percent of a list": ("ร้อยละ 64.8 13.9", [("%", Decimal("64.8")), ("n", Decimal("13.9")), ("%", Decimal("13.9"))]),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize(("text", "keys"), DATES.values(), ids=DATES)
def test_thai_with_several(text, keys):
    assert [key for fact in thai_facts(text) for key in fact.keys] == keys


ENGLISH = {
    "integer": ("12 places", [("n", 12)]),
    "thousands": ("1,234,567 people", [("n", 1234567)]),
    "million": ("1.5 million baht", [("n", 1500000)]),
    "title case": ("100 Billion Baht", [("n", 10**11)]),
    "hundred million": ("2 hundred million", [("n", 2 * 10**8)]),
    "short billion": ("£2.8bn", [("n", 28 * 10**8)]),
    "name or million": ("the 3M principles", [("n", 3000000), ("n", 3)]),
    "percent": ("5 percent", [("%", 5)]),
    "per cent": ("5.5 per cent", [("%", Decimal("5.5"))]),
    "ordinal": ("the 22nd meeting", [("n", 22)]),
    "year": ("in 2022", [("y", 2022), ("n", 2022)]),
    "Buddhist era": ("B.E. 2565", [("y", 2022)]),
    "Buddhist year left": ("in 2565", [("n", 2565)]),
    "attached": ("FY2023", [("n", 2023), ("y", 2023)]),
    "day and month": ("17 December", [("d", 1217), ("n", 17)]),
    "month and day": ("December 17", [("d", 1217), ("n", 17)]),
    "ordinal day": ("the 1st of May", [("d", 501), ("n", 1)]),
    "24 hours": ("at 15:30", [("t", 930), ("n", Decimal("15.30"))]),
    "p.m.": ("at 3.30 p.m.", [("t", 930), ("n", Decimal("3.30"))]),
    "noon": ("12 p.m.", [("t", 720), ("n", 12)]),
    "midnight": ("12 a.m.", [("t", 0), ("n", 12)]),
    "hours": ("0900 hrs", [("t", 540), ("n", Decimal("9.00"))]),
    "duration": ("240 hours", [("n", 240)]),
    "scale of a map": ("1:50,000", [("n", 1)]),
    "phone": ("call 02-282-1234", [("p", "022821234")]),
    "international": ("+66 2 282 1234", [("p", "022821234")]),
    "slashed": ("27/01/2022", [("d", 127)]),
    "either order": ("03/04/2022", [("d", 403), ("d", 304)]),
    "dotted": ("item 1.2.3", [("n", "1.2.3")]),
    "variant": ("B.1.351.2", [("n", "1.351.2")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "keys"), ENGLISH.values(), ids=ENGLISH)
def test_english(text, keys):
    assert list(english_facts(text)[0].keys) == keys


ENGLISH_MANY = {
    "date range": ("17–25 December 2022", ["d", "d", "y"]),
    "American range": ("December 17–25, 2022", ["d", "d", "y"]),
    "weekdays": ("on Friday 6 and Saturday 7 October 2023", ["d", "d", "y"]),
    "years": ("2021/22", ["y", "y"]),
    "time range": ("10:00–11:30 a.m.", ["t", "t"]),
    "nothing": ("no digits", []),
    "address": ("see https://a.b/12 and x9@y.com #tag12", []),
    "impossible date": ("31 February", ["n"]),
    "impossible slashed": ("45/99/2022", ["n", "n", "y"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "spaces"), ENGLISH_MANY.values(), ids=ENGLISH_MANY)
def test_english_with_several(text, spaces):
    assert [fact.keys[0][0] for fact in english_facts(text)] == spaces


def test_a_percentage_or_magnitude_of_a_range_holds_for_both_ends():
    first, _ = english_facts("24.1 and 8.1 percent")
    assert ("%", Decimal("24.1")) in first.keys
    first, _ = english_facts("1.5-2 million")
    assert ("n", 1500000) in first.keys


def test_units_and_currencies():
    assert [f.unit for f in thai_facts("5 ไร่ 3 กม. 7 ล้านบาท 2 วัน")] == ["rai", "kilometer", "baht", "day"]
    found = english_facts("5 rai, 3 km, 7 million baht, US$2, 4 blocks")
    assert [f.unit for f in found] == ["rai", "kilometer", "baht", "dollar", ""]


def test_digits_in_latin_words_and_single_things_are_not_required():
    assert [f.required for f in thai_facts("5G จำนวน 1 แห่ง มท.1 และ 3 แห่ง")] == [False, False, False, True]
    assert [f.required for f in english_facts("COVID-19, 7-Eleven, 2nd Lt., 3 places")] == [
        False,
        False,
        False,
        True,
    ]


def test_spans_are_those_of_the_text():
    text = "รวม ๒๕ แห่ง"
    fact = thai_facts(text)[0]
    assert text[fact.start : fact.end] == "๒๕"
    text = "in all 25 places"
    fact = english_facts(text)[0]
    assert text[fact.start : fact.end] == "25"


def test_calendar_names():
    assert [f.keys[0] for f in thai_calendar("วันศุกร์ เดือนมีนาคม วันพฤหัสที่")] == [("m", 3), ("w", 4), ("w", 3)]
    assert thai_calendar("ข่าว") == ()
    assert [f.keys[0] for f in english_calendar("Fridays in March, Thu")] == [("w", 4), ("m", 3), ("w", 3)]


WORDS = {
    "หนึ่ง": 1, "สิบ": 10, "สิบเอ็ด": 11, "ยี่สิบสาม": 23, "สองร้อยห้าสิบ": 250, "หนึ่งพันสองร้อย": 1200,
    "สามแสน": 300000, "สองร้อยล้าน": 200000000, "ห้าล้านสองแสน": 5200000, "หนึ่งล้านล้าน": 10**12, "ล้าน": 10**6,
}  # fmt: skip


@pytest.mark.parametrize(("word", "value"), WORDS.items())
def test_thai_number_words(word, value):
    assert thai_word_value(word) == value


def test_words_that_may_state_a_number():
    assert {3, 20, 23} <= english_word_values("twenty-three")
    assert {1200, 1000, 200} & english_word_values("one thousand two hundred") >= {1200}
    assert 205 in english_word_values("two hundred and five")
    assert {2, 7, 9} <= english_word_values("both sevenfold Rama IX")
    assert Decimal("0.5") in english_word_values("half a year")
    assert english_word_values("news") == frozenset()
    assert {2, Decimal("0.5")} <= thai_word_values("ครึ่งปี สองแห่ง")
    assert -1 in thai_word_values("บ่ายสามโมง")


def test_only_compounds_are_stated_beyond_doubt():
    assert [(value, word) for value, word, _ in stated_thai_words("หนึ่งในห้าสิบคน ร้อยเอ็ด")] == [(50, "ห้าสิบ")]
