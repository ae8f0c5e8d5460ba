"""Decode the bytes of an article: UTF-8 with or without BOM, else TIS-620/Windows-874.

TIS-620 is a single-byte code in which nearly every byte is some Thai letter, so a wrong guess never
fails by itself: damaged UTF-8 decodes to rows of "เธ". A file therefore counts as Windows-874 only
when its non-ASCII bytes do not form UTF-8 sequences and the result is Thai as Thai is written.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from bilingual_news import text
from bilingual_news.errors import EncodingError

if TYPE_CHECKING:
    from pathlib import Path

_WIDE_MARKS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_STRAY_MARK = re.compile(f"(?<![\u0e01-\u0e2e{text.THAI_MARKS}])[{text.THAI_MARKS}]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAVE_AS_UTF8: Final = "Save the file as UTF-8 and try again."


def decode(data: bytes, path: Path | str | None = None) -> tuple[str, str]:
    """Decode the bytes of a text file.

    Args:
        data: The whole file.
        path: Its name, for messages.

    Returns:
        The text without BOM, and the name of the encoding: `utf-8`, `utf-8-sig` or `cp874`.

    Raises:
        EncodingError: For binary data, UTF-16/32, and text in no known encoding, with the byte offset.
    """
    for mark, name in _WIDE_MARKS.items():
        if data.startswith(mark):
            raise EncodingError(
                f"{name} text at byte 0, expected UTF-8.", offset=0, path=path, hint=_SAVE_AS_UTF8
            )
    if binary := _BINARY.search(data):
        offset = binary.start()
        message = f"binary data: byte 0x{data[offset]:02x} at offset {offset}, expected text."
        raise EncodingError(message, offset=offset, path=path, hint=_SAVE_AS_UTF8)
    try:
        if data.startswith(codecs.BOM_UTF8):
            return data.decode("utf-8-sig"), "utf-8-sig"
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_thai_bytes(data, error.start, path), "cp874"


def _decode_thai_bytes(data: bytes, first_bad: int, path: Path | str | None) -> str:
    high = len(_HIGH.findall(data))
    in_utf8 = sum(len(sequence) for sequence in _UTF8_SEQUENCE.findall(data))
    if in_utf8 * 2 < high:
        try:
            decoded = data.decode("cp874")
        except UnicodeDecodeError:
            decoded = ""
        if decoded and _reads_as_thai(decoded):
            return decoded
    message = (
        f"byte 0x{data[first_bad]:02x} at offset {first_bad} is not UTF-8, "
        "and the file is not TIS-620/Windows-874 Thai either."
    )
    raise EncodingError(message, offset=first_bad, path=path, hint=_SAVE_AS_UTF8)


def _reads_as_thai(decoded: str) -> bool:
    marks = sum(1 for char in decoded if char == "\u0e31" or "\u0e34" <= char <= "\u0e4e")
    stray = len(_STRAY_MARK.findall(decoded))
    thai = sum(map(text.is_thai, decoded))
    # Thai prose carries a mark on every fourth letter or so, always on a consonant.
    return thai > 0 and text.thai_share(decoded) > 0.3 and stray * 20 <= max(marks, 1) and marks * 20 >= thai  # noqa: PLR2004
