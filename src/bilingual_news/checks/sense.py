"""Checks of what a sentence claims and asks: negation and questions.

The negations of both sides are matched, see `polarity_match`. What free translators may do is a warning,
what they hardly ever do an error (docs/decisions/0131).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.polarity import (
    CUE,
    class_of,
    is_positive,
    is_said_positively,
    is_worded,
    may_negate,
    read_cues,
    read_others,
)
from bilingual_news.checks.polarity_english import (
    UNASKED,
    Words,
    bare,
    is_explained,
    kind_of,
    negative_words,
    plain_spans,
    read_english,
)
from bilingual_news.checks.polarity_match import (
    NONE,
    PLAIN_KINDS,
    English,
    Thai,
    is_near,
    is_said_at_once,
    match,
    ways,
)
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily
from bilingual_news.text import small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Negations that the two sides do not share.

    Attributes:
        problem: What is said about it.
        is_sure: Whether free translations hardly ever look like this.
    """

    problem: Problem
    is_sure: bool


class Negation:
    """Negation lost or added."""

    id: ClassVar[str] = "negation"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The Thai negates (ไม่สามารถ, ไม่มีใคร, จะไม่…) and no English negation, nor a word that renders it, "
        "is there for it, or the English negates a verb and nothing in the Thai asks for that; set phrases "
        "such as ไม่เกิน (up to) do not count."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (m.problem for m in mismatches(pair.source, pair.target) if m.is_sure)


class NegationDoubt:
    """Negation that may be lost or added."""

    id: ClassVar[str] = "negation-doubt"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A negation has no partner on the other side at its place: it may be lost or added, also beside "
        "another one, or put in other words (about 1 in 160 correct government segments, 1 in 20 of freely "
        "translated ones)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (m.problem for m in mismatches(pair.source, pair.target) if not m.is_sure)


@lru_cache(maxsize=8)
def mismatches(source: str, target: str) -> tuple[Mismatch, ...]:
    """The negations that a Thai text and its English do not share, lost ones before added ones."""
    if not target:
        return ()
    cues = list(CUE.finditer(source)) if may_negate(source) else []
    lower = small(target)
    spans = plain_spans(lower, target, source)
    if not (cues or spans):
        return ()
    found = negative_words(lower)
    if _agree(source, cues, lower, spans, found):
        return ()
    english = read_english(source, lower, spans, found)
    thai = read_cues(source, cues, lower, english) if cues else []
    if spans:
        thai = sorted([*thai, *read_others(source, lower)], key=attrgetter("start"))
    links = match(thai, english, len(lower))
    texts = _Texts(source, target, thai, english, links)
    lost, added = tuple(_lost(texts)), tuple(_added(texts))
    if lost and added:  # they may be one negation that the English says elsewhere
        return tuple(replace(mismatch, is_sure=False) for mismatch in (*lost, *added))
    return lost or added


@dataclass(frozen=True, slots=True)
class _Texts:
    """A pair, its negations, and what of the English says which of the Thai."""

    source: str
    target: str
    thai: list[Thai]
    english: list[English]
    links: tuple[int, ...]


def _agree(
    source: str, cues: list[re.Match[str]], lower: str, spans: list[tuple[int, int]], found: Words
) -> bool:
    """Whether negations surely belong together, each cue to one of the English: so it is in most pairs."""
    if not spans:
        if len(cues) == 1 and any(_is_near(source, cues[0], lower, word) for word in found):
            return not bare(lower)
        return all(is_said_positively(source, cue, lower) for cue in cues)
    if len(cues) != len(spans) or found:
        return False
    return all(map(partial(_agree_both, source, lower), cues, spans))


def _is_near(source: str, cue: re.Match[str], lower: str, word: tuple[int, int, int]) -> bool:
    """Whether a word of a negative sense that the Thai has no other word for stands where a cue does."""
    distance = cue.start() / len(source) - word[0] / len(lower)
    return is_near(distance, len(lower)) and not is_explained(word[2], source)


def _agree_both(source: str, lower: str, cue: re.Match[str], span: tuple[int, int]) -> bool:
    name = "" if is_positive(source, cue) else class_of(source, cue)
    distance = cue.start() / len(source) - span[0] / len(lower)
    return is_said_at_once(name, distance, kind_of(lower, *span), len(lower))


#: Classes and tables of cues (`polarity.CLASSES`) that a correct English hardly ever passes over: with no
#: English negation in reach they are errors.
_SURE: Final = frozenset(
    (name, table)
    for table, names in (
        ("S", ("can", "by", "should", "other", "ever", "will")),
        ("", ("by", "will")),
        ("R", ("let", "have", "find", "should", "ever")),
    )
    for name in names
)
#: Phrases of other classes of which the same holds: what happens, is done or concerns somebody, who or which
#: paper is missing; not what is so, and not what somebody is able to do (V ไม่ได้).
_SURE_PHRASE = lazily(
    "ไม่(?:กระ(?:ทบ|ทำ)|กลับ|ทราบ|เกิด|เป็น(?!ผล|อิสระ|ท่า|ไปตาม|ธรรม|ทาง|ระเบียบ|มิตร|ปกติ)|ใช้|รายงาน|ทำ(?!งาน|ตาม)|"
    "ทิ้ง|ติดเชื้อ|รวม|เกี่ยว|เปิด(?!เผย)|ปิด|อนุ|เปลี่ยน|เพิ่ม|ลด|ขึ้น(?!อยู่|กับ)|จ่าย|ซื้อ|ขาย|เข้า(?!ใจ|ท่า|จังหวะ|กัน|ถึง)|ผ่าน|"
    "ส่ง|รับ(?!ผิดชอบ)|ต้องการ|อยากให้|ดำเนิน|สร้าง|ยกเลิก|ตอบ|ใช่(?:แค่|การ|เป็น)|พก|เลี้ยง|เมา|ลง(?:คะแนน|นาม|ทุน|โทษ)|ห้าม|"
    "กลัว|กิน|ดื่ม|มา(?!ก|ตร)|ไป|ให้ความ|รอ(?!ด|บ)|ประกาศ|ชำระ|เสีย|เกษียณ|วิเคราะห์|ขัดข้อง|สนับสนุน|ผิด|"
    "ได้(?:รับ(?!คำ)|มี(?!แค่|ไว้)|เป็น|จัด|แสดง|เพิ่ม|ลด|ช่วย|ถูก|เสีย|กำลัง|ขอ|เกิด|เกี่ยว|อนุ|ดำเนิน|ทำ(?!งาน)|ให้|มา|ออก|เข้า|"
    "ขึ้น|จ่าย|ซื้อ|ขาย|เดินทาง|ฉีด|สวม|แจ้ง|ตอบ|กล่าว|บอก|สั่ง|ปิด|เปิด|ยกเลิก|เปลี่ยน|ผ่าน|ส่ง|ลง|ร่วม|ตาย|ทิ้ง|ตัด|เก็บ|หยุด)|"
    "ต้อง(?!การ|คำนึง|กังวล|ห่วง|สงสัย|พูด|[ a-z])|"
    "มี(?:ผู้|ใคร|อาการ|ใบ|เอกสาร|บัตร|ข้อ|นโยบาย|สัญญ|หลัก|อำนาจ|เหตุ|สิทธิ|ส่วน|สถานะ|สมาชิก|คน|ราย|เจ้าหน้าที่|ประชาชน|งาน|"
    "ที่ดิน|เงิน|แพทย์|ครู|นักเรียน|โรง|ไฟฟ้า|น้ำ(?!มัน)|รถ|ถนน|บ้าน|วัคซีน|เตียง|ยา|อุปกรณ์|ข่าว|หนี้|ภาษี|ต้นทุน|ผล|โทษ|ประวัติ|โรค|รัฐบาล|"
    "การ(?!ตัดสิน|พบ|ลด|ระบุ|แจ้ง)))"
)
_SURE_WORD = lazily(
    r"\b(?:(?:is|are|was|were|will|would|must|can|could|has|have|had|do|does|did|should|may) not|cannot)$"
)
_LONGEST_WORD: Final = 12
#: Cues of a lower price may be passed over: they stand in phrases that are positive in English.
_LEAST_SILENCE: Final = 1.0
_PLAIN: Final = frozenset((*PLAIN_KINDS, "formal"))
#: Prices above which no Thai negation is a likely reason of an English one.
_SURE_ADDED: Final = 3.5


def _lost(texts: _Texts) -> Iterator[Mismatch]:
    """Each Thai negation that nothing says, or that an emphatic "do" contradicts."""
    contradicted = _contradicted(texts)
    before = NONE
    for number, (cue, link) in enumerate(zip(texts.thai, texts.links, strict=True)):
        is_shared = cue.repeats and link == before != NONE
        before = link
        name, span = texts.source[cue.start : cue.end], (cue.start, cue.end)
        if number in contradicted:
            do = contradicted[number]
            message = f"{name} negates, and {do[0]!r} does not: expected a negation"
            yield Mismatch(Problem(message, span, do.span()), is_sure=True)
        elif (
            link == NONE
            and not is_shared
            and cue.unsaid >= _LEAST_SILENCE
            # English puts a ban at the end: ห้ามนำเข้าขยะ is "the import of waste is banned".
            and not (cue.name == "ban" and cue.words.keys() - set(texts.links))
        ):
            message = (
                f"{name} negates, and nothing in the English does: expected a negation, or a word for it"
            )
            yield Mismatch(Problem(message, span), _is_lost(texts, cue))


def _is_lost(texts: _Texts, cue: Thai) -> bool:
    """Whether a cue that nothing says is surely lost: no English negation could be meant for it."""
    if cue.repeats or is_worded(texts.source, cue.start, small(texts.target)):
        return False
    if (cue.name, cue.table[:1]) not in _SURE and not (
        "P" not in cue.table and _SURE_PHRASE.match(texts.source, cue.start)
    ):
        return False
    return not ways([cue], texts.english, len(texts.target))[0]


def _contradicted(texts: _Texts) -> dict[int, re.Match[str]]:
    """The cues of whose English only an emphatic do is left ("does affect"), by number."""
    cues = [number for number, cue in enumerate(texts.thai) if cue.name and cue.unsaid >= _LEAST_SILENCE]
    plain = sum(item.kind in PLAIN_KINDS for item in texts.english)
    if len(cues) <= plain or "?" in texts.target:
        return {}
    places = [texts.thai[number].place for number in cues]
    out = {}
    for do in bare(texts.target):
        place = do.start() / len(texts.target)
        after = bisect_left(places, place)
        nearest = min(
            range(max(0, after - 1), min(after + 1, len(cues))), key=lambda i: abs(places[i] - place)
        )
        out[cues[nearest]] = do
    return out


def _added(texts: _Texts) -> Iterator[Mismatch]:
    """Each English negation that no Thai one asks for."""
    used = set(texts.links)
    added = [
        number
        for number, item in enumerate(texts.english)
        if number not in used and item.unasked >= UNASKED and item.kind in _PLAIN
    ]
    if not added:
        return
    nearest: dict[int, float] = {}
    for row in ways(texts.thai, texts.english, len(texts.target)):
        for number, price in row:
            nearest[number] = min(nearest.get(number, price), price)
    for number in added:
        item = texts.english[number]
        start = _start_of_word(texts.target, item.start)
        message = (
            f"{texts.target[start : item.end]!r} negates, and nothing in the Thai does: delete or correct it"
        )
        is_sure = nearest.get(number, _SURE_ADDED) >= _SURE_ADDED and _is_added(texts.target, item)
        yield Mismatch(Problem(message, None, (start, item.end)), is_sure)


def _start_of_word(target: str, start: int) -> int:
    """Where the word of an n't begins."""
    while start and target[start - 1].isalpha():
        start -= 1
    return start


def _is_added(target: str, item: English) -> bool:
    """Whether a negation is a "not" after an auxiliary verb, in a text that asks nothing."""
    return (
        item.kind in {"not", "cannot"}
        and "?" not in target
        and bool(_SURE_WORD.search(target, max(0, item.start - _LONGEST_WORD), item.end))
    )


class Question:
    """Questions."""

    id: ClassVar[str] = "question"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = "Only one of the two sides asks a question with a question mark."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if not pair.target:
            return
        if "?" in pair.source and "?" not in pair.target:
            at = pair.source.index("?")
            yield Problem("the Thai has a question mark, the English has none: expected one", (at, at + 1))
        elif "?" in pair.target and "?" not in pair.source and not _ASKS.search(pair.source):
            at = pair.target.index("?")
            yield Problem(
                "the English asks, and the Thai does not: expected no question mark", None, (at, at + 1)
            )


_ASKS = lazily(
    "ไหม|มั้ย|หรือไม่|อะไร|ทำไม|อย่างไร|ใคร|เมื่อไร|ที่ไหน|หรือ|กี่|เท่าไร|ไหน|หรือยัง|เหรอ|หรอ|ยังไง|ใด|เช่นไร|ไฉน|รึ|มั๊ย|ใช่มั้ย"
)
