"""How the time grows: with articles, segments in an article, terms, units of the memory.

    python -m benchmarks.growth [--rounds 2] [--only articles …] [--largest 1]

CPU seconds of one process in which everything is loaded, so that start-up, which is the same for all
sizes, does not flatter the growth; the best of the rounds. The exponent is the slope of a straight line
through the logarithms, by least squares: 1 is linear. It is fitted over the sizes whose time is at least a
tenth of a second or, where fewer than three are, over the three largest: below, fixed costs of some
milliseconds an article dominate. Texts are words of the shipped articles in random order, no two segments
alike; articles are the shipped ones with other numbers. `--largest 0.1` makes all sizes a tenth.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.measure import Cost, call, exponent, table
from benchmarks.record import record
from benchmarks.startup import copies
from bilingual_news.catalog import po
from bilingual_news.config import Settings
from bilingual_news.glossary import Termbase, load_termbase
from bilingual_news.memory import MemoryIndex, Query, Unit
from bilingual_news.pipeline.checking import check_file
from bilingual_news.pipeline.translate import Options, TranslateRun, find_articles
from bilingual_news.sources import read_article
from bilingual_news.stages.words import words

ROOT = Path(__file__).parent.parent
BAR = 1.1
ENOUGH = 0.1
SIZES = {
    "articles": (30, 60, 120, 240, 480),
    "segments": (10, 100, 1000, 10_000),
    "terms": (100, 1000, 10_000, 50_000),
    "units": (1000, 10_000, 100_000),
}
ENGLISH = "The Ministry of Commerce said on Monday that item {} would cost 25 million baht in 2022."

#: A work of one size: named steps, each a call whose cost counts.
Steps = Iterator[tuple[str, Callable[[], object]]]


@cache
def vocabulary() -> tuple[str, ...]:
    """Words of the shipped articles, as often as they come."""
    paths = sorted((ROOT / "articles").glob("*.txt"))
    paragraphs = (p.text for path in paths for p in read_article(path).paragraphs)
    return tuple(word for text in paragraphs for word in words(text) if word.strip())


def sentences(count: int, seed: int = 1) -> list[str]:
    """So many texts of 25 words."""
    rng = random.Random(seed)
    return [f"{''.join(rng.choices(vocabulary(), k=25))} {number}" for number in range(count)]


def project(folder: Path) -> Settings:
    """A project without articles."""
    (folder / "articles").mkdir(parents=True)
    return Settings(folder)


@cache
def shipped_terms() -> Termbase:
    """The shipped glossaries, read once."""
    return load_termbase(ROOT / "glossaries")


def translate(settings: Settings) -> list[str]:
    """A run without the model; the states of the articles."""
    run = TranslateRun(settings, shipped_terms(), None, Options())
    return [result.state for result in run.run(find_articles(settings))]


def article(settings: Settings, paragraphs: list[str]) -> None:
    """Write the project's only article."""
    title = "รายงานผลการดำเนินงาน"
    body = "\n\n".join(paragraphs)
    text = f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{title}\n\n\nวันศุกร์ที่ 22 มกราคม 2564\n{title}\n\n{body}\n\n"
    address = "ที่มา : https://www.thaigov.go.th/news/contents/details/10001\n"
    (settings.articles_dir / "10001.txt").write_text(text + address, encoding="utf-8")


def articles(count: int, folder: Path) -> Steps:
    """Projects of so many articles."""
    settings = project(folder)
    for name, text in copies(count):
        numbered = re.sub(r"(?m)^([^:]{60,})$", rf"\1 รวม {name[:6]} ราย", text)
        (settings.articles_dir / name).write_text(numbered, encoding="utf-8")
    yield "translate --no-mt", lambda: translate(settings)
    yield "nothing to do", lambda: translate(settings)


def segments(count: int, folder: Path) -> Steps:
    """An article of so many paragraphs of one segment, and one with all of them in one paragraph."""
    settings = project(folder)
    texts = sentences(count)
    article(settings, texts)
    yield "translate --no-mt", lambda: translate(settings)
    catalog = settings.catalogs_dir / "10001.po"
    old = po.read_catalog(catalog)
    filled = tuple(replace(e, msgstr=ENGLISH.format(n), flags=()) for n, e in enumerate(old.entries))
    po.write_catalog(catalog, replace(old, entries=filled))
    yield "check", lambda: check_file(catalog, shipped_terms())
    rng = random.Random(3)
    kept = [text for text in texts if rng.random() > 0.01]
    changed = [re.sub(" ", " แก้ไข ", text) if rng.random() < 0.01 else text for text in kept]
    article(settings, [*changed[: count // 2], "ย่อหน้าใหม่ของข่าว", *changed[count // 2 :]])
    yield "merge after 2 % changed", lambda: translate(settings)
    settings = project(folder / "one")
    article(settings, [" ทั้งนี้ ".join(texts)])
    yield "translate, one paragraph", lambda: translate(settings)


def terms(count: int, folder: Path) -> Steps:
    """A termbase of so many terms of three to five words."""
    rng = random.Random(4)
    found: dict[str, None] = {}
    while len(found) < count:
        phrase = "".join(rng.choices(vocabulary(), k=rng.randint(3, 5)))
        if not re.search(r"[^ก-๎]", phrase) and len(phrase) > 8:
            found[phrase] = None
    with (folder / "terms.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["source", "target"])
        writer.writerows((phrase, f"term {number}") for number, phrase in enumerate(found))
    yield "load", lambda: load_termbase(folder).find("ก")
    termbase = load_termbase(folder)
    termbase.find("ก")  # Its table is made for the first text; that belongs to loading.
    texts = sentences(3000, seed=5)
    yield "find in 3,000 segments", lambda: [termbase.find(text) for text in texts]


def units(count: int, folder: Path) -> Steps:
    """A memory of so many units."""
    texts = sentences(count, seed=6)
    rng = random.Random(7)
    asked = [Query(text[: len(text) * 9 // 10]) for text in rng.choices(texts, k=200)]
    with MemoryIndex(folder / "memory.sqlite", words) as index:
        rows = (Unit(text, ENGLISH.format(number)) for number, text in enumerate(texts))
        yield "build", lambda: index.update({"all": "1"}, lambda _: rows)
        yield "200 fuzzy queries", lambda: [index.find(query, 0.75) for query in asked]


WORKS: dict[str, Callable[[int, Path], Steps]] = {
    "articles": articles,
    "segments": segments,
    "terms": terms,
    "units": units,
}


def measured(name: str, sizes: list[int], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of each step at each size, the best of the rounds."""
    found: dict[str, list[list[float]]] = {}
    for place, size in enumerate(sizes):
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as folder:
                for step, work in WORKS[name](size, Path(folder)):
                    cost: Cost = call(work)
                    rows = found.setdefault(step, [[] for _ in sizes])
                    rows[place].append(cost.cpu)
    return {step: [min(row) for row in rows] for step, rows in found.items()}


def fitted(sizes: list[int], seconds: list[float]) -> tuple[list[int], float]:
    """The sizes that are fitted, and the exponent."""
    enough = [place for place, value in enumerate(seconds) if value >= ENOUGH]
    places = enough if len(enough) >= 3 else list(range(len(sizes)))[-3:]
    chosen = [sizes[place] for place in places]
    return chosen, exponent(chosen, [seconds[place] for place in places])


def warm_up() -> None:
    """Load what every run needs, and measure the words of the dictionary that texts ask for."""
    with tempfile.TemporaryDirectory() as folder:
        for _, work in articles(3, Path(folder)):
            work()
    for text in sentences(6000, seed=8):
        words(text)


def main() -> None:
    """Run, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", nargs="+", choices=WORKS, default=list(WORKS))
    parser.add_argument("--largest", type=float, default=1.0, help="Share of the sizes.")
    options = parser.parse_args()
    warm_up()
    result: dict[str, Any] = {"rounds": options.rounds, "bar": BAR, "steps": {}}
    for name in options.only:
        sizes = [max(1, round(size * options.largest)) for size in SIZES[name]]
        for step, seconds in measured(name, sizes, options.rounds).items():
            chosen, slope = fitted(sizes, seconds)
            result["steps"][f"{name}: {step}"] = {
                "sizes": sizes,
                "cpu_s": [round(value, 4) for value in seconds],
                "fitted": chosen,
                "exponent": round(slope, 3),
            }
    result["largest_exponent"] = max(row["exponent"] for row in result["steps"].values())
    rows = [
        [step, row["sizes"], row["cpu_s"], row["fitted"], row["exponent"]]
        for step, row in result["steps"].items()
    ]
    print(table(["step", "sizes", "CPU s", "fitted", "exponent"], rows))
    record("growth", result)


if __name__ == "__main__":
    main()
