"""A pool of processes that outlives its workers: a task that kills one costs only itself.

Tasks are given out in order and their results come back in order, with a bounded number in between, so
that a stream of any length needs bounded memory. Workers are started by a fork server or anew, never
forked from a process that has threads (the decoder's locks would be copied in any state). The fork server
imports what the workers need, once, and each of them is a copy of it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.forkserver
import multiprocessing.resource_tracker
import os
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")

#: Tasks in flight a worker. Results come back in order: behind a long article the others need work.
AHEAD: Final = 16
#: Microseconds of processor time that a container gets, and the period they are for (cgroup v2, Linux).
_QUOTA: Final = Path("/sys/fs/cgroup/cpu.max")
_INTERRUPTIONS: Final = (signal.SIGINT, signal.SIGTERM)


class LostWorkerError(Exception):
    """The process that worked on a task died: killed, out of memory, or crashed in native code."""


class Pool(Generic[T, R]):
    """Runs one function over tasks in worker processes.

    Args:
        function: What is done with a task; importable by name in another process.
        workers: Number of processes.
        initializer: Called once in every worker, with `arguments`.
        arguments: Its arguments; pickled.
    """

    def __init__(
        self,
        function: Callable[[T], R],
        workers: int,
        initializer: Callable[..., None] | None = None,
        arguments: Sequence[object] = (),
    ) -> None:
        self._function = function
        self._workers = workers
        self._start = (initializer, tuple(arguments))
        self._pool: ProcessPoolExecutor | None = None
        self._tasks: deque[tuple[T, Future[R]]] = deque()

    def __len__(self) -> int:
        """Tasks whose results have not been taken."""
        return len(self._tasks)

    @property
    def has_room(self) -> bool:
        """Whether another task keeps within the bound."""
        return len(self._tasks) < self._workers * AHEAD

    def put(self, task: T) -> None:
        """Give out a task."""
        # A worker that is interrupted while it is started would show a traceback of half a message.
        with interruptions_wait():
            self._tasks.append((task, self._submitted(task)))

    def take(self) -> tuple[T, R | LostWorkerError]:
        """The oldest task and its result; waits for it.

        Raises:
            Exception: What the function raised.
        """
        task, future = self._tasks.popleft()
        try:
            return task, future.result()
        except BrokenProcessPool:
            return task, self._alone(task)

    def close(self) -> None:
        """End the workers after the tasks that they work on. Closing twice does nothing."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
        self._tasks.clear()

    def _submitted(self, task: T) -> Future[R]:
        if self._pool is None:
            self._pool = self._made(self._workers)
        try:
            return self._pool.submit(self._function, task)
        except BrokenProcessPool:
            # A worker died; who is to blame shows when the tasks of that time are taken.
            self._pool.shutdown()
            self._pool = self._made(self._workers)
            return self._pool.submit(self._function, task)

    def _alone(self, task: T) -> R | LostWorkerError:
        """Do a task again that was in flight when a worker died, where it can harm no other."""
        with self._made(1) as pool:
            try:
                with interruptions_wait():
                    future = pool.submit(self._function, task)
                return future.result()
            except BrokenProcessPool:
                return LostWorkerError("the process that worked on it died")

    def _made(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            workers, mp_context=_context(), initializer=_start_worker, initargs=self._start
        )


def start_fork_server(module: str) -> None:
    """Let the fork server start and import what workers will need, while this process goes on.

    Does nothing where workers are started otherwise, or where the server runs already.

    Args:
        module: The module of the function that they will run.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.forkserver.set_forkserver_preload([module])
        # Its start would lift the mask.
        multiprocessing.resource_tracker.ensure_running()
        # Ctrl-C reaches the whole process group, and a server that imports would show its traceback.
        with interruptions_wait():
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                multiprocessing.forkserver.ensure_running()
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def interruptions_wait() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM wait until something short is done that must not be left half done.

    Blocking them would not do: another thread of this process would take them, and the interpreter hands
    them to the main thread whatever that one blocks. Only there can it be done, and need it be.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {number: signal.getsignal(number) for number in _INTERRUPTIONS}
    for number, handler in before.items():
        # None is a handler that was not set from Python; it could not be put back.
        if handler is not None:
            signal.signal(number, lambda signaled, _: came.append(signaled))
    try:
        yield
    finally:
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)
        for first in came[:1]:
            signal.raise_signal(first)


def cores() -> int:
    """The processors that this process may use, as few as its container is given time of."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with contextlib.suppress(OSError, ValueError):  # no container, or one without a limit ("max 100000")
        quota, period = map(int, _QUOTA.read_text(encoding="ascii").split())
        return max(1, min(allowed, quota // period))
    return allowed


def _context() -> Any:  # noqa: ANN401 - the classes of contexts have no common public base
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _start_worker(initializer: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    # Ctrl-C reaches the whole process group; the parent alone decides what to do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    if initializer is not None:
        initializer(*arguments)


def _die_with_parent() -> None:
    """End a worker whose parent was killed; it would wait for tasks for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
