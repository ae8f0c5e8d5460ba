"""Precision and recall of the checks: seeded errors and clean pairs, side by side with pofilter.

    python -m benchmarks.checks --data ../shared/data [--per-kind 150] [--output FILE]

Clean pairs: the government segments translated for this project (domain/distilled*.tsv) and the
development half of NTREX-128. Every finding on a clean pair counts as a false alarm, although some of
those pairs are wrong. An error counts as found if one of the checks named for its kind speaks and did
not speak on the correct pair. pofilter counts an error as found if any of its filters speaks that did
not speak on the correct pair, and a false alarm if any filter speaks.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from benchmarks._seeded import KINDS
from bilingual_news import __version__
from bilingual_news.checks import ALL_CHECKS, Pair, run_checks
from bilingual_news.model import Severity

SEED = 2565


def read_pairs(data: Path) -> dict[str, list[tuple[str, str]]]:
    def tsv(name: str) -> list[tuple[str, str]]:
        rows = (line.split("\t") for line in (data / "domain" / name).read_text(encoding="utf-8").split("\n"))
        return [(row[0], row[1]) for row in rows if len(row) > 1]

    thai, english = (
        (data / "test" / f"ntrex-dev.{code}").read_text(encoding="utf-8").split("\n") for code in ("th", "en")
    )
    ntrex = [(" ".join(a.split()), " ".join(b.split())) for a, b in zip(thai, english, strict=True) if a]
    return {
        "government-dev": tsv("distilled-dev.tsv"),
        "government": tsv("distilled.tsv"),
        "NTREX dev": ntrex,
    }


def ids(source: str, target: str) -> set[str]:
    return {finding.check for finding in run_checks(Pair(source, target))}


def seeded(pairs: list[tuple[str, str]], per_kind: int) -> dict[str, list[tuple[str, str, str]]]:
    out: dict[str, list[tuple[str, str, str]]] = {}
    for kind, (spoil, _) in KINDS.items():
        rng = Random(f"{SEED} {kind}")
        order = rng.sample(range(len(pairs)), len(pairs))
        found = out.setdefault(kind, [])
        for i in order:
            source, target = pairs[i]
            wrong = spoil(source, target, rng)
            if wrong is not None and wrong != target:
                found.append((source, target, wrong))
            if len(found) == per_kind:
                break
    return out


class Pofilter:
    """translate-toolkit's pofilter with its standard checker, Thai to English."""

    def __init__(self) -> None:
        from translate.filters.checks import CheckerConfig, StandardChecker, StandardUnitChecker, TeeChecker
        from translate.storage.po import pounit

        config = CheckerConfig(targetlanguage="en")
        self._checker = TeeChecker(
            checkerconfig=config, checkerclasses=[StandardChecker, StandardUnitChecker]
        )
        self._unit = pounit

    def ids(self, source: str, target: str) -> set[str]:
        """The filters that speak."""
        unit = self._unit(source)
        unit.target = target
        return set(self._checker.run_filters(unit))


def measure_clean(
    pairs: dict[str, list[tuple[str, str]]], pofilter: Pofilter, limit: int
) -> dict[str, object]:
    rows: dict[str, object] = {}
    errors = {check.id for check in ALL_CHECKS if check.severity is Severity.ERROR}
    for name, items in pairs.items():
        counts: Counter[str] = Counter()
        wrong = any_ = 0
        for source, target in items:
            found = ids(source, target)
            counts.update(found)
            wrong += bool(found & errors)
            any_ += bool(found)
        sample = items[:limit]
        theirs = Counter(i for s, t in sample for i in pofilter.ids(s, t))
        noisy = sum(bool(pofilter.ids(s, t)) for s, t in sample)
        rows[name] = {
            "segments": len(items), "with_error": wrong, "with_any": any_,
            "by_check": dict(counts.most_common()),
            "pofilter_segments": len(sample), "pofilter_with_any": noisy,
            "pofilter_by_filter": dict(theirs.most_common()),
        }  # fmt: skip
    return rows


def measure_seeded(cases: dict[str, list[tuple[str, str, str]]], pofilter: Pofilter) -> dict[str, object]:
    rows: dict[str, object] = {}
    for kind, items in cases.items():
        expected = KINDS[kind][1]
        found = sum(bool((ids(s, w) - ids(s, t)) & expected or _more(s, t, w, expected)) for s, t, w in items)
        theirs = sum(bool(pofilter.ids(s, w) - pofilter.ids(s, t)) for s, t, w in items)
        rows[kind] = {"errors": len(items), "found": found, "pofilter_found": theirs}
    return rows


def _more(source: str, target: str, wrong: str, expected: set[str]) -> bool:
    """Whether a check that spoke before speaks of more."""
    before = Counter(f.check for f in run_checks(Pair(source, target)))
    after = Counter(f.check for f in run_checks(Pair(source, wrong)))
    return any(after[name] > before[name] for name in expected)


def speed(pairs: list[tuple[str, str]], repeats: int = 3) -> float:
    """Entries a second of CPU time for all checks, the best of some runs, over pairs not seen before."""
    best = 0.0
    for _ in range(repeats):
        start = time.process_time()
        for source, target in pairs:
            run_checks(Pair(source, target))
        best = max(best, len(pairs) / (time.process_time() - start))
    return best


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--per-kind", type=int, default=150)
    parser.add_argument("--pofilter-clean", type=int, default=1000)
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results/checks.json"))
    options = parser.parse_args()
    pairs = read_pairs(options.data)
    rate = speed(pairs["government"])
    pofilter = Pofilter()
    clean = measure_clean(pairs, pofilter, options.pofilter_clean)
    errors = measure_seeded(seeded(pairs["government"] + pairs["NTREX dev"], options.per_kind), pofilter)
    import translate.__version__ as toolkit

    report = {
        "command": " ".join(["python -m benchmarks.checks", *sys.argv[1:]]),
        "version": __version__, "python": platform.python_version(), "machine": platform.machine(),
        "pofilter": toolkit.sver, "entries_per_cpu_second": round(rate), "clean": clean, "seeded": errors,
    }  # fmt: skip
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(table(report))


def table(report: dict) -> str:
    lines = ["| seeded error | cases | found | recall | pofilter |", "|---|---|---|---|---|"]
    cases = found = theirs = 0
    for kind, row in report["seeded"].items():
        n = row["errors"] or 1
        lines.append(
            f"| {kind} | {row['errors']} | {row['found']} | {row['found'] / n:.3f} "
            f"| {row['pofilter_found'] / n:.3f} |"
        )
        cases, found, theirs = cases + row["errors"], found + row["found"], theirs + row["pofilter_found"]
    lines.append(f"| **all** | {cases} | {found} | {found / cases:.3f} | {theirs / cases:.3f} |")
    lines += [
        "",
        "| clean pairs | segments | false alarms, errors | errors and warnings | pofilter |",
        "|---|---|---|---|---|",
    ]
    for name, row in report["clean"].items():
        n, m = row["segments"], row["pofilter_segments"]
        lines.append(
            f"| {name} | {n} | {row['with_error']} ({row['with_error'] / n:.2%}) "
            f"| {row['with_any']} ({row['with_any'] / n:.2%})"
            f" | {row['pofilter_with_any'] / m:.1%} of {m} |"
        )
    lines += ["", f"{report['entries_per_cpu_second']:,} entries a CPU second, all checks of entries."]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
