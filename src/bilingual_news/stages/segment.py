"""Cut normalised paragraphs into sentences, the unit of the catalog and of the translation memory.

Thai marks no sentence ends; government news sets a space after every phrase (one in 33 ends a
sentence). Rules decide what is certain (`rules`): words that open a sentence, list markers, final ?
and !, and around these the spaces that never end one. Where they are silent, a small model over space
positions is asked (`scorer`). Rules of the project (`userrules`) come before both.

Every candidate gets a `Decision` with the rule that made it, so that a surprising boundary can be
explained and mended. Decisions look at most two phrases around a space and at the sentence they stand
in: an edit elsewhere in the article changes none of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.model import Kind, Segment
from bilingual_news.stages import rules as r
from bilingual_news.stages import scorer
from bilingual_news.stages.judge import MIN_LENGTH, verdicts, view
from bilingual_news.stages.scorer import TextKind

__all__ = [
    "MIN_LENGTH",
    "Decision",
    "article_kind",
    "boundaries",
    "decide",
    "segment_article",
    "spans",
]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.model import Article, Paragraph
    from bilingual_news.stages.userrules import UserRules

_HEADING_LENGTH: Final = 60
#: Source formats that say themselves what a heading is.
_STRUCTURED: Final = frozenset({"html", "markdown", "docx"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one space, and by which rule.

    Attributes:
        position: Code-point offset of the space in the normalised paragraph.
        boundary: Whether a sentence ends there.
        rule: Id of the rule that decided; see `rules.RULES`.
        score: Log-odds of the model where it was asked.
        detail: The name of the user rule, or the opener found.
    """

    position: int
    boundary: bool
    rule: str
    score: float | None = None
    detail: str = ""


def decide(
    text: str,
    *,
    kind: TextKind | None = None,
    user_rules: UserRules | None = None,
    ask_model: bool = True,
    model: scorer.Model | None = None,
) -> tuple[Decision, ...]:
    """Judge every space of a paragraph.

    Args:
        text: A normalised paragraph.
        kind: Which model to ask; by default that of the paragraph's own kind.
        user_rules: The project's own rules, asked first.
        ask_model: Whether a model is asked where the rules are silent.
        model: Another model than the shipped one of that kind, for benchmarks.

    Returns:
        One decision a space, in order.
    """
    if ask_model and model is None and " " in text:
        model = scorer.model(kind or scorer.text_kind(text))
    return tuple(Decision(*verdict) for verdict in verdicts(view(text, model), user_rules))


def boundaries(
    text: str,
    *,
    kind: TextKind | None = None,
    user_rules: UserRules | None = None,
    ask_model: bool = True,
    model: scorer.Model | None = None,
) -> list[int]:
    """Offsets of the spaces at which a sentence ends; arguments as for `decide`."""
    if ask_model and model is None and " " in text:
        model = scorer.model(kind or scorer.text_kind(text))
    return [verdict[0] for verdict in verdicts(view(text, model), user_rules) if verdict[1]]


def spans(
    text: str, *, kind: TextKind | None = None, user_rules: UserRules | None = None
) -> tuple[tuple[int, int], ...]:
    """Half-open code-point spans of the sentences of a normalised paragraph.

    Between two spans lies exactly one space, so that the sentences joined by single spaces are the
    paragraph again. Arguments as for `decide`.
    """
    edges = boundaries(text, kind=kind, user_rules=user_rules)
    starts = [0, *(edge + 1 for edge in edges)]
    return tuple(zip(starts, [*edges, len(text)], strict=True)) if text else ()


def article_kind(article: Article) -> TextKind:
    """The kind of a whole article, so that all its paragraphs are judged alike."""
    return scorer.text_kind("\n".join(paragraph.text for paragraph in article.paragraphs))


def segment_article(article: Article, user_rules: UserRules | None = None) -> tuple[Segment, ...]:
    """The segments of a normalised article in reading order."""
    kind = article_kind(article)
    found = (
        segment
        for number, paragraph in enumerate(article.paragraphs)
        for segment in _segments(paragraph, number, kind, user_rules)
    )
    if article.format in _STRUCTURED:
        return tuple(found)
    return tuple(replace(it, kind=Kind.HEADING) if _is_heading(it) else it for it in found)


def _segments(
    paragraph: Paragraph, number: int, kind: TextKind, user_rules: UserRules | None
) -> Iterator[Segment]:
    text = paragraph.text
    if paragraph.kind is Kind.TITLE:
        found: tuple[tuple[int, int], ...] = ((0, len(text)),)
    else:
        found = spans(text, kind=kind, user_rules=user_rules)
    for index, (start, end) in enumerate(found):
        piece = text[start:end]
        yield Segment(piece, number, index, len(found), start, end, _kind(paragraph, piece), paragraph.line)


def _kind(paragraph: Paragraph, piece: str) -> Kind:
    if paragraph.kind is not Kind.PARAGRAPH:
        return paragraph.kind
    return Kind.LIST_ITEM if r.LEADING_MARKER.match(piece) else Kind.PARAGRAPH


def _is_heading(segment: Segment) -> bool:
    """Whether a paragraph of plain text looks like a heading: short, with few spaces, no link or tag."""
    text = segment.text
    return (
        segment.kind is Kind.PARAGRAPH
        and segment.count == 1
        and len(text) <= _HEADING_LENGTH
        and text.count(" ") <= 2  # noqa: PLR2004
        and not text.startswith(("#", "http", "("))
        and "http" not in text
    )
