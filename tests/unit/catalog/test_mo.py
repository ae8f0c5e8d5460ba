"""Compiled catalogs as the standard library's gettext serves them."""

import gettext
import io
import os
import subprocess

import pytest

from bilingual_news.catalog import mo
from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.mo import compile_catalog, current_header, render
from bilingual_news.catalog.po import Catalog, write_catalog
from bilingual_news.catalog.po import render as po_bytes
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


def test_current_header_knows_age_and_kind(files):
    assert not current_header(*files)
    compile_catalog(*files)
    assert current_header(*files)
    assert not current_header(*files, use_fuzzy=True)
    os.utime(files[1], ns=(1, 1))
    assert not current_header(*files)


def test_a_damaged_mo_file_is_not_current(files):
    compile_catalog(*files)
    files[1].write_bytes(b"\xde\x12\x04\x95")
    assert not current_header(*files)


def test_a_broken_po_file_is_an_error(files):
    files[0].write_text('msgid "x\n', encoding="utf-8")
    with pytest.raises(CatalogSyntaxError, match="not a valid PO file"):
        compile_catalog(*files)


JUDGED = (
    Entry("ตรวจแล้ว", "reviewed"),
    Entry("a", "A"),
    Entry("a", "A in a menu", msgctxt="menu"),
    Entry("ร่าง", "draft", flags=("fuzzy",)),
    Entry("เก่า", "old", obsolete=True),
    Entry("บท", plural=("บทหลายบท", ((0, "one"), (1, "many")))),
    Entry('ข้อ\n"ความ"\\', 'te\n"xt"\\'),
    Entry("ว่าง"),
)


def babel(catalog, *, use_fuzzy):
    """What Babel compiles of the same catalog, as pairs of strings."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    buffer = io.BytesIO()
    write_mo(buffer, read_po(io.BytesIO(po_bytes(catalog))), use_fuzzy=use_fuzzy)
    return pairs(buffer.getvalue())


def pairs(data):
    """The strings of a MO file but for the header, as the standard library reads them."""
    found = gettext.GNUTranslations(io.BytesIO(data))._catalog
    return {key: text for key, text in found.items() if key}


@pytest.mark.parametrize("use_fuzzy", [False, True])
def test_it_holds_what_babel_holds(use_fuzzy):
    catalog = Catalog(HEADER | {"Plural-Forms": "nplurals=2; plural=(n != 1);"}, JUDGED)
    assert pairs(render(catalog, use_fuzzy=use_fuzzy)) == babel(catalog, use_fuzzy=use_fuzzy)
    assert len(pairs(render(catalog, use_fuzzy=use_fuzzy))) == (7 if use_fuzzy else 6)


@pytest.mark.gettext
def test_gnu_gettext_reads_it(tmp_path):
    path = tmp_path / "x.mo"
    path.write_bytes(render(Catalog(HEADER, JUDGED[:3])))
    done = subprocess.run(["msgunfmt", path], capture_output=True, text=True, check=True)
    assert 'msgctxt "menu"\nmsgid "a"\nmsgstr "A in a menu"\n' in done.stdout
    assert "Project-Id-Version: x 1\\n" in done.stdout


def test_a_catalog_without_header_is_served_too():
    assert pairs(render(Catalog({}, JUDGED[:1]))) == {"ตรวจแล้ว": "reviewed"}


@pytest.mark.parametrize("cut", [1, 30, 60])
def test_a_file_that_is_cut_short_is_not_current(files, cut):
    compile_catalog(*files)
    files[1].write_bytes(files[1].read_bytes()[:-cut])
    assert not current_header(*files)


def test_the_header_is_found_wherever_its_fields_stand(files):
    write_catalog(files[0], Catalog({"Language": "en", **dict(reversed(HEADER.items()))}, ENTRIES))
    for use_fuzzy in (False, True):
        compile_catalog(*files, use_fuzzy=use_fuzzy)
        assert current_header(*files, use_fuzzy=use_fuzzy)
        assert not current_header(*files, use_fuzzy=not use_fuzzy)


def test_a_change_meanwhile_is_compiled_too(tmp_path, files, monkeypatch):
    write = mo.write_atomically

    def meanwhile(path, content, **options):
        write(path, content, **options)
        if "changed" not in files[0].read_text(encoding="utf-8"):
            write_catalog(files[0], Catalog(HEADER, (Entry("ตรวจแล้ว", "changed"),)))

    # Not a mock of a part: the moment at which another run writes.
    monkeypatch.setattr(mo, "write_atomically", meanwhile)
    compile_catalog(*files)
    assert served(tmp_path)[0] == "changed"


def test_what_was_just_written_need_not_be_parsed(tmp_path, files):
    po, compiled = files
    catalog = Catalog(HEADER, ENTRIES)
    data = write_catalog(po, catalog)
    assert data == po.read_bytes()
    compile_catalog(po, compiled)
    parsed = compiled.read_bytes()
    compile_catalog(po, compiled, written=(data, catalog))
    assert compiled.read_bytes() == parsed


def test_what_somebody_else_wrote_since_is_parsed(tmp_path, files):
    po, compiled = files
    catalog = Catalog(HEADER, ENTRIES)
    data = write_catalog(po, catalog)
    write_catalog(po, Catalog(HEADER, (Entry("ว่าง", "filled"),)))
    compile_catalog(po, compiled, written=(data, catalog))
    assert served(tmp_path)[2] == "filled"
