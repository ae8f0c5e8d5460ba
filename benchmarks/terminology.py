"""Do the terms arrive, at what price: accuracy without and with the term ladder, chrF, time, by rung.

    python benchmarks/terminology.py PAIRS.tsv [--model DIR] [--limit N] [--json OUT]

PAIRS.tsv holds Thai, its reference translation and an article name, one pair a line, as in the
in-domain development set. The shipped articles have no references: for them only the share of terms
and the time are measured. A term counts as rendered once for each time it stands in the Thai.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections import Counter
from pathlib import Path

from bilingual_news import __version__
from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.constrain import ALL_RUNGS, Request, translate_with_terms
from bilingual_news.engines.packages import default_roots, find_model
from bilingual_news.glossary import find_rendered, is_rendered, load_termbase
from bilingual_news.sources import read_article
from bilingual_news.stages.chunk import cut
from bilingual_news.stages.normalize import normalize_article, normalize_text
from bilingual_news.stages.segment import segment_article

ROOT = Path(__file__).parent.parent
VARIANTS = {
    "free": frozenset(),
    "n-best": frozenset({1}),
    "n-best, substitution": frozenset({1, 2}),
    "n-best, placeholder": frozenset({1, 3}),
    "n-best, prefix": frozenset({1, 4}),
    "without placeholder": frozenset({1, 2, 4}),
    "whole ladder": ALL_RUNGS,
}


def chrf(outputs: list[str], references: list[str], order: int = 6, beta: float = 2.0) -> float:
    """Corpus chrF2 in %, as sacrebleu computes it: character n-grams up to six, no white space."""
    total = [[0, 0, 0] for _ in range(order)]
    for output, reference in zip(outputs, references, strict=True):
        left, right = "".join(output.split()), "".join(reference.split())
        for n in range(order):
            ours = Counter(left[i : i + n + 1] for i in range(len(left) - n))
            theirs = Counter(right[i : i + n + 1] for i in range(len(right) - n))
            for k, value in enumerate((sum((ours & theirs).values()), ours.total(), theirs.total())):
                total[n][k] += value
    scores = []
    for match, made, wanted in total:
        precision, recall = match / max(made, 1), match / max(wanted, 1)
        divisor = beta**2 * precision + recall
        scores.append((1 + beta**2) * precision * recall / divisor if divisor else 0.0)
    return 100 * sum(scores) / order


def measure(engine, requests, references, rungs) -> dict[str, object]:
    """Translate once with some rungs; times are CPU seconds of this process, all threads."""
    started, wall = time.process_time(), time.perf_counter()
    answers = translate_with_terms(engine, requests, rungs)
    cpu, wall = time.process_time() - started, time.perf_counter() - wall
    wanted = present = proven = 0
    for request, answer in zip(requests, answers, strict=True):
        terms = [match.term for match in request.required]
        wanted += len(terms)
        present += sum(is_rendered(term, answer.text) for term in terms)
        proven += sum(find_rendered(terms, answer.text))
    result: dict[str, object] = {
        "terms": wanted,
        "rendered_percent": round(100 * present / max(wanted, 1), 2),
        "rendered_once_each_percent": round(100 * proven / max(wanted, 1), 2),
        "cpu_s": round(cpu, 2),
        "wall_s": round(wall, 2),
        "rungs": dict(sorted(Counter(answer.rung for answer in answers).items())),
        "flagged": sum(bool(answer.missing) for answer in answers),
    }
    if references:
        result["chrf"] = round(chrf([answer.text for answer in answers], references), 2)
        touched = [i for i, answer in enumerate(answers) if answer.rung]
        if touched:
            own = [references[i] for i in touched]
            result["touched_segments"] = len(touched)
            result["chrf_of_touched"] = round(chrf([answers[i].text for i in touched], own), 2)
            result["touched"] = touched
    result["texts"] = [answer.text for answer in answers]
    return result


def pairs(path: Path, limit: int) -> tuple[list[str], list[str]]:
    """The Thai and the references of a development set, Thai cut into chunks where the engine would."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    kept = [row for row in rows if len(cut(normalize_text(row[0]), 300)) == 1][:limit]
    return [normalize_text(row[0]) for row in kept], [row[1] for row in kept]


def articles() -> list[str]:
    """The segments of the shipped articles, cut into chunks."""
    found = [normalize_article(read_article(p)) for p in sorted((ROOT / "articles").glob("*.txt"))]
    texts = [piece for a in found for s in segment_article(a) for piece in cut(s.text, 300)]
    return list(dict.fromkeys(texts))


def report(name: str, engine, termbase, texts: tuple[list[str], list[str]], only=None) -> dict[str, object]:
    """Measure every variant over one set, and print a line a variant."""
    sources, references = texts
    requests = [Request(source, termbase.find(source)) for source in sources]
    engine.translate(sources[:8])  # load and warm
    print(f"\n{name}: {len(sources)} segments")
    results = {}
    for variant, rungs in VARIANTS.items():
        if only and variant not in ("free", *only):
            continue
        results[variant] = measure(engine, requests, references, rungs)
    base = results["free"]
    for variant, result in results.items():
        result["slowdown_cpu"] = round(result["cpu_s"] / base["cpu_s"], 2)
        touched = result.pop("touched", None)
        if touched:
            before, own = [base["texts"][i] for i in touched], [references[i] for i in touched]
            result["chrf_of_touched_free"] = round(chrf(before, own), 2)
        print(variant, {key: value for key, value in result.items() if key != "texts"}, sep="\t", flush=True)
    for result in results.values():
        result.pop("texts")
    return {"segments": len(sources), "variants": results}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--limit", type=int, default=10**6)
    parser.add_argument("--variant", action="append", help="only this variant; may be repeated")
    parser.add_argument("--no-articles", action="store_true", help="leave the shipped articles out")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    info = find_model(options.model, default_roots())
    engine = ArgosEngine(info)
    termbase = load_termbase(ROOT / "glossaries")
    result = {
        "command": " ".join(
            ["python benchmarks/terminology.py", *(Path(word).name for word in sys.argv[1:])]
        ),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "version": __version__,
        "model": info.signature,
        "terms": len(termbase),
        "glossary": termbase.digest,
        "pairs": report("pairs", engine, termbase, pairs(options.pairs, options.limit), options.variant),
    }
    if not options.no_articles:
        texts = (articles(), [])
        result["articles"] = report("shipped articles", engine, termbase, texts, options.variant)
    if options.json:
        options.json.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
