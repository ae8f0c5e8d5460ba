"""TMX 1.4b: translation memory exchange (LISA OSCAR, 2005)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from bilingual_news import __version__
from bilingual_news.errors import ExchangeError
from bilingual_news.exchange import markup
from bilingual_news.exchange.rows import xml_text
from bilingual_news.model import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SOURCE, _TARGET = "th", "en"
_PREVIOUS: Final = "x-previous"
_NEXT: Final = "x-next"
_ARTICLE: Final = "x-article"
#: Previous segment, next segment and origin: our names, and those of OmegaT's alternative translations.
_PROPS: Final = ((_PREVIOUS, "prev"), (_NEXT, "next"), (_ARTICLE, "file"))
#: What programs put around a text to indent it; a control character there is somebody's text.
_XML_SPACE: Final = " \t\r\n"
_THREE_LETTERS: Final = {"tha": "th", "eng": "en"}


def read_tmx(path: Path) -> list[Unit]:
    """The units of a TMX file; see `iter_tmx`."""
    return list(iter_tmx(path))


def iter_tmx(path: Path) -> Iterator[Unit]:
    """The Thai–English units of a TMX file, one at a time: the memory needed does not grow with the file.

    Languages match whatever their region and case (TH-TH, en_GB), inline codes are left out, and units
    without both languages too. Several English variants are several units. Neighbours are read from our
    properties and from OmegaT's.

    Raises:
        ExchangeError: If it cannot be read, is not a TMX file, or has no unit of these languages. The
            error may come after the first units.
    """
    count = 0
    for tu in markup.elements(path, "tmx", "tu"):
        for unit in _read_unit(tu):
            count += 1
            yield unit
    if not count:
        message = "holds no unit with both Thai (th) and English (en)."
        raise ExchangeError(message, path=path, hint="Check the languages (xml:lang) of the file.")


def write_tmx(units: Iterable[Unit]) -> bytes:
    """The bytes of a TMX 1.4b file; units become text one by one, so that many fit into memory."""
    header = {
        "creationtool": "bilingual-news", "creationtoolversion": __version__, "segtype": "sentence",
        "o-tmf": "PO", "adminlang": "en", "srclang": _SOURCE, "datatype": "plaintext",
    }  # fmt: skip
    head = ET.tostring(ET.Element("header", header), encoding="unicode")
    body = "".join(map(_tu, units))
    lines = '<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">', f"  {head}"
    text = f"  <body>\n{body}  </body>" if body else "  <body />"
    return "\n".join([*lines, text, "</tmx>", ""]).encode()


def _tu(unit: Unit) -> str:
    tu = ET.Element("tu")
    for kind, value in ((_ARTICLE, unit.origin), (_PREVIOUS, unit.previous), (_NEXT, unit.next)):
        if value:
            # No element may stand here; neighbours are hints, and do without what XML cannot carry.
            ET.SubElement(tu, "prop", {"type": kind}).text = xml_text(value)
    for language, text in ((_SOURCE, unit.source), (_TARGET, unit.target)):
        variant = ET.SubElement(tu, "tuv", {"xml:lang": language})
        ET.SubElement(variant, "seg").text = text
    ET.indent(tu, level=2)
    text = markup.carried(ET.tostring(tu, encoding="unicode").rstrip(), markup.CODE_POINT_TMX)
    return f"    {text}\n"


def _read_unit(tu: ET.Element) -> Iterator[Unit]:
    texts: dict[str, list[str]] = {}
    for variant in markup.children(tu, "tuv"):
        language = (variant.get(markup.XML_LANG) or variant.get("lang") or "").lower()
        text = markup.child_text(variant, "seg").strip(_XML_SPACE)
        code = language.replace("_", "-").split("-")[0]
        if text.strip():
            texts.setdefault(_THREE_LETTERS.get(code, code), []).append(text)
    props = {prop.get("type", ""): markup.text_of(prop) for prop in markup.children(tu, "prop")}
    previous, following, origin = (
        next((props[name] for name in names if name in props), "") for names in _PROPS
    )
    for source in texts.get(_SOURCE, ())[:1]:
        for target in dict.fromkeys(texts.get(_TARGET, ())):
            yield Unit(source, target, previous, following, "_".join(origin.split()))
