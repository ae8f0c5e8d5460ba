"""English facts that no Thai one accounts for; the first of a kind is found at once, however many."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from bilingual_news.facts.model import FactKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from bilingual_news.facts.model import Fact

#: Kinds that a translator, or a model, takes for one another.
_PLAIN: Final = frozenset({FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT, FactKind.YEAR})


class Unclaimed:
    """Facts in order, of which some are taken.

    Args:
        facts: The facts.
    """

    __slots__ = ("_by_kind",)

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_kind: dict[FactKind, deque[tuple[int, Fact]]] = {}
        for place, fact in enumerate(facts):
            self._by_kind.setdefault(fact.kind, deque()).append((place, fact))

    def __iter__(self) -> Iterator[Fact]:
        """Those that are left, in order."""
        left = sorted(row for queue in self._by_kind.values() for row in queue)
        return (fact for _, fact in left)

    def take(self, kind: FactKind) -> Fact | None:
        """Take what most likely stands for a missing fact: the first of its kind, else the first like it."""
        queue = self._by_kind.get(kind)
        if not queue and kind in _PLAIN:
            queues = [found for like in _PLAIN if (found := self._by_kind.get(like))]
            queue = min(queues, key=lambda found: found[0][0], default=None)
        return queue.popleft()[1] if queue else None

    def drop(self, facts: Container[Fact]) -> None:
        """Take some facts that belong to one."""
        for kind, queue in self._by_kind.items():
            self._by_kind[kind] = deque(row for row in queue if row[1] not in facts)
