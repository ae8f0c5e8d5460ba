"""Rows in blocks: paragraphs, headings, lists and tables, as the source had them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from bilingual_news.model import Kind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from bilingual_news.export.page import Row


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an article.

    Attributes:
        kind: paragraph, heading, list or table.
        items: Rows by paragraph, list item or table cell.
        level: Level of a heading, 2 to 6, without gaps from one heading to the next.
        ordered: Whether the items of a list are numbered.
        lines: Items of a table by row.
    """

    kind: str
    items: tuple[tuple[Row, ...], ...]
    level: int = 0
    ordered: bool = False
    lines: tuple[tuple[tuple[Row, ...], ...], ...] = field(default=())

    @property
    def is_marked(self) -> bool:
        """Whether the items of a list carry their own markers in the text, as in `1) …`."""
        return self.items[0][0].layout.group == 0


def blocks(rows: Iterable[Row]) -> tuple[Block, ...]:
    """The blocks of an article, the headline left out: it belongs to the header of a page."""
    made: list[Block] = []
    level = 1
    for key, group in groupby((row for row in rows if row.kind is not Kind.TITLE), key=_key):
        block = _block(str(key[0]), tuple(group), level)
        level = block.level or level
        made.append(block)
    return tuple(made)


def _key(row: Row) -> tuple[Hashable, ...]:
    layout = row.layout
    if row.kind is Kind.LIST_ITEM:
        return "list", layout.group, layout.ordered
    if row.kind is Kind.CELL:
        return "table", layout.group
    return ("heading" if row.kind is Kind.HEADING else "paragraph"), row.paragraph


def _block(kind: str, rows: tuple[Row, ...], level: int) -> Block:
    if kind == "heading":
        return Block(kind, (rows,), level=min(max(rows[0].layout.level, 2), level + 1, 6))
    if kind == "list":
        by = (lambda row: row.paragraph) if rows[0].layout.group else (lambda row: row.number)
        return Block(kind, _grouped(rows, by), ordered=rows[0].layout.ordered)
    if kind == "table":
        items = _grouped(rows, lambda row: row.paragraph)
        return Block(kind, items, lines=_lines(items))
    return Block(kind, (rows,))


def _grouped(rows: Sequence[Row], key: object) -> tuple[tuple[Row, ...], ...]:
    return tuple(tuple(group) for _, group in groupby(rows, key=key))  # type: ignore[call-overload]


def _lines(items: Sequence[tuple[Row, ...]]) -> tuple[tuple[tuple[Row, ...], ...], ...]:
    """Cells by table row; a row's missing cells are empty tuples, so that columns stay aligned."""
    cells = {item[0].layout.cell or (number, 0): item for number, item in enumerate(items)}
    width = max(column for _, column in cells) + 1
    numbers = sorted({line for line, _ in cells})
    return tuple(tuple(cells.get((line, column), ()) for column in range(width)) for line in numbers)
