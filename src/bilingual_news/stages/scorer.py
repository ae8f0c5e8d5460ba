"""The small models over space positions, asked where the rules are silent.

A model is a table of weights of named features, trained by training/segmenter/ (logistic regression)
and read from `data/`. Its score is the sum of the weights of the features found around one space: the
log-odds that a sentence ends there. Two kinds of text end their sentences so differently that each has
a model and a threshold of its own: government news (3 % of the spaces) and translated news (18 %). A
third table of marker words tells which kind a text is.

Plain Python and the standard library; `sums` scores all spaces of a text at once.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from bilingual_news.stages.alternatives import any_of
from bilingual_news.stages.sums import Tables, arrange

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

#: A marker word counts this often at most, so that one word repeated says no more than a few.
_MARKER_CAP: Final = 3


#: Translated news has a sentence every 110 characters; the reward of a boundary grows with the logarithm
#: of the length so far. Weight and threshold (-1.5) by two-fold cross-validation on NTREX-dev, where every
#: neighbour on the grid does within 0.005 as well; see docs/decisions/0042.
_USUAL_LENGTH: Final = 110
_LENGTH_WEIGHT: Final = 0.3
_SHORTEST_LOG: Final = -2.0
_LONGEST_LOG: Final = 1.0


class TextKind(StrEnum):
    """How a text marks its sentences."""

    GOVERNMENT = "government"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Weights:
    """What the file of a linear model says.

    Attributes:
        threshold: Scores (log-odds) from here on are a yes.
        weights: Weight of each feature; others weigh nothing.
        bias: Score without any known feature.
    """

    threshold: float
    weights: Mapping[str, float]
    bias: float


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model over space positions.

    Attributes:
        threshold: Scores (log-odds) from here on are boundaries.
        bias: Score of a space without any known feature.
        tables: The weights.
    """

    threshold: float
    bias: float
    tables: Tables

    def scores(self, text: str) -> list[float]:
        """Log-odds that a sentence ends at a space, for every space of a text in order."""
        bias = self.bias
        return [bias + score for score in self.tables.scores(text)]


def length_prior(length: int) -> float:
    """What a model's score gains or loses if the sentence before a space holds `length` characters."""
    return _PRIORS[length] if length < len(_PRIORS) else _PRIORS[-1]


def _prior(length: int) -> float:
    surplus = math.log(max(length, 1) / _USUAL_LENGTH)
    return _LENGTH_WEIGHT * min(max(surplus, _SHORTEST_LOG), _LONGEST_LOG)


#: For every length at which the logarithm is below its limit, and the next.
_PRIORS: Final = tuple(
    _prior(length) for length in range(math.ceil(_USUAL_LENGTH * math.exp(_LONGEST_LOG)) + 1)
)


@lru_cache
def model(kind: TextKind) -> Model | None:
    """The shipped model for a kind of text; None where the rules alone proved better."""
    return read_model(f"sentences-{kind}.tsv")


def read_model(name: str) -> Model | None:
    """The model of a file of the package data; None if there is no such file."""
    source = resources.files("bilingual_news.stages") / "data" / name
    return parse_model(source.read_text(encoding="utf-8")) if source.is_file() else None


def parse_model(content: str) -> Model:
    """A model from the text of its file.

    The first line holds `#`, a remark on origin and licence; the second threshold and bias; each other
    line the names of features of one weight, in thousandths.
    """
    threshold, bias = _head(content)
    return Model(threshold, bias, arrange(_rows(content)))


def parse_weights(content: str) -> Weights:
    """The same file with its weights by name."""
    threshold, bias = _head(content)
    return Weights(threshold, {name: weight for weight, names in _rows(content) for name in names}, bias)


def _head(content: str) -> tuple[float, float]:
    threshold, bias = content.split("\n", 2)[1].split("\t")
    return float(threshold), float(bias)


def _rows(content: str) -> Iterator[tuple[float, list[str]]]:
    for line in content.split("\n")[2:]:
        if line:
            weight, *names = line.split("\t")
            yield int(weight) / 1000, names


def text_kind(text: str) -> TextKind:
    """Whether a text ends its sentences like translated news or like government news.

    The answer is for whole texts: marker words such as "he", "according to" and "dollar" against
    "ministry", "province" and "B.E.". Without enough evidence a text counts as government news, where
    the model is asked for less.
    """
    pattern, table = markers()
    counts = Counter(pattern.findall(text))
    score = table.bias + sum(table.weights[word] * min(count, _MARKER_CAP) for word, count in counts.items())
    return TextKind.TRANSLATED if score >= table.threshold else TextKind.GOVERNMENT


@lru_cache
def markers() -> tuple[re.Pattern[str], Weights]:
    """The marker words of text kinds as a pattern, and their weights."""
    source = resources.files("bilingual_news.stages") / "data" / "text-kind.tsv"
    table = parse_weights(source.read_text(encoding="utf-8"))
    return any_of(table.weights), table
