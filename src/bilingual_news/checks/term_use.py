"""Checks of terminology over a whole article or project: one rendering a term, expansion first."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from bilingual_news.checks.base import Problem
from bilingual_news.checks.terms import entry_of
from bilingual_news.glossary.english import Form
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

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
        # Headlines abbreviate as they please.
        targets = [(index, pair.target) for index, pair in enumerate(pairs) if not pair.is_title]
        # What the whole article lacks, none of its segments has: most abbreviations end here.
        whole = "\n".join(target for _, target in targets)
        for term in dict.fromkeys([term for pair in pairs for term in pair.terms]):
            sought = _abbreviation(term)
            if sought is None or not sought.short.stands(whole):
                continue
            first = _first(targets, (sought.short,))
            expanded = _first(targets, [form for form in sought.full if form.stands(whole)])
            if first is not None and expanded is not None and first < expanded:
                later = expanded - first
                message = (
                    f"{term.abbreviation!r} is used before its expansion {term.target!r}, which comes "
                    f"{f'{later} segments later' if later > 1 else 'in the next segment'}, for {term.source} "
                    f"({entry_of(term)})"
                )
                yield first, Problem(message)


#: Nobody has to be told what these stand for.
_KNOWN: Final = frozenset({"PM", "UN", "EU", "US", "UK"})


class _Abbreviation(NamedTuple):
    """An abbreviation, and the full forms of which one should stand before it."""

    short: Form
    full: tuple[Form, ...]


@lru_cache(maxsize=16_384)
def _abbreviation(term: Term) -> _Abbreviation | None:
    """What is looked for in an article of a term; None for one without an abbreviation to introduce."""
    short = term.abbreviation
    if not short or not term.is_required or short in _KNOWN:
        return None
    if short.lower() in term.target.lower().split():
        return None
    full = [form for form in _full(term) if _plain(form) != _plain(short)]
    return _Abbreviation(
        Form(short, case_sensitive=True, inflected=True), tuple(Form(form, inflected=True) for form in full)
    )


_PUNCTUATION: Final = lazily(r"[\W_]+")
_NAMES: Final = frozenset({"proper noun", "abbreviation"})


def renderings(pairs: Sequence[Pair]) -> dict[Term, list[tuple[int, str]]]:
    """Where each name is rendered, and by which of its full accepted forms.

    Segments that hold several of the forms, or none, say nothing and are left out; so are
    abbreviations, which may stand for any of them. Common nouns change with their sentence (herbs,
    herbal) and are no matter of consistency.
    """
    found: dict[Term, list[tuple[int, str]]] = {}
    for index, pair in enumerate(pairs):
        for term in pair.terms:
            if _name_forms(term) and (form := _rendered(term, pair.target)):
                found.setdefault(term, []).append((index, form))
    return found


@lru_cache(maxsize=16_384)
def _name_forms(term: Term) -> tuple[tuple[str, Form], ...]:
    """The full forms of a name that has several, each with what finds it; of other terms none."""
    if term.part_of_speech not in _NAMES or not term.alternatives:
        return ()
    forms = _full(term)
    if term.domain == "country":  # one sentence asks for Chinese, the next for China
        forms = [form for form in forms if form == term.target or not _is_adjective(form)]
    return tuple((form, Form(form, inflected=True)) for form in forms)


@lru_cache(maxsize=4096)
def _rendered(term: Term, english: str) -> str:
    """The one full form of a name that a text holds; "" if there is none or there are several.

    It is asked for twice: for the article, and for all articles together.
    """
    forms = _outermost([text for text, form in _name_forms(term) if form.stands(english)])
    return forms[0] if len(forms) == 1 else ""


def majority(forms: Sequence[str]) -> str:
    """The most frequent of some renderings; of equals the first."""
    if len(forms) == 1:
        return forms[0]
    return Counter(forms).most_common(1)[0][0]


def inconsistent(term: Term, form: str, usual: str, where: str) -> str:
    """The message for a rendering that differs from the usual one."""
    return f"{form!r} for {term.source}, but {usual!r} elsewhere in {where} ({entry_of(term)})"


def differs(form: str, usual: str) -> bool:
    """Whether two renderings are more than a short form and an inflection apart."""
    if form == usual:
        return False
    left, right = _plain(form), _plain(usual)
    return left not in right and right not in left


#: How words end that say what is of a country, and those that end otherwise.
_OF_COUNTRY: Final = lazily(
    r"(?: |^)(?!.* )"
    r"(?:.*(?:ese|an|ish|i|ch|ss)|Argentine|Czech|Filipino|Greek|Kazakh|Lao|Philippine|Thai|Uzbek)$"
)


def _is_adjective(form: str) -> bool:
    """Whether a form of a country's name is what is of it: Chinese, South Korean."""
    return " of " not in form and _OF_COUNTRY.search(form) is not None


def _full(term: Term) -> list[str]:
    known = frozenset(_acronyms(term.target))
    full = [form for form in term.alternatives if known.issuperset(_acronyms(form))]
    return full if known and " " not in term.target else [term.target, *full]


def _acronyms(form: str) -> list[str]:
    """The words of a form that are acronyms or made like one: MOPH, IBank, DoAE, the GH of GH Bank."""
    return [word for word in form.split() if sum(char.isupper() for char in word) > 1]


def _outermost(forms: list[str]) -> list[str]:
    """The forms that are not a part of another one; of those that differ in capitals only, the first."""
    if len(forms) < 2:  # noqa: PLR2004 - nothing to compare
        return forms
    plain = {_plain(form): form for form in reversed(forms)}
    return [form for low, form in plain.items() if not any(low != other and low in other for other in plain)]


@lru_cache(maxsize=16_384)
def _plain(form: str) -> str:
    """A form without capitals and punctuation: dashes of any length are the same."""
    return " ".join(_PUNCTUATION.sub(" ", form.lower()).split())


def _first(targets: Sequence[tuple[int, str]], forms: Sequence[Form]) -> int | None:
    """The number of the first text that one of some forms stands in."""
    if not forms:
        return None
    return next((index for index, text in targets if any(form.stands(text) for form in forms)), None)
