"""Normalise whole articles; the repairs themselves are in `text`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilingual_news.text import normalize as normalize_text

if TYPE_CHECKING:
    from bilingual_news.model import Article

__all__ = ["VERSION", "normalize_article", "normalize_text"]

#: Bumped when the same input may give another text; part of the signature of a catalog.
VERSION: Final = 1


def normalize_article(article: Article) -> Article:
    """An article with title and paragraphs normalised; paragraphs left empty by that are dropped."""
    paragraphs = (replace(paragraph, text=normalize_text(paragraph.text)) for paragraph in article.paragraphs)
    return replace(
        article,
        title=normalize_text(article.title),
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.text),
    )
