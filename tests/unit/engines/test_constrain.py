"""The term ladder, over an engine that answers from a table."""

from pathlib import Path

import pytest

from bilingual_news.engines.constrain import Request, translate_with_terms
from bilingual_news.engines.rewrite import CODES
from bilingual_news.engines.verify import loses
from bilingual_news.model import Hypothesis, ModelInfo, Term, TermMatch

SOURCE = "อาเซียนประชุม"
ASEAN = Term("อาเซียน", "ASEAN", part_of_speech="proper noun")
MATCH = TermMatch(ASEAN, 0, 7)
REWRITTEN = "ASEAN ประชุม"


class TableEngine:
    """Gives the alternatives of a table; a source that is not in it is a mistake of the ladder.

    Sources with placeholders need not be in the table: they are not understood. Prefixes are continued
    by a second table; a prefix that is not in it leads nowhere.
    """

    info = ModelInfo("table", "0" * 64, Path(), "test")

    def __init__(self, table, continuations=(), scores=()):
        self.table = table
        self.continuations = dict(continuations)
        self.scores = dict(scores)
        self.asked = []
        self.prefixes = []
        self.scored = []

    def alternatives(self, sources):
        known = [s for s in sources if s in self.table or not any(code in s for code in CODES)]
        self.asked += known
        return [self.table[s] if s in known else [Hypothesis("")] for s in sources]

    def translate(self, sources):
        return [found[0] for found in self.alternatives(sources)]

    def score(self, sources, targets):
        self.scored += targets
        return [(self.scores.get(target, -0.5), -2.0) for target in targets]

    def gains(self, sources, prefixes, phrases):
        wanted = self.continuations
        return [
            0.0 if f"{prefix} {phrase}".strip() in wanted else -9.0
            for prefix, phrase in zip(prefixes, phrases, strict=True)
        ]

    def continued(self, sources, prefixes):
        self.prefixes += prefixes
        return [[Hypothesis(self.continuations.get(prefix, ""))] for prefix in prefixes]


def climb(table, match=MATCH, continuations=(), scores=()):
    engine = TableEngine(table, continuations, scores)
    [answer] = translate_with_terms(engine, [Request(SOURCE, (match,))])
    return answer, engine


def test_rung_0_keeps_a_free_decode_that_holds_the_term():
    answer, engine = climb({SOURCE: [Hypothesis("ASEAN met", -0.1)]})
    assert (answer.text, answer.rung, answer.missing, answer.required) == ("ASEAN met", 0, (), 1)
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
    ("decoded", "text"),
    [
        ("BVT met", "ASEAN met"),
        ("Today the BVT met", "Today the ASEAN met"),
        ("A BVT summit", "An ASEAN summit"),
        ("The region met BVTs", "The region met"),
        ("BVT met BVT again", "The region met"),
        ("B.V.T. met today", "The region met"),
    ],
    ids=["first", "inside", "article", "mangled", "twice", "with periods"],
)
def test_rung_3_puts_the_term_in_the_place_of_a_placeholder(decoded, text):
    region = [Hypothesis("The region met", -0.1)]
    table = {SOURCE: region, REWRITTEN: region, "BVT ประชุม": [Hypothesis(decoded, -0.2)]}
    answer, _ = climb(table)
    assert (answer.text, answer.rung) == (text, 3 if "ASEAN" in text else 0)


def test_rung_3_writes_what_rung_2_got_in():
    source = "อาเซียน ดิจิทัล ประชุม"
    digital = TermMatch(Term("ดิจิทัล", "digital"), 8, 15)
    table = {
        source: [Hypothesis("The region met", -0.1)],
        "ASEAN digital ประชุม": [Hypothesis("ASEAN met again", -0.2)],
        "ASEAN BVT ประชุม": [Hypothesis("ASEAN BVT met", -0.2)],
    }
    [answer] = translate_with_terms(TableEngine(table), [Request(source, (MATCH, digital))])
    assert (answer.text, answer.rung, answer.missing) == ("ASEAN digital met", 3, ())


FREE_ONLY = {
    SOURCE: [Hypothesis("Today the region met", -0.1)],
    REWRITTEN: [Hypothesis("Today the region met", -0.1)],
}


def test_rung_4_decodes_on_from_the_place_where_the_term_is_likeliest():
    answer, engine = climb(FREE_ONLY, continuations={"Today the ASEAN": "Today the ASEAN met"})
    assert (answer.text, answer.rung, answer.missing) == ("Today the ASEAN met", 4, ())
    assert engine.prefixes[0] == "Today the ASEAN"


def test_rung_4_opens_a_segment_with_a_capital():
    term = Term("อาเซียน", "member states", part_of_speech="noun")
    table = {SOURCE: [Hypothesis("Today", -0.1)], "member states ประชุม": [Hypothesis("Today", -0.1)]}
    answer, _ = climb(table, TermMatch(term, 0, 7), continuations={"Member states": "Member states met"})
    assert (answer.text, answer.rung) == ("Member states met", 4)


@pytest.mark.parametrize(
    "offered",
    [
        Hypothesis("The region met", -0.1),
        Hypothesis("ASEAN unlikely meeting", -0.1),
        Hypothesis("ASEAN", -0.1),
        Hypothesis("ASEAN ASEAN ASEAN ASEAN met", -0.1, looped=True),
        Hypothesis("ASEAN word word word word", -0.1),
    ],
    ids=["term still missing", "unlikely", "most of the sentence lost", "loops", "loops unnoticed"],
)
def test_a_rung_that_fails_leaves_the_free_decode_and_names_the_term(offered):
    table = {SOURCE: [Hypothesis("The whole region met", -0.1)], REWRITTEN: [offered]}
    answer, _ = climb(table, scores={"ASEAN unlikely meeting": -3.0})
    assert (answer.text, answer.rung, answer.missing) == ("The whole region met", 0, ("ASEAN",))


def test_a_number_is_not_given_for_a_term():
    source = "อาเซียนประชุม 27 ครั้ง"
    table = {
        source: [Hypothesis("The region met 27 times")],
        "ASEAN ประชุม 27 ครั้ง": [Hypothesis("ASEAN met for 12 times")],
    }
    [answer] = translate_with_terms(TableEngine(table), [Request(source, (MATCH,))])
    assert answer.text == "The region met 27 times"


def test_a_term_that_stands_twice_is_wanted_twice():
    source = "อาเซียน อาเซียน"
    matches = (MATCH, TermMatch(ASEAN, 8, 15))
    table = {
        source: [Hypothesis("ASEAN and the region")],
        "อาเซียน ASEAN": [Hypothesis("ASEAN and yes ASEAN")],
    }
    [answer] = translate_with_terms(TableEngine(table), [Request(source, matches)])
    assert (answer.text, answer.required, answer.missing) == ("ASEAN and yes ASEAN", 2, ())


def test_ten_terms_in_a_segment():
    names = "กขคงจฉชซฌญ"
    terms = [Term(f"คำ{name}", f"Term {i}x") for i, name in enumerate(names)]
    source = " ".join(term.source for term in terms)
    matches = tuple(TermMatch(term, i * 4, i * 4 + 3) for i, term in enumerate(terms))
    rewritten = " ".join(term.target for term in terms)
    table = {source: [Hypothesis("nothing of it")], rewritten: [Hypothesis(rewritten)]}
    [answer] = translate_with_terms(TableEngine(table), [Request(source, matches)])
    assert (answer.missing, answer.required, answer.rung) == ((), 10, 2)


def test_a_segment_that_is_only_a_term():
    table = {"อาเซียน": [Hypothesis("the region")], "ASEAN": [Hypothesis("ASEAN today")]}
    [answer] = translate_with_terms(TableEngine(table), [Request("อาเซียน", (MATCH,))])
    assert answer.text == "ASEAN today"


@pytest.mark.parametrize("part_of_speech", ["prefix", "verb", "adjective"])
def test_words_without_one_english_are_not_required(part_of_speech):
    match = TermMatch(Term("อาเซียน", "ASEAN", part_of_speech=part_of_speech), 0, 7)
    answer, _ = climb({SOURCE: [Hypothesis("The region met", -0.1)]}, match)
    assert (answer.missing, answer.required) == ((), 0)


def test_scores_are_those_of_the_chosen_text():
    answer, _ = climb({SOURCE: [Hypothesis("ASEAN met", -0.1)]})
    assert (answer.score, answer.minimum) == (-0.5, -2.0)


def test_without_terms_there_is_one_decode_for_all():
    engine = TableEngine({"ก": [Hypothesis("a")], "ข": [Hypothesis("b")]})
    answers = translate_with_terms(engine, [Request("ก"), Request("ข")])
    assert [answer.text for answer in answers] == ["a", "b"]
    assert engine.asked == ["ก", "ข"]


def test_rungs_can_be_left_out():
    engine = TableEngine({SOURCE: [Hypothesis("The region met")]})
    [answer] = translate_with_terms(engine, [Request(SOURCE, (MATCH,))], frozenset())
    assert answer.missing == ("ASEAN",)


LOST = {
    "a number": ("มี 12 แห่ง", "12 places", "places"),
    "a Buddhist-era year": ("ปี ๒๕๖๕", "in 2022", "in the year"),
    "a magnitude": ("งบ 3.1 ล้านล้านบาท", "a budget of 3.1 trillion baht", "a budget of 3.1 million baht"),
    "a date": ("ถึง 10 ส.ค. 65", "until 10 August 2022", "until 10 Department of Trade 65"),
    "a Latin word": ("ที่ประชุม ADGMIN", "the ADGMIN met", "the ministers met"),
    "nothing, but a number is added": ("มีหลายแห่ง", "many places", "40 places"),
}
KEPT = {
    "a number in words": ("มี 3 แห่ง", "3 places", "three places"),
    "another era": ("ปี 2565", "in 2022", "in B.E. 2565"),
    "a large number": ("3 แสนล้านบาท", "300 billion baht", "Baht 0.3 trillion"),
    "what neither has": ("มี 12 แห่ง ADGMIN", "some places", "other places"),
    "a mended number": ("มี 12 แห่ง", "21 places", "12 places"),
}


@pytest.mark.parametrize(("thai", "before", "after"), LOST.values(), ids=LOST)
def test_a_translation_that_loses_a_fact_or_a_name_is_seen(thai, before, after):
    assert loses(thai, before, after)


@pytest.mark.parametrize(("thai", "before", "after"), KEPT.values(), ids=KEPT)
def test_facts_may_be_put_in_another_way(thai, before, after):
    assert not loses(thai, before, after)


def test_a_text_is_scored_once_and_only_where_it_may_be_chosen():
    table = {
        SOURCE: [Hypothesis("The region met", -0.1), Hypothesis("The area met", -0.2)],
        REWRITTEN: [Hypothesis("ASEAN met", -0.2), Hypothesis("The ASEAN met", -0.3)],
    }
    answer, engine = climb(table)
    assert (answer.text, engine.scored) == ("ASEAN met", ["ASEAN met"])


def test_the_second_offer_is_taken_where_the_first_is_unlikely():
    table = {
        SOURCE: [Hypothesis("The region met", -0.1)],
        REWRITTEN: [Hypothesis("ASEAN met meet", -0.1), Hypothesis("ASEAN met", -0.3)],
    }
    answer, _ = climb(table, scores={"ASEAN met meet": -3.0})
    assert (answer.text, answer.rung) == ("ASEAN met", 2)


def test_terms_that_follow_each_other_and_nest():
    source = "ประชาคมอาเซียนอาเซียน"
    community = Term("ประชาคมอาเซียน", "ASEAN Community", part_of_speech="proper noun")
    matches = (TermMatch(community, 0, 14), TermMatch(ASEAN, 14, 21))
    table = {
        source: [Hypothesis("ASEAN Community")],
        "ประชาคมอาเซียน ASEAN": [Hypothesis("ASEAN Community, ASEAN")],
    }
    [answer] = translate_with_terms(TableEngine(table), [Request(source, matches)])
    assert (answer.text, answer.missing, answer.rung) == ("ASEAN Community, ASEAN", (), 2)
