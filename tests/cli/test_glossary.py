"""`glossary export|import|extract|find` and the article-wide checks, through the command line."""

import csv
import json

import pytest

TERMS = "source,target,abbreviation,alternatives,part_of_speech\n"
ROW = "กระทรวงสาธารณสุข,Ministry of Public Health,MOPH,Public Health Ministry,proper noun\n"
ARTICLE = (
    "ข่าวใหม่ของวันนี้\n\n"
    "ประชุมกันที่ กรมเอกสารใหม่ (Department of New Papers: DNP) วันนี้ และไปต่อที่อื่น\n"
    "ต่อมา กรมเอกสารใหม่ (Department of New Papers) แถลงข่าวต่อประชาชนทั่วไป\n"
)


@pytest.fixture
def terms(project):
    (project / "glossaries" / "own.csv").write_text(TERMS + ROW, encoding="utf-8")
    return project


@pytest.mark.parametrize("form", ["tbx", "csv"])
def test_what_is_exported_can_be_imported(run, terms, form):
    assert run("glossary", "export", "--format", form, "-o", terms / f"out.{form}").exit_code == 0
    (terms / "glossaries" / "own.csv").unlink()
    assert run("glossary", "import", terms / f"out.{form}", "--name", "back").exit_code == 0
    hits = json.loads(run("glossary", "find", "--json", "กระทรวงสาธารณสุขแถลง").stdout)["terms"]
    assert [(hit["target"], hit["start"], hit["end"]) for hit in hits] == [
        ("Ministry of Public Health", 0, 16)
    ]
    assert hits[0]["file"].endswith("back.csv")


def test_export_to_stdout(run, terms):
    assert "Ministry of Public Health" in run("glossary", "export").stdout


def test_known_terms_are_not_imported_again(run, terms):
    run("glossary", "export", "-o", terms / "out.tbx")
    result = run("glossary", "import", terms / "out.tbx")
    assert (result.exit_code, "1 term was there already" in result.stderr) == (0, True)
    assert [path.name for path in (terms / "glossaries").iterdir()] == ["own.csv"]


def test_an_import_never_overwrites_a_file(run, terms):
    (terms / "own.csv").write_text(TERMS + "อาเซียน,ASEAN,,,\n", encoding="utf-8")
    result = run("glossary", "import", terms / "own.csv")
    assert (result.exit_code, "exists already" in result.stderr) == (1, True)
    assert (terms / "glossaries" / "own.csv").read_text(encoding="utf-8") == TERMS + ROW


def test_a_faulty_row_stops_an_import(run, terms):
    (terms / "new.csv").write_text(TERMS + "อาเซียน,,,,\n", encoding="utf-8")
    result = run("glossary", "import", terms / "new.csv")
    assert (result.exit_code, "new.csv:2" in result.stderr) == (1, True)
    assert not (terms / "glossaries" / "new.csv").exists()


def test_extract_proposes_what_articles_introduce(run, terms):
    (terms / "articles" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    result = run("glossary", "extract", "--confident")
    assert result.exit_code == 0
    assert "กรมเอกสารใหม่,Department of New Papers,DNP" in result.stdout
    [row] = [row for row in csv.DictReader(result.stdout.splitlines()) if row["target"]]
    assert (row["kind"], row["frequency"]) == ("pair", "2")
    assert float(row["confidence"]) >= 0.6
    assert "|กรมเอกสารใหม่ (Department of New Papers)" in row["contexts"]


def test_a_proposed_row_is_ready_to_paste(run, terms):
    (terms / "articles" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    run("glossary", "extract", "--confident", "-o", terms / "glossaries" / "new.csv")
    assert run("glossary", "lint").exit_code == 0
    assert "new.csv:2" in run("glossary", "find", "กรมเอกสารใหม่แถลง").stdout


def test_extract_leaves_out_what_it_cannot_read(run, terms):
    (terms / "articles" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (terms / "articles" / "two.txt").write_text("", encoding="utf-8")
    result = run("glossary", "extract", "-o", terms / "found.csv")
    assert (result.exit_code, "left out" in result.stderr) == (0, True)
    assert "กรมเอกสารใหม่" in (terms / "found.csv").read_text(encoding="utf-8")


def catalog(folder, name, english, day):
    path = folder / "locales" / f"{name}.po"
    path.write_text(
        f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Article-Date: {day}\\n"\n'
        f'\nmsgid "กระทรวงสาธารณสุข"\nmsgstr "{english}"\n',
        encoding="utf-8",
    )
    return path


def found(run, check, *paths):
    result = run("check", "--json", "--select", check, *paths)
    assert result.stdout, result.stderr
    findings = json.loads(result.stdout)["findings"]
    return [(f["file"].rpartition("/")[2], f["line"], "own.csv:2" in f["message"]) for f in findings]


def test_check_finds_a_term_that_articles_render_differently(run, terms):
    names = ["Ministry of Public Health", "Public Health Ministry", "Ministry of Public Health"]
    paths = [catalog(terms, f"a{n}", name, "2022-01-01") for n, name in enumerate(names)]
    assert found(run, "term-consistency", *paths) == [("a1.po", 6, True)]
    assert found(run, "term-consistency", paths[0], paths[2]) == []
    assert found(run, "loop", *paths) == []


def test_check_finds_a_term_out_of_its_time(run, terms):
    (terms / "glossaries" / "own.csv").write_text(
        "source,target,valid_to\nกระทรวงสาธารณสุข,Ministry of Public Health,2020-01-01\n", encoding="utf-8"
    )
    late = catalog(terms, "late", "Ministry of Public Health", "2022-01-01")
    early = catalog(terms, "early", "Ministry of Public Health", "2019-01-01")
    assert found(run, "term-outdated", late, early) == [("late.po", 6, True)]


def test_an_import_tells_what_it_leaves_out_though_it_says_more(run, terms):
    changed = ROW.replace("Public Health Ministry", "Health Ministry")
    (terms / "edited.csv").write_text(TERMS + changed, encoding="utf-8")
    result = run("glossary", "import", terms / "edited.csv")
    assert "left out: กระทรวงสาธารณสุข has another alternatives than in" in result.stderr
    assert "own.csv:2" in result.stderr
    assert (terms / "glossaries" / "own.csv").read_text(encoding="utf-8") == TERMS + ROW


@pytest.mark.parametrize("form", ["tbx", "csv"])
def test_an_import_is_silent_about_terms_that_are_the_same(run, terms, form):
    run("glossary", "export", "--format", form, "-o", terms / f"out.{form}")
    assert "left out" not in run("glossary", "import", terms / f"out.{form}").stderr


def test_a_search_without_a_hit_says_so(run, terms):
    (terms / "articles" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    assert "a file of that name there is not" in run("glossary", "find", "articles/on.txt").stderr
    assert "stands in the article" in run("glossary", "find", "articles/one.txt").stderr
    assert run("glossary", "find", "กระทรวงสาธารณสุข").stderr == ""


def test_lint_looks_at_the_other_files_too(run, terms):
    (terms / "glossaries" / "a.csv").write_bytes("source,target\nก,x\n".encode("cp874"))
    (terms / "glossaries" / "b.csv").write_text("source,target\nกระทรวง,\n", encoding="utf-8")
    (terms / "glossaries" / "c.csv").write_text("source;target\n", encoding="utf-8")
    result = run("glossary", "lint")
    assert (result.exit_code, "b.csv:2: error empty-target" in result.stdout) == (1, True)
    assert "a.csv:2: byte 0xa1 at offset 14 is not UTF-8" in result.stderr
    assert "c.csv:1: the columns are separated by ';'" in result.stderr
    summary = json.loads(run("glossary", "lint", "--json").stdout)
    assert [error["line"] for error in summary["errors"]] == [2, 1]
    assert [problem["rule"] for problem in summary["problems"]] == ["empty-target"]


def test_a_folder_of_terms_that_the_settings_name_must_be_there(run, terms):
    catalog(terms, "a", "Ministry of Public Health", "2022-01-01")
    (terms / "bilingual-news.toml").write_text('glossaries = "glosaries"', encoding="utf-8")
    for command in (["translate"], ["check"], ["glossary", "find", "ก"], ["doctor"], ["serve"]):
        result = run(*command)
        assert (result.exit_code, "no such folder of glossaries" in result.output) == (1, True), command


def test_a_project_need_not_have_terms(run, project):
    (project / "glossaries").rmdir()
    assert run("glossary", "find", "กระทรวง").exit_code == 0
    assert "optional  glossaries: no folder" in run("doctor").stdout


def test_how_many_rows_are_faulty_is_told(run, terms):
    (terms / "glossaries" / "b.csv").write_text("source,target\nก,\nข,\n", encoding="utf-8")
    result = run("glossary", "find", "ก")
    assert "b.csv:2: the English of ก is empty." in result.stderr
    assert "2 in all; `bilingual-news glossary lint` names them" in result.stderr
    thai = run("--ui-lang", "th", "glossary", "find", "ก").stderr
    assert "คำอังกฤษของ ก ว่างเปล่า" in thai


def test_every_faulty_cell_of_a_row_is_told(run, terms):
    row = "source,target,case_sensitive,valid_from,valid_to,priority\nสีหน้า,face,maybe,01/02/2020,2565,high\n"
    (terms / "glossaries" / "b.csv").write_text(row, encoding="utf-8")
    lines = run("glossary", "lint").stdout.splitlines()
    assert [line.split(": error value: ")[1].split(" is ")[0] for line in lines] == [
        "case_sensitive",
        "valid_from",
        "valid_to",
        "priority",
    ]
    assert "Mend this row and others" not in run("glossary", "find", "ก").stderr
