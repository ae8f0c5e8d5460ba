"""How fast the checks are: entries a CPU second, growth with the size, and where a run of `check` spends it.

    python -m benchmarks.check_speed --data ../shared/data [--rounds 5] [--entries 30000]

The pairs are the government segments translated for this project (domain/distilled.tsv), each once, so
that nothing is remembered from a pair before. Times are CPU time of this process; each chunk of pairs is
timed in every round and its least time counts, for the machine is shared. `check` runs over PO files of
forty entries made of these pairs, with the notes that `translate` writes and the glossary of this project.
pofilter is translate-toolkit's with its standard checker, over the same PO files, in the same run.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import math
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks._pairs import read_pairs
from benchmarks.record import record
from bilingual_news.catalog.entry import Entry, text_hash
from bilingual_news.catalog.po import Catalog, read_catalog, render
from bilingual_news.checks import ALL_CHECKS, Pair, run_article_checks, run_checks
from bilingual_news.checks.gates import Plan
from bilingual_news.checks.reports import text_report
from bilingual_news.config import Settings
from bilingual_news.glossary import Termbase, load_termbase
from bilingual_news.pipeline.check_run import FileReport, check_files, file_reports, joined
from bilingual_news.pipeline.checking import Selection, article_date, rows_of, terms_of
from bilingual_news.pipeline.known import KnownReports
from bilingual_news.pipeline.term_use import across, term_use

CHUNK = 200
PER_FILE = 40
SIZES = (100, 300, 1000, 3000, 10_000, 30_000)
GLOSSARY = Path(__file__).parents[1] / "glossaries"
Pairs = Sequence[tuple[str, str]]


def least(work: Callable[[Any], object], items: Sequence[Any], rounds: int, chunk: int = CHUNK) -> float:
    """CPU microseconds an item: the least time of each chunk over all rounds."""
    chunks = [items[i : i + chunk] for i in range(0, len(items), chunk)]
    best = [math.inf] * len(chunks)
    for _ in range(rounds):
        for number, part in enumerate(chunks):
            start = time.process_time()
            for item in part:
                work(item)
            best[number] = min(best[number], time.process_time() - start)
    return sum(best) / len(items) * 1e6


def by_check(pairs: list[Pair], rounds: int) -> list[dict[str, Any]]:
    """What each check costs: the share of pairs it is asked about, and its time over all pairs."""
    plan = Plan(ALL_CHECKS)
    asked: dict[str, list[Pair]] = {check.id: [] for check in ALL_CHECKS}
    for pair in pairs:
        for check in plan.asked(pair):
            asked[check.id].append(pair)
    rows = [
        {
            "check": "the look at a pair (gates, facts)",
            "asked": 1.0,
            "us": round(least(plan.asked, pairs, rounds), 2),
        }
    ]
    for check in ALL_CHECKS:
        some = asked[check.id]
        each = least(lambda pair, check=check: list(check.messages(pair)), some, rounds) if some else 0.0
        rows.append(
            {
                "check": check.id,
                "asked": round(len(some) / len(pairs), 4),
                "us": round(each * len(some) / len(pairs), 2),
            }
        )
    return sorted(rows, key=lambda row: -row["us"])


def growth(pairs: Pairs, most: int, rounds: int) -> dict[str, Any]:
    """Seconds for ever more entries of one article, and the exponent of the power law through them."""
    seconds: dict[int, float] = {}
    for size in (n for n in SIZES if n <= most):
        chosen = [Pair(*pairs[i % len(pairs)]) for i in range(size)]
        best = math.inf
        for _ in range(rounds):
            start = time.process_time()
            for pair in chosen:
                run_checks(pair)
            list(run_article_checks(chosen))
            best = min(best, time.process_time() - start)
        seconds[size] = best
    exponent, _ = statistics.linear_regression(
        [math.log(size) for size in seconds], [math.log(value) for value in seconds.values()]
    )
    return {"seconds": {str(k): round(v, 4) for k, v in seconds.items()}, "exponent": round(exponent, 3)}


def long_entry(pairs: Pairs, characters: int = 100_000) -> float:
    """CPU seconds for one entry of so many Thai characters."""
    thai, english, size = [], [], 0
    for source, target in pairs:
        thai.append(source)
        english.append(target)
        size += len(source) + 1
        if size >= characters:
            break
    pair = Pair(" ".join(thai), " ".join(english))
    start = time.process_time()
    run_checks(pair)
    return time.process_time() - start


def write_files(pairs: Pairs, folder: Path) -> list[Path]:
    """PO files as `translate` writes them."""
    paths = []
    for number, first in enumerate(range(0, len(pairs), PER_FILE)):
        entries = [
            Entry(
                source, target,
                notes=(f"paragraph {place // 3 + 1}, segment {place % 3 + 1} of 3",
                       f"origin: mt translate-th_en-0.2 {text_hash(target)} score -0.42 min -1.20"),
                references=((f"articles/{number}.txt", str(place + 3)),), flags=("fuzzy",),
            )
            for place, (source, target) in enumerate(dict(pairs[first : first + PER_FILE]).items())
        ]  # fmt: skip
        header = {
            "Content-Type": "text/plain; charset=UTF-8", "Language": "en", "X-Article-Id": str(number),
            "X-Article-Date": f"202{number % 6}-0{1 + number % 9}-11",
        }  # fmt: skip
        paths.append(folder / f"{number}.po")
        paths[-1].write_bytes(render(Catalog(header, tuple(entries))))
    return paths


def run_parts(paths: list[Path], termbase: Termbase, rounds: int) -> dict[str, float]:
    """CPU microseconds an entry of the parts of a run of `check`, and of the whole."""
    catalogs = [read_catalog(path) for path in paths]
    rows = [
        [Pair(e.msgid, e.msgstr, termbase.find(e.msgid, article_date(c))) for e in c.entries]
        for c in catalogs
    ]
    entries = sum(map(len, rows))
    findings, _ = check_files(paths, termbase, Selection())
    found = [terms_of(catalog, termbase) for catalog in catalogs]
    files = [
        (rows_of(catalog, terms, termbase), str(path), terms)
        for catalog, path, terms in zip(catalogs, paths, found, strict=True)
    ]
    uses = [term_use(*file) for file in files]
    parts: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {
        "read PO": (read_catalog, paths),
        "find terms": (lambda catalog: terms_of(catalog, termbase), catalogs),
        "checks, terms included": (lambda row: [run_checks(pair) for pair in row], rows),
        "checks of articles": (lambda row: list(run_article_checks(row)), rows),
        "use of terms": (lambda file: term_use(*file), files),
        "use of terms over all files": (across, [uses]),
        "report as text": (lambda found: text_report(found, lambda text, _: text), [findings]),
        "all of check": (lambda part: check_files(part, termbase, Selection()), [paths]),
    }  # fmt: skip
    return {
        name: round(least(work, items, rounds, 5) * len(items) / entries, 2)
        for name, (work, items) in parts.items()
    } | {"check again, nothing changed": round(_again(paths, termbase, rounds) / entries * 1e6, 2)}


def _again(paths: list[Path], termbase: Termbase, rounds: int) -> float:
    """CPU seconds of a run over files whose reports are known, start-up left out."""
    known = KnownReports(Settings(paths[0].parent), lambda: termbase.terms)
    known.complete(paths, lambda files: file_reports(files, termbase, Selection()))

    def nothing(files: list[Path]) -> list[FileReport]:
        assert not files
        return []

    return least(lambda part: joined(known.complete(part, nothing), Selection()), [paths], rounds) / 1e6


def pofilter(paths: list[Path], rounds: int) -> float:
    """CPU seconds of pofilter over PO files."""
    from translate.filters.checks import CheckerConfig, StandardChecker, StandardUnitChecker, TeeChecker
    from translate.storage.po import pofile

    checker = TeeChecker(
        checkerconfig=CheckerConfig(targetlanguage="en"),
        checkerclasses=[StandardChecker, StandardUnitChecker],
    )
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        for path in paths:
            for unit in pofile(io.BytesIO(path.read_bytes())).units:
                if not unit.isheader():
                    checker.run_filters(unit)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--entries", type=int, default=30_000)
    parser.add_argument("--files", type=int, default=50)
    options = parser.parse_args()
    pairs = list(dict.fromkeys((c.source, c.target) for c in read_pairs(options.data)["government"]))
    result = measure(pairs, options)
    record("check_speed", result)
    print(table(result))


def measure(pairs: Pairs, options: argparse.Namespace) -> dict[str, Any]:
    each = least(lambda pair: run_checks(Pair(*pair)), pairs, options.rounds)
    result: dict[str, Any] = {
        "pairs": len(pairs),
        "thai_characters": round(statistics.mean(len(source) for source, _ in pairs), 1),
        "english_characters": round(statistics.mean(len(target) for _, target in pairs), 1),
        "us_per_entry": round(each, 1), "entries_per_cpu_second": round(1e6 / each),
        "by_check": by_check([Pair(*pair) for pair in pairs[:4000]], options.rounds),
        "growth": growth(pairs, options.entries, 3),
        "entry_of_100000_characters_s": round(long_entry(pairs), 3),
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
        paths = write_files(pairs[: options.files * PER_FILE], Path(folder))
        termbase = load_termbase(GLOSSARY)
        entries = sum(len(read_catalog(path).entries) for path in paths)
        result["run"] = run_parts(paths, termbase, options.rounds)
        theirs = pofilter(paths, 3)
        result["pofilter_us_per_entry"] = round(theirs / entries * 1e6, 1)
        result["jobs_wall_s"] = _jobs(paths, termbase)
    return result


def _jobs(paths: list[Path], termbase: Termbase) -> dict[str, float]:
    """Wall seconds by the number of processes, least of three."""
    found = {}
    for jobs in (1, 2):
        best = math.inf
        for _ in range(3):
            start = time.perf_counter()
            check_files(paths, termbase, Selection(), jobs)
            best = min(best, time.perf_counter() - start)
        found[str(jobs)] = round(best, 2)
    return found


def table(result: dict[str, Any]) -> str:
    lines = [
        f"{result['entries_per_cpu_second']:,} entries a CPU second ({result['us_per_entry']} µs each) over "
        f"{result['pairs']:,} pairs of {result['thai_characters']} Thai and {result['english_characters']} "
        f"English characters; exponent {result['growth']['exponent']}; an entry of 100,000 characters "
        f"{result['entry_of_100000_characters_s']} s",
        "", "| check | asked about | µs an entry |", "|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {row['check']} | {row['asked']:.1%} | {row['us']} |"
        for row in result["by_check"] if row["us"] >= 0.05
    ]  # fmt: skip
    lines += ["", "| part of a run | µs an entry |", "|---|---|"]
    lines += [f"| {name} | {value} |" for name, value in result["run"].items()]
    lines += [f"| pofilter, all of it | {result['pofilter_us_per_entry']} |"]
    lines += ["", f"wall seconds by --jobs: {result['jobs_wall_s']}"]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
