"""The small models: their files, their choice, and what they add."""

import pytest

from bilingual_news.stages import scorer
from bilingual_news.stages.features import features
from bilingual_news.stages.scorer import TextKind
from bilingual_news.stages.segment import decide

TRANSLATED = (
    "เขาบอกว่าเขาไม่เคยเห็นอะไรแบบนี้มาก่อนในชีวิตของเขา "
    "ตำรวจลอนดอนกล่าวว่าผู้หญิงคนหนึ่งเสียชีวิตในเหตุการณ์นี้ พวกเขากำลังตามหาชายสองคน"
)
GOVERNMENT = (
    "รัฐมนตรีว่าการกระทรวงมหาดไทย เปิดเผยว่า กระทรวงมหาดไทยได้บูรณาการหน่วยงานที่เกี่ยวข้องในพื้นที่จังหวัด "
    "เพื่อช่วยเหลือประชาชน ตามนโยบายของรัฐบาล ประจำปีงบประมาณ พ.ศ. 2567"
)


def test_a_text_is_told_from_its_words():
    assert scorer.text_kind(TRANSLATED) is TextKind.TRANSLATED
    assert scorer.text_kind(GOVERNMENT) is TextKind.GOVERNMENT
    assert scorer.text_kind("") is TextKind.GOVERNMENT


def test_translated_news_is_cut_where_a_subject_begins():
    found = [d for d in decide(TRANSLATED) if d.boundary]
    assert {d.rule for d in found} == {"model"}
    assert TRANSLATED[found[0].position + 1 :].startswith("ตำรวจลอนดอน")


def test_the_score_of_every_question_to_the_model_is_told():
    asked = [d for d in decide(TRANSLATED) if d.rule.startswith("model")]
    threshold = scorer.model(TextKind.TRANSLATED).threshold
    assert asked
    assert all((d.score >= threshold) is d.boundary for d in asked)


def test_without_the_model_rules_stay_silent():
    assert {d.rule for d in decide(TRANSLATED, ask_model=False)} == {"no-rule"}


def test_government_news_is_left_to_the_rules():
    assert scorer.model(TextKind.GOVERNMENT) is None
    assert {d.score for d in decide(GOVERNMENT)} == {None}


def test_a_model_file_is_read():
    model = scorer.parse_model("# origin\n-1.5\t0.25\n500\tLก\tRข\n-250\tl0\n")
    assert (model.threshold, model.bias) == (-1.5, 0.25)
    assert model.scores("ก ข") == pytest.approx([0.25 + 0.5 + 0.5 - 0.25])


def test_features_look_no_farther_than_two_phrases():
    near = "หนึ่งหนึ่ง สองสองสอง สามสามสาม สี่สี่สี่สี่"
    far = "อื่นอื่นอื่น " + near + " อื่นอื่นอื่น"
    spaces = [i for i, c in enumerate(near) if c == " "]
    spaces_far = [i for i, c in enumerate(far) if c == " "]
    assert sorted(features(near, spaces, 1)) == sorted(features(far, spaces_far, 2))


def test_every_table_says_its_licence():
    for name in ("sentences-translated.tsv", "text-kind.tsv"):
        first = scorer.resources.files("bilingual_news.stages").joinpath("data", name).read_text("utf-8")
        assert "CC-BY-SA-4.0" in first.split("\n")[0]
    assert scorer.read_model("none.tsv") is None
