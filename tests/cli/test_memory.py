"""The translation memory on the command line, and in `translate`."""

import json
from dataclasses import replace

import pytest

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import origin_of
from bilingual_news.exchange.tmx import read_tmx
from bilingual_news.model import Origin

TEXT = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{title}\n\n{title}\n\n{body}\n\nที่มา : https://www.thaigov.go.th/news/contents/details/{id}\n"
TITLE = "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรีที่ทำเนียบรัฐบาล"
BODY = "กระทรวงสาธารณสุขรายงานว่าพบผู้ป่วยโควิดรายใหม่ 250 รายในพื้นที่จังหวัดเชียงใหม่"


def write(project, name, title, body):
    text = TEXT.format(title=title, body=body, id=name)
    (project / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")


def entries(project, name):
    path = project / f"locales/en/LC_MESSAGES/{name}.po"
    return path, po.read_catalog(path)


@pytest.fixture
def reviewed(project, run):
    write(project, "1", TITLE, BODY)
    assert run("translate", "--no-mt").exit_code == 0
    path, catalog = entries(project, "1")
    texts = {TITLE: "The PM chaired the Cabinet.", BODY: "There were 250 new cases in Chiang Mai."}
    po.write_catalog(
        path, replace(catalog, entries=tuple(replace(e, msgstr=texts[e.msgid]) for e in catalog.entries))
    )
    return project


def test_what_was_reviewed_once_is_offered_again(reviewed, run):
    write(reviewed, "2", TITLE, BODY.replace("250", "318"))
    result = run("translate", "--no-mt")
    assert "2 recalled" in result.stderr
    first, second = entries(reviewed, "2")[1].entries
    assert (first.msgstr, origin_of(first)) == ("The PM chaired the Cabinet.", Origin.REVIEWED)
    assert (second.msgstr, origin_of(second)) == ("There were 318 new cases in Chiang Mai.", Origin.MEMORY)
    assert second.previous[1] == BODY
    assert any("repaired" in note for note in second.notes)


def test_an_ambiguous_translation_is_fuzzy(reviewed, run):
    write(reviewed, "2", TITLE, BODY)
    run("translate", "--no-mt", "--no-memory")
    path, catalog = entries(reviewed, "2")
    po.write_catalog(
        path, replace(catalog, entries=(replace(catalog.entries[0], msgstr="Other."), catalog.entries[1]))
    )
    write(reviewed, "3", TITLE, "อีกเรื่องหนึ่งที่ไม่เกี่ยวข้องกันเลยแม้แต่น้อย")
    run("translate", "--no-mt")
    assert entries(reviewed, "3")[1].entries[0].fuzzy


def test_a_distant_match_is_a_comment(reviewed, run):
    write(reviewed, "2", TITLE[:44] + "ตรวจเยี่ยมประชาชนวันนี้", BODY)
    run("translate", "--no-mt")
    first = entries(reviewed, "2")[1].entries[0]
    assert first.msgstr == ""
    assert any(note.startswith("suggestion 6") and "(memory 1)" in note for note in first.notes)


def test_search_stats_export_and_import(reviewed, run):
    [match] = json.loads(run("memory", "search", "--json", TITLE).stdout)["matches"]
    assert (match["percent"], match["target"]) == (100, "The PM chaired the Cabinet.")
    assert run("memory", "export", "-o", "all.tmx").exit_code == 0
    assert len(read_tmx(reviewed / "all.tmx")) == 2
    assert run("memory", "import", "all.tmx").exit_code == 0
    assert run("memory", "import", "all.tmx").exit_code == 1
    write(reviewed, "2", TITLE, BODY)
    run("translate", "--no-mt", "--no-memory")
    stats = json.loads(run("memory", "stats", "--json").stdout)
    assert (stats["files"], stats["sources"]) == (3, 2)
    assert stats["leverage"]["new"] == 0
    assert stats["leverage"]["101"] + stats["leverage"]["100"] > 0
    status = json.loads(run("status", "--json", "--leverage").stdout)
    assert status["leverage"] == stats["leverage"]
    assert status["total"]["segments"] == 4
    assert "repetitions" in run("status", "--leverage").stdout


def test_the_index_may_be_deleted(reviewed, run):
    run("memory", "stats")
    (reviewed / ".bilingual-news/memory.sqlite").unlink()
    assert "units    2" in run("memory", "stats").stdout


def test_two_files_of_one_name_are_not_imported_over_each_other(reviewed, run):
    for name in ("a", "b"):
        assert run("memory", "export", "-o", f"{name}/all.tmx").exit_code == 0
    result = run("memory", "import", "--force", "a/all.tmx", "b/all.tmx")
    assert (result.exit_code, "two files" in result.stderr) == (1, True)
    assert not (reviewed / "memory").exists()


def test_a_file_in_the_memory_folder_is_replaced_only_by_force(reviewed, run):
    run("memory", "export", "-o", "all.tmx")
    assert run("memory", "import", "all.tmx").exit_code == 0
    content = (reviewed / "all.tmx").read_text(encoding="utf-8").replace("The PM chaired", "He chaired")
    (reviewed / "all.tmx").write_text(content, encoding="utf-8")
    assert run("memory", "import", "all.tmx").exit_code == 1
    assert "He chaired" not in run("memory", "search", TITLE).stdout
    assert run("memory", "import", "--force", "all.tmx").exit_code == 0
    assert "He chaired" in (reviewed / "memory/all.tmx").read_text(encoding="utf-8")


def test_a_search_prints_a_line_a_match(reviewed, run):
    line = run("memory", "search", f"{TITLE}วันนี้").stdout.strip()
    assert line == f"95%\tfuzzy\t1\t{TITLE}\tThe PM chaired the Cabinet."


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_damaged_memory_is_complained_of_once(reviewed, run, jobs):
    for name in ("2", "3"):
        write(reviewed, name, TITLE, BODY)
    (reviewed / "memory").mkdir()
    (reviewed / "memory" / "old.tmx").write_text("<tmx", encoding="utf-8")
    result = run("translate", "--no-mt", "--jobs", jobs)
    assert result.exit_code == 1
    assert result.stderr.count("old.tmx") == 1


def test_a_search_without_a_match_says_so_to_people_and_nothing_to_programs(run):
    result = run("memory", "search", "ถนน", "--threshold", "70")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("\nthe memory holds nothing like it, from 70 per cent up\n")
    assert run("-q", "memory", "search", "ถนน").stderr == ""
    assert json.loads(run("memory", "search", "--json", "ถนน").stdout) == {"matches": []}


def test_a_folder_is_no_memory(run):
    result = run("memory", "import", "/")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "error: /: cannot be read: Is a directory.",
    )
