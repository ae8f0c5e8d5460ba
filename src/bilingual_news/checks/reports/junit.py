"""JUnit XML, as Jenkins, GitLab and most CI servers read it: a suite a file, a case a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bilingual_news.checks.reports.excerpt import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.model import Finding

#: Characters that XML 1.0 cannot hold, even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def junit_report(
    findings: Sequence[Finding], files: Sequence[str], errors: Sequence[BilingualNewsError] = ()
) -> str:
    """One test suite a file; a file without findings has one passed case.

    Args:
        findings: All findings.
        files: Every file that was checked.
        errors: What is wrong with the files that could not be checked: a case with an error each.
    """
    damaged = {error.path or "": error for error in errors}
    root = ET.Element("testsuites", name="bilingual-news check")
    by_file: dict[str, list[Finding]] = {path: [] for path in (*files, *damaged)}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    for path, own in by_file.items():
        suite = ET.SubElement(root, "testsuite", name=_clean(path), skipped="0")
        suite.set("errors", str(int(path in damaged)))
        suite.set("tests", str(max(1, len(own))))
        suite.set("failures", str(len(own)))
        if path in damaged:
            _complaint(suite, path, damaged[path])
        elif not own:
            ET.SubElement(suite, "testcase", classname=_clean(path), name="no findings")
        for finding in own:
            _case(suite, finding)
    root.set("tests", str(sum(int(suite.get("tests", "0")) for suite in root)))
    root.set("failures", str(len(findings)))
    root.set("errors", str(len(damaged)))
    ET.indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ET.tostring(root, encoding='unicode')}\n"


def _complaint(suite: ET.Element, path: str, error: BilingualNewsError) -> None:
    case = ET.SubElement(suite, "testcase", classname=_clean(path), name="not checked")
    ET.SubElement(case, "error", type=type(error).__name__, message=_clean(error.message)).text = _clean(
        str(error)
    )


def _case(suite: ET.Element, finding: Finding) -> None:
    name = f"{finding.check} line {finding.line}"
    case = ET.SubElement(suite, "testcase", classname=_clean(finding.file), name=name)
    failure = ET.SubElement(case, "failure", type=str(finding.severity), message=_clean(finding.message))
    source, target = shown(finding.source, finding.source_span), shown(finding.target, finding.target_span)
    failure.text = _clean(f"{finding.file}:{finding.line}\n{source}\n{target}")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
