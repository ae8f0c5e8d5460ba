"""A cluster of two single-thread workers against the engine in one process, on the same segments.

    python -m benchmarks.cluster [DOMAIN_TSV] [--segments N] [--rounds N]

Both translate the same batches, alternately, in one run: `InProcess` with two decoder threads, and
`Cluster` over a LocalCluster of two processes with one thread each. The overhead is the ratio of wall
times; of processor times too, because others may be using the machine. In one more run a worker is killed.
Then what a scale-out depends on is measured: microseconds a task of the scheduler and of the client (many
empty tasks), bytes a segment in both directions, seconds to load the model, memory of a worker.
`benchmarks.scale_out` computes with these.
"""

from __future__ import annotations

import argparse
import logging
import math
import os
import pickle
import signal
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from distributed import Client, LocalCluster

from benchmarks.record import record
from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.packages import default_roots, find_model
from bilingual_news.glossary import load_termbase
from bilingual_news.pipeline.desk import BATCH_SEGMENTS
from bilingual_news.scale.base import Batch, Outcome, make_batches
from bilingual_news.scale.cluster import Cluster, ship, work_of
from bilingual_news.scale.local import InProcess
from bilingual_news.sources import read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article
from bilingual_news.translation import Job

if TYPE_CHECKING:
    from collections.abc import Iterable

    from distributed import Worker

ROOT = Path(__file__).parent.parent
DOMAIN = Path(os.environ.get("BENCH_DATA", "../shared/data")) / "domain" / "thaigov-segments-untranslated.tsv"
WORKERS = 2
EMPTY_TASKS = 1000
LIMIT = 300


@dataclass(frozen=True)
class Timing:
    """Seconds of a run: by the clock, and of all processes that took part."""

    wall: float
    processor: float


def segments(domain: Path, count: int) -> list[Job]:
    """Distinct segments of the shipped articles, filled up with those of a file, spread over it."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "articles").glob("*.txt")):
        article = normalize_article(read_article(path))
        found.update(dict.fromkeys(segment.text for segment in segment_article(article)))
    if domain.is_file():
        lines = domain.read_text(encoding="utf-8").splitlines()[1:]
        texts = [line.split("\t")[0] for line in lines]
        step = max(1, len(texts) // count)
        found.update(dict.fromkeys(texts[::step]))
    return [Job(text) for text in list(found)[:count]]


def processor_seconds(cluster: LocalCluster) -> float:
    """Processor time of this process and of the workers so far."""
    pids = [os.getpid(), *(worker.pid for worker in cluster.workers.values())]
    return sum(sum(psutil.Process(pid).cpu_times()[:2]) for pid in pids)


def timed(executor: Any, batches: Iterable[Batch], cluster: LocalCluster) -> tuple[Timing, list[Outcome]]:
    wall, processor = time.perf_counter(), processor_seconds(cluster)
    outcomes = list(executor.translate(batches))
    return Timing(time.perf_counter() - wall, processor_seconds(cluster) - processor), outcomes


def paired(jobs: list[Job], rounds: int, size: int) -> dict[str, Any]:
    """Decode in one process and on the cluster, alternately; the answers must be the same."""
    model = find_model(None, default_roots())
    terms = load_termbase(ROOT / "glossaries")
    local = InProcess(lambda: ArgosEngine(model, threads=WORKERS), terms, LIMIT)
    with cluster_of(WORKERS) as running:
        remote = Cluster(running.scheduler_address, work_of(ship(model, 4), terms, LIMIT))
        for executor in (local, remote):
            list(executor.translate(make_batches(jobs[:8], 4, "warm")))
        here, there = [], []
        for number in range(rounds):
            batches = list(make_batches(jobs, size, f"round {number}"))
            timing, answers = timed(local, batches, running)
            here.append(timing)
            timing, others = timed(remote, batches, running)
            there.append(timing)
            require_same(answers, others)
        sizes = bytes_of(answers)
        workers = worker_facts(running, remote)
        death = with_a_death(remote, jobs, running)
        remote.close()
    return {
        "model": model.signature,
        "segments": len(jobs),
        "batch_segments": size,
        "rounds": rounds,
        "local_wall_seconds": [round(t.wall, 2) for t in here],
        "cluster_wall_seconds": [round(t.wall, 2) for t in there],
        "local_processor_seconds": [round(t.processor, 2) for t in here],
        "cluster_processor_seconds": [round(t.processor, 2) for t in there],
        "cluster_to_local_wall": [round(b.wall / a.wall, 3) for a, b in zip(here, there, strict=True)],
        "cluster_to_local_processor": [
            round(b.processor / a.processor, 3) for a, b in zip(here, there, strict=True)
        ],
        "segments_a_processor_second": round(len(jobs) / min(t.processor for t in there), 1),
        **sizes,
        **workers,
        **death,
    }


def with_a_death(remote: Cluster, jobs: list[Job], running: LocalCluster) -> dict[str, Any]:
    """A run of ten batches, and one in which a worker is killed after the first of them has come back.

    Every segment must have its translation, once, and the one it has without a death.
    """
    size = math.ceil(len(jobs) / 10)
    timing, calm = timed(remote, make_batches(jobs, size, "calm"), running)
    start, disturbed = time.perf_counter(), []
    for outcome in remote.translate(make_batches(jobs, size, "disturbed")):
        if not disturbed:
            os.kill(next(iter(running.workers.values())).pid, signal.SIGKILL)
        disturbed.append(outcome)
    wall = time.perf_counter() - start
    texts = [
        sorted(
            (job.source, h and h.text)
            for o in found
            for job, h in zip(o.batch.jobs, o.hypotheses, strict=True)
        )
        for found in (calm, disturbed)
    ]
    if texts[0] != texts[1] or len(texts[1]) != len(jobs):
        raise SystemExit("a death changed what was translated")
    return {
        "wall_seconds_without_a_death": round(timing.wall, 2),
        "wall_seconds_with_a_death": round(wall, 2),
        "cost_of_a_death_seconds": round(wall - timing.wall, 2),
    }


def require_same(ours: list[Outcome], theirs: list[Outcome]) -> None:
    """Both gave the same texts, whatever the order of the batches."""
    texts = [
        {(o.batch.key, n): h and h.text for o in outcomes for n, h in enumerate(o.hypotheses)}
        for outcomes in (ours, theirs)
    ]
    if texts[0] != texts[1]:
        raise SystemExit("cluster and local run gave different translations")


def bytes_of(outcomes: list[Outcome]) -> dict[str, Any]:
    """Bytes a segment of what goes to a worker and comes back."""
    count = sum(len(outcome.batch.jobs) for outcome in outcomes)
    there = sum(len(pickle.dumps(outcome.batch)) for outcome in outcomes)
    back = sum(len(pickle.dumps((outcome.hypotheses, outcome.failures))) for outcome in outcomes)
    return {
        "bytes_a_segment_to_worker": round(there / count),
        "bytes_a_segment_from_worker": round(back / count),
    }


def worker_facts(cluster: LocalCluster, remote: Cluster) -> dict[str, Any]:
    """Memory of the workers, and how long they took to load model and termbase."""

    def facts(dask_worker: Worker) -> tuple[int, float]:
        [plugin] = [p for name, p in dask_worker.plugins.items() if name.startswith("bilingual-news-")]
        return psutil.Process().memory_info().rss, plugin.readiness.seconds

    with Client(cluster.scheduler_address, set_as_default=False) as client:
        found = list(client.run(facts).values())
    return {
        "worker_memory_mb": max(memory for memory, _ in found) >> 20,
        "worker_load_seconds": round(max(seconds for _, seconds in found), 2),
    }


def cluster_of(workers: int, **options: Any) -> LocalCluster:
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        worker_dashboard_address=None,
        memory_limit=0,
        silence_logs=logging.CRITICAL,
        **options,
    )


def nothing(number: int) -> int:
    """A task that costs nothing but its handling."""
    return number


def task_cost(rounds: int) -> dict[str, Any]:
    """Microseconds of processor time a task, in the scheduler's process and in the client's.

    The scheduler is in a process of its own here, so that its time can be told from the client's.
    """
    import subprocess
    import sys

    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scheduler.json"
        command += ["--no-dashboard", "--scheduler-file", str(file)]
        quiet = subprocess.DEVNULL
        scheduler = subprocess.Popen(command, stdout=quiet, stderr=quiet)
        while not file.exists():
            time.sleep(0.05)
        worker = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file),
             "--nthreads", "1", "--no-dashboard", "--memory-limit", "0"],
            stdout=quiet, stderr=quiet)  # fmt: skip
        try:
            with Client(scheduler_file=str(file), set_as_default=False) as client:
                client.wait_for_workers(1)
                client.gather([client.submit(nothing, n, pure=False) for n in range(100)])
                found = [_empty_tasks(client, scheduler.pid) for _ in range(rounds)]
        finally:
            for process in (worker, scheduler):
                process.terminate()
                process.wait()
    return {
        "empty_tasks": EMPTY_TASKS,
        "scheduler_microseconds_a_task": round(1e6 * min(a for a, _, _ in found)),
        "client_microseconds_a_task": round(1e6 * min(b for _, b, _ in found)),
        "wall_microseconds_a_task": round(1e6 * min(c for _, _, c in found)),
    }


def _empty_tasks(client: Client, pid: int) -> tuple[float, float, float]:
    """Seconds a task: of the scheduler's process, of this one, and by the clock."""
    scheduler = psutil.Process(pid)
    before = sum(scheduler.cpu_times()[:2]), time.process_time(), time.perf_counter()
    # One by one, as batches are sent and taken; never in one large graph.
    futures = [client.submit(nothing, n, pure=False) for n in range(EMPTY_TASKS)]
    for future in futures:
        future.result()
    after = sum(scheduler.cpu_times()[:2]), time.process_time(), time.perf_counter()
    first, second, third = ((b - a) / EMPTY_TASKS for a, b in zip(before, after, strict=True))
    return first, second, third


def main() -> None:
    """Run, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("domain", nargs="?", type=Path, default=DOMAIN)
    parser.add_argument("--segments", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=BATCH_SEGMENTS)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    result = paired(segments(arguments.domain, arguments.segments), arguments.rounds, arguments.batch)
    ratios = result["cluster_to_local_wall"]
    result["overhead_percent_median"] = round(100 * (statistics.median(ratios) - 1), 1)
    result |= task_cost(3)
    # Two cores: above two, others were using the machine, and only processor times can be compared.
    result["load_average_at_the_end"] = round(os.getloadavg()[0], 1)
    record("cluster", result)
    for name, value in result.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
