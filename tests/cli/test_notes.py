"""What the checks find is written into the entries: by `translate` and `check --write` alike."""

import re

import pytest

from bilingual_news.catalog.po import read_catalog
from tests.sites import write_article

FIRST = "นายสมชาย ใจดี กล่าวว่า รัฐบาลจะช่วยเหลือเกษตรกร"
SECOND = "นายสมชาย ใจดี เปิดเผยว่า มีผู้เข้าร่วม 12 แห่ง"
THIRD = "นายสมชาย ใจดี ขอบคุณทุกหน่วยงานที่เกี่ยวข้อง"
ENGLISH = {
    FIRST: "Mr. Somchai Jaidee said that the government would help farmers.",
    SECOND: "Mr. Somchai Jaidee said that there were 12 places.",
    THIRD: "Mr. Somchay Jaidee thanked all agencies concerned.",
}
SPELT_TWICE = "check name-consistency: สมชาย is 'Somchay' here and 'Somchai' elsewhere in this article"
TERMS = (
    "source,target,abbreviation,alternatives,part_of_speech,valid_to\n"
    "กองทุนหมู่บ้าน,Village Fund,VF,,proper noun,\n"
    "กระทรวงกลาโหม,Ministry of Defence,,Ministry of Military Affairs,proper noun,\n"
    "ประเทศไทย,Siam,,,proper noun,1939-06-23\n"
)


@pytest.fixture
def path(project, run):
    """The catalog of an article, translated by a person."""
    return typed(project, run, "501", "ข่าวเกษตรกร", ENGLISH)


def typed(project, run, name, title, segments):
    """The catalog of an article, its segments translated by a person."""
    (project / "glossaries" / "terms.csv").write_text(TERMS, encoding="utf-8")
    write_article(project, name, "2024-04-02", title, [(text, "") for text in segments])
    run("translate", "--no-mt")
    found = project / "locales" / "en" / "LC_MESSAGES" / f"{name}.po"
    for thai, english in segments.items():
        put(found, thai, english)
    return found


def put(path, thai, english, comment=""):
    """A person types a translation, and perhaps a comment."""
    text = path.read_text(encoding="utf-8")
    new, count = re.subn(rf'(msgid "{re.escape(thai)}"\nmsgstr )".*"', rf'\1"{english}"', text)
    assert count == 1
    if comment:
        new = re.sub(rf'((?:#[.:,|].*\n)+msgid "{re.escape(thai)}")', rf"{comment}\n\1", new)
    path.write_text(new, encoding="utf-8")


def checks(path):
    """The sources and the notes of all findings, in the order of the file."""
    return [
        (entry.msgid, note)
        for entry in read_catalog(path).entries
        for note in entry.notes
        if note.startswith("check ")
    ]


COMMANDS = {"translate": ("translate", "--no-mt"), "check": ("check", "--write", "--fail-on", "never")}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_only_the_whole_article_shows_is_noted(path, run, command):
    run(*COMMANDS[command])
    assert checks(path) == [(THIRD, SPELT_TWICE)]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_second_time_changes_no_byte(path, run, command):
    run(*COMMANDS[command])
    noted = path.read_bytes()
    run(*COMMANDS[command])
    assert path.read_bytes() == noted


@pytest.mark.parametrize("command", COMMANDS)
def test_a_note_goes_when_another_entry_is_mended(path, run, command):
    run(*COMMANDS[command])
    put(path, FIRST, ENGLISH[FIRST].replace("Somchai", "Somchay"))
    put(path, SECOND, ENGLISH[SECOND].replace("Somchai", "Somchay"))
    run(*COMMANDS[command])
    assert checks(path) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_note_comes_when_another_entry_is_changed(path, run, command):
    put(path, THIRD, ENGLISH[THIRD].replace("Somchay", "Somchai"))
    run(*COMMANDS[command])
    assert checks(path) == []
    put(path, THIRD, ENGLISH[THIRD])
    run(*COMMANDS[command])
    assert checks(path) == [(THIRD, SPELT_TWICE)]


def test_a_suppressed_finding_is_not_noted(path, run):
    put(path, THIRD, ENGLISH[THIRD], comment="# bilingual-news: ignore name-consistency")
    run("translate", "--no-mt")
    assert checks(path) == []


def test_checks_that_the_project_ignores_are_not_noted(path, run, project):
    run("translate", "--no-mt")
    (project / "bilingual-news.toml").write_text('[check]\nignore = ["name-consistency"]\n')
    run("translate", "--no-mt")
    assert checks(path) == []
    (project / "bilingual-news.toml").write_text('[check]\nselect = ["name-consistency"]\n')
    run("translate", "--no-mt")
    assert checks(path) == [(THIRD, SPELT_TWICE)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_unknown_check_in_the_settings_is_an_error_of_translate(path, run, project, jobs):
    (project / "bilingual-news.toml").write_text('[check]\nignore = ["nunbers"]\n')
    result = run("translate", "--no-mt", "--jobs", jobs)
    assert result.exit_code == 1
    assert "no check 'nunbers'" in result.stderr


def test_findings_of_the_article_are_counted(path, run):
    assert "1 finding" in run("translate", "--no-mt").stderr


MORE = {
    "กระทรวงกลาโหมรายงานเรื่องที่หนึ่ง": "The Ministry of Defence reported the first matter.",
    "กระทรวงกลาโหมรายงานเรื่องที่สอง": "The Ministry of Defence reported the second matter.",
    "กระทรวงกลาโหมรายงานเรื่องที่สาม": "The Ministry of Military Affairs reported the third matter.",
    "กองทุนหมู่บ้านให้กู้ 5 แห่ง": "The VF lends to 6 places.",
    "กองทุนหมู่บ้านอยู่ในประเทศไทย": "The Village Fund is in Siam.",
}


def test_both_commands_write_the_same_notes(project, run):
    """Of entries, of the article, of terms out of their time, and of another tool's entry."""
    path = typed(project, run, "502", "ข่าวใหม่", MORE)
    foreign = 'msgctxt "b"\nmsgid "กองทุนหมู่บ้านให้กู้ 5 แห่ง"\nmsgstr "The Village Fund lends to 5 places."\n'
    path.write_text(path.read_text(encoding="utf-8") + "\n" + foreign, encoding="utf-8")
    run("translate", "--no-mt")
    found = sorted(note.split(":")[0].removeprefix("check ") for _, note in checks(path))
    assert found == ["inconsistent", "numbers", "term-abbreviation", "term-consistency", "term-outdated"]
    noted = path.read_bytes()
    run("check", "--write", "--fail-on", "never")
    assert path.read_bytes() == noted
    run("translate", "--no-mt")
    assert path.read_bytes() == noted
