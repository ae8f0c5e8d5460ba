"""Any value, written in Thai and in English, is the same fact; any other value is not."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.facts.compare import differences
from bilingual_news.facts.english import MONTH_NAMES, english_facts
from bilingual_news.facts.thai import thai_facts
from bilingual_news.text import THAI_DIGITS
from bilingual_news.thaidate import MONTHS

TO_THAI = str.maketrans("0123456789", THAI_DIGITS)
numbers = st.integers(2, 10**7).filter(lambda n: not 1700 <= n < 2700)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(numbers, st.booleans())
def test_numbers_agree_in_either_digits(number, thai_digits):
    thai = f"จำนวน {number:,} คน"
    assert differences(thai.translate(TO_THAI) if thai_digits else thai, f"{number:,} people") == ()


@given(numbers, numbers)
def test_other_numbers_differ(one, other):
    assert bool(differences(f"จำนวน {one:,} คน", f"{other:,} people")) == (one != other)


@given(days)
def test_dates_agree(day):
    thai = f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"
    assert differences(thai, f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}") == ()


@given(days, days)
def test_other_dates_differ(one, other):
    thai = f"{one.day} {MONTHS[one.month - 1]} {one.year + 543}"
    english = f"{other.day} {MONTH_NAMES[other.month - 1]} {other.year}"
    assert bool(differences(thai, english)) == (one != other)


@given(st.text(alphabet="0123456789.,:/-% นพศลา้บทย AaBm", max_size=40))
def test_any_text_is_read_and_spans_hold(text):
    for facts in (thai_facts(text), english_facts(text)):
        for fact in facts:
            assert 0 <= fact.start < fact.end <= len(text)
            assert fact.keys
