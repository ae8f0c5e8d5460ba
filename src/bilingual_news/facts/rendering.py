"""The English that a value calls for, as messages show it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.english import WEEKDAY_NAMES
from bilingual_news.facts.english_common import MONTH_NAMES
from bilingual_news.facts.model import (
    DAY,
    MINUTES,
    MONTH,
    MONTH_FACTOR,
    NUMBER,
    PERCENT,
    PHONE,
    TIME,
    WEEKDAY,
    YEAR,
)
from bilingual_news.facts.unit_names import plural

if TYPE_CHECKING:
    from bilingual_news.facts.model import Key

#: What English counts large values in; nobody does so from a thousand trillion on.
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_TOO_LARGE: Final = 10**15


def render(key: Key, unit: str) -> str:
    """The English of a value: `1.5 million baht`, `27 January`, `15:30`, `2022`, `5 percent`."""
    space, value = key
    if isinstance(value, str) or space == PHONE:
        return str(value)
    if space == DAY:
        month, day = divmod(int(value), MONTH_FACTOR)
        return f"{day} {MONTH_NAMES[month - 1]}"
    if space == MONTH:
        return MONTH_NAMES[int(value) - 1]
    if space == WEEKDAY:
        return WEEKDAY_NAMES[int(value)]
    if space == TIME:
        return f"{int(value) // MINUTES:02}:{int(value) % MINUTES:02}"
    if space == YEAR:
        return str(value)
    text = f"{_plain(value)} percent" if space == PERCENT else _large(value)
    return f"{text} {_counted(unit, value)}" if unit and space == NUMBER else text


def _large(value: int | Decimal) -> str:
    for scale, name in _SCALES:
        if scale <= value < _TOO_LARGE and (Decimal(value) / scale * 1000) % 1 == 0:
            return f"{_plain(Decimal(value) / scale)} {name}"
    return _plain(value)


def _plain(value: int | Decimal) -> str:
    return f"{value.normalize():,f}" if isinstance(value, Decimal) else f"{value:,}"


def _counted(unit: str, value: int | Decimal) -> str:
    return unit if value == 1 else plural(unit)
