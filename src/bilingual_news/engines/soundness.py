"""Of the hypotheses of a beam, take the likeliest one that keeps the facts and reads clean.

The decoder's first choice is the likeliest text, not the truest: a number dropped or a word doubled
costs it little. The checks would find both afterwards; another hypothesis of the same beam, which is
there at no cost, often has neither.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.compare import differences
from bilingual_news.repetition import written_twice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.model import Hypothesis

#: Rung of the ladder that a hypothesis has which is not the first of its beam.
RERANKED: Final = 1
#: How much mean log-probability a token a hypothesis may cost; see benchmarks/results/soundness.json.
MARGIN: Final = 0.3
_BRACKETS: Final = "()[]"


def soundest(source: str, beam: Sequence[Hypothesis], margin: float = MARGIN) -> Hypothesis:
    """The hypothesis of a beam with the fewest faults among those about as likely as the first.

    Args:
        source: The normalised Thai text.
        beam: Its hypotheses, best first; at least one.
        margin: Mean log-probability a token that another hypothesis may cost.

    Returns:
        The first one if none has fewer faults than it; another one is marked as reranked.
    """
    first = beam[0]
    least = faults(source, first.text)
    if not least or first.looped:
        return first
    chosen = first
    for other in beam[1:]:
        if other.looped or not other.text or other.score < first.score - margin:
            continue
        found = faults(source, other.text)
        if found < least:
            least, chosen = found, other
    return chosen if chosen is first else replace(chosen, rung=RERANKED)


def faults(source: str, english: str) -> int:
    """Facts that differ, words twice in a row, and kinds of brackets whose number differs."""
    found = len(differences(source, english)) + written_twice(english)
    return found + sum(source.count(sign) != english.count(sign) for sign in _BRACKETS)
