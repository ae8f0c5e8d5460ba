"""Write English into a Thai source before it is decoded: terms themselves, or placeholders for them.

A placeholder is an invented acronym, because models of news copy acronyms: of 170 terms in 70
development segments 94 % of such placeholders survived in the embedded package 0.2 and 35 % in the
package 0.1; of `###T01###` it was 56 % and none (docs/decisions/0053).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bilingual_news.engines.request import Request
    from bilingual_news.model import TermMatch

#: Acronyms that stand for nothing known in Thai government news.
CODES: Final = ("BVT", "KDW", "GPX", "MZL", "RFN", "JHQ", "CWB", "TVK", "LXD", "NQF", "SZG", "PJM",
                "VKR", "DXB", "HQT", "WZN")  # fmt: skip


def with_english(request: Request, missing: Sequence[str]) -> str:
    """The source with the English of missing terms in their places."""
    return _rewritten(request, ((match, match.term.target) for match in _lacking(request, missing)))


def with_placeholders(
    request: Request, missing: Sequence[str], written: Sequence[str] = ()
) -> tuple[str, dict[str, str]]:
    """The source with placeholders for missing terms.

    Args:
        request: The text and its terms.
        missing: Preferred English of the terms that get a placeholder.
        written: Preferred English of terms that are written themselves.

    Returns:
        The new source, and the English for each placeholder. Placeholders are never part of the
        text, whatever its capitals; where there are too few of them, the last terms get none.
    """
    taken = " ".join((request.source, *missing, *written)).casefold()
    free = [code for code in CODES if code.casefold() not in taken]
    codes = list(zip(_lacking(request, missing), free, strict=False))
    english = [(match, match.term.target) for match in _lacking(request, written)]
    held = {match for match, _ in codes}
    kept = [(match, target) for match, target in english if match not in held]
    return (
        _rewritten(request, sorted([*codes, *kept], key=lambda pair: pair[0].start)),
        {code: match.term.target for match, code in codes},
    )


def without_placeholders(english: str, meaning: Mapping[str, str]) -> str:
    """A translation with the terms in the places of their placeholders.

    Returns:
        The text; empty unless each placeholder stood in it exactly once, and no trace of any is left.
    """
    for code, target in meaning.items():
        found = list(re.finditer(rf"(?:\b(?P<article>[Aa])n? )?(?<!\w){code}(?!\w)", english))
        if len(found) != 1:
            return ""
        [match] = found
        before = english[: match.start()]
        if match["article"]:
            sound = "n" if target[:1].lower() in "aeiou" else ""
            before, term = f"{before}{match['article']}{sound} ", target
        else:
            term = at_start(target, before)
        english = before + term + english[match.end() :]
    lowered = english.casefold()
    return "" if any(code.casefold() in lowered for code in meaning) else english


def at_start(term: str, before: str) -> str:
    """A term as it stands after a text: with a capital where it opens a sentence."""
    before = before.rstrip()
    if before and before[-1] not in ".!?":
        return term
    return term[:1].upper() + term[1:]


def _lacking(request: Request, missing: Sequence[str]) -> list[TermMatch]:
    """The places of missing terms. Of a term that is rendered once and stands twice, the later one."""
    left = Counter(missing)
    wanted: list[TermMatch] = []
    for match in reversed(request.required):
        if left[match.term.target] > 0:
            left[match.term.target] -= 1
            wanted.insert(0, match)
    return wanted


def _rewritten(request: Request, places: Iterable[tuple[TermMatch, str]]) -> str:
    return " ".join("".join(_parts(request.source, places)).split())


def _parts(source: str, places: Iterable[tuple[TermMatch, str]]) -> Iterator[str]:
    end = 0
    for match, text in places:
        yield source[end : match.start].rstrip()
        yield f" {text} "
        end = match.end
    yield source[end:].lstrip()
