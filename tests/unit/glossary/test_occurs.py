"""The short ways of `occurs` find what its pattern finds, and nothing else."""

from hypothesis import example, given
from hypothesis import strategies as st

from bilingual_news.glossary import rendering
from bilingual_news.glossary.rendering import occurs

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
def test_a_form_occurs_where_its_pattern_matches(form, english, case_sensitive, inflected):
    plain = rendering._plainly(form)
    pattern = rendering._pattern(plain, case_sensitive, inflected)
    expected = pattern.search(rendering._plainly(english)) is not None
    assert occurs(form, english, case_sensitive=case_sensitive, inflected=inflected) is expected
