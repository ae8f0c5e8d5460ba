"""Ministries, agencies and offices that an English text has and its Thai has not.

The official English names of the glossary, their other names and acronyms are found by Aho–Corasick. Such
a name is one too many only if nothing of the Thai can stand for it: no form of its term, no word of one
(มหาดไทย, กรมโรงงาน), no abbreviation that the glossary cannot read, and no name cut short by ฯ.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.glossary.forms import derived, fold, forms
from bilingual_news.model import TermMatch
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.model import Term

_DOMAINS: Final = frozenset({"ministry", "agency", "position"})
_SPEECH: Final = frozenset({"proper noun", "abbreviation"})
#: The words and capitals of a name that no ordinary words make up, and the letters of an acronym.
_LEAST_WORDS, _LEAST_CAPITALS, _LEAST_LETTERS = 3, 2, 3
#: A known name that goes on is another one: Department of Employment and Workplace Relations.
_LONGER = re.compile(
    r" (?:and |of |for )?(?!Ministry|Department|Office|Minister|Permanent|Deputy|Bureau|Bank)[A-Z][a-z]"
    r"|, (?:[A-Z][a-z]+,? )+and [A-Z]"
)
#: What Thai offices and bodies begin with: it tells no two of them apart.
_HEAD = re.compile(
    "(?:รัฐมนตรี(?:ช่วย)?(?:ว่าการ)?|ปลัด|อธิบดี|เลขาธิการ|ประธาน(?:กรรมการ)?|ผู้อำนวยการ|ผู้ว่าการ|ผู้บัญชาการ|โฆษก(?:ประจำ)?|นายกรัฐมนตรีและ|รอง)*"
    "(?:กระทรวง|กรม|สำนักงาน|สำนัก|คณะกรรมการ|องค์การ|สถาบัน|ศูนย์|ธนาคาร|กอง(?:ทุน|บัญชาการ|ทัพ|บังคับการ)?|สภา|มหาวิทยาลัย)?(?:การ)?"
)
_GENERIC: Final = frozenset("""
    แห่งชาติ ประเทศไทย แห่งประเทศไทย คณะกรรมการ สำนักงาน กระทรวง องค์การ สถาบัน ผู้อำนวยการ รัฐมนตรี เลขาธิการ นายกรัฐมนตรี
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page
#: Any house is called so after its first mention.
_HOUSE: Final = "สภา"
_LEAST_STEM, _STEM, _LEAST_WORD = 3, 5, 4
#: Letters with periods (ป.ป.ส., กทม.), and four consonants and more without a vowel (ขสมก).
_ABBREVIATION = re.compile(r"(?<![ก-์])[เแโไ]?[ก-ฮ]{1,2}\.(?:[ก-ฮ]{1,2}\.)+|(?<![ก-ฮ])[ก-ฮ]{2,5}\.")
_THAI = re.compile("[ก-์]")
_BARE = re.compile(r"[ก-ซฌ-ฬฮ]{4,6}(?![ก-์])")
#: Abbreviations of what is no body: dates, ranks, degrees, places, laws, units.
_OTHERS: Final = frozenset("""
    พ.ศ. ค.ศ. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค. น.ส. ด.ช.
    ด.ญ. ดร. ผศ. รศ. ศ.ดร. นพ. พญ. พล.อ. พล.ท. พล.ต. พล.ต.อ. พล.ต.ท. พล.ต.ต. พ.อ. พ.ท.
    พ.ต. ร.อ. ร.ท. ร.ต. พ.ต.อ. พ.ต.ท. พ.ต.ต. ร.ต.อ. พ.ร.บ. พ.ร.ก. พ.ร.ฎ. กม. ตร.ม.
    ตร.กม. ลบ.ม. ซม. กก. ชม. โทร. รพ. ครม. รมว. รมช. ม.ล. ม.ร.ว.
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page


class Bodies:
    """The English names of bodies and offices of a termbase.

    Args:
        terms: The terms; those of other domains are left out.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[str, list[Term]] = {}
        for term in terms:
            if term.domain in _DOMAINS and term.part_of_speech in _SPEECH:
                for name in _names(term):
                    self._terms.setdefault(name, []).append(term)
        self._automaton = _automaton(self._terms)

    def added(self, source: str, target: str, matches: Sequence[TermMatch]) -> tuple[TermMatch, ...]:
        """The bodies and offices of an English text that nothing of the Thai stands for.

        Args:
            source: A normalised Thai text.
            target: Its English.
            matches: The terms of the Thai.

        Returns:
            Matches whose offsets are those of the English.
        """
        if self._automaton is None:
            return ()
        hits = [(last + 1 - len(name), last + 1, name) for last, name in self._automaton.iter(target)]
        if not hits:
            return ()
        known = {match.term for match in matches}
        hits = [hit for hit in hits if known.isdisjoint(self._terms[hit[2]]) and _stands(target, *hit[:2])]
        return tuple(
            TermMatch(self._terms[name][0], start, end)
            for start, end, name in _outermost(hits)
            if not self._is_meant(name, source, matches) and not _LONGER.match(target, end)
        )

    def _is_meant(self, name: str, source: str, matches: Sequence[TermMatch]) -> bool:
        """Whether something of the Thai may stand for a name."""
        accepted = "\n".join(form for match in matches for form in match.term.accepted)
        if name in source or name in accepted:
            return True
        key = fold(source)
        for term in self._terms[name]:
            if term.abbreviation and term.abbreviation in source:
                return True
            # Who has the ministry may write of its minister.
            if term.domain != "agency" and _without_head(name) in accepted:
                return True
            if any(form in key for form in _thai(term)):
                return True
        rest = without_terms(source, matches)
        return "ฯ" in rest or has_abbreviation(rest)


def has_abbreviation(thai: str) -> bool:
    """Whether a Thai text has an abbreviation that may be that of a body."""
    if "." in thai and any(match[0] not in _OTHERS for match in _ABBREVIATION.finditer(thai)):
        return True
    return any(not _THAI.match(thai, m.start() - 1, m.start()) for m in _BARE.finditer(thai))


def _names(term: Term) -> Iterator[str]:
    for form in (term.target, *term.alternatives):
        words = form.split()
        if len(words) >= _LEAST_WORDS and sum(word[0].isupper() for word in words) >= _LEAST_CAPITALS:
            yield form
    if len(term.abbreviation) >= _LEAST_LETTERS and term.abbreviation.isupper():
        yield term.abbreviation


def _automaton(names: Iterable[str]) -> Any:  # noqa: ANN401 - pyahocorasick has no types
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton


def _stands(text: str, start: int, end: int) -> bool:
    """Whether a span of a text is no part of a longer word or of a hashtag."""
    before = text[start - 1 : start]
    return not before.isalnum() and before != "#" and not text[end : end + 1].isalnum()


def _outermost(hits: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    for start, end, name in hits:
        if not any(
            left <= start and end <= right and (left, right) != (start, end) for left, right, _ in hits
        ):
            yield start, end, name


def _without_head(name: str) -> str:
    """What a ministry and its minister share: Interior of Minister of Interior."""
    return name.split(" of ", 1)[-1].removeprefix("the ")


@lru_cache(maxsize=1 << 10)
def _thai(term: Term) -> frozenset[str]:
    """What of a term's Thai is enough to mean it: its forms, what they begin with, their longer words."""
    found = set(derived(term))
    for form in forms(term):
        found.add(form.key)
        if "." in form.key:
            continue
        if _HOUSE in form.key:
            found.add(_HOUSE)
        rest = _HEAD.sub("", form.key, count=1).removesuffix("ฯ")
        if len(rest) >= _LEAST_STEM:
            found.add(rest[:_STEM])
        found |= {word for word in tokens(rest) if len(word) >= _LEAST_WORD and word not in _GENERIC}
    return frozenset(found)


def without_terms(source: str, matches: Sequence[TermMatch]) -> str:
    """A Thai text without its terms."""
    parts, end = [], 0
    for match in matches:
        parts.append(source[end : match.start])
        end = max(end, match.end)
    return " ".join((*parts, source[end:]))
