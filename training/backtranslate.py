"""Translate the government's English news into Thai with the reverse model: pool `back`.

    python backtranslate.py --work WORK --package WORK/reverse-package/translate-en_th-0_1

Reads WORK/clean/news.tsv, writes WORK/clean/back.tsv (`machine thai<TAB>english`). Beam search, not
sampling: with a reverse model trained on little data it is the better choice (Edunov et al. 2018,
"Understanding Back-Translation at Scale", section 5.2). Pairs whose Thai loops, is too short or too
long for its English, or is not Thai are dropped and counted.
"""

import argparse
import re
from collections import Counter
from pathlib import Path

import ctranslate2
import sentencepiece

from bilingual_news.text import normalize
from prepare import bad_shape, read_rows
from score import loops

_LOOP = re.compile(r"(.{3,30}?)\1{3,}")


def dropped(thai: str, english: str) -> str | None:
    """Return why a synthetic pair goes, or None."""
    if loops(thai) or _LOOP.search(thai):
        return "loop"
    return bad_shape((thai, english), "back")


def main() -> None:
    """Translate, filter, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--beam", type=int, default=2)
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    english = list(dict.fromkeys(r[1] for r in read_rows(args.work / "clean" / "news.tsv")))
    english = english[: args.limit]
    sp = sentencepiece.SentencePieceProcessor(model_file=str(args.package / "sentencepiece.model"))
    engine = ctranslate2.Translator(
        str(args.package / "model"), inter_threads=2, intra_threads=1, compute_type="int8"
    )
    results = engine.translate_batch(
        [sp.encode(line, out_type=str) for line in english],
        beam_size=args.beam,
        max_batch_size=2048,
        batch_type="tokens",
        max_decoding_length=220,
    )
    counts: Counter[str] = Counter()
    with (args.work / "clean" / "back.tsv").open("w", encoding="utf-8", newline="\n") as out:
        for line, result in zip(english, results, strict=True):
            thai = normalize(sp.decode_pieces(result.hypotheses[0]))
            why = dropped(thai, line)
            counts[why or "kept"] += 1
            if why is None:
                out.write(f"{thai}\t{line}\n")
    print(dict(counts))


if __name__ == "__main__":
    main()
