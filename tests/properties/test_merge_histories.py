"""The promise of the merge, over random histories of real articles with people working in between."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry, is_human, text_hash
from bilingual_news.catalog.merge import How, annotate, fill, merge, needs_translation
from bilingual_news.model import Origin, Suggestion
from bilingual_news.similarity import Similarity
from bilingual_news.sources import read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article
from bilingual_news.stages.words import words
from bilingual_news.text import normalize
from tests.edit_scripts import OPERATIONS, Piece, as_places, evolve, worked_on

ARTICLES = sorted((Path(__file__).parents[2] / "articles").glob("*.txt"))
SIMILARITY = Similarity(words)
HISTORIES = 1000
ROUNDS = 3


def _texts(path):
    article = normalize_article(read_article(path))
    return list(dict.fromkeys(segment.text for segment in segment_article(article)))[:25]


TEXTS = [texts for texts in map(_texts, ARTICLES) if len(texts) > 3]
POOL = [text for texts in TEXTS for text in texts]


def _machine(entries):
    """Fill what is empty, as a run with an engine does."""
    missing = [e.msgid for e in entries if needs_translation(e)]
    answers = {t: Suggestion(f"Machine {len(t)}-{text_hash(t)}.", Origin.MACHINE, "m-1") for t in missing}
    return fill(entries, answers)


def _step(entries, pieces):
    places = as_places([piece.text for piece in pieces])
    merged, _ = merge(entries, places, {}, "a.txt", How(SIMILARITY))
    by_text = {place.text: place for place in places}
    noted = [e if e.obsolete else annotate(e, by_text[e.msgid], (), ()) for e in _machine(merged)]
    data = po.render(po.Catalog({"Language": "en"}, tuple(noted)))
    return po.parse_catalog(Path("a.po"), data), data


def _everywhere(entry: Entry) -> str:
    return f"{entry.msgstr}\n{entry.translator_comment}"


OPERATION = st.tuples(st.sampled_from(sorted(OPERATIONS)), st.integers(0, 9999))
#: What editors do to the article, and the seed of what translators do before.
ROUND = st.tuples(st.lists(OPERATION, min_size=1, max_size=6), st.integers(0, 9999))


@dataclass
class Work:
    """A string of a person: the texts it was typed or approved for, and where those come from."""

    sources: set[str] = field(default_factory=set)
    roots: set[int] = field(default_factory=set)

    def belongs_to(self, text, roots):
        return normalize(text) in {normalize(source) for source in self.sources} or bool(self.roots & roots)


@settings(max_examples=HISTORIES)
@given(st.sampled_from(TEXTS), st.lists(ROUND, min_size=1, max_size=ROUNDS))
def test_every_human_string_stays_with_its_segment_or_obsolete_with_its_msgid(texts, rounds):
    pieces = [Piece(text, frozenset({number})) for number, text in enumerate(texts)]
    catalog, _ = _step((), pieces)
    works: dict[str, Work] = {}
    for operations, seed in rounds:
        worked = _work(catalog.entries, pieces, works, random.Random(seed))
        pieces = _changed(pieces, operations)
        before = {e.msgid: e for e in worked if not e.obsolete}
        catalog, _ = _step(worked, pieces)
        _require_kept(catalog.entries, _roots(pieces), works)
        _require_untouched(catalog.entries, before)


def _changed(pieces, operations):
    """Apply operations; an inserted segment is the root of what becomes of it."""
    pieces = list(pieces)
    known = max((root for piece in pieces for root in piece.parents), default=0)
    for name, seed in operations:
        OPERATIONS[name](pieces, random.Random(seed), POOL)
        for at, piece in enumerate(pieces):
            if not piece.parents:
                known += 1
                pieces[at] = replace(piece, parents=frozenset({known}))
    return pieces


def _roots(pieces):
    roots: dict[str, set[int]] = {}
    for piece in pieces:
        roots.setdefault(normalize(piece.text), set()).update(piece.parents)
    return roots


def _work(entries, pieces, works, rng):
    """People at work; `works` learns for each of their strings what they typed or approved it for."""
    worked, roots = [], _roots(pieces)
    for number, entry in enumerate(entries):
        mine, text = worked_on(entry, number, rng)
        worked.append(mine)
        if text:
            works.setdefault(text, Work())
            for known, work in works.items():
                if known in mine.msgstr:
                    work.sources.add(entry.msgid)
                    work.roots |= roots.get(normalize(entry.msgid), set())
    # What somebody wrote over at its only place is theirs to drop.
    for known in [k for k in works if not any(k in _everywhere(e) for e in worked)]:
        del works[known]
    return tuple(worked)


def _require_kept(entries, roots, works):
    for text, work in works.items():
        holders = [e for e in entries if text in _everywhere(e)]
        assert holders, f"lost {text!r}"
        for entry in holders:
            if text in entry.msgstr and not entry.fuzzy:
                assert work.belongs_to(entry.msgid, set()), f"{text!r} approved elsewhere"
        assert any(_is_right(entry, roots, work) for entry in holders), f"{text!r} is with others only"


def _is_right(entry, roots, work):
    # Offered to another text, it is fuzzy and names the one that it was made for.
    if entry.fuzzy and work.belongs_to(entry.previous[1] or "", set()):
        return True
    mine = set() if entry.obsolete else roots.get(normalize(entry.msgid), set())
    return work.belongs_to(entry.msgid, mine)


def _require_untouched(entries, before):
    for entry in entries:
        old = before.get(entry.msgid)
        if old is not None and is_human(old) and not entry.obsolete:
            assert (entry.msgstr, entry.fuzzy) == (old.msgstr, old.fuzzy)


@pytest.mark.parametrize("seed", range(60))
def test_merging_again_changes_no_byte(seed):
    rng = random.Random(seed)
    pieces = [Piece(text, frozenset({n})) for n, text in enumerate(rng.choice(TEXTS))]
    catalog, _ = _step((), pieces)
    worked = tuple(worked_on(entry, n, rng)[0] for n, entry in enumerate(catalog.entries))
    pieces = evolve(pieces, rng, POOL, 5)
    catalog, data = _step(worked, pieces)
    places = as_places([piece.text for piece in pieces])
    again, outcome = merge(catalog.entries, places, {}, "a.txt", How(SIMILARITY, fresh=False))
    assert po.render(replace(catalog, entries=again)) == data
    assert (outcome.added, outcome.removed, outcome.edited) == (0, 0, 0)
