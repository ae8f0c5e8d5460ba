"""The command line: the only place that prints, parses flags and maps errors to exit codes."""

from bilingual_news.cli.app import app


def main() -> None:
    """Entry point of the console script."""
    app(prog_name="bilingual-news")


__all__ = ["app", "main"]
