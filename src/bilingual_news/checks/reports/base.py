"""What all reports share: the table of rules."""

from __future__ import annotations

from dataclasses import dataclass

from bilingual_news.checks.registry import ALL_CHECKS, ARTICLE_CHECKS
from bilingual_news.model import Severity


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A check as reports and documentation show it.

    Attributes:
        id: Its id.
        severity: Of its findings.
        description: One sentence.
        scope: entry, article or comment.
    """

    id: str
    severity: Severity
    description: str
    scope: str


_UNUSED = RuleInfo(
    "unused-suppression",
    Severity.WARNING,
    "A comment that ignores a check suppresses nothing: the finding is gone, or the id is wrong.",
    "comment",
)


def rules() -> tuple[RuleInfo, ...]:
    """Every check there is, in the order of the registry."""
    return (
        *(RuleInfo(c.id, c.severity, c.description, "entry") for c in ALL_CHECKS),
        *(RuleInfo(c.id, c.severity, c.description, "article") for c in ARTICLE_CHECKS),
        _UNUSED,
    )
