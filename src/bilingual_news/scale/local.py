"""Translate on this machine, in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilingual_news.scale.base import Outcome, isolate
from bilingual_news.scale.pool import cores
from bilingual_news.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bilingual_news.engines.base import Engine
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Hypothesis
    from bilingual_news.scale.base import Batch
    from bilingual_news.translation import Job


class InProcess:
    """Decodes in the thread that asks for outcomes; `feed.Feed` puts that thread beside the pipeline.

    Args:
        engine_factory: Gives the engine; called once, for the first batch.
        termbase: Terms to obey; None translates freely.
        limit: Characters beyond which a segment is cut into chunks for the engine.
    """

    def __init__(
        self, engine_factory: Callable[[], Engine], termbase: Termbase | None, limit: int = 300
    ) -> None:
        self._factory = engine_factory
        self._termbase = termbase
        self._limit = limit
        self._engine: Engine | None = None

    def translate(self, batches: Iterable[Batch]) -> Iterator[Outcome]:
        """Translate batches one after another, none ahead; see `Executor.translate`."""
        for batch in batches:
            yield isolate(self._answers, batch)

    def close(self) -> None:
        """Forget the engine; nothing runs between two outcomes."""
        self._engine = None

    def _answers(self, jobs: Sequence[Job]) -> Sequence[Hypothesis]:
        if self._engine is None:
            self._engine = self._factory()
        return translate(self._engine, jobs, self._termbase, limit=self._limit, threads=cores())
