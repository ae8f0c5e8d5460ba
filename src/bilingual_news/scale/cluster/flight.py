"""Batches in flight: sent to the scheduler, and taken back one by one as they are done."""

from __future__ import annotations

from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any, Final

from distributed import as_completed

from bilingual_news.errors import BilingualNewsError
from bilingual_news.scale.cluster.worker import decode

if TYPE_CHECKING:
    from distributed import Future

    from bilingual_news.scale.base import Batch
    from bilingual_news.scale.cluster.crew import Crew
    from bilingual_news.scale.cluster.worker import Answer

#: Times that Dask runs a task again that raised, perhaps on another worker. That a worker died is
#: counted by the scheduler: its setting `distributed.scheduler.allowed-failures`, 3 by default.
_RETRIES: Final = 2
#: Batches in flight a thread of the workers: one that it works on and one that waits for it.
_AHEAD: Final = 2
_POLL_SECONDS: Final = 0.02


class Flight:
    """The batches that the cluster works on.

    Args:
        crew: Who works.
    """

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._sent: dict[str, tuple[Batch, Future[Any]]] = {}
        self._done = as_completed(loop=crew.client.loop, with_results=True, raise_errors=False)

    def __len__(self) -> int:
        """Batches that have not come back."""
        return len(self._sent)

    @property
    def has_room(self) -> bool:
        """Whether another batch keeps every worker busy and no more."""
        return len(self._sent) < _AHEAD * max(1, self._crew.threads)

    def send(self, batch: Batch, purpose: str = "") -> None:
        """Give a batch to the scheduler.

        Args:
            batch: The batch.
            purpose: Told apart in the key from the same batch sent for another purpose.
        """
        key = f"bilingual-news-{batch.key}{purpose}"
        while key in self._sent:
            key += "-again"
        future = self._crew.client.submit(
            decode, self._crew.name, batch, key=key, retries=_RETRIES, pure=False
        )
        self._sent[key] = (batch, future)
        self._done.add(future)

    def take(self) -> tuple[Batch, Answer | Exception]:
        """A batch that is done, with its answer, or with what stopped the workers that tried it.

        Raises:
            ClusterError: If the scheduler or all workers are lost, or the run is closed.
            ModelLoadError: If a worker has no model.
        """
        while not self._done.has_ready():
            self._crew.check()
            self._crew.pause(_POLL_SECONDS)
        future, result = next(self._done)
        batch, _ = self._sent.pop(future.key)
        # Asked of the result, not of the future: a worker that leaves now makes that pending again.
        if isinstance(result, CancelledError) or result is None:
            raise self._crew.lost()
        error = _error(result)
        if error is None:
            return batch, result
        if isinstance(error, BilingualNewsError):
            # No segment is to blame: what a segment does is caught on the worker.
            raise error
        return batch, error

    def cancel(self) -> None:
        """Call back what is in flight."""
        futures = [future for _, future in self._sent.values()]
        self._sent.clear()
        self._crew.cancel(futures)


def _error(result: Any) -> Exception | None:  # noqa: ANN401 - an answer, or what Dask gives for an error
    """The error of a task that failed, which Dask gives as type, error and traceback; None for an answer."""
    if len(result) == 3 and isinstance(result[1], Exception):  # noqa: PLR2004
        return result[1]
    return None
