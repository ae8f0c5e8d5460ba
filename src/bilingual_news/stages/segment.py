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

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.model import Kind, Segment
from bilingual_news.stages import rules as r
from bilingual_news.stages import scorer
from bilingual_news.stages.abbreviations import ends_in_abbreviation
from bilingual_news.stages.pairs import covered
from bilingual_news.stages.scorer import TextKind
from bilingual_news.stages.statements import statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.model import Article, Paragraph
    from bilingual_news.stages.userrules import UserRules

#: Nothing shorter stands alone inside a paragraph: it would tell a translator nothing.
MIN_LENGTH: Final = 8
_HEADING_LENGTH: Final = 60
#: Source formats that say themselves what a heading is.
_STRUCTURED: Final = frozenset({"html", "markdown", "docx"})
_OPENER: Final = r.opener_pattern()
_BEFORE_REACH: Final = 40
#: The second item of an enumeration stands this near its first.
_ITEM_REACH: Final = 2_000
_AMBIGUOUS_TIME: Final = ("วัน", "เดือน", "ปี", "สัปดาห์", "เสาร์", "อาทิตย์", "ครั้ง", "ราย", "คม", "ยน", "กุมภาพันธ์")
#: After an opener and at most this many characters, another opener belongs to the same sentence.
_OPENER_PHRASE: Final = 22


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


@dataclass(frozen=True, slots=True)
class _View:
    """A paragraph as its judges see it.

    Attributes:
        text: The paragraph.
        spaces: Offsets of its spaces.
        model: What is asked where the rules are silent.
    """

    text: str
    spaces: tuple[int, ...]
    model: scorer.Model | None


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
    spaces = tuple(match.start() for match in re.finditer(" ", text))
    if not spaces:
        return ()
    if ask_model and model is None:
        model = scorer.model(kind or scorer.text_kind(text))
    view = _View(text, spaces, model)
    inside = covered(text)
    own = user_rules.decide(text, spaces) if user_rules else {}
    decisions: list[Decision] = []
    start, item = 0, _item_number(text, 0)
    for index, position in enumerate(spaces):
        if position in own:
            found = own[position]
            decision = Decision(position, found.boundary, found.rule, detail=found.name)
        elif inside[position]:
            decision = Decision(position, boundary=False, rule="inside-pair")
        else:
            decision = _too_short(_judge(view, index, item, start), start, len(text))
        if decision.boundary:
            start = position + 1
            if decision.rule == "list-marker":
                item = _item_number(text, position + 1)
        decisions.append(decision)
    return tuple(decisions)


def spans(
    text: str, *, kind: TextKind | None = None, user_rules: UserRules | None = None
) -> tuple[tuple[int, int], ...]:
    """Half-open code-point spans of the sentences of a normalised paragraph.

    Between two spans lies exactly one space, so that the sentences joined by single spaces are the
    paragraph again. Arguments as for `decide`.
    """
    edges = [d.position for d in decide(text, kind=kind, user_rules=user_rules) if d.boundary]
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


def _too_short(decision: Decision, start: int, length: int) -> Decision:
    """The decision, unless it would leave a piece that tells nothing."""
    if not decision.boundary:
        return decision
    if decision.position - start < MIN_LENGTH:
        return Decision(decision.position, boundary=False, rule="too-short-before", detail=decision.rule)
    if length - decision.position - 1 < MIN_LENGTH:
        return Decision(decision.position, boundary=False, rule="too-short-after", detail=decision.rule)
    return decision


def _item_number(text: str, position: int) -> int | None:
    match = r.ORDERED_MARKER.match(text, position)
    return int(match[1]) if match else None


def _judge(view: _View, index: int, item: int | None, start: int) -> Decision:
    """The decision about one space outside of brackets and quotes."""
    text, position = view.text, view.spaces[index]
    before, after = text[max(0, position - _BEFORE_REACH) : position], position + 1
    rule = _lists(text, after, item) or _protected(text, before, after)
    if rule is None:
        opener = _OPENER.match(text, after)
        if opener:
            rule = _judge_opener(text, before, opener, start) or "opener"
            return Decision(position, rule == "opener", rule, detail=opener[0])
        rule = (
            _marks(text, before, after)
            or _silent(text, before, after)
            or statement(text, before, after, start)
        )
    if rule is None:
        return _ask(view, index, start)
    return Decision(position, rule in _BOUNDARY_RULES, rule)


_BOUNDARY_RULES: Final = frozenset(rule.id for rule in r.RULES if rule.boundary)


def _lists(text: str, after: int, item: int | None) -> str | None:
    if r.AGENDA_ITEM.match(text, after):
        return "agenda-item"
    if text[after] in r.BULLETS:
        return "bullet"
    return "list-marker" if _is_next_item(text, after, item) else None


def _protected(text: str, before: str, after: int) -> str | None:
    """Spaces that no opener can turn into a boundary."""
    if r.BEFORE_PROTECTED.match(text, after):
        return "before-protected"
    if ends_in_abbreviation(before):
        return "after-abbreviation"
    if r.TITLE_BEFORE_NAME.search(before[-14:]):
        return "after-title"
    if r.LEADING_MARKER.fullmatch(before.lstrip() + " "):
        return "after-list-marker"
    return None


def _judge_opener(text: str, before: str, opener: re.Match[str], start: int) -> str | None:
    """The exception that keeps an opener inside its sentence; None if it opens one."""
    word, position = opener[0], opener.start() - 1
    if r.NEEDS_COMPLEMENT.search(before[-r.COMPLEMENT_REACH :]):
        return "needs-complement"
    if r.AFTER_TOPIC.search(before) or (before.endswith("แล้ว") and text.startswith("นอกจาก", start)):
        return "after-topic"
    if position - start <= _OPENER_PHRASE and _OPENER.match(text, start):
        return "after-opener"
    if word == "สำหรับ" and _is_purpose(text, before, opener.end()):
        return "needs-complement"
    if word.startswith("สามารถ") and r.TOPIC.match(text, text.rfind(" ", 0, position) + 1):
        return "after-topic"
    if word == "เมื่อเวลา" and r.DIGIT.match(before[-1]):
        return "beside-number"
    if word == "ที่ผ่านมา" and (before.endswith(_AMBIGUOUS_TIME) or not r.is_thai_end(before)):
        return "needs-complement"
    return None


def _is_purpose(text: str, before: str, after: int) -> bool:
    """Whether สำหรับ means "for", not "as for": no comment follows, or a name or bracket stands before."""
    if not r.is_thai_end(before):
        return True
    end = text.find(" ", after)
    if end < 0:
        return True
    return bool(r.PURPOSE_GOES_ON.match(text, end + 1)) and not r.HAS_PREDICATE.search(text, after, end)


def _marks(text: str, before: str, after: int) -> str | None:
    if r.FINAL_MARK.search(before) and not r.LATIN.match(text, after):
        return "final-mark"
    if before.endswith(r.FOR_EXAMPLE) and not r.GOES_ON.match(text, after):
        return "after-examples"
    return None


def _silent(text: str, before: str, after: int) -> str | None:
    """Spaces inside a phrase."""
    last = before[-1:]
    if r.NEEDS_COMPLEMENT.search(before[-r.COMPLEMENT_REACH :]):
        return "needs-complement"
    if r.DIGIT.match(text, after):
        return "beside-number"
    if r.LATIN.match(text, after) and r.LATIN.match(last):
        return "latin-phrase"
    if last in "-–—&:/,;+" or before.endswith("ฯลฯ"):
        return "after-mark"
    return None


def _ask(view: _View, index: int, start: int) -> Decision:
    position = view.spaces[index]
    if view.model is None:
        return Decision(position, boundary=False, rule="no-rule")
    score = round(view.model.score(view.text, view.spaces, index) + scorer.length_prior(position - start), 3)
    found = score >= view.model.threshold
    return Decision(position, found, "model" if found else "model-reject", score)


def _is_next_item(text: str, after: int, item: int | None) -> bool:
    """Whether an inline enumeration goes on, or begins with its first item."""
    match = r.LIST_MARKER.match(text, after)
    if not match:
        return False
    number = _item_number(text, after)
    if number is None:
        return not r.DIGIT.match(match[0][-1:]) or match[0].startswith("ข้อ")
    if number == 1:
        # "1" opens an enumeration only when its second item follows.
        second = re.compile(rf"(?<!\S)(?:และ\s?)?\(?2{re.escape(match[0][-1])}")
        return second.search(text, after, after + _ITEM_REACH) is not None
    return item is not None and number == item + 1
