"""What is computed the fast way is what the slow, plain definition says."""

import re
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual_news.stages import judge, scorer
from bilingual_news.stages.alternatives import any_of
from bilingual_news.stages.features import CLAUSE_WORDS, features
from bilingual_news.stages.segment import boundaries, decide
from bilingual_news.stages.sums import arrange

CONTENT = (resources.files("bilingual_news.stages") / "data" / "sentences-translated.tsv").read_text("utf-8")
SHIPPED = scorer.parse_weights(CONTENT)
SHIPPED_TABLES = scorer.parse_model(CONTENT).tables
ENDS = (*CLAUSE_WORDS, *judge._ENDS)
#: Pieces that meet the seams: words, marks that features use as well, short and long phrases.
PIECES = st.sampled_from(
    (
        *ENDS,
        "ก",
        "นายก",
        "กล่าวว่า",
        "ทั้งนี้",
        "ผมจะ",
        "โครงการนี้จะ",
        "$",
        "^",
        "$5",
        "1)",
        "2.",
        "(",
        ")",
        "”",
        "x",
        "ก" * 59,
        "ที่" * 30,
    )
)
TEXTS = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=9).map(" ".join)


def plain_scores(weights, text):
    spaces = [match.start() for match in re.finditer(" ", text)]
    return [sum(weights.get(name, 0.0) for name in features(text, spaces, i)) for i in range(len(spaces))]


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_shipped_model_scores_as_its_features_do(text):
    assert SHIPPED_TABLES.scores(text) == pytest.approx(plain_scores(SHIPPED.weights, text), abs=1e-9)


@given(TEXTS, TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_any_weights_score_as_their_features_do(learnt, text, random):
    spaces = [match.start() for match in re.finditer(" ", learnt)]
    names = sorted({name for i in range(len(spaces)) for name in features(learnt, spaces, i)})
    weights = {name: random.uniform(-1, 1) for name in names if random.random() < 0.7}
    for seen in (learnt, text):
        assert arrange((w, [name]) for name, w in weights.items()).scores(seen) == pytest.approx(
            plain_scores(weights, seen), abs=1e-9
        )


@pytest.mark.parametrize("text", ["", "ก", " ", "  ", " ก", "ก ", "ก  ก", " ก  ข "])
def test_spaces_at_edges_are_scored_as_well(text):
    assert SHIPPED_TABLES.scores(text) == pytest.approx(plain_scores(SHIPPED.weights, text), abs=1e-9)


@given(st.lists(st.text("กขค", min_size=1, max_size=4), min_size=1), st.text("กขค", max_size=30))
@settings(deadline=None)
def test_a_tree_of_words_finds_what_a_list_finds_with_the_longest_first(words, text):
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    assert any_of(words).findall(text) == re.findall(listed, text)


@pytest.mark.parametrize("kind", scorer.TextKind)
@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_boundaries_are_those_of_the_decisions(kind, text):
    assert boundaries(text, kind=kind) == [d.position for d in decide(text, kind=kind) if d.boundary]


class Everything:
    def __contains__(self, _):
        return True


@pytest.mark.parametrize("kind", scorer.TextKind)
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
def test_no_decision_is_lost_where_the_last_letters_rule_words_out(kind, text):
    quick = decide(text, kind=kind)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judge, "_LAST_TWO", Everything())
        assert decide(text, kind=kind) == quick
