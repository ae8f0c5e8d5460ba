"""`cache`, `--no-cache` and `--jobs`, as a user meets them."""

import json
from pathlib import Path

import pytest

from bilingual_news.catalog.po import read_catalog

pytestmark = pytest.mark.model
ARTICLE = "84477"
LINE = "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรี\n"


def info(run):
    return json.loads(run("cache", "info", "--json").stdout)


def po(project):
    return project / "locales" / "en" / "LC_MESSAGES" / f"{ARTICLE}.po"


def test_translations_are_remembered_and_forgotten(with_article, run):
    with_article(ARTICLE)
    assert info(run)["answers"] == 0
    run("translate")
    assert info(run)["answers"] == 2
    assert "translations  2" in run("cache", "info").stdout
    assert "2 translations forgotten" in run("cache", "clear").stderr
    assert info(run)["answers"] == 0


def test_no_cache_leaves_no_trace_and_gives_the_same_bytes(with_article, run):
    project = with_article(ARTICLE)
    run("translate", "--no-cache")
    first = po(project).read_bytes()
    assert info(run)["answers"] == 0
    po(project).unlink()
    run("translate")
    assert po(project).read_bytes() == first


def test_mt_uses_it_too(run):
    once = run("mt", "--json", input=LINE).stdout
    assert info(run)["answers"] == 1
    assert run("mt", "--json", input=LINE).stdout == once
    assert run("mt", "--json", "--no-cache", input=LINE).stdout == once
    assert info(run)["answers"] == 1


def test_its_place_and_size_can_be_set(project, run, tmp_path, monkeypatch):
    (project / "bilingual-news.toml").write_text(
        'translation_cache = "here"\ntranslation_cache_mb = 3\n', encoding="utf-8"
    )
    assert info(run)["path"] == str(project / "here" / "translations-1.sqlite")
    assert info(run)["limit"] == 3 << 20
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    (project / "bilingual-news.toml").unlink()
    assert info(run)["path"].startswith(str(tmp_path / "xdg" / "bilingual-news"))
    monkeypatch.setenv("BILINGUAL_NEWS_CACHE", str(tmp_path / "own"))
    assert info(run)["path"].startswith(str(tmp_path / "own"))


def test_a_broken_cache_is_a_warning(with_article, run):
    project = with_article(ARTICLE)
    Path(info(run)["path"]).write_bytes(b"broken" * 1000)
    result = run("translate")
    assert result.exit_code == 0
    assert "is broken" in result.stderr
    assert all(entry.msgstr for entry in read_catalog(po(project)).entries)


def test_jobs_write_what_one_process_writes(with_article, run):
    project = with_article(ARTICLE, "38820", "38528")
    run("translate", "--no-mt")
    one = {path.name: path.read_bytes() for path in po(project).parent.iterdir()}
    for path in po(project).parent.iterdir():
        path.unlink()
    result = run("translate", "--no-mt", "--jobs", "2")
    assert result.exit_code == 0
    assert {path.name: path.read_bytes() for path in po(project).parent.iterdir()} == one
    assert "3 unchanged" in run("translate", "--no-mt", "--jobs", "2").stderr


@pytest.mark.parametrize("number", ["auto", "0"])
def test_jobs_may_be_chosen_by_the_machine(with_article, run, number):
    with_article(ARTICLE)
    assert run("translate", "--no-mt", "--jobs", number).exit_code == 0


@pytest.mark.parametrize("number", ["-1", "many", "1.5"])
def test_a_strange_number_of_jobs_is_wrong_usage(with_article, run, number):
    with_article(ARTICLE)
    assert run("translate", "--jobs", number).exit_code == 2


def test_reviewed_memory_is_recalled_in_processes_too(with_article, run):
    project = with_article(ARTICLE)
    run("translate")
    text = po(project).read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    po(project).write_text(text, encoding="utf-8")
    source = project / "articles" / f"{ARTICLE}.txt"
    copy = source.read_text(encoding="utf-8").replace(f"/{ARTICLE}", "/99999")
    (project / "articles" / "copy.txt").write_text(copy, encoding="utf-8")
    result = run("translate", "--jobs", "2")
    assert "2 recalled" in result.stderr
