"""The weights of a model in tables that score all spaces of a text at once.

Around a space four phrases count: the one before the last, the last, the next, and the one after the next.
So each phrase stands in four places in turn, and is looked at once for all of them: at the longest of its
beginnings that is known, at the longest of its ends, and at its words. The result is that of adding up
`features` space by space, in a fraction of the time.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilingual_news.stages.features import (
    ANY_CLAUSE_WORD,
    CLAUSE_WORDS,
    FAR_SIZES,
    LEFT_WINDOW,
    LENGTHS,
    LONGEST_AFFIX,
    RIGHT_WINDOW,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Stands before and after a text; no normalised text holds it.
_EDGE: Final = "\0"
#: The feature of each length; longer phrases share the last.
_SIZES: Final = bytes(bisect_left(LENGTHS, length) for length in range(LENGTHS[-1] + 2))
_LONG: Final = len(_SIZES) - 1
_AFTER_THREE: Final = range(4, LONGEST_AFFIX + 1)

#: Sums of weights for a phrase in three of its places.
_Sums = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Tables:
    """The weights of a model, by where a phrase stands to the space in question.

    Attributes:
        heads: By beginning of a phrase and what follows: the weights of all its beginnings if it is the last
            phrase, the next, the one after the next. None is missing that a longer one has.
        tails: By end of a phrase and what stands before: likewise if it is the one before the last, the last,
            the next.
        whole: By phrase: as the last, as the next.
        words: By word: in the last phrase, in the next.
        lengths: By `_SIZES` of the last phrase and of the next.
        before: By `_SIZES` of the phrase before the last and its space.
        after: By `_SIZES` of the phrase after the next and its space.
        none_before: The weight of there being no phrase before the last.
        none_after: The weight of there being none after the next.
    """

    heads: Mapping[str, _Sums]
    tails: Mapping[str, _Sums]
    whole: tuple[Mapping[str, float], Mapping[str, float]]
    words: Mapping[str, tuple[float, float]]
    lengths: tuple[tuple[float, ...], ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    none_before: float
    none_after: float

    def scores(self, text: str) -> list[float]:
        """The sum of the weights of `features` for every space of a text, in order."""
        padded = _EDGE + text + _EDGE
        before, last, following, after, sizes = [self.none_before], [], [], [], []
        start = 1
        for phrase in text.split(" "):
            length = len(phrase)
            end = start + length
            as_last, as_next, as_after = _head(self.heads, padded[start : start + LONGEST_AFFIX])
            as_before, tail_last, tail_next = _tail(self.tails, padded[max(0, end - LONGEST_AFFIX) : end])
            word_last, word_next = self._words(phrase)
            with_space = _SIZES[length + 1 if length < _LONG else _LONG]
            before.append(as_before + self.before[with_space])
            last.append(as_last + tail_last + word_last)
            following.append(as_next + tail_next + word_next)
            after.append(as_after + self.after[with_space])
            sizes.append(_SIZES[length if length < _LONG else _LONG])
            start = end + 1
        after.append(self.none_after)
        return [
            a + b + c + d + self.lengths[size][size_next]
            for a, b, c, d, size, size_next in zip(
                before, last, following[1:], after[2:], sizes, sizes[1:], strict=False
            )
        ]

    def _words(self, phrase: str) -> tuple[float, float]:
        """The weights of a short phrase and of the different words of any, as the last and as the next."""
        words, find = self.words, ANY_CLAUSE_WORD.findall
        if len(phrase) > LEFT_WINDOW:
            last = sum([words[word][0] for word in set(find(phrase[-LEFT_WINDOW:]))])
            return last, sum([words[word][1] for word in set(find(phrase[:RIGHT_WINDOW]))])
        last = following = 0.0
        if len(phrase) <= LONGEST_AFFIX:
            last, following = self.whole[0].get(phrase, 0.0), self.whole[1].get(phrase, 0.0)
        for word in set(find(phrase)):
            a, b = words[word]
            last += a
            following += b
        return last, following


def _head(table: Mapping[str, _Sums], letters: str) -> _Sums:
    """What a table holds for the longest beginning of some letters that it knows."""
    get = table.get
    found = get(letters[:3])  # most are known
    if found is None:
        return get(letters[:2]) or get(letters[:1]) or table[""]
    for size in _AFTER_THREE:
        longer = get(letters[:size])
        if longer is None:
            break
        found = longer
    return found


def _tail(table: Mapping[str, _Sums], letters: str) -> _Sums:
    """What a table holds for the longest end of some letters that it knows."""
    get = table.get
    found = get(letters[-3:])
    if found is None:
        return get(letters[-2:]) or get(letters[-1:]) or table[""]
    for size in _AFTER_THREE:
        longer = get(letters[-size:])
        if longer is None:
            break
        found = longer
    return found


def arrange(rows: Iterable[tuple[float, Iterable[str]]]) -> Tables:
    """Tables from weights and the names of the features that have each of them."""
    of: dict[str, dict[str, float]] = {initial: {} for initial in "LRPseNwvlrxab"}
    for weight, names in rows:
        for name in names:
            of[name[0]][name[1:]] = weight

    def known(name: str) -> float:
        return of[name[0]].get(name[1:], 0.0)

    whole = _whole(of["L"], "^"), _whole(of["R"], "$")
    words = {word: (known("v" + word), known("w" + word)) for word in CLAUSE_WORDS}
    sizes = range(len(LENGTHS) + 1)
    phrase_ends = (" ", _EDGE)
    return Tables(
        heads=_summed(_far(of["s"], after=phrase_ends), of["R"], _far(of["N"], after=(_EDGE,)), slice(-1)),
        tails=_summed(
            _far(of["P"], before=(_EDGE,)), of["L"], _far(of["e"], before=phrase_ends), slice(1, None)
        ),
        whole=whole,
        words=words,
        lengths=tuple(
            tuple(known(f"l{a}") + known(f"r{b}") + known(f"x{a // 2},{b // 2}") for b in sizes)
            for a in sizes
        ),
        before=tuple(known(f"b{size}") for size in sizes),
        after=tuple(known(f"a{size}") for size in sizes),
        none_before=known("P") + known("b0"),
        none_after=known("N") + known("a0"),
    )


def _whole(affixes: Mapping[str, float], mark: str) -> dict[str, float]:
    """The features that are a whole phrase, by its letters.

    They stay among the affixes as well: `R$5` is the phrase "5", and the beginning of "$50".
    """
    return {name[1:]: weight for name, weight in affixes.items() if name.startswith(mark)}


def _far(
    affixes: Mapping[str, float], before: tuple[str, ...] = ("",), after: tuple[str, ...] = ("",)
) -> dict[str, float]:
    """Affixes of `FAR_SIZES`; those of another size are what is left of fewer letters, and its edge."""
    found: dict[str, float] = {}
    for letters, weight in affixes.items():
        if len(letters) in FAR_SIZES:
            found[letters] = weight
        else:
            found |= {edge + letters + end: weight for edge in before for end in after}
    return found


def _summed(
    first: Mapping[str, float], second: Mapping[str, float], third: Mapping[str, float], shorter: slice
) -> dict[str, _Sums]:
    """For every affix of three tables the sums of its own weights and those of all shorter affixes."""
    a_get, b_get, c_get = first.get, second.get, third.get
    sums: dict[str, _Sums] = {"": (0.0, 0.0, 0.0)}
    for letters in sorted({*first, *second, *third}, key=len):
        found = sums.get(letters[shorter])
        if found is None:
            missing = []
            rest = letters[shorter]
            while rest not in sums:
                missing.append(rest)
                rest = rest[shorter]
            found = sums[rest]
            sums |= dict.fromkeys(missing, found)
        a, b, c = found
        sums[letters] = (a + a_get(letters, 0.0), b + b_get(letters, 0.0), c + c_get(letters, 0.0))
    return sums
