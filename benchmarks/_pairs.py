"""The pairs that the benchmark of the checks runs on, in two halves by document.

Checks are developed on the half "develop" and reported on the half "report"; a document is in one of
them only. The halves are drawn by a hash of the document's name, so they stay the same for ever.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

SEED = 2565
_DOCUMENTATION = ("sxs_d365", "sxs_powerbi", "sxs_misc", "sxs_alchemy")
_PER_FILE = 1000
_LONG = 60


@dataclass(frozen=True, slots=True)
class Clean:
    """A correct pair: Thai, English, where it is from, and the document that decides its half."""

    source: str
    target: str
    document: str

    @property
    def half(self) -> str:
        """Develop or report."""
        return "develop" if hashlib.sha256(self.document.encode()).digest()[0] % 2 else "report"


def read_pairs(data: Path, half: str = "all") -> dict[str, list[Clean]]:
    """The clean pairs of all sources.

    Args:
        data: The folder of the data.
        half: develop, report, or all.
    """
    sources = {
        "government": _tsv(data, "distilled.tsv"),
        "government-dev": _tsv(data, "distilled-dev.tsv"),
        "NTREX dev": _ntrex(data),
        "Thai PUD": _lines(data, "pud"),
        "documentation": _documentation(data),
    }
    return {name: [p for p in pairs if half in {"all", p.half}] for name, pairs in sources.items()}


def _tsv(data: Path, name: str) -> Iterator[Clean]:
    for line in (data / "domain" / name).read_text(encoding="utf-8").split("\n"):
        row = line.split("\t")
        if len(row) > 1:
            yield Clean(row[0], row[1], row[2] if len(row) > 2 else row[0])


def _ntrex(data: Path) -> Iterator[Clean]:
    documents = (data / "test" / "ntrex-dev.docs").read_text(encoding="utf-8").split("\n")
    for pair, document in zip(_lines(data, "ntrex-dev"), documents, strict=False):
        yield Clean(pair.source, pair.target, document)


def _lines(data: Path, name: str) -> Iterator[Clean]:
    """Two files line by line; where no documents are known, runs of twenty lines stand for them."""
    thai, english = (
        (data / "test" / f"{name}.{code}").read_text(encoding="utf-8").split("\n") for code in ("th", "en")
    )
    for i, (source, target) in enumerate(zip(thai, english, strict=True)):
        if source:
            yield Clean(" ".join(source.split()), " ".join(target.split()), f"{name} {i // 20}")


def _documentation(data: Path) -> Iterator[Clean]:
    """A thousand sentences of each file of human translations, of at least 60 Thai characters."""
    for name in _DOCUMENTATION:
        rows = [row for row in _zstd(data / "parallel" / f"{name}.tsv.zst") if len(row[0]) >= _LONG]
        for row in Random(f"{SEED} {name}").sample(rows, min(_PER_FILE, len(rows))):
            yield Clean(row[0], row[1], f"{name} {row[0]}")


def _zstd(path: Path) -> Iterator[list[str]]:
    text = subprocess.run(["zstd", "-dc", path], capture_output=True, check=True).stdout.decode()
    return (row for line in text.split("\n") if len(row := line.split("\t")) > 1)
