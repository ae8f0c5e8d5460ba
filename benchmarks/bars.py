"""The last table of `make bench`: a figure of every benchmark, its bar, and whether it is met.

    python -m benchmarks.bars

Reads what is recorded in benchmarks/results. A bar is a requirement of the project; a figure without one
is there to be seen. A benchmark that has not been recorded, or has been recorded before it had the figure,
says so in its row.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.measure import table
from benchmarks.record import RESULTS

Figure = Callable[[Any], float]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure.

    Attributes:
        benchmark: Name of the file in benchmarks/results.
        name: What it says, with its unit.
        figure: Takes it out of the result.
        at_least: The least it may be; None for no such bar.
        at_most: The most it may be; None for no such bar.
    """

    benchmark: str
    name: str
    figure: Figure
    at_least: float | None = None
    at_most: float | None = None


def _of_largest(result: dict[str, Any]) -> dict[str, Any]:
    """The cell of the largest number among keys such as `5000 articles`."""
    numbers = {int(key.split()[0]): value for key, value in result.items() if key.split()[0].isdigit()}
    return dict(numbers[max(numbers)])


def _flatness(result: dict[str, Any]) -> float:
    peaks = [row["cold"]["peak_mb"] for row in result["growth"].values()]
    return float(max(peaks) / min(peaks))


def _share_of_model(result: dict[str, Any]) -> float:
    run = result["runs"]["cold"]
    return float(100 * sum(run["stages"][stage]["cpu_s"] for stage in ("decode", "score")) / run["cpu_s"])


def _least(result: dict[str, Any], key: str) -> float:
    """Over the kinds of errors on documents that were not looked at."""
    return float(min(row[key] for row in result["halves"]["held out"].values()))


def _per_article(result: dict[str, Any]) -> float:
    return float(_of_largest(result["growth"])["articles_per_cpu_second"])


def _recall(result: dict[str, Any]) -> float:
    rows = result["seeded"].values()
    return float(sum(row["found"] for row in rows) / sum(row["errors"] for row in rows))


def _false_alarms(result: dict[str, Any]) -> float:
    rows = result["clean"].values()
    return float(100 * sum(row["with_error"] for row in rows) / sum(row["segments"] for row in rows))


def _cut_per_second(name: str) -> Figure:
    return lambda result: result[f"{name} / rules + model"]["characters_per_second"]


def _ladder(key: str) -> Figure:
    return lambda result: result["pairs"]["variants"]["whole ladder"][key]


def _start(command: str) -> Figure:
    return lambda result: result["commands"][command]["wall_min_ms"]


def _embedded(test: str, key: str) -> Figure:
    """Of the last model of the run, the embedded one."""
    return lambda result: [v for k, v in result.items() if k.startswith("translate-")][-1][test][key]


ROWS = (
    Row("engine", "ours / Argos's API, a segment a call", lambda r: r["api"]["ratio"], 5),
    Row("engine", "the same, of CPU time", lambda r: r["api"]["ratio_of_cpu"]),
    Row("engine", "ours / Argos's command line on a file", lambda r: r["command_line"]["ratio"]),
    Row("decoding", "ours / bare CTranslate2, CPU", lambda r: r["ratio_to_bare"]["engine"]["of_cpu"], 0.95),
    Row("decoding", "with scores", lambda r: r["ratio_to_bare"]["engine with scores"]["of_cpu"]),
    Row("stages", "share of the model in a cold run, %", _share_of_model),
    Row("pipeline", "articles a CPU second, without the model", _per_article, 60),
    Row("pipeline", "efficiency of two processes", lambda r: r["processes"]["efficiency_at_2"], 0.85),
    Row("pipeline", "peak memory, ten times the articles", _flatness, at_most=1.2),
    Row("startup", "--help, ms", _start("--help"), at_most=150),
    Row("startup", "status of one PO, ms", _start("status, one PO"), at_most=300),
    Row("startup", "status of one changed PO, ms", _start("status, one changed PO"), at_most=300),
    Row("startup", "10,000 unchanged, ms", _start("translate, 10,000 unchanged"), at_most=5000),
    Row("growth", "largest exponent", lambda r: r["largest_exponent"], at_most=1.1),
    Row("catalog", "read PO, polib / ours", lambda r: r["read"]["ratio"]),
    Row("catalog", "write PO, polib / ours", lambda r: r["write"]["ratio"]),
    Row("merge", "right attachments, %", lambda r: r["tools"]["ours"]["right %"], 98),
    Row("merge", "the same, msgmerge", lambda r: r["tools"]["msgmerge"]["right %"]),
    Row("merge_large", "largest catalog, CPU s", lambda r: _of_largest(r)["ours"]["cpu s"]),
    Row("merge_large", "the same, msgmerge", lambda r: _of_largest(r)["msgmerge"]["cpu s"]),
    Row("merge_large", "the same, polib", lambda r: _of_largest(r)["polib"]["cpu s"]),
    Row("merge_large", "growth exponent", lambda r: r["growth exponent of ours"], at_most=1.1),
    Row("kills", "kills without a damaged catalog", lambda r: sum(kind["runs"] for kind in r.values()), 200),
    Row("memory", "1,000 fuzzy queries, CPU s", lambda r: r["sizes"][-1]["queries"]["1000 fuzzy"]["cpu s"]),
    Row("memory", "pretranslate's matching / ours, CPU",
        lambda r: r["peer"]["translate-toolkit"]["cpu s"] / r["peer"]["ours"]["cpu s"]),
    Row("memory", "growth exponent of the build", lambda r: r["growth"]["build cpu"][-1], at_most=1.1),
    Row("checks", "recall of seeded errors", _recall, 0.95),
    Row("checks", "clean segments with an error, %", _false_alarms, at_most=2),
    Row("term_checks", "least recall of a kind", lambda r: _least(r, "recall"), 0.95),
    Row("term_checks", "least precision of a kind", lambda r: _least(r, "precision"), 0.95),
    Row("check_speed", "entries a CPU second", lambda r: r["entries_per_cpu_second"], 20_000),
    Row("check_speed", "entries a CPU second, files unchanged",
        lambda r: 1e6 / r["run"]["check again, nothing changed"]),
    Row("check_speed", "pofilter / all checks of entries, CPU",
        lambda r: r["pofilter_us_per_entry"] / r["us_per_entry"]),
    Row("check_speed", "growth exponent", lambda r: r["growth"]["exponent"], at_most=1.1),
    Row("reports", "largest growth exponent", lambda r: r["largest_exponent"], at_most=1.1),
    Row("segmentation", "F1, government", lambda r: r["dev-thaigov / rules + model"]["f1"], 0.85),
    Row("segmentation", "F1, NTREX", lambda r: r["NTREX-dev by document / rules + model"]["f1"], 0.62),
    Row("segmentation", "F1, Thai PUD", lambda r: r["Thai PUD, ten a row / rules + model"]["f1"], 0.62),
    Row("segmentation", "characters/s, articles", lambda r: r["speed"]["characters_per_second"], 1_000_000),
    Row("segmentation", "characters/s, government", _cut_per_second("dev-thaigov"), 1_000_000),
    Row("segmentation", "characters/s, NTREX", _cut_per_second("NTREX-dev by document"), 1_000_000),
    Row("segmentation", "characters/s, Thai PUD", _cut_per_second("Thai PUD, ten a row"), 1_000_000),
    Row("term_matching", "MB a second, articles", lambda r: r["articles"]["megabytes_a_second"], 5),
    Row("term_matching", "growth exponent of loading", lambda r: r["growth"]["load_exponent"], at_most=1.1),
    Row("terminology", "terms rendered, %", _ladder("rendered_percent"), 95),
    Row("terminology", "slow-down, CPU", _ladder("slowdown_cpu"), at_most=2),
    Row("mt", "chrF2, NTREX", _embedded("ntrex-dev", "chrf2"), 40),
    Row("mt", "chrF2, government", _embedded("distilled-dev", "chrf2"), 58),
    Row("mt", "segments/s, government", _embedded("distilled-dev", "segments_per_second"), 40),
    Row("site", "index of 1,000 articles, ms",
        lambda r: r["index_1000_articles"]["load_ms_median"], at_most=1000),
    Row("cluster", "overhead of two workers, %", lambda r: r["overhead_percent_median"]),
    Row("scale_out", "the client's work, ms a segment", lambda r: r["client_milliseconds_a_segment"]),
)  # fmt: skip


def line(row: Row) -> list[str]:
    """The cells of a row."""
    bar = f"≥ {row.at_least:g}" if row.at_least is not None else ""
    bar = f"≤ {row.at_most:g}" if row.at_most is not None else bar
    path = RESULTS / f"{row.benchmark}.json"
    if not path.exists():
        return [row.benchmark, row.name, "not recorded", bar, ""]
    document = json.loads(path.read_text(encoding="utf-8"))
    try:
        figure = row.figure(document.get("result", document))
    except (KeyError, IndexError, ValueError, TypeError):
        return [row.benchmark, row.name, "not in the record", bar, ""]
    met = (row.at_least is None or figure >= row.at_least) and (row.at_most is None or figure <= row.at_most)
    return [row.benchmark, row.name, f"{figure:,.4g}", bar, ("yes" if met else "NO") if bar else ""]


def text() -> str:
    """The table."""
    return table(["benchmark", "figure", "value", "bar", "met"], map(line, ROWS))


def main() -> None:
    """Print the table."""
    print(text())


if __name__ == "__main__":
    main()
