"""Checks of the English as text: copied, cut, padded, badly spaced, punctuated or encoded."""

from __future__ import annotations

import re
import unicodedata
from math import exp, log
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.dated import rest_of
from bilingual_news.checks.script import KEPT
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily
from bilingual_news.repetition import phrases_twice, slips
from bilingual_news.text import thai_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair


class Untranslated:
    """A copy of the source."""

    id: ClassVar[str] = "untranslated"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "The English is a copy of the Thai, or mostly Thai."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        target = pair.target
        if not target or target.isascii():
            return
        share = thai_share(KEPT.sub("", target)) if _THAI.search(target) else 0.0
        if target == pair.source and share > 0:
            yield Problem("the English is a copy of the Thai")
        elif share > _MOSTLY:
            yield Problem("the English is mostly Thai")


_THAI = lazily("[\u0e01-\u0e5b]")
_MOSTLY: Final = 0.5


class Length:
    """Too short or too long.

    The expected length and its limits were fitted by `benchmarks/length_model.py` on the development half
    of government news, translated news and documentation: weighted least squares over the kinds of
    characters, and limits beyond 99.8 % of the residuals' logarithms of each source and length. Of the
    correct pairs of that half 12 in 10,720 lie so closely below the upper limit and have several sentences.
    """

    id: ClassVar[str] = "length"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The English is far shorter or longer than translations of Thai of that length are: something is "
        "cut off, left out or invented."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        found = len(pair.target)
        if len(pair.source) < _SHORT_SOURCE or not found:
            return
        if is_usual_length(pair.source, found):
            return
        expected = expected_length(pair.source)
        low, high = next((low, high) for length, low, high in _LIMITS if expected >= length)
        deviation = log(found / expected)
        if -low <= deviation <= high - _OF_SENTENCES or _is_dated(pair.source, pair.target):
            return
        if deviation < -low:
            yield Problem(f"{found} characters where about {expected:.0f} are usual: something is missing")
        elif deviation > high or (deviation > high - _OF_SENTENCES and _NEXT_SENTENCE.search(pair.target)):
            yield Problem(f"{found} characters where about {expected:.0f} are usual: something is added")


def _is_dated(source: str, target: str) -> bool:
    """Whether a text is much dates and figures, and what is left of it has a usual length."""
    if expected_length(source) > _SHORT_EXPECTED or (rest := rest_of(source, target)) is None:
        return False
    thai, english = rest
    if len(thai) < _BARE:
        return len(english) < 2 * _BARE
    return abs(log(max(len(english), 1) / expected_length(thai))) < _OF_REST


#: Of texts of which so much is expected, dates and figures may be most.
_SHORT_EXPECTED: Final = 120
#: Beside dates and figures alone a word or two may stand: "On".
_BARE: Final = 10
_OF_REST: Final = 0.9


_SHORT_SOURCE: Final = 20
#: From so many expected characters on, how much the logarithm may fall short and exceed.
_LIMITS: Final = (
    (250, 0.46, 0.43), (170, 0.48, 0.50), (110, 0.57, 0.54),
    (70, 0.57, 0.62), (40, 0.60, 0.70), (0, 0.98, 0.88),
)  # fmt: skip
#: What is invented comes in sentences: an English text of several of them has so much less to spare.
_OF_SENTENCES: Final = 0.06
_NEXT_SENTENCE = lazily(r"[a-z\d)”\"][.?!][”\")]? [A-Z“\"]")
#: Between these factors a length is usual by the narrowest of the limits.
_SURELY_LOW: Final = exp(0.001 - min(low for _, low, _ in _LIMITS))
_SURELY_HIGH: Final = exp(min(high for _, _, high in _LIMITS) - _OF_SENTENCES - 0.001)
_SHORTEST_EXPECTED: Final = 8.0
#: English that the Thai adds in brackets is not translated once more: สภารัฐของจีน (China's State Council).
_IN_BRACKETS = lazily(r"\([^()ก-๛]*[A-Za-z][^()ก-๛]*\)")

#: An abbreviation of several letters, which English mostly writes out: อบจ., กทม., both parts of รพ.สต.
_LONG_ABBREVIATION = lazily(r"[ก-ฮ]{2}\.")


def is_usual_length(source: str, found: int) -> bool:
    """Whether so many characters of English are usual beside a Thai text by the narrowest of the limits."""
    return len(source) < _SHORT_SOURCE or _SURELY_LOW < found / expected_length(source) < _SURELY_HIGH


def expected_length(source: str) -> float:
    """About how many characters the English of a Thai text has; see Length."""
    latin = sum(len(m[0]) for m in _IN_BRACKETS.finditer(source)) if "(" in source else 0
    # Thai characters take three bytes in UTF-8 and ASCII one.
    ascii_ = (3 * len(source) - len(source.encode(errors="surrogatepass"))) // 2
    spaces, dots = source.count(" "), source.count(".")
    named = len(_LONG_ABBREVIATION.findall(source)) if dots else 0
    short = 1.9 * (dots + source.count("ฯ")) + 8 * named
    expected = 1.15 * (len(source) - ascii_) + 2.3 * spaces + 0.5 * (ascii_ - spaces - latin) + short - 4
    return max(expected, _SHORTEST_EXPECTED)


class LowConfidence:
    """A weak machine translation."""

    id: ClassVar[str] = "low-confidence"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The model was very unsure of a word of this untouched machine translation (log-probability "
        "below -6)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.minimum is not None and pair.minimum < _UNSURE and pair.target:
            text = f"the model was unsure of a word (log-probability {pair.minimum:.1f})"
            yield Problem(f"{text}: compare the whole segment with the Thai")


_UNSURE: Final = -6.0


class Truncated:
    """An end in the middle of a sentence."""

    id: ClassVar[str] = "truncated"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English ends in an article, auxiliary or conjunction, in a hyphen or an opening bracket, and "
        "the Thai does not."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        start = max(0, len(pair.target) - _LONGEST_CUT)
        match = _CUT.search(pair.target, start)
        if match and not _THAI_CUT.search(pair.source, max(0, len(pair.source) - _LONGEST_CUT)):
            text = f"the English ends in {match[0].strip()!r}: its end may be cut off"
            yield Problem(text, None, match.span())


_LONGEST_CUT: Final = 10
#: After these, which end nearly every sentence, nothing is cut off: `_CUT` matches none of them.
WHOLE_ENDS: Final = frozenset(".?!)”")
CUT_WORDS: Final = (
    "the", "a", "an", "their", "its", "his", "very", "and", "or", "from", "at", "into", "which", "who",
    "will", "has", "would", "should", "could", "must", "also", "between", "about", "were", "been",
)  # fmt: skip
_CUT = lazily(rf"(?:\b(?:{'|'.join(CUT_WORDS)})|[(\[“]|\w-)\s*$")


#: A segment whose Thai ends in a conjunction, preposition or verb that something follows.
_THAI_CUT = lazily(r"(?:และ|หรือ|ใน|ณ|จาก|ของ|กับ|สู่|โดย|แบ่งเป็น|ระหว่าง|ซึ่ง|เพื่อ|ว่า|ให้|ต่อ|ถึง|แก่|ตาม|ที่)\s*$")


class DecoderLimit:
    """A machine translation that the decoder broke off."""

    id: ClassVar[str] = "decoder-limit"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The decoder reached its greatest length in this untouched machine translation: its end is missing."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.at_limit and pair.target:
            end = len(pair.target)
            yield Problem(
                "the decoder stopped at its limit: the end is missing", None, (max(0, end - 1), end)
            )


class Whitespace:
    """Outer white space."""

    id: ClassVar[str] = "outer-space"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "The English begins or ends with white space, or holds a line break."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        target = pair.target
        if not target.strip():
            return
        size = len(target)
        if target[0].isspace():
            yield Problem(
                "white space at the beginning: delete it", None, (0, size - len(target.lstrip())), ""
            )
        elif target[-1].isspace():
            yield Problem("white space at the end: delete it", None, (len(target.rstrip()), size), "")
        elif "\n" in target or "\r" in target or "\t" in target:
            yield Problem("a line break or tab inside a segment: write a space")


class DoubledSpace:
    """Doubled space."""

    id: ClassVar[str] = "double-space"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = "Two spaces stand together."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        at = pair.target.strip().find("  ")
        if at >= 0:
            at += len(pair.target) - len(pair.target.lstrip())
            yield Problem("two spaces: delete one", None, (at, at + 2), " ")


class DoubledWord:
    """Doubled word."""

    id: ClassVar[str] = "double-word"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A word (the the) or a phrase of up to six words stands twice in a row; had had and that that may."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for word in dict.fromkeys(slips(pair.target, pair.source)):
            twice = re.search(rf"(?<!\S){re.escape(word)}\s+{re.escape(word)}(?!\S)", pair.target)
            assert twice is not None  # a slip is two words between spaces
            yield Problem(f"{word!r} stands twice: delete one", None, twice.span(), word)
        for match in phrases_twice(pair.target, pair.source):
            yield Problem(f"{match[1]!r} stands twice: delete one", None, match.span(), match[1])


class Brackets:
    """Brackets."""

    id: ClassVar[str] = "brackets"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A bracket is opened and not closed, or the other way, unlike in the Thai."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for opening, closing in ("()", "[]"):
            if opening not in pair.target and closing not in pair.target:
                continue
            found = _unpaired(pair.target, opening, closing)
            if any(found) and found != _unpaired(pair.source, opening, closing):
                side = closing if found[0] else opening
                yield Problem(f"a {side} is missing in the English")


_NO_BRACKETS: Final = bytes(code for code in range(256) if chr(code) not in "()[]")


def are_paired(text: str) -> bool:
    """Whether every bracket is closed after it was opened, which no list marker is."""
    brackets = text.encode("ascii", "ignore").translate(None, _NO_BRACKETS)
    return not brackets.replace(b"()", b"").replace(b"[]", b"")


def _unpaired(text: str, opening: str, closing: str) -> tuple[int, int]:
    """How many brackets are not closed and how many not opened; 1) and ก) open lists and are left out."""
    depth = without = 0
    for match in re.finditer(rf"[{re.escape(opening + closing)}]", text):
        if match[0] == opening:
            depth += 1
        elif depth:
            depth -= 1
        elif closing != ")" or not _is_list_marker(text, match.end()):
            without += 1
    return depth, without


def _is_list_marker(text: str, end: int) -> bool:
    """Whether a bracket that ends there closes the marker of a list; only what is close is looked at."""
    start = max(0, end - _LONGEST_MARKER)
    match = _LIST_MARKER.search(text[start:end])
    return match is not None and (not start or match.start() > 0)


_LONGEST_MARKER: Final = 60
#: At the end of a text: the marker of a list, 1) ก) a) iv) 2.1).
_LIST_MARKER = lazily(r"(?:^|[\s“\"';:])(?:\d{1,2}(?:\.\d+)*|[A-Za-zก-ฮ]|[ivx]+)\)$")


class Invisible:
    """Control and bidirectional characters."""

    id: ClassVar[str] = "invisible"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A control, zero-width or bidirectional character hides in the English (CVE-2021-42574, trojan "
        "source)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if pair.target.isascii() and pair.target.isprintable():
            return
        for match in _INVISIBLE.finditer(pair.target):
            name = unicodedata.name(match[0], "control character")
            text = f"invisible character U+{ord(match[0]):04X} ({name}): delete it"
            yield Problem(text, None, match.span())


_INVISIBLE = lazily(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]"
)


class Markup:
    """HTML."""

    id: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "HTML tags or entities stand in the English and not in the Thai."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if "<" not in pair.target and "&" not in pair.target:
            return
        # Asked once: to look through a long Thai text for each of many tags takes long.
        is_plain = "<" not in pair.source and "&" not in pair.source
        for match in _MARKUP.finditer(pair.target):
            if is_plain or match[0] not in pair.source:
                yield Problem(f"HTML in the English: {match[0]}: write plain text", None, match.span())


_MARKUP = lazily(r"</?[A-Za-z][^<>]{0,80}>|&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-z]{2,8});")
