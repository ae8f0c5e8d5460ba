"""The term ladder: get the termbase's English into a translation, and prove it.

Rung 0 is the free decode, if it holds every required term. Rung 1 is the best hypothesis of the beam
that holds more of them. Rung 2 writes the English of the missing terms into the source (Dinu et al.
2019: models copy target words found in their source, better when trained for it) and decodes again.
Rung 4 finds the place in the translation where the model itself finds the missing English likeliest,
puts it there and decodes the rest from that prefix. Rung 3 of the design, a placeholder, is left out
(docs/decisions/0051): models that were not trained for it mangle placeholders (LibreTranslate#944), and
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
    from bilingual_news.model import TermMatch

FREE, RERANKED, SUBSTITUTED, INSERTED = 0, 1, 2, 4
ALL_RUNGS: Final = frozenset({RERANKED, SUBSTITUTED, INSERTED})
#: How much mean log-probability a token another hypothesis of the same beam may cost.
_BEAM_MARGIN: Final = 0.6
#: Attempts of rung 4 on one segment; each costs a decode of what follows the term.
_ROUNDS: Final = 3
#: Places tried for one term in one text, the likeliest ones.
_PLACES: Final = 2
#: Hypotheses of a beam that are verified.
_BEST: Final = 2
#: Words after which a noun phrase begins.
_OPENERS: Final = frozenset("""
    a an the of to in on at by with from for and or as that which is are was were be has have had under
    through between among including called named into via per about all its their this
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page


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
        inserter = _Inserter(engine, requests)
        for number in range(_ROUNDS):
            inserter.round(chosen, number)
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


class _Inserter:
    """Rung 4: put missing terms where the model finds them likeliest, one a segment and round.

    Args:
        engine: The engine.
        requests: The texts with their terms.
    """

    def __init__(self, engine: Engine, requests: Sequence[Request]) -> None:
        self._engine = engine
        self._requests = requests
        self._places: dict[tuple[int, str, str], list[str]] = {}

    def round(self, chosen: list[Hypothesis], number: int) -> None:
        """Try the best untried place of one missing term of each request; terms take turns."""
        wanted = [
            (i, hypothesis.text, hypothesis.missing[number % len(hypothesis.missing)])
            for i, hypothesis in enumerate(chosen)
            if hypothesis.missing and hypothesis.text
        ]
        self._rank([key for key in wanted if key not in self._places])
        tries = [(key[0], self._places[key].pop(0)) for key in wanted if self._places[key]]
        if not tries:
            return
        beams = self._engine.continued([self._requests[i].source for i, _ in tries], [p for _, p in tries])
        offers = [
            (i, replace(offer, rung=INSERTED))
            for (i, _), beam in zip(tries, beams, strict=True)
            for offer in beam[:_BEST]
            if not offer.looped
        ]
        _take(self._engine, self._requests, chosen, offers)

    def _rank(self, wanted: Sequence[tuple[int, str, str]]) -> None:
        """Order the places for terms by how likely the model finds each term there."""
        places = [(key, before, _capital(key[2], before)) for key in wanted for before in _beginnings(key[1])]
        gains = self._engine.gains(
            [self._requests[i].source for (i, _, _), _, _ in places],
            [before for _, before, _ in places],
            [phrase for _, _, phrase in places],
        )
        ranked: dict[tuple[int, str, str], list[tuple[float, str]]] = {key: [] for key in wanted}
        for gain, (key, before, phrase) in zip(gains, places, strict=True):
            ranked[key].append((gain, f"{before} {phrase}".strip()))
        for key, found in ranked.items():
            self._places[key] = [prefix for _, prefix in sorted(found, reverse=True)[:_PLACES]]


def _take(
    engine: Engine,
    requests: Sequence[Request],
    chosen: list[Hypothesis],
    offers: Iterable[tuple[int, Hypothesis]],
) -> None:
    """Put the best verified offer of each request in the place of what it has."""
    marked = [(i, _marked(requests[i], offer, offer.rung)) for i, offer in offers]
    marked = [(i, offer) for i, offer in marked if len(offer.missing) < len(chosen[i].missing)]
    if not marked:
        return
    scored = _scored(engine, [requests[i] for i, _ in marked], [offer for _, offer in marked])
    best: dict[int, Hypothesis] = {}
    for (i, _), offer in zip(marked, scored, strict=True):
        if not acceptable(requests[i], offer, chosen[i]):
            continue
        if i not in best or _rank(offer) > _rank(best[i]):
            best[i] = offer
    for i, offer in best.items():
        chosen[i] = offer


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
    return " ".join("".join(parts).split())


def _beginnings(text: str) -> list[str]:
    """What may stand before a term: beginnings of a text that end where a noun phrase can begin."""
    words = text.split()
    return [
        " ".join(words[:at])
        for at in range(len(words) + 1)
        if at in (0, len(words))
        or words[at - 1].lower() in _OPENERS
        or not words[at - 1][-1].isalnum()
        or not words[at][0].islower()
    ]


def _capital(term: str, before: str) -> str:
    """A term as it stands after a text: with a capital where it opens a sentence."""
    if before and before[-1] not in ".!?":
        return term
    return term[:1].upper() + term[1:]
