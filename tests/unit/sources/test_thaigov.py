"""The thaigov text format, line by line."""

from datetime import date

import pytest

from bilingual_news.model import Kind
from bilingual_news.sources.thaigov import ThaigovText, article_number, is_thaigov

PREFIX = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-"
FOOTER = "ที่มา : https://www.thaigov.go.th/news/contents/details/50968"
TITLE = "ดีอีเอสประชุม รมว. อาเซียน"
BODY = "นายชัยวุฒิ กล่าวว่า การประชุมเป็นไปด้วยดี"


def article(*lines, title=TITLE, footer=FOOTER):
    return "\n".join([f"{PREFIX}{title}", "", "", *lines, "", footer])


def body(*lines, **options):
    return [p.text for p in ThaigovText(article(*lines, **options)).paragraphs[1:]]


def test_the_headline_loses_the_prefix_and_is_the_first_paragraph():
    parts = ThaigovText(article(BODY))
    assert parts.title == TITLE
    assert parts.paragraphs[0].kind is Kind.TITLE
    assert parts.paragraphs[0].line == 1


def test_date_line_and_source_go_to_the_metadata():
    parts = ThaigovText(article("วันพฤหัสบดีที่ 27 มกราคม 2565", BODY))
    assert parts.date == date(2022, 1, 27)
    assert parts.url.endswith("/50968")
    assert [p.text for p in parts.paragraphs] == [TITLE, BODY]


DROPPED = {
    "print button": ["พิมพ์", BODY],
    "slashed date": ["27/01/2565", BODY],
    "doubled headline": [TITLE, BODY],
    "headline a third time as lead": [TITLE, TITLE, BODY],
    "headline in other spacing": ["ดีอีเอสประชุม  รมว.  อาเซียน", BODY],
    "rule of asterisks": [BODY, "**************"],
    "rule of hyphens": [BODY, "-------------------"],
    "dots between paragraphs": ["....", BODY, "."],
    "rule at the end of the text": [f"{BODY} *******"],
    "related news": [BODY, "----", "อัลบั้มภาพ", "ข่าวที่เกี่ยวข้อง", "ข่าวอื่น"],
}


@pytest.mark.parametrize("lines", DROPPED.values(), ids=DROPPED)
def test_furniture_of_the_page_is_dropped(lines):
    assert body(*lines) == [BODY]


def test_a_lead_that_goes_on_after_the_headline_stays():
    assert body(TITLE, f"{TITLE} วันนี้", BODY) == [f"{TITLE} วันนี้", BODY]


def test_the_headline_further_down_is_content():
    assert body(BODY, TITLE) == [BODY, TITLE]


def test_a_date_inside_the_body_is_not_the_date_of_the_article():
    parts = ThaigovText(article(BODY, "วันศุกร์ที่ 28 มกราคม 2565"))
    assert parts.date is None
    assert len(parts.paragraphs) == 3


def test_lines_are_counted_as_an_editor_counts_them():
    parts = ThaigovText(article("วันพฤหัสบดีที่ 27 มกราคม 2565", TITLE, BODY))
    assert parts.paragraphs[1].line == 6


def test_a_source_without_address_is_content():
    assert body(BODY, "ที่มา: กรมประชาสัมพันธ์") == [BODY, "ที่มา: กรมประชาสัมพันธ์"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (article(BODY), True),
        ("\ufeff" + article(BODY), True),
        (f"{TITLE}\n\n{BODY}\n{FOOTER}\n", True),
        (f"{TITLE}\n\n{BODY}\n", False),
    ],
)
def test_is_thaigov(content, expected):
    assert is_thaigov(content) is expected


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.thaigov.go.th/news/contents/details/50968", "50968"),
        ("https://www.thaigov.go.th/news/contents/details/50968/", "50968"),
        ("https://www.thaigov.go.th/news/contents/details/50968?lang=th", "50968"),
        ("https://example.org/about", ""),
        ("", ""),
    ],
)
def test_article_number(url, number):
    assert article_number(url) == number
