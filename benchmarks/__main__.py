"""Run the benchmarks and print their tables: `make bench`, or `python -m benchmarks NAME…`.

Those that measure against the project's data set need its folder: BENCH_DATA, ../shared/data by default.
A user does not have it; they are then named and left out. At the end `benchmarks.bars` prints a row for
every figure that counts, and `benchmarks.page` writes docs/performance-figures.md anew. Each is also run
alone: `python -m benchmarks.NAME ARGUMENTS`; `memory` goes to a million units by hand.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks import bars, page

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


def main() -> None:
    """Run the scripts one after another, then print the last table; fails if one of them failed."""
    failed = []
    for name in sys.argv[1:] or ARGUMENTS:
        arguments = ARGUMENTS[name]
        missing = [part for part in arguments if isinstance(part, Path) and not part.exists()]
        print(f"\n== {name}" + (f": left out, no {missing[0]}" if missing else ""), flush=True)
        if not missing:
            line = [sys.executable, "-m", f"benchmarks.{name}", *map(str, arguments)]
            failed += [name] if subprocess.run(line, check=False).returncode else []
    print("\n== all")
    bars.main()
    page.main()
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
