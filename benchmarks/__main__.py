"""Run every benchmark of this folder and print its table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run the scripts one after another; a failing one stops the row."""
    names = sys.argv[1:] or sorted(path.stem for path in HERE.glob("[a-z]*.py") if path.stem != "record")
    for name in names:
        print(f"\n== {name}", flush=True)
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=True)


if __name__ == "__main__":
    main()
