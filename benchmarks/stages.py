"""Where the time of a run goes: CPU seconds of each stage of `translate`, cold, without changes, warm.

    python -m benchmarks.stages [--articles FOLDER] [--limit 15]

Every run is a process of its own on one project, in this order: cold (no catalogs, empty cache), nothing to
do, one article edited, warm (catalogs deleted, cache full), without the model (catalogs deleted, --no-mt).
The functions of a stage are replaced by ones that look at the clock of their thread before and after; time
in a stage called by another counts for the inner one only. CTranslate2 computes in threads of its own:
what they use is the CPU time of the process less that of its Python threads meanwhile. "the rest" is what
is in no stage. Imports are a stage wherever they happen.
"""

from __future__ import annotations

import argparse
import functools
import importlib._bootstrap as bootstrap  # type: ignore[import-not-found]
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.measure import table
from benchmarks.record import record

ROOT = Path(__file__).parent.parent
PACKAGE = "bilingual_news"
#: Stage → functions, by module; a class and its method are joined by a dot.
STAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "find and hash articles": {"pipeline.articles": ("find_articles", "tickets")},
    "ask whether done": {"pipeline.translate": ("TranslateRun._is_done",)},
    "load the terms": {"glossary.termbase": ("load_termbase",)},
    "read articles": {"sources.reader": ("read_article",)},
    "normalise": {"stages.normalize": ("normalize_article",)},
    "segment": {"stages.segment": ("segment_article",)},
    "parse catalogs": {"catalog.po": ("parse_catalog",)},
    "merge": {"catalog.merge": ("places", "merge", "fill", "annotate")},
    "memory": {"pipeline.memory": ("open_memory", "ask")},
    "find terms": {"glossary.termbase": ("Termbase.find",)},
    "key of the cache": {"scale.keys": ("request_digest", "answer_key")},
    "cache": {"scale.cache": ("TranslationCache.get_many", "TranslationCache.put_many")},
    "load the model": {"engines.argos": ("ArgosEngine._load",)},
    "decode": {"engines.argos": ("ArgosEngine._run",)},
    "score": {"engines.argos": ("ArgosEngine._log_probs",)},
    "term ladder": {"engines.constrain": ("translate_with_terms",)},
    "cut and join": {"translation": ("translate",)},
    "checks": {"checks.registry": ("run_checks",)},
    "write PO": {"catalog.po": ("write_catalog",)},
    "write MO": {"catalog.mo": ("compile_catalog", "current_header")},
}
#: Stages that wait for threads of CTranslate2.
NATIVE = ("decode", "score", "load the model")


class Clock:
    """CPU seconds and calls by stage."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.calls: defaultdict[str, int] = defaultdict(int)
        self._local = threading.local()
        self._main = time.pthread_getcpuclockid(threading.main_thread().ident or 0)
        self._lock = threading.Lock()

    def wrapped(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time counted for the stage."""

        @functools.wraps(function)
        def timed(*args: object, **kwargs: object) -> object:
            stack = self._local.__dict__.setdefault("stack", [])
            stack.append([0.0, 0.0])
            own, wide = time.thread_time(), self._wide()
            try:
                return function(*args, **kwargs)
            finally:
                own, wide = time.thread_time() - own, self._wide() - wide
                inner_own, inner_wide = stack.pop()
                if stage not in NATIVE:
                    wide = own - inner_own + inner_wide
                with self._lock:
                    self.seconds[stage] += wide - inner_wide
                    self.calls[stage] += 1
                if stack:
                    stack[-1][0] += own
                    stack[-1][1] += wide

        return timed

    def _wide(self) -> float:
        """CPU time of this thread and of those that are not Python's."""
        if threading.current_thread() is threading.main_thread():
            return time.process_time()
        return time.process_time() - time.clock_gettime(self._main)


def watch(clock: Clock) -> None:
    """Wrap imports, and the functions of the stages as soon as their modules are loaded."""
    wanted = {
        f"{PACKAGE}.{module}": [
            (stage, name)
            for stage, places in STAGES.items()
            for place, names in places.items()
            if place == module
            for name in names
        ]
        for places in STAGES.values()
        for module in places
    }
    load = clock.wrapped("imports", bootstrap._find_and_load)

    def loaded(name: str, importer: Callable[..., object]) -> object:
        module = load(name, importer)
        for stage, target in wanted.pop(name, ()):
            replace(clock, module, stage, target)
        return module

    bootstrap._find_and_load = loaded


def replace(clock: Clock, module: object, stage: str, target: str) -> None:
    """Put the timed function in the place of the function."""
    *path, name = target.split(".")
    owner = functools.reduce(getattr, path, module)
    if name == "_load":  # The model's two lazy properties.
        for lazy in ("_loaded_tokenizer", "_loaded_translator"):
            found = functools.cached_property(clock.wrapped(stage, owner.__dict__[lazy].func))
            found.__set_name__(owner, lazy)
            setattr(owner, lazy, found)
        return
    setattr(owner, name, clock.wrapped(stage, getattr(owner, name)))


def child(arguments: list[str]) -> None:
    """Run the program with the clock; print what it says as JSON."""
    clock = Clock()
    clock.seconds["start of the interpreter"] = time.process_time()
    began = time.perf_counter()
    watch(clock)
    from bilingual_news.cli import app as program

    try:
        program(arguments)
    except SystemExit as end:
        if end.code:
            raise
    total = time.process_time()
    clock.seconds["the rest"] = total - sum(clock.seconds.values())
    print(
        json.dumps(
            {
                "cpu_s": round(total, 3),
                "wall_s": round(time.perf_counter() - began, 3),
                "stages": {
                    name: {"cpu_s": round(spent, 4), "calls": clock.calls[name]}
                    for name, spent in sorted(clock.seconds.items(), key=lambda item: -item[1])
                },
            }
        )
    )


def profile(folder: Path, *flags: str) -> dict[str, Any]:
    """One run of `translate` in a process of its own."""
    line = [
        sys.executable,
        "-m",
        "benchmarks.stages",
        "--child",
        "-C",
        str(folder),
        "-q",
        "translate",
        *flags,
    ]
    env = {**os.environ, "BILINGUAL_NEWS_CACHE": str(folder / "cache")}
    done = subprocess.run(line, capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        raise SystemExit(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def runs(folder: Path) -> dict[str, dict[str, Any]]:
    """The runs, each in the state that the one before left."""
    found = {"cold": profile(folder), "nothing to do": profile(folder)}
    path = next((folder / "articles").iterdir())
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^([^:]{60,})$", r"\1 เพิ่มเติม", text, count=3), encoding="utf-8")
    found["one article edited"] = profile(folder)
    shutil.rmtree(folder / "locales")
    found["warm"] = profile(folder)
    shutil.rmtree(folder / "locales")
    found["without the model"] = profile(folder, "--no-mt")
    return found


def main() -> None:
    """Run, print and record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path, default=ROOT / "articles")
    parser.add_argument("--limit", type=int, default=15)
    parser.add_argument("--child", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        shutil.copytree(ROOT / "glossaries", folder / "glossaries")
        chosen = sorted(options.articles.rglob("*.txt"))[: options.limit]
        for path in chosen:
            shutil.copy(path, folder / "articles")
        result = {"articles": len(chosen), "runs": runs(folder)}
    for title, found in result["runs"].items():
        print(f"\n{title}: {found['cpu_s']} s of CPU, {found['wall_s']} s of wall time")
        rows = [
            [stage, cells["calls"] or "", cells["cpu_s"], f"{cells['cpu_s'] / found['cpu_s']:.1%}"]
            for stage, cells in found["stages"].items()
        ]
        print(table(["stage", "calls", "CPU s", "share"], rows))
    record("stages", result)


if __name__ == "__main__":
    main()
