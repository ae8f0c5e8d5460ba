"""Train the model on packed pools inside a time limit; resumable.

    python train.py --work WORK --out RUN --minutes 110 [--width 256 --encoder 6 --decoder 2]

WORK holds spm.model, packed/*.npz (encode.py) and dev TSVs given by --dev. A second start with the
same --out goes on from RUN/last.pt, reads the pools afresh and plans the rest of its --minutes.
Set OMP_NUM_THREADS to the free cores and MALLOC_MMAP_THRESHOLD_=10000000000
MALLOC_TRIM_THRESHOLD_=20000000000 MALLOC_TOP_PAD_=500000000 (glibc gives big blocks back to the
kernel at every step otherwise), and ONEDNN_PRIMITIVE_CACHE_CAPACITY=16384 (a kernel a shape).
"""

import argparse
import json
import os
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencepiece
import torch
from torch import Tensor

from bilingual_news.text import normalize
from model import Shape, Transformer, loss_of
from optimiser import Optimiser
from prepare import read_rows

EDGES = (8, 12, 16, 20, 24, 32, 40, 48, 56, 64, 80, 96, 128, 160)
Row = tuple[np.ndarray, np.ndarray]

# Share of target tokens a pool at points of the schedule (fraction of the time): straight lines
# between. `gov` is distilled + more, in proportion to their sizes.
MIX: tuple[tuple[float, dict[str, float]], ...] = (
    (
        0.00,
        {
            "short": 0.25,
            "terms": 0.05,
            "docs": 0.35,
            "prose": 0.10,
            "long": 0.03,
            "gov": 0.17,
            "mined": 0.05,
            "news": 0.00,
            "authored": 0.00,
        },
    ),
    (
        0.07,
        {
            "short": 0.05,
            "terms": 0.03,
            "docs": 0.34,
            "prose": 0.12,
            "long": 0.11,
            "gov": 0.25,
            "mined": 0.07,
            "news": 0.03,
            "authored": 0.00,
        },
    ),
    (
        0.35,
        {
            "short": 0.04,
            "terms": 0.03,
            "docs": 0.24,
            "prose": 0.12,
            "long": 0.09,
            "gov": 0.33,
            "mined": 0.08,
            "news": 0.02,
            "authored": 0.05,
        },
    ),
    (
        0.40,
        {
            "short": 0.03,
            "terms": 0.03,
            "docs": 0.15,
            "prose": 0.10,
            "long": 0.07,
            "gov": 0.45,
            "mined": 0.08,
            "news": 0.01,
            "authored": 0.08,
        },
    ),
    (
        0.70,
        {
            "short": 0.03,
            "terms": 0.03,
            "docs": 0.10,
            "prose": 0.09,
            "long": 0.05,
            "gov": 0.54,
            "mined": 0.08,
            "news": 0.01,
            "authored": 0.07,
        },
    ),
    (
        0.77,
        {
            "short": 0.02,
            "terms": 0.03,
            "docs": 0.06,
            "prose": 0.07,
            "long": 0.03,
            "gov": 0.60,
            "mined": 0.06,
            "news": 0.01,
            "authored": 0.12,
        },
    ),
    (
        1.00,
        {
            "short": 0.02,
            "terms": 0.03,
            "docs": 0.05,
            "prose": 0.06,
            "long": 0.03,
            "gov": 0.63,
            "mined": 0.05,
            "news": 0.01,
            "authored": 0.12,
        },
    ),
)


def mix_with(mix: dict[str, float], extra: dict[str, float]) -> dict[str, float]:
    """Return the mix with fixed shares for further pools, the others scaled down."""
    rest = 1 - sum(extra.values())
    return {name: share * rest for name, share in mix.items()} | extra


def mix_at(fraction: float) -> dict[str, float]:
    """Return the pool shares at a fraction of the schedule."""
    for (a, left), (b, right) in zip(MIX, MIX[1:], strict=False):
        if fraction <= b:
            t = (fraction - a) / (b - a)
            return {k: left[k] * (1 - t) + right[k] * t for k in left}
    return MIX[-1][1]


class Pool:
    """Packed rows, dealt in shuffled rounds without replacement."""

    def __init__(self, path: Path, rng: random.Random) -> None:
        """Read an npz of encode.py."""
        with np.load(path) as data:
            self.source, self.target = data["src"], data["tgt"]
            lengths = data["src_len"].astype(np.int64), data["tgt_len"].astype(np.int64)
        self.at = [np.concatenate([[0], np.cumsum(n)]) for n in lengths]
        self.rng, self.order = rng, []
        self.tokens = len(self.target)
        self.mean = self.tokens / len(lengths[1])

    def draw(self) -> Row:
        """Return the next (source, target) pair of token arrays."""
        if not self.order:
            self.order = list(range(len(self.at[0]) - 1))
            self.rng.shuffle(self.order)
        i = self.order.pop()
        (a, b), (c, d) = self.at[0][i : i + 2], self.at[1][i : i + 2]
        return self.source[a:b], self.target[c:d]


class Batcher:
    """Fills batches of few distinct shapes from the pools (oneDNN compiles kernels a shape)."""

    def __init__(self, args: argparse.Namespace, shape: Shape, rng: random.Random) -> None:
        """Open every pool of a folder."""
        self.pools = {p.stem: Pool(p, rng) for p in sorted((args.work / args.packed).glob("*.npz"))}
        self.shape, self.tokens, self.rng = shape, args.tokens, rng
        self.earliest = args.mix_from
        self.extra = {name: float(share) for name, share in (e.split("=") for e in args.extra)}
        self.waiting: dict[tuple[int, int], list[Row]] = {}
        self.ready: list[tuple[Tensor, Tensor]] = []

    def shares(self, fraction: float) -> dict[str, float]:
        """Return token shares a pool, `gov` divided between its parts."""
        mix = mix_with(mix_at(max(fraction, self.earliest)), self.extra)
        gov = [n for n in ("distilled", "more") if n in self.pools]
        size = sum(self.pools[n].tokens for n in gov)
        mix.update({n: mix["gov"] * self.pools[n].tokens / size for n in gov})
        return {n: mix[n] for n in self.pools if mix.get(n)}

    def refill(self, fraction: float, rows: int = 6000) -> None:
        """Draw rows by the present mix and cut full batches in random order."""
        shares = self.shares(fraction)
        names = list(shares)
        weights = [shares[n] / self.pools[n].mean for n in names]
        for name in self.rng.choices(names, weights, k=rows):
            row = self.pools[name].draw()
            edges = edges_of(row)
            if edges is None:
                continue
            group = self.waiting.setdefault(edges, [])
            group.append(row)
            if len(group) == rows_of(edges, self.tokens):
                self.ready.append(tensors(self.waiting.pop(edges), edges, self.shape.vocab))
        self.rng.shuffle(self.ready)

    def next(self, fraction: float) -> tuple[Tensor, Tensor]:
        """Return the next (source, target) batch."""
        while not self.ready:
            self.refill(fraction)
        return self.ready.pop()


def edges_of(row: Row) -> tuple[int, int] | None:
    """Return the padded lengths of both sides, at most two edges apart; None for too long rows."""
    places = [int(np.searchsorted(EDGES, len(side) + 1)) for side in row]
    if max(places) == len(EDGES):
        return None
    src, tgt = (EDGES[max(p, max(places) - 2)] for p in places)
    return src, tgt


def rows_of(edges: tuple[int, int], tokens: int) -> int:
    """Return how many rows make a batch of `tokens` a side on average."""
    return 2 * tokens // sum(edges)


def tensors(rows: list[Row], edges: tuple[int, int], padding: int) -> tuple[Tensor, Tensor]:
    """Pad each side to its edge; rows end in EOS (0), target padding is -1."""
    source = torch.full((len(rows), edges[0]), padding)
    target = torch.full((len(rows), edges[1]), -1)
    for i, (src, tgt) in enumerate(rows):
        source[i, : len(src)] = torch.from_numpy(src.astype(np.int64))
        target[i, : len(tgt)] = torch.from_numpy(tgt.astype(np.int64))
        source[i, len(src)] = target[i, len(tgt)] = 0
    return source, target


def dev_batches(path: Path, spm: Path, args: argparse.Namespace) -> list[tuple[Tensor, Tensor]]:
    """Read `thai<TAB>english` rows into full-shape batches; `--reverse` swaps the sides."""
    sp = sentencepiece.SentencePieceProcessor(model_file=str(spm))
    groups: dict[int, list[Row]] = {}
    for thai, english in ((r[0], r[1]) for r in list(read_rows(path))[: args.dev_rows]):
        sides = (english, normalize(thai)) if args.reverse else (normalize(thai), english)
        row = tuple(np.array(sp.encode(s), np.uint16) for s in sides)
        longest = max(map(len, row)) + 1
        edge = next((e for e in EDGES if longest <= e and e >= 32), None)
        if edge:
            groups.setdefault(edge, []).append(row)
    size = {e: args.tokens // e for e in groups}
    return [
        tensors(g[i : i + size[e]], (e, e), sp.get_piece_size())
        for e, g in groups.items()
        for i in range(0, len(g), size[e])
    ]


@torch.no_grad()
def dev_loss(model: Transformer, batches: list[tuple[Tensor, Tensor]], *, rotate: bool) -> float:
    """Return the nll a token; with `rotate` each row gets its neighbour's source.

    The rotated loss must be clearly worse: a decoder that ignores its source shows no difference.
    """
    model.eval()
    total, count = 0.0, 0
    for source, target in batches:
        live = int((target >= 0).sum())
        loss = loss_of(model, source.roll(1, 0) if rotate else source, target, 0.0)
        total, count = total + float(loss[1]) * live, count + live
    model.train()
    return total / count


@dataclass
class Clock:
    """The share of the run that has passed, over all its starts."""

    used: float
    minutes: float
    started: float

    def seconds(self) -> float:
        """Return the training seconds so far."""
        return self.used + time.time() - self.started

    def fraction(self) -> float:
        """Return how much of (past + remaining time) is past."""
        left = self.minutes * 60 - (time.time() - self.started)
        return self.seconds() / (self.seconds() + left) if left > 0 else 1.0


class Neighbours:
    """Gives a core up while other processes need it.

    Run under `nice`, two threads beside one busy process wait for each other most of the time: a
    single thread is then several times faster. Reads Linux's count of busy time, less its own.
    """

    def __init__(self, *, adapt: bool) -> None:
        """Start with all threads."""
        self.threads = torch.get_num_threads()
        self.stat = Path("/proc/stat")
        self.adapt = adapt and self.threads > 1 and self.stat.exists()
        self.last, self.at = self.read() if self.adapt else 0.0, time.time()

    def read(self) -> float:
        """Return the seconds that all cores have spent on other processes."""
        ticks = self.stat.read_text().split("\n", 1)[0].split()[1:4]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK") - time.process_time()

    def adjust(self) -> None:
        """Set the number of threads for the next steps; looks every two seconds."""
        span = time.time() - self.at
        if not self.adapt or span < 2:
            return
        now = self.read()
        busy = (now - self.last) / span
        self.last, self.at = now, time.time()
        yields = os.getpriority(os.PRIO_PROCESS, 0) > 0  # only a nice process has to give way
        torch.set_num_threads(max(1, self.threads - round(busy + 0.2) * yields))


class Run:
    """A training run: model, optimiser, average, log and checkpoints."""

    def __init__(self, args: argparse.Namespace) -> None:
        """Build or resume."""
        self.args, self.out = args, args.out
        self.out.mkdir(parents=True, exist_ok=True)
        spm = args.work / "spm.model"
        vocab = sentencepiece.SentencePieceProcessor(model_file=str(spm)).get_piece_size()
        self.shape = Shape(
            vocab, args.width, args.ffn or 4 * args.width, args.heads, args.encoder, args.decoder
        )
        torch.manual_seed(args.seed)
        self.model = Transformer(self.shape, args.dropout).bfloat16()
        self.optimiser = Optimiser(self.model)
        self.average = {k: v.clone() for k, v in self.optimiser.master.items()}
        self.seen, used = 0, 0.0
        if args.init and not (self.out / "last.pt").exists():
            state = torch.load(args.init, weights_only=False)
            self.optimiser.load({"master": state["average"]})
            self.average = {k: v.clone() for k, v in self.optimiser.master.items()}
        if (self.out / "last.pt").exists():
            state = torch.load(self.out / "last.pt", weights_only=False)
            self.optimiser.load(state["optimiser"])
            for k, v in state["average"].items():
                self.average[k].copy_(v)
            self.seen, used = state["tokens"], state["seconds"]
        rng = random.Random(args.seed * 1000 + self.optimiser.steps)
        torch.manual_seed(args.seed * 1000 + self.optimiser.steps)
        self.batcher = Batcher(args, self.shape, rng)
        self.dev = {p.stem: dev_batches(p, spm, args) for p in args.dev}
        self.clock = Clock(used, args.minutes, time.time())
        self.neighbours = Neighbours(adapt=args.adapt_threads)
        self.stopped = False
        signal.signal(signal.SIGTERM, self.stop)

    def stop(self, *_: object) -> None:
        """End after the present step, with a checkpoint (SIGTERM)."""
        self.stopped = True

    def log(self, **fields: object) -> None:
        """Append a JSON line to RUN/log.jsonl and print it."""
        now = time.strftime("%H:%M:%S")
        line = json.dumps(
            {
                "at": now,
                "step": self.optimiser.steps,
                "tokens": self.seen,
                "seconds": round(self.clock.seconds()),
                **fields,
            }
        )
        print(line, flush=True)
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def fraction(self) -> float:
        """Return the share of the schedule that has passed: by time, or by --target-tokens."""
        by_time = self.clock.fraction()
        return (
            max(by_time, self.seen / self.args.target_tokens)
            if self.args.target_tokens
            else by_time
        )

    def rate(self, fraction: float) -> float:
        """Return the learning-rate factor: warm-up, level, then a straight line to zero."""
        warm = min(1.0, self.optimiser.steps / self.args.warmup)
        return warm * min(1.0, (1 - fraction) / (1 - self.args.decay_from))

    def save(self) -> None:
        """Write RUN/last.pt whole or not at all."""
        state = {
            "shape": self.shape.as_dict(),
            "average": self.average,
            "tokens": self.seen,
            "seconds": self.clock.seconds(),
            "optimiser": self.optimiser.state(),
        }
        torch.save(state, self.out / "last.tmp")
        (self.out / "last.tmp").replace(self.out / "last.pt")

    def evaluate(self) -> None:
        """Log dev losses of the working weights, straight and with rotated sources."""
        report = {}
        for name, batches in self.dev.items():
            report[name] = round(dev_loss(self.model, batches, rotate=False), 4)
            report[f"{name} rotated"] = round(dev_loss(self.model, batches, rotate=True), 4)
        self.log(**report)

    def average_in(self) -> None:
        """Move the average towards the masters (every tenth step)."""
        keep = min(self.args.average, (1 + self.optimiser.steps) / (10 + self.optimiser.steps))
        names = list(self.average)
        torch._foreach_lerp_(
            [self.average[k] for k in names],
            [self.optimiser.master[k] for k in names],
            1 - keep**10,
        )

    def steps(self) -> Iterator[float]:
        """Train until the time is up, yielding the loss of each step."""
        while (fraction := self.fraction()) < 1 and not self.stopped:
            self.neighbours.adjust()
            source, target = self.batcher.next(fraction)
            loss = loss_of(self.model, source, target)
            loss[0].backward()
            self.seen += int((target >= 0).sum())
            rate = self.rate(fraction)
            self.optimiser.step(self.args.lr_matrix * rate, self.args.lr * rate)
            if self.optimiser.steps % 10 == 0:
                self.average_in()
            yield loss[1].item()

    def train(self) -> None:
        """Run the loop with a log line a minute, dev losses and checkpoints."""
        self.model.train()
        losses, since, seen = [], time.time(), self.seen
        checked = saved = time.time()
        for loss in self.steps():
            losses.append(loss)
            now = time.time()
            if now - since > 60:
                fraction = self.fraction()
                self.log(
                    loss=round(sum(losses) / len(losses), 4),
                    fraction=round(fraction, 4),
                    speed=round((self.seen - seen) / (now - since)),
                    rate=round(self.rate(fraction), 3),
                    threads=torch.get_num_threads(),
                )
                losses, since, seen = [], now, self.seen
            if now - checked > self.args.check_seconds:
                self.evaluate()
                checked = time.time()
            if now - saved > self.args.save_seconds:
                self.save()
                saved = time.time()
        self.save()
        if not self.stopped:
            self.evaluate()


def arguments() -> argparse.Namespace:
    """Parse the command line."""
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--work", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--minutes", type=float, required=True, help="length of this start")
    p.add_argument("--dev", type=Path, nargs="*", default=[], help="thai<TAB>english files")
    p.add_argument(
        "--target-tokens", type=int, default=0, help="end after so many, for runs that are compared"
    )
    p.add_argument("--packed", default="packed", help="folder of the pools inside --work")
    p.add_argument("--reverse", action="store_true", help="the pools are English→Thai")
    p.add_argument(
        "--init", type=Path, help="checkpoint whose averaged weights a new run starts from"
    )
    p.add_argument("--mix-from", type=float, default=0.0, help="start at this point of MIX")
    p.add_argument("--extra", nargs="*", default=[], help="POOL=SHARE beside MIX, e.g. back=0.15")
    p.add_argument("--dev-rows", type=int, default=300)
    p.add_argument("--width", type=int, default=256)
    p.add_argument("--ffn", type=int, default=0, help="default: 4 x width")
    p.add_argument("--heads", type=int, default=4)
    p.add_argument("--encoder", type=int, default=6)
    p.add_argument("--decoder", type=int, default=2)
    p.add_argument("--dropout", type=float, default=0.1)
    p.add_argument("--tokens", type=int, default=4096, help="padded tokens a batch and side")
    p.add_argument("--lr", type=float, default=2e-3, help="Adam: embeddings, norms, biases")
    p.add_argument("--lr-matrix", type=float, default=0.015, help="Muon: weight matrices")
    p.add_argument("--warmup", type=int, default=200)
    p.add_argument("--decay-from", type=float, default=0.3, help="fraction where decay starts")
    p.add_argument("--average", type=float, default=0.998)
    p.add_argument("--check-seconds", type=float, default=420)
    p.add_argument("--save-seconds", type=float, default=300)
    p.add_argument("--adapt-threads", action="store_true", help="fewer while others are busy")
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


if __name__ == "__main__":
    Run(arguments()).train()
