"""Rows for the sentence models: texts with the offsets of the spaces that end a sentence.

Sources (folder `--data`, see shared data README): NTREX-128 dev and XQuAD contexts (CC-BY-SA-4.0),
Dynamics 365 / Power BI documentation (CC-BY-4.0), thaigov articles (public domain), and the labels of
this folder, Thai PUD (CC-BY-SA-3.0). IWSLT/TED and ORCHID are never read; dev-thaigov.jsonl only tests.
"""

from __future__ import annotations

import json
import math
import random
import re
import subprocess
from collections import OrderedDict
from pathlib import Path

from bilingual_news.sources import read_article
from bilingual_news.text import normalize, thai_share

HERE = Path(__file__).parent
LABELS = HERE / "thaigov-labels.jsonl"


def joined(groups):
    """One row a group of sentences, joined by single spaces."""
    rows = []
    for group in groups:
        text, ends = "", []
        for sentence in filter(None, group):
            if text:
                ends.append(len(text))
                text += " "
            text += sentence
        rows.append({"text": text, "sentence_ends": ends})
    return rows


def read_lines(path):
    return [normalize(line) for line in path.read_text(encoding="utf-8").splitlines()]


def ntrex(data):
    """Rows of NTREX-128 dev, one a document, with its id."""
    test = data / "test"
    documents = OrderedDict()
    names = (test / "ntrex-dev.docs").read_text(encoding="utf-8").split()
    for sentence, name in zip(read_lines(test / "ntrex-dev.th"), names, strict=True):
        documents.setdefault(name, []).append(sentence)
    return [dict(row, document=name) for name, row in zip(documents, joined(documents.values()), strict=True)]


def pud(data, size=10):
    """Rows of Thai PUD: its documents are not marked, so that ten sentences make a row."""
    lines = read_lines(data / "test" / "pud.th")
    return joined(lines[i : i + size] for i in range(0, len(lines), size))


def documentation(data, count=2500, seed=1):
    """Rows of three to eight following sentences of human-translated product documentation."""
    names = [str(data / "parallel" / f"sxs_{name}.tsv.zst") for name in ("powerbi", "d365")]
    lines = subprocess.run(["zstd", "-dc", *names], capture_output=True, check=True).stdout.decode().split("\n")
    rng, groups = random.Random(seed), []
    for _ in range(count):
        start = rng.randrange(len(lines) - 8)
        group = [normalize(line.split("\t")[0]) for line in lines[start : start + rng.randint(3, 8)]]
        groups.append([s for s in group if len(s) > 25 and " " in s and re.match("[ก-๛]", s)])
    return joined(group for group in groups if len(group) > 1)


def labels(path=LABELS):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def thaigov_paragraphs(folder, skip, seed=7):
    """Joined neighbouring paragraphs of thaigov articles: where they meet, a sentence certainly ends."""
    files = sorted(Path(folder).rglob("*.txt"))
    random.Random(seed).shuffle(files)
    groups = []
    for file in files:
        if file.name in skip:
            continue
        try:
            article = read_article(file, require_thai=True)
        except Exception:  # noqa: BLE001 (a broken article teaches nothing)
            continue
        found = [normalize(p.text) for p in article.paragraphs if p.kind.name != "TITLE"]
        found = [p for p in found if len(p) >= 80 and thai_share(p) > 0.5 and p.count(" ") >= 2]
        groups += [found[i : i + 3] for i in range(0, len(found) - 1, 3)]
    return joined(group for group in groups if len(group) > 1)


_SPLIT = re.compile(r'(?<=[.!?]["”)])\s+(?=["“(]?[A-Z0-9])|(?<=[.!?])\s+(?=["“(]?[A-Z0-9])')
_DOTTED = re.compile(r"\b(?:Mr|Mrs|Dr|St|c|ca|Jr|Sr|vs|No|Gen|Col|U\.S|e\.g|i\.e|[A-Z])\.$")


def english_sentences(text):
    found = []
    for piece in _SPLIT.split(text):
        if found and (_DOTTED.search(found[-1]) or len(piece) < 12):
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


def xquad(data, score):
    """Rows of the XQuAD contexts: as many Thai sentences as English ones, placed by length and score.

    `score(text, spaces)` gives the log-odds of each space; a path over the spaces is found that fits
    the lengths of the English sentences and the scores best.
    """
    test = data / "test"
    english = (test / "xquad_context.en").read_text(encoding="utf-8").splitlines()
    rows = []
    for text, source in zip(read_lines(test / "xquad_context.th"), english, strict=True):
        spaces = [m.start() for m in re.finditer(" ", text)]
        ends = _place(text, spaces, english_sentences(source), score(text, spaces))
        if ends is not None:
            rows.append({"text": text, "sentence_ends": ends})
    return rows


def _place(text, spaces, sentences, scores):
    edges, ratio = [-1, *spaces, len(text)], len(text) / sum(map(len, sentences))
    last, worst = len(edges) - 1, -1e9
    best = [[worst] * len(edges) for _ in range(len(sentences) + 1)]
    back = [[0] * len(edges) for _ in range(len(sentences) + 1)]
    best[0][0] = 0.0
    for number, sentence in enumerate(sentences, 1):
        wanted = len(sentence) * ratio
        for right in range(1, last + 1):
            if (number == len(sentences)) != (right == last):
                continue
            for left in range(right):
                if best[number - 1][left] <= worst / 2:
                    continue
                misfit = math.log(max(edges[right] - edges[left] - 1, 1) / wanted) ** 2 * min(4, wanted / 40)
                value = best[number - 1][left] - 3 * misfit + (1.2 * scores[right - 1] if right < last else 0)
                if value > best[number][right]:
                    best[number][right], back[number][right] = value, left
    if best[len(sentences)][last] <= worst / 2:
        return None
    ends, right = [], last
    for number in range(len(sentences), 0, -1):
        right = back[number][right]
        if right:
            ends.append(edges[right])
    return ends[::-1]
