"""The termbase: CSV files of Thai terms with their English, found by longest match, linted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.glossary.bodies import has_abbreviation, without_terms
from bilingual_news.glossary.english import occurs
from bilingual_news.glossary.lint import Problem, lint
from bilingual_news.glossary.rendering import find_forbidden, find_rendered, is_rendered
from bilingual_news.glossary.table import as_row, read_table, table_text, write_table
from bilingual_news.glossary.termbase import Found, Termbase, load_termbase

if TYPE_CHECKING:
    from bilingual_news.glossary.tbx import read_tbx, write_tbx

#: What only `glossary` commands need is imported when it is asked for (PEP 562): start-up stays light.
_LATER: Final = {"read_tbx": "tbx", "write_tbx": "tbx"}

__all__ = [
    "Found",
    "Problem",
    "Termbase",
    "as_row",
    "find_forbidden",
    "find_rendered",
    "has_abbreviation",
    "is_rendered",
    "lint",
    "load_termbase",
    "occurs",
    "read_table",
    "read_tbx",
    "table_text",
    "without_terms",
    "write_table",
    "write_tbx",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
