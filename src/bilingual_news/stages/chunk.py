"""Cut sentences that are too long for the engine, and join the translations of the pieces.

Only the engine sees chunks: the unit of the catalog stays the sentence. The cut is the cheapest path
over the unprotected spaces; connectives that open a clause make a space cheap. On labelled thaigov
text 65 % of such cuts fell on a place that a person accepts, against 22 % for "the first safe space
after 100 characters".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from bilingual_news.stages.segment import decide
from bilingual_news.stages.words import words

_SHORTEST: Final = 40
_LONGEST: Final = 220
#: Reward of a space by the word after it, from the weights measured in the segmentation study.
_OPENERS: Final = (
    (re.compile("อีกทั้ง|นอกจากนี้|ทั้งนี้|ตลอดจน|รวมทั้ง|รวมถึง|พร้อมทั้ง|พร้อมด้วย"), 1.2),
    (re.compile("โดย|หาก|เนื่องจาก|เพราะ|แต่|ทำให้|ส่งผลให้"), 1.0),
    (re.compile("ซึ่ง|เพื่อ|จึง|และ(?=ได้|จะ|มี|ให้)"), 0.8),
    (re.compile("และ|หรือ|ที่|ให้|ใน|ณ "), 0.4),
)
_OTHER_SPACE: Final = 0.1
_OUT_OF_BOUNDS: Final = 2.0
_SENTENCE_END = re.compile(r"[.!?][”\")\]]?$")
_DOTTED_WORD = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Pol|No|Co|Ltd|Inc|St)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_FUNCTION_WORD = re.compile(
    r"(?:The|A|An|And|Or|But|It|This|These|That|They|To|In|On|At|By|With|For|From|As|Which|Who|While|"
    r"When|Where|If|Of|Including|Such|So|Because|There|Also|Its|Their|After|Before|During|Through)\b"
)


def cut(text: str, limit: int) -> tuple[str, ...]:
    """Cut a sentence into pieces that an engine handles well.

    Args:
        text: A normalised sentence.
        limit: Sentences up to this many characters stay whole.

    Returns:
        The pieces without the spaces between them; one piece if nothing was cut. No piece is longer
        than `limit` unless it holds a single word of that length.
    """
    if len(text) <= limit:
        return (text,)
    pieces = _at_spaces(text)
    return tuple(part for piece in pieces for part in _at_words(piece, limit))


def join(translations: list[str]) -> str:
    """Join the translations of the pieces of one sentence with the punctuation English wants.

    A full stop before a piece that goes on in lower case is dropped; a piece that goes on after no
    stop loses the capital of its function word.
    """
    joined = ""
    for piece in filter(None, (translation.strip() for translation in translations)):
        joined = _append(joined, piece) if joined else piece
    return joined


def _append(joined: str, piece: str) -> str:
    ended = bool(_SENTENCE_END.search(joined)) and not _DOTTED_WORD.search(joined)
    if ended and piece[0].islower() and joined.endswith("."):
        return f"{joined[:-1].rstrip(',;')}, {piece}"
    if not ended and _FUNCTION_WORD.match(piece):
        return f"{joined} {piece[0].lower()}{piece[1:]}"
    return f"{joined} {piece}"


def _at_spaces(text: str) -> list[str]:
    """The best path over the spaces that no rule protects."""
    edges = [0]
    rewards = [0.0]
    for decision in decide(text):
        if decision.boundary or decision.rule == "no-rule":
            edges.append(decision.position + 1)
            rewards.append(_reward(text, decision.position + 1))
    edges.append(len(text) + 1)
    rewards.append(0.0)
    best = [0.0] + [float("inf")] * (len(edges) - 1)
    back = [0] * len(edges)
    for right in range(1, len(edges)):
        for left in range(right - 1, -1, -1):
            length = edges[right] - edges[left] - 1
            if length > 2 * _LONGEST and left < right - 1:
                break
            cost = best[left] + 1.0 - rewards[right] + _length_cost(length)
            if cost < best[right]:
                best[right], back[right] = cost, left
    cuts = [len(edges) - 1]
    while cuts[-1]:
        cuts.append(back[cuts[-1]])
    cuts.reverse()
    return [text[edges[a] : edges[b] - 1] for a, b in pairwise(cuts)]


def _reward(text: str, position: int) -> float:
    return next((reward for opener, reward in _OPENERS if opener.match(text, position)), _OTHER_SPACE)


def _length_cost(length: int) -> float:
    if length < _SHORTEST:
        return _OUT_OF_BOUNDS * (_SHORTEST - length) / _SHORTEST
    if length > _LONGEST:
        return _OUT_OF_BOUNDS * (length - _LONGEST) / _SHORTEST
    return 0.0


def _at_words(piece: str, limit: int) -> list[str]:
    """Cut a run without usable spaces between words, as late as the limit allows."""
    if len(piece) <= limit:
        return [piece]
    parts = [""]
    for word in words(piece):
        if len(parts[-1]) + len(word) > limit and parts[-1]:
            parts.append("")
        parts[-1] += word
    return [part.strip() for part in parts if part.strip()]
