"""Thai dates as articles write them."""

from datetime import date

import pytest

from bilingual_news.thaidate import format_thai_date, parse_thai_date, to_common_era

WRITTEN = {
    "date line": ("วันพฤหัสบดีที่ 27 มกราคม 2565", date(2022, 1, 27)),
    "Thai digits": ("วันที่ ๒๗ มกราคม ๒๕๖๕", date(2022, 1, 27)),
    "era marked": ("๑ กุมภาพันธ์ พ.ศ. ๒๕๖๔", date(2021, 2, 1)),
    "abbreviated, two digits": ("วันนี้ (1 มิ.ย. 65) ถือเป็น", date(2022, 6, 1)),
    "abbreviated without space": ("วันนี้ (1 ก.พ.67)", date(2024, 2, 1)),
    "slashed": ("27/01/2565", date(2022, 1, 27)),
    "Common Era": ("27 มกราคม 2022", date(2022, 1, 27)),
    "Common Era marked": ("27 มกราคม ค.ศ. 2022", date(2022, 1, 27)),
    "leap day": ("29 กุมภาพันธ์ 2567", date(2024, 2, 29)),
    "no such day": ("31 กุมภาพันธ์ 2567", None),
    "no such year": ("1 มกราคม 1200", None),
    "month alone": ("มกราคม 2565", None),
    "no date": ("ข่าววันนี้", None),
}


@pytest.mark.parametrize(("text", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_parse_thai_date(text, expected):
    assert parse_thai_date(text) == expected


@pytest.mark.parametrize(("written", "year"), [(2565, 2022), (65, 2022), (2022, 2022), (0, 1957)])
def test_to_common_era(written, year):
    assert to_common_era(written) == year


def test_a_year_of_no_era_is_an_error():
    with pytest.raises(ValueError, match="1200 is neither"):
        to_common_era(1200)


def test_format_thai_date_has_weekday_and_buddhist_era():
    assert format_thai_date(date(2022, 1, 27)) == "วันพฤหัสบดีที่ 27 มกราคม พ.ศ. 2565"


def test_formatted_dates_are_read_back():
    day = date(2024, 2, 29)
    assert parse_thai_date(format_thai_date(day)) == day
