"""Checks of he and she: Thai names nobody's sex by a pronoun, but the titles before its names do.

นาย is Mr., นาง and นางสาว are Mrs. and Ms.; ranks, degrees and offices are anybody's. A pronoun is wrong
only where it can be nobody else's: where the Thai speaks of people of one sex alone, and of nobody by an
office, a rank, kinship or a royal or religious title. What is quoted may speak of others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.people import thai_people
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.checks.base import Pair
    from bilingual_news.checks.people import TitledName

_HE: Final = frozenset({"he", "his", "him", "himself"})
_SHE: Final = frozenset({"she", "her", "hers", "herself"})
PRONOUNS: Final = _HE | _SHE
_PRONOUN = lazily(
    r"\b(?:(?P<he>[Hh]e|[Hh]is|[Hh]im(?:self)?)|(?P<she>[Ss]he|[Hh]er(?:s|self)?))\b"
    r"(?! (?:Majest|Royal|Excellenc|Holiness|Highness|Eminence|Serene|or her|or she|or him|and her|and his))"
)
#: The same pronoun of the other sex; "her" is his or him.
_OTHER: Final = {"he": "she", "his": "her", "him": "her", "himself": "herself",
                 "she": "he", "her": "his/him", "hers": "his", "herself": "himself"}  # fmt: skip
#: An office right after a name is that person's: นายเศรษฐา ทวีสิน นายกรัฐมนตรี.
_APPOSITION = lazily(
    r"\s?(?:(?:รอง|ผู้ช่วย|อดีต|ว่าที่|รักษาการ|รักษาราชการแทน|ในตำแหน่ง|ในฐานะ|และ)*(?:นายกรัฐมนตรี|นายกฯ|รัฐมนตรี|รมว|รมช|ปลัด|อธิบดี|ผู้|เลขา|ประธาน|"
    r"โฆษก|ที่ปรึกษา|หัวหน้า|นายอำเภอ|เอกอัครราชทูต|สมาชิก|กรรมการ)\S*(?:\s?(?:และ|\()\S*)*\s?)+"
)
#: Somebody who may be of either sex, or of the other one; people in numbers are they.
_ANYBODY = lazily(
    r"นายก|รัฐมนตรี|รม[วชต]|ปลัด|อธิบดี|เลขาธิการ|(?<!เป็น)ประธาน|ทูต|โฆษก|หัวหน้า|นายอำเภอ|กำนัน|แม่ทัพ|กษัตริย์|"
    r"ผู้(?:ว่า|อำนวย|บัญชา|จัดการ|แทน|นำ|ช่วย|ตรวจ|ใหญ่|หญิง|ชาย|ขับ|เขียน|ก่อ|ชนะ|เสียชีวิต|บาดเจ็บ|ป่วย|ต้อง|ตาย|เสียหาย|พิการ|ที่ทำ|สมัคร|สื่อ|พิพากษา)|"
    r"(?<!ขอบ)(?<!พระ)คุณ(?!ภาพ|ค่า|สมบัติ|ลักษณะ|ธรรม|ูปการ|ประโยชน์)|(?<!ทุก)ท่าน|เขา|เธอ|หล่อน|ดิฉัน|ผม|ฉัน|"
    r"สามี|ภริยา|ภรรยา|คู่สมรส|บิดา|มารดา|พ่อ|แม่|บุตร|(?<!ป)ลูก(?!ค้า|จ้าง)|เด็ก|ชาย(?!แดน|ฝั่ง|หาด|ขอบ)|หญิง|สตรี|หนุ่ม|สาว|นักเรียน|นักศึกษา|"
    r"คนร้าย|เหยื่อ|แพทย์|ครู|อาจารย์|ศิลปิน|นักแสดง|นักกีฬา|ส\.ส\.|สส\.|ด\.[ชญ]\.|ดร\.|นพ\.|พญ\.|พล\.|พล(?:เอก|โท|ตรี|ตำรวจ|เรือ|อากาศ)|"
    r"พ\.?[ตอ]\.|พัน(?:เอก|โท|ตรี|ตำรวจ)|ร\.[ตอท]\.|ร้อย(?:เอก|โท|ตรี|ตำรวจ)|(?<!พ\.)(?<!ค\.)ศ\.|ม\.[ลร]\.|หม่อม|"
    r"ทรง(?!พล|ศักดิ์)|สมเด็จ|เจ้าฟ้า|เสด็จ|หลวง(?:พ่อ|ปู่|ตา)|พระ(?!ราชบัญญัติ|ราชกำหนด|ราชกฤษฎีกา|นคร|ประแดง|คุณ|ราม)"
)
#: An office that one person holds, as it stands after the name.
_OFFICE = lazily(
    r"\s?((?:รอง)?(?:นายกรัฐมนตรี|นายกฯ)|(?:รัฐมนตรี(?:ช่วย)?ว่าการกระทรวง|ปลัดกระทรวง|อธิบดีกรม)[ก-์]+)(?=\s|$)"
)
#: Whose prime minister is not the one of the article: นายกรัฐมนตรีมาเลเซีย, นายกรัฐมนตรีและ.
_ABROAD = (
    "(?:แห่ง|ประเทศ|สาธารณรัฐ|ราชอาณาจักร|มาเลเซีย|ญี่ปุ่น|อินเดีย|ออสเตรเลีย|สิงคโปร์|เวียดนาม|ลาว|กัมพูชา|เมียนมา|จีน|อังกฤษ|นิวซีแลนด์|ปากีสถาน|เนปาล|ภูฏาน|"
    "ฝรั่งเศส|เยอรมนี|อิตาลี|ฮังการี|บังกลาเทศ|ศรีลังกา|สหราช|คนที่|คนใหม่)"
)
#: Before somebody who is not the one the segment speaks of.
_NOT_SUBJECT = lazily("โดยมี|พร้อม|ร่วม|และ|ต้อนรับ|กับ|ให้|มอบ|แก่|ของ|พบ|จาก|ได้|นำ")
#: A pronoun that the English itself binds to the person before it: Ms. Tiwaporn, Director-General, said that
#: he …, Mr. Anutin and her delegation, Mrs. Worawan, Deputy Spokesperson, in his capacity as …
_BOUND = lazily(
    r"\b(?P<title>Mrs?|Ms|Miss)\b\.? "
    r"(?:(?!\b(?:Mrs?|Ms|Miss|Gen|Dr|Prof|Col|Capt|Lt|Amb|H\.E)\b|[;“”\"]|\. [A-Z][a-z]{3}).)*?"
    r"(?:\bin (?P<capacity>his|her) capacity|\band (?P<company>his|her) (?:delegation|team|party|entourage)|"
    r"\b(?:said|says|added|adds|disclosed|revealed|stated|explained|noted|continued|stressed|emphasized|told)"
    r"(?: (?:also|further|later|again))?(?: that)? (?P<speech>s?he)\b)"
)
_QUOTES: Final = '“”"«‘'


class Pronouns:
    """He for a woman, she for a man."""

    id: ClassVar[str] = "pronouns"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The English says he of people who are all women by their Thai titles (นาง, นางสาว), or she of men "
        "(นาย)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        people = thai_people(pair.source)
        if not people:
            return
        if problem := _misbound(pair.target):
            yield problem
            return
        found = _of_one_sex(pair.target)
        sex = sex_of(pair.source) if found else ""
        is_subject = not _NOT_SUBJECT.search(pair.source, 0, people[0].span[0])
        if sex and is_subject and _sex_said(found[0]) != sex:
            yield _problem(found[0], people[0].text.strip(), "", people[0].span)


class PronounsInContext:
    """He for a woman of the segments before, she for a man."""

    id: ClassVar[str] = "pronouns-context"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English of a segment that names nobody says he, but whom the article named last, or named with "
        "the office that stands there, is a woman by her Thai title; or she, and it is a man."
    )

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """See ArticleCheck."""
        offices: dict[str, TitledName] = {}
        last: TitledName | None = None
        for index, pair in enumerate(pairs):
            people = thai_people(pair.source)
            if people:
                _remember(people, pair.source, offices)
                last = people[0] if sex_of(pair.source) else None
                continue
            holder, rest = _holder(pair.source, offices)
            if holder is None and last is None:
                continue
            if _ANYBODY.search(rest):
                last = None
                continue
            last = holder or last
            found = _of_one_sex(pair.target)
            if last and found and _sex_said(found[0]) != _sex(last):
                yield index, _problem(found[0], last.text.strip(), ", named before")


def _misbound(target: str) -> Problem | None:
    """A pronoun of the other sex than the English title that it belongs to."""
    for bound in _BOUND.finditer(target):
        kind = bound.lastgroup or "title"
        said = bound[kind]
        if (bound["title"] == "Mr") != (said in _HE):
            message = f"expected {_OTHER[said].split('/')[0]} after {bound['title']}., found {said!r}"
            return Problem(message, target=bound.span(kind))
    return None


def sex_of(source: str) -> str:
    """The sex of the people of a Thai text: he, she, or nothing if it is not one for sure."""
    people = thai_people(source)
    sexes = {_sex(person) for person in people}
    if len(sexes) != 1:
        return ""
    rest, end = "", 0
    for person in people:
        rest += source[end : person.span[0]] + " "
        office = _APPOSITION.match(source, person.span[1])
        end = office.end() if office else person.span[1]
    return "" if _ANYBODY.search(rest + source[end:]) else sexes.pop()


def _office(person: TitledName, source: str) -> str:
    """The office right after a name; empty for one that many hold or none."""
    found = _OFFICE.match(source, person.span[1])
    return "นายกรัฐมนตรี" if found and found[1] == "นายกฯ" else found[1] if found else ""


def _remember(people: Iterable[TitledName], source: str, offices: dict[str, TitledName]) -> None:
    """Keep who holds which office, of the last that were named: no article has more of them."""
    for person in people:
        if office := _office(person, source):
            offices.pop(office, None)
            offices[office] = person
    for office in list(offices)[:-_MOST_OFFICES]:
        del offices[office]


#: What every office that is remembered begins with; where nothing does, none is named.
_OFFICE_HEADS: Final = ("นายก", "ว่าการกระทรวง", "ปลัดกระทรวง", "อธิบดีกรม")
_MOST_OFFICES: Final = 50


def _holder(source: str, offices: dict[str, TitledName]) -> tuple[TitledName | None, str]:
    """The one who holds the only office that a text names, and the text without it."""
    if not offices or not any(head in source for head in _OFFICE_HEADS):
        return None, source
    text = source.replace("นายกฯ", "นายกรัฐมนตรี")
    found = {}
    for office in sorted((office for office in offices if office in text), key=len, reverse=True):
        without = _held(office).sub(" ", text)
        if without != text:
            found[_sex(offices[office])] = offices[office]
            text = without
    holder = next(iter(found.values())) if len(found) == 1 else None
    return (holder, text) if holder or not found else (None, source)


@lru_cache(maxsize=256)
def _held(office: str) -> re.Pattern[str]:
    """An office that somebody holds now, and here."""
    return re.compile(rf"(?<!รอง)(?<!อดีต)(?<!ช่วย)(?<!เลขาธิการ){office}(?!{_ABROAD})")


def _sex(person: TitledName) -> str:
    return "he" if person.title == "Mr" else "she"


def _of_one_sex(target: str) -> list[re.Match[str]]:
    """The pronouns of a text that has those of one sex only, and nothing quoted."""
    found = list(_PRONOUN.finditer(target))
    sexes = {_sex_said(match) for match in found}
    return found if len(sexes) == 1 and not any(mark in target for mark in _QUOTES) else []


def _sex_said(pronoun: re.Match[str]) -> str:
    return "he" if pronoun["he"] else "she"


def _problem(pronoun: re.Match[str], name: str, where: str, source: tuple[int, int] | None = None) -> Problem:
    expected = _OTHER[pronoun[0].lower()]
    return Problem(f"expected {expected} for {name}{where}, found {pronoun[0]!r}", source, pronoun.span())
