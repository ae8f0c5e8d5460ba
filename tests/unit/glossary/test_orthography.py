"""A glossary form counts in British and in American spelling."""

import pytest

from bilingual_news.glossary import is_rendered
from bilingual_news.glossary.orthography import respelt
from bilingual_news.model import Term

RESPELT = {
    "a word of the table": ("Ministry of Labour", ("Ministry of Labor",)),
    "the other way": ("Center for Defense", ("Centre for Defence",)),
    "an ending": ("neighbouring", ("neighboring",)),
    "an ending that the table has by itself": ("people-centred", ("people-centered",)),
    "-ize": ("Sub-district Administrative Organization", ("Sub-district Administrative Organisation",)),
    "-ise": ("specialised", ("specialized",)),
    "capitals": ("ORGANISATION", ("ORGANIZATION",)),
    "one spelling": ("supervised enterprise", ()),
    "a word of another meaning": ("Check the story", ()),
    "both mixed": ("Labour and Defense", ("Labour and Defence", "Labor and Defense")),
}


@pytest.mark.parametrize(("form", "others"), RESPELT.values(), ids=RESPELT)
def test_other_spellings(form, others):
    assert respelt(form) == others


def test_either_spelling_renders_a_term():
    term = Term("อบต.", "Subdistrict Administrative Organization")
    assert is_rendered(term, "the Subdistrict Administrative Organisations of Nan")
    assert not is_rendered(term, "the Subdistrict Administrative Office")


def test_a_spelling_that_the_house_forbids_renders_nothing():
    assert not is_rendered(Term("แรงงาน", "labour", forbidden=("labor",)), "labor")


def test_what_is_not_translated_is_not_respelt():
    assert not is_rendered(Term("Labour Centre", "Labour Centre"), "Labor Center")
