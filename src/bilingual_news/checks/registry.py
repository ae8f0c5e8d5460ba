"""The tuple of all checks, and how they are run."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilingual_news.checks import (
    article,
    conditions,
    contrary,
    copies,
    facts,
    inventions,
    lists,
    meaning,
    names,
    places,
    pronouns,
    punctuation,
    quotations,
    sense,
    sentence_ends,
    term_use,
    text,
    wording,
)
from bilingual_news.checks.base import Problem
from bilingual_news.checks.gates import Plan
from bilingual_news.checks.script import Empty, Loop, ThaiLetters
from bilingual_news.checks.terms import TermForbidden, TermMissing, TermOutdated, TermVerbatim
from bilingual_news.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.checks.base import ArticleCheck, Check, Pair

#: In the order of the report: what is there, facts, names, sense, terms, text.
ALL_CHECKS: Final[tuple[Check, ...]] = (
    Empty(),
    text.Untranslated(),
    ThaiLetters(),
    Loop(),
    text.Length(),
    text.Truncated(),
    text.LowConfidence(),
    text.DecoderLimit(),
    facts.Numbers(),
    facts.NumberWords(),
    facts.AddedYear(),
    facts.NumberOrder(),
    facts.Percentages(),
    facts.Money(),
    facts.Dates(),
    facts.Weekdays(),
    facts.Times(),
    facts.Phones(),
    facts.Units(),
    facts.FiscalYear(),
    contrary.Bounds(),
    contrary.Direction(),
    contrary.Ordinals(),
    contrary.Fractions(),
    copies.LatinWords(),
    copies.Addresses(),
    copies.Hashtags(),
    names.PersonTitles(),
    names.MsTitle(),
    names.PersonNames(),
    names.GlossaryNames(),
    places.Places(),
    places.PlaceAdded(),
    places.Royals(),
    lists.ListItem(),
    lists.ListOrder(),
    pronouns.Pronouns(),
    inventions.AcronymInitials(),
    inventions.InventedAcronym(),
    inventions.InventedBody(),
    sense.Negation(),
    sense.NegationDoubt(),
    sense.Question(),
    conditions.Conditions(),
    meaning.Meaning(),
    TermMissing(),
    TermForbidden(),
    TermVerbatim(),
    TermOutdated(),
    text.Brackets(),
    punctuation.MixedQuotes(),
    text.Whitespace(),
    text.DoubledSpace(),
    text.DoubledWord(),
    wording.Articles(),
    wording.RepeatedGloss(),
    punctuation.Punctuation(),
    punctuation.SentenceStart(),
    punctuation.EndPunctuation(),
    text.Invisible(),
    text.Markup(),
)

#: Checks that need all translations of an article.
ARTICLE_CHECKS: Final[tuple[ArticleCheck, ...]] = (
    article.SameSource(),
    article.NameConsistency(),
    article.TermConsistency(),
    pronouns.PronounsInContext(),
    term_use.AbbreviationFirst(),
    quotations.Quotes(),
    sentence_ends.SentenceEnds(),
    sentence_ends.QuoteStyle(),
)


_ALL: Final = Plan(ALL_CHECKS)


def run_checks(pair: Pair, checks: Iterable[Check] = ALL_CHECKS) -> tuple[Finding, ...]:
    """Run checks over one pair; those that can say nothing of it are not asked (see `gates`).

    Returns:
        The findings in the order of the checks, without file and line.
    """
    plan = _ALL if checks is ALL_CHECKS else _plan(tuple(checks))
    asked = plan.asked(pair)
    if not asked:
        return ()
    return tuple(
        _finding(check, problem if isinstance(problem, Problem) else Problem(problem), pair)
        for check in asked
        for problem in check.messages(pair)
    )


@lru_cache(maxsize=16)
def _plan(checks: tuple[Check, ...]) -> Plan:
    return Plan(checks)


def run_article_checks(
    pairs: Sequence[Pair], checks: Iterable[ArticleCheck] = ARTICLE_CHECKS
) -> Iterator[tuple[int, Finding]]:
    """Run checks over all pairs of an article.

    Yields:
        The index of a pair and a finding there, without file and line.
    """
    for check in checks:
        for index, problem in check.article_messages(pairs):
            yield index, _finding(check, problem, pairs[index])


def _finding(check: Check | ArticleCheck, problem: Problem, pair: Pair) -> Finding:
    return Finding(
        check.id,
        check.severity,
        problem.message,
        pair.source,
        pair.target,
        source_span=problem.source,
        target_span=problem.target,
        fix=problem.fix,
    )
