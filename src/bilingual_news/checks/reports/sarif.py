"""SARIF 2.1.0 (OASIS): what code-scanning services read."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from bilingual_news import __version__
from bilingual_news.checks.reports.base import rules
from bilingual_news.checks.reports.excerpt import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.model import Finding

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_report(
    findings: Sequence[Finding], fingerprints: Sequence[str], errors: Sequence[BilingualNewsError] = ()
) -> str:
    """A SARIF log with one run.

    Args:
        findings: All findings.
        fingerprints: A name for each that does not change with its line, for tracking across runs.
        errors: What is wrong with the files that could not be checked. They are notifications of the
            invocation (SARIF 2.1.0, 3.20.21), which then was not successful.
    """
    known = rules()
    index = {rule.id: number for number, rule in enumerate(known)}
    driver: dict[str, Any] = {
        "name": "bilingual-news",
        "semanticVersion": __version__,
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.description},
                "defaultConfiguration": {"level": str(rule.severity)},
                "properties": {"scope": rule.scope},
            }
            for rule in known
        ],
    }
    results = [
        _result(finding, index[finding.check], name)
        for finding, name in zip(findings, fingerprints, strict=True)
    ]
    invocation: dict[str, Any] = {"executionSuccessful": not errors}
    if errors:
        invocation["toolExecutionNotifications"] = [_notification(error) for error in errors]
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _notification(error: BilingualNewsError) -> dict[str, Any]:
    return {
        "level": "error",
        "descriptor": {"id": "not-checked"},
        "message": {"text": f"{error.message}\n{error.hint}".strip()},
        "locations": [_location(error.path or "", error.line or 1)],
    }


def _location(file: str, line: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(file)},
            "region": {"startLine": max(1, line)},
        }
    }


def _result(finding: Finding, rule: int, name: str) -> dict[str, Any]:
    source, target = shown(finding.source, finding.source_span), shown(finding.target, finding.target_span)
    return {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": str(finding.severity),
        "message": {"text": f"{finding.message}\n{source}\n{target}".strip()},
        "locations": [_location(finding.file, finding.line)],
        "partialFingerprints": {"finding/v1": name},
    }


@lru_cache(maxsize=64)
def _uri(file: str) -> str:
    return quote(PurePath(file).as_posix(), errors="surrogateescape")
