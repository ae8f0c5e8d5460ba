"""Find the old entry of every segment of a changed article. Pure; `merge` decides what becomes of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilingual_news.catalog import align, contain
from bilingual_news.catalog.align import Link
from bilingual_news.catalog.entry import Entry, is_human, note_of, text_hash
from bilingual_news.text import normalize

if TYPE_CHECKING:
    from bilingual_news.catalog.merge import Place
    from bilingual_news.similarity import Similarity

_POSITION = re.compile(r"paragraph (\d+), segment (\d+) of \d+$")
_JOINED = re.compile(r"merged .* ([0-9a-f]{8})$")
_PLACE = re.compile(r"title$|paragraph \d+, segment \d+ of \d+$")


@dataclass(slots=True)
class Work:
    """A merge in progress: the old entries, the new texts, and what belongs together.

    Attributes:
        own: Active entries of the article in the order of the article.
        pool: Obsolete entries.
        texts: New texts in order.
        equal: New index → index in `own`.
        back: New index → obsolete entry with the same text.
        links: Links of `own` to new ones, by new index.
        copies: New index → a translation that is offered without being taken from its entry.
    """

    own: list[Entry]
    pool: list[Entry]
    texts: list[str]
    equal: dict[int, int] = field(default_factory=dict)
    back: dict[int, Entry] = field(default_factory=dict)
    links: dict[int, Link] = field(default_factory=dict)
    copies: dict[int, tuple[Entry, float, str]] = field(default_factory=dict)


def matched(old: Sequence[Entry], found: Sequence[Place], similarity: Similarity | None) -> Work:
    """Find out which old entry each place has."""
    own = _in_article_order([e for e in old if not e.obsolete and not is_foreign(e)])
    pool = [e for e in old if e.obsolete and not is_foreign(e)]
    work = Work(own, pool, [place.text for place in found])
    _match_equal(work)
    if similarity is None or len(work.equal) + len(work.back) == len(work.texts):
        return work
    links = align.align([e.msgid for e in own], work.texts, work.equal, similarity, work.back)
    work.links = {n: link for link in links for n in link.new}
    _match_copies(work, found, similarity)
    _match_joined(work, similarity)
    _match_parts(work, similarity)
    work.links = {
        n: link
        for n, link in work.links.items()
        if not any(_is_undone(own[o], work.texts[n]) for o in link.old)
    }
    return work


def _is_undone(joined: Entry, text: str) -> bool:
    """Whether a text is one of those that were joined to an entry which nobody worked on since.

    What people did for its parts came back from obsolete entries; of this one a machine's was left, and
    the translation of both would be wrong for it.
    """
    told = _JOINED.match(note_of(joined, "reason"))
    if told is None or not joined.fuzzy or told[1] != text_hash(joined.msgstr):
        return False
    source = joined.previous[1] or ""
    return source.startswith(f"{text} ") or source.endswith(f" {text}")


def _match_equal(work: Work) -> None:
    by_text = {entry.msgid: number for number, entry in enumerate(work.own)}
    work.equal = {n: by_text[text] for n, text in enumerate(work.texts) if text in by_text}
    taken = set(work.equal.values())
    spelt: defaultdict[str, list[int]] = defaultdict(list)
    if len(work.equal) < len(work.texts):
        for number, entry in enumerate(work.own):
            if number not in taken:
                spelt[normalize(entry.msgid)].append(number)
    obsolete: dict[str, Entry] = {}
    for entry in work.pool:
        known = obsolete.get(entry.msgid)
        if known is None or _worth(entry) > _worth(known):
            obsolete[entry.msgid] = entry
    for n, text in enumerate(work.texts):
        if n in work.equal:
            if text in obsolete and is_human(obsolete[text]) and not is_human(work.own[work.equal[n]]):
                work.back[n] = obsolete[text]
                del work.equal[n]
            continue
        if spelt and len(same := spelt.get(normalize(text), [])) == 1:
            work.equal[n] = same.pop()
        elif text in obsolete:
            work.back[n] = obsolete[text]


def _worth(entry: Entry) -> tuple[bool, bool, bool]:
    return is_human(entry), not entry.fuzzy, entry.is_translated


def _match_copies(work: Work, found: Sequence[Place], similarity: Similarity) -> None:
    """Offer new segments what duplicates of an edited segment and obsolete entries have."""
    new = {
        n: text
        for n, text in enumerate(work.texts)
        if n not in work.equal and n not in work.back and not is_sure(work.links.get(n))
    }
    fewer = {
        o: work.own[o].msgid
        for n, o in work.equal.items()
        if is_human(work.own[o]) and _count(work.own[o]) > len(found[n].segments)
    }
    kinds = (
        ("duplicate edited", fewer, work.own),
        ("revived and edited", {k: e.msgid for k, e in enumerate(work.pool) if is_human(e)}, work.pool),
    )
    for kind, texts, entries in kinds:
        for link in align.best_matches(texts, new, similarity, align.OUT_OF_ORDER):
            work.copies[link.new[0]] = (entries[link.old[0]], link.similarity, kind)
            del new[link.new[0]]


def _match_joined(work: Work, similarity: Similarity) -> None:
    """Offer a new segment the old ones that are left over and stand in it word for word."""
    sure = {o for link in work.links.values() if is_sure(link) for o in link.old}
    used = sure | set(work.equal.values())
    left = {o: e.msgid for o, e in enumerate(work.own) if o not in used and is_human(e)}
    open_to = {
        n: text
        for n, text in enumerate(work.texts)
        if n not in work.equal and n not in work.back and n not in work.copies and not _is_split(work, n)
    }
    joined: defaultdict[int, list[contain.Inside]] = defaultdict(list)
    for place in contain.contained(left, open_to, similarity):
        joined[place.whole].append(place)
    for n, places in joined.items():
        link = work.links.get(n)
        mates = link.old if link is not None and is_sure(link) else ()
        found = _joined(work, n, mates, places, similarity)
        if found is not None:
            work.links[n] = found


def _joined(
    work: Work, n: int, mates: Sequence[int], places: Sequence[contain.Inside], similarity: Similarity
) -> Link | None:
    """The link of a new segment with the old ones in it; None if they explain nothing more of it.

    A title stands word for word in the lead below it: when the title goes, the lead is not joined of both.
    """
    text = work.texts[n]
    where = {o: similarity.inside(work.own[o].msgid, text)[1] for o in mates}

    def explained(olds: Iterable[int]) -> float:
        return similarity.of([work.own[o].msgid for o in sorted(olds, key=lambda o: (where[o], o))], [text])

    value = explained(where) if where else 0.0
    for place in sorted(places, key=lambda place: -len(work.own[place.part].msgid)):
        where[place.part] = place.at
        more = explained(where)
        if more > value:
            value = more
        else:
            del where[place.part]
    if len(where) == len(mates):
        return None
    return Link(tuple(sorted(where, key=lambda o: (where[o], o))), (n,), value, contained=True)


def _is_split(work: Work, n: int) -> bool:
    link = work.links.get(n)
    return link is not None and is_sure(link) and len(link.new) > 1


def _match_parts(work: Work, similarity: Similarity) -> None:
    """Offer a new segment the translation of the old one that it was a part of, whatever became of that."""
    left = {
        n: text
        for n, text in enumerate(work.texts)
        if n not in work.equal
        and n not in work.back
        and n not in work.copies
        and not is_sure(work.links.get(n))
    }
    unchanged = set(work.equal.values())
    wholes = {o: e.msgid for o, e in enumerate(work.own) if o not in unchanged and is_human(e)}
    for place in contain.contained(left, wholes, similarity):
        entry = work.own[place.whole]
        value = similarity.of([entry.msgid], [work.texts[place.part]])
        work.copies[place.part] = (entry, value, "source cut")


def _count(entry: Entry) -> int:
    """At how many places of the old article the segment stood."""
    return sum(1 for note in entry.notes if _PLACE.match(note))


def moved_segments(work: Work) -> set[int]:
    """New indices of equal segments that are not in their old order."""
    numbers = sorted(work.equal)
    kept = align.longest_increasing([work.equal[n] for n in numbers])
    return {n for position, n in enumerate(numbers) if position not in kept}


def is_sure(link: Link | None) -> bool:
    """Whether a link is good enough for msgstr."""
    if link is None:
        return False
    return link.contained or link.similarity >= (align.IN_ORDER if link.in_order else align.OUT_OF_ORDER)


def is_foreign(entry: Entry) -> bool:
    """Whether an entry is of another tool: ours have neither context nor plural forms."""
    return entry.msgctxt is not None or entry.plural is not None


def _in_article_order(entries: list[Entry]) -> list[Entry]:
    """Entries as their segments stood in the article, whatever an editor's order is."""
    positions = [_position(entry) for entry in entries]
    known = [position for position in positions if position is not None]
    if len(known) < len(entries):
        return entries
    order = sorted(range(len(entries)), key=lambda number: known[number])
    return [entries[number] for number in order]


def _position(entry: Entry) -> tuple[int, int] | None:
    for note in entry.notes:
        if note == "title":
            return -1, 0
        if match := _POSITION.match(note):
            return int(match[1]), int(match[2])
    return None
