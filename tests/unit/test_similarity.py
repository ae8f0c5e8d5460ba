"""The difference of two sources as a translator reads it, and what it must never lose."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.similarity import Similarity, word_diff

CASES = {
    "one word for another": ("a b c", "a x c", "a[-b-]{+x+}c"),
    "two words for one": ("a b c d", "a x y c d", "a[-b-]{+x y+}c d"),
    "only new": ("a b", "a x b", "a{+x+}b"),
    "only gone": ("a x b", "a b", "a[-x-]b"),
    "at the ends": ("x b y", "z b", "[-x-]{+z+}b[-y-]"),
    "far apart": ("x 1 2 3 4 5 6 7 8 y", "z 1 2 3 4 5 6 7 8 z", "[-x-]{+z+}1 2 3…6 7 8[-y-]{+z+}"),
    "nothing changed": ("a b c d e f g h", "a b c d e f g h", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_a_difference_says_what_went_and_then_what_came(case):
    old, new, shown = CASES[case]
    assert word_diff(old.split(), new.split()) == shown.replace(" ", "")


@given(st.lists(st.sampled_from("กขคงจ")), st.lists(st.sampled_from("กขคงจ")))
def test_both_texts_can_be_read_from_a_difference(old, new):
    shown = word_diff(old, new, context=99) or "".join(old)
    assert re.sub(r"\[-|-\]", "", re.sub(r"\{\+.*?\+\}", "", shown)) == "".join(old)
    assert re.sub(r"\{\+|\+\}", "", re.sub(r"\[-.*?-\]", "", shown)) == "".join(new)
    assert "+}[-" not in shown


def test_what_is_forgotten_is_cut_into_words_again():
    cut = []
    similarity = Similarity(lambda text: cut.append(text) or text.split())
    for _ in range(2):
        similarity.of_once("a b", "b c")
        similarity.forget()
    assert cut == ["a b", "b c"] * 2
