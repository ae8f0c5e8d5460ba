"""Fit the expected length of a translation, and show how far correct pairs stray from it.

    python -m benchmarks.length_model --data ../shared/data

Prints the coefficients of `bilingual_news.checks.text.expected_length`, fitted by least squares on
relative errors over the development half (government news 60 %, translated news 30 %, documentation
10 % of the weight), and the quantiles of log(found / expected) by source and expected length, of which
the limits of the check were rounded.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks._pairs import Clean, read_pairs
from bilingual_news.checks import text

_GROUPS = (
    (("government", "government-dev"), 0.6),
    (("NTREX dev", "Thai PUD"), 0.3),
    (("documentation",), 0.1),
)
_SHORTEST = 20
_BANDS = (0, 40, 70, 110, 170, 250, 10**6)
_QUANTILES = (0.001, 0.002, 0.01, 0.99, 0.998, 0.999)
_FEW = 40


def features(source: str) -> list[float]:
    """One, Thai characters, spaces, other ASCII outside brackets, periods and ฯ, long abbreviations."""
    latin = sum(len(m[0]) for m in text._IN_BRACKETS.finditer(source))
    ascii_ = sum(char.isascii() for char in source)
    spaces = source.count(" ")
    short, long = source.count(".") + source.count("ฯ"), len(text._LONG_ABBREVIATION.findall(source))
    return [1, len(source) - ascii_, spaces, ascii_ - spaces - latin, short, long]


def fit(pairs: dict[str, list[Clean]]) -> np.ndarray:
    rows, lengths, weights = [], [], []
    for names, share in _GROUPS:
        own = _long(pairs, names)
        rows += [features(pair.source) for pair in own]
        lengths += [len(pair.target) for pair in own]
        weights += [share / len(own)] * len(own)
    y = np.array(lengths, float)
    scale = np.sqrt(np.array(weights)) / y
    solution, *_ = np.linalg.lstsq(np.array(rows, float) * scale[:, None], y * scale, rcond=None)
    return solution


def _long(pairs: dict[str, list[Clean]], names: tuple[str, ...]) -> list[Clean]:
    return [p for name in names for p in pairs[name] if len(p.source) >= _SHORTEST and p.target]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    pairs = read_pairs(parser.parse_args().data, "develop")
    print("constant, Thai, spaces, ASCII, short forms, long ones:", np.round(fit(pairs), 2))
    for names, _ in _GROUPS:
        own = _long(pairs, names)
        expected = np.array([text.expected_length(pair.source) for pair in own])
        logs = np.log(np.array([len(pair.target) for pair in own]) / expected)
        print(f"{', '.join(names)}: {len(own)} pairs, mean {logs.mean():.3f}, deviation {logs.std():.3f}")
        for low, high in pairwise(_BANDS):
            inside = logs[(expected >= low) & (expected < high)]
            if len(inside) > _FEW:
                values = " ".join(f"{q:.2f}" for q in np.quantile(inside, _QUANTILES))
                print(f"  from {low}: {len(inside)} pairs, quantiles {_QUANTILES}: {values}")


if __name__ == "__main__":
    main()
