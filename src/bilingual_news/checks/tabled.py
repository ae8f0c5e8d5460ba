"""The quick look at what tables name: places, ministries, royal persons, words; see `gates`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from bilingual_news.checks.concepts import may_mean
from bilingual_news.checks.lists import may_be_lost, may_be_turned
from bilingual_news.checks.meaning import MEANINGS
from bilingual_news.checks.mentions import may_be_listed
from bilingual_news.checks.places import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable

#: In the order of the traits of `gates`.
_OTHER, _MEANT, _LOST, _TURNED = 1, 2, 4, 8
_MINISTRIES: Final = frozenset({b"ministry", b"ministries"})
#: How a ministry's name begins in Thai; two are to be named.
_MINISTRY, _SHORT = "กระทรวง", "ก."


@cache
def first_words() -> frozenset[bytes]:
    """Words, one of which is in every English text that tables have anything to say of."""
    return PLACES.first_words | MEANINGS.first_words | _MINISTRIES


def tabled(source: str, target: str, words: Iterable[bytes]) -> int:
    """What checks of tables may say of a pair: another thing named, a meaning, one lost, two turned round.

    Args:
        source: A Thai text.
        target: Its English.
        words: Those of its words that are `first_words`.

    Returns:
        The sum of their bits.
    """
    here = PLACES.named(target, words)
    found = _MEANT if MEANINGS.may_differ(source, target, words) else 0
    for concept in here:
        if not may_mean(source, concept):
            found |= _OTHER
            break
    if here or (not _MINISTRIES.isdisjoint(words) and source.count(_MINISTRY) + source.count(_SHORT) > 1):
        concepts = may_be_listed(source)
        if concepts:
            found |= _LOST * may_be_lost(source, target, concepts)
            found |= _TURNED * may_be_turned(source, target, concepts)
    return found
