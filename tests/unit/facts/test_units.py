"""Units of other systems and other currencies: what is told, what is right, and what is no unit."""

from itertools import combinations

import pytest

from bilingual_news.facts import english, thai
from bilingual_news.facts.compare import differences
from bilingual_news.facts.conversions import _SIZES
from bilingual_news.facts.english import english_facts
from bilingual_news.facts.rendering import render
from bilingual_news.facts.thai import thai_facts
from bilingual_news.facts.unit_names import CURRENCIES, GROUPS, IN_FULL, NO_UNIT, SYMBOLS, UNITS
from bilingual_news.facts.units import differ
from tests.unit.checks.test_gates import spellings
from tests.unit.facts.test_common import PlainEnglish, PlainThai, both

ANOTHER_UNIT = {
    "miles": ("ระยะทาง 5 กิโลเมตร", "a distance of 5 miles", "5 kilometers", "5 miles"),
    "miles per hour": ("120 กม./ชม.", "120 mph", "120 kilometers", "120 miles"),
    "kilometers for miles": ("8.6 ไมล์", "8.6 kilometers", "8.6 miles", "8.6 kilometers"),
    "plain miles at sea": ("5 ไมล์ทะเล", "5 miles", "5 nautical miles", "5 miles"),
    "a speed at sea": ("20 น็อต", "20 kilometers per hour", "20 knots", "20 kilometers"),
    "feet": ("สูง 20 เมตร", "20 feet high", "20 meters", "20 feet"),
    "one foot": ("สูง 1 ฟุต", "1 meter high", "1 foot", "1 meter"),
    "inches": ("14 เซนติเมตร", "a 14-inch pump", "14 centimeters", "14 inches"),
    "yards": ("100 เมตร", "100 yards", "100 meters", "100 yards"),
    "meters for yards": ("ระยะ 50 หลา", "50 meters", "50 yards", "50 meters"),
    "millimeters for microns": ("2.5 ไมครอน", "2.5 millimeters", "2.5 microns", "2.5 millimeters"),
    "acres": ("5 ไร่", "5 acres", "5 rai", "5 acres"),
    "hectares for acres": ("27,000 เอเคอร์", "27,000 hectares", "27,000 acres", "27,000 hectares"),
    "square miles": ("12 ตร.กม.", "12 square miles", "12 square kilometers", "12 square miles"),
    "square feet": ("300 ตารางเมตร", "300 sq. ft", "300 square meters", "300 square feet"),
    "pounds of weight": ("5 กิโลกรัม", "5 pounds", "5 kilograms", "5 pounds"),
    "pounds in short": ("5 กก.", "5 lbs", "5 kilograms", "5 pounds"),
    "kilograms for pounds": ("1.14 ล้านปอนด์", "1.14 million kilograms", "1.14 million pounds", None),
    "ounces": ("5 กรัม", "5 ounces", "5 grams", "5 ounces"),
    "gallons": ("5 ลิตร", "5 gallons", "5 liters", "5 gallons"),
    "cubic centimeters": ("500 ซีซี", "500 liters", "500 milliliters", "500 liters"),
    "barrels": ("5 ล้านลิตร", "5 million barrels", "5 million liters", "5 million barrels"),
    "cubic feet": ("5,348 ล้านลูกบาศก์ฟุต", "5,348 million cubic meters", "5.348 billion cubic feet", None),
    "gigawatts": ("200 เมกะวัตต์", "200 GW", "200 megawatts", "200 gigawatts"),
    "megawatt-hours": ("200 กิกะวัตต์ชั่วโมง", "200 MWh", "200 gigawatts", "200 megawatts"),
    "watts": ("5 กิโลวัตต์", "5 watts", "5 kilowatts", "5 watts"),
    "megabytes": ("5 กิกะไบต์", "5 MB", "5 gigabytes", "5 megabytes"),
    "kilohertz": ("700 เมกะเฮิรตซ์", "700 kHz", "700 megahertz", "700 kilohertz"),
    "Fahrenheit": ("35 องศาเซลเซียส", "35 degrees Fahrenheit", "35 degrees", "35 degrees Fahrenheit"),
    "Fahrenheit in short": ("35 องศา", "35°F", "35 degrees", "35 degrees Fahrenheit"),
    "seconds": ("นาน 90 วินาที", "for 90 minutes", "90 seconds", "90 minutes"),
    "decades": ("9 ทศวรรษ", "9 years", "9 decades", "9 years"),
    "satang": ("92.04 สตางค์", "92.04 baht", "92.04 satang", "92.04 baht"),
    "cents": ("92.04 สตางค์", "92.04 cents", "92.04 satang", "92.04 cents"),
    "kip": ("500,000 กีบ", "500,000 baht", "500,000 kip", "500,000 baht"),
    "riel for kip": ("500,000 กีบ", "500,000 riel", "500,000 kip", "500,000 riels"),
    "ringgit": ("3,000 ริงกิต", "3,000 dollars", "3,000 ringgit", "3,000 dollars"),
    "patacas": ("300 เหรียญมาเก๊า", "$300", "300 patacas", "300 dollars"),
    "Singapore dollars": ("5 ล้านดอลลาร์สิงคโปร์", "US$5 million", "5 million Singapore dollars", None),
    "Swiss francs": ("5 ล้านฟรังก์สวิส", "5 million euros", "5 million Swiss francs", "5 million euros"),
    "dollars of two countries": ("5 เหรียญออสเตรเลีย", "C$5", "5 Australian dollars", "5 Canadian dollars"),
}


@pytest.mark.parametrize("name", ANOTHER_UNIT)
def test_another_unit_is_told_with_the_expected_one(name):
    source, target, expected, found = ANOTHER_UNIT[name]
    [difference] = differences(source, target)
    assert difference.is_unit
    assert difference.expected == expected
    assert found in {None, render(difference.english.keys[0], difference.english.unit)}


RIGHT = {
    "a conversion in brackets": ("5 กิโลเมตร", "5 km (3.1 miles)"),
    "a round conversion": ("5,000 ไร่", "5,000 rai (about 2,000 acres)"),
    "a conversion to one digit": ("1 กิโลเมตร", "1 kilometer (0.6 miles)"),
    "its own value in brackets": ("340 กิโลเมตร", "about 211 miles (340 km) north"),
    "a speed in brackets": ("120 กม./ชม.", "120 km/h (75 mph)"),
    "a speed at sea": ("20 น็อต", "20 knots (37 km/h)"),
    "Fahrenheit in brackets": ("35 องศาเซลเซียส", "35°C (95°F)"),
    "Celsius in brackets": ("95 องศาฟาเรนไฮต์", "95 degrees Fahrenheit (35 degrees Celsius)"),
    "frost": ("อุณหภูมิ 0 องศา", "0 degrees Celsius (32 degrees Fahrenheit)"),
    "millions": ("1 ล้านตัน", "1 million tons (2.2 billion pounds)"),
    "conversions one after the other": ("5 กม. และ 2 ไร่", "5 km (3.1 miles) and 2 rai (3,200 square meters)"),
    "both in the Thai": ("209 เอเคอร์ (85 เฮกตาร์)", "209 acres (85 hectares)"),
    "a Thai unit that is not read": ("ลึก 120 ม. (390 ฟุต)", "120 m (390 ft)"),
    "a conversion that is a value of the Thai too": ("10 กม. สูง 6 เมตร", "10 km (6 miles), 6 meters high"),
    "feet and inches of a man": ("สูง 6 ฟุต 6 นิ้ว", "a 6-foot-6 junior"),
    "dollars said in full": ("5 ล้านดอลลาร์", "S$5 million"),
    "dollars of Hong Kong in full": ("5 ล้านดอลลาร์", "5 million Hong Kong dollars"),
    "Singapore dollars in short": ("5 ล้านดอลลาร์สิงคโปร์", "5 million SGD"),
    "pounds of money": ("5 ปอนด์", "£5"),
    "pounds of weight": ("5 ปอนด์", "5 lb"),
    "degrees that are Celsius": ("35 องศา", "35 degrees Celsius"),
    "Celsius that are degrees": ("35 องศาเซลเซียส", "35 degrees"),
    "percentage points": ("ร้อยละ 0.25", "0.25 percentage points"),
    "a unit of something else": ("5 องศา", "5 miles"),
    "years that are feet": ("สูง 2500 ฟุต", "2,500 feet high"),
    "no unit in the English": ("5 ไมล์", "five to 5"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_unit_is_silent(name):
    assert differences(*RIGHT[name]) == ()


WRONG_CONVERSIONS = {
    "ten times": ("5 กิโลเมตร", "5 km (31 miles)", "31"),
    "another measure": ("5 กิโลเมตร", "5 km (3.1 acres)", "3.1"),
    "the other way round": ("5 กิโลเมตร", "5 km (8 miles)", "8"),
    "no bracket": ("5 กิโลเมตร", "5 km 3.1 miles", "3.1"),
    "money": ("35 ล้านบาท", "35 million baht (1.2 million dollars)", "1.2 million"),
    "the same unit": ("5 กิโลเมตร 6 ไร่", "5 km (5.1 km), 6 rai", "5.1"),
    "Fahrenheit by the factor alone": ("35 องศาเซลเซียส", "35°C (63°F)", "63"),
}


@pytest.mark.parametrize("name", WRONG_CONVERSIONS)
def test_a_wrong_conversion_is_told(name):
    source, target, added = WRONG_CONVERSIONS[name]
    [difference] = differences(source, target)
    assert (difference.thai, difference.english.text) == (None, added)


def test_a_converted_value_alone_is_told():
    [difference] = differences("5 กิโลเมตร", "3.1 miles")
    assert (difference.expected, difference.english.text) == ("5 kilometers", "3.1")


@pytest.mark.parametrize("name", UNITS)
@pytest.mark.parametrize("space", ["", " "])
def test_every_thai_spelling_is_read(name, space):
    for form in UNITS[name].thai:
        quick, plain = both(f"จำนวน 5{space}{form} ที่นี่", thai._Reader, PlainThai)
        assert [fact.unit for fact in quick] == [name], form
        assert quick == plain


@pytest.mark.parametrize("name", UNITS)
def test_every_english_spelling_is_read_at_once_as_without_that(name):
    for spelling in filter(None, spellings(UNITS[name].english)):
        quick, plain = both(f"about 5 {spelling} here", english._Reader, PlainEnglish)
        assert quick[0].unit == name, spelling
        assert quick == plain


@pytest.mark.parametrize("sign", SYMBOLS)
def test_every_sign_before_an_amount_is_read(sign):
    space = " " if sign.isalpha() else ""
    assert [fact.unit for fact in english_facts(f"about {sign}{space}5 million")] == [SYMBOLS[sign]]


OTHER_WORDS = {
    "football": "ทีม 5 ฟุตบอล", "futsal": "ทีม 5 ฟุตซอล", "several": "ปี 65 5 หลายฝ่าย", "diversity": "5 หลากหลาย",
    "grandchildren": "5 หลาน", "real time": "ระบบ 5 เรียลไทม์", "a shop": "สาขา 5 ดองกิ",
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER_WORDS)
def test_a_word_that_begins_like_a_unit_is_none(name):
    assert {fact.unit for fact in thai_facts(OTHER_WORDS[name])} == {""}


def test_another_country_s_sign_is_no_dollar_of_singapore():
    assert [fact.unit for fact in english_facts("TS$5 and US$6")] == ["dollar", "dollar"]


def test_units_of_a_measure_are_of_one_group():
    for sizes in _SIZES.values():
        assert all(differ(one, other) for one, other in combinations(sizes, 2))


def test_tables_name_units_that_exist():
    named = {*CURRENCIES, *SYMBOLS.values(), *IN_FULL, *(unit for group in GROUPS for unit in group)}
    assert named <= UNITS.keys()
    assert NO_UNIT.keys() <= {form for unit in UNITS.values() for form in unit.thai}


PLURALS = {"feet": "foot", "square feet": "square foot", "inches": "inch", "miles": "mile", "baht": "baht",
           "degrees": "degree", "degrees Fahrenheit": "degree Fahrenheit", "kip": "kip"}  # fmt: skip


@pytest.mark.parametrize("plural", PLURALS)
def test_plurals(plural):
    assert render(("n", 2), PLURALS[plural]) == f"2 {plural}"
    assert render(("n", 1), PLURALS[plural]) == f"1 {PLURALS[plural]}"
