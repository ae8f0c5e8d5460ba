"""How alike two texts are, by their words weighted with their length. Pure.

Thai has no spaces and its letters take three bytes in UTF-8 with one lead byte in common, so byte or
character similarity finds every pair of Thai texts alike (FACTS: 190 of 200 unrelated headlines matched
in msgmerge). Here a word counts only as a whole, and as much as it has characters: long words carry
meaning, the short ones (ที่, และ, การ) are everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

Words: TypeAlias = Callable[[str], Sequence[str]]


class Similarity:
    """Compares texts; remembers their words.

    Args:
        words: Splits a text into words; joined they are the text again.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._split: dict[str, Sequence[str]] = {}
        self._tokens: dict[str, tuple[str, ...]] = {}
        self._items: dict[str, list[tuple[str, int]]] = {}

    def tokens(self, text: str) -> tuple[str, ...]:
        """The words of a text without spaces."""
        known = self._tokens.get(text)
        if known is None:
            known = tuple(word for word in self._all_words(text) if not word.isspace())
            self._tokens[text] = known
        return known

    def _all_words(self, text: str) -> Sequence[str]:
        known = self._split.get(text)
        if known is None:
            known = self._split[text] = self._words(text)
        return known

    def of(self, one: Sequence[str], other: Sequence[str], cutoff: float = 0.0) -> float:
        """Similarity of two runs of texts, each taken as one text.

        Args:
            one: Texts.
            other: Texts.
            cutoff: Values below it may be returned as 0.

        Returns:
            Twice the characters of the longest common subsequence of words, over the characters of both:
            0 for nothing in common, 1 for the same words.
        """
        from rapidfuzz.distance import Indel

        return float(
            Indel.normalized_similarity(self._sequence(one), self._sequence(other), score_cutoff=cutoff)
        )

    def forget(self) -> None:
        """Forget the words of all texts, for a long run of texts that are seen once."""
        self._split.clear()
        self._tokens.clear()
        self._items.clear()

    def tokens_once(self, text: str) -> tuple[str, ...]:
        """The words of a text without spaces, not remembered: for texts that are seen once."""
        return tuple(word for word in self._words(text) if not word.isspace())

    def of_once(self, seen_once: str, other: str) -> float:
        """As `of` for two texts, of which the first is not remembered."""
        from rapidfuzz.distance import Indel

        items = [(word, n) for word in self.tokens_once(seen_once) for n in range(len(word))]
        return float(Indel.normalized_similarity(items, self._weighted(other)))

    def inside(self, part: str, whole: str, cutoff: float = 0.0) -> tuple[float, int]:
        """How much of a text stands in one piece in another.

        Args:
            part: The shorter text.
            whole: The longer text.
            cutoff: Shares below it may be returned as 0.

        Returns:
            Similarity of the part to the most similar piece of the whole of the same length, 0 to 1, and
            where that begins, in characters of the words of the whole.
        """
        from rapidfuzz import fuzz

        found = fuzz.partial_ratio_alignment(
            self._weighted(part), self._weighted(whole), score_cutoff=cutoff * 100
        )
        return (found.score / 100, found.dest_start) if found else (0.0, 0)

    def difference(self, old: str, new: str) -> str:
        """The difference of two texts in words, as `word_diff` writes it."""
        return word_diff(self._all_words(old), self._all_words(new))

    def _sequence(self, texts: Sequence[str]) -> list[tuple[str, int]]:
        if len(texts) == 1:
            return self._weighted(texts[0])
        return [item for text in texts for item in self._weighted(text)]

    def _weighted(self, text: str) -> list[tuple[str, int]]:
        """Each word as many times as it has characters, numbered, so that only whole words match."""
        known = self._items.get(text)
        if known is None:
            known = [(word, n) for word in self.tokens(text) for n in range(len(word))]
            self._items[text] = known
        return known


def word_diff(old: Sequence[str], new: Sequence[str], context: int = 3) -> str:
    """The difference of two texts in words, as `wdiff` writes it: `kept [-gone-] {+new+} kept`.

    Args:
        old: Words of the old text.
        new: Words of the new text.
        context: Words to show around each change; longer stretches become `…`.

    Returns:
        The difference; empty if there is none.
    """
    from rapidfuzz.distance import Indel

    if list(old) == list(new):
        return ""
    parts: list[str] = []
    at = done = 0
    for block in (block for block in Indel.opcodes(old, new) if block.tag == "equal"):
        parts.append(_change(old[at : block.src_start], new[done : block.dest_start]))
        at, done = block.src_end, block.dest_end
        head = context if block.src_start or block.dest_start else 0
        tail = context if at < len(old) or done < len(new) else 0
        parts.append(_shortened(old[block.src_start : at], head, tail))
    parts.append(_change(old[at:], new[done:]))
    return "".join(parts)


def _change(gone: Sequence[str], come: Sequence[str]) -> str:
    return (f"[-{''.join(gone)}-]" if gone else "") + (f"{{+{''.join(come)}+}}" if come else "")


def _shortened(words: Sequence[str], head: int, tail: int) -> str:
    if len(words) <= head + tail + 1:
        return "".join(words)
    return "".join([*words[:head], "…", *(words[-tail:] if tail else ())])
