"""How well sentences are found, by data set and method, and how fast.

Run: python -m benchmarks.segmentation --data FOLDER [--articles FOLDER]

FOLDER is the shared data. NTREX and PUD are scored with the half models of training/segmenter/folds:
every row by a model that has not seen it; the shipped model is trained on all of them. A boundary at a
position that the labels call optional counts neither way. Speed is the processor time of one thread, the
kind of the text and the model included: over each data set, and over the articles (those of the project by
default), each time the fastest of some rounds.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from benchmarks.record import record
from bilingual_news.errors import BilingualNewsError
from bilingual_news.sources import read_article
from bilingual_news.stages import scorer, segment
from bilingual_news.stages.normalize import normalize_article

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "training" / "segmenter"))
#: An article or data set is cut this often; the fastest round counts, for others use the machine too.
ROUNDS = 5
#: Once so many seconds are spent, no further round begins.
PATIENCE = 1.0
T = TypeVar("T")
Method = Callable[[str, int], set[int]]


def every_space(text: str, _: int) -> set[int]:
    return {match.start() for match in re.finditer(" ", text)}


def crfcut(text: str, _: int) -> set[int]:
    from pythainlp.tokenize import sent_tokenize

    found, at = set(), 0
    for piece in sent_tokenize(text, engine="crfcut")[:-1]:
        at += len(piece)
        # A cut after or before a space is that space; elsewhere it is no place where this tool cuts.
        found |= {p for p in (at - 1, at) if 0 <= p < len(text) and text[p] == " "}
    return found


def rules_alone(text: str, _: int) -> set[int]:
    return set(segment.boundaries(text, ask_model=False))


@lru_cache
def _halves() -> tuple[scorer.Model, scorer.Model]:
    """The half models that have not seen the even rows, and the odd ones."""
    folds = ROOT / "training" / "segmenter" / "folds"
    even, odd = (
        scorer.parse_model((folds / f"without-{side}-rows.tsv").read_text(encoding="utf-8"))
        for side in ("even", "odd")
    )
    return even, odd


def rules_and_model(text: str, row: int) -> set[int]:
    """The product's decisions; translated text is scored by the half model that has not seen the row."""
    halves = _halves()
    kind = scorer.text_kind(text)
    if kind is scorer.TextKind.GOVERNMENT:
        return set(segment.boundaries(text, kind=kind))
    return set(segment.boundaries(text, model=halves[row % 2]))


METHODS: dict[str, Method] = {
    "every space": every_space,
    "crfcut": crfcut,
    "rules alone": rules_alone,
    "rules + model": rules_and_model,
}


def _fastest(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of processor time of the fastest round, and what the work gives."""
    rounds: list[float] = []
    while len(rounds) < ROUNDS and sum(rounds) < PATIENCE:
        started = time.process_time()
        answer = work()
        rounds.append(time.process_time() - started)
    return min(rounds), answer


def measure(rows: list[dict[str, object]], method: Method) -> dict[str, float]:
    right = given = wanted = long = short = pieces = 0
    texts = [str(row["text"]) for row in rows]
    method(texts[0], 0)  # what is loaded at the first call is no part of the speed
    used, answers = _fastest(lambda: [method(text, number) for number, text in enumerate(texts)])
    for text, row, found in zip(texts, rows, answers, strict=True):
        ends = set(row["sentence_ends"])  # type: ignore[call-overload]
        free = set(row.get("optional_ends", ()))  # type: ignore[call-overload]
        right, given, wanted = right + len(found & ends), given + len(found - free), wanted + len(ends)
        edges = [-1, *sorted(found), len(text)]
        sizes = [b - a - 1 for a, b in pairwise(edges)]
        pieces, long, short = (
            pieces + len(sizes),
            long + sum(size > 300 for size in sizes),
            short + sum(size < 10 for size in sizes),
        )
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return {
        "n": wanted,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 3),
        "share_over_300": round(long / pieces, 3),
        "share_under_10": round(short / pieces, 3),
        "characters_per_second": round(sum(map(len, texts)) / max(used, 1e-9)),
    }


def data_sets(data: Path) -> Iterator[tuple[str, list[dict[str, object]]]]:
    import corpus

    yield "dev-thaigov", corpus.labels(data / "segmentation" / "dev-thaigov.jsonl")
    yield "thaigov-labels (rules tuned on it)", corpus.labels()
    yield (
        "thaigov-held-out",
        corpus.labels(corpus.LABELS.with_name("thaigov-held-out.jsonl")),
    )
    yield "NTREX-dev by document", corpus.ntrex(data)
    yield "Thai PUD, ten a row", corpus.pud(data)


def speed(folder: Path) -> dict[str, float]:
    files = sorted(folder.rglob("*.txt"))
    # The tables are read before the clock starts.
    segment.spans("ทั้งนี้ ก", kind=scorer.TextKind.TRANSLATED)
    used, length, after_abbreviation = 0.0, 0, 0
    for file in files:
        try:
            article = normalize_article(read_article(file, require_thai=False))
        except BilingualNewsError:
            continue
        seconds, found = _fastest(partial(segment.segment_article, article))
        used += seconds
        length += sum(len(paragraph.text) for paragraph in article.paragraphs)
        after_abbreviation += sum(
            bool(re.search(r"(?:^|[^ก-๎])[ก-ฮเแโใไ][ก-๎]{0,3}\.$", s.text) and not s.text.endswith(" น."))
            for s in found
            if s.index < s.count - 1
        )
    return {
        "articles": len(files),
        "characters": length,
        "characters_per_second": round(length / used),
        "boundaries_after_an_abbreviation": after_abbreviation,
        "peak_memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, help="without it only the speed is measured, and nothing recorded"
    )
    parser.add_argument("--articles", type=Path, default=ROOT / "articles")
    options = parser.parse_args()
    fast = speed(options.articles)
    print(json.dumps(fast), flush=True)
    if options.data is None:
        return
    result: dict[str, object] = {"speed": fast}
    print(
        f"{'data set':<36}{'method':<16}{'n':>6}{'P':>7}{'R':>7}{'F1':>7}{'>300':>7}{'<10':>7}{'chars/s':>12}"
    )
    for name, rows in data_sets(options.data):
        for title, method in METHODS.items():
            row = measure(rows, method)
            result[f"{name} / {title}"] = row
            values = (row[k] for k in ("precision", "recall", "f1", "share_over_300", "share_under_10"))
            figures = "".join(f"{v:>7.3f}" for v in values)
            speed_shown = f"{row['characters_per_second']:>12,}"
            print(f"{name:<36}{title:<16}{row['n']:>6}{figures}{speed_shown}", flush=True)
    record("segmentation", result)


if __name__ == "__main__":
    main()
