"""The promise of the merge, over random histories of real articles with people working in between."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

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
from tests.edit_scripts import Piece, as_places, evolve, worked_on

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


@pytest.mark.parametrize("block", range(10))
def test_no_human_string_is_ever_lost_or_attached_elsewhere_without_a_flag(block):
    for seed in range(block * HISTORIES // 10, (block + 1) * HISTORIES // 10):
        rng = random.Random(seed)
        texts = rng.choice(TEXTS)
        pieces = [Piece(text, frozenset({number})) for number, text in enumerate(texts)]
        catalog, _ = _step((), pieces)
        owners: dict[str, set[str]] = {}
        for _ in range(ROUNDS):
            worked = _work(catalog.entries, owners, rng)
            pieces = evolve(pieces, rng, POOL, rng.randint(1, 6))
            before = {e.msgid: e for e in worked if not e.obsolete}
            catalog, _ = _step(worked, pieces)
            _require_kept(catalog.entries, owners, seed)
            _require_untouched(catalog.entries, before, seed)


def _work(entries, owners, rng):
    """People at work; `owners` learns for each of their strings the sources that they approved it for."""
    worked = []
    for number, entry in enumerate(entries):
        mine, text = worked_on(entry, number, rng)
        worked.append(mine)
        if text:
            owners.setdefault(text, set())
            for known in owners:
                if known in mine.msgstr:
                    owners[known].add(entry.msgid)
    # What somebody wrote over at its only place is theirs to drop.
    for known in [k for k in owners if not any(k in _everywhere(e) for e in worked)]:
        del owners[known]
    return tuple(worked)


def _require_kept(entries, owners, seed):
    for text, sources in owners.items():
        holders = [e for e in entries if text in _everywhere(e)]
        assert holders, f"history {seed}: lost {text!r}"
        for entry in holders:
            if text in entry.msgstr and not entry.fuzzy:
                spelt = {normalize(source) for source in sources}
                assert normalize(entry.msgid) in spelt, f"history {seed}: {text!r} approved elsewhere"


def _require_untouched(entries, before, seed):
    for entry in entries:
        old = before.get(entry.msgid)
        if old is not None and is_human(old) and not entry.obsolete:
            assert (entry.msgstr, entry.fuzzy) == (old.msgstr, old.fuzzy), f"history {seed}: {entry.msgid!r}"


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
