"""The command line: the only place that prints, parses flags and maps errors to exit codes."""

from bilingual_news.cli.app import app
from bilingual_news.cli.streams import prepare


def main() -> None:
    """Entry point of the console script."""
    prepare()
    app(prog_name="bilingual-news")


__all__ = ["app", "main"]
