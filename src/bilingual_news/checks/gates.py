"""Which checks can say anything of a pair: one quick look at it spares most of them.

A look finds the traits of a pair: it has digits, an unpaired bracket, a Thai negation… A check that is
named in `GATES` speaks only of pairs with one of its traits, and is not asked about others; one that is
not named is always asked. A trait may stand where the check then finds nothing, never the other way
round: tests compare the findings with and without gates.

The looks run in C: `in`, `count`, set operations, and `bytes.translate`, which brings a text to the
few characters that matter in a third of a microsecond.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import repeat
from operator import eq
from typing import TYPE_CHECKING, Final

from bilingual_news.checks.conditions import may_condition
from bilingual_news.checks.contrary import is_contrary
from bilingual_news.checks.inventions import unaccounted
from bilingual_news.checks.meaning import MEANINGS
from bilingual_news.checks.people import people, thai_people
from bilingual_news.checks.places import PLACES as PLACE_TABLE
from bilingual_news.checks.polarity import may_negate
from bilingual_news.checks.polarity_english import PLAIN_WORDS
from bilingual_news.checks.pronouns import PRONOUNS
from bilingual_news.checks.sense import mismatches
from bilingual_news.checks.text import CUT_WORDS, WHOLE_ENDS, is_usual_length
from bilingual_news.checks.wording import repeated_glosses
from bilingual_news.facts.calendar_names import may_name_days
from bilingual_news.facts.compare import (
    agree,
    calendar_differences,
    differences,
    worded_differences,
)
from bilingual_news.facts.exchanged import exchanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilingual_news.checks.base import Check, Pair

(
    ALWAYS, SPACES, FOREIGN, LOOPS, TWICE, FACTS, WORDED, CALENDAR, FISCAL, LATIN, HASH, TITLES,
    PEOPLE, ADDRESSES,
    NEGATION, DOUBT, QUESTION, TERMS, BRACKETS, QUOTES, PUNCTUATION, CAPITAL, ENDING, MARKUP,
    STALE, FORBIDDEN, VERBATIM, NAMED, ORDER, CUT, LENGTH, SCORED, LIMIT, PRONOUN, ACRONYM, ADDED,
    CONTRARY, PLACES, ARTICLE, GLOSS, CONDITION, MEANT,
) = (1 << i for i in range(42))  # fmt: skip
EVERYTHING: Final = (1 << 42) - 1

#: Check → the traits of which one must be there for it to speak.
GATES: Final[dict[str, int]] = {
    "empty": SPACES, "untranslated": FOREIGN, "thai-letters": FOREIGN, "loop": LOOPS, "truncated": CUT,
    "length": LENGTH, "low-confidence": SCORED, "decoder-limit": LIMIT,
    "numbers": FACTS, "number-words": WORDED, "number-order": ORDER, "percent": FACTS, "money": FACTS,
    "dates": FACTS | CALENDAR, "weekdays": CALENDAR, "times": FACTS, "phones": FACTS, "units": FACTS,
    "bounds": CONTRARY, "direction": CONTRARY, "ordinals": CONTRARY, "fractions": CONTRARY,
    "added-year": FACTS, "fiscal-year": FISCAL, "latin": LATIN, "addresses": ADDRESSES, "hashtags": HASH,
    "titles": TITLES, "ms-title": TITLES,
    "names": PEOPLE, "glossary-names": NAMED, "negation": NEGATION, "negation-doubt": DOUBT,
    "places": PLACES, "place-added": PLACES, "royals": PLACES,
    "a-an": ARTICLE, "repeated-gloss": GLOSS, "condition": CONDITION, "meaning": MEANT,
    "question": QUESTION, "term-missing": TERMS, "term-forbidden": FORBIDDEN, "term-verbatim": VERBATIM,
    "term-outdated": STALE, "brackets": BRACKETS, "mixed-quotes": QUOTES,
    "outer-space": SPACES, "double-space": SPACES, "double-word": TWICE, "punctuation": PUNCTUATION,
    "pronouns": PRONOUN, "acronym-initials": ACRONYM, "invented-acronym": ACRONYM, "invented-body": ADDED,
    "capital": CAPITAL, "end-punctuation": ENDING, "invisible": FOREIGN | SPACES, "markup": MARKUP,
}  # fmt: skip

_THAI_DIGIT = re.compile("[๐-๙]")
#: A Latin word and what may belong to it or follow it in a title.
_PHRASE = re.compile(rb"[A-Za-z][A-Za-z0-9 &'+./-]*")
_STUTTER = re.compile(rb"([a-z]{2,4})\1{3,}")
_LEAST_STUTTER: Final = 8
_LEAST_DOUBLES: Final = 4
#: More often than this, neighbours may be part of a run that stands four times; see `repetition`.
_LEAST_REPEATS: Final = 3
_LONGEST_RUN: Final = 8
_LONGEST_TWICE: Final = 12
_VOWELS, _CONSONANTS = b"aeio", b"bcdfghjklmnpqrstvwxyz"
#: Words of an English that negates plainly; of n't the table of words leaves t.
_NEGATIONS: Final = frozenset((*(word.encode() for word in PLAIN_WORDS), b"t", b"ts"))
_SPACE: Final = ord(" ")
_NO_BRACKETS: Final = bytes(code for code in range(256) if chr(code) not in "()[]")
_ADDRESS_PARTS: Final = (b"://", b"www.", b"@", b".th", b".com", b".net", b".org")
_TITLES: Final = frozenset((b"mr", b"mrs", b"ms", b"miss"))
_TABLES: Final = ((PLACES, PLACE_TABLE), (MEANT, MEANINGS))
_CUT_WORDS: Final = frozenset(word.encode() for word in CUT_WORDS)
_PRONOUNS: Final = frozenset(word.encode() for word in PRONOUNS)
#: Every capital as A: an acronym has three in a row.
_CAPITALS: Final = bytes(ord("A") if ord("A") <= code <= ord("Z") else code for code in range(256))


def _tables() -> tuple[bytes, ...]:
    """Tables from cp1252: small words; words as they are; shapes of the English and of the Thai."""
    words, cased, english, thai = (bytearray() for _ in range(4))
    for code in range(256):
        char = bytes((code,)).decode("cp1252", "replace")
        small = char.lower().encode("cp1252", "replace")
        is_letter = char.isalnum() or char == "_"
        words += small if is_letter else b" "
        cased += bytes((code,)) if is_letter else b" "
        is_hidden = code != 0x20 and (not char.isprintable() or char.isspace())  # noqa: PLR2004
        plain = b"," if char in ",;" else b"." if char in ".?" else b"\0" if is_hidden else bytes((code,))
        english += b"0" if char in "0123456789" else b"a" if "a" <= char <= "z" else plain
        thai += b"0" if char in "0123456789" else b"a" if char.isascii() and char.isalpha() else b" "
    return tuple(map(bytes, (words, cased, english, thai)))


_WORDS, _CASED, _ENGLISH, _THAI = _tables()
#: Words of which it is known that they hold no syllable four times.
_known: set[bytes] = set()
_MOST_KNOWN: Final = 1 << 16


def traits(pair: Pair, wanted: int = EVERYTHING) -> int:
    """The traits of a pair, as the sum of their bits.

    Args:
        pair: A pair.
        wanted: The traits that matter; dear ones are looked for only if they are among them.
    """
    source, target = pair.source, pair.target
    raw = _encoded(target)
    if raw is None or not target:
        return EVERYTHING
    shape = raw.translate(_ENGLISH)
    words = raw.translate(_WORDS).split()
    found = ALWAYS | _of_marks(source, target) | _of_shape(shape)
    found |= _of_words(words, source, target, wanted) | _of_inventions(pair, raw, wanted)
    if pair.matches:
        found |= _of_terms(pair)
    if pair.is_title or target[-1] in ":;" or found & SPACES:
        found |= ENDING
    if not is_usual_length(source, len(target)):
        found |= LENGTH
    if pair.minimum is not None:
        found |= SCORED
    if pair.at_limit:
        found |= LIMIT
    last = target[-1]
    if words[-1] in _CUT_WORDS if last.isalnum() else last not in WHOLE_ENDS:
        found |= CUT
    ascii_ = source.encode("ascii", "replace")
    figures = ascii_.translate(_THAI)
    if b"a" in figures:
        found |= _of_latin(ascii_, raw) if "’" not in source else ADDRESSES | LATIN
    has_digits = b"0" in shape or b"0" in figures or bool(_THAI_DIGIT.search(source))
    if has_digits:
        found |= _of_facts(source, target, wanted)
    if wanted & CONTRARY and is_contrary(source, target, has_digits=has_digits):
        found |= CONTRARY
    return found | _of_thai(source, target, wanted)


def _of_facts(source: str, target: str, wanted: int) -> int:
    if not wanted & (FACTS | ORDER) or agree(source, target):
        return 0
    found = FACTS if wanted & FACTS and differences(source, target) else 0
    return found | ORDER if wanted & ORDER and exchanged(source, target) else found


def _encoded(target: str) -> bytes | None:
    """The bytes of an English text; None for one with Thai, hidden or other rare characters."""
    if target.isascii():
        return target.encode("ascii")
    try:
        return target.encode("cp1252")
    except UnicodeEncodeError:
        return None


def _of_terms(pair: Pair) -> int:
    found = TERMS
    for match in pair.matches:
        term = match.term
        if match.stale:
            found |= STALE
        if term.forbidden:
            found |= FORBIDDEN
        if term.is_verbatim:
            found |= VERBATIM
        if term.domain == "people":
            found |= NAMED
    return found


def _of_inventions(pair: Pair, target: bytes, wanted: int) -> int:
    """Bodies of the English that the Thai has not, and acronyms that nothing accounts for."""
    found = ADDED if pair.added else 0
    if wanted & ACRONYM and b"AAA" in target.translate(_CAPITALS) and unaccounted(pair):
        found |= ACRONYM
    return found


def _of_marks(source: str, target: str) -> int:
    found = 0
    if "(" in target or ")" in target or "[" in target or "]" in target:
        if not _are_paired(target):
            found |= BRACKETS
        if "( " in target or " )" in target or "[ " in target or " ]" in target:
            found |= PUNCTUATION
        if any(repeated_glosses(target)):
            found |= GLOSS
    if "“ " in target or " ”" in target:
        found |= PUNCTUATION
    if '"' in target or target.count("“") != target.count("”") or ("’" in target and "'" in target):
        found |= QUOTES
    if "<" in target or "&" in target:
        found |= MARKUP
    if may_condition(source):
        found |= CONDITION
    if "?" in target or "?" in source:
        found |= QUESTION
    if "#" in source:
        found |= HASH
    if "ปีงบประมาณ" in source:
        found |= FISCAL
    return found


def _are_paired(text: str) -> bool:
    """Whether every bracket is closed after it was opened, which no list marker is."""
    brackets = text.encode("ascii", "ignore").translate(None, _NO_BRACKETS)
    return not brackets.replace(b"()", b"").replace(b"[]", b"")


def _of_shape(shape: bytes) -> int:
    found = 0
    if b"  " in shape or b"\0" in shape or shape[0] == _SPACE or shape[-1] == _SPACE:
        found |= SPACES
    # One byte is sought ten times as fast as two.
    if shape.find(b".", 0, -1) >= 0 and (b". a" in shape or b" ." in shape or b".." in shape):
        found |= CAPITAL | PUNCTUATION
    if shape.endswith(b" .") or b"!" in shape:
        found |= PUNCTUATION
    if b"," in shape and (b" ," in shape or b",," in shape or b",." in shape):
        found |= PUNCTUATION
    return found


def _of_words(words: list[bytes], source: str, target: str, wanted: int) -> int:
    unique = set(words)
    found = 0
    doubles = len(words) - len(unique)
    if doubles:
        following = words[1:]
        same = sum(map(eq, words, following))
        repeated = 0
        if doubles > 1:
            repeated = len(following) - len(set(zip(words, following)))  # noqa: B905 - the last has none after it
        if same or (repeated and _stands_twice(words, repeated)):
            found |= TWICE
        # Three times the same word, or a run of two or more words three times: two neighbours three times.
        if same > 1 or (doubles >= _LEAST_DOUBLES and _thrice(words, following, repeated)):
            found |= LOOPS
    if b"if" in unique or b"unless" in unique:
        found |= CONDITION
    if (b"a" in unique and _precedes(words, b"a", _VOWELS)) or (
        b"an" in unique and _precedes(words, b"an", _CONSONANTS)
    ):
        found |= ARTICLE
    long = [word for word in unique if len(word) >= _LEAST_STUTTER]
    if not _known.issuperset(long):
        found |= _of_fresh(set(long) - _known)
    if wanted & (PLACES | MEANT) and (named := unique & _first_words()):
        for trait, table in _TABLES:
            if wanted & trait and table.may_differ(source, target, named):
                found |= trait
    if wanted & PRONOUN and not unique.isdisjoint(_PRONOUNS) and thai_people(source):
        found |= PRONOUN
    if wanted & TITLES and not unique.isdisjoint(_TITLES) and _has_more_titles(words, source):
        found |= TITLES
    return found | _of_sense(unique, source, target, wanted)


@cache
def _first_words() -> frozenset[bytes]:
    return PLACE_TABLE.first_words | MEANINGS.first_words


def _stands_twice(words: list[bytes], repeated: int) -> bool:
    """Whether a run of two to six words, hyphens cut, stands twice in a row: its neighbours are repeated."""
    longest = min(_LONGEST_TWICE, repeated + 1)
    return any(sum(map(eq, words, words[size:])) >= size for size in range(2, longest + 1))


def _precedes(words: list[bytes], article: bytes, letters: bytes) -> bool:
    """Whether an article stands before a word with one of these letters at its beginning."""
    at = -1
    for _ in range(words.count(article)):
        at = words.index(article, at + 1)
        if at + 1 < len(words) and words[at + 1][:1] in letters:
            return True
    return False


def _has_more_titles(words: list[bytes], source: str) -> bool:
    """Whether the English may have a title more often than the Thai: else none stands for another one."""
    stated = [person.title for person in thai_people(source)]
    ms = words.count(b"ms") + words.count(b"miss")
    return (
        words.count(b"mr") > stated.count("Mr")
        or words.count(b"mrs") > stated.count("Mrs")
        or ms > stated.count("Ms")
    )


def _of_sense(words: set[bytes], source: str, target: str, wanted: int) -> int:
    """Whether the sides may negate unequally: one of them must negate at all."""
    if not wanted & (NEGATION | DOUBT) or (words.isdisjoint(_NEGATIONS) and not may_negate(source)):
        return 0
    found = 0
    for mismatch in mismatches(source, target):
        found |= NEGATION if mismatch.is_sure else DOUBT
    return found


def _of_latin(source: bytes, target: bytes) -> int:
    """Latin words of the Thai that are not letter by letter in the English, and addresses."""
    found = 0
    words: list[bytes] = []
    if any(part in source for part in _ADDRESS_PARTS):
        found |= ADDRESSES | LATIN
    for phrase in _PHRASE.findall(source):
        cores = [core for chunk in phrase.split() if not (core := chunk.strip(b".&'+/-")).isdigit()]
        words = words or target.translate(_CASED).split()
        if phrase.strip(b" .&'+/-") not in target or not all(map(_is_word, cores, repeat(words))):
            return found | LATIN
    return found


def _is_word(core: bytes, words: list[bytes]) -> bool:
    """Whether a Latin word stands by itself in the English, and in the same letters: capitals matter."""
    return not core or (core.isalnum() and core in words)


def _thrice(words: list[bytes], following: list[bytes], repeated: int) -> bool:
    """Whether a run of words may stand three times in a row, or one of four words four times.

    Args:
        words: The words of a text.
        following: All but the first of them.
        repeated: How many neighbours stand there once more.
    """
    if repeated < 3:  # noqa: PLR2004 - ab ab ab: 3 of 5 too many
        return False
    third = following[1:]
    if len(third) - len(set(zip(words, following, third))) < 2:  # noqa: B905, PLR2004 - 2 of 4 too many
        return False
    if max(Counter(zip(words, following)).values()) > _LEAST_REPEATS:  # noqa: B905
        return True
    return any(sum(map(eq, words, words[size:])) >= 2 * size for size in range(2, _LONGEST_RUN + 1))


def _of_fresh(words: set[bytes]) -> int:
    stuttering = {word for word in words if _STUTTER.search(word)}
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    _known.update(words - stuttering)
    return LOOPS if stuttering else 0


def _of_thai(source: str, target: str, wanted: int) -> int:
    found = PEOPLE if wanted & PEOPLE and people(source) else 0
    if wanted & CALENDAR and may_name_days(source) and calendar_differences(source, target):
        found |= CALENDAR
    has_scale = (
        "ล้าน" in source or "ร้อย" in source or "พัน" in source or "สิบ" in source
        or "หมื่น" in source or "แสน" in source
    )  # fmt: skip
    if has_scale and wanted & WORDED and worded_differences(source, target):
        found |= WORDED
    return found


class Plan:
    """Some checks, and which of them are asked about a pair.

    Args:
        checks: The checks in their order.
    """

    __slots__ = ("_by_traits", "_checks", "_wanted")

    def __init__(self, checks: Iterable[Check]) -> None:
        self._checks = tuple((check, GATES.get(check.id, ALWAYS)) for check in checks)
        self._wanted = 0
        for _, needed in self._checks:
            self._wanted |= needed
        self._by_traits: dict[int, tuple[Check, ...]] = {}

    def asked(self, pair: Pair) -> tuple[Check, ...]:
        """The checks that may speak of a pair, in their order."""
        found = traits(pair, self._wanted) & self._wanted
        checks = self._by_traits.get(found)
        if checks is None:
            checks = tuple(check for check, needed in self._checks if needed & found)
            self._by_traits[found] = checks
        return checks
