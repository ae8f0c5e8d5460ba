"""Rows of `status` are remembered, and never when anything they depend on has changed."""

import json

import pytest

from bilingual_news.config import Settings
from bilingual_news.errors import CatalogError
from bilingual_news.pipeline.standing import Progress, Standings, find_catalogs
from tests.sites import write_project

ROW = Progress("100", 5, 80, 0, 1, 2, 3, 4, 5)


@pytest.fixture
def site(project):
    return Settings(write_project(project))


def counted(settings, row=ROW):
    """How often a catalog was counted, and the rows, over all catalogs of the project."""
    asked = []

    def count(path):
        asked.append(path.name)
        return row

    standings = Standings(settings)
    rows = [standings.of(path, count) for path in find_catalogs(settings)]
    standings.save()
    return len(asked), rows


def test_an_unchanged_catalog_is_counted_once(site):
    assert counted(site) == (5, [ROW] * 5)
    assert counted(site) == (0, [ROW] * 5)


def test_a_changed_catalog_is_counted_again(site):
    counted(site)
    path = find_catalogs(site)[0]
    path.write_bytes(path.read_bytes() + b"\n")
    assert counted(site)[0] == 1


def test_a_changed_glossary_counts_all_again(site):
    counted(site)
    with (site.glossaries_dir / "terms.csv").open("a", encoding="utf-8") as file:
        file.write("รัฐบาล,government,,,,,\n")
    assert counted(site)[0] == 5


def test_a_changed_program_counts_all_again(site, monkeypatch):
    counted(site)
    monkeypatch.setattr("bilingual_news.pipeline.stamp._PACKAGE", site.root)
    assert counted(site)[0] == 5


@pytest.mark.parametrize("content", ["", "[]", "{}", "null", '{"stamp": 1, "rows": 2}'])
def test_a_broken_file_is_made_anew(site, content):
    (site.cache_dir / "status.json").parent.mkdir(exist_ok=True)
    (site.cache_dir / "status.json").write_text(content, encoding="utf-8")
    assert counted(site)[0] == 5
    assert counted(site)[0] == 0


def test_rows_of_catalogs_that_are_gone_are_forgotten(site):
    counted(site)
    first, second = find_catalogs(site)[:2]
    first.unlink()
    second.write_bytes(second.read_bytes() + b"\n")
    counted(site)
    rows = json.loads((site.cache_dir / "status.json").read_bytes())["rows"]
    assert str(first.resolve()) not in rows
    assert len(rows) == 4


def test_without_a_place_for_it_everything_is_counted(site):
    site.cache_dir.write_text("in the way", encoding="utf-8")
    assert counted(site)[0] == counted(site)[0] == 5


def test_a_missing_catalog_is_an_error(site):
    with pytest.raises(CatalogError, match="cannot be read"):
        Standings(site).of(site.root / "missing.po", lambda _: ROW)
