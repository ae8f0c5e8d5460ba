"""An article as bilingual Markdown: Thai, below it the English as a quotation, with its state in words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from bilingual_news.export import wording
from bilingual_news.export.display import carried, clean, parts, safe_url
from bilingual_news.export.layout import blocks
from bilingual_news.messages import translations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilingual_news.export.layout import Block, ItemList
    from bilingual_news.export.page import Page, Row
    from bilingual_news.model import Mark

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
#: A web address, in ASCII: Thai is written right behind it. Without what would end an autolink.
_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]^_a-{}~]+")
_AFTER_ADDRESS: Final = ".,;:!?)]}'*_~"
#: What would begin a list, heading, quotation or rule at the start of a line (CommonMark 0.31, ch. 4–5).
_LEADING = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))")
_MARKS: Final = {"strong": ("**", "**"), "em": ("*", "*"), "code": ("", ""), "": ("", "")}


def render_markdown(page: Page, language: str = "en") -> str:
    """The Markdown of one article, with front matter that `translate` can read again."""
    gettext = translations(language).gettext
    lines = ["---", f"title: {json.dumps(clean(page.title), ensure_ascii=False)}"]
    if page.translated_title:
        lines.append(f"title_en: {json.dumps(clean(page.translated_title), ensure_ascii=False)}")
    if page.date:
        lines.append(f"date: {page.date.isoformat()}")
    if url := safe_url(page.url):
        lines.append(f"url: {url}")
    lines += [
        f"id: {page.id}",
        f"status: {page.status}",
        f"reviewed: {page.reviewed}/{len(page.rows)}",
        "---",
        "",
    ]
    lines += [f"# {escape(page.title)}", ""]
    if page.title_row:
        lines += [*_english(page.title_row, language), ""]
    if not page.is_reviewed:
        lines += [f"**{gettext(wording.NOTICES[page.status])}**", ""]
    for block in blocks(page.rows):
        lines += _block(block, language)
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _LEADING.sub(_escape_leading, _plain(" ".join(clean(text).split("\n"))))


def _plain(text: str) -> str:
    """Text with its special characters escaped, but for addresses, which become links."""
    shown: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_AFTER_ADDRESS)
        if safe_url(address):
            shown += [_escaped(text[end : match.start()]), f"<{address}>"]
            end = match.start() + len(address)
    return "".join([*shown, _escaped(text[end:])])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _escape_leading(match: re.Match[str]) -> str:
    if match[2].isdigit():
        # The digits of `1.` cannot be escaped, the mark after them can.
        return f"{match[1]}{match[2]}\\"
    return f"{match[1]}\\{match[2]}"


def _block(block: Block, language: str) -> list[str]:
    if block.kind == "heading":
        row = block.items[0][0]
        rest = _rows(block.items[0][1:], language)
        return [f"{'#' * block.level} {_thai(row)}", "", *_english(row, language), "", *rest]
    if block.kind == "list":
        return [line for part in block.lists for line in _list(part, language)]
    if block.kind == "table":
        return _table(block, language)
    return _rows(block.items[0], language)


def _rows(rows: Iterable[Row], language: str, indent: str = "") -> list[str]:
    lines: list[str] = []
    for row in rows:
        lines += [f"{indent}{_thai(row)}", "", *(f"{indent}{line}" for line in _english(row, language)), ""]
    return lines


def _list(items: ItemList, language: str, indent: str = "") -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(items.items, start=1):
        marker = f"{number}. " if items.ordered else "- "
        inside = indent + " " * len(marker)
        body = _rows(item.rows, language, inside)
        lines += [indent + marker + body[0].lstrip(), *body[1:]]
        for inner in item.lists:
            lines += _list(inner, language, inside)
    return lines


def _table(block: Block, language: str) -> list[str]:
    lines = []
    for number, line in enumerate(block.lines):
        lines.append("| " + " | ".join(_cell(cell, language) for cell in line) + " |")
        if number == 0:
            lines.append("|" + " --- |" * len(line))
    return [*lines, ""]


def _cell(rows: Sequence[Row], language: str) -> str:
    return " ".join(
        f"{_thai(row)} — {' '.join(line.lstrip('> ') for line in _english(row, language))}" for row in rows
    )


def _english(row: Row, language: str) -> list[str]:
    state = f"> *({wording.label(row, language)})*"
    text = "".join(_marked(p.text, p.mark) for p in parts(row.target, (), carried(row)))
    return [f"> {_LEADING.sub(_escape_leading, text)}  ", state] if text.strip() else [state]


def _thai(row: Row) -> str:
    text = "".join(_marked(p.text, p.mark) for p in parts(row.source, (), row.layout.marks))
    return _LEADING.sub(_escape_leading, text)


def _marked(text: str, mark: Mark | None) -> str:
    shown = " ".join(clean(text).split("\n"))
    if mark is None:
        return _plain(shown)
    if mark.tag == "a":
        return f"[{_escaped(shown)}]({safe_url(mark.url)})" if safe_url(mark.url) else _plain(shown)
    before, after = _MARKS.get(mark.tag, ("", ""))
    return f"{before}{_plain(shown)}{after}"
