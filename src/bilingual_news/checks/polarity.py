"""Count the negations of a Thai text and of its English, each with the liberties translators take.

A Thai cue (ไม่, มิ…, ห้าม, อย่า) calls for an English negation, unless the English has one of the words
that render that phrase positively: ไม่เกิน "up to", ไม่รุนแรง "mild", ไม่ให้ "prevent". An English negation
is a plain one (not, no, never, without…) or a word with a negative sense (unable, fail, insufficient),
the latter only if no Thai word of the same sense explains it (ขาดแคลน → shortage).
The tables were made on one half of the documents of docs/check-quality.md and measured on the other.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final

from bilingual_news.checks.polarity_tables import OTHER, POSITIVE, RENDERED, SENSES
from bilingual_news.text import small

if TYPE_CHECKING:
    from collections.abc import Callable

Pattern = re.Pattern[str]
Rendering = tuple[Pattern, "Pattern | None"]


class Cue(Enum):
    """What a Thai cue demands of the English."""

    #: A negation.
    HARD = 1
    #: None more than the one before: ไม่มีญาติ ไม่มีบ้าน is "no relatives or home".
    REPEATED = 2
    #: None, for a word of the English may render it; but the English may negate all the same.
    RENDERED = 3
    #: None, and it explains none: the phrase is positive in English.
    POSITIVE = 4


#: What begins a negation; ต้องห้าม, ห้ามปราม, ห้ามล้อ and ไม้ are none.
_MI: Final = "มิ(?:ได้|ใช่|ควร|อาจ|ต้อง|ให้|สามารถ|ชอบ|เช่น|ฉะนั้น|เพียง|วาย)"
_YA: Final = "อย่า(?!ง)"
#: Each choice begins with its letters and looks back after them: so they are found in one fast scan.
CUE: Final = re.compile(rf"ไม่(?!้)|มิ(?<!สามิ){_MI[2:]}|ห้าม(?<!ต้องห้าม)(?!ี|ปราม|เลือด|ล้อ)|{_YA}")
_HAS_MI, _HAS_YA = re.compile(_MI), re.compile(_YA)
#: In small letters; every choice begins with a letter, see CUE.
_SURE = re.compile(
    r"u(?<!\wu)n(?:able|safe|clear|certain\w*|likely|pleasant|necessary|willing|affected|changed|desirable|fit|true|"
    r"aware|available|fair\w*)\b|"
    r"i(?<!\wi)(?:mpossible|nsufficient\w*|nadequate\w*|ncomplete\w*|ncorrect\w*|nappropriate\w*|mpassable|"
    r"nconsistent\w*)\b"
)
#: English in small letters that negates only in form, or that compares; see CUE.
_FORMAL = re.compile(
    r"n(?<!\wn)o(?:t (?:only|just|merely|simply|solely)\b|t? (?:later|more|less|fewer|lower|earlier|older|"
    r"smaller|younger|higher|greater) than\b|t (?:to )?exceed(?:ing)?\b|\. ?\d|s?\. | doubt\b|"
    r"t to mention\b| matter\b|t (?:below|under|over|above)\b|thing but\b)|"
    r"w(?<!\ww)hether or not\b|o(?<!\wo)r not\b|"
    r"i(?<!\wi)(?:s)n't (?:it|they|you|he|she|that)\b|a(?<!\wa)ren't (?:it|they|you|he|she|that)\b|"
    r"d(?<!\wd)(?:o|oes|id)n't (?:it|they|you|he|she|that)\b|w(?<!\ww)asn't (?:it|they|you|he|she|that)\b"
)
_NUMBER = re.compile(r"No(?<!\wNo)\b(?=\.? ?\d)")
_ONLY = re.compile(r"n(?<!\wn)ot (?:only|just|merely|simply|solely)\b")
_ONLY_THAI = re.compile("เท่านั้น|เพียง|แค่|อย่างเดียว")
#: Small English words that negate by themselves; don't and couldn'ts beside them.
PLAIN_WORDS: Final = (
    "no", "not", "never", "none", "neither", "without", "cannot", "nothing", "nobody", "nowhere",
)  # fmt: skip
_N = "|".join(word[1:] for word in PLAIN_WORDS if word[0] == "n")
_OTHERS = "|".join(rf"{word[0]}(?<!\w{word[0]}){word[1:]}\b" for word in PLAIN_WORDS if word[0] != "n")
#: In small letters; every choice begins with a letter, see CUE.
PLAIN: Final = re.compile(rf"n(?:(?<!\wn)(?:{_N})\b|['’]ts?\b)|{_OTHERS}")
_NOR = re.compile(r"\bnor\b")
_WORD = re.compile("[a-z]+")
_DO: Final = (
    r"d(?<=[a-z,] d)(?:oes|o|id) (?!not|n|so\b|it\b|this|that|the|these|those|his|her|your|my|their|our|its|"
    r"a\b|an\b|business|good|more|what|whatever|in\b|and\b|or\b|to\b|with|as\b|is\b|for\b|by\b|everything|something|"
    r"anything|all|well|best|better|away|things?|just|you|we|they|he|she|i\b|people|work|research|homework|harm|"
    r"exercise|exactly|likewise|now|wrong|right|other|another|any|some|badly|poorly|one|two|many|much|both|each)[a-z]+"
)
_EMPHATIC = re.compile(_DO)
_BARE = re.compile(
    rf"{_DO}|\b(?:has|have|is|are|was|were|had|do|does|did|can|could|will) yet (?!to\b|another|again)[a-z]+"
)
_BEFORE, _AFTER = 8, 14
_NEAR: Final = 60
_AT_ONCE: Final = 14
_SAME: Final = 6
_REACH: Final = 90


@cache
def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[Rendering, ...]:
    return tuple(
        (re.compile(thai), re.compile(rf"\b(?:{english})") if english else None) for thai, english in table
    )


@cache
def _senses() -> tuple[tuple[Pattern, Pattern], ...]:
    return tuple((re.compile(english), re.compile(thai)) for english, thai in SENSES)


#: Words that belong to no row of `SENSES`: nearly all.
_neutral: set[str] = set()
_MOST_NEUTRAL: Final = 1 << 16


def _sense(word: str) -> int:
    """The row of `SENSES` that an English word in small letters belongs to, or -1."""
    row = next((i for i, (pattern, _) in enumerate(_senses()) if pattern.fullmatch(word)), -1)
    if row < 0:
        if len(_neutral) > _MOST_NEUTRAL:
            _neutral.clear()
        _neutral.add(word)
    return row


def may_negate(source: str) -> bool:
    """Whether a Thai text may have a cue, by the quickest look; where this is false there is none."""
    return (
        "ไม่" in source
        or "ห้าม" in source
        or ("มิ" in source and _HAS_MI.search(source) is not None)
        or ("อย่า" in source and _HAS_YA.search(source) is not None)
    )


def cues(source: str, target: str) -> list[tuple[re.Match[str], Cue]]:
    """The negations of a Thai text, and what each demands of an English one."""
    out: list[tuple[re.Match[str], Cue]] = []
    lower = small(target)
    known: dict[Pattern, bool] = {}

    def says(english: Pattern) -> bool:
        """Whether the English has a rendering; each is looked for once in a text of any length."""
        if english not in known:
            known[english] = english.search(lower) is not None
        return known[english]

    for match in CUE.finditer(source):
        kind = _kind(source, says, match)
        if kind is Cue.HARD and out and _repeats(source, out[-1][0], match):
            kind = Cue.REPEATED
        out.append((match, kind))
    return out


def _kind(source: str, says: Callable[[Pattern], bool], cue: re.Match[str]) -> Cue:
    start = cue.start()
    begin, end = max(0, start - _BEFORE), cue.end() + _AFTER
    has_head = source[begin:start].endswith(_HEADS)
    for kind, (ahead, behind, renderings) in _tables():
        at_once = ahead.match(source, start, end)
        assert at_once is not None  # every choice is optional
        said = at_once.groups()
        before = behind if has_head else ()
        for number in (
            before if at_once.lastindex is None else range(at_once.lastindex if not before else len(said))
        ):
            if said[number] is None and not (
                number in before and _covers(renderings[number][0], source, start, (begin, end))
            ):
                continue
            english = renderings[number][1]
            if not english or says(english):
                return kind
    if says(_ONLY) and _ONLY_THAI.search(source, cue.end(), cue.end() + _REACH):
        return Cue.POSITIVE
    return Cue.HARD


def _covers(thai: Pattern, source: str, position: int, window: tuple[int, int]) -> bool:
    """Whether a phrase that may begin before a cue stands around it."""
    return any(m.start() <= position < m.end() for m in thai.finditer(source, *window))


#: What stands right before the cue in phrases that begin before it.
_HEADS: Final = ("หรือ", "อย่าง", "แทบ", "จะ", "หา", "ที่สุด", "อด", "โดย", "ป้องกัน", "ระวัง", "ยัง")

#: All rows from the first letter of a cue on; the numbers of those that may begin before it; the rows.
Table = tuple[Pattern, tuple[int, ...], tuple[Rendering, ...]]


@cache
def _tables() -> tuple[tuple[Cue, Table], ...]:
    """The tables for a look from the first letter of a cue on, all rows in one pattern."""
    out = []
    for kind, rows in ((Cue.POSITIVE, POSITIVE), (Cue.RENDERED, RENDERED)):
        ahead = re.compile("".join(f"(?:(?=({thai}))|)" for thai, _ in rows))
        behind = tuple(i for i, (thai, _) in enumerate(rows) if _may_begin_before(thai))
        out.append((kind, (ahead, behind, _compiled(rows))))
    return tuple(out)


def _may_begin_before(thai: str) -> bool:
    """Whether a choice of a row has letters before its cue: หรือไม่, ป้องกันไม่."""
    depth, choices = 0, [""]
    for char in thai:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += char
    return any(not _FROM_CUE.match(choice) for choice in choices)


_FROM_CUE = re.compile(r"(?:\(\?<[=!][^)]*\))?(?:ไม่|มิ|ห้าม|อย่า(?!ง)|\(\?:ไม่\|มิ\))")


def _repeats(source: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a cue follows at once, or one with the same word closely: English has one not for both."""
    if other.start() - one.end() < _AT_ONCE:
        return True
    same = source[one.start() : one.start() + _SAME] == source[other.start() : other.start() + _SAME]
    return same and other.start() - one.start() < _NEAR


def plain_negations(target: str, source: str) -> list[tuple[int, int]]:
    """Where an English text negates plainly, to do more than compare, and the Thai does not quote it."""
    lower = small(target)
    found = list(PLAIN.finditer(lower))
    if not found:
        return []
    if not ("or not" in lower or "n't" in lower or "No" in target) and not any(
        _FORMAL.match(lower, match.start()) for match in found
    ):
        return _unquoted([match.span() for match in found], source, target)
    blanked = _FORMAL.sub(_blank, lower)
    for match in _NUMBER.finditer(target):
        blanked = f"{blanked[: match.start()]}  {blanked[match.end() :]}"
    return _unquoted([match.span() for match in PLAIN.finditer(blanked)], source, target)


def _unquoted(spans: list[tuple[int, int]], source: str, target: str) -> list[tuple[int, int]]:
    """Those of some spans whose English word the Thai does not quote; each word is looked for once."""
    quoted = {word for word in {target[slice(*span)] for span in spans} if _quotes(source, word)}
    return [span for span in spans if target[slice(*span)] not in quoted]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _quotes(source: str, word: str) -> bool:
    return word in source and re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", source) is not None


def bare(target: str) -> re.Match[str] | None:
    """An emphatic do, or "has yet been": what is left of an English sentence whose "not" was lost."""
    return (_BARE if " yet " in target else _EMPHATIC).search(target)


def negative_words(target: str, source: str) -> int:
    """How many English words have a negative sense that no Thai word but a cue explains."""
    counts: dict[int, int] = {}
    lower = small(target)
    for word in _WORD.findall(lower):
        if word not in _neutral and (row := _sense(word)) >= 0:
            counts[row] = counts.get(row, 0) + 1
    words = sum(
        max(0, count - len(_senses()[row][1].findall(source)))
        for row, count in counts.items()
        if SENSES[row][1] != "."
    )
    # A "nor" negates once more, but only after a first negation.
    return words + bool("nor" in lower and _NOR.search(lower) and PLAIN.search(lower))


def sure_words(target: str) -> int:
    """How many English words hardly render anything but a negation."""
    return len(_SURE.findall(small(target)))


def other_sense(source: str, target: str) -> int:
    """How many Thai words without a cue may explain a plain negation of the English."""
    lower = small(target)
    return sum(
        1
        for thai, english in _compiled(OTHER)
        if thai.search(source) and english is not None and not english.search(lower)
    )
