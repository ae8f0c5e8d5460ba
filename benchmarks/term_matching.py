"""How fast terms are loaded and found: 10,000 terms, Thai government text, CPU seconds of one core.

    python benchmarks/term_matching.py FOLDER_OF_ARTICLES

The shipped terms are filled up to 10,000 with phrases of the articles themselves, so that hits are
dense.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from pathlib import Path

from pythainlp.tokenize import word_tokenize

from bilingual_news.glossary import load_termbase
from bilingual_news.text import is_thai, normalize

ROOT = Path(__file__).parent.parent
COUNT, ARTICLES = 10_000, 600


def main() -> None:
    files = sorted(Path(sys.argv[1]).glob("*.txt"))[:ARTICLES]
    lines = (normalize(line) for path in files for line in path.read_text("utf-8").split("\n"))
    texts = [line for line in lines if line]
    size = sum(len(text.encode()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder) / "terms.csv", texts)
        started = time.process_time()
        termbase = load_termbase(Path(folder))
        termbase.find("ก")
        print(f"load {time.process_time() - started:.3f} s, {len(termbase)} terms")
    termbase.find("พนายก")  # newmm reads its dictionary once
    for _ in range(2):
        started = time.process_time()
        hits = sum(len(termbase.find(text)) for text in texts)
        spent = time.process_time() - started
        print(f"find {hits} terms in {size / 1e6:.2f} MB: {size / 1e6 / spent:.2f} MB/s")


def _write(path: Path, texts: list[str]) -> None:
    chance = random.Random(1)
    shipped = sorted((ROOT / "glossaries").glob("*.csv"))
    rows = [row for file in shipped for row in csv.DictReader(file.open(encoding="utf-8"))]
    known = {row["source"] for row in rows}
    while len(rows) < COUNT:
        words = word_tokenize(chance.choice(texts), engine="newmm")
        at = chance.randrange(len(words))
        phrase = "".join(words[at : at + chance.randint(3, 7)]).strip()
        if len(phrase) > 5 and phrase not in known and any(map(is_thai, phrase)):
            known.add(phrase)
            rows.append({"source": phrase, "target": f"term {len(rows)}"})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
