"""Run the benchmarks and print their tables: `make bench`, or `python -m benchmarks [NAME…]`.

Those that measure against the project's data set need its folder: BENCH_DATA, ../shared/data by default.
A user does not have it; they are then named and left out, and so are those that need a program which is not
installed. At the end `benchmarks.bars` prints a row for every figure that counts, and `benchmarks.page`
writes docs/performance-figures.md anew. All of them take hours. Each is also run alone: `python -m
benchmarks.NAME ARGUMENTS`, with `--help`; `memory` goes to a million units by hand.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import bars, page

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(os.environ.get("BENCH_DATA", "../shared/data"))
THAIGOV = DATA / "articles" / "thaigov-5000.tar.zst"
#: Name → arguments; a path below DATA makes the benchmark need the data set.
ARGUMENTS: dict[str, list[str | Path]] = {
    "startup": [],
    "engine": [],
    "decoding": [],
    "stages": [],
    "growth": [],
    "catalog": [],
    "pipeline": [THAIGOV],
    "site": [],
    "term_matching": [THAIGOV],
    "merge": ["--articles", THAIGOV],
    "merge_thresholds": ["--articles", THAIGOV],
    "merge_large": [],
    "kills": [],
    "memory": [DATA, "--units", "1000", "10000", "100000"],
    "segmentation": ["--data", DATA],
    "checks": ["--data", DATA],
    "term_checks": [DATA],
    "spellings": ["--data", DATA],
    "check_speed": ["--data", DATA],
    "reports": [],
    "terminology": [
        DATA / "domain/distilled-dev.tsv",
        "--limit",
        "100",
        "--json",
        str(bars.RESULTS / "terminology.json"),
    ],
    "mt": [DATA],
    "soundness": [DATA],
    "cluster": ["--segments", "400", "--batch", "100"],
    "scale_out": [],
}


#: Name → programs beside Python's that it starts.
PROGRAMS: dict[str, tuple[str, ...]] = {
    "pipeline": ("tar", "zstd"),
    "term_matching": ("tar", "zstd"),
    "merge": ("tar", "zstd"),
    "merge_thresholds": ("tar", "zstd"),
    "merge_large": ("msgmerge",),
    "memory": ("zstd",),
    "checks": ("zstd",),
    "check_speed": ("zstd",),
    "spellings": ("zstd",),
    "site": ("chromium",),
}


def lacking(name: str) -> str:
    """What a benchmark needs and this machine has not; empty if it can run."""
    for part in ARGUMENTS[name]:
        if isinstance(part, Path) and not part.exists():
            return f"{part} (set BENCH_DATA to the folder of the project's data set)"
    return ", ".join(f"the program {name}" for name in PROGRAMS.get(name, ()) if not shutil.which(name))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the scripts one after another, then print the last table; fails if one of them failed."""
    parser = argparse.ArgumentParser("benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(ARGUMENTS)}; default: all"
    )
    parser.add_argument("--dry-run", action="store_true", help="print the commands and what they lack only")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.names if name not in ARGUMENTS]:
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(ARGUMENTS)}")
    failed, left_out = [], []
    for name in options.names or ARGUMENTS:
        missing = lacking(name)
        print(f"\n== {name}" + (f": left out, needs {missing}" if missing else ""), flush=True)
        if missing:
            left_out.append(name)
            continue
        line = [sys.executable, "-m", f"benchmarks.{name}", *map(str, ARGUMENTS[name])]
        if options.dry_run:
            print(" ".join(line))
        elif subprocess.run(line, check=False).returncode:
            failed.append(name)
    if options.dry_run:
        return
    print("\n== all")
    bars.main()
    page.main()
    if left_out:
        print(f"\nleft out, their figures are the recorded ones: {', '.join(left_out)}")
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
