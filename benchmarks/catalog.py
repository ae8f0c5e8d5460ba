"""Catalogs beside polib: reading and writing PO.

    python -m benchmarks.catalog [--entries 100000] [--rounds 3]

The same file, in turns; CPU seconds in one process. Ours writes what it read and changed (every
translation is another one), as polib does; ours waits for the disk, polib does not, which costs no CPU
time. Merges beside polib and msgmerge are in benchmarks/merge_large.py, checks beside pofilter in
benchmarks/check_speed.py, the memory beside pretranslate's matching in benchmarks/memory.py.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import polib

from benchmarks.growth import ENGLISH, sentences
from benchmarks.measure import Cost, best, call, in_turns, table
from benchmarks.record import record
from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry

HEADER = {
    "Project-Id-Version": "x",
    "PO-Revision-Date": "2026-01-01 00:00+0000",
    "Last-Translator": "T",
    "Language-Team": "English",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def made(count: int) -> list[tuple[str, str]]:
    """So many pairs, no two sources alike."""
    return [(text, ENGLISH.format(number)) for number, text in enumerate(sentences(count))]


def written(path: Path, pairs: list[tuple[str, str]]) -> Path:
    """A catalog of translated entries, with a note and a reference each."""
    entries = [
        Entry(
            text,
            target,
            notes=(f"paragraph {number}, segment 1 of 1",),
            references=(("a.txt", number),),
        )
        for number, (text, target) in enumerate(pairs, start=1)
    ]
    po.write_catalog(path, po.Catalog(HEADER, tuple(entries)))
    return path


def files(folder: Path, count: int, rounds: int) -> dict[str, Any]:
    """Read and write with polib and with ours."""
    old = written(folder / "old.po", made(count))
    gc.collect()
    reading = in_turns(
        {
            "ours": lambda: call(lambda: po.read_catalog(old)),
            "polib": lambda: call(lambda: polib.pofile(str(old), wrapwidth=0)),
        },
        rounds,
    )
    mine, theirs = po.read_catalog(old), polib.pofile(str(old), wrapwidth=0)
    changed = replace(mine, entries=tuple(replace(e, msgstr=f"{e.msgstr} New.") for e in mine.entries))
    for entry in theirs:
        entry.msgstr = f"{entry.msgstr} New."
    paths = {name: folder / f"{name}.po" for name in ("ours", "polib")}
    writing = in_turns(
        {
            "ours": lambda: call(lambda: po.write_catalog(paths["ours"], changed)),
            "polib": lambda: call(lambda: theirs.save(str(paths["polib"]))),
        },
        rounds,
    )
    again = [po.read_catalog(path).entries for path in paths.values()]
    if [e.msgstr for e in again[0]] != [e.msgstr for e in again[1]] or len(again[0]) != count:
        raise SystemExit("the two programs wrote different catalogs")
    return {
        name: {who: round(best(costs).cpu, 3) for who, costs in found.items()}
        | {"ratio": ratio(found, "polib")}
        for name, found in (("read", reading), ("write", writing))
    }


def ratio(found: dict[str, list[Cost]], peer: str) -> float:
    """How many times the CPU time of ours the peer needs, the best rounds of both."""
    return round(best(found[peer]).cpu / best(found["ours"]).cpu, 2)


def main() -> None:
    """Run, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        result: dict[str, Any] = {
            "entries": options.entries,
            "polib": polib.__version__,
            **files(Path(name), options.entries, options.rounds),
        }
    rows = [
        [what, result[what]["ours"], result[what]["polib"], result[what]["ratio"]]
        for what in ("read", "write")
    ]
    print(table([f"{options.entries:,} entries, CPU s", "ours", "polib", "polib / ours"], rows))
    record("catalog", result)


if __name__ == "__main__":
    main()
