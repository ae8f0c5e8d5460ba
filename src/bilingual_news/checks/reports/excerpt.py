"""Excerpts of long texts: a report of many findings in one entry must not hold the whole entry for each.

The greatest segment of 73 articles of the press has 2,459 characters, 16 of 4,137 have more than 1,000; a PO
file of another source may hold whole pages in one entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.checks.base import Span
    from bilingual_news.model import Finding

#: Characters of a text beside a finding that people read in a web page or log.
SHOWN: Final = 1_000
#: Characters of a text beside a finding that a program reads: the whole of nearly every segment there is.
READ: Final = 4_000
#: Part of an excerpt that stands before the words concerned.
_BEFORE: Final = 4


class Excerpt(NamedTuple):
    """A part of a text.

    Attributes:
        text: The part.
        start: Code-point offset of its first character in the whole.
    """

    text: str
    start: int


def excerpt(text: str, span: Span | None, most: int) -> Excerpt:
    """A text of so many characters at most, around the words concerned; one that is no longer is whole.

    Args:
        text: The whole text.
        span: The words concerned; without them the beginning is shown.
        most: Characters at most.
    """
    if len(text) <= most:
        return Excerpt(text, 0)
    first = span[0] if span else 0
    start = max(0, min(first - most // _BEFORE, len(text) - most))
    return Excerpt(text[start : start + most], start)


def shown(text: str, span: Span | None) -> str:
    """A text for people: an ellipsis stands where something is left out."""
    part = excerpt(text, span, SHOWN)
    head = "…" * (part.start > 0)
    return f"{head}{part.text}{'…' * (part.start + len(part.text) < len(text))}"


def finding_values(finding: Finding, names: Sequence[str]) -> dict[str, Any]:
    """A finding as the JSON of `check` has it.

    Of a text of more than `READ` characters there is the part around the span, which counts from the
    beginning of that part; `source_offset` and `target_offset` then say where in the text it stands.

    Args:
        finding: The finding.
        names: The attributes of a finding, in order.
    """
    values = {name: getattr(finding, name) for name in names}
    for side in ("source", "target"):
        text = values[side]
        if len(text) > READ:
            span = values[f"{side}_span"]
            part = excerpt(text, span, READ)
            values[side] = part.text
            if span:
                values[f"{side}_span"] = tuple(min(at - part.start, len(part.text)) for at in span)
            values[f"{side}_offset"] = part.start
    return values
