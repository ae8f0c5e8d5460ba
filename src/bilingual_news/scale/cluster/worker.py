"""What runs on a Dask worker: the model, loaded once, and the task that translates a batch."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import platform
import time
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol
from weakref import WeakValueDictionary

from distributed import WorkerPlugin, get_worker

from bilingual_news import __version__
from bilingual_news.errors import BilingualNewsError, ClusterError, ModelLoadError, reason
from bilingual_news.glossary import Termbase
from bilingual_news.scale.base import Batch, Failure, isolate
from bilingual_news.translation import Job, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from distributed import Worker

    from bilingual_news.engines.base import Engine
    from bilingual_news.model import Hypothesis, Term

#: Distributions that have a say in a translation; another version may give another one.
_DECIDING: Final = ("ctranslate2", "sentencepiece", "argos-translate-lt", "pythainlp")
_OWN: Final = "bilingual-news"
#: Of glibc's malloc.h; the limits are bytes: of memory kept in all, and of a block to be kept.
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_KEPT_BYTES: Final = 256 << 20
_KEPT_BLOCK: Final = 32 << 20

Answer = tuple[tuple["Hypothesis | None", ...], tuple[Failure, ...]]
"""One hypothesis a job, in order, None for a segment that failed; and the failures."""


class Loader(Protocol):
    """Makes the engine of a worker. It is pickled, so its class must be importable there."""

    @property
    def signature(self) -> str:
        """What tells its engine from others: workers in one process share equal ones."""
        ...

    def load(self, scratch: Path, threads: int) -> Engine:
        """The engine, warm, for a number of threads; `scratch` is a folder of the worker.

        Raises:
            ModelNotHereError: If the files must be sent first.
            ModelLoadError: If there is no model.
        """
        ...

    def with_files(self) -> Loader | None:
        """The same with all files that a worker may lack; None if there is nothing to send."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker must know to translate; see `work_of`.

    Attributes:
        loader: Makes the engine.
        terms: Rows of the termbase; None translates freely.
        limit: Characters beyond which a segment is cut for the engine.
        versions: Of the client; see `versions`.
    """

    loader: Loader
    terms: tuple[Term, ...] | None
    limit: int
    versions: dict[str, str]


def work_of(loader: Loader, termbase: Termbase | None, limit: int = 300) -> Work:
    """What the workers of this client must know.

    Args:
        loader: Makes the engine of a worker: see `shipping.ship`.
        termbase: Terms to obey; None translates freely.
        limit: Characters beyond which a segment is cut into chunks for the engine.
    """
    return Work(loader, None if termbase is None else termbase.terms, limit, versions())


@dataclass(frozen=True, slots=True)
class Readiness:
    """How a worker is set up.

    Attributes:
        seconds: How long it took to load model and termbase.
        versions: Of the worker.
        problem: Why it cannot translate; None if it can.
    """

    seconds: float
    versions: dict[str, str]
    problem: BilingualNewsError | None = None


class Translator(WorkerPlugin):
    """The model and the termbase of a worker: loaded once, whatever the number of its threads.

    Setting up never fails: a worker that cannot translate says why when it is asked, and does not take
    the other users of the cluster down with it.

    Args:
        work: What it must know.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._engine: Engine | None = None
        self._termbase: Termbase | None = None
        self.readiness: Readiness | None = None

    async def setup(self, worker: Worker) -> None:
        """Load beside the worker's event loop, which must go on telling the scheduler that it lives."""
        scratch, threads = Path(worker.local_directory), worker.state.nthreads
        self.readiness = await asyncio.to_thread(self._loaded, scratch, threads)

    def teardown(self, worker: Worker) -> None:
        """Let go of the model; a task that still runs keeps its own hold."""
        self._engine = None

    def decode(self, batch: Batch) -> Answer:
        """Translate a batch.

        Raises:
            ClusterError: If the worker is not set up.
            ModelLoadError: If it has no model.
        """
        if self._engine is None:
            problem = self.readiness.problem if self.readiness else None
            raise problem or ClusterError("a worker is not ready to translate.", hint="Run again.")
        engine = self._engine

        def answers(jobs: Sequence[Job]) -> list[Hypothesis]:
            return translate(engine, jobs, self._termbase, limit=self._work.limit)

        outcome = isolate(answers, batch)
        return outcome.hypotheses, outcome.failures

    def _loaded(self, scratch: Path, threads: int) -> Readiness:
        start = time.perf_counter()
        problem: BilingualNewsError | None = None
        _keep_memory()
        try:
            _require_same(self._work.versions)
            if self._work.terms is not None:
                self._termbase = Termbase(self._work.terms)
                # The automaton is built by the first search.
                self._termbase.find(self._work.terms[0].source if self._work.terms else "")
            self._engine = _shared(self._work.loader, scratch, threads)
        except BilingualNewsError as error:
            problem = error
        except Exception as error:  # Whatever it is, the client is told which worker has it.
            problem = ModelLoadError(
                f"{type(error).__name__}: {reason(error)}.", hint="See the log of the worker."
            )
        return Readiness(time.perf_counter() - start, versions(), problem)


def decode(name: str, batch: Batch) -> Answer:
    """The task: translate a batch with the plugin of a name.

    Raises:
        ClusterError: If the worker has no such plugin.
    """
    plugin = get_worker().plugins.get(name)
    if not isinstance(plugin, Translator):
        raise ClusterError("a worker was not given the model.", hint="Run again.")
    return plugin.decode(batch)


def readiness(name: str, dask_worker: Worker) -> Readiness | None:
    """How a worker is set up; for `Client.run`."""
    plugin = dask_worker.plugins.get(name)
    return plugin.readiness if isinstance(plugin, Translator) else None


def versions() -> dict[str, str]:
    """Versions of what decides a translation."""
    found = {_OWN: __version__, "python": ".".join(platform.python_version_tuple()[:2])}
    for name in _DECIDING:
        found[name] = _version(name)
    return found


def differences(here: dict[str, str], there: dict[str, str]) -> list[str]:
    """In words, which versions differ."""
    return [f"{name} {there.get(name, 'none')}, here {here[name]}" for name in here
            if there.get(name) != here[name]]  # fmt: skip


@cache
def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _keep_memory() -> None:
    """Let the C library keep what the decoder frees: it asks for as much again at once.

    Dask starts workers with MALLOC_TRIM_THRESHOLD_ at 64 KiB, so that they give back every block that is
    freed. The decoder then spends more time on the kernel's empty pages than on translation: measured,
    15.5 processor seconds for 40 segments, 5.7 with these limits.
    """
    with contextlib.suppress(OSError, AttributeError):  # glibc only
        libc = ctypes.CDLL(None)
        libc.mallopt(_M_TRIM_THRESHOLD, _KEPT_BYTES)
        libc.mallopt(_M_MMAP_THRESHOLD, _KEPT_BLOCK)


def _require_same(client: dict[str, str]) -> None:
    if client[_OWN] != __version__:
        raise ClusterError(
            f"{_OWN} {__version__} is installed there, {client[_OWN]} here.",
            hint="Install the same version on client and workers.",
        )


_engines: WeakValueDictionary[tuple[str, int], Any] = WeakValueDictionary()
_loading = Lock()


def _shared(loader: Loader, scratch: Path, threads: int) -> Engine:
    """An engine of this process: one a model, shared by its workers and by the runs that use it."""
    key = (loader.signature, threads)
    with _loading:
        engine: Engine | None = _engines.get(key)
        if engine is None:
            engine = _engines[key] = loader.load(scratch, threads)
        return engine
