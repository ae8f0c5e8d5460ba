"""Translate test sets with Argos packages and score them.

    python score.py --data DATA --packages PKG [PKG ...] [--sets ntrex-dev pud] [--out FILE.json]

Reports BLEU and chrF2 with sacrebleu's signatures, empty and looping outputs a thousand, segments a
second (two workers of one thread, beam 4, int8) and the peak memory of the process so far.
"""

import argparse
import json
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

import ctranslate2
import sacrebleu
import sentencepiece

from bilingual_news.text import normalize
from prepare import read_lines, read_rows

TestSet = tuple[list[str], list[str]]
SETS = ("ntrex-dev", "pud", "iwslt15_tst2010-2013", "distilled-dev")


def load_set(data: Path, name: str) -> TestSet:
    """Return sources and references."""
    if name == "distilled-dev":
        rows = list(read_rows(data / "domain" / "distilled-dev.tsv"))
        return [r[0] for r in rows], [r[1] for r in rows]
    sides = (list(read_lines(data / "test" / f"{name}.{s}")) for s in ("th", "en"))
    sources, references = sides
    return sources, references


def loops(text: str) -> bool:
    """Tell whether one to eight words are repeated four or more times in a row."""
    words = text.lower().split()
    for size in range(1, 9):
        for at in range(len(words) - 4 * size + 1):
            block = words[at : at + size]
            if all(words[at + i * size : at + (i + 1) * size] == block for i in (1, 2, 3)):
                return True
    return re.search(r"(\S{2,12})\1{4,}", text) is not None


def translator(package: Path, beam: int) -> Callable[[list[str]], list[str]]:
    """Return a function from Thai segments to English lines."""
    sp = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    engine = ctranslate2.Translator(
        str(package / "model"), inter_threads=2, intra_threads=1, compute_type="int8"
    )

    def translate(segments: list[str]) -> list[str]:
        results = engine.translate_batch(
            [sp.encode(s, out_type=str) for s in segments],
            beam_size=beam,
            max_batch_size=2048,
            batch_type="tokens",
            max_decoding_length=256,
        )
        return [sp.decode_pieces(r.hypotheses[0]) for r in results]

    return translate


def score(outputs: list[str], references: list[str]) -> dict[str, object]:
    """Return BLEU, chrF2, their signatures and the share of broken outputs."""
    bleu, chrf = sacrebleu.metrics.BLEU(), sacrebleu.metrics.CHRF()
    n = len(outputs) / 1000
    return {
        "bleu": round(bleu.corpus_score(outputs, [references]).score, 2),
        "chrf2": round(chrf.corpus_score(outputs, [references]).score, 2),
        "empty_per_1000": round(sum(not o.strip() for o in outputs) / n, 2),
        "loops_per_1000": round(sum(map(loops, outputs)) / n, 2),
        "length_ratio": round(sum(map(len, outputs)) / sum(map(len, references)), 3),
        "signatures": [str(bleu.get_signature()), str(chrf.get_signature())],
    }


def main() -> None:
    """Score every package on every set."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--packages", type=Path, nargs="+", required=True)
    parser.add_argument("--sets", nargs="*", default=list(SETS))
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--raw", action="store_true", help="do not normalise the source")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--outputs", type=Path, help="folder for the translations")
    args = parser.parse_args()
    prepare = str if args.raw else normalize
    report = {}
    for package in args.packages:
        translate = translator(package, args.beam)
        for name in args.sets:
            sources, references = (side[: args.limit] for side in load_set(args.data, name))
            started = time.time()
            outputs = translate([prepare(s) for s in sources])
            speed = len(sources) / (time.time() - started)
            result = score(outputs, references) | {
                "segments_per_second": round(speed, 1),
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            }
            report[f"{package.parent.name}/{package.name} {name}"] = result
            print(package.parent.name, package.name, name, json.dumps(result), flush=True)
            if args.outputs:
                args.outputs.mkdir(parents=True, exist_ok=True)
                file = args.outputs / f"{package.parent.name}-{package.name}-{name}.en"
                file.write_text("".join(o + "\n" for o in outputs), encoding="utf-8")
    if args.out:
        args.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
