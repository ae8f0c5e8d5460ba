"""How well a Latin spelling reads as a Thai name.

A Thai name has no single romanisation (ศุภมาส is Supamas, Suphamat, Supamart; กร is Korn), so both sides are
brought to a row of sounds: each Thai consonant stands for the letters that people choose for it at the
start and at the end of a syllable, vowels weigh less, silent letters (การันต์) nothing. The likeness is
twice what the rows share over what they hold together. On the 882 people of the development half who
stand alone in their segment the right name scores 0.71 or more in 99.5 % of the cases, and another
person's name under 0.65 in 85 %.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_CONSONANTS: Final = {
    thai: letters
    for row, letters in (
        ("กขฃคฅฆ", "kgcqx"),
        ("จฉชฌ", "cjtsdzqx"),
        ("ซศษส", "stzcdxj"),
        ("ดตถทธฎฏฐฑฒ", "tdscz"),
        ("บปผพภ", "pbv"),
        ("ฝฟ", "fpv"),
        ("นณ", "nr"),
        ("รลฬฤ", "rln"),
        ("ง", "gn"),
        ("ญ", "yn"),
        ("ย", "yij"),
        ("ม", "m"),
        ("ว", "wvu"),
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
_SILENT = re.compile("[ก-ฮ][ิุ]?์")
_AN = re.compile("(?<=[ก-ฮ])รร(?![ะ-ู็-๎])")
_LEADING = re.compile("([เแโไใ])([ก-ฮ])")
_DIGRAPHS: Final = (
    ("ng", "g"),
    ("ph", "p"),
    ("th", "t"),
    ("kh", "k"),
    ("ch", "c"),
    ("sh", "c"),
    ("ck", "k"),
)
_TWICE = re.compile(r"(.)\1")
#: An r that only lengthens a vowel: Korn, Arkhom, Somporn.
_LONG_R = re.compile(r"(?<=[aeiou])r(?=[^aeiou]|$)")
_ENOUGH: Final = 0.6

Sounds = tuple[tuple[str, float], ...]


@lru_cache(maxsize=1 << 14)
def likeness(thai: str, latin: str) -> float:
    """How well a Latin word reads as a Thai name, 0 to 1.

    Args:
        thai: A given or family name; words that stick to its end (กล่าวว่า) are overlooked.
        latin: One English word.
    """
    ours, theirs = _thai_sounds(thai), _latin_sounds(latin)
    if not ours or not theirs or latin[0].lower() not in initials(thai):
        return 0.0
    total = sum(weight for _, weight in theirs)
    row = [0.0] * (len(theirs) + 1)
    used, best = 0.0, 0.0
    for letters, weight in ours:
        used += weight
        diagonal = 0.0
        for j, (letter, other) in enumerate(theirs, start=1):
            above = row[j]
            match = diagonal + (weight + other) / 2 if letter in letters else 0.0
            row[j] = max(above, row[j - 1], match)
            diagonal = above
        if used >= _ENOUGH * total:
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
    if plain.startswith("ทร"):
        plain = f"ซ{plain[2:]}"
    out: list[tuple[str, float]] = []
    was_consonant = False
    ordered = _LEADING.sub(r"\2\1", plain)
    for char, following in zip(ordered, f"{ordered[1:]} "[: len(ordered)], strict=True):
        if char in _CONSONANTS:
            if was_consonant:
                out.append(("ao", _IMPLIED))
            # A final ร or ล is n, one before a vowel is not.
            letters = "rl" if char in "รลฬ" and following in _VOWELS else _CONSONANTS[char]
            out.append((letters, _consonant_weight(char, out)))
        elif char in _VOWELS:
            out.append((_VOWELS[char], _VOWEL))
        elif char in "อหฮ":
            out.append(({"อ": "oa", "ห": "mnrlwyv"}.get(char, "r"), _CARRIER))
        was_consonant = char in _CONSONANTS
    return tuple(out)


def _consonant_weight(char: str, before: list[tuple[str, float]]) -> float:
    last = next((letters for letters, weight in reversed(before) if weight != _IMPLIED), "")
    if last == _CONSONANTS[char] and before[-1][1] == _IMPLIED:
        return _DOUBLE
    return _WEAK if char in "รลย" else 1.0


@lru_cache(maxsize=1 << 13)
def _latin_sounds(word: str) -> Sounds:
    lower = word.lower()
    for digraph, letter in _DIGRAPHS:
        lower = lower.replace(digraph, letter)
    lower = _LONG_R.sub("", _TWICE.sub(r"\1", lower))
    return tuple((c, _VOWEL if c in "aeiou" else 1.0) for c in lower if c.isalpha() and c != "h")
