"""Segments a second: this engine against Argos's own `translate` API on the same package and segments.

Argos is called as its users call it: one segment a call, its default settings, beam 4. Its sentence
splitter is replaced by one that does nothing, in Argos's favour: the real one downloads a model at run
time. Both run in one process, alternately, after a warm-up; the ratio is of the medians.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.record import record
from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.packages import default_roots, find_model
from bilingual_news.sources import read_article
from bilingual_news.stages.chunk import cut
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLES = Path(__file__).parent.parent / "articles"
ROUNDS = 3
SEGMENTS = 150


class _Whole:
    """A sentence splitter that leaves the text whole."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


def segments() -> list[str]:
    """Distinct segments of the shipped articles, cut as the engine gets them."""
    found: dict[str, None] = {}
    for path in sorted(ARTICLES.glob("*.txt")):
        article = normalize_article(read_article(path))
        for segment in segment_article(article):
            found.update(dict.fromkeys(cut(segment.text, 300)))
    step = max(1, len(found) // SEGMENTS)
    return list(found)[::step][:SEGMENTS]


def argos_api(package: Path) -> Callable[[str], Any]:
    """Argos's own translation over a package folder."""
    from argostranslate.package import Package
    from argostranslate.translate import Language, PackageTranslation

    translation = PackageTranslation(Language("th", "Thai"), Language("en", "English"), Package(package))
    translation.sentencizer = _Whole()
    return translation.translate


def seconds(work: Callable[[], Any]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Run, print and record."""
    model = find_model(None, default_roots())
    texts = segments()
    engine = ArgosEngine(model)
    argos = argos_api(model.path)
    engine.translate(texts[:4])
    argos(texts[0])
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: engine.translate(texts)))
        theirs.append(seconds(lambda: [argos(text) for text in texts]))
    result = {
        "model": model.signature,
        "segments": len(texts),
        "rounds": ROUNDS,
        "ours_segments_per_second": round(len(texts) / statistics.median(ours), 1),
        "argos_segments_per_second": round(len(texts) / statistics.median(theirs), 1),
        "ratio": round(statistics.median(theirs) / statistics.median(ours), 2),
        "paired_ratios": [round(b / a, 2) for a, b in zip(ours, theirs, strict=True)],
    }
    record("engine", result)
    for name, value in result.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
