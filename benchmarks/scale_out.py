"""How long the whole archive would take on 1 to 1,000 workers: computed, from what one machine showed.

    python -m benchmarks.cluster && python -m benchmarks.scale_out

No cluster of that size was run. The client's own work is measured here, without decoding; workers and
scheduler were measured by `benchmarks.cluster` (results/cluster.json). Each resource has a rate, the
slowest one sets the time. docs/scale-out.md has the formulae and the table that this prints.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import tempfile
import time
import tracemalloc
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.record import RESULTS, record
from bilingual_news.config import load_settings
from bilingual_news.engines.packages import default_roots, find_model
from bilingual_news.glossary import load_termbase
from bilingual_news.model import Hypothesis
from bilingual_news.pipeline.desk import Translator
from bilingual_news.pipeline.translate import Options, TranslateRun
from bilingual_news.scale.base import Outcome
from bilingual_news.scale.store import RunStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilingual_news.scale.base import Batch

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("BENCH_DATA", "../shared/data"))

#: The archive of one government site: articles, their bytes, and segments that repeat. Its articles are
#: shorter than those of the sample, so segments are reckoned by bytes.
ARTICLES = 63_000
ARCHIVE_BYTES = 580e6
REPEATED = 1 / 8
WORKERS = (1, 10, 30, 100, 300, 1000)


@dataclass(frozen=True)
class Costs:
    """What a cluster run costs; times in seconds.

    Attributes:
        segments: Segments of the archive.
        decode: Of a worker, a segment.
        scheduler: Of the scheduler, a task.
        sender: Of the client, a task: send, take, store.
        client: Of the client, a segment: read, cut, check, write.
        size: Bytes a segment on the wire, both directions; each passes the scheduler.
        load: Of a worker, to load model and termbase.
        held: Bytes of the client, a segment in flight.
        batch: Segments a batch.
        processes: Processes of the client (`--jobs`).
        network: Bytes a second of the scheduler's and the client's line: assumed, 1 Gbit/s.
        deaths: Workers lost a worker and hour: assumed, preemptible machines that live 10 hours.
        restart: Until a lost worker's place is taken: assumed.
    """

    segments: float
    decode: float
    scheduler: float
    sender: float
    client: float
    size: float
    load: float
    held: float
    batch: int = 500
    processes: int = 1
    network: float = 125e6
    deaths: float = 0.1
    restart: float = 60


@dataclass(frozen=True)
class Estimate:
    """What a number of workers comes to; times in seconds."""

    workers: int
    parts: dict[str, float]
    fixed: float
    memory: float

    @property
    def bottleneck(self) -> str:
        """The resource that is busy all the time."""
        return max(self.parts, key=lambda name: self.parts[name])

    @property
    def total(self) -> float:
        """Seconds of the whole run."""
        return self.parts[self.bottleneck] + self.fixed


def estimate(costs: Costs, workers: int) -> Estimate:
    """Seconds that each resource is busy, were it alone; the run takes as long as the longest."""
    translated = costs.segments * (1 - REPEATED)
    batches = math.ceil(translated / costs.batch)
    batch = costs.batch * costs.decode
    # Whole batches: the last round occupies some workers only. Half a batch is lost with a worker.
    rounds = math.ceil(batches / workers)
    lost = costs.deaths / 3600 * (batch / 2 + costs.restart + costs.load)
    return Estimate(
        workers,
        {
            "workers": rounds * batch * (1 + lost),
            "scheduler": batches * costs.scheduler,
            "client": batches * costs.sender + costs.segments * costs.client / costs.processes,
            "network": 2 * translated * costs.size / costs.network,
        },
        # Workers load at once; the first batches must be read, the last ones written.
        costs.load + costs.batch * costs.client,
        min(translated, 2 * workers * costs.batch) * costs.held,
    )


def measured(found: dict[str, float]) -> Costs:
    """The costs as they were measured."""
    return Costs(
        segments=ARCHIVE_BYTES * found["client_segments"] / found["client_article_bytes"],
        decode=1 / found["segments_a_processor_second"],
        scheduler=found["scheduler_microseconds_a_task"] / 1e6,
        sender=found["client_microseconds_a_task"] / 1e6,
        client=found["client_milliseconds_a_segment"] / 1e3,
        size=found["bytes_a_segment_to_worker"] + found["bytes_a_segment_from_worker"],
        load=found["worker_load_seconds"],
        held=found["client_bytes_a_segment_in_flight"],
    )


def articles() -> list[Path]:
    """A sample of the archive's articles; without the data set, the shipped ones."""
    return sorted((DATA / "articles" / "sample").glob("*.txt")) or sorted((ROOT / "articles").glob("*.txt"))


class Echo:
    """An executor that answers at once, or when it has everything: what is left is the client's own work.

    Args:
        hold: Whether to take all batches before the first answer, as a large enough cluster does.
    """

    def __init__(self, *, hold: bool = False) -> None:
        self._hold = hold
        self.bytes_held = 0

    def translate(self, batches: Iterable[Batch]) -> Iterator[Outcome]:
        """Answer with the texts themselves."""
        if self._hold:
            tracemalloc.start()
            batches = list(batches)
            self.bytes_held, _ = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        for batch in batches:
            yield Outcome(batch, tuple(Hypothesis(f"EN {job.source}", -0.5) for job in batch.jobs))

    def close(self) -> None:
        """Nothing is open."""


def client_cost(articles: list[Path], rounds: int) -> dict[str, Any]:
    """Processor time of the client a segment, without decoding: read, cut, merge, check, write.

    And its memory a segment in flight: the articles that wait for their translations.
    """
    model = find_model(None, default_roots())
    terms = load_termbase(ROOT / "glossaries")
    seconds, counts = [], []
    executors = [*(Echo() for _ in range(rounds)), Echo(hold=True)]
    for executor in executors:
        with tempfile.TemporaryDirectory() as folder:
            settings = load_settings(Path(folder))
            translator = Translator(model, executor, RunStore(), 4)
            start = time.process_time()
            run = TranslateRun(settings, terms, lambda made=translator: made, Options())
            counts.append(sum(result.segments for result in run.run(articles)))
            seconds.append(time.process_time() - start)
    # The first round also loads dictionaries; the minimum is of the others.
    return {
        "client_articles": len(articles),
        "client_article_bytes": sum(path.stat().st_size for path in articles),
        "client_segments": counts[-1],
        "client_milliseconds_a_segment": round(1000 * min(seconds[:-1]) / counts[-1], 3),
        "client_bytes_a_segment_in_flight": executors[-1].bytes_held // counts[-1],
    }


def main() -> None:
    """Compute, print and record."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    document = json.loads((RESULTS / "cluster.json").read_text(encoding="utf-8"))
    client = client_cost(articles(), 3)
    base = measured(document["result"] | client)
    variants = {
        "as it is": base,
        "client with 16 processes": replace(base, processes=16),
        "16 processes, batches of 100": replace(base, processes=16, batch=100),
    }
    rows = []
    for name, costs in variants.items():
        print(f"\n{name}: {costs.segments:,.0f} segments")
        print("workers  hours  bottleneck  workers s  client s  scheduler s  network s  client GB")
        for workers in WORKERS:
            found = estimate(costs, workers)
            parts = found.parts
            print(
                f"{workers:7}  {found.total / 3600:5.2f}  {found.bottleneck:10}  {parts['workers']:9,.0f}"
                f"  {parts['client']:8,.0f}  {parts['scheduler']:11.1f}  {parts['network']:9.1f}"
                f"  {found.memory / 1e9:9.2f}"
            )
            row = {"variant": name, "workers": workers, "seconds": round(found.total)}
            rows.append(row | {"bottleneck": found.bottleneck} | {k: round(v, 1) for k, v in parts.items()})
    record("scale_out", client | {"articles": ARTICLES, "segments": round(base.segments), "table": rows})


if __name__ == "__main__":
    main()
