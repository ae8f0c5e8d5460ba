"""Checks of acronyms and bodies that the English has and nothing in the Thai accounts for.

A machine translation likes to put a well-known acronym after any name ("the National Land Policy
Committee (NBTC)") or in the place of one. An acronym is accounted for by the same letters in the Thai, by
a Thai abbreviation, by its letters or its sound in Thai (ซีเอสอาร์, นิด้า), by a glossary term of the
segment, by the words that it abbreviates, or because everybody writes it so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.romanisation import initials, likeness
from bilingual_news.glossary import has_abbreviation, without_terms
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

_ACRONYM = lazily("[A-Z]{3,}")
#: An acronym is no part of a code (A-12, R&D), of an address or of a longer word; a plural s may follow it.
_BEFORE: Final = lazily(r"[A-Za-z0-9&./@#_-]")
_AFTER: Final = lazily(r"(?:s|’s|'s)?(?![A-Za-z0-9/&@_]|[.-][A-Za-z0-9])")
#: What English writes in capitals whatever the Thai says: things, ranks, degrees, places.
_COMMON: Final = frozenset("""
    ACM AIDS APEC API APP ASEAN ATK ATM AVM BCE BRT BTS CCTV CEO CFO CNN COO COP COVID CPR CSR DDS DIY DNA DOI
    DVM EEC FAQ FAQS FBI CIA FDI GDP GMT GPS HFC HIV HRH HTMS IBM ICT ICU IMF IMPACT IOC JPEG LED LGBT LGBTQ
    LINE LNG LPG MBA MICE MLA MOU MPA MPS MRI MRT MSP NASA NATO NGO NGOS OECD OTOP PCR PDF PDPA PHD PIN
    PPE PVC RAM RNA SARS SDG SDGS SEA SIM SMART SME SMES SMS SOP SOS STEM SUV UAE UAV UNESCO UNICEF UPS URL
    USA USB USD VAT VIP VIPS WHO WTO CNY EUR GBP JPY KRW THB
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page
_ROMAN = lazily("M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
#: How Thai spells the letters.
_LETTERS: Final = {
    "A": "เอ", "B": "บี", "C": "ซี", "D": "ดี", "E": "อี", "F": "เอฟ", "G": "จี", "H": "เอช", "I": "ไอ", "J": "เจ",
    "K": "เค", "L": "แอล", "M": "เอ็ม", "N": "เอ็น", "O": "โอ", "P": "พี", "Q": "คิว", "R": "อาร์", "S": "เอส",
    "T": "ที", "U": "ยู", "V": "วี", "W": "ดับ(?:เบิ้?ล|บลิว)ยู?", "X": "เอ็กซ์", "Y": "วาย", "Z": "แซด",
}  # fmt: skip
#: A letter's name ends where no mark changes it: ที, not ที่.
_NO_MARK = r"(?![\u0e30-\u0e3a\u0e47-\u0e4e])"
_WORD, _LATIN = lazily("[A-Za-z]+"), lazily("[A-Za-z0-9]+")
_SMALL: Final = frozenset(
    {"of", "the", "and", "for", "on", "in", "to", "at", "with", "from", "by", "a", "an"}
)
_LEADING_SMALL = lazily(rf"\A(?:(?:The|{'|'.join(sorted(_SMALL))}) )+")
_NAMES = lazily(
    rf"(?<![\w’'-])[a-z]?[A-Z][\w’'-]*(?:(?: (?:{'|'.join(sorted(_SMALL))}|&)|,)* [A-Z][\w’'-]*)+"
)
#: What a body's name begins with, after somebody's office or another name: the Minister of | Ministry of …
_HEADS = (
    "(?:Ministry|Department|Bureau|Division|Institute|Bank|Committee|Council|Federation|{}) (?:of|for|on) "
)
_HEAD = lazily(
    _HEADS.format("Office|Cent(?:er|re)|Board|Fund|Association") + f"(?!.*{_HEADS.format('Ministry')})"
)
#: Whole words in capitals beside each other are shouted.
_SHOUTED, _SHOUTED_ON = lazily("[A-Z]{3,} $"), lazily(" [A-Z]{3,}")
#: Characters and words before a bracket that may be its name; words of a name; letters of what is heard.
_FAR, _MOST_WORDS, _LEAST_NAME, _LEAST_HEARD = 160, 14, 2, 4
#: How like a reading must be, of how many Thai words, and of how many Thai letters for a Latin one.
_SOUNDS_LIKE, _LONGEST_SOUND, _LONGEST_SPELLING = 0.74, 4, 2


class AcronymInitials:
    """An acronym in brackets that is none of the name before it."""

    id: ClassVar[str] = "acronym-initials"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "An acronym in brackets that the Thai does not have follows a name that it cannot abbreviate: "
        "National Land Policy Committee (NBTC)."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for match in unaccounted(pair):
            name = _name_before(match, pair.target)
            if name and not _abbreviates(match[0], _words_before(match, pair.target)):
                letters = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
                message = f"{match[0]!r} is no acronym of {name!r}: expected {letters} or no acronym"
                yield Problem(message, target=match.span())


class InventedAcronym:
    """An acronym that nothing accounts for."""

    id: ClassVar[str] = "invented-acronym"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English has an acronym that neither the Thai, its glossary terms nor the words before it "
        "account for."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        found = unaccounted(pair)
        if not found or has_abbreviation(without_terms(pair.source, pair.matches)):
            return
        for match in found:
            if not (
                _name_before(match, pair.target)
                or any(_abbreviates(match[0], name) for name in _NAMES.findall(pair.target, 0, match.start()))
                or _is_spelt(match[0], pair.source)
                or _is_heard(match[0], pair.source)
            ):
                message = f"nothing in the Thai is {match[0]!r}: expected the name that it has, in full"
                yield Problem(message, target=match.span())


class InventedBody:
    """A ministry, agency or office that the Thai does not have."""

    id: ClassVar[str] = "invented-body"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "The English names a ministry, agency or office of the glossary, in full or by its acronym, and the "
        "Thai has nothing that may stand for it."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for match in pair.added:
            name = pair.target[match.start : match.end]
            message = f"{name!r} is {match.term.source}, which the Thai does not have: delete or correct it"
            yield Problem(message, target=(match.start, match.end))


#: The last pair that was looked through, for the gate and two checks ask in turn.
_last: tuple[Pair | None, list[re.Match[str]]] = (None, [])


def unaccounted(pair: Pair) -> list[re.Match[str]]:
    """Acronyms of the English that are not in the Thai or its terms and that not everybody uses."""
    global _last  # noqa: PLW0603 - a cache of one, by identity: pairs take long to hash
    known, found = _last
    if known is not pair:
        found = _unaccounted(pair)
        _last = (pair, found)
    return found


def _unaccounted(pair: Pair) -> list[re.Match[str]]:
    source = pair.source
    found = [m for m in _ACRONYM.finditer(pair.target) if m[0] not in _COMMON and m[0] not in source]
    return [match for match in found if not _is_known(match, pair)] if found else found


def _is_known(match: re.Match[str], pair: Pair) -> bool:
    word, (start, end) = match[0], match.span()
    if _ROMAN.fullmatch(word) or _BEFORE.match(pair.target, start - 1, start) or pair.target.isupper():
        return True
    if not _AFTER.match(pair.target, end):
        return True
    if word in _squashed(pair.source) or any((start, end) == (m.start, m.end) for m in pair.added):
        return True
    if _SHOUTED.search(pair.target, 0, start) or _SHOUTED_ON.match(pair.target, end):
        return True
    return any(word in form for term in pair.matches for form in term.term.accepted)


@lru_cache(maxsize=4)
def _squashed(source: str) -> str:
    """The Latin letters and digits of a text, in capitals."""
    return "".join(_LATIN.findall(source)).upper()


def _name_before(match: re.Match[str], target: str) -> str:
    """The name of two words or more right before an acronym in brackets; empty if it is no whole name."""
    start, after = match.start(), _AFTER.match(target, match.end())
    end = after.end() if after else match.end()
    if target[start - 1 : start] != "(" or target[end : end + 1] != ")":
        return ""
    before = target[max(0, start - _FAR) : start - 1]
    words = before.split()
    at = len(words)
    while (
        at
        and (words[at - 1][0].isupper() or words[at - 1] in _SMALL)
        and not words[at - 1].endswith((".", ";", ":"))
    ):
        at -= 1
    name = " ".join(words[at:])
    if head := _HEAD.search(name):
        return name[head.start() :]
    # What a segment begins with may be the end of a name that began in the one before; a rank or a title
    # before it makes it a person's, whose degrees stand in brackets too: Dr. Somchuan R. (DVM).
    if (at == 0 and words[:1] not in (["the"], ["The"])) or (at and words[at - 1].endswith(".")):
        return ""
    name = _LEADING_SMALL.sub("", name)
    return name if sum(word[0].isupper() for word in name.split()) >= _LEAST_NAME else ""


def _words_before(match: re.Match[str], target: str) -> str:
    """The words of the sentence before an acronym among which a longer name of it may stand."""
    sentence = target[: match.start()].rpartition(". ")[2]
    return " ".join(sentence.split()[-_MOST_WORDS:])


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the beginnings of words of a name, in their order."""
    return _fits(acronym.lower(), tuple(word.lower() for word in _WORD.findall(name)))


@lru_cache(maxsize=1 << 10)
def _fits(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters are beginnings of some of the words: DIPROM of Department of Industrial Promotion."""
    reached = {0}
    for word in words:
        more = set()
        for at in reached:
            size = 0
            while at + size < len(letters) and size < len(word) and letters[at + size] == word[size]:
                size += 1
                more.add(at + size)
        reached |= more
    return len(letters) in reached


def _is_spelt(acronym: str, source: str) -> bool:
    """Whether the Thai spells the letters, or two in a row of a longer acronym: ดีอี of MDES."""
    names = [_LETTERS[letter] for letter in acronym]
    return any(
        re.search(f"{'[ .-]?'.join(names[at : at + 2])}{_NO_MARK}", source) is not None
        for at in range(len(names) - 1)
    )


def _is_heard(acronym: str, source: str) -> bool:
    """Whether some Thai words of about its length read as the acronym: นิด้า is NIDA."""
    if len(acronym) < _LEAST_HEARD:
        return False
    words = tokens(source)
    for at, word in enumerate(words):
        if acronym[0].lower() not in initials(word):
            continue
        for size in range(1, _LONGEST_SOUND + 1):
            thai = "".join(words[at : at + size])
            if " " in thai or len(thai) > _LONGEST_SPELLING * len(acronym):
                break
            if len(thai) >= len(acronym) and likeness(thai, acronym) >= _SOUNDS_LIKE:
                return True
    return False
