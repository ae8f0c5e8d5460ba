"""A project without catalogs: it may be new, or a wrong folder, which must not pass a gate for ever."""

import json

import pytest
import yaml
from junitparser import JUnitXml

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, write_catalog
from tests.conftest import ROOT
from tests.schemas import complaints

HINT = "Run `bilingual-news translate` first; or check the project's folder (--directory)"
#: Gates, and what speaks for all catalogs at once: to do either without any is an error.
REFUSED = (
    "check",
    "check --write",
    "check --fail-on never",
    "check --jobs 2",
    "check --write-baseline known.json",
    "export html --require-reviewed",
    "export md --require-reviewed",
    "export omegat",
    "export csv",
    "export tmx",
    "export xliff",
    "memory export -o all.tmx",
)
#: What only shows or writes what there is.
DONE = (
    "status",
    "status --leverage",
    "export html",
    "export json",
    "memory stats",
    "memory search ข่าว",
)


@pytest.fixture
def folder(project):
    return project / "locales" / "en" / "LC_MESSAGES"


@pytest.mark.parametrize("command", REFUSED)
def test_a_gate_that_looked_at_nothing_fails(run, folder, project, command):
    before = sorted(project.rglob("*"))
    result = run(*command.split())
    assert result.exit_code == 1
    assert f"error: {folder}: " in result.stderr
    assert HINT in result.stderr
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("command", DONE)
def test_everything_else_says_so_and_goes_on(run, folder, command):
    result = run(*command.split())
    assert result.exit_code == 0
    assert result.stderr.count(f"{folder}: ") == 1
    assert HINT in result.stderr
    assert "error" not in result.stderr
    assert HINT not in run("-q", *command.split()).stderr


@pytest.mark.parametrize("command", [*REFUSED, *DONE])
def test_with_one_catalog_nobody_speaks_of_it(run, folder, project, command):
    folder.mkdir(parents=True)
    write_catalog(folder / "1.po", Catalog({}, (Entry("ข่าว", "News"),)))
    result = run(*command.split())
    assert result.exit_code == 0
    assert HINT not in result.stderr


def test_an_empty_folder_is_told_from_one_that_is_not_there(run, folder):
    assert f"{folder}: no such folder of catalogs." in run("check").stderr
    folder.mkdir(parents=True)
    assert f"{folder}: holds no PO file." in run("check").stderr


def test_a_slip_in_the_settings_is_found(run, folder, project):
    folder.mkdir(parents=True)
    write_catalog(folder / "1.po", Catalog({}, (Entry("ข่าว", "News"),)))
    (project / "bilingual-news.toml").write_text('locales = "locale"\n')
    result = run("check")
    assert result.exit_code == 1
    assert f"{project / 'locale' / 'en' / 'LC_MESSAGES'}: no such folder of catalogs." in result.stderr


def test_a_memory_of_tmx_files_alone_is_one(run, project):
    (project / "memory").mkdir()
    unit = '<tu><tuv xml:lang="th"><seg>ถนน</seg></tuv><tuv xml:lang="en"><seg>road</seg></tuv></tu>'
    text = f'<tmx version="1.4"><header srclang="th"/><body>{unit}</body></tmx>'
    (project / "memory" / "old.tmx").write_text(text, encoding="utf-8")
    assert run("memory", "export", "-o", "all.tmx").exit_code == 0
    assert HINT not in run("memory", "stats").stderr


def test_every_report_of_check_says_so(run, folder):
    value = json.loads(run("check", "--json").stdout)
    assert [(e["file"], e["message"]) for e in value["errors"]] == [
        (str(folder), "no such folder of catalogs.")
    ]
    log = json.loads(run("check", "--format", "sarif").stdout)
    assert complaints("sarif-2.1.0.json", log) == []
    assert not log["runs"][0]["invocations"][0]["executionSuccessful"]
    assert JUnitXml.fromstring(run("check", "--format", "junit").stdout.encode()).errors == 1
    assert run("check", "--format", "github").stdout.startswith(f"::error file={folder},line=1,")


def test_in_thai(run, folder):
    stderr = run("--ui-lang", "th", "check").stderr
    assert "ไม่มีโฟลเดอร์แคตตาล็อก" in stderr
    assert "bilingual-news translate" in stderr
    assert HINT not in stderr


def test_a_new_project_is_translated_and_published(run, project):
    """What `make translate` runs."""
    assert run("translate", "--no-mt").exit_code == 0
    assert run("export", "html", "--output", "site").exit_code == 0
    assert "No articles yet" in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_the_workflow_checks_nothing_where_there_is_no_catalog_yet():
    workflow = yaml.safe_load((ROOT / ".github/workflows/translations.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["check"]["steps"]
    reports = [
        s for s in steps if "bilingual-news check" in s.get("run", "") or "upload" in s.get("uses", "")
    ]
    assert len(reports) == 4
    assert all("hashFiles('**/*.po') != ''" in step["if"] for step in reports)
