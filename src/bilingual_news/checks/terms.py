"""Checks of terminology in one segment: required, forbidden, outdated and verbatim terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.glossary import find_forbidden, find_rendered, is_rendered, occurs
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair
    from bilingual_news.model import Term


class TermMissing:
    """The English of a term is missing."""

    id: ClassVar[str] = "term-missing"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A glossary term stands in the Thai, and the translation has no English of it: no accepted one, nor "
        "one that is told as forbidden or outdated."
    )

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if not pair.target.strip():
            return
        required = [term for term in pair.terms if term.is_required and not term.is_verbatim]
        missing = [term for term in required if not is_rendered(term, pair.target)]
        # One defect is told once, by the check that says what stands for the term.
        told = {*_forbidden(pair), *(term for term, _ in _outdated(pair))} if missing else set()
        for term in missing:
            if term not in told and not _is_put_otherwise(term, pair):
                yield f"expected {' or '.join(map(repr, term.accepted))} for {term.source} ({entry_of(term)})"


class TermForbidden:
    """A forbidden rendering is present."""

    id: ClassVar[str] = "term-forbidden"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "An English form that the glossary forbids for a term of the Thai is used."

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        for term, wrong in find_forbidden(pair.terms, pair.target):
            yield f"{wrong!r} is wrong for {term.source}, expected {term.target!r} ({entry_of(term)})"


class TermVerbatim:
    """A term that is not to be translated was."""

    id: ClassVar[str] = "term-verbatim"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "A term that the glossary keeps as it is was translated, respelt or dropped."

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if not pair.target.strip():
            return
        missing = [term for term in pair.terms if term.is_verbatim and not is_rendered(term, pair.target)]
        told = _forbidden(pair) if missing else set()
        for term in missing:
            if term not in told:
                yield f"{term.source} is not translated: expected it letter by letter ({entry_of(term)})"


class TermOutdated:
    """A term is used at a time at which it does not apply."""

    id: ClassVar[str] = "term-outdated"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English is that of a glossary term which is not valid on the article's date."
    )

    def messages(self, pair: Pair) -> Iterator[str]:
        """See Check."""
        if not pair.target.strip():
            return
        for term, old in _outdated(pair):
            is_current = term in pair.terms
            expected = f", expected {term.target!r} ({entry_of(term)})" if is_current else ""
            when = f"{old.source} is valid {_dates(old)} only ({entry_of(old)})"
            yield f"{old.target!r} for {when}{expected}"


def _outdated(pair: Pair) -> Iterator[tuple[Term, Term]]:
    """Terms of a pair, each with one of another time that the English has for it."""
    for term, stale in dict.fromkeys((match.term, match.stale) for match in pair.matches):
        for old in stale:
            # The longer name takes its words: in "Surin City" the Surin is not that of the old row.
            found = find_rendered([term, old], pair.target) if term not in stale else (False, True)
            if found == (False, True) and is_rendered(old, pair.target):
                yield term, old


def _forbidden(pair: Pair) -> set[Term]:
    """Terms of a pair for which its English has a forbidden form."""
    return {term for term, _ in find_forbidden(pair.terms, pair.target)}


#: What makes another office of the one that follows.
_OTHER_OFFICE = lazily(r"(?:ผู้ช่วย|รอง|อดีต|ว่าที่|รักษาการ(?:ในตำแหน่ง|แทน)?|รักษาราชการแทน)\s?$")
_OTHER_ENGLISH = lazily(
    r"\b(?:Deputy|Assistant|Vice|Associate|Acting|Caretaker|[Ff]ormer|[Ee]x|[Dd]esignate|[Ee]lect)\b"
)
#: An office before the short name of its ministry, with ฯ for what the name would repeat.
_OFFICE_OF = lazily(
    r"(?:รัฐมนตรี|รมว\.?|รมช\.?|รมต\.?|ปลัด|โฆษก|ที่ปรึกษา|เลขานุการ|ผู้ตรวจราชการ)(?:ช่วย|ว่าการ|ประจำ|กระทรวง)*\s?ฯ?\s?$"
)
_MINISTRY: Final = lazily("Ministry of (?:the )?")
#: Where a long English name may be cut, as ฯ cuts the Thai one: Minister of Agriculture | and Cooperatives.
_CUT = lazily(r",? and |, | for ")


def _is_put_otherwise(term: Term, pair: Pair) -> bool:
    """Whether the Thai, each time that it has a term, lets the English say it in other words, and it does.

    รองเลขาธิการ is another office than เลขาธิการ; ผู้ช่วยรัฐมนตรีฯ ดีอีเอส is the Assistant Minister of Digital
    Economy and Society, without his ministry; what ฯ cuts short may be short in English too.
    """
    source = pair.source
    for match in pair.matches:
        if match.term is not term:
            continue
        before = source[max(0, match.start - _LOOK_BACK) : match.start]
        if term.domain == "position" and _OTHER_OFFICE.search(before) and _OTHER_ENGLISH.search(pair.target):
            continue
        name, ministry = _MINISTRY.subn("", term.target, count=1)
        if ministry and _OFFICE_OF.search(before):
            # A short Thai name may be short in English too: รมว.ดีอี, Minister of Digital Economy.
            is_short = 2 * (match.end - match.start) < len(term.source)
            names = {name, _CUT.split(name, maxsplit=1)[0] if is_short else name}
            if any(occurs(form, pair.target) for form in names):
                continue
        cut = _CUT.split(term.target, maxsplit=1)[0]
        if source[match.end - 1] == "ฯ" and _is_name(cut) and cut != term.target and occurs(cut, pair.target):
            continue
        return False
    return True


def _is_name(text: str) -> bool:
    """Whether words are enough to tell what is meant: Minister of Agriculture, not Ministry."""
    return len(text.split()) >= _LEAST_NAME


_LOOK_BACK, _LEAST_NAME = 24, 3


def entry_of(term: Term) -> str:
    """File and line of a term's entry."""
    return f"{term.path.rsplit('/', 1)[-1]}:{term.line}"


def _dates(term: Term) -> str:
    start = f"from {term.valid_from}" if term.valid_from else ""
    end = f"to {term.valid_to}" if term.valid_to else ""
    return " ".join(filter(None, (start, end)))
