"""What is given to an engine, and what is copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news import translation
from bilingual_news.errors import ModelError
from bilingual_news.text import COPIED, arabic_digits, is_thai
from bilingual_news.translation import Job, is_translatable
from tests.contracts import engines

CASES = {
    "a sentence": ("รัฐบาลแถลง", True),
    "Thai among Latin": ("AI กับ 5G", True),
    "the sign of the baht": ("฿500", True),
    "Thai digits alone": ("๑๒/๒๕๖๗", False),
    "Latin alone": ("ASEAN Digital Masterplan 2025", False),
    "a Thai hashtag": ("#รัฐบาลดิจิทัล", False),
    "a hashtag and a word": ("#รัฐบาลดิจิทัล แถลง", True),
    "an address": ("www.thaigov.go.th", False),
    "an address before Thai": ("www.thaigov.go.th/ข่าว", True),
    "nothing": ("", False),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_an_engine_has_something_to_do_with(text, expected):
    assert is_translatable(text) is expected


@given(st.text(st.sampled_from("กั๑฿๏๚ a1#@:/.w-"), max_size=30))
def test_it_is_thai_letters_outside_of_what_is_copied(text):
    assert is_translatable(text) is any(map(is_thai, COPIED.sub("", arabic_digits(text))))


@pytest.mark.model
def test_parts_at_once_give_the_answers_of_parts_one_by_one(monkeypatch):
    monkeypatch.setattr(translation, "PART_SEGMENTS", 3)
    jobs = [Job(f"กระทรวงพาณิชย์แถลงว่าราคาสินค้า {number} รายการลดลง") for number in range(10)]
    one_by_one = translation.translate(engines.embedded(), jobs)
    # The engine is loaded by whichever thread comes first.
    assert translation.translate(engines.embedded(), jobs, threads=3) == one_by_one
    assert len({hypothesis.text for hypothesis in one_by_one}) == 10


@pytest.mark.parametrize("threads", [1, 3])
def test_an_engine_that_fails_in_one_part_fails(monkeypatch, threads):
    monkeypatch.setattr(translation, "PART_SEGMENTS", 1)

    class Failing:
        def alternatives(self, sources):
            raise ModelError(f"cannot read {sources[0]}")

    with pytest.raises(ModelError, match="cannot read ข่าวเช้า"):
        translation.translate(Failing(), [Job("ข่าวเช้า"), Job("ข่าวเย็น")], threads=threads)
