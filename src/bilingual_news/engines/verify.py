"""What a translation may not lose for a term: numbers, names, other terms, length, likelihood."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.compare import differences
from bilingual_news.repetition import loops
from bilingual_news.text import arabic_digits

if TYPE_CHECKING:
    from bilingual_news.engines.request import Request
    from bilingual_news.facts.model import Key
    from bilingual_news.model import Hypothesis

#: How much mean log-probability a token the terms may cost; see benchmarks/results/terminology.json.
_MARGIN: Final = 1.0
_SHRINK: Final = 0.6
_GROW: Final = 1.6
#: Letters that a term may add to a text of any length.
_ROOM: Final = 60
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&+-]*")


def keeps(request: Request, offer: Hypothesis, current: Hypothesis) -> bool:
    """Whether a translation that holds more terms has lost nothing else of the one it would replace.

    Args:
        request: The text.
        offer: The translation with more terms.
        current: The translation it would replace.
    """
    if not offer.text:
        return False
    if current.looped or loops(current.text, request.source):
        return True
    if loops(offer.text, request.source):
        return False
    if not _SHRINK * len(current.text) <= len(offer.text) <= _GROW * len(current.text) + _ROOM:
        return False
    return not loses(request.source, current.text, offer.text)


def likely(offer: Hypothesis, current: Hypothesis) -> bool:
    """Whether the model finds a translation about as likely as the one it would replace.

    Args:
        offer: A translation, scored given its own source.
        current: The translation it would replace; one that loops is worth any other.
    """
    return current.looped or offer.score >= current.score - _MARGIN


def loses(source: str, before: str, after: str) -> bool:
    """Whether a translation lacks a fact or a Latin word of the Thai that another one keeps.

    Facts are those of the checks (`facts`): numbers in digits or words, dates in either era, amounts with
    their magnitudes and units; one that only the second translation states is a loss too.

    Args:
        source: The normalised Thai text.
        before: The translation that may be replaced.
        after: The translation that would replace it.
    """
    if _differing(source, after) - _differing(source, before):
        return True
    words = Counter(_LATIN.findall(arabic_digits(source)))
    return bool((words & Counter(_LATIN.findall(before))) - Counter(_LATIN.findall(after)))


def _differing(source: str, english: str) -> Counter[tuple[bool, tuple[Key, ...]]]:
    """The facts in which an English text differs from its Thai: whether it states them, and their values."""
    found = differences(source, english)
    facts = ((difference.thai is None, difference.thai or difference.english) for difference in found)
    return Counter((is_stated, fact.keys) for is_stated, fact in facts if fact)
