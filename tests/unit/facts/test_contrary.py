"""What is said of a number: bounds, changes, ordinals and fractions that English turns round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.facts.bounds import contrary_bounds
from bilingual_news.facts.compare import agree, differences
from bilingual_news.facts.directions import contrary_directions
from bilingual_news.facts.english import english_facts
from bilingual_news.facts.fractions import other_fractions
from bilingual_news.facts.ordinals import ordinal_contradictions
from bilingual_news.facts.shares import other_shares
from bilingual_news.facts.small import other_small_numbers
from bilingual_news.facts.thai import thai_facts

#: The Thai, English that says the contrary, what it should say, and the words that are wrong.
BOUNDS = {
    "the most": ("ไม่เกิน 5 วัน", "at least 5 days", "not more than 5 days", "at least"),
    "the least": ("ไม่ต่ำกว่า 20 ปี", "no more than 20 years", "no less than 20 years", "no more than"),
    "more": ("กว่า 200 คน", "nearly 200 people", "more than 200", "nearly"),
    "nearly": ("เกือบ 2 แสนคน", "over 200,000 people", "nearly 200,000", "over"),
    "up to": ("สูงสุด 5 ล้านบาท", "a minimum of 5 million baht", "up to 5 million baht", "minimum of"),
    "after the number": ("อายุ 60 ปีขึ้นไป", "aged under 60 years", "60 years or more", "under"),
    "after the English number": ("ไม่เกิน 60 ปี", "60 years or older", "not more than 60 years", "or older"),
    "after a magnitude": ("6 หมื่นกว่าราย", "under 60,000 cases", "more than 60,000", "under"),
    "far": ("ไม่เกินครัวเรือนละ 30 ไร่", "at least 30 rai", "not more than 30 rai", "at least"),
    "money": ("ไม่เกิน 50,000 บาท", "exceeding 50,000 baht", "not more than 50,000 baht", "exceeding"),
    "in words": ("ไม่เกิน 2 ปี", "more than two years", "not more than 2 years", "more than"),
    "in a word at the beginning": ("ไม่เกิน 2 ปี", "Two years or more", "not more than 2 years", "or more"),
    "of two the same": (
        "7 ปีขึ้นไป ไม่เกิน 25 ไร่ ไม่เกิน 25 ไร่",
        "7 years or more, not more than 25 rai, not less than 25 rai",
        "not more than 25 rai", "not less than",
    ),
    "one of both bounds": (
        "ไม่เกิน 10 ล้านบาท และมากกว่า 10 ล้านบาท",
        "no more than 10 million baht, less than 10 million baht",
        "more than 10 million baht", "no more than",
    ),
    "negated apart": (
        "ไม่เกิน 3 ปี หรือปรับไม่เกิน 6 แสนบาท",
        "not exceeding 3 years or a fine exceeding 600,000 baht",
        "not more than 600,000 baht", "exceeding",
    ),
    "after another negation": (
        "สินเชื่อที่ไม่มีหลักประกันไม่เกิน 2 ล้านบาท", "over 2 million baht", "not more than 2 million baht", "over",
    ),
}  # fmt: skip
NO_BOUNDS = {
    "the same": ("ไม่เกิน 5 วัน", "up to 5 days"),
    "negated in English": ("ไม่เกิน 5 วัน", "must not be more than 5 days"),
    "negated further away": ("ไม่เกิน 60 วัน", "did not last for more than 60 days"),
    "negated in the Thai": ("ไม่จำเป็นต้องมีมากกว่า 4 ตำแหน่ง", "need no more than 4 places"),
    "exceed": ("ไม่ควรเกิน 100 คน", "should not exceed 100 people"),
    "left out": ("กว่า 200 คน", "200 people"),
    "faster than": ("เร็วกว่า 2 เท่า", "at most 2 times"),
    "next to": ("ร้อยละ 36.9 รองลงมา คือ", "more than 36.9 percent"),
    "both": ("ไม่เกิน 10 บาท และเกิน 10 บาท", "up to 10 baht and over 10 baht"),
    "of another number": ("ไม่เกิน 5 วัน", "at least 6 days"),
    "kilometre and metre": ("กม. ที่ 16+350 เกือบ", "km 16+350"),
    "no number": ("กว่าจะถึง", "more than that"),
    "one of two left out": ("ไม่เกิน 25 ไร่ ไม่เกิน 25 ไร่", "up to 25 rai, 25 rai each"),
    "both, and another": ("ไม่เกิน 10 บาท เกิน 10 บาท 10 คน", "up to 10 baht, under 10 baht, over 10 baht"),
    "other occurrences": ("ไม่เกิน 2 ปี และ 2 คน", "within 2 years, more than 2 people"),
}


@pytest.mark.parametrize("name", BOUNDS)
def test_a_bound_turned_round(name):
    thai, english, expected, words = BOUNDS[name]
    [found] = contrary_bounds(thai, english)
    assert (found.expected, found.english.words) == (expected, words)
    assert thai[found.thai.start : found.thai.end] == found.thai.words
    assert english[found.english.start : found.english.end] == words


@pytest.mark.parametrize("name", NO_BOUNDS)
def test_no_bound_turned_round(name):
    assert contrary_bounds(*NO_BOUNDS[name]) == ()


CHANGES = {
    "up": ("เพิ่มขึ้นร้อยละ 5", "fell 5 percent", "an increase beside 5 percent", "fell"),
    "down": ("ลดลง 300 ราย", "rose by 300", "a decrease beside 300", "rose"),
    "after the number": ("ขยายตัวร้อยละ 5", "a 5 percent decrease", "an increase beside 5 percent", "decrease"),
    "to a value": ("เพิ่มขึ้นเป็น 85.4", "fell to 85.4", "an increase beside 85.4", "fell"),
    "compared with before": (
        "เพิ่มขึ้นจากช่วงเดียวกันปีก่อนที่ร้อยละ 1.4", "fell 1.4 percent in October",
        "an increase beside 1.4 percent", "fell",
    ),
    "compared with a month": (
        "เพิ่มขึ้นจากเดือนมิถุนายน 2563 จำนวน 10 ราย", "down by 10 from June 2020", "an increase beside 10", "down",
    ),
    "of headlines": ("หุ้นร่วงแรง 3%", "shares soared 3%", "a decrease beside 3 percent", "soared"),
    "of headlines, up": ("ทองพุ่ง 500 บาท", "gold plunged 500 baht", "an increase beside 500 baht", "plunged"),
    "what is left": (
        "ลดภาษีตอบโต้สินค้าไทยเหลือ 19%", "raised its tariff on Thai goods to 19%",
        "a decrease beside 19 percent", "raised",
    ),
    "a list": (
        "ขยายตัวร้อยละ 64.8 13.9", "contracted by 64.8, 13.9 percent", "an increase beside 64.8 percent",
        "contracted",
    ),
}  # fmt: skip
NO_CHANGES = {
    "the same": ("เพิ่มขึ้นร้อยละ 5", "up 5 percent"),
    "both in English": ("ลดลง 20% เพิ่มเติม", "an increase of 20% less"),
    "another clause": ("เพิ่มขึ้น 5 คน", "fell, and 5 people"),
    "up to": ("ลดสูงสุด 50%", "up to 50%"),
    "higher than": ("ลดลง 50 คน", "lower than 50"),
    "a name": ("ลด 3 โครงการ", "Rise 3 projects"),
    "another word": ("ฟิลด์ 5 ตัว", "increase 5"),
    "too far": ("เพิ่มขึ้นอย่างต่อเนื่องในทุกพื้นที่ของประเทศไทยตลอดปี 5 คน", "fell 5"),
    "no change": ("5 คน", "fell 5"),
    "rammed": ("รถพุ่งชน 5 คัน", "five cars, down 5"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_turned_round(name):
    thai, english, expected, words = CHANGES[name]
    [found] = contrary_directions(thai, english)
    assert (found.expected, found.english.words) == (expected, words)


@pytest.mark.parametrize("name", NO_CHANGES)
def test_no_change_turned_round(name):
    assert contrary_directions(*NO_CHANGES[name]) == ()


ORDINALS = {
    "counted": ("ประชุมครั้งที่ 3", "met 3 times", "the 3rd", "3 times"),
    "counted in words": ("ประชุมครั้งที่ 3", "three meetings", "the 3rd", "three meetings"),
    "the eleventh": ("รุ่นที่ 11", "11 batches", "the 11th", "11 batches"),
    "after The": ("ครั้งที่ 22", "The 22 times meeting", "the 22nd", "22 times"),
    "ranked": ("ประชุม 3 ครั้ง", "met for the 3rd time", "3", "3rd time"),
    "ranked beside another number": ("3 วัน 3 รูปแบบ", "the 3rd day, 3 formats", "3", "3rd day"),
    "ranked in words": ("ในพื้นที่ 5 จังหวัด", "in the fifth province", "5", "fifth province"),
}  # fmt: skip
NO_ORDINALS = {
    "ordinal": ("ครั้งที่ 3", "the 3rd time"),
    "ordinal in words": ("ครั้งที่ 3", "the third time, with 3 men"),
    "label": ("ระยะที่ 3", "Phase 3 projects start"),
    "no plural": ("ครั้งที่ 3", "round of 3"),
    "date": ("วันที่ 3 มีนาคม", "3 days of March"),
    "counted": ("3 ครั้ง", "3 times"),
    "anniversary": ("ครบ 50 วัน", "the 50th day"),
    "stated in words": ("3 ครั้ง", "three times, the 3rd time"),
    "first days": ("3 วันแรก", "the third day"),
    "another noun": ("3 ครั้ง", "the third floor"),
    "twice": ("ครั้งที่ 3 และ 3 คน", "3 times and 3 people"),
    "decimal": ("3.5 เท่า", "the 3rd time"),
    "an ordinal too": ("3 วัน ถึงวันที่ 3", "three men to the 3rd day"),
    "ordinal and number": ("3 วัน", "3 full days, to the 3rd day"),
}


@pytest.mark.parametrize("name", ORDINALS)
def test_an_ordinal_or_number_of_things_turned_round(name):
    thai, english, expected, words = ORDINALS[name]
    [found] = ordinal_contradictions(thai, english)
    assert (found.expected, found.english.words) == (expected, words)
    assert thai[found.thai.start : found.thai.end] == found.thai.words


@pytest.mark.parametrize("name", NO_ORDINALS)
def test_no_ordinal_turned_round(name):
    assert ordinal_contradictions(*NO_ORDINALS[name]) == ()


FRACTIONS = {
    "third": ("1 ใน 3 ของประชากร", "two thirds of the population", "one third", "two thirds"),
    "Thai digits": ("๒ ใน ๓ ของสภา", "one-third of the House", "two thirds", "one-third"),
    "words": ("สามในสี่", "one quarter", "three quarters", "one quarter"),
    "half": ("ครึ่งหนึ่ง", "a third", "half", "a third"),
    "half for a third": ("หนึ่งในสาม", "half", "one third", "half"),
    "without a name": ("1 ใน 15 ของทั้งหมด", "a fifth", "1 in 15", "a fifth"),
}
NO_FRACTIONS = {
    "the same": ("1 ใน 3", "one third"),
    "in figures": ("1 ใน 4 ของประชากร", "1 in 4 of the population"),
    "reduced": ("2 ใน 4", "half"),
    "one of ten": ("1 ใน 10 เมือง", "one of the ten cities"),
    "a percentage": ("1 ใน 3 หรือร้อยละ 25", "a quarter"),
    "the first half": ("1 ใน 3 ครึ่งปีแรก", "half the year"),
    "a quarter of the year": ("1 ใน 3 ไตรมาส", "one quarter"),
    "one in English figures": ("1 ใน 3", "5 out of 9"),
    "no fraction": ("33 ใน 13 จังหวัด", "half"),
    "more than all": ("หนึ่งใน 3", "5 in 3"),
}


@pytest.mark.parametrize("name", FRACTIONS)
def test_another_fraction(name):
    thai, english, expected, words = FRACTIONS[name]
    [found] = other_fractions(thai, english)
    assert (found.expected, found.english.words) == (expected, words)


@pytest.mark.parametrize("name", NO_FRACTIONS)
def test_no_other_fraction(name):
    assert other_fractions(*NO_FRACTIONS[name]) == ()


SMALL_NUMBERS = {
    "days": ("เมื่อสองวันที่ผ่านมา", "three days ago", "two", "three days"),
    "after another word": ("สองเดือน", "three long months", "two", "three long months"),
    "people": ("สิบสองคน", "Ten people", "twelve", "Ten people"),
    "countries": ("ทั้งสามประเทศ", "the four countries", "three", "four countries"),
    "week": ("ในสัปดาห์ที่สอง", "in the third week", "second", "third week"),
    "time": ("ครั้งที่สาม", "for the fourth time", "third", "fourth time"),
    "beside a word that is no number": ("สองวัน สามารถ", "three days, can", "two", "three days"),
    "beside what is forbidden": ("สองวัน ห้ามเข้า", "five days, no entry", "two", "five days"),
    "beside another number": ("สองวัน สี่คน", "four men, three days", "two", "three days"),
}
NO_SMALL_NUMBERS = {
    "the same": ("สองวันก่อน", "two days ago"),
    "figures": ("สองวันก่อน", "2 days ago"),
    "figures, another": ("สองวันก่อน", "3 days ago"),
    "the same week": ("สัปดาห์ที่สอง", "the second week"),
    "both": ("ทั้งสองประเทศ", "both countries; four countries"),
    "one": ("หนึ่งวัน", "two days"),
    "twenty-two": ("ยี่สิบสองวัน", "twenty days, three days"),
    "two or three": ("สองสามวัน", "a few days"),
    "another noun": ("สองวัน", "three countries"),
    "nothing counted": ("สองแคว", "three days"),
    "in Thai figures": ("สองวัน 3 วัน", "three days"),
    "in a number of two words": ("สองวัน ห้ามื้อ", "five days of meals"),
    "no number": ("สามารถเดินทาง", "four days"),
}  # fmt: skip


@pytest.mark.parametrize("name", SMALL_NUMBERS)
def test_another_small_number(name):
    thai, english, expected, words = SMALL_NUMBERS[name]
    [(fact, other, word)] = other_small_numbers(thai, english)
    assert (word, other.text) == (expected, words)
    assert thai[fact.start : fact.end] == fact.text
    assert english[other.start : other.end] == other.text


@pytest.mark.parametrize("name", NO_SMALL_NUMBERS)
def test_no_other_small_number(name):
    assert other_small_numbers(*NO_SMALL_NUMBERS[name]) == []


SHARES = {
    "province": ("เฉลี่ยจังหวัดละ 13 ราย", "an average of 13 per hospital", "per province", "per hospital"),
    "bounded": ("ครอบครัวละไม่เกิน 5 ไร่", "up to 5 rai per person", "per household", "per person"),
    "after the number": ("300 บาทต่อวัน", "300 baht per month", "per day", "per month"),
    "slash": ("50 บาท/กิโลกรัม", "50 baht per ton", "per kilogram", "per ton"),
}
NO_SHARES = {
    "the same": ("จังหวัดละ 13 ราย", "13 per province"),
    "other words": ("จังหวัดละ 13 ราย", "13 in each province, per day 5"),
    "of two": ("500 บาทต่อคนต่อเดือน", "500 baht per person per month"),
    "one of two": ("500 บาทต่อคนต่อเดือน", "500 baht per month"),
    "before and after": ("คนละ 500 บาทต่อเดือน", "500 baht per person"),
    "left out": ("13 ราย", "13 per hospital"),
    "twice": ("จังหวัดละ 13 ราย 13 คน", "13 per hospital, 13 people"),
    "another number": ("จังหวัดละ 13 ราย", "14 per hospital"),
    "no share": ("จังหวัดละ 13 ราย", "13 on a day, 5 per year"),
    "another clause": ("จังหวัดละ 13 ราย", "13. As per day"),
    "a percentage": ("ร้อยละ 13", "13 per cent"),
}


@pytest.mark.parametrize("name", SHARES)
def test_another_share(name):
    thai, english, expected, words = SHARES[name]
    [found] = differences(thai, english)
    assert not agree(thai, english)
    assert found.is_unit
    assert (found.expected, found.english.text) == (expected, words)


@pytest.mark.parametrize("name", NO_SHARES)
def test_no_other_share(name):
    thai, english = NO_SHARES[name]
    assert other_shares(thai, thai_facts(thai), english, english_facts(english)) == []


PIECES = st.lists(
    st.sampled_from(
        [
            "ไม่เกิน ",
            "กว่า ",
            "สอง",
            "สาม",
            "ที่",
            "คนละ ",
            "ต่อวัน",
            "ขึ้นไป",
            "เพิ่มขึ้น",
            "ลดลง",
            "ครั้งที่ ",
            "ใน ",
            "5",
            "3 ",
            "ปี",
            "คน",
            "ครึ่งหนึ่ง",
            "ร้อยละ ",
        ]
    ),
    max_size=9,
).map("".join)


READERS = (
    contrary_bounds,
    contrary_directions,
    ordinal_contradictions,
    other_fractions,
)


@given(PIECES)
def test_a_text_without_english_numbers_contradicts_nothing(thai):
    for check in READERS:
        assert not check(thai, "There is more than that to be said of it.")


@given(PIECES)
def test_spans_of_both_sides_hold_the_words(thai):
    english = "at least 5 years, less than three percent, fell 5, the third time, one quarter, 3 per month"
    for check in READERS:
        for found in check(thai, english):
            assert thai[found.thai.start : found.thai.end] == found.thai.words
            assert english[found.english.start : found.english.end] == found.english.words
