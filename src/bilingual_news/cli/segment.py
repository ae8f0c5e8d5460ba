"""`bilingual-news segment`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilingual_news.cli.console import Workspace, pass_workspace, print_json

if TYPE_CHECKING:
    from bilingual_news.model import Article


@click.command("segment")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print spans, kinds and text as JSON.")
@click.option("--explain", is_flag=True, help="Add the rule that decided about every space.")
@pass_workspace
def command(workspace: Workspace, file: Path, *, as_json: bool, explain: bool) -> None:
    """Print the segments of an article or plain text, one a line.

    Offsets in the JSON are code points of the normalised paragraph, half open; between two segments
    of a paragraph lies exactly one space.
    """
    from bilingual_news.sources import read_article
    from bilingual_news.stages.normalize import normalize_article
    from bilingual_news.stages.segment import segment_article

    article = normalize_article(read_article(workspace.path(file), require_thai=False))
    segments = segment_article(article)
    if as_json:
        fields = ("paragraph", "index", "start", "end", "kind", "text")
        document: dict[str, Any] = {
            "article": article.id,
            "segments": [{name: getattr(s, name) for name in fields} for s in segments],
        }
        if explain:
            document["decisions"] = _decisions(article)
        print_json(document)
        return
    for segment in segments:
        click.echo(segment.text)
    if explain:
        for decision in _decisions(article):
            mark = "boundary" if decision["boundary"] else "-"
            context = f"{decision['before']} | {decision['after']}"
            click.echo(
                f"{decision['paragraph']}:{decision['position']}\t{mark}\t{decision['rule']}\t{context}",
                err=True,
            )


_CONTEXT = 16


def _decisions(article: Article) -> list[dict[str, Any]]:
    from bilingual_news.stages.segment import decide

    return [
        {
            "paragraph": number,
            "position": decision.position,
            "boundary": decision.boundary,
            "rule": decision.rule,
            "before": paragraph.text[max(0, decision.position - _CONTEXT) : decision.position],
            "after": paragraph.text[decision.position + 1 : decision.position + 1 + _CONTEXT],
        }
        for number, paragraph in enumerate(article.paragraphs)
        for decision in decide(paragraph.text)
    ]
