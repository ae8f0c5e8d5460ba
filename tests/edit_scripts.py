"""Random histories of an article: what editors do to the segments, and which old one each comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bilingual_news.catalog.entry import Entry, text_hash
from bilingual_news.catalog.merge import places
from bilingual_news.model import Kind, Segment
from bilingual_news.stages.words import words

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from bilingual_news.catalog.merge import Place


@dataclass(frozen=True)
class Piece:
    """A segment and the old ones it comes from."""

    text: str
    parents: frozenset[int] = frozenset()


def segments(texts: Sequence[str]) -> list[Segment]:
    """Segments of an article with one segment a paragraph; the first is the title."""
    return [
        Segment(text, n, 0, 1, 0, len(text), Kind.PARAGRAPH if n else Kind.TITLE, n + 1)
        for n, text in enumerate(texts)
    ]


def as_places(texts: Sequence[str]) -> tuple[Place, ...]:
    return places(segments(texts))


def edited(text: str, rng: random.Random) -> str:
    """A correction: up to a fifth of the words replaced, dropped or added, or another number."""
    if rng.random() < 0.3 and (numbers := re.findall(r"\d+", text)):
        old = rng.choice(numbers)
        return text.replace(old, str(int(old) + rng.randint(1, 9)), 1)
    tokens = words(text)
    for _ in range(max(1, rng.randint(1, max(1, len(tokens) // 5)))):
        at = rng.randrange(len(tokens))
        kind = rng.choice(("replace", "drop", "add"))
        if kind == "drop" and len(tokens) > 3:
            del tokens[at]
        elif kind == "add":
            tokens.insert(at, rng.choice(("ประเทศ", "ใหม่", "อย่างต่อเนื่อง", "ของรัฐ", "ด้วย")))
        else:
            tokens[at] = rng.choice(("ดำเนินงาน", "ประชาชน", "สนับสนุน", "พัฒนา", "จังหวัด"))
    return "".join(tokens).strip() or text


def _insert(pieces: list[Piece], rng: random.Random, others: Sequence[str]) -> None:
    pieces.insert(rng.randint(0, len(pieces)), Piece(rng.choice(others)))


def _delete(pieces: list[Piece], rng: random.Random, others: Sequence[str]) -> None:
    if len(pieces) > 2:
        del pieces[rng.randrange(len(pieces))]


def _edit(pieces: list[Piece], rng: random.Random, others: Sequence[str]) -> None:
    at = rng.randrange(len(pieces))
    pieces[at] = replace(pieces[at], text=edited(pieces[at].text, rng))


def _split(pieces: list[Piece], rng: random.Random, others: Sequence[str]) -> None:
    at = rng.randrange(len(pieces))
    spaces = [m.start() for m in re.finditer(" ", pieces[at].text)]
    spaces = [s for s in spaces if 15 < s < len(pieces[at].text) - 15]
    if spaces:
        cut = rng.choice(spaces)
        text, parents = pieces[at].text, pieces[at].parents
        pieces[at : at + 1] = [Piece(text[:cut], parents), Piece(text[cut + 1 :], parents)]


def _join(pieces: list[Piece], rng: random.Random, others: Sequence[str]) -> None:
    if len(pieces) > 2:
        at = rng.randrange(len(pieces) - 1)
        one, other = pieces[at : at + 2]
        pieces[at : at + 2] = [Piece(f"{one.text} {other.text}", one.parents | other.parents)]


def _move(pieces: list[Piece], rng: random.Random, others: Sequence[str]) -> None:
    piece = pieces.pop(rng.randrange(len(pieces)))
    pieces.insert(rng.randint(0, len(pieces)), piece)


def _duplicate(pieces: list[Piece], rng: random.Random, others: Sequence[str]) -> None:
    pieces.insert(rng.randint(0, len(pieces)), rng.choice(pieces))


OPERATIONS: dict[str, Callable[[list[Piece], random.Random, Sequence[str]], None]] = {
    "insert": _insert,
    "delete": _delete,
    "edit": _edit,
    "split": _split,
    "join": _join,
    "move": _move,
    "duplicate": _duplicate,
}


def evolve(pieces: Sequence[Piece], rng: random.Random, others: Sequence[str], count: int) -> list[Piece]:
    """Apply `count` random operations."""
    result = list(pieces)
    for _ in range(count):
        OPERATIONS[rng.choice(list(OPERATIONS))](result, rng, others)
    return result


def human_text(number: int, rng: random.Random) -> str:
    """A translation that is like no other."""
    tail = rng.choice(('with "quotes"', "and a tab\there", "100% done", "in two\nlines", "plain"))
    return f"Human translation #{number:04d}-{rng.randrange(10**6):06d} {tail}."


def worked_on(entry: Entry, number: int, rng: random.Random) -> tuple[Entry, str]:
    """What a person makes of an entry, and the string that must never be lost; empty if none."""
    kind = rng.choice(("review", "edit", "type", "approve", "leave", "leave"))
    if entry.obsolete or kind == "leave":
        return entry, ""
    if kind == "approve":
        # Approving the machine's own words makes them a person's.
        text = entry.msgstr or f"Machine #{number:04d}-{rng.randrange(10**6):06d}."
        note = f"origin: mt m-1 {text_hash(text)} score -1"
        notes = entry.notes if entry.msgstr else (*entry.notes, note)
        flags = tuple(f for f in entry.flags if f != "fuzzy")
        return replace(entry, msgstr=text, notes=notes, flags=flags), text
    text = human_text(number, rng)
    flags = tuple(f for f in entry.flags if f != "fuzzy")
    notes = entry.notes
    if kind == "edit":
        # Edited and left fuzzy: the origin note is still that of the machine.
        flags = ("fuzzy", *flags)
        notes = (*notes, f"origin: mt m-1 {text_hash('machine words')} score -1")
    if kind == "type" and rng.random() < 0.5:
        notes = ()
    return replace(entry, msgstr=text, flags=flags, notes=notes), text
