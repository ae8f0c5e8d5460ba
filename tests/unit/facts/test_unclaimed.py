"""What stands for a missing fact: the first English one of its kind, else the first that it is taken for."""

from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, run_checks
from bilingual_news.facts.compare import differences
from bilingual_news.facts.model import NUMBER, Fact, FactKind
from bilingual_news.facts.unclaimed import Unclaimed

PLAIN = {FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT, FactKind.YEAR}
KINDS = st.sampled_from([*PLAIN, FactKind.TIME, FactKind.PHONE])


def facts(kinds):
    return [Fact(kind, ((NUMBER, place),), str(place), place, place + 1) for place, kind in enumerate(kinds)]


def first_for(kind, left):
    """The same, said plainly: one look through all facts for each."""
    same = [fact for fact in left if fact.kind is kind]
    like = [fact for fact in left if kind in PLAIN and fact.kind in PLAIN]
    return next(iter([*same, *like]), None)


@given(st.lists(KINDS, max_size=12), st.lists(KINDS, max_size=16))
def test_whatever_is_asked_for_the_first_that_fits_is_taken(given_kinds, asked):
    left = facts(given_kinds)
    unclaimed = Unclaimed(left)
    for kind in asked:
        expected = first_for(kind, left)
        assert unclaimed.take(kind) is expected
        left = [fact for fact in left if fact is not expected]
        assert list(unclaimed) == left


@given(st.lists(KINDS, max_size=12), st.sets(st.integers(0, 11)))
def test_what_is_dropped_is_gone(kinds, places):
    some = facts(kinds)
    unclaimed = Unclaimed(some)
    unclaimed.drop([fact for fact in some if fact.start in places])
    assert list(unclaimed) == [fact for fact in some if fact.start not in places]


def test_each_of_many_wrong_numbers_has_the_one_in_its_place():
    count = 3000
    thai = " ".join(f"มี {10_000 + number} แห่ง" for number in range(count))
    english = " ".join(f"{50_000 + number} places." for number in range(count))
    found = differences(thai, english)
    assert [(d.thai.text, d.english.text) for d in found] == [
        (str(10_000 + number), str(50_000 + number)) for number in range(count)
    ]
    assert len(run_checks(Pair(thai, english))) == count
