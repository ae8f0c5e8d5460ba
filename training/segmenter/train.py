"""Train the sentence models and the table that tells government from translated news.

    python training/segmenter/train.py --data shared/data --articles FOLDER

Needs numpy, scipy and scikit-learn (training only) beside the installed package. Prints every number
that docs/segmentation.md quotes and writes src/bilingual_news/stages/data/*.tsv, and for the benchmark
the two half models training/segmenter/folds/*.tsv. Deterministic.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent))
import corpus

from bilingual_news.stages.rules import RULES
from bilingual_news.stages.features import features
from bilingual_news.stages.segment import MIN_LENGTH, decide

ROOT = Path(__file__).parents[2]
OUT = ROOT / "src" / "bilingual_news" / "stages" / "data"
FOLDS = Path(__file__).parent / "folds"
YES = {rule.id for rule in RULES if rule.boundary}


class Rows:
    """The candidates of some texts: features where no rule decides, and what the rules decided."""

    def __init__(self, rows, keep=1.0, seed=0):
        rng = np.random.default_rng(seed)
        self.names, self.truth, self.group, self.hard = [], [], [], []
        for number, row in enumerate(rows):
            text, ends, free = row["text"], set(row["sentence_ends"]), set(row.get("optional_ends", ()))
            found = decide(text, ask_model=False)
            spaces = [d.position for d in found]
            for index, decision in enumerate(found):
                position = decision.position
                if position in free:
                    continue
                long_enough = position >= MIN_LENGTH and len(text) - position - 1 >= MIN_LENGTH
                if decision.rule == "no-rule" and long_enough:
                    if keep < 1 and position not in ends and rng.random() > keep:
                        continue
                    self.names.append(features(text, spaces, index))
                    self.truth.append(position in ends)
                    self.group.append(number)
                else:
                    self.hard.append((number, decision.boundary, position in ends))
        self.truth, self.group = np.array(self.truth, bool), np.array(self.group)


def matrix(names, vocabulary):
    indices, pointers = [], [0]
    for row in names:
        indices += [vocabulary[n] for n in set(row) if n in vocabulary]
        pointers.append(len(indices))
    return sp.csr_matrix((np.ones(len(indices)), indices, pointers), shape=(len(names), len(vocabulary)))


def fit(parts, strength, fewest=2):
    """A model from [(names, truth, weight)]: bias and {feature: weight}."""
    names = [row for part in parts for row in part[0]]
    truth = np.concatenate([part[1] for part in parts])
    weight = np.concatenate([np.full(len(part[1]), part[2]) for part in parts])
    counts = Counter(name for row in names for name in set(row))
    vocabulary = {n: i for i, n in enumerate(sorted(n for n, c in counts.items() if c >= fewest))}
    learner = LogisticRegression(C=strength, solver="liblinear", max_iter=300, random_state=0)
    learner.fit(matrix(names, vocabulary), truth, sample_weight=weight)
    return float(learner.intercept_[0]), dict(zip(vocabulary, learner.coef_[0], strict=True))


def prune(model, least):
    bias, weights = model
    return bias, {n: w for n, w in weights.items() if abs(w) >= least}


def scores(model, names):
    bias, weights = model
    return np.array([bias + sum(weights.get(n, 0.0) for n in set(row)) for row in names])


def measure(truth, score, threshold, hard):
    chosen = score >= threshold
    right = (chosen & truth).sum() + sum(b and t for _, b, t in hard)
    given, wanted = chosen.sum() + sum(b for _, b, _ in hard), truth.sum() + sum(t for *_, t in hard)
    p, r = right / max(given, 1), right / max(wanted, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9)


def best_threshold(truth, score, hard):
    grid = np.arange(-3, 6.01, 0.1)
    return max((round(float(t), 2) for t in grid), key=lambda t: (measure(truth, score, t, hard)[2], t))


def report(name, truth, score, threshold, hard):
    p, r, f = measure(truth, score, threshold, hard)
    print(f"{name:<44} t {threshold:5.2f}  P {p:.3f}  R {r:.3f}  F1 {f:.3f}", flush=True)
    return f


def write(path, remark, threshold, model):
    bias, weights = model
    by_weight = {}
    for name, weight in weights.items():
        by_weight.setdefault(round(weight * 1000), []).append(name)
    lines = [f"# {remark}", f"{threshold}\t{bias:.6f}"]
    lines += ["\t".join([str(w), *sorted(by_weight[w])]) for w in sorted(by_weight) if w]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {path.relative_to(ROOT)}: {path.stat().st_size:,} bytes, {len(weights):,} features")


TRANSLATED = "Sentence ends in translated news. Trained on NTREX-128 dev, XQuAD contexts (CC-BY-SA-4.0) and Thai PUD (CC-BY-SA-3.0); this table is CC-BY-SA-4.0."


#: With `scorer.length_prior`, which needs the boundaries before: chosen by benchmarks.segmentation on NTREX-dev.
THRESHOLD = -1.5


def translated(data):
    """The model of translated news, its cross-validation, and the half models of the benchmark."""
    parts, strength, least = {}, 0.2, 0.012
    documentation = Rows(corpus.documentation(data), keep=0.3)

    def scorer(model):
        def score(text, spaces):
            found = decide(text, ask_model=False)
            own = scores(model, [features(text, spaces, i) for i in range(len(spaces))])
            return [4.0 if d.boundary else s if d.rule == "no-rule" else s - 3 for d, s in zip(found, own, strict=True)]

        return score

    sets = {"NTREX-dev": corpus.ntrex(data), "PUD": corpus.pud(data)}
    rows = {name: Rows(found) for name, found in sets.items()}
    aligned = []

    def part(name, chosen):
        found = rows[name]
        return [n for n, c in zip(found.names, chosen, strict=True) if c], found.truth[chosen], 1.0

    def model(keep):
        known = [part(name, keep(found.group)) for name, found in rows.items()]
        seed = fit([(documentation.names, documentation.truth, 0.1), *known], strength)
        # XQuAD is placed by what is learnt from the training documents alone, so that no test row leaks.
        aligned.append(corpus.xquad(data, scorer(seed)))
        xquad = Rows(aligned[-1])
        print(f"XQuAD: {len(aligned[-1])} rows, {xquad.truth.sum()} ends among {len(xquad.truth)} silent spaces")
        return prune(fit([*known, (xquad.names, xquad.truth, 1.0)], strength), least)

    score = {name: np.zeros(len(found.truth)) for name, found in rows.items()}
    for fold, side in enumerate(("even", "odd")):
        parts[side] = model(lambda group, fold=fold: group % 2 != fold)
        for name, found in rows.items():
            held = found.group % 2 == fold
            score[name][held] = scores(parts[side], [n for n, h in zip(found.names, held, strict=True) if h])
    threshold = THRESHOLD
    for name, found in rows.items():
        for t in sorted({-2.0, -1.5, -1.2, -0.9, -0.6, threshold}):
            report(f"{name}, 2-fold by document", found.truth, score[name], t, found.hard)
    for side, half in parts.items():
        write(FOLDS / f"without-{side}-rows.tsv", TRANSLATED, threshold, half)
    final = model(lambda group: group >= 0)
    write(OUT / "sentences-translated.tsv", TRANSLATED, threshold, final)
    return sets["NTREX-dev"] + aligned[-1]


GOVERNMENT = "Sentence ends in government news. Trained on thaigov articles (public domain) and this project's own labels; MIT like the code."


def government(data, articles):
    """The model of government news, cross-validated on the labels; written only if it earns its place."""
    rows, dev = corpus.labels(), corpus.labels(data / "segmentation" / "dev-thaigov.jsonl")
    skip = {row["article"] for row in [*rows, *dev]}
    silver = Rows(corpus.thaigov_paragraphs(articles, skip), keep=0.15)
    mine, held_out = Rows(rows), Rows(dev)
    print(f"silver: {silver.truth.sum()} paragraph ends, {(~silver.truth).sum()} other silent spaces")
    print(f"labels: {mine.truth.sum()} ends among {len(mine.truth)} silent spaces")
    best = (0.0,)
    for weight in (0.03, 0.1):
        for strength in (0.05, 0.2):
            score = np.zeros(len(mine.truth))
            for fold in range(5):
                held = mine.group % 5 == fold
                names = [n for n, h in zip(mine.names, held, strict=True) if not h]
                found = fit([(silver.names, silver.truth, weight), (names, mine.truth[~held], 2.0)], strength, 4)
                score[held] = scores(found, [n for n, h in zip(mine.names, held, strict=True) if h])
            threshold = best_threshold(mine.truth, score, mine.hard)
            f = report(f"labels, 5-fold, silver {weight} C {strength}", mine.truth, score, threshold, mine.hard)
            best = max(best, (f, weight, strength, threshold))
    alone = report("labels, rules alone", mine.truth, np.zeros(len(mine.truth)), 9.0, mine.hard)
    _, weight, strength, threshold = best
    final = prune(fit([(silver.names, silver.truth, weight), (mine.names, mine.truth, 2.0)], strength, 4), 0.03)
    report("dev-thaigov, rules alone", held_out.truth, np.zeros(len(held_out.truth)), 9.0, held_out.hard)
    score = scores(final, held_out.names)
    for t in sorted({0.0, 0.5, 1.0, 1.5, 2.0, threshold}):
        report("dev-thaigov, rules and model", held_out.truth, score, t, held_out.hard)
    if best[0] > alone:
        write(OUT / "sentences-government.tsv", GOVERNMENT, threshold, final)


KIND = "Marker words of translated news (positive) and government news. Counts from NTREX-128 dev and XQuAD (CC-BY-SA-4.0) and thaigov (public domain); this table is CC-BY-SA-4.0."


def text_kind(data, articles, translated_rows):
    """Marker words: which of them stand in pieces of translated, which in government news."""
    from pythainlp.tokenize import word_tokenize

    def pieces(rows, size):
        found = []
        for row in rows:
            words = [w for w in word_tokenize(row["text"], engine="newmm") if re.fullmatch("[ก-๎]{3,}", w)]
            found += [words[i : i + size] for i in range(0, len(words), size)]
        return [p for p in found if len(p) >= size // 2]

    skip = {row["article"] for row in [*corpus.labels(), *corpus.labels(data / "segmentation" / "dev-thaigov.jsonl")]}
    own = corpus.thaigov_paragraphs(articles, skip)[:1200]
    one, two = pieces(translated_rows, 60), pieces(own, 60)
    count_one, count_two = (Counter(w for p in part for w in set(p)) for part in (one, two))
    ratio = {w: np.log((count_one[w] + 3) / len(one)) - np.log((count_two[w] + 3) / len(two)) for w in count_one | count_two}
    often = [w for w in ratio if count_one[w] + count_two[w] >= 40]
    words = sorted(sorted(often, key=ratio.get)[:120] + sorted(often, key=ratio.get)[-120:])
    pattern = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    names = [["".join(p)] for p in one + two]
    vocabulary = {w: i for i, w in enumerate(words)}
    table = np.zeros((len(names), len(words)))
    for row, (text,) in enumerate(names):
        for word in pattern.findall(text):
            table[row, vocabulary[word]] += 1
    truth = np.array([True] * len(one) + [False] * len(two))
    learner = LogisticRegression(C=0.05, max_iter=2000).fit(np.minimum(table, 3), truth)
    print(f"text kind: {len(one)} + {len(two)} pieces, {learner.score(np.minimum(table, 3), truth):.4f} right at 60 words")
    weights = {w: float(c) for w, c in zip(words, learner.coef_[0], strict=True) if abs(c) > 0.05}
    write(OUT / "text-kind.tsv", KIND, 1.0, (float(learner.intercept_[0]), weights))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the shared data folder")
    parser.add_argument("--articles", type=Path, required=True, help="the unpacked thaigov-5000 articles")
    options = parser.parse_args()
    rows = translated(options.data)
    sys.stdout.flush()
    text_kind(options.data, options.articles, rows)
    government(options.data, options.articles)


if __name__ == "__main__":
    main()
