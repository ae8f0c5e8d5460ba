"""Time and peak memory of merging a large catalog: this project, polib, msgmerge with and without fuzzy.

Run: python -m benchmarks.merge_large [--sizes 1000 10000 100000] [--rounds 2] [--limit 300]

A catalog of N translated entries, and the same article with 1 % of the segments edited, 0.5 % removed and
0.5 % inserted. Every tool runs in a process of its own, the tools in turn within each round; CPU seconds
and peak resident memory are the process's own (`wait4`), Python's start and imports included, the smallest
of the rounds. polib has no fuzzy matching: it empties what was edited. msgmerge's fuzzy matching is stopped
at the limit of CPU seconds.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.edit_scripts import as_places

from benchmarks._articles import segments_of
from benchmarks.merge import catalog_of
from benchmarks.record import record
from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.merge import How, merge
from bilingual_news.similarity import Similarity
from bilingual_news.stages.words import words

TOOLS = ("ours", "polib", "msgmerge --no-fuzzy-matching", "msgmerge")
_WORDS = 25


def texts_of(count: int) -> list[str]:
    """Segments of words as they come in the shipped articles, no two alike."""
    rng = random.Random(1)
    paths = sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))
    vocabulary = [word for path in paths for text in segments_of(path) for word in words(text)]
    return [f"{''.join(rng.choices(vocabulary, k=_WORDS))} {number}" for number in range(count)]


def changed(texts: list[str]) -> list[str]:
    """The article after the change."""
    rng = random.Random(2)
    result = []
    for text in texts:
        kind = rng.random()
        if kind < 0.01:
            result.append(text.replace(" ", " แก้ไข ", 1))
        elif kind >= 0.015:
            result.append(text)
        if 0.015 <= kind < 0.02:
            result.append(f"ใหม่{text[::2]}")
    return result


def prepare(folder: Path, count: int) -> None:
    """Write old.po, new.pot and new.txt."""
    texts = texts_of(count)
    places = as_places(texts)
    entries, _ = merge((), places, {}, "a.txt")
    old = [replace(e, msgstr=f"Translation {n}.") for n, e in enumerate(entries)]
    po.write_catalog(folder / "old.po", catalog_of(old))
    new = changed(texts)
    po.write_catalog(folder / "new.pot", catalog_of([Entry(text) for text in dict.fromkeys(new)]))
    (folder / "new.txt").write_text("\n".join(new), encoding="utf-8")


def ours(folder: Path) -> None:
    """Read, merge, write, with CPU seconds of each on stdout."""
    new = (folder / "new.txt").read_text(encoding="utf-8").split("\n")
    # The dictionary of the word splitter is loaded once, whatever the size: it would flatter the growth.
    words("ประชุม")
    times = [time.process_time()]
    old = po.read_catalog(folder / "old.po")
    times.append(time.process_time())
    how = How(Similarity(words), fresh=True)
    entries, outcome = merge(old.entries, as_places(new), {}, "a.txt", how)
    times.append(time.process_time())
    po.write_catalog(folder / "out.po", replace(old, entries=entries))
    times.append(time.process_time())
    steps = zip(("read", "merge", "write"), times, times[1:], strict=False)
    print(json.dumps({name: round(b - a, 3) for name, a, b in steps} | {"edited": outcome.edited}))


def polib(folder: Path) -> None:
    import polib

    catalog = polib.pofile(str(folder / "old.po"), wrapwidth=0)
    catalog.merge(polib.pofile(str(folder / "new.pot")))
    catalog.save(str(folder / "out.po"))


#: Starts a command and prints its exit status, CPU seconds, peak memory and output. Linux counts the memory
#: of the process that forked into the peak of the one that it becomes, so this must be a small one.
LAUNCHER = """
import json, os, resource, sys, tempfile
limit, command = int(sys.argv[1]), sys.argv[2:]
out = tempfile.TemporaryFile()
child = os.fork()
if not child:
    os.dup2(out.fileno(), 1)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    os.execvp(command[0], command)
_, status, usage = os.wait4(child, 0)
out.seek(0)
print(json.dumps([status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, out.read().decode()]))
"""


def measured(tool: str, folder: Path, limit: int) -> dict[str, object]:
    """CPU seconds and peak memory of one run in its own process."""
    if tool.startswith("msgmerge"):
        files = [str(folder / name) for name in ("old.po", "new.pot")]
        command = [*tool.split(), "-q", "--no-wrap", "-o", str(folder / "out.po"), *files]
    else:
        command = [sys.executable, "-m", "benchmarks.merge_large", "--child", tool, str(folder)]
    launch = [sys.executable, "-S", "-c", LAUNCHER, str(limit), *command]
    done = subprocess.run(launch, capture_output=True, text=True, check=True)
    status, cpu, peak, output = json.loads(done.stdout)
    found: dict[str, object] = {"cpu s": round(cpu, 2), "peak MB": round(peak / 1024)}
    if status:
        return {**found, "stopped": f"after {limit} s of CPU time"}
    return {**found, "steps": json.loads(output)} if output.strip() else found


def best(runs: list[dict[str, object]]) -> dict[str, object]:
    return min(runs, key=lambda run: float(str(run["cpu s"])))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--limit", type=int, default=300, help="CPU seconds for one run.")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        {"ours": ours, "polib": polib}[options.child[0]](Path(options.child[1]))
        return
    result: dict[str, object] = {}
    cpu: dict[int, float] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            prepare(folder, size)
            runs: dict[str, list[dict[str, object]]] = {tool: [] for tool in TOOLS}
            for _ in range(options.rounds):
                for tool, row in runs.items():
                    if not any("stopped" in run for run in row):
                        row.append(measured(tool, folder, options.limit))
            result[str(size)] = {tool: best(row) for tool, row in runs.items()}
            steps = best(runs["ours"])["steps"]
            assert isinstance(steps, dict)
            cpu[size] = sum(steps[step] for step in ("read", "merge", "write"))
            print(json.dumps({size: result[str(size)]}, indent=2), flush=True)
    small, large = min(cpu), max(cpu)
    if small != large:
        result["growth exponent of ours"] = round(math.log(cpu[large] / cpu[small], large / small), 3)
        print(result["growth exponent of ours"])
    record("merge_large", result)


if __name__ == "__main__":
    main()
