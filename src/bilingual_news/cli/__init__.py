"""The command line: the only place that prints, parses flags and maps errors to exit codes."""

import os

from bilingual_news.cli.app import app
from bilingual_news.cli.streams import prepare


def _do_without_a_home() -> None:
    """Let libraries be imported where the user has no home or may not write it, as in containers.

    PyThaiNLP would make a folder for downloads there, though nothing is downloaded; Argos Translate
    asks for a home and takes no for an error.
    """
    if os.path.expanduser("~") == "~":  # noqa: PTH111 - Path's one gives up
        os.environ["HOME"] = "/"  # as Docker does
    if "PYTHAINLP_READ_MODE" not in os.environ:  # PyThaiNLP's older name; both at once are an error to it.
        os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")


def main() -> None:
    """Run the command line; `__main__` is the console script."""
    prepare()
    _do_without_a_home()
    app(prog_name="bilingual-news")


__all__ = ["app", "main"]
