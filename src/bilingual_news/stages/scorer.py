"""The small models over space positions, asked where the rules are silent.

A model is a table of weights of named features, trained by training/segmenter/ (logistic regression)
and read from `data/`. Its score is the sum of the weights of the features found around one space: the
log-odds that a sentence ends there. Two kinds of text end their sentences so differently that each has
a model and a threshold of its own: government news (3 % of the spaces) and translated news (18 %). A
third table of marker words tells which kind a text is.

Plain Python and the standard library: one score takes about ten microseconds.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST_AFFIX: Final = 12
_LENGTHS: Final = (3, 6, 10, 15, 20, 27, 35, 45, 60, 80, 110, 150)
#: Words whose presence near a space says something about clauses: verbs, auxiliaries, connectives.
_WORDS: Final = re.compile(
    "กระทรวง|รัฐมนตรี|ดังกล่าว|เปิดเผย|สามารถ|ประเทศ|กำลัง|กล่าว|ระบุ|ต้อง|อาจ|ควร|เป็น|เคย|ได้|มี|จะ|คือ|ถูก|"
    "ไม่|จึง|ก็|ยัง|แล้ว|ขอ|ให้|ทำ|ใช้|พบ|ที่|ซึ่ง|และ|หรือ|แต่|โดย|เพื่อ|ว่า|นี้|นั้น|เขา|เธอ|เรา|มัน|ผม|ฉัน|พวก|อยู่|"
    "ไป|มา|ขึ้น|ลง|ด้วย|นาย|นาง|คน|การ|ความ|ๆ|ฯ"
)
_RIGHT_WINDOW: Final = 80
_LEFT_WINDOW: Final = 60
#: A marker word counts this often at most, so that one word repeated says no more than a few.
_MARKER_CAP: Final = 3


#: Translated news has a sentence every 110 characters; the reward of a boundary grows with the logarithm
#: of the length so far. Weight and threshold (-1.5) by two-fold cross-validation on NTREX-dev, where every
#: neighbour on the grid does within 0.005 as well; see docs/decisions/0042.
_USUAL_LENGTH: Final = 110
_LENGTH_WEIGHT: Final = 0.3
_SHORTEST_LOG: Final = -2.0
_LONGEST_LOG: Final = 1.0


class TextKind(StrEnum):
    """How a text marks its sentences."""

    GOVERNMENT = "government"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of a linear model.

    Attributes:
        threshold: Scores (log-odds) from here on are boundaries.
        weights: Weight of each feature; others weigh nothing.
        bias: Score of a space without any known feature.
    """

    threshold: float
    weights: Mapping[str, float]
    bias: float

    def score(self, text: str, spaces: Sequence[int], index: int) -> float:
        """Log-odds that a sentence ends at `spaces[index]`; every space of `text` is in `spaces`."""
        get = self.weights.get
        return self.bias + sum([get(name, 0.0) for name in features(text, spaces, index)])


def length_prior(length: int) -> float:
    """What a model's score gains or loses if the sentence before a space holds `length` characters."""
    surplus = math.log(max(length, 1) / _USUAL_LENGTH)
    return _LENGTH_WEIGHT * min(max(surplus, _SHORTEST_LOG), _LONGEST_LOG)


def features(text: str, spaces: Sequence[int], index: int) -> list[str]:
    """Names of the features around one space: affixes and lengths of its phrases, words near it.

    A phrase is what stands between two spaces. Nothing farther than two phrases is looked at, so that
    an edit changes scores only in its neighbourhood.
    """
    position = spaces[index]
    left_start = spaces[index - 1] + 1 if index else 0
    right_end = spaces[index + 1] if index + 1 < len(spaces) else len(text)
    left, right = text[left_start:position], text[position + 1 : right_end]
    names = ["L" + left[-size:] for size in range(1, min(_LONGEST_AFFIX, len(left)) + 1)]
    names += ["R" + right[:size] for size in range(1, min(_LONGEST_AFFIX, len(right)) + 1)]
    if len(left) <= _LONGEST_AFFIX:
        names.append("L^" + left)
    if len(right) <= _LONGEST_AFFIX:
        names.append("R$" + right)
    before = left_start - 1 - (spaces[index - 2] if index > 1 else -1)
    after = (spaces[index + 2] if index + 2 < len(spaces) else len(text)) - right_end
    size_left, size_right = bisect_left(_LENGTHS, len(left)), bisect_left(_LENGTHS, len(right))
    names += [
        f"l{size_left}",
        f"r{size_right}",
        f"x{size_left // 2},{size_right // 2}",
        f"b{bisect_left(_LENGTHS, before)}",
        f"a{bisect_left(_LENGTHS, after)}",
    ]
    end_before, start_after = (
        text[max(0, left_start - 7) : max(0, left_start - 1)],
        text[right_end + 1 : right_end + 7],
    )
    for size in (2, 4, 6):
        names += [
            "P" + end_before[-size:],
            "N" + start_after[:size],
            "e" + right[-size:],
            "s" + left[:size],
        ]
    names += ["w" + word for word in set(_WORDS.findall(right[:_RIGHT_WINDOW]))]
    names += ["v" + word for word in set(_WORDS.findall(left[-_LEFT_WINDOW:]))]
    # Short phrases give some names twice; a feature is there or not.
    return list(dict.fromkeys(names))


@lru_cache
def model(kind: TextKind) -> Model | None:
    """The shipped model for a kind of text; None where the rules alone proved better."""
    return read_model(f"sentences-{kind}.tsv")


def read_model(name: str) -> Model | None:
    """Read a table of weights of the package data.

    The first line holds `#`, a remark on origin and licence; the second threshold and bias; each other
    line the names of features of one weight, in thousandths.
    """
    source = resources.files("bilingual_news.stages") / "data" / name
    if not source.is_file():
        return None
    return parse_model(source.read_text(encoding="utf-8"))


def parse_model(content: str) -> Model:
    """A model from the text of its file; see `read_model`."""
    lines = content.split("\n")
    threshold, bias = map(float, lines[1].split("\t"))
    weights: dict[str, float] = {}
    for line in lines[2:]:
        if line:
            weight, *names = line.split("\t")
            weights.update(dict.fromkeys(names, int(weight) / 1000))
    return Model(threshold, weights, bias)


def text_kind(text: str) -> TextKind:
    """Whether a text ends its sentences like translated news or like government news.

    The answer is for whole texts: marker words such as "he", "according to" and "dollar" against
    "ministry", "province" and "B.E.". Without enough evidence a text counts as government news, where
    the model is asked for less.
    """
    found = _markers()
    if found is None:
        return TextKind.GOVERNMENT
    pattern, table = found
    counts: dict[str, int] = {}
    for word in pattern.findall(text):
        counts[word] = counts.get(word, 0) + 1
    score = table.bias + sum(table.weights[word] * min(count, _MARKER_CAP) for word, count in counts.items())
    return TextKind.TRANSLATED if score >= table.threshold else TextKind.GOVERNMENT


@lru_cache
def _markers() -> tuple[re.Pattern[str], Model] | None:
    table = read_model("text-kind.tsv")
    if table is None:
        return None
    words = sorted(table.weights, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))), table
