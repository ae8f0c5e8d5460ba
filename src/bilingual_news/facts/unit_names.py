"""The table of units and currencies: their Thai and English spellings, and which are taken for one another.

Only units that are easily confused and have one usual English are listed: a wrong one changes the
fact (กิโลเมตร is not a metre, ไร่ is not a hectare). Thai customary units follow the Weights and
Measures Act, B.E. 2466; others the SI brochure and NIST Handbook 44 (customary units of the United States).

Each unit earns its place. Counted beside a number in 5,072 articles of Thai government news: ทศวรรษ 24, ซีซี
21, เหรียญมาเก๊า 17, นิ้ว and ไมครอน 15, วินาที 12, สตางค์ 10, เมกะเฮิรตซ์ 5, กีบ 3, ไมล์ 3 (2 of them ไมล์ทะเล), and once
ฟุต, แกลลอน, น็อต, กิกะวัตต์, ลูกบาศก์ฟุต, กิโลเฮิรตซ์, ดอลลาร์ออสเตรเลีย; without a number บาร์เรล, เซนต์ and
ฟรังก์สวิส; in other segments of such news ริงกิต and ออนซ์. Beside one in translated news (NTREX, PUD):
ไมล์, ฟุต, นิ้ว, ปอนด์, เอเคอร์, ตารางไมล์, and yards; in documentation: the bytes, กิกะเฮิรตซ์, วัตต์, ดอลลาร์แคนาดา,
ตารางฟุต. Never beside one, but what an engine may write for one of these, or named in those texts: degrees
Fahrenheit for องศาเซลเซียส; dollars of Singapore and Hong Kong for other dollars; dong, riel, kyat,
rupiah, peso, rupee and ruble for กีบ and ริงกิต. Percentage points are none: a change of ร้อยละ 0.25 may be
"0.25 percent" and "0.25 percentage points". Units that Thai writes in Latin letters (20 Mbps) are copies,
which another check compares.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Unit(NamedTuple):
    """How a unit is written.

    Attributes:
        thai: Its Thai spellings.
        english: Its English spellings, as a regular expression.
        begins: How the English ones begin: two characters each, or the only one.
    """

    thai: tuple[str, ...]
    english: str
    begins: str


def _thai(spellings: str) -> tuple[str, ...]:
    return tuple(spellings.split("|"))


_SQUARE: Final = r"sq(?:uare|\.)?[ -]?"
_CUBIC: Final = r"cu(?:bic|\.)?[ -]?"

#: Canonical name → how it is written. Of two English spellings that fit, the unit that stands first counts.
UNITS: Final[dict[str, Unit]] = {
    "square kilometer": Unit(
        _thai("ตารางกิโลเมตร|ตร.กม."), rf"{_SQUARE}(?:kilomet(?:er|re)s?|km)|km²|km2", "sq km"
    ),
    "square meter": Unit(
        _thai("ตารางเมตร|ตร.ม."), rf"{_SQUARE}(?:met(?:er|re)s?|m\b)|m²|sqm|sq\.m\.", "sq m²"
    ),
    "square wah": Unit(_thai("ตารางวา|ตร.ว."), rf"{_SQUARE}wah?s?", "sq"),
    "square mile": Unit(_thai("ตารางไมล์"), rf"{_SQUARE}miles?", "sq"),
    "square foot": Unit(_thai("ตารางฟุต"), rf"{_SQUARE}(?:feet|foot|ft)", "sq"),
    "cubic meter": Unit(
        _thai("ลูกบาศก์เมตร|ลบ.ม.|ลบ.เมตร"), rf"{_CUBIC}(?:met(?:er|re)s?|m\b)|m³|mcm", "cu m³ mc"
    ),
    "cubic foot": Unit(_thai("ลูกบาศก์ฟุต"), rf"{_CUBIC}(?:feet|foot|ft)", "cu"),
    "microgram": Unit(_thai("ไมโครกรัม|มคก."), r"micrograms?|[µμ]g", "mi µg μg"),
    "micron": Unit(_thai("ไมครอน|ไมโครเมตร"), r"microns?|micromet(?:er|re)s?|[µμ]m", "mi µm μm"),
    "kilometer": Unit(_thai("กิโลเมตร|กม."), r"kilomet(?:er|re)s?|kms?|kph", "ki km kp"),
    "centimeter": Unit(_thai("เซนติเมตร|ซม."), r"centimet(?:er|re)s?|cm", "ce cm"),
    "millimeter": Unit(_thai("มิลลิเมตร|มม."), r"millimet(?:er|re)s?|mm", "mi mm"),
    "meter": Unit(_thai("เมตร"), r"met(?:er|re)s?|m", "me m"),
    "nautical mile": Unit(_thai("ไมล์ทะเล"), r"nautical[ -]miles?", "na"),
    "mile": Unit(_thai("ไมล์"), r"miles?|mph", "mi mp"),
    "yard": Unit(_thai("หลา"), r"yards?|yds?", "ya yd"),
    "foot": Unit(_thai("ฟุต"), r"feet|foot|ft", "fe fo ft"),
    "inch": Unit(_thai("นิ้ว"), r"inch(?:es)?", "in"),
    "knot": Unit(_thai("น็อต"), r"knots?", "kn"),
    "kilogram": Unit(_thai("กิโลกรัม|กก."), r"kilograms?|kilos?|kgs?", "ki kg"),
    "milligram": Unit(_thai("มิลลิกรัม"), r"milligrams?|mg", "mi mg"),
    "gram": Unit(_thai("กรัม"), r"gram(?:me)?s?|g", "gr g"),
    "tonne": Unit(_thai("ตัน"), r"(?:metric )?ton(?:ne)?s?|t|tCO2e?q?", "me to t tC"),
    "ounce": Unit(_thai("ออนซ์"), r"ounces?|oz", "ou oz"),
    "rai": Unit(_thai("ไร่"), r"rai", "ra"),
    "ngan": Unit(_thai("งาน"), r"ngan", "ng"),
    "hectare": Unit(_thai("เฮกตาร์|เฮกแตร์"), r"hectares?|ha", "he ha"),
    "acre": Unit(_thai("เอเคอร์"), r"acres?", "ac"),
    "milliliter": Unit(_thai("มิลลิลิตร|ซีซี|ซี.ซี."), r"millilit(?:er|re)s?|ml|mL|cc", "mi ml mL cc"),
    "liter": Unit(_thai("ลิตร"), r"lit(?:er|re)s?|L|l", "li L l"),
    "gallon": Unit(_thai("แกลลอน"), r"gallons?", "ga"),
    "barrel": Unit(_thai("บาร์เรล"), r"barrels?|bbl", "ba bb"),
    "gigawatt": Unit(_thai("กิกะวัตต์"), r"gigawatts?|GWh?", "gi GW"),
    "megawatt": Unit(_thai("เมกะวัตต์|เมกกะวัตต์"), r"megawatts?|MWh?", "me MW"),
    "kilowatt": Unit(_thai("กิโลวัตต์"), r"kilowatts?|kWh?", "ki kW"),
    "watt": Unit(_thai("วัตต์"), r"watts?", "wa"),
    "gigahertz": Unit(_thai("กิกะเฮิรตซ์"), r"gigahertz|GHz", "gi GH"),
    "megahertz": Unit(_thai("เมกะเฮิรตซ์|เมกกะเฮิรตซ์"), r"megahertz|MHz", "me MH"),
    "kilohertz": Unit(_thai("กิโลเฮิรตซ์"), r"kilohertz|kHz", "ki kH"),
    "terabyte": Unit(_thai("เทราไบต์"), r"terabytes?|TB", "te TB"),
    "gigabyte": Unit(_thai("กิกะไบต์"), r"gigabytes?|GB", "gi GB"),
    "megabyte": Unit(_thai("เมกะไบต์"), r"megabytes?|MB", "me MB"),
    "kilobyte": Unit(_thai("กิโลไบต์"), r"kilobytes?|[kK]B", "ki kB KB"),
    "degree Fahrenheit": Unit(
        _thai("องศาฟาเรนไฮต์"), r"degrees?[ -]F(?:ahrenheit)?|° ?F|℉|Fahrenheit", "de °F ° ℉ Fa"
    ),
    # Degrees are Celsius unless they are said to be Fahrenheit, or angles.
    "degree": Unit(_thai("องศา"), r"degrees?|° ?C|°|℃|Celsius", "de °C ° ℃ Ce"),
    "baht": Unit(_thai("บาท|.- บาท|.-บาท|บ."), r"bahts?|THB|฿", "ba TH ฿"),
    "satang": Unit(_thai("สตางค์"), r"satangs?", "sa"),
    "Singapore dollar": Unit(_thai("ดอลลาร์สิงคโปร์|เหรียญสิงคโปร์"), r"Singapore(?:an)? dollars?|SGD", "Si SG"),
    "Hong Kong dollar": Unit(_thai("ดอลลาร์ฮ่องกง|เหรียญฮ่องกง"), r"Hong Kong dollars?|HKD", "Ho HK"),
    "Australian dollar": Unit(_thai("ดอลลาร์ออสเตรเลีย|เหรียญออสเตรเลีย"), r"Australian dollars?|AUD", "Au AU"),
    "Canadian dollar": Unit(_thai("ดอลลาร์แคนาดา|เหรียญแคนาดา"), r"Canadian dollars?|CAD", "Ca CA"),
    # Dollars are those of the United States unless they are said to be others.
    "dollar": Unit(
        _thai("ดอลลาร์|ดอลล่าร์|เหรียญสหรัฐ|เหรียญดอลลาร์"),
        r"(?:US |U\.S\. )?dollars?|USD|US\$|\$",
        "do US U. $",
    ),
    "cent": Unit(_thai("เซนต์"), r"(?:US |U\.S\. )?cents?|¢", "ce US U. ¢"),
    "euro": Unit(_thai("ยูโร"), r"euros?|EUR|€", "eu EU €"),
    "yuan": Unit(_thai("หยวน"), r"yuan|renminbi|RMB|CNY", "yu re RM CN"),
    "yen": Unit(_thai("เยน"), r"(?:Japanese )?yen|JPY|¥", "ye Ja JP ¥"),
    "pound": Unit(_thai("ปอนด์"), r"pounds?(?: sterling)?|lbs?|GBP|£", "po lb GB £"),
    "won": Unit(_thai("วอน"), r"(?:Korean )?won|KRW", "wo Ko KR"),
    "Swiss franc": Unit(_thai("ฟรังก์สวิส|สวิสฟรังก์"), r"Swiss francs?|CHF", "Sw CH"),
    "kip": Unit(_thai("กีบ"), r"(?:Lao |Laotian )?kips?|LAK", "ki La LA"),
    "ringgit": Unit(_thai("ริงกิต"), r"(?:Malaysian )?ringgits?|MYR|RM", "ri Ma MY RM"),
    "dong": Unit(_thai("ดอง"), r"(?:Vietnamese )?dongs?|VND", "do Vi VN"),
    "riel": Unit(_thai("เรียล"), r"(?:Cambodian )?riels?|KHR", "ri Ca KH"),
    "kyat": Unit(_thai("จ๊าด|จ๊าต"), r"(?:Myanmar )?kyats?|MMK", "ky My MM"),
    "rupiah": Unit(_thai("รูเปียห์"), r"(?:Indonesian )?rupiahs?|IDR", "ru In ID"),
    "peso": Unit(_thai("เปโซ"), r"(?:Philippine )?pesos?|PHP", "pe Ph PH"),
    "rupee": Unit(_thai("รูปี"), r"(?:Indian )?rupees?|INR", "ru In IN"),
    "ruble": Unit(_thai("รูเบิล"), r"(?:Russian )?ro?ubles?|RUB", "ru ro Ru RU"),
    "pataca": Unit(_thai("เหรียญมาเก๊า"), r"(?:Macau |Macao |Macanese )?patacas?|MOP", "pa Ma MO"),
    "day": Unit(_thai("วัน"), r"days?", "da"),
    "month": Unit(_thai("เดือน"), r"months?", "mo"),
    "year": Unit(_thai("ปี"), r"years?", "ye"),
    "hour": Unit(_thai("ชั่วโมง|ชม."), r"hours?|hrs?", "ho hr"),
    "minute": Unit(_thai("นาที"), r"minutes?|mins?", "mi"),
    "second": Unit(_thai("วินาที"), r"seconds?|secs?", "se"),
    "week": Unit(_thai("สัปดาห์|อาทิตย์"), r"weeks?", "we"),
    "decade": Unit(_thai("ทศวรรษ"), r"decades?", "de"),
}
#: What ends the match of a Thai spelling that begins other words too: ฟุตบอล, หลาย, ดองกิ, เรียลไทม์.
NO_UNIT: Final = {"ฟุต": "บอล|ซอล", "หลา": "[กนยบว]", "ดอง": "กิ", "เรียล": "ไ|ลิ|ตี้"}
_MONEY: Final = (
    "baht, satang, dollar, cent, euro, yuan, yen, pound, won, Singapore dollar, Hong Kong dollar, "
    "Australian dollar, Canadian dollar, Swiss franc, kip, ringgit, dong, riel, kyat, rupiah, peso, "
    "rupee, ruble, pataca"
)
CURRENCIES: Final = frozenset(_MONEY.split(", "))
#: Within a group one unit is easily taken for another; across groups a number may have two readings.
#: A speed is known by its distance (120 km/h is not 120 miles per hour), a pound is a weight and a currency.
GROUPS: Final = tuple(
    frozenset(names.split(", "))
    for names in (
        "square kilometer, square meter, square wah, rai, ngan, hectare, acre, square mile, square foot",
        "cubic meter, liter, milliliter, cubic foot, gallon, barrel",
        "kilometer, meter, centimeter, millimeter, micron, mile, nautical mile, yard, foot, inch, knot",
        "tonne, kilogram, gram, milligram, microgram, pound, ounce",
        "gigawatt, megawatt, kilowatt, watt",
        "gigahertz, megahertz, kilohertz",
        "terabyte, gigabyte, megabyte, kilobyte",
        "degree, degree Fahrenheit",
        _MONEY,
        "day, week, month, year, hour, minute, second, decade",
    )
)
#: A Thai unit → the English ones that may say it in full: ดอลลาร์ of news from Singapore.
IN_FULL: Final = {
    "dollar": frozenset({"Singapore dollar", "Hong Kong dollar", "Australian dollar", "Canadian dollar"})
}
#: Signs and codes that stand before amounts.
SYMBOLS: Final = {"$": "dollar", "US$": "dollar", "USD": "dollar", "฿": "baht", "THB": "baht",
                  "€": "euro", "EUR": "euro", "£": "pound", "¥": "yen", "S$": "Singapore dollar",
                  "HK$": "Hong Kong dollar", "A$": "Australian dollar", "C$": "Canadian dollar"}  # fmt: skip
_ONE_FORM: Final = (
    "baht, satang, rai, ngan, yuan, yen, won, square wah, kip, dong, ringgit, gigahertz, megahertz, kilohertz"
)
_INVARIABLE: Final = frozenset(_ONE_FORM.split(", "))
_PLURALS: Final = {"foot": "feet", "square foot": "square feet", "cubic foot": "cubic feet",
                   "inch": "inches", "degree Fahrenheit": "degrees Fahrenheit"}  # fmt: skip


def plural(unit: str) -> str:
    """The English plural of a canonical unit: feet, miles, baht."""
    return unit if unit in _INVARIABLE else _PLURALS.get(unit, f"{unit}s")
