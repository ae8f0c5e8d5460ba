"""Find the terms of a Thai text: Aho–Corasick over all forms, longest match, safe at word edges.

Thai has no word separators, so a term can stand inside another word (สภา in สภาพ, นายก in นครนายก).
Measured on the corpus: longest match removes the 27 % of hits that lie inside a longer term; of the
rest about 7 % are wrong, nearly all of them for terms of up to five characters. Longer terms need
only whole character clusters at their edges; short ones must also begin and end where newmm puts a
word boundary. Abbreviations must not be a part of a longer abbreviation (น. in น.ส.).
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import GlossaryError
from bilingual_news.glossary.forms import Folded, Form, derived, forms, is_bare_abbreviation
from bilingual_news.glossary.table import read_table
from bilingual_news.model import Term, TermMatch
from bilingual_news.text import is_thai
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

_SHORT: Final = 5
_WINDOW: Final = 40
_LEADING_VOWELS: Final = frozenset("เแโใไ")
#: Characters that belong to the consonant before them.
_FOLLOWING: Final = frozenset(
    f"ะาำๅ{''.join(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))}"
)
_SHORT_ABBREVIATION = re.compile(r"(?:^|\.)[ก-ฮ]{1,2}\.$")
_MORE_ABBREVIATION = re.compile(r"[ก-ฮ]{1,2}\.")
_MORE_NUMBER = re.compile(r"[.,]?[0-9]")
#: ฯ cuts a long name short; with less than this before it the rest is anyone's guess (คณะกรรมการฯ).
_LEAST_CUT: Final = 12
_LONGEST_CUT: Final = 60
_MOST_COMPLETIONS: Final = 40
_PAIYANNOI: Final = "ฯ"


class _Slot:
    """A key of the automaton: the terms that may be meant by it, and where it may have spaces."""

    __slots__ = ("abbreviation", "bare", "foreign_end", "foreign_start", "gaps", "length", "numeric", "short",
                 "terms")  # fmt: skip

    def __init__(self, key: str, gaps: frozenset[int], *, bare: bool = False) -> None:
        self.terms: list[Term] = []
        self.gaps = gaps
        self.length = len(key)
        self.bare = bare
        self.abbreviation = key.endswith(".")
        self.numeric = key[-1].isdigit()
        self.foreign_start, self.foreign_end = not is_thai(key[0]), not is_thai(key[-1])
        self.short = len(key) <= _SHORT and not self.foreign_start

    def choose(self, text: str, day: date | None) -> Term | None:
        """The first of the terms that is valid on a day and whose context stands in the text."""
        for term in self.terms:
            if day and not is_valid(term, day):
                continue
            if term.context and not any(word in text for word in term.context):
                continue
            return term
        return None


class Termbase:
    """All terms of a project, ready to be found in text.

    Args:
        terms: The terms; for one form, higher priority wins, then a row with context words over one
            without, then the earlier row.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._slots: dict[str, _Slot] = {}
        for term in self.terms:
            for form in forms(term):
                self._add(form, term)
        self._derive()
        for slot in self._slots.values():
            if len(slot.terms) > 1:
                slot.terms.sort(key=lambda term: (-term.priority, not term.context))

    def _add(self, form: Form, term: Term) -> None:
        slot = self._slots.get(form.key)
        if slot is None:
            slot = self._slots[form.key] = _Slot(form.key, form.gaps)
        else:
            slot.gaps |= form.gaps
        slot.terms.append(term)

    def _derive(self) -> None:
        """Add the derived forms that belong to one term only and are not listed for any."""
        owners: dict[str, set[Term]] = {}
        for term in self.terms:
            for key in derived(term):
                owners.setdefault(key, set()).add(term)
        for key, terms in owners.items():
            if key not in self._slots and len(terms) == 1:
                slot = self._slots[key] = _Slot(key, frozenset(), bare=is_bare_abbreviation(key))
                slot.terms.extend(terms)

    def __len__(self) -> int:
        """The number of terms."""
        return len(self.terms)

    @cached_property
    def digest(self) -> str:
        """Eight hex digits that change with any term: part of the signature of a catalog."""
        text = "\n".join(repr((t.source, t.accepted, t.variants, t.forbidden, t.valid_from, t.valid_to,
                               t.context, t.priority, t.part_of_speech, t.case_sensitive, t.note))
                         for t in self.terms)  # fmt: skip
        return hashlib.sha256(text.encode()).hexdigest()[:8]

    def find(self, text: str, day: date | None = None) -> tuple[TermMatch, ...]:
        """The terms of a normalised Thai text, in order, without overlaps.

        Args:
            text: A normalised segment or paragraph.
            day: Date of the article; terms that are not valid on it are left out.

        Returns:
            Matches with half-open code-point spans. Of two overlapping candidates the longer wins,
            then the earlier. Each carries the terms of its form that another date would call for.
        """
        if not self._slots:
            return ()
        folded = Folded(text)
        boundaries = _Boundaries(folded.text)
        found = []
        for last, slot in self._automaton.iter(folded.key):
            first = last + 1 - slot.length
            if not folded.bridges(first, last + 1, slot.gaps):
                continue
            start, end = folded.start(first), folded.end(last + 1)
            if not _at_edges(folded.text, (start, end), slot, boundaries):
                continue
            term = slot.choose(text, day)
            if term:
                found.append(TermMatch(term, start, end, _stale(slot, term, day)))
        if _PAIYANNOI in text:
            found += self._completed(folded, day)
        return _longest(found)

    def find_stale(self, text: str, day: date) -> tuple[TermMatch, ...]:
        """The terms that stand in a text of a day on which none of their rows is valid."""
        valid = {(match.start, match.end) for match in self.find(text, day)}
        return tuple(
            replace(match, stale=(match.term,))
            for match in self.find(text)
            if (match.start, match.end) not in valid and not is_valid(match.term, day)
        )

    def _completed(self, folded: Folded, day: date | None) -> Iterator[TermMatch]:
        """Names cut short by ฯ, where what stands before it begins one name only."""
        keys = self._sorted_keys
        key = folded.key
        at = key.find(_PAIYANNOI)
        while at >= 0:
            for start in range(max(0, at - _LONGEST_CUT), at - _LEAST_CUT + 1):
                prefix = key[start:at]
                low = bisect_left(keys, prefix)
                if low < len(keys) and keys[low].startswith(prefix):
                    match = self._completion(folded, (start, at), low, day)
                    if match:
                        yield match
                        break
            at = key.find(_PAIYANNOI, at + 1)

    def _completion(
        self, folded: Folded, span: tuple[int, int], low: int, day: date | None
    ) -> TermMatch | None:
        start, at = span
        prefix = folded.key[start:at]
        begun = []
        for known in self._sorted_keys[low : low + _MOST_COMPLETIONS + 1]:
            if not known.startswith(prefix):
                break
            begun.append(known)
        chosen = {slot.choose(folded.text, day) for slot in map(self._slots.__getitem__, begun)} - {None}
        if len(begun) > _MOST_COMPLETIONS or len({term.target for term in chosen if term}) != 1:
            return None
        # A person's first name with ฯ is not the full name, and a cut inside a cluster is none.
        term = next(term for term in chosen if term)
        rest = begun[0][len(prefix) :]
        if term.domain == "people" or rest[:1] in _FOLLOWING or prefix[-1] in _LEADING_VOWELS:
            return None
        first = folded.start(start)
        before = folded.text[first - 1 : first]
        if before and before in _LEADING_VOWELS:
            return None
        gaps = self._slots[begun[0]].gaps
        return TermMatch(term, first, folded.end(at + 1)) if folded.bridges(start, at + 1, gaps) else None

    @cached_property
    def _sorted_keys(self) -> list[str]:
        return sorted(key for key, slot in self._slots.items() if slot.length > _LEAST_CUT)

    @cached_property
    def _automaton(self) -> Any:  # noqa: ANN401 - pyahocorasick has no types
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for key, slot in self._slots.items():
            automaton.add_word(key, slot)
        automaton.make_automaton()
        return automaton


def is_valid(term: Term, day: date) -> bool:
    """Whether a term applies to an article of a day."""
    return not ((term.valid_from and day < term.valid_from) or (term.valid_to and day > term.valid_to))


def _stale(slot: _Slot, chosen: Term, day: date | None) -> tuple[Term, ...]:
    if day is None or len(slot.terms) == 1:
        return ()
    return tuple(term for term in slot.terms if term is not chosen and not is_valid(term, day))


def load_termbase(folder: Path) -> Termbase:
    """Read every CSV file of a folder, in the order of their names.

    Args:
        folder: A folder; a missing one gives an empty termbase.

    Raises:
        GlossaryError: For the first row that cannot be used, with its file and line.
    """
    terms: list[Term] = []
    for path in sorted(folder.glob("*.csv")):
        found, errors = read_table(path)
        if errors:
            first = errors[0]
            more = f" (and {len(errors) - 1} more rows)" if len(errors) > 1 else ""
            raise GlossaryError(
                f"{first.message}{more}.",
                path=path,
                line=first.line,
                hint="Run `bilingual-news glossary lint` for all of them.",
            )
        terms.extend(found)
    return Termbase(terms)


class _Boundaries:
    """Word boundaries of a text by newmm, computed around a place only when asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, frozenset[int]] = {}

    def around(self, start: int, end: int) -> frozenset[int]:
        """Boundaries in the run of text between the nearest spaces (at most 40 characters away)."""
        left = self._text.rfind(" ", max(0, start - _WINDOW), start) + 1 or max(0, start - _WINDOW)
        right = self._text.find(" ", end, end + _WINDOW)
        right = right if right >= 0 else min(len(self._text), end + _WINDOW)
        if left not in self._known:
            self._known[left] = frozenset(_edges(self._text[left:right], left))
        elif right not in self._known[left]:
            self._known[left] |= frozenset(_edges(self._text[left:right], left))
        return self._known[left]


def _edges(run: str, offset: int) -> Iterator[int]:
    yield offset
    for token in tokens(run):
        offset += len(token)
        yield offset


def _at_edges(text: str, span: tuple[int, int], slot: _Slot, boundaries: _Boundaries) -> bool:
    start, end = span
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in _LEADING_VOWELS:
        return False
    if slot.abbreviation:
        return _abbreviation_stands(text, text[start:end], before, end)
    if slot.bare:
        return not (_is_letter(before) or _is_letter(after) or after == ".")
    if (after and after in _FOLLOWING) or text[start] in _FOLLOWING:
        return False
    if slot.foreign_start and before.isalnum() and not is_thai(before):
        return False
    if slot.foreign_end and after.isalnum() and not is_thai(after):
        return False
    if slot.numeric and _MORE_NUMBER.match(text, end):
        return False
    if not slot.short or not (_is_letter(before) or _is_letter(after)):
        return True
    near = boundaries.around(start, end)
    return start in near and end in near


def _is_letter(char: str) -> bool:
    """Whether a neighbour is a Thai letter: ๆ, ฯ and ฿ are none."""
    return bool(char) and is_thai(char) and char not in "ๆฯ฿"


def _abbreviation_stands(text: str, form: str, before: str, end: int) -> bool:
    if before == "." or (before and is_thai(before) and before not in "ๆฯ"):
        return False
    return not (_SHORT_ABBREVIATION.search(form) and _MORE_ABBREVIATION.match(text, end))


def _longest(candidates: list[TermMatch]) -> tuple[TermMatch, ...]:
    """Of overlapping matches the longest, then the earliest; in order."""
    if len(candidates) < 2:  # noqa: PLR2004 - nothing can overlap
        return tuple(candidates)
    chosen: list[TermMatch] = []
    taken: set[int] = set()
    for match in sorted(candidates, key=lambda match: (match.start - match.end, match.start)):
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(match)
    chosen.sort(key=lambda match: match.start)
    return tuple(chosen)
