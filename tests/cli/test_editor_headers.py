"""Catalogs as Poedit, Weblate and Lokalize leave them: their header, their order, their wrapping stay."""

import subprocess

import pytest

from bilingual_news.catalog import po

ARTICLE = "42109"
#: Header fields in the order in which each program writes them, those of its own included.
HEADERS = {
    "Poedit": (
        "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date",
        "Last-Translator", "Language-Team", "Language", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Plural-Forms", "X-Generator", "X-Poedit-SourceCharset",
        "X-Poedit-Basepath", "X-Poedit-SearchPath-0",
    ),
    "Weblate": (
        "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date",
        "Last-Translator", "Language-Team", "Language", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Plural-Forms", "X-Generator",
    ),
    "Lokalize": (
        "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date",
        "Last-Translator", "Language-Team", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        "Language", "Plural-Forms", "X-Environment", "X-Accelerator-Marker", "X-Text-Markup", "X-Generator",
    ),
}  # fmt: skip


@pytest.fixture
def catalog(with_article, run):
    project = with_article(ARTICLE)
    assert run("translate", "--no-mt", "--no-memory").exit_code == 0
    return project / "locales/en/LC_MESSAGES" / f"{ARTICLE}.po"


def saved_by(program, path):
    """Rewrite the header as the program does; returns its fields in order."""
    old = po.read_catalog(path)
    fields = {name: old.metadata.get(name, f"of {program}") for name in HEADERS[program]}
    fields["X-Generator"] = f"{program} 1.0"
    fields |= {name: value for name, value in old.metadata.items() if name not in fields}
    path.write_bytes(po.render(po.Catalog(fields, old.entries, old.header_comment, header=old.header)))
    return list(fields)


def change_article(path):
    article = path.parents[3] / "articles" / f"{ARTICLE}.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("ที่มา :", "ฝนตกหนักในจังหวัดน่าน\n\nที่มา :"), encoding="utf-8")


@pytest.mark.gettext
@pytest.mark.parametrize("program", HEADERS)
def test_the_order_of_header_fields_stays(catalog, run, program):
    order = saved_by(program, catalog)
    change_article(catalog)
    assert run("translate", "--no-mt", "--no-memory").exit_code == 0
    metadata = po.read_catalog(catalog).metadata
    assert list(metadata) == order
    assert metadata["X-Generator"] == f"{program} 1.0"
    check = ["msgfmt", "--check", "--check-format", "-o", "/dev/null", catalog]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.gettext
@pytest.mark.parametrize("width", [76, 80])
def test_strings_keep_the_wrapping_of_an_editor(catalog, run, width):
    wrap = ["msgcat", f"--width={width}", catalog]
    catalog.write_bytes(subprocess.run(wrap, check=True, capture_output=True).stdout)
    before = catalog.read_text(encoding="utf-8")
    # All segments but the title move down a line: their references change, their strings do not.
    article = catalog.parents[3] / "articles" / f"{ARTICLE}.txt"
    lines = article.read_text(encoding="utf-8").splitlines(keepends=True)
    article.write_text("".join([lines[0], "\n", *lines[1:]]), encoding="utf-8")
    assert run("translate", "--no-mt", "--no-memory").exit_code == 0
    after = catalog.read_text(encoding="utf-8")
    assert after != before

    def strings(text):
        return [line for line in text.split("\n")[25:] if line.startswith(('"', "msg"))]

    assert strings(after) == strings(before)


def test_a_term_that_does_not_occur_changes_no_revision_date(with_article, run, monkeypatch):
    """Feed readers take an article for new when its revision date moves."""
    project = with_article("84477")
    run("translate", "--no-mt")
    path = project / "locales" / "en" / "LC_MESSAGES" / "84477.po"
    before = po.read_header(path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    (project / "glossaries" / "x.csv").write_text("source,target\nไม่มีในข่าว,absent\n", encoding="utf-8")
    run("translate", "--no-mt")
    after = po.read_header(path)
    assert after == before
    (project / "glossaries" / "x.csv").write_text("source,target\nภัยออนไลน์,online threat\n", encoding="utf-8")
    run("translate", "--no-mt")
    assert po.read_header(path)["PO-Revision-Date"] > before["PO-Revision-Date"]


@pytest.mark.gettext
@pytest.mark.parametrize("charset", ["TIS-620", "CHARSET", "ASCII"])
def test_a_header_that_names_another_encoding_is_put_right(catalog, run, charset):
    catalog.write_bytes(catalog.read_bytes().replace(b"charset=UTF-8", f"charset={charset}".encode(), 1))
    assert run("translate", "--no-mt", "--no-memory").exit_code == 0
    assert po.read_header(catalog)["Content-Type"] == "text/plain; charset=UTF-8"
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", catalog], check=True)


def test_a_header_that_names_it_in_another_way_stays(catalog, run):
    catalog.write_bytes(catalog.read_bytes().replace(b"charset=UTF-8", b"charset=utf-8", 1))
    before = catalog.read_bytes()
    assert run("translate", "--no-mt", "--no-memory").exit_code == 0
    assert catalog.read_bytes() == before
