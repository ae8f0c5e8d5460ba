"""What a translation may not lose for a term: numbers, names, other terms, length, likelihood."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bilingual_news.repetition import loops
from bilingual_news.text import arabic_digits

if TYPE_CHECKING:
    from bilingual_news.engines.request import Request
    from bilingual_news.model import Hypothesis

#: How much mean log-probability a token the terms may cost; see benchmarks/results/terminology.json.
_MARGIN: Final = 1.0
_SHRINK: Final = 0.6
_GROW: Final = 1.6
#: Letters that a term may add to a text of any length.
_ROOM: Final = 60
_BUDDHIST_ERA: Final = 543
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
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
    kept = kept_facts(request.source, current.text)
    return not kept - kept_facts(request.source, offer.text)


def likely(offer: Hypothesis, current: Hypothesis) -> bool:
    """Whether the model finds a translation about as likely as the one it would replace.

    Args:
        offer: A translation, scored given its own source.
        current: The translation it would replace; one that loops is worth any other.
    """
    return current.looped or offer.score >= current.score - _MARGIN


def kept_facts(source: str, english: str) -> Counter[str]:
    """The numbers and Latin words of a Thai text that its English has too, each as often as both.

    A Buddhist-era year is also kept by the year of the Common Era.
    """
    thai = arabic_digits(source)
    wanted = Counter(_LATIN.findall(thai))
    for number in _NUMBER.findall(thai):
        wanted[number] += 1
        if number.isdigit() and len(number) == 4:  # noqa: PLR2004 - a year
            wanted[str(int(number) - _BUDDHIST_ERA)] += 1
    return wanted & Counter([*_NUMBER.findall(english), *_LATIN.findall(english)])
