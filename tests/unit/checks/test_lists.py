"""Places and ministries that a list loses, gains or turns round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, run_checks
from bilingual_news.checks.concepts import is_whole, whole_words
from bilingual_news.checks.lists import ListItem, ListOrder
from bilingual_news.checks.mentions import LISTED, is_said, listed_concepts, thai_mentions
from bilingual_news.checks.places import PlaceAdded, Places

CHECKS = [ListItem(), ListOrder()]

# Thai, English, what is expected.
LOST = {
    "a province": (
        "กทม. เชียงใหม่ ขอนแก่น และภูเก็ต", "Bangkok, Chiang Mai and Phuket", "Khon Kaen for ขอนแก่น",
    ),
    "Bangkok": ("กทม. เชียงใหม่ และภูเก็ต", "Chiang Mai and Phuket", "Bangkok for กทม."),
    "a name that is a word": ("จ.พะเยา น่าน และแพร่", "Phayao and Nan", "Phrae for แพร่"),
    "two such names beside each other": ("แพร่ น่าน และพะเยา", "Nan and Phayao", "Phrae for แพร่"),
    "a country": ("ลาว เวียดนาม และกัมพูชา", "the Lao PDR and Cambodia", "Vietnam for เวียดนาม"),
    "Thailand": ("ไทย จีน และญี่ปุ่น", "China and Japan", "Thailand for ไทย"),
    "a district of Bangkok": ("เขตบางซื่อ และเขตจตุจักร", "Bang Sue district", "Chatuchak for เขตจตุจักร"),
    "a ministry": (
        "กระทรวงมหาดไทย กระทรวงการคลัง", "the Ministry of Interior", "Ministry of Finance for กระทรวงการคลัง",
    ),
    "a ministry by its short name": (
        "ก.แรงงาน ก.คลัง และ ก.คมนาคม", "the Ministries of Labour and Finance",
        "Ministry of Transport for ก.คมนาคม",
    ),
    "a region": ("ภาคเหนือ ภาคอีสาน และภาคใต้", "the North and the South", "Northeast for ภาคอีสาน"),
    "a city": ("ปักกิ่ง เซี่ยงไฮ้ และกว่างโจว", "Beijing and Guangzhou", "Shanghai for เซี่ยงไฮ้"),
}  # fmt: skip
#: Thai, English, the two that the English turns round.
TURNED = {
    "countries": ("ผ่านแดน สปป.ลาว ไปจีน", "via China to the Lao PDR", ("China", "Lao PDR")),
    "provinces": ("บริษัท ก จ.ชัยภูมิ และบริษัท ข จ.นครราชสีมา", "A in Nakhon Ratchasima, B in Chaiyaphum",
                  ("Nakhon Ratchasima", "Chaiyaphum")),
    "from and to": ("จากเชียงใหม่ไปภูเก็ต", "from Phuket to Chiang Mai", ("Phuket", "Chiang Mai")),
    "Bangkok and a province": ("จากกรุงเทพฯ ไประยอง", "from Rayong to Bangkok", ("Rayong", "Bangkok")),
    "Thailand and a country": ("ไทย–จีน", "China–Thailand", ("China", "Thailand")),
    "ministries": (
        "กระทรวงมหาดไทยส่งให้กระทรวงการคลัง", "Ministry of Finance to the Ministry of Interior",
        ("Ministry of Finance", "Ministry of Interior"),
    ),
}  # fmt: skip
RIGHT = {
    "all there": ("กทม. เชียงใหม่ และภูเก็ต", "Bangkok, Chiang Mai and Phuket"),
    "in capitals": ("เชียงใหม่ และภูเก็ต", "CHIANG MAI and Phuket"),
    "a hashtag": ("ปทุมธานี และภูเก็ต", "#PathumThani and Phuket"),
    "an acronym for several": ("ลาว เวียดนาม และกัมพูชา", "CLMV, Lao"),
    "a capital for its country": ("จีน และญี่ปุ่น", "Beijing and Japan"),
    "a word inside another one": ("จีน และญี่ปุ่น", "the landbeijing of Beijing and Japan"),
    "the agency of Bangkok": ("กทม. และภูเก็ต", "the BMA and Phuket"),
    "one place only, and it is lost": ("ที่ภูเก็ต", "there"),
    "others of another kind": ("ที่ภูเก็ต ประเทศจีน", "in China"),
    "a longer name around it": ("ภาคเหนือ และภาคตะวันออกเฉียงเหนือ", "the North and the Northeast"),
    "a word that holds it": ("จ.ปราจีนบุรี เวียดนาม", "Prachin Buri, Vietnam"),
    "a family name that holds it": ("นายกฤษฎา จีนะวิจารณะ พบทูตญี่ปุ่น", "Mr. Krisada met the Japanese envoy"),
    "a foreign name that ends in it": ("เฮอริเคนจีนน์ ในญี่ปุ่น", "Hurricane Jeanne in Japan"),
    "money": ("จีน 5 ล้านดอลลาร์สหรัฐ", "China, $5 million"),
    "ordinary words": ("แพร่ระบาดเลย ใน จ.พะเยา", "spreads in Phayao"),
    "an ordinary word after a name": ("จ.พะเยา น่านน้ำ", "Phayao waters"),
    "a word for Thais that is no country": ("คนไทยในจีน ญี่ปุ่น", "in China and Japan, Thais"),
    "what another check tells": ("จ.ลำปางและ จ.ลำพูน", "Lampang and Phrae"),
    "the English of the Thai has its own order": ("ไทย – มาเลเซีย (Malaysia – Thailand Joint Authority)",
                                                  "the Malaysia – Thailand Joint Authority"),
    "named more often": ("จากจีนไปลาว จากลาวไปจีน", "to China from Laos, from China to Laos"),
    "named more often in the English": ("จากลำปางไปลำพูน", "from Lamphun, of Lampang, to Lamphun"),
    "offices, not ministries": ("ก.คลัง ก.คมนาคม", "the Finance Minister"),
    "nothing": ("กทม. เชียงใหม่ และภูเก็ต", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", LOST)
def test_a_lost_item_is_an_error(name):
    thai, english, expected = LOST[name]
    assert [(f.check, f.message) for f in run_checks(Pair(thai, english), CHECKS)] == [
        ("list-item", f"expected {expected}, which the English does not name")
    ]


@pytest.mark.parametrize("name", TURNED)
def test_another_order_is_an_error(name):
    thai, english, (first, second) = TURNED[name]
    [found] = [f for f in run_checks(Pair(thai, english), CHECKS) if f.check == "list-order"]
    assert found.message.startswith(f"{first!r} stands before {second!r}, but the Thai has ")


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_none(name):
    assert run_checks(Pair(*RIGHT[name]), CHECKS) == ()


def test_both_sides_are_underlined():
    (found,) = run_checks(Pair("จากจีนไปประเทศลาว", "to Lao from China"), CHECKS)
    assert (found.source_span, found.target_span) == ((3, 17), (3, 17))


# Thai, English, check.
ADDED = {
    "a province": ("เชียงใหม่ และภูเก็ต", "Chiang Mai, Rayong and Phuket", "places"),
    "a country": ("จีน และญี่ปุ่น", "China, Korea and Japan", "places"),
    "a city": ("ปักกิ่ง และเซี่ยงไฮ้", "Beijing, Shanghai and Rome", "places"),
    "a country elsewhere": ("จีน และญี่ปุ่น", "China and Japan, said the Swedish envoy", "place-added"),
    "a country among others that are not there": ("ประชุม", "China, Korea and Japan", "place-added"),
}


@pytest.mark.parametrize("name", ADDED)
def test_an_added_item_is_an_error(name):
    thai, english, check = ADDED[name]
    assert {f.check for f in run_checks(Pair(thai, english), [Places(), PlaceAdded()])} == {check}


@pytest.mark.parametrize("thai", ["ประชุม", "เขตเศรษฐกิจ"])
def test_bangkok_and_its_districts_may_be_added(thai):
    assert run_checks(Pair(thai, "in Dusit, Bangkok"), [Places(), PlaceAdded()]) == ()


@pytest.mark.parametrize("concept", listed_concepts(), ids=lambda concept: concept.english[0])
def test_every_name_is_read_and_said(concept):
    for name in concept.sure:
        assert [mention.concept for mention in thai_mentions(f"ณ {name} วันนี้")] == [concept]
    for name in concept.english:
        assert is_said(concept, f"in {name} today")


def test_there_are_fifty_districts_and_twenty_one_ministries():
    kinds = [concept.kind for concept in listed_concepts()]
    assert (kinds.count("district"), kinds.count("ministry")) == (50, 21)
    assert {concept.kind for concept in LISTED.concepts} == {"ministry", "home"}


WHOLE = {"US": True, "US$": False, "USA": False, "BUS": False, "_US": False, "the US, ": True, "US_": False}


@pytest.mark.parametrize("text", WHOLE)
def test_names_are_words_of_their_own(text):
    assert bool(list(whole_words("US", text))) is WHOLE[text]
    at = text.find("US")
    assert is_whole(text, at, at + 2) is WHOLE[text]


THAI = st.sampled_from([
    "จ.พะเยา ", "น่าน ", "และ", "แพร่", "จีน ", "ลาว ", "ไทย", "กระทรวงมหาดไทย ", "ก.คลัง ",
    "ภาคตะวันออกเฉียงเหนือ", "ปราจีน", "กทม.", "China ", "ดอลลาร์สหรัฐ ", "เขตดุสิต",
])  # fmt: skip
ENGLISH = st.sampled_from([
    "Phayao, ", "Nan ", "Phrae", "Chinese", "China ", "Lao", "Thai–", "the Ministry of Interior ", "Finance ",
    "Ministries ", "east", "North", "US ", "BMA ", "_", "1", "Dusit ", "Bangkok ", "Prachin Buri ",
    "Nanning ",
])  # fmt: skip


@given(st.lists(THAI, max_size=8).map("".join), st.lists(ENGLISH, max_size=8).map("".join))
def test_the_gate_loses_no_finding(thai, english):
    pair = Pair(thai, english)
    asked = [problem for check in CHECKS for problem in check.messages(pair)]
    assert len(run_checks(pair, CHECKS)) == len(asked)
