"""What a number is a share of: จังหวัดละ 13 and 13 ต่อจังหวัด are "13 per province", and not per hospital.

Read beside a number that both languages state once with such a phrase; a phrase that one of them leaves
out, or says otherwise, is no difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.facts.model import Fact, Key

#: What is shared among, Thai and English: rows of words that mean the same here.
_ROWS: Final = (
    ("คน|ราย|ท่าน|หัว|รูป", "person|people|head|capita|individual|patient|worker|student|victim|case|man"),
    ("จังหวัด", "province"),
    ("อำเภอ", "district"),
    ("ตำบล", "subdistrict|sub-district|tambon"),
    ("หมู่บ้าน", "village"),
    ("ชุมชน", "community"),
    ("ครัวเรือน|ครอบครัว|หลังคาเรือน|หลัง", "household|family|home|house"),
    ("โรงพยาบาล", "hospital"),
    ("โรงเรียน", "school"),
    ("ประเทศ", "country"),
    ("บริษัท", "company"),
    ("ไร่", "rai"),
    ("กิโลกรัม|กก.|กิโล", "kilogram|kilo|kg"),
    ("ตัน", "ton|tonne"),
    ("ลิตร", "liter|litre"),
    ("วินาที", "second"),
    ("นาที", "minute"),
    ("ชั่วโมง|ชม.", "hour"),
    ("วัน", "day"),
    ("สัปดาห์|อาทิตย์", "week"),
    ("เดือน", "month"),
    ("ไตรมาส", "quarter"),
    ("ปี", "year|annum"),
)
_THAI_ROW: Final = {word: row for row, (words, _) in enumerate(_ROWS) for word in words.split("|")}
_ENGLISH_ROW: Final = {word: row for row, (_, words) in enumerate(_ROWS) for word in words.split("|")}
_THAI: Final = "|".join(re.escape(word) for word in sorted(_THAI_ROW, key=len, reverse=True))
_ENGLISH: Final = "|".join(sorted(_ENGLISH_ROW, key=len, reverse=True))
#: Before a number: จังหวัดละ, ครอบครัวละไม่เกิน.
_BEFORE = lazily(rf"({_THAI})ละ\s?(?:ประมาณ|ไม่เกิน|ไม่น้อยกว่า|ไม่ต่ำกว่า|กว่า|เพียง|สูงสุด)?\s?$")
#: After it: 13 รายต่อจังหวัด, 300 บาท/วัน, 250 บาทต่อคนต่อเดือน.
_AFTER = lazily(rf"(?:ต่อ|/)\s?({_THAI})")
#: Of these, "per" alone is surely a share: "13 a day" is, "13 on a day" is none.
_PER = lazily(rf"\b(?:per|each|every|an?) ({_ENGLISH})\b(?!-)")
#: How far from a number what it is shared among may stand, and what ends the phrase.
_PHRASE = lazily(r"[^\d.;:()]{0,48}")
_THAI_PHRASE = lazily(r"[^\d;:()]{0,30}")
_REACH: Final = 34


def other_shares(
    thai: str, source: Sequence[Fact], english: str, target: Sequence[Fact]
) -> list[tuple[Fact, Fact, str]]:
    """Numbers that are for each of something else in the English than in the Thai.

    Args:
        thai: The Thai text.
        source: Its facts.
        english: The English text.
        target: Its facts.

    Returns:
        The number as a Thai fact with the words beside it, the English words as one, and what they should be.
    """
    if " per " not in english:
        return []
    ours, theirs = _once(source), _once(target)
    out: list[tuple[Fact, Fact, str]] = []
    for key, fact in theirs.items():
        if key not in ours or not (stated := _english_shares(english, fact)):
            continue
        meant = _thai_shares(thai, ours[key])
        rows = {_THAI_ROW[match[1]] for match in meant}
        wrong = next((match for match in stated if match[0].startswith("per")), None)
        if meant and wrong and rows.isdisjoint(_ENGLISH_ROW[match[1]] for match in stated):
            word = _ROWS[_THAI_ROW[meant[0][1]]][1].split("|")[0]
            out.append((_beside(ours[key], meant[0]), _beside(fact, wrong), f"per {word}"))
    return out


def _beside(fact: Fact, match: re.Match[str]) -> Fact:
    text = match[0].rstrip()
    return fact._replace(text=text, start=match.start(), end=match.start() + len(text), unit="")


def _once(facts: Sequence[Fact]) -> dict[Key, Fact]:
    keys = [fact.keys[0] for fact in facts]
    return {fact.keys[0]: fact for fact in facts if keys.count(fact.keys[0]) == 1}


def _thai_shares(thai: str, fact: Fact) -> list[re.Match[str]]:
    before = _BEFORE.search(thai, max(0, fact.start - _REACH), fact.start)
    after = _AFTER.finditer(thai, fact.end, _end(_THAI_PHRASE, thai, fact.end))
    return [*([before] if before else []), *after]


def _english_shares(english: str, fact: Fact) -> list[re.Match[str]]:
    return list(_PER.finditer(english, fact.end, _end(_PHRASE, english, fact.end)))


def _end(phrase: re.Pattern[str], text: str, start: int) -> int:
    match = phrase.match(text, start)
    assert match is not None  # it may be empty
    return match.end()
