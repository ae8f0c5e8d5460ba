"""Bring Thai text to one spelling without changing what it says.

Thai digits, dashes, spellings and punctuation stay: they are content, and the checks compare them by
value. The order of the rules matters: composition first, so that the later patterns see one form.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilingual_news import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilingual_news.model import Article

#: Bumped when the same input may give other segments; part of the signature of a catalog.
VERSION: Final = 1

RULES: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("private-use", text.map_private_use),
    ("invisible", text.strip_invisible),
    ("sara-ae", text.join_sara_ae),
    ("sara-am", text.join_sara_am),
    ("marks", text.order_marks),
    ("nfc", text.compose),
    ("quotes", text.unify_quotes),
    ("spaces", text.fold_spaces),
)


def normalize_text(value: str) -> str:
    """Normalise one paragraph or segment.

    Args:
        value: Any text.

    Returns:
        One line without white space at its ends. Normalising it again changes nothing.
    """
    while True:
        before = value
        for _, rule in RULES:
            value = rule(value)
        # A removed character can bring two halves of another pattern together: run to the fixed point.
        if value == before:
            return value


def normalize_article(article: Article) -> Article:
    """An article with title and paragraphs normalised; paragraphs left empty by that are dropped."""
    paragraphs = (
        replace(paragraph, text=normalize_text(paragraph.text)) for paragraph in article.paragraphs
    )
    return replace(
        article,
        title=normalize_text(article.title),
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.text),
    )
