"""The translation memory: matches, repairs, the index as a throw-away cache."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.facts.compare import differences
from bilingual_news.memory import MatchKind, MemoryIndex, Query, Unit
from bilingual_news.memory.repair import repair, skeleton
from bilingual_news.stages.words import words

A = "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรีที่ทำเนียบรัฐบาล"
B = "กระทรวงสาธารณสุขรายงานผู้ป่วยโควิด 19 รายใหม่ 250 ราย"


@pytest.fixture
def index(tmp_path):
    with MemoryIndex(tmp_path / "cache" / "memory.sqlite", words) as memory:
        units = [
            Unit(A, "One.", "ก่อน", "หลัง", "1"),
            Unit(B, "It reported 250 new cases of COVID 19.", origin="2"),
        ]
        memory.update({"x.po": "1"}, lambda _: units)
        yield memory


def kinds(index, text, before="", after=""):
    return [(m.kind, m.percent) for m in index.find(Query(text, before, after), 0.6)]


def test_match_kinds(index):
    assert kinds(index, A, "ก่อน", "หลัง") == [(MatchKind.CONTEXT, 101)]
    assert kinds(index, A, "ก่อน", "อื่น") == [(MatchKind.EXACT, 100)]
    [(kind, percent)] = kinds(index, A + "วันนี้")
    assert kind is MatchKind.FUZZY
    assert 85 <= percent <= 99
    assert kinds(index, "ราคายางพาราวันนี้สูงขึ้นมากที่สุดในรอบปี") == []


def test_only_the_number_differs(index):
    [match] = index.find(Query(B.replace("250", "318")), 0.6)
    assert (match.kind, match.target) == (MatchKind.REPAIRED, "It reported 318 new cases of COVID 19.")


def test_rivals_are_counted(index):
    index.update({"x.po": "1", "y.po": "1"}, lambda _: [Unit(A, "Another.")])
    assert index.find(Query(A), 0.6)[0].rivals == 1


def test_files_that_change_or_go_are_forgotten(index):
    assert index.update({"x.po": "1"}, lambda _: pytest.fail("unchanged file read")) == 0
    assert index.update({"x.po": "2"}, lambda _: [Unit(A, "Newer.")]) == 1
    assert index.find(Query(A), 0.6)[0].target == "Newer."
    assert kinds(index, B) == []
    index.update({}, lambda _: [])
    assert index.counts() == (0, 0, 0)


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_broken_index_is_made_anew(tmp_path, content):
    path = tmp_path / "memory.sqlite"
    path.write_bytes(content)
    with MemoryIndex(path, words) as memory:
        memory.update({"x.po": "1"}, lambda _: [Unit(A, "One.")])
        assert kinds(memory, A) == [(MatchKind.EXACT, 100)]


def test_an_index_that_cannot_be_written_lives_in_memory(tmp_path):
    (tmp_path / "file").write_text("")
    with MemoryIndex(tmp_path / "file" / "memory.sqlite", words) as memory:
        memory.update({"x.po": "1"}, lambda _: [Unit(A, "One.")])
        assert memory.counts() == (1, 1, 1)


#: Old source, new source, old translation → repaired translation.
REPAIRS = {
    "number": ("มี 5 คน", "มี 7 คน", "There are 5 people.", "There are 7 people."),
    "Thai digits": ("มี ๕ คน", "มี ๗ คน", "There are 5 people.", "There are 7 people."),
    "Buddhist era": ("ปี 2564", "ปี 2565", "In 2021.", "In 2022."),
    "month": ("27 มกราคม 2565", "28 มี.ค. 2565", "27 January 2022", "28 March 2022"),
    "ordinal": ("ครั้งที่ 2", "ครั้งที่ 13", "the 2nd time", "the 13th time"),
    "thousands": ("1,200 บาท", "3,450 บาท", "1,200 baht", "3,450 baht"),
    "swapped": ("5 และ 7", "7 และ 5", "5 and 7", "7 and 5"),
    "weekday": (
        "วันจันทร์ที่ 10 มกราคม 2565", "วันศุกร์ที่ 4 กุมภาพันธ์ 2565",
        "on Monday, 10 January 2022", "on Friday, 4 February 2022",
    ),
    "time of day": ("เวลา 09.00 น. ที่ 5 มกราคม 2565", "เวลา 13.30 น. ที่ 5 มกราคม 2565",
                    "at 09.00 on 5 January 2022", "at 13.30 on 5 January 2022"),
    "money": ("วงเงิน 5 ล้านบาท", "วงเงิน 7 ล้านบาท", "a budget of 5 million baht", "a budget of 7 million baht"),
    "the old translation had the wrong magnitude": (
        "วงเงิน 5 ล้านบาท", "วงเงิน 7 ล้านบาท", "a budget of 5 billion baht", None,
    ),
    "the old translation had a number of its own": ("มี 5 คน", "มี 7 คน", "5 people, 90 in all", None),
    "twelve-hour time": ("เวลา 09.00 น.", "เวลา 13.30 น.", "at 9 a.m.", None),
    "another weekday, not named in English": ("วันจันทร์ที่ 5", "วันศุกร์ที่ 5", "on the 5th", None),
    "words differ": ("มี 5 คน", "มี 7 วัน", "5 people", None),
    "number is missing": ("มี 5 คน", "มี 7 คน", "five people", None),
    "twice in the translation": ("มี 5 คน", "มี 7 คน", "5 of 5 people", None),
    "ambiguous era": ("ปี 2565 และ 2022", "ปี 2566 และ 2022", "2022 and 2022", None),
    "same number twice, one changes": ("5 และ 5", "5 และ 7", "5 and 5", None),
    "singular": ("มี 1 คน", "มี 3 คน", "1 person", None),
    "number of a list item": ("1) เกษตร", "2) เกษตร", "1) Farming", "2) Farming"),
    "first of a list": ("(๓) เกษตร 5 คน", "(๑) เกษตร 7 คน", "(3) Farming, 5 people", "(1) Farming, 7 people"),
    "list item and singular": ("1) มี 1 คน", "2) มี 3 คน", "1) 1 person", None),
    "list item beside a number that becomes 1": ("1. มี 5 คน", "2. มี 1 คน", "1. There are 5 people", None),
    "no numbers": ("มี", "มี", "yes", None),
}  # fmt: skip


@pytest.mark.parametrize("name", REPAIRS)
def test_repair(name):
    old, new, target, expected = REPAIRS[name]
    assert repair(old, new, target) == expected


NUMBERS = st.integers(2, 9_999_999)


@given(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS), st.booleans())
def test_a_repair_says_the_new_facts_or_nothing(before, after, turned):
    thai = "มีผู้เข้าร่วม {:,} คน ใช้งบประมาณ {:,} บาท"
    english = "With a budget of {1:,} baht, {0:,} people took part." if turned else "{:,} people, {:,} baht."
    found = repair(thai.format(*before), thai.format(*after), english.format(*before))
    assert found in {None, english.format(*after)}
    if len({*before}) == 2 and found is None:
        # Only a fact that the readers see on one side alone may forbid it.
        assert differences(thai.format(*after), english.format(*after))


def test_skeletons():
    assert skeleton("วันที่ 5 ม.ค. 2565") == skeleton("วันที่ ๒๗ ธันวาคม 2564")
