"""Changes beside numbers: เพิ่มขึ้นร้อยละ 5 is "up 5 percent" and never "down 5 percent".

In Thai the last word of a change before a number counts, in English the last one before it or the one
right after it. Where the English says both (an increase of 5 percent less), nothing is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilingual_news.facts.contrary import Beside, Contradiction, Reading, contradictions, words_among
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from bilingual_news.facts.model import Fact

UP: Final = 1
DOWN: Final = -1
_EXPECTED: Final = {UP: "an increase beside {}", DOWN: "a decrease beside {}"}
#: Signs of vowels and tones may follow in another word: ฟิลด์.
_THAI = lazily(
    r"(เพิ่มสูงขึ้น|เพิ่มมากขึ้น|เพิ่มขึ้น|สูงขึ้น|มากขึ้น|ขยายตัว|เติบโต|ปรับขึ้น|พุ่ง(?!ชน|เป้า|ตัว|ใส่|เข้า)|ทะยาน|ขึ้น(?=จาก)|เพิ่ม(?!เติม|ประสิท|ศักย|ขีด|ความ|โอกาส|พูน))|"
    r"(ลดต่ำลง|ลดน้อยลง|ลดลง|หดตัว|น้อยลง|ต่ำลง|ปรับลง|ลง(?=จาก)|ร่วง(?:ลง|แรง|หนัก)?|ดิ่ง(?:ลง)?|ทรุด(?:ลง|ตัวลง|หนัก)|ลด(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|หย่อน|ความ|ภาระ|โอกาส|การ|ปัญหา))"
)
#: How far before its number a change stands, in characters: เพิ่มขึ้นจากเดิมเฉลี่ยร้อยละ.
_REACH: Final = 70
_BETWEEN: Final = 24
_LONGEST: Final = 12
_DIGIT = lazily(r"\d")
#: What grows, or with what it is compared, may stand between a change and its size: ลดภาษีสินค้าไทยเหลือ 19%,
#: เพิ่มขึ้นจากปี 2564 จำนวน 10 ราย.
_COMPARED = lazily(
    r"\D*เหลือ(?:เพียง|แค่|ร้อยละ|อัตรา|\s)*$|\s?(?:ต่อเนื่อง|เฉลี่ย)?(?:จาก|เมื่อเทียบ)(?:\D|\d(?=[\d./]*\s?[ก-๙]))*(?:ที่|ร้อยละ|จำนวน|กว่า|ถึง|อยู่ที่)\s?(?:ร้อยละ|ระดับ)?\s?$"
)

_UP_WORDS: Final = frozenset(
    [
        "increase",
        "increases",
        "increased",
        "increasing",
        "rise",
        "rises",
        "risen",
        "rising",
        "rose",
        "grow",
        "grows",
        "grew",
        "grown",
        "growing",
        "growth",
        "expand",
        "expands",
        "expanded",
        "expanding",
        "expansion",
        "higher",
        "gain",
        "gains",
        "gained",
        "gaining",
        "climb",
        "climbs",
        "climbed",
        "climbing",
        "jump",
        "jumps",
        "jumped",
        "jumping",
        "surge",
        "surges",
        "surged",
        "surging",
        "soar",
        "soars",
        "soared",
        "soaring",
        "raise",
        "raises",
        "raised",
        "raising",
        "up",
    ]
)
_DOWN_WORDS: Final = frozenset(
    [
        "decrease",
        "decreases",
        "decreased",
        "decreasing",
        "decline",
        "declines",
        "declined",
        "declining",
        "fall",
        "falls",
        "fell",
        "fallen",
        "falling",
        "drop",
        "drops",
        "dropped",
        "dropping",
        "down",
        "reduce",
        "reduces",
        "reduced",
        "reducing",
        "reduction",
        "reductions",
        "contracted",
        "contracting",
        "contraction",
        "shrink",
        "shrinks",
        "shrank",
        "shrunk",
        "shrinking",
        "lower",
        "lowers",
        "lowered",
        "lowering",
        "cut",
        "cuts",
        "cutting",
        "plunge",
        "plunges",
        "plunged",
        "plunging",
        "dip",
        "dips",
        "dipped",
        "dipping",
        "slash",
        "slashes",
        "slashed",
        "slashing",
    ]
)
_BOTH: Final = _UP_WORDS | _DOWN_WORDS
#: Higher than and up to say something else.
_NO_CHANGE = lazily(r" than\b|(?<=up) to\b")
_APART = lazily(r"[.;:,()\d]|\b(?:and|or|while|but)\b")
_AFTER = lazily(
    r"(?:%|[ -]percent|[ -]percentage[ -]points?| million| billion| baht| degrees| points?)*"
    r"(?: (?:year-on-year|annual|net|a year|per year))? ?"
    rf"(?:({'|'.join(_UP_WORDS)}|more)|({'|'.join(_DOWN_WORDS)}|less|fewer))\b(?! than)"
)
_ENGLISH_REACH: Final = 48


#: What is in every Thai text that speaks of a change.
SIGNS: Final = (
    "เพิ่ม", "ลด", "สูงขึ้น", "มากขึ้น", "ขยายตัว", "เติบโต", "ปรับขึ้น", "ขึ้นจาก", "หดตัว", "น้อยลง", "ต่ำลง", "ปรับลง",
    "ร่วง", "ลงจาก", "พุ่ง", "ทะยาน", "ดิ่ง", "ทรุด",
)  # fmt: skip


def contrary_directions(thai: str, english: str) -> tuple[Contradiction, ...]:
    """Values beside which something grows in one language and shrinks in the other."""
    return contradictions(thai, english, _SAID)


def thai_direction(text: str, fact: Fact, sign: int) -> tuple[Reading, str] | None:
    """The change before a Thai number, with what to expect in English; the last sign of one stands there."""
    found = list(_THAI.finditer(text, max(0, sign - _LONGEST), fact.start))
    match = found[-1] if found else None
    if match is None:
        return None
    between = text[match.end() : fact.start]
    if (len(between) > _BETWEEN or _DIGIT.search(between)) and not _COMPARED.match(between):
        return None
    sense = UP if match[1] else DOWN
    return Reading(sense, match[0], *match.span()), _EXPECTED[sense]


def english_direction(text: str, fact: Fact) -> Reading | None:
    """The change beside an English number."""
    near = words_among(text, max(0, fact.start - _ENGLISH_REACH), fact.start, _BOTH)
    said = [word for word in near if word[0].islower() and not _NO_CHANGE.match(text, word.end())]
    last = said[-1] if said and not _APART.search(text, said[-1].end(), fact.start) else None
    after = _AFTER.match(text, fact.end)
    sense = UP if last and last[0] in _UP_WORDS else DOWN
    if after:
        group = 1 if after[1] else 2
        own = UP if after[1] else DOWN
        if last and own != sense:
            return None
        return Reading(own, after[group], *after.span(group))
    return Reading(sense, last[0], *last.span()) if last else None


_SAID: Final = Beside(SIGNS, _REACH, 0, thai_direction, english_direction)
