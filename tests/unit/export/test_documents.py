"""Word, Markdown and PDF: structure, labels, findings, judged by other programs."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from bilingual_news.errors import ExportError
from bilingual_news.export import pdf
from bilingual_news.export.docx import render_docx
from bilingual_news.export.markdown import render_markdown
from bilingual_news.model import Kind, Layout, Origin
from bilingual_news.sources import read_article
from tests.unit.export.test_site import EVIL, HOSTILE, STRUCTURED, page, row

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ET.fromstring(archive.read(name))


def test_findings_become_comments():
    noted = row(2, "ข้อความ", notes=("numbers: expected 2022",))
    data = render_docx(page("1", noted))
    [comment] = part(data, "word/comments.xml").iter(f"{W}comment")
    assert "".join(comment.itertext()) == "numbers: expected 2022"
    assert len(list(part(data, "word/document.xml").iter(f"{W}commentReference"))) == 1


def test_every_unreviewed_row_of_the_word_table_is_labelled():
    text = "".join(part(render_docx(STRUCTURED), "word/document.xml").itertext())
    assert text.count("Machine translation, not reviewed") == len(STRUCTURED.rows)
    assert "เครื่องแปล ยังไม่ได้ตรวจทาน" in "".join(
        part(render_docx(STRUCTURED, "th"), "word/document.xml").itertext()
    )


def test_word_keeps_headings_and_lists():
    body = part(render_docx(STRUCTURED), "word/document.xml")
    styles = [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")]
    assert styles.count("Heading2") == 2
    assert len(list(body.iter(f"{W}numPr"))) == 4


def test_word_is_the_same_every_time_and_survives_anything():
    assert render_docx(STRUCTURED) == render_docx(STRUCTURED)
    assert "alert(1)" in "".join(part(render_docx(HOSTILE), "word/document.xml").itertext())


@pytest.mark.browser
def test_libreoffice_opens_the_word_document(tmp_path):
    office = shutil.which("soffice")
    if not office:
        pytest.skip("no LibreOffice: apt-get install libreoffice-writer-nogui")
    (tmp_path / "a.docx").write_bytes(render_docx(STRUCTURED))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = (tmp_path / "a.txt").read_text(encoding="utf-8-sig")
    for segment in STRUCTURED.rows:
        assert segment.source in text


def rendered(text: str) -> str:
    return MarkdownIt("commonmark").enable("table").render(text.split("---\n", 2)[2])


def test_markdown_has_structure_and_labels():
    html = rendered(render_markdown(STRUCTURED))
    assert "<h2>ส่วนแรก</h2>" in html
    assert "<ol>" in html
    assert "<table>" in html
    assert '<a href="https://asean.org/">ASEAN</a>' in html
    assert "javascript" not in html
    assert html.count("(Machine translation, not reviewed)") == len(STRUCTURED.rows)


@pytest.mark.parametrize(
    "text",
    ["# ไม่ใช่หัวข้อ", "1. ไม่ใช่รายการ", "- ไม่ใช่", "+ ไม่ใช่", "a*b*c_d_[e](f)<b>`g`|&amp;", "> ไม่ใช่", "===", EVIL],
)
def test_markdown_shows_text_as_it_is(text):
    from html import unescape

    from bilingual_news.export.display import clean

    html = rendered(render_markdown(page("1", row(1, text, text))))
    paragraphs = [unescape(line) for line in html.split("\n")]
    assert f"<p>{clean(text)}</p>" in paragraphs


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("อ่านที่ https://example.org/a_b_c?x=1&y=2", "https://example.org/a_b_c?x=1&amp;y=2"),
        ("(http://a.go.th/.../2562/A/069/T_0052.PDF)", "http://a.go.th/.../2562/A/069/T_0052.PDF"),
        ("คลิก https://a.go.th/_x_ที่นี่", "https://a.go.th/_x"),
        ("see https://a.go.th/x*y*.", "https://a.go.th/x*y"),
        ("https://a.go.th/<b>", "https://a.go.th/"),
    ],
)
def test_markdown_links_an_address_as_it_is(text, address):
    """Escaped, `a\\_b` would be another address for every reader that links bare ones, as GitHub does."""
    html = rendered(render_markdown(page("1", row(1, text, text), url="")))
    assert re.findall('href="([^"]*)"', html) == [address, address]
    assert "&lt;http" not in html


def test_markdown_front_matter_can_be_read_again(tmp_path):
    path = tmp_path / "a.md"
    long = row(2, "กระทรวงการคลังแถลงว่าเศรษฐกิจของประเทศขยายตัวอย่างต่อเนื่อง " * 5)
    path.write_text(render_markdown(page("77", long, title='ข่าว "ใหญ่": วันนี้')), encoding="utf-8")
    article = read_article(path)
    assert (article.id, article.title, article.url) == ("77", 'ข่าว "ใหญ่": วันนี้', "https://example.go.th/1")


def test_list_items_of_several_sentences_stay_together():
    rows = [row(n, f"ประโยค {n}", kind=Kind.LIST_ITEM, layout=Layout(1, True, 1)) for n in (1, 2)]
    from dataclasses import replace

    html = rendered(render_markdown(page("1", rows[0], replace(rows[1], paragraph=1))))
    assert html.count("<li>") == 1


@pytest.mark.browser
def test_pdf_is_printed_by_the_browser():
    if not shutil.which("chromium"):
        pytest.skip("no Chromium")
    from bilingual_news.export.html import Site

    data = pdf.print_pdf(Site((STRUCTURED,)).article(STRUCTURED), pdf.find_browser())
    assert data.startswith(b"%PDF-")
    text = subprocess.run(
        ["pdftotext", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()
    assert text.count("Machine translation") >= len(STRUCTURED.rows)


def test_without_a_browser_pdf_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ExportError, match="no Chromium") as caught:
        pdf.find_browser()
    assert "Install chromium" in caught.value.hint


def test_a_named_browser_that_is_missing_is_not_replaced(monkeypatch):
    monkeypatch.setenv("BILINGUAL_NEWS_BROWSER", "/no/such/browser")
    with pytest.raises(ExportError, match="/no/such/browser"):
        pdf.find_browser()


@pytest.mark.parametrize("browser", ["/bin/false", "/no/such/browser"])
def test_a_browser_that_fails_is_an_error(browser):
    with pytest.raises(ExportError):
        pdf.print_pdf("<p>x", browser)


def test_reviewed_articles_carry_no_warning():
    reviewed = page("1", row(1, "ก", "A", Origin.REVIEWED))
    assert "not reviewed" not in render_markdown(reviewed)


def test_word_numbers_every_nested_list_by_itself():
    items = [
        row(1, "ก", kind=Kind.LIST_ITEM, layout=Layout(1, True, 1)),
        row(2, "ข", kind=Kind.LIST_ITEM, layout=Layout(2, False, 1)),
        row(3, "ค", kind=Kind.LIST_ITEM, layout=Layout(1, True, 1)),
    ]
    body = part(render_docx(page("1", *items)), "word/document.xml")
    places = [
        (it.find(f"{W}ilvl").get(f"{W}val"), it.find(f"{W}numId").get(f"{W}val"))
        for it in body.iter(f"{W}numPr")
    ]
    assert places[::2] == [("0", "1"), ("1", "2"), ("0", "1")]


def test_markdown_nests_lists_so_that_they_are_read_as_nested():
    items = [
        row(1, "ก", kind=Kind.LIST_ITEM, layout=Layout(1, True, 1)),
        row(2, "ข", kind=Kind.LIST_ITEM, layout=Layout(2, False, 1)),
        row(3, "ค", kind=Kind.LIST_ITEM, layout=Layout(1, True, 1)),
    ]
    tokens = MarkdownIt("commonmark").parse(render_markdown(page("1", *items)))
    opened = [t.type for t in tokens if t.type.endswith(("list_open", "list_close", "item_open"))]
    assert opened == [
        "ordered_list_open", "list_item_open", "bullet_list_open", "list_item_open", "bullet_list_close",
        "list_item_open", "ordered_list_close",
    ]  # fmt: skip
