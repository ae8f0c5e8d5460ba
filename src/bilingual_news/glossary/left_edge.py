"""Where the Thai of "Thai phrase (English phrase)" begins: witnesses from all texts, weighed together.

Nothing marks the left edge in Thai. A phrase that is a term stands after many different words; one that
is cut too far right always stands after the same one; one cut too far left is rare. Besides, names
begin with the noun whose English stands in the brackets (ศูนย์ … Center), and writers often put a
space before them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilingual_news.text import is_thai
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Nouns that open names, with what their English begins with.
HEADS: Final[Mapping[str, str]] = {
    "กระทรวง": "ministr|department",
    "กรม": "department", "สำนักงาน": "office|agency|authority|bureau|commission",
    "สำนัก": "office|bureau|division", "ศูนย์": "cent|hub", "สถาบัน": "institut|academy|college",
    "องค์การ": "organi|agency|administration|authority", "องค์กร": "organi|entit|agenc|body|bodies",
    "คณะกรรมการ": "committee|board|commission|council", "คณะอนุกรรมการ": "committee",
    "คณะทำงาน": "working|task|team|group", "โครงการ": "project|program|scheme|initiative",
    "แผนงาน": "plan|program|roadmap", "แผนแม่บท": "plan",
    "แผนปฏิบัติการ": "plan|agenda", "แผน": "plan|roadmap",
    "ยุทธศาสตร์": "strateg",
    "กรอบความร่วมมือ": "framework|cooperation", "ความตกลง": "agreement|partnership",
    "บันทึกความเข้าใจ": "memorand|mou", "บันทึกข้อตกลง": "memorand|mou|agreement", "อนุสัญญา": "convention",
    "พิธีสาร": "protocol",
    "ปฏิญญา": "declaration", "การประชุม": "meeting|summit|conference|forum|assembly|congress|session|dialogue",
    "กองทุน": "fund", "ธนาคาร": "bank", "บริษัท": "company|co\\.|ltd|limited|corporation|group|inc",
    "สมาคม": "association|society|federation",
    "สมาพันธ์": "federation|confederation", "สภา": "council|chamber|assembly|board",
    "มหาวิทยาลัย": "university", "โรงพยาบาล": "hospital", "โรงเรียน": "school", "ระบบ": "system|platform",
    "แพลตฟอร์ม": "platform", "แอปพลิเคชัน": "app",
    "เทคโนโลยี": "technolog", "มาตรฐาน": "standard", "ดัชนี": "index|indices",
    "เขต": "zone|area|district|region", "รางวัล": "award|prize",
    "ประชาคม": "community", "พระราชบัญญัติ": "act",
    "โรค": "disease|syndrome|fever|disorder|covid", "ไวรัส": "virus",
    "นโยบาย": "polic", "มาตรการ": "measure|polic",
    "เศรษฐกิจ": "econom", "อุตสาหกรรม": "industr", "การท่องเที่ยว": "touris|travel", "เครือข่าย": "network",
    "เมือง": "cit|town|municipal", "ห้องปฏิบัติการ": "lab",
    "อุทยาน": "park", "สินค้า": "product|goods|commodit",
    "การ": "", "ความ": "", "ผู้": "",
}  # fmt: skip
_HEAD = re.compile("|".join(sorted((re.escape(head) for head in HEADS), key=len, reverse=True)))
#: What cannot open a term: a phrase that starts with one of these was cut too far left.
_NOT_FIRST: Final = re.compile(
    "และ|หรือ|ของ|ที่|ซึ่ง|โดย|ใน|จาก|ได้|เป็น|เพื่อ|ตาม|กับ|ให้|ว่า|จะ|มี(?!เดีย)|คือ|ต่อ|ณ |รวมถึง|เช่น|อาทิ|ฯ|ๆ|เข้า|ไป|มา|แก่|"
    "ด้วย|ถึง|ต้อง|ไม่|ยัง|ทำ|เรื่อง|ชื่อ|เรียก|หลักสูตร|ภายใต้|ผ่าน|ด้าน|แบบ|อย่าง|ทั้ง|เข้าร่วม|ประกอบ|จัด|ร่วม|นั้น|นี้|[0-9๐-๙.,/):-]"
)
#: In English a noun stands last, or before one of these.
_AFTER_NOUN: Final = re.compile(r" (?:of|for|on|in|to|and the|under|between|against|with|at|Act|No)\b")
_SHORTEST: Final = 4
_SEEN: Final = 12


@dataclass(slots=True)
class Phrase:
    """What all texts say about a phrase: how often it stands in them, and after what."""

    count: int = 0
    apart: int = 0
    before: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Edge:
    """A left edge: the phrase from there to the bracket, and how sure it is, 0 to 1."""

    phrase: str
    confidence: float


@lru_cache(maxsize=65_536)
def suffixes(thai: str) -> tuple[str, ...]:
    """The ends of a text that begin where newmm sees a word, long ones first."""
    found, at = [], 0
    for token in tokens(thai):
        rest = thai[at:]
        if is_thai(token[0]) and len(rest) >= _SHORTEST and not _NOT_FIRST.match(rest):
            found.append(rest)
        at += len(token)
    return tuple(found)


def count_phrases(phrases: Iterable[str], texts: Iterable[str]) -> dict[str, Phrase]:
    """Count phrases in texts, with the words that stand before them."""
    import ahocorasick

    known = {phrase: Phrase() for phrase in phrases}
    if not known:
        return known
    automaton = ahocorasick.Automaton()
    for phrase, facts in known.items():
        automaton.add_word(phrase, (len(phrase), facts))
    automaton.make_automaton()
    for text in texts:
        for last, (size, facts) in automaton.iter(text):
            start = last + 1 - size
            facts.count += 1
            before = text[max(0, start - 4) : start]
            facts.apart += not before or not is_thai(before[-1])
            if len(facts.before) < _SEEN:
                facts.before.add(before)
    return known


def choose(contexts: Counter[str], english: str, phrases: Mapping[str, Phrase]) -> Edge | None:
    """The likeliest phrase of what stood before one English phrase.

    Args:
        contexts: What stood before the bracket, with how often.
        english: The English phrase.
        phrases: Facts of all their suffixes.
    """
    best: tuple[float, int, str] | None = None
    for phrase in dict.fromkeys(s for context in contexts for s in suffixes(context) if s in phrases):
        share = sum(n for context, n in contexts.items() if context.endswith(phrase)) / contexts.total()
        score = _score(phrase, english, phrases[phrase], _parts(phrase, contexts)) * share
        if best is None or (score, len(phrase)) > best[:2]:
            best = (score, len(phrase), phrase)
    return Edge(best[2], round(min(best[0], 1.0), 2)) if best else None


def _parts(phrase: str, contexts: Iterable[str]) -> int:
    """How many different words stand before a phrase in contexts of the same English."""
    return len({context[: -len(phrase)][-4:] for context in contexts if context.endswith(phrase)})


def _score(phrase: str, english: str, facts: Phrase, parts: int) -> float:
    score = 0.15
    head = _HEAD.match(phrase)
    if head and HEADS[head[0]]:
        score += 0.45 if _opens(head[0], phrase, english) else -0.1
    if parts > 1:
        score += 0.25
    if len(facts.before) > 2:  # noqa: PLR2004 - different words before it in all texts
        score += 0.1 + 0.1 * min(len(facts.before), _SEEN) / _SEEN
    if facts.count and facts.apart / facts.count >= 0.5:  # noqa: PLR2004 - mostly after a space
        score += 0.2
    score -= 0.15 * phrase.count(" ")
    ratio = len(phrase) / max(len(english), 1)
    return score * _fit(ratio)


def _opens(head: str, phrase: str, english: str) -> bool:
    """Whether the noun that opens a phrase is the head of the English, and not all there is of it."""
    if phrase == head:
        return False
    noun = _AFTER_NOUN.split(english, maxsplit=1)[0].rstrip(" .0123456789-–").rpartition(" ")[2]
    return re.match(f"(?:{HEADS[head]})", noun, re.IGNORECASE) is not None


def _fit(ratio: float) -> float:
    """How well the lengths of Thai and English agree."""
    # Letters of Thai for one of English in the shipped entries: 0.44 at the 5th percentile, 1.5 at the 95th.
    if 0.5 <= ratio <= 1.5:  # noqa: PLR2004
        return 1.0
    return 0.75 if 0.35 <= ratio <= 2.0 else 0.35  # noqa: PLR2004
