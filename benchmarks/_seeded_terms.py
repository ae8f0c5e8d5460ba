"""Errors of terminology put into real pairs: cases that a check must find, and the same pairs unspoilt.

A case is a small article: pairs of Thai and English, a date, a termbase, and whether it is spoilt. Pairs
are real; where an article of several pairs is needed, pairs of one term are put together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bilingual_news.checks.term_use import differs
from bilingual_news.glossary import Termbase, occurs
from bilingual_news.glossary.rendering import spans_of
from bilingual_news.model import Term

PIVOT = date(2022, 1, 1)
BEFORE, AFTER = PIVOT - timedelta(days=1), PIVOT
#: What may stand in the place of a term that is lost.
VAGUE = ("the body concerned", "the matter", "this", "the parties")
_LATIN = re.compile(r"(?<![A-Za-z0-9/.@#:-])[A-Za-z][A-Za-z0-9]{2,15}(?![A-Za-z0-9/@.:-])")

Text = tuple[str, str]
#: (article of clean pairs, the same article spoilt, their date, termbase)
Made = tuple[list[Text], list[Text], tuple[date, date], Termbase]


@dataclass(frozen=True, slots=True)
class Uses:
    """The real pairs, and which of them hold each term in its preferred English, once."""

    pairs: tuple[Text, ...]
    articles: tuple[str, ...]
    termbase: Termbase
    by_term: dict[Term, list[int]]


def read_uses(rows: Sequence[tuple[str, str, str]], termbase: Termbase) -> Uses:
    pairs = [(thai, english) for thai, english, _ in rows]
    by_term: dict[Term, list[int]] = defaultdict(list)
    for index, (thai, english) in enumerate(pairs):
        for term in dict.fromkeys(match.term for match in termbase.find(thai)):
            if term.is_required and len(_renderings(term, english)) == 1:
                by_term[term].append(index)
    return Uses(tuple(pairs), tuple(row[2] for row in rows), termbase, dict(by_term))


def _renderings(term: Term, english: str) -> list[tuple[int, int]]:
    """Spans of the renderings of a term, those inside longer ones left out."""
    spans = sorted(set(spans_of(term, english)), key=lambda span: span[0] - span[1])
    return [
        (start, end) for n, (start, end) in enumerate(spans)
        if not any(left < end and start < right for left, right in spans[:n])
    ]  # fmt: skip


def put(english: str, term: Term, new: str) -> str:
    """The English with something else in the place of a term's only rendering."""
    [(start, end)] = _renderings(term, english)
    return english[:start] + new + english[end:]


def _single(uses: Uses, rng: Random, fits: Callable[[Term], bool]) -> Iterator[tuple[Term, Text]]:
    """Terms in turn, each with one of its pairs, so that frequent terms do not crowd out the others."""
    terms = [term for term in uses.by_term if fits(term)]
    left = {term: rng.sample(uses.by_term[term], len(uses.by_term[term])) for term in terms}
    while terms:
        rng.shuffle(terms)
        for term in terms:
            yield term, uses.pairs[left[term].pop()]
        terms = [term for term in terms if left[term]]


def missing(uses: Uses, rng: Random) -> Iterator[Made]:
    for term, (thai, english) in _single(uses, rng, lambda t: not t.is_verbatim):
        wrong = put(english, term, rng.choice(VAGUE))
        yield [(thai, english)], [(thai, wrong)], (PIVOT, PIVOT), uses.termbase


def forbidden(uses: Uses, rng: Random) -> Iterator[Made]:
    for term, (thai, english) in _single(uses, rng, lambda t: bool(t.forbidden)):
        wrong = put(english, term, rng.choice(term.forbidden))
        yield [(thai, english)], [(thai, wrong)], (PIVOT, PIVOT), uses.termbase


def verbatim(uses: Uses, rng: Random) -> Iterator[Made]:
    """Names in Latin letters that stand in both texts, as entries that are not to be translated."""
    ways: list[Callable[[str], str]] = [
        lambda word: word.lower() if word != word.lower() else word.upper(),
        lambda word: f"{word[:2]}-{word[2:]}",
        lambda word: word[:-1],
        lambda word: word + word[-1],
        lambda _: "the app",
    ]
    for index in rng.sample(range(len(uses.pairs)), len(uses.pairs)):
        thai, english = uses.pairs[index]
        names = [n for n in dict.fromkeys(_LATIN.findall(thai)) if occurs(n, english, case_sensitive=True)]
        if not names:
            continue
        name = rng.choice(names)
        base = Termbase([Term(name, name, path="verbatim.csv", line=2)])
        wrong = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", rng.choice(ways)(name), english)
        if base.find(thai):
            yield [(thai, english)], [(thai, wrong)], (PIVOT, PIVOT), base


def outdated(uses: Uses, rng: Random) -> Iterator[Made]:
    """A term that changes its English on a day: the old name after it, the new name before it."""
    for term, (thai, english) in _single(uses, rng, lambda t: t.part_of_speech == "proper noun"):
        renamed = f"{term.target.rsplit(' ', 1)[0]} Renewal" if " " in term.target else f"New{term.target}"
        old = replace(term, valid_from=None, valid_to=BEFORE)
        new = Term(term.source, renamed, variants=term.variants, valid_from=AFTER, path=term.path, line=9999)
        after = put(english, term, renamed)
        kind = rng.randrange(3)
        if kind == 0:  # the old name in a new article
            yield [(thai, after)], [(thai, english)], (AFTER, AFTER), Termbase([old, new])
        elif kind == 1:  # the new name in an old article
            yield [(thai, english)], [(thai, after)], (BEFORE, BEFORE), Termbase([old, new])
        else:  # a name that has ended, and nothing follows it
            yield [(thai, english)], [(thai, english)], (BEFORE, AFTER), Termbase([old])


def _other_name(term: Term, rng: Random) -> str:
    """Another accepted form of a name, if it has one that is more than a short form of it.

    GH Bank beside Government Housing Bank is one, and South Korean is no other name of South Korea.
    """
    if term.part_of_speech != "proper noun" or " " not in term.target or term.domain == "country":
        return ""
    others = [form for form in term.alternatives if differs(form, term.target) and " " in form]
    return rng.choice([form for form in others if not _has_acronym(form, term.target)] or [""])


def _has_acronym(form: str, name: str) -> bool:
    return any(sum(map(str.isupper, word)) > 1 for word in set(form.split()) - set(name.split()))


def inconsistent(uses: Uses, rng: Random) -> Iterator[Made]:
    """Real articles that name something twice: the second name changes."""
    cases = []
    for term, indexes in uses.by_term.items():
        places: dict[str, list[int]] = defaultdict(list)
        for index in indexes:
            if occurs(term.target, uses.pairs[index][1]):
                places[uses.articles[index]].append(index)
        cases += [(term, at[-1]) for at in places.values() if len(at) > 1]
    rng.shuffle(cases)
    for term, index in cases:
        other = _other_name(term, rng)
        if other:
            whole = [i for i, article in enumerate(uses.articles) if article == uses.articles[index]]
            texts = [uses.pairs[i] for i in whole]
            spoilt = [
                (t, put(e, term, other)) if i == index else (t, e)
                for i, (t, e) in zip(whole, texts, strict=True)
            ]
            yield texts, spoilt, (PIVOT, PIVOT), uses.termbase


def inconsistent_project(uses: Uses, rng: Random) -> Iterator[Made]:
    """Four articles of one segment: the last one says it in another way than the three."""
    cases = []
    for term, indexes in uses.by_term.items():
        alike = [i for i in indexes if occurs(term.target, uses.pairs[i][1])]
        rng.shuffle(alike)
        cases += [(term, alike[at : at + 4]) for at in range(0, min(len(alike), 48) - 3, 4)]
    rng.shuffle(cases)
    for term, indexes in cases:
        other = _other_name(term, rng)
        if other:
            texts = [uses.pairs[i] for i in indexes]
            spoilt = [*texts[:3], (texts[3][0], put(texts[3][1], term, other))]
            yield texts, spoilt, (PIVOT, PIVOT), uses.termbase


def abbreviated(uses: Uses, rng: Random) -> Iterator[Made]:
    """The expansion moves from the first mention to the last."""
    found = []
    for term, indexes in uses.by_term.items():
        short = term.abbreviation
        if not short or not term.is_required or short.lower() in term.target.lower().split():
            continue
        full = [i for i in indexes if occurs(term.target, uses.pairs[i][1])]
        for start in range(0, min(len(full), 24) - 1, 2):
            found.append((term, uses.pairs[full[start]], uses.pairs[full[start + 1]]))
    rng.shuffle(found)
    for term, one, two in found:
        named, short = f"{term.target} ({term.abbreviation})", term.abbreviation
        texts = [(one[0], put(one[1], term, named)), (two[0], put(two[1], term, short))]
        spoilt = [(one[0], put(one[1], term, short)), (two[0], put(two[1], term, named))]
        yield texts, spoilt, (PIVOT, PIVOT), uses.termbase


#: Kind → the maker of its cases, and the check that must speak.
KINDS: dict[str, tuple[Callable[[Uses, Random], Iterator[Made]], str]] = {
    "required term missing": (missing, "term-missing"),
    "forbidden rendering": (forbidden, "term-forbidden"),
    "do-not-translate changed": (verbatim, "term-verbatim"),
    "used outside its dates": (outdated, "term-outdated"),
    "inconsistent within an article": (inconsistent, "term-consistency"),
    "inconsistent across the project": (inconsistent_project, "term-consistency"),
    "abbreviation before its expansion": (abbreviated, "term-abbreviation"),
}
