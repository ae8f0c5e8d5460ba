"""The tuple of all checks, and how they are run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilingual_news.checks.script import Empty, Loop, ThaiLetters
from bilingual_news.checks.terms import TermForbidden, TermMissing
from bilingual_news.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilingual_news.checks.base import Check, Pair

ALL_CHECKS: Final[tuple[Check, ...]] = (
    Empty(),
    ThaiLetters(),
    Loop(),
    TermMissing(),
    TermForbidden(),
)


def run_checks(pair: Pair, checks: Iterable[Check] = ALL_CHECKS) -> tuple[Finding, ...]:
    """Run checks over one pair.

    Returns:
        The findings in the order of the checks, without file and line.
    """
    return tuple(
        Finding(check.id, check.severity, message, pair.source, pair.target)
        for check in checks
        for message in check.messages(pair)
    )
