"""HTML pages: main text, headline, date and address by trafilatura, structure kept.

trafilatura (Apache-2.0, Barbaresi 2021) is an optional dependency: `pip install 'bilingual-news[html]'`.
It reads only the text it is given; nothing is fetched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from html import unescape
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import EmptyArticleError, SourceError
from bilingual_news.model import Kind, Layout
from bilingual_news.sources.structure import Builder, Parsed, Run, with_title
from bilingual_news.text import fold_spaces
from bilingual_news.thaidate import parse_thai_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HIGHLIGHTS: Final = {"#b": "strong", "#i": "em", "#t": "code"}
_KEY_LENGTH: Final = 24
_DATED: Final = 400
_TAG = re.compile(r"<[^<>]*>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse_html(content: str, path: Path) -> Parsed:
    """Read an HTML page.

    Args:
        content: The whole page.
        path: Its name, for messages.

    Raises:
        SourceError: If trafilatura is not installed.
        EmptyArticleError: If the page has no main text.
    """
    # lxml refuses a string that states an encoding: it is decoded already.
    page = _extract(_DECLARATION.sub("", content), path)
    if page is None or page.body is None or not len(page.body):
        hint = "Save the page of one article, or use plain text or Markdown."
        raise EmptyArticleError("no article text was found on the page.", path=path, hint=hint)
    reader = _Reader(content)
    reader.blocks(page.body)
    title, paragraphs = with_title(fold_spaces(page.title or ""), reader.builder.paragraphs)
    return Parsed(title, paragraphs, _date(page.date, paragraphs), page.url or "")


def _extract(content: str, path: Path) -> Any:  # noqa: ANN401 - trafilatura's document
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise SourceError("HTML needs trafilatura, which is not installed.", path=path,
                          hint="Run: pip install 'bilingual-news[html]'.") from error  # fmt: skip
    return bare_extraction(
        content, include_links=True, include_formatting=True, include_tables=True,
        include_comments=False, favor_recall=True, with_metadata=True,
    )  # fmt: skip


def _date(stated: str | None, paragraphs: tuple[Any, ...]) -> date | None:
    """The date of the metadata, else a Thai date in the first lines."""
    try:
        return date.fromisoformat((stated or "")[:10])
    except ValueError:
        return parse_thai_date(" ".join(paragraph.text for paragraph in paragraphs[:3])[:_DATED])


class _Reader:
    """Turns trafilatura's tree (TEI-like: head, p, list, table, quote) into paragraphs."""

    def __init__(self, content: str) -> None:
        self.builder = Builder()
        self._lines = _Lines(content)

    def blocks(self, parent: Any) -> None:  # noqa: ANN401 - lxml element
        for element in parent:
            tag = element.tag if isinstance(element.tag, str) else ""
            if tag == "head":
                level = re.sub(r"\D", "", element.get("rend", "")) or "2"
                self._add(element, Kind.HEADING, Layout(level=int(level)))
            elif tag == "list":
                self._list(element, self.builder.group(), 1, ordered=element.get("rend") == "ol")
            elif tag == "table":
                self._table(element)
            elif tag in {"quote", "div"} and len(element) and element[0].tag in {"p", "head", "list"}:
                self.blocks(element)
            elif tag:
                self._add(element, Kind.PARAGRAPH, Layout())
            if tag != "p" and (element.tail or "").strip():
                self._emit([Run(element.tail)], Kind.PARAGRAPH, Layout())

    def _list(self, element: Any, group: int, level: int, *, ordered: bool) -> None:  # noqa: ANN401
        for item in element:
            self._add(item, Kind.LIST_ITEM, Layout(level=level, ordered=ordered, group=group))
            for inner in item.findall("list"):
                self._list(inner, group, level + 1, ordered=inner.get("rend") == "ol")

    def _table(self, element: Any) -> None:  # noqa: ANN401
        group = self.builder.group()
        for line, row in enumerate(element.findall("row")):
            for column, cell in enumerate(row.findall("cell")):
                header = cell.get("role") == "head"
                self._add(cell, Kind.CELL, Layout(group=group, cell=(line, column), header=header))

    def _add(self, element: Any, kind: Kind, layout: Layout) -> None:  # noqa: ANN401
        self._emit(list(_runs(element)), kind, layout)

    def _emit(self, runs: list[Run], kind: Kind, layout: Layout) -> None:
        self.builder.add(runs, self._lines.of("".join(run.text for run in runs)), kind, layout)


class _Lines:
    """Finds the lines of texts, asked for in reading order: the extractor does not say where they stood."""

    def __init__(self, content: str) -> None:
        bare = [_bare(unescape(_TAG.sub("", line))) for line in content.split("\n")]
        self._text = "".join(bare)
        self._starts = list(accumulate(map(len, bare), initial=0))
        self._from = 0

    def of(self, text: str) -> int:
        """The line on which the text begins; that of the text before it where it is not found."""
        key = _bare(text)[:_KEY_LENGTH]
        found = self._text.find(key, self._from) if key else -1
        if found >= 0:
            self._from = found
        return bisect_right(self._starts, self._from)


def _bare(text: str) -> str:
    return "".join(text.split())


def _runs(element: Any, tag: str = "", url: str = "") -> Iterator[Run]:  # noqa: ANN401 - lxml element
    if element.text:
        yield Run(element.text, tag, url)
    for child in element:
        if child.tag == "lb":
            yield Run(" ", tag, url)
        elif child.tag == "ref":
            yield from _runs(child, "a", child.get("target", ""))
        elif child.tag == "hi" and tag != "a":
            yield from _runs(child, _HIGHLIGHTS.get(child.get("rend", ""), "em"))
        elif child.tag != "list":
            yield from _runs(child, tag, url)
            if child.tag in {"p", "item"}:
                yield Run(" ", tag, url)
        if child.tail:
            yield Run(child.tail, tag, url)
