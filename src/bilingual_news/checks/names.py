"""Checks of personal names: titles, and whether the English name can be read from the Thai one.

Names are compared by their sounds (see `romanisation`), the given name with the first word of the English
name and the family name with those that follow, because people spell their own names as they like.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.people import people, thai_people
from bilingual_news.checks.romanisation import initials, likeness
from bilingual_news.checks.spelling import spellings
from bilingual_news.glossary import occurs
from bilingual_news.model import Severity
from bilingual_news.patterns import lazily
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair
    from bilingual_news.checks.people import TitledName

_ENGLISH_TITLE = lazily(r"(M(?<!\wM)(?:rs?|s|iss))\b\.?")
#: Every choice begins with a letter of its own, which lets `re` skip what cannot be one.
_ENGLISH_NAME = lazily(
    r"(?:M(?:rs?|s|iss|aj|arshal|ajor General|\.[LR])|D(?:r|octor)|Prof(?:essor)?|Gen(?:eral)?|Col(?:onel)?|"
    r"Capt(?:ain)?|L(?:t|ieutenant(?: General| Colonel)?)|Pol|Cdr|Khun|H\.E|"
    r"A(?:ss(?:oc|t)|CM|VM|dm(?:iral)?|ir (?:Chief |Vice )?Marshal)|S(?:gt|ergeant|quadron Leader|ub)|"
    r"Brigadier General|Vice Admiral|Rear Admiral|Wing Commander|"
    r"Group Captain)\b\.? +((?:[A-Z][A-Za-z’'-]*\.? ?)+)"
)
_CAPITALISED = lazily(r"[A-Z][A-Za-z’'-]{2,}")
_NAME_WORD = lazily(r"[A-Z][A-Za-z’'-]+")


class PersonTitles:
    """Mr., Mrs. and Ms."""

    id: ClassVar[str] = "titles"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "A person has another title than in the Thai: นาย Mr., นาง Mrs., นางสาว Ms.; Ms. for นาง is ms-title."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (problem for problem, is_choice in _other_titles(pair) if not is_choice)


class MsTitle:
    """Ms. for a Mrs."""

    id: ClassVar[str] = "ms-title"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A married woman (นาง) is Ms. in the English, which many style guides prefer."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        yield from (problem for problem, is_choice in _other_titles(pair) if is_choice)


@lru_cache(maxsize=64)
def _english_titles(target: str) -> tuple[tuple[str, re.Match[str]], ...]:
    return tuple(("Ms" if m[1] == "Miss" else m[1], m) for m in _ENGLISH_TITLE.finditer(target))


def _other_titles(pair: Pair) -> Iterator[tuple[Problem, bool]]:
    """Titles that are missing while another one stands too often, and whether that is a matter of style."""
    if "M" not in pair.target or ("นา" not in pair.source and "น.ส." not in pair.source):
        return
    english = _english_titles(pair.target)
    if not english:
        return
    found = [title for title, _ in english]
    stated = [match.title for match in thai_people(pair.source)]
    for title in ("Mr", "Mrs", "Ms"):
        missing = stated.count(title) - found.count(title)
        others = [o for o in ("Mr", "Mrs", "Ms") if o != title and found.count(o) > stated.count(o)]
        if missing > 0 and others:
            name = next(match for match in thai_people(pair.source) if match.title == title)
            at = next(match for other, match in english if other == others[0])
            problem = Problem(f"expected {title}. for {name.text}, found {at[0]}", name.span, at.span())
            yield problem, (title, others[0]) == ("Mrs", "Ms")


def english_names(target: str) -> list[str]:
    """The words of the names after English titles; without a title, every capitalised word."""
    words = [word for name in _ENGLISH_NAME.findall(target) for word in _CAPITALISED.findall(name)]
    return words or _CAPITALISED.findall(target)


class PersonNames:
    """Names after a title."""

    id: ClassVar[str] = "names"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The name after a title or rank (นาย, นาง, นางสาว, พลเอก, ดร.) cannot be read in any name of the "
        "English: another person."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        named = people(pair.source) if pair.target else ()
        if not named:
            return
        names = [words for name in _ENGLISH_NAME.findall(pair.target) if (words := _name_words(name))]
        runs = [] if len(names) >= len(named) else [run.split() for run in _RUN.findall(pair.target)]
        if not names and not runs:
            return
        known = _spellings(pair)
        for person in named:
            if _GENERAL.match(person.text) and "Gen" in pair.target:
                continue  # นายพลกาฟาร์ is no Mr. Phonkafa
            others = [other.given for other in named if other.given != person.given]
            if _is_among(person, names, others) or _is_spelt(person, pair.target, known):
                continue
            if _is_in_latin(person, pair.source):
                continue
            if _is_in(person, runs, _CERTAIN if names else _READS):
                continue
            hint = romanised(f"{person.given} {person.family}".strip())
            offered = f" ({hint})" if hint else ""
            yield Problem(f"no name in the English reads as {person.text}{offered}", person.span)


#: The right name scores 0.76 in 99.5 % of the cases, see romanisation; a family name may be another one.
_READS, _FAMILY, _HALF, _CERTAIN = 0.7, 0.66, 0.5, 0.8


#: A general of another country, as the Thai of foreign news calls him.
_GENERAL = lazily("นายพล[ก-ฮเ-ไ]")
#: A foreigner whose name the Thai writes in Latin letters too: นายเก-ออร์ค ชมิท (Mr. Georg Schmidt).
_IN_LATIN = lazily(r"[^()\s]{0,12}(?:\s[^()\s]{1,16}){0,3}\s?\(([^()]*[A-Za-z]{3}[^()]*)")
_LATIN_TITLE = lazily(r"\b(?:H\.? ?E|M(?:rs?|s|iss)|Dr|Prof|Gen|Sir|Dato|Datuk|Tan Sri)\b")
_NO_NAMES: Final = frozenset("""
    Gen Maj Col Capt Prof Pol Asst Assoc Special Emeritus Clinical Lt Dr Sub Adm Air Chief Marshal Sgt Mr
    Mrs Ms General Major Colonel Captain Professor Lieutenant Police Assistant Associate Doctor Squadron
    Leader Wing Group Flying Officer Cdr Adv Acting Miss Commander Vice Rear Admiral Brigadier AVM ACM AM
    Sergeant Khun
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page


#: Words with capitals that follow each other.
_RUN = lazily(r"[A-Z][A-Za-z’'-]{2,}(?: [A-Z][A-Za-z’'-]+)*")
#: What may follow a given name without a comma.
_OFFICES: Final = frozenset("""
    Deputy Prime Minister Ministry Governor Director President Chairman Chairperson Permanent Secretary
    Spokesperson Ambassador Member Mayor Commissioner
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page

_SENTENCE_END = lazily(r"(?<=[a-z]{4})\. ")


def _name_words(name: str) -> list[str]:
    first = _SENTENCE_END.split(name, maxsplit=1)[0]
    return [w for w in _NAME_WORD.findall(first) if w not in _NO_NAMES and w not in _OFFICES]


def reads_as(thai: str, english: str) -> bool:
    """Whether an English word may be a romanisation of a Thai name."""
    return likeness(thai, english) >= _READS


def _is_among(person: TitledName, names: list[list[str]], others: list[str]) -> bool:
    """Whether the given name and, where both sides have one, the family name read as one of the names.

    Args:
        person: Somebody of the Thai.
        names: The words of each name of the English.
        others: The given names of the other people of the Thai.
    """
    best, has_family = 0.0, False
    letters = initials(person.given)
    for name in names:
        # A foreigner's name may be shortened to the family name, unless it is another one's given name.
        if person.family and len(name) == 1 and likeness(person.family, name[0]) >= _FAMILY:
            if not any(likeness(other, name[0]) >= _READS for other in others):
                return True
            continue
        if name[0][0].lower() not in letters:  # it cannot be read from the given name at all
            continue
        given = likeness(person.given, name[0])
        if person.family and len(name) > 1:
            family = max(likeness(person.family, word) for word in name[1:])
            if (given >= _READS and family >= _FAMILY) or (given >= _HALF and family >= _CERTAIN):
                return True
        if given > best:
            best, has_family = given, bool(person.family) and len(name) > 1
    return best >= _READS and not has_family


def _is_in_latin(person: TitledName, source: str) -> bool:
    """Whether the Thai has the name in Latin letters too, right after it, and not some other Latin."""
    beside = _IN_LATIN.match(source, person.span[1])
    if beside is None:
        return False
    letters = initials(person.given) + initials(person.family)
    return bool(_LATIN_TITLE.search(beside[1])) or any(
        word[0].lower() in letters for word in _CAPITALISED.findall(beside[1])
    )


def _is_in(person: TitledName, runs: list[list[str]], enough: float) -> bool:
    """Whether a name is among words with capitals: a given name alone, or with a fitting family name."""
    for run in runs:
        for at, word in enumerate(run):
            following = run[at + 1 : at + 4]
            given = likeness(person.given, word)
            if person.family and following and following[0] not in _OFFICES:
                family = max(likeness(person.family, other) for other in following)
                if (given >= _READS and family >= _FAMILY) or family >= _CERTAIN:
                    return True
            elif given >= enough:
                return True
    return False


def _spellings(pair: Pair) -> dict[str, tuple[str, ...]]:
    """Thai names of the people in the glossary and their accepted English."""
    return {match.term.source: match.term.accepted for match in pair.matches if match.term.domain == "people"}


def _is_spelt(person: TitledName, target: str, known: dict[str, tuple[str, ...]]) -> bool:
    """Whether the glossary knows the person and the English has its spelling, whatever it sounds like."""
    forms = [form for thai, accepted in known.items() if person.given in thai for form in accepted]
    return any(occurs(word, target) for form in forms for word in (form, form.split()[0]))


class GlossaryNames:
    """People of the glossary."""

    id: ClassVar[str] = "glossary-names"
    severity: ClassVar[Severity] = Severity.WARNING
    description: ClassVar[str] = (
        "A person of the glossary is named, and the English has neither the full name nor the family or "
        "given name as the glossary spells it."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        if not pair.target:
            return
        for match in pair.matches:
            term = match.term
            if term.domain != "people" or term in match.stale:
                continue
            words = {word for form in term.accepted for word in (form, *form.split())}
            if not any(occurs(word, pair.target) for word in words):
                known = standard(term.source)
                options = f"{term.target} or RTGS {known}" if known else term.target
                yield Problem(f"expected {options} for {term.source}", (match.start, match.end))


def rtgs(thai: str) -> str:
    """PyThaiNLP's romanisation of a name, capitalised; empty where it has none.

    Its "royin" engine follows the Royal Institute's rules; it is loaded only for a message.
    """
    from pythainlp.transliterate import royin

    # The same words, without the tree of them that PyThaiNLP would build for this alone.
    royin.word_tokenize = tokens  # type: ignore[assignment, attr-defined]
    return " ".join(royin.romanize(word).capitalize() for word in thai.split())


def standard(thai: str) -> str:
    """The RTGS spelling of a name; empty where PyThaiNLP's is no likely one.

    It reads implied vowels and tells syllables apart in one name of two (ทวีสิน is no Thwisin); what
    the model of spellings finds likely too is right.
    """
    spelt = [(word, rtgs(word)) for word in thai.split()]
    is_sure = all(latin.lower() in spellings(word, _LOOKED_THROUGH) for word, latin in spelt)
    return " ".join(latin for _, latin in spelt) if is_sure else ""


def variants(word: str) -> tuple[str, ...]:
    """Likely spellings of one name or family name, capitalised: RTGS first where it is known."""
    likely = (latin.capitalize() for latin in spellings(word, _OFFERED))
    return tuple(dict.fromkeys(filter(None, (standard(word), *likely))))[:_OFFERED]


def romanised(thai: str) -> str:
    """What is offered for a name: its RTGS spelling where it is known, and the likely ones."""
    offered = " ".join(filter(None, ("/".join(variants(word)) for word in thai.split())))
    known = standard(thai)
    return ", ".join(filter(None, (known and f"RTGS {known}", offered if offered != known else "")))


#: Spellings offered for a word, and among how many the RTGS one must be.
_OFFERED, _LOOKED_THROUGH = 4, 20
