"""Units and currencies, Thai and English spellings of one canonical name.

Only units that are easily confused and have one usual English are listed: a wrong one changes the
fact (กิโลเมตร is not a metre, ไร่ is not a hectare). Conversions are not accepted silently: news
keeps rai and square wah, and a converted value is reported by the check of numbers.
Thai customary units follow the Weights and Measures Act, B.E. 2466; others the SI brochure.
"""

from __future__ import annotations

import re
from typing import Final

from bilingual_news.patterns import lazily

#: Canonical name → (Thai spellings, English spellings as a regular expression).
UNITS: Final[dict[str, tuple[tuple[str, ...], str]]] = {
    "square kilometer": (("ตารางกิโลเมตร", "ตร.กม."), r"sq(?:uare|\.)?[ -]?(?:kilomet(?:er|re)s?|km)|km²|km2"),
    "square meter": (("ตารางเมตร", "ตร.ม."), r"sq(?:uare|\.)?[ -]?(?:met(?:er|re)s?|m\b)|m²|sqm|sq\.m\."),
    "square wah": (("ตารางวา", "ตร.ว."), r"sq(?:uare|\.)?[ -]?wah?s?"),
    "cubic meter": (("ลูกบาศก์เมตร", "ลบ.ม.", "ลบ.เมตร"), r"cu(?:bic|\.)?[ -]?(?:met(?:er|re)s?|m\b)|m³|mcm"),
    "microgram": (("ไมโครกรัม", "มคก."), r"micrograms?|[µμ]g"),
    "kilometer": (("กิโลเมตร", "กม."), r"kilomet(?:er|re)s?|kms?|kph"),
    "centimeter": (("เซนติเมตร", "ซม."), r"centimet(?:er|re)s?|cm"),
    "millimeter": (("มิลลิเมตร", "มม."), r"millimet(?:er|re)s?|mm"),
    "meter": (("เมตร",), r"met(?:er|re)s?|m"),
    "kilogram": (("กิโลกรัม", "กก."), r"kilograms?|kilos?|kgs?"),
    "milligram": (("มิลลิกรัม",), r"milligrams?|mg"),
    "gram": (("กรัม",), r"gram(?:me)?s?|g"),
    "tonne": (("ตัน",), r"(?:metric )?ton(?:ne)?s?|t|tCO2e?q?"),
    "rai": (("ไร่",), r"rai"),
    "ngan": (("งาน",), r"ngan"),
    "hectare": (("เฮกตาร์", "เฮกแตร์"), r"hectares?|ha"),
    "milliliter": (("มิลลิลิตร",), r"millilit(?:er|re)s?|ml|mL|cc"),
    "liter": (("ลิตร",), r"lit(?:er|re)s?|L|l"),
    "megawatt": (("เมกะวัตต์", "เมกกะวัตต์"), r"megawatts?|MW"),
    "kilowatt": (("กิโลวัตต์",), r"kilowatts?|kW"),
    "degree": (("องศา",), r"degrees?|°|℃"),
    "baht": (("บาท", ".- บาท", ".-บาท", "บ."), r"bahts?|THB|฿"),
    "dollar": (("ดอลลาร์", "ดอลล่าร์", "เหรียญสหรัฐ"), r"(?:US |U\.S\. )?dollars?|USD|US\$|\$"),
    "euro": (("ยูโร",), r"euros?|EUR|€"),
    "yuan": (("หยวน",), r"yuan|renminbi|RMB|CNY"),
    "yen": (("เยน",), r"(?:Japanese )?yen|JPY|¥"),
    "pound": (("ปอนด์",), r"pounds?(?: sterling)?|GBP|£"),
    "won": (("วอน",), r"(?:Korean )?won|KRW"),
    "day": (("วัน",), r"days?"),
    "month": (("เดือน",), r"months?"),
    "year": (("ปี",), r"years?"),
    "hour": (("ชั่วโมง", "ชม."), r"hours?|hrs?"),
    "minute": (("นาที",), r"minutes?|mins?"),
    "week": (("สัปดาห์", "อาทิตย์"), r"weeks?"),
}
CURRENCIES: Final = frozenset({"baht", "dollar", "euro", "yuan", "yen", "pound", "won"})
#: Within a group one unit is easily taken for another; across groups a number may have two readings.
GROUPS: Final = tuple(
    frozenset(names.split(", "))
    for names in (
        "square kilometer, square meter, square wah, rai, ngan, hectare",
        "cubic meter, liter, milliliter",
        "kilometer, meter, centimeter, millimeter",
        "tonne, kilogram, gram, milligram, microgram",
        "megawatt, kilowatt",
        "baht, dollar, euro, yuan, yen, pound, won",
        "day, week, month, year, hour, minute",
    )
)

_THAI: Final = {form: name for name, (forms, _) in UNITS.items() for form in forms}
#: First character → the spellings that begin with it, the longest first.
_THAI_UNIT: Final = {
    first: lazily("|".join(re.escape(form) for form in sorted(_THAI, key=len, reverse=True)
                               if form[0] == first))
    for first in {form[0] for form in _THAI}
}  # fmt: skip
# วัน, ปี and เดือน begin other words and dates too: วันที่, ปีงบประมาณ, ปี 2565.
_NOT_A_SPAN = lazily(
    r"ที่(?!ผ่าน|แล้ว)|ก่อน|หน้า|ศุกร์|จันทร์|อังคาร|พุธ|พฤหัส|เสาร์|อาทิตย์|\s?\d(?!\d?\s?(?:เดือน|สัปดาห์|วัน(?!ที่)))|\s?พ\.ศ|งบ|การศึกษา"
)
_SPANS: Final = frozenset({"day", "week", "month", "year"})
_SYMBOLS: Final = {"$": "dollar", "US$": "dollar", "USD": "dollar", "฿": "baht", "THB": "baht",
                   "€": "euro", "EUR": "euro", "£": "pound", "¥": "yen"}  # fmt: skip
_ENGLISH_UNIT = lazily(
    r"[\s-]?(?:"
    + "|".join(f"(?P<u{i}>{pattern})" for i, (_, pattern) in enumerate(UNITS.values()))
    + r")(?![A-Za-z])"
)
_NAMES: Final = tuple(UNITS)
#: How the patterns begin: nine numbers in ten stand before another word, and no pattern is tried.
_ENGLISH_STARTS: Final = frozenset(
    [
        "sq", "km", "m²", "m³", "cu", "mc", "mi", "µg", "μg", "ki", "kp", "ce", "cm", "mm",
        "ml", "mL", "cc", "me", "kg", "mg", "gr", "to", "tC", "ra", "ng", "he", "ha", "li", "MW", "kW", "de",
        "ba", "TH", "do", "US", "U.", "eu", "EU", "yu", "re", "RM", "CN", "ye", "Ja", "JP",
        "po", "GB", "wo", "Ko", "KR", "da", "mo", "ho", "hr", "we",
    ]
)  # fmt: skip
_ENGLISH_LETTERS: Final = frozenset("mgtLl°℃฿$€¥£")
_CURRENCY_BEFORE = lazily(r"(US\$|USD|THB|EUR|[$฿€£¥])\s?$")
_ENDS_CURRENCY: Final = frozenset("$DBR฿€£¥")
_BEFORE_LENGTH: Final = 5


def thai_unit(text: str, position: int) -> str:
    """The canonical unit that Thai text states at a position, or ""."""
    first = text[position : position + 1]
    if first.isspace():
        position += 1
        first = text[position : position + 1]
    pattern = _THAI_UNIT.get(first)
    match = pattern.match(text, position) if pattern else None
    if match is None:
        return ""
    unit = _THAI[match[0]]
    return "" if unit in _SPANS and _NOT_A_SPAN.match(text, match.end()) else unit


def english_unit(text: str, start: int, end: int) -> str:
    """The canonical unit after, or currency before, the English number `text[start:end]`, or ""."""
    head = text[max(0, start - _BEFORE_LENGTH) : start]
    if head.rstrip()[-1:] in _ENDS_CURRENCY and (before := _CURRENCY_BEFORE.search(head)):
        return _SYMBOLS[before[1]]
    first = text[end : end + 1]
    at = end + (first == "-" or first.isspace())
    begin = text[at : at + 2]
    if begin not in _ENGLISH_STARTS and (
        begin[:1] not in _ENGLISH_LETTERS or (begin[1:].isalpha() and begin.isascii())
    ):
        return ""
    match = _ENGLISH_UNIT.match(text, end)
    return _NAMES[int(match.lastgroup[1:])] if match and match.lastgroup else ""


def differ(one: str, other: str) -> bool:
    """Whether two units are of one group and not the same."""
    return one != other and any(one in group and other in group for group in GROUPS)
