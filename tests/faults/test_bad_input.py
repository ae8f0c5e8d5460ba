"""Bad input and bad luck: a clear message, the right exit code, nothing lost or half-written."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bilingual_news import cli
from bilingual_news.catalog.po import read_catalog
from bilingual_news.config import Settings
from bilingual_news.files import home

BODY = "นายกรัฐมนตรีกล่าวว่า รัฐบาลพร้อมช่วยเหลือประชาชน"


@pytest.fixture
def article(project):
    def write(content, name="news.txt"):
        path = project / "articles" / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def catalog(project, name="news"):
    return project / "locales" / "en" / "LC_MESSAGES" / f"{name}.po"


def fails(result, *words, code=1):
    assert result.exit_code == code
    assert "Traceback" not in result.output
    for word in words:
        assert word in result.stderr


def test_a_missing_article(run):
    fails(run("translate", "none.txt"), "none.txt: no such article", "hint: Check the path")


def test_no_articles_folder(project, run):
    (project / "articles").rmdir()
    fails(run("translate"), "no such folder of articles")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the article is empty"),
        (b"\x7fELF\x00\x01", "binary data: byte 0x00 at offset 4"),
        (BODY.encode() + b"\xff" + BODY.encode(), f"at offset {len(BODY.encode())} is not UTF-8"),
        ("รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-พาดหัว\n", "a headline but no body"),
        ("The cabinet met on October 3.\n\nIt approved the plan.", "not in Thai"),
    ],
    ids=["empty", "binary", "undecodable", "no body", "English"],
)
def test_a_bad_article_is_reported_and_the_others_are_processed(project, run, article, content, message):
    article(content, "bad.txt")
    article(BODY, "good.txt")
    fails(run("translate", "--no-mt"), message, "bad.txt", "1 written, 1 failed")
    assert catalog(project, "good").exists()
    assert not catalog(project, "bad").exists()


def unreadable(monkeypatch, path):
    """Let the system refuse a file or folder: root may read anything, so its answer is given by hand."""

    def refused(inside):
        return inside in (path, str(path)) or path in getattr(inside, "parents", Path(str(inside)).parents)

    def refusing(real, *, itself):
        def call(asked, *rest, **options):
            if refused(asked) and (itself or Path(asked) != path):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(asked))
            return real(asked, *rest, **options)

        return call

    monkeypatch.setattr(type(path), "open", refusing(type(path).open, itself=True))
    monkeypatch.setattr(os, "scandir", refusing(os.scandir, itself=True))
    monkeypatch.setattr(os, "stat", refusing(os.stat, itself=False))


def test_an_unreadable_article(project, run, article, monkeypatch):
    unreadable(monkeypatch, article(BODY))
    fails(run("translate", "--no-mt"), "cannot be read: Permission denied")


UNREADABLE_FOLDERS = {
    "articles": ("translate", "glossary extract"),
    "articles/2022": ("translate", "glossary extract"),
    "glossaries": ("translate", "check", "status", "export html", "glossary lint", "glossary export"),
    "locales/en/LC_MESSAGES": ("translate", "check", "status", "export html", "memory stats", "export tmx"),
    "memory": ("memory stats", "memory search ก"),
}


@pytest.mark.parametrize(
    ("folder", "command"), [(folder, c) for folder, commands in UNREADABLE_FOLDERS.items() for c in commands]
)
def test_an_unreadable_folder_is_not_an_empty_one(project, run, article, monkeypatch, *, folder, command):
    article(BODY)
    assert run("translate", "--no-mt").exit_code == 0
    written = catalog(project).read_bytes()
    (project / folder).mkdir(exist_ok=True)
    unreadable(monkeypatch, project / folder)
    fails(
        run(*command.split()), folder, "cannot be read: Permission denied", "Check the path and permissions"
    )
    monkeypatch.undo()
    assert catalog(project).read_bytes() == written


def test_the_doctor_names_a_folder_that_cannot_be_read(project, run, monkeypatch):
    unreadable(monkeypatch, project / "locales")
    result = run("doctor")
    [line] = [line for line in result.stdout.splitlines() if "catalogs:" in line]
    assert ("missing" in line, "cannot be read: Permission denied" in line, result.exit_code) == (
        True,
        True,
        1,
    )


@pytest.mark.parametrize("command", ["translate", "check", "glossary lint"])
def test_a_termbase_that_is_a_file(project, run, article, command):
    article(BODY)
    (project / "bilingual-news.toml").write_text('glossaries = "articles/news.txt"', encoding="utf-8")
    fails(run(*command.split()), "articles/news.txt: cannot be read: Not a directory")


def test_a_lint_of_no_folder_is_not_clean(project, run):
    (project / "glossaries").rmdir()
    fails(run("glossary", "lint"), "glossaries: no such folder of glossaries")


def test_libraries_that_insist_on_a_home_get_one(monkeypatch):
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("PYTHAINLP_READ_MODE", raising=False)
    monkeypatch.setenv("PYTHAINLP_READ_ONLY", "0")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    cli._do_without_a_home()
    assert (os.environ["HOME"], os.environ["PYTHAINLP_READ_ONLY"]) == ("/", "0")


@pytest.mark.parametrize("command", ["check", "status", "export html", "translate", "glossary extract"])
def test_a_named_folder_without_what_is_wanted(project, run, command):
    """A gate that is pointed at the wrong place must not pass."""
    what = "article" if command in {"translate", "glossary extract"} else "PO file"
    fails(run(*command.split(), "locales"), f"locales: holds no {what}.", "Check the path")


@pytest.mark.parametrize("epoch", ["soon", "1e9", "99999999999999", "9" * 30])
def test_a_time_of_builds_that_is_none(run, article, monkeypatch, epoch):
    article(BODY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    fails(run("translate", "--no-mt"), f"SOURCE_DATE_EPOCH is '{epoch}', expected seconds since 1970")


def test_a_home_that_is_missing_and_stays_so(project, article):
    article(BODY)
    folder = project / "home"
    command = [
        sys.executable,
        "-m",
        "bilingual_news",
        "-C",
        str(project),
        "segment",
        "--json",
        "articles/news.txt",
    ]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"HOME": str(folder)})
    assert (done.returncode, b'"words"' in done.stdout, folder.exists()) == (0, True, False)


def test_a_user_without_home(run, article, monkeypatch):
    """Of users that a container makes up neither the environment nor the system knows a home."""
    article(BODY)
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert home(os.environ) == Path("/")
    assert run("model", "list").exit_code == 0
    assert Settings(Path()).translation_cache_dir(os.environ) == Path("/.cache/bilingual-news")


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b.txt", "a\udcff.txt"], ids=ascii)
def test_a_name_that_no_catalog_can_hold(project, run, article, name):
    article(BODY, name)
    article(BODY, "ข่าว ใหม่ (1).txt")
    fails(run("translate", "--no-mt"), "can be written into a catalog", "Rename it", "1 written, 1 failed")
    assert catalog(project, "ข่าว-ใหม่-1").exists()


def test_json_names_a_file_whose_name_is_no_text(project, article):
    article(BODY, "a\udcff.txt")
    command = [sys.executable, "-m", "bilingual_news", "-C", str(project), "translate", "--no-mt", "--json"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert json.loads(done.stdout)["articles"][0]["error"]["path"].endswith("a\udcff.txt")


def test_files_whose_suffix_is_in_capitals_are_read(project, run, article):
    article(BODY, "NEWS.TXT")
    (project / "glossaries" / "TERMS.CSV").write_text(
        "source,target\nรัฐบาล,the Government\n", encoding="utf-8"
    )
    assert run("translate", "--no-mt").exit_code == 0
    assert "term: รัฐบาล → the Government" in catalog(project).read_text(encoding="utf-8")


def test_two_articles_with_one_id_are_both_refused(project, run, article):
    article(BODY, "news.txt")
    (project / "articles" / "sub").mkdir()
    article(BODY, "sub/News.txt")
    fails(run("translate", "--no-mt"), "article id news is also claimed by", "none was processed")
    assert not catalog(project).exists()


def test_a_broken_catalog_is_named_by_line_and_not_touched(project, run, article):
    article(BODY)
    run("translate", "--no-mt")
    broken = catalog(project).read_text(encoding="utf-8").replace('msgstr ""\n', 'msgstr "x\n', 2)
    catalog(project).write_text(broken, encoding="utf-8")
    fails(run("translate", "--no-mt"), "news.po:", "not a valid PO file", "not touched")
    assert catalog(project).read_text(encoding="utf-8") == broken


def test_a_catalog_of_another_article_is_not_touched(project, run, article):
    article(BODY)
    article(BODY + " วันนี้", "other.txt")
    run("translate", "--no-mt")
    foreign = catalog(project, "other").read_bytes()
    catalog(project).write_bytes(foreign)
    fails(run("translate", "--no-mt"), "belongs to other, expected article news")
    assert catalog(project).read_bytes() == foreign


def test_a_catalog_of_another_tool_about_something_else_is_not_touched(project, run, article):
    article(BODY)
    catalog(project).parent.mkdir(parents=True)
    foreign = 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "เมนู"\nmsgstr "Menu"\n'
    catalog(project).write_text(foreign, encoding="utf-8")
    fails(run("translate", "--no-mt"), "belongs to another article")
    assert catalog(project).read_text(encoding="utf-8") == foreign


def test_a_malformed_glossary_row(project, run, article):
    article(BODY)
    (project / "glossaries" / "x.csv").write_text("source,target\nอาเซียน\n", encoding="utf-8")
    fails(run("translate", "--no-mt"), "x.csv:2: 1 field, expected 2", "glossary lint")


def test_no_model(project, run, article, tmp_path):
    article(BODY)
    fails(run("translate", "--model", tmp_path / "none"), "is not an Argos package")
    assert not catalog(project).exists()


def test_an_unknown_setting(project, run, article):
    article(BODY)
    (project / "bilingual-news.toml").write_text('artikles = "x"\n', encoding="utf-8")
    fails(run("translate"), "unknown setting 'artikles'; known are articles, beam, check")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("\narticles = ]", ":2: cannot be read as TOML"),
        ("articles = [", "cannot be read as TOML"),
        (f"beam = {'9' * 5000}", "cannot be read as TOML"),
        (f"beam = {'[' * 5000}", "cannot be read as TOML"),
        ("articles = 1", "must be of type str"),
        ("beam = 0", "bilingual-news.toml:1: setting 'beam' must be from 1 to 64, not 0"),
        ("# Wide.\nbeam = 1000000000", ":2: setting 'beam' must be from 1 to 64, not 1000000000"),
        ("chunk-length = 39", ":1: setting 'chunk-length' must be from 40 to 2000, not 39"),
        ("chunk_length = 9999999", ":1: setting 'chunk_length' must be from 40 to 2000, not 9999999"),
        (
            "translation_cache_mb = 99999999999999999999",
            ":1: setting 'translation_cache_mb' must be from 1 to",
        ),
        ("beam = true", "must be of type int"),
        ('"beam" = -1', ":1: setting 'beam' must be from 1 to 64"),
        ("articles = 'a'\n[check]\n fail-on = 'now'", ":3: setting 'check.fail-on' must be one of"),
        ("\ncheck = {ignor = []}", ":2: unknown setting 'check.ignor'"),
        ("\ncheck.ignor = []", ":2: unknown setting 'check.ignor'"),
        ("[check]\nbeam = 1\n", ":2: unknown setting 'check.beam'"),
        ("\n[[beam]]", "toml: setting 'beam' must be of type int"),
        ('project = "a\\nb"', "must be a text of one line"),
        ('locales = "a\\u0000b"', "must be a text of one line"),
        ('articles = ""', ":1: setting 'articles' must name a folder, not ''"),
        ('memory = " "', ":1: setting 'memory' must name a folder, not ' '"),
        ('target_language = "../../x"', "must be a language code such as en or en_GB"),
        ('target_language = ""', "must be a language code such as en or en_GB"),
        ('site-url = "http://a"\nsite_url = "http://b"', "is given twice, with - and with _"),
    ],
)
def test_bad_settings(project, run, content, message):
    (project / "bilingual-news.toml").write_text(content, encoding="utf-8")
    fails(run("status"), "bilingual-news.toml", message)


def test_a_setting_of_a_pyproject_is_told_with_its_line(project, run):
    text = (
        "[tool.other]\nbeam = 99\n[tool.bilingual-news]\nbeam = 99\n[tool.bilingual-news.check]\nselect = 3\n"
    )
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    fails(run("status"), "pyproject.toml:6: setting 'check.select' must be a list")
    (project / "pyproject.toml").write_text(
        text.partition("[tool.bilingual-news.check]")[0], encoding="utf-8"
    )
    fails(run("status"), "pyproject.toml:4: setting 'beam' must be from 1 to 64, not 99")


OUT_OF_RANGE = {
    "translate --jobs 257": "257 is not in the range 0<=x<=256",
    "check --jobs 99999999999": "99999999999 is not in the range 0<=x<=256",
    f"check --jobs {'9' * 5000}": "is not in the range 0<=x<=256",
    "check --jobs -1": "'-1' is neither a number nor auto",
    "memory search --limit 1001 ก": "1001 is not in the range 1<=x<=1000",
    "memory search --threshold 101 ก": "101 is not in the range 1<=x<=100",
    "serve --port 65536": "65536 is not in the range 0<=x<=65535",
}


@pytest.mark.parametrize("command", OUT_OF_RANGE)
def test_numbers_of_options_have_bounds(run, command):
    fails(run(*command.split()), OUT_OF_RANGE[command], command.split()[-3 if "ก" in command else -2], code=2)


@pytest.mark.parametrize("content", ["tool = 3", "[tool]\nbilingual-news = 3"])
def test_a_pyproject_whose_table_is_none(project, run, content):
    (project / "pyproject.toml").write_text(content, encoding="utf-8")
    fails(run("status"), "pyproject.toml: [tool.bilingual-news] must be a table")


def test_settings_that_windows_saved(project, run, article):
    (project / "bilingual-news.toml").write_bytes(b'\xef\xbb\xbfarticles = "news"\r\n')
    fails(run("translate"), "news: no such folder of articles")


@pytest.mark.parametrize("name", ["bilingual-news.toml", "segmentation.toml"])
def test_an_unreadable_toml_file(project, run, article, monkeypatch, name):
    article(BODY)
    (project / name).touch()
    unreadable(monkeypatch, project / name)
    fails(run("translate", "--no-mt"), f"{name}: cannot be read: Permission denied.", "Check the path")


def test_unreadable_srx(project, run):
    fails(run("rules", "import", "none.srx"), "none.srx: cannot be read: No such file or directory.")


def test_a_place_that_cannot_be_written(project, run, article):
    article(BODY)
    (project / "locales").rmdir()
    (project / "locales").write_text("a file where the folder should be", encoding="utf-8")
    for command in ("translate", "check", "status"):
        fails(run(command), "locales/en/LC_MESSAGES: cannot be read: Not a directory")


def test_a_read_only_file_system(project, run, article, monkeypatch):
    article(BODY)

    def refuse(*_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    # Root may write into any folder; a file system mounted read-only answers even root so.
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    fails(run("translate", "--no-mt"), "news.po: cannot be written: Read-only file system")
    assert not catalog(project).exists()


@pytest.mark.parametrize("step", ["write", "fsync"])
def test_a_full_disk_leaves_the_old_catalog_whole(project, run, article, monkeypatch, step):
    path = article(BODY)
    run("translate", "--no-mt")
    before = catalog(project).read_bytes()
    path.write_text(BODY + " ทั้งนี้ ประชาชนติดต่อได้ทุกวัน", encoding="utf-8")

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        real = os.fdopen

        def opened(*arguments):
            file = real(*arguments)
            return type(
                "Full", (), {"__enter__": lambda s: s, "__exit__": lambda *_: file.close(), "write": full}
            )()

        monkeypatch.setattr(os, "fdopen", opened)
    fails(run("translate", "--no-mt"), "No space left on device", "nothing was changed")
    assert catalog(project).read_bytes() == before
    assert not list(catalog(project).parent.glob("*.tmp"))
    assert not list(catalog(project).parent.glob(".*"))


@pytest.mark.model
def test_an_interruption_keeps_finished_articles_and_exits_with_130(with_article, tmp_path):
    project = with_article("84477", "69221")
    # The short article is finished in a group of its own only when its group is full: name it first.
    (project / "articles" / "69221.txt").rename(project / "articles" / "z.txt")
    command = [sys.executable, "-m", "bilingual_news", "-C", str(project), "translate"]
    short = [*command, str(project / "articles" / "84477.txt")]
    assert subprocess.run(short, capture_output=True, check=False).returncode == 0
    finished = catalog(project, "84477").read_bytes()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr.readline().startswith("model ")
    time.sleep(0.5)
    # The first waits for the batch that the decoder works on, the second ends that.
    process.send_signal(signal.SIGINT)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, messages = process.communicate(timeout=120)
    assert messages == "interrupted; finished articles are written, the others are as they were\n"
    assert process.returncode == 130
    assert catalog(project, "84477").read_bytes() == finished
    assert not catalog(project, "69221").exists()
    assert not list(catalog(project).parent.glob(".*"))


def test_bad_bytes_on_stdin(run):
    result = run("mt", input="ข่าว\n".encode() + b"\xff\n")
    fails(result, "<stdin>:2", "is not UTF-8")


def test_an_empty_stdin(run):
    result = run("mt", input=b"")
    assert (result.exit_code, result.stdout) == (0, "")


def test_reading_a_catalog_never_writes_it(project, run, article):
    article(BODY)
    run("translate", "--no-mt")
    before = catalog(project).stat().st_mtime_ns
    for command in (["check"], ["status"], ["export", "html", "-o", "out"]):
        run(*command)
    assert catalog(project).stat().st_mtime_ns == before
    assert read_catalog(catalog(project)).entries
