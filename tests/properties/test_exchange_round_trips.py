"""What goes out in an exchange format comes back letter by letter; importing it unchanged changes nothing."""

import io
import re
import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry
from bilingual_news.config import Settings
from bilingual_news.errors import ExchangeError
from bilingual_news.exchange import tables, xliff
from bilingual_news.exchange.rows import Row, Sheet
from bilingual_news.glossary import Termbase
from bilingual_news.pipeline.exchange import SUFFIXES, export_sheets, import_file, read_sheet

KINDS = ("xliff", "xliff12", "csv", "xlsx")
#: Pieces that one format or another cannot carry as they are, or reads as something else.
PIECES = (
    "\x01", "\x0b", "\x1f", "\x7f", "\ufffe", "\uffff", "\r", "\n", "\t", "\x85", "\xa0", "'", "''", "=",
    "+1", "@", "_x0041_", "_x005F_", "_x", "&#1;", "<cp hex=\"0001\"/>", " ", "a", "ก่", ";", ",", '"',
)  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


def path_of(folder, kind):
    return folder / f"7{SUFFIXES[kind.removesuffix('12')]}"


def lines(text):
    """Spreadsheets end lines as their system does."""
    return text.replace("\r\n", "\n")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)
@given(targets=st.lists(TEXT, min_size=1, max_size=4))
@example(targets=["bell\x07 and \x0b\x1f tab\x0c", "'=1+1", "_x0001_ is text", " a\r\nb "])
def test_every_text_comes_back_and_nothing_changes(kind, targets):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        entries = tuple(Entry(f"ข่าว {number} \x02_x0009_", text) for number, text in enumerate(targets))
        catalog = folder / "locales" / "en" / "LC_MESSAGES" / "7.po"
        po.write_catalog(catalog, po.Catalog({"X-Article-Id": "7"}, entries))
        before = catalog.read_bytes()
        export_sheets(kind, [catalog], folder / "out", Termbase(()))
        path = path_of(folder / "out", kind)
        for row, entry in zip(read_sheet(path).rows, entries, strict=True):
            assert lines(row.source) == entry.msgid
            assert lines(row.target) == lines(entry.msgstr)
        done = import_file(path, Settings(folder))
        assert (done.changed, catalog.read_bytes()) == (0, before)


SHEET = Sheet("7", (Row("7.a.b", "ข่าว", "a\x01b\rc", "edited"),))


@pytest.mark.parametrize(
    ("version", "stands"),
    [
        ("2.0", '<target>a<cp hex="0001"/>b&#13;c</target>'),
        ("1.2", 'a<x id="cp1" ctype="x-cp-0001"/>b&#13;c</'),
    ],
)
def test_xliff_has_elements_for_what_xml_lacks(version, stands):
    assert stands in xliff.write_xliff(SHEET, version).decode()


@pytest.mark.parametrize("code", ["D800", "0", "00110000", "zz"])
def test_a_code_that_is_no_character_is_left_out(tmp_path, code):
    path = tmp_path / "7.xlf"
    path.write_bytes(xliff.write_xliff(SHEET).replace(b'hex="0001"', f'hex="{code}"'.encode()))
    assert xliff.read_xliff(path).rows[0].target == "ab\rc"


def test_workbooks_hold_the_escapes_of_their_standard():
    book = openpyxl.load_workbook(io.BytesIO(tables.write_xlsx(SHEET)))
    assert book.active["C2"].value == "a_x0001_b_x000D_c"


def test_a_segment_that_a_cell_would_cut_off_is_refused():
    sheet = Sheet("7", (Row("7.a.b", "ข่าว", "x" * 32_768),), "7.po")
    with pytest.raises(
        ExchangeError, match=re.escape("longer than a cell of XLSX can be (32,767 characters)")
    ):
        tables.write_xlsx(sheet)
    assert "x" * 32_768 in tables.write_csv(sheet).decode("utf-8-sig")


def test_a_field_that_is_too_long_for_csv_is_an_error(tmp_path):
    path = tmp_path / "7.csv"
    path.write_text(f"id,source,target\n7.a.b,ข่าว,{'x' * 200_000}\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="not valid CSV: field larger than field limit"):
        tables.read_table(path)
