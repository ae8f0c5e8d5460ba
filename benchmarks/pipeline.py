"""The whole pipeline without the model: articles a second, processes, memory, and runs with nothing to do.

`translate --no-mt` over real articles, each run a process of its own on a project of its own. The folder
of articles is that of the project's data set, or its archive. CPU seconds are those of all processes of a
run; wall time counts only on a machine without other work. Peak memory is that of the largest process.

    python -m benchmarks.pipeline FOLDER-OR-TAR.ZST [--articles 5000] [--few 500] [--pairs 1000] [--rounds 2]
                                  [--work /dev/shm]
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.record import record

ROOT = Path(__file__).parent.parent


def project(folder: Path, articles: list[Path]) -> Path:
    """A project with the shipped glossaries and some articles."""
    folder.mkdir()
    shutil.copytree(ROOT / "glossaries", folder / "glossaries")
    (folder / "articles").mkdir()
    for path in articles:
        shutil.copy(path, folder / "articles")
    return folder


def unpacked(place: Path, folder: Path) -> list[Path]:
    """The articles of a folder or of an archive, which is unpacked."""
    if place.is_file():
        folder.mkdir()
        subprocess.run(["tar", "--zstd", "-xf", place, "-C", folder], check=True)
        place = folder
    return sorted(place.rglob("*.txt"))


def run(folder: Path, *flags: str) -> dict[str, float]:
    """Wall and CPU seconds and peak memory of one `translate`."""
    command = [sys.executable, "-m", "bilingual_news", "-C", str(folder), "-q", "translate", *flags]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return {
        "wall": round(time.perf_counter() - start, 2),
        "cpu": round(usage.ru_utime + usage.ru_stime, 2),
        "peak_mb": round(usage.ru_maxrss / 1024, 1),
    }


def fresh(folder: Path) -> None:
    """Forget the catalogs."""
    shutil.rmtree(folder / "locales", ignore_errors=True)


def memory(work: Path, articles: list[Path], few: int) -> dict[str, object]:
    """Cold and no-op runs over few and over all articles."""
    found: dict[str, object] = {}
    for count in (few, len(articles)):
        folder = project(work / f"all{count}", articles[:count])
        cold = run(folder, "--no-mt")
        idle = min((run(folder, "--no-mt") for _ in range(3)), key=lambda times: times["cpu"])
        found[f"{count} articles"] = {
            "cold": cold,
            "nothing_to_do": idle,
            "articles_per_cpu_second": round(count / cold["cpu"], 1),
            "articles_per_second": round(count / cold["wall"], 1),
        }
        shutil.rmtree(folder)
    return found


def processes(work: Path, articles: list[Path], rounds: int) -> dict[str, object]:
    """One process against two over the same articles, in turns."""
    folder = project(work / "pairs", articles)
    times: dict[str, list[dict[str, float]]] = {"1": [], "2": []}
    for _ in range(rounds):
        for jobs, rows in times.items():
            fresh(folder)
            rows.append(run(folder, "--no-mt", "--no-memory", "--jobs", jobs))
    best = {jobs: min(row["wall"] for row in rows) for jobs, rows in times.items()}
    return {
        "articles": len(articles),
        "runs": times,
        "articles_per_second": {jobs: round(len(articles) / wall, 1) for jobs, wall in best.items()},
        "efficiency_at_2": round(best["1"] / best["2"] / 2, 3),
        "paired_efficiency": [
            round(one["wall"] / two["wall"] / 2, 3) for one, two in zip(times["1"], times["2"], strict=True)
        ],
    }


def main() -> None:
    """Run, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--few", type=int, default=500)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--work", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.work) as name:
        articles = unpacked(options.folder, Path(name) / "source")[: options.articles]
        result = {
            "file_system": "memory" if str(options.work or "").startswith("/dev/shm") else "disk",
            "load_before": [round(load, 1) for load in os.getloadavg()],
            "cores": os.cpu_count(),
            "growth": memory(Path(name), articles, options.few),
            "processes": processes(Path(name), articles[: options.pairs], options.rounds),
            "children_peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1),
            "load_after": [round(load, 1) for load in os.getloadavg()],
        }
    record("pipeline", result)
    for name, value in result.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
