"""Checks of an article as a whole: one thing has one name from the title to the last line."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, ClassVar

from bilingual_news.checks.base import Problem
from bilingual_news.checks.names import english_names, reads_as
from bilingual_news.checks.people import thai_people
from bilingual_news.checks.term_use import differs, inconsistent, majority, renderings
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilingual_news.checks.base import Pair


class SameSource:
    """One Thai text, two English ones."""

    id: ClassVar[str] = "inconsistent"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = "The same Thai segment is translated in two ways within the article."

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """See ArticleCheck."""
        first: dict[str, str] = {}
        for index, pair in enumerate(pairs):
            if not pair.target:
                continue
            known = first.setdefault(pair.source, pair.target)
            if known != pair.target:
                yield index, Problem(f"the same Thai is {known!r} elsewhere in this article")


class NameConsistency:
    """One person, two spellings."""

    id: ClassVar[str] = "name-consistency"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = "A person's given name is spelt in two ways within the article."

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """See ArticleCheck."""
        uses: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for index, pair in enumerate(pairs):
            people = thai_people(pair.source) if pair.target else ()
            words = english_names(pair.target) if people else []
            for person in people:
                # Two people of one segment whose names read alike cannot be told apart.
                rivals = [p for p in people if p.given != person.given]
                fitting = [w for w in words if reads_as(person.given, w)]
                if len(set(fitting)) == 1 and not any(reads_as(r.given, fitting[0]) for r in rivals):
                    uses[person.given].append((index, fitting[0]))
        for name, found in uses.items():
            yield from _minority(name, found)


class TermConsistency:
    """One name, two accepted renderings."""

    id: ClassVar[str] = "term-consistency"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A glossary term is rendered with two accepted English forms within the article."
    )

    def article_messages(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Problem]]:
        """See ArticleCheck."""
        for term, found in renderings(pairs).items():
            usual = majority([form for _, form in found])
            for index, form in found:
                # Headlines shorten names as they please.
                if differs(form, usual) and not pairs[index].is_title:
                    yield index, Problem(inconsistent(term, form, usual, "this article"))


def _minority(what: str, found: list[tuple[int, str]]) -> Iterator[tuple[int, Problem]]:
    counts = Counter(form for _, form in found)
    if len({form.lower() for form in counts}) < 2:  # noqa: PLR2004 - two spellings make an inconsistency
        return
    usual = counts.most_common(1)[0][0]
    for index, form in found:
        if form.lower() != usual.lower():
            yield index, Problem(f"{what} is {form!r} here and {usual!r} elsewhere in this article")
