"""The false alarms that were judged while the checks were built (docs/check-quality.md): none comes back."""

import pytest

from bilingual_news.checks import Pair, run_article_checks, run_checks

FALSE_ALARMS = [
    ("ร้อยละ -15.0", "15.0 percent"), ("13 ต.ค. 65", "13 October 2022"), ("10 สค. 65", "10 Aug. 2022"),
    ("เป็น พ.ค.65", "to May 2022"), ("85 ลบ.", "85 million baht"), ("6.2 พันลบ.", "6.2 billion"),
    ("ปีงบ 67", "fiscal year 2024"), ("#เกณฑ์ทหาร67", "#…2024"), ("ไวรัสโคโรนา 2019", "COVID-19"),
    ("8 รอบ", "the 8th cycle (96th)"), ("หลักการ 3M", "the 3M principles"), ("ว่าที่ ร.ต.", "Acting 2nd Lt."),
    ("กว่าแสนล้านบาท", "more than 100 Billion Baht"), ("มท.1", "Interior Minister"),
    ("วันศุกร์ที่ 6 และวันเสาร์ที่ 7 ตุลาคม", "on Friday 6 and Saturday 7 October"),
    ("มหกรรมบ้านธนาคาร 66", "Expo 2023"), ("ครั้งที่ 11 เดือน พ.ย.", "the 11th in November"),
    ("ร้อยละ 72.9 : 27.1", "72.9 : 27.1 percent"), ("3 พันกว่าล้านบาท", "more than 3 billion baht"),
    ("240 ชั่วโมง", "240 hours"), ("ร้านเซเว่น-อีเลฟเว่น", "7-Eleven"), ("2 หมื่น 5 พันล้าน", "25 billion"),
    ("ร้อยละ 64.8 13.9 และ 62.9", "64.8, 13.9 and 62.9 percent"), ("แผนที่ 1:50,000", "the 1:50,000 map"),
    ("กลุ่มที่ 2 ร้อยเอก ธรรมนัส", "Group 2: Capt. Thammanat"), ("ห้อง 2502", "Room 2502"),
    ("มิถุนายนเนื่องจาก", "June because"),
    ("สภารัฐของจีน (China's State Council) ประกาศแผนพัฒนาปัญญาประดิษฐ์ (Next Generation Plan) แล้ว",
     "China's State Council issued its Next Generation Plan."),
    ("หลายนายด้วยกัน", "several officers"), ("เจ้าหน้าที่ทุกนาย ความโดยสรุปว่า", "all officials, in Summary"),
    ("ไม่ต้องมีหลักประกัน ระยะเวลาไม่เกิน 1 ปี", "no collateral for up to 1 year"),
    ("162,584 ล้านยูโร", "162 584 mln EUR"),
    ("ผู้ป่วยที่มีอาการน้อยหรือไม่มีอาการ", "patients with mild or no symptoms"),
    ("หมวดอักษรพิเศษ 1ขข", "Special Letter Category 1ขข"), ("รถธรรมดา สาย 84 ก", "regular bus line 84 ก"),
    ("สามารถสอบถามข้อมูลของโครงการทั้งหมดได้ที่ Facebook โครงการรถไฟฟ้า ช่วงเตาปูน - ราษฎร์บูรณะ",
     "Information on the whole project is available on Facebook at โครงการรถไฟฟ้า ช่วงเตาปูน - ราษฎร์บูรณะ"),
    ("เว็บไซต์ เราเที่ยวด้วยกัน.com", "the website เราเที่ยวด้วยกัน.com"),
    ("ได้ที่ https://bit.ly/3Mj7M74หน่วยบริการ", "at https://bit.ly/3Mj7M74หน่วยบริการ"),
    ("แก๊ง Call Center แจ้งศูนย์", "call center gangs, to the Complaint Center"),
    ("และเงินนอกงบประมาณ และ", "and off-budget funds, and"), ("สำหรับการอุปโภค ณ", "for consumption at"),
    ("ต่างประเทศต้องการเข้ามาลงทุนในไทย", "what they wish to invest in in Thailand"),
    ("เครื่องสูบน้ำ ขนาด 14 นิ้ว จำนวน 12 เครื่อง", "comprising 12 14-inch water pumps"),
    ("รุ่นน้อง 6 ฟุต 6 นิ้ว ที่โตขึ้นมา", "A 6-foot-6 junior who grew up"),
    ("ประมาณ 340 ไมล์เหนือจากไมอามี่", "about 340 miles (550 km) north of Miami"),
    ("รวม 10 วันของอินเดีย ซึ่งเป็น 10 ชั่วโมง", "10 India Days in all, that is 10 hours"),
]  # fmt: skip
TRUE_FINDINGS = [
    ("3 กรกฎาคม 26568", "3 July 2025", "numbers"),
    ("ปี 2662", "2019", "numbers"),
    ("2.8 ล้านปอนด์", "£2.8bn", "money"),
    ("คลื่นยักษ์สูงกว่า 20 เมตร", "waves as high as 20 feet", "units"),
    ("1 ชั่วโมง 14 นาที", "1 hr 14 sec", "units"),
]


@pytest.mark.parametrize(("thai", "english"), FALSE_ALARMS, ids=[english for _, english in FALSE_ALARMS])
def test_a_judged_false_alarm_stays_silent(thai, english):
    assert [(f.check, f.message) for f in run_checks(Pair(thai, english))] == []


ARTICLES = {
    "a quotation that goes on in a later segment": [
        ("นายสุชาติ กล่าวว่า ผมขอขอบคุณ", "Mr. Suchart said, “I thank you"), ("ทุกคน", "and everyone.”"),
    ],
    "a paragraph that ends in คือ": [
        ("ประชุมวันนี้", "They met today. A decision was made, they said, by all who came to the meeting"),
        ("ครอบคลุมทุกกลุ่ม คือ", "Relief is given. It covers every group of the people in the country, that is,"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", ARTICLES)
def test_a_judged_false_alarm_of_an_article_stays_silent(name):
    rows = ARTICLES[name]
    pairs = [Pair(thai, english, position=(1, i, len(rows))) for i, (thai, english) in enumerate(rows, 1)]
    assert [(f.check, f.message) for _, f in run_article_checks(pairs) if f.check != "inconsistent"] == []


@pytest.mark.parametrize(("thai", "english", "check"), TRUE_FINDINGS)
def test_an_error_of_the_thai_is_shown_to_the_editor(thai, english, check):
    assert check in {finding.check for finding in run_checks(Pair(thai, english))}
