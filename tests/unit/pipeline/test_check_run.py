"""Many files are checked alike in one process and in several."""

import os
import signal
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, write_catalog
from bilingual_news.checks import ALL_CHECKS
from bilingual_news.errors import CatalogSyntaxError, CheckError
from bilingual_news.glossary import Termbase
from bilingual_news.model import Severity, Term
from bilingual_news.pipeline.check_run import check_files
from bilingual_news.pipeline.checking import Selection, check_file, select_checks
from bilingual_news.pipeline.term_use import check_term_use
from bilingual_news.scale.pool import AHEAD

LAST = "The Department of Trade met last"
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


def test_a_body_that_the_thai_does_not_have_is_told_by_the_termbase(tmp_path):
    path = tmp_path / "1.po"
    write_catalog(
        path, Catalog({}, (Entry("ครม. เห็นชอบ", "The Cabinet and the Ministry of Justice agreed"),))
    )
    justice = Term("กระทรวงยุติธรรม", "Ministry of Justice", domain="ministry", part_of_speech="proper noun")
    for terms, expected in (([justice], ["invented-body"]), ([], [])):
        assert [finding.check for finding in check_file(path, Termbase(terms))[0]] == expected


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


@dataclass(frozen=True)
class Deadly:
    """A check that kills the process that asks it about one entry, as a system out of memory does.

    Attributes:
        mark: Written before the first kill.
        once: Whether it spares those that come after.
    """

    mark: Path
    once: bool
    id: ClassVar[str] = "deadly"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = "Kills."

    def messages(self, pair):
        if pair.target == LAST and not (self.once and self.mark.exists()):
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())


@pytest.fixture
def deadly(paths, tmp_path):
    entry = Entry("กรมการค้าประชุม", LAST)
    write_catalog(paths[4], Catalog({"X-Article-Date": "2024-05-01"}, (entry,)))

    def selection(*, once):
        return replace(Selection(), checks=(*ALL_CHECKS, Deadly(tmp_path / "killed", once)))

    return selection


def test_a_broken_file_does_not_hide_the_others_from_who_is_told(paths):
    paths[3].write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")
    others = check_files([path for path in paths if path != paths[3]], TERMS, Selection())
    for jobs in (1, 2):
        told = []
        assert check_files(paths, TERMS, Selection(), jobs, told.append) == others
        assert [(error.path, error.line) for error in told] == [(str(paths[3]), 2)]


def test_a_file_that_kills_every_process_hides_nothing_of_the_others(paths, deadly):
    told = []
    found, entries = check_files(paths, TERMS, deadly(once=False), 2, told.append)
    assert [error.path for error in told] == [str(paths[4])]
    assert entries == 10
    assert {finding.file for finding in found} == {str(path) for path in paths if path != paths[4]}


def test_a_file_that_kills_every_process_is_an_error_that_names_it(paths, deadly):
    with pytest.raises(CheckError, match="a process of 2 was killed while it checked this file") as caught:
        check_files(paths, TERMS, deadly(once=False), jobs=2)
    assert caught.value.path == str(paths[4])


def test_a_process_that_is_killed_once_changes_nothing(paths, deadly, tmp_path):
    found = check_files(paths, TERMS, deadly(once=True), jobs=2)
    assert (tmp_path / "killed").exists()
    assert found == check_files(paths, TERMS, Selection())


def test_more_files_than_processes_take_at_a_time_keep_their_order(paths):
    many = paths * 8
    assert len(many) > 2 * AHEAD
    assert check_files(many, TERMS, Selection(), jobs=2) == check_files(many, TERMS, Selection())
