"""Quotations over the segments of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, run_article_checks
from bilingual_news.checks.quotations import Quotes

# English segments, or pairs of Thai and English; the index and the mark of each finding.
CASES = {
    "closed": (["“a” b", '"a" b', "a b"], []),
    "never closed": (["“a b", "c d"], [(0, "“ opens")]),
    "never opened": (["a b", "c d” e"], [(1, "” closes")]),
    "a straight one": (['a "b', "c"], [(0, '" opens')]),
    "a straight one that closes": (["a", 'b" c'], [(1, '" closes')]),
    "closed two segments later": (["He said: “a", "b", "c,” he added"], []),
    "straight, closed later": (['He said: "a', 'b," he added'], []),
    "opened again by each paragraph": (["“a", "“b", "“c” d"], [(0, "“ opens")]),
    "opened again and closed by the last": (["He said: “a", "“b", "c.”"], []),
    "opened anew inside a segment": (["“a", "b “c", "d”"], [(0, "“ opens")]),
    "closed too far away": (["“a", *["b"] * 12, "c”"], [(0, "“ opens"), (13, "” closes")]),
    "the Thai is open too": ([("“ก", "“a"), "b"], []),
    "the Thai is open and closes elsewhere": ([("“ก", "“a"), ("ข”", "b"), ("ค", "c” d")], []),
    "the Thai closes too": ([("ก", "a"), ("ข”", "b”")], []),
    "curly and straight, told by mixed-quotes": (['“a" b'], []),
    "a quotation inside one that goes on": (["“a “b”", "c”"], []),
}


def problems(segments):
    pairs = [Pair(*row) if isinstance(row, tuple) else Pair("ก", row) for row in segments]
    return [(index, f) for index, f in run_article_checks(pairs, [Quotes()])]


@pytest.mark.parametrize("name", CASES)
def test_quotations(name):
    segments, expected = CASES[name]
    found = problems(segments)
    assert [(index, finding.message[: len("“ opens")]) for index, finding in found] == [
        (index, message[: len("“ opens")]) for index, message in expected
    ]


def test_the_mark_is_underlined_and_named():
    ((_, finding),) = problems(["the plan “b"])
    assert finding.target[slice(*finding.target_span)] == "“"
    assert finding.message == "“ opens a quotation that is never closed: add its partner"


TEXT = st.text('ab “”"', max_size=12)


@given(st.lists(TEXT, max_size=6))
def test_balanced_articles_are_silent_and_others_told_at_a_mark(segments):
    for index, finding in problems(segments):
        assert segments[index][slice(*finding.target_span)] in {"“", "”", '"'}
        assert segments[index].count("“") != segments[index].count("”") or segments[index].count('"') % 2
