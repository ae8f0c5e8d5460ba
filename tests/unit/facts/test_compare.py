"""Facts of pairs: what differs, and what must not count as a difference."""

import pytest

from bilingual_news.facts.compare import (
    calendar_differences,
    differences,
    worded_differences,
)
from bilingual_news.facts.rendering import render

SAME = {
    "year": ("พ.ศ. 2565", "2022"),
    "law": ("พ.ร.บ. พ.ศ. 2561", "Act, B.E. 2561 (2018)"),
    "range once": ("1 มกราคม 2565 ถึง 31 มกราคม 2565", "1–31 January 2022"),
    "American dates": ("17-25 ธันวาคม 2565", "December 17–25, 2022"),
    "words": ("3 ประเทศ 2 เท่า", "three countries, twice"),
    "ordinal": ("ครั้งที่ ๒", "the second time"),
    "magnitude": ("4,807 ล้าน", "4.807 billion"),
    "magnitude without digits": ("กว่าแสนล้านบาท", "more than 100 billion baht"),
    "time": ("15.30 น.", "3.30 p.m."),
    "noon": ("12.00 น.", "noon"),
    "midnight": ("ถึงเวลา 24.00 น.", "until midnight"),
    "midnight as zero": ("เวลา 00.00 น.", "at midnight"),
    "around the clock": ("ตลอด 24 ชั่วโมง", "around the clock"),
    "day and night": ("ตลอด 24 ชั่วโมง", "day and night"),
    "hours and days": ("ตลอด 24 ชั่วโมง", "24/7"),
    "this May": ("พ.ค.65 นี้", "this May"),
    "this coming May": ("พฤษภาคม 2565 ที่จะถึงนี้", "this coming May"),
    "units of a range": ("อายุ 6 เดือน – 5 ปี", "six months to 5 years"),
    "units of a range, one stated apart": ("6 เดือน – 5 ปี 6 คน", "6 months: 6 to 5 years"),
    "this year": ("ในปี 2565 นี้", "this year"),
    "worded time": ("หนึ่งทุ่ม", "7 p.m."),
    "phone": ("โทร. 0 2282 1234", "+66 2282 1234"),
    "one thing": ("จำนวน 1 แห่ง", "a hospital"),
    "virus": ("โรคติดเชื้อไวรัสโคโรนา 2019", "COVID-19"),
    "nickname": ("มท.1", "Interior Minister"),
    "list": ("ร้อยละ 64.8 13.9 และ 62.9", "64.8, 13.9 and 62.9 percent"),
    "age": ("ฉลองพระชนมายุ 8 รอบ", "the 8th cycle (96th) birthday"),
    "short year": ("ครั้งที่ 1/67", "No. 1/2024"),
    "order": ("ห้อง 2502", "Room 2502"),
    "half": ("50% ของเงิน", "half of the money"),
    "nothing": ("ข่าว", "news"),
    "Roman numeral": ("ซูเปอร์โบว์ลครั้งที่ 49 และครั้งที่ 33", "Super Bowl XLIX and XXXIII"),
    "decades": ("เป็นเวลากว่า 40 ปี", "for four decades"),
    "decades without a number": ("40 ปี", "after the decades, forty years"),
    "dozens": ("24 แบบ", "two dozen kinds"),
    "half a million": ("500,000 คน", "half a million people"),
    "a few": ("เมื่อ 2-3 ปีก่อน", "several years ago"),
    "a few, with spaces": ("อีก 4-5 เดือน", "after a few months"),
    "decimal in words": ("หนึ่งจุดห้าพันล้านคน", "1.5 billion people"),
    "whole decimal in words": ("สองจุดห้าสิบบาท", "25 baht"),
    "decimal without scale": ("ห้าจุดห้า", "5.5"),
    "thousands divided by spaces": ("162,584 คน 1,234,567 บาท", "162 584 people, 1 234 567 baht"),
    "thin spaces": ("162,584 คน", "162\u2009584 people"),
    "spaces before a magnitude": ("162,584 ล้านยูโร", "162 584 mln EUR"),
    "all of it": ("คุ้มครอง 100%", "fully protected"),
    "second place": ("ทิ้งห่างอันดับ 2", "ahead of the runner-up"),
    "a magnitude parted by a space that does not break": ("5 พัน\u00a0ล้าน", "5 billion"),
    "a month parted by one": ("5 เม.\u00a0ย. 2565", "5 April 2022"),
    "a long figure": ("เลข 1234567890123456789012345678901", "No. 1234567890123456789012345678901"),
    "a full hour": ("10.00 น. และ 22.00 น.", "10 a.m. and 10 p.m."),
    "hours of a range": ("08.00-11.00 น.", "8 to 11 a.m."),
    "repeated in Thai words": ("สองร้อยคน คือ 200 คน", "200 people, 200 in all"),
}


@pytest.mark.parametrize(("thai", "english"), SAME.values(), ids=SAME)
def test_same(thai, english):
    assert differences(thai, english) == ()


CHANGED = {
    "number": ("12 แห่ง", "15 places", "12", "15"),
    "Buddhist year": ("ปี 2563", "in 2563", "2020", "2563"),
    "magnitude": ("1.5 ล้านบาท", "1.5 billion baht", "1.5 million baht", "1.5 billion"),
    "percent": ("ร้อยละ 5", "6 percent", "5 percent", "6 percent"),
    "day": ("27 มกราคม", "28 January", "27 January", "28"),
    "month": ("27 มกราคม", "27 June", "27 January", "27"),
    "time": ("15.30 น.", "at 16:30", "15:30", "16:30"),
    "evening for morning at a full hour": ("10.00 น.", "10 p.m.", "10:00", "10 p.m."),
    "morning for evening": ("22.00 น.", "at 10 a.m.", "22:00", "10 a.m."),
    "a hotline": ("สายด่วน 1599", "hotline 1559", "1599", "1559"),
    "not all of it": ("คุ้มครอง 90%", "fully protected", "90 percent", None),
    "a long figure": ("เลข 1234567890123456789012345678901", "No. 5", "1234567890123456789012345678901", "5"),
    "trillions": ("16.3 ล้านล้านบาท", "16.3 billion baht", "16.3 trillion baht", "16.3 billion"),
    "midnight for noon": ("12.00 น.", "midnight", "12:00", None),
    "another clock": ("24 ชั่วโมง", "by the clock", "24 hours", None),
    "another year for this one": ("ปี 2565 นี้", "in 2023, this year", "2022", "2023"),
    "another month for this one": ("พ.ค.65 นี้", "in May", "2022", None),
    "a unit lost beside a range": ("6 เดือน – 5 ปี", "six to 5 years", "6 months", "six to 5 years"),
    "a unit lost in figures": ("30 นาที ถึง 2 ชั่วโมง", "30-2 hours", "30 minutes", "30-2 hours"),
    "seven days": ("23 ชั่วโมง", "23/7", "", "7"),
    "dropped": ("12 แห่ง", "places", "12", None),
    "phone": ("โทร. 0 2282 1234", "call 0 2282 1235", "022821234", "0 2282 1235"),
    "phone in pieces": (
        "โทร. 0 2653 4444 ต่อ 3315",
        "Tel. 0 2653 444444 ext. 3315",
        "026534444",
        "0 2653 444444",
    ),
    "no range": ("อีก 2 ปี กับ 4 เดือน", "in a few years, 4 months", "2 years", None),
    "a postcode": ("กรุงเทพมหานคร 10400", "Bangkok", "10400", None),
    "no postcode": ("จำนวน 10400 คน", "people", "10,400", None),
    "no thousands": ("5 แห่ง 300 ไร่", "Moo 5 200 rai", "300 rai", "200"),
    "a range of more": ("12-13 คน", "several of 13 people", "12", None),
}


@pytest.mark.parametrize(("thai", "english", "expected", "found"), CHANGED.values(), ids=CHANGED)
def test_changed(thai, english, expected, found):
    [difference] = differences(thai, english)
    assert difference.expected == expected
    assert (difference.english and difference.english.text[: len(found or "")]) == found


def test_other_numbers_are_no_part_of_a_lost_telephone_number():
    found = differences("โทร. 0 2653 4444 จำนวน 5 แห่ง", "Tel. lost, 7 places")
    assert [(d.expected, d.english and d.english.text) for d in found] == [("026534444", None), ("5", "7")]


def test_added():
    [difference] = differences("หลายแห่ง", "15 places")
    assert (difference.thai, difference.english.text) == (None, "15")


def test_a_value_stated_more_often_than_in_the_thai():
    [difference] = differences("500 บาท", "500 baht and 500 people")
    assert (difference.thai, difference.english.text, difference.english.start) == (None, "500", 13)
    assert differences("1 คน", "1 person, 1 man") == ()


def test_units():
    [difference] = differences("พื้นที่ 5 ไร่", "an area of 5 hectares")
    assert difference.is_unit
    assert difference.expected == "5 rai"
    assert differences("5 ไร่ 5 เมตร", "5 meters and 5 rai") == ()
    assert differences("7 วัน", "7 days") == ()


def test_calendar():
    [difference] = calendar_differences("วันศุกร์", "on Monday")
    assert (difference.expected, difference.english.text) == ("Friday", "Monday")
    assert [d.expected for d in calendar_differences("เดือนมีนาคม", "in May")] == ["March"]
    assert calendar_differences("เดือนมีนาคม", "03/03/2022") == ()
    assert [d.english for d in calendar_differences("วันศุกร์", "today")] == [None]


def test_number_words():
    [difference] = worded_differences("เงินสองร้อยล้านบาท", "300 million baht")
    assert difference.expected == "200 million"
    assert worded_differences("เงินสองร้อยล้านบาท", "200 million baht") == ()
    assert worded_differences("ห้าสิบคน", "fifty people") == ()


RENDERED = {
    "3.55 million": (("n", 3550000), ""), "1,234,567": (("n", 1234567), ""), "25 billion baht": (("n", 25 * 10**9), "baht"),  # noqa: E501
    "16.3 trillion baht": (("n", 163 * 10**11), "baht"), "1,000,000,000,000,000": (("n", 10**15), ""),
    "1 meter": (("n", 1), "meter"), "2 meters": (("n", 2), "meter"), "5 percent": (("%", 5), ""),
    "09:05": (("t", 545), ""), "29 February": (("d", 229), ""), "March": (("m", 3), ""), "Sunday": (("w", 6), ""),  # noqa: E501
    "1.2.3": (("n", "1.2.3"), ""), "2022": (("y", 2022), ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), RENDERED.items())
def test_rendered(text, value):
    assert render(*value) == text


def test_a_date_with_an_impossible_year_is_read():
    assert [d.thai.text for d in differences("วันที่ 12/3/9999", "on 12 March") if d.thai] == ["9999"]
    assert differences("วันที่ 12/3/9999", "on 12/3/9999") == ()


def test_a_day_before_a_year_without_a_space_is_a_day():
    assert not [d for d in differences("31 ตุลาคม", "October 31,2024") if d.thai]
