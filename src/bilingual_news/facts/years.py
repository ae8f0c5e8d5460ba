"""The years that news can mean, of both eras, and what their figures may stand for."""

from __future__ import annotations

from typing import Final

from bilingual_news.facts.model import NUMBER, YEAR
from bilingual_news.thaidate import BE_OFFSET

BE_YEARS: Final = frozenset(range(2300, 2700))
CE_YEARS: Final = frozenset(range(1700, 2200))
#: What may be meant, by the digits.
BE_KEYS: Final = {str(year): ((YEAR, year - BE_OFFSET),) for year in BE_YEARS}
CE_KEYS: Final = {str(year): ((YEAR, year), (NUMBER, year)) for year in CE_YEARS}
