"""JUnit XML, as Jenkins, GitLab and most CI servers read it: a suite a file, a case a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.model import Finding

#: Characters that XML 1.0 cannot hold, even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def junit_report(findings: Sequence[Finding], files: Sequence[str]) -> str:
    """One test suite a file; a file without findings has one passed case.

    Args:
        findings: All findings.
        files: Every file that was checked.
    """
    root = ET.Element("testsuites", name="bilingual-news check")
    by_file: dict[str, list[Finding]] = {path: [] for path in files}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    for path, own in by_file.items():
        suite = ET.SubElement(root, "testsuite", name=_clean(path), errors="0", skipped="0")
        suite.set("tests", str(max(1, len(own))))
        suite.set("failures", str(len(own)))
        if not own:
            ET.SubElement(suite, "testcase", classname=_clean(path), name="no findings")
        for finding in own:
            _case(suite, finding)
    root.set("tests", str(sum(int(suite.get("tests", "0")) for suite in root)))
    root.set("failures", str(len(findings)))
    ET.indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ET.tostring(root, encoding='unicode')}\n"


def _case(suite: ET.Element, finding: Finding) -> None:
    name = f"{finding.check} line {finding.line}"
    case = ET.SubElement(suite, "testcase", classname=_clean(finding.file), name=name)
    failure = ET.SubElement(case, "failure", type=str(finding.severity), message=_clean(finding.message))
    failure.text = _clean(f"{finding.file}:{finding.line}\n{finding.source}\n{finding.target}")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
