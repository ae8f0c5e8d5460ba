"""Each built-in rule decides the example that its own table gives for it."""

import pytest

from bilingual_news.stages import rules
from bilingual_news.stages.segment import decide

WITH_EXAMPLE = [rule for rule in rules.RULES if rule.example != "-"]


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.id)
def test_the_example_of_a_rule_is_decided_by_it(rule):
    head, *rest = rule.example.split("|")
    text = f"{head} {' '.join(rest)}"
    decision = next(d for d in decide(text, ask_model=False) if d.position == len(head))
    # Examples are short: where a rule would leave too little, its id is kept as the detail.
    assert rule.id in {decision.rule, decision.detail}


def test_rule_ids_are_unique():
    ids = [rule.id for rule in rules.RULES]
    assert len(ids) == len(set(ids))


NO_BOUNDARY = {
    "no sentence ends in 'more than'": "มีผู้เข้าร่วมกิจกรรม มากกว่า สำหรับปีที่แล้ว",
    "as for, after a bracket": "ระบบกักเก็บพลังงาน (Ultracapacitors) สำหรับระบบขนส่งสาธารณะในเมือง",
    "an opener straight after an opener": "นอกจากนี้ ขอให้ทุกคนนึกถึงความปลอดภัยของตัวเองเป็นหลัก",
    "a circumstance before its comment": "กรณีผู้ที่ลงทะเบียนไว้แล้วภายในเดือนนี้นั้น ขณะนี้มีผู้ลงทะเบียนแล้ว",
    "last month, not lately": "เมื่อวันที่ 1 มีนาคม ที่ผ่านมา ฝนตกหนักในหลายพื้นที่",
    "time after a date": "เมื่อวันที่ 1 เมษายน 2564 เมื่อเวลา 13.30 นาฬิกา ณ ตึกภักดีบดินทร์",
    "abbreviation glued to a word": "ผลการประชุมที่ประชุมครม. ทั้งนี้ได้แจ้งให้ทราบ",
    "cause and conclusion are one sentence": "เนื่องจากน้ำท่วมหลายพื้นที่ในจังหวัด เจ้าหน้าที่จึงเข้าไปช่วยเหลือ",
}
BOUNDARY = {
    "place, not complement": "ประชาชนในพื้นที่ | จากนั้นรัฐมนตรีว่าการกระทรวงแรงงานได้นำเยี่ยมชมบูธ",
    "conclusion": "พบสารเสพติดทั้งหมด 7 ราย | เจ้าหน้าที่จึงแจ้งข้อกล่าวหาและจัดทำบันทึกจับกุม",
    "the subject is taken up": "เปิดงานที่กรุงเทพมหานคร | งานเสวนาดังกล่าวใช้เป็นช่องทางแลกเปลี่ยนความรู้",
    "answer": "รัฐบาลจะดำเนินการอย่างไรหรือไม่ | นายกรัฐมนตรี กล่าวว่า ต้องดำเนินการตามกฎหมาย",
}


@pytest.mark.parametrize("text", NO_BOUNDARY.values(), ids=NO_BOUNDARY)
def test_stays_whole(text):
    assert not [d for d in decide(text) if d.boundary]


@pytest.mark.parametrize("marked", BOUNDARY.values(), ids=BOUNDARY)
def test_ends_a_sentence(marked):
    head = marked.split(" | ")[0]
    assert [d.position for d in decide(marked.replace(" | ", " ")) if d.boundary] == [len(head)]
