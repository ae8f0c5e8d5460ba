"""The negations of an English text, and its words of a negative sense."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bilingual_news.checks.polarity_match import English
from bilingual_news.checks.polarity_tables import SENSES
from bilingual_news.patterns import lazily
from bilingual_news.text import blank

#: Small English words that negate by themselves; don't and couldn'ts beside them.
PLAIN_WORDS: Final = (
    "no", "not", "never", "none", "neither", "without", "cannot", "nothing", "nobody", "nowhere",
)  # fmt: skip
_N = "|".join(word[1:] for word in PLAIN_WORDS if word[0] == "n")
_OTHERS = "|".join(rf"{word[0]}(?<!\w{word[0]}){word[1:]}\b" for word in PLAIN_WORDS if word[0] != "n")
#: In small letters. Each choice begins with its letters and looks back after them: one fast scan finds them.
PLAIN: Final = lazily(rf"n(?:(?<!\wn)(?:{_N})\b|['’]ts?\b)|{_OTHERS}")
_KINDS: Final = {"cannot": "cannot", "never": "never", "without": "without"}
#: English in small letters that negates only in form; see PLAIN.
_VOID = lazily(
    r"n(?<!\wn)o(?:s?\. ?\d| doubt\b|t to mention\b| matter\b|thing but\b)|"
    r"w(?<!\ww)hether or not\b|o(?<!\wo)r not\b|"
    r"(?:i(?<!\wi)s|a(?<!\wa)re|d(?<!\wd)(?:o|oes|id)|w(?<!\ww)as)n['’]t (?:it|they|you|he|she|that)\b"
)
#: "No." for number: before a figure or dots, after a figure or inside a sentence; and a name (Ko No Cho).
_NUMBER = lazily(
    r"No(?<!\wNo)(?:(?=\. ?[\d(#…]|\. \.| [\d#])|s(?=\.)|\.(?<![.:?!”\"] No\.)(?<![“\"‘'—–]No\.)(?<!^No\.)|"
    r"(?<=\b[A-Z][a-z] No)(?= [A-Z]))"
)
#: What compares.
_FORMAL = lazily(
    r"no(?:t (?:only|just|merely|simply|solely)\b|t? (?:later|more|less|fewer|lower|earlier|older|sooner|"
    r"smaller|younger|higher|greater) than\b|t (?:to )?exceed(?:ing)?\b|t (?:below|under|over|above)\b)"
)
#: Thai without a cue that English compares with a negation.
_COMPARED = lazily("นอกจาก|ทั้ง|เพียง|เท่านั้น|สูงสุด|ภายใน|อย่างน้อย|เลิก|หมด|พ้น|แค่|นอกเหนือ|อย่างมาก|ต่ำ|ก่อน")
_WORD = lazily("[a-z]+")
_LISTED = lazily(r"[^.;:]{0,80}?\b(?:or|nor)\b")

_DO: Final = (
    r"d(?<=[a-z,] d)(?:oes|o|id) (?!not|n|so\b|it\b|this|that|the|these|those|his|her|your|my|their|our|its|"
    r"a\b|an\b|business|good|more|what|whatever|in\b|and\b|or\b|to\b|with|as\b|is\b|for\b|by\b|everything|something|"
    r"anything|all|well|best|better|away|things?|just|you|we|they|he|she|i\b|people|work|research|homework|harm|"
    r"exercise|exactly|likewise|now|wrong|right|other|another|any|some|badly|poorly|one|two|many|much|both|each)[a-z]+"
)
_EMPHATIC = lazily(_DO)
_BARE = lazily(
    rf"{_DO}|\b(?:has|have|is|are|was|were|had|do|does|did|can|could|will) yet (?!to\b|another|again)[a-z]+"
)

#: The price of an English negation that no Thai asks for: as frequent errors, not as good translators.
UNASKED: Final = 3.5
_UNASKED_COMPARED: Final = 1.0
#: The price of a word of negative sense that nothing in the Thai explains, and of one that is negated itself
#: ("not insufficient").
_UNASKED_WORD: Final = 4.0
_NEGATED, _NEGATED_WITHIN = 2.0, 14


@cache
def _senses() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(english), re.compile(thai)) for english, thai in SENSES)


#: Words that belong to no row of `SENSES`, nearly all; and the rows of those that do.
_neutral: set[str] = set()
_negative: dict[str, int] = {}
_MOST_KNOWN: Final = 1 << 16


def _learn(word: str) -> None:
    """Remember which row of `SENSES` an English word in small letters belongs to."""
    row = next((i for i, (pattern, _) in enumerate(_senses()) if pattern.fullmatch(word)), -1)
    for known in (_neutral, _negative):
        if len(known) > _MOST_KNOWN:
            known.clear()
    if row < 0 or SENSES[row][1] == ".":
        _neutral.add(word)
    else:
        _negative[word] = row


def plain_spans(lower: str, target: str, source: str) -> list[tuple[int, int]]:
    """Where an English text negates by a small word that the Thai does not quote.

    Args:
        lower: The English in small letters, each where its capital was.
        target: The English.
        source: The Thai.
    """
    found = list(PLAIN.finditer(lower))
    if not found:
        return []
    if "or not" in lower or "n't" in lower or "n’t" in lower or "No" in target or _is_void(found, lower):
        blanked = _VOID.sub(blank, lower)
        for match in _NUMBER.finditer(target):
            blanked = f"{blanked[: match.start()]}  {blanked[match.start() + 2 :]}"
        found = list(PLAIN.finditer(blanked))
    spans = [match.span() for match in found]
    quoted = {word for word in {target[slice(*span)] for span in spans} if _quotes(source, word)}
    return [span for span in spans if target[slice(*span)] not in quoted]


def _is_void(found: list[re.Match[str]], lower: str) -> bool:
    return any(_VOID.match(lower, match.start()) for match in found)


def _quotes(source: str, word: str) -> bool:
    return word in source and re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", source) is not None


def kind_of(lower: str, start: int, end: int) -> str:
    """The kind of a plain negation."""
    if _FORMAL.match(lower, start):
        return "formal"
    word = lower[start:end]
    return _KINDS.get(word, "not" if word == "not" or word[1] in "'’" else "no")


Words = list[tuple[int, int, int]]


def read_english(source: str, lower: str, spans: list[tuple[int, int]], found: Words) -> list[English]:
    """The negations of an English text in small letters, and its words of a negative sense, in their order.

    Args:
        source: The Thai; words of a negative sense are explained for which it has as many of that sense.
        lower: The English in small letters.
        spans: Where it negates plainly.
        found: What `negative_words` found.
    """
    plain = _read_plain(source, lower, spans)
    if not found:
        return plain
    out: list[English] = []
    unused: dict[int, int] = {}
    waiting = iter(plain)
    following = next(waiting, None)
    last: English | None = None
    for start, end, row in found:
        while following and following.start < start:
            out.append(following)
            last, following = following, next(waiting, None)
        if row not in unused:
            unused[row] = len(_senses()[row][1].findall(source))
        kind, unasked = (
            ("explained", 0.0) if unused[row] > 0 else ("word", _UNASKED_WORD + negated(start, last))
        )
        unused[row] -= 1
        out.append(English(start, end, start / len(lower), kind, unasked))
    return [*out, *([following] if following else []), *waiting]


def _read_plain(source: str, lower: str, spans: list[tuple[int, int]]) -> list[English]:
    kinds = [kind_of(lower, *span) for span in spans]
    compared = _UNASKED_COMPARED if "formal" in kinds and _COMPARED.search(source) else UNASKED
    is_listed = [_LISTED.match(lower, end) is not None for _, end in spans]
    return [
        English(start, end, start / len(lower), kind, compared if kind == "formal" else UNASKED, listed)
        for (start, end), kind, listed in zip(spans, kinds, is_listed, strict=True)
    ]


def negative_words(lower: str) -> Words:
    """Where words of a negative sense begin and end, and their rows of `SENSES`."""
    all_words = _WORD.findall(lower)
    if _neutral.issuperset(all_words):
        return []
    words = set(all_words) - _neutral
    for word in words - _negative.keys():
        _learn(word)
    words &= _negative.keys()
    if not words:
        return []
    return [(*match.span(), _negative[match[0]]) for match in _WORD.finditer(lower) if match[0] in words]


def is_explained(row: int, source: str) -> bool:
    """Whether the Thai has a word of its own for a row of words of a negative sense."""
    return _senses()[row][1].search(source) is not None


def negated(start: int, before: English | None) -> float:
    """What a word of negative sense costs more because a negation stands before: "not insufficient"."""
    return _NEGATED if before and 0 < start - before.end < _NEGATED_WITHIN else 0.0


def bare(target: str) -> list[re.Match[str]]:
    """Emphatic do's, and "has yet been": what is left of an English sentence whose "not" was lost."""
    return list((_BARE if " yet " in target else _EMPHATIC).finditer(target))
