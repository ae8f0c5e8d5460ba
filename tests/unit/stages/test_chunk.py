"""Long sentences are cut for the engine and joined again."""

import pytest

from bilingual_news.stages.chunk import cut, join

LONG = (
    "นายชัยวุฒิ ธนาคมานุสรณ์ รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม เข้าร่วมประชุมรัฐมนตรีอาเซียนด้านดิจิทัล "
    "โดยมีผู้เข้าร่วมการประชุมประกอบด้วยรัฐมนตรีและผู้แทนของประเทศสมาชิกอาเซียนที่กำกับดูแลด้านดิจิทัล "
    "ซึ่งการประชุมนี้จัดขึ้นผ่านระบบการประชุมทางไกล รวมทั้งเลขาธิการอาเซียนเข้าร่วมการประชุมในครั้งนี้ด้วยเช่นกัน"
)


def test_a_short_sentence_stays_whole():
    assert cut("ข่าวสั้น วันนี้", 300) == ("ข่าวสั้น วันนี้",)


def test_a_long_sentence_is_cut_before_connectives():
    pieces = cut(LONG, 200)
    assert " ".join(pieces) == LONG
    assert len(pieces) > 1
    assert all(piece.startswith(("โดย", "ซึ่ง", "รวมทั้ง")) for piece in pieces[1:])


def test_no_piece_is_longer_than_the_limit_even_without_spaces():
    text = "ประชาชนต้องการความช่วยเหลือ" * 40
    pieces = cut(text, 300)
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 300


def test_one_word_longer_than_the_limit_is_left():
    assert cut("x" * 500, 300) == ("x" * 500,)


JOINS = {
    "a stop before lower case is dropped": (["He met them.", "by video."], "He met them, by video."),
    "a stop before a capital stays": (["He met them.", "They agreed."], "He met them. They agreed."),
    "no stop, function word": (["The meeting", "Which was online."], "The meeting which was online."),
    "no stop, name": (["Minister", "Chaiwut spoke."], "Minister Chaiwut spoke."),
    "abbreviation is no stop": (["Mr.", "Chaiwut spoke."], "Mr. Chaiwut spoke."),
    "empty pieces": (["", "One.", " "], "One."),
    "nothing": ([], ""),
}


@pytest.mark.parametrize(("pieces", "expected"), JOINS.values(), ids=JOINS)
def test_join(pieces, expected):
    assert join(pieces) == expected
