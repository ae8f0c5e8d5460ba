"""Align the old and the new segments of an article. Pure.

Equal texts anchor; between the anchors a dynamic program over whole gaps finds the pairs, splits and
joins that keep the order and have the most in common; what is left over on both sides is compared
across the article, where only an unambiguous match of a higher similarity counts. How the chosen
thresholds do is measured in docs/decisions/0061-alignment-thresholds.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from bilingual_news.similarity import Similarity

#: In order, between its old neighbours: from here on the old translation is offered in msgstr.
IN_ORDER: Final = 0.40
#: Anywhere else in the article, where order is no evidence.
OUT_OF_ORDER: Final = 0.60
#: From here on the old translation is offered as a suggestion comment.
SUGGEST: Final = 0.30
#: An out-of-order match must be this much better than the next one.
MARGIN: Final = 0.05
#: Pairs of a gap beyond which it is matched as out of order; 40,000 take about half a second.
GAP_PAIRS: Final = 40_000
#: Old segments compared with a new one when order is no evidence.
CANDIDATES: Final = 8
_PARTS: Final = 4
#: A word of more than this many segments says nothing about which one it is.
_COMMON_WORD: Final = 50


@dataclass(frozen=True, slots=True)
class Link:
    """Old segments that became new ones, as indices in order; one to one, one to many or many to one.

    Attributes:
        old: Old segments.
        new: New segments.
        similarity: 0 to 1, of the joined texts.
        in_order: Whether they stand between their old neighbours.
        contained: Whether the old ones stand word for word in the new one, however much longer that is.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float
    in_order: bool = True
    contained: bool = False


_Side: TypeAlias = tuple[Sequence[str], list[int]]
_Taken: TypeAlias = tuple[Sequence[str], set[int]]


def longest_increasing(values: Sequence[int]) -> set[int]:
    """Positions of a longest increasing subsequence; what is not in it has moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(position)
        else:
            tails[at] = value
            ends[at] = position
    kept: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        kept.add(position)
        position = before[position]
    return kept


def align(
    old: Sequence[str],
    new: Sequence[str],
    equal: Mapping[int, int],
    similarity: Similarity,
    done: Iterable[int] = (),
) -> list[Link]:
    """Link the segments that are not equal.

    Args:
        old: Old segments in order.
        new: New segments in order.
        equal: New index → old index of the segments that are equal.
        similarity: Compares texts.
        done: New segments that need no link.

    Returns:
        The links, each segment in one at most, in the order of the new segments.
    """
    anchors = [(o, n) for n, o in sorted(equal.items())]
    in_order = longest_increasing([o for o, _ in anchors])
    fixed = [anchors[position] for position in sorted(in_order)]
    taken_old, taken_new = set(equal.values()), {*equal, *done}
    links: list[Link] = []
    start = (-1, -1)
    for stop in [*fixed, (len(old), len(new))]:
        olds = [o for o in range(start[0] + 1, stop[0]) if o not in taken_old]
        news = [n for n in range(start[1] + 1, stop[1]) if n not in taken_new]
        if olds and news and len(olds) * len(news) <= GAP_PAIRS:
            links += _gap((old, olds), (new, news), similarity)
        start = stop
    return _with_moved(links, ((old, taken_old), (new, taken_new)), similarity)


def _with_moved(links: Sequence[Link], sides: tuple[_Taken, _Taken], similarity: Similarity) -> list[Link]:
    """Add the links across the article, and drop weak ones of the gaps that they contradict."""
    (old, taken_old), (new, taken_new) = sides
    sure = [link for link in links if link.similarity >= IN_ORDER]
    used_old = taken_old | {o for link in sure for o in link.old}
    used_new = taken_new | {n for link in sure for n in link.new}
    rest_old = [o for o in range(len(old)) if o not in used_old]
    rest_new = [n for n in range(len(new)) if n not in used_new]
    moved = best_matches(
        {o: old[o] for o in rest_old}, {n: new[n] for n in rest_new}, similarity, OUT_OF_ORDER
    )
    sure += moved
    used_old |= {o for link in moved for o in link.old}
    used_new |= {n for link in moved for n in link.new}
    sure += [link for link in links if not (used_old & {*link.old} or used_new & {*link.new})]
    return sorted(sure, key=lambda link: link.new)


def best_matches(
    old: Mapping[int, str], new: Mapping[int, str], similarity: Similarity, threshold: float
) -> list[Link]:
    """Link texts whatever their order: the best pairs first, each text once, ambiguous ones not at all.

    Args:
        old: Old texts by index.
        new: New texts by index.
        similarity: Compares texts.
        threshold: Lowest similarity of a link.
    """
    if not old or not new:
        return []
    index = word_index(old, similarity)
    found: list[tuple[float, int, int]] = []
    for n, text in new.items():
        scored = sorted(
            ((similarity.of([old[o]], [text], threshold), o) for o in candidates(text, index, similarity)),
            key=lambda pair: (-pair[0], pair[1]),
        )
        if not scored or scored[0][0] < threshold:
            continue
        second = scored[1][0] if len(scored) > 1 else 0.0
        if scored[0][0] - second >= MARGIN:
            found.append((scored[0][0], scored[0][1], n))
    links: list[Link] = []
    used: set[int] = set()
    for value, o, n in sorted(found, key=lambda item: (-item[0], item[2])):
        if o not in used:
            used.add(o)
            links.append(Link((o,), (n,), value, in_order=False))
    return links


def word_index(texts: Mapping[int, str], similarity: Similarity) -> dict[str, list[int]]:
    """The texts that each word stands in."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in texts.items():
        for word in set(similarity.tokens(text)):
            index[word].append(number)
    return index


def candidates(text: str, index: Mapping[str, list[int]], similarity: Similarity) -> Iterable[int]:
    """The texts that share the most characters in words with a text, rare words first."""
    words = sorted(set(similarity.tokens(text)), key=lambda word: (len(index.get(word, ())), word))
    votes: Counter[int] = Counter()
    for word in words:
        owners = index.get(word, ())
        if len(owners) > _COMMON_WORD and votes:
            break
        for owner in owners[: _COMMON_WORD * 4]:
            votes[owner] += len(word)
    return [owner for owner, _ in votes.most_common(CANDIDATES)]


def _gap(old: _Side, new: _Side, similarity: Similarity) -> list[Link]:
    """The best order-preserving links of a gap, by dynamic programming.

    A link is worth what its similarity is above `SUGGEST`, times the characters that it explains: so a
    split in two beats a pair that leaves half of the text unexplained.
    """
    olds, news = old[1], new[1]
    steps = [(1, 1), *((1, k) for k in range(2, _PARTS + 1)), *((k, 1) for k in range(2, _PARTS + 1))]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    back: dict[tuple[int, int], tuple[int, int, float]] = {}
    for i in range(len(olds) + 1):
        for j in range(len(news) + 1):
            top, step = max((best[i - 1][j] if i else 0.0, (1, 0)), (best[i][j - 1] if j else 0.0, (0, 1)))
            back[i, j] = (*step, 0.0)
            for a, b in steps:
                if a > i or b > j or ((a, b) != (1, 1) and not _adjacent(olds[i - a : i], news[j - b : j])):
                    continue
                left = [old[0][o] for o in olds[i - a : i]]
                right = [new[0][n] for n in news[j - b : j]]
                value = similarity.of(left, right, SUGGEST)
                gain = best[i - a][j - b] + (value - SUGGEST) * (_length(left) + _length(right))
                if value >= SUGGEST and gain > top and _all_count(left, right, value, similarity):
                    top = gain
                    back[i, j] = (a, b, value)
            best[i][j] = top
    return _traced(olds, news, back)


def _all_count(left: Sequence[str], right: Sequence[str], value: float, similarity: Similarity) -> bool:
    """Whether every part of a split or join explains at least half of itself.

    Without this a short stranger would be taken along with a good pair.
    """
    if len(left) == len(right) == 1:
        return True
    parts, whole = (left, right) if len(left) > 1 else (right, left)
    common = value * (_length(left) + _length(right))
    for number, part in enumerate(parts):
        rest = [other for other_number, other in enumerate(parts) if other_number != number]
        without = similarity.of(rest, whole) * (_length(rest) + _length(whole))
        if common - without < len(part):
            return False
    return True


def _traced(
    olds: list[int], news: list[int], back: Mapping[tuple[int, int], tuple[int, int, float]]
) -> list[Link]:
    links: list[Link] = []
    i, j = len(olds), len(news)
    while i and j:
        a, b, value = back[i, j]
        if a and b:
            links.append(Link(tuple(olds[i - a : i]), tuple(news[j - b : j]), value))
        i, j = i - a, j - b
    return links[::-1]


def _adjacent(olds: Sequence[int], news: Sequence[int]) -> bool:
    """Only neighbours are split or joined."""
    return olds[-1] - olds[0] == len(olds) - 1 and news[-1] - news[0] == len(news) - 1


def _length(texts: Sequence[str]) -> int:
    return sum(map(len, texts))
