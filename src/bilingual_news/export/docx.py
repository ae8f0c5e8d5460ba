"""An article as a Word document: a table of two columns, Thai and English, findings as comments.

Written as Office Open XML (ECMA-376) with the standard library: five small parts need no dependency,
and the same article always gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from bilingual_news.export import wording
from bilingual_news.export.display import carried, clean, parts, safe_url
from bilingual_news.export.layout import blocks
from bilingual_news.messages import translations
from bilingual_news.thaidate import format_thai_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilingual_news.export.layout import Block, ItemList
    from bilingual_news.export.page import Page, Row
    from bilingual_news.model import Mark

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: Half of the A4 text width (210 mm less 2 × 20 mm), in twentieths of a point.
_COLUMN: Final = 4819
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
_FONTS: Final = '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="TH Sarabun New"/>'


@dataclass(slots=True)
class _Document:
    """What the body refers to while it is written.

    Attributes:
        language: Language of the labels.
        links: Addresses, in the order of their relationship ids.
        comments: Comments: the text of each.
        lists: Whether each list is numbered, by its number less one.
    """

    language: str
    links: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)


def render_docx(page: Page, language: str = "en") -> bytes:
    """The bytes of a .docx file for one article."""
    document = _Document(language)
    body = "".join(_body(page, document))
    parts_ = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml", "")]),
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": _root("styles", _styles()),
        "word/numbering.xml": _root("numbering", _numbering(document.lists)),
        "word/comments.xml": _root("comments", "".join(_comments(document.comments))),
        "word/_rels/document.xml.rels": _relations(
            [
                ("styles", "styles.xml", ""),
                ("numbering", "numbering.xml", ""),
                ("comments", "comments.xml", ""),
            ]
            + [("hyperlink", url, "External") for url in document.links]
        ),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts_.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), text.encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _body(page: Page, document: _Document) -> Iterator[str]:
    gettext = translations(document.language).gettext
    yield _paragraph(_text(page.title), "Title")
    if page.translated_title:
        yield _paragraph(_text(page.translated_title), "Subtitle")
    if page.title_row:
        yield _paragraph(_state(page.title_row, document) + _noted(page.title_row, document), "State")
    if page.date:
        from babel.dates import format_date

        english = format_date(page.date, "full", locale="en")
        yield _paragraph(_text(f"{format_thai_date(page.date)} · {english}"))
    if url := safe_url(page.url):
        yield _paragraph(_link(url, url, document))
    if not page.is_reviewed:
        yield _paragraph(_text(gettext(wording.NOTICES[page.status])), "Notice")
    rows = [
        _line(block, item, row, document)
        for block in blocks(page.rows)
        for item, row in _numbered(block, document)
    ]
    head = "".join(_cell(_paragraph(_text(name))) for name in ("ไทย", "English"))
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="{_COLUMN}"/><w:gridCol w:w="{_COLUMN}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{''.join(rows)}</w:tbl>{_paragraph('')}"
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
        'w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def _numbered(block: Block, document: _Document) -> Iterator[tuple[tuple[int, int], Row]]:
    """Rows of a block with number and depth of their list; 0 for no item, or one with its own marker."""
    if block.kind == "list":
        for items in block.lists:
            yield from _listed(items, document)
        return
    for rows in block.items:
        for row in rows:
            yield (0, 0), row


def _listed(items: ItemList, document: _Document) -> Iterator[tuple[tuple[int, int], Row]]:
    number = 0
    if not items.is_marked:
        document.lists.append(items.ordered)
        number = len(document.lists)
    for item in items.items:
        for position, row in enumerate(item.rows):
            yield ((number, items.depth) if position == 0 else (0, 0)), row
        for inner in item.lists:
            yield from _listed(inner, document)


def _line(block: Block, item: tuple[int, int], row: Row, document: _Document) -> str:
    style = f"Heading{block.level}" if block.kind == "heading" else ""
    thai = _paragraph(_runs(row.source, row.layout.marks, document), style, item)
    english = ""
    if row.target.strip():
        english = _paragraph(_runs(row.target, carried(row), document), style, item)
    english += _paragraph(_state(row, document) + _noted(row, document), "State")
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(thai)}{_cell(english)}</w:tr>"


def _cell(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_COLUMN}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _paragraph(runs: str, style: str = "", item: tuple[int, int] = (0, 0)) -> str:
    number, depth = item
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _runs(text: str, marks: Sequence[Mark], document: _Document) -> str:
    out = []
    for part in parts(text, (), marks):
        tag = part.mark.tag if part.mark else ""
        if part.mark and tag == "a" and (url := safe_url(part.mark.url)):
            out.append(_link(part.text, url, document))
        else:
            form = {"strong": "<w:b/><w:bCs/>", "em": "<w:i/><w:iCs/>"}.get(tag, "")
            out.append(_text(part.text, form))
    return "".join(out)


def _text(text: str, form: str = "") -> str:
    properties = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'


def _link(text: str, url: str, document: _Document) -> str:
    document.links.append(url)
    # Ids 1 to 3 are the styles, the numbering and the comments.
    run = _text(text, '<w:u w:val="single"/>')
    return f'<w:hyperlink r:id="rId{len(document.links) + 3}">{run}</w:hyperlink>'


def _state(row: Row, document: _Document) -> str:
    return _text(wording.label(row, document.language))


def _noted(row: Row, document: _Document) -> str:
    out = []
    for note in row.notes:
        out.append(f'<w:r><w:commentReference w:id="{len(document.comments)}"/></w:r>')
        document.comments.append(note)
    return "".join(out)


def _comments(notes: Iterable[str]) -> Iterator[str]:
    for number, note in enumerate(notes):
        text = _paragraph(_text(note))
        yield f'<w:comment w:id="{number}" w:author="bilingual-news" w:initials="bn">{text}</w:comment>'


def _style(name: str, label: str, form: str, paragraph: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{form}</w:rPr></w:style>"
    )


def _size(points: int) -> str:
    # Thai letters are drawn smaller than Latin ones of the same size: 4 points more read alike.
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2 + 8}"/>'


def _styles() -> str:
    bold = "<w:b/><w:bCs/>"
    headings = "".join(
        _style(f"Heading{level}", f"heading {level}", bold + _size(max(15 - level, 10)),
               f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>')
        for level in range(1, 7)
    )  # fmt: skip
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))  # fmt: skip
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}{_size(10)}<w:lang w:val="en-GB" w:bidi="th-TH"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + _style("Title", "Title", bold + _size(18))
        + _style("Subtitle", "Subtitle", _size(14))
        + _style("State", "State", '<w:color w:val="7A4300"/>' + _size(8))
        + _style("Notice", "Notice", bold)
        + headings
        + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
        + f"{sides}</w:tblBorders></w:tblPr></w:style>"
    )


def _numbering(lists: Sequence[bool]) -> str:
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{_levels(ordered=ordered)}</w:abstractNum>'
        for number, ordered in enumerate(lists, start=1)
    )
    return abstract + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, len(lists) + 1)
    )


def _levels(*, ordered: bool) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{"decimal" if ordered else "bullet"}"/>'
        f'<w:lvlText w:val="{_marker(level) if ordered else "•"}"/>'
        f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(9)
    )


def _marker(level: int) -> str:
    return f"%{level + 1}."


def _root(name: str, content: str) -> str:
    return f'{_HEAD}<w:{name} xmlns:w="{_W}" xmlns:r="{_R}">{content}</w:{name}>'


def _relations(items: Iterable[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target={quoteattr(target)}'
        f"{f' TargetMode={quoteattr(mode)}' if mode else ''}/>"
        for number, (kind, target, mode) in enumerate(items, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types() -> str:
    names = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "comments": "comments",
    }
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in names.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )
