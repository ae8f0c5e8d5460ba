"""A static site: one self-contained page an article, and an index.

Everything is escaped by the template engine; there is no script and no request to anywhere. The one
style sheet stands inside the page and is allowed by its hash in the Content-Security-Policy.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from bilingual_news import __version__
from bilingual_news.files import write_atomically
from bilingual_news.model import Kind, Origin
from bilingual_news.thaidate import format_thai_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from bilingual_news.export.page import Page, Row
    from bilingual_news.model import Term

LABELS: Final = {
    Origin.MACHINE: "Machine translation, not reviewed",
    Origin.MEMORY: "From translation memory, not reviewed",
    Origin.EDITED: "Edited, not yet reviewed",
    Origin.REVIEWED: "Reviewed",
    Origin.EMPTY: "Not translated yet",
}


def write_site(pages: Sequence[Page], folder: Path) -> list[Path]:
    """Write the pages and their index; other files in the folder are left alone.

    Returns:
        The files written, the index last.

    Raises:
        WriteError: If a file cannot be written.
    """
    written = []
    for page in pages:
        path = folder / f"{page.id}.html"
        write_atomically(path, render_page(page).encode())
        written.append(path)
    index = folder / "index.html"
    write_atomically(index, render_index(pages).encode())
    return [*written, index]


def render_page(page: Page) -> str:
    """The HTML of one article."""
    return _render("article.html", page=page, paragraphs=_paragraphs(page.rows), url=_safe_url(page.url))


def render_index(pages: Sequence[Page]) -> str:
    """The HTML of the index, newest article first, those without a date last."""
    ordered = sorted(pages, key=lambda page: (page.date is not None, page.date or 0, page.id), reverse=True)
    return _render("index.html", pages=ordered)


def _render(name: str, **values: Any) -> str:  # noqa: ANN401 - template values
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text: str = (
        _environment()
        .get_template(name)
        .render(style=style, style_hash=digest, labels=LABELS, version=__version__, **values)
    )
    return text


@cache
def _environment() -> Any:  # noqa: ANN401 - imported lazily
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("bilingual_news.export"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["thai_date"] = format_thai_date
    environment.filters["english_date"] = _english_date
    environment.filters["marked"] = _marked
    return environment


@cache
def _style() -> str:
    sheet = resources.files("bilingual_news.export") / "templates" / "site.css"
    return sheet.read_text(encoding="utf-8")


def _english_date(day: date) -> str:
    from babel.dates import format_date

    return str(format_date(day, "full", locale="en"))


def _safe_url(url: str) -> str:
    """The address if it is http(s), else nothing: other schemes can run code."""
    return url if urlsplit(url).scheme in {"http", "https"} else ""


def _paragraphs(rows: Sequence[Row]) -> list[tuple[Kind, list[Row]]]:
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.paragraph)]
    return [(group[0].kind, group) for group in groups]


def _marked(row: Row) -> list[tuple[str, Term | None]]:
    """The Thai text in parts, those that are terms with their term."""
    parts: list[tuple[str, Term | None]] = []
    end = 0
    for match in row.matches:
        parts += [(row.source[end : match.start], None), (row.source[match.start : match.end], match.term)]
        end = match.end
    parts.append((row.source[end:], None))
    return [(text, term) for text, term in parts if text]
