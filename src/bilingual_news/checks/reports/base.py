"""What all reports share: the table of rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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


#: Id of the finding that the tool itself makes, in no class of checks.
UNUSED: Final = "unused-suppression"
_UNUSED_RULE = RuleInfo(
    UNUSED,
    Severity.WARNING,
    "A comment that ignores a check suppresses nothing: the finding is gone, or the id is wrong.",
    "comment",
)


def rules() -> tuple[RuleInfo, ...]:
    """Every check there is, in the order of the registry."""
    return (
        *(RuleInfo(c.id, c.severity, c.description, "entry") for c in ALL_CHECKS),
        *(RuleInfo(c.id, c.severity, c.description, "article") for c in ARTICLE_CHECKS),
        _UNUSED_RULE,
    )
