"""Markdown (CommonMark with tables) with optional front matter."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import SourceError
from bilingual_news.model import Kind, Layout
from bilingual_news.sources.structure import Builder, Parsed, Run, with_title
from bilingual_news.thaidate import parse_thai_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_FENCE: Final = "---"
_FIELD = re.compile(r"([A-Za-z_][\w-]*):(?:\s+(.*?))?\s*$")
_URLS: Final = ("url", "source", "source_url", "canonical", "link")
_INLINE: Final = {"strong_open": "strong", "em_open": "em", "link_open": "a"}


def parse_markdown(content: str, path: Path) -> Parsed:
    """Read an article in Markdown.

    Args:
        content: The whole text.
        path: Its name, for messages.

    Raises:
        SourceError: For front matter that does not end or has a line that is no field.
    """
    from markdown_it import MarkdownIt

    fields, body, skipped = _front_matter(content, path)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    builder = Builder()
    _Reader(builder, skipped).read(tokens)
    title, paragraphs = with_title(fields.get("title", ""), builder.paragraphs)
    url = next((fields[name] for name in _URLS if fields.get(name)), "")
    return Parsed(title, paragraphs, _date(fields.get("date", "")), url, fields.get("id", ""))


def _front_matter(content: str, path: Path) -> tuple[dict[str, str], str, int]:
    """The fields before the text, the text, and the number of lines before it."""
    lines = content.lstrip("\ufeff").split("\n")
    if lines[0].rstrip() != _FENCE:
        return {}, content, 0
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in {_FENCE, "..."}:
            return fields, "\n".join(lines[number:]), number
        if not line.strip() or line[0] in " \t#-":
            continue  # blank, comment, or the content of a list or block that is of no interest here
        match = _FIELD.match(line)
        if not match:
            message = f"front matter: expected 'name: value', not {line[:40]!r}."
            hint = "Mend the line, or remove the front matter."
            raise SourceError(message, path=path, line=number, hint=hint)
        fields[match[1].lower()] = _unquoted(match[2] or "")
    raise SourceError(
        "the front matter has no closing '---'.", path=path, line=1, hint="Add it after the last field."
    )


def _unquoted(value: str) -> str:
    """The value of a YAML scalar; a double-quoted one is read as JSON, which YAML contains."""
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    return value


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return parse_thai_date(value)


class _Reader:
    """Turns block tokens into paragraphs."""

    def __init__(self, builder: Builder, skipped: int) -> None:
        self._builder = builder
        self._skipped = skipped
        self._lists: list[bool] = []
        self._group = 0
        self._heading = 0
        self._cell: list[int] | None = None
        self._header = False

    def read(self, tokens: Sequence[Any]) -> None:
        """Read all tokens."""
        for token in tokens:
            handle = getattr(self, f"_on_{token.type}", None)
            if handle:
                handle(token)

    def _line(self, token: Any) -> int:  # noqa: ANN401 - markdown-it's token
        return self._skipped + (token.map[0] + 1 if token.map else 1)

    def _on_inline(self, token: Any) -> None:  # noqa: ANN401
        runs = list(_runs(token.children or ()))
        kind, layout = Kind.PARAGRAPH, Layout()
        if self._heading:
            kind, layout = Kind.HEADING, Layout(level=self._heading)
        elif self._cell:
            line, column = self._cell
            kind, layout = Kind.CELL, Layout(group=self._group, cell=(line, column), header=self._header)
        elif self._lists:
            kind = Kind.LIST_ITEM
            layout = Layout(level=len(self._lists), ordered=self._lists[-1], group=self._group)
        self._builder.add(runs, self._line(token), kind, layout)

    def _on_fence(self, token: Any) -> None:  # noqa: ANN401
        for number, line in enumerate(token.content.split("\n")):
            self._builder.add([Run(line, "code")], self._line(token) + number + 1, Kind.PARAGRAPH)

    _on_code_block = _on_fence

    def _on_heading_open(self, token: Any) -> None:  # noqa: ANN401
        self._heading = int(token.tag[1])

    def _on_heading_close(self, _: Any) -> None:  # noqa: ANN401
        self._heading = 0

    def _open_list(self, *, ordered: bool) -> None:
        if not self._lists:
            self._group = self._builder.group()
        self._lists.append(ordered)

    def _on_bullet_list_open(self, _: Any) -> None:  # noqa: ANN401
        self._open_list(ordered=False)

    def _on_ordered_list_open(self, _: Any) -> None:  # noqa: ANN401
        self._open_list(ordered=True)

    def _on_bullet_list_close(self, _: Any) -> None:  # noqa: ANN401
        self._lists.pop()

    _on_ordered_list_close = _on_bullet_list_close

    def _on_table_open(self, _: Any) -> None:  # noqa: ANN401
        self._group = self._builder.group()
        self._cell = [-1, -1]

    def _on_table_close(self, _: Any) -> None:  # noqa: ANN401
        self._cell = None

    def _on_tr_open(self, _: Any) -> None:  # noqa: ANN401
        if self._cell:
            self._cell = [self._cell[0] + 1, -1]

    def _on_th_open(self, _: Any) -> None:  # noqa: ANN401
        self._next_cell(header=True)

    def _on_td_open(self, _: Any) -> None:  # noqa: ANN401
        self._next_cell(header=False)

    def _next_cell(self, *, header: bool) -> None:
        self._header = header
        if self._cell:
            self._cell[1] += 1


def _runs(children: Sequence[Any]) -> Iterator[Run]:
    """Inline tokens as runs; of nested markup the outer one counts, but a link always."""
    open_tags: list[tuple[str, str]] = []
    for child in children:
        if child.type in _INLINE:
            url = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
            open_tags.append((_INLINE[child.type], url))
        elif child.type.endswith("_close") and open_tags:
            open_tags.pop()
        elif child.type in {"softbreak", "hardbreak"}:
            yield Run(" ", *_current(open_tags))
        elif child.type == "code_inline":
            yield Run(child.content, "code")
        elif child.type == "text":
            yield Run(child.content, *_current(open_tags))


def _current(open_tags: list[tuple[str, str]]) -> tuple[str, str]:
    links = [tag for tag in open_tags if tag[0] == "a"]
    return (links or open_tags or [("", "")])[0]
