"""The other commands, as the four kinds of users run them."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from bilingual_news import __version__
from bilingual_news.catalog.entry import text_hash
from bilingual_news.cli import app
from bilingual_news.cli.app import COMMANDS
from bilingual_news.exchange.tmx import write_tmx
from bilingual_news.model import Unit

PO = f"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"
"X-Article-Id: 7\\n"
"X-Article-Date: 2022-01-27\\n"
"X-Article-URL: https://www.thaigov.go.th/news/contents/details/7\\n"

#. title
#. origin: mt m-1 {text_hash("ASEAN meets")} score -0.10
#, fuzzy
msgid "อาเซียนประชุม"
msgstr "ASEAN meets"

msgid "รัฐมนตรีกล่าวว่า <b>ดี</b>"
msgstr "The minister said <b>good</b> & fine"

#, fuzzy
msgid "กระทรวงแรงงาน"
msgstr "The ministry of งาน"

msgid "ว่าง"
msgstr ""

#~ msgid "เก่า"
#~ msgstr "Old"
"""


@pytest.fixture
def catalog(project):
    path = project / "locales" / "en" / "LC_MESSAGES" / "7.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    (project / "glossaries" / "x.csv").write_text(
        "source,target,part_of_speech,note\n"
        "กระทรวงแรงงาน,Ministry of Labour,proper noun,\nอาเซียน,ASEAN,,bloc\n",
        encoding="utf-8",
    )
    return path


class TestApp:
    def test_version(self, run):
        assert run("--version").stdout == f"bilingual-news, version {__version__}\n"

    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_command_has_help(self, run, name):
        result = run(name, "--help")
        assert result.exit_code == 0
        assert result.stdout.startswith("Usage: ")

    def test_an_unknown_command_is_wrong_usage(self, run):
        assert run("translte").exit_code == 2

    def test_an_unknown_flag_is_wrong_usage(self, run):
        assert run("translate", "--fast").exit_code == 2

    def test_a_missing_project_folder_is_wrong_usage(self):
        assert CliRunner().invoke(app, ["-C", "/nonexistent", "status"]).exit_code == 2

    def test_relative_paths_are_meant_from_the_project(self, run, catalog, project):
        relative = catalog.relative_to(project)
        assert "4 entries checked" in run("check", relative, "--fail-on", "never").stderr
        assert json.loads(run("status", relative, "--json").stdout)["articles"][0]["id"] == "7"

    @pytest.mark.parametrize(
        ("command", "written"),
        [
            ("check --fail-on never --json --output", "report.json"),
            ("check --write-baseline", "baseline.json"),
            ("glossary export --output", "terms.tbx"),
            ("glossary extract --output", "mined.csv"),
            ("memory export --output", "memory.tmx"),
            ("export md --output", "pages"),
        ],
    )
    def test_files_are_written_into_the_project(
        self, run, catalog, project, monkeypatch, *, command, written
    ):
        elsewhere = project / "elsewhere"
        elsewhere.mkdir()
        monkeypatch.chdir(elsewhere)
        assert run(*command.split(), written).exit_code == 0
        assert (project / written).exists()
        assert not list(elsewhere.iterdir())

    @pytest.mark.parametrize(
        "command",
        [
            "check --baseline none",
            "glossary import none",
            "glossary extract none",
            "translate --refresh machine --model none",
            "mt --model none",
            "segment none",
            "segment --rules none articles",
            "rules import none",
            "memory import none",
            "model install none",
            "import none.csv",
        ],
    )
    def test_files_are_read_from_the_project(self, run, catalog, project, command):
        result = run(*command.split())
        assert (result.exit_code, str(project / "none") in result.stderr) == (1, True)

    def test_quiet_keeps_errors_only(self, run, catalog):
        assert run("-q", "check", "--fail-on", "never").stderr == ""
        assert "no such PO file" in run("-q", "check", "none.po").stderr

    def test_python_m(self):
        command = [sys.executable, "-m", "bilingual_news", "--version"]
        assert __version__ in subprocess.run(command, capture_output=True, text=True, check=True).stdout


class TestSegment:
    def test_one_segment_a_line(self, run, shipped):
        lines = run("segment", shipped("84477")).stdout.splitlines()
        assert len(lines) == 2
        assert lines[0].startswith("ดีอี บรรยายผล")

    def test_json(self, run, shipped):
        document = json.loads(run("segment", "--json", shipped("84477")).stdout)
        assert document["article"] == "84477"
        first = document["segments"][0]
        assert {"paragraph": 0, "index": 0, "start": 0, "kind": "title"}.items() <= first.items()
        assert first["end"] == len(first["text"])

    def test_plain_text_without_header(self, run, project):
        path = project / "x.txt"
        path.write_text("น้ำป่าไหลหลากเข้าท่วมบ้าน ทั้งนี้ นายกรัฐมนตรีติดตามสถานการณ์", encoding="utf-8")
        assert run("segment", path).stdout.splitlines() == [
            "น้ำป่าไหลหลากเข้าท่วมบ้าน",
            "ทั้งนี้ นายกรัฐมนตรีติดตามสถานการณ์",
        ]

    def test_explain_names_the_rule_of_every_space(self, run, project):
        path = project / "x.txt"
        path.write_text("น้ำป่าไหลหลากเข้าท่วมบ้าน ทั้งนี้ นายกรัฐมนตรีติดตามสถานการณ์", encoding="utf-8")
        decisions = json.loads(run("segment", "--json", "--explain", path).stdout)["decisions"]
        assert next((d["boundary"], d["rule"]) for d in decisions) == (True, "opener")
        assert "opener" in run("segment", "--explain", path).stderr

    def test_a_missing_file(self, run):
        assert run("segment", "none.txt").exit_code == 1


@pytest.mark.model
class TestMt:
    def test_a_line_in_a_line_out(self, run, catalog):
        result = run("mt", input="อาเซียน\n\nนายกรัฐมนตรี\n")
        assert len(result.stdout.split("\n")) == 4
        assert result.stdout.split("\n")[1] == ""
        assert result.stderr.startswith("model ")

    def test_json_proves_the_terms(self, run, catalog):
        [line] = run("mt", "--json", input="อาเซียนประชุม\n").stdout.splitlines()
        answer = json.loads(line)
        assert answer["source"] == "อาเซียนประชุม"
        [term] = answer["terms"]
        found = "ASEAN" in answer["target"]
        assert {"source": "อาเซียน", "target": "ASEAN", "found": found}.items() <= term.items()
        assert answer["score"] < 0
        assert answer["rung"] in {0, 1, 2, 4}

    def test_no_glossary(self, run, catalog):
        [line] = run("mt", "--json", "--no-glossary", input="อาเซียนประชุม\n").stdout.splitlines()
        assert json.loads(line)["terms"] == []


class TestCheck:
    def test_findings_fail_the_gate(self, run, catalog):
        result = run("check")
        assert result.exit_code == 3
        assert f"{catalog}:" in result.stdout
        assert "error thai-letters: Thai letters in the English: งาน" in result.stdout
        assert "error empty: the translation is empty" in result.stdout
        assert "4 entries checked" in result.stderr

    def test_json(self, run, catalog):
        document = json.loads(run("check", "--format", "json").stdout)
        assert document["entries"] == 4
        finding = next(f for f in document["findings"] if f["check"] == "thai-letters")
        assert set(finding) >= {"check", "severity", "file", "line", "source", "target", "message"}
        lines = PO.split("\n")
        assert "กระทรวงแรงงาน" in "\n".join(lines[finding["line"] - 1 : finding["line"] + 2])

    def test_json_flag_is_the_same(self, run, catalog):
        assert run("check", "--json").stdout == run("check", "--format", "json").stdout

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (["--fail-on", "never"], 0),
            (["--select", "term-missing"], 0),
            (["--select", "term-missing", "--fail-on", "warning"], 3),
            (["--ignore", "empty", "--ignore", "thai-letters"], 0),
            (["--select", "spelling"], 2),
            (["--ignore", "spelling"], 2),
        ],
    )
    def test_what_fails(self, run, catalog, arguments, code):
        assert run("check", *arguments).exit_code == code

    def test_a_clean_catalog(self, run, catalog):
        catalog.write_text(PO.split('#, fuzzy\nmsgid "กระทรวง', maxsplit=1)[0], encoding="utf-8")
        assert run("check", catalog).exit_code == 0

    def test_a_missing_catalog(self, run):
        assert run("check", "none.po").exit_code == 1


class TestStatus:
    def test_json(self, run, catalog):
        [row] = json.loads(run("status", "--json").stdout)["articles"]
        assert row == {
            "id": "7", "segments": 4, "words": 10, "empty": 1, "machine": 1, "memory": 0,
            "edited": 1, "reviewed": 1, "findings": 2,
        }  # fmt: skip

    def test_table(self, run, catalog):
        lines = run("status").stdout.splitlines()
        assert lines[0].split()[0] == "article"
        assert lines[-1].split()[:3] == ["total", "4", "10"]

    def test_columns_stand_below_each_other_with_thai_ids(self, run, catalog):
        """ข่าวใหม่ has eight characters and takes the place of six."""
        catalog.rename(catalog.with_name("a.po"))
        text = catalog.with_name("a.po").read_text(encoding="utf-8")
        catalog.with_name("b.po").write_text(text.replace("X-Article-Id: 7", "X-Article-Id: ข่าวใหม่"), "utf-8")
        seven, thai = run("status").stdout.splitlines()[1:3]
        assert (len(seven), len(thai)) == (len(seven), len(seven) + 2)

    def test_a_damaged_catalog_does_not_hide_the_others(self, run, catalog):
        catalog.with_name("a.po").write_text("what is this\n", encoding="utf-8")
        result = run("status")
        assert result.exit_code == 1
        assert "a.po:1: not a valid PO file" in result.stderr
        assert [line.split()[0] for line in result.stdout.splitlines()] == ["article", "7", "total"]

    def test_no_catalogs(self, run):
        assert json.loads(run("status", "--json").stdout) == {"articles": [], "errors": []}


class TestExport:
    def test_pages_and_index(self, run, catalog, project):
        assert run("export", "html", "-o", "out").exit_code == 0
        page = (project / "out" / "7.html").read_text(encoding="utf-8").replace("\u00a0", " ")
        assert "&lt;b&gt;good&lt;/b&gt; &amp; fine" in page
        assert "Machine translation, not reviewed" in page
        assert "พ.ศ. 2565" in page
        assert "Thursday, January 27, 2022" in page
        assert 'href="7.html"' in (project / "out" / "index.html").read_text(encoding="utf-8")

    def test_require_reviewed_refuses(self, run, catalog, project):
        result = run("export", "html", "-o", "out", "--require-reviewed")
        assert result.exit_code == 3
        assert "1 of 4 segments reviewed" in result.stderr
        assert not (project / "out").exists()

    def test_other_files_in_the_folder_stay(self, run, catalog, project):
        (project / "out").mkdir()
        (project / "out" / "logo.svg").write_text("x")
        run("export", "html", "-o", "out")
        assert (project / "out" / "logo.svg").read_text() == "x"


class TestGlossary:
    def test_find_in_text(self, run, catalog):
        [hit] = json.loads(run("glossary", "find", "--json", "ที่ประชุมอาเซียน").stdout)["terms"]
        assert (hit["text"], hit["start"], hit["end"], hit["target"]) == ("อาเซียน", 9, 16, "ASEAN")

    def test_find_in_a_file(self, run, catalog, shipped):
        result = run("glossary", "find", shipped("50968"))
        assert "อาเซียน\tASEAN" in result.stdout

    def test_lint_clean(self, run, catalog):
        result = run("glossary", "lint")
        assert (result.exit_code, result.stdout) == (0, "")

    def test_lint_faults_fail_the_gate(self, run, catalog, project):
        (project / "glossaries" / "y.csv").write_text("source,target\nอาเซียน,Asean\n", encoding="utf-8")
        result = run("glossary", "lint")
        assert result.exit_code == 3
        assert "y.csv:2: error conflict" in result.stdout
        assert json.loads(run("glossary", "lint", "--json").stdout)["problems"][0]["line"] == 2


@pytest.mark.model
class TestModel:
    def test_list(self, run):
        [model] = json.loads(run("model", "list", "--json").stdout)["models"]
        assert model["origin"] == "embedded"
        assert len(model["sha256"]) == 64
        assert model["name"] in run("model", "list").stdout

    def test_info_shows_the_card(self, run):
        assert "licen" in run("model", "info").stdout.lower()
        assert json.loads(run("model", "info", "--json").stdout)["bytes"] < 40_000_000

    def test_install_refuses_a_wrong_file(self, run, tmp_path):
        (tmp_path / "x.argosmodel").write_bytes(b"PK")
        result = run("model", "install", tmp_path / "x.argosmodel")
        assert result.exit_code == 1
        assert "truncated" in result.stderr
        result = run("model", "install", tmp_path / "x.argosmodel", "--sha256", "0" * 64)
        assert "wrong SHA-256" in result.stderr

    def test_install_from_an_address_that_does_not_answer(self, run):
        result = run("model", "install", "http://127.0.0.1:9/x.argosmodel")
        assert result.exit_code == 1
        assert "cannot be fetched" in result.stderr


@pytest.mark.model
class TestDoctor:
    def test_all_is_well(self, run, catalog):
        result = run("doctor")
        assert result.exit_code == 0, result.stdout
        assert "ok        model: translate-th_en-" in result.stdout
        assert "2 terms" in result.stdout

    def test_json(self, run):
        states = {d["name"]: d["state"] for d in json.loads(run("doctor", "--json").stdout)["diagnoses"]}
        assert states["ctranslate2"] == "ok"

    def test_what_is_missing_fails_with_a_remedy(self, run, project, monkeypatch):
        monkeypatch.setenv("BILINGUAL_NEWS_MODEL", str(project / "none"))
        (project / "glossaries" / "x.csv").write_text("source\nx\n", encoding="utf-8")
        result = run("doctor")
        assert result.exit_code == 1
        assert "missing   model" in result.stdout
        assert "missing   glossaries" in result.stdout
        assert "model list" in result.stdout


#: What is written over by a slip of the keyboard, and by what.
SLIPS = {
    "a catalog": ("locales/en/LC_MESSAGES/50968.po", ("glossary", "export", "-o")),
    "a glossary": ("glossaries/mine.csv", ("glossary", "export", "--format", "csv", "-o")),
    "a memory": ("memory/partner.tmx", ("memory", "export", "-o")),
    "an article": ("articles/50968.txt", ("memory", "export", "-o")),
    "rules": ("segmentation.toml", ("rules", "export")),
    "report over a catalog": ("locales/en/LC_MESSAGES/50968.po", ("check", "--fail-on", "never", "-o")),
    "report over an article": ("articles/50968.txt", ("check", "--fail-on", "never", "--output")),
    "baseline over a glossary": ("glossaries/mine.csv", ("check", "--write-baseline")),
    "baseline over settings": ("segmentation.toml", ("check", "--write-baseline")),
}


@pytest.mark.parametrize(("name", "command"), SLIPS.values(), ids=SLIPS)
def test_an_output_is_not_written_over_what_people_wrote(run, with_article, shipped, name, command):
    project = with_article("50968")
    (project / "memory").mkdir()
    (project / "memory" / "partner.tmx").write_bytes(write_tmx([Unit("ก", "k")]))
    (project / "glossaries" / "mine.csv").write_text("source,target\nก,k\n", encoding="utf-8")
    (project / "segmentation.toml").write_text(
        '[[rule]]\nname = "a"\nbreak = true\nbefore = "ก"\nafter = "ข"\n', "utf-8"
    )
    assert run("translate", "--no-mt").exit_code == 0
    before = (project / name).read_bytes()
    result = run(*command, name)
    assert (result.exit_code, (project / name).read_bytes()) == (1, before)
    assert "is a part of the project and would be lost" in result.stderr
    assert run(*command, "elsewhere").exit_code == 0
    assert run(*command, "elsewhere").exit_code == 0


@pytest.mark.parametrize("folder", ["articles", "locales/en", "glossaries/new"])
@pytest.mark.parametrize("kind", ["html", "md", "json", "csv", "omegat"])
def test_no_export_goes_among_what_the_next_run_reads(run, with_article, kind, folder):
    project = with_article("50968")
    assert run("translate", "--no-mt").exit_code == 0
    before = sorted(project.rglob("*"))
    result = run("export", kind, "-o", folder)
    assert result.exit_code == 1
    assert "is a folder of the project" in result.stderr
    assert [path for path in sorted(project.rglob("*")) if path.suffix != ".sqlite"] == [
        path for path in before if path.suffix != ".sqlite"
    ]


def test_an_id_is_no_path_and_the_hint_says_what_is(run, with_article):
    with_article("50968")
    result = run("translate", "50968")
    assert result.exit_code == 1
    assert "as in articles/50968.txt" in result.stderr
