"""GitHub workflow commands: `::error file=…,line=…,title=…::message`.

Escapes as the workflow-commands documentation defines them: % CR LF in data, and : , in properties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilingual_news.checks.reports.excerpt import shown
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.model import Finding


def github_report(findings: Sequence[Finding], errors: Sequence[BilingualNewsError] = ()) -> str:
    """One annotation a line; nothing for no findings.

    Args:
        findings: All findings.
        errors: What is wrong with the files that could not be checked; they come first.
    """
    lines = [*map(_complaint, errors), *map(_annotation, findings)]
    return "".join(f"{line}\n" for line in lines)


def _complaint(error: BilingualNewsError) -> str:
    where = f"file={_property(error.path or '')},line={error.line or 1},title=not checked"
    return f"::error {where}::{_data(f'{error.message} {error.hint}'.strip())}"


def _annotation(finding: Finding) -> str:
    level = "error" if finding.severity is Severity.ERROR else "warning"
    where = f"file={_property(finding.file)},line={max(1, finding.line)},title={_property(finding.check)}"
    source, target = shown(finding.source, finding.source_span), shown(finding.target, finding.target_span)
    return f"::{level} {where}::{_data(f'{finding.message} | {source} → {target}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
