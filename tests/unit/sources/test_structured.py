"""HTML, Markdown and Word articles: text for the engine, structure beside it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from bilingual_news.errors import EmptyArticleError, SourceError
from bilingual_news.export.docx import render_docx
from bilingual_news.export.page import Page, Row
from bilingual_news.model import Kind, Layout, Mark, Origin
from bilingual_news.sources import read_article

DATA = Path(__file__).parents[2] / "data" / "sources"


def shape(article):
    """Kind, level or cell, and text of every paragraph."""
    found = []
    for paragraph in article.paragraphs:
        layout = paragraph.layout
        place = layout.cell if layout.cell else (layout.level, layout.ordered) if layout.level else None
        found.append((str(paragraph.kind), place, paragraph.text))
    return found


HTML_SHAPE = [
    ("title", None, "กระทรวงดิจิทัลฯ เปิดศูนย์ใหม่"),
    (
        "paragraph",
        None,
        "นายกรัฐมนตรีกล่าวว่า ประเทศต่าง ๆ ในอาเซียนจะร่วมมือกันมากขึ้น ดูรายละเอียดที่ ASEAN Digital ได้ "
        "ซึ่งเป็นการยกระดับความร่วมมือด้านเศรษฐกิจดิจิทัลของภูมิภาค",
    ),
    ("heading", (2, False), "เป้าหมายของศูนย์"),
    ("list-item", (1, False), "พัฒนาทักษะดิจิทัลของประชาชน"),
    ("list-item", (1, False), "สร้างโอกาสให้ผู้ประกอบการรายย่อย"),
    ("heading", (3, False), "ขั้นตอน"),
    ("list-item", (1, True), "ลงทะเบียนผ่านเว็บไซต์ของศูนย์"),
    ("list-item", (1, True), "เข้ารับการอบรมตามวันที่กำหนด"),
    ("cell", (0, 0), "ปี"),
    ("cell", (0, 1), "งบประมาณ"),
    ("cell", (1, 0), "2565"),
    ("cell", (1, 1), "100 ล้านบาท"),
    ("cell", (2, 0), "2566"),
    ("cell", (2, 1), "120 ล้านบาท"),
    ("paragraph", None, "ทั้งนี้ กระทรวงการคลังจะเสนองบประมาณเพิ่มเติมต่อคณะรัฐมนตรีในเดือนหน้า"),
]


def test_html_keeps_the_structure_of_the_article_and_nothing_else():
    assert shape(read_article(DATA / "page.html")) == HTML_SHAPE


def test_html_headline_date_and_address_come_from_the_page():
    article = read_article(DATA / "page.html")
    assert (article.id, article.title) == ("page", "กระทรวงดิจิทัลฯ เปิดศูนย์ใหม่")
    assert article.date == date(2024, 4, 10)
    assert article.url == "https://www.example.go.th/news/5"
    assert article.format == "html"


def test_html_inline_markup_stands_beside_the_text():
    marks = read_article(DATA / "page.html").paragraphs[1].layout.marks
    assert marks == (
        Mark("ประเทศต่าง ๆ", "strong"),
        Mark("ASEAN Digital", "a", "https://asean.org/digital"),
    )


def test_html_paragraphs_know_their_line():
    lines = {p.text: p.line for p in read_article(DATA / "page.html").paragraphs}
    assert lines["เป้าหมายของศูนย์"] == 16


def test_html_without_an_article_is_refused(tmp_path):
    page = tmp_path / "menu.html"
    page.write_text("<html><body></body></html>", encoding="utf-8")
    with pytest.raises(EmptyArticleError, match="no article text"):
        read_article(page)


def test_markdown_keeps_headings_lists_and_tables():
    article = read_article(DATA / "article.md")
    assert article.title == "กระทรวงดิจิทัลฯ เปิดศูนย์ใหม่"
    assert (article.date, article.url) == (date(2024, 4, 10), "https://www.example.go.th/news/5")
    assert [(kind, place) for kind, place, _ in shape(article)] == [
        ("title", None),
        ("paragraph", None),
        ("heading", (2, False)),
        ("list-item", (1, False)),
        ("list-item", (1, False)),
        ("list-item", (2, False)),
        ("list-item", (1, True)),
        ("list-item", (1, True)),
        ("cell", (0, 0)),
        ("cell", (0, 1)),
        ("cell", (1, 0)),
        ("cell", (1, 1)),
        ("paragraph", None),
    ]


def test_markdown_markup_is_not_text():
    text = read_article(DATA / "article.md").paragraphs[1]
    assert text.text.endswith("ดูรายละเอียดที่ ASEAN Digital ได้ หรือ [ที่นี่](javascript:alert(1)) และใช้รหัส AB-12")
    assert [(m.text, m.tag) for m in text.layout.marks] == [
        ("ประเทศต่าง ๆ", "strong"),
        ("ASEAN Digital", "a"),
        ("AB-12", "code"),
    ]


def test_markdown_lines_count_the_front_matter():
    lines = {p.text: p.line for p in read_article(DATA / "article.md").paragraphs}
    assert lines["เป้าหมายของศูนย์"] == 12


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("---\ntitle: ก\n", 1, "no closing"),
        ("---\nwhat is this\n---\n", 2, "expected 'name: value'"),
    ],
)
def test_broken_front_matter_is_an_error_with_its_line(tmp_path, head, line, message):
    path = tmp_path / "a.md"
    path.write_text(head, encoding="utf-8")
    with pytest.raises(SourceError, match=message) as caught:
        read_article(path)
    assert (caught.value.line, bool(caught.value.hint)) == (line, True)


def test_markdown_without_front_matter_takes_its_first_heading_as_headline(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# หัวข้อข่าว\n\nเนื้อหาของข่าวในวันนี้\n\n    โค้ด\n", encoding="utf-8")
    article = read_article(path)
    assert article.title == "หัวข้อข่าว"
    assert [p.kind for p in article.paragraphs] == [Kind.TITLE, Kind.PARAGRAPH, Kind.PARAGRAPH]


@pytest.mark.parametrize("value", ["'ข่าว ''ใหญ่'' วันนี้'", "\"ข่าว 'ใหญ่' วันนี้\"", "ข่าว 'ใหญ่' วันนี้"])
def test_front_matter_reads_yaml_quotes(tmp_path, value):
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: {value}\ndate: 10 เมษายน 2567\n---\nเนื้อหาของข่าวในวันนี้\n", encoding="utf-8")
    assert read_article(path).title == "ข่าว 'ใหญ่' วันนี้"
    assert read_article(path).date == date(2024, 4, 10)


@pytest.fixture
def word(tmp_path):
    """A Word document of our own writing, read back."""
    rows = (
        Row("หัวข้อข่าว", "Headline", Origin.REVIEWED, Kind.TITLE, 0, number=1),
        Row("ส่วนแรก", "", Origin.EMPTY, Kind.HEADING, 1, layout=Layout(level=2), number=2),
        Row("ข้อความ สำคัญ ดู เว็บ", "", Origin.EMPTY, Kind.PARAGRAPH, 2, number=3,
            layout=Layout(marks=(Mark("สำคัญ", "strong"), Mark("เว็บ", "a", "https://example.org/")))),
        Row("ข้อหนึ่ง", "", Origin.EMPTY, Kind.LIST_ITEM, 3, number=4, layout=Layout(1, True, 1)),
        Row("ข้อสอง", "", Origin.EMPTY, Kind.LIST_ITEM, 4, number=5, layout=Layout(1, True, 1)),
    )  # fmt: skip
    path = tmp_path / "a.docx"
    path.write_bytes(render_docx(Page("a", "หัวข้อข่าว", "Headline", date(2024, 4, 10), "", rows)))
    return path


def test_word_table_cells_and_title_are_read(word):
    article = read_article(word)
    assert article.title == "หัวข้อข่าว"
    assert article.date == date(2024, 4, 10)
    cells = {p.layout.cell: p.text for p in article.paragraphs if p.kind is Kind.CELL}
    assert cells[0, 0] == "ไทย"
    assert cells[2, 0] == "ข้อความ สำคัญ ดู เว็บ"


def document(*paragraphs: str, **parts: str) -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    body = f'<w:document xmlns:w="{w}" xmlns:r="{r}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
    styles = (
        f'<w:styles xmlns:w="{w}"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{w}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7">'
        '<w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x" Target="https://example.org/" TargetMode="External"/>'
        "</Relationships>"
    )
    files = {
        "word/document.xml": body,
        "word/styles.xml": styles,
        "word/numbering.xml": numbering,
        "word/_rels/document.xml.rels": links,
    } | parts
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


WORD = document(
    '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>หัวข้อข่าว</w:t></w:r></w:p>',
    "<w:p><w:r><w:t>ข้อความ</w:t></w:r><w:r><w:tab/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>สำ</w:t></w:r>"
    "<w:r><w:rPr><w:bCs/></w:rPr><w:t>คัญ</w:t></w:r>"
    "<w:del><w:r><w:delText>ลบแล้ว</w:delText></w:r></w:del>"
    '<w:ins><w:r><w:t xml:space="preserve"> เพิ่ม</w:t></w:r></w:ins>'
    '<w:hyperlink r:id="rId1"><w:r><w:t>เว็บ</w:t></w:r></w:hyperlink></w:p>',
    '<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>ส่วนแรก</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    "<w:r><w:t>ข้อหนึ่ง</w:t></w:r></w:p>",
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    "<w:r><w:t>ข้อย่อย</w:t></w:r></w:p>",
)


def test_word_headings_lists_links_and_tracked_changes(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(WORD)
    article = read_article(path)
    assert shape(article) == [
        ("title", None, "หัวข้อข่าว"),
        ("paragraph", None, "ข้อความ สำคัญ เพิ่มเว็บ"),
        ("heading", (2, False), "ส่วนแรก"),
        ("list-item", (1, True), "ข้อหนึ่ง"),
        ("list-item", (2, True), "ข้อย่อย"),
    ]
    assert article.paragraphs[1].layout.marks == (
        Mark("สำคัญ", "strong"),
        Mark("เว็บ", "a", "https://example.org/"),
    )
    assert article.paragraphs[2].line == 3


def item(text, number, level):
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return f"<w:p><w:pPr><w:numPr>{place}</w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_word_list_inside_another_stays_inside_although_it_has_a_number_of_its_own(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(document(item("หนึ่ง", 7, 0), item("ย่อย", 8, 1), item("สอง", 7, 0), item("ใหม่", 9, 0)))
    layouts = [(p.layout.level, p.layout.group) for p in read_article(path).paragraphs]
    assert layouts == [(1, 1), (2, 1), (1, 1), (1, 2)]


BOMB = '<!DOCTYPE x [<!ENTITY a "ก">]><w:document xmlns:w="x"/>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK no zip", "not a Word document"),
        (document(**{"word/document.xml": BOMB}), "document type"),
        (document(**{"word/document.xml": "<w:p>"}), "not XML"),
        (document(**{"word/document.xml": "<x/>"}), "no body"),
        (document(**{"word/document.xml": '<?xml version="1.0" encoding="UTF-z"?><x/>'}), "not XML"),
    ],
    ids=["no zip", "entities", "broken xml", "no body", "an encoding that is none"],
)
def test_damaged_word_documents_are_errors_with_a_hint(tmp_path, data, message):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=message) as caught:
        read_article(path)
    assert caught.value.hint
    assert caught.value.path == str(path)


@pytest.mark.parametrize("damage", [b"\xff" * 40, b""], ids=["overwritten", "cut out"])
def test_a_word_document_whose_data_are_damaged(tmp_path, damage):
    path, text = tmp_path / "a.docx", "".join(map(chr, range(0x4E00, 0x5E00)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", text)
    data = path.read_bytes()
    path.write_bytes(data[:200] + damage + data[240:])
    with pytest.raises(SourceError, match="not a Word document"):
        read_article(path)


def test_a_zip_without_a_document_is_no_word_document(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("other.txt", "x")
    with pytest.raises(SourceError, match=r"no word/document\.xml"):
        read_article(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 200_000_001)
    with pytest.raises(SourceError, match="200 MB"):
        read_article(path)
