"""The termbase: CSV files of Thai terms with their English, found by longest match, linted."""

from bilingual_news.glossary.lint import Problem, lint
from bilingual_news.glossary.rendering import find_forbidden, find_rendered, is_rendered, occurs
from bilingual_news.glossary.table import as_row, read_table, table_text, write_table
from bilingual_news.glossary.tbx import read_tbx, write_tbx
from bilingual_news.glossary.termbase import Termbase, load_termbase

__all__ = [
    "Problem",
    "Termbase",
    "as_row",
    "find_forbidden",
    "find_rendered",
    "is_rendered",
    "lint",
    "load_termbase",
    "occurs",
    "read_table",
    "read_tbx",
    "table_text",
    "write_table",
    "write_tbx",
]
