"""Reading and writing XML for the exchange formats, with the standard library."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from bilingual_news.errors import ExchangeError, reason
from bilingual_news.exchange.rows import NOT_XML
from bilingual_news.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
#: Where a document type stands.
_PROLOG: Final = 65_536
#: What a file that is not XML shows itself by; an encoding that expat does not know is a ValueError.
_UNREADABLE: Final = (ET.ParseError, ValueError, LookupError)
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: `cp` of XLIFF 2.0 (section 4.2.3.1), and what stands for it in XLIFF 1.2 and TMX 1.4b, which have none.
CODE_POINT_2: Final = '<cp hex="{0:04X}"/>'
CODE_POINT_1: Final = '<x id="cp{1}" ctype="x-cp-{0:04X}"/>'
CODE_POINT_TMX: Final = '<ph type="x-cp-{0:04X}"/>'
#: Attributes that hold the code, in these three.
_CODE_IN: Final = ("hex", "ctype", "type")
#: Surrogates are no characters, and a text with one could not be written.
_CODE_POINT: Final = re.compile(r"(?:x-cp-)?((?!00D[89A-F]|D[89A-F])(?:00)?[0-9A-F]{4})", re.IGNORECASE)
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
    _refuse_entities(path, data[:_PROLOG])
    try:
        root = ET.fromstring(data)  # entity declarations are refused above
    except _UNREADABLE as error:
        raise _not_xml(path, error) from error
    _require_root(path, root, expected)
    return root


def elements(path: Path, expected: str, name: str) -> Iterator[ET.Element]:
    """The elements of a name of a large file, in order; each is gone when the next one is asked for.

    Args:
        path: The file.
        expected: Name of the root element, without namespace.
        name: Name of the elements.

    Raises:
        ExchangeError: As `parse`; it may come after the first elements.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        message = f"cannot be read: {reason(error)}."
        raise ExchangeError(message, path=path, hint="Check the path and permissions.") from error
    with file:
        _refuse_entities(path, file.read(_PROLOG))
        file.seek(0)
        parents: list[ET.Element] = []
        try:
            for event, element in ET.iterparse(file, ("start", "end")):
                if event == "start":
                    if not parents:
                        _require_root(path, element, expected)
                    parents.append(element)
                    continue
                parents.pop()
                if local(element) == name:
                    yield element
                    parents[-1].clear()
        except _UNREADABLE as error:
            raise _not_xml(path, error) from error


def _refuse_entities(path: Path, head: bytes) -> None:
    # UTF-16 puts a zero byte beside each letter.
    if _ENTITY.search(head.replace(b"\0", b"")):
        message = "declares XML entities, which no file of this kind needs."
        raise ExchangeError(message, path=path, hint="Save it again from the tool it comes from.")


def _require_root(path: Path, root: ET.Element, expected: str) -> None:
    if local(root) != expected:
        message = f"expected a <{expected}> file, found <{local(root)}>."
        raise ExchangeError(message, path=path, line=1, hint="Check that it is the right file.")


def _not_xml(path: Path, error: Exception) -> ExchangeError:
    line = error.position[0] if isinstance(error, ET.ParseError) else None
    hint = "Save it again from the tool it comes from; nothing was changed."
    return ExchangeError(f"is not XML: {error}.", path=path, line=line, hint=hint)


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
    """The text of an element, inline markup left out and its native codes too.

    Characters that XML cannot carry, and that `dump` wrote as elements, are among it.
    """
    parts = [element.text or ""]
    # Not by recursion: a file may nest deeper than the interpreter goes.
    waiting = _inside(element)
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            parts.append(item)
        elif local(item) not in _CODES:
            parts.append(item.text or "")
            waiting += _inside(item)
        elif match := _CODE_POINT.fullmatch(next(filter(None, map(item.get, _CODE_IN)), "")):
            parts.append(chr(int(match[1], 16)))
    return "".join(parts)


def _inside(element: ET.Element) -> list[ET.Element | str]:
    """The children of an element and the texts behind them, the last one first."""
    found: list[ET.Element | str] = []
    for child in reversed(element):
        found += (child.tail or "", child)
    return found


def dump(root: ET.Element, code_point: str = "") -> bytes:
    """The bytes of an XML document: declaration, UTF-8, indented, the same for the same tree.

    Args:
        root: The tree.
        code_point: What stands for a character of its text that XML cannot carry: an element with places
            for its four hex digits and for a number of its own.
    """
    ET.indent(root)
    text = carried(ET.tostring(root, encoding="unicode"), code_point)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def carried(text: str, code_point: str) -> str:
    """The text of an XML tree with what stands for the characters that XML cannot carry, or changes.

    Args:
        text: The tree as text.
        code_point: As for `dump`.
    """
    numbers = count(1)
    text = NOT_XML.sub(lambda match: code_point.format(ord(match[0]), next(numbers)), text)
    # A reader takes a bare carriage return for a line feed.
    return text.replace("\r", "&#13;")
