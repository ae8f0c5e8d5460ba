"""OmegaT projects: what OmegaT's manual and its own files say of a project is what we write."""

from xml.etree import ElementTree as ET

import pytest

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry
from bilingual_news.exchange import omegat
from bilingual_news.exchange.tmx import read_tmx, write_tmx
from tests.unit.exchange.tmx14 import problems

TERMS = "source,target\nกระทรวงสาธารณสุข,Ministry of Public Health\nอาเซียน,ASEAN\n"
ENTRIES = (
    Entry("กระทรวงสาธารณสุขแถลง", "The ministry said so."),
    Entry("ข่าวสอง", "Machine.", flags=("fuzzy",)),
    Entry("ข่าวสาม", ""),
    Entry("เก่า", "Old.", obsolete=True),
)
#: Element of omegat.project → what it may hold (manual, chapter "Project files"; None: anything).
SETTINGS = {
    "source_dir": {"__DEFAULT__"}, "source_dir_excludes": None, "target_dir": {"__DEFAULT__"},
    "tm_dir": {"__DEFAULT__"}, "glossary_dir": {"__DEFAULT__"}, "glossary_file": {"__DEFAULT__"},
    "dictionary_dir": {"__DEFAULT__"}, "export_tm_dir": {"__DEFAULT__"},
    "export_tm_levels": {"omegat level1 level2"}, "source_lang": {"TH"}, "target_lang": {"EN"},
    "source_tok": {"org.omegat.tokenizer.LuceneThaiTokenizer"},
    "target_tok": {"org.omegat.tokenizer.LuceneEnglishTokenizer"}, "sentence_seg": {"false"},
    "support_default_translations": {"true"}, "remove_tags": {"false"}, "external_command": None,
}  # fmt: skip


@pytest.fixture
def job(project, run):
    (project / "glossaries/own.csv").write_text(TERMS, encoding="utf-8")
    path = project / "locales/en/LC_MESSAGES/77.po"
    path.parent.mkdir(parents=True)
    po.write_catalog(path, po.Catalog({"X-Article-Id": "77"}, ENTRIES))
    assert run("export", "omegat", "-o", "job").exit_code == 0
    return project / "job"


def test_the_project_file_has_the_settings_in_omegats_order(job):
    root = ET.parse(job / "omegat.project").getroot()
    [settings] = root
    assert (root.tag, settings.tag, settings.attrib) == ("omegat", "project", {"version": "1.0"})
    assert [child.tag for child in settings] == list(SETTINGS)
    for child in settings:
        allowed = SETTINGS[child.tag]
        assert allowed is None or child.text in allowed


def test_the_folders_of_the_defaults_exist(job):
    names = ("source", "target", "tm", "glossary", "dictionary", "omegat")
    assert sorted(path.name for path in job.iterdir() if path.is_dir()) == sorted(names)


def test_a_source_file_has_a_segment_a_paragraph(job):
    data = (job / "source/77.txt").read_bytes()
    texts = [entry.msgid for entry in ENTRIES if not entry.obsolete]
    assert data.decode("utf-8").split("\n\n") == [*texts, ""]


def test_the_memory_is_valid_and_its_sources_are_the_segments(job):
    path = job / "tm/reviewed.tmx"
    assert problems(path.read_bytes()) == []
    units = {unit.source: unit.target for unit in read_tmx(path)}
    assert units == {"กระทรวงสาธารณสุขแถลง": "The ministry said so.", "เก่า": "Old."}


def test_the_glossary_is_tab_separated_utf8(job):
    text = (job / "glossary/terms.txt").read_bytes().decode("utf-8")
    assert text == "กระทรวงสาธารณสุข\tMinistry of Public Health\n"


ROWS = {
    "comment": (("ก", "A", "a note"), "ก\tA\ta note\n"),
    "no comment": (("ก", "A", ""), "ก\tA\n"),
    "tabs and line ends in a cell": (("ก\tข", "A\nB", ""), "ก ข\tA B\n"),
    "control characters": (("ก\x02", "A\x07B", ""), "ก\x02\tA\x07B\n"),
    "a comment line to OmegaT": (("#ก", "A", ""), ""),
}


@pytest.mark.parametrize("name", ROWS)
def test_glossary_rows(name):
    term, expected = ROWS[name]
    assert omegat.glossary([term]).decode() == expected


def test_exporting_again_keeps_what_the_translator_made(job, run):
    mine = {"glossary/glossary.txt": "ก\tmine\n", "omegat/project_save.tmx": write_tmx([]).decode()}
    for name, text in mine.items():
        (job / name).write_text(text, encoding="utf-8")
    assert run("export", "omegat", "-o", "job").exit_code == 0
    assert {name: (job / name).read_text(encoding="utf-8") for name in mine} == mine


def test_what_was_translated_in_omegat_comes_back_through_the_memory(job, run):
    """OmegaT's own memory, imported, fills the catalog at the next run."""
    save = write_tmx(read_tmx(job / "tm/reviewed.tmx")).decode()
    save = save.replace('xml:lang="th"', 'lang="TH"').replace('xml:lang="en"', 'lang="EN"')
    save = save.replace("เก่า", "ข่าวสาม").replace("Old.", "By hand in OmegaT.")
    (job / "omegat/project_save.tmx").write_text(save, encoding="utf-8")
    assert run("memory", "import", "job/omegat/project_save.tmx").exit_code == 0
    assert "By hand in OmegaT." in run("memory", "search", "ข่าวสาม").stdout


def test_the_glossary_has_terms_as_the_articles_write_them(project, run, job):
    """OmegaT compares words; a form that is in no line of the glossary is not shown to the translator."""
    terms = "source,target,variants\nกระทรวงสาธารณสุข,Ministry of Public Health,สธ.;ก.สาธารณสุข\n"
    (project / "glossaries/own.csv").write_text(terms, encoding="utf-8")
    path = project / "locales/en/LC_MESSAGES/77.po"
    po.write_catalog(path, po.Catalog({"X-Article-Id": "77"}, (Entry("วันนี้ ก.สาธารณสุข แถลงข่าว", ""),)))
    result = run("export", "omegat", "-o", "job")
    assert "1 article, 1 term:" in result.stderr
    assert (job / omegat.GLOSSARY).read_text(encoding="utf-8").splitlines() == [
        "กระทรวงสาธารณสุข\tMinistry of Public Health",
        "ก.สาธารณสุข\tMinistry of Public Health\tกระทรวงสาธารณสุข",
    ]
