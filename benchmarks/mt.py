"""Translation quality: test sets through the product's own path, for one or more packages.

Usage: python -m benchmarks.mt DATA [PACKAGE ...]. DATA is the project's data folder (test/, domain/);
without packages the one is taken that the product would use. Needs sacrebleu.

BLEU and chrF2 with sacrebleu's signatures; looping and empty outputs a thousand (after the engine's
own retry); facts of the source (numbers, dates, money…) that the
output keeps, by the checks' normaliser; with the termbase on and off, the
share of the terms found in the source that the output renders; segments a second and peak memory (a
process a package). No neural metric is computed: those that know Thai need models of a gigabyte. The
first 20 segments of the domain set, with the termbase, go into results/mt-first-20.md, unselected.
"""

from __future__ import annotations

import argparse
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.record import RESULTS, record
from bilingual_news.checks import ALL_CHECKS, Pair, run_checks
from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.packages import default_roots, find_model
from bilingual_news.facts.thai import thai_facts
from bilingual_news.glossary import is_rendered, load_termbase
from bilingual_news.text import normalize as normalize_text
from bilingual_news.translation import Job, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Hypothesis

GLOSSARIES = Path(__file__).parent.parent / "glossaries"
SETS = ("ntrex-dev", "pud", "iwslt15_tst2010-2013", "distilled-dev")
#: IWSLT has 4,242 lines; the first thousand tell enough.
LONGEST = 1000
SHOWN = 20
FACT_CHECKS = [check for check in ALL_CHECKS if type(check).__module__ == "bilingual_news.checks.facts"]


def read_set(data: Path, name: str) -> tuple[list[str], list[str]]:
    """Normalised Thai segments and English references."""
    if name == "distilled-dev":
        rows = [line.split("\t") for line in _lines(data / "domain" / "distilled-dev.tsv")]
        thai, english = [row[0] for row in rows], [row[1] for row in rows]
    else:
        thai, english = (_lines(data / "test" / f"{name}.{side}") for side in ("th", "en"))
    return [normalize_text(line) for line in thai[:LONGEST]], english[:LONGEST]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def run(
    package: Path | None, sources: Sequence[str], termbase: Termbase | None
) -> tuple[list[Hypothesis], float]:
    """Translations and seconds, the model loaded before the clock starts."""
    engine = ArgosEngine(find_model(package, default_roots()))
    engine.translate(sources[:2])
    start = time.perf_counter()
    return translate(engine, [Job(s) for s in sources], termbase), time.perf_counter() - start


def quality(found: Sequence[Hypothesis], references: Sequence[str]) -> dict[str, Any]:
    """BLEU, chrF2 and broken outputs."""
    from sacrebleu.metrics import BLEU, CHRF

    outputs = [hypothesis.text for hypothesis in found]
    scores: dict[str, Any] = {}
    for name, metric in (("bleu", BLEU()), ("chrf2", CHRF())):
        scores[name] = round(metric.corpus_score(outputs, [list(references)]).score, 2)
        scores[f"{name}_signature"] = str(metric.get_signature())
    scores["empty_per_1000"] = round(1000 * sum(not o for o in outputs) / len(outputs), 2)
    scores["looped_per_1000"] = round(1000 * sum(h.looped for h in found) / len(outputs), 2)
    return scores


def fact_accuracy(sources: Sequence[str], found: Sequence[Hypothesis]) -> dict[str, float]:
    """Share of the segments that state facts (numbers, dates, money…) and keep them, by the checks."""
    stating = kept = 0
    for source, hypothesis in zip(sources, found, strict=True):
        if thai_facts(source):
            stating += 1
            kept += not run_checks(Pair(source, hypothesis.text), FACT_CHECKS)
    return {"segments_with_facts": stating, "facts_kept": round(kept / max(1, stating), 4)}


def term_accuracy(sources: Sequence[str], found: Sequence[Hypothesis], termbase: Termbase) -> float:
    """Share of the terms in the sources that the outputs render as the termbase says."""
    wanted = [
        (match.term, hypothesis.text)
        for source, hypothesis in zip(sources, found, strict=True)
        for match in termbase.find(source)
    ]
    return round(sum(is_rendered(term, text) for term, text in wanted) / max(1, len(wanted)), 4)


def measure(package: Path | None, data: Path) -> dict[str, Any]:
    """Every set for one package; the domain set also with the termbase."""
    termbase, result = load_termbase(GLOSSARIES), {}
    signature = find_model(package, default_roots()).signature
    for name in SETS:
        sources, references = read_set(data, name)
        found, seconds = run(package, sources, None)
        result[name] = quality(found, references) | fact_accuracy(sources, found)
        result[name]["segments_per_second"] = round(len(sources) / seconds, 1)
        if name == "distilled-dev":
            bound, slower = run(package, sources, termbase)
            obeyed = quality(bound, references) | fact_accuracy(sources, bound)
            obeyed["segments_per_second"] = round(len(sources) / slower, 1)
            obeyed["terms_rendered"] = term_accuracy(sources, bound, termbase)
            result[name]["terms_rendered"] = term_accuracy(sources, found, termbase)
            result[f"{name}, termbase on"] = obeyed
            write_examples(signature, sources, references, bound)
        print(signature, name, result[name], flush=True)
    result["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return result


def write_examples(
    signature: str, sources: Sequence[str], references: Sequence[str], found: Sequence[Hypothesis]
) -> None:
    """Write the first segments with reference and output: chosen by nobody."""
    lines = [f"# The first {SHOWN} segments of domain dev, {signature}, termbase on", ""]
    for number, (source, reference, it) in enumerate(zip(sources, references, found, strict=True), start=1):
        lines += [f"{number}. {source}", f"   - reference: {reference}", f"   - output: {it.text}", ""]
        if number == SHOWN:
            break
    (RESULTS / "mt-first-20.md").write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    """Measure, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="The project's data folder, with test/ and domain/.")
    parser.add_argument("packages", type=Path, nargs="*", help="Argos packages; default: the one in use.")
    options = parser.parse_args()
    data, packages = options.data, options.packages or [None]
    result: dict[str, Any] = {}
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as alone:
        for package in packages:
            signature = find_model(package, default_roots()).signature
            result[signature] = alone.submit(measure, package, data).result()
    print(record("mt", result))


if __name__ == "__main__":
    main()
