"""What normalisation did is told repair by repair."""

import pytest

from bilingual_news.stages.normalize import changes

CASES = {
    "no-break space": ("27\u00a0มกราคม", ("spaces", "\u00a0", " ")),
    "zero-width space": ("ประเทศ\u200bไทย", ("invisible", "\u200b", "")),
    "two SARA E": ("เเละ", ("sara-ae", "เเ", "แ")),
    "split SARA AM": ("จ\u0e4dานวน", ("sara-am", "\u0e4dา", "ำ")),
    "straight quotes": ('กล่าว "ก"', ("quotes", '"', "“")),
}


@pytest.mark.parametrize(("written", "expected"), CASES.values(), ids=CASES)
def test_a_repair_is_told(written, expected):
    rule, before, after = expected
    found = changes(written)[0]
    assert found.rule == rule
    assert before in found.before
    assert after in found.after
    assert found.count >= 1


def test_clean_text_has_no_changes():
    assert changes("นายกรัฐมนตรีกล่าวว่า ครั้งที่ ๒/๒๕๖๔ ต่าง ๆ") == ()


def test_the_same_repair_is_counted():
    assert [c.count for c in changes("เเละ เเละ เเละ")] == [3]
