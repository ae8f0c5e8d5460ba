"""Where in a translation a missing term may be put, the likeliest place first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilingual_news.engines.rewrite import at_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.engines.base import Engine
    from bilingual_news.engines.request import Request

#: Places that the model is asked about; each costs a run of its decoder over what stands before.
_ASKED: Final = 7
#: Places tried for one term in one text, the likeliest ones.
_TRIED: Final = 2
#: Words after which a noun phrase begins.
_OPENERS: Final = frozenset("""
    a an the of to in on at by with from for and or as that which is are was were be has have had under
    through between among including called named into via per about all its their this
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page

#: Index of a request, its translation, and the English that is missing there.
Want = tuple[int, str, str]


def ranked_prefixes(
    engine: Engine, requests: Sequence[Request], wanted: Sequence[Want]
) -> dict[Want, list[str]]:
    """Beginnings of translations with the missing term at their end, likeliest first.

    Thai and English clauses follow each other in much the same order: only the places nearest to where
    the term stands in the Thai, and the beginning, are put to the model.
    """
    places = [
        (want, before, at_start(want[2], before))
        for want in wanted
        for before in _nearest(_beginnings(want[1]), want[1], _position(requests[want[0]], want[2]))
    ]
    gains = engine.gains(
        [requests[i].source for (i, _, _), _, _ in places],
        [before for _, before, _ in places],
        [phrase for _, _, phrase in places],
    )
    found: dict[Want, list[tuple[float, str]]] = {want: [] for want in wanted}
    for gain, (want, before, phrase) in zip(gains, places, strict=True):
        found[want].append((gain, f"{before} {phrase}".strip()))
    return {want: [p for _, p in sorted(options, reverse=True)[:_TRIED]] for want, options in found.items()}


def _position(request: Request, target: str) -> float:
    """Where in the source a term stands, 0 to 1; the last time, if it stands there more than once."""
    starts = [match.start for match in request.required if match.term.target == target]
    return starts[-1] / max(len(request.source), 1)


def _nearest(beginnings: list[str], text: str, position: float) -> list[str]:
    by_distance = sorted(beginnings, key=lambda before: abs(len(before) / max(len(text), 1) - position))
    return list(dict.fromkeys(["", *by_distance[: _ASKED - 1]]))


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
