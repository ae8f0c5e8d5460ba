"""CSV and XLSX for people without a PO editor: a row a segment, to be translated in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import ExchangeError
from bilingual_news.exchange.rows import NOT_XML, STATES, Row, Sheet
from bilingual_news.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

COLUMNS: Final = ("id", "source", "target", "state", "notes", "terms")
_NEEDED: Final = ("id", "source", "target")
_WIDTHS: Final = (24, 60, 60, 10, 40, 40)
# A cell that starts so is a formula to a spreadsheet; an apostrophe makes it text (OWASP, CSV injection).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
#: Characters in a cell (Excel specifications and limits); openpyxl cuts off the rest without a word.
_LONGEST_CELL: Final = 32_767
_ESCAPE: Final = re.compile("_x(?!D[89A-Fa-f])([0-9A-Fa-f]{4})_")
#: What XML lacks or changes, and an underscore that begins what looks like an escape.
_NEEDS_ESCAPE: Final = re.compile(f"{NOT_XML.pattern}|\r|_(?=x[0-9A-Fa-f]{{4}}_)")
_ESCAPE_LENGTH: Final = 7
_EXTRA_HINT: Final = "Install it with `pip install 'bilingual-news[xlsx]'`, or use CSV."


def write_csv(sheet: Sheet) -> bytes:
    """The bytes of a CSV file: UTF-8 with byte-order mark, as Excel wants it, comma, CRLF (RFC 4180)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    writer.writerows([_guarded(cell) for cell in _cells(row)] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


def write_xlsx(sheet: Sheet) -> bytes:
    """The bytes of an XLSX workbook with one sheet.

    Raises:
        ExchangeError: If openpyxl is not installed.
    """
    openpyxl = _openpyxl(sheet.path)
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    page = book.active
    page.title = "translation"
    page.append(COLUMNS)
    for row in sheet.rows:
        page.append([*map(_escaped, _fitting(row, sheet.path))])
    for line in page.iter_rows():
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            # Text, never a formula, whatever it starts with.
            cell.data_type = "s"
    for cell in page[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate(_WIDTHS, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read_table(path: Path) -> Sheet:
    """The rows of a CSV or XLSX file; other columns are ignored, their order is free.

    Raises:
        ExchangeError: If it cannot be read, lacks a column, or has an unknown state.
    """
    lines = _xlsx_lines(path) if path.suffix.lower() == ".xlsx" else _csv_lines(path)
    head = [str(cell).strip().lower() for cell in next(lines, [])]
    missing = [name for name in _NEEDED if name not in head]
    if missing:
        message = f"lacks the column {', '.join(missing)}; expected {', '.join(COLUMNS)}."
        raise ExchangeError(message, path=path, line=1, hint="Keep the header row of the export.")
    rows = []
    for number, cells in enumerate(lines, start=2):
        values = dict.fromkeys(head, "") | dict(zip(head, cells, strict=False))
        if any(values.values()):
            rows.append(_row(path, number, values))
    return Sheet(rows[0].id.split(".")[0] if rows else "", tuple(rows), str(path))


def _row(path: Path, number: int, values: dict[str, str]) -> Row:
    state = values.get("state", "").strip().lower()
    if state not in ("", *STATES):
        message = f"unknown state {state!r}; expected reviewed, edited, or as exported."
        raise ExchangeError(message, path=path, line=number, hint="Mend the cell; nothing was imported.")
    return Row(values["id"].strip(), _plain(values["source"]), _plain(values["target"]), state or "edited")


def _csv_lines(path: Path) -> Iterator[list[str]]:
    data = read_bytes(path, ExchangeError)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start}); a spreadsheet saved it in another encoding."
        raise ExchangeError(message, path=path, hint='Save it as "CSV UTF-8".') from error
    first = text.partition("\n")[0]
    # Excel writes semicolons where the comma is the decimal sign.
    delimiter = max(",;\t", key=first.count)
    try:
        return iter(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error as error:
        raise ExchangeError(f"not valid CSV: {error}.", path=path, hint="Export it again.") from error


def _xlsx_lines(path: Path) -> Iterator[list[str]]:
    openpyxl = _openpyxl(str(path))
    data = read_bytes(path, ExchangeError)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        lines = [["" if c is None else _unescaped(str(c)) for c in row] for row in book.worksheets[0].values]
    except Exception as error:  # openpyxl raises whatever its ZIP and XML readers do
        message = f"is not a workbook that can be read: {error}."
        raise ExchangeError(message, path=path, hint="Save it again as XLSX.") from error
    return iter(lines)


def _openpyxl(path: str) -> Any:  # noqa: ANN401 - a module without types
    try:
        import openpyxl
    except ImportError as error:
        raise ExchangeError("XLSX needs openpyxl.", path=path or None, hint=_EXTRA_HINT) from error
    return openpyxl


def _cells(row: Row) -> Sequence[str]:
    terms: Iterable[str] = (f"{thai} → {english}" for thai, english in row.terms)
    return row.id, row.source, row.target, row.state, "\n".join(row.notes), "\n".join(terms)


def _fitting(row: Row, path: str) -> Sequence[str]:
    """The cells of a row for a workbook: what is translated must fit, of remarks the end may go.

    Raises:
        ExchangeError: If a text is longer than a cell can be.
    """
    row_id, source, target, state, *remarks = _cells(row)
    if max(len(_escaped(source)), len(_escaped(target))) > _LONGEST_CELL:
        message = (
            f"a segment is longer than a cell of XLSX can be ({_LONGEST_CELL:,} characters): {source[:30]!r}."
        )
        raise ExchangeError(message, path=path, hint="Export CSV or XLIFF instead; nothing was written.")
    # An apostrophe before a formula would be taken for the guard of CSV files that were saved as XLSX.
    source, target = (_guarded(cell) if cell.startswith("'") else cell for cell in (source, target))
    return row_id, source, target, state, *(remark[: _LONGEST_CELL // _ESCAPE_LENGTH] for remark in remarks)


def _escaped(cell: str) -> str:
    """A text as workbooks hold it: `_x0001_` for characters that XML lacks (ECMA-376, 22.9.2.19)."""
    return _NEEDS_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", cell)


def _unescaped(cell: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), cell)


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; one that looks guarded already is, once more."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    text = cell.replace("\r\n", "\n")
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA) else text
