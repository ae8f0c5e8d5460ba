"""Abbreviations with periods, after which no sentence ends.

Standing free, any Thai letters of up to four a part are one. Glued to a longer word, as in ที่ประชุมครม.,
the forms of a table are known that no word of the dictionary ends in; training/segmenter/abbreviations.py
writes it from a count over 63,000 articles.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Final

_FREE: Final = re.compile(r"(?:^|[^ก-๎])(?:[ก-ฮเแโใไ][ก-๎]{0,3}\.)+$")
#: "o'clock" closes a time, and a sentence may end in one.
_CLOCK: Final = re.compile(r"(?:^|[ \d๐-๙])น\.$")


def ends_in_abbreviation(text: str) -> bool:
    """Whether a text ends in an abbreviation with its period; น. after a time is none."""
    if not text.endswith(".") or _CLOCK.search(text):
        return False
    return _FREE.search(text) is not None or text.endswith(_glued())


@lru_cache
def forms() -> tuple[tuple[str, bool], ...]:
    """The table: each form, and whether it is known at the end of a longer run of letters."""
    source = resources.files("bilingual_news.stages") / "data" / "abbreviations.tsv"
    rows = (line.split("\t") for line in source.read_text(encoding="utf-8").splitlines()[1:])
    return tuple((form, kind == "glued") for form, kind in rows)


@lru_cache
def _glued() -> tuple[str, ...]:
    return tuple(form for form, glued in forms() if glued)
