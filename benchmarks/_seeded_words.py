"""Errors of words to put into correct pairs: places, royal persons, meanings, conditions; see `_seeded`."""

from __future__ import annotations

import re
from random import Random

from benchmarks._seeded import Spoil, _any, _replace


def condition_lost(thai: str, english: str, rng: Random) -> str | None:
    """If and unless become a reason."""
    match = _any(r"\b(?:[Ii]f|[Uu]nless)\b", english, rng)
    if match is None or not re.search("หาก|ถ้า|เว้นแต่", thai):
        return None
    return _replace(english, match, "As" if match[0][0].isupper() else "because")


def only_lost(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b(?:only|alone) ", english, rng)
    return _replace(english, match, "") if match and "เท่านั้น" in thai else None


def article_wrong(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b(?:a(?= [bcdfgkmprstvw][a-z]{3})|an(?= [aei][a-z]{3}))", english, rng)
    return _replace(english, match, {"a": "an", "an": "a"}[match[0]]) if match else None


def gloss_repeated(thai: str, english: str, rng: Random) -> str | None:
    """The brackets after a name hold the name again instead of its abbreviation."""
    match = _any(
        r"((?:Ministry|Department|Bank|Office) of(?: (?:and|the|of|[A-Z][a-z]+))+) \(([A-Z]{2,})\)",
        english,
        rng,
    )
    return _replace(english, match, match[1], 2) if match and f"({match[2]})" not in thai else None


def phrase_doubled(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b[a-z]{4,} [a-z]{4,}\b", english, rng)
    return _replace(english, match, f"{match[0]} {match[0]}") if match and "ๆ" not in thai else None


def royal_wrong(thai: str, english: str, rng: Random) -> str | None:
    """The Queen for the King, or another king."""
    swaps = {"His Majesty the King": "Her Majesty the Queen", "Bhumibol": "Chulalongkorn",
             "Chulalongkorn": "Vajiravudh", "Maha Chakri Sirindhorn": "Bajrakitiyabha"}  # fmt: skip
    match = _any("|".join(swaps), english, rng)
    if match is None or re.search("ราชินี|นางเจ้า|ชนนี|พันปี", thai):
        return None
    return _replace(english, match, swaps[match[0]])


#: English word, the one it becomes, Thai that must be there, Thai that must not.
_MISTAKEN = (
    ("exports", "imports", "ส่งออก", "นำเข้า"),
    ("imports", "exports", "นำเข้า", "ส่งออก"),
    ("women", "men", "สตรี|ผู้หญิง", "ชาย|นาย"),
    ("injured", "killed", "บาดเจ็บ", "ชีวิต|ตาย"),
    ("deaths", "injuries", "เสียชีวิต", "เจ็บ"),
    ("died", "recovered", "เสียชีวิต", "หาย"),
    ("rice", "rubber", "ข้าว", "ยาง"),
    ("hospital", "school", "โรงพยาบาล", "เรียน|ศึกษา"),
    ("hospitals", "prisons", "โรงพยาบาล|รพ", "เรือนจำ"),
    ("students", "teachers", "นักเรียน|นักศึกษา", "ครู|อาจารย์"),
    ("teachers", "students", "ครู", "เรียน|ศึกษา"),
    ("private", "public", "เอกชน", "รัฐ|ประชา|สาธารณ"),
    ("domestic", "foreign", "ในประเทศ", "ต่าง"),
    ("floods", "drought", "น้ำท่วม|อุทกภัย", "แล้ง"),
    ("flood", "fire", "น้ำท่วม|อุทกภัย", "ไฟ"),
    ("sell", "buy", "ขาย|จำหน่าย", "ซื้อ"),
    ("opened", "closed", "เปิด", "ปิด"),
    ("approved", "rejected", "เห็นชอบ|อนุมัติ", "ไม่|ปฏิเสธ"),
    ("children", "elderly", "เด็ก", "อายุ|ชรา"),
    ("month", "week", "เดือน", "สัปดาห์|อาทิตย์|วัน"),
    ("employers", "employees", "นายจ้าง", "ลูกจ้าง|พนักงาน"),
    ("morning", "afternoon", "เช้า", "บ่าย"),
    ("highest", "lowest", "สูงสุด", "ต่ำ"),
    ("gold", "bronze", "ทอง", "ทองแดง"),
    ("temple", "factory", "วัด", "โรงงาน"),
    ("durian", "longan", "ทุเรียน", "ลำไย"),
    ("cancer", "diabetes", "มะเร็ง", "เบาหวาน"),
    ("farmers", "tourists", "เกษตรกร", "เที่ยว"),
    ("tourists", "farmers", "นักท่องเที่ยว", "เกษตร|ชาว|นา"),
    ("police", "soldiers", "ตำรวจ", "ทหาร|กลาโหม|พล"),
    ("rural", "urban", "ชนบท", "เมือง|กรุง|นคร"),
    ("loans", "deposits", "สินเชื่อ|เงินกู้", "ฝาก|ประกัน"),
    ("doctors", "nurses", "แพทย์", "พยาบาล|รพ"),
    ("Ambassador", "Governor", "ทูต", "ผู้ว่า"),
    ("investors", "consumers", "นักลงทุน", "บริโภค|ประชาชน|ซื้อ|ลูกค้า"),
)


def word_mistaken(thai: str, english: str, rng: Random) -> str | None:
    """A word becomes another one of its kind: imports for exports."""
    rows = [row for row in _MISTAKEN if re.search(row[2], thai) and not re.search(row[3], thai)]
    rows = [row for row in rows if re.search(rf"\b{row[0]}\b", english)]
    if not rows:
        return None
    word, other, _, _ = rng.choice(rows)
    return re.sub(rf"\b{word}\b", other, english)


_PROVINCES = {
    "กาญจนบุรี": "Kanchanaburi", "ขอนแก่น": "Khon Kaen", "ชลบุรี": "Chon Buri", "เชียงราย": "Chiang Rai",
    "เชียงใหม่": "Chiang Mai", "นครปฐม": "Nakhon Pathom", "นครราชสีมา": "Nakhon Ratchasima", "ลำปาง": "Lampang",
    "นครสวรรค์": "Nakhon Sawan", "นนทบุรี": "Nonthaburi", "นราธิวาส": "Narathiwat", "ปทุมธานี": "Pathum Thani",
    "ปัตตานี": "Pattani", "พิษณุโลก": "Phitsanulok", "ภูเก็ต": "Phuket", "ระยอง": "Rayong", "สงขลา": "Songkhla",
    "อุดรธานี": "Udon Thani", "อุบลราชธานี": "Ubon Ratchathani", "สระบุรี": "Saraburi", "สตูล": "Satun",
    "จังหวัดตาก": "Tak", "จังหวัดน่าน": "Nan", "จังหวัดเลย": "Loei", "จังหวัดยะลา": "Yala",
}  # fmt: skip
_COUNTRIES = {
    "กัมพูชา": ("Cambodia", "Cambodian"), "เวียดนาม": ("Vietnam", "Vietnamese"), "จีน": ("China", "Chinese"),
    "มาเลเซีย": ("Malaysia", "Malaysian"),
    "ญี่ปุ่น": ("Japan", "Japanese"), "เกาหลี": ("Korea", "Korean"),
    "อินเดีย": ("India", "Indian"),
    "รัสเซีย": ("Russia", "Russian"), "ฝรั่งเศส": ("France", "French"),
    "เยอรมนี": ("Germany", "German"),
    "ออสเตรเลีย": ("Australia", "Australian"), "เมียนมา": ("Myanmar", "Burmese"),
    "สวีเดน": ("Sweden", "Swedish"), "ออสเตรีย": ("Austria", "Austrian"),
    "อินโดนีเซีย": ("Indonesia", "Indonesian"),
}  # fmt: skip


def province_wrong(thai: str, english: str, rng: Random) -> str | None:
    """A province becomes another one that the Thai does not name."""
    here = [word for name, word in _PROVINCES.items() if name in thai]
    found = list(re.finditer(rf"\b(?:{'|'.join(here)})\b", english)) if here else []
    others = [word for name, word in _PROVINCES.items() if name not in thai]
    return _replace(english, rng.choice(found), rng.choice(others)) if found else None


def country_wrong(thai: str, english: str, rng: Random) -> str | None:
    """A country or its adjective becomes that of another country."""
    forms = {form: (name, i) for name, pair in _COUNTRIES.items() for i, form in enumerate(pair)}
    found = [m for m in re.finditer(rf"\b(?:{'|'.join(forms)})\b", english) if forms[m[0]][0] in thai]
    if not found:
        return None
    match = rng.choice(found)
    other = rng.choice([pair for name, pair in _COUNTRIES.items() if name not in thai])
    return _replace(english, match, other[forms[match[0]][1]])


WORD_KINDS: dict[str, tuple[Spoil, set[str]]] = {
    "condition lost": (condition_lost, {"condition"}),
    "only lost": (only_lost, {"condition"}),
    "a for an": (article_wrong, {"a-an"}),
    "name again in brackets": (gloss_repeated, {"repeated-gloss"}),
    "phrase doubled": (phrase_doubled, {"double-word"}),
    "royal person wrong": (royal_wrong, {"royals"}),
    "word mistaken": (word_mistaken, {"meaning"}),
    "province wrong": (province_wrong, {"places"}),
    "country wrong": (country_wrong, {"places"}),
}
