"""The term ladder: get the termbase's English into a translation, and prove it.

Rung 0 takes the free decode if it holds every required term. Rung 1 takes the best hypothesis of the
beam that holds them. Rung 2 writes the English of the missing terms into the source (Dinu et al.
2019: models copy target words found in their source, better when trained for it) and decodes again.
Each rung is verified against its output; if none succeeds the free decode stays and names what it
lacks. A rung may not buy a term with a bad sentence: see `_acceptable`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.glossary import is_rendered
from bilingual_news.model import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.engines.base import Engine
    from bilingual_news.model import TermMatch

#: Parts of speech whose English depends on its sentence; they are shown to the translator only.
_FREE: Final = frozenset({"prefix", "verb", "adjective", "adverb"})
#: How much mean log-probability a token a term may cost.
_MARGIN: Final = 0.6
_SHRINK: Final = 0.6


@dataclass(frozen=True, slots=True)
class Request:
    """A text to translate and the terms found in it."""

    source: str
    matches: tuple[TermMatch, ...] = ()

    @property
    def required(self) -> tuple[TermMatch, ...]:
        """The terms that its translation must hold."""
        return tuple(m for m in self.matches if m.term.part_of_speech not in _FREE)


def translate_with_terms(engine: Engine, requests: Sequence[Request]) -> list[Hypothesis]:
    """Translate texts so that they hold their terms.

    Returns:
        One hypothesis a request, with its scores given its own source, its rung and the terms it
        still lacks.
    """
    free = engine.alternatives([request.source for request in requests])
    chosen = [_rerank(request, found) for request, found in zip(requests, free, strict=True)]
    lacking = [i for i, hypothesis in enumerate(chosen) if hypothesis.missing]
    if lacking:
        rewritten = engine.alternatives([_with_english(requests[i], chosen[i]) for i in lacking])
        for i, found in zip(lacking, rewritten, strict=True):
            chosen[i] = _better(requests[i], chosen[i], found)
    scores = engine.score([request.source for request in requests], [h.text for h in chosen])
    return [
        replace(hypothesis, score=mean, minimum=minimum)
        for hypothesis, (mean, minimum) in zip(chosen, scores, strict=True)
    ]


def _missing(request: Request, text: str) -> tuple[str, ...]:
    lacking = (m.term.target for m in request.required if not is_rendered(m.term, text))
    return tuple(dict.fromkeys(lacking))


def _rerank(request: Request, found: Sequence[Hypothesis]) -> Hypothesis:
    best = found[0]
    marked = [
        replace(hypothesis, missing=_missing(request, hypothesis.text), rung=min(rank, 1))
        for rank, hypothesis in enumerate(found)
        if rank == 0 or (not hypothesis.looped and hypothesis.score >= best.score - _MARGIN)
    ]
    return min(marked, key=lambda hypothesis: len(hypothesis.missing))


def _with_english(request: Request, hypothesis: Hypothesis) -> str:
    """The source with the English of the missing terms in their places."""
    parts: list[str] = []
    end = 0
    for match in request.required:
        if match.term.target in hypothesis.missing:
            parts += [request.source[end : match.start].rstrip(), f" {match.term.target} "]
            end = match.end
    parts.append(request.source[end:].lstrip())
    return "".join(parts).strip()


def _better(request: Request, free: Hypothesis, found: Sequence[Hypothesis]) -> Hypothesis:
    for hypothesis in found:
        missing = _missing(request, hypothesis.text)
        if len(missing) < len(free.missing) and _acceptable(hypothesis, free):
            return replace(hypothesis, missing=missing, rung=2)
    return free


def _acceptable(hypothesis: Hypothesis, free: Hypothesis) -> bool:
    if hypothesis.looped or hypothesis.score < free.score - _MARGIN:
        return False
    return free.looped or len(hypothesis.text) >= _SHRINK * len(free.text)
