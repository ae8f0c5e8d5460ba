"""Collect the structure of an article: headings, lists, tables and inline markup as paragraphs.

The text of a paragraph is plain; markup is kept beside it as the words it stands on. The engine and
the catalog see text only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bilingual_news import text
from bilingual_news.model import Kind, Layout, Mark, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_TAGS: Final = frozenset({"a", "strong", "em", "code"})


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one kind of markup.

    Attributes:
        text: As written.
        tag: strong, em, code, a, or "".
        url: Target of a link.
    """

    text: str
    tag: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a source format yields.

    Attributes:
        title: The headline; empty if there is none.
        paragraphs: The headline and the body, in order.
        date: Date of publication, or None.
        url: Where it was published, or "".
        id: Id that the file states, or "".
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    date: date | None = None
    url: str = ""
    id: str = ""


@dataclass(slots=True)
class Builder:
    """Takes blocks in reading order and makes paragraphs of those that hold text.

    Attributes:
        paragraphs: What was made so far.
        groups: Number of lists and tables so far.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    groups: int = 0

    def group(self) -> int:
        """Number of a new list or table."""
        self.groups += 1
        return self.groups

    def add(self, runs: Iterable[Run], line: int, kind: Kind, layout: Layout | None = None) -> None:
        """Add a block; one without text is left out."""
        merged = _merged(runs)
        raw = "".join(run.text for run in merged)
        plain = text.fold_spaces(text.strip_invisible(raw))
        if not plain:
            return
        marks = tuple(
            Mark(words, run.tag, run.url)
            for run in merged
            if run.tag in _TAGS and (words := text.normalize(run.text))
        )
        layout = layout or Layout()
        shape = Layout(layout.level, layout.ordered, layout.group, layout.cell, layout.header, marks)
        self.paragraphs.append(Paragraph(raw, plain, line, kind, shape))


def with_title(title: str, paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Paragraph, ...]]:
    """The headline and all paragraphs, the headline once and first.

    Args:
        title: The headline that the file's metadata states, or "": then the first heading of the
            highest level before any text is the headline.
        paragraphs: The body.
    """
    body = list(paragraphs)
    first = next((p for p in body[:3] if p.kind in {Kind.TITLE, Kind.HEADING} and p.layout.level <= 1), None)
    if not title and first is not None:
        title = first.text
    if not title:
        return "", tuple(body)
    line = 1
    for position, paragraph in enumerate(body[:3]):
        if _key(paragraph.text) == _key(title):
            line = paragraph.line
            del body[position]
            break
    return title, (Paragraph(title, title, line, Kind.TITLE), *body)


def _key(value: str) -> str:
    return text.normalize(value).replace(" ", "").lower()


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbouring runs of the same markup as one: editors cut them at every change of spelling."""
    merged: list[Run] = []
    for run in runs:
        if merged and (merged[-1].tag, merged[-1].url) == (run.tag, run.url):
            merged[-1] = Run(merged[-1].text + run.text, run.tag, run.url)
        elif run.text:
            merged.append(run)
    return merged
