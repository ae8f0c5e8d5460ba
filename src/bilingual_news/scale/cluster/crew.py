"""The connection to a scheduler and its workers: reach it, set the workers up, leave it clean.

Nothing here waits without a bound. Dask's own timeouts do not cover everything: a port that is not a
scheduler's can keep a client waiting for ever, so every call that may hang runs beside a clock.
"""

from __future__ import annotations

import contextlib
import threading
import time
import warnings
from dataclasses import dataclass, replace
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from distributed import Client

from bilingual_news.errors import ClusterError, reason
from bilingual_news.scale.cluster.shipping import ModelNotHereError
from bilingual_news.scale.cluster.worker import Readiness, Translator, Work, differences, readiness

if TYPE_CHECKING:
    from collections.abc import Callable

    from distributed import Future, Scheduler

    from bilingual_news.errors import BilingualNewsError

R = TypeVar("R")

#: The names of our plugins: this and the id of the client.
_PREFIX: Final = "bilingual-news-"
#: Between two looks at who is there.
_LOOK_SECONDS: Final = 2.0
#: Between two looks at whether the run was closed, while a call is under way.
_STEP_SECONDS: Final = 0.2
_START_HINT: Final = "Start a worker with `dask worker ADDRESS --nthreads 1`, or see its log."
_ADDRESS_HINT: Final = (
    "Start `dask scheduler` and give the address that it prints, such as tcp://192.168.0.5:8786."
)
_INSTALL_HINT: Final = (
    "Install the same version of bilingual-news[cluster] for scheduler, workers and client."
)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, before a cluster counts as unusable.

    Attributes:
        connect: For the scheduler to answer.
        workers: For a first worker to come, or for one to come back when all are gone.
        setup: For the workers to load model and termbase.
        close: For the cluster to take note that the run is over.
    """

    connect: float = 10
    workers: float = 60
    setup: float = 300
    close: float = 10


class Crew:
    """The workers of a cluster that translate for one client.

    Args:
        address: The scheduler's address.
        say: Told what happens, in one sentence.
        patience: How long to wait for what.
    """

    def __init__(self, address: str, say: Callable[[str], None], patience: Patience) -> None:
        self._address = address
        self._say = say
        self._patience = patience
        self._closing = threading.Event()
        self._client: Client | None = None
        self._threads = 0
        self._looked = self._seen = float("-inf")

    @property
    def client(self) -> Client:
        """The connection, of a crew that is ready."""
        if self._client is None:
            raise ClusterError("there is no connection to a cluster.", hint="Run again.")
        return self._client

    @property
    def name(self) -> str:
        """The name of this client's plugin on the workers."""
        return f"{_PREFIX}{self.client.id}"

    def get_ready(self, work: Work) -> None:
        """Connect, and give the workers what they must know.

        Raises:
            ClusterError: If the scheduler cannot be reached, or its workers cannot be used.
            ModelLoadError: If a worker cannot load the model.
        """
        self._client = self._connected()
        self._wait_for_workers()
        self._tidy()
        self._set_up(work)
        self._introduce()

    @property
    def threads(self) -> int:
        """Tasks that the workers can work on at once, as last seen."""
        return self._threads

    def check(self) -> None:
        """See whether there still is somebody to wait for; looks every two seconds at most.

        Raises:
            ClusterError: If the run was closed, the scheduler is lost, or no worker is left.
        """
        if self._closing.is_set():
            raise _stopped()
        now = time.monotonic()
        if now < self._looked + _LOOK_SECONDS:
            return
        self._looked = now
        if self.client.status != "running":
            raise self.lost()
        with contextlib.suppress(TimeoutError):  # A busy scheduler is not a lost one.
            self._threads = sum(self._bounded(self.client.nthreads, self._patience.connect).values())
        if self._threads:
            self._seen = now
        elif now > self._seen + self._patience.workers:
            message = f"all workers of {self._address} have been gone for {self._patience.workers:g} seconds."
            raise ClusterError(message, hint=_START_HINT)

    def pause(self, seconds: float) -> None:
        """Wait; not a moment longer when the run is closed."""
        self._closing.wait(seconds)

    def cancel(self, futures: list[Future[Any]]) -> None:
        """Call tasks back that nobody waits for any more."""
        if futures and self.client.status == "running":
            self._quietly(lambda: self.client.cancel(futures, force=True))

    def lost(self) -> ClusterError:
        """The error for a scheduler that went away."""
        hint = "See its log, start it again and run again: what was translated is not lost."
        return ClusterError(f"the connection to the scheduler {self._address} was lost.", hint=hint)

    def close(self) -> None:
        """Take the model off the workers and leave; from any thread, more than once."""
        self._closing.set()
        client, self._client = self._client, None
        if client is None:
            return
        if client.status == "running":
            self._quietly(lambda: client.unregister_worker_plugin(f"{_PREFIX}{client.id}"))
        self._quietly(lambda: client.close(timeout=self._patience.close))

    def _connected(self) -> Client:
        def connect() -> Client:
            return Client(self._address, timeout=self._patience.connect, set_as_default=False)

        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                client = _beside_clock(connect, self._patience.connect + 2, self._closing)
            except (OSError, ValueError, ImportError, MemoryError, TimeoutError) as error:
                message = f"no Dask scheduler answers at {self._address}: {reason(error)}."
                raise ClusterError(message, hint=_ADDRESS_HINT) from error
        for warning in caught:
            self._say(f"cluster {self._address} warns: {warning.message}")
        return client

    def _wait_for_workers(self) -> None:
        seconds = self._patience.workers
        with contextlib.suppress(TimeoutError):
            self._bounded(lambda: self.client.wait_for_workers(1, timeout=seconds), seconds + 2)
            return
        message = f"the scheduler {self._address} has no workers after {seconds:g} seconds."
        raise ClusterError(message, hint=_START_HINT)

    def _tidy(self) -> None:
        """Take models off the workers that clients left there which were killed."""
        with contextlib.suppress(TimeoutError):
            stale = self._bounded(lambda: self.client.run_on_scheduler(_stale), self._patience.connect)
            for name in stale:
                self._bounded(partial(self.client.unregister_worker_plugin, name), self._patience.connect)

    def _set_up(self, work: Work) -> None:
        """Give the workers model and termbase; the model's files only if somebody lacks them."""
        found = self._registered(work)
        full = work.loader.with_files() if any(map(_lacks_model, found.values())) else None
        if full is not None:
            self._say(f"cluster {self._address}: the model is sent to the workers")
            found = self._registered(replace(work, loader=full))
        for worker, state in found.items():
            if state.problem is not None:
                raise _named(state.problem, worker)
        self._tell_differences(work.versions, found)

    def _registered(self, work: Work) -> dict[str, Readiness]:
        """Set all workers up, also those that will join; returns how each of them took it."""

        def register() -> dict[str, Readiness]:
            self.client.register_plugin(Translator(work), name=self.name)
            found = self.client.run(readiness, self.name, on_error="ignore")
            return {worker: state for worker, state in found.items() if state is not None}

        try:
            return self._bounded(register, self._patience.setup)
        except TimeoutError as error:
            message = f"the workers of {self._address} were not ready after {self._patience.setup:g} seconds."
            raise ClusterError(message, hint="See their logs.") from error
        except Exception as error:
            # Mostly unpickling: the worker has no bilingual-news, or another version of it.
            message = (
                f"the workers of {self._address} cannot be set up: {type(error).__name__}: {reason(error)}."
            )
            raise ClusterError(message, hint=_INSTALL_HINT) from error

    def _tell_differences(self, here: dict[str, str], found: dict[str, Readiness]) -> None:
        for worker, state in found.items():
            if other := ", ".join(differences(here, state.versions)):
                self._say(f"worker {worker}: {other}; translations may differ from those made here")

    def _introduce(self) -> None:
        ready = self._bounded(self.client.nthreads, self._patience.connect)
        self._threads = sum(ready.values())
        self._looked = self._seen = time.monotonic()
        count, link = len(ready), self.client.dashboard_link
        self._say(f"cluster {self._address}: workers {count}, threads {self._threads}; dashboard {link}")

    def _bounded(self, call: Callable[[], R], seconds: float) -> R:
        """Run a call of the client.

        Raises:
            ClusterError: If the scheduler goes away meanwhile.
            TimeoutError: If it does not answer in time.
        """
        try:
            return _beside_clock(call, seconds, self._closing)
        except TimeoutError:
            raise
        except OSError as error:
            raise self.lost() from error

    def _quietly(self, call: Callable[[], object]) -> None:
        """Run a call of farewell; a scheduler that is gone has nothing left to be told."""
        with contextlib.suppress(Exception):
            _beside_clock(call, self._patience.close, threading.Event())


def _stale(dask_scheduler: Scheduler) -> list[str]:
    """Names of our plugins whose clients are gone; runs in the scheduler."""
    clients = dask_scheduler.clients
    return [name for name in dask_scheduler.worker_plugins
            if name.startswith(_PREFIX) and name.removeprefix(_PREFIX) not in clients]  # fmt: skip


def _lacks_model(state: Readiness) -> bool:
    return isinstance(state.problem, ModelNotHereError)


def _named(problem: BilingualNewsError, worker: str) -> BilingualNewsError:
    """A worker's problem, with its name before it."""
    return type(problem)(f"worker {worker}: {problem.message}", path=problem.path, hint=problem.hint)


def _stopped() -> ClusterError:
    return ClusterError("the run was stopped.", hint="Run again; it goes on where it was.")


def _beside_clock(call: Callable[[], R], seconds: float, closing: threading.Event) -> R:
    """Run a call in a thread that is left behind if it takes too long.

    Raises:
        TimeoutError: If it does.
        ClusterError: If `closing` is set meanwhile.
    """
    results: SimpleQueue[tuple[R, None] | tuple[None, BaseException]] = SimpleQueue()

    def run() -> None:
        try:
            results.put((call(), None))
        except BaseException as error:  # raised again in the caller's thread
            results.put((None, error))

    threading.Thread(target=run, name="cluster", daemon=True).start()
    end = time.monotonic() + seconds
    while not closing.is_set():
        try:
            value, error = results.get(timeout=_STEP_SECONDS)
        except Empty:
            if time.monotonic() > end:
                raise TimeoutError(f"no answer in {seconds:g} seconds") from None
            continue
        if error is not None:
            raise error
        return cast("R", value)
    raise _stopped()
