"""Read the CSV files of the termbase; CSV is the source of truth, edited in any spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import GlossaryError
from bilingual_news.files import read_bytes, write_atomically
from bilingual_news.model import Term
from bilingual_news.text import is_thai, normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

COLUMNS: Final = (
    "source", "target", "abbreviation", "variants", "alternatives", "forbidden", "domain",
    "part_of_speech", "case_sensitive", "valid_from", "valid_to", "context", "priority", "note",
    "evidence",
)  # fmt: skip
#: What a row of `glossary extract` has besides.
MINED: Final = ("kind", "confidence", "frequency", "contexts")
#: Corpus counts and the like that a mining run adds beside a row; read over, never needed.
_COUNT_COLUMNS: Final = ("thai_count", "english_count", *MINED)
_REQUIRED: Final = ("source", "target")
#: What spreadsheets put between columns where a comma is the decimal point, or in other forms of text.
_MARKS: Final = (";", "\t")
#: Years of the Common Era end long before it; those of the Buddhist era are 543 more.
_BUDDHIST: Final = 2400
#: Rule of a cell that holds what its column cannot.
_VALUE: Final = "value"
_FLAGS: Final = {"no": False, "yes": True}


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that cannot be used: its line, the rule it breaks, and what was expected."""

    line: int
    rule: str
    message: str


def read_table(path: Path) -> tuple[list[Term], list[RowError]]:
    """Read one CSV file of the termbase.

    Args:
        path: UTF-8 file with a header row.

    Returns:
        The terms of the good rows, and what is wrong with the others.

    Raises:
        GlossaryError: If the file cannot be read at all: missing, not UTF-8, or a wrong header.
    """
    rows = _rows(path)
    _, header = next(rows, (1, []))
    _require_header(path, header)
    name = path.as_posix()
    terms: list[Term] = []
    errors: list[RowError] = []
    for line, values in rows:
        if not any(map(str.strip, values)):
            continue
        row = _row(header, line, values)
        parsed = as_term(row, name, line) if isinstance(row, dict) else row
        if isinstance(parsed, RowError):
            errors += _all_of(parsed, row)
        else:
            terms.append(parsed)
    return terms, errors


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which they start."""
    data = read_bytes(path, GlossaryError)
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte 0x{error.object[error.start]:02x} at offset {error.start} is not UTF-8."
        place = data.count(b"\n", 0, error.start) + 1
        hint = "Save the file as UTF-8."
        raise GlossaryError(message, path=path, line=place, hint=hint) from error
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    line = 1
    try:
        for values in reader:
            yield line, values
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"not valid CSV: {error}."
        hint = "Quote fields that hold commas or quotes."
        raise GlossaryError(message, path=path, line=line, hint=hint) from error


def _require_header(path: Path, header: list[str]) -> None:
    if len(header) == 1 and (mark := next((m for m in _MARKS if m in header[0]), "")):
        message = f"the columns are separated by {mark!r}, expected ','."
        hint = "Save the file as CSV with commas, UTF-8."
        raise GlossaryError(message, path=path, line=1, hint=hint)
    missing = [name for name in _REQUIRED if name not in header]
    unknown = [name for name in header if name not in COLUMNS and name not in _COUNT_COLUMNS]
    doubled = sorted({name for name in header if header.count(name) > 1})
    for what, names in (("missing", missing), ("unknown", unknown), ("doubled", doubled)):
        if names:
            raise GlossaryError(
                f"{what} column {', '.join(map(repr, names))} in the header.",
                path=path,
                line=1,
                hint=f"Known columns: {', '.join(COLUMNS)}.",
            )


def _row(header: list[str], line: int, values: list[str]) -> dict[str, str] | RowError:
    """The fields of a row that hold anything, stripped, by their column."""
    if len(values) != len(header):
        count, wanted = len(values), len(header)
        message = f"1 field, expected {wanted}" if count == 1 else f"{count} fields, expected {wanted}"
        return RowError(line, "fields", message)
    return {name: stripped for name, value in zip(header, values, strict=True) if (stripped := value.strip())}


def as_term(row: Mapping[str, str], path: str, line: int) -> Term | RowError:
    """The term of a row, or what is wrong with the row.

    Args:
        row: Stripped values by column; empty ones are left out.
        path: The file it stands in.
        line: Its line there.
    """
    source, target = normalize(row.get("source", "")), row.get("target", "")
    if not source:
        return RowError(line, "empty-source", "the Thai term is empty")
    if not target:
        return RowError(line, "empty-target", f"the English of {source} is empty")
    try:
        # Most fields of most rows are empty, and a termbase has thousands of rows.
        fields = {name: _READ[name](name, value) for name, value in row.items() if name in _READ}
    except ValueError as error:
        return RowError(line, _VALUE, str(error))
    return Term(**{**fields, "source": source}, path=path, line=line)


def _all_of(first: RowError, row: Mapping[str, str] | RowError) -> list[RowError]:
    """All that is wrong with a row of which one fault is known: one cell mended alone is lint run twice."""
    if first.rule != _VALUE or isinstance(row, RowError):
        return [first]
    errors = []
    for name, value in row.items():
        try:
            _READ.get(name, _text)(name, value)
        except ValueError as error:
            errors.append(RowError(first.line, _VALUE, str(error)))
    return errors


def _text(column: str, value: str) -> str:
    return value


def _single(column: str, value: str) -> str:
    if ";" in value:
        message = f"{column} is {value!r}, expected one; others go into alternatives"
        raise ValueError(message)
    return value


def _items(column: str, value: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, value.split(";"))))


def _thai_items(column: str, value: str) -> tuple[str, ...]:
    return tuple(filter(None, map(normalize, _items(column, value))))


def _flag(column: str, value: str) -> bool:
    try:
        return _FLAGS[value.lower()]
    except KeyError:
        message = f"{column} is {value!r}, expected yes or no"
        raise ValueError(message) from None


def _date(column: str, value: str) -> date:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        message = f"{column} is {value!r}, expected a date such as 2022-01-27"
        raise ValueError(message) from None
    if day.year >= _BUDDHIST:
        message = f"{column} is {value!r}, a year of the Buddhist era, expected {day.year - 543}"
        raise ValueError(message)
    return day


def _integer(column: str, value: str) -> int:
    try:
        return int(value)
    except ValueError:
        message = f"{column} is {value!r}, expected a whole number"
        raise ValueError(message) from None


#: How the field of a column is read.
_READ: Final[dict[str, Callable[[str, str], Any]]] = {
    **dict.fromkeys(COLUMNS, _text),
    **dict.fromkeys(("variants", "context"), _thai_items),
    **dict.fromkeys(("alternatives", "forbidden"), _items),
    **dict.fromkeys(("valid_from", "valid_to"), _date),
    "abbreviation": _single,
    "case_sensitive": _flag,
    "priority": _integer,
}


def has_thai(text: str) -> bool:
    """Whether a text holds a Thai letter."""
    return any(map(is_thai, text))


def write_table(path: Path, rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS) -> None:
    """Write rows as a CSV file that did not exist before.

    Args:
        path: The file; its folder exists.
        rows: Values by column; missing ones are empty.
        columns: The header.

    Raises:
        GlossaryError: If the file exists: what a person typed there is not overwritten.
    """
    if path.exists():
        raise GlossaryError("exists already.", path=path, hint="Choose another name or move it away.")
    write_atomically(path, table_text(rows, columns).encode())


def table_text(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS) -> str:
    """Rows as the text of a CSV file with a header; see `write_table`."""
    content = io.StringIO(newline="")
    writer = csv.DictWriter(content, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return content.getvalue()


def as_row(term: Term) -> dict[str, str]:
    """The values of a term by column, as they stand in its CSV file."""
    return {
        "source": term.source,
        "target": term.target,
        "abbreviation": term.abbreviation,
        "variants": ";".join(term.variants),
        "alternatives": ";".join(term.alternatives),
        "forbidden": ";".join(term.forbidden),
        "domain": term.domain,
        "part_of_speech": term.part_of_speech,
        "case_sensitive": "yes" if term.case_sensitive else "no",
        "valid_from": term.valid_from.isoformat() if term.valid_from else "",
        "valid_to": term.valid_to.isoformat() if term.valid_to else "",
        "context": ";".join(term.context),
        "priority": str(term.priority) if term.priority else "",
        "note": term.note,
        "evidence": term.evidence,
    }
