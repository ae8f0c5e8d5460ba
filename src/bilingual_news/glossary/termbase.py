"""Find the terms of a Thai text: Aho–Corasick over all forms, longest match, safe at word edges.

Thai has no word separators, so a term can stand inside another word (สภา in สภาพ, นายก in นครนายก).
Measured on the corpus: longest match removes the 27 % of hits that lie inside a longer term; of the
rest about 7 % are wrong, nearly all of them for terms of up to five characters. Longer terms need
only whole character clusters at their edges; short ones must also begin and end where newmm puts a
word boundary. Abbreviations must not be a part of a longer abbreviation (น. in น.ส.).
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bilingual_news.errors import GlossaryError
from bilingual_news.files import listed
from bilingual_news.glossary.bodies import Bodies
from bilingual_news.glossary.edges import FOLLOWING, LEADING_VOWELS, Boundaries, Shape
from bilingual_news.glossary.forms import Folded, derived, forms, is_bare_abbreviation
from bilingual_news.glossary.table import read_table
from bilingual_news.model import Term, TermMatch
from bilingual_news.text import COPIED, COPIED_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

#: ฯ cuts a long name short; with less than this before it the rest is anyone's guess (คณะกรรมการฯ).
_LEAST_CUT: Final = 12
_LONGEST_CUT: Final = 60
_MOST_COMPLETIONS: Final = 40
_PAIYANNOI: Final = "ฯ"
_ET_CETERA: Final = "ฯลฯ"


class _Slot:
    """A key of the automaton: the terms that may be meant by it, and where it may have spaces."""

    __slots__ = ("_shape", "bare", "gaps", "is_dated", "key", "length", "terms")

    def __init__(self, key: str, gaps: frozenset[int], *, bare: bool = False) -> None:
        self.terms: list[Term] = []
        self.key = key
        self.gaps = gaps
        self.bare = bare
        self.length = len(key)
        self.is_dated = False
        self._shape: Shape | None = None

    @property
    def shape(self) -> Shape:
        """What the key asks of its neighbours; most keys of a termbase are never met in a run."""
        if self._shape is None:
            self._shape = Shape(self.key, bare=self.bare)
        return self._shape

    def choose(self, text: str, day: date | None) -> Term | None:
        """The first of the terms that is valid on a day and whose context stands in the text."""
        for term in self.terms:
            if day and not is_valid(term, day):
                continue
            if term.context and not any(word in text for word in term.context):
                continue
            return term
        return None


class Found(NamedTuple):
    """The terms of a text of a day, in order, without overlaps.

    Attributes:
        current: Those that are valid on it.
        stale: Where none of these stands: those that are valid on another day only.
    """

    current: tuple[TermMatch, ...] = ()
    stale: tuple[TermMatch, ...] = ()


class _Hits(NamedTuple):
    """What stands in a text, whatever the day, the longest first; and whether a name is cut short by ฯ."""

    folded: Folded
    hits: list[tuple[int, int, _Slot]]
    is_cut: bool

    @property
    def may_change(self) -> bool:
        """Whether a date can change what is meant by them; most terms are valid on any day."""
        return self.is_cut or any(hit[2].is_dated for hit in self.hits)


class Termbase:
    """All terms of a project, ready to be found in text.

    Args:
        terms: The terms; for one form, higher priority wins, then a row with context words over one
            without, then the earlier row.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)

    @cached_property
    def _slots(self) -> dict[str, _Slot]:
        """The terms by what they are found under; made when the first text is searched."""
        slots: dict[str, _Slot] = {}
        for term in self.terms:
            for form in forms(term):
                slot = slots.get(form.key)
                if slot is None:
                    slot = slots[form.key] = _Slot(form.key, form.gaps)
                else:
                    slot.gaps |= form.gaps
                slot.terms.append(term)
        slots |= {slot.key: slot for slot in self._derived() if slot.key not in slots}
        for slot in slots.values():
            slot.is_dated = any(term.valid_from or term.valid_to for term in slot.terms)
            if len(slot.terms) > 1:
                slot.terms.sort(key=lambda term: (-term.priority, not term.context))
        return slots

    def _derived(self) -> Iterator[_Slot]:
        """The derived forms that belong to one term only."""
        owners: dict[str, set[Term]] = {}
        for term in self.terms:
            for key in derived(term):
                owners.setdefault(key, set()).add(term)
        for key, terms in owners.items():
            if len(terms) == 1:
                slot = _Slot(key, frozenset(), bare=is_bare_abbreviation(key))
                slot.terms.extend(terms)
                yield slot

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
        return self._chosen(self._hits(text), day)

    def find_stale(self, text: str, day: date) -> tuple[TermMatch, ...]:
        """The terms that stand in a text of a day on which none of their rows is valid."""
        return self.look(text, day).stale

    def look(self, text: str, day: date | None) -> Found:
        """What `find` and `find_stale` give, at little more than the price of the first."""
        hits = self._hits(text)
        current = self._chosen(hits, day)
        if day is None or not hits.may_change:
            return Found(current)
        valid = {(match.start, match.end) for match in current}
        stale = [
            replace(match, stale=(match.term,))
            for match in self._chosen(hits, None)
            if (match.start, match.end) not in valid and not is_valid(match.term, day)
        ]
        return Found(current, tuple(stale))

    def _hits(self, text: str) -> _Hits:
        """What of the termbase stands in a text as letters go."""
        folded = Folded(text)
        found = self._automaton.iter(folded.key) if self._slots else ()
        hits = [(-slot.length, last + 1 - slot.length, slot) for last, slot in found]
        if len(hits) > 1:
            hits.sort(key=_longest_first)
        return _Hits(folded, hits, _PAIYANNOI in text)

    def _chosen(self, found: _Hits, day: date | None) -> tuple[TermMatch, ...]:
        """What is meant by the hits on a day."""
        folded, hits, is_cut = found
        if is_cut and self._slots:
            names = self._completed(folded, day)
            return _chosen(sorted([*hits, *names], key=_longest_first), folded, day)
        return _chosen(hits, folded, day) if hits else ()

    def added(self, source: str, target: str, matches: tuple[TermMatch, ...]) -> tuple[TermMatch, ...]:
        """The bodies and offices of an English text that its Thai does not have; see `Bodies.added`."""
        return self._bodies.added(source, target, matches)

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self.terms)

    def _completed(self, folded: Folded, day: date | None) -> Iterator[_Hit]:
        """Names cut short by ฯ, where what stands before it begins one name only."""
        keys, heads = self._sorted_keys
        key = folded.key
        at = key.find(_PAIYANNOI)
        while at >= 0:
            if key.startswith(_ET_CETERA, at):
                at = key.find(_PAIYANNOI, at + len(_ET_CETERA))
                continue
            for start in range(max(0, at - _LONGEST_CUT), at - _LEAST_CUT + 1):
                if key[start : start + _LEAST_CUT] not in heads:
                    continue
                prefix = key[start:at]
                low = bisect_left(keys, prefix)
                if low < len(keys) and keys[low].startswith(prefix):
                    match = self._completion(folded, (start, at), low, day)
                    if match:
                        yield start - at - 1, start, match
                        break
            at = key.find(_PAIYANNOI, at + 1)

    def _completion(
        self, folded: Folded, span: tuple[int, int], low: int, day: date | None
    ) -> TermMatch | None:
        start, at = span
        prefix = folded.key[start:at]
        begun = []
        for known in self._sorted_keys[0][low : low + _MOST_COMPLETIONS + 1]:
            if not known.startswith(prefix):
                break
            begun.append(known)
        chosen = {slot.choose(folded.text, day) for slot in map(self._slots.__getitem__, begun)} - {None}
        if len(begun) > _MOST_COMPLETIONS or len({term.target for term in chosen if term}) != 1:
            return None
        # A person's first name with ฯ is not the full name, and a cut inside a cluster is none.
        term = next(term for term in chosen if term)
        rest = begun[0][len(prefix) :]
        if term.domain == "people" or rest[:1] in FOLLOWING or prefix[-1] in LEADING_VOWELS:
            return None
        place = folded.span(start, at + 1, self._slots[begun[0]].gaps)
        if place is None or folded.text[place[0] - 1 : place[0]] in LEADING_VOWELS:
            return None
        return TermMatch(term, *place)

    @cached_property
    def _sorted_keys(self) -> tuple[list[str], frozenset[str]]:
        """The keys of names that are long enough to be cut short, and what they begin with."""
        keys = sorted(key for key, slot in self._slots.items() if slot.length > _LEAST_CUT)
        return keys, frozenset(key[:_LEAST_CUT] for key in keys)

    @cached_property
    def _automaton(self) -> Any:  # noqa: ANN401 - pyahocorasick has no types
        return _automaton(self._slots.values())


def _automaton(slots: Iterable[_Slot]) -> Any:  # noqa: ANN401 - pyahocorasick has no types
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for slot in slots:
        automaton.add_word(slot.key, slot)
    automaton.make_automaton()
    return automaton


def is_valid(term: Term, day: date) -> bool:
    """Whether a term applies to an article of a day."""
    return not ((term.valid_from and day < term.valid_from) or (term.valid_to and day > term.valid_to))


#: Length in the key, negative, and offset; then what stands there.
_Hit = tuple[int, int, _Slot | TermMatch]


def _longest_first(hit: _Hit) -> tuple[int, int]:
    return hit[:2]


def _chosen(hits: Iterable[_Hit], folded: Folded, day: date | None) -> tuple[TermMatch, ...]:
    """The hits that stand, in the order of the text.

    Each must be clear of all before it: of two that overlap the longer wins, then the earlier. What a
    longer term covers is never looked at, which saves most of the work.
    """
    taken = bytearray(len(folded.key))
    boundaries = Boundaries(folded.text)
    copied = _copied(folded.text)
    found: list[TermMatch] = []
    for size, first, slot in hits:
        end = first - size
        if taken.find(1, first, end) >= 0:
            continue
        match = slot if isinstance(slot, TermMatch) else _match(slot, (first, end), folded, boundaries, day)
        if match is None:
            continue
        if copied and any(start < match.end and match.start < stop for start, stop in copied):
            continue
        taken[first:end] = b"\1" * -size
        found.append(match)
    found.sort(key=_start)
    return tuple(found)


def _match(
    slot: _Slot, key: tuple[int, int], folded: Folded, boundaries: Boundaries, day: date | None
) -> TermMatch | None:
    place = folded.span(*key, slot.gaps)
    if place is None or not slot.shape.stands(folded.text, *place, boundaries):
        return None
    term = slot.choose(folded.text, day)
    return TermMatch(term, *place, _stale(slot, term, day)) if term else None


def _start(match: TermMatch) -> int:
    return match.start


def _copied(text: str) -> list[tuple[int, int]]:
    """Spans of addresses and hashtags: they are copied, not translated."""
    for sign in COPIED_SIGNS:
        if sign in text:
            return [match.span() for match in COPIED.finditer(text)]
    return []


def _stale(slot: _Slot, chosen: Term, day: date | None) -> tuple[Term, ...]:
    if day is None or len(slot.terms) == 1:
        return ()
    return tuple(term for term in slot.terms if term is not chosen and not is_valid(term, day))


def load_termbase(folder: Path) -> Termbase:
    """Read every CSV file of a folder, in the order of their names.

    Args:
        folder: A folder; a missing one gives an empty termbase.

    Raises:
        GlossaryError: For the first row that cannot be used, with its file and line; for a folder that
            cannot be listed.
    """
    terms: list[Term] = []
    for path in listed(folder, (".csv",), GlossaryError):
        found, errors = read_table(path)
        if errors:
            first, count = errors[0], len({error.line for error in errors})
            hint = "Mend the row; `bilingual-news glossary lint` looks at all files."
            if count > 1:
                hint = f"Mend this row and others, {count} in all; `bilingual-news glossary lint` names them."
            raise GlossaryError(f"{first.message}.", path=path, line=first.line, hint=hint)
        terms.extend(found)
    return Termbase(terms)
