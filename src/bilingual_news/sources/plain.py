"""Plain text: a headline where the first line stands alone, then one paragraph a line."""

from __future__ import annotations

from typing import Final

from bilingual_news import text
from bilingual_news.model import Kind, Paragraph

_TITLE_LENGTH: Final = 200


def plain_paragraphs(content: str) -> tuple[Paragraph, ...]:
    """Split plain text into paragraphs.

    The first line is the title when an empty line follows it, more text follows that, and it is not
    longer than 200 characters.

    Args:
        content: The whole text; only line feeds separate lines.

    Returns:
        The paragraphs that hold more than white space, raw.
    """
    lines = [line.removesuffix("\r") for line in content.split("\n")]
    shown = [text.fold_spaces(text.strip_invisible(line)) for line in lines]
    paragraphs = [
        Paragraph(line, clean, number)
        for number, (line, clean) in enumerate(zip(lines, shown, strict=True), start=1)
        if clean
    ]
    if _starts_with_title(paragraphs):
        first = paragraphs[0]
        paragraphs[0] = Paragraph(first.raw, first.text, first.line, Kind.TITLE)
    return tuple(paragraphs)


def _starts_with_title(paragraphs: list[Paragraph]) -> bool:
    if len(paragraphs) < 2:  # noqa: PLR2004 - a title needs a body
        return False
    first, second = paragraphs[:2]
    return second.line > first.line + 1 and len(first.text) <= _TITLE_LENGTH
