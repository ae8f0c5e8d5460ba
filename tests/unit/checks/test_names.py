"""Which English names are those of the people of the Thai."""

import pytest

from bilingual_news.checks import ALL_CHECKS, Pair
from bilingual_news.checks.gates import GATES, traits
from bilingual_news.checks.people import people
from bilingual_news.checks.romanisation import likeness


def found(check_id, source, target, **options):
    """The messages of one check, which its gate must have let through."""
    [check] = [check for check in ALL_CHECKS if check.id == check_id]
    pair = Pair(source, target, **options)
    problems = list(check.messages(pair))
    assert not problems or GATES[check_id] & traits(pair)
    return [getattr(problem, "message", problem) for problem in problems]


ANOTHER_PERSON = {
    "family name that begins like a verb": ("นายเอกนัฏ พร้อมพันธุ์ รัฐมนตรี", "Mr. Akanat Srisawat, Minister"),
    "family name that begins with นำ": ("นายณัฏฐชัย นำพูลสุขสันติ์ ผู้ว่า", "Mr. Natthachai Kongdee, Governor"),
    "sounds that few people spell so": ("นายสุรพงษ์ ปิยะโชติ รัฐมนตรี", "Mr. Surapong Vejchakit, Minister"),
    "sounds of a part of the name": ("นายคารม พลพรกลาง รองโฆษก", "Mr. Karom Bunlue, Deputy Spokesperson"),
    "given name with ก": ("นายกฤชเพชร เพชระบูรณิน รองผู้ว่าราชการจังหวัด", "Mr. Kritphet Yenjai, Deputy Governor"),
    "beside an officer whose rank is spelt out": (
        "นายสุทธิพงษ์ จุลเจริญ กล่าวว่า พลอากาศตรี สุพิชัย สุนทรบุระ",
        "Mr. Suttipong Hinkaew said that Air Vice Marshal Supichai Sunthornbura",
    ),
    "officer whose rank is spelt out": ("พลอากาศตรี สุพิชัย สุนทรบุระ", "Air Vice Marshal Wirat Meesuk"),
    "family name like a name beside it": (
        "น.ส.ทิพานัน กล่าวว่า นางสาวตรีนุช เทียนทอง รัฐมนตรี",
        "Ms. Thipanan said that Ms. Treenuch Obnithi, Minister",
    ),
    "family name that is another one's given name": (
        "นายวิชัย กล่าวว่า นายสมศักดิ์ วิชัย รัฐมนตรี",
        "Mr. Wichai said that Mr. Kittirat Obnithi, Minister",
    ),
    "family name, without titles": ("นายคารม พลพรกลาง แถลง", "Karom Srisawat stated"),
    "other Latin beside the name": ("นางสาวรัชดากล่าวว่า อุทยาน (UNESCO Global)", "Ms. Wirat: UNESCO Global"),
}  # fmt: skip

SAME_PERSON = {
    "verb after the name": ("นายเอกนัฏ พร้อมด้วยคณะ", "Mr. Akanat and his team"),
    "delegation after the name": ("นายณัฏฐชัย นำคณะ", "Mr. Natthachai led a delegation"),
    "prime minister": ("นายกรัฐมนตรี กล่าว", "The Prime Minister said"),
    "association": ("นายกสมาคมแม่บ้าน พบ Mr. Smith", "The president met Mr. Smith"),
    "district named นางรอง or สนามนาง": ("แก้งสนามนาง จังหวัดชัยภูมิ", "Kaeng Sanam Nang, Chaiyaphum"),
    "silent end": ("นายบดินทร์ ภัทรสาสตร์", "Mr. Bodin Phatthrasat"),
    "family name stuck to an office": ("พล.อ.ประยุทธ์ จันทร์โอชานายกรัฐมนตรี", "Gen. Prayut Chan-o-cha, premier"),
    "foreigner by his family name": ("นายโดนัลด์ ทรัมป์ และ นายวัง", "Mr. Trump and Mr. Wang"),
    "family name without titles": ("นายโจเซฟ ไบเดน ประธานาธิบดี", "US President Joe Biden"),
    "Latin after a long name": (
        "นายการ์โลส อุมเบร์โต ฆิเมเนซ ลิโกนา (H.E. Mr. Carlos Humberto Jiménez Licona)",
        "H.E. Mr. Carlos Humberto Jiménez Licona",
    ),
    "office right after the given name": ("นายคารม พลพรกลาง รองโฆษก", "Karom Deputy Government Spokesperson"),
    "name that begins with a glide": ("นายหวัง อี้ รัฐมนตรีต่างประเทศจีน", "Chinese Foreign Minister Wang Yi"),
    "excellency": ("ฯพณฯ นายอุเมส ปานเดย์", "H.E. Umesh Pandey"),
}  # fmt: skip


@pytest.mark.parametrize("pair", ANOTHER_PERSON.values(), ids=ANOTHER_PERSON)
def test_another_person(pair):
    [message] = found("names", *pair)
    assert message.startswith("no name in the English reads as ")


@pytest.mark.parametrize("pair", SAME_PERSON.values(), ids=SAME_PERSON)
def test_the_same_person(pair):
    assert found("names", *pair) == []


PEOPLE = {
    "นายกิตติ ใจดี": [("กิตติ", "ใจดี")], "นายกรณ์ จาติกวณิช": [("กรณ์", "จาติกวณิช")], "นายกฤษณ์": [("กฤษณ์", "")],
    "นายกอบชัย": [("กอบชัย", "")], "นายกมลภพ": [("กมลภพ", "")], "นายกัญจน์": [("กัญจน์", "")],
    "นายกเทศมนตรี": [], "นายกองค์การบริหาร": [], "นายกฯ": [], "นายกเหล่ากาชาด": [], "นายกรัฐมนตรี": [],
    "นายสมชาย มีสุข กล่าว": [("สมชาย", "มีสุข")], "นายสมชาย มีแผน": [("สมชาย", "")],
    "นายสมชายกล่าวว่า โครงการ": [("สมชายกล่าวว่า", "")], "นายธนกร ยืนยันว่า นายกรัฐมนตรี": [("ธนกร", "")],
    "นายแพทย์สาธารณสุขจังหวัดตรวจสอบ รวบรวมข้อมูล": [], "นายแพทย์ สสจ.เชียงใหม่ ตรวจ": [],
    "นายแพทย์เชี่ยวชาญ กรมการแพทย์": [], "นายแพทย์ทรงคุณวุฒิ ด้านเวชกรรม": [], "ทันตแพทย์ประจำ โรงพยาบาล": [],
    "แพทย์หญิงผู้ดูแล ศูนย์": [], "นายแพทย์สาธารณ์ ใจดี": [("สาธารณ์", "ใจดี")],
    "แพทย์หญิงประภา มีสุข": [("ประภา", "มีสุข")], "นายวิชัย สว่างวงศ์": [("วิชัย", "สว่างวงศ์")],
}  # fmt: skip


@pytest.mark.parametrize(("thai", "expected"), PEOPLE.items())
def test_people_of_a_thai_text(thai, expected):
    assert [(person.given, person.family) for person in people(thai)] == expected


@pytest.mark.parametrize(("thai", "usual", "rare"), [("จุติ", "Juti", "Suti"), ("ปิยะ", "Piya", "Viya")])
def test_a_rare_spelling_is_less_like_than_a_usual_one(thai, usual, rare):
    assert likeness(thai, usual) > likeness(thai, rare)
