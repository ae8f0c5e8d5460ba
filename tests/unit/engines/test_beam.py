"""The hypotheses of a beam: in order, those that loop last, and made only when asked for."""

import pytest

from bilingual_news.engines.argos import Beam
from bilingual_news.model import Hypothesis


def beam(*looped):
    made = []

    def make(number):
        made.append(number)
        return Hypothesis(str(number), looped=looped[number])

    return Beam(make, len(looped)), made


@pytest.mark.parametrize(
    ("looped", "first", "made"),
    [((0, 0, 0), "0", [0]), ((1, 0, 0), "1", [0, 1]), ((1, 1, 1), "0", [0, 1, 2])],
    ids=["sound", "the first loops", "all loop"],
)
def test_the_first_is_the_first_that_does_not_loop(looped, first, made):
    found, asked = beam(*looped)
    assert found[0].text == first
    assert asked == made
    assert found[0].text == first
    assert asked == made


def test_all_are_sorted_once_made():
    found, asked = beam(1, 0, 1, 0)
    assert [hypothesis.text for hypothesis in found] == ["1", "3", "0", "2"]
    assert [hypothesis.text for hypothesis in found[1:]] == ["3", "0", "2"]
    assert (found[-1].text, len(found), asked) == ("2", 4, [0, 1, 2, 3])


def test_an_empty_beam_has_none():
    found, _ = beam()
    assert list(found) == []
    with pytest.raises(IndexError):
        found[0]
