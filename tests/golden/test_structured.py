"""Pages with the structure of real ones: what is read from them, and what every format gives back."""

import json
import shutil
from pathlib import Path

import pytest

from bilingual_news.model import Layout
from bilingual_news.sources import read_article
from tests.golden.test_golden import compare

HERE = Path(__file__).parent
PAGES = sorted(path.parent.name for path in HERE.glob("*/page.html"))


def described(article) -> str:
    """An article as JSON: one paragraph a line."""
    rows = [
        {"line": p.line, "kind": p.kind, **layout(p.layout), "text": p.text}
        | ({"marks": [[m.tag, m.text, m.url] for m in p.layout.marks]} if p.layout.marks else {})
        for p in article.paragraphs
    ]
    head = {"title": article.title, "date": str(article.date), "url": article.url}
    lines = [json.dumps(row, ensure_ascii=False) for row in (head, *rows)]
    return "\n".join(lines) + "\n"


def layout(it: Layout) -> dict:
    fields = {
        "level": it.level,
        "ordered": it.ordered,
        "group": it.group,
        "cell": it.cell,
        "header": it.header,
    }
    return {name: value for name, value in fields.items() if value}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_read_with_its_structure(name):
    compare(described(read_article(HERE / name / "page.html")), HERE / name / "expected.jsonl")


@pytest.mark.parametrize("name", PAGES)
def test_structure_comes_out_again_in_markdown(name, project, run):
    shutil.copy(HERE / name / "page.html", project / "articles" / f"{name}.html")
    assert run("translate", "--no-mt").exit_code == 0
    assert run("export", "md", "-o", "out").exit_code == 0
    compare((project / "out" / f"{name}.md").read_text(encoding="utf-8"), HERE / name / "expected.md")
