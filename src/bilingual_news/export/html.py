"""A static site: a page an article, an index, a glossary, and the same for machines.

Everything is escaped by the template engine. Style and script stand inside each page and are allowed
by their hashes in the Content-Security-Policy; nothing is ever requested from elsewhere. Pages read
in full without the script.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from bilingual_news import __version__
from bilingual_news.errors import ExportError
from bilingual_news.export import display, feeds, wording
from bilingual_news.export.layout import blocks
from bilingual_news.export.page import Status
from bilingual_news.messages import translations
from bilingual_news.text import slugify
from bilingual_news.thaidate import BE_OFFSET, MONTHS, format_thai_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bilingual_news.export.page import Page, Row
    from bilingual_news.model import Term

#: Names of the site's own files, which no article may take.
_RESERVED: Final = frozenset({"index", "glossary", "feed", "sitemap"})
_TOPICS_SHOWN: Final = 12
_NAME_LENGTH: Final = 120


@dataclass(frozen=True)
class Site:
    """What is published.

    Attributes:
        pages: The articles.
        language: Language of the user interface, th or en.
        base_url: Address at which the site will stand, with a final slash; empty if unknown.
        embed_font: Whether to embed a Thai font for readers whose system has none.
        live: A script to add for a local preview, which may ask its own server for changes.
    """

    pages: tuple[Page, ...]
    language: str = "en"
    base_url: str = ""
    embed_font: bool = False
    live: str = ""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the site: name and content.

        Raises:
            ExportError: If two articles would be written to one file.
        """
        names = self.names
        for page in self.pages:
            yield f"{names[page.id]}.html", self.article(page).encode()
            yield f"{names[page.id]}.json", feeds.dumps(feeds.article_data(page, self.language)).encode()
        yield "glossary.html", self.glossary().encode()
        yield "index.json", feeds.dumps(feeds.index_data(self.pages, names)).encode()
        yield "feed.xml", feeds.atom(self.pages, names, self.base_url, self.language)
        if self.base_url:
            yield "sitemap.xml", feeds.sitemap(self.pages, names, self.base_url)
        yield "index.html", self.index().encode()

    @cached_property
    def names(self) -> dict[str, str]:
        """File name without suffix by article id."""
        names: dict[str, str] = {}
        taken: dict[str, str] = {}
        for page in self.pages:
            name = slugify(page.id, limit=_NAME_LENGTH) or "article"
            name = f"{name}-article" if name in _RESERVED else name
            if name in taken:
                message = f"articles {taken[name]} and {page.id} would both be written to {name}.html."
                raise ExportError(message, hint="Publish one of them, or give one another id.")
            names[page.id] = taken[name] = name
        return names

    @cached_property
    def ordered(self) -> tuple[Page, ...]:
        """The articles, newest first, those without a date last."""
        dated = sorted((p for p in self.pages if p.date), key=lambda p: (p.date, p.id), reverse=True)
        return (*dated, *sorted((p for p in self.pages if not p.date), key=lambda p: p.id))

    def article(self, page: Page) -> str:
        """The HTML of one article."""
        numbers = {term: number for number, term in enumerate(page.terms, start=1)}
        firsts: dict[int, tuple[int, int]] = {}
        for row in page.rows:
            for match in row.matches:
                firsts.setdefault(numbers[match.term], (row.number, match.start))
        name = self.names[page.id]
        address = f"{self.base_url}{feeds.quoted(name)}.html" if self.base_url else ""
        return self._render(
            "article.html", here=name, page=page, blocks=blocks(page.rows), numbers=numbers, firsts=firsts,
            name=f"{feeds.quoted(name)}.html", stem=feeds.quoted(name), address=address,
            notices=wording.translated(wording.NOTICES, self.language),
            description=self._description(page),
            linked_data=feeds.embedded(feeds.linked_data(page, address)),
        )  # fmt: skip

    def index(self) -> str:
        """The HTML of the index."""
        counts = {status: sum(p.status is status for p in self.pages) for status in Status}
        statuses = {status: count for status, count in counts.items() if count}
        topics = self._topics()
        classes = {
            page.id: " ".join(
                [f"status-{page.status}"] + [f"topic-{topics[t][0]}" for t in page.topics if t in topics]
            )
            for page in self.pages
        }
        chosen = [f"status-{status}" for status in statuses] + [
            f"topic-{name}" for name, _ in topics.values()
        ]
        return self._render(
            "index.html", style=self._style + _filter_rules(chosen), here="index", pages=self.pages,
            months=[(month, list(group)) for month, group in groupby(self.ordered, key=_month)],
            statuses=statuses, topics=topics, classes=classes, address=self.base_url,
        )  # fmt: skip

    def glossary(self) -> str:
        """The HTML of the glossary: the terms that occur, with the articles they occur in."""
        used: dict[Term, list[Page]] = {}
        for page in self.ordered:
            for term in page.terms:
                used.setdefault(term, []).append(page)
        terms = sorted(used.items(), key=lambda item: _thai_key(item[0].source))
        return self._render("glossary.html", here="glossary", terms=terms)

    def _topics(self) -> dict[str, tuple[str, int]]:
        """Topic → its name in classes, and how many articles have it; the most frequent ones."""
        counts: dict[str, int] = {}
        for page in self.pages:
            for topic in page.topics:
                counts[topic] = counts.get(topic, 0) + 1
        frequent = sorted(counts, key=lambda topic: (-counts[topic], topic))[:_TOPICS_SHOWN]
        return {topic: (slugify(topic) or "other", counts[topic]) for topic in frequent}

    def _description(self, page: Page) -> str:
        status = translations(self.language).gettext(wording.STATUSES[page.status])
        return display.clean(f"{page.title} — {status}")

    @cached_property
    def _style(self) -> str:
        return _asset("site.css") + (_font_rules() if self.embed_font else "")

    @cached_property
    def _environment(self) -> Any:  # noqa: ANN401 - imported lazily
        environment = make_environment(self.language)
        environment.globals.update(
            lang=self.language, version=__version__, names=self.names,
            labels=wording.translated(wording.LABELS, self.language),
            status_labels=wording.translated(wording.STATUSES, self.language),
            script=_asset("site.js") + self.live,
        )  # fmt: skip
        return environment

    def _render(self, template: str, **values: Any) -> str:  # noqa: ANN401 - template values
        style = values.pop("style", self._style)
        policy = _policy(style, _asset("site.js") + self.live, font=self.embed_font, live=bool(self.live))
        text: str = self._environment.get_template(template).render(style=style, policy=policy, **values)
        return text


def make_environment(language: str) -> Any:  # noqa: ANN401 - imported lazily
    """The template engine with the messages of a language."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("bilingual_news.export"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    topics = wording.translated(wording.TOPICS, language)
    environment.filters |= {
        "clean": display.clean,
        "safe_url": display.safe_url,
        "thai": lambda text: display.glue(display.clean(text)),
        "parts": lambda row: display.parts(row.source, row.matches, row.layout.marks),
        "english_parts": _english_parts,
        "anchor": anchor,
        "topic_label": lambda topic: topics.get(topic, display.clean(topic)),
        "thai_date": format_thai_date,
        "thai_month": lambda day: f"{MONTHS[day.month - 1]} {day.year + BE_OFFSET}",
        "english_date": lambda day: _english_date(day, "full"),
        "english_month": lambda day: _english_date(day, "LLLL y"),
    }
    return environment


def anchor(term: Term) -> str:
    """The fragment of a term on the glossary page; the same in every run."""
    return "t-" + hashlib.sha256(f"{term.source}\0{term.target}".encode()).hexdigest()[:10]


def _english_parts(row: Row) -> Iterator[display.Part]:
    return display.parts(row.target, (), display.carried(row))


def _english_date(day: date, form: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, form, locale="en"))


def _month(page: Page) -> date | None:
    return page.date.replace(day=1) if page.date else None


def _thai_key(text: str) -> str:
    """Dictionary order of the Royal Institute in short: a leading vowel sorts after its consonant."""
    chars = list(text)
    for position in range(len(chars) - 1):
        if chars[position] in "เแโใไ" and chars[position + 1] >= "ก":
            chars[position], chars[position + 1] = chars[position + 1], chars[position]
    return "".join(chars)


def _filter_rules(names: Sequence[str]) -> str:
    """Style rules that filter the index without the script."""
    rules = (
        f"main:has(#{name}:checked) :is(.index li:not(.{name}), .month:not(:has(.{name})))"
        " { display: none; }\n"
        for name in names
    )
    return "".join(rules)


def _font_rules() -> str:
    """The embedded Thai font: Sarabun, Thai glyphs only (SIL OFL 1.1, see fonts/OFL.txt)."""
    rules = []
    for weight in (400, 700):
        data = (
            resources.files("bilingual_news.export") / "fonts" / f"sarabun-thai-{weight}.woff2"
        ).read_bytes()
        rules.append(
            f'@font-face {{ font-family: "Sarabun Embedded"; font-weight: {weight}; '
            "unicode-range: U+0E01-0E5B, U+25CC; "
            f"src: url(data:font/woff2;base64,{base64.b64encode(data).decode()}) format('woff2'); }}\n"
        )
    return "/* Sarabun, Copyright 2018 The Sarabun Project Authors, SIL Open Font License 1.1 */\n" + "".join(
        rules
    )


def _policy(style: str, script: str, *, font: bool, live: bool) -> str:
    rules = [
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        *(["font-src data:"] if font else []),
        *(["connect-src 'self'"] if live else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(rules)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (resources.files("bilingual_news.export") / "templates" / name).read_text(encoding="utf-8")
