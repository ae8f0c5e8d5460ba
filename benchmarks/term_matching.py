"""How fast terms are loaded and found, on one core, and how that grows with the termbase.

    python -m benchmarks.term_matching ARTICLES… [--megabytes 10] [--no-record]

ARTICLES: folders of articles, or a .tar.zst of them. The shipped terms are filled up to the wanted
number with phrases of the articles themselves, so that hits are dense: denser than any real termbase
of that size gives. All times are CPU seconds, the best of several rounds; the first look-up of newmm,
which reads its dictionary, is a figure of its own.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pythainlp.tokenize import word_tokenize

from benchmarks.record import record
from bilingual_news.glossary import Termbase, load_termbase
from bilingual_news.glossary.table import COLUMNS
from bilingual_news.sources import read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article
from bilingual_news.text import is_thai, normalize

ROOT = Path(__file__).parent.parent
COUNT = 10_000
SIZES = (100, 1_000, 10_000, 50_000)
GROWTH_MB = 2.0


def cpu(work: Callable[[], object], rounds: int) -> float:
    best = math.inf
    for _ in range(rounds):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def megabytes(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def read_texts(places: list[Path], wanted: float) -> list[str]:
    texts: list[str] = []
    size = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        folders = []
        for place in places:
            if place.is_dir():
                folders.append(place)
            else:
                subprocess.run(["tar", "--zstd", "-xf", place, "-C", scratch], check=True)
                folders.append(Path(scratch))
        for path in (p for folder in folders for p in sorted(folder.rglob("*.txt"))):
            lines = [normalize(line) for line in path.read_text("utf-8").split("\n")]
            new = [line for line in lines if line]
            texts += new
            size += megabytes(new)
            if size >= wanted:
                break
    return texts


def rows(texts: list[str], count: int) -> list[dict[str, str]]:
    """The shipped rows, and phrases of the texts up to a number of rows."""
    chance = random.Random(1)
    shipped = sorted((ROOT / "glossaries").glob("*.csv"))
    found = [row for file in shipped for row in csv.DictReader(file.open(encoding="utf-8"))]
    known = {row["source"] for row in found}
    for _ in range(100 * count):
        if len(found) >= count:
            return found
        words = word_tokenize(chance.choice(texts), engine="newmm")
        at = chance.randrange(len(words))
        phrase = "".join(words[at : at + chance.randint(3, 7)]).strip()
        if len(phrase) > 5 and phrase not in known and any(map(is_thai, phrase)):
            known.add(phrase)
            found.append({"source": phrase, "target": f"term {len(found)}"})
    raise SystemExit(f"too little text for {count} terms: give more with --megabytes")


def load(chosen: list[dict[str, str]], rounds: int = 3) -> tuple[Termbase, float]:
    """A termbase of some rows, by way of its CSV file, and the CPU seconds until it can search."""
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "terms.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="")
            writer.writeheader()
            writer.writerows(chosen)

        def work() -> Termbase:
            termbase = load_termbase(Path(folder))
            termbase.find("ก")
            return termbase

        return work(), cpu(work, rounds)


def exponent(sizes: tuple[int, ...], seconds: list[float]) -> float:
    """Slope of log seconds over log size by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)


def measure(termbase: Termbase, texts: list[str], rounds: int) -> dict[str, Any]:
    hits = sum(len(termbase.find(text)) for text in texts)
    seconds = cpu(lambda: [termbase.find(text) for text in texts], rounds)
    size = megabytes(texts)
    return {"megabytes": round(size, 2), "texts": len(texts), "hits": hits, "cpu_s": round(seconds, 3),
            "megabytes_a_second": round(size / seconds, 2),
            "microseconds_a_text": round(seconds / len(texts) * 1e6, 1)}  # fmt: skip


def shipped_segments() -> list[str]:
    articles = (normalize_article(read_article(p)) for p in sorted((ROOT / "articles").glob("*.txt")))
    return [segment.text for article in articles for segment in segment_article(article)]


def growth(filled: list[dict[str, str]], texts: list[str]) -> dict[str, Any]:
    # Samples of one pool, so that the terms of all sizes are alike.
    pool = random.Random(2).sample(filled, len(filled))
    bases = [load(pool[:size]) for size in SIZES]
    finds = [cpu(lambda base=base: [base.find(t) for t in texts], 3) for base, _ in bases]  # type: ignore[misc]
    loads = [seconds for _, seconds in bases]
    return {
        "terms": SIZES,
        "load_cpu_s": [round(seconds, 3) for seconds in loads],
        "find_megabytes_a_second": [round(megabytes(texts) / seconds, 2) for seconds in finds],
        "load_exponent": round(exponent(SIZES, loads), 2),
        "find_exponent": round(exponent(SIZES, finds), 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--megabytes", type=float, default=10.0, help="text to search")
    parser.add_argument("--no-record", action="store_true", help="print only")
    options = parser.parse_args()
    texts = read_texts(options.articles, options.megabytes)
    filled = rows(texts, max(SIZES))
    segments = shipped_segments()
    termbase, seconds = load(filled[:COUNT])
    shipped = load_termbase(ROOT / "glossaries")
    share = texts[: max(1, round(len(texts) * GROWTH_MB / megabytes(texts)))]
    result: dict[str, Any] = {
        "terms": len(termbase),
        "load_cpu_s": round(seconds, 3),
        "articles": measure(termbase, texts, 3),
        "shipped articles, by segment": measure(termbase, segments, 10),
        "shipped articles and terms, by segment": measure(shipped, segments, 10),
        "growth": growth(filled, share),
    }
    for name, value in result.items():
        print(name, value, sep="\t")
    if not options.no_record:
        record("term_matching", result)


if __name__ == "__main__":
    main()
