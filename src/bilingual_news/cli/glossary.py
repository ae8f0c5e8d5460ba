"""`bilingual-news glossary`."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from bilingual_news.cli.console import EXIT_GATE, Workspace, pass_workspace, print_json


@click.group("glossary")
def command() -> None:
    """Check and search the termbase."""


@command.command("lint")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@pass_workspace
def lint(workspace: Workspace, *, as_json: bool) -> None:
    """Find duplicates, conflicts and faulty rows in the glossaries folder.

    Exit codes: 0 clean or warnings only, 3 errors.
    """
    from bilingual_news.glossary import lint as find_problems
    from bilingual_news.model import Severity

    problems = find_problems(workspace.settings.glossaries_dir)
    if as_json:
        print_json({"problems": [asdict(problem) for problem in problems]})
    else:
        for problem in problems:
            click.echo(f"{problem.path}:{problem.line}: {problem.severity} {problem.rule}: {problem.message}")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    workspace.say(f"{errors} errors, {len(problems) - errors} warnings")
    if errors:
        raise SystemExit(EXIT_GATE)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # A text that is too long for a file name, or holds a NUL.
        return False


@command.command("find")
@click.argument("text")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Date of the text, for terms that are valid at some time only.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
@pass_workspace
def find(workspace: Workspace, text: str, day: datetime | None, *, as_json: bool) -> None:
    """Show the terms in TEXT, or in the article FILE of that name.

    Spans are half-open code points of the normalised text (of the paragraph, for a file).
    """
    from bilingual_news.sources import read_article
    from bilingual_news.stages.normalize import normalize_article, normalize_text

    file = workspace.path(Path(text))
    if _is_file(file):
        article = normalize_article(read_article(file, require_thai=False))
        when = day.date() if day else article.date
        paragraphs = [paragraph.text for paragraph in article.paragraphs]
    else:
        paragraphs, when = [normalize_text(text)], day.date() if day else None
    hits = [
        {
            "paragraph": number,
            "start": match.start,
            "end": match.end,
            "text": paragraph[match.start : match.end],
            "source": match.term.source,
            "target": match.term.target,
            "file": match.term.path,
            "line": match.term.line,
        }
        for number, paragraph in enumerate(paragraphs)
        for match in workspace.termbase.find(paragraph, when)
    ]
    if as_json:
        print_json({"terms": hits})
        return
    for hit in hits:
        place = f"{hit['paragraph']}:{hit['start']}-{hit['end']}"
        click.echo(f"{place}\t{hit['text']}\t{hit['target']}\t{hit['file']}:{hit['line']}")
