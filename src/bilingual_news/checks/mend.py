"""Mend machine English where a check knows the one thing that can be meant.

A decoder leaves slips behind that nobody has to think about: "in in", "a economic", "( Section", a name
explained by itself in brackets, quotes of two kinds. A check that can only mean one thing says what to write
(`Problem.fix`); here it is written. What people typed is never changed by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilingual_news.checks.base import Pair, Problem
from bilingual_news.checks.punctuation import Punctuation
from bilingual_news.checks.text import DoubledSpace, DoubledWord, Whitespace
from bilingual_news.checks.wording import Articles, RepeatedGloss

if TYPE_CHECKING:
    from bilingual_news.checks.base import Check
    from bilingual_news.model import TermMatch

_MENDING: Final[tuple[Check, ...]] = (
    RepeatedGloss(), DoubledWord(), Punctuation(), Articles(), DoubledSpace(), Whitespace(),
)  # fmt: skip
_STRAIGHT: Final = {"“": '"', "”": '"', "’": "'", "‘": "'"}


def mended(source: str, target: str, matches: tuple[TermMatch, ...] = ()) -> str:
    """A machine translation without slips that can be mended in one way only.

    Quotes and apostrophes become straight, as most of the model's are and all of the glossary's; an
    apostrophe that the Thai has too, in a name copied from it, stays.

    Args:
        source: The normalised Thai text.
        target: Its machine translation.
        matches: The terms of the source.
    """
    # One slip may hide another. Each fix deletes something or sets a word right: there is an end to it.
    while (fixed := _once(Pair(source, target, matches))) != target:
        target = fixed
    for mark, straight in _STRAIGHT.items():
        if mark in target and (straight == '"' or mark not in source):
            target = target.replace(mark, straight)
    return target


def _once(pair: Pair) -> str:
    """A text with the first fix of every place; what overlaps it waits for the next round."""
    fixes = sorted(
        (problem.target, problem.fix)
        for check in _MENDING
        for problem in check.messages(pair)
        if isinstance(problem, Problem) and problem.target is not None and problem.fix is not None
    )
    at, parts = 0, []
    for (start, end), fix in fixes:
        if start >= at:
            parts += [pair.target[at:start], fix]
            at = end
    return "".join([*parts, pair.target[at:]])
