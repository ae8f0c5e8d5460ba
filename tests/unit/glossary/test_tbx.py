"""TBX-Basic out and in, with translate-toolkit as the other reader."""

from dataclasses import replace
from datetime import date

import pytest
from lxml import etree
from translate.storage.tbx import tbxfile

from bilingual_news.errors import GlossaryError
from bilingual_news.glossary import as_row, load_termbase, read_tbx, table_text, write_tbx
from bilingual_news.model import Term
from tests.conftest import ROOT

FULL = Term(
    "กระทรวงสาธารณสุข", "Ministry of Public Health", "MOPH", ("สธ.", "ก.สาธารณสุข"),
    ("Public Health Ministry",), ("Ministry of Health",), "ministry", "proper noun", True,
    date(2002, 10, 3), date(2030, 1, 1), ("หมอ", "ยา"), 5, 'A "note" & <more>', "https://example.org/a?b&c",
)  # fmt: skip
PLAIN = Term("อาเซียน", "ASEAN", part_of_speech="abbreviation", evidence="Charter, art. 1")


def written(tmp_path, content):
    path = tmp_path / "terms.tbx"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_round_trip_loses_nothing(tmp_path):
    path = written(tmp_path, write_tbx([FULL, PLAIN], "Test"))
    (tmp_path / "back.csv").write_text(table_text(read_tbx(path)), encoding="utf-8")
    back = load_termbase(tmp_path).terms
    assert [as_row(term) for term in back] == [as_row(FULL), as_row(PLAIN)]


def test_translate_toolkit_reads_every_shipped_term(tmp_path):
    terms = load_termbase(ROOT / "glossaries").terms
    store = tbxfile.parsefile(str(written(tmp_path, write_tbx(terms, "Shipped"))))
    store.setsourcelanguage("th")
    store.settargetlanguage("en")
    assert [(u.source, u.target) for u in store.units] == [(t.source, t.target) for t in terms]


def _valid(content):
    schema = etree.RelaxNG(etree.parse(ROOT / "tests" / "data" / "tbx-basic.rng"))
    return schema.validate(etree.fromstring(content)), schema.error_log


def test_the_structure_is_that_of_tbx_basic():
    valid, log = _valid(write_tbx([*load_termbase(ROOT / "glossaries").terms, FULL, PLAIN], "Shipped"))
    assert valid, log


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(b"preferredTerm-admn-sts", b"preferred"), (b"subjectField", b"field"), (b"langSet", b"langSec"),
     (b">noun<", b">title<"), (b"<term>", b"<term/><term>")],
    ids=["value of a closed category", "category", "element", "part of speech", "term twice"],
)  # fmt: skip
def test_the_structure_check_sees_faults(right, wrong):
    content = write_tbx([replace(FULL, part_of_speech="noun")], "Test")
    assert right in content
    assert not _valid(content.replace(right, wrong))[0]


def test_translate_toolkit_reads_equal_content(tmp_path):
    terms = load_termbase(ROOT / "glossaries").terms
    store = tbxfile.parsefile(str(written(tmp_path, write_tbx(terms, "Shipped"))))
    store.setsourcelanguage("th")
    store.settargetlanguage("en")
    read = [
        ([t.text for t in unit.get_source_terms()], [t.text for t in unit.get_target_terms("en")])
        for unit in store.units
    ]
    assert read == [([t.source, *t.variants], [*t.accepted, *t.forbidden]) for t in terms]


def test_translate_toolkit_sees_forbidden_forms_as_deprecated(tmp_path):
    store = tbxfile.parsefile(str(written(tmp_path, write_tbx([FULL], "Test"))))
    found = {term.text: term.administrative_status for term in store.units[0].get_target_terms("en")}
    assert found["Ministry of Health"] == "deprecatedTerm-admn-sts"
    assert found["Ministry of Public Health"] == "preferredTerm-admn-sts"


DCA = """<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><descrip type="subjectField">health</descrip>
<langSec xml:lang="th"><termSec><term>ยา</term>
<termNote type="partOfSpeech">noun</termNote></termSec></langSec>
<langSec xml:lang="en-GB"><termSec><term>drug</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
<termSec><term>medicine</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>MED</term><termNote type="termType">acronym</termNote></termSec>
</langSec></conceptEntry></body></text></tbx>"""
DCT = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="c1"><min:subjectField>health</min:subjectField>
<langSec xml:lang="th"><termSec><term>ยา</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
<langSec xml:lang="en"><termSec><term>drug</term>
<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>medicine</term>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>MED</term><basic:termType>acronym</basic:termType></termSec>
</langSec></conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize("content", [DCA, DCT], ids=["DCA", "DCT"])
def test_the_2019_edition(tmp_path, content):
    [row] = read_tbx(written(tmp_path, content))
    assert row == {
        "source": "ยา", "variants": "", "target": "medicine", "abbreviation": "MED",
        "alternatives": "drug", "forbidden": "", "domain": "health", "part_of_speech": "noun",
    }  # fmt: skip


ENTRY = "<martif><text><body><termEntry id='c9'>{}</termEntry></body></text></martif>"
THAI = "<langSet xml:lang='th'><tig><term>ยา</term></tig></langSet>"
MALFORMED = {
    "no English": (ENTRY.format(THAI), "concept c9 has no English term"),
    "no Thai": (ENTRY.format(THAI.replace("'th'", "'en'")), "concept c9 has no Thai term"),
    "only deprecated": (
        ENTRY.format(
            THAI + "<langSet xml:lang='en'><tig><term>x</term>"
            "<termNote type='administrativeStatus'>deprecatedTerm-admn-sts</termNote></tig></langSet>"
        ),
        "only deprecated English terms",
    ),
    "a value that no column takes": (
        ENTRY.format("<note>valid_from: soon</note>" + THAI + THAI.replace("'th'", "'en'")),
        "concept c9: valid_from is 'soon', expected a date",
    ),
    "other XML": ("<html/>", "root element is 'html'"),
    "not XML": ("term,target", "not well-formed XML"),
    "an encoding that is none": ('<?xml version="1.0" encoding="UTF-z"?><x/>', "unknown encoding"),
    "entities": ('<!DOCTYPE a [<!ENTITY x "y">]><martif/>', "declares XML entities"),
}


@pytest.mark.parametrize(("content", "message"), MALFORMED.values(), ids=MALFORMED)
def test_malformed(tmp_path, content, message):
    with pytest.raises(GlossaryError, match=message):
        read_tbx(written(tmp_path, content))


def test_a_missing_file(tmp_path):
    with pytest.raises(GlossaryError, match="cannot be read"):
        read_tbx(tmp_path / "none.tbx")


def forms(term):
    """Text and status of every form of a term, as TBX has them."""
    preferred, admitted, deprecated = (
        f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated")
    )
    short = (term.abbreviation,) if term.abbreviation else ()
    return {
        "th": [(term.source, preferred), *((form, admitted) for form in term.variants)],
        "en": [
            (term.target, preferred),
            *((form, admitted) for form in (*short, *term.alternatives)),
            *((form, deprecated) for form in term.forbidden),
        ],
    }


def test_translate_toolkit_finds_every_form_with_its_status(tmp_path):
    terms = (*load_termbase(ROOT / "glossaries").terms, FULL, PLAIN)
    store = tbxfile.parsefile(str(written(tmp_path, write_tbx(terms, "All"))))
    found = [
        {
            language: [(term.text, term.administrative_status) for term in unit.get_target_terms(language)]
            for language in ("th", "en")
        }
        for unit in store.units
    ]
    assert found == [forms(term) for term in terms]
