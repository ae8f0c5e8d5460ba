"""Recognise text that repeats itself: as decoders do that lost their way, and words written twice."""

from __future__ import annotations

import re
from collections import Counter
from operator import eq
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\w+|[^\w\s]")
_STUTTER = re.compile(r"([a-z]{2,4})\1{3,}")
_LONGEST_CYCLE: Final = 8
_REPEATS_OF_ONE: Final = 4
_LONG_WORD: Final = 4
_REPEATS: Final = 3
_SPREAD_WORDS: Final = 4
_SPREAD_REPEATS: Final = 4
_SOURCE_WINDOW: Final = 8
#: English words that stand twice rightly in any text: "had had", "that that"; and those that do in speech.
_RIGHTLY_TWICE: Final = ("had", "that")
_IN_SPEECH: Final = frozenset({*_RIGHTLY_TWICE, "very", "so", "long", "out"})
_TWICE = re.compile(rf"\b(?!(?:{'|'.join(_RIGHTLY_TWICE)})\b)([a-z]{{2,}}) \1\b", re.IGNORECASE)
#: Verbs that end in "in", before another one: what they wish to invest in in Thailand.
_WITH_IN: Final = frozenset(
    {"invest", "live", "work", "participate", "engage", "believe", "stay", "specialize"}
)
_LONG_NAME: Final = 6


def loops(target: str, source: str = "") -> bool:
    """Whether a translation repeats itself as decoders do that lost their way.

    Found are a word of four letters or more three times in a row (any word four times), a run of two
    to eight words three times in a row, a run of four words four times anywhere, and a syllable four
    times within a word; numbers and punctuation alone do not count, nor does repetition that the
    source has too.

    Args:
        target: The translation.
        source: Its source.
    """
    target = target.lower()
    words = target.split()
    stutter = (
        _REPEATS_OF_ONE if any(_may_stutter(word) for word in set(words)) and _STUTTER.search(target) else 0
    )
    if not stutter and not _may_loop(words):
        return False
    tokens = _TOKEN.findall(target)
    at_once = max(_consecutive(tokens), stutter)
    if at_once and at_once > _source_repeats_at_once(source):
        return True
    spread = _spread(tokens)
    # Lists of officials say Director-General of the once more than the Thai says อธิบดี.
    return spread > 0 and spread > _source_repeats(source) + 1


def looped(target: str) -> str:
    """The words or syllables that a text for which `loops` holds repeats most, as they stand there once."""
    words = target.split()
    same = {size: sum(map(eq, words, words[size:])) for size in range(1, _LONGEST_CYCLE + 1)}
    for size in sorted(same, key=lambda size: (-same[size], size)):
        for at in range(len(words) - 2 * size + 1):
            if words[at : at + size] == words[at + size : at + 2 * size]:
                return " ".join(words[at : at + size])
    if stutter := _STUTTER.search(target.lower()):
        return stutter[0]
    often = Counter(zip(*(words[i:] for i in range(_SPREAD_WORDS)), strict=False)).most_common(1)
    return " ".join(often[0][0]) if often else target


def _may_stutter(word: str) -> bool:
    """Whether a word has as many repeated letters as four equal syllables of two letters have."""
    return len(word) - len(set(word)) >= 2 * (_REPEATS_OF_ONE - 1)


def _may_loop(words: list[str]) -> bool:
    """A quick look that finds every loop and some that are none: most translations end here."""
    if len(words) - len(set(words)) < _REPEATS - 2:
        return False
    if len(words) - len(set(words)) >= _REPEATS * (_SPREAD_WORDS - 1):
        return True
    # Punctuation that clings to a word may hide one repetition.
    return any(
        sum(map(eq, words, words[size:])) >= max(1, size * (_REPEATS - 1) - 1)
        for size in range(1, _LONGEST_CYCLE + 1)
    )


def _consecutive(tokens: list[str]) -> int:
    """How often a run of words follows itself, where that is suspicious; else 0."""
    for size in range(1, _LONGEST_CYCLE + 1):
        if sum(map(eq, tokens, tokens[size:])) < size * (_REPEATS - 1):
            continue
        same = 0
        for position in range(len(tokens) - size):
            same = same + 1 if tokens[position] == tokens[position + size] else 0
            run = tokens[position + 1 : position + 1 + size]
            is_short = size == 1 and len(run[0]) < _LONG_WORD
            needed = _REPEATS_OF_ONE if is_short else _REPEATS
            if same >= size * (needed - 1) and any(token.isalpha() for token in run):
                return needed
    return 0


def _spread(tokens: list[str]) -> int:
    runs = Counter(zip(*(tokens[i:] for i in range(_SPREAD_WORDS)), strict=False))
    return max(
        (
            count
            for run, count in runs.items()
            if count >= _SPREAD_REPEATS and sum(map(str.isalpha, run)) > _SPREAD_WORDS // 2
        ),
        default=0,
    )


_AT_ONCE = re.compile(r"(\S.{2,39}?)(?:\s*\1){1,}")


def _source_repeats_at_once(source: str) -> int:
    """How often three characters or more of the source follow themselves: มากมากมาก."""
    found = (len(match[0]) // max(1, len(match[1])) for match in _AT_ONCE.finditer(source))
    return max(found, default=0)


def _source_repeats(source: str) -> int:
    windows = Counter(source[i : i + _SOURCE_WINDOW] for i in range(len(source) - _SOURCE_WINDOW + 1))
    return max(windows.values(), default=0)


def written_twice(english: str) -> int:
    """How many words stand twice in a row, names and emphasis among them: "in in", "Job job,".

    To compare the hypotheses of a decoder, where a word too many matters more than a name that is one.
    """
    return sum(1 for _ in _TWICE.finditer(english))


def slips(target: str, source: str) -> Iterator[str]:
    """The words that stand twice in a row and were not meant to, as they stand.

    Not meant are words in small letters that emphasis does not double, and long names that are not in
    the source in Latin letters; Baden Baden may be meant, and so may any name where the Thai has ๆ.

    Args:
        target: The translation.
        source: Its source.
    """
    words = target.split()
    for before, one, other in zip(["", *words], words, words[1:], strict=False):
        if one == other and not (one == "in" and before in _WITH_IN) and _is_slip(one, source):
            yield one


#: Two to six words twice in a row, which do not end in a word that begins the next phrase: door to door to.
_PHRASE_TWICE = re.compile(
    r"\b((?:[A-Za-z’'-]+ ){1,5}(?!(?:to|of|and|by|in|for|on|the|a|more|lots|again|over)\b)[A-Za-z’'-]+) \1\b"
)


def phrases_twice(target: str, source: str) -> Iterator[re.Match[str]]:
    """Where two to six words stand twice in a row and nothing does in the source; the first group is one."""
    for match in _PHRASE_TWICE.finditer(target):
        words = match[1].split()
        is_alternating = target[: match.start()].rstrip().endswith(f" {words[-1]}")  # door to door to door
        is_meant = is_alternating or match[0] in source or _source_repeats_at_once(source) >= _REPEATS
        if len(set(words)) > 1 and not is_meant:
            yield match


def _is_slip(word: str, source: str) -> bool:
    if not (word.isalpha() and word.isascii()) or word in _IN_SPEECH:
        return False
    return word.islower() or (len(word) >= _LONG_NAME and "ๆ" not in source and word not in source)
