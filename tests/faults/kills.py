"""Kill `translate`, and a loop of catalog writes, at random moments: python -m tests.faults.kills FOLDER.

Every run starts from the same old catalogs with people's work in them and a changed article each, is killed
with SIGKILL, and leaves catalogs that must be the old or the new ones byte for byte. Half of the runs are
killed after a random time of what a whole run takes, half of them a random time after the first sign of
writing. A last run must then bring all of them to the new state. The processes are forked from one that has
everything loaded, so that the kills fall into the work and not into Python's start.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bilingual_news.catalog import po
from bilingual_news.cli import app

ROOT = Path(__file__).parents[2]
ARTICLES = ("38820", "38528", "38530", "84477")
COMMAND = ("translate", "--no-mt", "--no-memory")


@dataclass(frozen=True)
class States:
    """A project, and the bytes of its catalogs before and after a run."""

    project: Path
    old: dict[str, bytes]
    new: dict[str, bytes]

    @property
    def folder(self) -> Path:
        return self.project / "locales/en/LC_MESSAGES"

    def restore(self) -> None:
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        for name, data in self.old.items():
            (self.folder / name).write_bytes(data)


def prepared(project: Path) -> States:
    """A project whose articles changed after people had translated them."""
    (project / "articles").mkdir(parents=True)
    for name in ARTICLES:
        shutil.copy(ROOT / "articles" / f"{name}.txt", project / "articles")
    in_child(project)
    states = States(project, {}, {})
    for path in states.folder.glob("*.po"):
        blocks = path.read_text(encoding="utf-8").split('msgstr ""\n\n')
        typed = "".join(f'{block}msgstr "By hand {n}."\n\n' for n, block in enumerate(blocks[:-1]))
        path.write_text(f"{typed}{blocks[-1]}", encoding="utf-8")
    states.old.update(read(states.folder))
    for path in (project / "articles").glob("*.txt"):
        text = path.read_text(encoding="utf-8").replace("นายก", "ท่านนายก", 2)
        path.write_text(text.replace(" และ", " รวมทั้ง", 3), encoding="utf-8")
    in_child(project)
    states.new.update(read(states.folder))
    assert all(states.new[name] != data for name, data in states.old.items() if name.endswith(".po"))
    assert all(b"By hand" in data for name, data in states.new.items() if name.endswith(".po"))
    return states


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".po", ".mo"}}


def in_child(project: Path) -> float:
    """Run `translate` in a child to its end; returns its seconds."""
    began = time.monotonic()
    status = os.waitpid(started(project), 0)[1]
    assert status == 0, (project / "failure.txt").read_text(encoding="utf-8")
    return time.monotonic() - began


def started(project: Path) -> int:
    """Start `translate` in a child; returns its process number."""
    child = os.fork()
    if not child:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        # Never back into the parent's frames: they would clean up its folders.
        try:
            app.main(["-C", str(project), *COMMAND], standalone_mode=False)
        except BaseException:
            (project / "failure.txt").write_text(traceback.format_exc(), encoding="utf-8")
            os._exit(1)
        os._exit(0)
    return child


def killed(states: States, rng: random.Random, whole: float, *, while_writing: bool) -> None:
    """Start `translate` and kill it at a random moment of its work, or of its writing."""
    child = started(states.project)
    before = {entry.name: entry.stat().st_ino for entry in os.scandir(states.folder)}
    end = time.monotonic() + whole
    while while_writing and time.monotonic() < end:
        # Inodes: every write is a new file.
        if {entry.name: entry.inode() for entry in os.scandir(states.folder)} != before:
            break
        time.sleep(0.0005)
    time.sleep(rng.random() * (whole / 10 if while_writing else whole))
    os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, -signal.SIGKILL}, (states.project / "failure.txt").read_text(encoding="utf-8")


def judged(states: States) -> Counter[str]:
    """What a killed run left behind.

    Raises:
        AssertionError: If a file is neither the old nor the new one, or is no catalog.
    """
    found: Counter[str] = Counter()
    for path in states.folder.iterdir():
        if path.suffix == ".tmp":
            found["leftovers"] += 1
            continue
        data = path.read_bytes()
        assert data in {states.old.get(path.name), states.new[path.name]}, path.name
        if path.suffix == ".po":
            po.parse_catalog(path, data)
            found["new" if data == states.new[path.name] else "old"] += 1
    assert found["old"] + found["new"] == len(ARTICLES)
    return found


def kill_translate(folder: Path, runs: int, seed: int = 1) -> dict[str, int]:
    """Kill `runs` runs of `translate`; returns how many catalogs were old and new, and leftover files."""
    rng = random.Random(seed)
    states = prepared(folder / "project")
    states.restore()
    whole = in_child(states.project)
    total: Counter[str] = Counter(runs=runs)
    for number in range(runs):
        states.restore()
        killed(states, rng, whole, while_writing=number % 2 == 1)
        found = judged(states)
        total += found
        total["between two catalogs"] += found["old"] > 0 and found["new"] > 0
    states.restore()
    in_child(states.project)
    assert read(states.folder) == states.new
    return dict(total)


def kill_writes(folder: Path, runs: int, seed: int = 1) -> dict[str, int]:
    """Kill a loop that writes one catalog, old and new in turn, `runs` times."""
    rng = random.Random(seed)
    path = folder / "a.po"
    entries = po.parse_catalog(path, b'msgid "a"\nmsgstr "b"\n').entries * 20_000
    contents = [po.Catalog({"Language": "en"}, entries[:count]) for count in (10_000, 20_000)]
    states = [po.render(content) for content in contents]
    total: Counter[str] = Counter(runs=runs)
    for _ in range(runs):
        path.write_bytes(states[0])
        child = os.fork()
        while not child:
            for content in reversed(contents):
                po.write_catalog(path, content)
        time.sleep(rng.random() / 5)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        total[("old", "new")[states.index(path.read_bytes())]] += 1
        for leftover in folder.glob(".*.tmp"):
            leftover.unlink()
            total["leftovers"] += 1
    return dict(total)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
    found = {
        "translate": kill_translate(options.folder, options.runs),
        "write loop": kill_writes(options.folder, options.runs),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
