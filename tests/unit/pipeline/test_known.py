"""Reports of unchanged files are remembered, and never when anything they depend on has changed."""

import os
import sqlite3
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, write_catalog
from bilingual_news.config import CheckSettings, Settings
from bilingual_news.errors import CatalogSyntaxError
from bilingual_news.glossary import load_termbase
from bilingual_news.model import Finding, Severity, Term
from bilingual_news.pipeline import known as known_module
from bilingual_news.pipeline.check_run import FileReport, check_files, file_reports, joined
from bilingual_news.pipeline.checking import Selection
from bilingual_news.pipeline.known import FILE_NAME, KnownReports
from bilingual_news.pipeline.term_use import TermUse

GLOSSARY = """source,target,abbreviation,alternatives,part_of_speech,valid_to
กรมการค้า,Department of Trade,,Trade Bureau,proper noun,
กรมไปรษณีย์,Old Office,,,proper noun,2020-01-01
"""
ENGLISH = ("The Department of Trade has 15 offices", "The Department of Trade met", "The  Trade Bureau met")


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    for number in range(6):
        entries = [
            Entry("กรมการค้ามี 12 แห่ง", ENGLISH[number % 3]),
            Entry("กรมการค้าประชุม", ENGLISH[2 if number < 2 else 1]),
            Entry("กรมไปรษณีย์ประชุม", "The Old Office met"),
        ]
        write_catalog(tmp_path / f"{number}.po", Catalog({"X-Article-Date": "2024-05-01"}, tuple(entries)))
    return Settings(tmp_path)


def paths(settings):
    return sorted(settings.root.glob("*.po"))


def checked(settings, *, refresh=False, meanwhile=lambda: None):
    """The names of the files that were checked, and what the run says."""
    asked = []
    termbase = load_termbase(settings.glossaries_dir)

    def check(files):
        asked.extend(path.name for path in files)
        reports = file_reports(files, termbase, Selection())
        meanwhile()
        return reports

    known = KnownReports(settings, lambda: termbase.terms)
    reports = known.complete(paths(settings), check, refresh=refresh)
    told = []
    return asked, (joined(reports, Selection(), told.append), [error.line for error in told])


ALL = [f"{number}.po" for number in range(6)]


def test_unchanged_files_are_checked_once_and_say_the_same(settings):
    termbase = load_termbase(settings.glossaries_dir)
    expected = check_files(paths(settings), termbase, Selection())
    assert {"numbers", "double-space", "term-consistency", "term-outdated"} <= {f.check for f in expected[0]}
    assert checked(settings) == (ALL, (expected, []))
    assert checked(settings) == ([], (expected, []))


def test_a_changed_file_is_checked_again(settings):
    checked(settings)
    path = paths(settings)[2]
    path.write_bytes(path.read_bytes().replace(b"Old Office", b"New Office"))
    assert checked(settings)[0] == ["2.po"]
    assert checked(settings)[0] == []


def test_a_file_that_gets_its_old_content_back_is_checked_again(settings):
    path = paths(settings)[0]
    old = path.read_bytes()
    checked(settings)
    path.write_bytes(old + b"\n")
    checked(settings)
    path.write_bytes(old)
    assert checked(settings)[0] == ["0.po"]


@pytest.mark.parametrize(
    "change",
    [
        lambda settings: replace(settings, check=CheckSettings(ignore=("numbers",))),
        lambda settings: replace(settings, check=CheckSettings(select=("numbers",))),
        lambda settings: (settings.glossaries_dir / "terms.csv").write_text(GLOSSARY + "ข่าว,news,,,,\n"),
        lambda settings: (settings.glossaries_dir / "more.csv").write_text("source,target\nข่าว,news\n"),
        lambda settings: (settings.glossaries_dir / "terms.csv").rename(settings.glossaries_dir / "a.csv"),
    ],
)  # fmt: skip
def test_other_settings_or_terms_check_all_again(settings, change):
    checked(settings)
    changed = change(settings)
    assert checked(changed if isinstance(changed, Settings) else settings)[0] == ALL


def test_another_program_checks_all_again(settings, tmp_path, monkeypatch):
    program = tmp_path / "program"
    (program / "data").mkdir(parents=True)
    (program / "data" / "words.tsv").write_text("ไม่\tnot\n", encoding="utf-8")
    monkeypatch.setattr("bilingual_news.pipeline.stamp._PACKAGE", program)
    assert checked(settings)[0] == ALL
    assert checked(settings)[0] == []
    os.utime(program / "data" / "words.tsv", (1, 1))  # a new clone has other times
    assert checked(settings)[0] == []
    (program / "data" / "words.tsv").write_text("ไม่\tno\n", encoding="utf-8")
    assert checked(settings)[0] == ALL


def test_all_are_checked_on_request(settings):
    first = checked(settings)
    assert checked(settings, refresh=True) == first


def test_a_damaged_file_is_told_every_time(settings):
    paths(settings)[1].write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")
    asked, (_, lines) = checked(settings)
    assert (asked, lines) == (ALL, [2])
    asked, (_, lines) = checked(settings)
    assert (asked, lines) == (["1.po"], [2])


def test_a_missing_file_is_an_error_as_ever(settings):
    checked(settings)
    termbase = load_termbase(settings.glossaries_dir)
    known = KnownReports(settings, lambda: termbase.terms)
    gone = settings.root / "0.po"
    gone.unlink()
    (report,) = known.complete([gone], lambda files: file_reports(files, termbase, Selection()))
    assert report.error is not None


def test_what_was_saved_while_it_was_checked_is_not_known(settings):
    path = paths(settings)[0]
    new = path.read_bytes().replace(b"15 offices", b"12 offices")
    _, (before, _) = checked(settings, meanwhile=lambda: path.write_bytes(new))
    asked, (after, _) = checked(settings)
    assert asked == ["0.po"]
    assert len(after[0]) == len(before[0]) - 1


def test_a_glossary_saved_during_the_run_leaves_nothing_known(settings):
    glossary = settings.glossaries_dir / "terms.csv"
    checked(settings, meanwhile=lambda: glossary.write_text(GLOSSARY + "ข่าว,news,,,,\n", encoding="utf-8"))
    glossary.write_text(GLOSSARY, encoding="utf-8")
    assert checked(settings)[0] == ALL


def database(settings):
    return sqlite3.connect(settings.cache_dir / FILE_NAME)


def test_rows_of_files_that_are_gone_are_forgotten(settings):
    checked(settings)
    first, second = paths(settings)[:2]
    first.unlink()
    second.write_bytes(second.read_bytes() + b"\n")
    checked(settings)
    with database(settings) as connection:
        files = {file for (file,) in connection.execute("SELECT file FROM reports")}
    connection.close()
    assert files == {str(path.absolute()) for path in paths(settings)}


@pytest.mark.parametrize("value", [b"", b"x", "text", zlib.compress(b"[1"), zlib.compress(b"[1,2]")])
def test_a_damaged_row_is_checked_again(settings, value):
    expected = checked(settings)
    with database(settings) as connection:
        connection.execute("UPDATE reports SET report = ?", (value,))
    connection.close()
    assert checked(settings) == expected
    assert checked(settings)[0] == []


def test_a_broken_database_is_made_anew(settings):
    settings.cache_dir.mkdir()
    (settings.cache_dir / FILE_NAME).write_bytes(b"no database" * 1000)
    assert checked(settings)[0] == ALL
    assert checked(settings)[0] == ALL  # the broken one is gone, and this run makes another
    assert checked(settings)[0] == []


def test_without_a_place_for_it_everything_is_checked(settings):
    settings.cache_dir.write_text("in the way", encoding="utf-8")
    assert checked(settings)[0] == checked(settings)[0] == ALL


def test_a_database_that_another_run_holds_is_done_without(settings, monkeypatch):
    monkeypatch.setattr(known_module, "_BUSY_SECONDS", 0.01)
    first = checked(settings)
    with database(settings) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert checked(settings) == first
    connection.close()
    assert checked(settings)[0] == []


def test_the_folder_is_left_alone_by_git(settings):
    checked(settings)
    assert (settings.cache_dir / ".gitignore").read_text() == "*\n"


TEXTS = st.text(max_size=8)
SPANS = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))
FILE = "a.po"
FINDINGS = st.builds(
    Finding,
    TEXTS,
    st.sampled_from(Severity),
    TEXTS,
    TEXTS,
    TEXTS,
    st.just(FILE),
    st.integers(0),
    SPANS,
    SPANS,
    st.none() | TEXTS,
)
TERMS = (Term("ก", "a"), Term("ข", "b"), Term("ข", "c"))
USES = st.builds(
    TermUse,
    st.just(()),
    st.lists(st.tuples(st.sampled_from(TERMS), TEXTS, st.none() | FINDINGS), max_size=3).map(tuple),
)
REPORTS = st.builds(
    FileReport, st.lists(FINDINGS, max_size=4).map(tuple), st.integers(0), USES, digest=st.binary()
)


@given(REPORTS)
def test_a_report_is_read_as_it_was_written(report):
    packed = known_module._written(report, {term: number for number, term in enumerate(TERMS)})
    assert known_module._read(packed, FILE, report.digest, TERMS) == report


def test_a_file_that_nobody_can_name_is_no_fault_of_the_database(settings):
    (settings.root / "0.po").rename(settings.root / os.fsdecode(b"\xff.po"))
    asked, _ = checked(settings)
    assert len(asked) == 6
    assert len(checked(settings)[0]) == 1


def test_the_first_error_ends_a_run_that_nobody_listens_to(settings):
    paths(settings)[1].write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")
    reports = file_reports(paths(settings), load_termbase(settings.glossaries_dir), Selection())
    with pytest.raises(CatalogSyntaxError):
        joined(reports, Selection())
