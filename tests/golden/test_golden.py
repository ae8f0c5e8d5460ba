"""Whole inputs with their expected outputs. `make golden` writes the outputs anew; review the diff."""

import os
import re
import shutil
from pathlib import Path

import pytest

from bilingual_news.cli.segment import ascii_marks
from bilingual_news.stages.normalize import changes, normalize_text

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if (path / "README.md").exists())


def compare(actual: str, expected: Path):
    if os.environ.get("BILINGUAL_NEWS_GOLDEN") == "write":
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_every_case_says_why_it_exists(name):
    assert len((HERE / name / "README.md").read_text(encoding="utf-8")) > 40


def test_thaigov_article_to_catalog(project, run):
    case = HERE / "thaigov-to-po"
    shutil.copy(case / "article.txt", project / "articles")
    shutil.copy(case / "terms.csv", project / "glossaries")
    assert run("translate", "--no-mt").exit_code == 0
    [po] = project.rglob("*.po")
    compare(po.read_text(encoding="utf-8"), case / "expected.po")


def test_lines_of_articles_are_normalised():
    case, found = HERE / "normalisation", []
    for line in (case / "before.txt").read_text(encoding="utf-8").splitlines():
        article, shown = line.split("\t")
        raw = re.sub(r"<U\+([0-9A-F]{4,6})>", lambda match: chr(int(match[1], 16)), shown)
        rules = sorted({change.rule for change in changes(raw)})
        found.append("\t".join([article, ascii_marks(normalize_text(raw)), *rules]))
    compare("\n".join(found) + "\n", case / "expected.txt")
