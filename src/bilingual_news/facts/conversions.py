"""Values that English states once more in a unit that its readers know: 5 km (3.1 miles).

A conversion beside its own value is read as part of it, if it is right: it need not stand in the Thai.
Currencies are left out, whose rates change, and spans of time.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import NUMBER
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.facts.model import Fact, Key

#: What units measure → units → how many of the first one they are: the Weights and Measures Act, B.E. 2466,
#: for the Thai ones, and NIST Handbook 44, appendix C. A speed counts as its distance, a knot as a nautical
#: mile an hour.
_SIZES: Final[dict[str, dict[str, float]]] = {
    "length": {"meter": 1, "kilometer": 1000, "centimeter": 0.01, "millimeter": 0.001, "micron": 1e-6,
               "mile": 1609.344, "nautical mile": 1852, "knot": 1852, "yard": 0.9144, "foot": 0.3048,
               "inch": 0.0254},
    "area": {"square meter": 1, "square kilometer": 1e6, "hectare": 10_000, "rai": 1600, "ngan": 400,
             "square wah": 4, "acre": 4046.8564, "square mile": 2_589_988.11, "square foot": 0.09290304},
    "volume": {"liter": 1, "milliliter": 0.001, "cubic meter": 1000, "cubic foot": 28.316847,
               "gallon": 3.785412, "barrel": 158.987295},
    "mass": {"kilogram": 1, "tonne": 1000, "gram": 0.001, "milligram": 1e-6, "microgram": 1e-9,
             "pound": 0.45359237, "ounce": 0.028349523},
}  # fmt: skip
_SIZE: Final = {
    unit: (measure, size) for measure, sizes in _SIZES.items() for unit, size in sizes.items()
} | {"degree": ("temperature", 1.0), "degree Fahrenheit": ("temperature", 5 / 9)}
#: Where a scale has what the other one calls zero.
_ZERO: Final = {"degree Fahrenheit": 32}
#: From one number to the other: its unit, a bracket, and what makes a number a round one.
_BETWEEN = lazily(
    r"[^\d()]{1,30}\((?:(?:or|about|approximately|approx\.|around|nearly|almost|roughly|some|over|~|≈)\s?)*"
)
#: News rounds: a twentieth more or less, or half of the last digit.
_ROUNDED: Final = 0.05


def without_conversions(source: Sequence[Fact], target: tuple[Fact, ...], english: str) -> tuple[Fact, ...]:
    """The facts of an English text less those that only convert another one of the Thai.

    Args:
        source: The facts of the Thai text.
        target: The facts of the English text.
        english: That text.
    """
    if "(" not in english or len({fact.unit for fact in target if fact.unit in _SIZE}) < 2:  # noqa: PLR2004
        return target
    stated = {(key, fact.unit) for fact in source for key in fact.keys}
    found: list[Fact] = []
    for one, other in pairwise(target):
        if _BETWEEN.fullmatch(english, one.end, other.start) and _is_same(one, other):
            missing = [fact for fact in (one, other) if not _is_stated(fact, stated)]
            found += missing if len(missing) == 1 else []  # the Thai may have both, or neither
    return tuple(fact for fact in target if fact not in found) if found else target


def _is_stated(fact: Fact, stated: set[tuple[Key, str]]) -> bool:
    """Whether the Thai states a value in its unit, or in one that is not read."""
    key = fact.keys[0]
    return (key, fact.unit) in stated or (key, "") in stated


def _is_same(one: Fact, other: Fact) -> bool:
    """Whether two values are one, as far as the second one says it."""
    if one.unit == other.unit or one.unit not in _SIZE or other.unit not in _SIZE:
        return False
    (measure, size), (other_measure, other_size) = _SIZE[one.unit], _SIZE[other.unit]
    (space, value), (other_space, rounded) = one.keys[0], other.keys[0]
    if measure != other_measure or space != NUMBER or other_space != NUMBER:
        return False
    exact = (float(value) - _ZERO.get(one.unit, 0)) * size / other_size + _ZERO.get(other.unit, 0)
    digits = len(str(rounded).partition(".")[2])
    return abs(exact - float(rounded)) <= max(_ROUNDED * abs(exact), 0.5 / 10.0**digits)
