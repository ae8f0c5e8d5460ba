"""The term ladder: get the termbase's English into a translation, and prove it.

Rung 0 is the free decode, if it keeps the facts and holds every required term. Rung 1 is the best other
hypothesis of the beam that keeps more facts (`soundness`) or holds more terms. Rung 2 writes the English
of the missing terms into the source (Dinu et al. 2019: models copy target words found in their source,
better when trained for it) and decodes again. Rung 3 writes a placeholder instead, which the term
replaces afterwards. Rung 4 finds the place in the translation where the model itself finds the missing
English likeliest, puts it there and decodes the rest from that prefix. Only the segments that still lack
a term climb on, all of them in one batch.

Each rung is verified against its output (see `verify`); if none succeeds the free decode stays and
names what it lacks. A rung may not buy a term with a bad sentence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilingual_news.engines.places import ranked_prefixes
from bilingual_news.engines.request import Request
from bilingual_news.engines.rewrite import with_english, with_placeholders, without_placeholders
from bilingual_news.engines.soundness import RERANKED, soundest
from bilingual_news.engines.verify import keeps, likely
from bilingual_news.glossary import find_rendered
from bilingual_news.model import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilingual_news.engines.base import Engine
    from bilingual_news.engines.places import Want

__all__ = ["ALL_RUNGS", "FREE", "INSERTED", "PLACEHELD", "RERANKED", "SUBSTITUTED", "Request",
           "translate_with_terms"]  # fmt: skip

FREE, SUBSTITUTED, PLACEHELD, INSERTED = 0, 2, 3, 4
ALL_RUNGS: Final = frozenset({RERANKED, SUBSTITUTED, PLACEHELD, INSERTED})
#: How much mean log-probability a token another hypothesis of the same beam may cost.
_BEAM_MARGIN: Final = 0.6
#: Attempts of rung 4 on one segment; each costs a decode of what follows the term.
_ROUNDS: Final = 3
#: Offers of one rung to one segment that are scored, one after the other.
_SCORED: Final = 2

_Offer = tuple[int, Hypothesis]


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
    beams = engine.alternatives([request.source for request in requests])
    first = [beam[0] for beam in beams]
    if RERANKED in rungs:
        first = [soundest(request.source, beam) for request, beam in zip(requests, beams, strict=True)]
    ladder = _Ladder(engine, requests, first)
    if RERANKED in rungs:
        ladder.rerank(beams)
    if SUBSTITUTED in rungs:
        ladder.substitute()
    if PLACEHELD in rungs:
        ladder.placehold()
    if INSERTED in rungs:
        ladder.insert()
    return ladder.finish()


class _Ladder:
    """The translations of some requests while they climb.

    Args:
        engine: The engine.
        requests: The texts with their terms.
        free: The hypothesis of its beam that each starts from.
    """

    def __init__(self, engine: Engine, requests: Sequence[Request], free: Sequence[Hypothesis]) -> None:
        self._engine = engine
        self._requests = requests
        self._chosen = [_marked(r, h, h.rung) for r, h in zip(requests, free, strict=True)]
        self._scored: set[int] = set()
        #: Terms that rung 2 got in by writing them: rung 3 writes them again.
        self._written: dict[int, tuple[str, ...]] = {}

    def rerank(self, beams: Sequence[Sequence[Hypothesis]]) -> None:
        """Rung 1. The beam's own scores are given the same source: nothing is scored again."""
        offers = [
            (i, replace(other, rung=RERANKED))
            for i in self._lacking()
            for other in beams[i][1:]
            if not other.looped and other.score >= beams[i][0].score - _BEAM_MARGIN
        ]
        for i, ranked in self._verified(offers).items():
            self._chosen[i] = ranked[0]

    def substitute(self) -> None:
        """Rung 2."""
        lacking = self._lacking()
        before = {i: self._chosen[i].missing for i in lacking}
        self._decode([with_english(self._requests[i], before[i]) for i in lacking], lacking, SUBSTITUTED)
        for i in lacking:
            won = Counter(before[i]) - Counter(self._chosen[i].missing)
            self._written[i] = tuple(won.elements())

    def placehold(self) -> None:
        """Rung 3."""
        held = {
            i: with_placeholders(self._requests[i], self._chosen[i].missing, self._written.get(i, ()))
            for i in self._lacking()
        }
        lacking = [i for i, (_, meaning) in held.items() if meaning]
        self._decode(
            [held[i][0] for i in lacking], lacking, PLACEHELD, meanings=[held[i][1] for i in lacking]
        )

    def insert(self) -> None:
        """Rung 4: one term a segment and round; terms take turns, each at its best untried place."""
        places: dict[Want, list[str]] = {}
        for number in range(_ROUNDS):
            wanted: list[Want] = []
            for i in self._lacking():
                chosen = self._chosen[i]
                if chosen.text:
                    wanted.append((i, chosen.text, chosen.missing[number % len(chosen.missing)]))
            fresh = [want for want in wanted if want not in places]
            if fresh:
                places |= ranked_prefixes(self._engine, self._requests, fresh)
            tries = [(want[0], places[want].pop(0)) for want in wanted if places[want]]
            if not tries:
                return
            sources = [self._requests[i].source for i, _ in tries]
            beams = self._engine.continued(sources, [prefix for _, prefix in tries])
            self._take(_offers([i for i, _ in tries], beams, INSERTED))

    def finish(self) -> list[Hypothesis]:
        """The translations, all of them scored given their own source."""
        rest = [i for i in range(len(self._chosen)) if i not in self._scored]
        for i, scored in self._score([(i, self._chosen[i]) for i in rest]):
            self._chosen[i] = scored
        return self._chosen

    def _lacking(self) -> list[int]:
        return [i for i, hypothesis in enumerate(self._chosen) if hypothesis.missing]

    def _decode(
        self,
        sources: Sequence[str],
        lacking: Sequence[int],
        rung: int,
        meanings: Sequence[dict[str, str]] = (),
    ) -> None:
        """Decode rewritten sources and take what is good of them."""
        if not lacking:
            return
        beams: Sequence[Sequence[Hypothesis]] = self._engine.alternatives(sources)
        if meanings:
            beams = [
                [replace(offer, text=without_placeholders(offer.text, meaning)) for offer in beam]
                for beam, meaning in zip(beams, meanings, strict=True)
            ]
        self._take(_offers(lacking, beams, rung))

    def _take(self, offers: Iterable[_Offer]) -> None:
        """Put the best verified offer of each request in the place of what it has.

        The score given the original source is the dearest proof, and asked for last: of the best offer
        first, of the next only if that is too unlikely.
        """
        queues = self._verified(offers)
        for _ in range(_SCORED):
            heads = [(i, queue.pop(0)) for i, queue in queues.items() if queue]
            for i, offer in self._score(heads):
                if likely(offer, self._chosen[i]):
                    self._chosen[i] = offer
                    self._scored.add(i)
                    queues[i].clear()

    def _verified(self, offers: Iterable[_Offer]) -> dict[int, list[Hypothesis]]:
        """Offers that hold more terms and lose nothing else, by request, best first."""
        found: dict[int, list[Hypothesis]] = {}
        for i, offer in offers:
            current = self._chosen[i]
            marked = _marked(self._requests[i], offer, offer.rung)
            if len(marked.missing) < len(current.missing) and keeps(self._requests[i], marked, current):
                found.setdefault(i, []).append(marked)
        for queue in found.values():
            queue.sort(key=lambda offer: (len(offer.missing), -offer.score))
        return found

    def _score(self, items: Sequence[_Offer]) -> list[_Offer]:
        if not items:
            return []
        sources = [self._requests[i].source for i, _ in items]
        scores = self._engine.score(sources, [hypothesis.text for _, hypothesis in items])
        return [
            (i, replace(hypothesis, score=mean, minimum=minimum))
            for (i, hypothesis), (mean, minimum) in zip(items, scores, strict=True)
        ]


def _offers(indexes: Sequence[int], beams: Sequence[Sequence[Hypothesis]], rung: int) -> Iterable[_Offer]:
    for i, beam in zip(indexes, beams, strict=True):
        for offer in beam:
            if offer.text and not offer.looped:
                yield i, replace(offer, rung=rung)


def _marked(request: Request, hypothesis: Hypothesis, rung: int) -> Hypothesis:
    terms = [match.term for match in request.required]
    answers = find_rendered(terms, hypothesis.text) if terms else ()
    missing = tuple(term.target for term, found in zip(terms, answers, strict=True) if not found)
    return replace(hypothesis, rung=rung, required=len(terms), missing=missing)
