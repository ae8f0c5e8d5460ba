"""The tokens are those of PyThaiNLP's newmm, without its package."""

import subprocess
import sys
from importlib import util

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie

from bilingual_news import thaiwords
from bilingual_news.thaiwords import Dictionary, tokens
from tests.conftest import ROOT

WORDS = ["ก", "กา", "การ", "การค้า", "ค้า", "าข", "ขาย", "ยก", "a", "ab c", "ตาก", "ก.ค.", "๑๒", ""]
#: Vowels before and after, marks that end a cluster, words' letters, digits of both kinds, foreign signs.
LETTERS = "การค้าขยตมงวอหึ" + "เแโไะัีำู็์ๆฯ" + "ab1๑๒.,:- \t\r\n()฿é"
MANY_WAYS = ["ก" * length for length in range(1, 8)]


def newmm(text, words):
    return word_tokenize(text, custom_dict=Trie(words), engine="newmm")


@given(st.text(alphabet=LETTERS, max_size=40))
def test_any_text_has_the_tokens_of_newmm(text):
    assert Dictionary(WORDS).tokens(text) == newmm(text, WORDS)


@given(
    st.lists(st.text(alphabet="กขคาเ", min_size=1, max_size=6), min_size=1, max_size=30),
    st.text(alphabet="กขคาเ ", max_size=30),
)
def test_with_any_dictionary_too(words, text):
    assert Dictionary(words).tokens(text) == newmm(text, words)


@given(st.text(max_size=60))
def test_the_whole_dictionary_agrees_on_any_text(text):
    assert tokens(text) == word_tokenize(text, engine="newmm")


@pytest.mark.parametrize("length", [8, 20, 60, 200])
def test_too_many_ways_are_cut_where_newmm_cuts_them(length):
    text = "ก" * length
    assert Dictionary(MANY_WAYS).tokens(text) == newmm(text, MANY_WAYS)


def test_the_tokens_of_the_shipped_articles_are_those_of_newmm():
    lines = [
        line for path in sorted((ROOT / "articles").glob("*.txt")) for line in path.read_text().split("\n")
    ]
    assert len(lines) > 100
    for line in lines:
        assert tokens(line) == word_tokenize(line, engine="newmm")
        assert "".join(tokens(line)) == line


def test_the_words_are_those_of_the_package():
    assert set(thaiwords._words()) == thai_words()


@pytest.mark.parametrize("moved", [None, "elsewhere"])
def test_where_the_file_is_not_known_the_package_is_asked(monkeypatch, tmp_path, moved):
    spec = moved and util.spec_from_file_location("pythainlp", tmp_path / "__init__.py")
    monkeypatch.setattr(thaiwords, "find_spec", lambda name: spec)
    assert thaiwords._words() == thai_words()


def test_nothing_of_the_package_is_imported():
    code = (
        "import sys; from bilingual_news.thaiwords import tokens; tokens('ข่าวไทย')\n"
        "assert 'pythainlp' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
