"""What the term ladder is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilingual_news.model import TermMatch


@dataclass(frozen=True, slots=True)
class Request:
    """A text to translate and the terms found in it."""

    source: str
    matches: tuple[TermMatch, ...] = ()

    @property
    def required(self) -> tuple[TermMatch, ...]:
        """The terms that its translation must hold, once for each time they stand in the source."""
        return tuple(match for match in self.matches if match.term.is_required)
