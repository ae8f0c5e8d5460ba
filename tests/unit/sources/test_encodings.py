"""Encodings: UTF-8 with and without BOM, Windows-874, and everything that must be refused."""

import codecs

import pytest

from bilingual_news.errors import EncodingError
from bilingual_news.sources.encodings import decode

THAI = "รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม ประชุม ADGMIN ครั้งที่ 2 น้ำใจ"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (THAI.encode(), "utf-8"),
        (codecs.BOM_UTF8 + THAI.encode(), "utf-8-sig"),
        (THAI.encode("cp874"), "cp874"),
        (THAI.encode("iso8859_11"), "cp874"),
        (b"plain ASCII", "utf-8"),
    ],
)
def test_decode(data, encoding):
    content, found = decode(data)
    assert found == encoding
    assert content in {THAI, "plain ASCII"}


def test_typographic_quotes_of_windows_874():
    assert decode(f"“{THAI}”".encode("cp874"))[0] == f"“{THAI}”"


REFUSED = {
    "one bad byte in UTF-8": (THAI.encode() + b"\xff" + THAI.encode(), len(THAI.encode())),
    "truncated UTF-8": (THAI.encode()[:-1], len(THAI.encode()) - 3),
    "Latin-1": ("Café crème à Genève, déjà vu".encode("latin-1"), 3),
    "NUL byte": (b"abc\x00def", 3),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", 4),
    "zip": (b"PK\x03\x04abc", 2),
    "UTF-16": (THAI.encode("utf-16"), 0),
    "UTF-32": (THAI.encode("utf-32"), 0),
    "random high bytes": (bytes(range(128, 256)) * 4, 0),
}


@pytest.mark.parametrize(("data", "offset"), REFUSED.values(), ids=REFUSED)
def test_other_bytes_are_refused_with_their_offset(data, offset):
    with pytest.raises(EncodingError) as caught:
        decode(data, "news.txt")
    assert caught.value.offset == offset
    assert str(caught.value).startswith("news.txt: ")
    assert "Save the file as UTF-8" in caught.value.hint
    assert str(offset) in caught.value.message
