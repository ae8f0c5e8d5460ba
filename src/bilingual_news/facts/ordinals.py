"""Ordinals and cardinals: ครั้งที่ 3 is "the 3rd time" and not "3 times", 3 ครั้ง the other way.

An ordinal of the Thai is a classifier, ที่ and a number. It has become a cardinal where the English states
the number, and only before a plural that nothing labels (No. 3, Phase 3, 3rd and third are no such
thing). A cardinal of the Thai stands before a classifier; it has become an ordinal where the English
states it as an ordinal of that classifier's noun only. Anniversaries, reigns, floors and cycles are
cardinals in Thai and ordinals in English: they are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.contrary import Contradiction, Reading
from bilingual_news.facts.english import english_facts
from bilingual_news.facts.model import NUMBER, FactKind
from bilingual_news.facts.thai import thai_facts
from bilingual_news.facts.words import ORDINALS, SMALL
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bilingual_news.facts.model import Fact, Key

#: Before ที่ they make a number an ordinal.
_RANKED_BY: Final = (
    "ครั้ง", "รอบ", "ปี", "สมัย", "รุ่น", "ฉบับ", "ไตรมาส", "ระยะ", "เข็ม", "โดส", "สัปดาห์", "เดือน", "อันดับ", "ลำดับ",
    "กลุ่ม", "ชุด", "คน", "ราย", "แห่ง", "มาตรการ", "เฟส", "ระลอก", "คดี", "รางวัล", "ชั้น", "ข้อ", "ตอน", "บท",
)  # fmt: skip
#: Classifiers after a cardinal, with the beginnings of the English nouns.
_COUNTED: Final = {
    "ครั้ง": "time|occasion|round|meeting|session", "วัน": "day", "สัปดาห์": "week", "เดือน": "month",
    "คน": "person|people", "ท่าน": "person|people", "ราย": "person|people|case|patient",
    "ประเทศ": "country|countries", "จังหวัด": "province", "จว.": "province", "โดส": "dose", "เข็ม": "dose",
    "แห่ง": "place|location|site", "โครงการ": "project", "คดี": "case", "ทีม": "team", "ชั่วโมง": "hour",
    "นาที": "minute", "เท่า": "time", "กลุ่ม": "group", "ฉบับ": "law|bill|act|draft", "มาตรการ": "measure",
}  # fmt: skip
_LONGEST_FIRST: Final = sorted(map(re.escape, _COUNTED), key=len, reverse=True)
_AFTER = lazily(rf"\s?({'|'.join(_LONGEST_FIRST)})(?!ที่|แรก|สุดท้าย)")
#: Before a number: what it is the number of, so that no plural counts it.
_LABEL = lazily(
    r"(?:\b(?!(?:The|This|These|In|At|For|On|Of|All|Some)\b)[A-Z][A-Za-z]*\.?|#|\b(?:no|number|phase|round|class|year|quarter|group|part|section|chapter|level|"
    r"batch|version|dose|day|week|month|wave|generation|floor|type|measure|item|issue|volume|step|stage|rank|"
    r"ranked|prize))[ –-]$"
)
_PLURAL = lazily(r"[ -](?:consecutive |straight |separate )?([a-z]+s|people|men|women|children)\b")


_RANKS: Final = ("st", "nd", "rd", "th")
#: Before a number: ที่ and a space.
_JOINT: Final = 5
#: So many numbers are found in a list as soon as hashed.
_FEW: Final = 24
#: An ordinal of English, in digits or in a word.
_ORDINAL = lazily(rf"([0-9][0-9,]*)(?:{'|'.join(_RANKS)})|({'|'.join(ORDINALS)})", re.IGNORECASE)


def ordinal_contradictions(thai: str, english: str) -> tuple[Contradiction, ...]:
    """Ordinals of the Thai that the English counts, and numbers of things that it makes ordinals."""
    source = [fact for fact in thai_facts(thai) if fact.kind is FactKind.NUMBER and fact.required]
    if not source:
        return ()
    # Lists: few numbers are found in them sooner than hashed.
    counted: Collection[Key] = [f.keys[0] for f in english_facts(english) if not f.text.endswith(_RANKS)]
    ranks: Collection[Key] = [f.keys[0] for f in english_facts(english) if f.text.endswith(_RANKS)]
    if len(source) > _FEW:
        counted, ranks = frozenset(counted), frozenset(ranks)
    times: Counter[Key] = Counter()
    out: list[Contradiction] = []
    for fact in source:
        is_counted, start = fact.keys[0] in counted, fact.start
        joint = thai.find("ที่", max(0, start - _JOINT), start)
        if joint >= 0 and thai.endswith(_RANKED_BY, 0, joint):
            times = times or Counter([other.keys[0] for other in source])
            value = _whole(fact) if times[fact.keys[0]] == 1 else 0
            if value and (is_counted or (value <= len(SMALL) and SMALL[value - 1] in english.lower())):
                first = next(joint - len(word) for word in _RANKED_BY if thai.endswith(word, 0, joint))
                out += _counted(thai[first : fact.end], first, english, value)
        elif (not is_counted or fact.keys[0] in ranks) and (match := _AFTER.match(thai, fact.end)):
            out += _ranked(thai, fact, match, english)
    return tuple(out)


def _whole(fact: Fact) -> int:
    """The value of a whole number, else 0."""
    space, value = fact.keys[0]
    return value if space == NUMBER and isinstance(value, int) else 0


#: A number of years that are complete, and an ordinal; an area is none.
_NO_COUNT = lazily(r"(?:ครบ\S*|(?<!พื้น)(?<!สถาน)ที่)\s?$")
#: How far before a number its label begins.
_REACH: Final = 24


@lru_cache(maxsize=256)
def _stated(value: int, words: tuple[str, ...], digits: str) -> re.Pattern[str]:
    worded = f"|{words[value - 1]}" if 0 < value <= len(words) else ""
    return re.compile(
        rf"(?<![\d.,/-])(?:{digits}{worded})(?![\d/%]|[.,]\d|[A-Za-z]| (?:[mb]illion|thousand|percent))",
        re.IGNORECASE,
    )


def _counted(words: str, start: int, english: str, value: int) -> Iterator[Contradiction]:
    if _stated(value, ORDINALS, rf"{value:,}(?:st|nd|rd|th)").search(english):
        return
    found = list(_stated(value, SMALL, f"{value:,}").finditer(english))
    if len(found) != 1:
        return
    first, last = found[0].span()
    if _LABEL.search(english, max(0, first - _REACH), first):
        return
    if plural := _PLURAL.match(english, last):
        last = plural.end()
        yield Contradiction(
            Reading(1, words, start, start + len(words)),
            Reading(-1, english[first:last], first, last),
            f"the {_ordinal(value)}",
        )


@lru_cache(maxsize=8)
def _ordinals(english: str) -> frozenset[str]:
    """The ordinals of an English text, without their endings if in digits, else in small letters."""
    return frozenset([digits or word.casefold() for digits, word in _ORDINAL.findall(english)])


def _is_ordinal_in(english: str, value: int) -> bool:
    """Whether an English text may state a number as an ordinal: what most of many numbers are not."""
    ordinals = _ordinals(english)
    return f"{value:,}" in ordinals or (0 < value <= len(ORDINALS) and ORDINALS[value - 1] in ordinals)


def _ranked(thai: str, fact: Fact, match: re.Match[str], english: str) -> Iterator[Contradiction]:
    value = fact.keys[0][1]
    if (
        not isinstance(value, int)
        or not _is_ordinal_in(english, value)
        or _NO_COUNT.search(thai[max(0, fact.start - 12) : fact.start])
    ):
        return
    if re.search(rf"(?<!พื้น)(?<!สถาน)ที่\s?{re.escape(fact.text)}(?!\d)", thai):
        return
    nouns = _COUNTED[match[1]]
    counted = re.compile(rf"[ -](?:[a-z-]+ )?(?:{nouns})")
    if any(counted.match(english, m.end()) for m in _stated(value, SMALL, f"{value:,}").finditer(english)):
        return
    noun_of = re.compile(rf"(?: (?:consecutive|straight))? (?:{nouns})\b")
    for rank in _stated(value, ORDINALS, rf"{value:,}(?:st|nd|rd|th)").finditer(english):
        if noun := noun_of.match(english, rank.end()):
            yield Contradiction(
                Reading(-1, thai[fact.start : match.end()], fact.start, match.end()),
                Reading(1, english[rank.start() : noun.end()], rank.start(), noun.end()),
                f"{value:,}",
            )


def _ordinal(value: int) -> str:
    tail = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{tail}"
