"""The judgement of every space of a paragraph: the project's rules, the built-in ones, the model.

This runs over every article, so that nothing is made that is not needed: a verdict is a plain tuple, the
model scores all spaces at once (`sums`), and the words that a rule looks for before a space are compared
only where the last two letters are those of one of them, at every fourth space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilingual_news.stages import rules as r
from bilingual_news.stages import statements
from bilingual_news.stages.abbreviations import ends_in_abbreviation
from bilingual_news.stages.pairs import covered
from bilingual_news.stages.scorer import length_prior

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.stages.scorer import Model
    from bilingual_news.stages.userrules import UserRules

#: Nothing shorter stands alone inside a paragraph: it would tell a translator nothing.
MIN_LENGTH: Final = 8
_SPACE: Final = re.compile(" ")
_OPENER: Final = r.opener_pattern()
_BEFORE_REACH: Final = 40
#: The second item of an enumeration stands this near its first.
_ITEM_REACH: Final = 2_000
_AMBIGUOUS_TIME: Final = ("วัน", "เดือน", "ปี", "สัปดาห์", "เสาร์", "อาทิตย์", "ครั้ง", "ราย", "คม", "ยน", "กุมภาพันธ์")
#: After an opener and at most this many characters, another opener belongs to the same sentence.
_OPENER_PHRASE: Final = 22
_BOUNDARY_RULES: Final = frozenset(rule.id for rule in r.RULES if rule.boundary)
_ENDS: Final = (*r.TITLES, *r.COMPLEMENTS, *r.GUARDED, r.FOR_EXAMPLE, r.AND_SO_ON, *statements.ENDS)
#: The last two letters, or the only one, of every word that is looked for before a space.
_LAST_TWO: Final = frozenset(word[-2:] for word in _ENDS)
_ONLY_ONE: Final = frozenset(word for word in _ENDS if len(word) == 1)

#: Position of a space, whether it is a boundary, the rule, the score and the detail of a `Decision`.
Verdict = tuple[int, bool, str, float | None, str]


@dataclass(frozen=True, slots=True)
class View:
    """A paragraph as its judges see it.

    Attributes:
        text: The paragraph.
        spaces: Offsets of its spaces.
        scores: What the model says of each space; None if none is asked.
        threshold: Scores from here on are boundaries.
    """

    text: str
    spaces: list[int]
    scores: list[float] | None
    threshold: float


def view(text: str, model: Model | None) -> View:
    """The view of a paragraph in which a model is asked where the rules are silent."""
    spaces = [match.start() for match in _SPACE.finditer(text)]
    if model is None or not spaces:
        return View(text, spaces, None, 0.0)
    return View(text, spaces, model.scores(text), model.threshold)


def verdicts(seen: View, user_rules: UserRules | None) -> Iterator[Verdict]:
    """The verdict about each space of a paragraph, in order."""
    text, length = seen.text, len(seen.text)
    inside = covered(text)
    own = user_rules.decide(text, seen.spaces) if user_rules else {}
    start, item = 0, _item_number(text, 0)
    for index, position in enumerate(seen.spaces):
        if position in own:
            found = own[position]
            verdict: Verdict = (position, found.boundary, found.rule, None, found.name)
        elif inside[position]:
            verdict = (position, False, "inside-pair", None, "")
        else:
            verdict = _judge(seen, index, item, start)
            if verdict[1] and position - start < MIN_LENGTH:
                verdict = (position, False, "too-short-before", None, verdict[2])
            elif verdict[1] and length - position - 1 < MIN_LENGTH:
                verdict = (position, False, "too-short-after", None, verdict[2])
        if verdict[1]:
            start = position + 1
            if verdict[2] == "list-marker":
                item = _item_number(text, start)
        yield verdict


def _judge(seen: View, index: int, item: int | None, start: int) -> Verdict:
    """The verdict about one space outside of brackets and quotes."""
    text, position = seen.text, seen.spaces[index]
    known = text[position - 2 : position] in _LAST_TWO or text[position - 1 : position] in _ONLY_ONE
    rule = _lists(text, position + 1, item) or _protected(text, position, known)
    if rule is None:
        opener = _OPENER.match(text, position + 1)
        if opener:
            rule = _judge_opener(text, opener, start) or "opener"
            return position, rule == "opener", rule, None, opener[0]
        rule = _around(text, position, known)
    if rule is None:
        phrase = max(start, seen.spaces[index - 1] + 1) if index else start
        rule = statements.statement(text, position, start, phrase, known=known)
    if rule is None:
        return _ask(seen, index, start)
    return position, rule in _BOUNDARY_RULES, rule, None, ""


def _lists(text: str, after: int, item: int | None) -> str | None:
    first = text[after : after + 1]
    if first not in r.LIST_HEADS and not first.isdecimal():
        return None
    if r.AGENDA_ITEM.match(text, after):
        return "agenda-item"
    if first in r.BULLETS:
        return "bullet"
    return "list-marker" if _is_next_item(text, after, item) else None


def _protected(text: str, position: int, known: bool) -> str | None:  # noqa: FBT001 - private
    """Spaces that no opener can turn into a boundary."""
    if r.BEFORE_PROTECTED.match(text, position + 1):
        return "before-protected"
    if known and text.endswith(r.TITLES, 0, position):
        return "after-title"
    last = text[position - 1 : position]
    if last.isalpha() or r.is_thai_letter(last):
        return None
    before = text[max(0, position - _BEFORE_REACH) : position]
    if last == "." and ends_in_abbreviation(before):
        return "after-abbreviation"
    if r.LEADING_MARKER.fullmatch(before.lstrip() + " "):
        return "after-list-marker"
    return None


def _judge_opener(text: str, opener: re.Match[str], start: int) -> str | None:
    """The exception that keeps an opener inside its sentence; None if it opens one."""
    word, position = opener[0], opener.start() - 1
    if r.needs_complement(text, position):
        return "needs-complement"
    before = text[max(0, position - _BEFORE_REACH) : position]
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
    if word == "ที่ผ่านมา" and (before.endswith(_AMBIGUOUS_TIME) or not r.is_thai_letter(before[-1:])):
        return "needs-complement"
    return None


def _is_purpose(text: str, before: str, after: int) -> bool:
    """Whether สำหรับ means "for", not "as for": no comment follows, or a name or bracket stands before."""
    if not r.is_thai_letter(before[-1:]):
        return True
    end = text.find(" ", after)
    if end < 0:
        return True
    return bool(r.PURPOSE_GOES_ON.match(text, end + 1)) and not r.HAS_PREDICATE.search(text, after, end)


def _around(text: str, position: int, known: bool) -> str | None:  # noqa: FBT001 - private
    """What the marks and words on both sides of a space say where no opener follows."""
    after, last = position + 1, text[position - 1 : position]
    if last in r.FINAL_MARKS_OR_CLOSERS:
        before = text[max(0, position - _BEFORE_REACH) : position]
        if before.rstrip(r.CLOSERS).endswith(r.FINAL_MARKS) and not r.LATIN.match(text, after):
            return "final-mark"
    if known and text.endswith(r.FOR_EXAMPLE, 0, position) and not r.GOES_ON.match(text, after):
        return "after-examples"
    if known and r.needs_complement(text, position):
        return "needs-complement"
    if text[after : after + 1].isdecimal():
        return "beside-number"
    if r.LATIN.match(text, after) and r.LATIN.match(last):
        return "latin-phrase"
    if last in r.JOINING_MARKS or (known and text.endswith(r.AND_SO_ON, 0, position)):
        return "after-mark"
    return None


def _ask(seen: View, index: int, start: int) -> Verdict:
    position = seen.spaces[index]
    if seen.scores is None:
        return position, False, "no-rule", None, ""
    score = round(seen.scores[index] + length_prior(position - start), 3)
    found = score >= seen.threshold
    return position, found, "model" if found else "model-reject", score, ""


def _item_number(text: str, position: int) -> int | None:
    match = r.ORDERED_MARKER.match(text, position)
    return int(match[1]) if match else None


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
