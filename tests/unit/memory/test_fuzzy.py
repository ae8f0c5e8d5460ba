"""Fuzzy search: whatever the blocks and bounds do, the answer is that of comparing with every text."""

import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.memory import MatchKind, MemoryIndex, Query, Unit, blocks, fuzzy, writer
from bilingual_news.memory.blocks import Bag, Searcher, bag_keys, build
from bilingual_news.similarity import Similarity


def split(text):
    return re.findall(r"\s+|\S+", text)


#: Few short words, so that texts share many, repeat them and have them in another order.
WORDS = ("a", "bb", "ccc", "dddd", "eeeeeee", "ก", "ขข", "คคค")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


def by_comparing_all(texts, query, threshold):
    """Percent of every text that is similar enough, best first."""
    similarity = Similarity(split)
    found = [similarity.of([text], [query]) for text in dict.fromkeys(texts) if text != query]
    # Shares of at most 168 characters: 0.44, and not the 0.43999999999999995 of one less a distance.
    scores = [float(Fraction(score).limit_denominator(1000)) for score in found]
    return sorted((min(99, int(score * 100)) for score in scores if score >= threshold), reverse=True)


@given(st.lists(TEXTS, max_size=30), TEXTS, st.floats(0.3, 1))
def test_nothing_is_lost_and_nothing_invented(texts, query, threshold):
    with MemoryIndex(None, split) as index:
        index.update({"x": "1"}, lambda _: [Unit(text, "T") for text in texts if text != query])
        found = [match.percent for match in index.find(Query(query), threshold, limit=1000)]
    assert found == by_comparing_all(texts, query, threshold)


@given(st.lists(TEXTS, max_size=40), TEXTS, st.integers(1, 4))
def test_the_best_few_are_the_best_of_all(texts, query, limit):
    with MemoryIndex(None, split) as index:
        index.update({"x": "1"}, lambda _: [Unit(text, "T") for text in texts if text != query])
        found = [match.percent for match in index.find(Query(query), 0.5, limit)]
    assert found == by_comparing_all(texts, query, 0.5)[:limit]


@given(st.lists(st.lists(TEXTS, max_size=6), max_size=12), TEXTS)
def test_blocks_and_joins_change_no_answer(files, query):
    with pytest.MonkeyPatch.context() as patch, MemoryIndex(None, split) as index:
        patch.setattr(blocks, "CAPACITY", 8)
        patch.setattr(writer, "_CHUNK", 3)
        patch.setattr(writer, "_GROUP", 5)
        patch.setattr(writer, "_VOCABULARY", 2)
        patch.setattr(fuzzy, "_CACHE_BYTES", 0)
        content = {str(n): [Unit(t, "T") for t in texts if t != query] for n, texts in enumerate(files)}
        # File after file, then a third of them goes, then all at once.
        for n in range(len(files)):
            index.update({str(m): "1" for m in range(n + 1)}, content.__getitem__)
        left = {name: "1" for name in content if int(name) % 3}
        index.update(left, content.__getitem__)
        index.find(Query(query), 0.5)
        found = [match.percent for match in index.find(Query(query), 0.5, limit=1000)]
        with MemoryIndex(None, split) as other:
            other.update(left, content.__getitem__)
            assert index.counts() == other.counts()
    assert found == by_comparing_all([u.source for name in left for u in content[name]], query, 0.5)


LENGTHS = {
    "same words": ("bb ccc", "bb ccc", 1.0),
    "one word more": ("bb ccc", "bb ccc a", 10 / 11),
    "another order counts as a change": ("bb ccc", "ccc bb", 0.6),
    "a repeated word counts as often as both have it": ("bb bb", "bb bb bb", 0.8),
    "nothing shared": ("bb", "dd", 0.0),
}


@pytest.mark.parametrize("name", LENGTHS)
def test_the_score_is_the_similarity_of_the_merge(name):
    one, other, score = LENGTHS[name]
    assert Similarity(split).of([one], [other]) == pytest.approx(score)
    with MemoryIndex(None, split) as index:
        index.update({"x": "1"}, lambda _: [Unit(f"{one} ", "T")])
        found = index.find(Query(other), 0.1)
    assert [match.percent for match in found] == ([min(99, int(score * 100))] if score else [])


def numbers(*words):
    return np.array(words, np.uint32).tobytes()


def test_a_block_bounds_by_the_words_that_both_have():
    # Words 1 and 2 have three characters each, word 3 has four.
    texts = [(10, 6, numbers(1, 2)), (11, 3, numbers(1)), (12, 10, numbers(1, 2, 3))]
    block, postings = build(texts, 1)
    assert block.numbers.tolist() == [11, 10, 12]
    wanted = {key & 0xFFFFFFFFFFFF: np.frombuffer(data, np.uint32) for key, data in postings}
    bag = Bag(6, tuple(zip(bag_keys([1, 2]), (3, 3), strict=True)))
    found, bounds = Searcher(block, wanted).search(bag, 0.6)
    assert dict(zip(found.tolist(), bounds.tolist(), strict=True)) == {11: 6 / 9, 10: 1.0, 12: 12 / 16}


def test_the_occurrences_of_a_word_are_words_of_their_own():
    _, postings = build([(1, 3, numbers(5, 5, 5)), (2, 1, numbers(5))], 1)
    assert [np.frombuffer(data, np.uint32).tolist() for _, data in postings] == [[0, 1], [1], [1]]
    assert bag_keys([5, 7, 5]) == [5 << 20, 7 << 20, 5 << 20 | 1]


def test_equal_queries_are_looked_up_once_and_answered_each(monkeypatch):
    with MemoryIndex(None, split) as index:
        index.update({"x": "1"}, lambda _: [Unit("a bb ccc", "T")])
        asked = []
        search = index._all
        monkeypatch.setattr(
            index, "_all", lambda queries, *rest: asked.extend(queries) or search(queries, *rest)
        )
        answers = index.find_all([Query("a bb ccc dddd"), Query("a"), Query("a bb ccc dddd")], 0.5)
    assert asked == [Query("a bb ccc dddd"), Query("a")]
    assert [[m.kind for m in found] for found in answers] == [[MatchKind.FUZZY], [], [MatchKind.FUZZY]]


@pytest.mark.parametrize("text", ["", " ", "\n", "zzz"])
def test_a_query_without_known_words_finds_nothing(text):
    with MemoryIndex(None, split) as index:
        index.update({"x": "1"}, lambda _: [Unit("a bb ccc", "T"), Unit("  ", "T")])
        assert index.find(Query(text), 0.3) == []
