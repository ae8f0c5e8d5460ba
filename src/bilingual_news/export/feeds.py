"""The site for machines: JSON, JSON-LD, Atom and sitemap. Each says what a person has not reviewed."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from bilingual_news import __version__
from bilingual_news.export import wording
from bilingual_news.export.display import clean, safe_url
from bilingual_news.messages import translations
from bilingual_news.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bilingual_news.export.page import Page, Row

_ATOM: Final = "http://www.w3.org/2005/Atom"
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
#: Namespace of the ids of articles without a source address.
_IDS: Final = uuid.UUID("5b0f8f5e-6f0e-5f0b-9a6e-3f6b1f1f7a10")
_EPOCH: Final = "1970-01-01T00:00:00Z"


def dumps(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """A JSON document, readable, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def embedded(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """JSON that can stand inside a script element: no character that could end it or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def quoted(name: str) -> str:
    """A file name as part of an address."""
    return quote(name, safe="")


def article_data(page: Page, language: str = "en") -> dict[str, Any]:
    """An article with its segments, as stored; `state` and `label` say who answers for the English."""
    return {
        "id": page.id,
        "title": {"th": page.title, "en": page.translated_title},
        "date": page.date.isoformat() if page.date else None,
        "url": page.url,
        "status": str(page.status),
        "reviewed": page.reviewed,
        "models": list(page.models),
        "terms_digest": page.terms_digest,
        "generator": f"bilingual-news {__version__}",
        "segments": [_segment(row, language) for row in page.rows],
    }


def _segment(row: Row, language: str) -> dict[str, Any]:
    layout = row.layout
    data: dict[str, Any] = {
        "number": row.number,
        "paragraph": row.paragraph,
        "kind": str(row.kind),
        "th": row.source,
        "en": row.target,
        "state": str(row.origin),
        "label": wording.label(row, language),
        "terms": [
            {"start": match.start, "end": match.end, "th": match.term.source, "en": match.term.target}
            for match in row.matches
        ],
        "findings": list(row.notes),
    }
    if row.kind is Kind.HEADING and layout.level:
        data["level"] = layout.level
    if row.kind is Kind.LIST_ITEM and layout.group:
        data |= {"list": layout.group, "ordered": layout.ordered, "depth": layout.level}
    if row.kind is Kind.CELL:
        data |= {"table": layout.group, "cell": list(layout.cell or ())}
    if layout.marks:
        data["marks"] = [{"text": m.text, "tag": m.tag, "url": safe_url(m.url)} for m in layout.marks]
    return data


def index_data(pages: Sequence[Page], names: Mapping[str, str]) -> dict[str, Any]:
    """The list of articles."""
    return {
        "generator": f"bilingual-news {__version__}",
        "articles": [
            {
                "id": page.id,
                "page": f"{quoted(names[page.id])}.html",
                "data": f"{quoted(names[page.id])}.json",
                "title": {"th": page.title, "en": page.translated_title},
                "date": page.date.isoformat() if page.date else None,
                "status": str(page.status),
                "segments": len(page.rows),
                "reviewed": page.reviewed,
                "topics": list(page.topics),
            }
            for page in pages
        ],
    }


def linked_data(page: Page, address: str) -> dict[str, Any]:
    """schema.org NewsArticle in both languages: the English is a translation of the Thai."""
    about: dict[str, Any] = {"datePublished": page.date.isoformat()} if page.date else {}
    where = safe_url(page.url)
    thai: dict[str, Any] = {"@type": "NewsArticle", "@id": where or f"{address}#th", "inLanguage": "th",
                            "headline": clean(page.title), **about}  # fmt: skip
    if where:
        thai["url"] = where
    status = wording.STATUSES[page.status]
    english: dict[str, Any] = {
        "@type": "NewsArticle", "@id": f"{address}#en", "inLanguage": "en",
        "headline": clean(page.translated_title or page.title), **about,
        "creativeWorkStatus": status, "translationOfWork": {"@id": thai["@id"]},
    }  # fmt: skip
    if address:
        english["url"] = address
    thai["workTranslation"] = {"@id": english["@id"]}
    return {"@context": "https://schema.org", "@graph": [thai, english]}


def updated(page: Page) -> str:
    """When a page last changed, RFC 3339: the later of its catalog's revision and its date."""
    dated = datetime.combine(page.date, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if page.date else _EPOCH
    return max(page.revised or _EPOCH, dated)


def atom(pages: Sequence[Page], names: Mapping[str, str], base: str, language: str) -> bytes:
    """An Atom feed (RFC 4287), newest change first; relative links where the address is unknown."""
    gettext = translations(language).gettext
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _text(feed, "title", "ข่าวสองภาษา · Bilingual news")
    _text(feed, "id", base or uuid.uuid5(_IDS, "feed").urn)
    _text(feed, "updated", max((updated(page) for page in pages), default=_EPOCH))
    _text(ET.SubElement(feed, f"{{{_ATOM}}}author"), "name", "bilingual-news")
    _text(feed, "generator", f"bilingual-news {__version__}")
    _link(feed, rel="self", href=f"{base}feed.xml")
    _link(feed, rel="alternate", href=f"{base}index.html")
    for page in sorted(pages, key=lambda page: (updated(page), page.id), reverse=True):
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _text(
            entry, "title", " · ".join(clean(title) for title in (page.translated_title, page.title) if title)
        )
        _text(entry, "id", safe_url(page.url) or uuid.uuid5(_IDS, page.id).urn)
        _text(entry, "updated", updated(page))
        if page.date:
            _text(entry, "published", f"{page.date.isoformat()}T00:00:00+07:00")
        _link(entry, rel="alternate", href=f"{base}{quoted(names[page.id])}.html", type="text/html")
        status = gettext(wording.STATUSES[page.status])
        _text(
            entry, "summary", f"[{status}] {clean(next((r.target or r.source for r in page.rows[1:]), ''))}"
        )
        ET.SubElement(entry, f"{{{_ATOM}}}category", term=str(page.status), label=status)
    return _document(feed, "", _ATOM)


def sitemap(pages: Sequence[Page], names: Mapping[str, str], base: str) -> bytes:
    """A sitemap (sitemaps.org 0.9) with the languages of each page."""
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    for name, page in [("index.html", None), ("glossary.html", None)] + [
        (f"{quoted(names[page.id])}.html", page) for page in pages
    ]:
        item = ET.SubElement(root, f"{{{_SITEMAP}}}url")
        ET.SubElement(item, f"{{{_SITEMAP}}}loc").text = base + name
        if page is not None:
            ET.SubElement(item, f"{{{_SITEMAP}}}lastmod").text = updated(page)
            for language in ("th", "en"):
                ET.SubElement(item, f"{{{_XHTML}}}link", rel="alternate", hreflang=language,
                              href=f"{base}{name}?view={language}")  # fmt: skip
    return _document(root, "xhtml", _SITEMAP)


def _document(root: ET.Element, prefix: str, namespace: str) -> bytes:
    if prefix:
        ET.register_namespace(prefix, _XHTML)
    ET.register_namespace("", namespace)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, **attributes: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", attributes)
