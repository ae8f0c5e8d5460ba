"""Train the SentencePiece model, augment the pools and pack them as token arrays.

    python encode.py --work WORK [--vocab 8000] [--pools distilled more ...] [--reverse]

Reads WORK/clean/*.tsv (prepare.py), writes WORK/spm.model once and WORK/packed/POOL.npz. With
--reverse, WORK/reverse/POOL.npz for the English→Thai model of back-translation: sides swapped, Thai
as people write it (no code-switching, no noise), no copied English.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import sentencepiece

from augment import Pair, TermSwitcher, add_noise, renumber
from bilingual_news.text import normalize
from prepare import read_lines, read_rows

# Pool -> (variants, code-switch share, noise share, renumber share, subword sampling share)
Plan = tuple[int, float, float, float, float]
PLANS: dict[str, Plan] = {
    "distilled": (8, 0.25, 0.12, 0.4, 0.35),
    "more": (8, 0.25, 0.12, 0.4, 0.35),
    "authored": (8, 0.2, 0.12, 0.4, 0.35),
    "mined": (3, 0.25, 0.12, 0.3, 0.3),
    "terms": (2, 0.0, 0.05, 0.0, 0.3),
    "news": (2, 0.0, 0.0, 0.0, 0.0),
    "docs": (1, 0.12, 0.08, 0.2, 0.1),
    "long": (1, 0.12, 0.08, 0.2, 0.1),
    "prose": (2, 0.15, 0.08, 0.2, 0.2),
    "short": (1, 0.0, 0.05, 0.0, 0.2),
    "back": (1, 0.15, 0.0, 0.0, 0.2),
}
# Renumbering and subword sampling only: what the reverse model writes must be clean Thai.
REVERSE = {
    pool: (min(variants, 4), 0.0, 0.0, numbers, sampling)
    for pool, (variants, _, _, numbers, sampling) in PLANS.items()
    if pool not in {"news", "back"}
}
SAMPLE = {"docs": 90_000, "long": 12_000, "short": 40_000, "news": 20_000}
# Opens the source of a back-translated pair (Caswell et al. 2019, Tagged Back-Translation): a byte
# piece of the vocabulary that no normalised text holds.
BACK_TAG = "<0x01>"
ALPHA = 0.3  # temperature of subword sampling; higher is closer to the best segmentation
SEED = 7


def load_pool(work: Path, pool: str) -> list[Pair]:
    """Read the clean pairs of a pool."""
    return [(r[0], r[1]) for r in read_rows(work / "clean" / f"{pool}.tsv")]


def vocabulary_text(work: Path, extra: list[Path], rng: random.Random) -> Iterator[str]:
    """Yield the lines SentencePiece learns from: all of the news, a sample of the rest."""
    for pool in PLANS:
        if not (work / "clean" / f"{pool}.tsv").exists():
            continue
        pairs = load_pool(work, pool)
        if pool in SAMPLE and len(pairs) > SAMPLE[pool]:
            pairs = rng.sample(pairs, SAMPLE[pool])
        for pair in pairs:
            yield from pair[:1] if pool == "news" else pair
    for path in extra:
        yield from (normalize(line.split("\t")[0]) for line in read_lines(path))


def train_vocabulary(work: Path, size: int, extra: list[Path]) -> None:
    """Train the shared unigram model; `identity` because NFKC takes every SARA AM apart."""
    text = work / "spm.txt"
    with text.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(s + "\n" for s in vocabulary_text(work, extra, random.Random(SEED)) if s)
    sentencepiece.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(work / "spm"),
        vocab_size=size,
        model_type="unigram",
        normalization_rule_name="identity",
        byte_fallback=True,
        split_digits=True,
        character_coverage=0.9998,
        eos_id=0,
        unk_id=1,
        bos_id=-1,
        pad_id=-1,
        max_sentence_length=4000,
        max_sentencepiece_length=14,
        num_threads=2,
        train_extremely_large_corpus=False,
    )


def augmented(plan: Plan, pair: Pair, terms: TermSwitcher, rng: random.Random) -> Pair:
    """Return one random variant of a pair according to its pool's plan."""
    _, switch, noise, numbers, _ = plan
    if rng.random() < numbers:
        pair = renumber(pair, rng)
    if rng.random() < switch:
        pair = terms.switch(pair, rng)
    if rng.random() < noise:
        pair = (add_noise(pair[0], rng), pair[1])
    return pair


def pack_pool(
    work: Path,
    pool: str,
    sp: sentencepiece.SentencePieceProcessor,
    terms: TermSwitcher,
    *,
    reverse: bool = False,
) -> int:
    """Write WORK/packed/POOL.npz: token ids of both sides end to end, and their lengths."""
    rng = random.Random(f"{SEED}{pool}")
    plan = (REVERSE if reverse else PLANS)[pool]
    variants, sampling = plan[0], plan[4]
    pairs = load_pool(work, pool)
    tag = [sp.piece_to_id(BACK_TAG)] if pool == "back" else []
    sources, targets = [], []
    for round_ in range(variants):
        for pair in pairs:
            plain = round_ == 0 and variants > 1
            thai, english = pair if plain else augmented(plan, pair, terms, rng)
            if reverse:
                thai, english = english, thai
            sample = not plain and rng.random() < sampling
            how = {"enable_sampling": True, "alpha": ALPHA, "nbest_size": -1} if sample else {}
            sources.append(tag + sp.encode(thai, **how))
            targets.append(sp.encode(english))
    arrays = {}
    for side, rows in (("src", sources), ("tgt", targets)):
        arrays[side] = np.fromiter((t for r in rows for t in r), np.uint16)
        arrays[f"{side}_len"] = np.fromiter(map(len, rows), np.uint16)
    folder = work / ("reverse" if reverse else "packed")
    folder.mkdir(exist_ok=True)
    np.savez(folder / f"{pool}.npz", **arrays)
    chars = sum(len(t) for t, _ in pairs) * variants
    print(
        f"{pool}: {len(sources)} rows, {len(arrays['tgt'])} target tokens, source characters "
        f"a token {chars / max(1, len(arrays['src'])):.2f}",
        flush=True,
    )
    return len(sources)


def main() -> None:
    """Train the vocabulary if there is none, then pack the pools."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--vocab", type=int, default=8000)
    parser.add_argument(
        "--vocabulary-text",
        type=Path,
        nargs="*",
        default=[],
        help="further Thai text (first TSV column) for the vocabulary",
    )
    parser.add_argument("--pools", nargs="*", default=list(PLANS))
    parser.add_argument("--reverse", action="store_true", help="for the English→Thai model")
    args = parser.parse_args()
    if not (args.work / "spm.model").exists():
        train_vocabulary(args.work, args.vocab, args.vocabulary_text)
    sentencepiece.set_random_generator_seed(SEED)
    sp = sentencepiece.SentencePieceProcessor(model_file=str(args.work / "spm.model"))
    terms = TermSwitcher(load_pool(args.work, "terms"))
    for pool in args.pools:
        known = pool in (REVERSE if args.reverse else PLANS)
        if known and (args.work / "clean" / f"{pool}.tsv").exists():
            pack_pool(args.work, pool, sp, terms, reverse=args.reverse)


if __name__ == "__main__":
    main()
