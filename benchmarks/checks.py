"""Precision and recall of the checks: seeded errors and clean pairs, side by side with pofilter.

    python -m benchmarks.checks --data ../shared/data [--half report] [--per-kind 150] [--output FILE]

The checks were developed on the half "develop" of the documents (see `_pairs`); the half "report" is
the default here. Clean pairs: government segments translated for this project, translated news (NTREX,
Thai PUD) and documentation. Every finding on a clean pair counts as a false alarm, although some of
those pairs are wrong. An error counts as found if one of the checks named for its kind speaks that did
not speak on the correct pair, or speaks of more. pofilter counts an error as found if any of its
filters speaks that did not speak on the correct pair, and a false alarm if any filter speaks.
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
from typing import Any

from benchmarks._pairs import SEED, Clean, read_pairs
from benchmarks._seeded_more import ALL_KINDS
from benchmarks._templates import Case, templated
from bilingual_news import __version__
from bilingual_news.checks import ALL_CHECKS, ARTICLE_CHECKS, Pair, run_article_checks, run_checks
from bilingual_news.model import Severity

#: Composed kinds, see `_templates`.
COMPOSED = {
    "phone digit changed (composed)": {"phones", "numbers"},
    "address changed (composed)": {"addresses", "latin"},
    "fiscal year lost (composed)": {"fiscal-year"},
}
EXPECTED = {kind: expected for kind, (_, expected) in ALL_KINDS.items()} | COMPOSED
ERRORS = {check.id for check in (*ALL_CHECKS, *ARTICLE_CHECKS) if check.severity is Severity.ERROR}
#: The kinds are drawn from these; documentation and PUD serve as clean pairs only.
_SEEDED_SOURCES = ("government", "NTREX dev")


def findings(source: str, target: str) -> Counter[str]:
    pair = Pair(source, target)
    whole = (finding for _, finding in run_article_checks([pair]))
    return Counter(finding.check for finding in (*run_checks(pair), *whole))


def seeded(pairs: list[tuple[str, str]], per_kind: int) -> dict[str, list[Case]]:
    out: dict[str, list[Case]] = {}
    for kind, (spoil, _) in ALL_KINDS.items():
        rng = Random(f"{SEED} {kind}")
        found = out.setdefault(kind, [])
        for source, target in rng.sample(pairs, len(pairs)):
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


def measure_clean(pairs: dict[str, list[Clean]], pofilter: Pofilter, limit: int) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for name, items in pairs.items():
        counts: Counter[str] = Counter()
        wrong = any_ = 0
        for pair in items:
            found = set(findings(pair.source, pair.target))
            counts.update(found)
            wrong += bool(found & ERRORS)
            any_ += bool(found)
        spoken = [pofilter.ids(pair.source, pair.target) for pair in items[:limit]]
        rows[name] = {
            "segments": len(items), "with_error": wrong, "with_any": any_,
            "by_check": dict(counts.most_common()),
            "pofilter_segments": len(spoken), "pofilter_with_any": sum(map(bool, spoken)),
            "pofilter_by_filter": dict(Counter(i for ids in spoken for i in ids).most_common()),
        }  # fmt: skip
    return rows


def measure_seeded(cases: dict[str, list[Case]], pofilter: Pofilter) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for kind, items in cases.items():
        found = as_error = theirs = 0
        for source, target, wrong in items:
            new = findings(source, wrong) - findings(source, target)
            found += bool(EXPECTED[kind] & set(new))
            as_error += bool(EXPECTED[kind] & set(new) & ERRORS)
            theirs += bool(pofilter.ids(source, wrong) - pofilter.ids(source, target))
        rows[kind] = {
            "errors": len(items), "found": found, "found_as_error": as_error, "pofilter_found": theirs,
            "checks": sorted(EXPECTED[kind]),
        }  # fmt: skip
    return rows


def by_check(clean: dict[str, Any], errors: dict[str, Any]) -> dict[str, Any]:
    """Precision and recall of each group of checks that share kinds of errors.

    Precision is the share of true findings among those on the seeded errors of the group's kinds and on
    all clean pairs of the run.
    """
    segments = sum(row["segments"] for row in clean.values())
    theirs = sum(row["pofilter_with_any"] for row in clean.values())
    sample = sum(row["pofilter_segments"] for row in clean.values())
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in errors.values():
        groups.setdefault(tuple(row["checks"]), []).append(row)
    out: dict[str, Any] = {}
    for checks, rows in groups.items():
        cases, found = sum(row["errors"] for row in rows), sum(row["found"] for row in rows)
        alarms = sum(row["by_check"].get(check, 0) for row in clean.values() for check in checks)
        pofilter_found = sum(row["pofilter_found"] for row in rows)
        # pofilter was run on a sample of the clean pairs: its alarms are scaled to all of them.
        noise = round(theirs / max(sample, 1) * segments)
        out[", ".join(checks)] = {
            "errors": cases, "found": found, "clean": segments, "false_alarms": alarms,
            "recall": round(found / max(cases, 1), 3),
            "precision": round(found / max(found + alarms, 1), 3),
            "pofilter_recall": round(pofilter_found / max(cases, 1), 3),
            "pofilter_precision": round(pofilter_found / max(pofilter_found + noise, 1), 3),
        }  # fmt: skip
    return out


def speed(pairs: list[Clean]) -> float:
    """Entries a second of CPU time for all checks of entries, over pairs not seen before."""
    start = time.process_time()
    for pair in pairs:
        run_checks(Pair(pair.source, pair.target))
    return len(pairs) / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--half", choices=["develop", "report", "all"], default="report")
    parser.add_argument("--per-kind", type=int, default=150)
    parser.add_argument("--pofilter-clean", type=int, default=500)
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results/checks.json"))
    options = parser.parse_args()
    pairs = read_pairs(options.data, options.half)
    rate = speed(pairs["government"])
    drawn = [(pair.source, pair.target) for name in _SEEDED_SOURCES for pair in pairs[name]]
    cases = seeded(drawn, options.per_kind) | templated(options.data, drawn, options.per_kind)
    pofilter = Pofilter()
    clean = measure_clean(pairs, pofilter, options.pofilter_clean)
    errors = measure_seeded(cases, pofilter)
    import translate.__version__ as toolkit

    report = {
        "command": " ".join(["python -m benchmarks.checks", *sys.argv[1:]]), "half": options.half,
        "version": __version__, "python": platform.python_version(), "machine": platform.machine(),
        "pofilter": toolkit.sver, "entries_per_cpu_second": round(rate), "clean": clean, "seeded": errors,
        "by_check": by_check(clean, errors),
    }  # fmt: skip
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(tables(report))


def tables(report: dict[str, Any]) -> str:
    return "\n\n".join(
        (
            _seeded_table(report["seeded"]),
            _check_table(report["by_check"]),
            _clean_table(report["clean"]),
            f"{report['entries_per_cpu_second']:,} entries a CPU second, all checks of entries.",
        )
    )


def _seeded_table(rows: dict[str, Any]) -> str:
    lines = [
        "| seeded error | cases | found | recall | as error | pofilter |",
        "|---|---|---|---|---|---|",
    ]
    total = dict.fromkeys(("errors", "found", "found_as_error", "pofilter_found"), 0)
    for kind, row in rows.items():
        lines.append(_seeded_line(kind, row))
        total = {key: value + row[key] for key, value in total.items()}
    return "\n".join([*lines, _seeded_line("**all**", total)])


def _seeded_line(kind: str, row: dict[str, int]) -> str:
    n = row["errors"] or 1
    shares = (row[key] / n for key in ("found", "found_as_error", "pofilter_found"))
    return f"| {kind} | {row['errors']} | {row['found']} | " + " | ".join(f"{s:.3f}" for s in shares) + " |"


def _check_table(rows: dict[str, Any]) -> str:
    lines = [
        "| checks | errors | recall | false alarms | precision | pofilter recall | pofilter precision |",
        "|---|---|---|---|---|---|---|",
    ]
    for checks, row in rows.items():
        lines.append(
            f"| {checks} | {row['errors']} | {row['recall']:.3f} | {row['false_alarms']} of {row['clean']} | "
            f"{row['precision']:.3f} | {row['pofilter_recall']:.3f} | {row['pofilter_precision']:.3f} |"
        )
    return "\n".join(lines)


def _clean_table(rows: dict[str, Any]) -> str:
    lines = [
        "| clean pairs | segments | false alarms, errors | errors and warnings | pofilter |",
        "|---|---|---|---|---|",
    ]
    keys = ("segments", "with_error", "with_any", "pofilter_segments", "pofilter_with_any")
    total = {key: sum(row[key] for row in rows.values()) for key in keys}
    for name, row in {**rows, "**all**": total}.items():
        n, m = row["segments"] or 1, row["pofilter_segments"] or 1
        lines.append(
            f"| {name} | {row['segments']} | {row['with_error']} ({row['with_error'] / n:.2%}) | "
            f"{row['with_any']} ({row['with_any'] / n:.2%}) | {row['pofilter_with_any'] / m:.1%} of {m} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
