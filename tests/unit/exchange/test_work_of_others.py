"""What one person did outside and another in the catalog: neither is lost without a word."""

from dataclasses import replace

import pytest

from bilingual_news.catalog import mo, po
from bilingual_news.catalog.entry import FUZZY, fitted
from bilingual_news.pipeline.applying import RowId
from tests.unit.exchange.test_exchange import SUFFIX, catalog, edit, export  # noqa: F401 - a fixture
from tests.unit.exchange.test_exchange_faults import with_entries

KINDS = ["xliff", "csv", "xlsx"]
MACHINE, REVIEWED, EMPTY = "ข่าวสอง", "ข่าวหนึ่ง", "ข่าวสาม"


def entry_of(path, msgid):
    return next(entry for entry in po.read_catalog(path).entries if entry.msgid == msgid)


def flagged(path, msgid, *flags):
    """Approve an entry in the catalog, or take the approval back, as an editor does."""
    with_entries(path, lambda old: [replace(e, flags=flags) if e.msgid == msgid else e for e in old])


def test_an_approval_in_the_catalog_is_not_overwritten(catalog, project, run):  # noqa: F811
    path = export(run, project, "csv")
    flagged(catalog, MACHINE)
    edit(path, {MACHINE: ("Other words.", "reviewed")})
    result = run("import", path)
    assert result.exit_code == 1
    assert "changed in the catalog, or approved, since the export" in result.stderr
    assert entry_of(catalog, MACHINE).msgstr == "Machine."


def test_what_was_approved_before_the_export_may_be_changed(catalog, project, run):  # noqa: F811
    path = export(run, project, "csv")
    edit(path, {REVIEWED: ("Better words.", "reviewed")})
    assert run("import", path).exit_code == 0
    assert (entry_of(catalog, REVIEWED).msgstr, entry_of(catalog, REVIEWED).fuzzy) == ("Better words.", False)


def test_a_review_that_was_taken_back_stays_so(catalog, project, run):  # noqa: F811
    path = export(run, project, "csv")
    flagged(catalog, REVIEWED, FUZZY)
    assert run("import", path).exit_code == 0
    assert entry_of(catalog, REVIEWED).fuzzy


def test_files_of_earlier_versions_say_nothing_of_the_state(catalog, project, run):  # noqa: F811
    path = export(run, project, "csv")
    edit(path, {MACHINE: ("Other words.", "reviewed")})
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    cells = [line.split(";", 1) for line in lines[1:]]
    path.write_text(lines[0] + "".join(f"{name[:-1]};{rest}" for name, rest in cells), encoding="utf-8")
    assert run("import", path).exit_code == 0
    assert entry_of(catalog, MACHINE).msgstr == "Other words."


@pytest.mark.parametrize("name", ["50968.0123456789ab.1a2b3c4dr", "ข่าว.0.1o", "7.a.b", ".."])
def test_ids_are_read_as_they_are_written(name):
    assert str(RowId.parse(name)) == name


def test_an_id_of_somebody_else_is_none():
    assert RowId.parse("unit-1") == RowId()


@pytest.mark.parametrize(
    "work", [("By hand.", "edited"), ("Machine.", "reviewed")], ids=["words", "approval"]
)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_work_that_was_not_imported_is_not_written_over(catalog, project, run, kind, work):  # noqa: F811
    path = export(run, project, kind)
    edit(path, {MACHINE: work})
    before = path.read_bytes()
    result = run("export", kind, "-o", "out")
    assert (result.exit_code, path.read_bytes()) == (1, before)
    assert "77" in result.stderr
    assert "holds work that the catalog does not have, in 1 of 3 segments." in result.stderr
    assert run("import", path).exit_code == 0
    assert run("export", kind, "-o", "out").exit_code == 0
    assert path.read_bytes() != before


def test_xliff_that_was_not_imported_is_not_written_over(catalog, project, run):  # noqa: F811
    path = export(run, project, "xliff")
    edit(path, {EMPTY: ("By hand.", "edited")})
    assert run("export", "xliff", "-o", "out").exit_code == 1
    assert "By hand." in path.read_text(encoding="utf-8")
    assert run("export", "xliff", "-o", "out", "--force").exit_code == 0
    assert "By hand." not in path.read_text(encoding="utf-8")


def test_work_on_a_segment_that_is_gone_is_not_written_over(catalog, project, run):  # noqa: F811
    path = export(run, project, "csv")
    edit(path, {MACHINE: ("By hand.", "edited")})
    with_entries(catalog, lambda old: [entry for entry in old if entry.msgid != MACHINE])
    assert run("export", "csv", "-o", "out").exit_code == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_nobody_worked_on_is_written_over(catalog, project, run, kind):  # noqa: F811
    path = export(run, project, kind)
    with_entries(catalog, lambda old: [replace(old[0], msgstr="New words."), *old[1:]])
    flagged(catalog, MACHINE)
    before = path.read_bytes()
    assert run("export", kind, "-o", "out").exit_code == 0
    assert path.read_bytes() != before


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_somebody_else_is_not_written_over(catalog, project, run, kind):  # noqa: F811
    path = project / "out" / f"77{SUFFIX[kind]}"
    path.parent.mkdir()
    path.write_bytes(b"mine")
    result = run("export", kind, "-o", "out")
    assert (result.exit_code, path.read_bytes()) == (1, b"mine")
    assert "would be replaced, but cannot be read" in result.stderr


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("\n      Hello.\n    ", "ข่าว", "Hello."),
        ("Hello.\n", "ข่าว", "Hello."),
        ("Hello.", "\nข่าว\n", "\nHello.\n"),
        ("\nHello.\n", "\nข่าว\n", "\nHello.\n"),
        (" Hello. ", "ข่าว", " Hello. "),
        ("One.\nTwo.", "ข่าว", "One.\nTwo."),
        ("", "\nข่าว", ""),
    ],
)
def test_a_translation_ends_as_its_source_does(target, source, expected):
    assert fitted(target, source) == expected


@pytest.mark.gettext
def test_line_feeds_around_a_text_come_from_the_program(catalog, project, run):  # noqa: F811
    import subprocess

    path = export(run, project, "csv")
    edit(path, {EMPTY: ("\n  By hand.\n  ", "reviewed"), MACHINE: ("Machine.\n", "reviewed")})
    assert run("import", path).exit_code == 0
    assert [entry_of(catalog, msgid).msgstr for msgid in (EMPTY, MACHINE)] == ["By hand.", "Machine."]
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", catalog], check=True)


def test_an_import_is_a_revision(catalog, project, run):  # noqa: F811
    path = export(run, project, "csv")
    edit(path, {EMPTY: ("By hand.", "reviewed")})
    assert run("import", path).exit_code == 0
    assert po.read_catalog(catalog).metadata["PO-Revision-Date"] == "2023-11-14 22:13+0000"


def test_drafts_that_are_served_stay_so(catalog, project, run):  # noqa: F811
    compiled = catalog.with_suffix(".mo")
    for use_fuzzy in (True, False):
        mo.compile_catalog(catalog, compiled, use_fuzzy=use_fuzzy)
        path = export(run, project, "csv", "--force")
        edit(path, {EMPTY: (f"By hand {use_fuzzy}.", "edited")})
        assert run("import", path).exit_code == 0
        assert mo.has_unreviewed(compiled) == use_fuzzy


def test_a_file_leads_to_no_catalog_elsewhere(catalog, project, run):  # noqa: F811
    path = export(run, project, "xliff")
    (catalog.parent / "sub").mkdir()
    catalog.rename(catalog.parent / "sub" / "77.po")
    path.write_text(path.read_text(encoding="utf-8").replace('"77.po"', '"sub/77.po"'), encoding="utf-8")
    result = run("import", path)
    assert result.exit_code == 1
    assert "belongs to article sub/77, which has no catalog here" in result.stderr
