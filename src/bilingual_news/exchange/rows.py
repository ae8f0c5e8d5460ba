"""What every exchange format carries: the rows of one catalog."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# XML 1.0 has no control characters but tab and line ends, no surrogates and no U+FFFE, U+FFFF.
NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: Review states as they stand in files; the words of DESIGN and `status`.
STATES: Final = ("empty", "machine", "memory", "edited", "reviewed")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry for a person or program that has no PO editor.

    Attributes:
        id: Says what was exported; see `pipeline.applying.RowId`.
        source: Thai text.
        target: English text; empty where there is none.
        state: One of `STATES`.
        notes: Remarks for the translator: place, checks, reason, suggestions, people's comments.
        terms: Thai terms and the English to use.
        forms: Other forms of these terms that stand in the text, each with the English and the term.
    """

    id: str
    source: str
    target: str = ""
    state: str = "empty"
    notes: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one catalog.

    Attributes:
        article: Article id.
        rows: Rows in the order of the article.
        path: Catalog or file, for messages.
        title: Title of the article.
    """

    article: str
    rows: tuple[Row, ...]
    path: str = ""
    title: str = ""


def xml_text(text: str) -> str:
    """Text without the characters that XML cannot carry."""
    return NOT_XML.sub("", text)
