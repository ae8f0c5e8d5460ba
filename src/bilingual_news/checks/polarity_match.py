"""Match the negations of two texts: which English one says which Thai one, and which are left over.

Every way to pair them has a price, after the negative logarithm of how often translators do so: both stand
at about the same place (half of them within four hundredths of the text, nineteen in twenty within a
sixth); ไม่มี becomes "no" rather than "cannot"; a phrase may be said by a word of its own (ไม่รุนแรง: mild);
nothing for a cue is dear, and so is an English negation without a cue. The cheapest way of all is taken,
and what it leaves over was lost or added (docs/decisions/0131).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

#: What nothing says, and what nothing asks for.
NONE: Final = -1
#: English negations by themselves; "formal" is "not only", "no later than"; the others are words of a
#: negative sense (unable), words of one that the Thai explains (lack, for ขาด), and words of a phrase (mild).
PLAIN_KINDS: Final = ("not", "cannot", "never", "no", "without")
KINDS: Final = (*PLAIN_KINDS, "formal", "word", "explained")


@dataclass(frozen=True, slots=True)
class Thai:
    """A Thai negation, or a word that explains an English one.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        place: Where it begins, from 0, the start of its text, to 1.
        unsaid: The price of an English that does not say it.
        prices: The price of each kind of English negation for it.
        name: The class of the cue; empty for a word that is no cue.
        table: The tables that its phrase stands in.
        words: The price of English words that render its phrase, by number.
        repeats: Whether it may share the English of the one before.
    """

    start: int
    end: int
    place: float
    unsaid: float
    prices: dict[str, float]
    name: str = ""
    table: str = ""
    words: dict[int, float] = field(default_factory=dict)
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class English:
    """An English negation, or a word that may render a Thai one.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        place: Where it begins, from 0, the start of its text, to 1.
        kind: One of `KINDS`, or "phrase" for a word of a Thai phrase.
        unasked: The price of one that no Thai negation asks for.
        is_listed: Whether the English goes on with "or", so that one negation serves several.
    """

    start: int
    end: int
    place: float
    kind: str
    unasked: float
    is_listed: bool = False


#: So many places, times the root of the length of the English, cost one; counted on the half "develop".
_SCALE: Final = 0.8
_FARTHEST: Final = 6.0
#: How far a price below the highest reaches.
REACH: Final = _SCALE * _FARTHEST
#: The price of "no relatives or home" for two cues, of "no relatives, a home", and of a word for two.
_SHARED, _SHARED_UNLISTED, _SHARED_WORD = 0.3, 1.2, 4.0
#: In long texts nothing is matched that stands farther away than this: so the time grows with the text.
FARTHEST_LETTERS: Final = 600
#: More cues or English negations than these are matched one by one: all ways would be too many.
_MOST_CUES, _MOST_ENGLISH = 6, 12
#: No kind of a plain negation is dearer: none is impossible.
_DEAREST: Final = 4.0
#: How dear silence may be: errors are more frequent than silence of a good translator.
_DEAREST_SILENCE: Final = 3.0
#: Prices below which nothing can be cheaper.
_AT_ONCE: Final = 3.0
#: How far apart a cue and a word of a negative sense stand that surely belong together.
_NEAR: Final = 2.0

#: The price of each kind; of nothing; of a word of the phrase's own.
Prices = tuple[dict[str, float], float, float]


@cache
def prices() -> dict[str, Prices]:
    """The prices of each class of cues, counted by benchmarks/negation_prices.py."""
    text = files("bilingual_news.checks").joinpath("data/negations.tsv").read_text(encoding="utf-8")
    header, *rows = (line.split("\t") for line in text.splitlines())
    out: dict[str, Prices] = {}
    for name, *cells in rows:
        found = dict(zip(header[1:], map(float, cells), strict=True))
        silence, said = found.pop("nothing"), found.pop("phrase")
        kinds = {
            kind: min(price, _DEAREST) if kind in PLAIN_KINDS else price for kind, price in found.items()
        }
        out[name] = (kinds, min(silence, _DEAREST_SILENCE), said)
    return out


def match(thai: list[Thai], english: list[English], length: int) -> tuple[int, ...]:
    """The number of the English negation that says each Thai one, perhaps with the one before, or `NONE`.

    Args:
        thai: The negations of the Thai, in their order.
        english: Those of the English.
        length: Letters of the English.
    """
    edges = ways(thai, english, length)
    if len(thai) > _MOST_CUES or len(english) > _MOST_ENGLISH:
        return _one_by_one(thai, english, edges)
    return _Search(thai, english, edges, {}).best(0, 0, NONE)[1]


Edges = list[list[tuple[int, float]]]


def ways(thai: list[Thai], english: list[English], length: int) -> Edges:
    """The English negations that may say each Thai one, each by its number and with its price.

    In texts of many negations only those are looked at that stand near enough to matter.
    """
    scale = length**0.5 / _SCALE
    numbers: list[int] | range = range(len(english))
    places: list[float] = []
    if len(english) > _MOST_ENGLISH:
        numbers = sorted(numbers, key=lambda number: english[number].place)
        places = [english[number].place for number in numbers]
    out: Edges = []
    for cue in thai:
        near = numbers
        if places:
            reach = min(_FARTHEST / scale, FARTHEST_LETTERS / length)
            near = numbers[bisect_left(places, cue.place - reach) : bisect_right(places, cue.place + reach)]
        row = []
        for number in near:
            item = english[number]
            price = cue.words.get(number)
            if price is None:
                price = cue.prices.get(item.kind)
            if price is not None:
                distance = abs(item.place - cue.place) * scale
                row.append((number, price + (distance if distance < _FARTHEST else _FARTHEST)))
        out.append(row)
    return out


def is_said_at_once(name: str, distance: float, kind: str, length: int) -> bool:
    """Whether a cue is so surely said by an English negation that no word of a phrase matters.

    Args:
        name: The class of the cue; empty for one of a phrase that compares.
        distance: How far apart both stand, in places.
        kind: The kind of the English negation.
        length: Letters of the English.
    """
    price = prices()[name][0][kind] if name else (0.0 if kind == "formal" else _DEAREST)
    return bool(price + abs(distance) * length**0.5 / _SCALE <= _AT_ONCE)


def is_near(distance: float, length: int) -> bool:
    """Whether two negations stand as near as those that belong together mostly do."""
    return bool(abs(distance) * length**0.5 / _SCALE <= _NEAR)


@dataclass(frozen=True, slots=True)
class _Search:
    """The cheapest of all ways; what is known of the rest of the cues is kept."""

    thai: list[Thai]
    english: list[English]
    edges: Edges
    known: dict[tuple[int, int, int], tuple[float, tuple[int, ...]]]

    def best(self, number: int, used: int, before: int) -> tuple[float, tuple[int, ...]]:
        """Price and links of the cues from a number on.

        Args:
            number: The first of these cues.
            used: The English that is used already, a bit for each.
            before: What says the cue before.
        """
        if number == len(self.thai):
            return 0.0, ()
        key = number, used, before
        if key not in self.known:
            self.known[key] = self._best(number, used, before)
        return self.known[key]

    def _best(self, number: int, used: int, before: int) -> tuple[float, tuple[int, ...]]:
        cue = self.thai[number]
        price, shared = cue.unsaid, NONE
        if cue.repeats and before != NONE and (together := _share(cue, before, self.english)) < price:
            price, shared = together, before
        rest, links = self.best(number + 1, used, shared)
        out = price + rest, (shared, *links)
        is_followed = number + 1 < len(self.thai) and self.thai[number + 1].repeats
        for item, cost in self.edges[number]:
            if not used >> item & 1:
                rest, links = self.best(number + 1, used | 1 << item, item if is_followed else NONE)
                total = cost - self.english[item].unasked + rest
                if total < out[0]:
                    out = total, (item, *links)
        return out


def _share(cue: Thai, before: int, english: list[English]) -> float:
    """The price of an English negation that says the cue before for another one."""
    item = english[before]
    if before in cue.words:
        return _SHARED_UNLISTED
    if item.kind in PLAIN_KINDS or item.kind == "formal":
        return _SHARED if item.is_listed else _SHARED_UNLISTED
    return _SHARED_WORD


def _one_by_one(thai: list[Thai], english: list[English], edges: Edges) -> tuple[int, ...]:
    """The greatest saving first: for texts of many negations."""
    savings = sorted(
        (price - english[item].unasked - thai[cue].unsaid, cue, item)
        for cue, row in enumerate(edges)
        for item, price in row
    )
    out = [NONE] * len(thai)
    used: set[int] = set()
    for saving, cue, item in savings:
        if saving < 0 and out[cue] == NONE and item not in used:
            out[cue] = item
            used.add(item)
    return tuple(out)
