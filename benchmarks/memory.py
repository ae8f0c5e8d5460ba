"""How fast the translation memory answers fuzzy queries, and how often it finds the right unit.

Run: python -m benchmarks.memory --lines FILE [--units 10000 100000 1000000] [--queries 1000]

FILE has a Thai text a line. Where it has fewer than the units wanted, further ones are made of the first
half of one line and the second half of another. Queries are units with one to three words edited; a query
is found if its unit is among the matches.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import sqlite3
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from bilingual_news.memory import MemoryIndex, Query, Unit
from bilingual_news.stages.words import words

RESULTS = Path(__file__).parent / "results"


def texts(lines: list[str], count: int, rng: random.Random) -> list[str]:
    found = dict.fromkeys(lines[:count])
    while len(found) < count:
        one, other = rng.choice(lines), rng.choice(lines)
        found[one[: len(one) // 2] + other[len(other) // 2 :]] = None
    return list(found)


def edited(text: str, rng: random.Random) -> str:
    tokens = words(text)
    for _ in range(rng.randint(1, min(3, max(1, len(tokens) // 8)))):
        tokens[rng.randrange(len(tokens))] = rng.choice(("ประชาชน", "ดำเนินการ", "ใหม่", "จังหวัด"))
    return "".join(tokens)


def measure(lines: list[str], count: int, queries: int) -> dict[str, float]:
    rng = random.Random(1)
    sources = texts(lines, count, rng)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.sqlite"
        start = time.perf_counter()
        with MemoryIndex(path, words) as index:
            units = [Unit(s, f"Translation {n}", origin="x") for n, s in enumerate(sources)]
            index.update({"a": "1"}, lambda _: units)
            built = time.perf_counter() - start
            start = time.perf_counter()
            index.update({"a": "1", "b": "1"}, lambda _: units[:100])
            added = time.perf_counter() - start
        wanted = [rng.choice(sources) for _ in range(queries)]
        asked = [edited(source, rng) for source in wanted]
        with MemoryIndex(path, words) as index:
            start = time.perf_counter()
            answers = [index.find(Query(text), 0.6) for text in asked]
            taken = time.perf_counter() - start
        hits = sum(any(m.source == s for m in found) for s, found in zip(wanted, answers, strict=True))
        size = path.stat().st_size / 2**20
    return {
        "units": count, "build s": round(built, 1), "add 100 units s": round(added, 3),
        "queries": queries, "queries s": round(taken, 2), "found %": round(100 * hits / queries, 1),
        "index MB": round(size),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=Path, required=True)
    parser.add_argument("--units", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--queries", type=int, default=1000)
    options = parser.parse_args()
    text = options.lines.read_text(encoding="utf-8")
    lines = [line for line in dict.fromkeys(text.split("\n")) if 30 <= len(line) <= 300]
    random.Random(1).shuffle(lines)
    found = {
        "machine": platform.machine(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "rapidfuzz": version("rapidfuzz"),
        "pythainlp": version("pythainlp"),
        "command": " ".join(["python -m benchmarks.memory", *sys.argv[1:]]),
        "lines": len(lines),
        "sizes": [measure(lines, count, options.queries) for count in options.units],
        "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    (RESULTS / "memory.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
