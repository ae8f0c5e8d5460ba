"""Run an executor beside its caller: batches go in, outcomes come out, nobody waits without need.

An executor pulls batches and yields outcomes in one thread. The pipeline has other work while segments
are decoded: it reads the next articles and writes the last ones. The executor runs in a thread of its
own here; both sides meet in two short queues.
"""

from __future__ import annotations

from collections import deque
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.scale.base import Batch, Executor, Outcome

#: Batches that wait for the executor to take them.
_WAITING: Final = 2


class Feed:
    """Hands batches to an executor and its outcomes back.

    Args:
        executor: The executor; it stays the caller's to close.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._change = Condition()
        self._batches: deque[Batch] = deque()
        self._outcomes: deque[Outcome] = deque()
        self._open = 0
        self._finished = False
        self._error: BaseException | None = None
        self._thread: Thread | None = None

    @property
    def is_idle(self) -> bool:
        """Whether every batch has come back."""
        return self._open == 0

    @property
    def has_room(self) -> bool:
        """Whether another batch would be taken at once."""
        return len(self._batches) < _WAITING

    def put(self, batch: Batch) -> None:
        """Hand over a batch; starts the thread with the first."""
        with self._change:
            self._batches.append(batch)
            self._open += 1
            self._change.notify_all()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="executor", daemon=True)
            self._thread.start()

    def take(self) -> list[Outcome]:
        """The outcomes that have come, without waiting.

        Raises:
            BilingualNewsError: What the executor raised.
        """
        with self._change:
            return self._taken()

    def wait(self) -> list[Outcome]:
        """Wait for outcomes or for room; without more batches to come, for outcomes until all are back.

        Raises:
            BilingualNewsError: What the executor raised.
        """
        with self._change:
            while not (self._outcomes or self._error or self._open == 0):
                if self.has_room and not self._finished:
                    break
                self._change.wait()
            return self._taken()

    def finish(self) -> None:
        """Say that no batch will follow: an executor may hold outcomes back until it knows."""
        with self._change:
            self._finished = True
            self._change.notify_all()

    def close(self) -> list[Outcome]:
        """End the thread; drops what waits, waits for what is being decoded, and gives that back."""
        with self._change:
            self._finished = True
            self._batches.clear()
            self._change.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        found = list(self._outcomes)
        self._outcomes.clear()
        return found

    def _taken(self) -> list[Outcome]:
        if self._error is not None and not self._outcomes:
            raise self._error
        found = list(self._outcomes)
        self._outcomes.clear()
        self._open -= len(found)
        return found

    def _run(self) -> None:
        try:
            for outcome in self._executor.translate(self._stream()):
                with self._change:
                    self._outcomes.append(outcome)
                    self._change.notify_all()
        except BaseException as error:  # raised again in the caller's thread
            with self._change:
                self._error = error
                self._change.notify_all()

    def _stream(self) -> Iterator[Batch]:
        while True:
            with self._change:
                while not self._batches and not self._finished:
                    self._change.wait()
                if not self._batches:
                    return
                batch = self._batches.popleft()
                self._change.notify_all()
            yield batch
