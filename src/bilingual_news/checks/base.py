"""What a check is given and what it must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.model import Severity, TermMatch


@dataclass(frozen=True, slots=True)
class Pair:
    """One translation as a check sees it.

    Attributes:
        source: The normalised Thai text.
        target: The English text; empty where nothing is translated.
        matches: The terms of the source that are valid on the article's date.
    """

    source: str
    target: str
    matches: tuple[TermMatch, ...] = ()


class Check(Protocol):
    """A check: stateless, quick, one thing.

    Attributes:
        id: Stable name for `--select`, `--ignore` and PO comments.
        severity: Of every finding it makes.
        description: One sentence for the table of checks.
    """

    id: ClassVar[str]
    severity: ClassVar[Severity]
    description: ClassVar[str]

    def messages(self, pair: Pair) -> Iterator[str]:
        """What is wrong, one sentence each; nothing for a correct pair."""
        ...
