"""Checks of the English wording that machines and term substitution spoil: a/an, names in brackets twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

#: Words that begin with a vowel letter and no vowel sound, and the other way; u may be either.
_NO_VOWEL: Final = "one|once|oneself|eu|ew|oua|oui"
_SILENT: Final = "hour|honou?r|heir|honest|herb|hist|hotel"


def _either_case(words: str) -> str:
    return "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in words.split("|"))


_ARTICLE = lazily(
    rf"\b(?:(a|(?:^|(?<=[.?!“”\"] ))A) (?!(?:{_either_case(_NO_VOWEL)}))(?=[aeioAEIO][a-z]{{2}})"
    rf"|([Aa]n) (?!(?:{_either_case(_SILENT)}))(?=[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z][a-z]{{2}}))([A-Za-z]+)"
)


class Articles:
    """A or an."""

    id: ClassVar[str] = "a-an"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A stands before a vowel or an before a consonant (a agency, an ministry), as after a word was "
        "replaced; acronyms and words with u are left out."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        # Asked once: to look through a long Thai text for each of many articles takes long.
        may_be_copied = any(end in pair.source for end in ("a ", "A ", "n "))
        for match in _ARTICLE.finditer(pair.target):
            if may_be_copied and match[0] in pair.source:
                continue
            right = "an" if match[1] else "a"
            span = match.span(1 if match[1] else 2)
            fix = right.capitalize() if pair.target[span[0]] == "A" else right
            yield Problem(f"expected {right!r} before {match[3]!r}", None, span, fix)


def repeated_glosses(text: str) -> Iterator[tuple[int, int]]:
    """Where brackets hold the name that stands before them, with or without "the"."""
    start = text.find("(")
    while start >= 0:
        end = text.find(")", start)
        gloss = text[start + 1 : end].strip().removeprefix("the ") if end >= 0 else ""
        if gloss[:1].isupper() and text.endswith(gloss, 0, len(text[:start].rstrip())):
            at = text.index(gloss, start)
            yield at, at + len(gloss)
        start = text.find("(", start + 1)


class RepeatedGloss:
    """A name explained by itself."""

    id: ClassVar[str] = "repeated-gloss"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "Brackets repeat the name before them, where the Thai has an abbreviation: the Ministry of Industry "
        "(Ministry of Industry) for กระทรวงอุตสาหกรรม (อก.)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for start, end in repeated_glosses(pair.target):
            gloss = pair.target[start:end]
            if f"({gloss})" not in pair.source:
                text = f"the brackets repeat {gloss!r}: expected the English abbreviation, or no brackets"
                yield Problem(text, None, *_without_gloss(pair, start, end))


def _without_gloss(pair: Pair, start: int, end: int) -> tuple[tuple[int, int], str | None]:
    """Where a repeated gloss is mended, and by what: its abbreviation, else nothing, without brackets."""
    target = pair.target
    opening = target.rindex("(", 0, start)
    if target[opening + 1 : start].strip() not in {"", "the"} or target[end : end + 1] != ")":
        return (start, end), None
    names = {
        term.abbreviation for term in pair.terms if target[start:end] in {term.target, *term.alternatives}
    }
    if short := next(filter(None, sorted(names)), ""):
        return (opening + 1, end), short
    return (len(target[:opening].rstrip()), end + 1), ""
