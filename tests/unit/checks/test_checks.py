"""Each check: what it finds, and correct pairs that it must pass."""

import pytest

from bilingual_news.checks import ALL_CHECKS, Pair, run_checks
from bilingual_news.model import Severity, Term, TermMatch

LABOUR = Term(
    "กระทรวงแรงงาน", "Ministry of Labour", alternatives=("Ministry of Labor",),
    forbidden=("Ministry of Work",), path="glossaries/government.csv", line=7,
)  # fmt: skip
MR = Term("นาย", "Mr.", part_of_speech="prefix")


def terms(*found):
    return tuple(TermMatch(term, 0, 3) for term in found)


FAULTY = {
    "empty": (Pair("ข่าว", " "), "the translation is empty"),
    "thai-letters": (Pair("ข่าวด่วน", "News ด่วน today"), "Thai letters in the English: ด่วน"),
    "loop": (Pair("ข่าว", "the social social social news"), "'social' comes again and again"),
    "term-missing": (
        Pair("กระทรวงแรงงาน", "The ministry", terms(LABOUR)),
        "expected 'Ministry of Labour' or 'Ministry of Labor' for กระทรวงแรงงาน (government.csv:7)",
    ),
    "term-forbidden": (
        Pair("กระทรวงแรงงาน", "Ministry of Labour, Ministry of Work", terms(LABOUR)),
        "'Ministry of Work' is wrong for กระทรวงแรงงาน, expected 'Ministry of Labour' (government.csv:7)",
    ),
}
CORRECT = {
    "plain": Pair("ข่าว", "News"),
    "Thai hashtag": Pair("#ไทยคู่ฟ้า", "#ไทยคู่ฟ้า"),
    "Thai address": Pair("ดู", "See https://www.ม33เรารักกัน.com today"),
    "accepted alternative": Pair("กระทรวงแรงงาน", "the Ministry of Labor", terms(LABOUR)),
    "prefix": Pair("นายก่อ", "Kor", terms(MR)),
    "repetition of the source": Pair("มาก " * 12, ("very much " * 12).strip()),
}


@pytest.mark.parametrize(("name", "case"), FAULTY.items(), ids=FAULTY)
def test_faulty(name, case):
    pair, message = case
    [finding] = [f for f in run_checks(pair) if f.check == name]
    assert message in finding.message
    assert (finding.source, finding.target) == (pair.source, pair.target)


@pytest.mark.parametrize("pair", CORRECT.values(), ids=CORRECT)
def test_correct(pair):
    assert run_checks(pair) == ()


def test_a_term_is_reported_once_however_often_it_stands_there():
    pair = Pair("กระทรวงแรงงาน", "The ministry", terms(LABOUR, LABOUR))
    assert len(run_checks(pair)) == 1


def test_an_empty_translation_is_one_finding_only():
    assert [f.check for f in run_checks(Pair("กระทรวงแรงงาน", "", terms(LABOUR)))] == ["empty"]


def test_every_check_says_what_it_is():
    assert len({check.id for check in ALL_CHECKS}) == len(ALL_CHECKS)
    for check in ALL_CHECKS:
        assert check.description.endswith(".")
        assert check.severity in Severity


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("กฎหมาย Personal Data Protection Act ใหม่", "the new law", ["Personal Data Protection Act"]),
        ("งาน State of Green Living ที่", "the fair of State", ["Green Living"]),
        ("ระหว่าง Shopee และ Lazada", "between two markets", ["Shopee", "Lazada"]),
        ("Thai Airways จับมือ Nok Air", "airlines", ["Thai Airways", "Nok"]),
    ],
)
def test_the_words_of_one_latin_name_are_one_finding(source, target, expected):
    found = [f for f in run_checks(Pair(source, target)) if f.check == "latin"]
    assert [source[slice(*f.source_span)] for f in found] == expected
    assert [f.message for f in found] == [f"expected {words!r} as in the Thai" for words in expected]
