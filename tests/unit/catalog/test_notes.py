"""What a note has room for."""

import pytest

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.notes import noted, one_line
from bilingual_news.model import Finding, Severity


def test_line_breaks_become_spaces():
    assert one_line("two\n lines") == "two lines"


def test_of_a_long_text_the_end_is_left_out():
    assert one_line("x" * 301) == "x" * 299 + "…"


def test_the_row_of_the_glossary_is_never_left_out():
    cut = one_line("x" * 400 + " (glossaries/asean.csv:12)")
    assert len(cut) == 300
    assert cut.endswith("x… (glossaries/asean.csv:12)")


def findings(count, check="numbers"):
    return [Finding(check, Severity.ERROR, f"expected {number:05}") for number in range(count)]


def notes_of(found, entry=None):
    return noted(entry or Entry("ข่าว", "News", notes=("title", "somebody's")), found).notes


@pytest.mark.parametrize("count", [1, 9, 10])
def test_so_many_findings_of_a_check_are_all_noted(count):
    expected = [f"check numbers: expected {number:05}" for number in range(count)]
    assert notes_of(findings(count)) == ("title", *expected, "somebody's")


@pytest.mark.parametrize(("count", "rest"), [(11, "2 more"), (50_000, "49,991 more")])
def test_of_more_the_last_note_counts_the_rest(count, rest):
    found = notes_of(findings(count))
    assert len(found) == 2 + 10
    assert found[1:10] == tuple(f"check numbers: expected {number:05}" for number in range(9))
    assert found[10] == f"check numbers: {rest} of this check, which `bilingual-news check` lists"


def test_many_findings_of_one_check_hide_none_of_another():
    found = notes_of([*findings(5000), *findings(2, "a-an"), *findings(2, "question")])
    assert [note.split(":")[0] for note in found[1:-1]] == [
        *["check a-an"] * 2, *["check numbers"] * 10, *["check question"] * 2]  # fmt: skip


def test_the_same_finding_again_counts_once():
    assert len(notes_of(findings(10) * 3)) == 2 + 10


def test_noted_again_they_are_the_same():
    entry = noted(Entry("ข่าว", "News"), findings(400))
    assert noted(entry, findings(400)) == entry
    assert noted(entry, findings(3)).notes == notes_of(findings(3), Entry("ข่าว", "News"))


def test_the_order_of_checks_does_not_matter():
    both = [*findings(30), *findings(30, "question")]
    other = [*findings(30, "question"), *findings(30)]
    assert notes_of(both) == notes_of(other)
