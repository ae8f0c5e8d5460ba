"""A real cluster on this machine for tests, and engines for its workers that can be harmed."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

import dask
from distributed import LocalCluster

from bilingual_news.scale.cluster import Cluster, Patience, work_of
from tests.contracts import engines

if TYPE_CHECKING:
    from collections.abc import Callable

#: A segment that holds this ends the process that translates it, as a crash in native code would.
DEADLY = "ยาพิษร้ายแรง"
CONFIGURATION = {
    # Forked from a server that has imported Dask: a killed worker is back in a second.
    "distributed.worker.multiprocessing-method": "forkserver",
    # LocalCluster gives up workers that do not come back in 15 seconds; a busy machine needs longer.
    "distributed.deploy.lost-worker-timeout": "1 hour",
    # A deadly batch needs two workers to be told from bad luck, not four.
    "distributed.scheduler.allowed-failures": 1,
}
#: As long as a busy machine may take; nothing waits for so long when all is well.
PATIENCE = Patience(connect=30, workers=60, setup=120, close=10)


@contextlib.contextmanager
def started(workers: int = 2, threads: int = 1, **options):
    """A cluster of worker processes on the loopback interface; ends with its processes."""
    with (
        dask.config.set(CONFIGURATION),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=threads,
            protocol="tcp://",
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            worker_dashboard_address=None,
            memory_limit=0,
            silence_logs=logging.CRITICAL,
            **options,
        ) as cluster,
    ):
        yield cluster


@dataclass(frozen=True)
class Made:
    """A loader that makes its engine by a function."""

    factory: Callable[[], object]

    @property
    def signature(self):
        return self.factory.__qualname__

    def load(self, scratch, threads):
        return self.factory()

    def with_files(self):
        return None


def on_dask(address, factory, terms, **options):
    """An executor over a cluster whose workers make their engine by a function."""
    return Cluster(address, work_of(Made(factory), terms), patience=PATIENCE, **options)


class Mortal(engines.Allergic):
    """The embedded model, in a process that dies of a deadly segment."""

    def alternatives(self, sources):
        if any(DEADLY in source for source in sources):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().alternatives(sources)


def mortal():
    return Mortal(engines.embedded().info, beam=1, threads=1)
