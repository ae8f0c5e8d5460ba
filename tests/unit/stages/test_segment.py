"""Where sentences end in government news, and where they do not."""

import pytest

from bilingual_news.model import Kind
from bilingual_news.sources import read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import decide, segment_article, spans

BOUNDARIES = {
    "discourse opener": "น้ำป่าไหลหลากเข้าท่วมบ้านเรือน | ทั้งนี้ นายกรัฐมนตรีได้ติดตามสถานการณ์",
    "opener glued to its sentence": "รถแข่งขันกับต่างประเทศได้ | อย่างไรก็ตามการแก้ปัญหาต้องใช้เวลา",
    "opener after a year": "เริ่มก่อสร้างในปีงบประมาณ พ.ศ. 2569 | ปัจจุบันอยู่ระหว่างการเตรียมการ",
    "enumeration": "มี 2 ด้าน ได้แก่ | 1) การสร้างโอกาสทางธุรกิจ | 2) การสนับสนุนภาคเอกชน",
    "question": "รัฐบาลจะแก้ปัญหานี้อย่างไร? | รัฐมนตรีตอบว่าได้เตรียมการไว้แล้ว",
    "call to the public": "พายุจะเข้าในวันพรุ่งนี้ | ขอให้ประชาชนระมัดระวังและติดตามข่าวสาร",
}
WHOLE = {
    "abbreviation": "พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล มีผลบังคับใช้",
    "ministry abbreviation": "รองปลัด วธ. เป็นประธาน",
    "rank and name": "พล.อ. ประยุทธ์ จันทร์โอชา เป็นประธาน",
    "date": "เมื่อวันที่ 27 มกราคม 2565 เวลา 09.00 น. ที่ทำเนียบรัฐบาล",
    "brackets": "การประชุม (ทั้งนี้ ให้เป็นไปตามระเบียบ) เริ่มแล้ววันนี้",
    "quotes": "ภายใต้แนวคิด “ทั้งนี้ เพื่อไทยทุกคน” เริ่มแล้ววันนี้",
    "Latin phrase": "หัวข้อ Digital Transformation The Engine for ASEAN",
    "compound of an opener": "หน่วยงานของรัฐ ส่วนราชการทุกแห่งเข้าร่วม",
    "opener that is wanted by a word": "กล่าวว่า ปัจจุบันสถานการณ์ดีขึ้นมาก",
    "repetition mark": "ต่าง ๆ ที่เกิดขึ้นในพื้นที่",
    "money": "งบประมาณ 1.5 ล้านบาท ต่อปี",
}


@pytest.mark.parametrize("marked", BOUNDARIES.values(), ids=BOUNDARIES)
def test_a_sentence_ends(marked):
    expected = marked.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in spans(text)] == expected


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_sentence_stays_whole(text):
    assert spans(text) == ((0, len(text)),)


def test_every_space_gets_a_decision_with_its_rule():
    text = "น้ำป่าไหลหลากเข้าท่วม ทั้งนี้ นายกรัฐมนตรี (ก ข) ติดตาม"
    decisions = decide(text)
    assert [decision.position for decision in decisions] == [i for i, c in enumerate(text) if c == " "]
    assert all(decision.rule for decision in decisions)
    assert [d.rule for d in decisions if d.boundary] == ["opener"]


def test_nothing_is_cut_from_empty_text():
    assert spans("") == ()


def test_article_50968_is_cut_into_its_sentences(shipped):
    article = normalize_article(read_article(shipped("50968")))
    segments = segment_article(article)
    assert segments[0].kind is Kind.TITLE
    assert [s.text[:2] for s in segments if s.kind is Kind.LIST_ITEM][:3] == ["1)", "2)", "3)"]
    assert {s.count for s in segments if s.paragraph == 1} == {1}


def test_segments_of_a_paragraph_know_their_place(shipped):
    article = normalize_article(read_article(shipped("69221")))
    for segment in segment_article(article):
        paragraph = article.paragraphs[segment.paragraph]
        assert paragraph.text[segment.start : segment.end] == segment.text
        assert segment.line == paragraph.line
        assert 0 <= segment.index < segment.count
