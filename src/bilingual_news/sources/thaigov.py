"""The text format of the thaigov-v2 corpus: one news item of the Thai government's site a file.

Layout (measured on its 63,000 articles): a headline with the site's prefix, a Thai date line, often a
slashed date and the button label 'พิมพ์', the headline again (98 %) and a third time as lead (38 %),
the body, a rule of asterisks or hyphens, sometimes links to related news, and 'ที่มา : URL'.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from bilingual_news import text
from bilingual_news.model import Kind, Paragraph
from bilingual_news.thaidate import parse_thai_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

PREFIX: Final = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-"
_DATE_LINE = re.compile(r"วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ที่\s*[\d๐-๙]{1,2}\s*\S+\s*[\d๐-๙]{4}$")
_SLASHED_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}$")
_FOOTER = re.compile(r"ที่มา\s*:\s*(https?://\S+)$")
_URL_NUMBER = re.compile(r"/(\d+)/?(?:[?#].*)?$")
_RULE = re.compile(r"[\s*_=~#.•·–—-]+$")
_RULE_AT_END = re.compile(r"\s*(?:\*\s?){3,}$|\s*-{5,}$")
_RULE_ENDS: Final = "*-"
_PRINT_BUTTON: Final = "พิมพ์"
_FURNITURE: Final = frozenset({_PRINT_BUTTON, "อัลบั้มภาพ"})
_RELATED: Final = "ข่าวที่เกี่ยวข้อง"
_HEADER_LINES: Final = 12


#: Line number, cleaned text, text as written.
_Line: TypeAlias = tuple[int, str, str]


class ThaigovText:
    """The parts of one file in the thaigov format.

    Attributes:
        title: The headline without the site's prefix, as the file has it.
        date: Date of publication, or None.
        url: Source URL, or "".
        paragraphs: Title and body, raw.
    """

    def __init__(self, content: str) -> None:
        lines = [(number, _clean(line), line) for number, line in enumerate(content.split("\n"), start=1)]
        lines = [entry for entry in lines if entry[1]]
        self.url, lines = _split_footer(lines)
        number, first, raw = lines[0] if lines else (1, "", "")
        self.title = first.removeprefix(PREFIX).strip()
        self.date, body = _split_header(lines[1:], self.title)
        title = Paragraph(raw, self.title, number, Kind.TITLE)
        self.paragraphs = (title, *_paragraphs(body))


def is_thaigov(content: str) -> bool:
    """Whether a text is in the thaigov format: it has the site's prefix or its footer."""
    head = _clean(content.lstrip("\ufeff\n\r ")[: len(PREFIX) + 8])
    last = _clean(content.rstrip().rsplit("\n", 1)[-1])
    return head.startswith(PREFIX) or bool(_FOOTER.match(last))


def source_url(content: str) -> str:
    """The source URL in the last line that holds any text, or ""."""
    lines = map(_clean, reversed(content.split("\n")))
    match = _FOOTER.match(next(filter(None, lines), ""))
    return match[1] if match else ""


def article_number(url: str) -> str:
    """The number that ends a source URL, or ""."""
    match = _URL_NUMBER.search(url)
    return match[1] if match else ""


def _clean(line: str) -> str:
    """A line as the patterns of this module expect it; the paragraphs are normalised later."""
    return text.fold_spaces(text.strip_invisible(line))


def _split_footer(lines: list[_Line]) -> tuple[str, list[_Line]]:
    if lines and (match := _FOOTER.match(lines[-1][1])):
        return match[1], lines[:-1]
    return "", lines


def _split_header(lines: Sequence[_Line], title: str) -> tuple[date | None, list[_Line]]:
    """Take dates, the print button and repeated headlines off the top of the body."""
    day: date | None = None
    key = _key(title)
    for position, (_, line, _raw) in enumerate(lines):
        is_date = position < _HEADER_LINES and (_DATE_LINE.match(line) or _SLASHED_DATE.match(line))
        if is_date:
            day = day or parse_thai_date(line)
        elif line not in _FURNITURE and _key(line) != key and not _RULE.match(line):
            return day, list(lines[position:])
    return day, []


def _key(line: str) -> str:
    return re.sub(r"\s+", "", text.unify_quotes(text.compose(line.removeprefix(PREFIX))))


def _paragraphs(lines: Iterable[_Line]) -> Iterable[Paragraph]:
    for number, line, raw in lines:
        if line == _RELATED:
            return  # Only links to other articles follow.
        if line in _FURNITURE or _RULE.match(line):
            continue
        yield Paragraph(raw, _RULE_AT_END.sub("", line) if line[-1:] in _RULE_ENDS else line, number)
