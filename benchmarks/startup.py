"""How long it takes until the program has nothing more to do: help, status, a run without changes.

    python -m benchmarks.startup [--rounds 10] [--articles 1 300 10000]

Every run is a process of its own; the commands take turns, and the bare start of the interpreter is one of
them. Minimum and median of the rounds, wall and CPU; the bars are on the minimum of wall time, which other
work on the machine delays least. Articles are copies of the shipped ones with another address; their
catalogs are written beforehand, without the model. `status` remembers catalogs: one that changed is one that
it does not remember. Modules are run from byte code, as an installed package is, whatever the environment
says about writing it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measure import Cost, in_turns, run, table
from benchmarks.record import record

ROOT = Path(__file__).parent.parent
PROGRAM = (sys.executable, "-m", "bilingual_news")
#: Milliseconds of wall time; the ones of the project's requirements.
BARS = {
    "--help": 150,
    "status, one PO": 300,
    "status, one changed PO": 300,
    "translate, 10,000 unchanged": 5000,
}


def copies(count: int) -> list[tuple[str, str]]:
    """File names and texts of so many articles, no two of one id."""
    shipped = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "articles").glob("*.txt"))]
    found = []
    for number in range(count):
        head, mark, address = shipped[number % len(shipped)].rpartition("ที่มา")
        ident = 100_000 + number
        text = re.sub(r"\d+(?=\D*$)", str(ident), address)
        found.append((f"{ident}.txt", f"{head}{mark}{text}"))
    return found


def project(folder: Path, count: int) -> Path:
    """A project with the shipped glossaries and articles that have been processed."""
    (folder / "articles").mkdir(parents=True)
    shutil.copytree(ROOT / "glossaries", folder / "glossaries")
    for name, text in copies(count):
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    run([*PROGRAM, "-C", folder, "-q", "translate", "--no-mt", "--no-memory", "--jobs", "auto"])
    written = len(list((folder / "locales").rglob("*.po")))
    if written != count:
        raise SystemExit(f"{written} catalogs for {count} articles")
    return folder


def commands(work: Path, sizes: list[int]) -> dict[str, list[str | Path]]:
    """The command lines by what they are called in the table."""
    projects = {count: project(work / str(count), count) for count in sorted({1, *sizes})}
    catalog = next((projects[1] / "locales").rglob("*.po"))
    article = next((projects[1] / "articles").iterdir())
    found: dict[str, list[str | Path]] = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "--help": [*PROGRAM, "--help"],
        "status, one PO": [*PROGRAM, "-C", projects[1], "status", catalog],
        "status, one changed PO": [*PROGRAM, "-C", projects[1], "status", catalog],
        "segment, one article": [*PROGRAM, "-C", projects[1], "segment", article],
    }
    for count in sizes:
        name = f"translate, {count:,} unchanged"
        found[name] = [*PROGRAM, "-C", projects[count], "-q", "translate", "--no-mt"]
    return found


def once(title: str, line: list[str | Path], work: Path) -> Cost:
    """The cost of one run; what `status` remembers of a catalog is forgotten where the catalog changed."""
    if "changed PO" in title:
        (work / "1" / ".bilingual-news" / "status.json").unlink()
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return run(line, env=env | {"PYTHONPYCACHEPREFIX": str(work / "bytecode")})


def figures(costs: list[Cost]) -> dict[str, float]:
    """Milliseconds."""
    return {
        f"{kind}_{how.__name__}_ms": round(how(getattr(cost, kind) for cost in costs) * 1000, 1)
        for kind in ("wall", "cpu")
        for how in (min, statistics.median)
    } | {"peak_mb": round(max(cost.peak for cost in costs), 1)}


def main() -> None:
    """Run, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--articles", type=int, nargs="+", default=[1, 300, 10_000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        lines = commands(work, options.articles)
        works = {
            title: lambda title=title, line=line: once(title, line, work) for title, line in lines.items()
        }
        in_turns(works, 1)  # Byte code and files into the cache of the system.
        costs = in_turns(works, options.rounds)
    rows = {title: figures(found) | {"bar_ms": BARS.get(title)} for title, found in costs.items()}
    result: dict[str, Any] = {"rounds": options.rounds, "commands": rows}
    head = ["command", "wall min ms", "median", "CPU min ms", "median", "peak MB", "bar ms"]
    print(table(head, ([title, *(cell or "" for cell in row.values())] for title, row in rows.items())))
    record("startup", result)


if __name__ == "__main__":
    main()
