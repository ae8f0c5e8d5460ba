"""Loops of a decoder, and repetition that is none."""

import pytest

from bilingual_news.repetition import looped, loops, slips, written_twice

LOOPS = {
    "a word": "the social social social development",
    "a short word": "it is is is is so",
    "a phrase": "member states, member states, member states, and India",
    "a long phrase": "of the Ministry of Health " * 3,
    "scattered phrase": " and ".join(f"the Prime Minister of Thailand {n}" for n in "abcd"),
    "a syllable": "Mr. Chaiwut Thananananasorn",
}
FINE = {
    "a sentence": "The Prime Minister chaired the Cabinet meeting at Government House.",
    "numbers": "Call 1111 1111 1111 1111.",
    "rules": "- - - - - -",
    "twice": "very very good, very very good",
    "empty": "",
    "three of a short word": "no, no, no way",
}


@pytest.mark.parametrize("target", LOOPS.values(), ids=LOOPS)
def test_loops_are_found(target):
    assert loops(target)


@pytest.mark.parametrize("target", FINE.values(), ids=FINE)
def test_ordinary_text_does_not_loop(target):
    assert not loops(target)


def test_repetition_of_the_source_is_not_a_loop():
    source = "ประชาชนต้องมาก่อน " * 4
    assert not loops("people must come first " * 4, source)
    assert loops("people must come first " * 4, "ประชาชนต้องมาก่อน")


TWICE = {
    "a word": ("met in in Bangkok", 1),
    "in any case, before a comma": ("Job job, they said", 1),
    "emphasis": ("a very very long time", 1),
    "two of them": ("the the end of of it", 2),
    "rightly": ("he had had that that", 0),
    "a part of a word": ("in inland waters", 0),
    "one letter": ("vitamin a a day", 0),
}


@pytest.mark.parametrize(("english", "number"), TWICE.values(), ids=TWICE)
def test_words_written_twice_are_counted(english, number):
    assert written_twice(english) == number


SLIPS = {
    "a word": ("met in in Bangkok", "", ["in"]),
    "a long name": ("in Chachoengsao Chachoengsao", "", ["Chachoengsao"]),
    "a long name that the Thai has": ("in Walla Walla and Stamford Stamford", "Stamford Stamford", []),
    "a long name where the Thai repeats": ("Chachoengsao Chachoengsao", "ฉะเชิงเทราๆ", []),
    "a short name": ("New York New York, Baden Baden", "", []),
    "emphasis": ("a very very long long time", "", []),
    "with a comma between": ("no, no and in, in", "", []),
    "a number": ("call 1111 1111", "", []),
}


@pytest.mark.parametrize(("target", "source", "words"), SLIPS.values(), ids=SLIPS)
def test_words_that_were_not_meant_to_stand_twice_are_named(target, source, words):
    assert list(slips(target, source)) == words


LOOPED = {
    "a word": ("the social social social news", "social"),
    "a phrase": ("they met the team and the team and the team and the team again", "the team and"),
    "a syllable": ("hahahahaha", "hahahahaha"),
    "words far apart": (
        "the head of the A, the head of the B, the head of the C, the head of the D, the head of the E",
        "the head of the",
    ),
}


@pytest.mark.parametrize("name", LOOPED)
def test_what_is_repeated_is_named(name):
    text, repeated = LOOPED[name]
    assert loops(text, "ก")
    assert looped(text) == repeated
