"""Precision and recall of the checks of terminology, bodies and pronouns in context, by seeded errors.

    python -m benchmarks.term_checks ../shared/data [--per-kind 120] [--examples 5] [--no-record]

Real pairs: the government segments translated for this project (domain/distilled*.tsv). They are split
by article into two halves; misses and false alarms of the first may be looked at and mended (--examples
prints them), the second is the one to report. A spoilt case counts as found if the check of its kind
speaks and said nothing of the sort on the unspoilt one. Every finding of that check on an unspoilt case
counts as a false alarm, although some pairs are wrong indeed.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks import _seeded_terms
from benchmarks._seeded_articles import ARTICLE_KINDS
from benchmarks._seeded_terms import Made, Text, read_uses
from benchmarks.record import record
from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, write_catalog
from bilingual_news.checks import ALL_CHECKS, ARTICLE_CHECKS, Pair, run_article_checks, run_checks
from bilingual_news.glossary import Termbase, load_termbase
from bilingual_news.pipeline.term_use import check_term_use
from bilingual_news.text import normalize

ROOT = Path(__file__).parent.parent
KINDS = _seeded_terms.KINDS | ARTICLE_KINDS
PROJECT = "inconsistent across the project"
SEED = 2565


def read_pairs(data: Path) -> dict[str, list[tuple[str, str, str]]]:
    halves: dict[str, list[tuple[str, str, str]]] = {"looked at": [], "held out": []}
    for name in ("distilled.tsv", "distilled-dev.tsv"):
        for line in (data / "domain" / name).read_text(encoding="utf-8").split("\n"):
            row = line.split("\t")
            if len(row) > 2:
                odd = hashlib.sha256(row[2].encode()).digest()[0] % 2
                halves["held out" if odd else "looked at"].append((normalize(row[0]), row[1], row[2]))
    return halves


def found(texts: Sequence[Text], day: date, base: Termbase, check: str) -> set[tuple[int, str]]:
    """What one check says about an article: indexes of its segments and messages."""
    matches = [(*base.find(thai, day), *base.find_stale(thai, day)) for thai, _ in texts]
    pairs = [
        Pair(thai, english, found, added=base.added(thai, english, found))
        for (thai, english), found in zip(texts, matches, strict=True)
    ]
    single = [c for c in ALL_CHECKS if c.id == check]
    whole = [c for c in ARTICLE_CHECKS if c.id == check]
    out = {(i, finding.message) for i, pair in enumerate(pairs) for finding in run_checks(pair, single)}
    return out | {(i, finding.message) for i, finding in run_article_checks(pairs, whole)}


def found_in_project(texts: Sequence[Text], base: Termbase, check: str) -> set[tuple[int, str]]:
    """The same for a project of one catalog a pair."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (thai, english) in enumerate(texts):
            path = Path(folder) / f"{number}.po"
            write_catalog(path, Catalog(metadata={}, entries=(Entry(thai, english),)))
            paths.append(path)
        return {(0, finding.message) for finding in check_term_use(paths, base, {check})}


def judge(kind: str, made: Made) -> tuple[set[tuple[int, str]], set[tuple[int, str]]]:
    """What is said about the clean case, and what is said about the spoilt one only."""
    clean, spoilt, (day, spoilt_day), base = made
    check = KINDS[kind][1]
    if kind == PROJECT:
        before, after = found_in_project(clean, base, check), found_in_project(spoilt, base, check)
    else:
        before, after = found(clean, day, base, check), found(spoilt, spoilt_day, base, check)
    return before, after - before


def measure(pairs: list[tuple[str, str, str]], per_kind: int, examples: int) -> dict[str, dict[str, float]]:
    uses = read_uses(pairs, load_termbase(ROOT / "glossaries"))
    rows: dict[str, dict[str, float]] = {}
    for kind, (maker, _) in KINDS.items():
        cases = list(islice(maker(uses, Random(f"{SEED} {kind}")), per_kind))
        alarms = hits = shown = 0
        for made in cases:
            before, after = judge(kind, made)
            alarms += bool(before)
            hits += bool(after)
            if (before or not after) and shown < examples:
                shown += 1
                print(f"{kind}: {'false alarm' if before else 'missed'}", made[0][:2], made[1][:2], before)
        rows[kind] = {
            "injected": len(cases), "clean": len(cases), "found": hits, "false_alarms": alarms,
            "recall": round(hits / max(len(cases), 1), 4),
            "precision": round(hits / max(hits + alarms, 1), 4),
        }  # fmt: skip
    total = {
        name: sum(row[name] for row in rows.values())
        for name in ("injected", "clean", "found", "false_alarms")
    }
    rows["all"] = total | {
        "recall": round(total["found"] / total["injected"], 4),
        "precision": round(total["found"] / (total["found"] + total["false_alarms"]), 4),
    }
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--per-kind", type=int, default=120)
    parser.add_argument("--examples", type=int, default=0, help="misses to print, of the first half only")
    parser.add_argument("--no-record", action="store_true", help="print only")
    options = parser.parse_args()
    result = {}
    for half, pairs in read_pairs(options.data).items():
        result[half] = measure(pairs, options.per_kind, options.examples if half == "looked at" else 0)
        print(f"\n{half}: {len(pairs)} pairs")
        for kind, row in result[half].items():
            print(kind, *row.values(), sep="\t")
    if not options.no_record:
        record("term_checks", {"per_kind": options.per_kind, "halves": result})


if __name__ == "__main__":
    main()
