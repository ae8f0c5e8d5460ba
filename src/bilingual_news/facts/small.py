"""Small numbers and ordinals in the words of both languages: สองวัน is "two days", and not "three days".

A Thai number word up to twelve counts where a classifier follows it, and ranks where a classifier and ที่
stand before it (สัปดาห์ที่สอง). Its English is wrong where the value stands nowhere in the English, in words
or figures, and another small number stands before the noun of the classifier there that stands nowhere
in the Thai. Figures are left to `compare`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bilingual_news.facts.counted import names, noun_at
from bilingual_news.facts.english import english_facts
from bilingual_news.facts.model import NUMBER, Fact, FactKind
from bilingual_news.facts.thai import thai_facts
from bilingual_news.facts.words import (
    ORDINALS,
    SMALL,
    THAI_NUMBER,
    thai_word_value,
)
from bilingual_news.patterns import lazily

#: What a small number in Thai words cannot do without.
SIGNS: Final = ("สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")
_RANKED = lazily(r"(ครั้ง|รอบ|ปี|วัน|สัปดาห์|เดือน|คน|กลุ่ม|ประเทศ|ฉบับ|ระยะ|ช่วง|ระดับ|ชั้น)(?:วัน)?ที่\s?$")
_REACH: Final = 16
#: หนึ่ง is "a" more often than "one".
_VALUES: Final = frozenset(range(2, len(SMALL) + 1))
#: What English may say for two or twelve; not bilateral, which says nothing of a noun beside it.
_ALSO: Final = {
    2: ("both", "twice", "doubled?", "couples?", "pairs?", "duo", "twins?", "either", "neither", "half"),
    12: ("dozens?", "noon"),
}
_FEW: Final = "|".join(SMALL[1:])
#: With the one or two words after them: three long months.
_COUNTS = lazily(rf"\b({_FEW})[ -]([a-z]+)(?: ([a-z]+))?", re.IGNORECASE)
_RANKS = lazily(rf"\b({'|'.join(ORDINALS[1:])})[ -]([a-z]+)(?: ([a-z]+))?", re.IGNORECASE)


def other_small_numbers(thai: str, english: str) -> list[tuple[Fact, Fact, str]]:
    """Small numbers and ordinals in words that are others in the English.

    Returns:
        The Thai one, the English one, and the word that the Thai calls for.
    """
    if not any(map(thai.__contains__, SIGNS)):
        return []
    out: list[tuple[Fact, Fact, str]] = []
    for match in THAI_NUMBER.finditer(thai):
        value = thai_word_value(match[0])
        if value not in _VALUES or not (noun := _noun(thai, match)):
            continue
        row, start = noun
        is_rank = start < match.start()
        if _is_stated(int(value), english) or (found := _other(row, thai, english, is_rank=is_rank)) is None:
            continue
        end = match.end()
        fact = Fact(FactKind.NUMBER, ((NUMBER, value),), thai[start:end], start, end)
        out.append((fact, found, (ORDINALS if is_rank else SMALL)[int(value) - 1]))
    return out


def _noun(thai: str, number: re.Match[str]) -> tuple[int, int] | None:
    """The row of what a Thai number counts, or ranks, and the offset where the words for both begin."""
    if rank := _RANKED.search(thai, max(0, number.start() - _REACH), number.start()):
        row, start = noun_at(thai, rank.start()), rank.start()
    else:
        row, start = noun_at(thai, number.end()), number.start()
    return None if row is None else (row, start)


def _is_stated(value: int, english: str) -> bool:
    """Whether an English text has a small number in figures or words, whatever it counts there."""
    if any(value == stated for fact in english_facts(english) for _, stated in fact.keys):
        return True
    return _spelt(value).search(english) is not None


@lru_cache(maxsize=len(SMALL))
def _spelt(value: int) -> re.Pattern[str]:
    words = (SMALL[value - 1], ORDINALS[value - 1], *_ALSO.get(value, ()))
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _other(noun: int, thai: str, english: str, *, is_rank: bool) -> Fact | None:
    """A small number or ordinal before a noun of the English that the Thai has nowhere."""
    words, pattern = (ORDINALS, _RANKS) if is_rank else (SMALL, _COUNTS)
    known = {value for fact in thai_facts(thai) for _, value in fact.keys}
    known.update(thai_word_value(match[0]) for match in THAI_NUMBER.finditer(thai))
    for match in pattern.finditer(english):
        value = words.index(match[1].lower()) + 1
        if value in known:
            continue
        for group in (2, 3):
            word = (match[group] or "").lower()
            if names(noun, word) or (is_rank and names(noun, f"{word}s")):  # the third time
                end = match.end(group)
                text = english[match.start() : end]
                return Fact(FactKind.NUMBER, ((NUMBER, value),), text, match.start(), end)
    return None
