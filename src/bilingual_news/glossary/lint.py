"""Find what is wrong in the termbase, all of it at once, with file and line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bilingual_news.errors import GlossaryError
from bilingual_news.files import listed
from bilingual_news.glossary.english import occurs
from bilingual_news.glossary.forms import forms
from bilingual_news.glossary.table import has_thai, read_table
from bilingual_news.model import Severity, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

#: The part of speech of Thai-script entries that are not to be translated.
VERBATIM: Final = "verbatim"
#: Parts of speech that are known; one with a slip of the keyboard would quietly do nothing.
_PARTS_OF_SPEECH: Final = frozenset({
    "", "noun", "proper noun", "verb", "adjective", "adverb", "phrase", "abbreviation", "prefix", VERBATIM,
})  # fmt: skip
_SAME: Final = "the English of {} is the Thai itself; say so with part_of_speech verbatim if it is meant"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of the termbase.

    Attributes:
        rule: Id of the rule.
        severity: Errors make the termbase unusable or contradictory; warnings deserve a look.
        path: The file.
        line: 1-based line of the row.
        message: What is wrong, in one sentence.
    """

    rule: str
    severity: Severity
    path: str
    line: int
    message: str


def lint(folder: Path, tell: Callable[[GlossaryError], None] | None = None) -> tuple[Problem, ...]:
    """Check every CSV file of a folder.

    Args:
        folder: The folder.
        tell: Told of each file that cannot be read at all, and the others are checked without it; without
            it such a file is an error.

    Returns:
        The problems ordered by file and line.

    Raises:
        GlossaryError: If there is no such folder, it cannot be listed, or a file of it cannot be read.
    """
    terms: list[Term] = []
    problems: list[Problem] = []
    if not folder.exists():
        raise GlossaryError("no such folder of glossaries.", path=folder, hint="Mend the setting or make it.")
    for path in listed(folder, (".csv",), GlossaryError):
        try:
            found, errors = read_table(path)
        except GlossaryError as error:
            if tell is None:
                raise
            tell(error)
            continue
        terms.extend(found)
        problems.extend(
            Problem(error.rule, Severity.ERROR, path.as_posix(), error.line, error.message)
            for error in errors
        )
    for rule in _RULES:
        problems.extend(rule(terms))
    return tuple(sorted(problems, key=lambda problem: (problem.path, problem.line, problem.rule)))


def _problem(term: Term, rule: str, message: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(rule, severity, term.path, term.line, message)


def _at(term: Term) -> str:
    return f"{term.path}:{term.line}"


def _untranslated(terms: Sequence[Term]) -> Iterator[Problem]:
    for term in terms:
        if term.is_verbatim:
            if has_thai(term.source) and term.part_of_speech != VERBATIM:
                yield _problem(term, "target-is-source", _SAME.format(term.source))
        elif has_thai(term.target):
            yield _problem(term, "thai-in-target", f"the English of {term.source} holds Thai letters")


def _outside_dates(terms: Sequence[Term]) -> Iterator[Problem]:
    """Rows of one form and overlapping dates are conflicts; a gap between them is worth a look."""
    rows: dict[str, list[Term]] = {}
    for term in terms:
        if term.valid_from or term.valid_to:
            rows.setdefault(term.source, []).append(term)
    for dated in rows.values():
        dated.sort(key=lambda term: term.valid_from or date.min)
        for before, after in pairwise(dated):
            if before.valid_to and after.valid_from and (after.valid_from - before.valid_to).days > 1:
                message = f"{after.source} has no entry between {before.valid_to} and {after.valid_from}"
                yield _problem(after, "dates-gap", message, Severity.WARNING)


def _verbatim_forms(terms: Sequence[Term]) -> Iterator[Problem]:
    for term in terms:
        if term.is_verbatim and (term.alternatives or term.abbreviation):
            message = f"{term.source} is not translated, so it has no other English forms"
            yield _problem(term, "verbatim-alternatives", message)


def _parts_of_speech(terms: Sequence[Term]) -> Iterator[Problem]:
    for term in terms:
        if term.part_of_speech not in _PARTS_OF_SPEECH:
            known = ", ".join(sorted(filter(None, _PARTS_OF_SPEECH)))
            message = f"part_of_speech {term.part_of_speech!r} is not known; known are {known}"
            yield _problem(term, "unknown-part-of-speech", message, Severity.WARNING)
        elif term.part_of_speech == VERBATIM and not term.is_verbatim:
            message = f"{term.source} is verbatim, but its English is {term.target!r}"
            yield _problem(term, "verbatim-translated", message)


def _not_thai(terms: Sequence[Term]) -> Iterator[Problem]:
    for term in terms:
        if not has_thai(term.source) and not term.is_verbatim:
            message = f"{term.source!r} holds no Thai letter"
            yield _problem(term, "source-not-thai", message, Severity.WARNING)


def _self_forbidden(terms: Sequence[Term]) -> Iterator[Problem]:
    for term in terms:
        for wrong in term.forbidden:
            right = next((form for form in term.accepted if occurs(wrong, form)), None)
            if right:
                message = f"forbidden {wrong!r} stands inside the accepted {right!r}"
                yield _problem(term, "forbidden-accepted", message)


def _reversed_dates(terms: Sequence[Term]) -> Iterator[Problem]:
    for term in terms:
        if term.valid_from and term.valid_to and term.valid_from > term.valid_to:
            message = f"{term.source} is valid from {term.valid_from} to {term.valid_to}"
            yield _problem(term, "dates-reversed", message)


def _same_form(terms: Sequence[Term]) -> Iterator[Problem]:
    """Duplicates, conflicts and variants that shadow another term."""
    first: dict[str, list[Term]] = {}
    for term in terms:
        for form in forms(term):
            for other in first.get(form.key, ()):
                if other is not term and not _told_apart(term, other):
                    yield _clash(form.text, term, other)
                    break
            first.setdefault(form.key, []).append(term)


def _clash(form: str, term: Term, other: Term) -> Problem:
    if form == term.source == other.source:
        if term.target == other.target:
            return _problem(term, "duplicate", f"{form} is already in {_at(other)}")
        message = f"{form} → {term.target!r} here, but {other.target!r} in {_at(other)}"
        return _problem(term, "conflict", message)
    if form in (term.source, other.source):
        owner, shadowing = (other, term) if form == other.source else (term, other)
        message = f"variant {form} of {shadowing.source} shadows the term {owner.source} ({_at(owner)})"
        return _problem(shadowing, "variant-shadows", message)
    message = f"{form} is a variant of both {term.source} and {other.source} ({_at(other)})"
    severity = Severity.WARNING if term.target == other.target else Severity.ERROR
    return _problem(term, "variant-shared", message, severity)


def _told_apart(one: Term, other: Term) -> bool:
    """Whether priority, context or dates decide between two terms of one form."""
    if one.priority != other.priority or one.context != other.context:
        return True
    return bool(
        (one.valid_to and other.valid_from and one.valid_to < other.valid_from)
        or (other.valid_to and one.valid_from and other.valid_to < one.valid_from)
    )


_RULES: Final[tuple[Callable[[Sequence[Term]], Iterator[Problem]], ...]] = (
    _untranslated,
    _parts_of_speech,
    _not_thai,
    _verbatim_forms,
    _outside_dates,
    _self_forbidden,
    _reversed_dates,
    _same_form,
)
