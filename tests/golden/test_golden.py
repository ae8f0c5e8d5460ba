"""Whole inputs with their expected outputs. `make golden` writes the outputs anew; review the diff."""

import os
import shutil
from pathlib import Path

import pytest

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
