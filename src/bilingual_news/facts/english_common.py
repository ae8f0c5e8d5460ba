"""The commonest forms of English figures, read at once: a year, a day of a month, a number beside a word.

What `english` reads of such a figure depends on nothing but what is looked at here; every other figure
is left to it. A test compares both ways of reading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import (
    NUMBER,
    PERCENT,
    Fact,
    FactKind,
    day_key,
    first_after,
    is_day,
    number,
)
from bilingual_news.facts.unit_names import CURRENCIES
from bilingual_news.facts.units import english_unit
from bilingual_news.facts.years import BE_KEYS, CE_KEYS

if TYPE_CHECKING:
    from bilingual_news.facts.model import Key

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: A month in full or short; its group is "month".
MONTH: Final = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
MONTH_BEFORE: Final = re.compile(rf"\b{MONTH}\s+(?:the\s+)?$")
#: The last three characters of a month before a day, in full or short, or of "the" after it.
ENDS_MONTH: Final = frozenset(
    end
    for name in (*MONTH_NAMES, "Sept")
    for end in (name[-3:], name[:3], f"{name[-2:]}.", f"{name[1:3]}.", "the")
)

#: A digit, and: (1) the rest of a Buddhist-era year, (2) of a year; (3) a day and month; any other number
#: (4) before a word, an ordinal among them, or (5) before what ends a clause, or (6) before a percent sign
#: or a hyphen; (7) the digits of a code. What stands before says nothing of the figure.
FORMS: Final = re.compile(
    r"[0-9](?:((?<=B\.E\. 2)[3-6][0-9]{2}(?!\d|[.,]\d|\s*h))|"
    r"(?<!0)(?:(?<=[a-zACF-QS-Z,;:)] .)|(?<=[a-z]\. .)|(?<=[ (“\"][(“\"].)|(?<=^.)|(?<=^[(“\"].))"
    r"(?:((?:(?<=1)[7-9]|(?<=2)[01])[0-9]{2}(?!\d|[.,]\d|\s*h))"
    rf"|([0-9]? (?:{'|'.join(MONTH_NAMES)})(?![a-z.]))"
    r"|[0-9]{0,9}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,4})?(?!\d|[.,]\d)(?:(?:st|nd|rd|th)? ([A-Za-z][a-z]+)|"
    r"([.;)”\"]|,(?= [A-Za-z])(?! (?:and|on|the|[A-Z][a-z]+day)\b)|\Z)|(%|-(?=[a-z]))))"
    r"|(?:(?<=[A-Za-z].)|(?<=[A-Za-z]-.))([0-9]{0,9})(?!\d|[.,]\d))?"
)
_BE_YEAR, _YEAR, _DAY, _BEFORE_WORD, _BEFORE_END, _COUNTED, _CODE = range(1, 8)
#: Words that make a figure a time or a date, or are read with what follows.
_TAKES: Final = re.compile(
    r"(?:to|and|or|until|through|of)(?:on|the|onthe)|[ap]m|Lt|Lieutenant|Class|Sub|Japanese|Korean|"
    rf"(?:{'|'.join(name[:3] for name in MONTH_NAMES)}).*"
)
#: Words that say how much the figure counts, alone or with what follows: 5 degrees Fahrenheit, 5 Lao kip.
_COUNTS: Final = re.compile(
    r"per|percent.*|pct.*|hundred|thousand|million|billion|trillion|mln|mn|bn|sq|square|cu|cubic|metric|"
    r"degrees?|nautical|Singapore(?:an)?|Hong|Australian|Canadian|Swiss|Lao(?:tian)?|Malaysian|Vietnamese|"
    r"Cambodian|Myanmar|Indonesian|Philippine|Indian|Russian|Maca[uo]|Macanese",
    re.IGNORECASE,
)
#: Words that may link a figure to another one, or to a month.
_LINKS: Final = frozenset({"to", "and", "or", "until", "through", "of"})
_NO_LINK = re.compile(" (?!on |the )[a-z]")
#: What may stand after a unit of one word: km² and m2 are others.
_AFTER_UNIT: Final = frozenset(("", *" .,;:)/-–”\"'’"))
#: A word after a figure → its unit, "" if the word is none; or one of the three below.
_words: dict[str, str] = {}
_MOST_WORDS: Final = 1 << 14
_READ, _COUNT, _LINK = "read", "count", "link"
_NO_TIME: Final = 3

_DAY_KEYS: Final = {
    f"{day} {name}": (day_key(day, month), (NUMBER, day))
    for month, name in enumerate(MONTH_NAMES, start=1)
    for day in range(1, 32)
    if is_day(day, month)
}
#: A magnitude after a number; group 1 is its words, group 2 its letter.
MAGNITUDE = re.compile(
    r"[\s-]{0,3}(hundred thousand|hundred million|thousand million|million million|thousand|hundred|million|"
    r"billion|trillion|mln|mn|bn)(?![a-z])|(?<=\d)([MBK])(?![A-Za-z])",
    re.IGNORECASE,
)
_PERCENT_AFTER = re.compile(
    r"[\s-]*(?:%|per\s?cent|pct|percentage points?|(?:percentage|percentile)\b)", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_CODE_AFTER = re.compile(r"[A-Za-z]|-[A-Z]| ?(?:Lt|Lieutenant|Class|Sub)\b")
_SCALE: Final = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "hundred thousand": 10**5, "hundred million": 10**8,
    "thousand million": 10**9, "million million": 10**12, "m": 10**6, "b": 10**9, "k": 10**3,
}  # fmt: skip
# What may follow a figure, white space apart, if a pattern is to match.
_BEGINS_ORDINAL: Final = frozenset("snrt")
_BEGINS_PERCENT: Final = frozenset("-%pP")
_BEGINS_MAGNITUDE: Final = frozenset("-hHtTmMbBkK\u212a")
#: Half the time of the class itself.
_new = tuple.__new__


def common(text: str, match: re.Match[str], found: list[Fact]) -> int:
    """Read a figure in one of the commonest forms; see NumberReader.common."""
    form = match.lastindex
    assert form is not None  # a match without a form is not read here
    if _BEFORE_WORD <= form <= _COUNTED:
        return _number(text, match, found)
    words, (start, end) = match[0], match.span()
    keys: tuple[Key, ...] | None
    kind, is_required = FactKind.YEAR, True
    if form == _YEAR:
        keys = CE_KEYS[words]
    elif form == _DAY:
        if (keys := _DAY_KEYS.get(words)) is None:
            return 0
        kind = FactKind.DATE
    elif form == _CODE:
        keys = CE_KEYS[words][::-1] if words in CE_KEYS else ((NUMBER, int(words)),)
        kind, is_required = FactKind.NUMBER, False
    else:
        keys = BE_KEYS[words]
    found.append(_new(Fact, (kind, keys, words, start, end, is_required, "")))
    return end


def _number(text: str, match: re.Match[str], found: list[Fact]) -> int:
    start, end = match.span()
    form, unit = match.lastindex, ""
    if form == _BEFORE_WORD:
        unit = _stated(match[form], text, end)
        end = match.start(form) - 1
    else:
        assert form is not None
        end = match.start(form)
    figure = text[start:end]
    if (
        unit == _READ
        or figure in CE_KEYS
        or (unit == "hour" and len(figure) > _NO_TIME)
        or (
            text[start - 4 : start - 1] in ENDS_MONTH and MONTH_BEFORE.search(text, max(0, start - 16), start)
        )
    ):
        return 0
    if unit == _COUNT or form == _COUNTED or figure[-1] in "tdh":
        return counted(text, figure.rstrip("stndrh"), start, found)
    kind = FactKind.MONEY if unit in CURRENCIES else FactKind.NUMBER
    found.append(_new(Fact, (kind, ((NUMBER, number(figure)),), figure, start, end, True, unit)))
    return end


def counted(text: str, figure: str, start: int, found: list[Fact]) -> int:
    """Read a number with the percentage, magnitude or unit beside it.

    Args:
        text: The text.
        figure: The number, which stands at `start`.
        start: Its offset.
        found: The facts, to which it is added.

    Returns:
        Where to go on; minus that for a percentage or magnitude, which may hold for a neighbour too.
    """
    value, end = number(figure), start + len(figure)
    kind = FactKind.NUMBER
    keys: tuple[Key, ...] = ((NUMBER, value),)
    follow = text[end : end + 1]
    if follow.isspace():
        follow = first_after(text, end)
    sign = 1
    if follow in _BEGINS_ORDINAL and (ordinal := _ORDINAL.match(text, end)):
        end = ordinal.end()
    elif follow in _BEGINS_PERCENT and (percent := _PERCENT_AFTER.match(text, end)):
        kind, keys, end, sign = FactKind.PERCENT, ((PERCENT, value),), percent.end(), -1
    elif follow in _BEGINS_MAGNITUDE and (magnitude := MAGNITUDE.match(text, end)):
        keys, end, sign = ((NUMBER, value * scale(magnitude)),), magnitude.end(), -1
        if magnitude[2]:  # 3M may be a name
            keys += ((NUMBER, value),)
    unit = english_unit(text, start, end)
    if unit in CURRENCIES:
        kind = FactKind.MONEY
    is_code = not unit and _CODE_AFTER.match(text, end) is not None
    found.append(_new(Fact, (kind, keys, text[start:end], start, end, not is_code, unit)))
    return sign * end


def scale(magnitude: re.Match[str]) -> int:
    """The factor of a match of MAGNITUDE."""
    return _SCALE[(magnitude[1] or magnitude[2]).lower()]


def _stated(word: str, text: str, end: int) -> str:
    """What a word says of the figure before it; see `_words`."""
    stated = _words.get(word)
    if stated is None:
        if len(_words) > _MOST_WORDS:
            _words.clear()
        stated = _words[word] = _meaning(word)
    if not stated or stated == _COUNT:
        return stated
    if stated == _LINK:
        return "" if _NO_LINK.match(text, end) else _READ
    return stated if text[end : end + 1] in _AFTER_UNIT else _READ


def _meaning(word: str) -> str:
    if word in _LINKS:
        return _LINK
    if _TAKES.fullmatch(word):
        return _READ
    return _COUNT if _COUNTS.fullmatch(word) else english_unit(f"1 {word}", 0, 1)
