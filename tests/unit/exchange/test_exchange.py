"""Exchange formats: out, edited, and back, with translate-toolkit as the judge."""

import csv
import io

import pytest
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry, text_hash
from bilingual_news.errors import ExchangeError
from bilingual_news.exchange.tmx import read_tmx, write_tmx
from bilingual_news.model import Unit
from bilingual_news.pipeline.exchange import read_sheet

ENTRIES = (
    Entry("ข่าวหนึ่ง", "Reviewed <b> & “quoted”."),
    Entry("ข่าวสอง", "Machine.", notes=("title", f"origin: mt m {text_hash('Machine.')}"), flags=("fuzzy",)),
    Entry("ข่าวสาม", "", translator_comment="Careful."),
    Entry("เก่า", "Old.", obsolete=True),
)
SUFFIX = {"xliff": ".xlf", "csv": ".csv", "xlsx": ".xlsx"}


@pytest.fixture
def catalog(project):
    path = project / "locales/en/LC_MESSAGES/77.po"
    path.parent.mkdir(parents=True)
    po.write_catalog(
        path, po.Catalog({"X-Article-Id": "77", "Content-Type": "text/plain; charset=UTF-8"}, ENTRIES)
    )
    return path


def export(run, project, kind, *options):
    assert run("export", kind, "-o", "out", *options).exit_code == 0
    return project / "out" / f"77{SUFFIX[kind]}"


def edit(path, edits):
    """Set target and state of segments, as a person does in a tool of the format."""
    if path.suffix == ".xlsx":
        import openpyxl

        book = openpyxl.load_workbook(path)
        for row in book.active.iter_rows(min_row=2):
            if row[1].value in edits:
                row[2].value, row[3].value = edits[row[1].value]
        book.save(path)
    elif path.suffix == ".csv":
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        rows = [[r[0], r[1], *edits.get(r[1], r[2:4]), *r[4:]] for r in rows]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    else:
        text = path.read_text(encoding="utf-8")
        for source, (target, state) in edits.items():
            head, tail = text.split(f">{source}</", 1)
            name = "final" if state == "reviewed" else "translated"
            if 'version="1.2"' in text:
                tail = tail.replace('state="new" />', f'state="{name}">{target}</target>', 1)
            else:
                at = head.rindex('state="')
                head = head[:at] + f'state="{name}" x="' + head[at + 7 :]
                tail = tail.replace("source>", f"source><target>{target}</target>", 1)
            text = f"{head}>{source}</{tail}"
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "options"), [("xliff", ("--version", "1.2")), ("xliff", ()), ("csv", ()), ("xlsx", ())]
)
def test_an_edited_file_comes_back(catalog, project, run, kind, options):
    path = export(run, project, kind, *options)
    before = catalog.read_bytes()
    assert run("import", path).exit_code == 0
    assert catalog.read_bytes() == before
    edit(path, {"ข่าวสาม": ("By hand.", "reviewed")})
    result = run("import", path)
    assert result.exit_code == 0, result.stderr
    entries = po.read_catalog(catalog).entries
    assert [(e.msgstr, e.fuzzy) for e in entries] == [
        ("Reviewed <b> & “quoted”.", False), ("Machine.", True), ("By hand.", False), ("Old.", False),
    ]  # fmt: skip
    assert entries[2].translator_comment == "Careful."


@pytest.mark.parametrize("options", [("--version", "1.2"), ()])
def test_translate_toolkit_reads_xliff(catalog, project, run, options):
    path = export(run, project, "xliff", *options)
    parser = Xliff2File if not options else xlifffile
    store = parser.parsefile(str(path))
    pairs = [(str(u.source), str(u.target or "")) for u in store.units if u.istranslatable()]
    assert pairs == [(e.msgid, e.msgstr) for e in ENTRIES if not e.obsolete]


def test_translate_toolkit_reads_tmx(tmp_path):
    units = [Unit("ข่าว", "News & <more>", "ก่อน", "หลัง", "7"), Unit("สอง", "Two\x0b")]
    path = tmp_path / "m.tmx"
    path.write_bytes(write_tmx(units))
    store = tmxfile.parsefile(str(path))
    assert [(u.source, u.target) for u in store.units] == [("ข่าว", "News & <more>"), ("สอง", "Two")]
    assert read_tmx(path) == units


def refuse(run, path, *expected):
    result = run("import", path)
    assert result.exit_code == 1
    for text in (path.name, *expected):
        assert text in result.stderr


def test_nothing_is_applied_of_a_file_that_does_not_fit(catalog, project, run):
    path = export(run, project, "csv")
    edit(path, {"ข่าวสาม": ("By hand.", "reviewed")})
    good = path.read_text(encoding="utf-8")
    before = catalog.read_bytes()
    lines = good.splitlines(keepends=True)
    for text, *expected in [
        (good.replace("77.", "78."), "article 78", "no catalog"),
        ("".join(lines[:-1]), "not in the file"),
        (good.replace("ข่าวหนึ่ง", "ข่าวอื่น"), "stale"),
        (good + lines[-1], "twice"),
        (good.replace("source", "quelle"), "lacks the column source"),
        (good.replace("reviewed", "done"), "unknown state", ":2"),
    ]:
        path.write_text(text, encoding="utf-8")
        refuse(run, path, *expected)
        assert catalog.read_bytes() == before


def test_a_translation_that_changed_meanwhile_is_not_overwritten(catalog, project, run):
    path = export(run, project, "csv")
    edit(path, {"ข่าวหนึ่ง": ("From the spreadsheet.", "reviewed")})
    catalog.write_text(
        catalog.read_text(encoding="utf-8").replace("Reviewed <b>", "Corrected <b>"), encoding="utf-8"
    )
    refuse(run, path, "changed in the catalog")
    assert "Corrected <b>" in catalog.read_text(encoding="utf-8")


def test_partial_import_leaves_out_what_does_not_fit(catalog, project, run):
    path = export(run, project, "csv")
    edit(path, {"ข่าวสาม": ("By hand.", "edited")})
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], lines[-1]]), encoding="utf-8")
    assert run("import", "--partial", path).exit_code == 0
    assert [(e.msgstr, e.fuzzy) for e in po.read_catalog(catalog).entries[2:3]] == [("By hand.", True)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlf", b"<xliff"),
        ("a.xlf", b"<tmx version='1.4'/>"),
        ("a.xlf", b"<xliff version='2.0'/>"),
        ("a.xlf", b"<!DOCTYPE x [<!ENTITY a 'b'>]><xliff/>"),
        ("a.xlsx", b"PK no"),
        ("a.csv", "id,source,target\n".encode("utf-16")),
        ("a.doc", b""),
    ],
)
def test_files_that_cannot_be_read(project, run, name, content):
    (project / name).write_bytes(content)
    refuse(run, project / name)


def test_markup_may_nest_deeper_than_the_interpreter_goes(tmp_path):
    path = tmp_path / "7.xlf"
    inside = "<g>" * 5000 + "b" + "</g>c" * 5000
    path.write_text(
        '<xliff version="2.0"><file original="7.po"><unit id="7.a.b"><segment><source>ก</source>'
        f"<target>a{inside}</target></segment></unit></file></xliff>",
        encoding="utf-8",
    )
    assert read_sheet(path).rows[0].target == "ab" + "c" * 5000


def test_formulas_stay_text(catalog, project, run):
    entry = Entry("ข่าว", "=1+1")
    po.write_catalog(catalog, po.Catalog({"X-Article-Id": "77"}, (entry,)))
    path = export(run, project, "csv")
    assert ",'=1+1," in path.read_text(encoding="utf-8-sig")
    assert run("import", path).exit_code == 0
    assert po.read_catalog(catalog).entries[0].msgstr == "=1+1"


def test_tmx_without_the_languages_is_refused(tmp_path):
    path = tmp_path / "a.tmx"
    path.write_text('<tmx version="1.4"><body><tu><tuv xml:lang="de"><seg>x</seg></tuv></tu></body></tmx>')
    with pytest.raises(ExchangeError, match="Thai"):
        read_tmx(path)
