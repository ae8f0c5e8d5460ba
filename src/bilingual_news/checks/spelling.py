"""The ways in which a Thai name is likely to be spelt in Latin letters, the likeliest first.

Nobody has to spell a name by a standard: ใจดี is Jaidee to its bearers and Chaidi by the Royal Institute's
rules (RTGS). The spellings come from names of officials as the press spells them, cut into pieces of a
few Thai letters and what stands for them (ใจ ดี → j ai d ee): a piece is judged by the two before it, as
often as they stood together (a trigram model with Witten–Bell smoothing). `benchmarks/spellings.py` made
data/names.tsv from the development half of the news and measures the result against the people of the
glossary, none of whom is in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache, lru_cache
from heapq import nlargest
from math import log
from pathlib import Path
from typing import Final

from bilingual_news.patterns import lazily

#: Some Thai letters and the Latin ones that stand for them.
Piece = tuple[str, str]

#: Names, one a line: their pieces, divided by spaces.
PATH: Final = Path(__file__).with_name("data") / "names.tsv"
LONGEST_THAI: Final = 3
_SILENT = lazily("[ก-ฮ][ิุ]?์")
_TONES = lazily("[่้๊๋็]")
_LEADING = lazily("([เแโใไ])([ก-ฮ])")
_PIECE = lazily("([^a-z]+)([a-z]*)")
#: How English lets a name begin: with Kr, Sr or Ng, not with Kn or Nr.
_BEGINNING = lazily(r"(?:(?:[bcdfgkpst]h?|kh)[lrw]|[ckptsdbg]h|ng|qu|[^aeiou])?[aeiouy]")
_START: Final[tuple[Piece, Piece]] = (("", "^"), ("", "^"))
_END: Final[Piece] = ("", "$")
#: Spellings that are followed at a time, and how many are looked through for those that can be said.
_BEAM, _LOOKED_THROUGH = 20, 40
_UNSEEN: Final = 1e-7


def plain(thai: str) -> str:
    """A Thai name as the model reads it: sounds in their order, without tones and silent letters."""
    return _LEADING.sub(r"\2\1", _TONES.sub("", _SILENT.sub("", thai)))


@lru_cache(maxsize=1 << 12)
def spellings(thai: str, most: int = 4) -> tuple[str, ...]:
    """The likeliest spellings of one Thai name or family name, in small letters.

    Args:
        thai: A word.
        most: How many at most.

    Returns:
        None for a word with letters that no name of the model has.
    """
    found = _model().read(plain(thai))
    return tuple(word for word in found if _BEGINNING.match(word))[:most]


class _Model:
    """Counts of the pieces of names, each after the two before it.

    Args:
        names: Names in pieces.
    """

    def __init__(self, names: list[list[Piece]]) -> None:
        self._counts: tuple[Counter[tuple[Piece, ...]], ...] = (Counter(), Counter(), Counter())
        self._contexts: tuple[Counter[tuple[Piece, ...]], ...] = (Counter(), Counter(), Counter())
        for name in names:
            row = (*_START, *name, _END)
            for at in range(2, len(row)):
                for order in range(3):
                    self._counts[order][row[at - order : at + 1]] += 1
                    self._contexts[order][row[at - order : at]] += 1
        self._kinds = tuple(Counter(pieces[:-1] for pieces in counts) for counts in self._counts)
        self._by_thai: defaultdict[str, list[Piece]] = defaultdict(list)
        for (piece,) in self._counts[0]:
            self._by_thai[piece[0]].append(piece)

    def read(self, thai: str) -> list[str]:
        """Spellings of a word, the likeliest first."""
        states: list[dict[tuple[Piece, Piece, str], float]] = [{} for _ in range(len(thai) + 1)]
        states[0][(*_START, "")] = 0.0
        for at in range(len(thai)):
            for (before, last, latin), score in nlargest(_BEAM, states[at].items(), key=lambda item: item[1]):
                for end in range(at + 1, min(at + LONGEST_THAI, len(thai)) + 1):
                    for piece in self._by_thai.get(thai[at:end], ()):
                        key = (last, piece, latin + piece[1])
                        value = score + log(self._probability((before, last), piece))
                        if value > states[end].get(key, float("-inf")):
                            states[end][key] = value
        ends: dict[str, float] = {}
        for (before, last, latin), score in states[-1].items():
            value = score + log(self._probability((before, last), _END))
            ends[latin] = max(value, ends.get(latin, value))
        return nlargest(_LOOKED_THROUGH, ends, key=lambda latin: ends[latin])

    def _probability(self, context: tuple[Piece, Piece], piece: Piece) -> float:
        """Of a piece after two others, smoothed by what it is after fewer."""
        value = _UNSEEN
        for order in range(3):
            known = context[2 - order :]
            total = self._contexts[order][known]
            if not total:
                break
            kinds = self._kinds[order][known]
            value = (self._counts[order][(*known, piece)] + kinds * value) / (total + kinds)
        return value


@cache
def _model() -> _Model:
    lines = PATH.read_text(encoding="utf-8").splitlines()
    rows = [[_PIECE.fullmatch(piece) for piece in line.split()] for line in lines]
    return _Model([[(match[1], match[2]) for match in row if match] for row in rows])
