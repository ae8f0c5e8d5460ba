"""The article page in a real browser: views, order, keyboard, terms, print, safety."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

PAGE = "101.html"


def shown(page, language):
    return page.locator(f"article .row .{language}").first.is_visible()


def test_both_languages_stand_side_by_side(visit):
    page = visit(PAGE).page
    thai = page.locator(".row .th").first.bounding_box()
    english = page.locator(".row .en").first.bounding_box()
    assert abs(thai["y"] - english["y"]) < 2
    assert thai["x"] + thai["width"] <= english["x"]


@pytest.mark.parametrize(
    ("value", "thai", "english"), [("th", True, False), ("both", True, True), ("en", False, True)]
)
def test_buttons_choose_the_languages(visit, value, thai, english):
    page = visit(PAGE).page
    page.click(f'[data-act=view][data-value="{value}"]')
    assert (shown(page, "th"), shown(page, "en")) == (thai, english)
    assert page.get_attribute(f'[data-act=view][data-value="{value}"]', "aria-pressed") == "true"


@pytest.mark.parametrize(
    ("key", "thai", "english"), [("1", True, False), ("2", True, True), ("3", False, True)]
)
def test_keys_choose_the_languages(visit, key, thai, english):
    page = visit(PAGE).page
    page.keyboard.press(key)
    assert (shown(page, "th"), shown(page, "en")) == (thai, english)


def test_the_view_is_remembered_on_the_next_page(visit):
    page = visit(PAGE).page
    page.keyboard.press("3")
    page.goto(page.url.replace("101", "102"))
    assert not shown(page, "th")


def test_a_link_can_ask_for_a_view(visit):
    assert not shown(visit(f"{PAGE}?view=th").page, "en")


@pytest.mark.parametrize("way", ["key", "button"])
def test_order_can_be_switched(visit, way):
    page = visit(PAGE).page
    if way == "key":
        page.keyboard.press("o")
    else:
        page.click("[data-act=order]")
    thai = page.locator(".row .th").first.bounding_box()
    english = page.locator(".row .en").first.bounding_box()
    assert english["x"] + english["width"] <= thai["x"]


def test_j_and_k_walk_through_the_segments(visit):
    page = visit(PAGE).page
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    page.keyboard.press("k")
    assert (second, page.evaluate("document.activeElement.id")) == ("s3", "s2")


def test_keys_can_be_switched_off(visit):
    page = visit(PAGE).page
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.uncheck("[data-act=keys]")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    assert shown(page, "en")


def test_modified_keys_belong_to_the_browser(visit):
    page = visit(PAGE).page
    page.keyboard.press("Alt+1")
    assert shown(page, "en")


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_segment_and_its_partner_are_highlighted_together(visit, way):
    page = visit(PAGE).page
    row = page.locator("#s3")
    if way == "hover":
        row.locator(".th").hover()
    else:
        row.locator(".no").focus()
    shadow = "element => getComputedStyle(element).boxShadow"
    assert row.locator(".en").evaluate(shadow) == row.locator(".th").evaluate(shadow) != "none"
    assert page.locator("#s2 .en").evaluate(shadow) == "none"


def test_without_javascript_both_languages_are_there(visit):
    page = visit(PAGE, javascript=False).page
    assert shown(page, "th")
    assert shown(page, "en")
    assert not page.locator("[data-act=view]").first.is_visible()


def test_a_term_explains_itself_on_hover_and_focus(visit):
    page = visit(PAGE).page
    term = page.locator("a.term", has_text="กระทรวงการคลัง").first
    term.focus()
    assert "Ministry of Finance" in page.locator("#tip").inner_text()
    assert term.get_attribute("aria-describedby") == "tip"
    page.keyboard.press("Escape")
    assert not page.locator("#tip").is_visible()


def test_a_term_leads_to_its_definition_without_javascript(visit):
    page = visit(PAGE, javascript=False).page
    target = page.locator("a.term", has_text="กระทรวงการคลัง").first.get_attribute("href")
    assert "Ministry of Finance" in page.locator(target).inner_text()
    assert page.locator(f"{target} dfn").inner_text() == "กระทรวงการคลัง"


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("100.html", {"Reviewed"}),
        ("101.html", {"Machine translation, not reviewed"}),
        ("102.html", {"Reviewed", "Machine translation, not reviewed"}),
        ("103.html", {"Not translated yet"}),
    ],
)
def test_every_segment_says_in_words_who_answers_for_it(visit, name, labels):
    page = visit(name).page
    states = page.locator("article .state")
    assert set(states.all_inner_texts()) == labels
    assert states.count() == 5


@pytest.mark.parametrize("view", ["both", "en"])
def test_machine_translation_is_labelled_in_every_view_that_shows_it(visit, view):
    page = visit(f"{PAGE}?view={view}").page
    english = page.locator("article .row .en")
    assert all(english.nth(i).locator(".state").is_visible() for i in range(english.count()))


def test_header_has_both_calendars_and_the_source(visit):
    facts = visit(PAGE).page.locator(".facts").inner_text()
    assert "วันพุธที่\u00a010 เมษายน พ.ศ.\u00a02567" in facts
    assert "Wednesday, April 10, 2024" in facts
    assert "https://www.thaigov.go.th/news/contents/details/101" in facts
    assert "test-model-1.0" in facts


def test_print_holds_every_segment_on_a4(visit):
    page = visit("100.html").page
    pdf = page.pdf(prefer_css_page_size=True)
    text = pdf_text(pdf)
    for number, words in enumerate(
        ("cooperate more", "1.5 billion baht", "Raising data", "Opportunities for"), 2
    ):
        assert words in " ".join(text.split()), number
    assert b"/MediaBox [0 0 594" in pdf or b"/MediaBox [0 0 595" in pdf


def test_text_is_printed_in_ten_points(visit):
    page = visit("100.html").page
    page.emulate_media(media="print")
    size = "getComputedStyle(document.querySelector('.row .en p, .row p.en')).fontSize"
    assert float(page.evaluate(size).removesuffix("px")) == pytest.approx(10 * 96 / 72, abs=0.1)


def test_the_border_of_the_notice_is_printed_whole(visit):
    """A border on the very edge of the printed area is cut in half."""
    page = visit(PAGE).page
    page.emulate_media(media="print")
    left, right, width = page.evaluate(
        "(() => { const box = document.querySelector('.notice').getBoundingClientRect();"
        " return [box.left, box.right, document.documentElement.clientWidth]; })()"
    )
    assert left >= 1
    assert right <= width - 1


def pdf_text(pdf):
    import subprocess

    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def test_repetition_mark_stays_on_the_line_of_its_word(visit):
    """`ต่าง ๆ` never breaks, at any width: the space before ๆ does not end a line."""
    page = visit(PAGE, width=360).page
    for width in range(300, 700, 17):
        page.set_viewport_size({"width": width, "height": 800})
        tops = page.evaluate(
            """() => {
            const node = document.createTreeWalker(document.querySelector('#s2 .th'), NodeFilter.SHOW_TEXT);
            while (node.nextNode()) {
              const at = node.currentNode.data.indexOf('ๆ');
              if (at < 0) continue;
              const top = (from) => {
                const range = document.createRange();
                range.setStart(node.currentNode, from);
                range.setEnd(node.currentNode, from + 1);
                return range.getBoundingClientRect().top;
              };
              return [top(at), top(at - 2)];
            }
            }"""
        )
        assert tops[0] == tops[1], width


def test_thai_lines_end_between_words(visit):
    """Every line of Thai begins where newmm puts a word boundary."""
    from pythainlp.tokenize import word_tokenize

    page = visit(PAGE, width=320).page
    text, breaks = page.evaluate(
        """() => {
        const p = document.querySelector('#s3 .th p');
        const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
        let text = '', breaks = [], last = null;
        while (walker.nextNode()) {
          const node = walker.currentNode;
          for (let i = 0; i < node.data.length; i++) {
            const range = document.createRange(); range.setStart(node, i); range.setEnd(node, i + 1);
            const box = range.getClientRects()[0];
            if (box && last !== null && box.top > last + 8) breaks.push(text.length + i);
            if (box && box.width) last = box.top;
          }
          text += node.data;
        }
        return [text, breaks];
        }"""
    )
    edges, position = set(), 0
    for word in word_tokenize(text, engine="newmm", keep_whitespace=True):
        position += len(word)
        edges.add(position)
    assert len(breaks) >= 2
    assert set(breaks) <= edges
