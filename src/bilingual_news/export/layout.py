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
class Item:
    """An item of a list, with the lists inside it."""

    rows: tuple[Row, ...]
    lists: tuple[ItemList, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list, or a list inside an item of another.

    Attributes:
        ordered: Whether its items are numbered.
        items: Its items.
        depth: 0 for a list that stands in no other.
    """

    ordered: bool
    items: tuple[Item, ...]
    depth: int = 0

    @property
    def is_marked(self) -> bool:
        """Whether the items carry their own markers in the text, as in `1) …`."""
        return self.items[0].rows[0].layout.group == 0


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an article.

    Attributes:
        kind: paragraph, heading, list or table.
        items: Rows by paragraph, list item or table cell.
        level: Level of a heading, 2 to 6, without gaps from one heading to the next.
        lists: The items of a list as the source nests them; a second list where numbers and bullets
            take turns.
        lines: Items of a table by row.
    """

    kind: str
    items: tuple[tuple[Row, ...], ...]
    level: int = 0
    lists: tuple[ItemList, ...] = ()
    lines: tuple[tuple[tuple[Row, ...], ...], ...] = field(default=())


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
        return "list", layout.group
    if row.kind is Kind.CELL:
        return "table", layout.group
    return ("heading" if row.kind is Kind.HEADING else "paragraph"), row.paragraph


def _block(kind: str, rows: tuple[Row, ...], level: int) -> Block:
    if kind == "heading":
        return Block(kind, (rows,), level=min(max(rows[0].layout.level, 2), level + 1, 6))
    if kind == "list":
        by = (lambda row: row.paragraph) if rows[0].layout.group else (lambda row: row.number)
        items = _grouped(rows, by)
        return Block(kind, items, lists=_nested(items))
    if kind == "table":
        items = _grouped(rows, lambda row: row.paragraph)
        return Block(kind, items, lines=_lines(items))
    return Block(kind, (rows,))


def _nested(items: Sequence[tuple[Row, ...]], depth: int = 0) -> tuple[ItemList, ...]:
    """The lists that items of different levels form; a skipped level counts as one step inwards."""
    level = items[0][0].layout.level
    made: list[Item] = []
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end][0].layout.level > level:
            end += 1
        inner = items[at + 1 : end]
        made.append(Item(items[at], _nested(inner, depth + 1) if inner else ()))
        level = min(level, items[end][0].layout.level) if end < len(items) else level
        at = end
    parts = groupby(made, key=lambda item: item.rows[0].layout.ordered)
    return tuple(ItemList(ordered, tuple(part), depth) for ordered, part in parts)


def _grouped(rows: Sequence[Row], key: object) -> tuple[tuple[Row, ...], ...]:
    return tuple(tuple(group) for _, group in groupby(rows, key=key))  # type: ignore[call-overload]


def _lines(items: Sequence[tuple[Row, ...]]) -> tuple[tuple[tuple[Row, ...], ...], ...]:
    """Cells by table row; a row's missing cells are empty tuples, so that columns stay aligned."""
    cells = {item[0].layout.cell or (number, 0): item for number, item in enumerate(items)}
    width = max(column for _, column in cells) + 1
    numbers = sorted({line for line, _ in cells})
    return tuple(tuple(cells.get((line, column), ()) for column in range(width)) for line in numbers)
