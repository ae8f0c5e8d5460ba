"""`export` and `serve` from the command line: gates, bad input, languages."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
import urllib.error
import urllib.request

import pytest

from bilingual_news.cli.console import Workspace
from bilingual_news.cli.serve import SiteFiles
from bilingual_news.export.feeds import dumps
from bilingual_news.pipeline.preview import Preview
from tests.sites import BODY, HEADER, po_entry, write_article, write_catalog, write_project


@pytest.fixture
def newsroom(project):
    return write_project(project)


def test_site_has_a_page_and_data_for_every_catalog(newsroom, run):
    result = run("export", "html", "--base-url", "https://news.example")
    assert result.exit_code == 0, result.stderr
    names = {path.name for path in (newsroom / "site").iterdir()}
    assert {f"{n}.{s}" for n in range(100, 105) for s in ("html", "json")} < names
    assert {"index.html", "glossary.html", "feed.xml", "sitemap.xml", "index.json"} < names


def test_require_reviewed_refuses_and_writes_nothing(newsroom, run):
    result = run("export", "html", "--require-reviewed")
    assert result.exit_code == 3
    assert "101: 0 of 5 segments reviewed" in result.stderr
    assert not (newsroom / "site").exists()


def test_require_reviewed_lets_a_reviewed_article_pass(newsroom, run):
    catalog = newsroom / "locales" / "en" / "LC_MESSAGES" / "100.po"
    assert run("export", "html", catalog, "--require-reviewed").exit_code == 0


def test_only_reviewed_leaves_the_others_out(newsroom, run):
    assert run("export", "html", "--only-reviewed").exit_code == 0
    pages = {path.stem for path in (newsroom / "site").glob("1*.html")}
    assert pages == {"100"}


@pytest.mark.parametrize("form", ["json", "md", "docx"])
def test_documents_are_written_one_an_article(newsroom, run, form):
    result = run("export", form, "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert len(list((newsroom / "out").glob(f"1*.{form}"))) == 5


def test_an_article_without_catalog_is_named(newsroom, run):
    write_article(newsroom, "200", "2024-01-01", "ข่าวใหม่ที่ยังไม่มีแคตตาล็อก", BODY)
    result = run("export", "html")
    assert result.exit_code == 0
    assert "200.txt has no catalog; run `bilingual-news translate`" in result.stderr


def test_an_article_that_changed_since_its_translation_is_named(newsroom, run):
    catalog = newsroom / "locales" / "en" / "LC_MESSAGES" / "100.po"
    article = newsroom / "articles" / "100.txt"
    stamp = hashlib.sha256(article.read_bytes()).hexdigest()
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace('"X-Article-Id', f'"X-Source-Hash: sha256:{stamp}\\n"\n"X-Article-Id'))
    assert "the article changed" not in run("export", "html").stderr
    article.write_text(article.read_text(encoding="utf-8").replace("กล่าวว่า", "ไม่ได้กล่าวว่า"), encoding="utf-8")
    result = run("export", "html")
    assert "100: the article changed since it was translated; run `bilingual-news translate`" in result.stderr
    assert run("export", "html", catalog, "--require-reviewed").exit_code == 3


def test_an_article_that_was_moved_is_found_again(newsroom, run):
    """Unchanged text is not translated anew, so that its references still name the old place."""
    archive = newsroom / "articles" / "2024" / "april.txt"
    archive.parent.mkdir()
    article = newsroom / "articles" / "101.txt"
    # A line that stands twice stands once in the catalog: only the article knows.
    archive.write_text(article.read_text(encoding="utf-8").replace("1) ", "1) ก\n1) "), encoding="utf-8")
    article.unlink()
    assert run("export", "json", "-o", "out").exit_code == 0
    page = json.loads((newsroom / "out" / "101.json").read_text(encoding="utf-8"))
    assert "1) ก" in [segment["th"] for segment in page["segments"]]


def test_a_catalog_without_article_is_published_from_itself(newsroom, run):
    (newsroom / "articles" / "101.txt").unlink()
    result = run("export", "html")
    assert result.exit_code == 0
    assert "101: its article is gone; to publish it no longer, remove its catalog" in result.stderr
    assert "100: its article" not in result.stderr
    assert "ASEAN countries would cooperate more" in (newsroom / "site" / "101.html").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ('#~ msgid "เก่า"\n#~ msgstr "old"\n', "no entry to publish"),
        ("what is this\n", "not a valid PO file"),
    ],
    ids=["obsolete only", "damaged"],
)
def test_a_catalog_that_cannot_be_published_does_not_stop_the_others(newsroom, run, entries, message):
    write_catalog(newsroom, "300", entries)
    result = run("export", "html")
    assert result.exit_code == 1
    assert message in result.stderr
    assert "300.po" in result.stderr
    assert (newsroom / "site" / "100.html").exists()


def test_a_catalog_that_is_damaged_for_a_day_keeps_its_page(newsroom, run):
    assert run("export", "html").exit_code == 0
    page = (newsroom / "site" / "100.html").read_bytes()
    write_catalog(newsroom, "100", "what is this\n")
    result = run("export", "html")
    assert result.exit_code == 1
    assert "has no catalog" not in result.stderr
    assert (newsroom / "site" / "100.html").read_bytes() == page
    (newsroom / "locales" / "en" / "LC_MESSAGES" / "100.po").unlink()
    assert "100.txt has no catalog" in run("export", "html").stderr
    assert not (newsroom / "site" / "100.html").exists()


def test_a_site_is_not_replaced_by_nothing(newsroom, run):
    assert run("export", "html").exit_code == 0
    before = sorted(path.name for path in (newsroom / "site").iterdir())
    result = run("export", "html", newsroom / "articles" / "100.txt")
    assert result.exit_code == 1
    assert "not a valid PO file" in result.stderr
    assert sorted(path.name for path in (newsroom / "site").iterdir()) == before


def test_documents_of_other_articles_stay_when_one_is_written(newsroom, run):
    catalogs = newsroom / "locales" / "en" / "LC_MESSAGES"
    for name in ("100", "101"):
        assert run("export", "md", catalogs / f"{name}.po", "-o", "out").exit_code == 0
    assert sorted(path.name for path in (newsroom / "out").glob("*.md")) == ["100.md", "101.md"]
    # One that was asked for and is no longer reviewed goes.
    assert run("export", "md", catalogs / "101.po", "--only-reviewed", "-o", "out").exit_code == 0
    assert [path.name for path in (newsroom / "out").glob("*.md")] == ["100.md"]
    assert run("export", "md", catalogs / "102.po", "-o", "out").exit_code == 0
    assert run("export", "md", "--only-reviewed", "-o", "out").exit_code == 0
    assert [path.name for path in (newsroom / "out").glob("*.md")] == ["100.md"]


def test_two_catalogs_of_one_article_are_not_both_published(newsroom, run):
    copy = newsroom / "other" / "100.po"
    copy.parent.mkdir()
    copy.write_text(
        HEADER.format(id="100", url="", date="") + "\n" + po_entry("ก", "A", reviewed=True), encoding="utf-8"
    )
    result = run("export", "html", newsroom / "locales" / "en" / "LC_MESSAGES" / "100.po", copy)
    assert result.exit_code == 1
    assert "also published from" in result.stderr


def test_a_page_of_somebody_else_is_not_overwritten(newsroom, run):
    site = newsroom / "site"
    site.mkdir()
    (site / "index.html").write_text("<h1>my own</h1>")
    result = run("export", "html")
    assert result.exit_code == 1
    assert "nothing was written" in result.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "news.example", "https://"])
def test_a_base_url_must_be_an_address(newsroom, run, address):
    result = run("export", "html", "--base-url", address)
    assert result.exit_code == 1
    assert "expected http:// or https://" in result.stderr


def test_no_catalogs_make_an_empty_index(project, run):
    assert run("export", "html").exit_code == 0
    assert "No articles yet" in (project / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("--ui-lang", "th"), ("--ui-lang=th",)])
def test_help_and_messages_speak_thai(newsroom, run, arguments):
    assert "เผยแพร่แคตตาล็อก และส่งต่อให้เครื่องมืออื่น" in run(*arguments, "--help").stdout
    assert "ตัวเลือก" in run(*arguments, "export", "html", "--help").stdout
    assert "เผยแพร่ 5 หน้า" in run(*arguments, "export", "html").stderr
    assert '<html lang="th">' in (newsroom / "site" / "index.html").read_text(encoding="utf-8")


def test_the_environment_chooses_the_language_and_is_left_as_it_was(newsroom, run, monkeypatch):
    import os

    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANGUAGE", "th_TH:en")
    assert "ตัวเลือก" in run("export", "--help").stdout
    assert os.environ["LANGUAGE"] == "th_TH:en"
    monkeypatch.delenv("LANGUAGE")
    assert "Options" in run("export", "--help").stdout


def test_errors_are_labelled_in_the_language(newsroom, run):
    result = run("--ui-lang", "th", "export", "html", "--base-url", "x")
    assert "ข้อผิดพลาด" in result.stderr
    assert "คำแนะนำ" in result.stderr


THAI_USAGE = {
    "command of the root": (("nix",), "ไม่มีคำสั่ง 'nix'"),
    "command of a group": (("export", "htm"), "ไม่มีคำสั่ง 'htm' หมายถึง 'html', 'tmx' หรือไม่"),
    "option": (("export", "html", "--nope"), "ไม่มีตัวเลือก '--nope'"),
    "option of the root": (("--nope",), "ไม่มีตัวเลือก '--nope'"),
    "choice": (("check", "--format", "foo"), "'foo' ไม่ใช่ค่าใดใน 'text'"),
    "argument too many": (("doctor", "x"), "มีอาร์กิวเมนต์เกินมา (x)"),
}


@pytest.mark.parametrize(("arguments", "message"), THAI_USAGE.values(), ids=THAI_USAGE)
def test_wrong_usage_is_explained_in_the_language(run, arguments, message):
    result = run("--ui-lang", "th", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "วิธีใช้:" in result.stderr
    assert "Usage" not in result.stderr


#: Places where nobody may write, not even root: the kernel's own file systems, and below a file.
UNWRITABLE = ("/proc/site", "/sys/site", "notes.txt/site")


@pytest.mark.parametrize("target", UNWRITABLE)
@pytest.mark.parametrize("form", ["html", "docx", "md", "json"])
def test_a_target_that_cannot_be_written_is_an_error_with_a_hint(newsroom, run, form, target):
    (newsroom / "notes.txt").write_text("no folder", encoding="utf-8")
    result = run("export", form, "-o", target)
    assert result.exit_code == 1
    assert f"{target}/" in result.stderr
    assert "cannot be written" in result.stderr
    assert "nothing was changed" in result.stderr


class Served:
    """A preview running in a thread."""

    def __init__(self, build, watched):
        self.errors = []
        self.preview = Preview(build, [watched], self.errors.append)
        self._thread = threading.Thread(target=self.preview.run)
        self._thread.start()

    def get(self, path, host=None):
        request = urllib.request.Request(self.preview.address + path, headers={"Host": host} if host else {})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    def close(self):
        self.preview.close()
        self._thread.join()


@pytest.fixture
def served(tmp_path):
    watched = tmp_path / "watched"
    watched.mkdir()
    source = watched / "a.txt"
    source.write_text("one")

    def build():
        text = source.read_text()
        if text == "broken":
            raise ValueError(text)
        return {"index.html": text.encode(), "ข่าว.html": b"thai", "a.json": dumps({}).encode()}

    running = Served(build, watched)
    running.source = source
    yield running
    running.close()


def test_preview_follows_changes_and_survives_errors(served):
    assert served.get("") == "one"
    first = served.get(".changes?since=")
    served.source.write_text("broken")
    served.source.write_text("two, at last")
    assert served.get(f".changes?since={first}") != first
    assert served.get("") == "two, at last"


def test_preview_keeps_the_last_good_site(served):
    served.source.write_text("broken")
    for _ in range(100):
        if served.errors:
            break
        threading.Event().wait(0.1)
    assert [str(error) for error in served.errors] == ["broken"]
    assert served.get("") == "one"


def test_preview_is_bound_to_this_machine(served):
    assert served.preview.server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("", "evil.example", 403),
        ("none.html", None, 404),
        ("../watched/a.txt", None, 404),
        ("%2e%2e/a.txt", None, 404),
    ],
)
def test_preview_gives_nothing_else_away(served, path, host, status):
    with pytest.raises(urllib.error.HTTPError) as caught:
        served.get(path, host)
    assert caught.value.code == status
    caught.value.close()


def test_preview_serves_names_in_thai(served):
    assert served.get("%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7.html") == "thai"


def test_preview_keeps_the_page_of_a_catalog_that_is_broken_meanwhile(newsroom, capsys):
    catalog = newsroom / "locales" / "en" / "LC_MESSAGES" / "101.po"
    good = catalog.read_text(encoding="utf-8")
    build = SiteFiles(Workspace(newsroom))
    before = build()
    catalog.write_text("half", encoding="utf-8")
    assert dict(build()) == dict(before)
    assert "101.po:1: not a valid PO file" in capsys.readouterr().err
    catalog.write_text(good.replace("Government launches", "Cabinet launches"), encoding="utf-8")
    assert "Cabinet launches" in build()["101.html"].decode()
    catalog.unlink()
    assert "101.html" not in build()


def test_serve_says_when_the_port_is_taken(newsroom, run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("serve", "--port", taken.getsockname()[1])
    assert result.exit_code == 1
    assert "Choose another with --port" in result.stderr


def test_structured_articles_go_all_the_way(project, run):
    """Markdown in, catalog by `translate`, and the same structure in page, Word and Markdown."""
    import shutil

    from tests.conftest import ROOT

    shutil.copy(ROOT / "tests" / "data" / "sources" / "article.md", project / "articles")
    assert run("translate", "--no-mt").exit_code == 0
    catalog = (project / "locales/en/LC_MESSAGES/article.po").read_text(encoding="utf-8")
    assert "**" not in catalog
    assert "asean.org" not in catalog
    assert run("export", "html").exit_code == 0
    page = (project / "site" / "article.html").read_text(encoding="utf-8")
    for part in (
        "<ol class=",
        "<ul class=",
        "<table>",
        "<strong>ประเทศต่าง\u00a0ๆ</strong>",
        '<a href="https://asean.org/digital"',
    ):
        assert part in page
    assert run("export", "json").exit_code == 0
    data = json.loads((project / "export" / "article.json").read_text(encoding="utf-8"))
    assert [s["cell"] for s in data["segments"] if s["kind"] == "cell"] == [[0, 0], [0, 1], [1, 0], [1, 1]]


@pytest.mark.parametrize("form", ["html", "json"])
def test_a_wrong_folder_of_catalogs_does_not_empty_a_site(newsroom, run, form):
    run("export", form, "-o", "out")
    before = {path.name: path.read_bytes() for path in (newsroom / "out").iterdir()}
    (newsroom / "bilingual-news.toml").write_text('locales = "localse"', encoding="utf-8")
    result = run("export", form, "-o", "out", "--require-reviewed")
    assert (result.exit_code, "no such folder of catalogs" in result.stderr) == (1, True)
    assert {path.name: path.read_bytes() for path in (newsroom / "out").iterdir()} == before


def test_an_empty_site_can_be_made_twice(project, run):
    assert [run("export", "html").exit_code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("form", ["xliff", "omegat"])
def test_nothing_is_not_handed_to_other_tools(project, run, form):
    result = run("export", form)
    assert (result.exit_code, "translate" in result.stderr) == (1, True)
    assert not (project / "exchange").exists()


def test_status_of_nothing_says_so(project, run):
    assert "no such folder of catalogs" in run("status").stderr
    assert "no such folder of catalogs" not in run("-q", "status").stderr


WRONG_USAGE = {
    "check --jobs x": "'x' ไม่ใช่ตัวเลขและไม่ใช่ auto",
    "check --jobs 9999": "9999 ไม่อยู่ในช่วง 0<=x<=256",
    "check --select nmes": "ไม่มีการตรวจ 'nmes'",
    "mt --date 27/1/2022": "'27/1/2022' ไม่ตรงกับรูปแบบ '%Y-%m-%d'",
}


@pytest.mark.parametrize(("command", "words"), WRONG_USAGE.items(), ids=list(WRONG_USAGE))
def test_wrong_usage_is_told_in_thai(run, command, words):
    result = run("--ui-lang", "th", *command.split())
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr
