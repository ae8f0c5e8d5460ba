"""Reading and writing XML for the exchange formats, with the standard library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bilingual_news.errors import ExchangeError
from bilingual_news.files import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Elements of TMX and XLIFF whose content is code of a native format, not text.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "cp", "sc", "ec"})


def parse(path: Path, expected: str) -> ET.Element:
    """The root element of an XML file.

    Args:
        path: The file.
        expected: Name of the root element, without namespace.

    Raises:
        ExchangeError: If it cannot be read, is not XML, declares entities or is of another format.
    """
    data = read_bytes(path, ExchangeError)
    if _ENTITY.search(data[:65536]):
        message = "declares XML entities, which no file of this kind needs."
        raise ExchangeError(message, path=path, hint="Save it again from the tool it comes from.")
    try:
        root = ET.fromstring(data)  # entity declarations are refused above
    except ET.ParseError as error:
        message = f"is not XML: {error}."
        hint = "Save it again from the tool it comes from; nothing was changed."
        raise ExchangeError(message, path=path, line=error.position[0], hint=hint) from error
    if local(root) != expected:
        message = f"expected a <{expected}> file, found <{local(root)}>."
        raise ExchangeError(message, path=path, line=1, hint="Check that it is the right file.")
    return root


def local(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: ET.Element, name: str) -> list[ET.Element]:
    """The child elements of a name, in any namespace."""
    return [child for child in element if local(child) == name]


def descendants(element: ET.Element, name: str) -> list[ET.Element]:
    """The elements of a name at any depth, in document order."""
    return [child for child in element.iter() if local(child) == name]


def child_text(element: ET.Element, name: str) -> str:
    """The text of the first child of a name; empty without one."""
    return next((text_of(child) for child in children(element, name)), "")


def text_of(element: ET.Element) -> str:
    """The text of an element, inline markup left out and its native codes too."""
    parts = [element.text or ""]
    for child in element:
        if local(child) not in _CODES:
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def dump(root: ET.Element) -> bytes:
    """The bytes of an XML document: declaration, UTF-8, indented, the same for the same tree."""
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
