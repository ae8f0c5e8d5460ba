"""Checks of personal names: titles, and whether the English name can be read from the Thai one.

Names are compared by their sounds (see `romanisation`), the given name with the first word of the English
name and the family name with those that follow, because people spell their own names as they like.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.romanisation import initials, likeness
from bilingual_news.checks.spelling import spellings
from bilingual_news.glossary import occurs
from bilingual_news.model import Severity
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

_NAME = (
    r"\s?(?P<given>(?!นาย|นาง)[ก-ฮเแโใไ][ก-์]{1,23})"
    r"(?:\s(?P<family>(?!รอง|รัฐมนตรี|ผู้|อธิบดี|ปลัด|เลขา|โฆษก|ประธาน|นาย|นาง|พร้อม|และ|กล่าว|ที่|เป็น|ได้|ในฐานะ|หัวหน้า|ร่วม|กรรมการ|"
    r"สมาชิก|อดีต|เผย|ระบุ|ให้|นำ|เข้า|ลง|ณ\s|ใน|จาก|ว่า|ต่อ|ยัง|จะ|มี|รักษา|ตัวแทน|ประจำ|คณะ|ศาสตราจารย์)[ก-์]{2,24}))?"
)
#: Words that begin with a title but are none are shut out (นายก, นายจ้าง, นางฟ้า).
_THAI_TITLE = re.compile(
    r"(?:(?P<Ms>นางสาว|น\.ส\.)|(?P<Mrs>(?<!ัฒ)(?<!พระ)(?<!น้อง)(?<!พี่)(?<!ราช)(?<!ขุน)นาง(?!เธอ|เจ้า|สาว|เลิ้ง|รอง|พญา|ฟ้า|แบบ|กวัก|เอก|งาม|พยาบาล|ใน|ละเวง|สงกรานต์))|"
    r"(?P<Mr>(?<!ัฒ)(?<![ุำ])(?<!ท)(?<!ขุน)(?<!เจ้า)(?<!ไทย)(?<!ทั้ง)(?<!หลาย)(?<!ทุก)(?<!พวก)(?<!ต่อ)"
    r"(?<!\d)(?:(?<!\d )|(?=นาย[ก-ฮเ-ไ]))นาย(?!ก|จ้าง|อำเภอ|ทหาร|ทะเบียน|ทุน|หน้า|แพทย์|"
    r"ประกัน|ช่าง|สถานี|ตรวจ|ด่าน|เรือ|พล(?:ตรี|โท|เอก|ทหาร|ๆ|\s|และ|คน)|พราน|"
    r"ตำรวจ|ท้าย|ร้อย|หนัง|แบบ|สิบ|ป้อม|เวร|อากร|หมู่|ท่า(?!น)|สัตวแพทย์|ด้วยกัน|ทาส|ไม่|ไป|มา(?:\s|$)|คือ|จะ|เคย)))"
    + _NAME
)
_OFFICER = (
    r"(?<![ก-์.])(?:พล\.?(?:ต\.?|อ\.?|ร\.?)?(?:อ|ท|ต)\.|[รพ]\.(?:ต\.)?[อทต]\.|ดร\.|นพ\.|พญ\.|รศ\.|ผศ\.)|"
    r"(?:พล|พัน|ร้อย)(?:ตำรวจ)?(?:เอก|โท|ตรี)|พลเรือ(?:เอก|โท|ตรี)|พลอากาศ(?:เอก|โท|ตรี)|"
    r"นายแพทย์|แพทย์หญิง|ทันตแพทย์|นายสัตวแพทย์|ด็อกเตอร์"
)
#: A military, police or learned rank before a full name.
_RANK = re.compile(
    rf"(?:{_OFFICER})(?:\s?(?:ดร\.|นพ\.|พญ\.|หญิง|พิเศษ|หม่อมหลวง|หม่อมราชวงศ์|ม\.ล\.|ม\.ร\.ว\.))*{_NAME}"
)
#: What every rank begins with; all its choices begin with a letter, so that it is found quickly.
_RANK_HEAD = re.compile(
    r"พล(?=[.อรตทเโ])|พัน(?=[ตเโ])|ร้อย(?=[ตเโ])|พ\.|ร\.|ดร\.|นพ\.|พญ\.|รศ\.|ผศ\.|นายแพทย์|นายสัตวแพทย์|แพทย์หญิง|ทันตแพทย์|ด็อกเตอร์"
)
#: What every Thai title begins with: found twenty times as fast as the title itself.
_TITLE_HEAD = re.compile(r"น(?:า[ยง]|\.ส\.)")
_ENGLISH_TITLE = re.compile(r"(M(?<!\wM)(?:rs?|s|iss))\b\.?")
_ENGLISH_NAME = re.compile(
    r"(?:M(?:rs?|s|iss|aj|\.[LR])|Dr|Prof|Gen|Col|Capt|Lt|Pol|Ass(?:oc|t)|ACM|Adm|Cdr|Sgt)\b\.? +"
    r"((?:[A-Z][A-Za-z’'-]*\.? ?)+)"
)
_CAPITALISED = re.compile(r"[A-Z][A-Za-z’'-]{2,}")
_NAME_WORD = re.compile(r"[A-Z][A-Za-z’'-]+")


class TitledName:
    """A Thai name after a title."""

    __slots__ = ("family", "given", "span", "text", "title")

    def __init__(self, match: re.Match[str]) -> None:
        groups = match.groupdict()
        self.title = next((name for name in ("Ms", "Mrs", "Mr") if groups.get(name)), "")
        self.given, self.family = match["given"], match["family"] or ""
        self.span, self.text = match.span(), match[0]


def thai_people(source: str) -> tuple[TitledName, ...]:
    """The people of a Thai text who are named after นาย, นาง or นางสาว."""
    has_title = "นาย" in source or "นาง" in source or "น.ส." in source
    return _titled(source) if has_title else ()


@lru_cache(maxsize=8)
def _titled(source: str) -> tuple[TitledName, ...]:
    found: list[TitledName] = []
    for head in _TITLE_HEAD.finditer(source):
        if found and head.start() < found[-1].span[1]:
            continue
        if match := _THAI_TITLE.match(source, head.start()):
            found.append(TitledName(match))
    return tuple(found)


def ranked_people(source: str) -> tuple[TitledName, ...]:
    """The people of a Thai text who are named in full after a rank or degree: พลเอก, ดร., นายแพทย์."""
    return _ranked(source) if _may_rank(source) else ()


@lru_cache(maxsize=8)
def _ranked(source: str) -> tuple[TitledName, ...]:
    found: list[TitledName] = []
    end = 0
    for head in _RANK_HEAD.finditer(source):
        if head.start() >= end and (match := _RANK.match(source, head.start())):
            end = match.end()
            if match["family"]:
                found.append(TitledName(match))
    return tuple(found)


def _may_rank(source: str) -> bool:
    """Whether a Thai text has what a rank or degree cannot do without: looked for in C."""
    if "." in source or "แพทย์" in source or "ด็อกเตอร์" in source:
        return True
    return ("เอก" in source or "โท" in source or "ตรี" in source) and (
        "พล" in source or "พัน" in source or "ร้อย" in source
    )


def people(source: str) -> tuple[TitledName, ...]:
    """Everybody whom a Thai text names after a title, then everybody after a rank."""
    return (*thai_people(source), *ranked_people(source))


class PersonTitles:
    """Mr., Mrs. and Ms."""

    id: ClassVar[str] = "titles"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A person has another title than in the Thai: นาย Mr., นาง Mrs., นางสาว Ms.; Ms. for นาง is ms-title."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (problem for problem, is_choice in _other_titles(pair) if not is_choice)


class MsTitle:
    """Ms. for a Mrs."""

    id: ClassVar[str] = "ms-title"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A married woman (นาง) is Ms. in the English, which many style guides prefer."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (problem for problem, is_choice in _other_titles(pair) if is_choice)


@lru_cache(maxsize=64)
def _english_titles(target: str) -> tuple[tuple[str, re.Match[str]], ...]:
    return tuple(("Ms" if m[1] == "Miss" else m[1], m) for m in _ENGLISH_TITLE.finditer(target))


def _other_titles(pair: Pair) -> Iterator[tuple[Problem, bool]]:
    """Titles that are missing while another one stands too often, and whether that is a matter of style."""
    if "M" not in pair.target or ("นา" not in pair.source and "น.ส." not in pair.source):
        return
    english = _english_titles(pair.target)
    if not english:
        return
    found = [title for title, _ in english]
    stated = [match.title for match in thai_people(pair.source)]
    for title in ("Mr", "Mrs", "Ms"):
        missing = stated.count(title) - found.count(title)
        others = [o for o in ("Mr", "Mrs", "Ms") if o != title and found.count(o) > stated.count(o)]
        if missing > 0 and others:
            name = next(match for match in thai_people(pair.source) if match.title == title)
            at = next(match for other, match in english if other == others[0])
            problem = Problem(f"expected {title}. for {name.text}, found {at[0]}", name.span, at.span())
            yield problem, (title, others[0]) == ("Mrs", "Ms")


def english_names(target: str) -> list[str]:
    """The words of the names after English titles; without a title, every capitalised word."""
    words = [word for name in _ENGLISH_NAME.findall(target) for word in _CAPITALISED.findall(name)]
    return words or _CAPITALISED.findall(target)


class PersonNames:
    """Names after a title."""

    id: ClassVar[str] = "names"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The name after a title or rank (นาย, นาง, นางสาว, พลเอก, ดร.) cannot be read in any name of the "
        "English: another person."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        named = people(pair.source) if pair.target else ()
        if not named:
            return
        names = [_name_words(name) for name in _ENGLISH_NAME.findall(pair.target)]
        words = [] if len(names) >= len(named) else _CAPITALISED.findall(pair.target)
        if not names and not words:
            return
        known = _spellings(pair)
        for person in named:
            if _GENERAL.match(person.text) and "Gen" in pair.target:
                continue  # นายพลกาฟาร์ is no Mr. Phonkafa
            if _is_among(person, names) or _is_spelt(person, pair.target, known):
                continue
            if _IN_LATIN.match(pair.source, person.span[1]):
                continue
            if any(likeness(person.given, word) >= (_CERTAIN if names else _READS) for word in words):
                continue
            hint = romanised(f"{person.given} {person.family}".strip())
            offered = f" ({hint})" if hint else ""
            yield Problem(f"no name in the English reads as {person.text}{offered}", person.span)


#: The right name scores 0.72 in 99 % of the cases, see romanisation; a family name may be another one.
_READS, _FAMILY, _HALF, _CERTAIN = 0.72, 0.66, 0.5, 0.8


#: A general of another country, as the Thai of foreign news calls him.
_GENERAL = re.compile("นายพล[ก-ฮเ-ไ]")
#: A foreigner whose name the Thai writes in Latin letters too: นายเก-ออร์ค ชมิท (Mr. Georg Schmidt).
_IN_LATIN = re.compile(r"[^()\s]{0,12}(?:\s[^()\s]{1,16})?\s?\([^()]*[A-Za-z]{3}")
_NO_NAMES: Final = frozenset("""
    Gen Maj Col Capt Prof Pol Asst Assoc Special Emeritus Clinical Lt Dr Sub Adm Air Chief Marshal Sgt Mr
    Mrs Ms General Major Colonel Captain Professor Lieutenant Police Assistant Associate Doctor Squadron
    Leader Wing Group Flying Officer Cdr Adv Acting Miss
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page


_SENTENCE_END = re.compile(r"(?<=[a-z]{4})\. ")


def _name_words(name: str) -> list[str]:
    first = _SENTENCE_END.split(name, maxsplit=1)[0]
    return [word for word in _NAME_WORD.findall(first) if word not in _NO_NAMES]


def reads_as(thai: str, english: str) -> bool:
    """Whether an English word may be a romanisation of a Thai name."""
    return likeness(thai, english) >= _READS


def _is_among(person: TitledName, names: list[list[str]]) -> bool:
    """Whether the given name and, where both sides have one, the family name read as one of the names."""
    best, has_family = 0.0, False
    letters = initials(person.given)
    for name in filter(None, names):
        # A foreigner's name may be shortened to the family name.
        if person.family and len(name) == 1 and likeness(person.family, name[0]) >= _FAMILY:
            return True
        if name[0][0].lower() not in letters:  # it cannot be read from the given name at all
            continue
        given = likeness(person.given, name[0])
        if person.family and len(name) > 1:
            family = max(likeness(person.family, word) for word in name[1:])
            if (given >= _READS and family >= _FAMILY) or (given >= _HALF and family >= _CERTAIN):
                return True
        if given > best:
            best, has_family = given, bool(person.family) and len(name) > 1
    return best >= _READS and not has_family


def _spellings(pair: Pair) -> dict[str, tuple[str, ...]]:
    """Thai names of the people in the glossary and their accepted English."""
    return {match.term.source: match.term.accepted for match in pair.matches if match.term.domain == "people"}


def _is_spelt(person: TitledName, target: str, known: dict[str, tuple[str, ...]]) -> bool:
    """Whether the glossary knows the person and the English has its spelling, whatever it sounds like."""
    forms = [form for thai, accepted in known.items() if person.given in thai for form in accepted]
    return any(occurs(word, target) for form in forms for word in (form, form.split()[0]))


class GlossaryNames:
    """People of the glossary."""

    id: ClassVar[str] = "glossary-names"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A person of the glossary is named, and the English has neither the full name nor the family or "
        "given name as the glossary spells it."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if not pair.target:
            return
        for match in pair.matches:
            term = match.term
            if term.domain != "people" or term in match.stale:
                continue
            words = {word for form in term.accepted for word in (form, *form.split())}
            if not any(occurs(word, pair.target) for word in words):
                known = standard(term.source)
                options = f"{term.target} or RTGS {known}" if known else term.target
                yield Problem(f"expected {options} for {term.source}", (match.start, match.end))


def rtgs(thai: str) -> str:
    """PyThaiNLP's romanisation of a name, capitalised; empty where it has none.

    Its "royin" engine follows the Royal Institute's rules; it is loaded only for a message.
    """
    from pythainlp.transliterate import royin

    # The same words, without the tree of them that PyThaiNLP would build for this alone.
    royin.word_tokenize = tokens  # type: ignore[assignment, attr-defined]
    return " ".join(royin.romanize(word).capitalize() for word in thai.split())


def standard(thai: str) -> str:
    """The RTGS spelling of a name; empty where PyThaiNLP's is no likely one.

    It reads implied vowels and tells syllables apart in one name of two (ทวีสิน is no Thwisin); what
    the model of spellings finds likely too is right.
    """
    spelt = [(word, rtgs(word)) for word in thai.split()]
    is_sure = all(latin.lower() in spellings(word, _LOOKED_THROUGH) for word, latin in spelt)
    return " ".join(latin for _, latin in spelt) if is_sure else ""


def variants(word: str) -> tuple[str, ...]:
    """Likely spellings of one name or family name, capitalised: RTGS first where it is known."""
    likely = (latin.capitalize() for latin in spellings(word, _OFFERED))
    return tuple(dict.fromkeys(filter(None, (standard(word), *likely))))[:_OFFERED]


def romanised(thai: str) -> str:
    """What is offered for a name: its RTGS spelling where it is known, and the likely ones."""
    offered = " ".join(filter(None, ("/".join(variants(word)) for word in thai.split())))
    known = standard(thai)
    return ", ".join(filter(None, (known and f"RTGS {known}", offered if offered != known else "")))


#: Spellings offered for a word, and among how many the RTGS one must be.
_OFFERED, _LOOKED_THROUGH = 4, 20
