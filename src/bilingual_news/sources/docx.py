"""Word documents (Office Open XML, ECMA-376): the text with headings, lists, tables and links.

Read with the standard library alone. A document type declaration is refused (no entity ever expands),
and so is an archive that unpacks to more than 200 MB.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from bilingual_news.errors import SourceError
from bilingual_news.model import Kind, Layout
from bilingual_news.sources.structure import Builder, Parsed, Run, with_title
from bilingual_news.thaidate import parse_thai_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
_LIMIT: Final = 200_000_000
#: What reading a damaged archive raises; EOFError where data of a part are cut off.
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
_HINT: Final = "Save it as .docx in your word processor and try again."
_HEADING = re.compile(r"heading\s*(\d)", re.IGNORECASE)
_DATED: Final = 400
_DATED_PARAGRAPHS: Final = 5


def parse_docx(data: bytes, path: Path) -> Parsed:
    """Read a Word document.

    Args:
        data: The whole file.
        path: Its name, for messages.

    Raises:
        SourceError: If it is not a Word document, or one that is not safe to read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _LIMIT:
                raise SourceError("unpacks to more than 200 MB.", path=path, hint="Remove its pictures.")
            package = _Package(archive, path)
            document = package.part("word/document.xml", required=True)
            reader = _Reader(package)
    except _DAMAGED as error:
        raise SourceError(f"not a Word document: {error}.", path=path, hint=_HINT) from error
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise SourceError("not a Word document: it has no body.", path=path, hint=_HINT)
    reader.blocks(body)
    paragraphs = reader.builder.paragraphs
    titled = next((p.text for p in paragraphs if p.kind is Kind.TITLE), "")
    title, found = with_title(titled or package.title, paragraphs)
    return Parsed(title, found, parse_thai_date(" ".join(p.text for p in found[:_DATED_PARAGRAPHS])[:_DATED]))


class _Package:
    """The parts of the archive that matter."""

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive = archive
        self._path = path
        self.styles = self._styles()
        self.ordered = self._numbering()
        relations = self.part("word/_rels/document.xml.rels")
        self.links = {
            item.get("Id", ""): item.get("Target", "")
            for item in (relations.iter(_RELATIONS) if relations is not None else ())
            if item.get("TargetMode") == "External"
        }
        core = self.part("docProps/core.xml")
        self.title = (core.findtext(f"{_DUBLIN_CORE}title") or "").strip() if core is not None else ""

    def part(self, name: str, *, required: bool = False) -> ET.Element | None:
        """One part, parsed; None for a missing one that is not required."""
        try:
            data = self._archive.read(name)
        except KeyError as error:
            if not required:
                return None
            raise SourceError(
                f"not a Word document: it has no {name}.", path=self._path, hint=_HINT
            ) from error
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise SourceError(f"{name} declares a document type, which Word never writes.", path=self._path,
                              hint=_HINT)  # fmt: skip
        try:
            return ET.fromstring(data)
        except (ET.ParseError, ValueError, LookupError) as error:  # of grammar, letters, encoding
            raise SourceError(f"{name} is not XML: {error}.", path=self._path, hint=_HINT) from error

    def _styles(self) -> dict[str, str]:
        """Style id → name; the names are English in every language of Word."""
        styles = self.part("word/styles.xml")
        found: dict[str, str] = {}
        for style in styles.iter(f"{W}style") if styles is not None else ():
            name = style.find(f"{W}name")
            found[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "") if name is not None else ""
        return found

    def _numbering(self) -> dict[str, dict[str, bool]]:
        """List id → level → whether that level is numbered."""
        numbering = self.part("word/numbering.xml")
        if numbering is None:
            return {}
        formats = {
            item.get(f"{W}abstractNumId", ""): {
                level.get(f"{W}ilvl", ""): _value(level, f"{W}numFmt") not in {"", "bullet", "none"}
                for level in item.iter(f"{W}lvl")
            }
            for item in numbering.iter(f"{W}abstractNum")
        }
        return {
            item.get(f"{W}numId", ""): formats.get(link.get(f"{W}val", ""), {})
            for item in numbering.iter(f"{W}num")
            if (link := item.find(f"{W}abstractNumId")) is not None
        }


class _Reader:
    """Turns the body into paragraphs."""

    def __init__(self, package: _Package) -> None:
        self.builder = Builder()
        self._package = package
        self._number = 0
        #: The list of the paragraph before: its key and its group.
        self._list: tuple[str, int] = ("", 0)

    def blocks(self, parent: ET.Element) -> None:
        """Read the blocks of a body or a container in it."""
        for element in parent:
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._table(element)
            elif element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins"}:
                self.blocks(element)

    def _paragraph(self, element: ET.Element) -> None:
        self._number += 1
        style = _value(element, f"{W}pPr/{W}pStyle")
        name = self._package.styles.get(style, style)
        kind, layout = Kind.PARAGRAPH, Layout()
        heading = _HEADING.match(name)
        numbered = _value(element, f"{W}pPr/{W}numPr/{W}numId")
        if name.lower() == "title":
            kind, layout = Kind.TITLE, Layout(level=1)
        elif heading:
            kind, layout = Kind.HEADING, Layout(level=int(heading[1]))
        elif (numbered and numbered != "0") or name.lower().startswith("list "):
            kind, layout = Kind.LIST_ITEM, self._item(element, numbered or name)
        else:
            self._list = ("", 0)
        self.builder.add(self._runs(element), self._number, kind, layout)

    def _item(self, element: ET.Element, key: str) -> Layout:
        level = _value(element, f"{W}pPr/{W}numPr/{W}ilvl") or "0"
        depth = int(level) + 1
        # A deeper list may be one of its own in Word; it still stands in the list before it.
        if not self._list[1] or (depth == 1 and self._list[0] != key):
            self._list = (key, self.builder.group())
        levels = self._package.ordered.get(key, {})
        ordered = levels.get(level, levels.get("0", "number" in key.lower()))
        return Layout(level=depth, ordered=ordered, group=self._list[1])

    def _table(self, element: ET.Element) -> None:
        group = self.builder.group()
        self._number += 1
        for line, row in enumerate(element.findall(f"{W}tr")):
            header = row.find(f"{W}trPr/{W}tblHeader") is not None
            for column, cell in enumerate(row.findall(f"{W}tc")):
                runs: list[Run] = []
                for paragraph in cell.iter(f"{W}p"):
                    runs += [*([Run(" ")] if runs else []), *self._runs(paragraph)]
                layout = Layout(group=group, cell=(line, column), header=header)
                self.builder.add(runs, self._number, Kind.CELL, layout)

    def _runs(self, element: ET.Element, url: str = "") -> Iterator[Run]:
        for child in element:
            if child.tag == f"{W}r":
                yield _run(child, url)
            elif child.tag == f"{W}hyperlink":
                yield from self._runs(child, self._package.links.get(child.get(f"{_R}id", ""), ""))
            elif child.tag in {f"{W}ins", f"{W}smartTag", f"{W}sdt", f"{W}sdtContent"}:
                yield from self._runs(child, url)


def _run(element: ET.Element, url: str) -> Run:
    words = "".join(
        (part.text or "") if part.tag == f"{W}t" else " "
        for part in element
        if part.tag in {f"{W}t", f"{W}tab", f"{W}br", f"{W}cr"}
    )
    if url:
        return Run(words, "a", url)
    for name, tag in (("b", "strong"), ("bCs", "strong"), ("i", "em"), ("iCs", "em")):
        mark = element.find(f"{W}rPr/{W}{name}")
        if mark is not None and mark.get(f"{W}val", "true") not in {"0", "false"}:
            return Run(words, tag)
    return Run(words)


def _value(element: ET.Element, path: str) -> str:
    found = element.find(path)
    return found.get(f"{W}val", "") if found is not None else ""
