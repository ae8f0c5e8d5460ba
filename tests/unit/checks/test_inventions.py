"""Acronyms and bodies of the English that nothing in the Thai accounts for."""

import pytest

from bilingual_news.glossary import Termbase
from bilingual_news.model import Term
from tests.unit.checks.test_names import found

BASE = Termbase(
    [
        Term(
            "กระทรวงมหาดไทย",
            "Ministry of Interior",
            "MOI",
            ("มท.",),
            domain="ministry",
            part_of_speech="proper noun",
        ),
        Term(
            "กระทรวงยุติธรรม",
            "Ministry of Justice",
            "MOJ",
            ("ยธ.",),
            domain="ministry",
            part_of_speech="proper noun",
        ),
        Term(
            "รัฐมนตรีว่าการกระทรวงยุติธรรม",
            "Minister of Justice",
            "",
            ("รมว.ยธ.",),
            domain="position",
            part_of_speech="proper noun",
        ),
        Term(
            "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร",
            "Bank for Agriculture and Agricultural Cooperatives",
            "BAAC",
            ("ธ.ก.ส.",),
            domain="agency",
            part_of_speech="proper noun",
        ),
        Term(
            "กรมโรงงานอุตสาหกรรม",
            "Department of Industrial Works",
            "DIW",
            domain="agency",
            part_of_speech="proper noun",
        ),
        Term(
            "กรมการจัดหางาน", "Department of Employment", "DOE", domain="agency", part_of_speech="proper noun"
        ),
        Term("สภาผู้แทนราษฎร", "House of Representatives", domain="agency", part_of_speech="proper noun"),
        Term(
            "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
            "Ministry of Digital Economy and Society",
            "MDES",
            domain="ministry",
            part_of_speech="proper noun",
        ),
    ]
)


def spoken(check, source, target):
    matches = BASE.find(source)
    return found(check, source, target, matches=matches, added=BASE.added(source, target, matches))


NO_INITIALS = {
    "committee": (
        "คณะกรรมการนโยบายที่ดินแห่งชาติ (คทช.)",
        "under the National Land Policy Committee (NBTC), land",
        "'NBTC' is no acronym of 'National Land Policy Committee': expected NLPC or no acronym",
    ),
    "body after an office": (
        "อธิบดีกรมวิทยาศาสตร์การแพทย์",
        "the Director-General of the Department of Medical Sciences (ONCB) said",
        "'ONCB' is no acronym of 'Department of Medical Sciences': expected DMS or no acronym",
    ),
    "after an article at the beginning": (
        "สำนักงานสลากกินแบ่งรัฐบาล",
        "The Government Lottery Office (TAT) acts",
        "'TAT' is no acronym of 'Government Lottery Office': expected GLO or no acronym",
    ),
    "at the beginning": (
        "กระทรวงเกษตรฯ",
        "Ministry of Agriculture (TCG) acts",
        "'TCG' is no acronym of 'Ministry of Agriculture': expected MA or no acronym",
    ),
}


@pytest.mark.parametrize(("source", "target", "message"), NO_INITIALS.values(), ids=NO_INITIALS)
def test_an_acronym_of_another_name(source, target, message):
    assert spoken("acronym-initials", source, target) == [message]


ACRONYMS = {
    "initials": ("สถาบันวิจัย (วว.)", "the Institute of Technological Research (ITR)"),
    "beginnings": ("กรมส่งเสริม", "the Department of Industrial Promotion (DIPROM)"),
    "some words only": ("สำนักงาน", "the Office of the National Land Policy Board (ONLB)"),
    "as in the Thai": ("หน่วยงาน XRQ", "the National Land Policy Committee (XRQ)"),
    "as in the Thai, with hyphens": ("หน่วยงาน X-RQ", "the National Land Policy Committee (XRQ)"),
    "of the glossary": ("ธ.ก.ส. แถลง", "the Farmers and Cooperatives Bank (BAAC)"),
    "a person's degree": ("ทันตแพทย์ สมชวน รัตนมังคลานนท์", "instructed Dr. Somchuan Ratanamungklanon (WRTN)"),
    "the end of a name": ("และพันธุ์พืช (อส.)", "and Plant Conservation (DNP) act"),
    "small words before it": ("กด (กรฟ.3)", "line-clear tickets (WXYZ)"),
    "everybody's": ("องค์การ", "the World Health Body (WHO)"),
    "a number": ("รัชกาลที่ 9", "the Great King Rama (XVII)"),
}


@pytest.mark.parametrize("pair", ACRONYMS.values(), ids=ACRONYMS)
def test_an_acronym_in_brackets_that_may_stand(pair):
    assert spoken("acronym-initials", *pair) == []


INVENTED = {
    "bare": ("กรมควบคุมโรคลงนาม", "The NBTC has signed"),
    "plural": ("สวนกล้วยไม้", "orchid farms of the WXYs"),
    "beside short words": ("นามีกาดีมาสีนา", "The NWXYZQB has"),
    "in brackets after small words": ("เหยียบรถ", "tickets (WXYZ)"),
}


@pytest.mark.parametrize("pair", INVENTED.values(), ids=INVENTED)
def test_an_invented_acronym(pair):
    [message] = spoken("invented-acronym", *pair)
    assert message.startswith("nothing in the Thai is '")


ACCOUNTED = {
    "Thai abbreviation": ("สบพ. ตระหนัก", "CATC is aware"),
    "Thai abbreviation in brackets": ("สถาบัน (กสทช.)", "the NBTC"),
    "Thai abbreviation without periods": ("รถเมล์ ขสมก ใหม่", "new BMTA buses"),
    "spelt in Thai": ("โครงการซีเอสอาร์", "a CSX project"),
    "part of it spelt in Thai": ("กระทรวงดีอี", "MDEX"),
    "heard in Thai": ("นิด้าโพล", "NIDA Poll"),
    "heard in two Thai words": ("งานซับคอน", "SUBCON"),
    "initials of words before it": ("กรม", "the Rights and Liberties Protection Department: RLPD"),
    "shouted": ("การใช้หน่วยความจำ", "MEMORY USAGE - average"),
    "all in capitals": ("ข่าวด่วน", "URGENT NEWS"),
    "code": ("รุ่น", "model WXYZ-12 and A/WXYZ and #WXYZ"),
    "part of a word": ("ข่าว", "WXYZabc"),
    "two letters": ("ระบบ", "the AP system"),
}


@pytest.mark.parametrize("pair", ACCOUNTED.values(), ids=ACCOUNTED)
def test_an_acronym_that_something_accounts_for(pair):
    assert spoken("invented-acronym", *pair) == []


ADDED = {
    "ministry": (
        "ครม. เห็นชอบ",
        "The Cabinet and the Ministry of Justice agreed",
        "'Ministry of Justice' is กระทรวงยุติธรรม, which the Thai does not have: delete or correct it",
    ),
    "office": (
        "กระทรวงมหาดไทยแถลง",
        "The Ministry of Interior and the Minister of Justice stated",
        "'Minister of Justice' is รัฐมนตรีว่าการกระทรวงยุติธรรม, "
        "which the Thai does not have: delete or correct it",
    ),
    "acronym": (
        "แผนปฏิบัติราชการ",
        "the BAAC action plan",
        "'BAAC' is ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร, which the Thai does not have: delete or correct it",
    ),
}


@pytest.mark.parametrize(("source", "target", "message"), ADDED.values(), ids=ADDED)
def test_a_body_that_the_thai_does_not_have(source, target, message):
    assert spoken("invented-body", source, target) == [message]
    assert spoken("invented-acronym", source, target) == []


MEANT = {
    "in full": ("กระทรวงยุติธรรมแถลง", "The Ministry of Justice stated"),
    "abbreviated": ("ยธ. แถลง", "The MOJ stated"),
    "by a word of its name": ("กรมโรงงานฯ และโรงงานอื่น", "Department of Industrial Works"),
    "the minister of the ministry": ("กระทรวงยุติธรรม", "the Minister of Justice"),
    "by an abbreviation that nobody knows": ("กพยช. ดำเนินการ", "the Ministry of Justice"),
    "cut short": ("กระทรวงฯ แถลง", "the Ministry of Justice stated"),
    "in Latin letters": ("ระบบ MDES", "the Ministry of Digital Economy and Society"),
    "as in the Thai": ("BAAC แถลง", "BAAC stated"),
    "the house": ("หารือในสภา", "in the House of Representatives"),
    "a longer name": ("รัฐมนตรีออสเตรเลีย", "Department of Employment and Workplace Relations"),
    "a longer acronym": ("แถลง", "XBAAC and #BAAC"),
    "inside a name that the Thai has": (
        "ธ.ก.ส. แถลง",
        "Bank for Agriculture and Agricultural Cooperatives (BAAC)",
    ),
}


@pytest.mark.parametrize("pair", MEANT.values(), ids=MEANT)
def test_a_body_that_the_thai_may_mean(pair):
    assert spoken("invented-body", *pair) == []


def test_of_names_inside_each_other_the_longest_is_told():
    terms = [
        Term("กระทรวงยุติธรรม", "Ministry of Justice", domain="ministry", part_of_speech="proper noun"),
        Term(
            "ปลัดกระทรวงยุติธรรม",
            "Permanent Secretary of the Ministry of Justice",
            domain="position",
            part_of_speech="proper noun",
        ),
        Term("คุก", "Prison Service", "PS", domain="agency", part_of_speech="proper noun"),
        Term("กรมดง", "Department of Big Woods", domain="agency", part_of_speech="proper noun"),
    ]
    english = (
        "The Permanent Secretary of the Ministry of Justice, the Department of Big Woods, the Prison Service"
    )
    added = Termbase(terms).added("ครม. เห็นชอบ", english, ())
    assert [english[m.start : m.end] for m in added] == [
        "Permanent Secretary of the Ministry of Justice",
        "Department of Big Woods",
    ]


def test_a_termbase_without_bodies_adds_none():
    assert Termbase([Term("หนี้", "debt", domain="economy")]).added("ก", "Ministry of Justice", ()) == ()
