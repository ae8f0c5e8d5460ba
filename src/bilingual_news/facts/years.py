"""The years that news can mean, of both eras, and what their figures may stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import NUMBER, YEAR
from bilingual_news.thaidate import BE_OFFSET

if TYPE_CHECKING:
    from bilingual_news.facts.model import Fact

BE_YEARS: Final = frozenset(range(2300, 2700))
CE_YEARS: Final = frozenset(range(1700, 2200))
#: What may be meant, by the digits.
BE_KEYS: Final = {str(year): ((YEAR, year - BE_OFFSET),) for year in BE_YEARS}
CE_KEYS: Final = {str(year): ((YEAR, year), (NUMBER, year)) for year in CE_YEARS}


#: What makes a year the one of the news: พ.ค.65 นี้, ปี 2565 ที่จะถึงนี้; and what is enough for it in English.
_THIS_THAI = re.compile(r"\s?\)?\s?(?:ที่(?:กำลัง|กำลังจะ|จะ)(?:มา)?ถึง)?นี้")
_THIS_ENGLISH = re.compile(
    r"\bthis (?:coming |current |fiscal |academic |school |budget |year|month|week|[A-Z])|\bcurrent "
)


def is_this(year: Fact, thai: str, english: str) -> bool:
    """Whether the English says "this May" or "this year" where the Thai has the year and นี้ beside it."""
    return _THIS_THAI.match(thai, year.end) is not None and _THIS_ENGLISH.search(english) is not None
