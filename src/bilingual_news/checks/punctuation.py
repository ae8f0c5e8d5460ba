"""Checks of English punctuation inside one segment; `sentence_ends` looks at those around it too."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair


class Punctuation:
    """Spaces and punctuation."""

    id: ClassVar[str] = "punctuation"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A space before a comma or full stop or on the inner side of a bracket or curly quote, two commas or "
        "full stops, or two marks of which one is too many (,. ?. !,)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for match in _BAD_PUNCTUATION.finditer(pair.target):
            found = match[0]
            if " " in found:
                yield Problem(f"a space too many in {found!r}", None, match.span(), found.replace(" ", ""))
            else:
                # Of two equal marks one is meant; which of two others, only who reads the Thai can say.
                fix = found[0] if found[0] == found[-1] else None
                yield Problem(f"a mark too many in {found!r}", None, match.span(), fix)


_BAD_PUNCTUATION = lazily(
    r"(?<=\w) [,;](?=\s|$)|(?<=[a-z]) \.(?=\s|$)|,[,;]|;,|(?<=[a-z])\.\.(?!\.)"
    r"|(?<=\w)[,;][.?](?=[\s”\"]|$)|(?<=\w)[?!][.,;](?=\s|$)|[(\[“] |(?<=[^\s(\[]) [)\]”]"
)


class SentenceStart:
    """Capitals after the end of a sentence."""

    id: ClassVar[str] = "capital"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = "A sentence inside the segment begins with a small letter."

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for match in _SMALL_START.finditer(pair.target):
            if match[1] not in _ABBREVIATIONS:
                yield Problem(f"expected a capital after {match[1]!r}.", None, match.span())


_SMALL_START = lazily(r"\b([a-z]{3,}|[A-Z][a-z]{4,})[.?] [a-z]")
_ABBREVIATIONS: Final = frozenset({"approx", "etc", "incl", "vol", "art", "par", "resp", "viz", "dept"})


class EndPunctuation:
    """The last mark."""

    id: ClassVar[str] = "end-punctuation"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The title ends in a full stop, or a segment in a colon or semicolon although the Thai introduces "
        "nothing (ดังนี้, ได้แก่, ว่า)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        target = pair.target.rstrip()
        span = (len(target) - 1, len(target))
        if pair.is_title and target.endswith(".") and not target.endswith(_TITLE_ENDS):
            yield Problem("a title ends without a full stop: delete it", None, span)
        elif target.endswith((":", ";")) and not INTRODUCES.search(pair.source):
            message = f"the English ends in {target[-1]!r}, and the Thai introduces nothing"
            yield Problem(f"{message}: expected a full stop, or no mark", None, span)


_TITLE_ENDS: Final = ("..", "Ltd.", "Inc.", "etc.", "a.m.", "p.m.")
#: The end of a Thai text after which something follows. Found in all but 3 of 10,720 correct pairs.
INTRODUCES = lazily(r"(?:นี้|แก่|คือ|ว่า|เช่น|อาทิ|ประกอบด้วย|ดังกล่าว|[:：;]).{0,20}$")


class MixedQuotes:
    """Straight and curly quotes and apostrophes."""

    id: ClassVar[str] = "mixed-quotes"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "Straight and curly double quotes, or straight and curly apostrophes, stand in one segment; feet, "
        "minutes, quotes inside quotes and words copied from the Thai do not count."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        target = pair.target
        at = target.find('"')
        if at >= 0 and ("“" in target or "”" in target):
            yield Problem(
                'straight and curly quotes are mixed: write “…” or "…" throughout', None, (at, at + 1)
            )
        if "'" in target and "’" in target:
            straight = apostrophes(pair, "'")
            if straight and apostrophes(pair, "’"):
                at = straight[0]
                yield Problem(
                    "straight and curly apostrophes are mixed: write ’ or ' throughout", None, (at, at + 1)
                )


def apostrophes(pair: Pair, mark: str) -> list[int]:
    """Where a mark is an apostrophe of the English, not one of a word that the Thai has letter by letter.

    An apostrophe stands between letters (don't) or after a plural's s (members'); marks of feet and
    minutes follow digits, quotes stand outside of words.
    """
    found = _APOSTROPHES[mark].finditer(pair.target)
    return [match.start(match.lastindex or 0) for match in found if match[0] not in pair.source]


#: In words of letters: looking back, a word is tried once and not at each of its letters.
_APOSTROPHES: Final = {
    mark: lazily(rf"(?<![A-Za-z])(?:[A-Za-z]+({mark})[A-Za-z]+|[A-Za-z]+s({mark})(?=\s))") for mark in "'’"
}
