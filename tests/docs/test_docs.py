"""The documentation says what the tool does, and the commands it shows exist."""

import re
import shlex
from dataclasses import fields

import click
import pytest

from bilingual_news.checks import ALL_CHECKS
from bilingual_news.cli.app import COMMANDS, app
from bilingual_news.config import CheckSettings, Settings
from bilingual_news.glossary.table import COLUMNS
from tests.conftest import ROOT
from tests.docs.generate import PAGES

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_up_to_date(name):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), "run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_shows_every_command(name):
    assert f"bilingual-news {name}" in README


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_the_documentation_names_every_check(check):
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    assert f"`{check.id}`" in text


def test_make_targets_of_the_readme_exist():
    for target in re.findall(r"`make ([a-z-]+)`", README):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@pytest.mark.parametrize("column", COLUMNS)
def test_the_glossary_guide_explains_every_column(column):
    guide = (ROOT / "glossaries" / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^\|[^|]*\b{column}\b[^|]*\|", guide, re.MULTILINE)


@pytest.mark.parametrize(
    "name",
    [
        *(field.name for kind in (Settings, CheckSettings) for field in fields(kind)),
        "BILINGUAL_NEWS_BROWSER", "BILINGUAL_NEWS_CACHE", "BILINGUAL_NEWS_LANG", "BILINGUAL_NEWS_MODEL",
    ],
)  # fmt: skip
def test_the_guide_to_settings_explains_every_one(name):
    guide = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert re.search(rf"\b{name}\b", guide) or name in {"root", "environment"}


SHOWN = sorted({
    line.strip()
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    for line in re.findall(r"^bilingual-news ([^#\n]*)", page.read_text(encoding="utf-8"), re.MULTILINE)
    if "…" not in line
})  # fmt: skip


@pytest.mark.parametrize("line", SHOWN)
def test_commands_are_shown_as_they_can_be_typed(line):
    command, words = app, shlex.split(line)
    context = click.Context(app)
    while isinstance(command, click.Group):
        name, command, words = command.resolve_command(context, words)
        assert command is not None, name
        context = click.Context(command, parent=context)
    _, left, _ = command.make_parser(context).parse_args(words)
    assert left == []


def test_links_between_pages_lead_somewhere():
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"


def test_each_decision_has_a_number_of_its_own_and_begins_with_it():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert len({page.name[:4] for page in pages}) == len(pages)
    for page in pages:
        assert re.match(rf"# {page.name[:4]} \w", page.read_text(encoding="utf-8")), page.name


def test_decisions_have_context_decision_and_consequences():
    for page in (ROOT / "docs" / "decisions").glob("[0-9]*.md"):
        text = page.read_text(encoding="utf-8").lower()
        for heading in ("context", "decision", "consequences"):
            assert heading in text, f"{page.name} lacks {heading}"
