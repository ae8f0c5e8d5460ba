"""Which English words read as a Thai name, however people spell themselves."""

import pytest

from bilingual_news.checks.names import reads_as
from bilingual_news.checks.romanisation import likeness

RIGHT = {
    "ธนกร": "Thanakorn", "ศุภมาส": "Supamas", "พุทธิพงษ์": "Buddhipongse", "อาคม": "Arkhom",
    "ขจรเกียรติ": "Khajornkiat",
    "ทรงศักดิ์": "Songsak", "หฤทัย": "Haruethai", "หนึ่ง": "Nueng", "เศรษฐา": "Srettha", "วรรณ": "Wan",
    "ธีรรัตน์": "Theerarat",
    "อรรถกร": "Atthakorn", "เซียว": "Xiao", "ยิ่งลักษณ์": "Yingluck", "อนุทินกล่าวต่อว่า": "Anutin", "สุชาติ": "Suchart",
}  # fmt: skip
WRONG = {
    "อนุชา": "Yupensuk", "รัชกิจประการ": "Inthong", "จุติ": "Kittirat", "สมชาย": "Wirat", "พิชัย": "Wirat",
    "ฮาริส": "Somchai",
}  # fmt: skip


@pytest.mark.parametrize(("thai", "english"), RIGHT.items())
def test_the_right_name(thai, english):
    assert reads_as(thai, english)


@pytest.mark.parametrize(("thai", "english"), WRONG.items())
def test_another_name(thai, english):
    assert not reads_as(thai, english)


@pytest.mark.parametrize(
    ("thai", "english"), [("", "Somchai"), ("เ", "E"), ("์", "Som"), ("สม", "H"), ("์", "Ha")]
)
def test_what_is_no_name_is_like_nothing(thai, english):
    assert likeness(thai, english) == 0.0


def test_likeness_is_a_share():
    assert likeness("มานี", "Manee") == pytest.approx(1.0, abs=0.2)
    assert 0.0 <= likeness("ก", "Kanokwannaporn") < 0.5
