"""Whether an English text contains a term."""

import pytest

from bilingual_news.glossary import is_rendered, occurs
from bilingual_news.model import Term

PRESENT = {
    "as it is": ("digital economy", "the digital economy grows"),
    "capitals": ("digital economy", "Digital Economy"),
    "plural": ("member state", "all member states"),
    "plural in -ies": ("ministry", "two ministries"),
    "plural before of": ("Ministry of Labour", "the Ministries of Labour"),
    "plural before General": ("Director-General", "Directors-General of three departments"),
    "hyphen for a space": ("quality of life", "quality-of-life development"),
    "space for a hyphen": ("Director-General", "the Director General"),
    "men": ("village headman", "village headmen"),
    "possessive apostrophe": ("Ministers' Meeting", "the Ministers’ Meeting"),
    "dash": ("COVID-19", "COVID\u201319"),
    "line break": ("digital economy", "digital\neconomy"),
    "punctuation around": ("ASEAN", "(ASEAN)"),
}
ABSENT = {
    "part of a word": ("art", "the party started"),
    "plural of another word": ("State Welfare Card", "States Welfare Card"),
    "other word order": ("digital economy", "economy digital"),
    "empty": ("ASEAN", ""),
}


@pytest.mark.parametrize(("form", "text"), PRESENT.values(), ids=PRESENT)
def test_occurs(form, text):
    assert occurs(form, text, inflected=True)


@pytest.mark.parametrize(("form", "text"), ABSENT.values(), ids=ABSENT)
def test_does_not_occur(form, text):
    assert not occurs(form, text, inflected=True)


def test_every_accepted_form_counts():
    term = Term("ก", "Ministry of Labour", abbreviation="MOL", alternatives=("Ministry of Labor",))
    assert is_rendered(term, "the Ministry of Labor")
    assert is_rendered(term, "MOL said")
    assert not is_rendered(term, "the ministry said")


def test_an_abbreviation_is_found_in_capitals_only():
    term = Term("ก", "World Health Organization", abbreviation="WHO")
    assert is_rendered(term, "the WHO")
    assert not is_rendered(term, "people who work")
