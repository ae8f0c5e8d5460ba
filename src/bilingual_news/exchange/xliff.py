"""XLIFF 1.2 (OASIS 2008) and 2.0 (OASIS 2014, with the glossary module)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from bilingual_news.errors import ExchangeError
from bilingual_news.exchange import markup
from bilingual_news.exchange.rows import Row, Sheet, xml_text

if TYPE_CHECKING:
    from pathlib import Path

_V1: Final = "urn:oasis:names:tc:xliff:document:1.2"
_V2: Final = "urn:oasis:names:tc:xliff:document:2.0"
_GLOSSARY: Final = "urn:oasis:names:tc:xliff:glossary:2.0"
#: Our state → state and state-qualifier of XLIFF 1.2.
_STATES_1: Final = {
    "empty": ("new", ""),
    "machine": ("needs-review-translation", "leveraged-mt"),
    "memory": ("needs-review-translation", "leveraged-tm"),
    "edited": ("translated", ""),
    "reviewed": ("final", ""),
}
#: Our state → state of XLIFF 2.0; subState tells the rest.
_STATES_2: Final = {
    "empty": "initial",
    "machine": "translated",
    "memory": "translated",
    "edited": "translated",
    "reviewed": "reviewed",
}
_REVIEWED: Final = {"final", "signed-off", "reviewed"}


def write_xliff(sheet: Sheet, version: str = "2.0") -> bytes:
    """The bytes of an XLIFF file.

    Args:
        sheet: The rows of a catalog.
        version: 1.2 or 2.0.
    """
    if version.startswith("1"):
        return markup.dump(_version_1(sheet), markup.CODE_POINT_1)
    return markup.dump(_version_2(sheet), markup.CODE_POINT_2)


def read_xliff(path: Path) -> Sheet:
    """The rows of an XLIFF 1.2 or 2.x file; `state` is `reviewed` or `edited`.

    Raises:
        ExchangeError: If it is not XLIFF of one article.
    """
    root = markup.parse(path, "xliff")
    files = markup.descendants(root, "file")
    if len(files) != 1:
        message = f"expected one <file> with the segments of one article, found {len(files)}."
        raise ExchangeError(message, path=path, hint="Import one file an article.")
    article = (files[0].get("original") or "").removesuffix(".po")
    units = markup.descendants(files[0], "trans-unit")
    rows = [_read_1(unit) for unit in units] or [
        _read_2(unit) for unit in markup.descendants(files[0], "unit")
    ]
    return Sheet(article, tuple(rows), str(path))


def _version_1(sheet: Sheet) -> ET.Element:
    ET.register_namespace("", _V1)
    root = ET.Element(f"{{{_V1}}}xliff", {"version": "1.2"})
    file = ET.SubElement(
        root,
        f"{{{_V1}}}file",
        {
            "original": f"{sheet.article}.po",
            "source-language": "th",
            "target-language": "en",
            "datatype": "po",
        },
    )
    header = ET.SubElement(file, f"{{{_V1}}}header")
    terms = dict.fromkeys(term for row in sheet.rows for term in row.terms)
    if terms:
        glossary = ET.SubElement(header, f"{{{_V1}}}glossary")
        internal = ET.SubElement(glossary, f"{{{_V1}}}internal-file", {"form": "text/tab-separated-values"})
        internal.text = "\n".join(f"{xml_text(thai)}\t{xml_text(english)}" for thai, english in terms)
    body = ET.SubElement(file, f"{{{_V1}}}body")
    for row in sheet.rows:
        approved = "yes" if row.state == "reviewed" else "no"
        unit = ET.SubElement(body, f"{{{_V1}}}trans-unit", {"id": row.id, "approved": approved})
        ET.SubElement(unit, f"{{{_V1}}}source", {"xml:lang": "th"}).text = row.source
        state, qualifier = _STATES_1[row.state]
        attributes = {"xml:lang": "en", "state": state}
        if qualifier:
            attributes["state-qualifier"] = qualifier
        ET.SubElement(unit, f"{{{_V1}}}target", attributes).text = row.target
        for note in row.notes:
            ET.SubElement(unit, f"{{{_V1}}}note", {"from": "bilingual-news"}).text = xml_text(note)
    return root


def _version_2(sheet: Sheet) -> ET.Element:
    ET.register_namespace("", _V2)
    ET.register_namespace("gls", _GLOSSARY)
    root = ET.Element(f"{{{_V2}}}xliff", {"version": "2.0", "srcLang": "th", "trgLang": "en"})
    file = ET.SubElement(root, f"{{{_V2}}}file", {"id": "f1", "original": f"{sheet.article}.po"})
    for row in sheet.rows:
        unit = ET.SubElement(file, f"{{{_V2}}}unit", {"id": row.id})
        if row.terms:
            glossary = ET.SubElement(unit, f"{{{_GLOSSARY}}}glossary")
            for thai, english in row.terms:
                entry = ET.SubElement(glossary, f"{{{_GLOSSARY}}}glossEntry")
                ET.SubElement(entry, f"{{{_GLOSSARY}}}term").text = xml_text(thai)
                ET.SubElement(entry, f"{{{_GLOSSARY}}}translation").text = xml_text(english)
        if row.notes:
            notes = ET.SubElement(unit, f"{{{_V2}}}notes")
            for note in row.notes:
                ET.SubElement(notes, f"{{{_V2}}}note").text = xml_text(note)
        attributes = {"state": _STATES_2[row.state], "subState": f"bn:{row.state}"}
        segment = ET.SubElement(unit, f"{{{_V2}}}segment", attributes)
        ET.SubElement(segment, f"{{{_V2}}}source").text = row.source
        if row.target:
            ET.SubElement(segment, f"{{{_V2}}}target").text = row.target
    return root


def _read_1(unit: ET.Element) -> Row:
    target = next(iter(markup.children(unit, "target")), None)
    state = target.get("state", "") if target is not None else ""
    # An editor that knows `approved` only sets it; one that knows states only sets these.
    is_reviewed = unit.get("approved") == "yes" or state in _REVIEWED
    text = markup.text_of(target) if target is not None else ""
    return Row(unit.get("id", ""), markup.child_text(unit, "source"), text, _state(is_reviewed))


def _read_2(unit: ET.Element) -> Row:
    segments = markup.descendants(unit, "segment")
    source = " ".join(markup.child_text(segment, "source") for segment in segments)
    target = " ".join(markup.child_text(segment, "target") for segment in segments)
    # Segments that a tool has split, of which not all are translated.
    target = target.strip() if len(segments) > 1 else target
    is_reviewed = bool(segments) and all(segment.get("state", "") in _REVIEWED for segment in segments)
    return Row(unit.get("id", ""), source, target, _state(is_reviewed))


def _state(is_reviewed: bool) -> str:  # noqa: FBT001 - the one fact that it names
    return "reviewed" if is_reviewed else "edited"
