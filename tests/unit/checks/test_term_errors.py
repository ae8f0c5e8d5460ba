"""Every shipped entry, right and spoilt: the checks of terms hear each error, and nothing else.

The sentences are made of the entries alone, so that the figures are those of the shipped glossaries;
benchmarks/term_checks.py measures the same on real pairs.
"""

from datetime import date
from functools import cache

import pytest

from bilingual_news.checks import Pair, run_checks
from bilingual_news.checks.registry import ARTICLE_CHECKS, run_article_checks
from bilingual_news.checks.term_use import _name_forms, differs
from bilingual_news.checks.terms import TermForbidden, TermMissing, TermOutdated, TermVerbatim
from bilingual_news.glossary import Termbase, is_rendered, load_termbase
from bilingual_news.model import Term
from tests.conftest import ROOT

CHECKS = (TermMissing(), TermForbidden(), TermVerbatim(), TermOutdated())
DAY = date(2024, 1, 1)


@cache
def base():
    return load_termbase(ROOT / "glossaries")


@cache
def required():
    """Entries that are found in a sentence of their own, as themselves and alone."""
    alone = []
    for term in base().terms:
        matches = base().find(thai(term), DAY)
        if term.is_required and [match.term for match in matches] == [term]:
            alone.append(term)
    return alone


def thai(term):
    return f"“{term.source}” {' '.join(term.context[:1])}".strip()


def said(term, english):
    pair = Pair(thai(term), english, base().find(thai(term), DAY))
    return [(finding.check, finding.message) for finding in run_checks(pair, CHECKS)]


def place(term):
    return f"({term.path.rpartition('/')[2]}:{term.line})"


def test_most_entries_stand_for_themselves():
    assert len(required()) >= 1200


def test_right_renderings_are_left_alone():
    assert [t.source for t in required() for form in t.accepted if said(t, f"He saw {form} today.")] == []


def test_every_missing_term_is_named_with_its_english_and_its_entry():
    for term in required():
        [(check, message)] = said(term, "He saw it today.")
        assert check == "term-missing"
        assert all(part in message for part in (term.source, repr(term.target), place(term)))


def test_every_forbidden_rendering_is_named_with_its_english_and_its_entry():
    cases = [(term, wrong) for term in required() for wrong in term.forbidden]
    assert len(cases) >= 150
    for term, wrong in cases:
        messages = dict(said(term, f"He saw {wrong} today."))
        assert all(
            part in messages["term-forbidden"] for part in (repr(wrong), repr(term.target), place(term))
        )


SPOILT = {
    "other case": str.swapcase,
    "cut": lambda name: name[:-1],
    "hyphen": lambda name: f"{name[:2]}-{name[2:]}",
    "lost": lambda name: "it",
}  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_every_change_of_a_name_that_is_not_translated_is_heard(spoil):
    for form in sorted({term.abbreviation for term in base().terms if len(term.abbreviation) > 3}):
        own = Termbase([Term(form, form, path="names.csv", line=2)])
        source = f"โครงการ {form} ใหม่"
        for english, expected in ((f"the new {form}", 0), (f"the new {spoil(form)}", 1)):
            found = run_checks(Pair(source, english, own.find(source)), CHECKS)
            assert [f.check for f in found] == ["term-verbatim"] * expected


def test_every_dated_entry_is_heard_out_of_its_time():
    # A name that its successor accepts (Turkey for Türkiye) is never wrong.
    heirs = [(t, o) for t in base().terms for o in base().terms if t is not o and t.source == o.source]
    dated = [term for term in base().terms if term.valid_from or term.valid_to]
    dated = [t for t in dated if not any(t is old and is_rendered(new, t.target) for old, new in heirs)]
    assert len(dated) >= 2
    for term in dated:
        out = date(2000, 1, 1) if term.valid_from else date(2030, 1, 1)
        source = thai(term)
        for day, expected in ((term.valid_from or term.valid_to, []), (out, ["term-outdated"])):
            matches = (*base().find(source, day), *base().find_stale(source, day))
            found = run_checks(Pair(source, f"He saw {term.target} today.", matches), [TermOutdated()])
            assert [finding.check for finding in found] == expected


def over(term, *targets):
    pairs = [Pair(thai(term), f"He saw {target}.", base().find(thai(term), DAY)) for target in targets]
    return [(i, f.check) for i, f in run_article_checks(pairs, ARTICLE_CHECKS) if f.check.startswith("term-")]


def is_held(term, form):
    """Whether a form is no acronym (GH Bank), and no adjective of a country."""
    return form in dict(_name_forms(term))


def test_every_name_with_two_accepted_forms_is_held_to_one():
    cases = [
        (term, form)
        for term in required()
        for form in term.alternatives
        if term.part_of_speech == "proper noun" and " " in term.target and " " in form
        and is_held(term, form) and differs(form, term.target)
        and not is_rendered(Term("ก", term.target), form)
    ]  # fmt: skip
    assert len(cases) >= 200
    for term, form in cases:
        assert over(term, term.target, term.target, term.target) == []
        assert over(term, term.target, form, term.target) == [(1, "term-consistency")]


def test_every_abbreviation_before_its_expansion_is_heard():
    cases = [
        t
        for t in required()
        if t.abbreviation
        and t.abbreviation not in {"PM", "UN", "EU", "US", "UK"}
        and t.abbreviation.lower() not in t.target.lower().split()
    ]
    assert len(cases) >= 100
    for term in cases:
        named = f"the {term.target} ({term.abbreviation})"
        assert over(term, named, term.abbreviation) == []
        assert over(term, term.abbreviation, named) == [(0, "term-abbreviation")]
