"""A check of conditions and limits: if, unless, except, only.

Thai and English state them in few words, so that a side without any of them has lost one. The words were
chosen on the development half of the pairs (docs/check-quality.md): of 10,720 correct pairs it speaks of
eight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair


@dataclass(frozen=True, slots=True)
class _Cue:
    """What the Thai states and how English may.

    Attributes:
        sign: What is there whenever the Thai states it.
        thai: Where the Thai states it, in its first group.
        english: Any word that may render it.
        expected: For the message.
    """

    sign: str
    thai: re.Pattern[str]
    english: re.Pattern[str]
    expected: str


#: A clause begins here: หาก and ถ้า stand inside many other words (พระมหากษัตริย์, การแก้ไขปัญหาการ).
_CLAUSE: Final = (
    r"(?:(?<![ก-์.])|(?<=แต่)|(?<=และ)|(?<=ซึ่ง)|(?<=ว่า)|(?<=โดย)|(?<=เพราะ)|(?<=ดังนั้น)"
    r"|(?<=ทั้งนี้))"
)
#: After these the Thai wishes, compares or looks ahead, and English has "to", "compared with", "looking".
_NO_CONDITION: Final = r"(?!ต้องการ|ประสงค์|สนใจ|เปรียบ|เทียบ|หาก|มอง|พูด|ถาม|กระทำ|ยังเป็น|หลาย|อย่างนั้น|งั้น|เช่นนั้น)"
_IF = lazily(
    r"\b(?:if|should|unless|whether|in case|in the event|provided|when|whenever|where|otherwise|once|"
    r"were|had|assuming|any|anyone|anybody|anything|whoever|as long as|until|cases?|without|would|could)\b",
    re.IGNORECASE,
)
_CUES: Final = (
    _Cue("หาก", lazily(f"{_CLAUSE}(หาก){_NO_CONDITION}"), _IF, "if"),
    _Cue("ถ้า", lazily(f"{_CLAUSE}(ถ้า){_NO_CONDITION}"), _IF, "if"),
    _Cue(
        "เว้น",
        # What is waived or exempted (ยกเว้นภาษี) is no exception.
        lazily(r"(เว้นแต่|(?<!ได้รับ)(?<!การ)ยกเว้น(?!ภาษี|ค่า|อากร|การ|ตรวจ|เงิน|ให้|ไม่|โทษ|ภ))"),
        lazily(
            r"\b(?:unless|except\w*|exclud\w*|exempt\w*|other than|apart from|aside from|save for|without|"
            r"waiv\w*|but not|barring|not subject|cancel\w*|free of|only)\b",
            re.IGNORECASE,
        ),
        "except or unless",
    ),
    _Cue(
        "เท่านั้น",
        # Not the more … the more: ยิ่ง … เท่าไร ยิ่ง … เท่านั้น.
        lazily(r"^(?!.*ยิ่ง).*?(เท่านั้น)", re.DOTALL),
        lazily(
            r"\b(?:only|just|alone|sole|solely|exclusive\w*|merely?|simply|single|limited|strictly|purely|"
            r"no other|nothing but|but)\b",
            re.IGNORECASE,
        ),
        "only",
    ),
    _Cue("ทั้งปรับ", lazily("(ทั้งจำทั้งปรับ)"), lazily(r"\bboth\b", re.IGNORECASE), "or both"),
)
_ADDED = lazily(r"\b(?:if|unless)\b", re.IGNORECASE)
#: Thai of which one is there wherever a correct English text has an "if".
_MAY_BE_IF = lazily(
    "หาก|ถ้า|กรณี|เมื่อ|ว่า|หรือ|เว้น|ไหม|แม้|ไม่|เผื่อ|ราวกับ|ต่อให้|ดู|เหมือน|สมมติ|มี|นอกจาก|คราว|ยาม|ก็|ย่อม|"
    "อาจ|ให้|เลือก|IF|if"
)


#: What Thai conditions and limits cannot do without.
SIGNS: Final = tuple(cue.sign for cue in _CUES)


class Conditions:
    """If, unless, except, only."""

    id: ClassVar[str] = "condition"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A condition or limit of the Thai (หาก, ถ้า, เว้นแต่, ยกเว้น, เท่านั้น, ทั้งจำทั้งปรับ) has no English (if, "
        "unless, except, only, or both), or the English has an if for which the Thai has nothing."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        source, target = pair.source, pair.target
        if not target:
            return
        for cue in _CUES:
            if cue.sign not in source:
                continue
            match = cue.thai.search(source)
            if match and not cue.english.search(target):
                text = f"{match[1]} has no English: expected {cue.expected}, or other words for it"
                yield Problem(text, match.span(1))
        added = _ADDED.search(target)
        if added and not _MAY_BE_IF.search(source):
            text = f"{added[0]!r} makes a condition, and nothing in the Thai does: delete or correct it"
            yield Problem(text, None, added.span())
