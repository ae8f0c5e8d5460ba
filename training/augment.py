"""Source-side augmentation: code-switched terms, typing noise, renumbered pairs.

Code-switching after Dinu et al. 2019, "Training Neural Machine Translation to Apply Terminology
Constraints": a Thai term in the source is replaced by its English target, so that the model learns
to copy English it meets. Renumbering puts fresh figures and years on both sides of a pair, so that
the model learns the mapping (พ.ศ. 2565 -> 2022) and not the frequent years.
"""

import random
import re
from collections.abc import Iterable

Pair = tuple[str, str]
_NUMBER = re.compile(r"(?<![\d.,/])\d+(?![\d.,/]*\d)")
_NOISE = (("\u0e41", "\u0e40\u0e40"), ("\u0e33", "\u0e4d\u0e32"))
_TO_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
BE_OFFSET = 543
PREFIX = 4  # characters that index the term table


class TermSwitcher:
    """Replaces Thai terms by the English that the target already uses for them."""

    def __init__(self, terms: Iterable[Pair]) -> None:
        """Index `terms` (thai, english), longest first under each prefix."""
        table: dict[str, list[Pair]] = {}
        for thai, english in sorted(set(terms), key=lambda t: -len(t[0])):
            if len(thai) >= PREFIX + 1 and len(english) >= 2:
                table.setdefault(thai[:PREFIX], []).append((thai, english))
        self._table = table

    def find(self, thai: str, english: str) -> list[tuple[int, str, str]]:
        """Return (offset, thai term, english as written) of the terms both sides contain."""
        lowered, hits, at = english.lower(), [], 0
        while at < len(thai):
            for term, target in self._table.get(thai[at : at + PREFIX], ()):
                where = lowered.find(target.lower()) if thai.startswith(term, at) else -1
                if where >= 0:
                    hits.append((at, term, english[where : where + len(target)]))
                    at += len(term) - 1
                    break
            at += 1
        return hits

    def switch(self, pair: Pair, rng: random.Random, share: float = 0.5) -> Pair:
        """Replace each shared term with probability `share`, at least one if there is any."""
        thai, english = pair
        hits = self.find(thai, english)
        if not hits:
            return pair
        chosen = [h for h in hits if rng.random() < share] or [rng.choice(hits)]
        spaced = rng.random() < 0.5
        for at, term, target in reversed(chosen):
            insert = f" {target} " if spaced else target
            thai = thai[:at] + insert + thai[at + len(term) :]
        return re.sub(" +", " ", thai).strip(), english


def add_noise(thai: str, rng: random.Random) -> str:
    """Return `thai` with one or two of the typing slips that the corpus has."""
    kind = rng.random()
    if kind < 0.35:
        plain, slip = rng.choice(_NOISE)
        return thai.replace(plain, slip) if rng.random() < 0.5 else thai.replace(plain, slip, 1)
    if kind < 0.75:
        rate = rng.choice((0.15, 0.5, 1.0))
        keep = re.compile(r"(?<=[\u0e00-\u0e7f]) (?=[\u0e00-\u0e7f])")
        return keep.sub(lambda _: "" if rng.random() < rate else " ", thai)
    if kind < 0.9:
        return thai.translate(_TO_THAI_DIGITS)
    return re.sub(r"(?<=\d) (?=[\u0e00-\u0e7f])|(?<=[\u0e00-\u0e7f]) (?=\d)", "", thai)


def renumber(pair: Pair, rng: random.Random) -> Pair:
    """Put new figures on both sides where a number stands exactly once on each."""
    thai, english = pair
    left, right = _NUMBER.findall(thai), _NUMBER.findall(english)
    new_left, new_right = {}, {}
    for number in set(left):
        twin = _twin(number)
        if left.count(number) != 1 or right.count(twin) != 1 or number in new_right:
            continue
        fresh = _fresh(number, rng)
        if rng.random() < 0.8 and _twin(fresh) not in new_right.values() and fresh not in left:
            new_left[number], new_right[twin] = fresh, _twin(fresh)
    return _replace(thai, new_left), _replace(english, new_right)


def _twin(number: str) -> str:
    """Return how the English writes a Thai number: Buddhist years become CE."""
    is_year = len(number) == 4 and "2450" <= number <= "2620"
    return str(int(number) - BE_OFFSET) if is_year else number


def _fresh(number: str, rng: random.Random) -> str:
    """Return another number of the same kind and length; small ones stay (days, list marks)."""
    if _twin(number) != number:
        return str(rng.randint(2475, 2600) if rng.random() < 0.3 else rng.randint(2555, 2585))
    if len(number) < 2 or number.startswith("0") or (len(number) == 2 and int(number) < 32):
        return number
    first = rng.choice("123456789")
    return first + "".join(rng.choice("0123456789") for _ in number[1:])


def _replace(text: str, new: dict[str, str]) -> str:
    """Replace whole numbers of `text` by the table `new`."""
    return _NUMBER.sub(lambda m: new.get(m.group(), m.group()), text) if new else text
