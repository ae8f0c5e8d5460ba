"""The published files: valid, safe, honest, complete, and small enough."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import html5lib
import pytest

from bilingual_news.errors import ExportError
from bilingual_news.export.html import Site, anchor
from bilingual_news.export.layout import blocks
from bilingual_news.export.page import Page, Row, Status
from bilingual_news.model import Kind, Layout, Mark, Origin, Term, TermMatch

MINISTRY = Term(
    "กระทรวงการคลัง", "Ministry of Finance", "MOF", domain="ministry", evidence="https://www.mof.go.th/"
)
EVIL = (
    "</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    "\u202e\u2066{{ 7*7 }}&amp;\x00\uffff"
)
EVIL_TERM = Term(EVIL, EVIL, EVIL, note=EVIL, domain=EVIL, evidence="javascript:alert(1)")
MARKS = (
    Mark("ASEAN", "a", "https://asean.org/"),
    Mark("99", "strong"),
    Mark("xss", "a", "javascript:alert(1)"),
)


def row(number, thai, english="English text.", origin=Origin.MACHINE, kind=Kind.PARAGRAPH, **more):
    return Row(thai, english, origin, kind, number, number=number, **more)


def page(name="1", *rows, **more):
    rows = rows or (
        row(1, "หัวข้อข่าว", "Headline", kind=Kind.TITLE),
        row(2, "กระทรวงการคลังแถลง", matches=(TermMatch(MINISTRY, 0, 14),)),
    )
    values = {
        "title": "หัวข้อข่าว",
        "translated_title": "Headline",
        "date": date(2022, 1, 27),
        "url": "https://example.go.th/1",
    }
    return Page(name, rows=rows, **(values | more))


def files(*pages, **more):
    return dict(Site(pages or (page(),), **more).files())


STRUCTURED = page(
    "2",
    row(1, "หัวข้อ", kind=Kind.TITLE),
    row(2, "ส่วนแรก", kind=Kind.HEADING, layout=Layout(level=4)),
    row(3, "ข้อหนึ่ง", kind=Kind.LIST_ITEM, layout=Layout(1, True, 1)),
    row(4, "ข้อสอง", kind=Kind.LIST_ITEM, layout=Layout(2, True, 1)),
    row(5, "1) ข้อมีเลข", kind=Kind.LIST_ITEM),
    row(6, "ปี", kind=Kind.CELL, layout=Layout(group=2, cell=(0, 0), header=True)),
    row(7, "2565", kind=Kind.CELL, layout=Layout(group=2, cell=(1, 0))),
    row(8, "งบ", kind=Kind.CELL, layout=Layout(group=2, cell=(1, 1))),
    row(9, "ดู ASEAN ที่ 99 และ xss", "See ASEAN at 99 and xss.",
        layout=Layout(marks=MARKS)),
)  # fmt: skip
HOSTILE = page(
    "3",
    row(1, EVIL, EVIL, kind=Kind.TITLE),
    row(2, EVIL, EVIL, matches=(TermMatch(EVIL_TERM, 0, 8),) * 2),
    title=EVIL, translated_title=EVIL, url="javascript:alert(1)", models=(EVIL,), date=None,
)  # fmt: skip
SITES = {
    "plain": (page(),),
    "structured": (STRUCTURED,),
    "hostile": (HOSTILE,),
    "empty": (),
    "untranslated": (page("4", row(1, "ข่าว", "", Origin.EMPTY)),),
}


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("name", SITES)
def test_every_page_is_valid_html(name, language):
    for path, content in Site(
        SITES[name], language=language, embed_font=True, base_url="https://x.example/"
    ).files():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(content.decode())


@pytest.mark.parametrize("name", SITES)
def test_every_feed_and_document_parses(name):
    for path, content in Site(SITES[name], base_url="https://x.example/").files():
        if path.endswith(".xml"):
            ET.fromstring(content)
        elif path.endswith(".json"):
            json.loads(content)


def test_hostile_text_stays_text():
    for path, content in files(HOSTILE).items():
        if not path.endswith(".html"):
            continue
        tree = html5lib.parse(content.decode(), namespaceHTMLElements=False)
        scripts = list(tree.iter("script"))
        assert [s.get("type") for s in scripts if s.get("type") != "application/ld+json"] == [None]
        assert not list(tree.iter("img"))
        for element in tree.iter():
            assert not any(name.startswith("on") or name == "style" for name in element.keys())  # noqa: SIM118
            assert not (element.get("href") or "").startswith("javascript")
        assert "\u202e" not in content.decode()
        assert "alert(1)" in "".join(tree.itertext())


def test_policy_allows_exactly_the_style_and_script_of_the_page():
    import base64
    import hashlib

    for content in (c.decode() for p, c in files().items() if p.endswith(".html")):
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', content)[1].replace("&#39;", "'")
        for tag in ("style", "script"):
            [inner] = re.findall(f"<{tag}>(.*?)</{tag}>", content, re.DOTALL)
            digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{digest}'" in policy
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_nothing_is_loaded_from_anywhere():
    for path, content in files(embed_font=True).items():
        if path.endswith(".html"):
            text = content.decode()
            assert not re.search(
                r"<(?:img|iframe|object|embed|audio|video|source)\b|<script[^>]+src=|@import", text
            )
            assert not re.search(r"url\((?!data:)", text)


def test_font_is_embedded_only_when_asked():
    assert b"font/woff2" not in files()["1.html"]
    assert b"font/woff2" in files(embed_font=True)["1.html"]


def test_structure_comes_out_as_structure():
    tree = html5lib.parse(files(STRUCTURED)["2.html"].decode(), namespaceHTMLElements=False)
    article = tree.find(".//article")
    assert [h.text for h in article.iter("h2")] == ["ส่วนแรก", "English text."]
    assert len(article.findall(".//ol/li")) == 2
    assert len(article.findall(".//ul/li")) == 1
    assert [len(line) for line in article.iter("tr")] == [2, 2]
    assert [
        (a.get("href"), a.text)
        for a in article.iter("a")
        if (a.get("href") or "").startswith("https://asean")
    ] == [("https://asean.org/", "ASEAN")] * 2
    assert [s.text for s in article.iter("strong")] == ["99", "99"]
    assert "javascript" not in files(STRUCTURED)["2.html"].decode()


def test_markup_of_a_term_comes_back_on_its_english():
    marked = row(2, "กระทรวงการคลังแถลง", "The MOF said.", matches=(TermMatch(MINISTRY, 0, 14),),
                 layout=Layout(marks=(Mark("กระทรวงการคลัง", "strong"),)))  # fmt: skip
    assert b"The <strong>MOF</strong> said." in files(page("1", marked))["1.html"]


def test_linked_data_has_both_languages_and_the_state():
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', files()["1.html"].decode())
    thai, english = json.loads(data)["@graph"]
    assert (thai["inLanguage"], english["inLanguage"]) == ("th", "en")
    assert english["translationOfWork"]["@id"] == thai["@id"] == "https://example.go.th/1"
    assert english["creativeWorkStatus"] == "Machine translation, not reviewed"


def test_head_names_both_languages_and_opens_a_graph():
    text = files(base_url="https://x.example/")["1.html"].decode()
    for part in (
        'hreflang="th" href="https://x.example/1.html?view=th"',
        'hreflang="en" href="https://x.example/1.html?view=en"',
        'rel="canonical" href="https://x.example/1.html"',
        'property="og:title" content="Headline"',
        'type="application/json" href="1.json"',
    ):
        assert part in text


def test_json_beside_the_page_holds_the_segments_and_their_state():
    data = json.loads(files()["1.json"])
    assert data["status"] == "machine"
    assert [(s["th"], s["en"], s["state"], s["label"]) for s in data["segments"]][1] == (
        "กระทรวงการคลังแถลง", "English text.", "mt", "Machine translation, not reviewed",
    )  # fmt: skip
    assert data["segments"][1]["terms"][0]["en"] == "Ministry of Finance"


def test_atom_feed_labels_what_is_not_reviewed():
    feed = ET.fromstring(files(base_url="https://x.example/")["feed.xml"])
    atom = "{http://www.w3.org/2005/Atom}"
    entry = feed.find(f"{atom}entry")
    assert entry.findtext(f"{atom}summary").startswith("[Machine translation, not reviewed]")
    assert entry.findtext(f"{atom}updated") == "2022-01-27T00:00:00Z"
    assert feed.findtext(f"{atom}id")


def test_sitemap_needs_an_address():
    assert "sitemap.xml" not in files()
    assert b"https://x.example/1.html" in files(base_url="https://x.example/")["sitemap.xml"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("index", "index-article.html"),
        ("../../etc/passwd", "etc-passwd.html"),
        ("ข่าว ๑", "ข่าว-๑.html"),
        ("...", "article.html"),
    ],
)
def test_no_article_leaves_the_folder_or_takes_a_name_of_the_site(name, file):
    assert file in files(page(name))


def test_two_articles_with_one_file_are_refused():
    with pytest.raises(ExportError, match="both be written"):
        files(page("a b"), page("a-b"))


def test_notes_of_terms_are_english_on_a_thai_page_too():
    noted = row(2, "กระทรวงการคลัง", matches=(TermMatch(replace(MINISTRY, note="Not the Treasury."), 0, 14),))
    made = files(page("1", noted), language="th")
    for name in ("1.html", "glossary.html"):
        assert re.search(r'lang="en">\s*Not the Treasury\.', made[name].decode())


def test_ui_language_changes_the_words_of_the_site_only():
    thai = files(language="th")["1.html"].decode()
    assert '<html lang="th">' in thai
    assert "เครื่องแปล ยังไม่ได้ตรวจทาน" in thai
    assert "English text." in thai


def test_sixty_segments_fit_into_100_kb():
    long = "กระทรวงการคลังแถลงว่าเศรษฐกิจดิจิทัลของประเทศขยายตัวอย่างต่อเนื่องในไตรมาสที่ผ่านมา " * 2
    rows = tuple(row(n, long, "The Ministry of Finance said the digital economy kept growing. " * 3,
                     matches=(TermMatch(MINISTRY, 0, 14),)) for n in range(1, 61))  # fmt: skip
    assert len(files(page("1", *rows))["1.html"]) <= 100_000


def test_same_articles_give_the_same_bytes():
    assert files() == files()


@pytest.mark.parametrize(
    ("origins", "status"),
    [
        ([Origin.REVIEWED, Origin.REVIEWED], Status.REVIEWED),
        ([Origin.REVIEWED, Origin.MACHINE], Status.PARTIAL),
        ([Origin.EDITED, Origin.MACHINE], Status.PARTIAL),
        ([Origin.MACHINE, Origin.EMPTY], Status.MACHINE),
        ([Origin.EMPTY, Origin.EMPTY], Status.EMPTY),
    ],
)
def test_status_of_an_article(origins, status):
    rows = [row(n, "ก", "" if o is Origin.EMPTY else "a", o) for n, o in enumerate(origins)]
    assert page("1", *rows).status is status


def test_undated_articles_come_last_and_terms_keep_their_anchor():
    site = Site((page("1", date=None), page("2")))
    assert [p.id for p in site.ordered] == ["2", "1"]
    assert anchor(MINISTRY) == anchor(replace(MINISTRY, note="changed"))


def item(number, level, *, ordered=False, group=1):
    return row(number, f"ข้อ {number}", kind=Kind.LIST_ITEM, layout=Layout(level, ordered, group))


def nested(lists):
    """Lists as (ordered, [(row number, inner lists), …])."""
    return [(it.ordered, [(i.rows[0].number, nested(i.lists)) for i in it.items]) for it in lists]


NESTINGS = {
    "flat": ([item(1, 1), item(2, 1)], [(False, [(1, []), (2, [])])]),
    "inner": (
        [item(1, 1), item(2, 2), item(3, 2), item(4, 1)],
        [(False, [(1, [(False, [(2, []), (3, [])])]), (4, [])])],
    ),
    "bullets inside numbers": (
        [item(1, 1, ordered=True), item(2, 2), item(3, 1, ordered=True)],
        [(True, [(1, [(False, [(2, [])])]), (3, [])])],
    ),
    "three levels": (
        [item(1, 1), item(2, 2), item(3, 3)],
        [(False, [(1, [(False, [(2, [(False, [(3, [])])])])])])],
    ),
    "skipped level": ([item(1, 1), item(2, 3)], [(False, [(1, [(False, [(2, [])])])])]),
    "begins deep": ([item(1, 2), item(2, 1)], [(False, [(1, []), (2, [])])]),
    "kinds take turns": (
        [item(1, 1), item(2, 1, ordered=True), item(3, 1)],
        [(False, [(1, [])]), (True, [(2, [])]), (False, [(3, [])])],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), NESTINGS.values(), ids=NESTINGS)
def test_lists_nest_as_in_the_source(rows, expected):
    [block] = blocks(rows)
    assert nested(block.lists) == expected


def test_nested_lists_are_nested_on_the_page():
    rows = [item(1, 1, ordered=True), item(2, 2), item(3, 1, ordered=True)]
    content = files(page("5", *rows))["5.html"].decode()
    html5lib.HTMLParser(strict=True).parse(content)
    article = html5lib.parse(content, namespaceHTMLElements=False).find(".//article")
    assert len(article.findall("./ol/li")) == 2
    assert len(article.findall("./ol/li/ul/li")) == 1
