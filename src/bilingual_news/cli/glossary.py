"""`bilingual-news glossary`."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import EXIT_GATE, Workspace, error_values, pass_workspace, print_json
from bilingual_news.cli.options import date_option
from bilingual_news.cli.outputs import output_path
from bilingual_news.messages import retold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilingual_news.errors import GlossaryError
    from bilingual_news.model import Term


@click.group("glossary")
def command() -> None:
    """Check and search the termbase."""


@command.command("lint")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@pass_workspace
def lint(workspace: Workspace, *, as_json: bool) -> None:
    """Find duplicates, conflicts and faulty rows in the glossaries folder.

    A file that cannot be read is reported, and the others are checked all the same.

    Exit codes: 0 clean or warnings only, 3 errors, 1 if a file could not be read, whatever was found in
    the others.
    """
    from bilingual_news.glossary import lint as find_problems
    from bilingual_news.model import Severity

    unread: list[GlossaryError] = []
    problems = find_problems(workspace.settings.glossaries_dir, unread.append)
    if as_json:
        value = [asdict(problem) for problem in problems]
        print_json({"problems": value, "errors": [error_values(error) for error in unread]})
    else:
        for problem in problems:
            message = retold(problem.message, workspace.language)
            click.echo(f"{problem.path}:{problem.line}: {problem.severity} {problem.rule}: {message}")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    graver = workspace.counted(errors, "%(count)s error", "%(count)s errors")
    others = workspace.counted(len(problems) - errors, "%(count)s warning", "%(count)s warnings")
    workspace.say(f"{graver}, {others}")
    workspace.show(unread)
    if errors:
        raise SystemExit(EXIT_GATE)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # A text that is too long for a file name, or holds a NUL.
        return False


@command.command("find")
@click.argument("text")
@date_option
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
@pass_workspace
def find(workspace: Workspace, text: str, day: datetime | None, *, as_json: bool) -> None:
    """Show the terms in TEXT; if it is the name of a file, in that article.

    Each line holds paragraph and span, the Thai, the English, and file and line of the term, with tabs
    between. Spans are half-open code points of the normalised text (of the paragraph, for a file).
    Without a term nothing is printed but a message on stderr, and the exit code is 0 as with one.
    """
    from bilingual_news.sources import read_article
    from bilingual_news.stages.normalize import normalize_article, normalize_text

    file = workspace.path(Path(text))
    is_article = _is_file(file)
    if is_article:
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
    if not hits and is_article:
        workspace.say("no term of the termbase stands in the article")
    elif not hits:
        workspace.say("no term of the termbase stands in the text; a file of that name there is not")
    if as_json:
        print_json({"terms": hits})
        return
    for hit in hits:
        place = f"{hit['paragraph']}:{hit['start']}-{hit['end']}"
        click.echo(f"{place}\t{hit['text']}\t{hit['target']}\t{hit['file']}:{hit['line']}")


@command.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tbx", "csv"]),
    default="tbx",
    show_default=True,
    help="Form of the document.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File; default stdout.")
@pass_workspace
def export(workspace: Workspace, form: str, output: Path | None) -> None:
    """Write all terms as one TBX-Basic (ISO 30042) or CSV document."""
    from bilingual_news.files import write_atomically
    from bilingual_news.glossary import as_row, table_text, write_tbx

    terms = workspace.termbase.terms
    if form == "tbx":
        content = write_tbx(terms, f"Termbase of {workspace.settings.project}")
    else:
        content = table_text(map(as_row, terms)).encode()
    if output is None:
        click.echo(content, nl=False)
        return
    write_atomically(output_path(workspace, output), content)
    _say_terms(workspace, len(terms), output)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--name", help="Name of the new CSV file in the glossaries folder; default that of FILE.")
@pass_workspace
def import_file(workspace: Workspace, file: Path, name: str | None) -> None:
    """Add the terms of a TBX or CSV FILE to the termbase, as a new CSV file.

    Terms that the termbase has already are left out; if FILE says something else of one (another
    variant, date, note), that is told, and the termbase stays as it is. No existing file is changed. Run
    `glossary lint` afterwards: it names every conflict between the new file and the others.
    """
    from bilingual_news.glossary import as_row, read_table, read_tbx, write_table

    file = workspace.path(file)
    rows = read_tbx(file) if file.suffix.lower() in (".tbx", ".xml") else None
    if rows is None:
        terms, errors = read_table(file)
        if errors:
            from bilingual_news.errors import GlossaryError

            hint = "Nothing was imported. Mend the row, then import again."
            raise GlossaryError(f"{errors[0].message}.", path=file, line=errors[0].line, hint=hint)
        rows = [as_row(term) for term in terms]
    known: dict[tuple[str, str], list[Term]] = {}
    for term in workspace.termbase.terms:
        known.setdefault((term.source, term.target), []).append(term)
    fresh = [row for row in rows if (row["source"], row["target"]) not in known]
    for row in rows:
        same = known.get((row["source"], row["target"]))
        if same and (said := _other(row, same)):
            place = f"{same[0].path}:{same[0].line}"
            workspace.say(f"left out: {row['source']} has another {said} than in {place}")
    if fresh:
        folder = workspace.settings.glossaries_dir
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{Path(name or file.name).stem}.csv"
        write_table(path, fresh)
        _say_terms(workspace, len(fresh), path)
    message = workspace.counted(
        len(rows) - len(fresh), "%(count)s term was there already", "%(count)s terms were there already"
    )
    workspace.say(message)


def _other(row: Mapping[str, str], terms: Iterable[Term]) -> str:
    """The columns in which a row says something else than any of the same terms; nothing if one says it all.

    Cells that are empty say nothing: other tools do not have all columns. Nor does `no`, the default.
    """
    from bilingual_news.glossary import as_row

    said = {column: value for column, value in row.items() if value not in ("", "no")}
    differing = [
        [column for column, value in said.items() if there.get(column, value) != value]
        for there in map(as_row, terms)
    ]
    fewest = min(differing, key=len)
    return ", ".join(fewest)


def _say_terms(workspace: Workspace, count: int, path: Path) -> None:
    message = workspace.counted(
        count, "%(count)s term written to %(file)s", "%(count)s terms written to %(file)s", file=path
    )
    workspace.say(message)


@command.command("extract")
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path), metavar="[ARTICLE]...")
@click.option("--confident", is_flag=True, help="Only candidates whose edges are sure.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File; default stdout.")
@pass_workspace
def extract(
    workspace: Workspace, articles: tuple[Path, ...], output: Path | None, *, confident: bool
) -> None:
    """Propose terms that ARTICLES introduce as "Thai (English: ABBR)", repeat, or name, as CSV.

    Folders are searched. The columns are those of the termbase, then kind (pair, phrase or name),
    confidence (0 to 1), frequency and contexts, which the termbase reads over. Phrases and names have
    no English yet.
    """
    from bilingual_news.errors import SourceError
    from bilingual_news.glossary import table_text, write_table
    from bilingual_news.glossary.mining import mine
    from bilingual_news.glossary.table import COLUMNS, MINED
    from bilingual_news.pipeline.translate import find_articles
    from bilingual_news.sources import read_article
    from bilingual_news.stages.normalize import normalize_article

    texts: list[str] = []
    for path in find_articles(workspace.settings, workspace.paths(articles)):
        if not path.exists():
            raise SourceError("no such article.", path=path, hint="Check the path.")
        try:
            article = normalize_article(read_article(path, require_thai=False))
        except SourceError as error:
            workspace.say(f"left out: {error}")
            continue
        texts += [paragraph.text for paragraph in article.paragraphs]
    known = (form for term in workspace.termbase.terms for form in (term.source, *term.variants))
    rows = [
        {
            "source": found.source,
            "target": found.target,
            "abbreviation": found.abbreviation,
            "kind": found.kind,
            "confidence": f"{found.confidence:.2f}",
            "frequency": str(found.frequency),
            "contexts": " / ".join(found.contexts),
        }
        for found in mine(texts, known)
        if found.is_confident or not confident
    ]
    columns = (*COLUMNS, *MINED)
    if output is None:
        click.echo(table_text(rows, columns), nl=False)
    else:
        write_table(output_path(workspace, output), rows, columns)
    workspace.say(workspace.counted(len(rows), "%(count)s candidate", "%(count)s candidates"))
