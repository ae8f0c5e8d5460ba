"""Errors in what is said of numbers: bounds, changes, ordinals, ranges, units, repetitions; see `_seeded`."""

from __future__ import annotations

import re
from random import Random

from benchmarks._seeded import _COUNT, FACTS, MONTHS, Spoil, _any, _replace

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


_SYSTEMS = {"kilometers": "miles", "km": "miles", "meters": "feet", "centimeters": "inches",
            "inches": "centimeters", "feet": "meters", "microns": "inches", "kilograms": "pounds",
            "grams": "ounces", "tons": "pounds", "rai": "acres", "hectares": "acres",
            "square kilometers": "square miles", "square meters": "square feet", "liters": "gallons",
            "milliliters": "gallons", "cubic meters": "cubic feet",
            "degrees Celsius": "degrees Fahrenheit", "degrees": "degrees Fahrenheit"}  # fmt: skip
_MEASURE = re.compile(
    rf"(?<=\d )(?:million )?({'|'.join(sorted(_SYSTEMS, key=len, reverse=True))})\b(?! Fahrenheit)"
)


def other_system(thai: str, english: str, rng: Random) -> str | None:
    """A measure keeps its number and gets a unit of another system: 5 kilometers become 5 miles."""
    match = _any(_MEASURE, english, rng)
    return _replace(english, match, _SYSTEMS[match[1]], 1) if match else None


NUMBER_KINDS: dict[str, tuple[Spoil, set[str]]] = {
    "bound turned round": (bound_turned, {"bounds"}),
    "change turned round": (change_turned, {"direction"}),
    "unit of another system": (other_system, {"units"}),
    "units exchanged": (units_exchanged, {"number-order", "units"}),
    "ordinal for number": (ordinal_made, {"ordinals", *FACTS}),
    "number for ordinal": (ordinal_lost, {"ordinals", *FACTS}),
    "repetition added": (repetition_added, FACTS),
    "year added": (year_added, {"added-year", *FACTS}),
    "range turned round": (range_turned, {"number-order", *FACTS}),
}
