"""Count the negations of a Thai text and of its English, each with the liberties translators take.

A Thai cue (ไม่, มิ…, ห้าม, อย่า) calls for an English negation, unless the English has one of the words
that render that phrase positively: ไม่เกิน "up to", ไม่รุนแรง "mild", ไม่ให้ "prevent". An English negation
is a plain one (not, no, never, without…) or a word with a negative sense (unable, fail, insufficient),
the latter only if no Thai word of the same sense explains it (ขาดแคลน → shortage).
The tables were made on one half of the documents of docs/check-quality.md and measured on the other.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from bilingual_news.text import small

if TYPE_CHECKING:
    from collections.abc import Callable

Pattern = re.Pattern[str]
Rendering = tuple[Pattern, "Pattern | None"]


class Cue(Enum):
    """What a Thai cue demands of the English."""

    #: A negation.
    HARD = 1
    #: None more than the one before: ไม่มีญาติ ไม่มีบ้าน is "no relatives or home".
    REPEATED = 2
    #: None, for a word of the English may render it; but the English may negate all the same.
    RENDERED = 3
    #: None, and it explains none: the phrase is positive in English.
    POSITIVE = 4


#: What begins a negation; ต้องห้าม, ห้ามปราม, ห้ามล้อ and ไม้ are none.
_MI: Final = "มิ(?:ได้|ใช่|ควร|อาจ|ต้อง|ให้|สามารถ|ชอบ|เช่น|ฉะนั้น|เพียง|วาย)"
_YA: Final = "อย่า(?!ง)"
#: Each choice begins with its letters and looks back after them: so they are found in one fast scan.
CUE: Final = re.compile(rf"ไม่(?!้)|มิ(?<!สามิ){_MI[2:]}|ห้าม(?<!ต้องห้าม)(?!ี|ปราม|เลือด|ล้อ)|{_YA}")
_HAS_MI, _HAS_YA = re.compile(_MI), re.compile(_YA)
_NOT_MORE = (
    r"(?:no|not|never|nor) (?:to )?(?:be )?(?:more|less|fewer|over|under|lower|later|higher|below|above|"
    r"older|younger|exceed\w*|smaller|greater|earlier)"
)
#: Thai phrases and the English that says them without a negation; no English: always positive.
_POSITIVE: Final[tuple[tuple[str, str], ...]] = (
    ("ไม่ว่า(?!ง)|หรือไม่(?!มี|ได้|ต้อง|สามารถ)|ไม่กี่|ไม่ติดต่อเรื้อรัง|(?<=โรค)ไม่ติดต่อ|ไม่ซ้ำกัน|ไม่ตายตัว|ไม่ธรรมดา", ""),
    (
        "ไม่(?:ให้)?เกิน",
        rf"{_NOT_MORE}|up to|within|max\w*|at most|under|less than|below|limit|lower than|fewer|ceiling|"
        r"cap(?:ped)?\b|or (?:less|under|below|younger|fewer|earlier)|by (?:no )?\d|until|no higher|"
        r"no longer than|categor|class\b",
    ),
    (
        "ไม่น้อย(?:ไป)?กว่า|ไม่ต่ำ(?:ไป)?กว่า|ไม่ด้อย",
        rf"{_NOT_MORE}|at least|minim\w+|over|more than|or (?:more|over|above|older|higher)|as (?:many|much)|"
        r"exceed|above|upward|equal|inferior",
    ),
    (
        "ไม่(?:ได้|ใช่|ได้เป็น|ใช่เป็น)?(?:แค่|เพียง|แต่เพียง|เฉพาะ|มีแต่|เป็นเพียง|เป็นแค่|ใช่แต่)(?!พอ)|มิ(?:ได้|ใช่)?(?:เพียง|แค่)",
        r"not (?:only|just|merely|simply|solely)|beyond|more than|besides|apart|in addition",
    ),
)
#: Thai phrases and English that may render them without a plain negation.
_RENDERED: Final[tuple[tuple[str, str], ...]] = (
    (
        "ไม่มีที่สิ้นสุด|ไม่มากก็น้อย|ไม่ใช่น้อย|ไม่เอาน่า|อย่าง(?:แทบ)?ไม่น่าเชื่อ|ไม่บังคับ|หามิได้|ที่สุดมิได้|ไม่(?:เป็นเวลา)?นาน|ไม่ช้า|"
        "ไม่ได้เรื่อง|อดไม่ได้|ไม่เช่นนั้น|ไม่อย่างนั้น|ไม่งั้น|มิเช่นนั้น|มิฉะนั้น|มิวาย|โดยไม่(?:สน|คำนึง)|ไม่สนใจ|อย่าลืม",
        "",
    ),
    ("ไม่(?:มีค่าใช้จ่าย|เสียค่า|คิดค่า|คิดดอก|ต้องเสียค่า|เก็บค่า|เรียกเก็บ|คิดมูลค่า)", r"free|exempt|waiv|zero"),
    ("ไม่รุนแรง", r"mild|minor"),
    ("ไม่(?:มีอาการ|แสดงอาการ)", r"asymptomatic|symptom-?free|before symptoms"),
    ("ไม่สามารถติดต่อ", r"lost"),
    ("ไม่แพ้", r"equal|as .{2,20} as|rival|match|par\b|well"),
    (
        "(?:ไม่|มิ)ให้|ป้องกัน(?:ไม่|มิ)|ระวังไม่",
        r"prevent|avoid|protect|stop|deter|guard|curb|against|minimi[sz]e|reduc|restrict|refrain|alleviat|"
        r"eliminat|lest|save|spar|block|keep|prohibit|ban|veto",
    ),
    ("ไม่พึง", r"adverse|side effect"),
    ("ไม่สะดวก|ไม่ได้รับความสะดวก|ไม่สบาย", r"difficult|sick|ill\b|hardship|trouble|discomfort|affect"),
    (
        "ไม่สงบ|ไม่มั่นคง|ไม่ปลอดภัย",
        r"unrest|insecur\w+|danger|risk|violence|damag|southern|instabil|disturb|conflict|insurg|fight",
    ),
    ("ไม่ได้มาตรฐาน|ไม่มีมาตรฐาน|ไม่มีคุณภาพ|ไม่ได้คุณภาพ", r"sub-?standard|poor|low|inferior|counterfeit|below"),
    ("ไม่บริสุทธิ์|ไม่สะอาด", r"impure|dirty|pollut|foul"),
    (
        "ไม่ดี|ไม่ประสงค์ดี|ไม่หวังดี|ไม่ชอบมาพากล|ไม่สู้ดี",
        r"bad|badly|poor|ill-|malicious|wrong|harm|adverse|negativ|worse",
    ),
    (
        "ไม่ถูกต้อง|ไม่เหมาะสม|ไม่ชอบด้วย|มิชอบ|ไม่สุจริต|ไม่เป็นธรรม|ไม่โปร่งใส",
        r"wrong|misconduct|misunderst|fraud|corrupt|mistak|false|errors?|malfeasance|misinform|dis/mis",
    ),
    ("ไม่ปฏิบัติตาม|ไม่ทำตาม", r"violat|breach|disobey|ignor|contraven|defy|infring"),
    ("ไม่มีความสุข|ไม่พอใจ|ไม่สบายใจ", r"displeas|upset|anger|worr|concern|discontent"),
    (
        "ไม่(?:มาก|สูง|น้อย|หนาแน่น|ใหญ่|ไกล|แพง|ยาก|หนัก|ลึก)",
        r"few|little|low|small|slight|modest|limited|easy|easily|near|close|cheap|affordab|light|shallow|minor",
    ),
    ("ไม่(?:เต็มใจ|อยาก|สมัครใจ)", r"reluctan|hesita|involuntar"),
    (
        "ไม่(?:ขาด|หยุด|สิ้นสุด|มีวันหยุด|เว้น|ย่อท้อ|ลดละ|เคยหยุด|รู้จบ)",
        r"continuous|constant|consisten|always|ongoing|incessant|keep|persist|steadfast|including|uninterrupt",
    ),
    ("ไม่จำกัด", r"any\b|open to"),
    ("ไม่(?:เห็นด้วย|ยอมรับ|สนับสนุน)", r"oppos|against|dissent|object|disput|deprecat"),
    ("ไม่(?:ประมาท|ชะล่าใจ|นิ่งนอนใจ|นิ่งเฉย)", r"care\b|careful|caution|vigilan|alert|heed|beware|attentive"),
    ("ไม่ทัน", r"late\b|behind|delay|too |before|overwhelm"),
    (
        "ไม่(?:ถึง|ครบ|เพียงพอ|พอ|พร้อม|เต็ม|เท่าเทียม|เท่ากัน|เท่า|สมบูรณ์|ครอบคลุม)",
        r"less|under|below|short|almost|nearly|partial|fewer|scarc|limited|disparit|dispropor",
    ),
    ("ไม่แน่(?:นอน|ใจ|ชัด)", r"doubt|balance|volatil|fluctuat|suspect"),
    ("ไม่ค่อย|แทบ(?:จะ)?ไม่", r"hardly|seldom|rarely|barely|scarcely"),
    ("ไม่ต่าง", r"no more than|like\b|same|similar|equal|just as"),
    ("ไม่รวม|ไม่นับ", r"apart|besides|other than|plus"),
    ("ไม่เสถียร|ไม่คงที่|ไม่ต่อเนื่อง", r"volatil|fluctuat|intermittent|sporadic"),
    ("ไม่คาด", r"unforeseen|surpris|sudden|accident|incident"),
    ("ไม่(?:ไว้วางใจ|เชื่อ|ไว้ใจ)", r"mistrust|distrust|no-confidence|doubt|suspic|scept|skept|censure"),
    ("ไม่(?:เข้าใจ|รู้|ทราบ|คุ้น|ระบุชื่อ)", r"misunderst\w*|ignoran|anonym|misconcept|new to|less familiar"),
    ("ไม่พบ", r"negativ|clear"),
    ("ไม่(?:ตรง|สอดคล้อง|สมดุล|เหมือน)", r"mismatch|differ|imbalance|discrepan|deviat|conflict|uneven"),
    (
        "ไม่สามารถ|ไม่อาจ|ไม่ได้",
        r"block|cut off|difficult|hard to|intangib|too \w+ (?:for|to)|beyond repair|deprive|"
        r"inaccessib|immutab|far from|left out|in secret|vacan|out of order",
    ),
    ("ไม่ใช่|มิใช่", r"rather than|instead of|far from|as opposed|misunderst"),
    ("ยังไม่", r"yet to|pending|await|still to"),
    ("ไม่(?:ได้)?(?:รับ|ผ่าน|นำส่ง|ดำเนิน|ฉีด|มีการ)", r"fail|yet to|pending|deprecat|substandard"),
    (
        "ไม่ควร|ไม่ต้อง|อย่า(?!ง)",
        r"avoid|refrain|warn\w*|beware|instead|rather than|against|save|relieve|do away",
    ),
    ("ไม่มี", r"depriv|scarc|vacan|empty|run out|yet to|independent"),
    (
        "ห้าม",
        r"prohibit|forbid|ban|bar|curfew|restrict|off-?limits|outlaw|out of bounds|stop|block|lock|"
        r"embargo|moratorium",
    ),
    ("ไม่กระทบ|ไม่ส่งผล|ไม่ได้รับผลกระทบ|ไม่เปลี่ยน", r"remain|intact|maintain"),
    ("ไม่ขึ้น", r"independent"),
)
#: Thai of a negative sense without a cue, and the English of it that is no plain negation.
_OTHER: Final[tuple[tuple[str, str], ...]] = (
    (
        "งด(?![ะ-ฺ็-๎งวนล])(?!อก|ร\\.)",
        r"refrain|suspend|abstain|cancel|skip|avoid|stop|ban|prohibit|exempt|waiv|clos",
    ),
    ("ไร้", r"[a-z]+less|non|free|unmanned|destitute"),
    ("ปราศ|ปลอด(?!ภัย)", r"[a-z-]*free|rid\b|grace|clear|exempt|drug-free"),
    ("เลี่ยง", r"avoid|circumvent|evad|bypass|evas|inevitab|refrain|shun|alternative|irresist"),
    (
        "(?<!เด็ด)(?<!เฉียบ)ขาด(?!ดุล)",
        r"lack|short|miss|absen|scarc|indispens|disconn|without fail|defici|break|torn|cut|constant|contin",
    ),
    (
        "หมด(?:กังวล|ห่วง|ปัญหา|สิทธิ|โอกาส|อายุ)|เลิก",
        r"expir|cancel|repeal|abolish|end|stop|ceas|quit|terminat",
    ),
    ("ระวังการ|ระมัดระวัง", r"prevent|avoid|against"),
    (
        "นอกบัญชี|นอกจาก|นอกเหนือ",
        r"addition|besides|apart|moreover|furthermore|also|other than|except|beyond|outside",
    ),
)
#: English words of a negative sense, and the Thai that explains them; "." explains always.
_SENSES: Final[tuple[tuple[str, str], ...]] = (
    (r"unable|in(?:ability|capab)\w*|impossible|impassable", "ทุพพล"),
    (
        r"abnormal\w*|mis(?:per|conc|und|inf|con|mat)\w+|dis(?:sent|advant)\w*",
        "ผิดปกติ|เข้าใจผิด|ประพฤติ|เสียเปรียบ",
    ),
    (r"fail\w*", "ล้มเหลว|ตก|ผิดพลาด|ขัดข้อง|พลาด|วาย"),
    (r"lack\w*|shortage|absen\w*|missing|missed", "ขาด|หาย|ไร้|ปราศ|คลาด|พลาด"),
    (r"refus\w*|den(?:y|ied|ies|ying)|declin\w*|reject\w*", "ปฏิเสธ|ลด|บอกปัด|ต่ำ"),
    (r"prevent\w*|avoid\w*", "ป้องกัน|เลี่ยง|กัน|ยับยั้ง|สกัด|ระงับ|ระวัง"),
    (r"prohibit\w*|ban|banned|bans|banning|forbid\w*|barred", "ห้าม|แบน|งด|บ้าน"),
    (r"refrain\w*", "งด|ละเว้น|เลี่ยง|เว้น"),
    (r"unless|except\w*|exclud\w*|exempt\w*|waiv\w*", "เว้น|นอกจาก"),
    (r"free", "ฟรี|ปลอด|อิสระ|เสรี|ปราศ|ไร้|ว่าง|โล่ง|พ้น"),
    (r"il(?:legal|licit)\w*|unlawful\w*|unauthori[sz]ed|undocumented|informal", "ผิดกฎหมาย|เถื่อน|ลักลอบ|ลัก|นอก"),
    (r"unemploy\w*", "ว่างงาน|ตกงาน|เลิกจ้าง"),
    (
        r"unprecedented|undergo\w*|unlock\w*|unveil\w*|unif\w*|unique\w*|union\w*|unit\w*|universal\w*|"
        r"universit\w*|under\w*|until|unto|uncle|unicef|unicorn|unwell|unesco|unwto|unhcr|unaids|unep|undp|"
        r"unfccc|unctad|wireless|cashless|paperless|bless|regardless|nonetheless",
        ".",
    ),
    (r"un[a-z]{3,}", "\0"),
    (
        r"im(?:proper|mobile|perfect|patien)\w*|ir(?:re[a-z]|ra)\w+|in(?:accur|active|adequ|appropr|complete|"
        r"consist|correct|effic|eligib|equal|equit|evit|exper|stab|suffi|toler|valid|conven|soluble|"
        r"experienc)\w*|i[mn](?!cred|evit|valu|press|port)[a-z]{3,}[ai]bl[ey]|dis(?:agree|approv|continu|honest|regard|satisf|obey|qualif)\w*",
        "เหลื่อมล้ำ",
    ),
    (r"[a-z]{3,}less", "ไร้|ปราศ|จรจัด|นับ|เร่ร่อน"),
    (r"non", "\0"),
)
_SURE = re.compile(
    r"\b(?:unable|impossible|insufficient\w*|inadequate\w*|incomplete\w*|incorrect\w*|inappropriate\w*|unsafe|"
    r"unclear|uncertain\w*|unlikely|unpleasant|unnecessary|unwilling|unaffected|unchanged|undesirable|"
    r"impassable|unfit|untrue|unaware|unavailable|inconsistent\w*|unfair\w*)\b",
)
#: English in small letters that negates only in form, or that compares; see CUE.
_FORMAL = re.compile(
    r"n(?<!\wn)o(?:t (?:only|just|merely|simply|solely)\b|t? (?:later|more|less|fewer|lower|earlier|older|"
    r"smaller|younger|higher|greater) than\b|t (?:to )?exceed(?:ing)?\b|\. ?\d|s?\. | doubt\b|"
    r"t to mention\b| matter\b|t (?:below|under|over|above)\b|thing but\b)|"
    r"w(?<!\ww)hether or not\b|o(?<!\wo)r not\b|"
    r"i(?<!\wi)(?:s)n't (?:it|they|you|he|she|that)\b|a(?<!\wa)ren't (?:it|they|you|he|she|that)\b|"
    r"d(?<!\wd)(?:o|oes|id)n't (?:it|they|you|he|she|that)\b|w(?<!\ww)asn't (?:it|they|you|he|she|that)\b"
)
_NUMBER = re.compile(r"No(?<!\wNo)\b(?=\.? ?\d)")
_ONLY = re.compile(r"n(?<!\wn)ot (?:only|just|merely|simply|solely)\b")
_ONLY_THAI = re.compile("เท่านั้น|เพียง|แค่|อย่างเดียว")
#: Small English words that negate by themselves; don't and couldn'ts beside them.
PLAIN_WORDS: Final = (
    "no", "not", "never", "none", "neither", "without", "cannot", "nothing", "nobody", "nowhere",
)  # fmt: skip
_N = "|".join(word[1:] for word in PLAIN_WORDS if word[0] == "n")
_OTHERS = "|".join(rf"{word[0]}(?<!\w{word[0]}){word[1:]}\b" for word in PLAIN_WORDS if word[0] != "n")
#: In small letters; every choice begins with a letter, see CUE.
PLAIN: Final = re.compile(rf"n(?:(?<!\wn)(?:{_N})\b|['’]ts?\b)|{_OTHERS}")
_NOR = re.compile(r"\bnor\b")
_WORD = re.compile("[a-z]+")
#: Emphatic do, and "has yet been": what is left of a sentence whose "not" was lost.
BARE: Final = re.compile(
    r"(?<=[a-z,] )(?:does|do|did) (?!not|n|so\b|it\b|this|that|the|these|those|his|her|your|my|their|our|its|"
    r"a\b|an\b|business|good|more|what|whatever|in\b|and\b|or\b|to\b|with|as\b|is\b|for\b|by\b|everything|something|"
    r"anything|all|well|best|better|away|things?|just|you|we|they|he|she|i\b|people|work|research|homework|harm|"
    r"exercise|exactly|likewise|now|wrong|right|other|another|any|some|badly|poorly|one|two|many|much|both|each)[a-z]+|"
    r"\b(?:has|have|is|are|was|were|had|do|does|did|can|could|will) yet (?!to\b|another|again)[a-z]+"
)
_BEFORE, _AFTER = 8, 14
_NEAR: Final = 60
_AT_ONCE: Final = 14
_SAME: Final = 6
_REACH: Final = 90


@cache
def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[Rendering, ...]:
    return tuple(
        (re.compile(thai), re.compile(rf"\b(?:{english})") if english else None) for thai, english in table
    )


@cache
def _senses() -> tuple[tuple[Pattern, Pattern], ...]:
    return tuple((re.compile(english), re.compile(thai)) for english, thai in _SENSES)


@lru_cache(maxsize=1 << 16)
def _sense(word: str) -> int:
    """The row of `_SENSES` that an English word in small letters belongs to, or -1."""
    return next((i for i, (pattern, _) in enumerate(_senses()) if pattern.fullmatch(word)), -1)


def may_negate(source: str) -> bool:
    """Whether a Thai text may have a cue, by the quickest look; where this is false there is none."""
    return (
        "ไม่" in source
        or "ห้าม" in source
        or ("มิ" in source and _HAS_MI.search(source) is not None)
        or ("อย่า" in source and _HAS_YA.search(source) is not None)
    )


def cues(source: str, target: str) -> list[tuple[re.Match[str], Cue]]:
    """The negations of a Thai text, and what each demands of an English one."""
    out: list[tuple[re.Match[str], Cue]] = []
    lower = small(target)
    known: dict[Pattern, bool] = {}

    def says(english: Pattern) -> bool:
        """Whether the English has a rendering; each is looked for once in a text of any length."""
        if english not in known:
            known[english] = english.search(lower) is not None
        return known[english]

    for match in CUE.finditer(source):
        kind = _kind(source, says, match)
        if kind is Cue.HARD and out and _repeats(source, out[-1][0], match):
            kind = Cue.REPEATED
        out.append((match, kind))
    return out


def _kind(source: str, says: Callable[[Pattern], bool], cue: re.Match[str]) -> Cue:
    start = cue.start()
    begin, end = max(0, start - _BEFORE), cue.end() + _AFTER
    for kind, (ahead, behind, renderings) in _tables():
        at_once = ahead.match(source, start, end)
        assert at_once is not None  # every choice is optional
        said = at_once.groups()
        for number, (thai, english) in enumerate(renderings):
            is_said = said[number] is not None or (
                number in behind
                and any(m.start() <= start < m.end() for m in thai.finditer(source, begin, end))
            )
            if is_said and (not english or says(english)):
                return kind
    if _ONLY_THAI.search(source, cue.end(), cue.end() + _REACH) and says(_ONLY):
        return Cue.POSITIVE
    return Cue.HARD


Table = tuple[Pattern, frozenset[int], tuple[Rendering, ...]]


@cache
def _tables() -> tuple[tuple[Cue, Table], ...]:
    """The tables for a look from the first letter of a cue on, all rows in one pattern.

    Beside it the numbers of the rows that may begin before the cue, and all rows.
    """
    out = []
    for kind, rows in ((Cue.POSITIVE, _POSITIVE), (Cue.RENDERED, _RENDERED)):
        ahead = re.compile("".join(f"(?:(?=({thai}))|)" for thai, _ in rows))
        behind = frozenset(i for i, (thai, _) in enumerate(rows) if _may_begin_before(thai))
        out.append((kind, (ahead, behind, _compiled(rows))))
    return tuple(out)


def _may_begin_before(thai: str) -> bool:
    """Whether a choice of a row has letters before its cue: หรือไม่, ป้องกันไม่."""
    depth, choices = 0, [""]
    for char in thai:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += char
    return any(not _FROM_CUE.match(choice) for choice in choices)


_FROM_CUE = re.compile(r"(?:\(\?<[=!][^)]*\))?(?:ไม่|มิ|ห้าม|อย่า(?!ง)|\(\?:ไม่\|มิ\))")


def _repeats(source: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a cue follows at once, or one with the same word closely: English has one not for both."""
    if other.start() - one.end() < _AT_ONCE:
        return True
    same = source[one.start() : one.start() + _SAME] == source[other.start() : other.start() + _SAME]
    return same and other.start() - one.start() < _NEAR


def plain_negations(target: str, source: str) -> list[tuple[int, int]]:
    """Where an English text negates plainly, to do more than compare, and the Thai does not quote it."""
    lower = small(target)
    if not PLAIN.search(lower):
        return []
    blanked = _FORMAL.sub(_blank, lower)
    for match in _NUMBER.finditer(target):
        blanked = f"{blanked[: match.start()]}  {blanked[match.end() :]}"
    spans = [match.span() for match in PLAIN.finditer(blanked)]
    return [span for span in spans if not _quotes(source, target[slice(*span)])]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _quotes(source: str, word: str) -> bool:
    return word in source and re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", source) is not None


def negative_words(target: str, source: str) -> int:
    """How many English words have a negative sense that no Thai word but a cue explains."""
    counts: dict[int, int] = {}
    lower = small(target)
    for word in _WORD.findall(lower):
        if (row := _sense(word)) >= 0:
            counts[row] = counts.get(row, 0) + 1
    words = sum(
        max(0, count - len(_senses()[row][1].findall(source)))
        for row, count in counts.items()
        if _SENSES[row][1] != "."
    )
    # A "nor" negates once more, but only after a first negation.
    return words + bool(_NOR.search(lower) and PLAIN.search(lower))


def sure_words(target: str) -> int:
    """How many English words hardly render anything but a negation."""
    return len(_SURE.findall(small(target)))


def other_sense(source: str, target: str) -> int:
    """How many Thai words without a cue may explain a plain negation of the English."""
    lower = small(target)
    return sum(
        1
        for thai, english in _compiled(_OTHER)
        if thai.search(source) and english is not None and not english.search(lower)
    )
