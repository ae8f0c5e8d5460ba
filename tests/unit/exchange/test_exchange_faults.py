"""Every exchange format refuses what does not fit, whole; OmegaT's project is complete."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from translate.storage.omegat import OmegaTFile
from translate.storage.tmx import tmxfile

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry
from tests.unit.exchange.test_exchange import ENTRIES, catalog, edit, export  # noqa: F401 - a fixture

KINDS = [("xliff", "--version", "1.2"), ("xliff",), ("csv",), ("xlsx",)]


def with_entries(path, change):
    read = po.read_catalog(path)
    po.write_catalog(path, replace(read, entries=tuple(change(read.entries))))


def another_article(path):
    read = po.read_catalog(path)
    po.write_catalog(path.with_name("78.po"), read)
    path.unlink()


#: What happened to the catalog since the export, and what the message says.
FAULTS = {
    "wrong file": (another_article, "no catalog"),
    "stale": (
        lambda path: with_entries(path, lambda old: [replace(old[0], msgid="ข่าวใหม่"), *old[1:]]),
        "stale",
    ),
    "missing": (
        lambda path: with_entries(path, lambda old: [*old[:3], Entry("ข่าวสี่"), *old[3:]]),
        "not in the file",
    ),
    "changed meanwhile": (
        lambda path: with_entries(path, lambda old: [*old[:2], replace(old[2], msgstr="In Poedit."), old[3]]),
        "changed in the catalog",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_applied_half(catalog, project, run, kind, fault):  # noqa: F811
    path = export(run, project, *kind)
    edit(path, {"ข่าวสาม": ("By hand.", "reviewed")})
    spoil, message = FAULTS[fault]
    spoil(catalog)
    before = {po_file.name: po_file.read_bytes() for po_file in catalog.parent.glob("*.po")}
    result = run("import", path)
    assert (result.exit_code, message in result.stderr) == (1, True), result.stderr
    assert path.name in result.stderr
    assert {po_file.name: po_file.read_bytes() for po_file in catalog.parent.glob("*.po")} == before


def test_an_omegat_project_is_complete(catalog, project, run):  # noqa: F811
    (project / "glossaries" / "x.csv").write_text("source,target\nข่าว,news\n", encoding="utf-8")
    assert run("export", "omegat", "-o", "job").exit_code == 0
    job = project / "job"
    settings = ET.parse(job / "omegat.project").getroot().find("project")
    assert (settings.findtext("source_lang"), settings.findtext("target_lang")) == ("TH", "EN")
    # Segments are sentences already: OmegaT cuts at blank lines only.
    assert settings.findtext("sentence_seg") == "false"
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        assert (job / name).is_dir()
    paragraphs = (job / "source/77.txt").read_text(encoding="utf-8").split("\n\n")[:-1]
    assert paragraphs == [e.msgid for e in ENTRIES if not e.obsolete]
    terms = OmegaTFile.parsefile(str(job / "glossary/terms.txt")).units
    assert [(unit.source, unit.target) for unit in terms] == [("ข่าว", "news")]
    units = tmxfile.parsefile(str(job / "tm/reviewed.tmx")).units
    # What was reviewed and is obsolete now is worth being offered again.
    assert {(unit.source, unit.target) for unit in units} == {
        (e.msgid, e.msgstr) for e in (ENTRIES[0], ENTRIES[3])
    }
