"""What decoding costs, and what our engine adds to it.

Three tables over the same segments of the shipped articles: threads and token budget of a batch, beam
size, and our engine against bare `ctranslate2.translate_batch` on tokens that are made and sorted
beforehand (same beam, threads and budget). Everything runs in one process, the settings of a table in
turns, and the best of several rounds counts; CPU time is given beside wall time, for a machine may have
other work. The ratio is of CPU times, paired.

    python -m benchmarks.decoding [--segments 200] [--rounds 3]
"""

from __future__ import annotations

import argparse
import itertools
import time
from typing import TYPE_CHECKING, Any

import ctranslate2

from benchmarks import engine as sample
from benchmarks.record import record
from bilingual_news.engines import argos
from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.constrain import Request, translate_with_terms
from bilingual_news.engines.packages import default_roots, find_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilingual_news.model import ModelInfo

BUDGETS = (256, 512, 1024, 2048, 4096)
#: inter_threads and intra_threads; both use two cores.
THREADS = ((2, 1), (1, 2))
BEAMS = (1, 2, 4, 5)
LONGEST = 250


def measured(works: dict[str, Callable[[], Any]], rounds: int) -> dict[str, dict[str, list[float]]]:
    """Wall and CPU seconds of each work, `rounds` times in turns, there and back again."""
    found: dict[str, dict[str, list[float]]] = {name: {"wall": [], "cpu": []} for name in works}
    for number in range(rounds):
        for name in list(works)[:: -1 if number % 2 else 1]:
            wall, cpu = time.perf_counter(), time.process_time()
            works[name]()
            found[name]["wall"].append(time.perf_counter() - wall)
            found[name]["cpu"].append(time.process_time() - cpu)
    return found


def loaded(model: ModelInfo, threads: tuple[int, int]) -> ctranslate2.Translator:
    return ctranslate2.Translator(
        str(model.path / "model"), compute_type="int8", inter_threads=threads[0], intra_threads=threads[1]
    )


def bare(
    translator: ctranslate2.Translator, tokens: list[list[str]], beam: int, budget: int
) -> Callable[[], Any]:
    """CTranslate2 alone over sorted tokens."""
    return lambda: translator.translate_batch(
        tokens,
        beam_size=beam,
        max_batch_size=budget,
        batch_type="tokens",
        max_decoding_length=LONGEST,
        max_input_length=0,
    )


def row(times: dict[str, list[float]], segments: int) -> dict[str, float]:
    """Segments a second by wall and by CPU time, the best round of each."""
    return {
        "segments_per_second": round(segments / min(times["wall"]), 1),
        "segments_per_cpu_second": round(segments / min(times["cpu"]), 1),
    }


def main() -> None:
    """Run, print and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sample.SEGMENTS = options.segments
    texts = sample.segments()
    model = find_model(None, default_roots({"HOME": "/nonexistent"}))
    ours = ArgosEngine(model, beam=4, threads=2)
    ours.translate(texts[:4])
    tokens = sorted((ours._tokenizer.encode(text) for text in texts), key=len, reverse=True)

    works = {
        f"inter {inter} intra {intra} budget {budget}": bare(loaded(model, (inter, intra)), tokens, 4, budget)
        for (inter, intra), budget in itertools.product(THREADS, BUDGETS)
    }
    threads = {name: row(times, len(texts)) for name, times in measured(works, options.rounds).items()}
    works = {f"beam {beam}": bare(loaded(model, (2, 1)), tokens, beam, argos.BATCH_TOKENS) for beam in BEAMS}
    beams = {name: row(times, len(texts)) for name, times in measured(works, options.rounds).items()}
    requests = [Request(text) for text in texts]
    works = {
        # The same weights at the same place in memory: two copies alone can differ by some percent.
        "bare": bare(ours._translator, tokens, 4, argos.BATCH_TOKENS),
        "engine": lambda: ours.translate(texts),
        "engine with scores": lambda: translate_with_terms(ours, requests),
    }
    times = measured(works, 2 * options.rounds)
    ratios = {
        name: {
            "of_cpu": round(min(times["bare"]["cpu"]) / min(times[name]["cpu"]), 3),
            "of_wall": round(min(times["bare"]["wall"]) / min(times[name]["wall"]), 3),
            "paired_of_cpu": [
                round(b / a, 3) for a, b in zip(times[name]["cpu"], times["bare"]["cpu"], strict=True)
            ],
        }
        for name in ("engine", "engine with scores")
    }
    result = {
        "model": model.signature,
        "segments": len(texts),
        "source_tokens": sum(map(len, tokens)),
        "rounds": options.rounds,
        "threads_and_budget": threads,
        "beam": beams,
        "against_bare": {name: row(values, len(texts)) for name, values in times.items()},
        "ratio_to_bare": ratios,
    }
    record("decoding", result)
    for name, value in result.items():
        if isinstance(value, dict):
            print(name)
            for key, cells in value.items():
                print(f"  {key}: {cells}")
        else:
            print(f"{name}: {value}")


if __name__ == "__main__":
    main()
