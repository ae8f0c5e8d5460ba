"""What an exporter is given: one article with its translation, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bilingual_news.model import NO_LAYOUT, Kind, Layout, Origin

if TYPE_CHECKING:
    from datetime import date

    from bilingual_news.model import Term, TermMatch


#: Domains of the termbase that say what a word is, not what an article is about.
_NOT_TOPICS: Final = frozenset({"people", "position", "title"})


class Status(StrEnum):
    """How far a person has reviewed an article."""

    REVIEWED = "reviewed"
    PARTIAL = "partial"
    MACHINE = "machine"
    EMPTY = "empty"


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
        layout: Where its paragraph stands on the page.
        notes: Findings of the checks, one sentence each.
        number: 1-based number in the article; names it in links.
    """

    source: str
    target: str
    origin: Origin
    kind: Kind
    paragraph: int
    matches: tuple[TermMatch, ...] = ()
    layout: Layout = NO_LAYOUT
    notes: tuple[str, ...] = ()
    number: int = 0

    @property
    def is_reviewed(self) -> bool:
        """Whether a person has approved the English."""
        return self.origin is Origin.REVIEWED


@dataclass(frozen=True, slots=True)
class Page:
    """One article.

    Attributes:
        id: Article id.
        title: Thai title.
        translated_title: English title; empty where there is none.
        date: Date of the article.
        url: Where it was published; empty if unknown.
        rows: Its segments in order.
        models: The models whose unreviewed translations it holds.
        terms_digest: Digest of the termbase.
        revised: When its catalog was last changed, ISO 8601 in UTC; empty if unknown.
        has_article: Whether the article was found; else the catalog's order stands in for it.
        is_stale: Whether the article changed since the catalog was merged with it.
    """

    id: str
    title: str
    translated_title: str
    date: date | None
    url: str
    rows: tuple[Row, ...]
    models: tuple[str, ...] = ()
    terms_digest: str = ""
    revised: str = ""
    has_article: bool = True
    is_stale: bool = False

    @property
    def reviewed(self) -> int:
        """Number of reviewed segments."""
        return sum(row.is_reviewed for row in self.rows)

    @property
    def is_reviewed(self) -> bool:
        """Whether every segment is reviewed."""
        return self.reviewed == len(self.rows)

    @property
    def status(self) -> Status:
        """How far it has been reviewed, in one word."""
        if self.is_reviewed:
            return Status.REVIEWED
        if self.reviewed or any(row.origin is Origin.EDITED for row in self.rows):
            return Status.PARTIAL
        return Status.MACHINE if any(row.target for row in self.rows) else Status.EMPTY

    @property
    def title_row(self) -> Row | None:
        """The segment that is the headline."""
        return next((row for row in self.rows if row.kind is Kind.TITLE), None)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the article in the order of their first occurrence."""
        return tuple(dict.fromkeys(match.term for row in self.rows for match in row.matches))

    @property
    def topics(self) -> tuple[str, ...]:
        """Subject fields of its terms, the most frequent first; each has at least two occurrences."""
        counts: dict[str, int] = {}
        for row in self.rows:
            for match in row.matches:
                if match.term.domain and match.term.domain not in _NOT_TOPICS:
                    counts[match.term.domain] = counts.get(match.term.domain, 0) + 1
        frequent = [domain for domain, count in counts.items() if count > 1]
        return tuple(sorted(frequent, key=lambda domain: (-counts[domain], domain)))
