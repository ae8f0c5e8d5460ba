"""Places of the English that the Thai cannot mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, run_checks
from bilingual_news.checks.places import PLACES, PlaceAdded, Places, Royals

# Thai, English, message.
WRONG = {
    "another province": (
        "จังหวัดเชียงราย", "in Chiang Mai", "expected Chiang Rai for เชียงราย, found 'Chiang Mai'",
    ),
    "another country": (
        "ผู้นำญี่ปุ่น", "the Korean leader", "expected Japan for ญี่ปุ่น, found 'Korean'",
    ),
    "one of two": (
        "จ.ลำปางและ จ.ลำพูน", "Lampang and Phrae", "expected Lamphun for ลำพูน, found 'Phrae'"
    ),
    "the second time": (
        "ผู้ว่าฯ น่าน ณ จังหวัดน่าน และ จ.น่าน", "the governor of Nan in Tak", "expected Nan for จ.น่าน, found 'Tak'"
    ),
    "a name that is a word": ("จ.เลย", "in Tak", "expected Loei for จ.เลย, found 'Tak'"),
    "a misspelt province": (
        "สุราษฏร์ธานี", "Udon Thani", "expected Surat Thani for สุราษฏร์ธานี, found 'Udon Thani'",
    ),
    "another region": ("ภาคใต้ตอนบน", "the upper North", "expected South for ภาคใต้, found 'North'"),
    "another river": (
        "น้ำในแม่น้ำป่าสัก", "the Chao Phraya", "expected Pa Sak for แม่น้ำป่าสัก, found 'Chao Phraya'",
    ),
    "a province from nowhere": (
        "ประชุมวันนี้", "a meeting in Nakhon Phanom", "'Nakhon Phanom' is not in the Thai: delete or correct it",
    ),
    "another city": ("ประชุมที่เจนีวา", "in Rome", "expected Geneva for เจนีวา, found 'Rome'"),
}  # fmt: skip
RIGHT = {
    "an adjective": ("จีนและเวียดนาม", "Chinese and Vietnamese arrivals"),
    "an ordinary word that holds a name": ("แพร่ระบาดเลย", "spreads in Phrae and Loei"),
    "a capital for its country": ("ปักกิ่งกล่าวว่า", "China said"),
    "the English name in the Thai": ("ร่วมกับ Japan Foundation", "with the Japan Foundation"),
    "another spelling": ("โคราชและศรีษะเกษ", "Korat and Srisaket"),
    "dollars": ("2 ล้านดอลลาร์", "US$2 million"),
    "a currency sign is no country": ("2 ล้านเหรียญ", "US$2 million"),
    "South Korea for Korea": ("ภาคเหนือและเกาหลี", "the North and South Korea"),
    "a region added": ("ประชุมวันนี้", "a meeting in the South"),
    "Thailand added": ("ประชุมวันนี้", "a meeting in Thailand"),
    "a part of a word": ("ประชุม", "Nantes and Takeda"),
    "nothing": ("จังหวัดเชียงราย", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_another_place_is_an_error(name):
    thai, english, message = WRONG[name]
    assert [(f.check, f.message) for f in run_checks(Pair(thai, english), [Places()])] == [
        ("places", message)
    ]


@pytest.mark.parametrize("name", RIGHT)
def test_what_the_thai_may_mean_is_none(name):
    assert run_checks(Pair(*RIGHT[name]), [Places(), PlaceAdded(), Royals()]) == ()


def test_a_country_that_explains_is_a_warning():
    found = run_checks(Pair("นายกรัฐมนตรีเมย์", "British Prime Minister May"), [Places(), PlaceAdded()])
    assert [(f.check, f.message) for f in found] == [
        ("place-added", "'British' is not in the Thai: delete or correct it")
    ]


def test_both_sides_are_underlined():
    (found,) = run_checks(Pair("ที่จังหวัดตราด", "in Trang"), [Places()])
    assert (found.source_span, found.target_span) == ((3, 14), (3, 8))


ROYALS = {
    "the queen for the king": (
        "พระบาทสมเด็จพระเจ้าอยู่หัว",
        "Her Majesty the Queen",
        "expected His Majesty for พระบาทสมเด็จพระเจ้าอยู่หัว, found 'Her Majesty the Queen'",
    ),
    "another king": (
        "พระบาทสมเด็จพระจุลจอมเกล้าเจ้าอยู่หัว",
        "King Vajiravudh",
        "expected Chulalongkorn for จุลจอมเกล้า, found 'Vajiravudh'",
    ),
    "a princess from nowhere": (
        "โรงพยาบาลสมเด็จพระยุพราช",
        "HRH Princess Maha Chakri Hospital",
        "'Princess Maha Chakri' is not in the Thai: delete or correct it",
    ),
}


@pytest.mark.parametrize("name", ROYALS)
def test_another_royal_person_is_an_error(name):
    thai, english, message = ROYALS[name]
    found = run_checks(Pair(thai, english), [Places(), PlaceAdded(), Royals()])
    assert ("royals", message) in [(f.check, f.message) for f in found]
    assert {f.check for f in found} == {"royals"}


def rows():
    lines = [line for path in PLACES.paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_the_table_has_every_province_but_bangkok_once():
    provinces = [row[1].split(";")[0] for row in rows() if row[0] == "province"]
    assert len(provinces) == len(set(provinces)) == 76


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[3].split(";")[0])
def test_every_place_is_right_beside_itself(row):
    for thai in row[1].split(";"):
        for english in row[3].split(";"):
            pair = Pair(f"ที่ประเทศ{thai.rstrip('=')} วันนี้", f"in {english} today")
            assert run_checks(pair, [Places(), PlaceAdded(), Royals()]) == ()


PARTS = st.sampled_from(["จังหวัดตาก ", "น่าน", "จีน", "ลาว", "ประชุม ", "Japan "])
ENGLISH = st.sampled_from(
    ["Tak, ", "Nan ", "Chinese ", "Lao PDR ", "US ", "UK's ", "the North ", "Japan ", "new "]
)


@given(st.lists(PARTS).map("".join), st.lists(ENGLISH).map("".join))
def test_the_gate_loses_no_finding(thai, english):
    pair = Pair(thai, english)
    asked = [problem for check in (Places(), PlaceAdded()) for problem in check.messages(pair)]
    assert len(run_checks(pair, [Places(), PlaceAdded()])) == len(asked)
