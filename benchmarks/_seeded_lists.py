"""Errors of lists to put into correct pairs: an item dropped, added, two exchanged; see `_seeded`.

The names are those of the glossary, not those of the tables of the checks.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks._seeded import Spoil

_GLOSSARIES = Path(__file__).parent.parent / "glossaries"
_FILES = {"provinces.csv": "province", "countries.csv": "country", "government.csv": "ministry"}
_SEPARATOR = r"(?:,? and (?:the )?|, (?:the )?|,? as well as (?:the )?| ?[–-] ?)"


@cache
def _names(domain: str) -> dict[str, str]:
    """English names of a domain of the glossary, each with a Thai one."""
    names: dict[str, str] = {}
    for file in _FILES:
        with (_GLOSSARIES / file).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                is_name = row["part_of_speech"] == "proper noun" and not row["target"].startswith("Office")
                if row["domain"] == domain and is_name:
                    names[row["target"]] = row["source"].removeprefix("จังหวัด").removeprefix("ประเทศ")
    return names


def _here(thai: str, english: str, domain: str) -> list[re.Match[str]]:
    """Names of a domain that stand once in the English and in the Thai."""
    found = []
    for name, source in _names(domain).items():
        matches = list(re.finditer(rf"(?<![A-Za-z-]){re.escape(name)}(?![A-Za-z-])", english))
        if len(matches) == 1 and thai.count(source) == 1:
            found += matches
    found.sort(key=re.Match.start)
    return [match for match in found if not any(_is_inside(match, other) for other in found)]


def _is_inside(match: re.Match[str], other: re.Match[str]) -> bool:
    return match is not other and other.start() <= match.start() and match.end() <= other.end()


def _lists(thai: str, english: str) -> list[tuple[str, re.Match[str], re.Match[str]]]:
    """Neighbours of a list: their domain and both."""
    return [
        (domain, one, other)
        for domain in _FILES.values()
        for found in [_here(thai, english, domain)]
        for one, other in pairwise(found)
        if re.fullmatch(_SEPARATOR, english[one.end() : other.start()])
    ]


def item_dropped(thai: str, english: str, rng: Random) -> str | None:
    """A province, country or ministry is lost, with the comma or word that joined it to another one."""
    lists = _lists(thai, english)
    if not lists:
        return None
    _, one, other = rng.choice(lists)
    if rng.random() < 0.5:
        return english[: one.start()] + english[other.start() :]
    return english[: one.end()] + english[other.end() :]


def item_added(thai: str, english: str, rng: Random) -> str | None:
    """Another province or country joins a list."""
    lists = [item for item in _lists(thai, english) if item[0] != "ministry"]
    if not lists:
        return None
    domain, one, _ = rng.choice(lists)
    others = [name for name, source in _names(domain).items() if name not in english and source not in thai]
    return f"{english[: one.end()]}, {rng.choice(others)}{english[one.end() :]}"


def items_exchanged(thai: str, english: str, rng: Random) -> str | None:
    """Two provinces, countries or ministries change places, in a list or not."""
    pairs = [
        (one, other)
        for domain in _FILES.values()
        for found in [_here(thai, english, domain)]
        for one, other in pairwise(found)
    ]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    between = english[one.end() : other.start()]
    return f"{english[: one.start()]}{other[0]}{between}{one[0]}{english[other.end() :]}"


LIST_KINDS: dict[str, tuple[Spoil, set[str]]] = {
    "item of a list dropped": (item_dropped, {"list-item", "places"}),
    "item of a list added": (item_added, {"places", "place-added"}),
    "places exchanged": (items_exchanged, {"list-order"}),
}
