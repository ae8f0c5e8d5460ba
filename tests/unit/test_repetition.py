"""Loops of a decoder, and repetition that is none."""

import pytest

from bilingual_news.repetition import loops

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
