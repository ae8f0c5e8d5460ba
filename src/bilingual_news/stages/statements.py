"""Sentences that begin with their subject, no connective before it: where Thai marks nothing at all.

Each pattern was tried on 5.9 million characters of government news, and kept if a reader called at
least two in three of its finds a new sentence; see docs/decisions/0042. All of them want what stands
before to be complete, see `_is_complete`.
"""

from __future__ import annotations

import re
from typing import Final

#: A sentence before one that takes it up; what is shorter is an opener, a date or a name.
_SHORTEST_STATEMENT: Final = 20
#: The last phrase before a bare subject holds this many characters: shorter ones are names or places.
_SHORTEST_PHRASE: Final = 30
_REACH: Final = 140
#: A noun phrase that takes something up, and its verb.
_SUBJECT_REACH: Final = 60
#: A body whose name goes on, as far as it is looked for.
_BODY_REACH: Final = 40
#: A cause stands this near its conclusion: looking farther back would take quadratic time.
_CAUSE_REACH: Final = 600

#: A person or body that speaks, and the verb of speaking within a short distance.
SPEAKER: Final = re.compile(
    "(?:นาย|นาง|พล\\.[อตรท]\\.|พลเอก|พลตำรวจ|ดร\\.|นพ\\.|โฆษก|รมว\\.|รมช\\.|รองนายก|รัฐมนตรี)"
    '[^“”"]{2,90}?(?:กล่าว(?:ว่า|ต่อ|เพิ่ม|ย้ำ|เสริม|ถึง|อีก|ด้วย|ในตอน)|เปิดเผยว่า|เผยว่า|ระบุว่า|ยืนยันว่า|ชี้แจงว่า|ย้ำว่า)'
)
_SPEAKER_REACH: Final = 130
#: Ends of a statement after which a speaker may begin a sentence.
CLOSED_STATEMENT: Final = ("”", '"', "ด้วย", "ต่อไป", "แล้ว", "ประเทศ", "ประชาชน", "เป็นต้น", "ยั่งยืน")

#: A question, and the beginnings of an answer to it.
QUESTION: Final = tuple(
    word + quote
    for word in ("หรือไม่", "หรือครับ", "ไหมครับ", "หรือยัง", "อย่างไรบ้าง", "หรือเปล่า", "ใช่ไหม", "อย่างไรได้บ้าง")
    for quote in ("", "”")
)
ANSWER: Final = re.compile("นาย|นาง|พล|รัฐมนตรี|รมว|โฆษก|รอง|ผู้|ถ้า|หาก|ผม|เรา|ตน|รัฐบาล|ตอบ|ก็|ดร\\.|นพ\\.")

#: Words that open no subject.
_NO_SUBJECT: Final = (
    "(?!ซึ่ง|โดย|และ|หรือ|ที่|เพื่อ|ใน|จาก|ตาม|ทั้ง|แต่|ของ|กับ|ให้|ต่อ|ณ|ว่า|จน|เมื่อ|หลัง|ก่อน|ระหว่าง|ภาย|อัน|รวม|พร้อม|ได้|มี|เป็น|จะ"
    "|หาก|เนื่อง|ตลอด|ด้วย|คือ|ถึง|เพราะ|ทำ|สำหรับ|ตั้งแต่|ขณะ|นับ|เหตุ|วัน|ถือ|ผ่าน|อีก|ส่ง|ขอ|เช่น|อาทิ|สู่|แก่|บน|เป้า|ส่วน|ช่วง|ปี|เดือน|ประกอบกับ|เข้าร่วม|ต้อง|คาด)"
)
#: A noun phrase that takes up what was just said, and the verb that makes it a subject.
SAME_SUBJECT: Final = re.compile(
    f"{_NO_SUBJECT}"
    "(?:[ก-๎]{3,32}?(?:ดังกล่าว|แห่งนี้|ครั้งนี้|เหล่านี้)|การ[ก-๎]{2,16}?นี้) ?(?:จะ|ได้|มี(?!ผล)|เป็น|ถือ|ใช้|ยัง|จัด|เกิด|ต้อง|สามารถ|ช่วย)"
)
#: The same with "this" alone; it closes adverbs too, so that nouns which take things up are listed.
THIS: Final = re.compile(
    "(?:โครงการ|เรื่อง|ร่าง|การ|มาตรการ|งาน|กิจกรรม|ระบบ|ปัญหา|สินค้า|ข้อมูล|รัฐบาล|รางวัล|ความ|ผล|นโยบาย|กฎหมาย|ตัวเลข|สถานการณ์"
    "|คดี|พื้นที่|จังหวัด|สิ่ง|แนวทาง|เหตุการณ์|หลักสูตร|ครั้ง)[ก-๎]{0,30}?(?<!ห)(?<!แบบ)นี้ ?(?:จะ|จึง|ถือ|เป็น|ได้|ช่วย|ยัง|มี(?!ผล))"
)
#: A body that acts upon what was said, unless the sentence before began with the cause.
THEREFORE: Final = re.compile(
    "(?:เจ้าหน้าที่|นายกรัฐมนตรี|นายกฯ|รัฐบาล|ที่ประชุม|คณะรัฐมนตรี"
    "|(?:กระทรวง|กรม|ทาง ?|สำนักงาน|ธนาคาร|บริษัท)[ก-๎]{0,40}ฯ?|(?:ทาง ?)?[ก-ฮ]{1,5}\\.)(?: โดย[ก-๎]{3,40})? ?จึง"
)
CAUSE: Final = re.compile(
    "เนื่องจาก|เนื่องด้วย|เพราะ|จากการ|จากกรณี|จากสถานการณ์|จากปัญหา|จากเหตุ|สืบเนื่อง|ด้วย(?:ใน|ว่า|สถาน)|ตามที่|หลังจาก|เมื่อ|โดยที่|หาก"
)
#: A body whose name goes on after the space.
_BODY: Final = re.compile("(?:^| )(?:ทีม|ที่ประชุม|สำนักงาน|สถาบัน|กระทรวง|กรม|บริษัท|คณะ|ทาง|ศูนย์|กอง)[ก-๎]{0,24}$")
_PURPOSE: Final = "เพื่อ"
#: A speaker in the first person.
FIRST_PERSON: Final = re.compile(
    "(?:ผม|ดิฉัน|ตน|พวกเรา|เรา) ?(?:จะ|ได้|ก็|ยัง|ขอ|คิด|เชื่อ|มั่นใจ|จึง|หวัง|อยาก|ต้อง|มี|พร้อม|เห็น|ไม่|รู้สึก|ใน(?:ฐานะ|นาม))"
)
#: "Apart from …" sums up what was said; with an auxiliary before แล้ว it goes on.
BESIDES: Final = re.compile(
    "นอกจาก(?!นี้|นั้น|จะ|เป็น|รับ|ช่วย|ให้)[^ ]{3,60}แล้ว|ถึงแม้(?:ว่า)?[^“]{10,90} แต่|แม้(?:ว่า|จะ)[^“]{10,90} แต่"
)
SUMS_UP: Final = "ทั้งหมดนี้"
#: "What matters is …"
MATTER: Final = re.compile("สิ่ง(?:ที่|สำคัญ)[^“]{0,50}?คือ")
#: Bodies, people and doings with an auxiliary that makes them a subject.
SUBJECT: Final = re.compile(
    "(?:รัฐบาล|ประเทศไทย|ไทย|กระทรวง[ก-๎]{2,30}?|กรม[ก-๎]{2,25}?|ธนาคาร|กองทุน|ที่ประชุม)ฯ? ?"
    "(?:จะ|ได้|ต้อง|ยัง|ก็|ขอ|พร้อม|สามารถ|กำลัง|ไม่ได้|มุ่ง|ยืนยัน)"
    "|การ[ก-๎]{4,40}?(?:จะ|จึง|ต้อง|ถือ(?!ครอง|หุ้น))"
    "|(?:ประชาชน|เกษตรกร|ผู้[ก-๎]{2,20}?|เจ้าหน้าที่|นายจ้าง|ลูกจ้าง|นักท่องเที่ยว) ?(?:จะ|ต้อง|สามารถ|ก็|ไม่สามารถ)"
)
#: Beginnings that wait for their main clause, or go on with the clause before.
_WAITS: Final = re.compile(
    "“?(?:(?:โดย|ซึ่ง)?หาก|เมื่อ|กรณี|ในกรณี|แม้|ถึงแม้|ตามที่|ถ้า|สำหรับ|ภายหลัง|หลัง|เนื่อง|ด้วย|จาก|ใน|ณ |ที่|วันที่|วันนี้|เพื่อ|ส่วน|เวลา|ระหว่าง"
    "|นอกจาก(?!นี้|นั้น)|นอกเหนือ|ภายใต้|การที่|ตลอด|ขณะ)"
)
#: The same for the last phrase, where "in order to" and "in" merely close a complete sentence.
_WAITS_LAST: Final = re.compile(
    "“?(?:(?:โดย|ซึ่ง|และ)?หาก|เมื่อ|กรณี|ในกรณี|แม้|ถึงแม้|ตามที่|ถ้า|สำหรับ|ภายหลัง|หลังจาก|ส่วน|การที่|ขณะ|ณ |วันที่|วันนี้|ระหว่าง"
    "|ใน(?:วัน|ปี|ช่วง|เดือน|ระหว่าง|โอกาส|ส่วน)|เนื่อง|นอกจาก|นอกเหนือ|ภายใต้|จากการ|ในการ|ทันที)"
)
_GOES_ON: Final = re.compile("ซึ่ง|โดย|และ|หรือ|เช่น|อาทิ")
_PREDICATE: Final = re.compile("จะ|ได้|ต้อง|สามารถ|ยัง|ก็|จึง|กำลัง|ขอ|มี|เป็น|ให้|ทำ|กล่าว|คือ|พบ|ร่วม|เพิ่ม|ลด|ไม่")
_TOPIC: Final = "นั้น"
_AFTER_TOPIC: Final = (_TOPIC, "เช่นนี้", "ว่า", "รวมทั้ง", "และ")


#: What statements and beginnings are asked to end in.
ENDS: Final = (*CLOSED_STATEMENT, *QUESTION, *_AFTER_TOPIC)


def statement(text: str, position: int, start: int, phrase: int, *, known: bool = True) -> str | None:
    """The rule by which a sentence with its subject first begins after a space; None if none does.

    Args:
        text: The paragraph.
        position: Offset of the space.
        start: Offset at which the sentence before the space began.
        phrase: Offset at which its last phrase began.
        known: Whether one of `ENDS` may stand before the space.
    """
    if position - start < _SHORTEST_STATEMENT or (known and text.endswith(_TOPIC, 0, position)):
        return None
    after = position + 1
    if (
        known
        and text.endswith(CLOSED_STATEMENT, 0, position)
        and SPEAKER.match(text, after, after + _SPEAKER_REACH)
    ):
        return "speaker"
    if known and text.endswith(QUESTION, 0, position) and ANSWER.match(text, after):
        return "question-answer"
    near = text[after : after + _SUBJECT_REACH]
    if ("นี้" in near or "ดังกล่าว" in near) and SAME_SUBJECT.match(near):
        return "same-subject"
    if (
        THEREFORE.match(text, after, after + _REACH)
        and not _BODY.search(text[max(0, position - _BODY_REACH) : position])
        and not text.startswith(_PURPOSE, start)
        and not CAUSE.search(text, max(start, after - _CAUSE_REACH), after)
    ):
        return "therefore"
    if (
        position - phrase < _SHORTEST_PHRASE
        or (known and text.endswith(_AFTER_TOPIC, 0, position))
        or not _is_complete(text, phrase, position, _WAITS if phrase == start else _WAITS_LAST)
    ):
        return None
    return _after_complete(text, after, phrase)


def _is_complete(text: str, phrase: int, position: int, waits: re.Pattern[str]) -> bool:
    """Whether what stands before a space can be a sentence of its own.

    Its last phrase has some length and a predicate, and does not open with a word that waits for a main
    clause ("if", "after", "in order to"). Only that phrase is looked at, so that an edit of the sentences
    before changes nothing.
    """
    return _PREDICATE.search(text, phrase, position) is not None and not waits.match(text, phrase, position)


def _after_complete(text: str, after: int, phrase: int) -> str | None:
    """The rule by which a sentence begins at `after` if what stands before it is complete."""
    if FIRST_PERSON.match(text, after):
        return "first-person"
    if THIS.match(text, after, after + _REACH) or text.startswith(SUMS_UP, after):
        return "same-subject"
    if BESIDES.match(text, after, after + _REACH):
        return "besides"
    if MATTER.match(text, after, after + _REACH):
        return "matter"
    if SUBJECT.match(text, after, after + _REACH) and not _GOES_ON.match(text, phrase):
        return "subject"
    return None
