"""Errors that a newsroom fears, put into correct pairs: one function a kind.

Each takes the Thai, the correct English and a random generator, and returns the spoilt English, or
None where the pair offers no place for that error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Spoil = Callable[[str, str, Random], "str | None"]

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DATE = rf"(\d{{1,2}}) ({'|'.join(MONTHS)})"
_COUNT = re.compile(
    r"(?<![\d.,:/–-])(?<![A-Za-z-])(\d{1,3}(?:,\d{3})+|\d{1,5})(?= (?!million|billion|trillion|percent|baht|"
    r"January|February|March|"
    r"April|May|June|July|August|September|October|November|December)[a-z]{3,})"
)


def _other(rng: Random, values: list[str], than: str) -> str:
    return rng.choice([value for value in values if value != than])


def _replace(text: str, match: re.Match[str] | None, new: str, group: int = 0) -> str | None:
    if match is None:
        return None
    return text[: match.start(group)] + new + text[match.end(group) :]


def _any(pattern: str | re.Pattern[str], text: str, rng: Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def number_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(_COUNT, english, rng)
    if match is None or 1700 <= int(match[1].replace(",", "")) < 2200 or match[1] == "1":
        return None
    digits = list(match[1])
    place = rng.choice([i for i, c in enumerate(digits) if c.isdigit()])
    digits[place] = _other(rng, list("123456789"), digits[place])
    return _replace(english, match, "".join(digits), 1)


def number_dropped(thai: str, english: str, rng: Random) -> str | None:
    match = _any(_COUNT, english, rng)
    return None if match is None or match[1] == "1" else _replace(english, match, "several", 1)


def number_added(thai: str, english: str, rng: Random) -> str | None:
    match = _any(
        r"(?<=[a-z]) (?=people|provinces|agencies|projects|areas|members|farmers|"
        r"hospitals|countries|students|entrepreneurs)",
        english,
        rng,
    )
    return _replace(english, match, f" {rng.randint(13, 97)} ")


def year_off(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b20[12]\d\b", english, rng)
    return _replace(english, match, str(int(match[0]) + rng.choice((-1, 1, 10)))) if match else None


def year_buddhist(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"(?<![\d(/–-])\b20[12]\d\b(?![/–-])", english, rng)
    return _replace(english, match, str(int(match[0]) + 543)) if match else None


def magnitude(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\d ?(million|billion)\b", english, rng)
    return _replace(english, match, "billion" if match[1] == "million" else "million", 1) if match else None


def percent_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"(\d+)(?= percent|%)", english, rng)
    return _replace(english, match, str(int(match[1]) + rng.randint(1, 9)), 1) if match else None


def percent_lost(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"(?<=\d)(?: percent\b|%)", english, rng)
    return _replace(english, match, " people")


def day_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(_DATE, english, rng)
    return _replace(english, match, str(int(match[1]) % 27 + 1), 1) if match else None


def month_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(_DATE, english, rng)
    return _replace(english, match, _other(rng, MONTHS, match[2]), 2) if match else None


def month_alone_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(rf"(?<!\d )\b({'|'.join(MONTHS)})\b(?! \d\d?\b)", english, rng)
    if match is None or not re.search(
        "(?:มกรา|มีนา|พฤษภา|กรกฎา|สิงหา|ตุลา|ธันวา)คม|(?:เมษา|มิถุนา|กันยา|พฤศจิกา)ยน|กุมภา", thai
    ):
        return None
    return _replace(english, match, _other(rng, MONTHS, match[1]), 1)


def weekday_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(rf"\b({'|'.join(DAYS)})\b", english, rng)
    if match is None or not re.search("วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)", thai):
        return None
    return _replace(english, match, _other(rng, DAYS, match[1]), 1)


def time_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b([01]\d|2[0-3]):([0-5]\d)\b", english, rng)
    return _replace(english, match, f"{(int(match[1]) + rng.randint(1, 11)) % 24:02}", 1) if match else None


def phone_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b0[\d-]?[ -]?\d{3,4}[ -]\d{3,4}\b", english, rng)
    if match is None:
        return None
    last = match[0][-1]
    return _replace(english, match, match[0][:-1] + _other(rng, list("0123456789"), last))


def unit_swapped(thai: str, english: str, rng: Random) -> str | None:
    swaps = {"rai": "hectares", "kilometers": "meters", "meters": "kilometers", "tons": "kilograms",
             "kilograms": "tons", "days": "weeks", "months": "years", "hours": "days", "hectares": "rai",
             "centimeters": "meters", "years": "months"}  # fmt: skip
    match = _any(rf"(?<=\d )({'|'.join(swaps)})\b", english, rng)
    if match is None or re.search(r"\d-", english):
        return None
    return _replace(english, match, swaps[match[1]])


def currency_swapped(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"(?<=\d )baht\b|(?<=million )baht\b|(?<=billion )baht\b", english, rng)
    return _replace(english, match, rng.choice(("dollars", "euros", "yuan")))


def latin_changed(thai: str, english: str, rng: Random) -> str | None:
    words = [word for word in set(re.findall(r"\b[A-Z]{3,6}\b", thai)) if re.search(rf"\b{word}\b", english)]
    if not words:
        return None
    word = rng.choice(sorted(words))
    new = word[:-1] + _other(rng, list("ABCDEFGKLMPRTVXZ"), word[-1])
    return None if new in thai else re.sub(rf"\b{word}(?=s?\b)", new, english)


def address_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b(?:www\.)?[a-z0-9-]{4,}\.(?:com|go\.th|or\.th|co\.th|net)\b", english, rng)
    if match is None or match[0] not in thai:
        return None
    return english.replace(
        match[0], match[0].replace(".", "", 1) if rng.random() < 0.3 else match[0][:2] + "x" + match[0][2:]
    )


_NAMES = ("Pichit Rattakul", "Somchai Wongsawat", "Kittirat Na Ranong", "Boonlert Faircharoen",
          "Ubolratana Dejudom", "Jeeraporn Malisorn", "Faisal Yupensuk", "Wirat Meesuk", "Lalita Harnwong",
          "Teerapat Inthong")  # fmt: skip


def name_swapped(thai: str, english: str, rng: Random) -> str | None:
    found = list(re.finditer(r"\b(?:Mr|Ms|Mrs)\. ([A-Z][a-z-]+(?: [A-Z][a-z-]+){0,2})", english))
    if len(found) != 1 or not re.search(r"(?:^|[\s(“\"])(?:นาย|นาง|นางสาว|น\.ส\.)(?!ก)[ก-ฮเแโใไ]", thai):
        return None
    match = found[0]
    first = match[1].split()[0]
    new = rng.choice([name for name in _NAMES if name[0] != first[0]])
    # The other mentions of the person go with him.
    return re.sub(rf"\b{re.escape(first)}\b", new.split()[0], _replace(english, match, new, 1) or "")


def title_swapped(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b(Mr|Ms|Mrs)\.", english, rng)
    if match is None or not re.search(r"(?:^|[\s(“\"])(?:นาย|นาง|นางสาว|น\.ส\.)(?!ก)[ก-ฮเแโใไ]", thai):
        return None
    new = {"Mr": "Mrs", "Ms": "Mr", "Mrs": "Mr"}[match[1]]
    return re.sub(rf"\b{match[1]}\.", f"{new}.", english)


def negation_lost(thai: str, english: str, rng: Random) -> str | None:
    found = list(re.finditer(r" (?:not|never)\b| cannot\b", english))
    if len(found) != 1 or "ไม่" not in thai or re.search("ไม่(?:เพียง|ว่า|เกิน|น้อย)|หรือไม่", thai):
        return None
    return _replace(english, found[0], " can" if found[0][0] == " cannot" else "")


def negation_added(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r" (?:will|must|can|has|is|are|was)( )(?=[a-z]{4,})", english, rng)
    return _replace(english, match, " not ", 1) if match else None


def thai_left(thai: str, english: str, rng: Random) -> str | None:
    words = english.split()
    found = re.findall(r"[ก-์]{4,12}", thai)
    if len(words) < 6 or not found:
        return None
    words[rng.randrange(2, len(words))] = rng.choice(found)
    return " ".join(words)


def untranslated(thai: str, english: str, rng: Random) -> str | None:
    return thai


def empty(thai: str, english: str, rng: Random) -> str | None:
    return ""


def loop(thai: str, english: str, rng: Random) -> str | None:
    words = english.split()
    if len(words) < 10:
        return None
    at, size = rng.randrange(4, len(words) - 4), rng.randint(1, 4)
    run = [w.strip(",.()") for w in words[at : at + size]]
    if not all(w.isalpha() and len(w) > 3 for w in run) or len(set(run)) < len(run):
        return None
    return " ".join(words[:at] + run * rng.randint(4, 7) + words[at + size :])


def word_doubled(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b(the|of|and|to|in|for|with|from|will|has) ", english, rng)
    return _replace(english, match, f"{match[1]} {match[1]} ") if match else None


def cut_off(thai: str, english: str, rng: Random) -> str | None:
    words = english.split()
    return None if len(words) < 15 else " ".join(words[: len(words) * 2 // 5])


def invented(thai: str, english: str, rng: Random) -> str | None:
    tail = ("The committee will continue to follow up on progress and report the results to the meeting so "
            "that all parties concerned can plan their work accordingly and reach its goals. ")  # fmt: skip
    size = len(english)
    return None if size < 80 else f"{english} {(tail * 6)[:size]}".strip()


def bracket_lost(thai: str, english: str, rng: Random) -> str | None:
    if "(" not in english or english.count("(") != english.count(")") or thai.count("(") != thai.count(")"):
        return None
    return _replace(
        english,
        _any(r"(?<=\w)\)(?=\s|$|[,.])" if rng.random() < 0.5 else r"(?<=\s)\((?=[A-Za-z]{3})", english, rng),
        "",
    )


def quote_lost(thai: str, english: str, rng: Random) -> str | None:
    if (
        english.count("“") != english.count("”")
        or english.count('"') % 2
        or thai.count("“") != thai.count("”")
        or thai.count('"') % 2
    ):
        return None
    return _replace(english, _any(r"[“”\"]", english, rng), "")


def space_outside(thai: str, english: str, rng: Random) -> str | None:
    return rng.choice((f" {english}", f"{english} ", f"{english}\n"))


def space_doubled(thai: str, english: str, rng: Random) -> str | None:
    return _replace(english, _any(r"(?<=\w) (?=\w)", english, rng), "  ")


def invisible(thai: str, english: str, rng: Random) -> str | None:
    return _replace(
        english,
        _any(r"(?<=\w) (?=\w)", english, rng),
        rng.choice((" \u200b", " \u202e", "\u00ad ", " \u2066")),
    )


def markup(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"\b[a-z]{4,}\b", english, rng)
    return (
        _replace(english, match, rng.choice((f"<b>{match[0]}</b>", f"{match[0]}&nbsp;", f"{match[0]}<br/>")))
        if match
        else None
    )


def quotes_mixed(thai: str, english: str, rng: Random) -> str | None:
    return english.replace("”", '"', 1) if "“" in english and "”" in english and '"' not in english else None


def space_before_comma(thai: str, english: str, rng: Random) -> str | None:
    return _replace(english, _any(r"(?<=[a-z]),(?= [a-z])", english, rng), " ,")


def fiscal_lost(thai: str, english: str, rng: Random) -> str | None:
    return (
        re.sub(r"\b[Ff]iscal [Yy]ears? ", "", english)
        if "ปีงบประมาณ" in thai and re.search("[Ff]iscal [Yy]ear", english) and "budget" not in english.lower()
        else None
    )


FACTS = {"numbers", "money", "percent", "dates", "times", "phones", "units", "weekdays", "number-words"}
#: Kind → the error, and the checks of which one must speak.
KINDS: dict[str, tuple[Spoil, set[str]]] = {
    "number changed": (number_changed, FACTS),
    "number dropped": (number_dropped, FACTS),
    "number added": (number_added, FACTS),
    "year wrong": (year_off, FACTS),
    "year left Buddhist": (year_buddhist, FACTS),
    "million for billion": (magnitude, FACTS),
    "percentage changed": (percent_changed, FACTS),
    "percent lost": (percent_lost, FACTS),
    "day changed": (day_changed, {"dates"}),
    "month changed": (month_changed, {"dates"}),
    "month alone changed": (month_alone_changed, {"dates"}),
    "weekday changed": (weekday_changed, {"weekdays"}),
    "time changed": (time_changed, {"times"}),
    "phone digit changed": (phone_changed, {"phones", "numbers"}),
    "unit swapped": (unit_swapped, {"units"}),
    "currency swapped": (currency_swapped, {"units"}),
    "fiscal year lost": (fiscal_lost, {"fiscal-year"}),
    "acronym changed": (latin_changed, {"latin"}),
    "address changed": (address_changed, {"addresses", "latin"}),
    "name swapped": (name_swapped, {"names"}),
    "title swapped": (title_swapped, {"titles"}),
    "negation lost": (negation_lost, {"negation", "negation-doubt"}),
    "negation added": (negation_added, {"negation", "negation-doubt"}),
    "Thai left": (thai_left, {"thai-letters"}),
    "untranslated": (untranslated, {"untranslated"}),
    "empty": (empty, {"empty"}),
    "loop": (loop, {"loop", "double-word"}),
    "word doubled": (word_doubled, {"double-word"}),
    "cut off": (cut_off, {"length"}),
    "invented": (invented, {"length"}),
    "bracket lost": (bracket_lost, {"brackets"}),
    "quote lost": (quote_lost, {"quotes"}),
    "quotes mixed": (quotes_mixed, {"mixed-quotes"}),
    "outer space": (space_outside, {"outer-space"}),
    "space doubled": (space_doubled, {"double-space"}),
    "space before comma": (space_before_comma, {"punctuation"}),
    "invisible character": (invisible, {"invisible"}),
    "HTML": (markup, {"markup"}),
}
