"""One file that cannot be read hides nothing of the others, and is named wherever it matters."""

import csv
import errno
import json
import os
import stat
import subprocess
import sys

import pytest
from junitparser import Error, JUnitXml

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, read_catalog, write_catalog
from bilingual_news.pipeline import checking
from tests.schemas import complaints

#: Damaged catalogs: content, the line that is named, and what is said.
DAMAGED = {
    "2": (b'msgid "a"\nmsgstr "b\n', 2, "not a valid PO file"),
    "3": (b'msgid "a"\n\xff', 2, "byte 0xff at offset 10 is not UTF-8"),
    "4": (b"", 1, "holds no PO entry"),
    "5": ('\ufeffmsgid "a"'.encode("utf-16-le"), 1, "is written in UTF-16, expected UTF-8"),
}


@pytest.fixture
def folder(project):
    folder = project / "locales" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name in ("1", "6"):
        write_catalog(folder / f"{name}.po", Catalog({}, (Entry("มี 12 แห่ง", "15 places"),)))
    for name, (content, _, _) in DAMAGED.items():
        (folder / f"{name}.po").write_bytes(content)
    return folder


def places(folder):
    return [(str(folder / f"{name}.po"), line) for name, (_, line, _) in DAMAGED.items()]


def test_check_names_every_damaged_file_and_checks_the_others(run, folder):
    result = run("check", "--select", "numbers")
    assert result.exit_code == 1
    assert result.stdout.count("error numbers: expected 12") == 2
    for (path, line), (_, _, message) in zip(places(folder), DAMAGED.values(), strict=True):
        assert f"error: {path}:{line}: " in result.stderr
        assert message in result.stderr
    assert result.stderr.count("hint: Mend the file") == 3
    assert "hint: Save it as UTF-8 in the editor that wrote it" in result.stderr


@pytest.mark.parametrize("jobs", [1, 3])
def test_json_lists_them_as_errors(run, folder, jobs):
    value = json.loads(run("check", "--json", "--jobs", jobs).stdout)
    assert [(e["file"], e["line"]) for e in value["errors"]] == places(folder)
    assert all(e["hint"] for e in value["errors"])
    assert value["entries"] == 2
    assert {f["file"] for f in value["findings"]} == {str(folder / "1.po"), str(folder / "6.po")}


def test_sarif_notifies_of_them_and_is_valid(run, folder):
    log = json.loads(run("check", "--format", "sarif").stdout)
    assert complaints("sarif-2.1.0.json", log) == []
    [invocation] = log["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    found = [n["locations"][0]["physicalLocation"] for n in invocation["toolExecutionNotifications"]]
    assert [(n["artifactLocation"]["uri"], n["region"]["startLine"]) for n in found] == places(folder)


def test_sarif_without_them_says_that_all_went_well(run, folder):
    log = json.loads(run("check", folder / "1.po", "--format", "sarif").stdout)
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": True}]


def test_junit_has_an_error_for_each(run, folder):
    suites = JUnitXml.fromstring(run("check", "--format", "junit").stdout.encode())
    assert (suites.errors, [s.errors for s in suites]) == (4, [0, 1, 1, 1, 1, 0])
    broken = [case for suite in suites for case in suite if isinstance(case.result[0], Error)]
    assert [case.classname for case in broken] == [path for path, _ in places(folder)]
    assert "Mend the file" in broken[0].result[0].text


def test_github_annotates_them(run, folder):
    lines = run("check", "--format", "github").stdout.splitlines()
    for path, line in places(folder):
        assert any(text.startswith(f"::error file={path},line={line},title=not checked::") for text in lines)


def test_text_in_a_file_says_so_too(run, folder, project):
    run("check", "--output", project / "report.txt")
    text = (project / "report.txt").read_text(encoding="utf-8")
    for path, line in places(folder):
        assert f"{path}:{line}: error not checked: " in text


def test_the_exit_code_is_1_whatever_fails_the_gate(run, folder):
    assert run("check", "--fail-on", "never").exit_code == 1
    assert run("check", "--select", "loop").exit_code == 1
    assert run("check", "--select", "numbers", folder / "1.po").exit_code == 3


def test_notes_are_written_into_the_healthy_ones_only(run, folder):
    result = run("check", "--write", "--select", "numbers")
    assert result.exit_code == 1
    assert "2 of 6 files written" in result.stderr
    for name in ("1", "6"):
        assert read_catalog(folder / f"{name}.po").entries[0].notes[0].startswith("check numbers: ")
    for name, (content, _, _) in DAMAGED.items():
        assert (folder / f"{name}.po").read_bytes() == content


def test_a_file_that_takes_no_notes_keeps_the_others_from_nothing(run, folder, monkeypatch):
    real = checking.write_catalog

    def refusing(path, *rest, **options):
        if path.name == "1.po":
            path.write_bytes(b"# somebody saved it\n" + path.read_bytes())
        return real(path, *rest, **options)

    monkeypatch.setattr(checking, "write_catalog", refusing)
    result = run("check", "--write", "--json", "--select", "numbers", folder / "1.po", folder / "6.po")
    assert result.exit_code == 1
    assert "1.po: was saved by somebody while it was checked" in result.stderr
    assert [e["file"] for e in json.loads(result.stdout)["errors"]] == [str(folder / "1.po")]
    assert read_catalog(folder / "6.po").entries[0].notes[0].startswith("check numbers: ")


def test_no_baseline_is_written_that_would_lack_files(run, folder, project):
    result = run("check", "--write-baseline", project / "known.json")
    assert result.exit_code == 1
    assert "no baseline was written" in result.stderr
    assert not (project / "known.json").exists()


def test_status_lists_them_in_its_json(run, folder):
    result = run("status", "--json")
    value = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(e["file"], e["line"]) for e in value["errors"]] == places(folder)
    assert [row["id"] for row in value["articles"]] == ["1", "6"]


def test_sheets_of_the_others_are_written(run, folder, project):
    result = run("export", "csv", "-o", "sheets")
    assert result.exit_code == 1
    assert all(f"{path}:{line}: " in result.stderr for path, line in places(folder))
    assert sorted(path.name for path in (project / "sheets").iterdir()) == ["1.csv", "6.csv"]


@pytest.mark.parametrize("command", ["export omegat -o out", "memory export -o out"])
def test_what_holds_all_articles_is_not_written_without_some(run, folder, project, command):
    result = run(*command.split())
    assert result.exit_code == 1
    assert all(f"{path}:{line}: " in result.stderr for path, line in places(folder))
    assert "nothing was written" in result.stderr
    assert not (project / "out").exists()


@pytest.fixture
def memory(project, folder):
    """A memory with a TMX file whose second unit is cut off, beside the catalogs."""
    (project / "memory").mkdir()
    text = (
        '<tmx version="1.4"><header srclang="th"/><body><tu><tuv xml:lang="th"><seg>ถนน</seg></tuv>'
        '<tuv xml:lang="en"><seg>road</seg></tuv></tu><tu>'
    )
    path = project / "memory" / "old.tmx"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["memory stats", "memory search --json ถนน", "status --leverage"])
def test_the_memory_does_without_them_and_says_so_each_time(run, memory, folder, command):
    for _ in range(2):
        result = run(*command.split())
        assert result.exit_code == 1
        assert result.stdout
        assert "old.tmx:1: is not XML" in result.stderr
        assert all(result.stderr.count(f"{path}:{line}: ") == 1 for path, line in places(folder))


def test_nothing_of_a_damaged_file_stays_in_the_memory_until_it_is_mended(run, memory):
    found = json.loads(run("memory", "search", "--json", "ถนน").stdout)
    assert found == {"matches": []}
    memory.write_text(
        memory.read_text(encoding="utf-8").removesuffix("<tu>") + "</body></tmx>", encoding="utf-8"
    )
    [match] = json.loads(run("memory", "search", "--json", "ถนน").stdout)["matches"]
    assert match["target"] == "road"


def test_translate_does_not_do_without_a_memory_in_silence(run, memory, project):
    (project / "articles" / "7.txt").write_text("นายกรัฐมนตรีกล่าวว่า รัฐบาลพร้อมช่วยเหลือ\n", encoding="utf-8")
    result = run("translate", "--no-mt")
    assert result.exit_code == 1
    assert "old.tmx:1: is not XML" in result.stderr
    assert "1 failed" in result.stderr


def test_import_goes_on_after_a_file_that_is_refused(run, folder, project):
    run("export", "csv", folder / "1.po", folder / "6.po", "-o", "sheets")
    sheet = project / "sheets" / "6.csv"
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][2], rows[1][3] = "12 places", "reviewed"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    (project / "sheets" / "1.csv").write_bytes(b"\xff")
    result = run("import", "sheets/1.csv", "sheets/6.csv")
    assert result.exit_code == 1
    assert "1.csv: is not UTF-8" in result.stderr
    assert read_catalog(folder / "6.po").entries[0].msgstr == "12 places"


@pytest.fixture
def unspeakable(project):
    """A catalog whose name is no UTF-8, as archives of old systems hold them."""
    folder = project / "locales" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    write_catalog(folder / "1.po", Catalog({}, (Entry("มี 12 แห่ง", "15 places"),)))
    name = os.fsdecode(b"bad\xff.po")
    (folder / name).write_bytes((folder / "1.po").read_bytes())
    return "bad\\udcff.po"


NAMED = (
    "check",
    "check --write",
    "check --format sarif",
    "check --format junit",
    "check --json",
    "status",
    "export html",
    "export csv",
    "export omegat",
    "memory stats",
    "memory export -o all.tmx",
)


@pytest.mark.parametrize("command", NAMED)
def test_a_file_whose_name_is_no_text_is_damaged_like_others(project, unspeakable, command):
    line = [sys.executable, "-m", "bilingual_news", "-C", project, *command.split()]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{unspeakable}: its name is not UTF-8." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "text"])
def test_reports_in_files_name_it_in_their_way(project, run, unspeakable, form):
    ways = {"json": "bad\\udcff.po", "sarif": "bad%FF.po", "junit": "bad\ufffd.po"}
    run("check", "--format", form, "-o", "report")
    text = (project / "report").read_text(encoding="utf-8")
    assert ways.get(form, unspeakable) in text
    if form == "json":
        assert json.loads(text)["errors"][0]["file"].endswith("bad\udcff.po")


def test_a_report_goes_to_a_pipe_and_never_replaces_it(run, folder, project):
    pipe = project / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        run("check", "--select", "numbers", "--format", "github", "-o", pipe, folder / "1.po")
        assert os.read(reader, 10_000).startswith(b"::error file=")
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_that_takes_nothing_is_an_error(run, folder, project, monkeypatch):
    pipe = project / "pipe"
    os.mkfifo(pipe)
    real = type(pipe).open

    def refusing(self, *rest, **options):
        if self == pipe:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(self, *rest, **options)

    monkeypatch.setattr(type(pipe), "open", refusing)
    result = run("check", "--select", "numbers", "-o", pipe, folder / "1.po")
    assert result.exit_code == 1
    assert f"{pipe}: cannot be written: No space left on device" in result.stderr
