"""Whether an English text contains a term's English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bilingual_news.model import Term

#: Longer phrases are matched with their spelling only; one word may carry an inflection.
_INFLECTION: Final = r"(?:s|es|ed|d|ing)?"
_TYPOGRAPHY: Final = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


def is_rendered(term: Term, english: str) -> bool:
    """Whether a text contains the preferred English of a term or another accepted form of it."""
    return any(
        occurs(form, english, case_sensitive=_needs_case(term, form), inflected=True)
        for form in term.accepted
    )


def occurs(form: str, english: str, *, case_sensitive: bool = False, inflected: bool = False) -> bool:
    """Whether an English form stands in a text as whole words.

    Args:
        form: A word or phrase; spaces match any white space, typographic quotes and dashes match
            their plain forms.
        english: The text.
        case_sensitive: Whether capitals must agree.
        inflected: Whether the last word may end in -s, -es, -ed or -ing, and a final -y in -ies.
    """
    pattern = _pattern(form.translate(_TYPOGRAPHY), case_sensitive, inflected)
    return pattern.search(english.translate(_TYPOGRAPHY)) is not None


def _needs_case(term: Term, form: str) -> bool:
    # "who" is not the WHO: a form in capitals is only found in capitals.
    return form.isupper() or (term.case_sensitive and form == term.abbreviation)


@lru_cache(maxsize=16_384)
def _pattern(form: str, case_sensitive: bool, inflected: bool) -> re.Pattern[str]:  # noqa: FBT001
    body = r"\s+".join(map(re.escape, form.split()))
    if inflected and form[-1:].isalpha():
        body = f"(?:{body}{_INFLECTION}" + (rf"|{body[:-1]}ies" if form.endswith("y") else "") + ")"
    left = r"(?<!\w)" if form[:1].isalnum() else ""
    right = r"(?!\w)" if form[-1:].isalnum() else ""
    return re.compile(left + body + right, 0 if case_sensitive else re.IGNORECASE)
