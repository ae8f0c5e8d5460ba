"""A gate never silences a check: what all checks say by themselves is what `run_checks` reports."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import ALL_CHECKS, Pair, gates, run_checks, runs
from bilingual_news.facts.units import UNITS, english_unit
from bilingual_news.model import Term, TermMatch
from tests.unit.checks import test_each

PAIRS = [pair for rows in test_each.FAULTY.values() for pair, _ in rows]
SOURCES = sorted({source for source, _ in PAIRS})
TARGETS = sorted({target for _, target in PAIRS})
PIECES = [
    *"กนไมงเ์่ .,;:?!()[]“”\"'’–-/&<>%#0159๑", "ไม่", "มิได้", "ห้าม", "นายสมชาย", "น.ส.",
    "วันศุกร์", "มกราคม", "ล้าน", "สองร้อย",
    "ร้อยละ", "พ.ศ.", "APEC", " not ", " no.", "n’t", "the the ", "Mr. ", "May", " million", "10.30",
    "12/3/2565", "café",
    "พลเอกสมชาย ใจดี", "ดร.สมศรี ใจงาม", "Gen. Malee Deejai", "อย่าลืม", "มิใช่", "หรือไม่", "อย่างไร",
    "ทั้งหมด 12 แห่ง",
    " 12 places", " 15 ", " cannot", " nor ", " unable", " does make ", "SEC", "SECRETARY", "Women’s",
    "World Green Forum", "World Food Forum", "ก.ค.", " July", "พ.ศ. 2565", " 2565", " and the",
    "60 บาท 5 ไร่", " 5 hectares 60 baht",
    "ครั้งที่ 2", "ไม่เกิน 5 ", " at least 5 ", "เพิ่มขึ้นร้อยละ 5", " fell 5 percent", "ครึ่งหนึ่ง", " a third ",
    " 2 times ", "2 ครั้ง", " the second time ", "13 มิ.ย.", " 13 June 2023 ", "15 คดี 9 จังหวัด",
    " 15 provinces in 9 cases ", " 162 584 ",
    "1) ", " (a) ", ")(", "([)]", " the", " an", "-", "นางสาวมาลี", "Mrs. ", "Miss ", "MS ", "a b, a b, a b, ",
    "of the cat sat of the cat ran ", "no, no, no ",
    " he ", " her ", "Ms. Malee said that he ", "NBTC", " (OPEC)", "Land Policy Committee", "กทช.", "ซีอีโอ",
    "lalalala", "a b a b a b ", "\t", "\u200b", "ไทย", "www.a.co.th", "COVID-19", "  ",
]  # fmt: skip
texts = st.lists(st.sampled_from([*PIECES, *SOURCES, *TARGETS]), max_size=12).map("".join)


def ungated(pair):
    return [(check.id, found) for check in ALL_CHECKS for found in map(message, check.messages(pair))]


def message(problem):
    return problem if isinstance(problem, str) else problem.message


def gated(pair):
    return [(finding.check, finding.message) for finding in run_checks(pair)]


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_beside_every_target(source):
    for target in TARGETS:
        assert gated(Pair(source, target)) == ungated(Pair(source, target))


@given(texts, texts, st.booleans())
def test_any_texts(source, target, is_title):
    pair = Pair(source, target, is_title=is_title)
    assert gated(pair) == ungated(pair)


LOOKED_AT = {
    "a full stop after a space, at the end only": ("ก", "They met ."),
    "words four times, never the same neighbours": ("ก", "a cat a dog a cow a pig a hen"),
    "neighbours three times, no three words twice": ("ก", "of the cat of the dog of the cow"),
    "a run of words three times": ("ก", "of the cat of the cat of the cat"),
    "a run of four words four times apart": (
        "ก",
        "the head of office one the head of office two the head of office six the head of office",
    ),
    "an acronym inside another word": ("สำนักงาน SEC", "The SECRETARY, sec."),
    "an acronym with another one beside it": ("ตรวจ ATK และ PCR", "ATK and PCR tests"),
    "a Latin word with a curly apostrophe": ("งาน Women’s Day", "Women day, s"),
    "a Latin code with figures": ("รุ่น 19 Pro", "Model 19 Pro"),
    "a number that changed places": ("ชาย 5 คน หญิง 7 คน", "7 men, 5 women"),
    "one number beside two": ("5 คน", "5 of 7 people"),
    "no negation but a part of one": ("อย่างไรและมิถุนายน", "Notable"),
    "a rank inside a word": ("พลร้อยเอกสมชาย ใจดี", "Capt. Kittirat Jaidee"),
    "an English without words": ("ก", "..."),
}


@pytest.mark.parametrize("name", LOOKED_AT)
def test_what_a_look_has_to_tell_apart(name):
    pair = Pair(*LOOKED_AT[name])
    assert gated(pair) == ungated(pair)


@pytest.mark.parametrize("minimum", [None, -1.0, -7.0])
@pytest.mark.parametrize("at_limit", [False, True])
def test_what_is_known_of_a_machine_translation(minimum, at_limit):
    pair = Pair("ประชุม", "They met", minimum=minimum, at_limit=at_limit)
    assert gated(pair) == ungated(pair)


@given(st.integers(0, 400), st.integers(0, 800))
def test_any_lengths(source, target):
    pair = Pair("ก" * source, "a" * target)
    assert gated(pair) == ungated(pair)


def test_checks_that_need_no_negation_ask_for_none():
    chosen = [check for check in ALL_CHECKS if check.id == "loop"]
    assert run_checks(Pair("ไม่ไป", "go"), chosen) == ()


def term(**more):
    return Term("กรม", "department", path="x.csv", line=2, **more)


TERMS = {
    "missing": (term(), ()),
    "forbidden": (term(forbidden=("section",)), ()),
    "stale": (term(), (term(alternatives=("bureau",)),)),
    "verbatim": (Term("APEC", "APEC", path="x.csv", line=3), ()),
    "person": (term(domain="people"), ()),
}


@pytest.mark.parametrize("name", TERMS)
@pytest.mark.parametrize("target", ["The section.", "The bureau.", "The department.", "Departments, APEC"])
def test_terms(name, target):
    matched, stale = TERMS[name]
    pair = Pair("กรม APEC", target, (TermMatch(matched, 0, 3, stale),))
    assert gated(pair) == ungated(pair)


def test_gates_name_checks_and_traits_that_exist():
    assert set(gates.GATES) <= {check.id for check in ALL_CHECKS}
    assert all(0 < needed <= gates.EVERYTHING for needed in gates.GATES.values())


def test_a_selection_is_asked_in_its_order_and_alone():
    chosen = [check for check in reversed(ALL_CHECKS) if check.id in {"numbers", "double-space"}]
    found = run_checks(Pair("12 แห่ง", "15  places"), chosen)
    assert [finding.check for finding in found] == ["double-space", "numbers"]


def test_a_check_without_a_gate_is_always_asked():
    class Loud:
        id = "loud"
        severity = ALL_CHECKS[0].severity
        description = "Speaks of everything."

        def messages(self, pair):
            yield "here"

    assert [finding.check for finding in run_checks(Pair("ก", "a"), [Loud()])] == ["loud"]


def test_words_known_not_to_stutter_are_bounded(monkeypatch):
    monkeypatch.setattr(runs, "_MOST_KNOWN", 3)
    for number in range(20):
        run_checks(Pair("ก", f"plainest{number} wordings{number}"))
    assert len(runs._known) < 9
    assert "loop" in {finding.check for finding in run_checks(Pair("ก", "hahahahaha"))}


@pytest.mark.parametrize("name", UNITS)
def test_every_spelling_of_a_unit_is_read(name):
    for spelling in filter(None, spellings(UNITS[name][1])):
        assert english_unit(f"5 {spelling}", 0, 1) == name, spelling


def spellings(pattern):
    """What a pattern of `UNITS` matches, each option taken and left out."""
    found = {""}
    for alternative in split(pattern.replace(r"\b", "")):
        found |= set(expand(alternative))
    return found


def split(pattern):
    depth, start = 0, 0
    for at, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]


def expand(pattern):
    if not pattern:
        yield ""
        return
    if pattern.startswith("(?:"):
        end = next(
            i for i in range(len(pattern)) if pattern[: i + 1].count("(") == pattern[: i + 1].count(")") and i
        )
        options, rest = [s for part in split(pattern[3:end]) for s in expand(part)], pattern[end + 1 :]
    elif pattern[0] == "[":
        end = pattern.index("]")
        options, rest = list(pattern[1:end]), pattern[end + 1 :]
    else:
        size = 2 if pattern[0] == "\\" else 1
        options, rest = [pattern[size - 1]], pattern[size:]
    if rest.startswith("?"):
        options, rest = [*options, ""], rest[1:]
    for head, tail in product(options, list(expand(rest))):
        yield head + tail
