"""What is counted: the classifier after a Thai number and the noun after an English one.

118,572 คน is "118,572 Thai workers" and 110 ประเทศ "110 countries", in whatever order they stand. So
numbers that changed places are told from a sentence that was turned round: after the exchange each number
stands before the noun of the other's classifier.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.kinds import once_in_words, phrase
from bilingual_news.facts.model import NUMBER, FactKind
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.facts.model import Fact, Key

#: Kinds of facts that change places: a date or time is told by its form.
COUNTED: Final = frozenset({FactKind.NUMBER, FactKind.PERCENT, FactKind.MONEY})
_PEOPLE: Final = (
    r"people|persons?\b|workers?|students?|child|participant|passenger|employee|farmer|patient|official|"
    r"officer|member|victim|teacher|volunteer|tourist|visitor|citizen|applicant|women|men\b|monk|personnel|"
    r"cases|death|trainee|expert|staff|resident|debtor|entrepreneur|operator|users?\b|customer|beneficiar|infect|"
    r"recover|defendant|suspect|individual|representative|executive|youth|scholar|thais\b|migrant|soldier|"
    r"villager|consumer|recipient|trader|athlete|graduate|novice|inmate|prisoner|taxpayer|shareholder|"
    r"outpatient|inpatient|patron|donor|agents?\b|senator|member|lawmaker|judge|nurse|doctor|physician|baby|babies|"
    r"dead\b|bod(?:y|ies)\b|injured|missing|wounded|youngster|senior|elderly|investor|buyer|seller|bidder|guest|delegate|winner"
)
#: Classifiers and nouns with the beginnings of the English words for them.
_NOUNS: Final = (
    ("คน|ราย|ท่าน|รูป|ศพ", _PEOPLE),
    ("จังหวัด", "provinc"),
    ("ประเทศ", "countr|nation"),
    ("อำเภอ", "district"),
    ("ตำบล", "subdistrict|sub-district|tambon"),
    ("หมู่บ้าน", "villages?\\b"),
    ("ครัวเรือน|ครอบครัว|หลังคาเรือน", "household|famil|home"),
    ("โครงการ", "project|scheme|program"),
    ("คัน", "vehicle|cars?\\b|bus|truck|motorcycle|van"),
    ("บริษัท", "compan|firm"),
    ("หน่วยงาน|องค์กร", "agenc|organi"),
    ("ชุมชน", "communit"),
    ("ทีม", "team"),
    ("เตียง", "beds?\\b"),
    ("โดส", "dose"),
    ("สถานี", "station"),
    ("คดี", "cases?\\b|lawsuit"),
    ("ครั้ง", "times|occasion|round"),
    ("กลุ่ม", "group|cluster"),
    ("เส้นทาง|สายทาง|สาย", "route|road|line"),
    ("โรงเรียน", "school"),
    ("โรงพยาบาล", "hospital"),
    ("ธนาคาร", "bank"),
    ("สหกรณ์", "cooperativ|co-operativ"),
    ("มหาวิทยาลัย", "universit"),
    ("วัด", "temple|wat\\b"),
    ("ขวด", "bottle"),
    ("ถุง", "bag|pack"),
    ("กล่อง", "box"),
    ("ชุด", "sets?\\b|kit"),
    ("ชิ้น", "piece|item"),
    ("รางวัล", "prize|award"),
    ("หลักสูตร", "course|curricul|program"),
    ("ตำแหน่ง|อัตรา", "position|post"),
    ("มาตรการ", "measure"),
    ("ด้าน", "area|aspect|field|dimension|side"),
    ("ระดับ", "level"),
    ("ช่วง|ระยะ", "period|phase|stage|section"),
    ("กลไก", "mechanism"),
    ("เป้าหมาย", "goal|target"),
    ("ประเด็น|ข้อ", "issue|point|item|clause|topic"),
    ("ช่องจราจร|ช่อง", "lane|channel"),
    ("ชั้น", "floor|stor"),
    ("ต้น", "tree|plant|seedling"),
    ("ลำ", "boat|ship|aircraft|vessel"),
    ("แห่ง|จุด", "location|places?\\b|site|point|spot|branch|cent(?:er|re)|facilit|establishment|outlet"),
    ("สิทธิ์|สิทธิ", "right|entitle|privilege|quota"),
    ("ทุน", "scholarship"),
    ("หมวด|ประเภท", "categor|types?\\b|kinds?\\b"),
    ("รายการ", "item|transaction|entr|activit"),
    ("หน่วย", "units?\\b"),
    ("สัปดาห์", "weeks?\\b"),
    ("วันทำการ|วัน", "days?\\b"),
    ("เท่า", "times|fold"),
    ("เดือน", "months?\\b"),
    ("ปี", "years?\\b"),
    ("ชั่วโมง", "hours?\\b"),
    ("นาที", "minutes?\\b|mins?\\b"),
    ("นิ้ว", "inch"),
    ("เครื่อง", "machine|unit|computer|device|phone|pump|aircraft|generator|ventilator"),
    ("เรื่อง", "matter|issue|topic|complaint|stor|case|film|movie"),
    ("ฉบับ", "law|act|draft|bill|document|agreement|letter|issue|copies|copy|regulation|decree|memorand"),
    ("ร้าน", "shop|store|restaurant|stall|outlet"),
    ("หลัง", "house|home|building"),
    ("อาคาร", "building"),
    ("บัญชี", "account"),
    ("เล่ม", "book|volume|copies"),
    ("เที่ยวบิน|เที่ยว", "flight|trip|round"),
    ("ขบวน", "train"),
    ("เหรียญ", "medal|coin|gold|silver|bronze"),
    ("เข็ม", "dose|injection|jab|shot"),
    ("ภาค", "region|sector"),
    ("เขต", "district|zone|constituenc|region|area"),
    ("ขั้นตอน|ขั้น", "step|stage"),
    ("เม็ด", "pill|tablet"),
    ("ตัว", "head|animal|cattle|pig|bird|chicken|elephant|turtle|dog|cat"),
    ("คู่สาย|คู่", "line|pair|couple"),
    ("สาขา", "branch|field|categor"),
    ("กรณี", "case"),
    ("แปลง", "plot"),
    ("ใบ", "licen|certificate|ticket|card|sheet|cop"),
    ("หุ้น", "share"),
    ("ฝาย", "weir"),
    ("คะแนน", "point|vote"),
    ("รอบ", "round|cycle|time"),
    ("มิติ", "dimension"),
    ("ประการ", "point|principle|aspect|way|thing"),
    ("ภูมิภาค", "region"),
    ("ที่นั่ง", "seat"),
    ("ซอง", "sachet|envelope|pack"),
    ("ชนิด", "types?\\b|kinds?\\b|species|sport"),
    ("กิจกรรม", "activit|event"),
    ("สถาบัน", "institut"),
    ("แนวทาง", "guideline|approach|way"),
    ("ฟุต", "feet|foot"),
    ("สำนักงาน", "office"),
    ("ลูก", "missile|rocket|bomb|shell|grenade|ball|fruit|hill|container"),
    ("นัด", "shot|bullet|round|match|game|leg"),
    ("กระบอก", "gun|pistol|rifle|firearm|weapon"),
    ("ดวง", "satellite|lamp|light|bulb|star|stamp"),
    ("ประตู", "goal|gate"),
    ("เสียง", "vote|ballot"),
    ("พี่น้อง", "sibling|brother|sister"),
)  # fmt: skip
_ROW: Final = {word: row for row, (words, _) in enumerate(_NOUNS) for word in reversed(words.split("|"))}
#: How a classifier begins → those that begin so, the longest first; "more than" may stand before it.
_BY_HEAD: Final = {
    head: lazily(f"({'|'.join(sorted((w for w in _ROW if w.startswith(head)), key=len, reverse=True))})")
    for head in {word[:2] for word in _ROW}
}
_ANY: Final = "|".join(sorted(_ROW, key=len, reverse=True))
_CLASSIFIER: Final = _BY_HEAD | {
    head: lazily(rf"{word}\s?({_ANY})") for head, word in (("กว", "กว่า"), ("เศ", "เศษ"))
}
_ENGLISH: Final = tuple(lazily(rf"(?<![a-z])(?:{english})") for _, english in _NOUNS)
#: How far the noun stands from its number, and what ends the phrase.
_REACH: Final = 45
_PHRASE = lazily(r"[^\d.;:()]*")


class Counted:
    """What the numbers of a pair count.

    Args:
        thai: The Thai text.
        source: Its facts.
        english: The English text.
        target: Its facts.
    """

    def __init__(self, thai: str, source: Sequence[Fact], english: str, target: Sequence[Fact]) -> None:
        self._sides = source, target
        self._nouns: dict[Key, set[int]] = {}
        for fact in source:
            if (noun := _noun(thai, fact)) is not None:
                self._nouns.setdefault(fact.keys[0], set()).add(noun)
        self._phrases: dict[Key, list[str]] = {}
        self._facts: dict[Key, Fact] = {}
        for fact in target if self._nouns else ():
            if fact.keys[0] in self._nouns:
                self._phrases.setdefault(fact.keys[0], []).append(_phrase(english, fact))
                self._facts.setdefault(fact.keys[0], fact)
        if 1 < len(self._nouns) > len(self._facts):
            self._read_words(english)

    def _read_words(self, english: str) -> None:
        """Add the numbers that the English has in words alone."""
        for fact in once_in_words(english, self._nouns.keys() - self._facts.keys()):
            self._phrases[fact.keys[0]] = [phrase(english, fact).lower()]
            self._facts[fact.keys[0]] = fact

    def is_told_apart(self, one: Key, other: Key) -> bool:
        """Whether one of two numbers stands before its own noun, and not before the other's."""
        return any(
            self._stays(here, there) or self._keeps_unit(here, there)
            for here, there in ((one, other), (other, one))
        )

    def _keeps_unit(self, one: Key, other: Key) -> bool:
        ours, theirs = map(with_units, self._sides)
        kept = (ours.get(one, {}).keys() & theirs.get(one, {}).keys()) - {""}
        return any(all(unit not in side.get(other, {}) for side in (ours, theirs)) for unit in kept)

    def exchanged(self) -> list[tuple[Fact, Fact]]:
        """Pairs of English numbers that stand before each other's nouns and not all before their own."""
        if len(self._facts) < 2:  # noqa: PLR2004 - two change places
            return []
        return [
            (self._facts[one], self._facts[other])
            for one, other in combinations(self._facts, 2)
            if self._moved(one, other) and self._moved(other, one)
        ]

    def _stays(self, one: Key, other: Key) -> bool:
        own, others = self._nouns.get(one, set()), self._nouns.get(other, set())
        return any(self._is_before(one, noun) for noun in own - others) and not any(
            self._is_before(one, noun) for noun in others - own
        )

    def _moved(self, one: Key, other: Key) -> bool:
        own, others = self._nouns[one], self._nouns[other]
        return any(self._is_before(one, noun) for noun in others - own) and not all(
            self._is_before(one, noun) for noun in own
        )

    def _is_before(self, key: Key, noun: int) -> bool:
        return any(names(noun, word) for phrase in self._phrases.get(key, ()) for word in phrase.split())


@lru_cache(maxsize=1 << 14)
def names(noun: int, word: str) -> bool:
    """Whether an English word is one for a row of `_NOUNS`; the same words come again in every article."""
    return _ENGLISH[noun].search(word) is not None


def count_apart(thai: str, facts: Sequence[Fact]) -> bool:
    """Whether two numbers of a Thai text count different things, which English may exchange."""
    first = None
    for fact in facts:
        if fact.kind is FactKind.NUMBER and (noun := _noun(thai, fact)) is not None:
            if first is not None and noun != first:
                return True
            first = noun
    return False


def classifier(thai: str, fact: Fact) -> str:
    """The Thai word after a number that says what it counts, or ""."""
    row = _noun(thai, fact)
    return "" if row is None else next(w for w in _NOUNS[row][0].split("|") if w in thai[fact.end :])


def _noun(thai: str, fact: Fact) -> int | None:
    """The row of `_NOUNS` that a Thai number counts."""
    return noun_at(thai, fact.end) if fact.keys[0][0] == NUMBER else None


def noun_at(thai: str, end: int) -> int | None:
    """The row of `_NOUNS` of the classifier after a Thai number, given the offset after that, or None."""
    at = end + (thai[end : end + 1] == " ")
    pattern = _CLASSIFIER.get(thai[at : at + 2])
    match = pattern.match(thai, at) if pattern else None
    return _ROW[match[1]] if match else None


def _phrase(english: str, fact: Fact) -> str:
    match = _PHRASE.match(english, fact.end, fact.end + _REACH)
    phrase = match[0].lower() if match else ""
    return _OWNERS.sub("", phrase) if "'" in phrase or "’" in phrase else phrase


#: 6 farmers' institutions are no farmers.
_OWNERS = lazily(r"[a-z]+(?:s['’]|['’]s)(?![a-z])")


def with_units(facts: Sequence[Fact]) -> dict[Key, dict[str, Fact]]:
    """The plain values of a text, each with the units beside it ("" for none)."""
    out: dict[Key, dict[str, Fact]] = {}
    for fact in facts:
        if fact.kind in COUNTED and fact.keys[0][0] == NUMBER:
            unit = "" if _ORDINAL.search(fact.text) else fact.unit
            out.setdefault(fact.keys[0], {}).setdefault(unit, fact)
    return out


#: The 72nd year is not 72 years.
_ORDINAL = lazily(r"\d(?:st|nd|rd|th)$")
