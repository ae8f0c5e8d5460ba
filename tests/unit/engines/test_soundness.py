"""Of the hypotheses of a beam, the one that keeps the facts and reads clean."""

from __future__ import annotations

import pytest

from bilingual_news.engines.soundness import RERANKED, faults, soundest
from bilingual_news.model import Hypothesis

SOURCE = "รัฐบาลจัดสรรงบประมาณ 1.5 ล้านบาท ให้แก่ 12 จังหวัด (ภาคเหนือ)"
RIGHT = "The government allocated 1.5 million baht to 12 provinces (the North)."
FAULTS = {
    "right": (RIGHT, 0),
    "number dropped": ("The government allocated 1.5 million baht to provinces (the North).", 1),
    "magnitude wrong": ("The government allocated 1.5 billion baht to 12 provinces (the North).", 1),
    "word twice": ("The government allocated allocated 1.5 million baht to 12 provinces (the North).", 1),
    "bracket lost": ("The government allocated 1.5 million baht to 12 provinces (the North.", 1),
    "number, word and bracket": ("The the government allocated baht to 12 provinces (the North.", 3),
    "had had": ("The government had had 1.5 million baht for 12 provinces (the North).", 0),
}


@pytest.mark.parametrize(("english", "number"), FAULTS.values(), ids=FAULTS)
def test_faults_are_counted(english, number):
    assert faults(SOURCE, english) == number


def beam(*choices):
    return [Hypothesis(text, score) for text, score in choices]


DROPPED, BILLION = FAULTS["number dropped"][0], FAULTS["magnitude wrong"][0]
WORSE = FAULTS["number, word and bracket"][0]
CHOICES = {
    "the first without faults stays": (beam((RIGHT, -0.5), (DROPPED, -0.4)), RIGHT),
    "another one without faults is taken": (beam((DROPPED, -0.4), (RIGHT, -0.5)), RIGHT),
    "one with fewer faults is taken": (beam((WORSE, -0.4), (DROPPED, -0.5)), DROPPED),
    "equal faults are no reason": (beam((DROPPED, -0.4), (BILLION, -0.4)), DROPPED),
    "too unlikely": (beam((DROPPED, -0.4), (RIGHT, -0.9)), DROPPED),
    "empty text is no translation": (beam((DROPPED, -0.4), ("", -0.4)), DROPPED),
    "alone": (beam((DROPPED, -0.4)), DROPPED),
}


@pytest.mark.parametrize(("choices", "taken"), CHOICES.values(), ids=CHOICES)
def test_the_soundest_is_taken(choices, taken):
    chosen = soundest(SOURCE, choices)
    assert chosen.text == taken
    assert chosen.rung == (RERANKED if taken != choices[0].text else 0)


def test_a_loop_is_left_to_the_engine():
    looped = Hypothesis(DROPPED, -0.4, looped=True)
    assert soundest(SOURCE, [looped, Hypothesis(RIGHT, -0.4)]) is looped
    assert soundest(SOURCE, [Hypothesis(DROPPED, -0.4), Hypothesis(RIGHT, -0.4, looped=True)]).text == DROPPED
