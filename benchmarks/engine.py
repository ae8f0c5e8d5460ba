"""Segments and source tokens a second: this engine against Argos Translate on the same package.

Against Argos's `translate` API, one segment a call as its users call it, in one process and in turns; and
against its command line, `argos-translate` on a file of one segment a line, each run a process of its own
and in turns with `bilingual-news mt` on the same file. Argos has its default settings, beam 4; so have we.
Its sentence splitter is replaced by one that does nothing, in Argos's favour: the real one downloads a
model at run time. What bare CTranslate2 does with the same segments is in benchmarks/decoding.py.

    python -m benchmarks.engine [--segments 150] [--rounds 3]
"""

from __future__ import annotations

import argparse
import functools
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Cost, best, call, in_turns, run
from benchmarks.record import record
from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.packages import default_roots, find_model
from bilingual_news.sources import read_article
from bilingual_news.stages.chunk import cut
from bilingual_news.stages.normalize import normalize_article
from bilingual_news.stages.segment import segment_article

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLES = Path(__file__).parent.parent / "articles"
SEGMENTS = 150
#: The entry point of the `argos-translate` script, with the sentence splitter replaced.
ARGOS_CLI = (
    "import argostranslate.sbd as sbd\n"
    "sbd.MiniSBDSentencizer.split_sentences = lambda self, text: [text]\n"
    "from argostranslate.cli import main\n"
    "main()\n"
)


class _Whole:
    """A sentence splitter that leaves the text whole."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


def segments() -> list[str]:
    """Distinct segments of the shipped articles, cut as the engine gets them."""
    found: dict[str, None] = {}
    for path in sorted(ARTICLES.glob("*.txt")):
        article = normalize_article(read_article(path))
        for segment in segment_article(article):
            found.update(dict.fromkeys(cut(segment.text, 300)))
    step = max(1, len(found) // SEGMENTS)
    return list(found)[::step][:SEGMENTS]


def argos_api(package: Path) -> Callable[[str], Any]:
    """Argos's own translation over a package folder."""
    from argostranslate.package import Package
    from argostranslate.translate import Language, PackageTranslation

    translation = PackageTranslation(Language("th", "Thai"), Language("en", "English"), Package(package))
    translation.sentencizer = _Whole()
    return translation.translate


def command_lines(package: Path, folder: Path) -> dict[str, Callable[[Path], Cost]]:
    """What runs each program over a file: Argos with the package installed in a folder of its own."""
    installed = folder / "argos" / "packages"
    installed.mkdir(parents=True)
    (installed / package.name).symlink_to(package.resolve())
    own = {name: str(folder / "argos") for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    env = {**os.environ, **own, "ARGOS_PACKAGES_DIR": str(installed)}
    argos = [sys.executable, "-c", ARGOS_CLI, "--from-lang", "th", "--to-lang", "en"]
    mt = [sys.executable, "-m", "bilingual_news", "mt", "--no-glossary", "--no-cache", "--model", package]
    return {
        "ours": lambda file: run(mt, source=file, sink=folder / "ours.txt"),
        "argos": lambda file: run(argos, source=file, sink=folder / "argos.txt", env=env),
    }


def compare_files(package: Path, texts: list[str], rounds: int) -> dict[str, Any]:
    """Both command lines on one file, and on a file of one line: what is start-up."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = command_lines(package, folder)
        found: dict[str, Any] = {}
        for title, lines in (("one line", texts[:1]), ("file", texts)):
            file = folder / "source.txt"
            file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            works = {who: functools.partial(program, file) for who, program in programs.items()}
            found[title] = in_turns(works, rounds)
            for who in programs:
                made = (folder / f"{who}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
                if len(made) != len(lines):
                    raise SystemExit(f"{who}: {len(made)} lines for {len(lines)}")
    return found


def rates(costs: list[Cost], texts: int, tokens: int) -> dict[str, float]:
    """Of the best round."""
    least = best(costs)
    return {
        "segments_per_second": round(texts / least.wall, 1),
        "source_tokens_per_second": round(tokens / least.wall),
        "segments_per_cpu_second": round(texts / least.cpu, 1),
    }


def ratios(ours: list[Cost], argos: list[Cost]) -> dict[str, Any]:
    """How many times as fast, round by round; the medians are what counts."""
    pairs = list(zip(ours, argos, strict=True))
    wall = [b.wall / a.wall for a, b in pairs]
    cpu = [b.cpu / a.cpu for a, b in pairs]
    return {
        "ratio": round(statistics.median(wall), 2),
        "paired_ratios": [round(value, 2) for value in wall],
        "ratio_of_cpu": round(statistics.median(cpu), 2),
        "paired_ratios_of_cpu": [round(value, 2) for value in cpu],
    }


def main() -> None:
    """Run, print and record."""
    global SEGMENTS  # noqa: PLW0603 - the sample is shared with benchmarks/decoding.py
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--segments", type=int, default=SEGMENTS)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    SEGMENTS = options.segments
    model = find_model(None, default_roots({"HOME": "/nonexistent"}))
    texts = segments()
    engine = ArgosEngine(model)
    argos = argos_api(model.path)
    engine.translate(texts[:4])
    argos(texts[0])
    tokens = sum(len(engine._tokenizer.encode(text)) for text in texts)
    works = {
        "ours": lambda: call(lambda: engine.translate(texts)),
        "argos": lambda: call(lambda: [argos(text) for text in texts]),
    }
    api = in_turns(works, options.rounds)
    files = compare_files(model.path, texts, options.rounds)
    result = {
        "model": model.signature,
        "segments": len(texts),
        "source_tokens": tokens,
        "rounds": options.rounds,
        "api": {who: rates(costs, len(texts), tokens) for who, costs in api.items()} | ratios(**api),
        "command_line": {who: rates(costs, len(texts), tokens) for who, costs in files["file"].items()}
        | ratios(**files["file"])
        | {"one_line_s": {who: round(best(costs).wall, 2) for who, costs in files["one line"].items()}},
    }
    record("engine", result)
    for name, value in result.items():
        for key, cells in value.items() if isinstance(value, dict) else [("", value)]:
            print(f"{name} {key}: {cells}")


if __name__ == "__main__":
    main()
