"""Checks of one translation against its source: one class each, listed explicitly."""

from bilingual_news.checks.base import Check, Pair
from bilingual_news.checks.registry import ALL_CHECKS, run_checks

__all__ = ["ALL_CHECKS", "Check", "Pair", "run_checks"]
