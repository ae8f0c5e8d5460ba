"""The built-in rules of sentence segmentation as data: what each looks for, an example, and why.

A rule is named by its id wherever a decision is explained (`segment --explain`, docs/segmentation.md).
The words were collected from thaigov articles; the exceptions from false boundaries seen there. Thai
marks no word ends, so every word list carries what must not follow (or stand before) it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """One built-in rule.

    Attributes:
        id: Name in explanations.
        boundary: Whether the rule ends a sentence or keeps one whole.
        says: What it looks for, in one sentence.
        example: Thai text with the space in question written as "|".
    """

    id: str
    boundary: bool
    says: str
    example: str


#: Every built-in rule, in the order in which they are asked; the first that knows an answer decides.
RULES: Final = (
    Rule("user-no-break", boundary=False, says="a rule of segmentation.toml keeps the text together", example="-"),
    Rule("user-break", boundary=True, says="a rule of segmentation.toml ends a sentence here", example="-"),
    Rule("inside-pair", boundary=False, says="inside brackets or quotes", example="แนวคิด “ทั้งนี้|เพื่อไทย”"),
    Rule("agenda-item", boundary=True, says="the next item of an agenda", example="เสนอ|12. เรื่อง ร่างกฎ"),
    Rule("list-marker", boundary=True, says="an enumeration begins or goes on", example="ได้แก่|1) ไม้สูง|2) ไม้กลาง"),
    Rule("bullet", boundary=True, says="a bullet follows", example="ดังนี้|• ด้านน้ำ"),
    Rule("before-protected", boundary=False, says="a repetition mark, unit, month, or dash follows", example="ต่าง|ๆ"),
    Rule("after-abbreviation", boundary=False, says="an abbreviation with periods stands before", example="พล.อ.|ประยุทธ์"),
    Rule("after-title", boundary=False, says="a title or rank stands before a name", example="พลเอก|ประยุทธ์"),
    Rule("after-list-marker", boundary=False, says="only a list marker stands before", example="2)|ไม้กลาง"),
    Rule("after-topic", boundary=False, says="the topic of this sentence ends in นั้น", example="กรณีนั้น|ขณะนี้ได้"),
    Rule("after-opener", boundary=False, says="only an opener stands before", example="นอกจากนี้|ขอให้ทุกคน"),
    Rule("needs-complement", boundary=False, says="the word before wants more", example="กล่าวว่า|ปัจจุบัน"),
    Rule("opener", boundary=True, says="a word follows that opens a sentence", example="ฝนตกหนัก|ทั้งนี้ ขอให้"),
    Rule("final-mark", boundary=True, says="a question or exclamation mark stands before", example="อย่างไร?|รัฐบาล"),
    Rule("after-examples", boundary=True, says="a list of examples is closed by เป็นต้น", example="เป็นต้น|กสร.จึงขอเตือน"),
    Rule("beside-number", boundary=False, says="a number follows", example="ทีมละ|3 คน"),
    Rule("latin-phrase", boundary=False, says="between two words in Latin letters", example="Soft|Power"),
    Rule("after-mark", boundary=False, says="a comma, dash or slash stands before", example="น้ำ,|ไฟ"),
    Rule("speaker", boundary=True, says="a speaker and his verb follow a closed statement", example="ต้องช่วยกันแก้ไขปัญหานี้ต่อไป”|นายชัย กล่าวว่า"),
    Rule("question-answer", boundary=True, says="a question is answered", example="รัฐบาลจะดำเนินการในเรื่องนี้หรือไม่|นายกรัฐมนตรี กล่าวว่า"),
    Rule("same-subject", boundary=True, says="a subject that takes up the last one", example="รัฐมนตรีเปิดงานที่กรุงเทพฯ|งานเสวนาดังกล่าวใช้"),
    Rule("therefore", boundary=True, says="a body draws the conclusion", example="ตรวจพบสารเสพติดทั้งหมด 7 ราย|เจ้าหน้าที่จึงแจ้งข้อกล่าวหา"),
    Rule("first-person", boundary=True, says="a speaker goes on in the first person", example="การมอบที่ดินในครั้งนี้จะช่วยให้การบุกรุกป่าหมดไปด้วย|ผมคิดว่าเป็นเรื่องดี"),
    Rule("besides", boundary=True, says="a new sentence opens with 'apart from' or 'although'", example="เจ้าหน้าที่จะลงพื้นที่อย่างต่อเนื่องเพราะเป็นเรื่องสำคัญ|นอกจากเรื่องนี้แล้ว ยังมีอีก"),
    Rule("matter", boundary=True, says="what matters is named, after a complete sentence", example="ยังมีความภาคภูมิใจที่สามารถหลุดพ้นจากยาเสพติดได้|สิ่งที่ทุกคนร่วมกันทำคือการให้โอกาส"),
    Rule("subject", boundary=True, says="a subject with its auxiliary follows a complete sentence", example="ความต้องการฉีดวัคซีนของประชาชนมีจำนวนมาก|กระทรวงสาธารณสุขจะจัดหาเพิ่มเติม"),
    Rule("model", boundary=True, says="no rule knows; the model's score reaches its threshold", example="-"),
    Rule("model-reject", boundary=False, says="no rule knows; the model's score stays below", example="-"),
    Rule("no-rule", boundary=False, says="no rule knows and no model is asked", example="-"),
    Rule("too-short-before", boundary=False, says="less than 8 characters would stand alone", example="-"),
    Rule("too-short-after", boundary=False, says="less than 8 characters would be left", example="-"),
)  # fmt: skip

#: Words that open a sentence whatever complete phrase stands before the space.
STRONG_OPENERS: Final = (
    "ทั้งนี้", "นอกจากนี้", "นอกจากนั้น", "อย่างไรก็ตาม", "อย่างไรก็ดี", "ดังนั้น", "ในการนี้", "โอกาสนี้",
    "ในโอกาสนี้", "ท้ายนี้", "สุดท้ายนี้", "พร้อมกันนี้", "เบื้องต้น", "อนึ่ง", "ผู้สนใจ", "พร้อมนี้",
    "ต่อมา", "จากนั้น", "หลังจากนั้น", "ต่อจากนั้น", "ในขณะเดียวกัน", "ขณะเดียวกัน", "ในส่วนของ",
    "ในส่วนที่เกี่ยวกับ", "เนื่องในโอกาสนี้", "ด้วยเหตุนี้", "เพราะฉะนั้น", "ขอให้ประชาชน", "นอกเหนือจากนี้",
    "ขอให้พี่น้องประชาชน", "สอบถามข้อมูลเพิ่มเติม", "สอบถามรายละเอียดเพิ่มเติม", "ดูรายละเอียดเพิ่มเติม",
    "สามารถสอบถามรายละเอียด", "สามารถสอบถามข้อมูล", "ติดต่อสอบถามรายละเอียด", "ติดต่อสอบถามข้อมูล",
    "ศึกษารายละเอียด", "ติดตามรายละเอียด", "ติดตามข้อมูล", "หากมีข้อสงสัย", "หากประชาชน", "หากพบ",
    "กรณีดังกล่าว", "ประการแรก", "ขอให้ผู้", "ขอให้ทุก", "ขอให้เกษตรกร", "ขอให้นายจ้าง", "ขอให้หน่วยงาน",
    "ตรงนี้", "อันนี้", "ประการที่สอง", "ประการที่สาม", "ทางด้าน", "ในวันเดียวกัน", "วันเดียวกันนี้",
    "เมื่อเวลา", "ก่อนหน้านี้", "อีกประการหนึ่ง", "ในจำนวนนี้", "นอกนั้น", "ถ้า", "ที่สำคัญต้อง",
    "ในตอนท้าย", "ในช่วงท้าย", "โอกาสเดียวกันนี้", "อย่างไรก็ตามในส่วน", "อีกด้านหนึ่ง", "ในทางกลับกัน",
)  # fmt: skip
#: Openers that are also parts of other words or phrases, with what must not follow.
GUARDED_OPENERS: Final = (
    ("สำหรับ", "ให้|คน|เด็ก|ใช้|เป็น|ทำ|ที่จะ|เดินทาง|รองรับ|ติดต่อ"),
    ("ส่วน", "ราชการ|ใหญ่|กลาง|บุคคล|ตัว|รวม|ร่วม|ท้องถิ่น|ภูมิภาค|ลด|แบ่ง|หนึ่ง|ที่เหลือ|ต่าง|เกิน|ประกอบ|ได้|สำคัญ|งาน|เสริม|สูง"),
    ("ขณะนี้", "$"),
    ("ล่าสุด", "$|ของ|ใน"),
    ("ปัจจุบัน", "ที่|และ|รวม"),
    ("ที่ผ่านมา", "(?! (?!ได้|โดย|และ|ซึ่ง|ใน|มี|ที่|จะ|เพื่อ|นั้น))"),
    ("พระสงฆ์", "(?!สวด|พิจารณา|อนุโมทนา|ถวาย|สดับปกรณ์|เจริญ|ให้ศีล|(?:ทรงสมณศักดิ์)? ?(?:จำนวน ?)?[\\d๐-๙]+ รูป (?:สวด|ถวาย|เจริญ|ให้))"),
    ("เจ้าพนักงาน", "(?!เชิญ|ศุภรัต)"),
    ("ด้าน", "(?!\\s?(?:นาย|นาง|พล\\.|ดร\\.|น\\.ส\\.|พลเอก|พลตำรวจ|พันตำรวจ|คุณ(?!ภาพ|ธรรม|ค่า|วุฒิ|ลักษณะ|สมบัติ)|ประธาน|เอกอัคร|ผู้ว่า|ผู้อำนวยการ|รอง|ปลัด"
     "|อธิบดี|เลขา|รัฐมนตรี|โฆษก|นายก|กรม|กระทรวง|ผอ\\.|รมว|รมช))"),
    ("เสร็จแล้ว", "(?! ?(?:นาย|ผู้|ประธาน|คณะ|พระ|ทรง|จะเดินทาง))"),
    ("จบแล้ว", "(?! ?(?:นาย|ผู้|ประธาน|คณะ|พระบาท))"),
    ("ผู้ที่สนใจ", ""),
    ("ในส่วน", "(?!กระทรวง|ปลัด|กรม|รัฐบาล|ประเด็น|มาตรการ)"),
    ("ส่วนใหญ่พบ", ""),
    ("บางส่วนก็", ""),
)  # fmt: skip
#: A topic that สำหรับ opens is followed by its comment; a purpose ends or goes on with these.
PURPOSE_GOES_ON: Final = re.compile(
    "ซึ่ง|โดย|รวม|และ|หรือ|เพื่อ|ทั้ง(?!นี้)|ตลอดจน|เช่น|อาทิ|ได้แก่|พร้อม(?!กันนี้|นี้)|อัน|ประจำปี|เสริม"
)

BULLETS: Final = "•●▪◦➢✓✔■"
LIST_MARKER: Final = re.compile(
    r"(?:และ\s?)?(?:"
    r"\(?[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})*\)"
    r"|[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})*\.(?![\d๐-๙])"
    rf"|[{BULLETS}]"
    r"|ข้อ(?:ที่)?\s?[\d๐-๙]{1,2}(?=[ .:]))"
)
ORDERED_MARKER: Final = re.compile(r"(?:และ\s?)?\(?(\d{1,2})[).]")
LEADING_MARKER: Final = re.compile(
    r"(?:และ\s?)?(?:"
    r"\(?[\d๐-๙]{1,3}(?:\.[\d๐-๙]{1,2})*[).](?!\d)"
    rf"|[{BULLETS}*–-] |[{BULLETS}]"
    r"|ข้อ(?:ที่)?\s?[\d๐-๙]+[ .:])\s*"
)
#: How a marker of a list begins that does not begin with a digit.
LIST_HEADS: Final = frozenset("(แข" + BULLETS)
AGENDA_ITEM: Final = re.compile(r"[\d๐-๙]{1,3}\.\s*เรื่อง\s")

#: Titles and words for bodies and people that a name follows.
TITLES: Final = (
    "นาย", "นาง", "นางสาว", "พลเอก", "พลโท", "พลตรี", "พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี", "พันเอก", "พันโท", "พันตรี",
    "ศาสตราจารย์", "ดอกเตอร์", "คุณ", "เจ้าหน้าที่", "บริษัท", "โรงเรียน", "มหาวิทยาลัย",
)  # fmt: skip
#: Words that never end a sentence.
COMPLEMENTS: Final = (
    "และ", "หรือ", "ของ", "ได้แก่", "โดย", "คือ", "กับ", "แก่", "แด่", "เพื่อ", "ใน", "จาก", "ถึง", "ให้", "ด้วยการ", "เช่น", "อาทิ", "ซึ่ง",
    "ระหว่าง", "จำนวน", "วันที่", "เมื่อวันที่", "ครั้งที่", "ประจำปี", "ภายใต้", "สำหรับ", "เรื่อง", "ประกอบด้วย", "ดังนี้", "ดังต่อไปนี้",
    "หัวข้อ", "เพราะ", "เนื่องจาก",
)  # fmt: skip
#: More of them, with what stands before them where they are the end of a longer word that may.
GUARDED_COMPLEMENTS: Final = (
    ("ว่า", "มากก|น้อยก|สูงก|เร็วก|ดีก"),
    ("ที่", "พื้น|หน้า|สถาน|เต็ม|ทันที|เนื้อ"),
    ("ณ", "[ก-๎]"),
    ("ต่อ", "กัน"),
    ("เป็น", "จำ"),
    ("ตาม", "ติด"),
    ("แห่ง", "[ ทก]"),
    ("เวลา", "ตลอด|ทุก|ระยะ|ตรง"),
    ("เมื่อ", "[ก-๎]"),
)  # fmt: skip
GUARDED: Final = tuple(word for word, _ in GUARDED_COMPLEMENTS)
_GUARDED_COMPLEMENT: Final = re.compile(
    "(?:"
    + "|".join(
        "".join(f"(?<!{before})" for before in guard.split("|")) + word for word, guard in GUARDED_COMPLEMENTS
    )
    + ")$"
)
#: The longest of the guarded words with its look-behind, in characters.
_COMPLEMENT_REACH: Final = 16
#: Ends of a topic or circumstance whose comment follows: "กรณี…นั้น ขณะนี้…".
AFTER_TOPIC: Final = re.compile("(?<!หลังจาก)(?<!ต่อจาก)(?<!จาก)(?<!ดัง)(?<!เท่า)(?:นั้น|เช่นนี้)$")
#: A phrase that names who can ask or read on, before the words that say so.
TOPIC: Final = re.compile("สำหรับ|ผู้|ประชาชน|หาก|ท่าน|ลูกค้า|เกษตรกร|หน่วยงาน|โดย|ซึ่ง|ส่วน|และ")
BEFORE_PROTECTED: Final = re.compile(
    r"ๆ|ฯ|น\.|พ\.ศ\.|ค\.ศ\.|บาท|ล้าน|แสน|หมื่น|พันล้าน|เปอร์เซ็นต์|%|[-–—&:/=+×,;]"
    r"|(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)"
    r"|(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\."
)
DIGIT: Final = re.compile(r"[\d๐-๙]")
LATIN: Final = re.compile(r"[A-Za-z]")
FINAL_MARKS: Final = ("?", "!")
#: What may close a quotation or bracket after a final mark.
CLOSERS: Final = '”")'
FINAL_MARKS_OR_CLOSERS: Final = frozenset((*FINAL_MARKS, *CLOSERS))
#: Marks that join what stands around them; the beginning of the text is none to end a sentence at, either.
JOINING_MARKS: Final = frozenset((*"-–—&:/,;+", ""))
FOR_EXAMPLE: Final = "เป็นต้น"
AND_SO_ON: Final = "ฯลฯ"
GOES_ON: Final = re.compile("ตลอดจน|รวม|และ|หรือ|ซึ่ง|เพื่อ|ที่|โดยเฉพาะ|อัน|ใน|จาก|ให้|มา|ไป|ด้วย|ก็|จะ|[(\\d๐-๙“]")


#: Signs of a statement about the topic of สำหรับ.
HAS_PREDICATE: Final = re.compile("(?<!ที่)(?<!ประสงค์)(?:จะ|ต้อง|สามารถ|นั้น|ขอ|ได้แก่|มีโทษ)")


def is_thai_letter(char: str) -> bool:
    """Whether a character is a Thai letter or mark, not a bracket, quote, digit or Latin letter."""
    return "ก" <= char <= "๎"


def needs_complement(text: str, position: int) -> bool:
    """Whether what stands before a place ends in a word that wants more."""
    return text.endswith(COMPLEMENTS, 0, position) or (
        text.endswith(GUARDED, 0, position)
        and _GUARDED_COMPLEMENT.search(text, max(0, position - _COMPLEMENT_REACH), position) is not None
    )


def opener_pattern() -> re.Pattern[str]:
    """One pattern of all openers with their guards; longer words first."""
    guarded = {word for word, _ in GUARDED_OPENERS}
    strong = [re.escape(word) for word in sorted(set(STRONG_OPENERS) - guarded, key=len, reverse=True)]
    rest = [f"{word}(?!{guard})" if guard else word for word, guard in GUARDED_OPENERS]
    return re.compile("(?:" + "|".join([*strong, *rest]) + ")")
