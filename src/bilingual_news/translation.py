"""Translate whole segments: cut the long ones, find their terms, run the engine once, join."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.engines.constrain import Request, translate_with_terms
from bilingual_news.model import Hypothesis
from bilingual_news.stages.chunk import cut, join
from bilingual_news.text import COPIED, COPIED_SIGNS, arabic_digits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilingual_news.engines.base import Engine
    from bilingual_news.glossary import Termbase

#: Segments that climb the term ladder together. While one part waits for its last sentences, or for the few
#: that lack a term, another has the processors (decision 0130). The number does not depend on the machine:
#: with other neighbours one segment in some hundreds is translated otherwise.
PART_SEGMENTS: Final = 125

#: Addresses and hashtags go through as they are; between them stands text for the engine.
_VERBATIM = re.compile(f"({COPIED.pattern})")
#: Every character of the Thai block but the digits.
_THAI_LETTER = re.compile("[\u0e01-\u0e4f\u0e5a\u0e5b]")


@dataclass(frozen=True, slots=True)
class Job:
    """A normalised segment, and the date that decides which terms are valid."""

    source: str
    day: date | None = None


def translate(
    engine: Engine,
    jobs: Sequence[Job],
    termbase: Termbase | None = None,
    *,
    limit: int = 300,
    threads: int = 1,
) -> list[Hypothesis]:
    """Translate segments of any length.

    Equal texts are translated once. Text without Thai letters, addresses and hashtags are copied.

    Args:
        engine: The engine.
        jobs: The segments.
        termbase: Terms to obey; None translates freely.
        limit: Characters beyond which a segment is cut into chunks for the engine.
        threads: Parts translated at once; the answers do not depend on it.

    Returns:
        One hypothesis a job, in order.
    """
    cuts = [pieces(job.source, limit) for job in jobs]
    requests = {
        (piece, job.day): Request(piece, termbase.find(piece, job.day) if termbase else ())
        for job, parts in zip(jobs, cuts, strict=True)
        for piece in parts
        if is_translatable(piece)
    }
    unique = list(dict.fromkeys(requests.values()))
    found = _in_parts(engine, unique, threads)
    answers = {request: _mended(request, answer) for request, answer in zip(unique, found, strict=True)}
    return [
        _joined([(piece, answers.get(requests.get((piece, job.day), Request("")))) for piece in parts])
        for job, parts in zip(jobs, cuts, strict=True)
    ]


def _mended(request: Request, answer: Hypothesis) -> Hypothesis:
    from bilingual_news.checks.mend import mended

    text = mended(request.source, answer.text, request.matches)
    return answer if text == answer.text else replace(answer, text=text)


def _in_parts(engine: Engine, requests: Sequence[Request], threads: int) -> list[Hypothesis]:
    parts = [requests[at : at + PART_SEGMENTS] for at in range(0, len(requests), PART_SEGMENTS)]
    if threads == 1 or len(parts) <= 1:
        return [hypothesis for part in parts for hypothesis in translate_with_terms(engine, part)]
    with ThreadPoolExecutor(min(threads, len(parts))) as pool:
        found = pool.map(lambda part: translate_with_terms(engine, part), parts)
        return [hypothesis for part in found for hypothesis in part]


def is_translatable(text: str) -> bool:
    """Whether an engine has anything to do: Thai letters outside addresses and hashtags."""
    if any(sign in text for sign in COPIED_SIGNS):
        text = _VERBATIM.sub("", text)
    return _THAI_LETTER.search(text) is not None


def pieces(source: str, limit: int) -> list[str]:
    """What an engine is given of a segment, and what is copied: addresses apart, long text in chunks."""
    parts = [part.strip() for part in _VERBATIM.split(source)]
    return [piece for part in parts if part for piece in cut(part, limit)]


def _joined(parts: list[tuple[str, Hypothesis | None]]) -> Hypothesis:
    """One hypothesis of those of the pieces; None stands for a piece that is copied."""
    decoded = [hypothesis for _, hypothesis in parts if hypothesis is not None]
    if len(parts) == 1 and decoded:
        return decoded[0]
    text = join([h.text if h is not None else arabic_digits(piece) for piece, h in parts])
    if not decoded:
        return Hypothesis(text)
    return Hypothesis(
        text,
        sum(h.score for h in decoded) / len(decoded),
        min(h.minimum for h in decoded),
        looped=any(h.looped for h in decoded),
        cut=any(h.cut for h in decoded),
        rung=max(h.rung for h in decoded),
        missing=tuple(term for h in decoded for term in h.missing),
        required=sum(h.required for h in decoded),
    )
