"""Errors that take a termbase or a whole article to see, put into real pairs; see `_seeded_terms`.

Bodies that the Thai does not have stand in the place of those it has; a segment that names nobody speaks
of the woman before it as "he", of the man as "she".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks._seeded_terms import PIVOT, Made, Uses, put
from bilingual_news.checks.pronouns import PRONOUNS, sex_of
from bilingual_news.model import Term

_PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)
_PEOPLE = re.compile("นาย|นาง|น\\.ส\\.")
_OPENERS = ("{} also said that ", "{} added that ", "{} further explained that ")


def _is_body(term: Term) -> bool:
    return term.domain in {"ministry", "agency"} and term.part_of_speech == "proper noun"


def body_invented(uses: Uses, rng: Random) -> Iterator[Made]:
    """A ministry or agency becomes another one, by its full name or its acronym."""
    bodies = [t for t in uses.termbase.terms if _is_body(t) and len(t.target.split()) > 2]
    cases = [(term, index) for term in filter(_is_body, uses.by_term) for index in uses.by_term[term]]
    rng.shuffle(cases)
    for term, index in cases:
        thai, english = uses.pairs[index]
        other = rng.choice(bodies)
        name = other.abbreviation if other.abbreviation.isupper() and rng.random() < 0.5 else other.target
        if other.target not in english and name not in english:
            yield [(thai, english)], [(thai, put(english, term, name))], (PIVOT, PIVOT), uses.termbase


def pronoun_in_the_next(uses: Uses, rng: Random) -> Iterator[Made]:
    """Two segments: the first names somebody, the second speaks of them."""
    firsts = [pair for pair in uses.pairs if sex_of(pair[0])]
    others = [
        p for p in uses.pairs if not _PEOPLE.search(p[0]) and not _PRONOUN.search(p[1]) and len(p[1]) > 60
    ]
    for first in rng.sample(firsts, len(firsts)):
        thai, english = rng.choice(others)
        opener, rest = rng.choice(_OPENERS), english[:1].lower() + english[1:]
        right, wrong = ("He", "She") if sex_of(first[0]) == "he" else ("She", "He")
        clean, spoilt = ((thai, opener.format(pronoun) + rest) for pronoun in (right, wrong))
        yield [first, clean], [first, spoilt], (PIVOT, PIVOT), uses.termbase


#: Kind → the maker of its cases, and the check that must speak.
ARTICLE_KINDS: dict[str, tuple[Callable[[Uses, Random], Iterator[Made]], str]] = {
    "another body for the right one": (body_invented, "invented-body"),
    "pronoun of the other sex in the next segment": (pronoun_in_the_next, "pronouns-context"),
}
