"""A catalog is written when there is something new in it, and then everything in it is."""

import gettext
import os
import shutil
from pathlib import Path

import pytest

from bilingual_news.catalog import po
from bilingual_news.pipeline import work

ARTICLE = "84477"


@pytest.fixture
def catalog(with_article, run):
    project = with_article(ARTICLE)
    assert run("translate", "--no-mt").exit_code == 0
    path = project / "locales" / "en" / "LC_MESSAGES" / f"{ARTICLE}.po"
    for file in path.parent.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return path


@pytest.fixture
def looked_at(monkeypatch):
    """The articles that a run looks into."""
    found = []
    real = work.Worker.prepare
    monkeypatch.setattr(
        work.Worker, "prepare", lambda self, ticket: (found.append(ticket.path), real(self, ticket))[1]
    )
    return found


def glossary(project, name, thai):
    (project / "glossaries" / f"{name}.csv").write_text(
        f"source,target\n{thai},online threat\n", encoding="utf-8"
    )


def test_terms_that_it_does_not_hold_leave_a_catalog_as_it_is(catalog, project, run, looked_at):
    before, stamp = catalog.read_bytes(), catalog.stat().st_mtime_ns
    glossary(project, "x", "ไม่มีในข่าว")
    assert "1 unchanged" in run("translate", "--no-mt").stderr
    assert (catalog.read_bytes(), catalog.stat().st_mtime_ns) == (before, stamp)
    assert len(looked_at) == 1
    # It was looked at, and is not looked at again.
    assert "1 unchanged" in run("translate", "--no-mt").stderr
    assert len(looked_at) == 1


def test_a_term_that_it_holds_writes_notes_and_signature(catalog, project, run, looked_at):
    before = po.read_header(catalog)
    glossary(project, "x", "ไม่มีในข่าว")
    run("translate", "--no-mt")
    glossary(project, "y", "ภัยออนไลน์")
    assert "1 written" in run("translate", "--no-mt").stderr
    after = po.read_header(catalog)
    assert after["X-Run-Signature"] != before["X-Run-Signature"]
    assert "term: ภัยออนไลน์ → online threat" in catalog.read_text(encoding="utf-8")
    looked_at.clear()
    assert "1 unchanged" in run("translate", "--no-mt").stderr
    assert looked_at == []


def test_a_termbase_that_goes_back_and_forth_is_minded_each_time(catalog, project, run):
    first = catalog.read_bytes()
    glossary(project, "x", "ภัยออนไลน์")
    run("translate", "--no-mt")
    assert catalog.read_bytes() != first
    (project / "glossaries" / "x.csv").unlink()
    run("translate", "--no-mt")
    assert catalog.read_bytes() == first


def test_an_older_catalog_beside_a_younger_compiled_one_is_looked_at(catalog, project, run, looked_at):
    """As after a backup that keeps times, or a copy with other tools."""
    text = catalog.read_text(encoding="utf-8")
    old = text.replace("PO-Revision-Date: ", "PO-Revision-Date: 1999-01-01 00:00+0000 was ", 1)
    catalog.write_text(old, encoding="utf-8")
    os.utime(catalog, (1_600_000_000, 1_600_000_000))
    run("translate", "--no-mt")
    assert len(looked_at) == 1


def test_a_moved_article_has_its_references_brought_up_to_date(catalog, project, run, looked_at):
    text = catalog.read_text(encoding="utf-8")
    (project / "articles" / "2023").mkdir()
    shutil.move(project / "articles" / f"{ARTICLE}.txt", project / "articles" / "2023")
    assert "1 written" in run("translate", "--no-mt").stderr
    after = catalog.read_text(encoding="utf-8")
    body = text.partition("\n\n")[2]
    assert after.partition("\n\n")[2] == body.replace("#: articles/", "#: articles/2023/")
    looked_at.clear()
    assert "1 unchanged" in run("translate", "--no-mt").stderr
    assert looked_at == []


def test_another_way_to_name_an_article_is_no_move(catalog, project, run, looked_at, monkeypatch):
    monkeypatch.chdir(project.parent)
    named = project / "articles" / ".." / "articles" / f"{ARTICLE}.txt"
    assert "1 unchanged" in run("translate", "--no-mt", named).stderr
    link = Path(project.parent / "link")
    link.symlink_to(project)
    assert "1 unchanged" in run("-C", link, "translate", "--no-mt").stderr
    assert looked_at == []


def test_a_catalog_that_comes_back_with_an_older_time_is_compiled(run, with_article):
    """As `rsync --times`, `cp -p` and archives bring it; an editor of texts leaves the header as it was."""
    project = with_article("50968")
    assert run("translate").exit_code == 0
    catalog = project / "locales/en/LC_MESSAGES/50968.po"
    compiled = catalog.with_suffix(".mo")
    earlier = catalog.stat().st_mtime_ns - 3_600_000_000_000
    catalog.write_bytes(catalog.read_bytes().replace(b"#, fuzzy\n", b"", 1))
    os.utime(catalog, ns=(earlier, earlier))
    assert run("translate").exit_code == 0
    with compiled.open("rb") as file:
        served = gettext.GNUTranslations(file)
    reviewed = next(entry for entry in po.read_catalog(catalog).entries if not entry.fuzzy)
    assert served.gettext(reviewed.msgid) == reviewed.msgstr
    before = compiled.stat()
    assert run("translate").exit_code == 0
    assert compiled.stat().st_mtime_ns == before.st_mtime_ns
    assert compiled.stat().st_ino == before.st_ino


def test_a_copied_project_is_looked_at_and_nothing_is_written(catalog, project, run, looked_at):
    """As `cp -r` makes it, also where nothing can be written: the files have other times than they had."""
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in catalog.parent.iterdir()}
    os.utime(catalog.with_suffix(".mo"), (1_700_000_100, 1_700_000_100))
    assert "1 unchanged" in run("translate", "--no-mt").stderr
    assert {path: (path.read_bytes(), path.stat().st_ino) for path in catalog.parent.iterdir()} == before
    assert "1 unchanged" in run("translate", "--no-mt").stderr
    assert len(looked_at) == 1
