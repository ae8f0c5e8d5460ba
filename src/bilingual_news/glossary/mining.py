"""Propose terms from articles: pairs that they introduce, phrases that they repeat, people they name.

Writers introduce a term once with its English in brackets: "Thai phrase (English phrase: ABBR)". The
right edge of the Thai is the bracket; the left edge is found by `left_edge`. Phrases and names have no
English yet: their rows wait for a person.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilingual_news.glossary.left_edge import choose, count_phrases, suffixes
from bilingual_news.glossary.phrases import frequent_phrases, people

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.glossary.left_edge import Phrase

_PAIR = re.compile(r"([ก-๛][^()\[\]“”\"\n]{2,90}?) ?\(([A-Za-z][A-Za-z0-9 ,.:;&'’/–+-]{2,110})\)")
_ABBREVIATION = re.compile(
    r"(?P<full>.+?) ?(?:[:;,]|[–-] ) ?(?:or )?(?P<short>[A-Z][A-Za-z0-9&-]*[A-Z0-9][A-Za-z0-9&-]*)$"
)
#: The same the other way round: "TPMAP: Thai People Map and Analytics Platform".
_ABBREVIATION_FIRST = re.compile(r"(?P<short>[A-Z][A-Z0-9&-]{1,9}) ?[:–-] ?(?P<full>[A-Za-z].+)$")
_ARTICLE = re.compile(r"^[Tt]he ")
_LONGEST: Final = 70
_CONTEXT: Final = 30
#: From here on a left edge is right in more than 85 of 100 rows that were read (docs/terminology.md).
CONFIDENT: Final = 0.6
PAIR, PHRASE, NAME = "pair", "phrase", "name"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed term.

    Attributes:
        source: Thai phrase.
        target: English phrase, as most writers have it; empty where the articles give none.
        abbreviation: English short form, if the articles give one.
        frequency: How often the pair was written; for phrases and names, how often they stand in the
            articles.
        confidence: How sure the edges of the Thai are, 0 to 1.
        contexts: Examples, the edge marked with a bar.
        kind: `pair`, `phrase` or `name`.
    """

    source: str
    target: str
    abbreviation: str
    frequency: int
    confidence: float
    contexts: tuple[str, ...]
    kind: str = PAIR

    @property
    def is_confident(self) -> bool:
        """Whether the confidence is of the band whose precision was measured."""
        return self.confidence >= CONFIDENT


def mine(texts: Sequence[str], known: Iterable[str] = ()) -> list[Candidate]:
    """Candidates from normalised paragraphs: pairs, then phrases, then names; the surest first.

    Args:
        texts: The paragraphs.
        known: Thai terms that need no proposal.
    """
    skip = set(known)
    pairs = _pairs(texts, skip)
    have = skip | {pair.source for pair in pairs}
    rest = [
        Candidate(found.text, "", "", found.count, found.confidence, found.contexts, kind)
        for kind, finder in ((PHRASE, frequent_phrases), (NAME, people))
        for found in finder(texts, have)
    ]
    return pairs + rest


def _pairs(texts: Sequence[str], skip: set[str]) -> list[Candidate]:
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for text in texts:
        for thai, english, short in _written(text):
            groups.setdefault(english.casefold(), []).append((thai, english, short))
    contexts = {thai for rows in groups.values() for thai, _, _ in rows}
    phrases = count_phrases({s for thai in contexts for s in suffixes(thai)}, texts)
    found = [candidate for rows in groups.values() if (candidate := _candidate(rows, phrases))]
    found.sort(key=lambda candidate: (candidate.confidence, candidate.frequency))
    unique = {candidate.source: candidate for candidate in found if candidate.source not in skip}
    return sorted(unique.values(), key=lambda c: (not c.is_confident, -c.frequency, -c.confidence, c.source))


def _written(text: str) -> Iterator[tuple[str, str, str]]:
    """What stands before a bracket, the English in it, and its abbreviation."""
    for match in _PAIR.finditer(text):
        thai = text[max(0, match.start(2) - _LONGEST - 2) : match.start(2) - 1].strip()
        english = match[2].strip()
        parts = _ABBREVIATION.fullmatch(english) or _ABBREVIATION_FIRST.fullmatch(english)
        full, short = (parts["full"], parts["short"]) if parts else (english, "")
        full = _ARTICLE.sub("", full.strip(" :,;-–."))
        if " " in full and not full.isupper():
            yield re.split(r"[()\[\]“”\"]", thai)[-1].strip(), full, short


def _candidate(rows: list[tuple[str, str, str]], phrases: dict[str, Phrase]) -> Candidate | None:
    english = Counter(full for _, full, _ in rows).most_common(1)[0][0]
    edge = choose(Counter(thai for thai, _, _ in rows), english, phrases)
    if edge is None:
        return None
    mine = [row for row in rows if row[0].endswith(edge.phrase)]
    shorts = Counter(short for _, _, short in mine if short).most_common(1)
    marked = dict.fromkeys(
        f"{thai[: -len(edge.phrase)][-_CONTEXT:]}|{edge.phrase} ({full})" for thai, full, _ in mine
    )
    short = shorts[0][0] if shorts else ""
    return Candidate(edge.phrase, english, short, len(mine), edge.confidence, tuple(marked)[:3])
