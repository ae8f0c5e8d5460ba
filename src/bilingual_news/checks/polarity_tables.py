"""The tables of `polarity`: Thai phrases that negate, their English, and words of negative sense."""

from __future__ import annotations

from typing import Final

_NOT_MORE = (
    r"(?:no|not|never|nor) (?:to )?(?:be )?(?:more|less|fewer|over|under|lower|later|higher|below|above|"
    r"older|younger|exceed\w*|smaller|greater|earlier)"
)
#: Thai phrases and the English that says them without a negation; no English: always positive.
POSITIVE: Final[tuple[tuple[str, str], ...]] = (
    (
        "ไม่ว่า(?!ง)|หรือไม่(?=$|[\\s”\"'’).,?:;–-]|อย่างไร|เพียง|และ|โดย|ซึ่ง|ก็|นั้น|ทั้งนี้|แล้ว|เท่า|นะ|ครับ|คะ|ค่ะ)|"
        "ไม่กี่|(?<=บาน)ไม่รู้โรย|ไม่ติดต่อเรื้อรัง|(?<=โรค)ไม่ติดต่อ|ไม่ซ้ำกัน|ไม่ตายตัว",
        "",
    ),
    (
        "ไม่(?:ให้)?เกิน",
        rf"{_NOT_MORE}|up to|within|max\w*|at most|under\b|less than|below\b|limit|lower than|fewer|ceiling|"
        r"cap(?:ped)?\b|or (?:less|under\b|below\b|younger|fewer|earlier)|by (?:no )?\d|until|no higher|"
        r"no longer than|categor|class\b",
    ),
    (
        "ไม่น้อย(?:ไป)?กว่า|ไม่ต่ำ(?:ไป)?กว่า|ไม่ด้อย",
        rf"{_NOT_MORE}|at least|minim\w+|over\b|more than|or (?:more|over\b|above|older|higher)|"
        r"as (?:many|much)|exceed|above|upward|equal|inferior",
    ),
    (
        "ไม่(?:ได้|ใช่|ได้เป็น|ใช่เป็น)?(?:แค่|เพียง|แต่เพียง|เฉพาะ|มีแต่|เป็นเพียง|เป็นแค่|ใช่แต่)(?!พอ)|มิ(?:ได้|ใช่)?(?:เพียง|แค่)",
        r"not (?:only|just\b|merely|simply|solely)|beyond|more than|besides|apart|in addition",
    ),
)
#: Thai phrases and English that may render them without a plain negation.
RENDERED: Final[tuple[tuple[str, str], ...]] = (
    ("ไม่มีที่สิ้นสุด|ไม่รู้จบ", r"boundless|endless|infinit"),
    ("ไม่มากก็น้อย", r"more or less"),
    ("ไม่ใช่น้อย|ไม่น้อย(?!กว่า|ไป)", r"considerabl|quite|much|many|great|large|significant|fair|substantial"),
    ("หรือไม่(?!มี|ได้|ต้อง|สามารถ)|หามิได้|ที่สุดมิได้|ไม่เอาน่า|ไม่ได้เรื่อง|ไม่เป็นไร", ""),
    ("ไม่น่าเชื่อ", r"incredibl|unbelievabl|amazing|astonish|remarkabl|surpris"),
    ("ไม่บังคับ", r"optional|voluntar"),
    ("ไม่(?:ได้)?(?:เป็นเวลา)?นาน|ไม่ช้า", r"soon|recent|shortly|short|before long|brief|later\b|just\b|latest"),
    ("อดไม่ได้", r"help but"),
    ("ไม่เช่นนั้น|ไม่อย่างนั้น|ไม่งั้น|มิเช่นนั้น|มิฉะนั้น", r"otherwise|or else|or\b|unless|if not"),
    ("มิวาย", ""),
    (
        "ไม่(?:ได้)?(?:สนใจ|สนว่า|สนกฎ|คำนึง|เลือก|แบ่งแยก|แยกแยะ|ใส่ใจ|แยแส)",
        r"regardless|irrespective|ignor|whatever|disregard|equal|all\b|any\b|indifferen",
    ),
    ("อย่าลืม|ไม่(?:เคย)?ลืม", r"remember|be sure|make sure"),
    ("โดยไม่(?:ได้)?แจ้ง", r"without notice|unannounced|unexpectedly|surprise|abruptly"),
    (
        "(?:ไม่|มิ)(?:ต้อง)?(?:มีค่าใช้จ่าย|มีค่าบริการ|มีค่าธรรม|มีภาระ|เสียค่า|เสียเงิน|มีดอกเบี้ย|คิดค่า|คิดดอก|ต้องเสียค่า|เก็บค่า|เรียกเก็บ|คิดมูลค่า)",
        r"free\b|exempt|waiv|zero|complimentary|gratis",
    ),
    ("ไม่รุนแรง", r"mild|minor"),
    ("ไม่(?:ได้)?(?:มีอาการ|แสดงอาการ)", r"asymptomatic|symptom-?free|before symptoms"),
    ("ไม่สามารถติดต่อ", r"lost"),
    ("ไม่แพ้", r"equal|as .{2,20} as|rival|match|par\b|well\b"),
    (
        "(?:ไม่|มิ)ให้|ป้องกัน(?:ไม่|มิ)|ระวังไม่",
        r"prevent|avoid|protect|stop|deter|guard|curb|against|minimi[sz]e|reduc|restrict|refrain|alleviat|"
        r"eliminat|lest\b|sav(?:e|es|ed|ing)\b|spar(?:e|es|ed|ing)\b|block|keep|prohibit|ban(?:s|ned|ning)?\b|veto",
    ),
    ("ไม่พึง", r"adverse|side effect"),
    (
        "ไม่สะดวก|ไม่ได้รับความสะดวก|ไม่สบาย",
        r"difficult|sick|ill\b|hardship|trouble|discomfort|affect|inconvenien|unwell",
    ),
    (
        "ไม่สงบ|ไม่มั่นคง|ไม่ปลอดภัย",
        r"unrest|unsafe|unstable|insecur\w+|endanger|hazard|danger|risk|violence|damag|southern|instabil|disturb|conflict|insurg|fight",
    ),
    (
        "ไม่ได้มาตรฐาน|ไม่มีมาตรฐาน|ไม่มีคุณภาพ|ไม่ได้คุณภาพ",
        r"(?:sub|non)-?standard|poor|low|inferior|counterfeit|below\b",
    ),
    ("ไม่บริสุทธิ์|ไม่สะอาด", r"impure|dirty|pollut|foul"),
    (
        "ไม่(?:ได้)?(?:ค่อย|สู้)?ดี|ไม่ประสงค์ดี|ไม่เจตนาดี|ไม่หวังดี|ไม่ชอบมาพากล|ไม่สู้ดี",
        r"bad|badly|poor|ill-|malicious|wrong|harm|adverse|negativ|worse|suspicious|scammer|criminal|hacker|attacker|malign|hostile",
    ),
    (
        "ไม่ถูกต้อง|ไม่เหมาะ|ไม่ชอบด้วย|มิชอบ|ไม่สุจริต|ไม่เป็นธรรม|ไม่โปร่งใส",
        r"wrong|incorrect|inaccura|invalid|inappropria|unsuitab|unfair|unjust|abus|improper|illegal|unlawful|illicit|misconduct|misuse|misunderst|fraud|corrupt|mistak|false|errors?|malfeasance|misinform|dis/mis",
    ),
    ("ไม่ปฏิบัติตาม|ไม่ทำตาม", r"violat|breach|disobey|ignor|contraven|defy|infring"),
    ("ไม่มีความสุข|ไม่พอใจ|ไม่สบายใจ", r"dissatisf|unhapp|displeas|upset|anger|worr|concern|discontent"),
    (
        "ไม่(?:ได้)?(?:มาก|สูง|น้อย|หนาแน่น|ใหญ่|ไกล|แพง|ยาก|หนัก|ลึก)",
        r"few|hardly|scarce|dark|reasonabl|low|small|slight|modest|limited|easy|easily|near|close(?:ly|r)?\b|cheap|affordab|light|shallow|minor",
    ),
    ("ไม่(?:ได้)?(?:เต็มใจ|อยาก|สมัครใจ)", r"reluctan|hesita|involuntar"),
    (
        "ไม่(?:ได้)?(?:ขาด|หยุด|สิ้นสุด|มีวันหยุด|เว้น|ย่อท้อ|ลดละ|เคยหยุด|รู้จบ)",
        r"continuous|constant|consisten|always|ongoing|incessant|keep|persist|steadfast|including|uninterrupt",
    ),
    ("ไม่จำกัด", r"any\b|open to"),
    (
        "ไม่(?:ได้)?(?:เห็นด้วย|ยอมรับ|สนับสนุน)",
        r"oppos|oppon|disagre|reject|critic|against|dissent|object|disput|deprecat",
    ),
    (
        "ไม่(?:ได้)?(?:ประมาท|ชะล่าใจ|นิ่งนอนใจ|นิ่งเฉย)",
        r"care\b|careful|prudent|mindful|caution|vigilan|alert|heed|beware|attentive",
    ),
    ("ไม่ทัน", r"late\b|behind|delay|too |before|overwhelm"),
    (
        "ไม่ถึง",
        r"less\b|(?:under|below) (?=\d|age|the age|one|two|three|four|five|six|half|a )|short|almost|nearly|"
        r"just\b|fewer|as little|barely",
    ),
    (
        "ไม่(?:ได้)?(?:ครบ|เพียงพอ|พอ|พร้อม|เต็ม|เท่าเทียม|เท่ากัน|เท่า|สมบูรณ์|ครอบคลุม)",
        r"less\b|short\w*|partial|fewer|scarc|limited|disparit|dispropor|inadequa|insuffic|deficien|incomplet|lack|poor|"
        r"un(?:planned|prepared|ready|equal)|inequal|imperfect",
    ),
    ("ไม่แน่(?:นอน|ใจ|ชัด)", r"uncertain|unsure|unclear|doubt|balance|volatil|fluctuat|suspect"),
    ("ไม่ค่อย|แทบ(?:จะ)?ไม่", r"hardly|seldom|rarely|barely|scarcely"),
    ("ไม่ต่าง", r"no more than|like\b|same|similar|equal|just as"),
    ("ไม่รวม|ไม่นับ", r"apart|besides|other than|plus\b"),
    ("ไม่เสถียร|ไม่คงที่|ไม่ต่อเนื่อง", r"unstable|discontin|volatil|fluctuat|intermittent|sporadic"),
    ("ไม่คาด", r"unforeseen|surpris|sudden|accident|incident"),
    (
        "ไม่(?:ได้)?(?:ไว้วางใจ|เชื่อ|ไว้ใจ)",
        r"wary|mistrust|distrust|no-confidence|doubt|suspic|scept|skept|censure",
    ),
    (
        "ไม่(?:ได้)?(?:เข้าใจ|รู้|ทราบ|คุ้น|ระบุชื่อ)",
        r"stranger|unaware|unidentif|unfamiliar|unknow|"
        r"mystery|misunderst\w*|ignoran|anonym|misconcept|new to|less familiar",
    ),
    ("ไม่พบ", r"negativ|clear|missing"),
    ("ปฏิเสธ(?:ว่า)?ไม่", r"den(?:y|ied|ies|ying)\b"),
    (
        "ไม่(?:ได้|ขอ)?(?:เข้า(?:ไป)?(?:ร่วม|ยุ่ง|แทรก)|ยุ่ง|แทรกแซง)",
        r"stay\w* out|boycott|abstain|kept out|keep\w* out|miss|skip",
    ),
    ("ไม่รอด", r"kill|di(?:e|es|ed)\b|dead|death|perish|drown"),
    (
        "ไม่(?:ได้)?(?:ตรง|สอดคล้อง|สมดุล|เหมือน)",
        r"mismatch|nonconform|contrary|contrad|incompat|inconsist|at odds|differ|imbalance|discrepan|deviat|"
        r"conflict|uneven",
    ),
    (
        "ห้าม",
        r"prohibit|forbid|ban(?:s|ned|ning)?\b|bar(?:s|red|ring)?\b|curfew|restrict|off-?limits|outlaw|"
        r"out of bounds|stop|block|embargo|moratorium",
    ),
    ("ไม่กระทบ|ไม่ส่งผล|ไม่ได้รับผลกระทบ|ไม่เปลี่ยน", r"remain|intact|maintain"),
    ("ไม่ขึ้น", r"independent|regardless"),
    ("(?:หลีก)?เลี่ยงไม่(?:ได้|พ้น)|ไม่อาจ(?:หลีก)?เลี่ยง", r"inevitabl|unavoidabl|inescapabl"),
    ("ไม่(?:ได้)?(?:แข็งแรง|สมประกอบ)", r"poor health|weak|frail|disab|infirm"),
    ("ไม่(?:ได้)?(?:สวม|ใส่|คาด|เคารพ|ระมัดระวัง|ดูแล|ใส่ใจ)", r"neglect|fail|violat|careless|reckless"),
    ("ไม่(?:ได้)?(?:จำเป็น|เกี่ยว)", r"unnecess|redundan|irrelevan|unrelated|excess|superfluous"),
    (
        "ไม่(?:ได้)?(?:เปิดเผย|ประสงค์ออกนาม|ระบุ)",
        r"anonym|confiden|secret|undisclos|conceal|hid(?:e|es|den|ing)?\b",
    ),
    ("ไม่(?:ได้)?(?:ตั้งใจ|เจตนา)", r"accident|inadvert|uninten|mistak"),
    ("ไม่(?:ได้)?(?:ทั่วถึง|เสมอภาค|เท่าเทียม)", r"inequal|unequal|unfair|dispar|gaps?\b"),
    ("ไม่(?:ได้)?มีงาน", r"unemploy|jobless"),
    ("ไม่มีที่(?:อยู่|พัก)|ไม่มีบ้าน", r"homeless"),
    ("ไม่(?:ได้)?มีสัญชาติ", r"stateless"),
    ("ไม่(?:ได้)?(?:ลังเล|รีรอ|ชักช้า|รอช้า)", r"prompt|immediat|readily|swift|quick|eager"),
    ("ไม่(?:ได้)?(?:ชอบ|พึงพอใจ|ปลื้ม)", r"hate|dislik|averse|resent|disapprov|displeas"),
    ("ไม่(?:ได้)?(?:นิ่งดูดาย|ปล่อย|ยอม)", r"refus|deny|denied|reject|insist|resist"),
    ("ไม่(?:ได้)?(?:คุ้ม|เป็นประโยชน์|เกิดประโยชน์)", r"wast|useless|futile|worthless"),
    ("ไม่(?:ได้)?ถ้วน|(?:นับ|ประมาณ|คณา)ไม่", r"countless|infinit|innumerabl|numerous|myriad|many"),
    ("ไม่(?:ได้)?(?:ซ้ำ|เหมือนใคร|มีใครเหมือน)", r"unique|distinct|differ|exclusive|singular"),
    ("ไม่ระบุตัว", r"incognito|anonym"),
    ("(?:เลือก|ขอ|ขอให้)ไม่", r"opt(?:ed|s|ing)?[ -]out|refus|declin|choose not|chose not"),
    (
        "ไม่อนุญาต|ไม่อนุมัติ|ไม่รับรอง|ไม่รับ(?:พิจารณา|คำ)",
        r"disallow|prohibit|forbid|ban(?:s|ned|ning)?\b|bar(?:s|red|ring)?\b|reject|den(?:y|ied)|refus|disapprov|block",
    ),
    ("ไม่สนับสนุน|ไม่ส่งเสริม|ไม่แนะนำ", r"discourag|deprecat|advise against"),
    ("ไม่(?:ได้)?(?:สลัก)?สำคัญ|ไม่เป็นที่รู้จัก|ไม่โดดเด่น", r"minor|trivial|petty|obscur|softball|negligib"),
    ("ไม่(?:ได้)?(?:ทัน)?ตั้งตัว|ไม่ทันคาดคิด", r"surpris|sudden|unprepar|off guard|unaware"),
    ("ไม่อยู่(?:ใน|กับ|ที่)?", r"absent|away|out of|gone|outside"),
    ("ไม่(?:ได้)?(?:ครบถ้วน|แล้วเสร็จ|เสร็จ)", r"incomplet|partial|unfinish|pending|remain"),
    ("ไม่(?:ได้)?(?:เคย(?:มี|ปรากฏ|เกิด))", r"unprecedent|unheard|first (?:ever|time)|for the first|in history"),
    ("ไม่(?:ได้)?ปกติ|ไม่ธรรมดา", r"abnormal|irregular|unusual|extraordinar|remarkabl|special"),
    ("ไม่(?:ได้)?(?:จริง|เป็นความจริง|เป็นจริง)", r"fake|false|untru|fals|hoax"),
)
#: Wide classes of Thai phrases that a word without a negation renders now and then.
SELDOM: Final[tuple[tuple[str, str], ...]] = (
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
        r"avoid|refrain|warn\w*|beware|instead|rather than|against|sav(?:e|es|ed|ing)\b|relieve|do away",
    ),
    ("ไม่มี", r"depriv|scarc|vacan|little|few|lack|absen|miss|apolitic|empty|run out|yet to|independent"),
)
#: Thai of a negative sense without a cue, and the English of it that is no plain negation.
OTHER: Final[tuple[tuple[str, str], ...]] = (
    (
        "งด(?![ะ-ฺ็-๎งวนล])(?!อก|ร\\.)",
        r"refrain|suspend|abstain|cancel|skip|avoid|stop|ban(?:s|ned|ning)?\b|prohibit|exempt|waiv|clos",
    ),
    ("ไร้", r"[a-z]+less|non\b|free\b|unmanned|destitute"),
    ("ปราศ|ปลอด(?!ภัย)", r"[a-z-]*free|rid\b|grace|clear|exempt|drug-free"),
    ("เลี่ยง", r"avoid|circumvent|evad|bypass|evas|inevitab|refrain|shun|alternative|irresist"),
    (
        "(?<!เด็ด)(?<!เฉียบ)ขาด(?!ดุล)",
        r"lack|short|miss|absen|scarc|indispens|disconn|without fail|defici|break|torn|cut|constant|contin",
    ),
    (
        "หมด(?:กังวล|ห่วง|ปัญหา|สิทธิ|โอกาส|อายุ)|เลิก",
        r"expir|cancel|repeal|abolish|end(?:s|ed|ing)?\b|stop|ceas|quit|terminat",
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
        r"universit\w*|under\w*|uncover\w*|unleash\w*|unpack\w*|unload\w*|unfold\w*|undo\w*|unlike|unearth\w*|until|unto|uncle|unicef|unicorn|unwell|unesco|unwto|unhcr|unaids|unep|undp|"
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

#: English words of `RENDERED` so common that they often stand there for something else.
COMMON: Final = frozenset(
    (
        "under", "any", "less", "low", "late", "too", "before", "short", "below", "good", "care", "close",
        "near", "like", "same", "over", "more", "than", "within", "few", "other", "keep", "kept", "risk",
        "difficult", "against", "until", "fight", "poor", "equal", "instead", "yet", "limit", "limited",
        "light", "clear", "or",
    )
)  # fmt: skip
