"""PO files are read and written without loss, and broken ones are named by line."""

import os

import pytest

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, read_catalog, read_header, render, write_catalog
from bilingual_news.errors import CatalogError, CatalogSyntaxError

FULL = """# Title
# more
msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Article-Id: 1\\n"
"X-Custom: kept\\n"

# a translator's remark
# on two lines
#. paragraph 1, segment 1 of 1
#. origin: mt m 00000000
#: articles/1.txt:3 articles/1.txt:9
#, fuzzy, python-format
#| msgid "ก่อน"
msgid "ข่าว \\"วันนี้\\"\\tที่ 1"
msgstr "News\\n"

msgctxt "menu"
msgid "ข่าว"
msgid_plural "ข่าว"
msgstr[0] "one"
msgstr[1] "many"

# gone
#~ msgid "เก่า"
#~ msgstr "Old"
"""


def write(tmp_path, content):
    path = tmp_path / "1.po"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_is_written_as_it_was_read(tmp_path):
    assert render(read_catalog(write(tmp_path, FULL))).decode() == FULL


def test_all_parts_of_an_entry(tmp_path):
    first, plural, old = read_catalog(write(tmp_path, FULL)).entries
    assert first.translator_comment == "a translator's remark\non two lines"
    assert first.flags == ("fuzzy", "python-format")
    assert first.references == (("articles/1.txt", "3"), ("articles/1.txt", "9"))
    assert first.previous == (None, "ก่อน", None)
    assert first.line == 11
    assert plural.msgctxt == "menu"
    assert plural.plural == ("ข่าว", ((0, "one"), (1, "many")))
    assert old.obsolete
    assert old.translator_comment == "gone"


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbf" + FULL.encode(), FULL.replace("\n", "\r\n").encode()],
    ids=["byte-order mark", "CRLF"],
)
def test_files_of_windows_editors(tmp_path, content):
    assert [e.msgstr for e in read_catalog(write(tmp_path, content)).entries[:1]] == ["News\n"]


def test_line_separators_inside_strings_survive(tmp_path):
    text = "a\u2028b\u0085c\x0bd"
    catalog = Catalog({"Content-Type": "text/plain; charset=UTF-8"}, (Entry("ข่าว", text),))
    write_catalog(tmp_path / "1.po", catalog)
    assert read_catalog(tmp_path / "1.po").entries[0].msgstr == text


def test_read_header(tmp_path):
    header = read_header(write(tmp_path, FULL))
    assert header["X-Article-Id"] == "1"
    assert header["X-Custom"] == "kept"
    assert read_header(tmp_path / "none.po") == {}


def test_a_missing_file_is_not_a_syntax_error(tmp_path):
    with pytest.raises(CatalogError, match="cannot be read: No such file"):
        read_catalog(tmp_path / "none.po")


BROKEN = {
    "open string": (FULL.replace('msgstr "News\\n"', 'msgstr "News'), 19),
    "unknown keyword": (FULL.replace('msgctxt "menu"', 'msgcontext "menu"'), 21),
    "not UTF-8": (FULL.encode().replace("ก่อน".encode(), b"\xa1\xe8"), 17),
    "merge conflict": (FULL.replace('msgctxt "menu"', '<<<<<<< ours\nmsgctxt "menu"'), 21),
}


@pytest.mark.parametrize(("content", "line"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named_by_line(tmp_path, content, line):
    with pytest.raises(CatalogSyntaxError) as caught:
        read_catalog(write(tmp_path, content))
    assert caught.value.line == line
    assert "not touched" in caught.value.hint


def test_an_empty_file_is_broken(tmp_path):
    with pytest.raises(CatalogSyntaxError, match="no PO entry"):
        read_catalog(write(tmp_path, ""))


def test_duplicate_entries_are_refused_by_line(tmp_path):
    double = FULL + '\nmsgid "ซ้ำ"\nmsgstr "a"\n\nmsgid "ซ้ำ"\nmsgstr "b"\n'
    with pytest.raises(CatalogSyntaxError, match="the same msgid stands at line 31") as caught:
        read_catalog(write(tmp_path, double))
    assert caught.value.line == 34


def test_the_mode_of_a_file_is_kept(tmp_path):
    path = write(tmp_path, FULL)
    path.chmod(0o640)
    write_catalog(path, read_catalog(path))
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_mode_of_the_umask(tmp_path):
    mask = os.umask(0o027)
    try:
        write_catalog(tmp_path / "new.po", Catalog({"Language": "en"}))
    finally:
        os.umask(mask)
    assert (tmp_path / "new.po").stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path):
    path = write(tmp_path, FULL)
    link = tmp_path / "link.po"
    link.symlink_to(path)
    write_catalog(link, Catalog({"Language": "en"}))
    assert link.is_symlink()
    assert "Language" in path.read_text(encoding="utf-8")
