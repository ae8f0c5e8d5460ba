"""More errors to put into correct pairs; see `_seeded`.

They were written after the checks that find them, to see how the checks do on errors that nobody had
in mind: whole sentences dropped or invented, numbers that change places, officers' and family names,
negations other than "not", factors of ten, hashtags, questions. The pronouns and acronyms at the end are
what a machine translation was seen to write, and were made together with their checks.
"""

from __future__ import annotations

import re
from random import Random

from benchmarks._seeded import _COUNT, FACTS, KINDS, Spoil, _any, _replace
from benchmarks._seeded_lists import LIST_KINDS
from benchmarks._seeded_numbers import NUMBER_KINDS
from benchmarks._seeded_words import WORD_KINDS

_SENTENCE_BREAK = re.compile(r"(?<=[a-z]{3}[.?!]) (?=[A-Z])")
_RANKED = re.compile(r"\b(?:Gen|Col|Maj|Lt|Dr|Prof|Capt)\. ([A-Z][a-z-]+)((?: [A-Z][a-z-]+)?)")
_OTHERS = (
    "Wirote Bunlue", "Kamol Srisawat", "Thawatchai Meechai", "Jirawat Kongdee", "Boonsong Panya", "Lek Nimit",
    "Narong Sukjai", "Udom Yenjai", "Preecha Rungroj", "Damrong Hinkaew", "Montri Vejchakit", "Seri Obnithi",
)  # fmt: skip
_FAMILIES = tuple(name.split()[1] for name in _OTHERS)


def numbers_exchanged(thai: str, english: str, rng: Random) -> str | None:
    """Two numbers change places."""
    found = [m for m in _COUNT.finditer(english) if not 1700 <= int(m[1].replace(",", "")) < 2200]
    if len({m[1] for m in found}) < 2:
        return None
    one, other = sorted(rng.sample(found, 2), key=lambda m: m.start())
    if one[1] == other[1]:
        return None
    return (
        english[: one.start()]
        + other[1]
        + english[one.end() : other.start()]
        + one[1]
        + english[other.end() :]
    )


def tenfold(thai: str, english: str, rng: Random) -> str | None:
    """Lakh-style errors: หมื่น read as thousand, แสน as ten thousand."""
    match = _any(r"\b(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?= million| billion))", english, rng)
    if match is None:
        return None
    value = float(match[1].replace(",", "")) * rng.choice((10, 0.1, 100))
    new = f"{value:,.2f}".rstrip("0").rstrip(".")
    return _replace(english, match, new)


def officer_swapped(thai: str, english: str, rng: Random) -> str | None:
    found = list(_RANKED.finditer(english))
    ranks = r"พล\.?[ตอร]?\.?[อทต]\.|พลเอก|พลโท|พลตรี|พันเอก|ดร\.|นพ\.|นายแพทย์|แพทย์หญิง|พญ\."
    if len(found) != 1 or not found[0][2] or not re.search(rf"(?:{ranks})\s?[ก-ฮเ-ไ][ก-์]+\s[ก-์]+", thai):
        return None
    if re.search(r"\b(?:Mr|Ms|Mrs)\.", english):
        return None
    new = rng.choice([name for name in _OTHERS if name[0] != found[0][1][0]])
    return english[: found[0].start(1)] + new + english[found[0].end(2) :]


def family_swapped(thai: str, english: str, rng: Random) -> str | None:
    """The right given name with the family name of somebody else."""
    found = list(re.finditer(r"\b(?:Mr|Ms|Mrs)\. [A-Z][a-z-]+ ([A-Z][a-z-]+)", english))
    if len(found) != 1 or not re.search(
        r"(?:^|\s)(?:นาย|นาง|นางสาว)(?!ก)[ก-ฮเ-ไ][ก-์]+\s[ก-ฮเ-ไ][ก-์]{3,}", thai
    ):
        return None
    return _replace(english, found[0], rng.choice([f for f in _FAMILIES if f[0] != found[0][1][0]]), 1)


def no_lost(thai: str, english: str, rng: Random) -> str | None:
    """Negations other than not: no, without, unable, prohibit, never."""
    words = {"without": "with", "unable": "able", "prohibited": "permitted", "prohibit": "permit",
             "nor": "or", "impossible": "possible", "refused": "agreed", "no": "a", "No": "A"}  # fmt: skip
    if len(re.findall(r"\b(?:not|never|cannot|n't|" + "|".join(words) + r")\b", english)) != 1:
        return None
    match = _any(rf"\b({'|'.join(words)})\b(?! ?\d|\.|ne|-| later| less| more| longer)", english, rng)
    if match is None or not re.search("ไม่(?!เพียง|ว่า|เกิน|น้อย|ได้เพียง)|ห้าม|มิได้|มิให้", thai):
        return None
    return _replace(english, match, words[match[1]])


def sentence_dropped(thai: str, english: str, rng: Random) -> str | None:
    """One of two sentences or more, at least 45 % of the text, is left out."""
    sentences = _SENTENCE_BREAK.split(english)
    long = [i for i, s in enumerate(sentences) if len(s) > 0.45 * len(english)]
    if len(sentences) < 2 or not long:
        return None
    at = rng.choice(long)
    return " ".join(sentences[:at] + sentences[at + 1 :])


def sentence_invented(thai: str, english: str, rng: Random) -> str | None:
    """Sentences of at least 70 % of the length of the text are added."""
    more = (
        "This reflects the determination of all sectors to move forward together for the common benefit.",
        "Officials said that further details would be announced after the next meeting of the working group.",
        "Residents of the area expressed their gratitude and asked that the work be completed without delay.",
        "The project is expected to create jobs and income and to support growth in every region.",
    )
    text, tail = english.rstrip(), ""
    if len(text) < 60 or not text.endswith((".", "”", '"')):
        return None
    for sentence in rng.sample(more, len(more)) * 3:
        tail += f" {sentence}"
        if len(tail) > 0.7 * len(text):
            break
    return text + tail


def hashtag_changed(thai: str, english: str, rng: Random) -> str | None:
    match = _any(r"#[A-Za-z][A-Za-z0-9]{3,}", english, rng)
    return _replace(english, match, match[0][:-1]) if match and match[0] in thai else None


def latin_word_replaced(thai: str, english: str, rng: Random) -> str | None:
    """A name or title in Latin letters becomes another word."""
    words = [w for w in re.findall(r"\b[A-Z][a-z]{4,}\b", thai) if len(re.findall(rf"\b{w}\b", english)) == 1]
    if not words:
        return None
    word = rng.choice(words)
    new = rng.choice([w for w in ("Harbor", "Victory", "Meadow", "Quantum", "Sunrise") if w[0] != word[0]])
    return re.sub(rf"\b{word}\b", new, english)


def half_day_swapped(thai: str, english: str, rng: Random) -> str | None:
    """A time of the afternoon becomes one of the morning."""
    match = _any(r"\b(1[3-9]|2[0-3]):([0-5]\d)\b", english, rng)
    return _replace(english, match, f"{int(match[1]) - 12:02}", 1) if match else None


def question_lost(thai: str, english: str, rng: Random) -> str | None:
    return english.replace("?", ".") if "?" in thai and "?" in english else None


def sentence_repeated(thai: str, english: str, rng: Random) -> str | None:
    """A sentence of six words or more stands three times, as a lost decoder writes."""
    sentences = [s for s in _SENTENCE_BREAK.split(english) if 6 <= len(s.split()) <= 25]
    return f"{english} {rng.choice(sentences)} {sentences[0]} {sentences[0]}" if sentences else None


_SWAPS = {"he": "she", "his": "her", "him": "her", "himself": "herself",
          "she": "he", "her": "his", "hers": "his", "herself": "himself"}  # fmt: skip
_PRONOUN = re.compile(rf"\b(?:{'|'.join(_SWAPS)})\b(?! (?:Majest|Royal|Excellenc|Holiness))", re.IGNORECASE)
#: Acronyms of real bodies, as a machine translation likes to write them.
_ACRONYMS = ("NBTC", "OPEC", "BAAC", "CCSA", "ONCB", "NACC", "DDPM", "OCSC", "TCG", "DLPW", "MSDHS", "EGAT",
             "DSI", "NHSO", "AMLO", "PEA", "TISI", "OIC", "BMTA", "ETDA")  # fmt: skip
_BODY = re.compile(
    r"(?:^|\b[Tt]he )(?:Ministry|Department|Office|Bureau|Committee|Institute|Center|Bank|Fund|Council) "
    r"(?:of|for) (?:the )?(?:[A-Z][a-z]+(?:,? and |, | for | of |(?= )) ?)*"
    r"[A-Z][a-z]{2,}\b(?! ?[A-Z(]| and [A-Z]|, [A-Z])(?: \(([A-Z]{3,})\))?"
)


def pronoun_swapped(thai: str, english: str, rng: Random) -> str | None:
    """Pronouns of one sex become those of the other, where the Thai has titles of one sex only."""
    sexes = set(re.findall("นางสาว|นาง|น\\.ส\\.|นาย(?!ก|อำเภอ|จ้าง|ทะเบียน|ทหาร|แพทย์)", thai))
    if not sexes or (len(sexes) > 1 and "นาย" in sexes) or re.search(r"\b[Ss]?[Hh]e or|\bor [hs]", english):
        return None
    said = {match[0].lower() in {"he", "his", "him", "himself"} for match in _PRONOUN.finditer(english)}
    if said != {"นาย" in sexes}:
        return None
    return _PRONOUN.sub(lambda match: _like(match[0], _SWAPS[match[0].lower()]), english)


def _like(old: str, new: str) -> str:
    return new.capitalize() if old[0].isupper() else new


def pronoun_added(thai: str, english: str, rng: Random) -> str | None:
    """A sentence with a pronoun of the other sex follows one about somebody."""
    found = re.match("(นางสาว|นาง|น\\.ส\\.|นาย)(?!ก|อำเภอ|จ้าง|ทะเบียน|ทหาร|แพทย์)", thai)
    if found is None or not english.endswith(".") or _PRONOUN.search(english):
        return None
    pronoun = "She" if found[1] == "นาย" else "He"
    return f"{english} {pronoun} {rng.choice(('also thanked all agencies', 'asked everyone to be careful'))}."


def acronym_in_brackets(thai: str, english: str, rng: Random) -> str | None:
    """A body is given the acronym of another one."""
    match = _any(_BODY, english, rng)
    if match is None:
        return None
    acronym = rng.choice(
        [a for a in _ACRONYMS if a not in thai and a not in english and a[0] not in match[0]]
    )
    if match[1]:
        return _replace(english, match, acronym, 1)
    return _replace(english, match, f"{match[0]} ({acronym})")


def acronym_for_a_name(thai: str, english: str, rng: Random) -> str | None:
    """The acronym of another body stands in the place of a body's name."""
    match = _any(_BODY, english, rng)
    if match is None:
        return None
    return _replace(english, match, rng.choice([a for a in _ACRONYMS if a not in thai and a not in english]))


MORE_KINDS: dict[str, tuple[Spoil, set[str]]] = {
    "numbers exchanged": (numbers_exchanged, {"number-order"}),
    "ten times too large or small": (tenfold, FACTS),
    "officer's name swapped": (officer_swapped, {"names"}),
    "family name swapped": (family_swapped, {"names"}),
    "another negation lost": (no_lost, {"negation", "negation-doubt"}),
    "sentence dropped": (sentence_dropped, {"length", "truncated"}),
    "sentences invented": (sentence_invented, {"length"}),
    "sentence repeated": (sentence_repeated, {"loop", "length"}),
    "hashtag changed": (hashtag_changed, {"hashtags"}),
    "Latin word replaced": (latin_word_replaced, {"latin"}),
    "afternoon for morning": (half_day_swapped, {"times"}),
    "question mark lost": (question_lost, {"question"}),
    "pronoun of the other sex": (pronoun_swapped, {"pronouns"}),
    "pronoun of the other sex added": (pronoun_added, {"pronouns"}),
    "another body's acronym in brackets": (acronym_in_brackets, {"acronym-initials"}),
    "another body's acronym for a name": (acronym_for_a_name, {"invented-acronym"}),
}
ALL_KINDS: dict[str, tuple[Spoil, set[str]]] = KINDS | MORE_KINDS | NUMBER_KINDS | WORD_KINDS | LIST_KINDS
