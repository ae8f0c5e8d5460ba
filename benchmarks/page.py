"""Write docs/performance-figures.md from what is recorded in benchmarks/results.

    python -m benchmarks.page

Every table names the command that made it and the machine, with its load when it ended. The text that
explains them is docs/performance.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import bars
from benchmarks.measure import table
from benchmarks.record import RESULTS

PAGE = Path(__file__).parent.parent / "docs" / "performance-figures.md"
HEAD = """# Measured figures

Written by `python -m benchmarks.page` from `benchmarks/results/`; do not edit. What the figures mean is in
[performance.md](performance.md). `make bench` measures them anew.
"""

#: Title and lines of a section.
Part = tuple[str, str]


def start(result: dict[str, Any]) -> Iterator[Part]:
    """Start-up."""
    head = ["command", "wall min ms", "median", "CPU min ms", "median", "peak MB", "bar ms"]
    rows = (
        [title, *("" if v is None else v for v in row.values())] for title, row in result["commands"].items()
    )
    yield "Start-up and runs with nothing to do", table(head, rows)


def stages(result: dict[str, Any]) -> Iterator[Part]:
    """Where the time of a run goes; a stage below a thousandth is left out."""
    for title, run in result["runs"].items():
        rows = [
            [stage, cell["calls"] or "", f"{cell['cpu_s']:.3f}", f"{cell['cpu_s'] / run['cpu_s']:.1%}"]
            for stage, cell in run["stages"].items()
            if cell["cpu_s"] / run["cpu_s"] >= 0.001
        ]
        head = ["stage", "calls", "CPU s", "share"]
        whole = f"{result['articles']} articles, {run['cpu_s']} s of CPU, {run['wall_s']} s of wall time.\n\n"
        yield f"Stages of a run: {title}", whole + table(head, rows)


def growth(result: dict[str, Any]) -> Iterator[Part]:
    """Exponents."""
    rows = [
        [step, *(_list(row[key]) for key in ("sizes", "cpu_s", "fitted")), f"{row['exponent']:.2f}"]
        for step, row in result["steps"].items()
    ]
    yield "Growth", table(["step", "sizes", "CPU s", "fitted", "exponent"], rows)


def _list(values: list[float]) -> str:
    return ", ".join(f"{value:,}" if isinstance(value, int) else f"{value:.3g}" for value in values)


def engine(result: dict[str, Any]) -> Iterator[Part]:
    """Beside Argos Translate."""
    rows = []
    for key, title in (("api", "API, a segment a call"), ("command_line", "command line, a file")):
        cells = result[key]
        for who in ("ours", "argos"):
            rows.append([title, who, *cells[who].values()])
        rows.append([title, "times as fast", cells["ratio"], "", cells["ratio_of_cpu"]])
    head = ["", "", "segments/s", "source tokens/s", "segments a CPU second"]
    yield "Beside Argos Translate", f"{result['segments']} segments.\n\n" + table(head, rows)


def decoding(result: dict[str, Any]) -> Iterator[Part]:
    """Beside bare CTranslate2; settings."""
    tokens = result["source_tokens"] / result["segments"]
    head = ["", "segments/s", "source tokens/s", "segments a CPU second"]
    for key, title in (
        ("against_bare", "Beside bare CTranslate2"),
        ("beam", "Beam size"),
        ("threads_and_budget", "Threads and token budget"),
    ):
        rows = [
            [name, wall := row["segments_per_second"], round(wall * tokens), row["segments_per_cpu_second"]]
            for name, row in result[key].items()
        ]
        ratios = result["ratio_to_bare"].items() if key == "against_bare" else ()
        rows += [[f"{name} / bare", row["of_wall"], "", row["of_cpu"]] for name, row in ratios]
        yield title, table(head, rows)


def catalog(result: dict[str, Any]) -> Iterator[Part]:
    """Beside polib."""
    rows = [[what, *result[what].values()] for what in ("read", "write")]
    yield (
        "PO files beside polib",
        table([f"{result['entries']:,} entries, CPU s", "ours", "polib", "polib / ours"], rows),
    )


def merge_large(result: dict[str, Any]) -> Iterator[Part]:
    """Beside polib and msgmerge."""
    rows = [
        [f"{int(size):,}", tool, run["cpu s"], run["peak MB"], run.get("stopped", "")]
        for size, tools in result.items()
        if size.isdigit()
        for tool, run in tools.items()
    ]
    yield "Merges beside polib and msgmerge", table(["entries", "tool", "CPU s", "peak MB", ""], rows)


def check_speed(result: dict[str, Any]) -> Iterator[Part]:
    """Beside pofilter."""
    rows = [
        ["all checks of entries", result["us_per_entry"]],
        ["`check` as a whole, articles and terms included", result["run"]["all of check"]],
        ["`check` again, of files that did not change", result["run"]["check again, nothing changed"]],
        ["pofilter", result["pofilter_us_per_entry"]],
    ]
    yield "Checks beside pofilter", table(["", "CPU µs an entry"], rows)


def memory(result: dict[str, Any]) -> Iterator[Part]:
    """Beside pretranslate."""
    peer = result["peer"]
    rows = [[who, peer[who]["cpu s"], peer[f"matches of {who}"]] for who in ("ours", "translate-toolkit")]
    title = f"{peer['queries']} queries, {peer['units']:,} units"
    yield "Memory beside pretranslate's matching", table([title, "CPU s", "matches"], rows)


PARTS: dict[str, Callable[[dict[str, Any]], Iterator[Part]]] = {
    "stages": stages,
    "startup": start,
    "growth": growth,
    "decoding": decoding,
    "engine": engine,
    "catalog": catalog,
    "merge_large": merge_large,
    "check_speed": check_speed,
    "memory": memory,
}


def sections() -> Iterator[str]:
    """The sections of the page."""
    for name, part in PARTS.items():
        path = RESULTS / f"{name}.json"
        if not path.exists():
            continue
        document = json.loads(path.read_text(encoding="utf-8"))
        machine = document["machine"]
        load = f", load {document['load']}" if "load" in document else ""
        where = f"`{document['command']}` on {machine['cores']} cores of {machine['cpu']}{load}."
        for title, text in part(document["result"]):
            yield f"## {title}\n\n{where}\n\n{text}\n"
    yield f"## All figures with a bar\n\n{bars.text()}\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text("\n".join([HEAD, *sections()]), encoding="utf-8")


if __name__ == "__main__":
    main()
