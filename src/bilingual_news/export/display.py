"""Text as a reader sees it: harmless characters, unbroken phrases, safe links. Never the stored text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.export.page import Row
    from bilingual_news.model import Mark, TermMatch

_NO_BREAK: Final = "\u00a0"
#: Spaces at which a Thai line must not break: before ๆ and ฯลฯ, which belong to the word before them
#: (Royal Institute, rules of spacing), between a number and its unit, and inside an era year.
_GLUED = re.compile(
    r" (?=ๆ|ฯ)|(?<=\d) (?=น\.|บาท|ล้าน|พันล้าน|เปอร์เซ็นต์)|(?<=พ\.ศ\.|ค\.ศ\.) (?=\d)|(?<=ที่) (?=\d)"
)


#: Nearly all text holds nothing else: ASCII, Thai, dashes and quotation marks.
_SUSPECT = re.compile("[^ -~\u0e01-\u0e5b\u2013\u2014\u2018\u2019\u201c\u201d\u2022\xa0]")
#: Controls, soft hyphen, zero-width characters and directional marks. One plain class: an alternation
#: costs ten times as much on a long text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff]"
)
_SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
#: Not characters by the Unicode standard (section 23.7); HTML and XML refuse them.
_NONCHARACTERS = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text with what stands on it.

    Attributes:
        text: The text to show.
        term: Index of the term on it, or None.
        mark: Inline markup on it, or None.
        first: Whether this is the first occurrence of the term in the article.
    """

    text: str
    term: TermMatch | None = None
    mark: Mark | None = None


def clean(text: str) -> str:
    """Text without control and directional characters: a bidi override must not reorder a page."""
    if not _SUSPECT.search(text):
        return text
    text = _SEPARATORS.sub(" ", _INVISIBLE.sub("", text))
    # Plane by plane is rare: look only where there are characters beyond the first plane's last letters.
    return _NONCHARACTERS.sub("", text) if max(text, default="") >= "\ufdd0" else text


def glue(text: str) -> str:
    """Thai text whose spaces that must not end a line are no-break spaces."""
    return _GLUED.sub(_NO_BREAK, text)


def safe_url(url: str) -> str:
    """The address if it is http(s) with a host and nothing odd in it, else "": other schemes can run code."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc or clean(url) != url:
        return ""
    return "" if re.search(r"[\s<>\"'`\\{}|^]", url) else url


def parts(text: str, matches: Iterable[TermMatch], marks: Sequence[Mark] = ()) -> Iterator[Part]:
    """A Thai text in parts: its terms and its inline markup, which wins where both overlap.

    Args:
        text: The segment as stored.
        matches: Its terms, in order, not overlapping.
        marks: Inline markup of its paragraph.
    """
    spans: list[tuple[int, int, Part]] = [
        (start, end, Part(text[start:end], mark=mark)) for start, end, mark in placed(text, marks)
    ]
    taken = [(start, end) for start, end, _ in spans]
    for match in matches:
        if not any(start < match.end and match.start < end for start, end in taken):
            spans.append((match.start, match.end, Part(text[match.start : match.end], term=match)))
    end = 0
    for start, stop, part in sorted(spans, key=lambda span: span[0]):
        if start > end:
            yield Part(text[end:start])
        yield part
        end = stop
    if end < len(text):
        yield Part(text[end:])


def placed(text: str, marks: Iterable[Mark]) -> Iterator[tuple[int, int, Mark]]:
    """Where markup stands in a text: each mark once, in order; words that are not there are left out.

    For a translation this brings back what needs no guessing: links and emphasis on addresses,
    numbers and names that stand in both languages alike.
    """
    position = 0
    for mark in marks:
        start = text.find(mark.text, position)
        if start >= 0 and mark.text:
            position = start + len(mark.text)
            yield start, position, mark


def carried(row: Row) -> tuple[Mark, ...]:
    """The inline markup of a segment as it can stand in its translation.

    Words that stand in the translation as they are keep their markup; a term keeps it on its English.
    What fits neither is left out: a guess could put a link on the wrong words.
    """
    english: list[Mark] = []
    for mark in row.layout.marks:
        forms = [mark.text]
        for match in row.matches:
            if row.source[match.start : match.end] == mark.text:
                forms += match.term.accepted
        form = next((form for form in forms if form and form in row.target), "")
        if form:
            english.append(replace(mark, text=form))
    return tuple(sorted(english, key=lambda mark: row.target.find(mark.text)))
