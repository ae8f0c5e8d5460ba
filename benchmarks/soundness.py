"""What choosing the soundest hypothesis of a beam gains and costs, by margin of likelihood.

Usage: python -m benchmarks.soundness DATA. DATA is the project's data folder (test/, domain/). The beams
are decoded once; every margin chooses from the same ones.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

from benchmarks.mt import fact_accuracy, quality, read_set
from benchmarks.record import record
from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.packages import default_roots, find_model
from bilingual_news.engines.soundness import soundest

SETS = ("distilled-dev", "ntrex-dev", "pud")
MARGINS = (None, 0.05, 0.1, 0.2, 0.3, 0.6)


def measure(engine: ArgosEngine, data: Path, name: str) -> dict[str, Any]:
    """Quality and facts kept of one set, by margin; None is the first hypothesis."""
    sources, references = read_set(data, name)
    beams = engine.alternatives(sources)
    rows: dict[str, Any] = {}
    for margin in MARGINS:
        start = time.process_time()
        found = [
            beam[0] if margin is None else soundest(source, beam, margin)
            for source, beam in zip(sources, beams, strict=True)
        ]
        seconds = time.process_time() - start
        scores = quality(found, references)
        rows[str(margin)] = {
            "others_taken": sum(hypothesis.rung > 0 for hypothesis in found),
            "bleu": scores["bleu"],
            "chrf2": scores["chrf2"],
            **fact_accuracy(sources, found),
            "microseconds_a_segment": round(seconds / len(sources) * 1e6),
        }
        print(name, margin, rows[str(margin)], flush=True)
    return rows


def main() -> None:
    """Measure, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="The project's data folder, with test/ and domain/.")
    data = parser.parse_args().data
    info = find_model(None, default_roots())
    engine = ArgosEngine(info)
    result = {name: measure(engine, data, name) for name in SETS}
    print(record("soundness", {"model": info.signature, **result}))


if __name__ == "__main__":
    main()
