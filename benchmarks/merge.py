"""How often a changed article keeps its human translations: this project, msgmerge, pot2po.

Run: python -m benchmarks.merge [--scripts 1000] [--articles DIR] [--seed 1]

Every script takes a real article whose segments a person has translated and reviewed, applies 1 to 8
random operations (insert, delete, edit, split, join, move, duplicate), and merges. A translation is right
if a segment that comes from its segment has it (in msgstr, fuzzy or not), wrong if a segment of another
origin has it, lost if it is nowhere in the file, obsolete entries and comments included.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.edit_scripts import Piece, as_places, evolve

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.merge import How, annotate, merge
from bilingual_news.errors import BilingualNewsError
from bilingual_news.similarity import Similarity
from bilingual_news.sources import read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article
from bilingual_news.stages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RESULTS = Path(__file__).parent / "results"


def texts_of(paths: Iterable[Path], least: int = 8) -> list[list[str]]:
    """The segments of articles with at least `least` different ones."""
    found = []
    for path in paths:
        try:
            article = normalize_article(read_article(path))
        except BilingualNewsError:
            continue
        texts = list(dict.fromkeys(segment.text for segment in segment_article(article)))
        if len(texts) >= least:
            found.append(texts[:60])
    return found


def catalog_of(entries: Sequence[Entry]) -> po.Catalog:
    header = {"Project-Id-Version": "x", "Language": "en", "MIME-Version": "1.0"}
    header |= {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    header |= {"POT-Creation-Date": "2026-01-01 00:00+0000", "PO-Revision-Date": "2026-01-01 00:00+0000"}
    header |= {"Last-Translator": "T", "Language-Team": "English"}
    return po.Catalog(header, tuple(entries))


def ours(old: Path, pieces: Sequence[Piece], similarity: Similarity, out: Path) -> None:
    entries, _ = merge(
        po.read_catalog(old).entries, as_places([p.text for p in pieces]), {}, "a.txt", How(similarity)
    )
    po.write_catalog(out, catalog_of(entries))


def msgmerge(old: Path, pot: Path, out: Path) -> None:
    subprocess.run(["msgmerge", "-q", "--previous", "-o", out, old, pot], check=True, capture_output=True)


def pot2po(old: Path, pot: Path, out: Path) -> None:
    script = Path(sys.executable).parent / "pot2po"
    out.unlink(missing_ok=True)
    subprocess.run([script, "--progress=none", "-t", old, pot, out], check=True, capture_output=True)


def judge(path: Path, texts: Sequence[str], humans: dict[int, str], pieces: Sequence[Piece]) -> Counter[str]:
    """Count what became of each human translation in a merged file."""
    parents: dict[str, set[int]] = {}
    for piece in pieces:
        parents.setdefault(piece.text, set()).update(piece.parents)
    for number, text in enumerate(texts):
        # Whatever it came from: the same text may have the same translation.
        parents.setdefault(text, set()).add(number)
    catalog = po.read_catalog(path)
    whole = path.read_text(encoding="utf-8")
    alive = {number for piece in pieces for number in piece.parents}
    score: Counter[str] = Counter()
    for number, human in humans.items():
        owners = [e for e in catalog.entries if not e.obsolete and human in e.msgstr]
        right = [e for e in owners if number in parents.get(e.msgid, ())]
        wrong = [e for e in owners if number not in parents.get(e.msgid, ())]
        score["lost"] += human not in whole
        score["wrong, fuzzy"] += any(e.fuzzy for e in wrong)
        score["wrong, not fuzzy"] += any(not e.fuzzy for e in wrong)
        if number in alive:
            score["alive"] += 1
            score["right"] += bool(right)
            score["right, in a comment only"] += not right and human in whole.split("#~ ")[0]
    return score


def compare(articles: Sequence[Sequence[str]], scripts: int, seed: int) -> dict[str, dict[str, float]]:
    rng = random.Random(seed)
    similarity = Similarity(words)
    pool = [text for texts in articles for text in texts]
    total: dict[str, Counter[str]] = {name: Counter() for name in ("ours", "msgmerge", "pot2po")}
    tools = ["ours", *(["msgmerge"] if shutil.which("msgmerge") else []), "pot2po"]
    with tempfile.TemporaryDirectory() as folder:
        old, pot, out = (Path(folder) / name for name in ("old.po", "new.pot", "out.po"))
        for number in range(scripts):
            texts = rng.choice(articles)
            humans = {n: f"Translation {number}-{n} by hand." for n in range(len(texts))}
            entries, _ = merge((), as_places(texts), {}, "a.txt")
            marked = [annotate(e, p, (), ()) for e, p in zip(entries, as_places(texts), strict=True)]
            po.write_catalog(old, catalog_of([replace(e, msgstr=humans[n]) for n, e in enumerate(marked)]))
            start = [Piece(text, frozenset({n})) for n, text in enumerate(texts)]
            others = [rng.choice(pool) for _ in range(20)]
            pieces = evolve(start, rng, [t for t in others if t not in texts], rng.randint(1, 8))
            new, _ = merge((), as_places([p.text for p in pieces]), {}, "a.txt")
            po.write_catalog(pot, catalog_of(new))
            for tool in tools:
                if tool == "ours":
                    ours(old, pieces, similarity, out)
                elif tool == "msgmerge":
                    msgmerge(old, pot, out)
                elif number % 5 == 0:
                    # A Python start per merge: every fifth script is enough for the comparison.
                    pot2po(old, pot, out)
                else:
                    continue
                total[tool] += judge(out, texts, humans, pieces)
                total[tool]["scripts"] += 1
    return {
        tool: {**score, "right %": round(100 * score["right"] / max(1, score["alive"]), 2)}
        for tool, score in total.items()
    }


def large(count: int = 100_000) -> dict[str, float]:
    """Time and peak memory of reading, merging and writing a catalog of `count` entries."""
    rng = random.Random(1)
    base = ["รัฐบาล", "ประชาชน", "เศรษฐกิจ", "การประชุม", "จังหวัด", "โครงการ", "น้ำท่วม", "มาตรการ"]
    texts = [f"{''.join(rng.choices(base, k=8))} ครั้งที่ {n}" for n in range(count)]
    entries = [replace(Entry(t), msgstr=f"Translation {n}") for n, t in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.po"
        po.write_catalog(path, catalog_of(entries))
        del entries
        changed = [t + " แก้ไขแล้ว" if n % 100 == 0 else t for n, t in enumerate(texts)]
        times = [time.perf_counter()]
        old = po.read_catalog(path)
        times.append(time.perf_counter())
        new, outcome = merge(old.entries, as_places(changed), {}, "a.txt", How(Similarity(words)))
        times.append(time.perf_counter())
        po.write_catalog(path, catalog_of(new))
        times.append(time.perf_counter())
    steps = [round(b - a, 2) for a, b in pairwise(times)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "entries": count, "edited": outcome.edited, "read s": steps[0], "merge s": steps[1],
        "write s": steps[2], "peak MB": round(peak),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scripts", type=int, default=1000)
    parser.add_argument("--articles", type=Path, default=Path("articles"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--large", action="store_true", help="Only the catalog of 100,000 entries.")
    options = parser.parse_args()
    machine = {
        "machine": platform.machine(),
        "python": platform.python_version(),
        "translate-toolkit": version("translate-toolkit"),
        "rapidfuzz": version("rapidfuzz"),
        "command": " ".join(["python -m benchmarks.merge", *sys.argv[1:]]),
    }
    if options.large:
        found: dict[str, object] = {**machine, "large catalog": large()}
    else:
        articles = texts_of(sorted(options.articles.rglob("*.txt")))
        found = {**machine, "articles": len(articles)}
        found["tools"] = compare(articles, options.scripts, options.seed)
    name = "merge-large.json" if options.large else "merge.json"
    (RESULTS / name).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
