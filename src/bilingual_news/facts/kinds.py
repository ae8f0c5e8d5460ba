"""Kinds of people whose numbers changed places.

ผู้ต้องขัง 70 ราย เจ้าหน้าที่ 9 ราย is not "70 staff and nine inmates". The classifier of both is the same; what
stands before a Thai number tells the one from the other, and in English what stands after it, in figures
or in a word.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import FactKind
from bilingual_news.facts.worded import small_in_words
from bilingual_news.facts.words import SMALL
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.facts.model import Fact, Key

#: Kinds of people, Thai and English.
_ROWS: Final = (
    ("ผู้ต้องขัง|นักโทษ", "inmates?|prisoners?|detainees?|convicts?"),
    ("เจ้าหน้าที่|บุคลากร", "staff|officials?|officers?|personnel|employees?"),
    ("นักเรียน|นักศึกษา|นิสิต", "students?|pupils?"),
    ("ครู|อาจารย์", "teachers?|lecturers?|instructors?"),
    ("แพทย์", "doctors?|physicians?"),
    ("พยาบาล", "nurses?"),
    ("ทหาร", "soldiers?|troops|servicemen"),
    ("ตำรวจ", "police"),
    ("ชาย", "men|males?|man|boys?|sons?"),
    ("หญิง", "women|females?|woman|girls?|daughters?"),
    ("ผู้ใหญ่", "adults?"),
    ("เด็ก", "child|children|kids?"),
    ("เสียชีวิต", "deaths?|dead|died|killed|fatalit(?:y|ies)"),
    ("บาดเจ็บ", "injur(?:y|ies|ed)|wounded"),
    ("สูญหาย", "missing"),
    ("หายป่วย|รักษาหาย|หายป่วยแล้ว", "recover(?:y|ies|ed)|discharged"),
    ("ติดเชื้อ", "infections?|infected|cases?"),
    ("คนไทย|สัญชาติไทย|ชาวไทย", "thais?"),
    ("ต่างชาติ|ต่างด้าว|ชาวต่างชาติ", "foreign(?:ers?)?"),
)
_ROW: Final = {word: row for row, (words, _) in enumerate(_ROWS) for word in words.split("|")}
_THAI: Final = "|".join(sorted(_ROW, key=len, reverse=True))
_BEFORE = lazily(rf"({_THAI})(?:จำนวน|รวม|อีก|แล้ว|เพิ่ม|\s)*$")
_CLASSIFIER = lazily(r"\s?(?:คน|ราย|นาย|ท่าน)")
_REACH: Final = 24
#: From a number to the next one, or the end of the phrase.
_PHRASE = lazily(rf"(?:(?!\b(?:{'|'.join(SMALL)})\b)[^\d.;:()]){{0,45}}", re.IGNORECASE)
_ENGLISH: Final = tuple(lazily(rf"\b(?:{words})\b", re.IGNORECASE) for _, words in _ROWS)


def exchanged_kinds(
    thai: str, source: Sequence[Fact], english: str, target: Sequence[Fact]
) -> list[tuple[Fact, Fact]]:
    """Pairs of English numbers that stand before each other's kind of people, and not before their own.

    Args:
        thai: The Thai text.
        source: Its facts.
        english: The English text.
        target: Its facts; small numbers in words are found here.
    """
    kinds = dict(_kinds(thai, source))
    if len(set(kinds.values())) < 2:  # noqa: PLR2004 - two change places
        return []
    facts = (*once_in_words(english, kinds), *target)
    stated = {fact.keys[0]: fact for fact in facts if fact.keys[0] in kinds}
    phrases = {key: phrase(english, stated[key]) for key in kinds if key in stated}
    return [
        (stated[one], stated[other])
        for one, other in combinations(phrases, 2)
        if _is_moved(phrases[one], kinds[one], kinds[other])
        and _is_moved(phrases[other], kinds[other], kinds[one])
    ]


def _kinds(thai: str, facts: Sequence[Fact]) -> Iterator[tuple[Key, int]]:
    """The numbers that the Thai states once and their kinds of people."""
    keys = [fact.keys[0] for fact in facts]
    for fact in facts:
        if fact.kind is FactKind.NUMBER and keys.count(fact.keys[0]) == 1 and (word := kind(thai, fact)):
            yield fact.keys[0], _ROW[word]


def kind(thai: str, fact: Fact) -> str:
    """The kind of people whose number a Thai number is, or ""."""
    if not _CLASSIFIER.match(thai, fact.end):
        return ""
    match = _BEFORE.search(thai, max(0, fact.start - _REACH), fact.start)
    return match[1] if match else ""


def may_have_kinds(thai: str) -> bool:
    """Whether a Thai text may number two kinds of people."""
    return thai.count("คน") + thai.count("ราย") + thai.count("นาย") + thai.count("ท่าน") > 1


def once_in_words(english: str, wanted: Iterable[Key]) -> list[Fact]:
    """The wanted small numbers that English writes out once."""
    found = list(small_in_words(english, wanted))
    keys = [fact.keys[0] for fact in found]
    return [fact for fact in found if keys.count(fact.keys[0]) == 1]


def phrase(english: str, fact: Fact) -> str:
    """What follows an English number, up to the next one or the end of the phrase."""
    match = _PHRASE.match(english, fact.end)
    assert match is not None  # it may be empty
    return match[0]


def _is_moved(phrase: str, own: int, other: int) -> bool:
    return own != other and not _ENGLISH[own].search(phrase) and _ENGLISH[other].search(phrase) is not None
