"""Full stops, capitals and quotes over whole articles: alarms on human English, and seeded errors.

    python -m benchmarks.sentence_ends [--data ../shared/data]

The English is the official one of Thai government news (english-news.txt.zst of the data set): a line is
a paragraph, fifteen of them stand for an article, which the file does not mark. Paragraphs are cut into
segments after their sentences and, half of the sentences, once inside. Every finding on them counts as an
alarm, although most of those read were right: the full stop was missing. An error is found if the check
speaks of the segment that was spoilt and did not before.
"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.record import record
from bilingual_news.checks import ArticleCheck, Pair
from bilingual_news.checks.sentence_ends import QuoteStyle, SentenceEnds

SEED, PARAGRAPHS, PER_KIND, PROSE = 2565, 15, 300, 60
_SENTENCE = re.compile(r"(?<=[a-z\d)”\"]{2}[.?!]) (?=[A-Z“\"])")
_INSIDE = re.compile(r",? (?=and |which |to |in |by )|, ")
_MARGIN = 25
CHECKS: tuple[ArticleCheck, ...] = (SentenceEnds(), QuoteStyle())
Article = list[Pair]
Spoil = Callable[[Article, int], "str | None"]


def articles(data: Path) -> list[Article]:
    rng = Random(SEED)
    text = subprocess.run(
        ["zstd", "-dc", data / "domain/english-news.txt.zst"], capture_output=True, check=True
    )
    lines = [line.strip() for line in text.stdout.decode().splitlines() if line.strip()]
    return [
        [
            Pair("ก", part, position=(number, k, len(parts)))
            for number, line in enumerate(lines[start : start + PARAGRAPHS], start=1)
            for parts in [_segments(line, rng)]
            for k, part in enumerate(parts, start=1)
        ]
        for start in range(0, len(lines), PARAGRAPHS)
    ]


def _segments(paragraph: str, rng: Random) -> list[str]:
    parts: list[str] = []
    for sentence in _SENTENCE.split(paragraph):
        places = [m.end() for m in _INSIDE.finditer(sentence) if _MARGIN < m.end() < len(sentence) - _MARGIN]
        at = rng.choice(places) if places and rng.random() < 0.5 else len(sentence)
        parts += [sentence[:at].strip(), sentence[at:].strip()]
    return [part for part in parts if part]


def _ends(article: Article, index: int) -> bool:
    return article[index].target.endswith(".") and not re.search(
        r"\b[A-Z]?[a-z]{0,3}\.$", article[index].target
    )


def _closes(pair: Pair) -> bool:
    return pair.position is not None and pair.position[1] == pair.position[2] and len(pair.target) >= PROSE


def paragraph_stop_lost(article: Article, index: int) -> str | None:
    pair = article[index]
    return pair.target[:-1] if _closes(pair) and _ends(article, index) else None


def paragraph_comma(article: Article, index: int) -> str | None:
    pair = article[index]
    return pair.target[:-1] + "," if _closes(pair) and _ends(article, index) else None


def stop_lost(article: Article, index: int) -> str | None:
    """Inside a paragraph; the next segment begins in any way that English has."""
    pair = article[index]
    is_inside = pair.position is not None and pair.position[1] < pair.position[2]
    return pair.target[:-1] if is_inside and _ends(article, index) else None


def small_letter(article: Article, index: int) -> str | None:
    pair = article[index]
    is_after = index > 0 and pair.position is not None and pair.position[1] > 1 and _ends(article, index - 1)
    return pair.target[0].lower() + pair.target[1:] if is_after and pair.target[0].isupper() else None


def other_apostrophe(article: Article, index: int) -> str | None:
    """Of an article that has the same ones throughout, at least three."""
    whole = " ".join(pair.target for pair in article)
    marks = {mark for mark in "'’" if re.search(rf"[a-z]{mark}s\b", whole)}
    if len(marks) != 1 or len(re.findall(r"[a-z]['’]s\b", whole)) < 3:
        return None
    [mark] = marks
    found = re.search(rf"[a-z]{mark}s\b", article[index].target)
    other = "’" if mark == "'" else "'"
    return article[index].target.replace(mark, other) if found else None


KINDS: dict[str, tuple[Spoil, ArticleCheck]] = {
    "full stop lost at the end of a paragraph": (paragraph_stop_lost, CHECKS[0]),
    "comma for it": (paragraph_comma, CHECKS[0]),
    "full stop lost inside a paragraph": (stop_lost, CHECKS[0]),
    "small letter after a full stop": (small_letter, CHECKS[0]),
    "other apostrophes": (other_apostrophe, CHECKS[1]),
}


def at(check: ArticleCheck, article: Article, index: int) -> bool:
    return any(where == index for where, _ in check.article_messages(article))


def seeded(found: list[Article], kind: str) -> tuple[int, int]:
    """Errors put in, and found."""
    spoil, check = KINDS[kind]
    rng = Random(f"{SEED} {kind}")
    cases = hits = 0
    for article in rng.sample(found, len(found)):
        for index in rng.sample(range(len(article)), len(article)):
            wrong = spoil(article, index)
            if wrong and not at(check, article, index):
                spoilt = [*article[:index], replace(article[index], target=wrong), *article[index + 1 :]]
                cases, hits = cases + 1, hits + at(check, spoilt, index)
                break
        if cases == PER_KIND:
            break
    return cases, hits


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    found = articles(parser.parse_args().data)
    segments = sum(map(len, found))
    alarms = Counter(
        check.id for check in CHECKS for article in found for _ in check.article_messages(article)
    )
    rows = {kind: dict(zip(("errors", "found"), seeded(found, kind), strict=True)) for kind in KINDS}
    record(
        "sentence_ends",
        {"segments": segments, "articles": len(found), "alarms": dict(alarms), "seeded": rows},
    )
    for name, count in alarms.items():
        print(f"{name}: {count} of {segments} segments ({count / segments:.2%})")
    for kind, row in rows.items():
        print(f"{kind}: {row['found']} of {row['errors']} ({row['found'] / max(row['errors'], 1):.3f})")


if __name__ == "__main__":
    main()
