"""How well a Latin spelling reads as a Thai name.

A Thai name has no single romanisation (ศุภมาส is Supamas, Suphamat, Supamart; กร is Korn), so both sides are
brought to a row of sounds: each Thai consonant stands for the letters that people choose for it at the
start and at the end of a syllable, vowels weigh less, silent letters (การันต์) nothing. The likeness is
twice what the rows share over what they hold together. On the 882 people of the development half who
stand alone in their segment the right name scores 0.71 or more in 99.5 % of the cases, and another
person's name under 0.65 in 85 %.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilingual_news.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Thai letters, what stands for them at the start and at the end of a syllable, and what rarely does.
_CONSONANTS: Final = {
    thai: (usual, rare)
    for row, usual, rare in (
        ("กขฃคฅฆ", "kg", "cqx"),
        ("จ", "cjt", "sdzqx"),
        ("ฉชฌ", "cjtq", "sdzx"),
        ("ซ", "szx", "tcdj"),
        ("ศษส", "st", "zcxdj"),
        ("ดตถทธฎฏฐฑฒ", "td", "scz"),
        ("บปผพภ", "pb", "v"),
        ("ฝฟ", "fp", "v"),
        ("นณ", "n", "r"),
        ("รฬฤ", "rn", "l"),
        ("ล", "ln", "r"),
        ("ง", "g", "n"),
        ("ญ", "yn", ""),
        ("ย", "yi", "j"),
        ("ม", "m", ""),
        ("ว", "wvuo", ""),
    )
    for thai in row
}
_VOWELS: Final = {
    "ะ": "a", "ั": "au", "า": "a", "ำ": "am", "ิ": "ie", "ี": "ie", "ึ": "ue", "ื": "ue", "ุ": "uoe", "ู": "uoe",
    "เ": "eiao", "แ": "ae", "โ": "o", "ไ": "aiy", "ใ": "aiy",
}  # fmt: skip
_INITIALS: Final = {
    thai: letters
    for row, letters in (
        ("กขฃคฅฆ", "kgcq"), ("จฉชฌ", "cjtszqxg"), ("ซศษส", "szcx"), ("ดตถทธฎฏฐฑฒ", "td"),
        ("บปผพภ", "pbv"), ("ฝฟ", "fp"), ("นณ", "n"), ("รฤ", "rl"), ("ล", "lr"), ("ง", "ng"), ("ญย", "yij"),
        ("ม", "m"), ("ว", "wv"), ("หฮ", "h"),
    )
    for thai in row
}  # fmt: skip
_VOWEL, _CARRIER, _WEAK, _DOUBLE, _IMPLIED = 0.4, 0.2, 0.7, 0.3, 0.1
_SILENT = lazily("(?:(?<=[กนส])[ตทดษ](?=[รณม]์))?[ก-ฮ][ิุ]?์")
_AN = lazily("(?<=[ก-ฮ])รร(?![ะ-ู็-๎])")
_LEADING = lazily("([เแโไใ])([ก-ฮ])")
_DIGRAPHS: Final = (
    ("ng", "g"),
    ("ph", "p"),
    ("th", "t"),
    ("kh", "k"),
    ("ch", "c"),
    ("sh", "c"),
    ("zh", "c"),
    ("ck", "k"),
)
_TWICE = lazily(r"(.)\1")
#: An r that only lengthens a vowel: Korn, Arkhom, Somporn.
_LONG_R = lazily(r"(?<=[aeiou])r(?=[^aeiou]|$)")
_ENOUGH: Final = 0.6
#: What a letter counts that rarely stands for a sound (Vejchakit is no ปิยะโชติ).
_RARE: Final = 0.5
#: Up to this weight the end of a name may be silent (บดินทร์, สุภัทร); of a long "name" nearly all may be
#: other words that nothing divides from it, and a word begins there at the earliest after so many letters.
_SILENT_END, _ANY, _LONG, _SHORTEST = 0.8, 99.0, 14, 3
#: Words that stick to the end of a name.
_STUCK = lazily(
    "กล่าว|เผย|เปิด|ระบุ|ให้|ได้|และ|หรือ|รับ|รอง|รัฐมน|นายก|ผู้|มี|ไม่|สามารถ|ยัง|เห็น|ขอ|เน้น|แจ้ง|ชี้|ตอบ|พร้อม|บอก|ย้ำ|พบ|"
    "เป็น|ลง|นำ|ใน|ปลัด|อธิบ|ประธาน|โฆษก|ร่วม|เดิน|เข้า|จะ|จึง|ที่|ซึ่ง|โดย|แนะ|มอบ|สั่ง|หารือ|รักษา|ถือ|เอง|เลขา|ต่อ|อดีต|ณ(?!์|[ก-ฮ]์)"
)

#: Vowels that foreign names begin with as with a consonant: หวัง อี้ is Wang Yi, อู๋ is Wu.
_GLIDES: Final = {"อี": "ย", "อิ": "ย", "อู": "ว", "อุ": "ว"}

#: What stands for a sound, what rarely does, and its weight.
Sounds = tuple[tuple[str, str, float], ...]


@lru_cache(maxsize=1 << 14)
def likeness(thai: str, latin: str) -> float:
    """How well a Latin word reads as a Thai name, 0 to 1.

    Args:
        thai: A given or family name; words that stick to its end (กล่าวว่า) are overlooked.
        latin: One English word.
    """
    theirs = _latin_sounds(latin)
    if not theirs or latin[0].lower() not in initials(thai):
        return 0.0
    return max(_aligned(_thai_sounds(name), theirs, tail) for name, tail in _readings(thai))


def _readings(thai: str) -> Iterator[tuple[str, float]]:
    """A name as it stands and without a word that may stick to it, and how much of its end may be silent."""
    yield thai, (_ANY if len(thai) >= _LONG else _SILENT_END)
    if thai[:2] in _GLIDES:
        yield f"{_GLIDES[thai[:2]]}{thai[1:]}", _SILENT_END
    if thai.startswith("ทร"):  # ทรงพล is Songpol, ทรัมป์ is Trump
        yield f"ซ{thai[2:]}", _SILENT_END
    if stuck := _STUCK.search(thai, _SHORTEST):
        yield thai[: stuck.start()], _SILENT_END


def _aligned(ours: Sounds, theirs: tuple[tuple[str, float], ...], tail: float) -> float:
    """Twice what two rows of sounds share over what they hold, the end of the first left out if it may be."""
    if not ours:
        return 0.0
    total = sum(weight for _, weight in theirs)
    whole = sum(weight for _, _, weight in ours)
    row = [0.0] * (len(theirs) + 1)
    used, best = 0.0, 0.0
    for usual, rare, weight in ours:
        used += weight
        diagonal = 0.0
        for j, (letter, other) in enumerate(theirs, start=1):
            above = row[j]
            match = diagonal
            if letter in usual:
                match += (weight + other) / 2
            elif letter in rare:
                match += _RARE * (weight + other) / 2
            row[j] = max(above, row[j - 1], match)
            diagonal = above
        if whole - used <= tail and used >= _ENOUGH * total:
            best = max(best, 2 * row[-1] / (used + total))
    return best or 2 * row[-1] / (used + total)


def initials(thai: str) -> str:
    """The letters that an English spelling of a Thai name may begin with."""
    plain = thai.lstrip("เแโไใ")
    first, second = plain[:1], plain[1:2]
    if first == "อ":
        return "aeiouyw"
    if first == "ห" and second in _INITIALS:
        return f"h{_INITIALS[second]}"
    if first == "ท" and second == "ร":
        return "tsd"
    return _INITIALS.get(first, "h")


@lru_cache(maxsize=1 << 13)
def _thai_sounds(name: str) -> Sounds:
    plain = _AN.sub("ั", _SILENT.sub("", name))
    out: list[tuple[str, str, float]] = []
    was_consonant = False
    ordered = _LEADING.sub(r"\2\1", plain)
    for char, following in zip(ordered, f"{ordered[1:]} "[: len(ordered)], strict=True):
        if char in _CONSONANTS:
            if was_consonant:
                out.append(("ao", "", _IMPLIED))
            usual, rare = _CONSONANTS[char]
            # A final ร or ล is n, one before a vowel is not.
            if char in "รลฬ" and following in _VOWELS:
                usual = usual[:1]
            out.append((usual, rare, _consonant_weight(char, out)))
        elif char in _VOWELS:
            out.append((_VOWELS[char], "", _VOWEL))
        elif char in "อหฮ":
            out.append(({"อ": "oa", "ห": "mnrlwyv"}.get(char, "r"), "", _CARRIER))
        was_consonant = char in _CONSONANTS
    return tuple(out)


def _consonant_weight(char: str, before: list[tuple[str, str, float]]) -> float:
    last = next((usual for usual, _, weight in reversed(before) if weight != _IMPLIED), "")
    if last == _CONSONANTS[char][0] and before[-1][2] == _IMPLIED:
        return _DOUBLE
    return _WEAK if char in "รลย" else 1.0


@lru_cache(maxsize=1 << 13)
def _latin_sounds(word: str) -> tuple[tuple[str, float], ...]:
    lower = word.lower()
    for digraph, letter in _DIGRAPHS:
        lower = lower.replace(digraph, letter)
    lower = _LONG_R.sub("", _TWICE.sub(r"\1", lower))
    return tuple((c, _VOWEL if c in "aeiou" else 1.0) for c in lower if c.isalpha() and c != "h")
