"""The people of a Thai text: who is named after a title (นาย, นาง, นางสาว), a rank or a degree."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bilingual_news.patterns import lazily

#: What family names are made of: นำพูล, มีสุข and พร้อมพันธุ์ are names, นำคณะ, มีผล and พร้อมด้วย are not.
_ELEMENT = (
    "(?:พูล|โชค|ทรัพย์|ศรี|ชัย|สุข|วงศ์|วงษ์|แสง|เจริญ|บุญ|พล|ทอง|พันธ|พัฒน|สกุล|กุล|รัตน|ลาภ|วิเศษ|สวัสดิ์|ธรรม|พงษ์|พงศ์|เพชร|แก้ว|"
    "สุวรรณ|มั่น|ยศ|เกียรติ|ศักดิ์|สิริ|ศิริ|จันทร์)"
)
_NAME = (
    r"\s?(?P<given>(?!นาย|นาง|จังหวัด|อำเภอ|ตำบล|และ)[ก-ฮเแโใไ][ก-์]{1,23})"
    rf"(?:\s(?P<family>(?!(?:พร้อม|นำ|มี|ร่วม|ต่อ|ยัง|รักษา|พบ)(?!{_ELEMENT}[ก-์]{{0,9}}(?![ก-์])))"
    r"(?![ก-์]{0,20}ว่า(?!ง)|รอง|รัฐมนตรี|ผู้|อธิบดี|ปลัด|เลขา|โฆษก|ประธาน|นาย|นาง|และ|กล่าว|ที่|เป็น|ได้|ในฐานะ|หัวหน้า|กรรมการ|"
    r"สมาชิก|อดีต|เผย|ระบุ|ให้|เข้า|ลง|ณ\s|ใน|จาก|ว่า|จะ|ตัวแทน|ประจำ|คณะ|ศาสตราจารย์)[ก-์]{2,24}))?"
)
_SPEAKS = lazily("กล่าว|เปิดเผย|ระบุ|ให้สัมภาษณ์|ชี้แจง|เน้นย้ำ")
#: Words that begin with a title but are none are shut out (นายกสมาคม, นายจ้าง, นางฟ้า; not นายกิตติ, นายกรณ์).
_THAI_TITLE = lazily(
    r"(?:(?P<Ms>นางสาว|น\.ส\.)|(?P<Mrs>(?<!ัฒ)(?<!พระ)(?<!น้อง)(?<!พี่)(?<!ราช)(?<!ขุน)นาง(?!เธอ|เจ้า|สาว|เลิ้ง|รอง|พญา|ฟ้า|แบบ|กวัก|เอก|งาม|พยาบาล|ใน|ละเวง|สงกรานต์))|"
    r"(?P<Mr>(?<!ัฒ)(?<![ุำ])(?<!ท)(?<!ขุน)(?<!เจ้า)(?<!ไทย)(?<!ทั้ง)(?<!หลาย)(?<!ทุก)(?<!พวก)(?<!ต่อ)"
    r"(?<!\d)(?:(?<!\d )|(?=นาย[ก-ฮเ-ไ]))"
    r"นาย(?!ก(?![\u0e31-\u0e3a\u0e48\u0e49]|ร(?!ั|ม|ะ|ุ)|ฤ|นก|มล|วี|วิ|อบ|สิ|ษิ)|จ้าง|อำเภอ|ทหาร|ทะเบียน|ทุน|หน้า|แพทย์|"
    r"ประกัน|ช่าง|สถานี|ตรวจ|ด่าน|เรือ|พล(?:ตรี|โท|เอก|ทหาร|ๆ|\s|และ|คน)|พราน|"
    r"ตำรวจ|ท้าย|ร้อย|หนัง|แบบ|สิบ|ป้อม|เวร|อากร|หมู่|ท่า(?!น)|สัตวแพทย์|ด้วยกัน|ทาส|ไม่|ไป|มา(?:\s|$)|คือ|จะ|เคย)))"
    + _NAME
)
#: Offices of physicians, which no name follows: นายแพทย์สาธารณสุขจังหวัด, นายแพทย์เชี่ยวชาญ, ทันตแพทย์ประจำ…
_NO_OFFICE = (
    r"(?!\s?(?:สาธารณสุข|สสจ|สสอ|สธ\.|เชี่ยวชาญ|ผู้เชี่ยวชาญ|ทรงคุณวุฒิ|ผู้ทรงคุณวุฒิ|ชำนาญการ|ปฏิบัติการ|ปฏิบัติงาน|ประจำ|"
    r"ใหญ่(?![ก-์])|ทั่วไป|เฉพาะทาง|ผู้(?:รักษา|ตรวจ|ดูแล|อำนวยการ|ช่วย|ให้|ที่|ทำ|ปฏิบัติ|เกี่ยวข้อง)|เจ้าของไข้|เวร|สภา|สมาคม|ระดับ|ด้าน|ของ|ในพื้นที่|ที่ปรึกษา))"
)
_OFFICER = (
    r"(?<![ก-์.])(?:พล\.?(?:ต\.?|อ\.?|ร\.?)?(?:อ|ท|ต)\.|[รพ]\.(?:ต\.)?[อทต]\.|ดร\.|นพ\.|พญ\.|รศ\.|ผศ\.)|"
    r"(?:พล|พัน|ร้อย)(?:ตำรวจ)?(?:เอก|โท|ตรี)|พลเรือ(?:เอก|โท|ตรี)|พลอากาศ(?:เอก|โท|ตรี)|"
    rf"(?:นายแพทย์|แพทย์หญิง|ทันตแพทย์|นายสัตวแพทย์){_NO_OFFICE}|ด็อกเตอร์"
)
#: A military, police or learned rank before a full name.
_RANK = lazily(
    rf"(?:{_OFFICER})(?:\s?(?:ดร\.|นพ\.|พญ\.|หญิง|พิเศษ|หม่อมหลวง|หม่อมราชวงศ์|ม\.ล\.|ม\.ร\.ว\.))*{_NAME}"
)
#: What every rank begins with; all its choices begin with a letter, so that it is found quickly.
_RANK_HEAD = lazily(
    r"พล(?=[.อรตทเโ])|พัน(?=[ตเโ])|ร้อย(?=[ตเโ])|พ\.|ร\.|ดร\.|นพ\.|พญ\.|รศ\.|ผศ\.|นายแพทย์|นายสัตวแพทย์|แพทย์หญิง|ทันตแพทย์|ด็อกเตอร์"
)
#: What every Thai title begins with: found twenty times as fast as the title itself.
_TITLE_HEAD = lazily(r"น(?:า[ยง]|\.ส\.)")


class TitledName:
    """A Thai name after a title."""

    __slots__ = ("family", "given", "span", "text", "title")

    def __init__(self, match: re.Match[str]) -> None:
        groups = match.groupdict()
        self.title = next((name for name in ("Ms", "Mrs", "Mr") if groups.get(name)), "")
        self.given, self.family = match["given"], match["family"] or ""
        if _SPEAKS.search(self.given):  # what follows is said, not a family name
            self.family = ""
        self.span, self.text = match.span(), match[0]


#: One of these is in every Thai text that names somebody after a title,
TITLE_SIGNS: Final = ("นาย", "นาง", "น.ส.")
#: and one of these where it is after a rank or degree: what `_RANK_HEAD` begins with.
RANK_SIGNS: Final = (
    *(f"พล{letter}" for letter in ".อรตทเโ"), *(f"พัน{letter}" for letter in "ตเโ"),
    *(f"ร้อย{letter}" for letter in "ตเโ"), "พ.", "ร.", "พญ.", "รศ.", "ผศ.", "แพทย์", "ด็อกเตอร์",
)  # fmt: skip


def thai_people(source: str) -> tuple[TitledName, ...]:
    """The people of a Thai text who are named after นาย, นาง or นางสาว."""
    return _titled(source) if any(sign in source for sign in TITLE_SIGNS) else ()


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
    return _ranked(source) if any(sign in source for sign in RANK_SIGNS) else ()


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


def people(source: str) -> tuple[TitledName, ...]:
    """Everybody whom a Thai text names after a title, then everybody after a rank."""
    return (*thai_people(source), *ranked_people(source))
