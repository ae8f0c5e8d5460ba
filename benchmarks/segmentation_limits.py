"""Memory over many articles, loading of the models, and time on pathological text.

Run: python -m benchmarks.segmentation_limits --articles FOLDER

Memory is the resident size of a fresh process after 500 and after all articles of the folder. Times are
processor time, the least of five rounds. The exponent of a case is the slope of time against length on
logarithmic scales between 12,500 and 100,000 characters: 1 is linear.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from benchmarks.record import record
from bilingual_news.errors import BilingualNewsError
from bilingual_news.sources import read_article
from bilingual_news.stages import scorer, segment
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.text import normalize

SHORT, LONG, ROUNDS = 12_500, 100_000, 5
UNITS = {
    "no space": "ก",
    "one word without a space": "ประเทศไทย",
    "repetition marks": "ๆ",
    "repetition marks and spaces": "ๆ ",
    "symbols": "!?%…# ",
    "mixed scripts": "กaあж١ ",
    "emoji": "😀👨\u200d👩\u200d👧 ",
    "lone combining marks": "\u0e48\u0e31\u0301 ",
    "open brackets": "( ",
    "nested brackets": "(ก ก) ",
    "openers": "ทั้งนี้ ",
    "first items": "1) ก ",
    "speakers": "นาย นายก กล่าว ",
    "abbreviations": "พ.ร.บ. ",
    "subjects": "การพัฒนาประเทศจะต้องทำให้ดีขึ้น ",
    "translated news": "เขาบอกว่าตำรวจลอนดอน ",
}


#: What is read before the first question, without the memory of an earlier reading.
READERS: dict[str, Callable[[], object]] = {
    "sentences-translated.tsv": lambda: scorer.read_model("sentences-translated.tsv"),
    "text-kind.tsv": scorer.markers.__wrapped__,
}


def spent(text: str) -> float:
    """Seconds of processor time for normalising and cutting a text; the least of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        clean = normalize(text)
        found = segment.spans(clean)
        rounds.append(time.process_time() - started)
        assert " ".join(clean[a:b] for a, b in found) == clean
    return min(rounds)


def exponents() -> dict[str, dict[str, float]]:
    result = {}
    for name, unit in UNITS.items():
        # Whole units: a text that ends in a space takes longer to normalise than one that does not.
        times = [spent(unit * (size // len(unit))) for size in (SHORT, LONG)]
        exponent = math.log(times[1] / times[0]) / math.log(LONG / SHORT)
        result[name] = {"ms_at_100000": round(times[1] * 1000, 1), "exponent": round(exponent, 2)}
        print(f"{name:<30}{times[1] * 1000:>10.1f} ms{exponent:>8.2f}", flush=True)
    return result


def load() -> dict[str, float]:
    """Milliseconds to read each model of the package, and the bytes of its file."""
    result: dict[str, float] = {}
    folder = resources.files("bilingual_news.stages") / "data"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        result[f"{file.name} bytes"] = len(file.read_bytes())
        if file.name in READERS:
            rounds = []
            for _ in range(ROUNDS):
                started = time.process_time()
                READERS[file.name]()
                rounds.append(time.process_time() - started)
            result[f"{file.name} ms"] = round(min(rounds) * 1000, 1)
    return result


def resident() -> int:
    """Resident memory of this process in KiB."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() // 1024


def walk(folder: Path) -> None:
    """Cut every article of a folder and print the memory on the way (runs in its own process)."""
    result, done = {}, 0
    for file in sorted(folder.rglob("*.txt")):
        try:
            article = normalize_article(read_article(file, require_thai=False))
        except BilingualNewsError:
            continue
        segment.segment_article(article)
        done += 1
        if done in {100, 500, 1000, 2500}:
            result[f"kib_after_{done}"] = resident()
    result |= {"articles": done, "kib_after_all": resident()}
    result["peak_kib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(result))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--walk", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.walk:
        walk(options.articles)
        return
    command = [
        sys.executable,
        "-m",
        "benchmarks.segmentation_limits",
        "--articles",
        str(options.articles),
        "--walk",
    ]
    memory = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    files = load()
    print(json.dumps(memory), json.dumps(files), sep="\n", flush=True)
    record("segmentation-limits", {"memory": memory, "files": files, "pathological": exponents()})


if __name__ == "__main__":
    main()
