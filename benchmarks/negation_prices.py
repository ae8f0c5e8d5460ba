"""How Thai negations are translated: the prices of checks/polarity_match.py, counted.

    python -m benchmarks.negation_prices --data ../shared/data [--write]

Counts, over the correct pairs of the half "develop" (`_pairs`), by what each class of cues (ไม่มี, ห้าม,
โดยไม่…) is said: not, cannot, never, no, without, a comparison, a word of a negative sense, a word of its own
phrase, or nothing. What belongs together is taken from the matching with the prices of the round before,
beginning with one row for all classes, four rounds long. A price is the negative logarithm of a share,
smoothed with eight cues that are translated as all cues are. `--write` replaces
src/bilingual_news/checks/data/negations.tsv; without it the table is printed.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks._pairs import read_pairs
from bilingual_news.checks import polarity_match
from bilingual_news.checks.polarity import CLASSES, CUE, may_negate, read_cues, read_others
from bilingual_news.checks.polarity_english import negative_words, plain_spans, read_english
from bilingual_news.checks.polarity_match import KINDS, NONE
from bilingual_news.text import small

FILE = Path("src/bilingual_news/checks/data/negations.tsv")
COLUMNS = (*KINDS, "phrase", "nothing")
#: Shares of all cues to begin with, in the order of `COLUMNS`.
_FIRST = (0.4, 0.07, 0.03, 0.15, 0.06, 0.01, 0.1, 0.01, 0.15, 0.02)
_SMOOTHED_BY = 8
_ROUNDS = 4
_LEAST_SILENCE = 1.0

Counts = dict[str, Counter[str]]


def outcomes(source: str, target: str) -> Iterator[tuple[str, str]]:
    """The class of each cue that does not compare, and by what it is said."""
    cues = list(CUE.finditer(source)) if may_negate(source) else []
    if not cues:
        return
    lower = small(target)
    english = read_english(source, lower, plain_spans(lower, target, source), negative_words(lower))
    thai = read_cues(source, cues, lower, english)
    thai = sorted([*thai, *read_others(source, lower)], key=lambda negation: negation.start)
    links = polarity_match.match(thai, english, len(lower))
    before = NONE
    for cue, link in zip(thai, links, strict=True):
        is_shared = cue.repeats and link == before != NONE
        before = link
        if not cue.name or "P" in cue.table or cue.unsaid < _LEAST_SILENCE or is_shared:
            continue
        if link == NONE:
            yield cue.name, "nothing"
        elif link in cue.words:
            yield cue.name, "phrase"
        else:
            yield cue.name, english[link].kind


def table(counts: Counts) -> str:
    """The prices of each class as tab-separated text."""
    total: Counter[str] = Counter(dict.fromkeys(COLUMNS, 1))
    for row in counts.values():
        total.update(row)
    lines = ["\t".join(("cue", *COLUMNS))]
    for name in CLASSES:
        row = counts.get(name, Counter())
        share = [
            (row[kind] + _SMOOTHED_BY * total[kind] / total.total()) / (row.total() + _SMOOTHED_BY)
            for kind in COLUMNS
        ]
        lines.append("\t".join((name, *(f"{-math.log(part):.1f}" for part in share))))
    return "\n".join(lines) + "\n"


def count(data: Path) -> str:
    pairs = [pair for source in read_pairs(data, "develop").values() for pair in source]
    first = Counter({kind: round(1000 * share) for kind, share in zip(COLUMNS, _FIRST, strict=True)})
    text = table(dict.fromkeys(CLASSES, first))
    for _ in range(_ROUNDS):
        polarity_match.prices.cache_clear()
        FILE.write_text(text, encoding="utf-8")
        counts: Counts = {name: Counter() for name in CLASSES}
        for pair in pairs:
            for name, kind in outcomes(pair.source, pair.target):
                counts[name][kind] += 1
        text = table(counts)
    return text


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    before = FILE.read_text(encoding="utf-8")
    text = before
    try:
        text = count(options.data)
    finally:
        FILE.write_text(text if options.write else before, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
