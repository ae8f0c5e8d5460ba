"""How often a changed article keeps its human translations: this project, msgmerge, pot2po.

Run: python -m benchmarks.merge [--scripts 1000] [--articles PLACE] [--seed 1] [--show 20]

Every script takes a real article whose segments a person has translated and reviewed, applies 1 to 8
random operations (insert, delete, edit, split, join, move, duplicate), and merges the same old catalog and
the same new segments with each tool. A translation is right if a segment that comes from its segment has
it (in msgstr, fuzzy or not), wrong if a segment of another origin has it, lost if it is nowhere in the
file, obsolete entries and comments included. "changed" counts only the translations whose segment is no
longer in the article as it was: there the tools differ.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from tests.edit_scripts import Piece, as_places, evolve

from benchmarks._articles import articles_of
from benchmarks.record import record
from bilingual_news.catalog import po
from bilingual_news.catalog.merge import How, annotate, merge
from bilingual_news.similarity import Similarity
from bilingual_news.stages.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bilingual_news.catalog.entry import Entry

_OPERATIONS = 8


@dataclass(frozen=True, slots=True)
class Script:
    """An article, what people translated of it, and what became of it.

    Attributes:
        texts: Old segments.
        humans: Their translations.
        pieces: New segments, with the old ones that each comes from.
    """

    texts: Sequence[str]
    humans: Sequence[str]
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Files:
    """Where the tools read and write."""

    old: Path
    pot: Path
    out: Path


def catalog_of(entries: Sequence[Entry]) -> po.Catalog:
    """A catalog with the header that gettext wants."""
    header = {"Project-Id-Version": "x", "Language": "en", "MIME-Version": "1.0"}
    header |= {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    header |= {"POT-Creation-Date": "2026-01-01 00:00+0000", "PO-Revision-Date": "2026-01-01 00:00+0000"}
    header |= {"Last-Translator": "T", "Language-Team": "English"}
    return po.Catalog(header, tuple(entries))


def scripts(articles: Sequence[Sequence[str]], count: int, seed: int) -> Iterator[Script]:
    """Random edit scripts; the same for the same arguments."""
    rng = random.Random(seed)
    pool = [text for texts in articles for text in texts]
    for number in range(count):
        texts = rng.choice(articles)
        humans = [f"Translation {number}-{n} by hand." for n in range(len(texts))]
        start = [Piece(text, frozenset({n})) for n, text in enumerate(texts)]
        others = [text for text in rng.choices(pool, k=20) if text not in texts]
        yield Script(texts, humans, evolve(start, rng, others, rng.randint(1, _OPERATIONS)))


def old_entries(script: Script) -> list[Entry]:
    """The catalog before the change: everything translated and reviewed."""
    places = as_places(script.texts)
    entries, _ = merge((), places, {}, "a.txt")
    return [
        replace(annotate(entry, place, (), ()), msgstr=human)
        for entry, place, human in zip(entries, places, script.humans, strict=True)
    ]


def new_entries(script: Script) -> tuple[Entry, ...]:
    """The template after the change: the new segments without translations."""
    return merge((), as_places([piece.text for piece in script.pieces]), {}, "a.txt")[0]


_SIMILARITY = Similarity(words)


def ours(files: Files, script: Script) -> None:
    places = as_places([piece.text for piece in script.pieces])
    how = How(_SIMILARITY, fresh=True)
    entries, _ = merge(po.read_catalog(files.old).entries, places, {}, "a.txt", how)
    po.write_catalog(files.out, catalog_of(entries))


def msgmerge(files: Files, _script: Script) -> None:
    command = ["msgmerge", "-q", "--previous", "-o", files.out, files.old, files.pot]
    subprocess.run(command, check=True, capture_output=True)


def pot2po(files: Files, _script: Script) -> None:
    """In this process, with the defaults of the command: a Python start a script says nothing."""
    from translate.convert.pot2po import convertpot

    with files.pot.open("rb") as pot, files.old.open("rb") as old, files.out.open("wb") as out:
        convertpot(pot, out, old)


def judge(entries: Sequence[Entry], script: Script) -> tuple[Counter[str], list[tuple[str, int]]]:
    """Count what became of each human translation in a merged catalog.

    Returns:
        The counts, and for each fault its name and the number of the old segment.
    """
    parents: dict[str, set[int]] = {}
    for piece in script.pieces:
        parents.setdefault(piece.text, set()).update(piece.parents)
    for number, text in enumerate(script.texts):
        # Whatever it came from: the same text may have the same translation.
        parents.setdefault(text, set()).add(number)
    present = {piece.text for piece in script.pieces}
    alive = {number for piece in script.pieces for number in piece.parents}
    score: Counter[str] = Counter()
    faults: list[tuple[str, int]] = []
    for number, human in enumerate(script.humans):
        owners = [e for e in entries if not e.obsolete and human in e.msgstr]
        wrong = [e for e in owners if number not in parents.get(e.msgid, ())]
        found = {
            "lost": not any(human in _everything(entry) for entry in entries),
            "wrong, fuzzy": any(e.fuzzy for e in wrong),
            "wrong, fuzzy, but its source stands there": any(
                e.fuzzy and script.texts[number] in e.msgid for e in wrong
            ),
            "wrong, not fuzzy": any(not e.fuzzy for e in wrong),
        }
        if number in alive:
            changed = script.texts[number] not in present
            right = len(wrong) < len(owners)
            score.update(
                {"alive": 1, "right": right, "changed": changed, "changed, right": changed and right}
            )
            found["missed"] = not right
            commented = any(not e.obsolete and human in _everything(e) for e in entries)
            score["missed, in a comment"] += commented and not right
        score.update(found)
        faults += [(name, number) for name, is_so in found.items() if is_so]
    return score, faults


def _everything(entry: Entry) -> str:
    return "\n".join((entry.msgstr, entry.translator_comment, *entry.notes))


def compare(chosen: Sequence[Script], show: int) -> dict[str, dict[str, float]]:
    """Run every tool over every script."""
    tools: dict[str, Callable[[Files, Script], None]] = {"ours": ours, "pot2po": pot2po}
    if shutil.which("msgmerge"):
        tools["msgmerge"] = msgmerge
    total: dict[str, Counter[str]] = {name: Counter() for name in tools}
    seconds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        files = Files(*(Path(folder) / name for name in ("old.po", "new.pot", "out.po")))
        for script in chosen:
            po.write_catalog(files.old, catalog_of(old_entries(script)))
            po.write_catalog(files.pot, catalog_of(new_entries(script)))
            for name, tool in tools.items():
                files.out.unlink(missing_ok=True)
                began = time.perf_counter()
                tool(files, script)
                seconds[name] += time.perf_counter() - began
                merged = po.read_catalog(files.out).entries
                score, faults = judge(merged, script)
                total[name] += score
                if name == "ours" and show > 0:
                    show -= _shown(merged, script, faults)
    return {name: _summary(score, seconds[name] / len(chosen)) for name, score in total.items()}


def _summary(score: Counter[str], seconds: float) -> dict[str, float]:
    return {
        **score,
        "right %": round(100 * score["right"] / max(1, score["alive"]), 2),
        "changed, right %": round(100 * score["changed, right"] / max(1, score["changed"]), 2),
        "ms a script": round(seconds * 1000, 1),
    }


def _shown(entries: Sequence[Entry], script: Script, faults: Sequence[tuple[str, int]]) -> int:
    """Print faults to read; returns how many."""
    for name, number in faults:
        print(f"--- {name}: {script.texts[number]}", file=sys.stderr)
        for piece in script.pieces:
            if number in piece.parents:
                print(f"    became: {piece.text}", file=sys.stderr)
        for entry in entries:
            if not entry.obsolete and script.humans[number] in _everything(entry):
                print(f"    stands: {entry.msgid} {entry.notes[:1]}", file=sys.stderr)
    return len(faults)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scripts", type=int, default=1000)
    parser.add_argument("--articles", type=Path, default=Path("articles"), help="A folder or .tar.zst.")
    parser.add_argument("--sample", type=int, default=500, help="Articles drawn where there are more.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="Print about so many of our faults to read.")
    options = parser.parse_args()
    articles = articles_of(options.articles, options.sample)
    result: dict[str, object] = {
        "translate-toolkit": version("translate-toolkit"),
        "rapidfuzz": version("rapidfuzz"),
        "articles": len(articles),
        "scripts": options.scripts,
        "tools": compare(list(scripts(articles, options.scripts, options.seed)), options.show),
    }
    record("merge", result)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
