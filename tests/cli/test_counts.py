"""One file is "1 file", in whatever command; Thai has one form for any number."""

import re
import shutil

import pytest

from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.po import Catalog, write_catalog

#: "1 files", "1 of 1 segments"; "0 segments" and "2 of 1 file" are none.
WRONG = re.compile(r"\b(?:1|of 1) (?:PO )?[a-z]+s\b")
#: Commands over a project of one article with one segment, a term and a rule, and what each must say.
COMMANDS = {
    "translate --no-mt": "1 article: 1 written",
    "translate --no-mt --dry-run": "1 segment",
    "check": "1 entry checked, 1 finding",
    "check --write": "1 of 1 file written",
    "check --write-baseline known.json": "1 finding written to known.json",
    "export html": "1 page and an index in",
    "export html --require-reviewed": "1: 0 of 1 segment reviewed",
    "export md": "1 file in",
    "export csv": "1 file in",
    "export omegat": "1 article, 1 term:",
    "rules check": "segmentation.toml: 1 rule",
    "rules export rules.srx": "rules.srx: 1 rule",
    "glossary lint": "0 errors, 0 warnings",
    "glossary export -o all.tbx": "1 term written to all.tbx",
    "glossary import more.csv": "1 term written to",
    "glossary import terms.csv": "1 term was there already",
    "glossary extract": "1 candidate",
    "memory export -o all.tmx": "all.tmx: 1 unit",
}
ARTICLE = "ประชุมศูนย์ข้อมูลข่าวสารไซเบอร์ (Cyber Information Centre: CIC) ที่กรุงเทพ\n"


@pytest.fixture
def one(project):
    """A project that has one of everything."""
    (project / "articles" / "1.txt").write_text(ARTICLE, encoding="utf-8")
    text = "source,target\nมี,has\n"
    (project / "glossaries" / "terms.csv").write_text(text, encoding="utf-8")
    shutil.copy(project / "glossaries" / "terms.csv", project / "terms.csv")
    (project / "more.csv").write_text("source,target\nกรม,department\n", encoding="utf-8")
    rule = '[[rule]]\nname = "a"\nbreak = false\nbefore = "ก"\n'
    (project / "segmentation.toml").write_text(rule, encoding="utf-8")
    return project


def said(run, one, command):
    folder = one / "locales" / "en" / "LC_MESSAGES"
    if not command.startswith("translate"):
        folder.mkdir(parents=True)
        flags = ("fuzzy",) if "--require" in command else ()
        write_catalog(folder / "1.po", Catalog({}, (Entry("มี 12 แห่ง", "has 15 places", flags=flags),)))
    return run(*command.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_one_thing_is_told_in_the_singular(run, one, command):
    result = said(run, one, command)
    assert COMMANDS[command] in result.output
    assert not WRONG.search(result.output)


@pytest.mark.parametrize("command", ["check", "export html", "memory export -o all.tmx"])
def test_thai_knows_no_plural(run, one, command):
    result = said(run, one, f"--ui-lang th {command}")
    assert re.search(r"\b1 [ก-๙]|[ก-๙] 1\b|[ก-๙]1\b", result.stderr)
    assert not re.search(r"(entry|finding|page|unit)", result.stderr)
