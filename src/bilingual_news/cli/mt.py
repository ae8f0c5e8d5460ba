"""`bilingual-news mt`."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from bilingual_news.cli.console import EXIT_ERROR, Workspace, pass_workspace, show_error
from bilingual_news.cli.options import date_option, model_option, no_cache_option
from bilingual_news.errors import BilingualNewsError, ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Hypothesis
    from bilingual_news.translation import Job

#: Lines translated together: long enough for full batches, short enough to stream.
_BLOCK = 1000


@click.command("mt")
@click.option("--glossary/--no-glossary", "use_glossary", default=True, show_default=True,
              help="Obey the termbase, or not.")  # fmt: skip
@model_option
@date_option
@no_cache_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: target, score, terms, rung.")
@pass_workspace
def command(
    workspace: Workspace,
    model: Path | None,
    day: datetime | None,
    *,
    use_glossary: bool,
    no_cache: bool,
    as_json: bool,
) -> None:
    """Translate lines of Thai from stdin: one segment in, one line of English out.

    Scores are mean log-probabilities a token (natural logarithm). An empty line stays empty, and so
    does one that the model fails on; the exit code is then 1.
    """
    from bilingual_news.cli.translators import translator
    from bilingual_news.pipeline.lines import translate_lines
    from bilingual_news.stages.normalize import normalize_text
    from bilingual_news.translation import Job

    if sys.stdin is None:
        message = "stdin is closed, expected a Thai segment a line."
        raise BilingualNewsError(message, path="<stdin>", hint="Give it a file or a pipe to read.")
    termbase = workspace.termbase if use_glossary else None
    failed = False
    lines = _lines(sys.stdin.buffer)
    with closing(translator(workspace, model, termbase, use_cache=not no_cache)) as translates:
        while block := list(islice(lines, _BLOCK)):
            jobs = [Job(normalize_text(line), day.date() if day else None) for line in block]
            filled = [job for job in jobs if job.source]
            found, failures = translate_lines(translates, filled, termbase, workspace.settings.chunk_length)
            answers = iter(found)
            for failure in failures:
                failed = True
                show_error(ModelError(failure.reason, path="<stdin>"), workspace.language)
            for line, job in zip(block, jobs, strict=True):
                answer = next(answers) if job.source else None
                text = _json(line, job, answer, termbase) if as_json else (answer.text if answer else "")
                click.echo(text)
    if failed:
        raise SystemExit(EXIT_ERROR)


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Lines without their ends; only line feeds separate them."""
    for number, raw in enumerate(stream, start=1):
        try:
            yield raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            message = f"byte 0x{raw[error.start]:02x} at offset {error.start} of the line is not UTF-8."
            hint = "Convert the text to UTF-8 first."
            raise BilingualNewsError(message, path="<stdin>", line=number, hint=hint) from error


def _json(line: str, job: Job, answer: Hypothesis | None, termbase: Termbase | None) -> str:
    from bilingual_news.glossary import find_rendered

    text = answer.text if answer else ""
    matches = termbase.find(job.source, job.day) if termbase and job.source else ()
    found = find_rendered([match.term for match in matches], text)
    value: dict[str, Any] = {
        "source": line,
        "target": text,
        "score": round(answer.score, 4) if answer else 0.0,
        "min_score": round(answer.minimum, 4) if answer else 0.0,
        "loop": answer.looped if answer else False,
        "terms": [
            {
                "source": job.source[match.start : match.end],
                "target": match.term.target,
                "found": is_found,
                "required": match.term.is_required,
            }
            for match, is_found in zip(matches, found, strict=True)
        ],
        "rung": answer.rung if answer else 0,
    }
    return json.dumps(value, ensure_ascii=False)
