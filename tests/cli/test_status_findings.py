"""`status` counts what `check` finds in an article."""

import json

import pytest

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, write_catalog

HEAD = {"X-Article-Date": "2022-01-27"}
GLOSSARY = "source,target,valid_from\nกรมการค้า,Department of Trade,2023-01-01\n"
#: Articles whose findings come from every scope there is, and how many `status` must count.
ARTICLES = {
    "an entry": ((Entry("มี 12 แห่ง", "15 places"),), 1),
    "an entry and an empty one": ((Entry("มี 12 แห่ง", "15 places"), Entry("ข่าว", "")), 1),
    "the whole article": (
        (Entry("ประชุม", "Meeting"), Entry("ประชุม", "Conference", msgctxt="b")),
        1,
    ),
    "a comment that ignores nothing": (
        (Entry("ข่าว", "News", translator_comment="bilingual-news: ignore numbers"),),
        1,
    ),
    "a term out of its time": ((Entry("กรมการค้า", "Department of Trade"),), 1),
    "nothing": ((Entry("ข่าว", "News"),), 0),
}  # fmt: skip


@pytest.fixture
def article(project):
    (project / "glossaries" / "a.csv").write_text(GLOSSARY, encoding="utf-8")

    def write(entries, name="1"):
        folder = project / "locales" / "en" / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        write_catalog(folder / f"{name}.po", Catalog(HEAD, tuple(entries)))

    return write


def counted(run):
    return [row["findings"] for row in json.loads(run("status", "--json").stdout)["articles"]]


def found(run):
    return [f["check"] for f in json.loads(run("check", "--json").stdout)["findings"]]


@pytest.mark.parametrize("name", ARTICLES)
def test_status_counts_what_check_finds_but_for_empty_ones(run, article, name):
    entries, expected = ARTICLES[name]
    article(entries)
    checks = [check for check in found(run) if check != "empty"]
    assert len(checks) == expected
    assert counted(run) == [expected]


def test_status_minds_the_chosen_checks_of_the_project(run, article, project):
    article([Entry("มี 12 แห่ง", "15  places")])
    assert counted(run) == [2]
    for settings, expected in (('ignore = ["double-space"]', 1), ('select = ["loop"]', 0)):
        (project / "bilingual-news.toml").write_text(f"[check]\n{settings}\n")
        assert counted(run) == [expected] == [len(found(run))]


def test_what_only_other_articles_tell_is_left_to_check(run, article, project):
    (project / "glossaries" / "a.csv").write_text(
        "source,target,alternatives,part_of_speech\nกรมการค้า,Department of Trade,Trade Bureau,proper noun\n",
        encoding="utf-8",
    )
    for name, english in (("1", "Department of Trade"), ("2", "Department of Trade"), ("3", "Trade Bureau")):
        article([Entry("กรมการค้า", english)], name)
    assert found(run) == ["term-consistency"]
    assert counted(run) == [0, 0, 0]
