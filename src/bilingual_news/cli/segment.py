"""`bilingual-news segment`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilingual_news.cli.console import Workspace, pass_workspace, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.model import Article, Segment
    from bilingual_news.stages.userrules import UserRules

_CONTEXT = 16


@click.command("segment")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print spans, kinds, word counts and text as JSON.")
@click.option("--explain", is_flag=True, help="Add the rule or score that decided about every space.")
@click.option("--show-normalisation", is_flag=True, help="Add what normalisation changed, and by which rule.")
@click.option(
    "--rules",
    type=click.Path(path_type=Path),
    help="Use these rules instead of the project's segmentation.toml.",
)
@pass_workspace
def command(
    workspace: Workspace,
    file: Path,
    *,
    as_json: bool,
    explain: bool,
    show_normalisation: bool,
    rules: Path | None,
) -> None:
    """Print the segments of an article or plain text, one a line.

    Offsets in the JSON are code points of the normalised paragraph, half open; between two segments
    of a paragraph lies exactly one space. Words are Thai words as newmm of PyThaiNLP cuts them.
    """
    from bilingual_news.sources import read_article
    from bilingual_news.stages.normalize import normalize_article
    from bilingual_news.stages.segment import segment_article

    own = _user_rules(workspace, rules)
    raw = read_article(workspace.path(file), require_thai=False)
    article = normalize_article(raw)
    segments = segment_article(article, own)
    decisions = list(_decisions(article, own)) if explain else []
    changes = list(_changes(raw)) if show_normalisation else []
    if as_json:
        document: dict[str, Any] = {
            "article": article.id,
            "segments": [_as_json(segment, workspace.settings.chunk_length, explain) for segment in segments],
        }
        if explain:
            document["decisions"] = decisions
        if show_normalisation:
            document["normalisation"] = changes
        print_json(document)
        return
    for segment in segments:
        click.echo(segment.text)
    for line in (
        *map(_explanation, decisions),
        *_pieces(segments, workspace, explain),
        *map(_change, changes),
    ):
        click.echo(line, err=True)


def _user_rules(workspace: Workspace, path: Path | None) -> UserRules | None:
    from bilingual_news.errors import ConfigError
    from bilingual_news.stages.userrules import FILE_NAME, load_user_rules

    found = workspace.root / FILE_NAME if path is None else workspace.path(path)
    if path is not None and not found.is_file():
        raise ConfigError("there is no such file.", path=found, hint="Check the path given with --rules.")
    return load_user_rules(found)


def _as_json(segment: Segment, limit: int, explain: bool) -> dict[str, Any]:  # noqa: FBT001 - private
    from bilingual_news.stages.chunk import cut
    from bilingual_news.stages.words import count_words

    fields = ("paragraph", "index", "start", "end", "kind", "text")
    found: dict[str, Any] = {name: getattr(segment, name) for name in fields}
    found["words"] = count_words(segment.text)
    if explain:
        found["chunks"] = list(cut(segment.text, limit))
    return found


def _decisions(article: Article, own: UserRules | None) -> Iterator[dict[str, Any]]:
    from bilingual_news.model import Kind
    from bilingual_news.stages.rules import RULES
    from bilingual_news.stages.segment import article_kind, decide

    kind = article_kind(article)
    says = {rule.id: rule.says for rule in RULES}
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.kind is Kind.TITLE:
            continue  # a title is never cut
        text = paragraph.text
        for decision in decide(text, kind=kind, user_rules=own):
            yield {
                "paragraph": number,
                "position": decision.position,
                "boundary": decision.boundary,
                "rule": decision.rule,
                "says": says[decision.rule],
                "score": decision.score,
                "detail": decision.detail,
                "before": text[max(0, decision.position - _CONTEXT) : decision.position],
                "after": text[decision.position + 1 : decision.position + 1 + _CONTEXT],
            }


def _explanation(decision: dict[str, Any]) -> str:
    mark = "boundary" if decision["boundary"] else "-"
    why = decision["rule"]
    if decision["score"] is not None:
        why += f" {decision['score']:+.2f}"
    if decision["detail"]:
        why += f" ({decision['detail']})"
    context = f"{decision['before']} | {decision['after']}"
    return f"{decision['paragraph']}:{decision['position']}\t{mark}\t{why}\t{context}"


def _pieces(
    segments: tuple[Segment, ...],
    workspace: Workspace,
    explain: bool,  # noqa: FBT001 - private
) -> Iterator[str]:
    from bilingual_news.stages.chunk import cut

    if not explain:
        return
    for segment in segments:
        pieces = cut(segment.text, workspace.settings.chunk_length)
        if len(pieces) > 1:
            yield f"{segment.paragraph}:{segment.start}\tchunks\t" + " | ".join(pieces)


def _changes(article: Article) -> Iterator[dict[str, Any]]:
    from bilingual_news.stages.normalize import changes

    for number, paragraph in enumerate(article.paragraphs):
        for change in changes(paragraph.raw):
            yield {
                "paragraph": number,
                "line": paragraph.line,
                "rule": change.rule,
                "before": change.before,
                "after": change.after,
                "count": change.count,
            }


def _change(change: dict[str, Any]) -> str:
    times = f" ×{change['count']}" if change["count"] > 1 else ""
    shown = f"{ascii_marks(change['before'])} → {ascii_marks(change['after'])}"
    return f"line {change['line']}\t{change['rule']}{times}\t{shown}"


def ascii_marks(text: str) -> str:
    """A text in which characters that cannot be seen are written as <U+XXXX>."""
    return "".join(
        char if char == " " or (char.isprintable() and char != "\u00ad") else f"<U+{ord(char):04X}>"
        for char in text
    )
