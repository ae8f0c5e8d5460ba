"""Record a benchmark's result with what it depends on: machine, versions, embedded model, command."""

from __future__ import annotations

import json
import os
import platform
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from bilingual_news.engines.packages import default_roots, find_model

RESULTS = Path(__file__).parent / "results"
_DISTRIBUTIONS = ("ctranslate2", "argos-translate-lt", "sentencepiece", "pythainlp", "polib", "pyahocorasick")


def record(name: str, result: dict[str, Any]) -> Path:
    """Write `results/NAME.json`.

    Args:
        name: Name of the benchmark.
        result: Its figures.

    Returns:
        The file.
    """
    document = {
        "benchmark": name,
        "command": f"python -m benchmarks.{name} {' '.join(map(_portable, sys.argv[1:]))}".strip(),
        "machine": {"cpu": _cpu(), "cores": os.cpu_count(), "system": platform.platform()},
        # What else the machine did in the last minute: wall times under load say little.
        "load": round(os.getloadavg()[0], 1),
        "model": find_model(None, default_roots({"HOME": "/nonexistent"})).signature,
        "versions": {"python": platform.python_version()} | {d: metadata.version(d) for d in _DISTRIBUTIONS},
        "result": result,
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _portable(argument: str) -> str:
    """A path of this machine as one from the folder that the command ran in."""
    return os.path.relpath(argument) if argument.startswith("/") else argument


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(": ", 1)[1] for line in lines if line.startswith("model name")), "")
