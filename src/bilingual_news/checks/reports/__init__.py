"""Reports of findings, each a pure function from findings to text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from bilingual_news.checks.reports.base import RuleInfo, rules
    from bilingual_news.checks.reports.github import github_report
    from bilingual_news.checks.reports.junit import junit_report
    from bilingual_news.checks.reports.sarif import sarif_report
    from bilingual_news.checks.reports.terminal import text_report

#: Imported when asked for (PEP 562): a run wants one of them, `status` none.
_LATER: Final = {
    "RuleInfo": "base",
    "github_report": "github",
    "junit_report": "junit",
    "rules": "base",
    "sarif_report": "sarif",
    "text_report": "terminal",
}

__all__ = ["RuleInfo", "github_report", "junit_report", "rules", "sarif_report", "text_report"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
