"""Sweep the thresholds of the alignment, one at a time, the others at their values.

Run: python -m benchmarks.merge_thresholds [--scripts 300] [--articles PLACE] [--seed 7]

Three tables:

strangers    how similar a segment is to what is not its version: the next segment (what order alone would
             link), and the most similar other one of its article (what a search across the article would)
corrections  how similar real corrections are: the site prints a headline twice, and its editors correct,
             shorten or extend one of them; a pair counts if its first or last 12 characters are equal
sweep        right and wrong attachments at each value, over scripts that are harder than those of
             benchmarks/merge.py: up to 70 % of the words of a segment replaced by words of other segments,
             segments replaced by the most similar stranger of fifty, moves, cuts and joins
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import tempfile
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.edit_scripts import Piece, as_places

from benchmarks._articles import articles_of
from benchmarks.merge import Script, judge, old_entries
from benchmarks.record import record
from bilingual_news.catalog import align, contain
from bilingual_news.catalog.merge import How, merge
from bilingual_news.similarity import Similarity
from bilingual_news.stages.words import words
from bilingual_news.text import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

SWEPT: list[tuple[ModuleType, str, tuple[float, ...]]] = [
    (align, "IN_ORDER", (0.30, 0.40, 0.45, 0.50, 0.55, 0.60, 0.70)),
    (align, "OUT_OF_ORDER", (0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.80)),
    (align, "MARGIN", (0.0, 0.02, 0.05, 0.10, 0.20)),
    (contain, "CONTAINED", (0.75, 0.85, 0.90, 0.95, 1.00, 1.01)),
    (contain, "LENGTH", (4, 10, 20, 40)),
]
BANDS = (0.30, 0.40, 0.50, 0.60, 0.70, 0.80, 0.90)
_EDGE = 12
_MOVES = 0.5
_PREFIX = re.compile(r"^รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-")


def strangers(articles: Sequence[Sequence[str]], similarity: Similarity, seed: int) -> dict[str, list[float]]:
    """Similarities of segments with the next one and with the most similar one of their article."""
    rng = random.Random(seed)
    found: dict[str, list[float]] = {"next": [], "most similar": []}
    for texts in articles:
        found["next"] += [similarity.of([one], [other]) for one, other in pairwise(texts)]
        at = rng.randrange(len(texts))
        others = [similarity.of([texts[at]], [text]) for n, text in enumerate(texts) if n != at]
        found["most similar"].append(max(others))
    return found


def corrections(place: Path) -> list[tuple[str, str]]:
    """Headlines that the site printed in two wordings."""
    with tempfile.TemporaryDirectory() as folder:
        if not place.is_dir():
            subprocess.run(["tar", "--zstd", "-xf", place, "-C", folder], check=True)
            place = Path(folder)
        pairs = [_headlines(path) for path in sorted(place.rglob("*.txt"))]
    return [pair for pair in pairs if pair]


def _headlines(path: Path) -> tuple[str, str] | None:
    lines = [normalize(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line]
    first = normalize(_PREFIX.sub("", lines[0])) if lines else ""
    for line in lines[1:5]:
        same_edge = line[:_EDGE] == first[:_EDGE] or line[-_EDGE:] == first[-_EDGE:]
        if line != first and same_edge and min(len(line), len(first)) > 2 * _EDGE and ":" not in line[:8]:
            return first, line
    return None


def hard(
    articles: Sequence[Sequence[str]], count: int, seed: int, similarity: Similarity
) -> Iterator[Script]:
    """Edit scripts at the edge of what can be recognised; the same for the same arguments."""
    rng = random.Random(seed)
    pool = [text for texts in articles for text in texts]
    for number in range(count):
        texts = rng.choice(articles)
        humans = [f"Translation {number}-{n} by hand." for n in range(len(texts))]
        pieces: list[Piece] = []
        for n, text in enumerate(texts):
            mine = Piece(text, frozenset({n}))
            kind = rng.choices(("keep", "edit", "stranger", "beside", "drop", "join"), (12, 6, 2, 1, 1, 1))[0]
            if kind == "edit":
                mine = replace(mine, text=_rewritten(text, rng, pool))
            if kind == "join" and pieces:
                other = pieces.pop(rng.randrange(len(pieces)))
                mine = Piece(f"{other.text} {text}", other.parents | mine.parents)
            if kind in {"stranger", "beside"}:
                others = [text for text in rng.choices(pool, k=50) if text not in texts]
                pieces.append(Piece(max(others, key=lambda other: similarity.of([text], [other]))))
            if kind not in {"stranger", "drop"}:
                pieces.append(mine)
        if rng.random() < _MOVES:
            pieces.insert(rng.randrange(len(pieces)), pieces.pop(rng.randrange(len(pieces))))
        yield Script(texts, humans, pieces)


def _rewritten(text: str, rng: random.Random, pool: Sequence[str]) -> str:
    """A text of which 10 to 70 % of the words are others."""
    tokens = words(text)
    others = words(rng.choice(pool))
    share = rng.uniform(0.1, 0.7)
    return "".join(rng.choice(others) if rng.random() < share else token for token in tokens).strip() or text


def sweep(
    articles: Sequence[Sequence[str]], count: int, seed: int, similarity: Similarity
) -> list[dict[str, float | str]]:
    """Right and wrong attachments of the merge at each value of each threshold."""
    chosen = [(script, old_entries(script)) for script in hard(articles, count, seed, similarity)]
    rows: list[dict[str, float | str]] = []
    for module, name, values in SWEPT:
        usual = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            # `contain` took its copy of MARGIN when it was imported.
            if name == "MARGIN":
                contain.MARGIN = value
            score: Counter[str] = Counter()
            for script, old in chosen:
                places = as_places([piece.text for piece in script.pieces])
                entries, _ = merge(old, places, {}, "a.txt", How(similarity, fresh=True))
                score += judge(entries, script)[0]
            rows.append(_row(name, value, usual, score))
            print(json.dumps(rows[-1]), flush=True)
        setattr(module, name, usual)
        contain.MARGIN = align.MARGIN
    return rows


def _row(name: str, value: float, usual: float, score: Counter[str]) -> dict[str, float | str]:
    return {
        "threshold": name,
        "value": value,
        "chosen": value == usual,
        "right %": round(100 * score["right"] / score["alive"], 2),
        "changed, right %": round(100 * score["changed, right"] / score["changed"], 2),
        "changed": score["changed"],
        "wrong, fuzzy": score["wrong, fuzzy"],
        "wrong, not fuzzy": score["wrong, not fuzzy"],
        "lost": score["lost"],
    }


def _bands(values: Sequence[float]) -> dict[str, float]:
    """Percent of the values that reach each band."""
    return {f"{band:.2f}": round(100 * sum(v >= band for v in values) / len(values), 2) for band in BANDS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scripts", type=int, default=300)
    parser.add_argument("--articles", type=Path, default=Path("articles"), help="A folder or .tar.zst.")
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    articles = articles_of(options.articles, options.sample, options.seed)
    similarity = Similarity(words)
    result: dict[str, object] = {"articles": len(articles), "scripts": options.scripts}
    for name, values in strangers(articles, similarity, options.seed).items():
        result[f"strangers, {name}"] = {"pairs": len(values), "reach %": _bands(values)}
    pairs = corrections(options.articles)
    if pairs:
        found = [similarity.of([one], [other]) for one, other in pairs]
        result["corrections"] = {"pairs": len(pairs), "reach %": _bands(found)}
    print(json.dumps(result, indent=2), flush=True)
    result["sweep"] = sweep(articles, options.scripts, options.seed, similarity)
    record("merge_thresholds", result)


if __name__ == "__main__":
    main()
