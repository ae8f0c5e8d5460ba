"""The spellings that are offered for a Thai name."""

import re

import pytest

from bilingual_news.checks.names import romanised, standard, variants
from bilingual_news.checks.spelling import PATH, plain, spellings
from bilingual_news.glossary import load_termbase
from tests.conftest import ROOT

#: People of the glossary, whose names the model has not seen, and how they spell themselves.
OWN = {
    "เศรษฐา": "settha", "ทวีสิน": "thaweesin", "ใจดี": "jaidee", "สมชาย": "somchai", "ทักษิณ": "thaksin",
    "สุรพล": "suraphon", "พิพัฒน์": "pipat", "จุติ": "juti",
}  # fmt: skip


@pytest.mark.parametrize(("thai", "latin"), OWN.items())
def test_the_own_spelling_is_among_the_likely_ones(thai, latin):
    assert latin in spellings(thai, 10)


@pytest.mark.parametrize("thai", ["", "ฦ", "Smith", "๙"])
def test_what_is_no_name_has_no_spelling(thai):
    assert spellings(thai) == ()
    assert romanised(thai) == ""


@pytest.mark.parametrize("thai", OWN)
def test_spellings_can_be_said_and_differ(thai):
    found = spellings(thai, 10)
    assert len(set(found)) == len(found) > 1
    assert all(re.search("[aeiou]", word) and word.isascii() and word.islower() for word in found)


def test_sounds_are_read_in_their_order():
    assert plain("เพ็ชร์") == "พเช"
    assert plain("ศักดิ์") == "ศัก"


def test_rtgs_is_named_where_both_ways_agree():
    assert standard("สมชาย ใจดี") == "Somchai Chaidi"
    assert variants("ใจดี")[0] == "Chaidi"
    assert romanised("สมชาย ใจดี").startswith("RTGS Somchai Chaidi, Somchai/")


def test_rtgs_is_not_claimed_for_what_cannot_be_right():
    # PyThaiNLP's engine has Thwisin here.
    assert standard("ทวีสิน") == ""
    assert romanised("ทวีสิน").startswith("Thawisin/")


def test_the_judge_is_not_in_the_data():
    known = {plain(word) for term in load_termbase(ROOT / "glossaries").terms if term.domain == "people"
             for word in term.source.split()}  # fmt: skip
    names = {re.sub("[a-z ]", "", line) for line in PATH.read_text(encoding="utf-8").splitlines()}
    assert len(names) > 900
    assert len(known & names) < 9  # other names that are plain alike: พงษ์ and พงศ์
