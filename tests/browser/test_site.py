"""The whole site in a real browser: index, glossary, widths, accessibility, safety, speed."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

PAGES = ["index.html", "glossary.html", "100.html", "101.html", "102.html", "103.html"]
WIDTHS = [360, 390, 768, 1024, 1280, 1920]


def headlines(page):
    return [
        item.inner_text().split("\n")[-1] for item in page.locator(".index h3").all() if item.is_visible()
    ]


def test_index_is_by_date_newest_first_undated_last(visit):
    page = visit("index.html").page
    days = [item.get_attribute("datetime") for item in page.locator(".index time").all()]
    assert days == sorted(days, reverse=True)
    assert page.locator(".month h2").last.inner_text() == "Without a date"


def test_two_articles_with_one_headline_are_two_entries(visit):
    links = visit("index.html").page.locator(".index h3 a").all()
    assert {"101.html", "104.html"} <= {link.get_attribute("href") for link in links}


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("choice", "articles"),
    [
        ("status-reviewed", 1),
        ("status-machine", 2),
        ("status-partial", 1),
        ("status-empty", 1),
        ("topic-asean", 5),
    ],
)
def test_index_filters_with_and_without_javascript(visit, javascript, choice, articles):
    page = visit("index.html", javascript=javascript).page
    page.check(f"#{choice}", force=True)
    visible = [item for item in page.locator(".index li").all() if item.is_visible()]
    expected = page.locator(f".index li.{choice}").count()
    assert len(visible) == expected
    assert choice.startswith("topic") or expected == articles


def test_month_headings_without_articles_disappear(visit):
    page = visit("index.html", javascript=False).page
    page.check("#status-partial", force=True)
    assert [h.inner_text() for h in page.locator(".month h2").all() if h.is_visible()] == [
        "ธันวาคม 2566 December 2023"
    ]


def test_search_finds_thai_and_english_headlines(visit):
    page = visit("index.html").page
    page.fill("#search", "งบประมาณ")
    assert headlines(page) == ["Finance Ministry explains budget"]
    assert page.inner_text("output") == "1 of 5 articles"
    page.fill("#search", "prime minister")
    assert headlines(page) == ["Prime Minister chairs meeting"]
    page.fill("#search", "no such words")
    assert page.locator(".none").is_visible()


def test_a_chosen_filter_is_remembered(visit):
    page = visit("index.html").page
    page.check("#status-machine", force=True)
    page.reload()
    assert page.is_checked("#status-machine")
    assert len(headlines(page)) == 2


@pytest.mark.parametrize("name", ["index.html", "101.html"])
def test_unreviewed_english_is_labelled_wherever_it_stands(visit, name):
    assert "Machine translation, not reviewed" in visit(name).page.inner_text("main")


def test_glossary_lists_the_terms_with_their_articles(visit):
    page = visit("glossary.html").page
    entry = page.locator(".glossary > div", has_text="Ministry of Finance")
    assert "กระทรวงการคลัง" in entry.inner_text()
    assert "MOF" in entry.inner_text()
    entry.locator("summary").click()
    assert entry.locator("li a").count() == 5
    page.fill("#search", "asean")
    assert page.locator(".glossary > div:visible").count() == 1


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_requested_and_nothing_complains(visit, address, path):
    seen = visit(path)
    seen.page.wait_for_load_state("networkidle")
    assert seen.troubles == []
    assert [url for url in seen.requests if url != f"{address}/{path}"] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opened_from_disk_works_too(visit, site, path):
    seen = visit(path, root=site.as_uri())
    seen.page.keyboard.press("1")
    assert seen.troubles == []


@pytest.mark.parametrize("path", PAGES)
def test_no_width_scrolls_sideways(visit, path):
    page = visit(path).page
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_violation(visit, path, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # axe needs script in the page, which the policy forbids: run it with the policy's own bypass.
    page = visit(path, dark=dark).page
    found = axe.run(page).response["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found] == []


def test_theme_can_be_chosen_and_is_remembered(visit):
    page = visit("index.html").page
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.click("[data-act=theme]")
    page.click("[data-act=theme]")
    dark = page.evaluate(colour)
    page.reload()
    assert before != dark == page.evaluate(colour)
    assert page.inner_text("[data-act=theme]") == "Theme: dark"
