"""What several benchmarks need: the time of a process, the growth of times, tables."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Starts a command and prints its exit status, CPU seconds, wall seconds and peak memory in kB. Linux
#: counts the memory of the process that forked into the peak of the one that it becomes, so this must be
#: a small one.
_LAUNCHER = """
import json, os, sys, time
source, sink, command = sys.argv[1], sys.argv[2], sys.argv[3:]
start = time.perf_counter()
child = os.fork()
if not child:
    os.dup2(os.open(source, os.O_RDONLY), 0)
    os.dup2(os.open(sink, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 1)
    os.execvp(command[0], command)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run costs.

    Attributes:
        cpu: CPU seconds of the process and of those that it waited for.
        wall: Wall seconds.
        peak: Peak resident memory in MB; 0 where it was not measured.
    """

    cpu: float
    wall: float
    peak: float = 0.0


def run(
    command: Sequence[str | Path],
    *,
    source: Path = Path("/dev/null"),
    sink: Path = Path("/dev/null"),
    env: Mapping[str, str] | None = None,
    allowed: Sequence[int] = (0,),
) -> Cost:
    """The cost of one process, start-up included; ends the benchmark if it fails."""
    launch = [sys.executable, "-S", "-c", _LAUNCHER, str(source), str(sink), *map(str, command)]
    done = subprocess.run(launch, capture_output=True, text=True, check=True, env=env)
    status, cpu, wall, peak = json.loads(done.stdout)
    if status not in allowed:
        raise SystemExit(f"{' '.join(map(str, command))}: exit status {status}\n{done.stderr}")
    return Cost(cpu, wall, peak / 1024)


def call(work: Callable[[], object]) -> Cost:
    """The cost of a call in this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.process_time() - cpu, time.perf_counter() - wall)


def in_turns(works: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, list[Cost]]:
    """The costs of several works, each once a round: what else the machine does meets all of them."""
    found: dict[str, list[Cost]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(work())
    return found


def best(costs: Iterable[Cost]) -> Cost:
    """The least CPU and wall time and memory, each on its own."""
    costs = list(costs)
    return Cost(*(min(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "peak")))


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Slope of log seconds over log size, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - mean_x) ** 2 for x in xs)


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A Markdown table, its columns aligned."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(head, *cells, strict=True)]
    lines = [list(head), ["-" * width for width in widths], *cells]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
