"""Segments of real articles for the benchmarks of the merge: a folder of them, or the data set's archive."""

from __future__ import annotations

import random
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual_news.errors import BilingualNewsError
from bilingual_news.sources import read_article
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Segments of an article that are used, from its start.
_LONGEST = 60


def articles_of(place: Path, limit: int, seed: int = 1) -> list[list[str]]:
    """The different segments of articles with at least eight of them.

    Args:
        place: A folder of articles, or an archive (`.tar.zst`).
        limit: How many articles, drawn at random where there are more.
        seed: Of the draw.
    """
    if place.is_dir():
        return list(_texts(sorted(place.rglob("*.txt")), limit, seed))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "--zstd", "-xf", place, "-C", folder], check=True)
        return list(_texts(sorted(Path(folder).rglob("*.txt")), limit, seed))


def segments_of(path: Path) -> list[str]:
    """The different segments of an article in order; none if it cannot be read."""
    try:
        article = normalize_article(read_article(path))
    except BilingualNewsError:
        return []
    return list(dict.fromkeys(segment.text for segment in segment_article(article)))


def _texts(paths: list[Path], limit: int, seed: int, least: int = 8) -> Iterator[list[str]]:
    random.Random(seed).shuffle(paths)
    for path in paths:
        texts = segments_of(path)[:_LONGEST]
        if len(texts) >= least:
            yield texts
            limit -= 1
        if not limit:
            return
