"""TBX-Basic, the exchange format of termbases (ISO 30042): write it, read it.

Written is the TBX-Basic of ISO 30042:2008 (`martif`, `termEntry`, `langSet`, `tig`), which
translate-toolkit, Weblate and the desktop tools read. Read are that, and the 2019 edition (`tbx`,
`conceptEntry`, `langSec`, `termSec`) in both its styles: DCA, where the category is the value of
`type`, and DCT, where it is the name of the element.

One row is one concept. Thai: the term (preferred), its variants (admitted). English: the target
(preferred), abbreviation, alternatives (admitted), forbidden forms (deprecated). What TBX-Basic has
no category for (dates, context words, priority, file order) travels in `note` elements that start
with the column's name, so that a round trip loses nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from bilingual_news.errors import GlossaryError
from bilingual_news.files import read_bytes
from bilingual_news.glossary.table import RowError, as_term
from bilingual_news.text import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bilingual_news.model import Term

Row = dict[str, str]
#: Text, status, term type and part of speech.
_Found = tuple[str, str, str, str]
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED, _ADMITTED, _DEPRECATED = (
    "preferredTerm-admn-sts",
    "admittedTerm-admn-sts",
    "deprecatedTerm-admn-sts",
)
#: Columns that are kept as `note` elements of the concept: "valid_from: 2022-01-27".
_NOTED: Final = ("case_sensitive", "valid_from", "valid_to", "context", "priority", "part_of_speech")
_NOTE = re.compile(rf"({'|'.join(_NOTED)}): (.*)", re.DOTALL)
#: Parts of speech of TBX-Basic; all others are "other" there and keep their name in a note.
_POS: Final = {"noun": "noun", "proper noun": "properNoun", "verb": "verb", "adjective": "adjective",
               "adverb": "adverb"}  # fmt: skip
_FROM_POS: Final = {value: key for key, value in _POS.items()}
_STATUSES: Final = {"preferred": _PREFERRED, "admitted": _ADMITTED, "notRecommended": _DEPRECATED,
                    "superseded": _DEPRECATED, "obsolete": _DEPRECATED,
                    "supersededTerm-admn-sts": _DEPRECATED}  # fmt: skip


def write_tbx(terms: Iterable[Term], title: str) -> bytes:
    """A TBX-Basic document of terms.

    Args:
        terms: The terms.
        title: Says what the document is.

    Returns:
        UTF-8 XML; the same terms give the same bytes.
    """
    root = ET.Element("martif", {"type": "TBX-Basic", _LANG: "en"})
    header = ET.SubElement(root, "martifHeader")
    file_desc = ET.SubElement(header, "fileDesc")
    ET.SubElement(ET.SubElement(file_desc, "titleStmt"), "title").text = title
    ET.SubElement(ET.SubElement(file_desc, "sourceDesc"), "p").text = "Exported by bilingual-news."
    encoding = ET.SubElement(header, "encodingDesc")
    ET.SubElement(encoding, "p", {"type": "XCSURI"}).text = "TBXBasicXCSV02.xcs"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, term in enumerate(terms, start=1):
        body.append(_entry(term, number))
    ET.indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
    return head.encode() + bytes(ET.tostring(root, encoding="utf-8")) + b"\n"


def _entry(term: Term, number: int) -> ET.Element:
    entry = ET.Element("termEntry", {"id": f"c{number}"})
    if term.domain:
        ET.SubElement(entry, "descrip", {"type": "subjectField"}).text = term.domain
    if term.evidence:
        if term.evidence.startswith(("http://", "https://")):
            ET.SubElement(
                entry, "xref", {"type": "externalCrossReference", "target": term.evidence}
            ).text = term.evidence
        else:
            ET.SubElement(entry, "note").text = f"evidence: {term.evidence}"
    for name in _NOTED:
        value = _noted(term, name)
        if value:
            ET.SubElement(entry, "note").text = f"{name}: {value}"
    if term.note:
        ET.SubElement(entry, "note").text = term.note
    thai = ET.SubElement(entry, "langSet", {_LANG: "th"})
    _tig(thai, term.source, term, _PREFERRED)
    for form in term.variants:
        _tig(thai, form, term, _ADMITTED)
    english = ET.SubElement(entry, "langSet", {_LANG: "en"})
    _tig(english, term.target, term, _PREFERRED)
    if term.abbreviation:
        _tig(english, term.abbreviation, term, _ADMITTED, "acronym")
    for form in term.alternatives:
        _tig(english, form, term, _ADMITTED)
    for form in term.forbidden:
        _tig(english, form, term, _DEPRECATED)
    return entry


def _noted(term: Term, name: str) -> str:
    value = getattr(term, name)
    if name == "part_of_speech" and value in _POS:
        return ""
    if name == "case_sensitive":
        return "yes" if value else ""
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value) if value else ""


def _tig(parent: ET.Element, text: str, term: Term, status: str, kind: str = "") -> None:
    tig = ET.SubElement(parent, "tig")
    ET.SubElement(tig, "term").text = text
    ET.SubElement(tig, "termNote", {"type": "partOfSpeech"}).text = _POS.get(term.part_of_speech, "other")
    ET.SubElement(tig, "termNote", {"type": "administrativeStatus"}).text = status
    if kind:
        ET.SubElement(tig, "termNote", {"type": "termType"}).text = kind


def read_tbx(path: Path) -> list[Row]:
    """Read a TBX file as rows of the CSV columns.

    Args:
        path: A TBX file of either edition, in DCA or DCT style.

    Raises:
        GlossaryError: If it cannot be read, is not TBX, or a concept lacks Thai or English or holds a
            value that the termbase does not know.
    """
    root = _parse(path)
    entries = [node for node in root.iter() if _name(node) in ("termEntry", "conceptEntry")]
    if _name(root) not in ("martif", "tbx"):
        message = f"the root element is {_name(root)!r}, expected 'martif' or 'tbx'."
        raise GlossaryError(message, path=path, hint="Export the termbase as TBX-Basic.")
    return [
        _usable(_row(entry, path, number), entry, path, number) for number, entry in enumerate(entries, 1)
    ]


def _usable(row: Row, entry: ET.Element, path: Path, number: int) -> Row:
    """A row that the termbase can read, once it stands in a CSV file."""
    fields = {name: stripped for name, value in row.items() if (stripped := value.strip())}
    problem = as_term(fields, path.as_posix(), number)
    if isinstance(problem, RowError):
        message = f"concept {entry.get('id') or number}: {problem.message}."
        raise GlossaryError(message, path=path, hint="Mend the concept; nothing was imported.")
    return row


def _parse(path: Path) -> ET.Element:
    content = read_bytes(path, GlossaryError)
    # Entities of a document type can be made to grow without end; no termbase needs its own.
    if b"<!ENTITY" in content:
        message = "declares XML entities, expected none."
        raise GlossaryError(message, path=path, hint="Remove them from the document type.")
    try:
        return ET.fromstring(content)
    except (ET.ParseError, ValueError, LookupError) as error:  # of grammar, letters, encoding
        message = f"not well-formed XML: {error}."
        line = error.position[0] if isinstance(error, ET.ParseError) else None
        raise GlossaryError(message, path=path, line=line, hint="Export the file again.") from error


def _row(entry: ET.Element, path: Path, number: int) -> Row:
    row: Row = {}
    for node in entry:
        _concept_field(node, row)
    thai, english = _terms(entry, "th"), _terms(entry, "en")
    if not thai or not english:
        lacking = "Thai" if not thai else "English"
        message = f"concept {entry.get('id') or number} has no {lacking} term."
        raise GlossaryError(message, path=path, hint="Give each concept a th and an en term.")
    row["source"], *variants = (text for text, _, _, _ in _preferred_first(thai))
    row["variants"] = ";".join(variants)
    accepted = _preferred_first([term for term in english if term[1] != _DEPRECATED])
    if not accepted:
        message = f"concept {entry.get('id') or number} has only deprecated English terms."
        raise GlossaryError(message, path=path, hint="Mark one of them as preferred.")
    row["target"] = accepted[0][0]
    rest = accepted[1:]
    short = next((text for text, _, kind, _ in rest if kind in ("acronym", "abbreviation", "initialism")), "")
    row["abbreviation"] = short
    row["alternatives"] = ";".join(text for text, _, _, _ in rest if text != short)
    row["forbidden"] = ";".join(text for text, status, _, _ in english if status == _DEPRECATED)
    row.setdefault("part_of_speech", _FROM_POS.get(thai[0][3], ""))
    return row


def _concept_field(node: ET.Element, row: Row) -> None:
    text = " ".join("".join(node.itertext()).split())
    kind = node.get("type") or _name(node)
    if kind == "subjectField":
        row["domain"] = text
    elif kind in ("externalCrossReference", "xGraphic") or _name(node) == "xref":
        row["evidence"] = node.get("target") or text
    elif _name(node) in ("descripGrp", "adminGrp"):
        for child in node:
            _concept_field(child, row)
    elif _name(node) == "note":
        match = _NOTE.fullmatch(text)
        if match:
            row[match[1]] = match[2].replace("; ", ";")
        elif text.startswith("evidence: "):
            row["evidence"] = text.removeprefix("evidence: ")
        else:
            row["note"] = " ".join(filter(None, (row.get("note", ""), text)))


def _terms(entry: ET.Element, language: str) -> list[_Found]:
    """Text, status, term type and part of speech of the terms of a language."""
    return [
        found
        for section in entry
        if _name(section) in ("langSet", "langSec") and _language(section) == language
        for node in section.iter()
        if _name(node) in ("tig", "ntig", "termSec") and (found := _term(node))
    ]


def _language(section: ET.Element) -> str:
    return (section.get(_LANG) or section.get("lang") or "").lower().partition("-")[0]


def _term(node: ET.Element) -> _Found | None:
    text = status = kind = pos = ""
    for child in node.iter():
        value = "".join(child.itertext()).strip()
        category = child.get("type") or _name(child)
        if _name(child) == "term":
            text = normalize(value)
        elif category == "administrativeStatus":
            status = _STATUSES.get(value, value)
        elif category == "termType":
            kind = value
        elif category == "partOfSpeech":
            pos = value
    return (text, status, kind, pos) if text else None


def _preferred_first(terms: list[_Found]) -> list[_Found]:
    return sorted(terms, key=lambda term: term[1] != _PREFERRED)


def _name(node: ET.Element) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]
