"""Words that must not be taken for one another."""

import pytest

from bilingual_news.checks import Pair, run_checks
from bilingual_news.checks.meaning import MEANINGS, Meaning

WRONG = {
    "imports for exports": (
        "มูลค่าการส่งออกข้าว",
        "the value of rice imports",
        "'imports' is not in the Thai: expected a word for ส่งออก (export)",
    ),
    "injured for dead": (
        "มีผู้เสียชีวิต 5 ราย",
        "five were injured",
        "'injured' is not in the Thai: expected a word for เสียชีวิต (dead)",
    ),
    "men for women": (
        "ผู้ประกอบการสตรี",
        "businesses run by men",
        "'men' is not in the Thai: expected a word for สตรี (women)",
    ),
    "rubber for rice": (
        "ชาวข้าวหอม",
        "Rubber farmers",
        "'Rubber' is not in the Thai: expected a word for ข้าว (rice)",
    ),
    "private for public": (
        "โรงพยาบาลของรัฐทุกแห่ง",
        "any private hospital",
        "'private' is not in the Thai: expected a word for ของรัฐ (public)",
    ),
    "a week for a month": (
        "เดือนละ 3,000 บาท",
        "3,000 baht a week",
        "'week' is not in the Thai: expected a word for เดือน (month)",
    ),
    "another court": (
        "ศาลฎีกาสั่ง",
        "the Court of Appeal ordered",
        "'Court of Appeal' is not in the Thai: expected a word for ศาลฎีกา (Supreme Court)",
    ),
    "the lowest for the highest": (
        "ต่ำสุดในรอบปี",
        "the highest in a year",
        "'highest' is not in the Thai: expected a word for ต่ำสุด (lowest)",
    ),
    "weaker for stronger": (
        "บาทแข็งค่า",
        "the baht weakened",
        "'weakened' is not in the Thai: expected a word for แข็งค่า (stronger)",
    ),
    "another vaccine": (
        "บริษัทซิโนฟาร์ม",
        "Sinovac",
        "'Sinovac' is not in the Thai: expected a word for ซิโนฟาร์ม (Sinopharm)",
    ),
}
RIGHT = {
    "both": ("ส่งออกและนำเข้า", "imports and exports"),
    "nothing is missing": ("ส่งออกข้าว", "rice exports and imports"),
    "a word inside another": ("ข้าว", "the price of rice"),
    "nothing": ("ส่งออก", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_another_word_of_the_kind_is_an_error(name):
    thai, english, message = WRONG[name]
    assert [f.message for f in run_checks(Pair(thai, english), [Meaning()])] == [message]


@pytest.mark.parametrize("name", RIGHT)
def test_words_that_the_thai_has_are_none(name):
    assert run_checks(Pair(*RIGHT[name]), [Meaning()]) == ()


@pytest.mark.parametrize("row", MEANINGS.concepts, ids=lambda row: row.english[0])
def test_every_word_is_right_beside_itself(row):
    for hint in row.hints:
        pair = Pair(f"จำนวน {hint} ", " ".join(row.english))
        assert run_checks(pair, [Meaning()]) == ()


def test_no_two_things_of_a_kind_share_their_english():
    for concept in MEANINGS.concepts:
        for other in MEANINGS.concepts:
            if concept is not other and concept.kind == other.kind:
                assert not set(concept.english) & set(other.english)
