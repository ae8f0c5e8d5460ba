"""What every engine promises, asked of the embedded model."""

import os

import pytest

from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.packages import default_roots, describe, find_model
from bilingual_news.errors import ModelError
from bilingual_news.translation import Job, translate

SENTENCES = [
    "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรี",
    "กระทรวงสาธารณสุขเปิดเผยว่า มีผู้ป่วยรายใหม่ 25 ราย",
    "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรี",
    "ข่าว",
]

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def engine():
    return ArgosEngine(find_model(None, default_roots({"HOME": "/nonexistent"})), beam=2)


def test_same_length_and_order(engine):
    answers = engine.translate(SENTENCES)
    assert len(answers) == len(SENTENCES)
    assert answers[0] == answers[2]
    assert [engine.translate([s])[0].text for s in SENTENCES] == [a.text for a in answers]


def test_nothing_in_nothing_out(engine):
    assert list(engine.translate([])) == []


def test_it_translates_into_english(engine):
    [answer] = engine.translate(SENTENCES[:1])
    assert "Cabinet" in answer.text or "Prime Minister" in answer.text
    assert answer.score < 0


def test_alternatives_are_best_first(engine):
    [found] = engine.alternatives(SENTENCES[:1])
    assert len(found) == 2
    assert found[0].score >= found[1].score


def test_scores_are_mean_and_minimum_of_log_probabilities(engine):
    [(mean, minimum)] = engine.score(SENTENCES[:1], ["The Prime Minister chaired the Cabinet meeting."])
    [(worse, _)] = engine.score(SENTENCES[:1], ["Football is played with a ball on grass."])
    assert minimum < mean < 0
    assert worse < mean


@pytest.mark.parametrize(
    "text",
    ["ๆ" * 400, "ก" * 1200, "🙂" * 60, "๑๒๓ ... !!! ???", "\u0e49\u0e48\u0e4a", "a" * 600 + " ข่าว"],
    ids=["mai yamok", "one letter", "emoji", "digits and marks", "lone marks", "Latin run"],
)
def test_strange_text_gives_an_answer_and_no_crash(engine, text):
    [answer] = translate(engine, [Job(text)])
    assert isinstance(answer.text, str)
    assert len(answer.text) < 20_000


def test_addresses_and_hashtags_come_through_unchanged(engine):
    url = "https://www.thaigov.go.th/news_a/x?y=1"
    [link, tag, mail] = translate(
        engine,
        [Job(f"อ่านเพิ่มเติมได้ที่ {url}"), Job("#ไทยคู่ฟ้า #ASEAN"), Job("ติดต่อ info_th@example.go.th")],
    )
    assert url in link.text
    assert tag.text == "#ไทยคู่ฟ้า #ASEAN"
    assert "info_th@example.go.th" in mail.text


def test_text_without_thai_is_copied(engine):
    [answer] = translate(engine, [Job("ASEAN 2025: ๒๐")])
    assert answer.text == "ASEAN 2025: 20"


def test_a_long_sentence_is_translated_whole(engine):
    text = "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรี โดยมีรัฐมนตรีเข้าร่วม ซึ่งจัดขึ้นที่ทำเนียบรัฐบาล " * 6
    [answer] = translate(engine, [Job(text.strip())])
    assert len(answer.text) > 150


def test_a_text_at_the_limit_of_the_decoder_is_marked(engine, monkeypatch):
    monkeypatch.setattr("bilingual_news.engines.argos._LONGEST_OUTPUT", 8)
    assert engine.translate([SENTENCES[1]])[0].cut
    assert translate(engine, [Job(SENTENCES[1])])[0].cut
    monkeypatch.undo()
    assert not engine.translate([SENTENCES[1]])[0].cut


def test_loading_makes_no_folders_in_the_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    ArgosEngine(find_model(None, default_roots({})), beam=1).translate(["ข่าว"])
    assert not list(tmp_path.iterdir())
    assert "XDG_CONFIG_HOME" not in os.environ


def test_a_loop_that_no_retry_mends_is_flagged(engine, monkeypatch):
    monkeypatch.setattr("bilingual_news.engines.argos.loops", lambda target, source: True)
    [answer] = engine.translate(SENTENCES[:1])
    assert answer.text
    assert answer.looped


def test_a_loop_is_mended_by_a_second_decode(engine, monkeypatch):
    judged = []

    def loops_at_first(target, source):
        judged.append(target)
        return len(judged) <= 2  # both hypotheses of the first decode

    monkeypatch.setattr("bilingual_news.engines.argos.loops", loops_at_first)
    [answer] = engine.translate(SENTENCES[:1])
    assert len(judged) == 3  # the others are not even looked at
    assert answer.text in judged[2:]
    assert not answer.looped


def test_a_broken_model_is_an_error(tmp_path, engine):
    for name in ("metadata.json", "sentencepiece.model"):
        (tmp_path / name).write_bytes((engine.info.path / name).read_bytes())
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.bin").write_bytes(b"broken")
    with pytest.raises(ModelError, match="cannot be loaded"):
        ArgosEngine(describe(tmp_path, "flag")).translate(["ข่าว"])
