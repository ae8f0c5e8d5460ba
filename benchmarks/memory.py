"""The translation memory at growing sizes: build, change, fuzzy and exact queries, memory, disk, recall.

Run: python -m benchmarks.memory DATA [--units 10000 100000 1000000]

Units are the human and machine pairs of DATA/parallel and DATA/domain in a fixed random order, each source
once; where they do not suffice, copies with other numbers follow. They reach the memory as a user's do: as
a TMX file in the project's memory folder. Queries are 500 segments of government articles that are not
among the units (DATA/domain/distilled-dev.tsv, split by article) and 500 units with one to three words
edited. Each stage runs in a process of its own, which says its time, processor time and peak memory; the
time of queries is the minimum of three rounds.

Recall compares with all units one by one; the peer is the matching of translate-toolkit's pretranslate,
with the same units and queries, in turn with ours.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from benchmarks.record import RESULTS, record
from bilingual_news.config import Settings
from bilingual_news.exchange.tmx import iter_tmx, write_tmx
from bilingual_news.memory import MemoryIndex, Query, Unit
from bilingual_news.pipeline.memory import HINT, open_memory
from bilingual_news.similarity import Similarity
from bilingual_news.stages.normalize import normalize_text
from bilingual_news.stages.words import words

ROUNDS = 3
WORDS = ("ประชาชน", "ดำเนินการ", "ใหม่", "จังหวัด", "งบประมาณ", "โครงการ")


def pairs(data: Path) -> list[tuple[str, str]]:
    """All pairs, each source once, in a fixed random order."""
    found: dict[str, str] = {}
    for path in sorted((data / "parallel").glob("*.zst")):
        text = subprocess.run(["zstd", "-dc", str(path)], capture_output=True, check=True).stdout.decode()
        found |= dict(line.split("\t")[:2] for line in text.split("\n") if "\t" in line)
    for name in ("distilled.tsv", "parallel.tsv"):
        lines = (data / "domain" / name).read_text(encoding="utf-8").split("\n")
        found |= dict(line.split("\t")[:2] for line in lines if "\t" in line)
    rows = [(source.strip(), target) for source, target in found.items() if source.strip() and target.strip()]
    random.Random(1).shuffle(rows)
    return rows


def units(rows: list[tuple[str, str]], count: int) -> Iterator[Unit]:
    """Real units, then variants of those with numbers: the same text, other numbers."""
    yield from (Unit(*row, origin=f"a{n // 40}") for n, row in enumerate(rows[:count]))
    rng = random.Random(2)
    seen = {source for source, _ in rows}
    numbered = [row for row in rows if re.search(r"\d", row[0]) and len(row[0]) >= 20]
    made = len(rows)
    while made < count:
        source, target = rng.choice(numbered)
        changed = re.sub(r"\d+", lambda m: str(rng.randrange(10 ** (len(m[0]) + 1))), source)
        if changed not in seen:
            seen.add(changed)
            made += 1
            yield Unit(changed, target, origin=f"a{made // 40}")


def edited(text: str, rng: random.Random) -> str:
    tokens = words(text)
    for _ in range(rng.randint(1, min(3, max(1, len(tokens) // 8)))):
        tokens[rng.randrange(len(tokens))] = rng.choice(WORDS)
    return "".join(tokens)


def timed(action: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    wall, cpu = time.perf_counter(), time.process_time()
    value = action()
    return value, {
        "wall s": round(time.perf_counter() - wall, 3),
        "cpu s": round(time.process_time() - cpu, 3),
    }


def best(action: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    runs = [timed(action) for _ in range(ROUNDS)]
    return runs[-1][0], {name: min(taken[name] for _, taken in runs) for name in runs[0][1]}


def peak() -> int:
    """Peak resident memory in MB; `ru_maxrss` would remember the process that started this one."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return round(int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024)


# -- stages, each in a process of its own ---------------------------------------------------------------


def build(folder: Path) -> dict[str, Any]:
    """Make the index, or bring it up to date."""
    words("ก")
    index, taken = timed(lambda: open_memory(Settings(folder)))
    size = (folder / ".bilingual-news/memory.sqlite").stat().st_size
    return {**taken, "peak MB": peak(), "index MB": round(size / 2**20, 1), "units": index.counts()[1]}


def ask(folder: Path) -> dict[str, Any]:
    """Put the queries."""
    words("ก")
    asked = json.loads((folder / "queries.json").read_text(encoding="utf-8"))
    index, opened = timed(lambda: open_memory(Settings(folder)))
    found: dict[str, Any] = {"open": opened}
    for name in ("new", "edited", "exact"):
        queries = [Query(text) for text in asked[name]]
        answers, found[name] = best(lambda q=queries: index.find_all(q, HINT))
        found[name] |= {
            "queries": len(queries),
            "at least 75 %": sum(bool(a) and a[0].percent >= 75 for a in answers),
            "60-74 %": sum(bool(a) and a[0].percent < 75 for a in answers),
        }
    everything = [Query(text) for name in ("new", "edited") for text in asked[name]]
    _, found["1000 fuzzy"] = best(lambda: index.find_all(everything, HINT))
    _, found["1000 fuzzy, one by one"] = timed(lambda: [index.find(query, HINT) for query in everything])
    return {**found, "peak MB": peak()}


STAGES = {"build": build, "ask": ask}


def stage(name: str, folder: Path) -> dict[str, Any]:
    """What a stage measured; a first build that was measured in an interrupted run is not done again."""
    done = folder / f"{name}.json"
    if done.exists():
        found = json.loads(done.read_text(encoding="utf-8"))
        done.unlink()
        return dict(found) | {"resumed": True}
    command = [sys.executable, "-m", "benchmarks.memory", "-", "--stage", name, "--folder", str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(answer.stdout))


def measure(rows: list[tuple[str, str]], new: list[str], count: int, folder: Path) -> dict[str, Any]:
    memory = folder / "memory"
    if not (folder / "queries.json").exists():
        memory.mkdir(parents=True)
        (memory / "all.tmx").write_bytes(write_tmx(units(rows, count)))
        first = islice(iter_tmx(memory / "all.tmx"), 1000)
        exact = [normalize_text(unit.source) for unit in first]
        rng = random.Random(3)
        wanted = [edited(rng.choice(exact), rng) for _ in range(500)]
        asked = {"new": new[:500], "edited": wanted, "exact": exact}
        (folder / "queries.json").write_text(json.dumps(asked), encoding="utf-8")
    found: dict[str, Any] = {"units": count, "build": stage("build", folder)}
    extra = [Unit(f"{source} เพิ่ม", target) for source, target in rows[:100]]
    (memory / "extra.tmx").write_bytes(write_tmx(extra))
    found["a file of 100 new units"] = stage("build", folder)
    extra[:10] = [Unit(f"{unit.source} อีก", unit.target) for unit in extra[:10]]
    (memory / "extra.tmx").write_bytes(write_tmx(extra))
    os.utime(memory / "extra.tmx", ns=(1, 1))
    found["10 of its units change"] = stage("build", folder)
    found["queries"] = stage("ask", folder)
    return found


# -- recall and the peer --------------------------------------------------------------------------------


def recall(rows: list[tuple[str, str]], asked: list[str], count: int) -> dict[str, Any]:
    """Best similarity by the index against that of all units one by one."""
    sources = [source for source, _ in rows[:count]]
    similarity = Similarity(words)
    with MemoryIndex(None, words) as index:
        index.update({"a": "1"}, lambda _: (Unit(*row) for row in rows[:count]))
        # A repaired match says 95 % at least; the texts here are compared without numbers' substitution.
        answers = index.find_all([Query(text) for text in asked], HINT, limit=5)
    fuzzy = [[m for m in found if m.kind == "fuzzy"] for found in answers]
    missed = {"75 %": [0, 0], "60 %": [0, 0]}
    for text, found, all_found in zip(asked, fuzzy, answers, strict=True):
        top = max(similarity.of([text], [source], HINT) for source in sources)
        if not found and all_found:
            continue
        for name, edge in (("75 %", 0.75), ("60 %", 0.6)):
            if top >= edge:
                missed[name][0] += 1
                missed[name][1] += not found or found[0].percent < min(99, int(top * 100 + 1e-9))
    return {
        "units": count,
        "queries": len(asked),
        **{f"best match >= {name}": {"of all": a, "missed": b} for name, (a, b) in missed.items()},
    }


def peer(rows: list[tuple[str, str]], asked: list[str], count: int) -> dict[str, Any]:
    """The matching of translate-toolkit's pretranslate on the same units and queries."""
    from translate.search.match import matcher
    from translate.storage.po import pofile

    store = pofile()
    for source, target in rows[:count]:
        unit = store.addsourceunit(source)
        unit.target = target
    # The settings of pretranslate: one candidate of 75 % and more, texts of up to 1,000 characters.
    theirs = matcher(store, max_candidates=1, min_similarity=75, max_length=1000)
    with MemoryIndex(None, words) as index:
        index.update({"a": "1"}, lambda _: (Unit(*row) for row in rows[:count]))
        queries = [Query(text) for text in asked]
        taken: dict[str, list[dict[str, float]]] = {"ours": [], "translate-toolkit": []}
        for _ in range(ROUNDS):
            mine, time_ = timed(lambda: index.find_all(queries, 0.75, 1))
            taken["ours"].append(time_)
            other, time_ = timed(lambda: [theirs.matches(text) for text in asked])
            taken["translate-toolkit"].append(time_)
    return {
        "units": count,
        "queries": len(asked),
        **{name: min(runs, key=lambda run: run["cpu s"]) for name, runs in taken.items()},
        "matches of ours": sum(map(bool, mine)),
        "matches of translate-toolkit": sum(map(bool, other)),
    }


def growth(sizes: list[dict[str, Any]]) -> dict[str, list[float]]:
    """Exponents between neighbouring sizes: 1 is linear."""
    figures: dict[str, Callable[[dict[str, Any]], float]] = {
        "build cpu": lambda s: s["build"]["cpu s"],
        "1000 fuzzy cpu": lambda s: s["queries"]["1000 fuzzy"]["cpu s"],
        "1000 exact cpu": lambda s: s["queries"]["exact"]["cpu s"],
        "index": lambda s: s["build"]["index MB"],
        "peak memory of the build": lambda s: s["build"]["peak MB"],
    }
    return {
        name: [
            round(math.log(get(b) / get(a)) / math.log(b["units"] / a["units"]), 2)
            for a, b in pairwise(sizes)
        ]
        for name, get in figures.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--units", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--add", action="store_true", help="Keep what is recorded, add or replace sizes.")
    parser.add_argument("--stage", choices=STAGES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help="Measure in this folder, and go on if it has been begun.")
    options = parser.parse_args()
    if options.stage:
        print(json.dumps(STAGES[options.stage](options.folder)))
        return
    rows = pairs(options.data)
    lines = (options.data / "domain/distilled-dev.tsv").read_text(encoding="utf-8").split("\n")
    new = list(dict.fromkeys(line.split("\t")[0] for line in lines if "\t" in line))
    rng = random.Random(4)
    small = min(10_000, *options.units)
    asked = [*new[:50], *(edited(rng.choice(rows[:small])[0], rng) for _ in range(50))]
    known = RESULTS / "memory.json"
    if options.add:
        result = json.loads(known.read_text(encoding="utf-8"))["result"]
    else:
        result = {
            "pairs": len(rows),
            "characters a unit": round(sum(len(source) for source, _ in rows) / len(rows), 1),
            "rapidfuzz": version("rapidfuzz"),
            "recall": recall(rows, asked, small),
            "peer": {"translate-toolkit": version("translate-toolkit"), **peer(rows, asked, small)},
            "sizes": [],
        }
    for count in options.units:
        with tempfile.TemporaryDirectory() as name:
            measured = measure(rows, new, count, options.folder or Path(name))
        print(json.dumps(measured, indent=2), flush=True)
        sizes = [size for size in result["sizes"] if size["units"] != count]
        result["sizes"] = sorted([*sizes, measured], key=lambda size: int(size["units"]))
        result["growth"] = growth(result["sizes"])
        record("memory", result)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
