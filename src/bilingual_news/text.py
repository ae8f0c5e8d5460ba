"""Pure string helpers for Thai text. Standard library only; no other module of this package.

Each repair does one thing, leaves every other character alone and is idempotent. `normalize` runs
all of them; it lives here because articles, termbase and training data must be spelt the same way.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

THAI_DIGITS: Final = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC: Final = str.maketrans(THAI_DIGITS, "0123456789")
_THAI_DIGIT = re.compile(f"[{THAI_DIGITS}]")

#: Above and below vowels, phinthu, maitaikhu, tone marks, thanthakhat, nikhahit, yamakkan.
THAI_MARKS: Final = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"

_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    # A zero-width joiner means something only inside an emoji sequence.
    "|(?<![\ufe0f\u2600-\u27bf\U0001f300-\U0001faff])\u200d"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f]")
_SPACES = re.compile("[ \t\n\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_DOUBLE_SARA_E = re.compile("(?<!เ)เเ(?!เ)")
_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)า|([\u0e48-\u0e4b])\u0e4dา|ำ([\u0e48-\u0e4b])")
_THAI_RUN = re.compile("[\u0e01-\u0e5b]+")
_MARK_RUN = re.compile(f"[{THAI_MARKS}]{{2,}}")
_SINGLE_QUOTES = str.maketrans({"‘": "'", "’": "'", "‛": "'", "´": "'", "`": "'"})
_DOUBLE_QUOTES = re.compile("''|[\"“”„‟＂]")

#: Thai glyph variants and the Symbol-font bullet that old Windows fonts keep in the Private Use Area
#: (the Microsoft Thai PUA table); they reach news sites through copies from Word and PDF files.
_PRIVATE_USE = str.maketrans(
    dict(
        zip(
            map(chr, range(0xF700, 0xF71B)),
            "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
            "ญ\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
            strict=True,
        )
    )
    | {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "✔"}
)

#: Addresses and hashtags: they are copied into a translation, never translated.
COPIED: Final = re.compile(
    r"(?:https?://|www\.)(?:[ก-๎]+\.[a-z]{2,}\b[^\sก-๎]*|[^\sก-๎]+)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\S)#\S+"
)
#: A text without any of these holds nothing of the kind.
COPIED_SIGNS: Final = ("#", "@", "://", "www.")

# Rank of a mark inside its cluster; Unicode canonical order (9 < 103 < 107) agrees with it.
_MARK_RANK: Final = (
    {"\u0e3a": 0, "\u0e38": 1, "\u0e39": 1}
    | dict.fromkeys("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47", 2)
    | dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 3)
    | dict.fromkeys("\u0e4c\u0e4d\u0e4e", 4)
)


#: Marks by rank, to find pairs that are not in their order: every mark after one of its rank or above.
_RANKS: Final = ["".join(mark for mark, rank in _MARK_RANK.items() if rank == wanted) for wanted in range(5)]
_UNORDERED: Final = "|".join(f"[{''.join(_RANKS[rank:])}][{_RANKS[rank]}]" for rank in range(5))
#: Anything that a repair may look at, NFC aside. What has none of it is normalised.
_SUSPECT = re.compile(
    f"{_INVISIBLE.pattern}|{_CONTROL.pattern}|{_UNORDERED}|เเ|\u0e4d|ำ[\u0e48-\u0e4b]"
    "|[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|  |^ | $"
    "|[\uf000-\uf8ff\"“”„‟＂'‘’‛´`]"
)


def compose(text: str) -> str:
    """Bring text to Unicode NFC. NFKC is never used: it splits every SARA AM (ำ).

    "Cafe" + U+0301 is "Café"; Thai text is in this form already.
    """
    return unicodedata.normalize("NFC", text)


def map_private_use(text: str) -> str:
    """Replace Thai glyph variants of the Private Use Area by the characters they stand for.

    Article 67941: "(U+F0FC)", a tick of the Wingdings font, is "(✔)".
    """
    return text.translate(_PRIVATE_USE)


def strip_invisible(text: str) -> str:
    """Remove zero-width and directional format characters, and control characters.

    Article 63344: "วันหยุดราชการ" + U+200B + " มหาดไทยกำชับ"; one in ten articles has such characters.
    """
    if text.isprintable():  # None of them is; to know that takes a fifteenth of the time.
        return text
    return _CONTROL.sub("", _INVISIBLE.sub("", text))


def fold_spaces(text: str) -> str:
    """Turn every run of white space (no-break, ideographic, line separators…) into one space, stripped.

    Article 52553: "นายธนกร" + U+00A0 + "วังบุญคงชนะ"; half of the articles have such spaces.
    """
    if text.isprintable() and "  " not in text:  # Of all white space the space alone is printable.
        return text.strip(" ")
    return _SPACES.sub(" ", text).strip(" ")


def join_sara_ae(text: str) -> str:
    """Replace two SARA E (เเ) by the SARA AE (แ) they were typed for; longer runs stay.

    Article 68059: "กำกับดูเเลภาคการเงิน" is "กำกับดูแลภาคการเงิน".
    """
    return _DOUBLE_SARA_E.sub("แ", text)


def join_sara_am(text: str) -> str:
    """Replace NIKHAHIT + SARA AA (ํา), a tone mark between or beside them included, by SARA AM (ำ).

    Article 61735: "สินค้าสําหรับผู้ประกอบการ", typed with two characters, is "สินค้าสำหรับผู้ประกอบการ".
    """

    def joined(match: re.Match[str]) -> str:
        return (match[1] or match[2] or match[3] or "") + "ำ"

    return _SPLIT_SARA_AM.sub(joined, text)


def order_marks(text: str) -> str:
    """Put the marks of one cluster in the order vowel, tone, thanthakhat, and drop repeated marks.

    Article 52553: "วันท่ี่" is "วันที่"; article 78340: "พันธ์ุ" is "พันธุ์".
    """

    def ordered(match: re.Match[str]) -> str:
        return "".join(sorted(dict.fromkeys(match[0]), key=_MARK_RANK.__getitem__))

    return _MARK_RUN.sub(ordered, text)


def unify_quotes(text: str) -> str:
    """Write double quotes as “ and ”, by their neighbours, and single ones as a straight apostrophe.

    A quote after a digit with none open (5") is an inch mark and stays as it is.
    Article 91361: 'ปรับตัว "ยกตัวอย่าง' opens with “; article 36152: "‘ก.แรงงาน’" is "'ก.แรงงาน'".
    """
    text = text.translate(_SINGLE_QUOTES)
    out: list[str] = []
    end, is_open = 0, False
    for match in _DOUBLE_QUOTES.finditer(text):
        out.append(text[end : match.start()])
        end = match.end()
        before, after = text[match.start() - 1 : match.start()], text[end : end + 1]
        if match[0] == '"' and before.isdigit() and not is_open:
            out.append('"')
            continue
        opens = _opens(before, after, is_open=is_open)
        out.append("“" if opens else "”")
        is_open = opens
    return "".join(out) + text[end:]


def _opens(before: str, after: str, *, is_open: bool) -> bool:
    free_before = not before or before in " (["
    free_after = not after or after in " )],.;:"
    if free_before != free_after:
        return free_before
    return not is_open


#: The repairs in the order in which they run: later patterns expect what earlier ones leave.
NORMALIZATION: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("private-use", map_private_use),
    ("invisible", strip_invisible),
    ("sara-ae", join_sara_ae),
    ("sara-am", join_sara_am),
    ("marks", order_marks),
    ("nfc", compose),
    ("quotes", unify_quotes),
    ("spaces", fold_spaces),
)


def normalize(value: str) -> str:
    """Bring a paragraph to one spelling without changing what it says.

    Thai digits, dashes, spellings and punctuation stay: they are content, and the checks compare
    them by value.

    Args:
        value: Any text.

    Returns:
        One line without white space at its ends. Normalising it again changes nothing.
    """
    if not _SUSPECT.search(value) and unicodedata.is_normalized("NFC", value):
        return value
    while True:
        before = value
        for _, repair in NORMALIZATION:
            value = repair(value)
        # A removed character can bring two halves of another pattern together: run to the fixed point.
        if value == before:
            return value


def arabic_digits(text: str) -> str:
    """Replace Thai digits by Arabic ones. Not part of normalisation: checks compare values with it."""
    # Most texts have none, and finding that out takes a tenth of the time.
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def is_thai(char: str) -> bool:
    """Whether a character belongs to the Thai block."""
    return "\u0e01" <= char <= "\u0e5b"


def thai_share(text: str) -> float:
    """The share of Thai letters among all letters, 0 to 1; 0 for text without letters."""
    others = _THAI_RUN.sub("", text)
    thai = len(text) - len(others)
    letters = thai + sum(map(str.isalpha, others))
    return thai / letters if letters else 0.0


def slugify(text: str, limit: int = 60) -> str:
    """A name that is safe as a file name and gettext domain: letters and digits joined by hyphens.

    Args:
        text: Any text; Thai letters are kept.
        limit: The greatest number of characters; what is longer is cut.
    """
    words = re.findall(rf"[^\W_]+(?:[{THAI_MARKS}ำ]*[^\W_]*)*", compose(text).lower())
    return "-".join(words)[:limit].strip("-")


def blank(match: re.Match[str]) -> str:
    """Spaces in the place of what a pattern matched, for `sub`: all offsets stay."""
    return " " * len(match[0])


def small(text: str) -> str:
    """A text in small letters, each where its capital was."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[0] for char in text)


def display_width(text: str) -> int:
    """The columns that a text takes on a terminal.

    Thai vowels and tone marks above and below take none, wide characters of East Asia two (Unicode
    Standard Annex 11).
    """
    if text.isascii() and text.isprintable():
        return len(text)
    try:
        # Thai, English and the quotes and dashes of both: one byte each, and to drop those without a
        # column is a fiftieth of the work of asking for each character.
        return len(text.encode("cp874").translate(None, _WITHOUT_COLUMN))
    except UnicodeEncodeError:
        return sum(map(_columns, text))


#: The characters of code page 874 that take no column: controls, and Thai marks above and below.
_WITHOUT_COLUMN: Final = bytes((*range(0x20), 0x7F)) + "".join(_MARK_RANK).encode("cp874")


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
