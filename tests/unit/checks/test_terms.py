"""Checks of terminology: each finding names the term, the expected English, and the entry."""

from datetime import date

import pytest

from bilingual_news.checks import Pair, run_checks
from bilingual_news.checks.script import ThaiLetters
from bilingual_news.checks.term_use import AbbreviationFirst, renderings
from bilingual_news.checks.terms import TermForbidden, TermMissing, TermOutdated, TermVerbatim
from bilingual_news.glossary import Termbase
from bilingual_news.model import Term

HEALTH = Term(
    "กระทรวงสาธารณสุข", "Ministry of Public Health", abbreviation="MOPH",
    alternatives=("Public Health Ministry",), forbidden=("Ministry of Health", "Public Ministry"),
    part_of_speech="proper noun", path="glossaries/gov.csv", line=7,
)  # fmt: skip
APP = Term("ThaID", "ThaID", path="glossaries/gov.csv", line=8)
OLD = Term("กระทรวงไอซีที", "Ministry of ICT", valid_to=date(2016, 9, 15), path="gov.csv", line=9)
NEW = Term("กระทรวงไอซีที", "Ministry of Digits", valid_from=date(2016, 9, 16), path="gov.csv", line=10)
TITLE = Term("นาย", "Mr.", part_of_speech="prefix")
ACCOUNT = Term("LineOA", "LineOA", forbidden=("Line official account",), path="gov.csv", line=11)
BASE = Termbase([HEALTH, APP, OLD, NEW, TITLE, ACCOUNT])


def pair(source, target, day=None):
    return Pair(source, target, BASE.find(source, day))


CASES = {
    "missing": (TermMissing, "กระทรวงสาธารณสุขประกาศ", "The office said", [
        "expected 'Ministry of Public Health' or 'MOPH' or 'Public Health Ministry' for "
        "กระทรวงสาธารณสุข (gov.csv:7)"]),
    "preferred": (TermMissing, "กระทรวงสาธารณสุขประกาศ", "The Ministry of Public Health said", []),
    "abbreviated": (TermMissing, "กระทรวงสาธารณสุขประกาศ", "MOPH said", []),
    "possessive": (TermMissing, "กระทรวงสาธารณสุขประกาศ", "The Ministry of Public Health's plan", []),
    "nothing translated": (TermMissing, "กระทรวงสาธารณสุขประกาศ", " ", []),
    "title before a name": (TermMissing, "นาย สมชาย", "Somchai", []),
    "forbidden": (TermForbidden, "กระทรวงสาธารณสุขประกาศ", "The Ministry of Health said", [
        "'Ministry of Health' is wrong for กระทรวงสาธารณสุข, expected 'Ministry of Public Health' "
        "(gov.csv:7)"]),
    "not the term's": (TermForbidden, "อื่น", "The Ministry of Health said", []),
    "respelt": (TermVerbatim, "แอป ThaID ใหม่", "the Thai ID app", [
        "ThaID is not translated: expected it letter by letter (gov.csv:8)"]),
    "other case": (TermVerbatim, "แอป ThaID ใหม่", "the THAID app", [
        "ThaID is not translated: expected it letter by letter (gov.csv:8)"]),
    "kept": (TermVerbatim, "แอป ThaID ใหม่", "the ThaID app", []),
    "verbatim, nothing translated": (TermVerbatim, "แอป ThaID ใหม่", "", []),
}  # fmt: skip


@pytest.mark.parametrize(("check", "source", "target", "expected"), CASES.values(), ids=CASES)
def test_segment(check, source, target, expected):
    assert list(check().messages(pair(source, target))) == expected


MINISTRY = Term(
    "กระทรวงดิจิทัล",
    "Ministry of Digital Economy",
    variants=("ดีอีเอส",),
    domain="ministry",
    path="gov.csv",
    line=1,
)
FARMS = Term(
    "กระทรวงเกษตรและสหกรณ์", "Ministry of Agriculture and Cooperatives", variants=("ก.เกษตรฯ", "กระทรวงฯ"),
    domain="ministry", path="gov.csv", line=2,
)  # fmt: skip
SOCIETY = Term(
    "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", "Ministry of Digital Economy and Society", variants=("กระทรวงดีอี",),
    domain="ministry", path="gov.csv", line=4,
)  # fmt: skip
HEAD = Term("เลขาธิการ", "Secretary-General", domain="position", path="gov.csv", line=3)
OFFICES = Termbase([MINISTRY, FARMS, HEAD, SOCIETY])
OTHERWISE = {
    "short name after an office": ("รมว.กระทรวงดีอี แถลง", "Minister of Digital Economy stated", False),
    "its full name": (
        "รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม แถลง",
        "Minister of Digital Economy stated",
        True,
    ),
    "office with the short name of its ministry": (
        "ผู้ช่วยรัฐมนตรีฯ ดีอีเอส ร่วมประชุม", "Assistant Minister of Digital Economy attends", False),
    "the same abbreviated": ("รมว.ดีอีเอส แถลง", "The Digital Economy Minister stated", False),
    "office of another ministry": ("ผู้ช่วยรัฐมนตรีฯ ดีอีเอส ร่วมประชุม", "Assistant Minister attends", True),
    "ministry without an office": ("ดีอีเอส แถลง", "The Digital Economy office stated", True),
    "each time": ("รมว.ดีอีเอส และ ดีอีเอส", "The Digital Economy Minister", True),
    "another term beside it": (
        "เลขาธิการ และ รมว.ดีอีเอส", "Secretary-General and Digital Economy Minister", False),
    "deputy": ("รองเลขาธิการ แถลง", "The Deputy Secretary of the body stated", False),
    "assistant": ("ผู้ช่วยเลขาธิการ แถลง", "The Assistant Secretary of the body stated", False),
    "former": ("อดีตเลขาธิการ แถลง", "The former head stated", False),
    "deputy who is none": ("รองเลขาธิการ แถลง", "The head stated", True),
    "no deputy": ("เลขาธิการ แถลง", "The Deputy Secretary stated", True),
    "cut by ฯ": ("ก.เกษตรฯ แถลง", "The Ministry of Agriculture stated", False),
    "cut by ฯ to the bone": ("กระทรวงฯ แถลง", "The Ministry stated", True),
    "not cut": ("กระทรวงเกษตรและสหกรณ์ แถลง", "The Ministry of Agriculture stated", True),
}  # fmt: skip


@pytest.mark.parametrize(("source", "target", "is_missing"), OTHERWISE.values(), ids=OTHERWISE)
def test_an_office_may_be_put_otherwise(source, target, is_missing):
    found = list(TermMissing().messages(Pair(source, target, OFFICES.find(source))))
    assert bool(found) is is_missing


def test_a_term_that_stays_thai_may_stand_in_the_english():
    matches = Termbase([Term("ขนมชั้น", "ขนมชั้น")]).find("ทำขนมชั้น")
    assert not list(ThaiLetters().messages(Pair("ทำขนมชั้น", "making ขนมชั้น (layer cake)", matches)))
    left = list(ThaiLetters().messages(Pair("ทำขนมชั้น", "ทำ ขนมชั้น", matches)))
    assert left == ["Thai letters in the English: ทำ"]


def test_a_forbidden_form_inside_an_accepted_one_is_none():
    term = Term("ก" * 8, "Big Data Act", forbidden=("Data Act",))
    matches = Termbase([term]).find("ก" * 8)
    assert not list(TermForbidden().messages(Pair("ก" * 8, "the Big Data Act", matches)))


OUTDATED = {
    "the old name after its time": (date(2020, 1, 1), "Ministry of ICT", [
        "'Ministry of ICT' for กระทรวงไอซีที is valid to 2016-09-15 only (gov.csv:9), "
        "expected 'Ministry of Digits' (gov.csv:10)"]),
    "the new name before its time": (date(2010, 1, 1), "Ministry of Digits", [
        "'Ministry of Digits' for กระทรวงไอซีที is valid from 2016-09-16 only (gov.csv:10), "
        "expected 'Ministry of ICT' (gov.csv:9)"]),
    "the right name": (date(2020, 1, 1), "Ministry of Digits", []),
    "no date": (None, "Ministry of ICT", []),
    "nothing translated": (date(2020, 1, 1), "", []),
}  # fmt: skip


#: A wrong or lost term, and the one check that tells of it.
ONCE = {
    "a forbidden form": ("กระทรวงสาธารณสุขประกาศ", "The Ministry of Health said", None, "term-forbidden"),
    "another form": ("กระทรวงสาธารณสุขประกาศ", "The office said", None, "term-missing"),
    "a forbidden form beside the right one": (
        "กระทรวงสาธารณสุขประกาศ", "The MOPH, or Ministry of Health, said", None, "term-forbidden"),
    "the old name": ("กระทรวงไอซีทีประกาศ", "The Ministry of ICT said", date(2020, 1, 1), "term-outdated"),
    "neither name": ("กระทรวงไอซีทีประกาศ", "The office said", date(2020, 1, 1), "term-missing"),
    "a term that stays as it is, forbidden": (
        "แอป LineOA ใหม่", "the Line official account", None, "term-forbidden"),
    "the same, lost": ("แอป LineOA ใหม่", "the app", None, "term-verbatim"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "target", "day", "check"), ONCE.values(), ids=ONCE)
def test_one_defect_is_told_once(source, target, day, check):
    checks = (TermMissing(), TermForbidden(), TermVerbatim(), TermOutdated())
    assert [finding.check for finding in run_checks(pair(source, target, day), checks)] == [check]


def test_a_forbidden_form_of_one_term_hides_no_other_that_is_missing():
    found = run_checks(pair("กระทรวงสาธารณสุข ThaID กระทรวงไอซีที", "The Ministry of Health", date(2020, 1, 1)))
    assert [f.check for f in found if f.check.startswith("term-")] == [
        "term-missing", "term-forbidden", "term-verbatim"]  # fmt: skip


@pytest.mark.parametrize(("day", "target", "expected"), OUTDATED.values(), ids=OUTDATED)
def test_outdated(day, target, expected):
    assert list(TermOutdated().messages(pair("กระทรวงไอซีที", target, day))) == expected


def test_a_term_without_any_valid_row_is_outdated():
    base = Termbase([OLD])
    matches = base.find_stale("กระทรวงไอซีที", date(2020, 1, 1))
    found = list(TermOutdated().messages(Pair("กระทรวงไอซีที", "Ministry of ICT", matches)))
    assert found == ["'Ministry of ICT' for กระทรวงไอซีที is valid to 2016-09-15 only (gov.csv:9)"]
    assert base.find_stale("กระทรวงไอซีที", date(2010, 1, 1)) == ()


def over(check, *targets):
    pairs = [pair("กระทรวงสาธารณสุขประกาศ", target) for target in targets]
    return [(index, problem.message) for index, problem in check().article_messages(pairs)]


def test_an_abbreviation_before_its_expansion():
    assert over(AbbreviationFirst, "MOPH said", "he said", "the Ministry of Public Health (MOPH)") == [
        (0, "'MOPH' is used before its expansion 'Ministry of Public Health', which comes 2 segments "
            "later, for กระทรวงสาธารณสุข (gov.csv:7)")
    ]  # fmt: skip


def test_an_abbreviation_right_before_its_expansion():
    ((_, message),) = over(AbbreviationFirst, "MOPH said", "the Ministry of Public Health (MOPH)")
    assert "which comes in the next segment, for" in message


def test_everybody_knows_a_prime_minister():
    term = Term("นายกฯ", "Prime Minister", abbreviation="PM")
    pairs = [Pair("นายกฯ", text, Termbase([term]).find("นายกฯ")) for text in ("PM", "the Prime Minister")]
    assert list(AbbreviationFirst().article_messages(pairs)) == []


CHINA = Term(
    "จีน", "China", alternatives=("Chinese", "People's Republic of China"), domain="country",
    part_of_speech="proper noun",
)  # fmt: skip
BANK = Term(
    "ธอส.", "Government Housing Bank", alternatives=("GH Bank", "Housing Bank"), part_of_speech="proper noun",
)  # fmt: skip
ONE_NAME = {
    "a country and what is of it": (CHINA, "Chinese tourists", []),
    "a country's full name": (CHINA, "the People's Republic of China", ["People's Republic of China"]),
    "a name that holds an acronym": (BANK, "GH Bank said", []),
    "another name": (BANK, "the Housing Bank said", ["Housing Bank"]),
}


@pytest.mark.parametrize(("term", "target", "forms"), ONE_NAME.values(), ids=ONE_NAME)
def test_forms_that_a_name_is_held_to(term, target, forms):
    found = renderings([Pair(term.source, target, Termbase([term]).find(term.source))])
    assert [form for form_of in found.values() for _, form in form_of] == forms


@pytest.mark.parametrize(
    "targets",
    [["the Ministry of Public Health (MOPH)", "MOPH"], ["MOPH", "MOPH"], ["he", "he"]],
    ids=["introduced", "never expanded", "never used"],
)
def test_abbreviations_in_order(targets):
    assert over(AbbreviationFirst, *targets) == []


RENDERED = {
    "one form": (HEALTH, "The Ministry of Public Health said", ["Ministry of Public Health"]),
    "two forms say nothing": (HEALTH, "Ministry of Public Health, Public Health Ministry", []),
    "a name without another form": (NEW, "The Ministry of Digits said", []),
}


@pytest.mark.parametrize(("term", "target", "forms"), RENDERED.values(), ids=RENDERED)
def test_renderings_of_names(term, target, forms):
    found = renderings([pair(f"{term.source}ประกาศ", target, date(2020, 1, 1))])
    assert [form for form_of in found.values() for _, form in form_of] == forms
