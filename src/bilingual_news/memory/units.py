"""Translation units and matches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MatchKind(StrEnum):
    """How a unit fits a query, best first."""

    CONTEXT = "context"
    EXACT = "exact"
    REPAIRED = "repaired"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Query:
    """A segment to look up, with its neighbours."""

    source: str
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A translation found for a query.

    Attributes:
        kind: How it fits.
        percent: 101 in context, 100 exact, else the similarity of the sources, 99 at most.
        source: The source text that was translated.
        target: The translation; repaired for `MatchKind.REPAIRED`.
        origin: Where it comes from.
        rivals: Other translations of the same source that fit as well.
    """

    kind: MatchKind
    percent: int
    source: str
    target: str
    origin: str
    rivals: int = 0
