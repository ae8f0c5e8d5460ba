"""How reports grow with the findings: of one entry, and of one file with a finding or two an entry.

    python -m benchmarks.reports [--rounds 3] [--sizes 3125 12500 50000]

CPU seconds of one process, the best of the rounds, and bytes of each report. Findings are real ones: an
entry with as many HTML tags as findings, whose texts grow with their number, another one with wrong
numbers, and entries with a wrong number each. The exponent is the slope of a straight line through the
logarithms: 1 is linear.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count as numbered
from pathlib import Path
from typing import Any

from benchmarks.measure import best, call, exponent, table
from benchmarks.record import record
from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, write_catalog
from bilingual_news.cli.check import _Report
from bilingual_news.glossary import Termbase
from bilingual_news.model import Finding
from bilingual_news.pipeline.check_run import check_files
from bilingual_news.pipeline.checking import Selection, without_baseline

FORMS = ("text", "json", "junit", "sarif", "github")


def one_entry(count: int) -> list[Entry]:
    """An entry with so many findings."""
    return [Entry("ข่าว " * count, " ".join(f"<b{number}>" for number in range(count)))]


def numbers(count: int) -> list[Entry]:
    """An entry with so many wrong numbers."""
    thai = " ".join(f"มี {1000 + number} แห่ง" for number in range(count))
    return [Entry(thai, " ".join(f"{900_000 + number} places." for number in range(count)))]


def one_file(count: int) -> list[Entry]:
    """As many entries with a finding each."""
    return [Entry(f"มี 12 แห่ง ข่าว {number}", f"15 places news {number}") for number in range(count)]


def works(entries: list[Entry], folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a run of `check` does with a file, step by step."""
    path = folder / "1.po"
    found: list[Finding] = []
    calls = numbered(1)

    def checked() -> None:
        # Other texts each time: what is remembered of a text would flatter the later rounds.
        mark = "ก" * next(calls)
        other = [Entry(f"{mark} {entry.msgid}", entry.msgstr) for entry in entries]
        write_catalog(path, Catalog({}, tuple(other)))
        found[:] = check_files([path], Termbase([]), Selection())[0]

    yield "check", checked
    report = _Report("en", [str(path)], found, len(entries))
    for form in FORMS:
        yield form, lambda form=form: report.text(form)
    yield "baseline", lambda: without_baseline(found, Counter())


def measured(make: Callable[[int], list[Entry]], sizes: list[int], rounds: int) -> dict[str, Any]:
    """CPU seconds of each step at each size, and exponents."""
    seconds: dict[str, list[float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for step, work in works(make(size), Path(folder)):
                costs = [call(work) for _ in range(rounds)]
                seconds.setdefault(step, []).append(best(costs).cpu)
    return {
        step: {"cpu_s": [round(value, 4) for value in row], "exponent": round(exponent(sizes, row), 3)}
        for step, row in seconds.items()
    }


def main() -> None:
    """Run, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", default=[3125, 12_500, 50_000])
    options = parser.parse_args()
    kinds = {"one entry": one_entry, "one entry, numbers": numbers, "one file": one_file}
    steps = {
        f"{kind}: {step}": row
        for kind, make in kinds.items()
        for step, row in measured(make, options.sizes, options.rounds).items()
    }
    largest = max(row["exponent"] for row in steps.values())
    print(table(["step", "CPU s", "exponent"], [[s, r["cpu_s"], r["exponent"]] for s, r in steps.items()]))
    record("reports", {"findings": options.sizes, "steps": steps, "largest_exponent": largest})


if __name__ == "__main__":
    main()
