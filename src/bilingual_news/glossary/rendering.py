"""Whether an English text contains a term's English, or what is forbidden for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bilingual_news.glossary.english import Form
from bilingual_news.glossary.orthography import respelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.model import Term


def is_rendered(term: Term, english: str) -> bool:
    """Whether a text contains the preferred English of a term or another accepted form of it."""
    for form in _accepted(term):  # noqa: SIM110 - a generator would take twice the time
        if form.stands(english):
            return True
    return False


def find_rendered(terms: Sequence[Term], english: str) -> tuple[bool, ...]:
    """Whether a text renders each of several terms, one rendering for each occurrence.

    Longer renderings are given away first, and no two share a word: in "ASEAN Community" the ASEAN
    belongs to the Community, and a second ASEAN is needed for อาเซียน.

    Args:
        terms: The terms of a text in order, repeated where they stand more than once.
        english: The translation.

    Returns:
        One answer a term, in order.
    """
    taken: list[tuple[int, int]] = []
    answers = [False] * len(terms)
    spans = sorted(
        (
            (start - end, start, end, index)
            for index, term in enumerate(terms)
            for start, end in spans_of(term, english)
        )
    )
    for _, start, end, index in spans:
        if not answers[index] and all(end <= left or start >= right for left, right in taken):
            answers[index] = True
            taken.append((start, end))
    return tuple(answers)


def find_forbidden(terms: Sequence[Term], english: str) -> list[tuple[Term, str]]:
    """The forbidden renderings of some terms in a text, each with the term that forbids it.

    What is forbidden by itself may stand inside a right name: "Data Act" in "Big Data Act".
    """
    found = []
    right: list[tuple[int, int, bool]] | None = None
    for term in terms:
        for wrong, form in zip(term.forbidden, _forbidden(term), strict=True):
            spans = list(form.spans(english)) if form.stands(english) else []
            if spans and right is None:
                right = [
                    (start, end, exact)
                    for other in terms
                    for exact in (True, False)
                    for start, end in spans_of(other, english, exact=exact)
                ]
            if any(not _excused(span, right or []) for span in spans):
                found.append((term, wrong))
    return found


def _excused(wrong: tuple[int, int], right: Iterable[tuple[int, int, bool]]) -> bool:
    # "Ministry of Industries" is no plural of the right name where it is forbidden.
    return any(
        start <= wrong[0] and wrong[1] <= end and (exact or (start, end) != wrong)
        for start, end, exact in right
    )


def spans_of(term: Term, english: str, *, exact: bool = False) -> Iterator[tuple[int, int]]:
    """Spans of every accepted rendering of a term; exact ones are not inflected."""
    for form in _exact(term) if exact else _accepted(term):
        yield from form.spans(english)


# Each is made once a term: a text of the press holds few of them, and a run meets them again and again.


@lru_cache(maxsize=16_384)
def _accepted(term: Term) -> tuple[Form, ...]:
    return tuple(_made(term, inflected=not term.is_verbatim))


@lru_cache(maxsize=16_384)
def _exact(term: Term) -> tuple[Form, ...]:
    return tuple(_made(term, inflected=False))


@lru_cache(maxsize=16_384)
def _forbidden(term: Term) -> tuple[Form, ...]:
    return tuple(Form(form, inflected=True) for form in term.forbidden)


def _made(term: Term, *, inflected: bool) -> Iterator[Form]:
    forbidden = {wrong.lower() for wrong in term.forbidden}
    for form in (term.target,) if term.is_verbatim else term.accepted:
        case_sensitive = _needs_case(term, form)
        yield Form(form, case_sensitive=case_sensitive, inflected=inflected)
        for other in respelt(form) if inflected else ():
            if other.lower() not in forbidden:  # a house style may shut the other spelling out
                yield Form(other, case_sensitive=case_sensitive, inflected=True)


def _needs_case(term: Term, form: str) -> bool:
    # "who" is not the WHO: a form in capitals is only found in capitals.
    # What is not translated is copied letter by letter.
    return form.isupper() or term.is_verbatim or (term.case_sensitive and form == term.abbreviation)
