"""The user interface in Thai and English, through gettext catalogs of this package.

The catalogs are `locale/<lang>/LC_MESSAGES/bilingual_news.po`, compiled beside them; English is the
language of the source, so that a message without translation reads as English.
"""

from __future__ import annotations

import gettext as _gettext
import re
from functools import cache
from pathlib import Path
from typing import Final

DOMAIN: Final = "bilingual_news"
LANGUAGES: Final = ("th", "en")
#: A plain path: importlib.resources costs a tenth of the start-up, and packages are never zipped here.
FOLDER: Final = Path(__file__).parent / "locale"
#: Context (msgctxt) of sentences that are raised or reported in English and retold where they are shown.
PHRASE: Final = "phrase"
_FIELD: Final = re.compile(r"\{\d+\}")


def N_(message: str) -> str:  # noqa: N802, RUF100 - gettext's own name for "extract, translate later"
    """A message to be extracted here and translated where it is shown."""
    return message


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


def retold(sentence: str, language: str) -> str:
    """A sentence of this program in another language; as it is where the language has none for it.

    Errors are raised in English wherever they happen, far from the user's language, and logs and bug
    reports quote them so. Where one is shown, the template that made it is recognised among those of
    the catalog, and what stood in its fields is put into the translation. A field that is itself such a
    sentence, as the cause of an error is, is retold too.

    Args:
        sentence: A finished English sentence, for example "byte 0xff at offset 3 is not UTF-8.".
        language: Code of the language.
    """
    if language == "en":
        return sentence
    # Some causes are said with a full stop in one place and without in another.
    other = sentence[:-1] if sentence.endswith(".") else f"{sentence}."
    return _recognised(sentence, language) or _recognised(other, language) or sentence


def _recognised(sentence: str, language: str) -> str | None:
    for pattern, translation in _phrasebook(language):
        if match := pattern.fullmatch(sentence):
            # A single word is a name or a value.
            fields = (retold(field, language) if " " in field else field for field in match.groups())
            return translation.format(*fields)
    return None


@cache
def _phrasebook(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the English templates with their translations, those with most fixed letters first."""
    from babel.messages.mofile import read_mo

    path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not path.is_file():
        return ()
    with path.open("rb") as file:
        # Babel (2.18) gives the context of a compiled message as bytes.
        messages = [m for m in read_mo(file) if m.context in {PHRASE, PHRASE.encode()} and m.string]
    messages.sort(key=lambda m: -len(_FIELD.sub("", str(m.id))))
    return tuple((_pattern(str(message.id)), str(message.string)) for message in messages)


def _pattern(template: str) -> re.Pattern[str]:
    fixed = [re.escape(part.replace("{{", "{").replace("}}", "}")) for part in _FIELD.split(template)]
    return re.compile("(.*?)".join(fixed), re.DOTALL)
