"""The user interface in Thai and English, through gettext catalogs of this package.

The catalogs are `locale/<lang>/LC_MESSAGES/bilingual_news.po`, compiled beside them; English is the
language of the source, so that a message without translation reads as English.
"""

from __future__ import annotations

import gettext as _gettext
from functools import cache
from pathlib import Path
from typing import Final

DOMAIN: Final = "bilingual_news"
LANGUAGES: Final = ("th", "en")
#: A plain path: importlib.resources costs a tenth of the start-up, and packages are never zipped here.
FOLDER: Final = Path(__file__).parent / "locale"


@cache
def translations(language: str) -> _gettext.NullTranslations:
    """The messages of a language; English, and a catalog that is missing, give the source strings."""
    if language not in LANGUAGES or language == "en":
        return _gettext.NullTranslations()
    path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not path.is_file():
        return _gettext.NullTranslations()
    with path.open("rb") as file:
        return _gettext.GNUTranslations(file)


def language_of(*wishes: str | None) -> str:
    """The first wish that is one of our languages, else English.

    Args:
        wishes: Language codes or locale names, such as `th` or `th_TH.UTF-8`; None and "" are skipped.
    """
    for wish in wishes:
        code = (wish or "").replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"
