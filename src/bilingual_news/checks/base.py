"""What a check is given, what it says, and what it must be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilingual_news.model import Severity, Term, TermMatch

Span = tuple[int, int]


@dataclass(frozen=True)  # without slots: what several checks ask of it is kept
class Pair:
    """One translation as a check sees it.

    Attributes:
        source: The normalised Thai text.
        target: The English text; empty where nothing is translated.
        matches: The terms of the source that are valid on the article's date.
        minimum: Lowest log-probability of a token, for an untouched machine translation; else None.
        is_title: Whether it is the article's title, where English drops full stops and small words.
        at_limit: Whether the decoder stopped at its limit, for an untouched machine translation.
        position: Its paragraph, its number there and the number of segments there, from one; or None.
        added: Bodies and offices of the English that the Thai has not, with their spans in the English.
    """

    source: str
    target: str
    matches: tuple[TermMatch, ...] = ()
    minimum: float | None = None
    is_title: bool = False
    at_limit: bool = False
    position: tuple[int, int, int] | None = None
    added: tuple[TermMatch, ...] = ()

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the matches, each once; those that the date rules out are left out."""
        return tuple(dict.fromkeys([match.term for match in self.matches if match.term not in match.stale]))


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check found in one pair.

    Attributes:
        message: One sentence for a translator, with the expected English where there is one.
        source: Half-open span of the Thai text concerned, or None.
        target: Half-open span of the English text concerned, or None.
        fix: What to write in place of that span where nothing else can be meant; else None.
    """

    message: str
    source: Span | None = None
    target: Span | None = None
    fix: str | None = None


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

    def messages(self, pair: Pair) -> Iterator[str | Problem]:
        """What is wrong; nothing for a correct pair. A bare string is a problem without spans."""
        ...


class ArticleCheck(Protocol):
    """A check of all translations of one article together; see Check for the attributes."""

    id: ClassVar[str]
    severity: ClassVar[Severity]
    description: ClassVar[str]

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """What is wrong, each with the index of the pair it is reported at."""
        ...
