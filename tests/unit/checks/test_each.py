"""Every check: errors it must report with the expected English, and correct pairs it must pass."""

import subprocess
import sys

import pytest

from bilingual_news.checks import ALL_CHECKS, ARTICLE_CHECKS, Pair, run_article_checks, run_checks
from bilingual_news.checks.names import reads_as, rtgs
from bilingual_news.checks.people import thai_people
from bilingual_news.model import Term, TermMatch

PERSON = Term("ประยุทธ์ จันทร์โอชา", "Prayut Chan-o-cha", domain="people", part_of_speech="proper noun")
FORTY = "การประชุมคณะกรรมการเพื่อพัฒนาเศรษฐกิจของประเทศ"

#: PyThaiNLP with its own dictionary, in a process that has no other.
PYTHAINLP = """
import sys
from pythainlp.transliterate import romanize
print(" ".join(romanize(word, engine="royin") for word in sys.argv[1].split()))
"""

FAULTY = {
    "numbers": [
        (("12 แห่ง", "15 places"), "expected 12 for 12, found '15'"),
        (("ปี 2563", "in 2563"), "a Buddhist-era year, subtract 543"),
        (("12 แห่ง", "many places"), "expected 12 for 12, which the English does not state"),
        (("หลายแห่ง", "15 places"), "'15' is not in the Thai"),
        (("15 แห่ง", "1,500 places"), "100 times too large (1,500)"),
        (("12 แห่ง", "0 places"), "expected 12 for 12, found '0'"),
        (("พ.ศ. 2551", "B.E. 2551 (2018)"), "expected 2008 for B.E. 2551, found '2018'"),
        (("6 สายทาง (6 แห่ง)", "several routes (6 places)"), "expected 6 for 6, which the English does not state"),  # noqa: E501
        (("20 ไร่ และ 20 ต้น", "20 rai and trees"), "expected 20 for 20"),
        (("ครั้งที่ 4/2566 เมื่อวันที่ 1 ธันวาคม 2566", "No. 4/2023 on 1 December 2566"), "'2566' is not in the Thai"),
    ],
    "added-year": [(("เมื่อ 13 มิ.ย.", "on 13 June 2023"), "expected 13 June without a year: 2023")],
    "bounds": [
        (("ไม่เกิน 5 วัน", "at least 5 days"), "expected not more than 5 days for ไม่เกิน, found 'at least'"),
        (("60 ปีขึ้นไป", "under 60 years"), "expected 60 years or more for ขึ้นไป"),
    ],
    "direction": [(("เพิ่มขึ้นร้อยละ 5", "fell 5 percent"), "expected an increase beside 5 percent for เพิ่มขึ้น, found 'fell'")],  # noqa: E501
    "ordinals": [
        (("ประชุมครั้งที่ 3", "met 3 times"), "expected the 3rd for ครั้งที่ 3, found '3 times'"),
        (("ประชุม 3 ครั้ง", "met for the third time"), "expected 3 for 3 ครั้ง, found 'third time'"),
    ],
    "fractions": [(("ครึ่งหนึ่งของเงิน", "a third of the money"), "expected half for ครึ่งหนึ่ง, found 'a third'")],
    "number-words": [
        (("สองวันก่อน", "three days ago"), "expected two for สอง, found 'three days'"),
        (("สองร้อยล้านบาท", "two million baht"), "expected 200 million for สองร้อยล้าน")],
    "percent": [(("ร้อยละ 5", "6 percent"), "expected 5 percent for 5, found '6 percent'")],
    "money": [
        (("1.5 ล้านบาท", "1.5 billion baht"), "1,000 times too large (1.5 billion)"),
        (("2 แสนล้านบาท", "2 billion baht"), "100 times too small (2 billion)"),
        (("1,000 บาท", "2,000 baht"), "expected 1,000 baht for 1,000, found '2,000'"),
    ],
    "dates": [
        (("เดือนตุลาคม เศรษฐกิจเดือนตุลาคม", "in October; in August"), "'August' is not in the Thai"),
        (("27 มกราคม", "28 January"), "expected 27 January for 27 มกราคม"),
        (("เดือนมีนาคม", "in May"), "expected March for มีนาคม, found 'May'"),
    ],
    "weekdays": [
        (("วันศุกร์", "on Monday"), "expected Friday for วันศุกร์, found 'Monday'"),
        (("วันจันทร์ - ศุกร์", "Monday to Wednesday"), "expected Friday"),
    ],
    "times": [
        (("15.30 น.", "at 16:30"), "expected 15:30 for 15.30 น."),
        (("01.00 น.", "a flight at 04:00"), "expected 01:00 for 01.00 น."),
    ],
    "phones": [(("โทร. 02-282-1234", "02-282-1235"), "expected 02-282-1234 for 02-282-1234")],
    "units": [
        (("จังหวัดละ 13 ราย", "13 per hospital"), "expected per province for จังหวัดละ, found 'per hospital'"),
        (("400 บาทต่อวัน", "400 baht per month"), "expected per day for ต่อวัน, found 'per month': another unit"),
        (("5 ไร่", "5 hectares"), "expected 5 rai for 5, found '5 hectares': another unit"),
        (("10 ล้านบาท และ 10 ล้านบาท", "10 million baht and 10 million euros"), "another unit"),
        (("ในช่วง 5 ปีที่ผ่านมา", "over the past 5 months"), "expected 5 years"),
    ],
    "fiscal-year": [(("ปีงบประมาณ 2566", "in 2023"), "expected 'fiscal year'")],
    "latin": [(("แพลตฟอร์ม HelpT", "the HelpMe platform"), "expected 'HelpT'"),
        (("กลุ่ม APEC ประชุม", "ASEAN meets"), "expected 'APEC'"),
        (("ระบบ Smart Farmer x@y.com", "the clever farmer x@y.com"), "expected 'Smart'"),
        (("Digital ID", "Digitalized AX"), "expected 'ID'"),
        (("ระบบ Apps", "the system"), "expected 'Apps'"),
        (("ระบบ App", "the system"), "expected 'App'"),
        (("ตรวจ ATK", "an antigen test kit (ATM)"), "expected ATK as in the Thai, found ATM"),
        (("วัคซีน COVID-19", "the COVIK-19 vaccine"), "expected COVID as in the Thai, found COVIK"),
        (("งาน World Food Forum", "the Green Food Forum of the world"), "expected 'World Food Forum' as in the Thai"),  # noqa: E501
    ],
    "addresses": [
        (("ดูที่ www.moph.go.th", "see www.mop.go.th"), "expected the address www.moph.go.th"),
        (("ส่ง a@b.com", "to b@b.com"), "expected the address a@b.com"),
    ],
    "hashtags": [(("#ThaiSELECT ไทย", "Thai"), "expected the hashtag #ThaiSELECT")],
    "ms-title": [(("นางสมศรี ใจดี", "Ms. Somsri Jaidee"), "expected Mrs. for นางสมศรี ใจดี, found Ms.")],
    "titles": [
        (("นางสาวสมศรี ใจดี", "Mrs. Somsri Jaidee"), "expected Ms. for นางสาวสมศรี ใจดี, found Mrs."),
        (("นางสมศรี ใจดี", "Mr. Somsri Jaidee"), "expected Mrs. for นางสมศรี ใจดี, found Mr.")],
    "names": [
        (("นายฦๅ", "Mr. Kittirat"), "no name in the English reads as นายฦๅ"),
        (("นายสมชาย ใจดี", "Mr. Kittirat Jaidee"), "reads as นายสมชาย ใจดี (RTGS Somchai Chaidi, Somchai/"),
        (("นายสมชาย ใจดี", "Mr. Somchai Rungroj"), "no name in the English reads as นายสมชาย ใจดี"),
        (("ซึ่งพลเอกประยุทธ์ จันทร์โอชา กล่าว", "Gen. Montri Vejchakit said"), "reads as พลเอกประยุทธ์ จันทร์โอชา"),
        (("ดร.วนิดา กำเนิดเพ็ชร์ และนายสมชาย ใจดี", "Mr. Somchai Jaidee and Prof. Udom"), "reads as ดร.วนิดา กำเนิดเพ็ชร์"),  # noqa: E501
        (("นายสมชาย ใจดี", "Kittirat spoke"), "no name in the English"),
    ],
    "negation": [
        (("รัฐบาลไม่เห็นด้วยกับกฎหมาย ไม่อนุมัติ", "The government approves the law"), "negates, and nothing in the English"),  # noqa: E501
        (("รัฐบาลอนุมัติกฎหมาย", "The government did not approve the law"), "'not' negates, and nothing in the Thai"),  # noqa: E501
    ],
    "negation-doubt": [(("รัฐบาลไม่มีหนี้ ประชาชนไม่เคยลืม", "The government has no debt and people forget"), "nothing in the English does")],  # noqa: E501
    "number-order": [
        (("ชาย 5 คน หญิง 7 คน", "7 men and 5 women"), "and after it here: expected 5 (ชาย) before 7 (หญิง)"),
        (("ทีมแรก 5 คน ทีมที่สอง 7 คน", "7 people and 5 people"), "expected 5 (คน) before 7 (คน)"),
        (("ข้าว 105 จำนวน 400 ตัน", "400 bags, 105 tons"), "expected 400 tonnes and 105"),
        (("วันที่ 17-25 ธันวาคม", "25–17 December"), "17 December stands before 25 December in the Thai"),
        (("ผู้ต้องขัง 7 ราย เจ้าหน้าที่ 9 ราย", "7 staff and nine inmates"), "expected 7 (ผู้ต้องขัง) and 9 (เจ้าหน้าที่)"),
        (("9 วัน 29,900 ราย 9 วัน", "9 people in 29,900 days"), "expected 9 (วัน) and 29,900 (ราย)"),
        (("6) บริเวณรอบ 2 ฝั่ง ข้างละ 6 เมตร", "6) around 2 meters on each side"), "expected 6 meters and 2"),
    ],
    "question": [
        (("จริงหรือ?", "It is true"), "the Thai has a question mark"),
        (("จริง", "Is it true?"), "the English asks"),
    ],
    "untranslated": [(("ข่าวด่วน", "ข่าวด่วน"), "copy of the Thai"), (("ข่าว", "ข่าวด่วน a"), "mostly Thai")],
    "length": [
        (("เมื่อวันที่ 22 พฤษภาคม พ.ศ. 2566 ที่ประชุมคณะรัฐมนตรีเห็นชอบ", "On 22 May 2023"), "something is missing"),
        ((FORTY, "Yes"), "something is missing"), ((FORTY, "word " * 60 + "end"), "something is added")],
    "truncated": [((FORTY, "The committee met to develop the economy of the"), "ends in 'the'")],
    "brackets": [(("ก (ข) ค", "a (b c"), "a ) is missing"), (("ก", "a b] c"), "a [ is missing"), (("ก (ข) ค", "a b-19) c"), "a ( is missing"), (("ก", "a ) b ( c"), "a ) is missing")],  # noqa: E501
    "mixed-quotes": [
        (("“ก” ข", '“a" b'), "quotes are mixed"),
        (("ก", "Asia’s plan and the state's plan"), "apostrophes are mixed"),
        (("ก", "the states’ plan, isn't it"), "apostrophes are mixed"),
    ],
    "end-punctuation": [(("ก", "The end;"), "ends in ';'"), (("ก", "He said:"), "ends in ':'")],
    "outer-space": [(("ก", " a"), "at the beginning"), (("ก", "a\n"), "at the end"), (("ก", "a\nb"), "line break")],  # noqa: E501
    "double-space": [(("ก", "a  b"), "two spaces")],
    "double-word": [(("ก", "of the the house"), "'the' stands twice"), (("ก", "the\u00a0 the"), "'the' stands twice"), (("ก", "in Lampang Lampang"), "'Lampang' stands twice"), (("ก", "they plan together plan together"), "'plan together' stands twice")],  # noqa: E501
    "punctuation": [(("ก", "one , two"), "a space too many in ' ,'"), (("ก", "one,, two"), "a mark too many in ',,'"), (("ก", "the ( a) b"), "'( '"), (("ก", "the (a ) b"), "' )'"), (("ก", "the “ a” b"), "'“ '"), (("ก", "the “a ” b"), "' ”'"), (("ก", "the end.."), "'..'"), (("ก", "the end,."), "',.'"), (("ก", "Is it?. Yes"), "'?.'"), (("ก", "Go!, they said"), "'!,'"), (("ก", "one;, two"), "';,'")],  # noqa: E501
    "a-an": [(("ก", "by a agency"), "expected 'an' before 'agency'"), (("ก", "An Ministry"), "expected 'a' before 'Ministry'"), (("ก", "plans. A international"), "expected 'an'")],  # noqa: E501
    "repeated-gloss": [(("กระทรวง (อก.) ก", "the Ministry of Industry (the Ministry of Industry)"), "the brackets repeat 'Ministry of Industry'"), (("ก", "NHSO (NHSO)"), "the brackets repeat 'NHSO'")],  # noqa: E501
    "condition": [
        (("หรือทั้งจำทั้งปรับ", "or a fine"), "expected or both"),
        (("หากพบผู้กระทำผิด", "Offenders pay"), "expected if"),
    ],
    "meaning": [(("มูลค่าส่งออก", "the value of imports"), "expected a word for ส่งออก (export)")],
    "places": [(("จังหวัดเชียงราย", "Chiang Mai"), "expected Chiang Rai")],
    "list-item": [(("ลาว จีน และไทย", "Laos and Thailand"), "expected China for จีน")],
    "list-order": [(("จากจีนไปลาว", "from Laos to China"), "'Laos' stands before 'China', but the Thai has จีน before ลาว")],  # noqa: E501
    "place-added": [(("ก", "Sweden"), "'Sweden' is not in the Thai")],
    "royals": [(("ก", "Her Majesty the Queen"), "is not in the Thai")],
    "capital": [(("ก", "It ended. then it began"), "expected a capital")],
    "invisible": [(("ก", "a\u202eb"), "U+202E"), (("ก", "a\u200bb"), "U+200B")],
    "markup": [(("ก", "a <b>b</b>"), "<b>"), (("ก", "a&nbsp;b"), "&nbsp;")],
}  # fmt: skip
CASES = [(name, pair, message) for name, rows in FAULTY.items() for pair, message in rows]


@pytest.mark.parametrize(("name", "pair", "message"), CASES, ids=[f"{c[0]}: {c[1][1][:24]!r}" for c in CASES])
def test_faulty(name, pair, message):
    found = [f for f in run_checks(Pair(*pair)) if f.check == name]
    assert found, f"{name} is silent"
    assert any(message in f.message for f in found), [f.message for f in found]
    for finding in found:
        for span, text in ((finding.source_span, pair[0]), (finding.target_span, pair[1])):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


CORRECT = {
    "an hour, a European, a one-off": ("ก", "an hour, a European plan, a one-off, an MOU, a UN body"),
    "a letter after a name": ("ก", "the incentives of Type A investment and Plan A eventually"),
    "a or an of the Thai": ("ชุด An Microsoft Story", "the set An Microsoft Story"),
    "a name that the Thai puts in brackets": ("ตามปฏิญญา (A Pact)", "the A Pact (A Pact)"),
    "an abbreviation in brackets": ("กระทรวงอุตสาหกรรม (อก.)", "the Ministry of Industry (MOI) (the first)"),
    "logging in": ("สำหรับ Login เข้าระบบ", "for logging in to the system"),
    "an open bracket after all": ("ก (ข", "a (b"),
    "in before a place": ("อยากลงทุนในไทย", "what they wish to invest in in Thailand"),
    "phrases that overlap": ("ไปตามบ้าน", "from door to door to door"),
    "a phrase that the Thai repeats": ("มาก มาก มาก", "very much very much"),
    "date": ("วันศุกร์ที่ 16 กันยายน 2565", "Friday, 16 September 2022"),
    "year of another date": ("13 มิ.ย. 2566 และ 14 ก.ค.", "13 June 2023 and 14 July"),
    "dates and little else": ("ตั้งแต่วันที่ 13 มิถุนายน พ.ศ. 2566 เป็นต้นไป", "From 13 June 2023 onward"),
    "a date alone": ("วันศุกร์ที่ 10 มีนาคม พ.ศ. 2566 เวลา 14.30 น.", "Friday, 10 March 2023, 14:30"),
    "figures in a heading": ("2. นโยบายเร่งด่วน จำนวน 6 เรื่อง ดังนี้", "2. 6 urgent policies:"),
    "years of a range of dates": (
        "สำหรับรายจ่าย ที่ได้จ่ายไปตั้งแต่วันที่ 1 มกราคม พ.ศ. 2565 ถึงวันที่ 31 ธันวาคม พ.ศ. 2567",
        "for expenses paid from 1 January 2022 to 31 December 2024",
    ),
    "money": ("1.5 ล้านบาท 2 แสนล้านบาท", "1.5 million baht and 200 billion baht"),
    "acronym written out": ("สำนักข่าว AP", "Associated Press"),
    "an address without its scheme": ("ดูที่ www.unicef.org", "see www.unicef.org"),
    "plural": ("ผู้ประกอบการ SMEs", "the SME operator"),
    "mistyped Latin": ("New Nomal", "New Normal"),
    "swapped letters": ("Tourism Fourm", "Tourism Forum"),
    "another ending": ("Refinance", "refinancing"),
    "address": ("www.moph.go.th", "www.moph.go.th"),
    "hashtag": ("#ThaiSELECT", "#ThaiSELECT"),
    "romanised by choice": ("นางสาวศุภมาส อิศรภักดี", "Ms. Supamas Isarabhakdi"),
    "general of a foreign army": ("นายพลกาฟาร์ อัล นิเมรี", "General Gaafar al-Nimeiry"),
    "foreigner by his family name": ("นายโดนัลด์ ทรัมป์", "Mr. Trump"),
    "not only": ("เขาไม่ได้โม้เรื่องปริญญาอย่างเดียว", "He not only brags about the degree"),
    "incurable": ("โรคที่ไม่สามารถรักษาได้", "an incurable disease"),
    "Miss": ("นางสาวพรทิพย์ ใจดี", "Miss Porntip Jaidee"),
    "name without title": ("นายกอบศักดิ์ ใจดี", "Kobsak Jaidee"),
    "no person": ("ทนายความ นายกรัฐมนตรี นางฟ้า", "Lawyer, Prime Minister, Angel"),
    "set phrase": ("ไม่เกินหนึ่งเดือน", "up to a month"),
    "negated": ("ไม่มีใครรู้", "Nobody knows"),
    "negative sense": ("งดเดินทาง", "do not travel"),
    "question": ("ทำไม", "Why?"),
    "fragment": ("เปิดวงเล็บ (ก", "opens (this"),
    "list": ("1. ก 2. ข", "1) a 2) b"),
    "quote fragment": ('"ก', '"this'),
    "had had": ("ก", "it had had"),
    "abbreviation": ("ก", "approx. two"),
    "ampersand": ("R&D", "R&D"),
    "HTML of the source": ("<b>ก</b>", "<b>a</b>"),
    "curly quote": ("ก", "It’s"),
    "feet beside a curly apostrophe": ("สูง 6 ฟุต", "Asia’s 6' wall"),
    "quote in a quote beside a curly apostrophe": ("ก", "“Asia’s 'plan' for us”"),
    "straight apostrophe of the Thai": ("งาน Women's Day", "Asia’s Women's Day"),
    "abbreviation before a comma": ("ก", "Siam Co., Ltd., and others, etc., today"),
    "colon that introduces": ("มีรายละเอียดดังนี้", "The details are as follows:"),
    "semicolon of the Thai": ("ก ข;", "one;"),
    "question and exclamation": ("จริงหรือ?!", "Really?!"),
    "fiscal year": ("ปีงบประมาณ 2566", "FY2023"),
    "small Latin words": ("กว้าง km by ok", "ok wide"),
    "acronym in small letters": ("ระบบ IOS", "the iOS system"),
    "law by its words": ("กฎหมาย ACA", "the Affordable Care Act"),
    "stem": ("ช่วย coaching ทีม", "will coach the team"),
    "plural of a word": ("ร้าน Cafes", "the cafe"),
    "kinds in another order": ("เพิ่ม 5 ล้านบาท ใน 9 แห่ง", "in 9 places by 5 million baht"),
    "title in another order of case": ("งาน World Food Forum", "World food forum"),
    "title otherwise spelt": ("แผน National Adaption Plan", "the National Adaptation Plan"),
    "long run of capitals": ("Aa Bb Cc Dd Ee Ff Gg Hh Ii", "Aa Bb Cc Dd Ee Ff Gg Hh Ii"),
    "number repeated in words": ("2 ท่าน ทั้ง 2 ท่าน", "2 ministers, both of them"),
    "numbers of different kinds": ("ขวดขนาด 500 เมตร 100 ขวด", "100 bottles of 500 meters"),
    "year of a range": ("ห้อง 2502 พ.ศ. 2502", "Room 2502, 1959"),
    "May": ("เดือนมีนาคม นางเมย์", "In March May came"),
    "short month": ("เดือนตุลาคม (ต.ค. - พ.ย.)", "October (October to November)"),
    "full list of brackets": ("1) ก 2) ข", "1) a (b) 2) c"),
    "names alike": ("นายเสกสม อัครพันธุ์ และนายศักดิ์สยาม ชิดชอบ", "Mr. Seksom Akraphand and Mr. Saksayam Chidchob"),
    "foreigner": ("นายเก-ออร์ค ชมิท (Mr. Georg Schmidt)", "Mr. Georg Schmidt"),
    "no name at all": ("นายสมชาย", "he spoke"),
    "rank in English": ("พล.ต.ท.ภาณุรัตน์ หลักบุญ", "Pol. Lt. Gen. Panurat Lukboon"),
    "sentence after the name": ("พญ.ญาณิศา อย่างเต็มความสามารถ", "Dr. Yanisa. The Ministry"),
    "Baden Baden": ("เมือง Baden Baden", "Baden Baden city"),
    "mumbled": ("หลาย ๆ คน", "people Walking Walking"),
    "title of abbreviations that English writes out": (
        "ปลัด สธ. ดูแลการถ่ายโอนรพ.สต.ให้ อบจ. ล่าสุดเพิ่มเชียงราย รวมถ่ายโอน 8 จังหวัด 577 แห่ง",
        "Permanent Secretary of the Ministry of Public Health looks after the transfer of subdistrict health "
        "promoting hospitals to provincial administrative organizations, adding Chiang Rai: 8 provinces, 577",
    ),
    "added for a known person": ("ดร.วนิดา กำเนิดเพ็ชร์", "Vanida Khumnirdpetch"),
}  # fmt: skip


@pytest.mark.parametrize("pair", CORRECT.values(), ids=CORRECT)
def test_correct(pair):
    assert [f.message for f in run_checks(Pair(*pair))] == []


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_an_empty_translation_concerns_one_check_only(check):
    source = "นายสมชาย ไม่ 5 ไร่ วันศุกร์ 2 ม.ค. 65 (ก) “ข” APEC www.a.go.th #Tag ปีงบประมาณ สองร้อยคน ทำไม?"
    assert bool(list(check.messages(Pair(source, "")))) == (check.id == "empty")


def test_a_title_has_no_full_stop():
    assert [f.check for f in run_checks(Pair("ก", "The end.", is_title=True))] == ["end-punctuation"]
    assert run_checks(Pair("ก", "Siam Co., Ltd.", is_title=True)) == ()


def test_a_text_at_the_limit_of_the_decoder_is_reported():
    [finding] = run_checks(Pair("ก", "A", at_limit=True))
    assert (finding.check, finding.severity) == ("decoder-limit", "error")


def test_an_unsure_model_is_reported():
    assert [f.check for f in run_checks(Pair("ก", "A", minimum=-7.5))] == ["low-confidence"]
    assert run_checks(Pair("ก", "A", minimum=-2.0)) == ()


def test_a_person_of_the_glossary():
    matches = (
        TermMatch(PERSON, 0, 19),
        TermMatch(Term("ก", "A", domain="title", part_of_speech="prefix"), 0, 1),
    )
    [finding] = [
        f
        for f in run_checks(Pair(PERSON.source, "The premier spoke", matches))
        if f.check == "glossary-names"
    ]
    assert "expected Prayut Chan-o-cha or RTGS" in finding.message
    assert "glossary-names" not in [f.check for f in run_checks(Pair(PERSON.source, "Gen. Prayut", matches))]


NAMES = {
    ("ศุภมาส", "Supamas"): True, ("อนุทิน", "Anutin"): True, ("หฤทัย", "Haruethai"): True, ("ทรงศักดิ์", "Songsak"): True,  # noqa: E501
    ("หนึ่ง", "Nueng"): True, ("จุรินทร์", "Jurin"): True, ("สมชาย", "Kittirat"): False, ("พิชัย", "Wirat"): False,
    ("สุชาติ", "Somsak"): False,
}  # fmt: skip


@pytest.mark.parametrize(("names", "same"), NAMES.items())
def test_names_are_compared_by_consonants(names, same):
    assert reads_as(*names) is same


@pytest.mark.parametrize("name", ["สมชาย ใจดี", "ประยุทธ์ จันทร์โอชา", "ศุภมาส อิศรภักดี", "ชัชชาติ สิทธิพันธุ์"])
def test_romanised_as_pythainlp_does(name):
    own = subprocess.run([sys.executable, "-c", PYTHAINLP, name], capture_output=True, text=True, check=True)
    assert rtgs(name).lower() == own.stdout.strip()


def test_a_copied_buddhist_date_is_told_by_its_year():
    (finding,) = run_checks(Pair("21/03/2566", "21/03/2566"))
    assert finding.message == "expected 2023 for 2566, found '2566': a Buddhist-era year, subtract 543"


def article(*pairs, matches=()):
    return [(i, f.check, f.message) for i, f in run_article_checks([Pair(*p, matches) for p in pairs])]


def test_one_source_two_translations():
    [(index, check, message)] = article(("ก", "A"), ("ข", ""), ("ก", "B"))
    assert (index, check) == (2, "inconsistent")
    assert "'A'" in message


def test_a_person_whom_the_english_does_not_name_is_not_counted():
    assert article(("นายสมชาย ก", "Mr. Somchai"), ("นายสมชาย ข", "Mr. Kittirat")) == []


def test_a_title_inside_a_name_names_nobody_else():
    assert [person.given for person in thai_people("นายสมนายใจ")] == ["สมนายใจ"]


def test_one_person_two_spellings():
    found = article(
        ("นายสมชาย ก", "Mr. Somchai"),
        ("นายสมชาย ข", "Mr. Somchai"),
        ("นายสมชาย ค", "Mr. Somchay"),
        ("นายสมชาย", ""),
    )
    assert [(i, check) for i, check, _ in found] == [(2, "name-consistency")]
    assert "'Somchay' here and 'Somchai' elsewhere" in found[0][2]
    assert article(("นายสมชาย ก", "Mr. Somchai"), ("นายสมชาย ข", "Mr. Somchai")) == []


def test_one_term_two_renderings():
    term = Term("กระทรวงกลาโหม", "Ministry of Defence", alternatives=("Ministry of Defense",),
                part_of_speech="proper noun")  # fmt: skip
    found = article(
        ("ก", "Ministry of Defence"), ("ข", "Ministry of Defence"), ("ค", "Ministry of Defense"), ("ง", "it"), ("จ", ""),  # noqa: E501
        matches=(TermMatch(term, 0, 1),),
    )  # fmt: skip
    assert [(i, check) for i, check, _ in found] == [(2, "term-consistency")]


def test_a_term_of_one_rendering_cannot_be_rendered_in_two_ways():
    matches = (TermMatch(Term("กรม", "department"), 0, 1),)
    assert article(("กรม", "department"), ("กรมนี้", "this department"), matches=matches) == []


def test_ids_and_descriptions_of_article_checks():
    ids = [check.id for check in (*ALL_CHECKS, *ARTICLE_CHECKS)]
    assert len(set(ids)) == len(ids)
    assert all(check.description.endswith(".") for check in ARTICLE_CHECKS)
