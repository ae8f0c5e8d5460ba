"""The tables of `polarity`: Thai phrases that negate, their English, and words of negative sense."""

from __future__ import annotations

from typing import Final

_NOT_MORE = (
    r"(?:no|not|never|nor) (?:to )?(?:be )?(?:more|less|fewer|over|under|lower|later|higher|below|above|"
    r"older|younger|exceed\w*|smaller|greater|earlier)"
)
#: Thai phrases and the English that says them without a negation; no English: always positive.
POSITIVE: Final[tuple[tuple[str, str], ...]] = (
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
RENDERED: Final[tuple[tuple[str, str], ...]] = (
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
OTHER: Final[tuple[tuple[str, str], ...]] = (
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
SENSES: Final[tuple[tuple[str, str], ...]] = (
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
        r"experienc)\w*|i[mn](?!cred|evit|valu|press|port)[a-z]{3,}[ai]bl[ey]|"
        r"dis(?:agree|approv|continu|honest|regard|satisf|obey|qualif)\w*",
        "เหลื่อมล้ำ",
    ),
    (r"[a-z]{3,}less", "ไร้|ปราศ|จรจัด|นับ|เร่ร่อน"),
    (r"non", "\0"),
)
