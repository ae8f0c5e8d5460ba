"""Checks of one translation against its source: one class each, listed explicitly."""

from bilingual_news.checks.base import Check, Pair
from bilingual_news.checks.registry import ALL_CHECKS, run_checks
from bilingual_news.checks.term_use import ARTICLE_CHECKS, ArticleCheck

__all__ = ["ALL_CHECKS", "ARTICLE_CHECKS", "ArticleCheck", "Check", "Pair", "run_checks"]
