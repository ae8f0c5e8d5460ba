"""Where a run looks for translations before it asks for new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilingual_news.model import Hypothesis

#: About half a kilobyte an answer: 25 MB.
MOST_ANSWERS: Final = 50_000


class Store(Protocol):
    """Translations by key; see `keys`. It may forget any of them at any time."""

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, Hypothesis]:
        """The translations that are known, by key."""
        ...

    def put_many(self, answers: Mapping[bytes, Hypothesis]) -> None:
        """Remember translations."""
        ...

    def close(self) -> None:
        """Give back what it holds open. Closing twice does nothing."""
        ...


class RunStore:
    """Remembers the translations of one run, the most recently used ones.

    Args:
        most: Greatest number of translations.
    """

    def __init__(self, most: int = MOST_ANSWERS) -> None:
        self._most = most
        self._answers: dict[bytes, Hypothesis] = {}

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, Hypothesis]:
        """The translations that are known, by key."""
        found = {key: self._answers.pop(key) for key in dict.fromkeys(keys) if key in self._answers}
        self._answers.update(found)
        return found

    def put_many(self, answers: Mapping[bytes, Hypothesis]) -> None:
        """Remember translations; the least recently used ones are forgotten."""
        self._answers.update(answers)
        for key in list(self._answers)[: max(0, len(self._answers) - self._most)]:
            del self._answers[key]

    def close(self) -> None:
        """Forget everything."""
        self._answers.clear()
