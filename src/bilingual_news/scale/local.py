"""Translate on this machine, in this process."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from bilingual_news.scale.base import Outcome, isolate
from bilingual_news.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from bilingual_news.engines.base import Engine
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Hypothesis
    from bilingual_news.scale.base import Batch
    from bilingual_news.translation import Job

#: Batches in flight: one is decoded while the caller makes the next and writes the last.
IN_FLIGHT: Final = 2


class InProcess:
    """Decodes in a thread beside the caller: CTranslate2 works without the interpreter's lock.

    Args:
        engine_factory: Gives the engine; called once, in that thread, for the first batch.
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
        self._thread: ThreadPoolExecutor | None = None

    def translate(self, batches: Iterable[Batch]) -> Iterator[Outcome]:
        """Translate batches as they come; see `Executor.translate`."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="decode")
        in_flight: deque[Future[Outcome]] = deque()
        try:
            for batch in batches:
                in_flight.append(self._thread.submit(self._run, batch))
                while len(in_flight) >= IN_FLIGHT or (in_flight and in_flight[0].done()):
                    yield in_flight.popleft().result()
            while in_flight:
                yield in_flight.popleft().result()
        finally:
            for future in in_flight:
                future.cancel()

    def close(self) -> None:
        """End the thread; what it is decoding is finished first."""
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)
            self._thread = None

    def _run(self, batch: Batch) -> Outcome:
        engine = self._engine = self._engine or self._factory()

        def answers(jobs: Sequence[Job]) -> Sequence[Hypothesis]:
            return translate(engine, jobs, self._termbase, limit=self._limit)

        return isolate(answers, batch)
