"""Kill `translate` and a loop of writes with SIGKILL at random moments: every catalog is the old or the new.

Run: python -m benchmarks.kills [--runs 200]

The driver and its judgement are those of the tests (tests/faults/kills.py), which do 20 runs.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

from tests.faults.kills import kill_translate, kill_writes

from benchmarks.record import record


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    options = parser.parse_args()
    os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
    with tempfile.TemporaryDirectory() as folder:
        result = {
            "translate": kill_translate(Path(folder), options.runs),
            "write loop": kill_writes(Path(folder), options.runs),
        }
    record("kills", result)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
