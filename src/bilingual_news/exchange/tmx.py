"""TMX 1.4b: translation memory exchange (LISA OSCAR, 2005)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from bilingual_news import __version__
from bilingual_news.errors import ExchangeError
from bilingual_news.exchange import markup
from bilingual_news.exchange.rows import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SOURCE, _TARGET = "th", "en"
_PREVIOUS: Final = "x-previous"
_NEXT: Final = "x-next"
_ARTICLE: Final = "x-article"


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A translation unit of a TMX file.

    Attributes:
        source: Thai text.
        target: English text.
        previous: Segment before it, where the file says so.
        next: Segment after it, where the file says so.
        origin: Article, where the file says so.
    """

    source: str
    target: str
    previous: str = ""
    next: str = ""
    origin: str = ""


def read_tmx(path: Path) -> list[TmxUnit]:
    """The Thai–English units of a TMX file; units without both languages are left out.

    Raises:
        ExchangeError: If it is not a TMX file, or has no unit of these languages.
    """
    root = markup.parse(path, "tmx")
    units = [unit for tu in markup.descendants(root, "tu") for unit in _read_unit(tu)]
    if not units:
        message = "holds no unit with both Thai (th) and English (en)."
        raise ExchangeError(message, path=path, hint="Check the languages (xml:lang) of the file.")
    return units


def write_tmx(units: Iterable[TmxUnit]) -> bytes:
    """The bytes of a TMX 1.4b file."""
    root = ET.Element("tmx", {"version": "1.4"})
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "bilingual-news",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "PO",
            "adminlang": "en",
            "srclang": _SOURCE,
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    for unit in units:
        tu = ET.SubElement(body, "tu")
        for kind, value in ((_ARTICLE, unit.origin), (_PREVIOUS, unit.previous), (_NEXT, unit.next)):
            if value:
                ET.SubElement(tu, "prop", {"type": kind}).text = xml_text(value)
        for language, text in ((_SOURCE, unit.source), (_TARGET, unit.target)):
            variant = ET.SubElement(tu, "tuv", {"xml:lang": language})
            ET.SubElement(variant, "seg").text = xml_text(text)
    return markup.dump(root)


def _read_unit(tu: ET.Element) -> Iterator[TmxUnit]:
    texts: dict[str, list[str]] = {}
    for variant in markup.children(tu, "tuv"):
        language = variant.get(markup.XML_LANG) or variant.get("lang") or ""
        texts.setdefault(language.lower().replace("_", "-").split("-")[0], []).append(
            markup.child_text(variant, "seg").strip()
        )
    props = {prop.get("type", ""): markup.text_of(prop) for prop in markup.children(tu, "prop")}
    for source in texts.get(_SOURCE, ())[:1]:
        for target in texts.get(_TARGET, ()):
            if source and target:
                context = (props.get(_PREVIOUS, ""), props.get(_NEXT, ""))
                yield TmxUnit(source, target, *context, props.get(_ARTICLE, ""))
