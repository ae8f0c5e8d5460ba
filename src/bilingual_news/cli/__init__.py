"""The command line: the only place that prints, parses flags and maps errors to exit codes."""

import os

from bilingual_news.cli.app import app
from bilingual_news.cli.streams import prepare


def _leave_the_home_alone() -> None:
    """Keep PyThaiNLP from making a folder for downloads in the user's home when it is imported.

    Nothing is downloaded into it, and a home may be read-only or missing, as in containers.
    """
    if "PYTHAINLP_READ_MODE" not in os.environ:  # PyThaiNLP's older name; both at once are an error to it.
        os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")


def main() -> None:
    """Entry point of the console script."""
    prepare()
    _leave_the_home_alone()
    app(prog_name="bilingual-news")


__all__ = ["app", "main"]
