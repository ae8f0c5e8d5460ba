"""Compiled catalogs as the standard library's gettext serves them."""

import gettext
import os

import pytest

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.mo import compile_catalog, is_current
from bilingual_news.catalog.po import Catalog, write_catalog
from bilingual_news.errors import CatalogSyntaxError

HEADER = {"Project-Id-Version": "x 1", "Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
ENTRIES = (Entry("ตรวจแล้ว", "reviewed"), Entry("ร่าง", "draft", flags=("fuzzy",)), Entry("ว่าง"))


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "en" / "LC_MESSAGES"
    write_catalog(folder / "1.po", Catalog(HEADER, ENTRIES))
    return folder / "1.po", folder / "1.mo"


def served(tmp_path):
    catalog = gettext.translation("1", tmp_path, ["en"])
    return [catalog.gettext(entry.msgid) for entry in ENTRIES]


def test_only_reviewed_strings_are_served(tmp_path, files):
    compile_catalog(*files)
    assert served(tmp_path) == ["reviewed", "ร่าง", "ว่าง"]


def test_drafts_are_served_when_asked_for(tmp_path, files):
    compile_catalog(*files, use_fuzzy=True)
    assert served(tmp_path) == ["reviewed", "draft", "ว่าง"]


def test_is_current_knows_age_and_kind(files):
    assert not is_current(*files)
    compile_catalog(*files)
    assert is_current(*files)
    assert not is_current(*files, use_fuzzy=True)
    os.utime(files[1], ns=(1, 1))
    assert not is_current(*files)


def test_a_damaged_mo_file_is_not_current(files):
    compile_catalog(*files)
    files[1].write_bytes(b"\xde\x12\x04\x95")
    assert not is_current(*files)


def test_a_broken_po_file_is_an_error(files):
    files[0].write_text('msgid "x\n', encoding="utf-8")
    with pytest.raises(CatalogSyntaxError, match="not a valid PO file"):
        compile_catalog(*files)
