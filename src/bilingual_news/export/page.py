"""What an exporter is given: one article with its translation, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual_news.model import Kind, Origin

if TYPE_CHECKING:
    from datetime import date

    from bilingual_news.model import TermMatch


@dataclass(frozen=True, slots=True)
class Row:
    """One segment with its translation.

    Attributes:
        source: Thai text.
        target: English text; empty where there is none.
        origin: Where the English comes from and whether it was reviewed.
        kind: What the segment is on the page.
        paragraph: 0-based number of its paragraph.
        matches: Terms in the Thai text.
    """

    source: str
    target: str
    origin: Origin
    kind: Kind
    paragraph: int
    matches: tuple[TermMatch, ...] = ()

    @property
    def is_reviewed(self) -> bool:
        """Whether a person has approved the English."""
        return self.origin is Origin.REVIEWED


@dataclass(frozen=True, slots=True)
class Page:
    """One article.

    Attributes:
        id: Article id; the name of its file.
        title: Thai title.
        translated_title: English title; empty where there is none.
        date: Date of the article.
        url: Where it was published; empty if unknown.
        rows: Its segments in order.
        models: The models whose unreviewed translations it holds.
        terms_digest: Digest of the termbase.
    """

    id: str
    title: str
    translated_title: str
    date: date | None
    url: str
    rows: tuple[Row, ...]
    models: tuple[str, ...] = ()
    terms_digest: str = ""

    @property
    def reviewed(self) -> int:
        """Number of reviewed segments."""
        return sum(row.is_reviewed for row in self.rows)

    @property
    def is_reviewed(self) -> bool:
        """Whether every segment is reviewed."""
        return self.reviewed == len(self.rows)
