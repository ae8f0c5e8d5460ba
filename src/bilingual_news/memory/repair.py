"""Repair a translation whose source differs in numbers, months and weekdays only. Pure.

The result is verified twice: each number of the new source stands in the repaired translation as often as
the number it replaces stood in the old one, and the readers of facts, which the checks use, find the same
facts on both sides. Whatever is ambiguous is not repaired.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.compare import calendar_differences, differences
from bilingual_news.text import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Thai months with their abbreviations and English names (Royal Society of Thailand, CLDR).
_MONTHS: Final = (
    ("มกราคม", "ม.ค.", "January"), ("กุมภาพันธ์", "ก.พ.", "February"), ("มีนาคม", "มี.ค.", "March"),
    ("เมษายน", "เม.ย.", "April"), ("พฤษภาคม", "พ.ค.", "May"), ("มิถุนายน", "มิ.ย.", "June"),
    ("กรกฎาคม", "ก.ค.", "July"), ("สิงหาคม", "ส.ค.", "August"), ("กันยายน", "ก.ย.", "September"),
    ("ตุลาคม", "ต.ค.", "October"), ("พฤศจิกายน", "พ.ย.", "November"), ("ธันวาคม", "ธ.ค.", "December"),
)  # fmt: skip
_WEEKDAYS: Final = (
    ("วันจันทร์", "Monday"), ("วันอังคาร", "Tuesday"), ("วันพุธ", "Wednesday"),
    ("วันพฤหัสบดี", "Thursday"), ("วันพฤหัส", "Thursday"), ("วันศุกร์", "Friday"),
    ("วันเสาร์", "Saturday"), ("วันอาทิตย์", "Sunday"),
)  # fmt: skip
_ENGLISH: Final = {thai: english for full, short, english in _MONTHS for thai in (full, short)} | dict(
    _WEEKDAYS
)
_NUMBER: Final = r"\d+(?:,\d{3})*(?:\.\d+)?"
_ITEM = re.compile("|".join([*map(re.escape, _ENGLISH), _NUMBER]))
_TARGET = re.compile(
    rf"(?<![\w.,])(?P<number>{_NUMBER})(?P<ordinal>st|nd|rd|th)?(?!\w)"
    rf"|\b(?P<name>{'|'.join(dict.fromkeys(_ENGLISH.values()))})\b"
)
#: Buddhist-era years that become Common Era ones in English: 2400 to 2600 are 1857 to 2057.
_ERA: Final = 543
_YEARS: Final = range(2400, 2601)
#: `1)`, `(1)` or `1.` before an item of a list: it counts nothing, and no plural follows it.
_MARKER: Final = re.compile(r"\s*\(?\d+[.)](?=\s)")
_TEENS: Final = range(11, 14)


def skeleton(source: str) -> str:
    """A source text with numbers, months and weekdays replaced: equal for texts that differ in these only."""
    return _ITEM.sub(lambda match: _kind(match[0]), arabic_digits(source))


def _kind(item: str) -> str:
    if item[0].isdigit():
        return "0"
    return "\N{SUN}" if item.startswith("วัน") else "\N{CALENDAR}"


def has_items(source: str) -> bool:
    """Whether there is anything to repair."""
    return _ITEM.search(arabic_digits(source)) is not None


def repair(old: str, new: str, target: str) -> str | None:
    """Put the numbers, months and weekdays of a new source into the translation of an old one.

    Args:
        old: The source that was translated.
        new: The source to translate; its skeleton is the same.
        target: The translation of `old`.

    Returns:
        The repaired and verified translation; None where that is not certain.
    """
    before, after = (_ITEM.findall(arabic_digits(text)) for text in (old, new))
    if skeleton(old) != skeleton(new) or not before:
        return None
    changes = _changes(before, after, target)
    if changes is None:
        return None
    wanted = Counter(changes.get(form, form) for form in _forms(target))
    repaired = _TARGET.sub(lambda match: _replaced(match, changes), target)
    if _counts_one(target, changes) or _counts_one(repaired, changes):
        return None
    if Counter(_forms(repaired)) != wanted or differences(new, repaired):
        return None
    return None if calendar_differences(new, repaired) else repaired


def _counts_one(text: str, changes: Mapping[str, str]) -> bool:
    """Whether a changed number is or becomes 1: the plural beside it cannot be mended by rule."""
    changed = any("1" in pair for pair in changes.items() if pair[0].isdigit())
    return changed and "1" in _forms(_MARKER.sub("", text, count=1) if _MARKER.match(text) else text)


def _changes(before: list[str], after: list[str], target: str) -> dict[str, str] | None:
    """English form → new English form of every item that changes; None where it is ambiguous."""
    pairs = set(zip(before, after, strict=True))
    if len({old for old, _ in pairs}) < len(pairs):
        return None
    present = Counter(_forms(target))
    forms: dict[str, str] = {}
    kept: set[str] = set()
    for old, new in sorted(pairs):
        options = [(o, n) for o, n in zip(_english(old), _english(new), strict=False) if present[o]]
        if len(options) != 1 or present[options[0][0]] != before.count(old):
            if old == new:
                kept |= {o for o, _ in options}
                continue
            return None
        shown, renewed = options[0]
        if shown in forms or (old == new and shown in kept):
            return None
        forms[shown] = renewed
    return None if kept & forms.keys() else forms


def _english(item: str) -> list[str]:
    """The forms in which an item of the source may stand in the translation, in a fixed order."""
    if item in _ENGLISH:
        return [_ENGLISH[item]]
    year = str(int(item) - _ERA) if item.isdigit() and int(item) in _YEARS else ""
    return [item, year] if year else [item]


def _forms(target: str) -> list[str]:
    return [match["number"] or match["name"] for match in _TARGET.finditer(target)]


def _replaced(match: re.Match[str], changes: Mapping[str, str]) -> str:
    form = match["number"] or match["name"]
    new = changes.get(form, form)
    if new == form or not match["ordinal"]:
        return match[0] if new == form else new
    return new + _ordinal(new)


def _ordinal(number: str) -> str:
    value = int(number.replace(",", "")) if number.replace(",", "").isdigit() else 0
    if value % 100 in _TEENS:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
