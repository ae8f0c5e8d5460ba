"""The termbase: CSV files of Thai terms with their English, found by longest match, linted."""

from bilingual_news.glossary.lint import Problem, lint
from bilingual_news.glossary.rendering import find_rendered, is_rendered, occurs
from bilingual_news.glossary.table import read_table
from bilingual_news.glossary.termbase import Termbase, load_termbase

__all__ = ["Problem", "Termbase", "find_rendered", "is_rendered", "lint", "load_termbase", "occurs", "read_table"]
