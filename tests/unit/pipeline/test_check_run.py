"""Many files are checked alike in one process and in several."""

import os
import signal

import pytest

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, write_catalog
from bilingual_news.errors import CatalogSyntaxError, CheckError
from bilingual_news.glossary import Termbase
from bilingual_news.model import Term
from bilingual_news.pipeline import check_run
from bilingual_news.pipeline.check_run import check_files
from bilingual_news.pipeline.checking import Selection, check_file, select_checks
from bilingual_news.pipeline.term_use import check_term_use

TERM = Term("กรมการค้า", "Department of Trade", alternatives=("Trade Bureau",), part_of_speech="proper noun")
TERMS = Termbase([TERM])
ENGLISH = ("The Department of Trade has 15 offices", "The Department of Trade met", "The  Trade Bureau met")


@pytest.fixture
def paths(tmp_path):
    paths = [tmp_path / f"{number}.po" for number in range(6)]
    for number, path in enumerate(paths):
        entries = [
            Entry("กรมการค้ามี 12 แห่ง", ENGLISH[number % 3]),
            Entry("กรมการค้าประชุม", ENGLISH[2 if number < 2 else 1]),
        ]
        write_catalog(path, Catalog({"X-Article-Date": "2024-05-01"}, tuple(entries)))
    return paths


def test_several_processes_report_what_one_reports(paths):
    alone = check_files(paths, TERMS, Selection())
    assert check_files(paths, TERMS, Selection(), jobs=3) == alone
    assert alone[1] == 12
    assert {"numbers", "double-space", "term-consistency"} <= {finding.check for finding in alone[0]}


def test_the_report_is_that_of_each_file_and_then_of_all(paths):
    each = [finding for path in paths for finding in check_file(path, TERMS)[0]]
    assert check_files(paths, TERMS, Selection())[0] == each + check_term_use(paths, TERMS)


def test_only_the_selected_checks_run(paths):
    found, _ = check_files(paths, TERMS, select_checks(["numbers"]), jobs=2)
    assert {finding.check for finding in found} == {"numbers"}


def test_a_broken_file_is_named_by_any_number_of_processes(paths):
    paths[3].write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")
    for jobs in (1, 2):
        with pytest.raises(CatalogSyntaxError) as caught:
            check_files(paths, TERMS, Selection(), jobs)
        assert (caught.value.path, caught.value.line) == (str(paths[3]), 2)


def test_a_killed_process_is_an_error_and_not_a_clean_report(paths, monkeypatch):
    def killed(path, termbase, selection):
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(check_run, "check_whole_file", killed)
    with pytest.raises(CheckError, match="a process of 2 was killed while it checked 6 files"):
        check_files(paths, TERMS, Selection(), jobs=2)
