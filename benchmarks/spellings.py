"""How often the spellings that are offered for a Thai name hold the one that its bearer uses.

    python -m benchmarks.spellings [--data ../shared/data] [--write]

The judge is the people of the glossary (glossaries/people.csv), each name and family name by itself: found
is a word of which one of the accepted spellings is among the first N offered. RTGS stands for PyThaiNLP's
"royin" engine, one spelling a word. `--write` makes the model's data anew from the development half of
the government news: names after titles whose English reads as the Thai does, aligned by
expectation–maximisation over pieces of up to three Thai and four Latin letters. Words of the glossary's
people are left out, so that the judge has seen none of them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from math import log
from pathlib import Path

from benchmarks._pairs import read_pairs
from benchmarks.record import record
from bilingual_news.checks import names
from bilingual_news.checks.romanisation import likeness
from bilingual_news.checks.spelling import LONGEST_THAI, PATH, Piece, plain, spellings
from bilingual_news.glossary import load_termbase

FIRST = (1, 2, 3, 4, 5, 10)
_LONGEST_LATIN, _LONGEST_BOTH, _ROUNDS = 4, 5, 8
_SURE, _FAMILY = 0.72, 0.66
#: What a longer piece costs at the outset, before anything was counted.
_PRIOR = 0.02
Edge = tuple[int, int, int, int, Piece]


def letters(word: str) -> str:
    return re.sub("[^a-z]", "", word.lower())


def judged() -> dict[str, set[str]]:
    """The words of the glossary's people with their accepted spellings."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term in load_termbase(Path("glossaries")).terms:
        thai = term.source.split()
        for form in term.accepted if term.domain == "people" else ():
            english = form.split()
            if len(english) == len(thai):
                for word, spelt in zip(thai, english, strict=True):
                    found[word].add(letters(spelt))
    return found


def named(data: Path) -> list[tuple[str, str]]:
    """Names and family names of the news with their spellings, each pair once."""
    found: dict[tuple[str, str], None] = {}
    for pair in read_pairs(data, "develop")["government"]:
        english = [names._name_words(name) for name in names._ENGLISH_NAME.findall(pair.target)]
        for person in names.people(pair.source) if english else ():
            fitting = [
                words
                for words in english
                if person.family and len(words) > 1
                and likeness(person.given, words[0]) >= _SURE
                and likeness(person.family, "".join(words[1:])) >= _FAMILY
            ]  # fmt: skip
            if fitting:
                found[person.given, letters(fitting[0][0])] = None
                found[person.family, letters("".join(fitting[0][1:]))] = None
    known = judged()
    return [(thai, latin) for thai, latin in found if thai not in known]


def _edges(thai: str, latin: str) -> list[Edge]:
    """Every piece that can stand in an alignment, and from where to where, in the order of the Thai."""
    return [
        (i, j, i + a, j + b, (thai[i : i + a], latin[j : j + b]))
        for i in range(len(thai))
        for j in range(len(latin) + 1)
        for a in range(1, min(LONGEST_THAI, len(thai) - i) + 1)
        for b in range(min(a - 1, 1), min(_LONGEST_LATIN, len(latin) - j) + 1)
        if a == 1 or b <= 1 or a + b <= _LONGEST_BOTH
    ]


def learnt(pairs: list[tuple[str, str]]) -> dict[Piece, float]:
    """The probability of each piece, by expectation–maximisation over all alignments."""
    lattices = [(len(thai), len(latin), _edges(thai, latin)) for thai, latin in pairs]
    known: dict[Piece, float] | None = None
    for _ in range(_ROUNDS):
        counts: Counter[Piece] = Counter()
        for rows, columns, edges in lattices:
            _expect(rows, columns, edges, known, counts)
        total = sum(counts.values())
        # What was hardly ever seen is no piece.
        known = {piece: (count - 0.1) / total for piece, count in counts.items() if count > 0.1}
    return known or {}


def _weight(piece: Piece, known: dict[Piece, float] | None) -> float:
    if known is None:
        return float(_PRIOR ** (len(piece[0]) + len(piece[1]) - 1))
    return known.get(piece, 0.0)


def _expect(
    rows: int, columns: int, edges: list[Edge], known: dict[Piece, float] | None, counts: Counter[Piece]
) -> None:
    forward: defaultdict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    for i, j, to_i, to_j, piece in edges:
        forward[to_i, to_j] += forward[i, j] * _weight(piece, known)
    whole = forward[rows, columns]
    if not whole:
        return
    backward: defaultdict[tuple[int, int], float] = defaultdict(float, {(rows, columns): 1.0})
    for i, j, to_i, to_j, piece in reversed(edges):
        share = _weight(piece, known) * backward[to_i, to_j]
        backward[i, j] += share
        counts[piece] += forward[i, j] * share / whole


def aligned(thai: str, latin: str, known: dict[Piece, float]) -> tuple[Piece, ...]:
    """The likeliest pieces of a name; none if the pieces cannot make it."""
    best: dict[tuple[int, int], tuple[float, tuple[Piece, ...]]] = {(0, 0): (0.0, ())}
    for i, j, to_i, to_j, piece in _edges(thai, latin):
        if (i, j) in best and piece in known:
            score, pieces = best[i, j]
            score += log(known[piece])
            if (to_i, to_j) not in best or score > best[to_i, to_j][0]:
                best[to_i, to_j] = (score, (*pieces, piece))
    return best.get((len(thai), len(latin)), (0.0, ()))[1]


def write(data: Path) -> int:
    """Make the model's data anew; returns the number of names."""
    pairs = sorted({(plain(thai), latin) for thai, latin in named(data)})
    known = learnt(pairs)
    rows = [pieces for thai, latin in pairs if (pieces := aligned(thai, latin, known))]
    lines = [" ".join(f"{thai}{latin}" for thai, latin in pieces) for pieces in rows]
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def measure() -> dict[str, object]:
    """The shares found, and those of PyThaiNLP's one spelling."""
    words = judged()
    ranks: Counter[int] = Counter()
    rtgs = offered = 0
    for thai, spelt in words.items():
        found = spellings(thai, max(FIRST))
        ranks[min((found.index(word) for word in spelt if word in found), default=len(found) + 99)] += 1
        rtgs += names.rtgs(thai).lower() in spelt
        variants = [variant.lower() for variant in names.variants(thai)]
        offered += any(word in spelt for word in variants)
    shares = {str(n): round(sum(c for r, c in ranks.items() if r < n) / len(words), 3) for n in FIRST}
    return {
        "words": len(words), "found_among_first": shares, "rtgs_alone": round(rtgs / len(words), 3),
        "found_among_offered": round(offered / len(words), 3),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--write", action="store_true", help="make the model's data anew")
    options = parser.parse_args()
    if options.write:
        print(f"{write(options.data)} names written to {PATH.name}")
        spellings.cache_clear()
    result = measure()
    record("spellings", result)
    print(result)


if __name__ == "__main__":
    main()
