"""The report for people: grouped by file and entry, the words concerned underlined.

Columns are counted as terminals show them: Thai vowels and tone marks above and below take none.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from bilingual_news.text import display_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bilingual_news.checks.base import Span
    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.model import Finding

_INDENT: Final = "    "
_CONTEXT: Final = 90
_FILE: Final = attrgetter("file")
_ENTRY: Final = attrgetter("line", "source", "target")


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
    # Click's colours take longer than the rest of a line.
    painted: dict[str, str] = {}
    lines: list[str] = []
    for error in errors:
        lines.append(paint(error.path or "", "path"))
        lines.append(f"{error.location}: {paint('error', 'error')} not checked: {error.message}")
        lines += [f"{_INDENT}{error.hint}"] if error.hint else []
        lines.append("")
    for path, of_file in groupby(findings, key=_FILE):
        lines.append(paint(path, "path"))
        for (line, source, target), group in groupby(of_file, key=_ENTRY):
            own = list(group)
            for found in own:
                level = painted.get(found.severity) or painted.setdefault(
                    found.severity, paint(str(found.severity), str(found.severity))
                )
                lines.append(f"{path}:{line}: {level} {found.check}: {found.message}")
            lines += _shown(source, [found.source_span for found in own if found.source_span])
            lines += _shown(target, [found.target_span for found in own if found.target_span])
        lines.append("")
    return "\n".join(lines) + "\n" if lines else ""


def _shown(text: str, spans: Sequence[Span]) -> list[str]:
    """A text on one line, cut around its first span, and a line of carets under the spans."""
    if not text.strip():
        return []
    left = 0
    if spans and len(text) > _CONTEXT:
        left = max(0, min(start for start, _ in spans) - _CONTEXT // 2)
    right = min(len(text), left + _CONTEXT)
    flat = text[left:right]
    if not flat.isprintable():  # Of all white space the space alone is.
        flat = "".join([" " if char.isspace() else char for char in flat])
    head, tail = "…" * (left > 0), "…" * (right < len(text))
    shown = [f"{_INDENT}{head}{flat}{tail}"]
    under = _underlines(flat, [(start - left, end - left) for start, end in spans])
    return [*shown, f"{_INDENT}{' ' * len(head)}{under}"] if under else shown


def _underlines(text: str, spans: Sequence[Span]) -> str:
    """Carets under some spans of a text; what lies outside of it has none."""
    under, done = "", 0
    for start, end in sorted(spans):
        first = min(max(start, done), len(text))
        last = min(max(end, first), len(text))
        under += " " * display_width(text[done:first]) + "^" * display_width(text[first:last])
        done = last
    return under.rstrip()
