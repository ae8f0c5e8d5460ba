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
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import GlossaryError
from bilingual_news.glossary.table import read_table
from bilingual_news.model import Term, TermMatch
from bilingual_news.text import is_thai, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
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
_MOST_PARTS: Final = 5


class Termbase:
    """All terms of a project, ready to be found in text.

    Args:
        terms: The terms; for one form, higher priority wins, then the earlier row.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._by_form: dict[str, list[Term]] = {}
        for term in self.terms:
            for form in forms(term):
                known = self._by_form.setdefault(form, [])
                if term not in known:
                    known.append(term)
        for known in self._by_form.values():
            known.sort(key=lambda term: -term.priority)

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
            then the earlier.
        """
        if not self._by_form:
            return ()
        boundaries = _Boundaries(text)
        candidates = []
        for last, form in self._automaton.iter(text):
            start, end = last + 1 - len(form), last + 1
            term = self._choose(form, text, day)
            if term and _at_edges(text, start, end, boundaries):
                candidates.append(TermMatch(term, start, end))
        return _longest(candidates)

    def _choose(self, form: str, text: str, day: date | None) -> Term | None:
        for term in self._by_form[form]:
            if day and (
                (term.valid_from and day < term.valid_from) or (term.valid_to and day > term.valid_to)
            ):
                continue
            if term.context and not any(word in text for word in term.context):
                continue
            return term
        return None

    @cached_property
    def _automaton(self) -> Any:  # noqa: ANN401 - pyahocorasick has no types
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for form in self._by_form:
            automaton.add_word(form, form)
        automaton.make_automaton()
        return automaton


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


def forms(term: Term) -> Iterator[str]:
    """Every Thai spelling under which a term is found, its own first.

    A form with spaces is also found without some or all of them, an abbreviation also with a space after each
    period and without its last period where it has several.
    """
    seen: set[str] = set()
    for form in (term.source, *term.variants):
        spellings = list(_optional_spaces(form))
        if form.count(".") > 1:
            spellings += [re.sub(r"\.(?=[ก-ฮ])", ". ", form)]
        for spelling in spellings:
            if spelling not in seen:
                seen.add(spelling)
                yield normalize(spelling)


def _optional_spaces(form: str) -> Iterator[str]:
    """The form with every choice of its spaces left out; with many spaces only all or none."""
    parts = form.split(" ")
    if len(parts) > _MOST_PARTS:
        yield form
        yield "".join(parts)
        return
    for joints in product((" ", ""), repeat=len(parts) - 1):
        yield parts[0] + "".join(f"{joint}{part}" for joint, part in zip(joints, parts[1:], strict=True))


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
    from pythainlp.tokenize import word_tokenize

    yield offset
    for token in word_tokenize(run, engine="newmm"):
        offset += len(token)
        yield offset


def _at_edges(text: str, start: int, end: int, boundaries: _Boundaries) -> bool:
    form = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _LEADING_VOWELS and before:
        return False
    if form.endswith("."):
        return _abbreviation_stands(text, form, before, end)
    if (after and after in _FOLLOWING) or form[0] in _FOLLOWING:
        return False
    if not is_thai(form[0]) and before.isalnum() and not is_thai(before):
        return False
    if not is_thai(form[-1]) and after.isalnum() and not is_thai(after):
        return False
    if len(form) > _SHORT or not is_thai(form[0]):
        return True
    near = boundaries.around(start, end)
    return start in near and end in near


def _abbreviation_stands(text: str, form: str, before: str, end: int) -> bool:
    if before == "." or (before and is_thai(before) and before not in "ๆฯ"):
        return False
    return not (_SHORT_ABBREVIATION.search(form) and _MORE_ABBREVIATION.match(text, end))


def _longest(candidates: Sequence[TermMatch]) -> tuple[TermMatch, ...]:
    chosen: list[TermMatch] = []
    taken: set[int] = set()
    for match in sorted(candidates, key=lambda match: (match.start - match.end, match.start)):
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(match)
    return tuple(sorted(chosen, key=lambda match: match.start))
