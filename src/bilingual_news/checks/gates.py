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
from itertools import repeat
from operator import eq
from typing import TYPE_CHECKING, Final

from bilingual_news.checks.inventions import unaccounted
from bilingual_news.checks.people import ranked_people, thai_people
from bilingual_news.checks.polarity import may_negate
from bilingual_news.checks.polarity_english import PLAIN_WORDS
from bilingual_news.checks.pronouns import PRONOUNS
from bilingual_news.checks.runs import LEAST_REPEATED, stands_thrice, stands_twice, stutters
from bilingual_news.checks.sense import mismatches
from bilingual_news.checks.signs import (
    ASKED,
    BOUNDED,
    CHANGED,
    CONDITIONAL,
    DATED,
    FISCAL_YEAR,
    NEGATED,
    RANKED,
    SCALED,
    SHARED,
    TAGGED,
    TITLED,
    signs,
)
from bilingual_news.checks.tabled import first_words, tabled
from bilingual_news.checks.text import CUT_WORDS, WHOLE_ENDS, are_paired, is_usual_length
from bilingual_news.checks.wording import repeated_glosses
from bilingual_news.facts.bounds import contrary_bounds
from bilingual_news.facts.calendar_names import may_name_days
from bilingual_news.facts.compare import (
    agree,
    calendar_differences,
    differences,
    worded_differences,
)
from bilingual_news.facts.directions import contrary_directions
from bilingual_news.facts.exchanged import exchanged
from bilingual_news.facts.fractions import may_state_in_digits, other_fractions
from bilingual_news.facts.ordinals import ordinal_contradictions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilingual_news.checks.base import Check, Pair

(
    ALWAYS, SPACES, FOREIGN, LOOPS, TWICE, FACTS, WORDED, CALENDAR, FISCAL, LATIN, HASH, TITLES,
    PEOPLE, ADDRESSES,
    NEGATION, DOUBT, QUESTION, TERMS, BRACKETS, QUOTES, PUNCTUATION, CAPITAL, ENDING, MARKUP,
    STALE, FORBIDDEN, VERBATIM, NAMED, ORDER, CUT, LENGTH, SCORED, LIMIT, PRONOUN, ACRONYM, ADDED,
    CONTRARY, ARTICLE, GLOSS, CONDITION, PLACES, MEANT, LOST, TURNED,
) = (1 << i for i in range(44))  # fmt: skip
EVERYTHING: Final = (1 << 44) - 1

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
    "list-item": LOST, "list-order": TURNED,
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
_VOWELS, _CONSONANTS = b"aeio", b"bcdfghjklmnpqrstvwxyz"
#: Words of an English that negates plainly; of n't the table of words leaves t.
_NEGATIONS: Final = frozenset((*(word.encode() for word in PLAIN_WORDS), b"t", b"ts"))
_SPACE: Final = ord(" ")
_ADDRESS_PARTS: Final = (b"://", b"www.", b"@", b".th", b".com", b".net", b".org")
_TITLES: Final = frozenset((b"mr", b"mrs", b"ms", b"miss"))
#: What `tabled` finds, as bits from one on.
_TABLED: Final = PLACES | MEANT | LOST | TURNED
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
    said = signs(source)
    found = ALWAYS | _of_marks(said, target) | _of_shape(shape)
    found |= _of_words(words, pair, said, wanted) | _of_inventions(pair, raw, wanted)
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
    if wanted & CONTRARY and _is_contrary(source, target, said, has_digits=has_digits):
        found |= CONTRARY
    return found | _of_thai(source, target, said, wanted)


def _of_facts(source: str, target: str, wanted: int) -> int:
    if not wanted & (FACTS | ORDER) or agree(source, target):
        return 0
    found = FACTS if wanted & FACTS and differences(source, target) else 0
    return found | ORDER if wanted & ORDER and exchanged(source, target) else found


def _is_contrary(source: str, target: str, said: int, *, has_digits: bool) -> bool:
    """Whether what is said of a number is turned round; bounds, changes and ordinals stand beside digits."""
    if has_digits and (
        (said & BOUNDED and contrary_bounds(source, target))
        or (said & CHANGED and contrary_directions(source, target))
        or ordinal_contradictions(source, target)
    ):
        return True
    may_share = said & SHARED or (has_digits and may_state_in_digits(source))
    return bool(may_share and other_fractions(source, target))


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


def _of_marks(said: int, target: str) -> int:
    found = 0
    if "(" in target or ")" in target or "[" in target or "]" in target:
        if not are_paired(target):
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
    if said & CONDITIONAL:
        found |= CONDITION
    if said & ASKED or "?" in target:
        found |= QUESTION
    if said & TAGGED:
        found |= HASH
    if said & FISCAL_YEAR:
        found |= FISCAL
    return found


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


def _of_words(words: list[bytes], pair: Pair, said: int, wanted: int) -> int:
    source, target = pair.source, pair.target
    unique = set(words)
    found = _of_repetition(words, len(words) - len(unique))
    if b"if" in unique or b"unless" in unique:
        found |= CONDITION
    if (b"a" in unique and _precedes(words, b"a", _VOWELS)) or (
        b"an" in unique and _precedes(words, b"an", _CONSONANTS)
    ):
        found |= ARTICLE
    if stutters(unique):
        found |= LOOPS
    if wanted & _TABLED and (named := unique & first_words()):
        found |= PLACES * tabled(source, target, named)
    if said & TITLED and wanted & PRONOUN and not unique.isdisjoint(_PRONOUNS) and thai_people(source):
        found |= PRONOUN
    if wanted & TITLES and not unique.isdisjoint(_TITLES) and _has_more_titles(words, source):
        found |= TITLES
    if wanted & (NEGATION | DOUBT) and (
        (said & NEGATED and may_negate(source)) or not unique.isdisjoint(_NEGATIONS)
    ):
        found |= _of_sense(source, target)
    return found


def _of_repetition(words: list[bytes], doubles: int) -> int:
    """Words and runs of words that follow themselves.

    Args:
        words: The words of a text.
        doubles: How many of them stood there before.
    """
    if not doubles:
        return 0
    following = words[1:]
    same = sum(map(eq, words, following))
    repeated = len(following) - len(set(zip(words, following))) if doubles > 1 else 0  # noqa: B905
    found = TWICE if same or (repeated and stands_twice(words, repeated)) else 0
    # Three times the same word, or a run of two or more words three times: two neighbours three times.
    if same > 1 or (repeated >= LEAST_REPEATED and stands_thrice(words, following)):
        found |= LOOPS
    return found


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


def _of_sense(source: str, target: str) -> int:
    """Whether the sides negate unequally; asked where one of them negates at all."""
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


def _of_thai(source: str, target: str, said: int, wanted: int) -> int:
    found = 0
    if wanted & PEOPLE and (
        (said & TITLED and thai_people(source)) or (said & RANKED and ranked_people(source))
    ):
        found = PEOPLE
    if said & DATED and wanted & CALENDAR and may_name_days(source) and calendar_differences(source, target):
        found |= CALENDAR
    if said & SCALED and wanted & WORDED and worded_differences(source, target):
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
