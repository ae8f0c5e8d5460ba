"""`glossary export|import|extract|find` and the article-wide checks, through the command line."""

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
    assert (result.exit_code, "1 terms were there already" in result.stderr) == (0, True)
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
    assert "confident, 2 times" in result.stdout


def test_extract_leaves_out_what_it_cannot_read(run, terms):
    (terms / "articles" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (terms / "articles" / "two.txt").write_text("", encoding="utf-8")
    result = run("glossary", "extract", "-o", terms / "found.csv")
    assert (result.exit_code, "left out" in result.stderr) == (0, True)
    assert "กรมเอกสารใหม่" in (terms / "found.csv").read_text(encoding="utf-8")


def test_check_finds_an_inconsistent_article(run, terms):
    catalog = terms / "locales" / "one.po"
    entries = ["Ministry of Public Health", "Public Health Ministry", "Ministry of Public Health"]
    catalog.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        + "".join(f'\nmsgid "กระทรวงสาธารณสุข {n}"\nmsgstr "{text} {n}"\n' for n, text in enumerate(entries)),
        encoding="utf-8",
    )
    found = json.loads(run("check", "--json", "--select", "term-inconsistent", catalog).stdout)["findings"]
    assert [(f["check"], f["line"], "own.csv:2" in f["message"]) for f in found] == [
        ("term-inconsistent", 8, True)
    ]
    assert json.loads(run("check", "--json", "--select", "loop", catalog).stdout)["findings"] == []
