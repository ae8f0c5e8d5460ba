"""Clean the corpora and write one TSV a pool, with a manifest of what was kept, dropped and why.

    python prepare.py --data DATA --out WORK [--more FILE.tsv ...]

DATA is the project's data folder (parallel/, domain/, glossary/, test/ as its README describes).
WORK/clean/POOL.tsv holds `thai<TAB>english` lines; WORK/manifest.json counts and hashes them.
"""

import argparse
import csv
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import zstandard

from bilingual_news.text import normalize

Pair = tuple[str, str]
# Source file -> (pool, reason). A pool of None leaves the source out.
SOURCES: dict[str, tuple[str | None, str]] = {
    "sxs_d365": ("docs", "CC-BY-4.0"),
    "sxs_powerbi": ("docs", "CC-BY-4.0"),
    "sxs_misc": ("docs", "CC-BY-4.0"),
    "sxs_alchemy": ("docs", "CC-BY-4.0"),
    "sxs_powerbi_mt": ("docs", "CC-BY-4.0"),
    "sxs_alchemy_mt": ("docs", "CC-BY-4.0"),
    "sxs_paragraphs": ("long", "CC-BY-4.0"),
    "d365_finops": ("long", "CC-BY-4.0"),
    "msdocs_projectops": ("long", "CC-BY-4.0"),
    "msdocs_customerinsights": ("long", "CC-BY-4.0"),
    "msdocs_deployoffice": ("long", "CC-BY-4.0"),
    "msdocs_flow": ("long", "CC-BY-4.0"),
    "openclaw_docs_llm": ("docs", "MIT"),
    "mslearn_coop_llm": ("prose", "MIT"),
    "docs_misc2": ("docs", "MIT"),
    "hf_course": ("prose", "Apache-2.0"),
    "mozilla_www": ("prose", "MPL-2.0"),
    "tatoeba": ("prose", "CC-BY-2.0-FR"),
    "talpco": ("prose", "CC-BY-4.0"),
    "ui_aosp": ("short", "Apache-2.0 / MIT"),
    "ui_chromium": ("short", "BSD-3-Clause"),
    "ui_firefox": ("short", "MPL-2.0"),
    "ui_thunderbird": ("short", "MPL-2.0"),
    "ui_libreoffice": ("short", "MPL-2.0 (dual with LGPL)"),
    "ui_godot": ("short", "MIT"),
    "dict_thai_wordnet": ("short", "NICT Thai WordNet and WordNet 3.0 licences, permissive"),
    "dict_translit_pythainlp": ("short", "CC0-1.0"),
    "names_geothai": ("short", "MIT and CC-BY-4.0"),
    "ui_gnome_linux": (None, "GPL/LGPL per package"),
    "ui_mediawiki": (None, "GPL-2.0-or-later"),
    "ui_web_apps": (None, "mixed, contains GPL and AGPL that rows cannot be told apart from"),
    "ui_web_apps2": (None, "mixed, contains GPL and AGPL that rows cannot be told apart from"),
    "names_isocodes": (None, "LGPL-2.1-or-later only"),
    "names_cldr": (None, "contains ODbL rows that cannot be told apart"),
    "docs_misc": (None, "mixed, contains CC-BY-SA rows that cannot be told apart"),
    "djangogirls": (None, "CC-BY-SA-4.0: share-alike is kept out of the weights"),
    "msdocs_heading_slugs": (None, "quality: English side is a URL slug"),
}
TEST_SETS = ("ntrex-dev", "pud", "iwslt15_tst2010-2013", "xquad_context", "xquad_question")
SHINGLE = 48  # characters; a run this long shared with a test line drops a pair
STRIDE = 12
_SKELETON = re.compile(r"[\W_]+")
_THAI = re.compile("[\u0e01-\u0e5b]")
_LATIN = re.compile("[A-Za-z]")


@dataclass
class HeldOut:
    """Everything a training row must not repeat.

    A run shared with a test line drops a row. Government news shares long titles and names by
    nature, so against the domain dev set a row goes when more than half of its runs are there.
    """

    lines: set[str] = field(default_factory=set)
    shingles: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    domain: set[str] = field(default_factory=set)

    def add(self, line: str, *, shingles: bool) -> None:
        """Hold out `line`; with `shingles`, also every long run of characters inside it."""
        bare = skeleton(line)
        self.lines.add(bare)
        if shingles:
            self.shingles.update(runs_of(bare))

    def reason(self, pair: Pair) -> str | None:
        """Return why `pair` must be dropped, or None."""
        for side in pair:
            bare = skeleton(side)
            if len(bare) > 12 and bare in self.lines:
                return "held-out line"
            runs = [bare[i : i + SHINGLE] for i in range(0, len(bare) - SHINGLE + 1, STRIDE)]
            if any(run in self.shingles for run in runs):
                return "held-out run"
            if sum(run in self.domain for run in runs) * 2 > len(runs):
                return "mostly held-out"
        return None


def skeleton(text: str) -> str:
    """Return the letters and digits of `text` in lower case: the form overlaps are judged in."""
    return _SKELETON.sub("", text).lower()


def runs_of(bare: str) -> Iterator[str]:
    """Yield every run of SHINGLE characters of a skeleton."""
    return (bare[i : i + SHINGLE] for i in range(len(bare) - SHINGLE + 1))


def read_lines(path: Path) -> Iterator[str]:
    """Yield lines split at LF only (the corpora contain U+2028 and U+0085)."""
    if path.suffix == ".zst":
        with path.open("rb") as raw:
            reader = zstandard.ZstdDecompressor().stream_reader(raw)
            yield from (s.rstrip("\n") for s in io.TextIOWrapper(reader, "utf-8", newline="\n"))
    else:
        with path.open(encoding="utf-8", newline="\n") as text:
            yield from (s.rstrip("\n") for s in text)


def read_rows(path: Path) -> Iterator[list[str]]:
    """Yield the tab-separated fields of each line with two or more of them."""
    for line in read_lines(path):
        row = line.split("\t")
        if len(row) >= 2:
            yield row


def load_held_out(data: Path) -> HeldOut:
    """Collect the test sets (lines and long runs) and the domain dev (lines and articles)."""
    held = HeldOut()
    for name in TEST_SETS:
        for side in ("th", "en"):
            for line in read_lines(data / "test" / f"{name}.{side}"):
                held.add(normalize(line), shingles=True)
    for thai, english, article in read_rows(data / "domain" / "distilled-dev.tsv"):
        held.articles.add(article)
        for line in (normalize(thai), english):
            held.add(line, shingles=False)
            held.domain.update(runs_of(skeleton(line)))
    return held


def bad_shape(pair: Pair, pool: str) -> str | None:
    """Return the name of the length, script or ratio rule that `pair` breaks, or None."""
    thai, english = pair
    if not thai or not english:
        return "empty"
    if len(thai) > 480 or len(english) > 640:
        return "too long"
    if not _LATIN.search(english) or _THAI.search(english):
        return "target script"
    if pool in {"distilled", "more", "authored", "terms", "news"}:
        return None
    letters = len(_THAI.findall(thai))
    if letters < 2:
        return "source without Thai"
    if pool not in {"short"} and letters < 0.25 * len(thai):
        return "source mostly foreign"
    ratio = (len(english) + 8) / (len(thai) + 8)
    if not 0.4 < ratio < 2.6:
        return "ratio"
    return None


def parallel_rows(data: Path) -> Iterator[tuple[str, str, Pair]]:
    """Yield (pool, source, pair) of the licensed general corpora."""
    for path in sorted((data / "parallel").glob("*.tsv.zst")):
        source = path.name.removesuffix(".tsv.zst")
        pool, _ = SOURCES[source]
        if pool:
            for row in read_rows(path):
                yield pool, source, (row[0], row[1])


def domain_rows(data: Path, held: HeldOut) -> Iterator[tuple[str, str, Pair]]:
    """Yield the government-news pairs: distilled, mined, terms, glossary and people."""
    for row in read_rows(data / "domain" / "distilled.tsv"):
        yield "distilled", "distilled", (row[0], row[1])
    for row in read_rows(data / "domain" / "parallel.tsv"):
        if row[3] not in held.articles and row[0] != "thai":
            yield "mined", "mined", (row[0], row[1])
    for row in read_rows(data / "domain" / "term_pairs.tsv.zst"):
        if row[5] in {"high", "medium"}:
            yield "terms", f"term_pairs_{row[5]}", (row[0], row[1])
    yield from glossary_rows(data / "glossary" / "glossary.csv", "glossary")
    yield from glossary_rows(data / "glossary" / "people.csv", "people")


def glossary_rows(path: Path, source: str) -> Iterator[tuple[str, str, Pair]]:
    """Yield a term and its spelled-out variants; abbreviations with periods stay as they are."""
    with path.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            for thai in [row["source"], *row["variants"].split(";")]:
                if len(thai.strip()) > 2:
                    yield "terms", source, (thai.strip(), row["target"])


def news_rows(data: Path) -> Iterator[tuple[str, str, Pair]]:
    """Yield the government's English paragraphs, cut at sentence ends, as copy pairs."""
    for line in read_lines(data / "domain" / "english-news.txt.zst"):
        for sentence in re.split(r"(?<=[a-z)”\"]\.) (?=[A-Z“\"])", " ".join(line.split())):
            if 40 < len(sentence) < 400:
                yield "news", "english_news", (sentence, sentence)


def more_rows(paths: Iterable[Path], held: HeldOut) -> Iterator[tuple[str, str, Pair]]:
    """Yield further distilled pairs (thai, english, article) from outside the dev articles."""
    for path in paths:
        for row in read_rows(path):
            if len(row) < 3 or row[2] not in held.articles:
                yield "more", path.name, (row[0], row[1])


def authored_rows(paths: Iterable[Path]) -> Iterator[tuple[str, str, Pair]]:
    """Yield general-news pairs written for this project."""
    for path in paths:
        for row in read_rows(path):
            yield "authored", path.name, (row[0], row[1])


@dataclass
class Cleaner:
    """Filters rows one by one and counts every decision."""

    held: HeldOut
    seen: set[int] = field(default_factory=set)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def keep(self, pool: str, source: str, pair: Pair) -> Pair | None:
        """Return the normalised pair, or None after counting why it goes."""
        pair = (normalize(pair[0]), " ".join(pair[1].split()))
        why = bad_shape(pair, pool) or self.held.reason(pair) or self.repeated(pool, pair)
        self.counts[source, why or "kept"] += 1
        return None if why else pair

    def repeated(self, pool: str, pair: Pair) -> str | None:
        """Return "duplicate" when the pair was seen in this pool group before."""
        key = hash((pool == "long", skeleton(pair[0]) or pair[0], pair[1].lower()))
        if key in self.seen:
            return "duplicate"
        self.seen.add(key)
        return None


def write_pools(rows: Iterable[tuple[str, str, Pair]], cleaner: Cleaner, out: Path) -> Counter[str]:
    """Write the kept pairs of `rows` to out/POOL.tsv and return the counts a pool."""
    files, kept = {}, Counter()
    for pool, source, raw in rows:
        pair = cleaner.keep(pool, source, raw)
        if pair is None:
            continue
        if pool not in files:
            files[pool] = (out / f"{pool}.tsv").open("w", encoding="utf-8", newline="\n")
        files[pool].write("\t".join(pair) + "\n")
        kept[pool] += 1
    for file in files.values():
        file.close()
    return kept


def sha256(path: Path) -> str:
    """Return the hex digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(cleaner: Cleaner, kept: Counter[str], clean: Path) -> dict[str, object]:
    """Describe the run: licences and decisions a source, counts and hashes a pool."""
    decisions: dict[str, dict[str, int]] = {}
    for (source, why), n in sorted(cleaner.counts.items()):
        decisions.setdefault(source, {})[why] = n
    return {
        "licences": {s: {"used": bool(p), "reason": r} for s, (p, r) in SOURCES.items()},
        "decisions": decisions,
        "pools": {p: {"pairs": n, "sha256": sha256(clean / f"{p}.tsv")} for p, n in kept.items()},
        "held_out": {"lines": len(cleaner.held.lines), "articles": len(cleaner.held.articles)},
    }


def main() -> None:
    """Run the cleaning."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    parser.add_argument("--authored", type=Path, nargs="*", default=[])
    parser.add_argument("--only-new", action="store_true", help="only --more and --authored")
    args = parser.parse_args()
    clean = args.out / "clean"
    clean.mkdir(parents=True, exist_ok=True)
    cleaner = Cleaner(load_held_out(args.data))
    rows = list(more_rows(args.more, cleaner.held)) + list(authored_rows(args.authored))
    if not args.only_new:
        rows += list(domain_rows(args.data, cleaner.held))
        rows += list(news_rows(args.data)) + list(parallel_rows(args.data))
    kept = write_pools(rows, cleaner, clean)
    name = "manifest-new.json" if args.only_new else "manifest.json"
    report = json.dumps(manifest(cleaner, kept, clean), ensure_ascii=False, indent=1)
    (args.out / name).write_text(report + "\n", encoding="utf-8")
    print(dict(kept))


if __name__ == "__main__":
    main()
