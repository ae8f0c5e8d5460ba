"""Run the benchmarks and print their tables: `make bench`, or `python -m benchmarks NAME…`.

Those that measure against the project's data set need its folder: BENCH_DATA, ../shared/data by default.
A user does not have it; they are then named and left out. `memory` goes to a million units by hand: see its
first lines.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

DATA = Path(os.environ.get("BENCH_DATA", "../shared/data"))
#: Name → arguments; a path below DATA makes the benchmark need the data set.
ARGUMENTS: dict[str, list[str | Path]] = {
    "engine": [],
    "decoding": [],
    "site": [],
    "term_matching": ["articles"],
    "merge": ["--articles", DATA / "articles" / "thaigov-5000.tar.zst"],
    "merge_thresholds": ["--articles", DATA / "articles" / "thaigov-5000.tar.zst"],
    "merge_large": [],
    "kills": [],
    "segmentation": ["--data", DATA],
    "checks": ["--data", DATA],
    "term_checks": [DATA],
    "check_speed": ["--data", DATA],
    "terminology": [DATA / "domain" / "distilled-dev.tsv", "--limit", "100"],
    "memory": [DATA, "--units", "10000", "100000"],
    "mt": [DATA],
    "soundness": [DATA],
    "cluster": ["--segments", "400", "--batch", "100"],
    "scale_out": [],
}


def main() -> None:
    """Run the scripts one after another; a failing one stops the row."""
    for name in sys.argv[1:] or ARGUMENTS:
        arguments = ARGUMENTS[name]
        missing = [part for part in arguments if isinstance(part, Path) and not part.exists()]
        print(f"\n== {name}" + (f": left out, no {missing[0]}" if missing else ""), flush=True)
        if not missing:
            subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
