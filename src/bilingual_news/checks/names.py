"""Checks of personal names: titles, and whether the English name can be read from the Thai one.

A Thai name has no single romanisation (ศุภมาส is Supamas, Suphamat, Supamart), so names are compared
by their consonants: each Thai consonant stands for a set of Latin letters, at the start and at the
end of a syllable (RTGS plus the spellings that people choose). Vowels are ignored.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.glossary import occurs
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

#: Words that begin with a title but are none are shut out (นายก, นายจ้าง, นางฟ้า).
_THAI_TITLE = re.compile(
    r"(?:(?P<Ms>นางสาว|น\.ส\.)|(?P<Mrs>(?<!ัฒ)(?<!พระ)(?<!น้อง)(?<!พี่)(?<!ราช)(?<!ขุน)นาง(?!เธอ|เจ้า|สาว|เลิ้ง|รอง|พญา|ฟ้า|แบบ|กวัก|เอก|งาม|พยาบาล|ใน|ละเวง|สงกรานต์))|"
    r"(?P<Mr>(?<!ัฒ)(?<![ุำ])(?<!ท)(?<!ขุน)(?<!เจ้า)(?<!ไทย)(?<!ทั้ง)นาย(?!ก|จ้าง|อำเภอ|ทหาร|ทะเบียน|ทุน|หน้า|แพทย์|ประกัน|ช่าง|สถานี|ตรวจ|ด่าน|เรือ|พล|พราน|"
    r"ตำรวจ|ท้าย|ร้อย|หนัง|แบบ|สิบ|ป้อม|เวร|อากร|หมู่|ท่า(?!น)|อำ|สัตวแพทย์)))"
    r"\s?(?P<given>[ก-ฮเแโใไ][ก-์]{1,23})(?:\s(?P<family>(?!รอง|รัฐมนตรี|ผู้|อธิบดี|ปลัด|เลขา|โฆษก|ประธาน)[ก-์]{2,24}))?"
)
#: What every Thai title begins with: found twenty times as fast as the title itself.
_TITLE_HEAD = re.compile(r"น(?:า[ยง]|\.ส\.)")
_ENGLISH_TITLE = re.compile(r"(M(?<!\wM)(?:rs?|s|iss))\b\.?")
_ENGLISH_NAME = re.compile(
    r"(?:M(?:rs?|s|iss|aj|\.[LR])|Dr|Prof|Gen|Col|Capt|Lt|Pol|Ass(?:oc|t)|ACM|Adm|Cdr|Sgt)\b\.? +"
    r"((?:[A-Z][A-Za-z’'-]*\.? ?)+)"
)
_CAPITALISED = re.compile(r"[A-Z][A-Za-z’'-]{2,}")


class TitledName:
    """A Thai name after a title."""

    __slots__ = ("family", "given", "span", "text", "title")

    def __init__(self, match: re.Match[str]) -> None:
        self.title = next(name for name in ("Ms", "Mrs", "Mr") if match[name])
        self.given, self.family = match["given"], match["family"] or ""
        self.span, self.text = match.span(), match[0]


@lru_cache(maxsize=64)
def thai_people(source: str) -> tuple[TitledName, ...]:
    """The people of a Thai text who are named after นาย, นาง or นางสาว."""
    found: list[TitledName] = []
    for head in _TITLE_HEAD.finditer(source):
        if found and head.start() < found[-1].span[1]:
            continue
        if match := _THAI_TITLE.match(source, head.start()):
            found.append(TitledName(match))
    return tuple(found)


class PersonTitles:
    """Mr., Mrs. and Ms."""

    id: ClassVar[str] = "titles"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A person has another title than in the Thai: นาย Mr., นาง Mrs., นางสาว Ms."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if "M" not in pair.target or ("นา" not in pair.source and "น.ส." not in pair.source):
            return
        found = ["Ms" if m[1] == "Miss" else m[1] for m in _ENGLISH_TITLE.finditer(pair.target)]
        if not found:
            return
        stated = [match.title for match in thai_people(pair.source)]
        for title in ("Mr", "Mrs", "Ms"):
            missing = stated.count(title) - found.count(title)
            others = [o for o in ("Mr", "Mrs", "Ms") if o != title and found.count(o) > stated.count(o)]
            if missing > 0 and others:
                name = next(match for match in thai_people(pair.source) if match.title == title)
                at = next(
                    m for m in _ENGLISH_TITLE.finditer(pair.target) if m[1].replace("iss", "s") == others[0]
                )
                yield Problem(f"expected {title}. for {name.text}, found {at[0]}", name.span, at.span())


def english_names(target: str) -> list[str]:
    """The words of the names after English titles; without a title, every capitalised word."""
    words = [word for name in _ENGLISH_NAME.findall(target) for word in _CAPITALISED.findall(name)]
    return words or _CAPITALISED.findall(target)


class PersonNames:
    """Names after a title."""

    id: ClassVar[str] = "names"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The given name after นาย, นาง or นางสาว cannot be read in any name of the English: another person."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if not pair.target or ("นา" not in pair.source and "น.ส." not in pair.source):
            return
        people = thai_people(pair.source)
        if not people:
            return
        words = english_names(pair.target)
        if not words:
            return
        for person in people:
            if not any(reads_as(person.given, word) for word in words):
                hint = ", ".join(romanised(f"{person.given} {person.family}".strip()))
                yield Problem(f"no name in the English reads as {person.text} ({hint})", person.span)


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
            if term.domain != "people":
                continue
            words = {word for form in term.accepted for word in (form, *form.split())}
            if not any(occurs(word, pair.target) for word in words):
                options = " or ".join(dict.fromkeys((term.target, *romanised(term.source))))
                yield Problem(f"expected {options} for {term.source}", (match.start, match.end))


_K, _C, _T, _P, _S = "kgcqx", "cjtsdz", "tdscz", "pbvf", "sztcdx"
_LETTERS: Final = (
    dict.fromkeys("กขฃคฅฆ", _K) | dict.fromkeys("จฉชฌ", _C) | dict.fromkeys("ซศษส", _S)
    | dict.fromkeys("ดตถทธฎฏฐฑฒ", _T) | dict.fromkeys("บปผพภ", _P) | dict.fromkeys("ฝฟ", "fpv")
    | dict.fromkeys("นณ", "nr") | dict.fromkeys("รลฬฤ", "rln") | {
        "ง": "ng", "ญ": "yn", "ย": "yij", "ม": "m", "ว": "wvu", "ห": "hmnrlwyv", "ฮ": "h", "อ": "aeiouvyw"}
)  # fmt: skip
_SILENT = re.compile("[ก-ฮ][ิุ]?์")
_CONSONANTS = re.compile("[ก-ฮฤ]")
_ENOUGH: Final = 0.7


@lru_cache(maxsize=4096)
def reads_as(thai: str, english: str) -> bool:
    """Whether an English name may be a romanisation of a Thai one.

    Args:
        thai: A Thai given or family name.
        english: One capitalised English word.
    """
    ours = [_LETTERS[c] for c in _CONSONANTS.findall(_SILENT.sub("", thai)) if c in _LETTERS]
    theirs = english.lower()
    first = theirs[0]
    starts = ours[0] if ours else ""
    heads = starts + (ours[1] if thai.startswith("ห") and len(ours) > 1 else "")
    if thai[:1] == "ท" and thai[1:2] == "ร":
        heads += "s"
    if first not in heads:
        return False
    consonants = [c for i, c in enumerate(theirs) if c not in "aeiouh" or i == 0]
    common = _common([letters for letters in ours if "a" not in letters or letters is ours[0]], consonants)
    size = min(len(ours), len(consonants))
    return common >= _ENOUGH * size


def _common(ours: list[str], theirs: list[str]) -> int:
    """Length of the longest common subsequence, a set of letters against a letter."""
    row = [0] * (len(theirs) + 1)
    for letters in ours:
        diagonal = 0
        for j, letter in enumerate(theirs, start=1):
            diagonal, row[j] = row[j], diagonal + 1 if letter in letters else max(row[j], row[j - 1])
    return row[-1]


def romanised(thai: str) -> tuple[str, ...]:
    """The RTGS spelling of a Thai name, capitalised; nothing where PyThaiNLP has none.

    PyThaiNLP's "royin" engine follows the Royal Institute's rules; it is loaded only for a message.
    """
    from pythainlp.transliterate import romanize

    name = " ".join(str(romanize(word, engine="royin")).capitalize() for word in thai.split())
    return (f"RTGS {name}",) if name.strip() else ()
