"""TMX: what we write is valid to the letter, what others write is read, and nothing is half read."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.tmx import tmxfile

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry
from bilingual_news.errors import ExchangeError
from bilingual_news.exchange.rows import xml_text
from bilingual_news.exchange.tmx import iter_tmx, read_tmx, write_tmx
from bilingual_news.model import Unit
from tests.unit.exchange.tmx14 import problems

UNITS = [
    Unit("ข่าว <b> & “ไทย”", "News & <more>", "ก่อน", "หลัง", "7"),
    Unit("สอง\nบรรทัด", "Two\nlines"),
    Unit("สาม", "\x0bThree\ud800"),
]
#: White space that programs put around a text.
OUTER = " \t\r\n"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: xml_text(t).strip())


def file(tmp_path, content, encoding="utf-8"):
    path = tmp_path / "a b.tmx"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


@pytest.mark.parametrize("units", [[], UNITS[:1], UNITS])
def test_what_we_write_is_valid_tmx_14b(units):
    assert problems(write_tmx(units)) == []


INVALID = {
    "version": ('version="1.4"', 'version="1.1"', "not <tmx version='1.4'>"),
    "no source language": (' srclang="th"', "", "<header> without srclang"),
    "attribute of another standard": ("<tu>", '<tu id="1">', "<tu> with id"),
    "order": ("</seg>\n      </tuv>", "</seg>\n<note>n</note></tuv>", "children 'seg note'"),
    "text between": ("<body>", "<body>text", "<body> with text"),
    "unknown element": ("<seg>", "<seg><g/>", "unknown <g>"),
    "language name": ('xml:lang="th"', 'xml:lang="thai language"', "language 'thai language'"),
    "unit without the source language": ('xml:lang="th"', 'xml:lang="lo"', "a unit without th"),
    "kind of segment": ('segtype="sentence"', 'segtype="line"', "segtype"),
}


@pytest.mark.parametrize("name", INVALID)
def test_the_judge_sees_what_is_invalid(name):
    old, new, expected = INVALID[name]
    text = write_tmx(UNITS).decode()
    assert old in text
    assert any(expected in problem for problem in problems(text.replace(old, new)))


@given(st.lists(st.builds(Unit, TEXT, TEXT, st.just("") | TEXT, st.just("") | TEXT), min_size=1, max_size=5))
def test_any_text_is_valid_and_comes_back(tmp_path_factory, units):
    data = write_tmx(units)
    assert problems(data) == []
    path = file(tmp_path_factory.mktemp("tmx"), data)
    ours = [(u.source.strip(OUTER), u.target.strip(OUTER)) for u in units]
    assert [(u.source, u.target) for u in read_tmx(path)] == ours
    # The peer leaves elements out, and drops what it deems blank, which is more than we do.
    theirs = [(str(u.source).strip(), str(u.target).strip()) for u in tmxfile.parsefile(str(path)).units]
    assert theirs == [(xml_text(u.source).strip(), xml_text(u.target).strip()) for u in units]


#: Texts that XML cannot carry, or changes, and the elements in which they stand.
CONTROLS = {
    "within a word": ("Two\x0bwords", 'Two<ph type="x-cp-000B"/>words'),
    "at the ends": ("\x1fNews\x01", '<ph type="x-cp-001F"/>News<ph type="x-cp-0001"/>'),
    "several in a row": (
        "a\x07\x08\x0cb",
        'a<ph type="x-cp-0007"/><ph type="x-cp-0008"/><ph type="x-cp-000C"/>b',
    ),
    "no characters of Unicode": ("a\ufffeb\uffff", 'a<ph type="x-cp-FFFE"/>b<ph type="x-cp-FFFF"/>'),
    "a carriage return": ("a\r\nb\rc", "a&#13;\nb&#13;c"),
    "what looks like it": ('<ph type="x-cp-0001"/>', '&lt;ph type="x-cp-0001"/&gt;'),
    "a no-break space at an end": ("News\xa0", "News\xa0"),
}


@pytest.mark.parametrize(("text", "stands"), CONTROLS.values(), ids=CONTROLS)
def test_what_xml_cannot_carry_comes_back_letter_by_letter(tmp_path, text, stands):
    units = [Unit("ข่าว", text, "ก่อน", "หลัง", "7"), Unit(f"ข่าว {text}ใหม่", "News")]
    data = write_tmx(units)
    assert f"<seg>{stands}</seg>" in data.decode()
    assert problems(data) == []
    assert read_tmx(file(tmp_path, data)) == units


@pytest.mark.parametrize("code", ["x-cp-D800", "x-cp-0", "x-cp-110000", "bold", ""])
def test_another_placeholder_is_left_out(tmp_path, code):
    data = write_tmx([Unit("ข่าว", "a\x01b")]).replace(b"x-cp-0001", code.encode())
    assert read_tmx(file(tmp_path, data)) == [Unit("ข่าว", "ab")]


def test_a_neighbour_does_without_what_xml_cannot_carry(tmp_path):
    data = write_tmx([Unit("ข่าว", "News", "ก่\x01อน", "\x0b")])
    assert problems(data) == []
    assert read_tmx(file(tmp_path, data)) == [Unit("ข่าว", "News", "ก่อน", "")]


def test_a_translation_with_control_characters_survives_the_memory(project, run):
    """Out as TMX, into the memory of another project, and into its catalog."""
    path = project / "locales/en/LC_MESSAGES/77.po"
    path.parent.mkdir(parents=True)
    po.write_catalog(path, po.Catalog({"X-Article-Id": "77"}, (Entry("ถนน", "a\x0broad\x1f"),)))
    for command in ("memory export -o all.tmx", "export tmx -o out", "export omegat -o job"):
        assert run(*command.split()).exit_code == 0
    assert read_tmx(project / "all.tmx") == [Unit("ถนน", "a\x0broad\x1f", origin="77")]
    for written in ("out/77.tmx", "job/tm/reviewed.tmx"):
        assert (project / written).read_bytes() == (project / "all.tmx").read_bytes()
    path.unlink()
    assert run("memory", "import", "all.tmx").exit_code == 0
    (project / "articles" / "8.txt").write_text("ถนน\n", encoding="utf-8")
    assert run("translate", "--no-mt").exit_code == 0
    [catalog] = path.parent.glob("*.po")
    assert "a\x0broad\x1f" in [entry.msgstr for entry in po.read_catalog(catalog).entries]


def test_exported_catalogs_are_valid_and_read_by_translate_toolkit(project, run):
    entries = (
        Entry("ข่าวหนึ่ง", "Reviewed <b>."),
        Entry("ข่าวสอง", "Not.", flags=("fuzzy",)),
        Entry("ข่าวสาม", "3"),
    )
    path = project / "locales/en/LC_MESSAGES/77.po"
    path.parent.mkdir(parents=True)
    po.write_catalog(path, po.Catalog({"X-Article-Id": "77"}, entries))
    assert run("export", "tmx", "-o", "out").exit_code == 0
    assert run("memory", "export", "-o", "all.tmx").exit_code == 0
    for written in (project / "out/77.tmx", project / "all.tmx"):
        assert problems(written.read_bytes()) == []
        store = tmxfile.parsefile(str(written))
        assert [(u.source, u.target) for u in store.units] == [("ข่าวหนึ่ง", "Reviewed <b>."), ("ข่าวสาม", "3")]


# -- files of OmegaT and others --------------------------------------------------------------------------

#: As OmegaT saves a project (TMX 1.1, `lang`, the region kept as typed; alternatives tell their place).
PROJECT_SAVE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
   creationtoolversion="6.0.0_0_x" segtype="sentence" srclang="TH-TH"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="TH-TH">
        <seg>ข่าว &lt;b0&gt;หนึ่ง&lt;/b0&gt;</seg>
      </tuv>
      <tuv lang="EN-US" changeid="a" changedate="20260102T030405Z" creationid="a">
        <seg>News &lt;b0&gt;one&lt;/b0&gt;</seg>
      </tuv>
    </tu>
    <tu>
      <note>a remark</note>
      <tuv lang="TH-TH">
        <seg>ยังไม่แปล</seg>
      </tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <prop type="file">77 b.txt</prop>
      <prop type="prev">ก่อน</prop>
      <prop type="next">หลัง</prop>
      <tuv lang="TH-TH">
        <seg>ข่าวสอง</seg>
      </tuv>
      <tuv lang="EN-US">
        <seg>Second news</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""
#: The exports that OmegaT makes with the target documents: level 1 without tags, level 2 with TMX codes.
LEVEL1 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" segtype="sentence" srclang="TH"/><body>
<tu><tuv lang="TH"><seg>ข่าว หนึ่ง</seg></tuv><tuv lang="EN-US"><seg>News one</seg></tuv></tu>
</body></tmx>
"""
LEVEL2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="OmegaT" segtype="sentence" srclang="TH"/><body>
<tu><tuv xml:lang="TH"><seg><bpt i="0" x="0">&lt;b0&gt;</bpt>ข่าว<ept i="0">&lt;/b0&gt;</ept> หนึ่ง<ph
 x="1">&lt;br1/&gt;</ph></seg></tuv>
<tuv xml:lang="EN-US"><seg><hi type="x">News</hi> <it pos="begin">&lt;i&gt;</it>one<ut>x</ut></seg></tuv></tu>
</body></tmx>
"""
TU = '<tmx version="1.4"><header srclang="{}"/><body><tu>{}</tu></body></tmx>'
TUV = '<tuv xml:lang="{}"><seg>{}</seg></tuv>'


def tu(*variants, srclang="*all*"):
    return TU.format(srclang, "".join(TUV.format(language, text) for language, text in variants))


READ = {
    "OmegaT, project_save.tmx": (
        PROJECT_SAVE,
        [
            Unit("ข่าว <b0>หนึ่ง</b0>", "News <b0>one</b0>"),
            Unit("ข่าวสอง", "Second news", "ก่อน", "หลัง", "77_b.txt"),
        ],
    ),
    "OmegaT, level 1": (LEVEL1, [Unit("ข่าว หนึ่ง", "News one")]),
    "OmegaT, level 2": (LEVEL2, [Unit("ข่าว หนึ่ง", "News one")]),
    "regions, cases, underscores": (tu(("th_TH", "ก"), ("EN-gb", "A")), [Unit("ก", "A")]),
    "three letters": (tu(("tha", "ก"), ("eng-US", "A")), [Unit("ก", "A")]),
    "English is the source": (tu(("en", "A"), ("th", "ก"), srclang="en"), [Unit("ก", "A")]),
    "several languages": (tu(("de", "a"), ("th", "ก"), ("fr", "a"), ("en", "A")), [Unit("ก", "A")]),
    "several English variants": (
        tu(("th", "ก"), ("en-US", "Color"), ("en-GB", "Colour"), ("en", "Color")),
        [Unit("ก", "Color"), Unit("ก", "Colour")],
    ),
    "empty sides": (tu(("th", "ก"), ("en", " "), ("en", "A")), [Unit("ก", "A")]),
    "spaces around": (tu(("th", "\n ก "), ("en", " A\n")), [Unit("ก", "A")]),
    "default namespace": (
        tu(("th", "ก"), ("en", "A")).replace("<tmx", '<tmx xmlns="http://www.lisa.org/tmx14"'),
        [Unit("ก", "A")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_files_of_other_tools(tmp_path, name):
    content, expected = READ[name]
    assert read_tmx(file(tmp_path, content)) == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-be"])
def test_encodings_of_other_tools(tmp_path, encoding):
    text = PROJECT_SAVE.replace("UTF-8", "UTF-8" if encoding == "utf-8-sig" else "UTF-16")
    data = codecs.BOM_UTF16_BE + text.encode(encoding) if encoding == "utf-16-be" else text.encode(encoding)
    assert len(read_tmx(file(tmp_path, data))) == 2


LINES = PROJECT_SAVE
LINE = LINES[: LINES.index("Second")].count("\n") + 1
#: Content → line and words of the message.
BROKEN = {
    "cut off": (LINES[: LINES.index("Second")], LINE, "is not XML"),
    "wrong nesting": (LINES.replace("<seg>ข่าวสอง</seg>", "<seg>ข่าวสอง</tuv>"), LINE - 3, "mismatched tag"),
    "bare ampersand": (LINES.replace("Second news", "Second & news"), LINE, "not well-formed"),
    "control character": (LINES.replace("Second news", "Second\x01news"), LINE, "not well-formed"),
    "empty": ("", 1, "no element found"),
    "another format": ('<xliff version="2.0"/>', 1, "expected a <tmx> file, found <xliff>"),
    "entities": ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', None, "declares XML entities"),
    "entities in UTF-16": (
        codecs.BOM_UTF16_LE + '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>'.encode("utf-16-le"),
        None,
        "XML entities",
    ),
    "unknown entity": (LINES.replace("Second news", "Second&nbsp;news"), LINE, "undefined entity"),
    "unknown encoding": (LINES.replace('encoding="UTF-8"', 'encoding="klingon"'), None, "is not XML"),
    "bytes that are not UTF-8": (LINES.encode().replace(b"Second", b"\xff"), LINE, "not well-formed"),
    "other languages": (tu(("de", "a"), ("en", "A")), None, "no unit with both Thai"),
    "no unit": ('<tmx version="1.4"><body/></tmx>', None, "no unit with both Thai"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_the_line_and_nothing_is_imported(project, run, name):
    content, line, expected = BROKEN[name]
    path = file(project, content)
    good = project / "good.tmx"
    good.write_bytes(write_tmx(UNITS))
    with pytest.raises(ExchangeError, match=expected) as error:
        read_tmx(path)
    assert (error.value.path, error.value.line) == (str(path), line)
    assert error.value.hint
    result = run("memory", "import", "good.tmx", path.name)
    assert (result.exit_code, (project / "memory").exists()) == (1, False)
    assert expected in result.stderr
    # Put there by hand it stops the memory, which then holds what it held before.
    assert run("memory", "import", "good.tmx").exit_code == 0
    run("memory", "stats")
    (project / "memory/broken.tmx").write_bytes(path.read_bytes())
    result = run("memory", "stats")
    assert (result.exit_code, "broken.tmx" in result.stderr) == (1, True)
    (project / "memory/broken.tmx").unlink()
    assert "units    3" in run("memory", "stats").stdout


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ExchangeError, match="cannot be read"):
        next(iter_tmx(tmp_path / "none.tmx"))


def test_a_large_file_is_read_piece_by_piece(tmp_path):
    units = [Unit(f"ข้อความ {n}", f"Text {n}") for n in range(5000)]
    path = file(tmp_path, write_tmx(units) + b"<broken")
    stream = iter_tmx(path)
    assert [next(stream) for _ in range(3)] == units[:3]
    with pytest.raises(ExchangeError, match="junk after document"):
        list(stream)
