"""Tests of the augmentation and of the held-out check. Run: pytest training/test_augment.py."""

import random

import pytest

from augment import TermSwitcher, add_noise, renumber
from bilingual_news.text import normalize
from prepare import HeldOut, bad_shape

TERMS = [("กระทรวงการคลัง", "Ministry of Finance"), ("กระทรวงการคลังและ", "nothing")]


def test_switch_replaces_a_shared_term_with_the_target_spelling() -> None:
    pair = ("รัฐมนตรีกระทรวงการคลังกล่าว", "The MINISTRY OF FINANCE said")
    thai, english = TermSwitcher(TERMS).switch(pair, random.Random(1), share=1.0)
    assert "MINISTRY OF FINANCE" in thai
    assert "กระทรวงการคลัง" not in thai
    assert english == pair[1]


def test_switch_leaves_pairs_without_the_target_alone() -> None:
    pair = ("กระทรวงการคลังกล่าว", "The Treasury said")
    assert TermSwitcher(TERMS).switch(pair, random.Random(1)) == pair


@pytest.mark.parametrize("seed", range(20))
def test_renumber_keeps_years_543_apart(seed: int) -> None:
    thai, english = renumber(("ปี 2565 จำนวน 4570 ราย", "4570 people in 2022"), random.Random(seed))
    year, count = thai.split()[1], thai.split()[3]
    assert english == f"{count} people in {int(year) - 543}"


def test_renumber_leaves_repeated_and_unmatched_numbers() -> None:
    pair = ("15 มีนาคม 2565 และ 2565", "15 March 2022")
    assert renumber(pair, random.Random(3)) == pair


@pytest.mark.parametrize("seed", range(20))
def test_noise_is_undone_by_normalisation_or_keeps_the_letters(seed: int) -> None:
    thai = "แผนงาน ประจำปี 2565"
    noisy = add_noise(thai, random.Random(seed))
    digits = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    assert normalize(noisy).translate(digits).replace(" ", "") == thai.replace(" ", "")


def test_held_out_lines_and_long_runs_are_found() -> None:
    held = HeldOut()
    held.add(
        "The committee approved the budget of the ministry for the coming fiscal year.",
        shingles=True,
    )
    inside = (
        "ก",
        "Yes: the committee approved the budget of the ministry for the coming fiscal year",
    )
    assert held.reason(inside) in {"held-out run", "held-out line"}
    assert held.reason(("ก", "The committee met.")) is None


@pytest.mark.parametrize(
    ("pair", "why"),
    [
        (("", "x"), "empty"),
        (("สวัสดี", "สวัสดี"), "target script"),
        (("สวัสดีครับทุกท่าน", "Hi " * 40), "ratio"),
        (("สวัสดีครับ", "Hello there"), None),
    ],
)
def test_bad_shape(pair: tuple[str, str], why: str | None) -> None:
    assert bad_shape(pair, "docs") == why
