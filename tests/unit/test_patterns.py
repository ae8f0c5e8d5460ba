"""Patterns that are made at their first use are patterns in everything else."""

import copy
import re

import pytest

from bilingual_news.patterns import lazily


def made_once(monkeypatch):
    made = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: made.append(given) or real(*given))
    return made


def test_it_is_made_when_it_is_asked_something_and_once(monkeypatch):
    made = made_once(monkeypatch)
    words = lazily("[a-z]+")
    assert made == []
    assert words.search("12 ab")[0] == "ab"
    assert words.fullmatch("12") is None
    assert [match[0] for match in words.finditer("a 1 b")] == ["a", "b"]
    assert made == [("[a-z]+", 0)]


def test_flags_and_all_that_a_pattern_has():
    pattern = lazily("(?P<word>[a-z]+)", re.IGNORECASE)
    assert pattern.findall("Ab 1 C") == ["Ab", "C"]
    assert pattern.sub("x", "Ab 1") == "x 1"
    assert pattern.match("1 b", 2)["word"] == "b"
    assert pattern.split("1a2") == ["1", "a", "2"]
    assert pattern.groupindex == {"word": 1}
    assert pattern.pattern == "(?P<word>[a-z]+)"


def test_a_mistake_is_told_at_the_first_use():
    broken = lazily("(")
    with pytest.raises(re.error):
        broken.search("a")


def test_it_has_nothing_that_a_pattern_has_not():
    with pytest.raises(AttributeError):
        _ = lazily("a").nothing
    assert copy.copy(lazily("a")).search("a")
