"""From bytes to an Article: encodings and article formats."""

from bilingual_news.sources.reader import (
    ARTICLE_SUFFIXES,
    identify,
    read_article,
    read_text,
    relative_path,
)

__all__ = ["ARTICLE_SUFFIXES", "identify", "read_article", "read_text", "relative_path"]
