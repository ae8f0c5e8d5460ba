"""`bilingual-news check` on a project: reports, choices, suppressions, baseline and notes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from junitparser import JUnitXml

from bilingual_news.catalog.entry import text_hash
from bilingual_news.catalog.po import read_catalog
from tests.conftest import ROOT
from tests.schemas import complaints

CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Article-Date: 2022-01-27\\n"

#. title
#. check numbers: an old finding
#. origin: mt model 00000000 score -0.42 min -9.10
msgid "ประชุมปี 2565"
msgstr "Meeting in 2565"

# Checked by hand.
{comment}msgid "มี 12 แห่ง"
msgstr "15 places"

msgid "ข่าว"
msgstr "News ?"

#~ msgid "มี 9 แห่ง"
#~ msgstr "5 places"
"""
IGNORE = "# bilingual-news: ignore numbers, question\n"


@pytest.fixture
def catalog(project):
    path = project / "locales" / "en" / "LC_MESSAGES" / "1.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOG.format(comment=""), encoding="utf-8")
    return path


def findings(result):
    return [(f["check"], f["line"]) for f in json.loads(result.stdout)["findings"]]


def test_text_shows_source_and_target_underlined(run, catalog):
    result = run("check")
    assert result.exit_code == 3
    assert "error numbers: expected 12 for 12, found '15'" in result.stdout
    assert "    มี 12 แห่ง\n      ^^\n    15 places\n    ^^\n" in result.stdout


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "json", "text"])
def test_every_form_goes_to_a_file(run, catalog, project, form):
    out = project / "report"
    assert run("check", "--format", form, "--output", out).exit_code == 3
    assert "12" in out.read_text(encoding="utf-8")


def test_sarif_of_a_real_run_is_valid(run, catalog):
    log = json.loads(run("check", "--format", "sarif").stdout)
    assert complaints("sarif-2.1.0.json", log) == []
    assert {result["ruleId"] for result in log["runs"][0]["results"]} >= {"numbers", "question"}


def test_junit_lists_clean_files(run, catalog):
    suites = JUnitXml.fromstring(run("check", "--select", "loop", "--format", "junit").stdout.encode())
    assert [(s.tests, s.failures) for s in suites] == [(1, 0)]


def test_select_and_ignore_take_commas_and_the_settings(run, catalog, project):
    assert findings(run("check", "--json", "--select", "numbers,question")) == [
        ("numbers", 9),
        ("numbers", 13),
        ("question", 16),
    ]
    (project / "bilingual-news.toml").write_text('[check]\nselect = ["question"]\nfail-on = "warning"\n')
    result = run("check", "--json")
    assert (findings(result), result.exit_code) == ([("question", 16)], 3)
    assert findings(run("check", "--json", "--select", "loop")) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("check = 3", "must be a table"),
        ("[check]\nselct = []", "unknown setting 'check.selct'"),
        ("[check]\nselect = 'a'", "must be a list of ids"),
        ("[check]\nfail-on = 'now'", "must be one of error, warning, never"),
        ("[check]\nbaseline = 3", "must be a file name"),
        ("[check]\nignore = ['nunbers']", "bilingual-news.toml: no check 'nunbers'"),
    ],
)
def test_wrong_settings_are_errors(run, catalog, project, text, message):
    (project / "bilingual-news.toml").write_text(text)
    result = run("check")
    assert result.exit_code == 1
    assert message in result.stderr


def test_an_unknown_id_is_wrong_usage(run, catalog):
    result = run("check", "--select", "nunbers")
    assert result.exit_code == 2
    assert "no check 'nunbers'" in result.stderr


def test_a_comment_suppresses_and_an_unused_one_is_reported(run, catalog):
    catalog.write_text(CATALOG.format(comment=IGNORE), encoding="utf-8")
    result = run("check", "--json")
    assert ("numbers", 14) not in findings(result)
    assert ("numbers", 9) in findings(result)
    assert [
        f["message"] for f in json.loads(result.stdout)["findings"] if f["check"] == "unused-suppression"
    ] == ["the comment ignores question, and there is nothing to ignore: delete it"]
    assert "unused-suppression" not in str(findings(run("check", "--json", "--ignore", "unused-suppression")))
    catalog.write_text(CATALOG.format(comment="# bilingual-news: ignore nunbers\n"), encoding="utf-8")
    assert "ignores nunbers, which is the id of no check: correct or delete it" in run("check").stdout
    # A check that did not run may still be needed.
    catalog.write_text(CATALOG.format(comment=IGNORE), encoding="utf-8")
    assert findings(run("check", "--json", "--select", "loop,unused-suppression")) == []


def test_a_baseline_hides_what_was_known(run, catalog, project):
    known = project / "known.json"
    assert run("check", "--write-baseline", known).exit_code == 0
    assert findings(run("check", "--json", "--baseline", known)) == []
    (project / "bilingual-news.toml").write_text('[check]\nbaseline = "known.json"\n')
    assert run("check").exit_code == 0
    changed = catalog.read_text(encoding="utf-8").replace("15 places", "16 places")
    catalog.write_text("# A new line.\n" + changed, encoding="utf-8")
    assert findings(run("check", "--json")) == [("numbers", 14)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"),
        ("[]", "no baseline"),
        ("x", "no baseline"),
        ('{"version": 9, "findings": {}}', "version 9"),
    ],
)
def test_a_broken_baseline_is_an_error(run, catalog, project, content, message):
    path = project / "known.json"
    if content is not None:
        path.write_text(content)
    result = run("check", "--baseline", path)
    assert result.exit_code == 1
    assert message in result.stderr


def test_notes_are_refreshed_and_people_untouched(run, catalog):
    before = read_catalog(catalog)
    run("check", "--write")
    after = read_catalog(catalog)
    assert [e.msgstr for e in after.entries] == [e.msgstr for e in before.entries]
    assert [e.translator_comment for e in after.entries] == [e.translator_comment for e in before.entries]
    first = after.entries[0].notes
    assert first[0] == "title"
    assert first[1].startswith("check numbers: expected 2022 for 2565")
    assert first[-1].startswith("origin: ")
    assert "an old finding" not in str(first)
    content = catalog.read_bytes()
    run("check", "--write")
    assert catalog.read_bytes() == content


def test_notes_never_overwrite_what_somebody_saves_meanwhile(run, catalog, monkeypatch):
    from bilingual_news.pipeline import checking

    saved = catalog.read_bytes() + b"\n# saved by a person\n"

    def read(path):
        found = read_catalog(path)
        path.write_bytes(saved)
        return found

    monkeypatch.setattr(checking, "read_catalog", read)
    result = run("check", "--write", catalog)
    assert (result.exit_code, "was saved by somebody while it was checked" in result.stderr) == (1, True)
    assert catalog.read_bytes() == saved


def test_the_origin_of_a_machine_translation_is_read(run, catalog):
    written = text_hash("Meeting in 2022")
    origin = f"#. origin: mt model {written} score -0.42 min -9.10 term-rung 0 limit\n#, fuzzy\n"
    text = CATALOG.format(comment="").replace("Meeting in 2565", "Meeting in 2022")
    catalog.write_text(
        text.replace("#. origin: mt model 00000000 score -0.42 min -9.10\n", origin), encoding="utf-8"
    )
    assert findings(run("check", "--json", "--select", "low-confidence,decoder-limit")) == [
        ("low-confidence", 10),
        ("decoder-limit", 10),
    ]
    catalog.write_text(
        catalog.read_text(encoding="utf-8").replace("Meeting in", "A meeting in"), encoding="utf-8"
    )
    assert findings(run("check", "--json", "--select", "low-confidence,decoder-limit")) == []


def test_files_are_checked_in_parallel_with_the_same_result(run, catalog):
    for name in ("2", "3"):
        (catalog.parent / f"{name}.po").write_text(CATALOG.format(comment=IGNORE), encoding="utf-8")
    assert run("check", "--json", "--jobs", "2").stdout == run("check", "--json").stdout


def test_the_same_segment_in_two_ways_is_found(run, catalog):
    text = CATALOG.format(comment="") + '\nmsgctxt "b"\nmsgid "ข่าว"\nmsgstr "The news"\n'
    catalog.write_text(text, encoding="utf-8")
    assert "inconsistent" in [check for check, _ in findings(run("check", "--json"))]


class TestIntegrations:
    def test_the_workflow_is_one_for_github(self):
        text = (ROOT / ".github/workflows/translations.yml").read_text(encoding="utf-8")
        # YAML 1.1 reads the key `on` as true; GitHub does not.
        workflow = {"on" if key is True else key: value for key, value in yaml.safe_load(text).items()}
        assert complaints("github-workflow.json", workflow) == []
        del workflow["jobs"]["check"]["runs-on"]
        assert complaints("github-workflow.json", workflow) != []

    def test_the_workflow_runs_commands_that_exist(self, run, catalog, project):
        workflow = yaml.safe_load((ROOT / ".github/workflows/translations.yml").read_text(encoding="utf-8"))
        steps = workflow["jobs"]["check"]["steps"]
        commands = [
            line
            for s in steps
            if "bilingual-news check" in s.get("run", "")
            for line in s["run"].splitlines()
        ]
        assert len(commands) == 3
        for command in commands:
            arguments = command.split()[1:]
            if "--output" in arguments:
                arguments[arguments.index("--output") + 1] = str(project / "report")
            expected = 0 if "never" in arguments else 3
            assert run(*arguments).exit_code == expected

    def test_the_hooks_are_valid_for_pre_commit(self):
        from pre_commit.clientlib import load_manifest

        hooks = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
        assert [hook["id"] for hook in hooks] == ["bilingual-news-check", "bilingual-news-glossary"]

    def test_pre_commit_runs_the_hooks(self, catalog, project):
        """With the installed program: building an environment of its own is left out, nothing else."""
        hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        local = [{**hook, "language": "system"} for hook in hooks]
        config = {"repos": [{"repo": "local", "hooks": local}]}
        (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        (project / "glossaries" / "terms.csv").write_text("source,target\nกรม,department\n", encoding="utf-8")
        (project / "notes.txt").write_text("มี 12 แห่ง\n", encoding="utf-8")
        (project / "Makefile").write_text("all:\n", encoding="utf-8")
        programs = Path(sys.executable).parent
        environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}

        def pre_commit():
            subprocess.run(["git", "add", "--all"], cwd=project, check=True)
            command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
            return subprocess.run(
                command, cwd=project, env=environment, capture_output=True, text=True, check=False
            )

        subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
        refused = pre_commit()
        assert refused.returncode == 1, refused.stdout + refused.stderr
        assert "exit code: 3" in refused.stdout
        assert "expected 12 for 12, found '15'" in refused.stdout
        catalog.write_text(
            CATALOG.format(comment="").replace("15 places", "12 places").replace("in 2565", "in 2022"),
            encoding="utf-8",
        )
        passed = pre_commit()
        assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.parametrize("form", ["text", "json", "junit", "sarif", "github"])
def test_a_second_run_and_one_that_checks_all_again_say_the_same(run, catalog, form):
    first = run("check", "--format", form)
    assert first.exit_code == 3
    assert "15" in first.stdout
    for options in ([], ["--refresh"], ["--jobs", "2"]):
        again = run("check", "--format", form, *options)
        assert (again.exit_code, again.stdout) == (3, first.stdout)


def test_a_choice_of_checks_neither_asks_what_is_known_nor_adds_to_it(run, catalog):
    only = ("check", "--json", "--select", "numbers")
    assert {check for check, _ in findings(run(*only))} == {"numbers"}
    everything = findings(run("check", "--json"))
    assert {"numbers", "question"} <= {check for check, _ in everything}
    assert {check for check, _ in findings(run(*only))} == {"numbers"}
    assert findings(run("check", "--json")) == everything


def test_notes_are_written_by_a_run_that_knows_the_findings(run, catalog):
    run("check")
    run("check", "--write")
    notes = [note for entry in read_catalog(catalog).entries for note in entry.notes]
    assert any("expected 12" in note for note in notes)
    assert not any("an old finding" in note for note in notes)
    written = catalog.read_bytes()
    run("check", "--write")
    assert catalog.read_bytes() == written


@pytest.mark.parametrize("name", ["baseline.json", "locales/en/baseline.json", "locales/report.xml"])
def test_what_an_earlier_run_wrote_may_lie_among_the_catalogs(run, catalog, name):
    for _ in range(2):
        assert run("check", "--write-baseline", name).exit_code == 0
        assert run("check", "--fail-on", "never", "-o", name).exit_code == 0


def test_files_are_named_from_where_the_command_stands(run, catalog, monkeypatch):
    path = "locales/en/LC_MESSAGES/1.po"
    for here, name in ((catalog.parents[3], path), (catalog.parents[4], f"{catalog.parents[3].name}/{path}")):
        monkeypatch.chdir(here)
        for refresh in ([], ["--refresh"]):
            result = run("check", "--json", *refresh)
            assert {finding["file"] for finding in json.loads(result.stdout)["findings"]} == {name}
    monkeypatch.chdir("/")
    assert f"::error file={str(catalog)[1:]},line=" in run("check", "--format", "github").stdout
