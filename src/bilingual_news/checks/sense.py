"""Checks of what a sentence claims and asks: negation and questions.

Thai negates with ไม่, มิ, ห้าม, อย่า; English has many ways, and Thai has set phrases with ไม่ that
English puts positively (ไม่เกิน up to, ไม่ว่า whether). Both lists were made from 16,000 pairs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

_NEGATION = re.compile(
    r"ไม่(?!กี่|นาน|เต็มใจ|หลับ|เอาน่า|ประมาท|พบ|ติดต่อ|ประสงค์|ย่อย|แสดงอาการ|มีอาการ|อย่างนั้น|ไร้|น้อยกว่า|ก่อความไม่|สงบ|ต่ำกว่า|เกิน|ว่า|เพียง|แพ้|น้อย|มาก|ช้า|หยุด|ขาด|เสีย|ถึง|ครบ|มีค่าใช้จ่าย|หวังดี|สิ้นสุด|"
    r"นับรวม|รวม|สบาย|พอ|เท่า|จำกัด|ทัน|ย่อท้อ|ลดละ|ปกติ|เห็น|แน่|พึง|มีวัน|ใช้|ต้องการ|ร้าย|เท่า|มีที่สิ้นสุด|ยาก|ดี|สูง|ได้คิด|"
    r"ให้|ปฏิบัติ|อาจ(?:หลีก|ปฏิเสธ)|ถูกต้อง|มั่นคง|ปลอดภัย|เหมาะสม|รุนแรง|สามารถหลีก|ชอบ|สุจริต|เป็นธรรม|เป็นระเบียบ)|"
    r"(?<!ที่สุด)(?<!า)มิ(?:ได้|ใช่|อาจ|ควร)|(?<!ต้อง)ห้าม(?!ี|ปราม|เผา|ออกนอก|ล้อ|เลือด)"
)
_SOFT = re.compile(r"หรือไม่|ไม่ได้(?!รับ|มี|อยู่|เป็น|ทำ|ให้)|หลีกเลี่ยงไม่|เป็นไปไม่|ไม่ใช่|อย่างไม่|โดยไม่|ที่ไม่|ไม่ต้อง")
_ENGLISH = re.compile(
    r"\b(?:no|not|non|never|none|nor|neither|without|cannot|nothing|nobody|nowhere|unable|fail\w*|lack\w*|"
    r"refus\w*|den(?:y|ied|ies|ying)|prevent\w*|avoid\w*|prohibit\w*|ban|banned|bans|banning|forbid\w*|"
    r"regardless|irrespective|unless|except\w*|exclud\w*|exempt\w*|waiv\w*|less|fewer|short|hardly|rarely|"
    r"stop\w*|refrain\w*|absen\w*|miss\w*|zero|until|insufficient\w*|difficult\w*|beyond|instead|rather|"
    r"free|declin\w*|reject\w*|against|yet|only|beware|un[a-z]{3,}|im(?:possible|proper|mobile|passable)\w*|"
    r"il(?:legal|licit)\w*|ir(?:re|ra)\w+|in(?:ability|accur|active|adequ|appropr|cap|complete|consist|correct|direct|effic|"
    r"eligib|equal|equit|evit|exper|sec|stab|suffi|toler|valid|form|visible|conven)\w*|dis(?:agree|approv|continu|honest|regard|satisf|obey|qualif)\w*|"
    r"mis\w+|restrict\w*|suspend\w*|halt\w*|[a-z]+less|little|few|off|away|far|too|still|remain\w*|weak\w*|mild|poor\w*|breach\w*|violat\w*|disobey\w*|ceas\w*|keep|closed|warn\w*|barred|loss\w*)\b|n['’]t\b|\bnon-|-free\b",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\b(?:not|never|cannot|no)\b(?!\.|\s?\d)|n['’]t\b", re.IGNORECASE)
_NOT_NEGATION = re.compile(
    r"not only|no later|no more than|no less|no fewer|no longer|or not|whether", re.IGNORECASE
)
#: Thai that may call for an English negation besides ไม่ and its kin.
_NEGATIVE_SENSE = re.compile(
    "ไม่|มิ|ห้าม|อย่า|งด|ไร้|ปลอด|ปราศ|ขาด|เว้น|ยกเลิก|ปฏิเสธ|เลิก|พ้น|หยุด|ยังคง|ค้าง|กัน|เฉพาะ|เพียง|แทน|นอกจาก|"
    "ฟรี|No|no|ศูนย์|ระงับ|เลี่ยง|พลาด|หมด|ครั้งที่|คัดค้าน|เท็จ|ปลอม|ยาก|หาย|ผิด|บ่"
)


class Negation:
    """Negation lost or added."""

    id: ClassVar[str] = "negation"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The Thai negates (ไม่, มิ, ห้าม) and the English does not, or the English negates and nothing in "
        "the Thai does; set phrases such as ไม่เกิน (up to) do not count."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        source, target = pair.source, pair.target
        if not target:
            return
        if "ไม่" in source or "มิ" in source or "ห้าม" in source:
            match = _NEGATION.search(source)
            if match and not _ENGLISH.search(target) and not _SOFT.search(source):
                yield Problem(f"{match[0]} negates, and nothing in the English does", match.span())
            return
        strong = _STRONG.search(target)
        if strong and not _NOT_NEGATION.search(target) and not _NEGATIVE_SENSE.search(source):
            yield Problem(f"{strong[0]!r} negates, and nothing in the Thai does", None, strong.span())


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
            yield Problem("the Thai has a question mark, the English has none", (at, at + 1))
        elif "?" in pair.target and "?" not in pair.source and not _ASKS.search(pair.source):
            at = pair.target.index("?")
            yield Problem("the English asks, and the Thai does not", None, (at, at + 1))


_ASKS = re.compile("ไหม|มั้ย|หรือไม่|อะไร|ทำไม|อย่างไร|ใคร|เมื่อไร|ที่ไหน|หรือ|กี่|เท่าไร|ไหน|หรือยัง|เหรอ|ยังไง")
