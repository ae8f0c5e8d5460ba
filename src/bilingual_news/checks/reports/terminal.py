"""The report for people: grouped by file and entry, the words concerned underlined.

Columns are counted as terminals show them: Thai vowels and tone marks above and below take none.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from bilingual_news.text import display_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bilingual_news.checks.base import Span
    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.model import Finding

_INDENT: Final = "    "
_CONTEXT: Final = 90


def text_report(
    findings: Sequence[Finding],
    style: Callable[[str, str], str] | None = None,
    errors: Sequence[BilingualNewsError] = (),
) -> str:
    """Findings by file and entry, with source and target.

    Args:
        findings: Sorted by file and line.
        style: Colours a text: given the text and "error", "warning" or "path"; plain without.
        errors: What is wrong with the files that could not be checked; they come first.
    """
    paint = style or (lambda text, _: text)
    lines: list[str] = []
    for error in errors:
        lines.append(paint(error.path or "", "path"))
        lines.append(f"{error.location}: {paint('error', 'error')} not checked: {error.message}")
        lines += [f"{_INDENT}{error.hint}"] if error.hint else []
        lines.append("")
    for path, of_file in groupby(findings, key=lambda finding: finding.file):
        lines.append(paint(path, "path"))
        for (line, source, target), group in groupby(of_file, key=lambda f: (f.line, f.source, f.target)):
            own = list(group)
            lines += [
                f"{path}:{line}: {paint(str(f.severity), str(f.severity))} {f.check}: {f.message}"
                for f in own
            ]
            lines += _shown(source, [f.source_span for f in own if f.source_span])
            lines += _shown(target, [f.target_span for f in own if f.target_span])
        lines.append("")
    return "\n".join(lines) + "\n" if lines else ""


def _shown(text: str, spans: Sequence[Span]) -> list[str]:
    """A text on one line, cut around its first span, and a line of carets under the spans."""
    if not text.strip():
        return []
    flat = "".join(" " if c.isspace() else c for c in text)
    first = min((start for start, _ in spans), default=0)
    left = max(0, first - _CONTEXT // 2) if len(flat) > _CONTEXT else 0
    right = min(len(flat), left + _CONTEXT)
    head, tail = "…" * (left > 0), "…" * (right < len(flat))
    shown = [f"{_INDENT}{head}{flat[left:right]}{tail}"]
    marks = [False] * len(flat)
    for start, end in spans:
        marks[start:end] = [True] * (min(end, len(flat)) - start)
    under = "".join(("^" if marks[i] else " ") * display_width(flat[i]) for i in range(left, right)).rstrip()
    return [*shown, f"{_INDENT}{' ' * len(head)}{under}"] if under else shown
