"""What a Thai text has of what checks ask for, found in one pass over it.

Each kind of sign is a bit. A text without a kind has nothing of it; a text with one may have it. The words
are those of the modules that read what they stand for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.checks import conditions, people, polarity
from bilingual_news.facts import bounds, calendar_names, directions, fractions, small

if TYPE_CHECKING:
    from collections.abc import Sequence

(
    NEGATED, TITLED, RANKED, CONDITIONAL, DATED, BOUNDED, CHANGED, SHARED, SCALED, FISCAL_YEAR, TAGGED, ASKED,
) = (1 << i for i in range(12))  # fmt: skip

_SIGNS: Final[dict[int, Sequence[str]]] = {
    NEGATED: polarity.SIGNS,
    TITLED: people.TITLE_SIGNS,
    RANKED: people.RANK_SIGNS,
    CONDITIONAL: conditions.SIGNS,
    DATED: calendar_names.SIGNS,
    BOUNDED: bounds.SIGNS,
    CHANGED: directions.SIGNS,
    SHARED: fractions.SIGNS,
    SCALED: ("ล้าน", "ร้อย", "พัน", "หมื่น", "แสน", *small.SIGNS),
    FISCAL_YEAR: ("ปีงบประมาณ",),
    TAGGED: ("#",),
    ASKED: ("?",),
}


def signs(source: str) -> int:
    """The kinds of signs in a Thai text, as the sum of their bits."""
    found = 0
    for _, kinds in _automaton().iter(source):
        found |= kinds
    return found


@cache
def _automaton() -> Any:  # noqa: ANN401 - pyahocorasick has no types
    import ahocorasick

    kinds: dict[str, int] = {}
    for kind, words in _SIGNS.items():
        for word in words:
            kinds[word] = kinds.get(word, 0) | kind
    automaton = ahocorasick.Automaton()
    for word, bits in kinds.items():
        automaton.add_word(word, bits)
    automaton.make_automaton()
    return automaton
