"""The short ways of `occurs` find what its pattern finds, and nothing else."""

from hypothesis import example, given
from hypothesis import strategies as st

from bilingual_news.glossary.english import Form, occurs, plainly

LETTERS = "aAsSyYnNmMiIkK -.'’–1\u017f\u0130\u0131\u212aé"


@given(
    st.text(LETTERS, min_size=1, max_size=8).filter(str.strip),
    st.text(LETTERS, max_size=30),
    st.booleans(),
    st.booleans(),
)
@example("PM", "the pm and the development of a PM", True, True)
@example("PM", "the pm and the development of a PMs", True, True)
@example("Party", "PARTIES", False, True)
@example("Party", "PARTIES", True, True)
@example("is", "I\u017f", False, False)
@example("kin", "\u212ain", False, False)
@example("a-", "a ", False, True)
@example("-a", " a", False, True)
@example("many of a man-", "men- manies of a men ", False, True)
@example("may in May", "mayes - IN may", True, True)
@example("A  b", "a\nB", False, False)
def test_a_form_occurs_where_its_pattern_matches(form, english, case_sensitive, inflected):
    sought = Form(form, case_sensitive=case_sensitive, inflected=inflected)
    expected = [match.span() for match in sought.pattern.finditer(plainly(english))]
    assert list(sought.spans(english)) == expected
    assert sought.stands(english) is bool(expected)
    assert occurs(form, english, case_sensitive=case_sensitive, inflected=inflected) is bool(expected)
