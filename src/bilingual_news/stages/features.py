"""What the models look at around one space, feature by feature.

This is what a feature is, for training and for tests. The product adds up the same features for all spaces
of a text at once, see `sums`; a property test holds the two equal.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from bilingual_news.stages.alternatives import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_AFFIX: Final = 12
#: Characters looked at beyond the phrases beside a space, and the sizes of their affixes.
FAR_REACH: Final = 6
FAR_SIZES: Final = (2, 4, FAR_REACH)
#: Lengths of phrases, in characters, at which another feature begins.
LENGTHS: Final = (3, 6, 10, 15, 20, 27, 35, 45, 60, 80, 110, 150)
#: Words whose presence near a space says something about clauses: verbs, auxiliaries, connectives.
CLAUSE_WORDS: Final = (
    "กระทรวง", "รัฐมนตรี", "ดังกล่าว", "เปิดเผย", "สามารถ", "ประเทศ", "กำลัง", "กล่าว", "ระบุ", "ต้อง",
    "อาจ", "ควร", "เป็น", "เคย", "ได้", "มี", "จะ", "คือ", "ถูก", "ไม่", "จึง", "ก็", "ยัง", "แล้ว",
    "ขอ", "ให้", "ทำ", "ใช้", "พบ", "ที่", "ซึ่ง", "และ", "หรือ", "แต่", "โดย", "เพื่อ", "ว่า", "นี้",
    "นั้น", "เขา", "เธอ", "เรา", "มัน", "ผม", "ฉัน", "พวก", "อยู่", "ไป", "มา", "ขึ้น", "ลง", "ด้วย",
    "นาย", "นาง", "คน", "การ", "ความ", "ๆ", "ฯ",
)  # fmt: skip
ANY_CLAUSE_WORD: Final = any_of(CLAUSE_WORDS)
RIGHT_WINDOW: Final = 80
LEFT_WINDOW: Final = 60


def features(text: str, spaces: Sequence[int], index: int) -> list[str]:
    """Names of the features around one space: affixes and lengths of its phrases, words near it.

    A phrase is what stands between two spaces. Nothing farther than two phrases is looked at, so that
    an edit changes scores only in its neighbourhood.
    """
    position = spaces[index]
    left_start = spaces[index - 1] + 1 if index else 0
    right_end = spaces[index + 1] if index + 1 < len(spaces) else len(text)
    left, right = text[left_start:position], text[position + 1 : right_end]
    names = ["L" + left[-size:] for size in range(1, min(LONGEST_AFFIX, len(left)) + 1)]
    names += ["R" + right[:size] for size in range(1, min(LONGEST_AFFIX, len(right)) + 1)]
    if len(left) <= LONGEST_AFFIX:
        names.append("L^" + left)
    if len(right) <= LONGEST_AFFIX:
        names.append("R$" + right)
    before = left_start - 1 - (spaces[index - 2] if index > 1 else -1)
    after = (spaces[index + 2] if index + 2 < len(spaces) else len(text)) - right_end
    size_left, size_right = bisect_left(LENGTHS, len(left)), bisect_left(LENGTHS, len(right))
    names += [
        f"l{size_left}",
        f"r{size_right}",
        f"x{size_left // 2},{size_right // 2}",
        f"b{bisect_left(LENGTHS, before)}",
        f"a{bisect_left(LENGTHS, after)}",
    ]
    end_before = text[max(0, left_start - 1 - FAR_REACH) : max(0, left_start - 1)]
    start_after = text[right_end + 1 : right_end + 1 + FAR_REACH]
    for size in FAR_SIZES:
        names += [
            "P" + end_before[-size:],
            "N" + start_after[:size],
            "e" + right[-size:],
            "s" + left[:size],
        ]
    names += ["w" + word for word in set(ANY_CLAUSE_WORD.findall(right[:RIGHT_WINDOW]))]
    names += ["v" + word for word in set(ANY_CLAUSE_WORD.findall(left[-LEFT_WINDOW:]))]
    # Short phrases give some names twice; a feature is there or not.
    return list(dict.fromkeys(names))
