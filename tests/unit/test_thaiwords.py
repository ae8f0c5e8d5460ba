"""The tokens are PyThaiNLP's own, whichever dictionary finds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie

from bilingual_news.thaiwords import Lengths, Tokenizer
from tests.conftest import ROOT

WORDS = ["ก", "กา", "การ", "การค้า", "ค้า", "ขาย", "a", " ตาก ", ""]


@given(st.text(alphabet="การค้าขยต a", max_size=12), st.integers(0, 12))
def test_the_words_at_a_place_are_those_of_the_tree(text, start):
    assert Lengths(WORDS).prefixes(text, start) == Trie(WORDS).prefixes(text, start)


def test_it_knows_its_number():
    assert len(Lengths(WORDS)) == 8


@pytest.mark.parametrize("much", [10**9, 0], ids=["lengths", "tree"])
def test_the_tokens_of_the_shipped_articles_are_those_of_newmm(much):
    tokens = Tokenizer(much).tokens
    lines = [
        line for path in sorted((ROOT / "articles").glob("*.txt")) for line in path.read_text().split("\n")
    ]
    assert len(lines) > 100
    for line in lines:
        assert tokens(line) == word_tokenize(line, engine="newmm")
        assert "".join(tokens(line)) == line
