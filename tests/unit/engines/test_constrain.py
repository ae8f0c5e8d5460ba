"""The term ladder, over an engine that answers from a table."""

from pathlib import Path

import pytest

from bilingual_news.engines.constrain import Request, translate_with_terms
from bilingual_news.model import Hypothesis, ModelInfo, Term, TermMatch

SOURCE = "อาเซียนประชุม"
ASEAN = Term("อาเซียน", "ASEAN", part_of_speech="proper noun")
MATCH = TermMatch(ASEAN, 0, 7)
REWRITTEN = "ASEAN ประชุม"


class TableEngine:
    """Gives the alternatives of a table; a source that is not in it is a mistake of the ladder."""

    info = ModelInfo("table", "0" * 64, Path(), "test")

    def __init__(self, table):
        self.table = table
        self.asked = []

    def alternatives(self, sources):
        self.asked += sources
        return [self.table[source] for source in sources]

    def translate(self, sources):
        return [found[0] for found in self.alternatives(sources)]

    def score(self, sources, targets):
        return [(-0.5, -2.0)] * len(sources)


def climb(table, match=MATCH):
    engine = TableEngine(table)
    [answer] = translate_with_terms(engine, [Request(SOURCE, (match,))])
    return answer, engine


def test_rung_0_keeps_a_free_decode_that_holds_the_term():
    answer, engine = climb({SOURCE: [Hypothesis("ASEAN met", -0.1)]})
    assert (answer.text, answer.rung, answer.missing) == ("ASEAN met", 0, ())
    assert engine.asked == [SOURCE]


def test_rung_1_takes_the_hypothesis_of_the_beam_that_holds_it():
    table = {SOURCE: [Hypothesis("The region met", -0.1), Hypothesis("ASEAN met", -0.3)]}
    answer, _ = climb(table)
    assert (answer.text, answer.rung) == ("ASEAN met", 1)


def test_rung_1_does_not_buy_a_term_with_a_bad_sentence():
    table = {
        SOURCE: [Hypothesis("The region met", -0.1), Hypothesis("ASEAN ASEAN of", -2.0)],
        REWRITTEN: [Hypothesis("The region met", -0.1)],
    }
    answer, _ = climb(table)
    assert (answer.text, answer.missing) == ("The region met", ("ASEAN",))


def test_rung_2_writes_the_english_into_the_source():
    table = {SOURCE: [Hypothesis("The region met", -0.1)], REWRITTEN: [Hypothesis("ASEAN met", -0.2)]}
    answer, engine = climb(table)
    assert (answer.text, answer.rung, answer.missing) == ("ASEAN met", 2, ())
    assert engine.asked == [SOURCE, REWRITTEN]


@pytest.mark.parametrize(
    "offered",
    [
        Hypothesis("The region met", -0.1),
        Hypothesis("ASEAN met", -3.0),
        Hypothesis("ASEAN", -0.1),
        Hypothesis("ASEAN ASEAN ASEAN", -0.1, looped=True),
    ],
    ids=["term still missing", "unlikely", "most of the sentence lost", "loops"],
)
def test_a_rung_that_fails_leaves_the_free_decode_and_names_the_term(offered):
    table = {SOURCE: [Hypothesis("The whole region met", -0.1)], REWRITTEN: [offered]}
    answer, _ = climb(table)
    assert (answer.text, answer.rung, answer.missing) == ("The whole region met", 0, ("ASEAN",))


@pytest.mark.parametrize("part_of_speech", ["prefix", "verb", "adjective"])
def test_words_without_one_english_are_not_required(part_of_speech):
    match = TermMatch(Term("อาเซียน", "ASEAN", part_of_speech=part_of_speech), 0, 7)
    answer, _ = climb({SOURCE: [Hypothesis("The region met", -0.1)]}, match)
    assert answer.missing == ()


def test_scores_are_those_of_the_chosen_text():
    answer, _ = climb({SOURCE: [Hypothesis("ASEAN met", -0.1)]})
    assert (answer.score, answer.minimum) == (-0.5, -2.0)


def test_without_terms_there_is_one_decode_for_all():
    engine = TableEngine({"ก": [Hypothesis("a")], "ข": [Hypothesis("b")]})
    answers = translate_with_terms(engine, [Request("ก"), Request("ข")])
    assert [answer.text for answer in answers] == ["a", "b"]
    assert engine.asked == ["ก", "ข"]
