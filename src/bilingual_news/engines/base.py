"""What an engine is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.model import Hypothesis, ModelInfo


class Engine(Protocol):
    """A machine translation engine from Thai to English."""

    @property
    def info(self) -> ModelInfo:
        """Which model it runs."""
        ...

    def translate(self, sources: Sequence[str]) -> Sequence[Hypothesis]:
        """The best translation of each text; same length and order as the input."""
        ...

    def alternatives(self, sources: Sequence[str]) -> Sequence[Sequence[Hypothesis]]:
        """The n best translations of each text, best first."""
        ...

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> Sequence[tuple[float, float]]:
        """Mean and minimum log-probability a token of each target given its source."""
        ...
