"""More errors to put into correct pairs; see `_seeded`.

They were written after the checks that find them, to see how the checks do on errors that nobody had
in mind: whole sentences dropped or invented, numbers that change places, officers' and family names,
negations other than "not", factors of ten, hashtags, questions.
"""

from __future__ import annotations

import re
from random import Random

from benchmarks._seeded import _COUNT, FACTS, KINDS, MONTHS, Spoil, _any, _replace

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


_TURNED = {"more than": "less than", "over": "under", "at least": "at most", "no less than": "no more than",
           "not less than": "not more than", "no fewer than": "no more than", "not exceeding": "exceeding",
           "no more than": "no less than", "not more than": "not less than", "up to": "at least",
           "less than": "more than", "nearly": "more than", "almost": "over",
           "a maximum of": "a minimum of", "a minimum of": "a maximum of"}  # fmt: skip
_LONGEST_FIRST = "|".join(sorted(_TURNED, key=len, reverse=True))
_BOUND = re.compile(rf"(?<!not )(?<!no )(?<!without )\b({_LONGEST_FIRST})(?= (?:US)?\$?\d)")


def bound_turned(thai: str, english: str, rng: Random) -> str | None:
    """More than becomes less than, and the like, before a number; the Thai has a bound of some kind."""
    match = _any(_BOUND, english, rng)
    if match is None or not re.search("กว่า|เกิน|อย่างน้อย|ไม่ถึง|เกือบ|สูงสุด|ขั้นต่ำ|ขึ้นไป", thai):
        return None
    return _replace(english, match, _TURNED[match[1]], 1)


_CHANGES = {"increased": "decreased", "increase": "decrease", "increasing": "decreasing", "rose": "fell",
            "rise": "fall", "risen": "fallen", "rising": "falling", "grew": "shrank", "growth": "decline",
            "up": "down", "expanded": "contracted", "expansion": "contraction", "decreased": "increased",
            "decrease": "increase", "decreasing": "increasing", "fell": "rose", "fall": "rise",
            "declined": "rose", "decline": "rise", "down": "up", "dropped": "rose", "reduced": "increased",
            "reduce": "increase", "reducing": "increasing", "reduction": "increase", "raised": "lowered",
            "raise": "lower", "contracted": "expanded", "cut": "raise", "lowered": "raised"}  # fmt: skip
_CHANGE = re.compile(
    rf"\b({'|'.join(_CHANGES)})\b(?= (?:by |to |of |from |about |nearly |more than |over |another |around )*"
    rf"(?:US)?\$?\d)|(?<=\d percent )({'|'.join(_CHANGES)})\b|(?<=\d% )({'|'.join(_CHANGES)})\b"
)


def change_turned(thai: str, english: str, rng: Random) -> str | None:
    """Increased becomes decreased, and the like, beside a number; the Thai speaks of a change."""
    match = _any(_CHANGE, english, rng)
    if match is None or not re.search("เพิ่ม|ลด|ขยายตัว|หดตัว|เติบโต|สูงขึ้น|ต่ำลง|ปรับ(?:ขึ้น|ลง)", thai):
        return None
    if match[0] == "up" and english[match.end() :].startswith(" to"):  # up to 5 is a bound
        return None
    return _replace(english, match, _CHANGES[match[0]])


_RANKED_THING = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)\b(?! (?:floor|cycle|birthday|anniversary|century))", re.IGNORECASE
)
_COUNTED_THING = re.compile(
    r"(?<!first )(?<!full )(?<!every )(?<![-–])\b(\d{1,3}) (days|weeks|months|times|people|provinces|"
    r"countries|cases|places|doses|projects)\b"
)
_ONE_OF = {"people": "person", "countries": "country"}


def ordinal_lost(thai: str, english: str, rng: Random) -> str | None:
    """The 3rd meeting becomes the 3 times meeting, as ครั้งที่ 3 is misread; the Thai has such an ordinal."""
    match = _any(_RANKED_THING, english, rng)
    if match is None or match[1] == "1" or not re.search(rf"(?:ครั้ง|รุ่น|สมัย|ปี)ที่ ?{match[1]}(?!\d)", thai):
        return None
    return _replace(english, match, f"{match[1]} times")


def ordinal_made(thai: str, english: str, rng: Random) -> str | None:
    """3 times become the 3rd time."""
    match = _any(_COUNTED_THING, english, rng)
    if match is None or match[1] == "1":
        return None
    last = {"1": "st", "2": "nd", "3": "rd"}.get(match[1][-1], "th")
    tail = "th" if match[1][-2:] in {"11", "12", "13"} else last
    return _replace(english, match, f"the {match[1]}{tail} {_ONE_OF.get(match[2], match[2][:-1])}")


def repetition_added(thai: str, english: str, rng: Random) -> str | None:
    """A number of the text stands before another noun too."""
    numbers = [
        m[1]
        for m in _COUNT.finditer(english)
        if m[1] != "1" and not 1700 <= int(m[1].replace(",", "")) < 2200
    ]
    match = _any(
        r"(?<=[a-z]{3}) (?=people|provinces|agencies|projects|areas|members|farmers|hospitals|officials|"
        r"countries|students|entrepreneurs|measures|operators|products|services|citizens)",
        english,
        rng,
    )
    return _replace(english, match, f" {rng.choice(numbers)} ") if numbers and match else None


def year_added(thai: str, english: str, rng: Random) -> str | None:
    """A date of the Thai that has no year gets one."""
    months = "|".join(MONTHS)
    match = _any(rf"\b\d{{1,2}} (?:{months})\b(?!,? \d)", english, rng)
    if match is None or re.search(r"25[3-7]\d|20[12]\d|[ก-ฮ]\. ?[4-7]\d\b", thai):
        return None
    return english[: match.end()] + f" {rng.randint(2019, 2025)}" + english[match.end() :]


_RANGE = re.compile(
    r"(?<![\d.,:/–-])(\d{1,2}(?::\d\d)?)(–|-| to )(\d{1,2}(?::\d\d)?)(?![\d.,:/–-]*\d)(?=[ .,;)])"
)


def range_turned(thai: str, english: str, rng: Random) -> str | None:
    """17–25 becomes 25–17."""
    match = _any(_RANGE, english, rng)
    if match is None or match[1] == match[3]:
        return None
    return _replace(english, match, match[3] + match[2] + match[1])


_UNITS = ("baht", "rai", "kilometers", "meters", "tons", "kilograms", "days", "months", "years", "hours",
          "minutes", "liters", "hectares", "people", "households", "provinces", "places", "cases",
          "locations", "projects", "weeks", "districts", "families", "schools", "hospitals",
          "villages", "routes")  # fmt: skip
_AMOUNT = re.compile(rf"\d(?: million| billion)? ({'|'.join(_UNITS)})\b")


def units_exchanged(thai: str, english: str, rng: Random) -> str | None:
    """Two amounts keep their numbers and exchange what they measure or count."""
    found = list(_AMOUNT.finditer(english))
    if len({m[1] for m in found}) < 2:
        return None
    one, other = sorted(rng.sample(found, 2), key=lambda m: m.start())
    if one[1] == other[1]:
        return None
    return (
        english[: one.start(1)]
        + other[1]
        + english[one.end(1) : other.start(1)]
        + one[1]
        + english[other.end(1) :]
    )


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
    "bound turned round": (bound_turned, {"bounds"}),
    "change turned round": (change_turned, {"direction"}),
    "units exchanged": (units_exchanged, {"number-order", "units"}),
    "ordinal for number": (ordinal_made, {"ordinals", *FACTS}),
    "number for ordinal": (ordinal_lost, {"ordinals", *FACTS}),
    "repetition added": (repetition_added, FACTS),
    "year added": (year_added, {"added-year", *FACTS}),
    "range turned round": (range_turned, {"number-order", *FACTS}),
    "question mark lost": (question_lost, {"question"}),
}
ALL_KINDS: dict[str, tuple[Spoil, set[str]]] = KINDS | MORE_KINDS
