"""Checks of terminology over a whole article or project: one rendering a term, expansion first."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.terms import current_terms, entry_of
from bilingual_news.glossary import occurs
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilingual_news.checks.base import Pair
    from bilingual_news.model import Term


class AbbreviationFirst:
    """An abbreviation stands before what it stands for."""

    id: ClassVar[str] = "term-abbreviation"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = "An abbreviation is used before its expansion is introduced in the article."

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """See ArticleCheck."""
        # What the whole article lacks, none of its segments has: most abbreviations end here.
        whole = "\n".join(pair.target for pair in pairs if not pair.is_title)
        for term in dict.fromkeys(term for pair in pairs for term in current_terms(pair)):
            short = term.abbreviation
            if not short or not term.is_required or short.lower() in term.target.lower().split():
                continue
            full = [form for form in _full(term) if _plain(form) != _plain(short)]
            if not occurs(short, whole, case_sensitive=True, inflected=True):
                continue
            # Headlines abbreviate as they please.
            first = _first(pairs, (short,), case_sensitive=True)
            expanded = _first(pairs, full, case_sensitive=False)
            if first is not None and expanded is not None and first < expanded:
                message = (
                    f"{short!r} is used before its expansion {term.target!r}, which comes "
                    f"{expanded - first} segments later, for {term.source} ({entry_of(term)})"
                )
                yield first, Problem(message)


_PUNCTUATION: Final = re.compile(r"[\W_]+")
_NAMES: Final = frozenset({"proper noun", "abbreviation"})


def renderings(pairs: Sequence[Pair]) -> dict[Term, list[tuple[int, str]]]:
    """Where each name is rendered, and by which of its full accepted forms.

    Segments that hold several of the forms, or none, say nothing and are left out; so are
    abbreviations, which may stand for any of them. Common nouns change with their sentence (herbs,
    herbal) and are no matter of consistency.
    """
    found: dict[Term, list[tuple[int, str]]] = {}
    for index, pair in enumerate(pairs):
        for term in current_terms(pair):
            if term.part_of_speech not in _NAMES or not term.alternatives:
                continue
            forms = _outermost([form for form in _full(term) if occurs(form, pair.target, inflected=True)])
            if len(forms) == 1:
                found.setdefault(term, []).append((index, forms[0]))
    return found


def majority(forms: Sequence[str]) -> str:
    """The most frequent of some renderings; of equals the first."""
    return Counter(forms).most_common(1)[0][0]


def inconsistent(term: Term, form: str, usual: str, where: str) -> str:
    """The message for a rendering that differs from the usual one."""
    return f"{form!r} for {term.source}, but {usual!r} elsewhere in {where} ({entry_of(term)})"


def differs(form: str, usual: str) -> bool:
    """Whether two renderings are more than a short form and an inflection apart."""
    left, right = _plain(form), _plain(usual)
    return left not in right and right not in left


def _full(term: Term) -> list[str]:
    return [form for form in (term.target, *term.alternatives) if not _is_short(form)]


def _is_short(form: str) -> bool:
    """Whether a form is an acronym or made like one: MOPH, IBank, DoAE."""
    return " " not in form and sum(char.isupper() for char in form) > 1


def _outermost(forms: list[str]) -> list[str]:
    """The forms that are not a part of another one; of those that differ in capitals only, the first."""
    plain = {_plain(form): form for form in reversed(forms)}
    return [form for low, form in plain.items() if not any(low != other and low in other for other in plain)]


def _plain(form: str) -> str:
    """A form without capitals and punctuation: dashes of any length are the same."""
    return " ".join(_PUNCTUATION.sub(" ", form.lower()).split())


def _first(pairs: Sequence[Pair], forms: Sequence[str], *, case_sensitive: bool) -> int | None:
    return next(
        (
            index
            for index, pair in enumerate(pairs)
            if not pair.is_title
            and any(
                occurs(form, pair.target, case_sensitive=case_sensitive, inflected=True) for form in forms
            )
        ),
        None,
    )
