"""The executor whose work is done by the workers of a Dask cluster."""

from __future__ import annotations

import math
import time
from threading import Lock
from typing import TYPE_CHECKING, Final

from distributed.scheduler import KilledWorker

from bilingual_news.errors import ClusterError, reason
from bilingual_news.scale.base import Batch, Failure, Outcome
from bilingual_news.scale.cluster.crew import Crew, Patience
from bilingual_news.scale.cluster.flight import Flight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bilingual_news.model import Hypothesis
    from bilingual_news.scale.cluster.worker import Answer, Work

#: Segments a batch: half a minute of work for a worker, against which a task's overhead is nothing.
BATCH_SEGMENTS: Final = 500
#: Batches that may come to grief before the cluster itself is held to blame, if none comes through.
_MOST_SUSPECTS: Final = 8
#: Between two lines about the progress.
_TELL_SECONDS: Final = 30.0


class Cluster:
    """Sends batches to the workers of a Dask scheduler, some ahead of their number, and no more.

    A segment that raises is found on the worker. A batch whose workers die is put aside until the
    rest is done, and is then taken apart, one part in flight at a time, until the segment is alone:
    whoever was merely beside it when a worker died is not blamed.

    Args:
        address: The scheduler's address, such as `tcp://192.168.0.5:8786`.
        work: What the workers must know.
        say: Told what happens, in one sentence.
        patience: How long to wait for what.
    """

    def __init__(
        self,
        address: str,
        work: Work,
        *,
        say: Callable[[str], None] = lambda message: None,
        patience: Patience | None = None,
    ) -> None:
        self._work = work
        self._address = address
        self._say = say
        self._patience = patience or Patience()
        self._crew: Crew | None = None
        self._lock = Lock()

    def translate(self, batches: Iterable[Batch]) -> Iterator[Outcome]:
        """Translate batches; see `Executor.translate`. Connects for the first one.

        Raises:
            ClusterError: If the cluster cannot be reached or used, or is lost.
            ModelLoadError: If a worker has no model.
        """
        stream = iter(batches)
        first = next(stream, None)
        if first is None:
            return
        flight = Flight(self._ready())
        progress = _Progress(self._say)
        suspects: list[Batch] = []
        try:
            flight.send(first)
            for batch, answer in _answers(flight, stream):
                if isinstance(answer, Exception):
                    suspects.append(batch)
                    self._suspect(batch, answer, len(suspects), progress)
                else:
                    progress.add(batch)
                    yield Outcome(batch, *answer)
            for batch in suspects:
                yield Outcome(batch, *_taken_apart(flight, batch))
                progress.add(batch)
            progress.finish()
        finally:
            flight.cancel()

    def close(self) -> None:
        """Leave the cluster as it was found; also stops a translation in another thread."""
        with self._lock:
            crew, self._crew = self._crew, None
        if crew is not None:
            crew.close()

    def _ready(self) -> Crew:
        if self._crew is None:
            with self._lock:
                crew = self._crew = Crew(self._address, self._say, self._patience)
            crew.get_ready(self._work)
        return self._crew

    def _suspect(self, batch: Batch, error: Exception, count: int, progress: _Progress) -> None:
        """Put a batch aside, unless it looks as if the cluster could not translate any.

        Raises:
            ClusterError: If several batches came to grief and none came through.
        """
        reason = _reason(error)
        if count >= _MOST_SUSPECTS and not progress.segments:
            hint = "See the logs of the workers: memory that is too small for the model, for example."
            raise ClusterError(f"{count} batches failed and none came through; {reason}.", hint=hint)
        size = len(batch.jobs)
        self._say(f"cluster: {reason}; its segments ({size}) are tried apart when the rest is done")


class _Progress:
    """Says now and then how far a run is."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._start = self._told = time.monotonic()
        self.segments = 0

    def add(self, batch: Batch) -> None:
        self.segments += len(batch.jobs)
        if time.monotonic() > self._told + _TELL_SECONDS:
            self._told = time.monotonic()
            self.finish()

    def finish(self) -> None:
        seconds = time.monotonic() - self._start
        if self.segments == 1:
            self._say("cluster: 1 segment translated")
        elif seconds < 1:
            self._say(f"cluster: {self.segments:,} segments translated")
        else:
            self._say(
                f"cluster: {self.segments:,} segments translated, {self.segments / seconds:,.0f} a second"
            )


def _answers(flight: Flight, stream: Iterator[Batch]) -> Iterator[tuple[Batch, Answer | Exception]]:
    """What comes back, while the workers are kept supplied."""
    more = True
    while more or flight:
        while more and flight.has_room:
            batch = next(stream, None)
            if batch is None:
                more = False
            else:
                flight.send(batch)
        if flight:
            yield flight.take()


def _taken_apart(flight: Flight, batch: Batch) -> Answer:
    """Translate a batch part by part, each alone in the cluster, down to the segments that do harm.

    A part has the square root of the batch's segments: 500 are 23 parts of 22, of which one is 22
    segments. Halving would need nine levels, and each level costs the lives of four workers.
    """
    hypotheses: list[Hypothesis | None] = []
    failures: list[Failure] = []
    for part in _parts(batch):
        flight.send(part, "-alone")
        _, answer = flight.take()
        if not isinstance(answer, Exception):
            found, failed = answer
        elif len(part.jobs) == 1:
            found, failed = (None,), (Failure(part.jobs[0], _reason(answer)),)
        else:
            found, failed = _taken_apart(flight, part)
        hypotheses += found
        failures += failed
    return tuple(hypotheses), tuple(failures)


def _parts(batch: Batch) -> Iterator[Batch]:
    size = math.isqrt(len(batch.jobs))
    for at in range(0, len(batch.jobs), size):
        jobs = batch.jobs[at : at + size]
        yield Batch(f"{batch.key}-{at}+{len(jobs)}", jobs)


def _reason(error: Exception) -> str:
    if isinstance(error, KilledWorker):
        return f"{error.allowed_failures + 1} workers died while they translated it"
    return f"{type(error).__name__}: {reason(error)}"
