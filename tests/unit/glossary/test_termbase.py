"""Terms are found as a Thai reader finds them."""

from datetime import date

import pytest

from bilingual_news.errors import GlossaryError
from bilingual_news.glossary import Termbase, load_termbase
from bilingual_news.model import Term

TERMS = [
    Term("อาเซียน", "ASEAN"),
    Term("ประชาคมอาเซียน", "ASEAN Community"),
    Term("นายก", "mayor"),
    Term("สภา", "council"),
    Term("กอง", "division"),
    Term("รัฐ", "state"),
    Term("ประเทศไทย", "Thailand"),
    Term("กระทรวงวัฒนธรรม", "Ministry of Culture", variants=("วธ.", "ก.วัฒนธรรม")),
    Term("รัฐมนตรีว่าการ", "Minister", variants=("รมว.",)),
    Term("นาฬิกา", "hours", variants=("น.",)),
    Term("พระราชบัญญัติ", "Act", variants=("พ.ร.บ.",)),
    Term("คณะกรรมการ ก.พ.ร.", "OPDC"),
    Term("การประชุมรัฐมนตรี ครั้งที่ 2", "2nd Ministers' Meeting"),
    Term("ดีอี", "MDES"),
]

FOUND = {
    "longest match": ("ประชาคมอาเซียนประชุม", ["ASEAN Community"]),
    "alone": ("อาเซียนประชุม", ["ASEAN"]),
    "inside a phrase without spaces": ("ในประเทศไทยวันนี้", ["Thailand"]),
    "abbreviation": ("รองปลัด วธ. ประชุม", ["Ministry of Culture"]),
    "abbreviation before a name": ("รมว.วัฒนธรรม", ["Minister"]),
    "two abbreviations": ("รมว.วธ. ประชุม", ["Minister"]),
    "abbreviation with spaces": ("ตาม พ. ร. บ. นี้", ["Act"]),
    "time": ("เวลา 09.00 น. ที่ทำเนียบ", ["hours"]),
    "optional space": ("การประชุมรัฐมนตรีครั้งที่ 2", ["2nd Ministers' Meeting"]),
    "twice": ("อาเซียน และ อาเซียน", ["ASEAN", "ASEAN"]),
    "short word at word edges": ("สภา เห็นชอบ", ["council"]),
    "short word among words": ("ที่ประชุมสภาเห็นชอบ", ["council"]),
    "Latin neighbour": ("ASEANอาเซียน", ["ASEAN"]),
}
NOT_FOUND = {
    "สภา in สภาพ": "สภาพอากาศ",
    "กอง in กองทุน": "กองทุนหมู่บ้าน",
    "นายก in นครนายก": "จังหวัดนครนายก",
    "นายก in นายกรัฐมนตรี": "นายกรัฐมนตรี",
    "รัฐ in สาธารณรัฐ": "สาธารณรัฐเกาหลี",
    "น. in น.ส.": "น.ส. สมศรี",
    "last letter carries a vowel": "ดีอีิ",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_found(text, expected):
    assert [match.term.target for match in Termbase(TERMS).find(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_not_found_inside_other_words(text):
    assert Termbase(TERMS).find(text) == ()


def test_spans_are_half_open_and_ordered():
    text = "อาเซียน และ ประเทศไทย"
    assert [text[m.start : m.end] for m in Termbase(TERMS).find(text)] == ["อาเซียน", "ประเทศไทย"]


def test_dated_terms():
    base = Termbase(
        [
            Term("กระทรวงไอซีที", "Ministry of ICT", valid_to=date(2016, 9, 15)),
            Term("กระทรวงไอซีที", "MDES (former ICT)", valid_from=date(2016, 9, 16)),
        ]
    )
    find = lambda day: [m.term.target for m in base.find("กระทรวงไอซีที", day)]  # noqa: E731
    assert find(date(2016, 9, 15)) == ["Ministry of ICT"]
    assert find(date(2016, 9, 16)) == ["MDES (former ICT)"]
    assert find(None) == ["Ministry of ICT"]


def test_a_context_word_decides_between_homographs():
    base = Termbase([Term("พม.", "MSDHS", context=("สังคม",)), Term("พม.", "Myanmar")])
    assert base.find("พม. และสังคม")[0].term.target == "MSDHS"
    assert base.find("พม. กับไทย")[0].term.target == "Myanmar"


def test_priority_decides_between_rows():
    base = Termbase([Term("อาเซียน", "low"), Term("อาเซียน", "high", priority=1)])
    assert base.find("อาเซียน")[0].term.target == "high"


def test_an_empty_termbase_finds_nothing():
    assert Termbase([]).find("อาเซียน") == ()


def test_the_digest_changes_with_any_term():
    assert Termbase(TERMS).digest == Termbase(TERMS).digest
    assert Termbase(TERMS).digest != Termbase(TERMS[1:]).digest


def write(folder, *lines, name="terms.csv"):
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_load_termbase_reads_the_files_in_order_of_their_names(tmp_path):
    write(tmp_path, "source,target", "ข,second", name="b.csv")
    write(tmp_path, "source,target", "ก,first", name="a.csv")
    assert [t.target for t in load_termbase(tmp_path).terms] == ["first", "second"]


def test_a_missing_folder_is_an_empty_termbase(tmp_path):
    assert len(load_termbase(tmp_path / "none")) == 0


def test_all_columns(tmp_path):
    write(
        tmp_path,
        "source,target,abbreviation,variants,alternatives,forbidden,domain,part_of_speech,"
        "case_sensitive,valid_from,valid_to,context,priority,note,evidence",
        "กระทรวงแรงงาน,Ministry of Labour,MOL,รง.;ก.แรงงาน,Ministry of Labor,Ministry of Work,ministry,"
        "proper noun,yes,2002-10-03,,แรงงาน,5,own spelling,https://www.mol.go.th",
    )
    [term] = load_termbase(tmp_path).terms
    assert term.variants == ("รง.", "ก.แรงงาน")
    assert term.accepted == ("Ministry of Labour", "MOL", "Ministry of Labor")
    assert term.case_sensitive is True
    assert term.valid_from == date(2002, 10, 3)
    assert (term.priority, term.line) == (5, 2)


MALFORMED = {
    "too few fields": (["source,target", "อาเซียน"], 2, "1 field, expected 2"),
    "too many fields": (["source,target", "ก,a", "ข,b,c"], 3, "3 fields, expected 2"),
    "empty target": (["source,target", "อาเซียน,"], 2, "English of อาเซียน is empty"),
    "empty source": (["source,target", ",ASEAN"], 2, "Thai term is empty"),
    "bad date": (["source,target,valid_from", "ก,a,2565"], 2, "expected a date such as"),
    "bad flag": (["source,target,case_sensitive", "ก,a,maybe"], 2, "expected yes or no"),
    "bad number": (["source,target,priority", "ก,a,high"], 2, "expected a whole number"),
    "unknown column": (["source,target,colour", "ก,a,red"], 1, "unknown column 'colour'"),
    "missing column": (["source", "ก"], 1, "missing column 'target'"),
    "doubled column": (["source,target,target", "ก,a,b"], 1, "doubled column 'target'"),
    "open quote": (["source,target", 'ก,"a'], 2, "not valid CSV"),
    "after a field of two lines": (["source,target", 'ก,"a', 'b"', "ข,"], 4, "is empty"),
}


@pytest.mark.parametrize(("lines", "line", "message"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_row_is_an_error_with_its_line(tmp_path, lines, line, message):
    write(tmp_path, *lines)
    with pytest.raises(GlossaryError, match=message) as caught:
        load_termbase(tmp_path)
    assert caught.value.location == f"{tmp_path / 'terms.csv'}:{line}"


def test_a_file_in_another_encoding_is_an_error(tmp_path):
    (tmp_path / "terms.csv").write_bytes("source,target\nก,a".encode("cp874"))
    with pytest.raises(GlossaryError, match=r"terms\.csv:2: .*offset 14 is not UTF-8"):
        load_termbase(tmp_path)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_marks_between_columns_are_named(tmp_path, mark):
    (tmp_path / "a.csv").write_text(f"source{mark}target\nก{mark}a\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="the columns are separated by") as caught:
        load_termbase(tmp_path)
    assert (caught.value.line, caught.value.hint) == (1, "Save the file as CSV with commas, UTF-8.")


def test_a_link_that_leads_nowhere_is_told_of(tmp_path):
    (tmp_path / "a.csv").symlink_to(tmp_path / "gone.csv")
    with pytest.raises(GlossaryError, match=r"a\.csv: cannot be read: No such file or directory"):
        load_termbase(tmp_path)


def test_the_locks_of_an_editor_are_no_glossaries(tmp_path):
    (tmp_path / ".#a.csv").symlink_to("user@host.42")
    assert len(load_termbase(tmp_path)) == 0


def test_a_file_from_a_spreadsheet_with_byte_order_mark(tmp_path):
    (tmp_path / "terms.csv").write_bytes("\ufeffsource,target\r\nก,a\r\n\r\n".encode())
    assert len(load_termbase(tmp_path)) == 1


def test_et_cetera_cuts_no_name_short():
    base = Termbase([Term("การท่องเที่ยวแห่งประเทศไทย", "Tourism Authority of Thailand")])
    assert base.find("บริการ การท่องเที่ยว ฯลฯ และการท่องเที่ยวฯลฯ") == ()
    assert [match.term for match in base.find("ฯลฯ โดยการท่องเที่ยวฯ")] == list(base.terms)
