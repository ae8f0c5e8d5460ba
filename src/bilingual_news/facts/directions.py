"""Changes beside numbers: เพิ่มขึ้นร้อยละ 5 is "up 5 percent" and never "down 5 percent".

In Thai the last word of a change before a number counts, in English the last one before it or the one
right after it. Where the English says both (an increase of 5 percent less), nothing is read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.contrary import Contradiction, Reading, contradictions

if TYPE_CHECKING:
    from bilingual_news.facts.model import Fact

UP: Final = 1
DOWN: Final = -1
_EXPECTED: Final = {UP: "an increase beside {}", DOWN: "a decrease beside {}"}
#: Signs of vowels and tones may follow in another word: ฟิลด์.
_THAI = re.compile(
    r"(เพิ่มสูงขึ้น|เพิ่มมากขึ้น|เพิ่มขึ้น|สูงขึ้น|มากขึ้น|ขยายตัว|เติบโต|ปรับขึ้น|ขึ้น(?=จาก)|เพิ่ม(?!เติม|ประสิท|ศักย|ขีด|ความ|โอกาส|พูน))|"
    r"(ลดต่ำลง|ลดน้อยลง|ลดลง|หดตัว|น้อยลง|ต่ำลง|ปรับลง|ลง(?=จาก)|ร่วงลง|ลด(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|หย่อน|ความ|ภาระ|โอกาส|การ|ปัญหา))"
)
#: How far before its number a change stands, in characters: เพิ่มขึ้นจากเดิมเฉลี่ยร้อยละ.
_REACH: Final = 70
_BETWEEN: Final = 24
_DIGIT = re.compile(r"\d")
#: With what it is compared may stand between a change and its size: เพิ่มขึ้นจากปี 2564 จำนวน 10 ราย.
_COMPARED = re.compile(
    r"\s?(?:ต่อเนื่อง|เฉลี่ย)?(?:จาก|เมื่อเทียบ)(?:\D|\d(?=[\d./]*\s?[ก-๙]))*(?:ที่|ร้อยละ|จำนวน|กว่า|ถึง|อยู่ที่)\s?(?:ร้อยละ|ระดับ)?\s?$"
)

_UP_WORDS: Final = (
    r"increas(?:e[sd]?|ing)|ris(?:e[sn]?|ing)|rose|gr(?:ows?|ew|own|owing|owth)|up(?! to)|"
    r"expand(?:s|ed|ing)?|expansion|higher|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    r"surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|rais(?:e[sd]?|ing)"
)
_DOWN_WORDS: Final = (
    r"decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|f(?:alls?|ell|allen|alling)|drop(?:s|ped|ping)?|down|"
    r"reduc(?:e[sd]?|ing|tions?)|contract(?:ed|ing|ion)|shr(?:inks?|ank|unk|inking)|lower(?:s|ed|ing)?|"
    r"cut(?:s|ting)?|plung(?:e[sd]?|ing)|dip(?:s|ped|ping)?|slash(?:es|ed|ing)?"
)
_NEAR = re.compile(rf"\b(?:({_UP_WORDS})|({_DOWN_WORDS}))\b(?! than)")
_APART = re.compile(r"[.;:,()\d]|\b(?:and|or|while|but)\b")
_AFTER = re.compile(
    r"(?:%|[ -]percent|[ -]percentage[ -]points?| million| billion| baht| degrees| points?)*"
    r"(?: (?:year-on-year|annual|net|a year|per year))? ?"
    rf"(?:({_UP_WORDS}|more)|({_DOWN_WORDS}|less|fewer))\b(?! than)"
)
_ENGLISH_REACH: Final = 48


@lru_cache(maxsize=8)
def contrary_directions(thai: str, english: str) -> tuple[Contradiction, ...]:
    """Values beside which something grows in one language and shrinks in the other."""
    if not ("เพิ่ม" in thai or "ลด" in thai or "ขึ้น" in thai or "ตัว" in thai or "ลง" in thai or "เติบโต" in thai):
        return ()
    return tuple(contradictions(thai, english, thai_direction, english_direction))


def thai_direction(text: str, fact: Fact) -> tuple[Reading, str] | None:
    """The change before a Thai number, with what to expect in English."""
    match = _last(_THAI, text, max(0, fact.start - _REACH), fact.start)
    if match is None:
        return None
    between = text[match.end() : fact.start]
    if (len(between) > _BETWEEN or _DIGIT.search(between)) and not _COMPARED.match(between):
        return None
    sense = UP if match[1] else DOWN
    return Reading(sense, match[0], *match.span()), _EXPECTED[sense]


def english_direction(text: str, fact: Fact) -> Reading | None:
    """The change beside an English number."""
    match = _last(_NEAR, text, max(0, fact.start - _ENGLISH_REACH), fact.start)
    if match and _APART.search(text, match.end(), fact.start):
        match = None
    after = _AFTER.match(text, fact.end)
    if match and after and bool(match[1]) != bool(after[1]):
        return None
    match = match or after
    if match is None:
        return None
    group = 1 if match[1] else 2
    return Reading(UP if match[1] else DOWN, match[group], *match.span(group))


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = list(pattern.finditer(text, start, end))
    return found[-1] if found else None
