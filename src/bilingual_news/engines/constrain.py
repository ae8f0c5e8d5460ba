"""The term ladder: get the termbase's English into a translation, and prove it.

Rung 0 is the free decode, if it holds every required term. Rung 1 is the best hypothesis of the beam
that holds more of them. Rung 2 writes the English of the missing terms into the source (Dinu et al.
2019: models copy target words found in their source, better when trained for it) and decodes again.
Rung 4 finds the place in the translation where the model itself finds the missing English likeliest,
puts it there and decodes the rest from that prefix. Rung 3 of the design, a placeholder, was measured
and left out (docs/decisions/0051): models that were not trained for it mangle placeholders, and
nothing that is never put in can leak out.

Each rung is verified against its output (see `verify`); if none succeeds the free decode stays and
names what it lacks. A rung may not buy a term with a bad sentence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.engines.verify import acceptable
from bilingual_news.glossary import find_rendered
from bilingual_news.model import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilingual_news.engines.base import Engine
    from bilingual_news.model import Term, TermMatch

FREE, RERANKED, SUBSTITUTED, INSERTED = 0, 1, 2, 4
ALL_RUNGS: Final = frozenset({RERANKED, SUBSTITUTED, INSERTED})
#: How much mean log-probability a token another hypothesis of the same beam may cost.
_BEAM_MARGIN: Final = 0.6
#: Terms put into one segment by rung 4; each costs a decode of what follows.
_MOST_INSERTIONS: Final = 3
#: Places tried for one term, the likeliest ones.
_PLACES: Final = 2


@dataclass(frozen=True, slots=True)
class Request:
    """A text to translate and the terms found in it."""

    source: str
    matches: tuple[TermMatch, ...] = ()

    @property
    def required(self) -> tuple[TermMatch, ...]:
        """The terms that its translation must hold, once for each time they stand in the source."""
        return tuple(match for match in self.matches if match.term.is_required)


def translate_with_terms(
    engine: Engine, requests: Sequence[Request], rungs: frozenset[int] = ALL_RUNGS
) -> list[Hypothesis]:
    """Translate texts so that they hold their terms.

    Args:
        engine: The engine.
        requests: The texts with their terms.
        rungs: Rungs to climb besides the free decode.

    Returns:
        One hypothesis a request, with its scores given its own source, its rung, the number of
        terms it had to hold and those it still lacks.
    """
    found = engine.alternatives([request.source for request in requests])
    free = [_marked(request, beam[0], FREE) for request, beam in zip(requests, found, strict=True)]
    chosen = _scored(engine, requests, free)
    if RERANKED in rungs:
        offers = [
            (i, replace(other, rung=RERANKED))
            for i, beam in enumerate(found)
            if chosen[i].missing
            for other in beam[1:]
            if not other.looped and other.score >= beam[0].score - _BEAM_MARGIN
        ]
        _take(engine, requests, chosen, offers)
    if SUBSTITUTED in rungs:
        _substitute(engine, requests, chosen)
    if INSERTED in rungs:
        for _ in range(_MOST_INSERTIONS):
            if not _insert(engine, requests, chosen):
                break
    return chosen


def _substitute(engine: Engine, requests: Sequence[Request], chosen: list[Hypothesis]) -> None:
    """Rung 2: decode again with the English of the missing terms in the source, then of all terms."""
    lacking = [i for i, hypothesis in enumerate(chosen) if hypothesis.missing]
    if not lacking:
        return
    sources = [_with_english(requests[i], chosen[i].missing) for i in lacking]
    beams = engine.alternatives(sources)
    offers = [
        (i, replace(offer, rung=SUBSTITUTED))
        for i, beam in zip(lacking, beams, strict=True)
        for offer in beam
        if not offer.looped
    ]
    _take(engine, requests, chosen, offers)


def _insert(engine: Engine, requests: Sequence[Request], chosen: list[Hypothesis]) -> bool:
    """Rung 4 for one missing term of each request; whether any of them got better."""
    lacking = [i for i, hypothesis in enumerate(chosen) if hypothesis.missing and hypothesis.text]
    if not lacking:
        return False
    places = [
        (i, *_split(chosen[i].text, at), chosen[i].missing[0])
        for i in lacking
        for at in range(len(chosen[i].text.split()) + 1)
    ]
    gains = engine.gains(
        [requests[i].source for i, _, _, _ in places],
        [before for _, before, _, _ in places],
        [_capital(term, before) for _, before, _, term in places],
    )
    best: dict[int, list[tuple[float, str]]] = {}
    for gain, (i, before, _, term) in zip(gains, places, strict=True):
        best.setdefault(i, []).append((gain, f"{before} {_capital(term, before)}".strip()))
    tries = [(i, prefix) for i in lacking for _, prefix in sorted(best[i], reverse=True)[:_PLACES]]
    beams = engine.continued([requests[i].source for i, _ in tries], [prefix for _, prefix in tries])
    offers = [
        (i, replace(offer, rung=INSERTED))
        for (i, _), beam in zip(tries, beams, strict=True)
        for offer in beam[:1]
        if not offer.looped
    ]
    return _take(engine, requests, chosen, offers)


def _take(
    engine: Engine,
    requests: Sequence[Request],
    chosen: list[Hypothesis],
    offers: Iterable[tuple[int, Hypothesis]],
) -> bool:
    """Put the best verified offer of each request in the place of what it has; whether any was."""
    marked = [(i, _marked(requests[i], offer, offer.rung)) for i, offer in offers]
    marked = [(i, offer) for i, offer in marked if len(offer.missing) < len(chosen[i].missing)]
    if not marked:
        return False
    scored = _scored(engine, [requests[i] for i, _ in marked], [offer for _, offer in marked])
    best: dict[int, Hypothesis] = {}
    for (i, _), offer in zip(marked, scored, strict=True):
        if not acceptable(requests[i], offer, chosen[i]):
            continue
        if i not in best or _rank(offer) > _rank(best[i]):
            best[i] = offer
    for i, offer in best.items():
        chosen[i] = offer
    return bool(best)


def _rank(hypothesis: Hypothesis) -> tuple[int, float]:
    return -len(hypothesis.missing), hypothesis.score


def _scored(
    engine: Engine, requests: Sequence[Request], hypotheses: Sequence[Hypothesis]
) -> list[Hypothesis]:
    scores = engine.score([request.source for request in requests], [h.text for h in hypotheses])
    return [
        replace(hypothesis, score=mean, minimum=minimum)
        for hypothesis, (mean, minimum) in zip(hypotheses, scores, strict=True)
    ]


def _marked(request: Request, hypothesis: Hypothesis, rung: int) -> Hypothesis:
    terms = [match.term for match in request.required]
    answers = find_rendered(terms, hypothesis.text) if terms else ()
    missing = tuple(term.target for term, found in zip(terms, answers, strict=True) if not found)
    return replace(hypothesis, rung=rung, required=len(terms), missing=missing)


def _with_english(request: Request, missing: Sequence[str]) -> str:
    """The source with the English of the missing terms in their places."""
    left = Counter(missing)
    wanted: list[TermMatch] = []
    # Of a term that is rendered once and stands twice, the later one is missing.
    for match in reversed(request.required):
        if left[match.term.target] > 0:
            left[match.term.target] -= 1
            wanted.insert(0, match)
    parts: list[str] = []
    end = 0
    for match in wanted:
        parts += [request.source[end : match.start].rstrip(), f" {match.term.target} "]
        end = match.end
    parts.append(request.source[end:].lstrip())
    return "".join(parts).strip()


def _split(text: str, at: int) -> tuple[str, str]:
    words = text.split()
    return " ".join(words[:at]), " ".join(words[at:])


def _capital(term: str, before: str) -> str:
    """A term as it stands after a text: with a capital where it opens a sentence."""
    if before and before[-1] not in ".!?":
        return term
    return term[:1].upper() + term[1:]
