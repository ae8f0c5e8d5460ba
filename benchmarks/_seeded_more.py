"""More errors to put into correct pairs; see `_seeded`.

They were written after the checks that find them, to see how the checks do on errors that nobody had
in mind: whole sentences dropped or invented, numbers that change places, officers' and family names,
negations other than "not", factors of ten, hashtags, questions.
"""

from __future__ import annotations

import re
from random import Random

from benchmarks._seeded import _COUNT, FACTS, KINDS, Spoil, _any, _replace

_SENTENCE_BREAK = re.compile(r"(?<=[a-z]{3}[.?!]) (?=[A-Z])")
_RANKED = re.compile(r"\b(?:Gen|Col|Maj|Lt|Dr|Prof|Capt)\. ([A-Z][a-z-]+)((?: [A-Z][a-z-]+)?)")
_OTHERS = (
    "Wirote Bunlue", "Kamol Srisawat", "Thawatchai Meechai", "Jirawat Kongdee", "Boonsong Panya", "Lek Nimit",
    "Narong Sukjai", "Udom Yenjai", "Preecha Rungroj", "Damrong Hinkaew", "Montri Vejchakit", "Seri Obnithi",
)  # fmt: skip
_FAMILIES = tuple(name.split()[1] for name in _OTHERS)


def numbers_exchanged(thai: str, english: str, rng: Random) -> str | None:
    """Two numbers change places."""
    found = [m for m in _COUNT.finditer(english) if not 1700 <= int(m[1].replace(",", "")) < 2200]
    if len({m[1] for m in found}) < 2:
        return None
    one, other = sorted(rng.sample(found, 2), key=lambda m: m.start())
    if one[1] == other[1]:
        return None
    return (
        english[: one.start()]
        + other[1]
        + english[one.end() : other.start()]
        + one[1]
        + english[other.end() :]
    )


def tenfold(thai: str, english: str, rng: Random) -> str | None:
    """Lakh-style errors: หมื่น read as thousand, แสน as ten thousand."""
    match = _any(r"\b(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?= million| billion))", english, rng)
    if match is None:
        return None
    value = float(match[1].replace(",", "")) * rng.choice((10, 0.1, 100))
    new = f"{value:,.2f}".rstrip("0").rstrip(".")
    return _replace(english, match, new)


def officer_swapped(thai: str, english: str, rng: Random) -> str | None:
    found = list(_RANKED.finditer(english))
    ranks = r"พล\.?[ตอร]?\.?[อทต]\.|พลเอก|พลโท|พลตรี|พันเอก|ดร\.|นพ\.|นายแพทย์|แพทย์หญิง|พญ\."
    if len(found) != 1 or not found[0][2] or not re.search(rf"(?:{ranks})\s?[ก-ฮเ-ไ][ก-์]+\s[ก-์]+", thai):
        return None
    if re.search(r"\b(?:Mr|Ms|Mrs)\.", english):
        return None
    new = rng.choice([name for name in _OTHERS if name[0] != found[0][1][0]])
    return english[: found[0].start(1)] + new + english[found[0].end(2) :]


def family_swapped(thai: str, english: str, rng: Random) -> str | None:
    """The right given name with the family name of somebody else."""
    found = list(re.finditer(r"\b(?:Mr|Ms|Mrs)\. [A-Z][a-z-]+ ([A-Z][a-z-]+)", english))
    if len(found) != 1 or not re.search(
        r"(?:^|\s)(?:นาย|นาง|นางสาว)(?!ก)[ก-ฮเ-ไ][ก-์]+\s[ก-ฮเ-ไ][ก-์]{3,}", thai
    ):
        return None
    return _replace(english, found[0], rng.choice([f for f in _FAMILIES if f[0] != found[0][1][0]]), 1)


def no_lost(thai: str, english: str, rng: Random) -> str | None:
    """Negations other than not: no, without, unable, prohibit, never."""
    words = {"without": "with", "unable": "able", "prohibited": "permitted", "prohibit": "permit",
             "nor": "or", "impossible": "possible", "refused": "agreed", "no": "a", "No": "A"}  # fmt: skip
    if len(re.findall(r"\b(?:not|never|cannot|n't|" + "|".join(words) + r")\b", english)) != 1:
        return None
    match = _any(rf"\b({'|'.join(words)})\b(?! ?\d|\.|ne|-| later| less| more| longer)", english, rng)
    if match is None or not re.search("ไม่(?!เพียง|ว่า|เกิน|น้อย|ได้เพียง)|ห้าม|มิได้|มิให้", thai):
        return None
    return _replace(english, match, words[match[1]])


def sentence_dropped(thai: str, english: str, rng: Random) -> str | None:
    """One of two sentences or more, at least 45 % of the text, is left out."""
    sentences = _SENTENCE_BREAK.split(english)
    long = [i for i, s in enumerate(sentences) if len(s) > 0.45 * len(english)]
    if len(sentences) < 2 or not long:
        return None
    at = rng.choice(long)
    return " ".join(sentences[:at] + sentences[at + 1 :])


def sentence_invented(thai: str, english: str, rng: Random) -> str | None:
    """Sentences of at least 70 % of the length of the text are added."""
    more = (
        "This reflects the determination of all sectors to move forward together for the common benefit.",
        "Officials said that further details would be announced after the next meeting of the working group.",
        "Residents of the area expressed their gratitude and asked that the work be completed without delay.",
        "The project is expected to create jobs and income and to support growth in every region.",
    )
    text, tail = english.rstrip(), ""
    if len(text) < 60 or not text.endswith((".", "”", '"')):
        return None
    for sentence in rng.sample(more, len(more)) * 3:
        tail += f" {sentence}"
        if len(tail) > 0.7 * len(text):
            break
    return text + tail


def hashtag_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"#[A-Za-z][A-Za-z0-9]{3,}", english, rng)
    return _replace(english, match, match[0][:-1]) if match and match[0] in thai else None


def latin_word_replaced(thai: str, english: str, rng: Random) -> str | None:
    """A name or title in Latin letters becomes another word."""
    words = [w for w in re.findall(r"\b[A-Z][a-z]{4,}\b", thai) if len(re.findall(rf"\b{w}\b", english)) == 1]
    if not words:
        return None
    word = rng.choice(words)
    new = rng.choice([w for w in ("Harbor", "Victory", "Meadow", "Quantum", "Sunrise") if w[0] != word[0]])
    return re.sub(rf"\b{word}\b", new, english)


def half_day_swapped(thai: str, english: str, rng: Random) -> str | None:
    """A time of the afternoon becomes one of the morning."""
    match = _any(r"\b(1[3-9]|2[0-3]):([0-5]\d)\b", english, rng)
    return _replace(english, match, f"{int(match[1]) - 12:02}", 1) if match else None


def question_lost(thai: str, english: str, rng: Random) -> str | None:
    return english.replace("?", ".") if "?" in thai and "?" in english else None


def sentence_repeated(thai: str, english: str, rng: Random) -> str | None:
    """A sentence of six words or more stands three times, as a lost decoder writes."""
    sentences = [s for s in _SENTENCE_BREAK.split(english) if 6 <= len(s.split()) <= 25]
    return f"{english} {rng.choice(sentences)} {sentences[0]} {sentences[0]}" if sentences else None


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


MORE_KINDS: dict[str, tuple[Spoil, set[str]]] = {
    "numbers exchanged": (numbers_exchanged, {"number-order"}),
    "ten times too large or small": (tenfold, FACTS),
    "officer's name swapped": (officer_swapped, {"names"}),
    "family name swapped": (family_swapped, {"names"}),
    "another negation lost": (no_lost, {"negation", "negation-doubt"}),
    "sentence dropped": (sentence_dropped, {"length", "truncated"}),
    "sentences invented": (sentence_invented, {"length"}),
    "sentence repeated": (sentence_repeated, {"loop", "length"}),
    "hashtag changed": (hashtag_changed, {"hashtags"}),
    "Latin word replaced": (latin_word_replaced, {"latin"}),
    "afternoon for morning": (half_day_swapped, {"times"}),
    "question mark lost": (question_lost, {"question"}),
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
ALL_KINDS: dict[str, tuple[Spoil, set[str]]] = KINDS | MORE_KINDS
