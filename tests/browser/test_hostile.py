"""Articles that try to break the page, in a real browser."""

from __future__ import annotations

import pytest

from bilingual_news.export.html import Site
from tests.unit.export.test_site import HOSTILE, page, row

pytestmark = pytest.mark.browser


def test_hostile_articles_run_nothing_and_violate_nothing(visit, tmp_path):
    for name, content in Site((HOSTILE,)).files():
        (tmp_path / name).write_bytes(content)
    for path in ("3.html", "index.html", "glossary.html"):
        seen = visit(path, root=tmp_path.as_uri())
        seen.page.wait_for_load_state("networkidle")
        assert seen.troubles == []
        assert len(seen.requests) == 1


def test_the_policy_stops_a_script_that_is_not_ours(visit, tmp_path):
    """The judge judged: a script put into the page by hand does not run and is reported."""
    html = Site((HOSTILE,)).index().replace("</body>", "<script>document.title='owned'</script></body>")
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    seen = visit("index.html", root=tmp_path.as_uri())
    assert seen.page.title() != "owned"
    assert any("Content Security Policy" in trouble for trouble in seen.troubles)


def test_a_segment_without_a_space_does_not_scroll_sideways(visit, tmp_path):
    long = page("9", row(1, "ก" * 5000, "x" * 5000))
    for name, content in Site((long,)).files():
        (tmp_path / name).write_bytes(content)
    shown = visit("9.html", root=tmp_path.as_uri(), width=360).page
    assert shown.evaluate("document.documentElement.scrollWidth") <= 360


def test_axe_is_really_looking(visit, tmp_path):
    """The judge judged: a page with a fault is found faulty."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    (tmp_path / "bad.html").write_text("<html><body><button></button></body></html>", encoding="utf-8")
    found = axe.run(visit("bad.html", root=tmp_path.as_uri()).page).response["violations"]
    assert {"button-name", "document-title", "html-has-lang"} <= {rule["id"] for rule in found}
