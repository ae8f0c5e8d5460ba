"""Checks of one translation against its source: one class each, listed explicitly."""

from bilingual_news.checks.base import ArticleCheck, Check, Pair, Problem
from bilingual_news.checks.registry import ALL_CHECKS, ARTICLE_CHECKS, run_article_checks, run_checks

__all__ = [
    "ALL_CHECKS",
    "ARTICLE_CHECKS",
    "ArticleCheck",
    "Check",
    "Pair",
    "Problem",
    "run_article_checks",
    "run_checks",
]
