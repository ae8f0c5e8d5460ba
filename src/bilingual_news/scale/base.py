"""What runs batches of segments, wherever it runs them.

A run makes batches, an executor gives outcomes. Executors share this contract and one test suite
(tests/contracts/test_executors.py): on one machine or on a cluster, the same segments give the same
answers, and a segment that cannot be translated costs only itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from bilingual_news.errors import BilingualNewsError, ModelLoadError, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bilingual_news.model import Hypothesis
    from bilingual_news.translation import Job


@dataclass(frozen=True, slots=True)
class Batch:
    """Segments that are translated together.

    Attributes:
        key: Names the work, the same in every run: a hash over model, termbase, decoder settings and
            the jobs in order. See `make_batches`.
        jobs: The segments.
    """

    key: str
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A segment that could not be translated.

    Attributes:
        job: The segment.
        reason: What went wrong, in one sentence.
    """

    job: Job
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a batch.

    Attributes:
        batch: The batch.
        hypotheses: One a job, in order; None for a segment that failed.
        failures: The segments that failed, in order, with the reason.
    """

    batch: Batch
    hypotheses: tuple[Hypothesis | None, ...]
    failures: tuple[Failure, ...] = ()


class Executor(Protocol):
    """Translates batches. The pipeline knows no more of where the work is done."""

    def translate(self, batches: Iterable[Batch]) -> Iterator[Outcome]:
        """Translate batches as they come.

        Takes only as many batches ahead as it has in flight, so that a stream of any length needs
        bounded memory. The iterable is consumed in the caller's thread.

        Args:
            batches: The batches; may be endless, may be slow.

        Yields:
            One outcome a batch, in any order. A segment that cannot be translated becomes a Failure
            and the rest of its batch goes on.

        Raises:
            ModelLoadError: If there is no model to translate with.
        """
        ...

    def close(self) -> None:
        """Give back processes, threads and connections. Closing twice does nothing.

        May be called from another thread while a translation is under way, which then ends early,
        with whatever error.
        """
        ...


def make_batches(jobs: Iterable[Job], size: int, signature: str) -> Iterator[Batch]:
    """Cut a stream of segments into batches, in order.

    Args:
        jobs: The segments; read only as far as batches are asked for.
        size: Segments a batch; the last one may have fewer.
        signature: What decides the answers besides the segments: model, termbase, decoder settings.
    """
    stream = iter(jobs)
    while group := tuple(islice(stream, size)):
        yield Batch(batch_key(group, signature), group)


def batch_key(jobs: Sequence[Job], signature: str) -> str:
    """The key of a batch: 32 hex digits of a SHA-256."""
    digest = hashlib.sha256(signature.encode())
    for job in jobs:
        digest.update(f"\0{job.day or ''} {len(job.source)} {job.source}".encode())
    return digest.hexdigest()[:32]


def isolate(translate: Callable[[Sequence[Job]], Sequence[Hypothesis]], batch: Batch) -> Outcome:
    """Translate a batch; if that raises, halve it until the segments that raise are alone.

    One bad segment among n costs about 2 log2(n) further calls over smaller and smaller parts.

    Args:
        translate: Gives one hypothesis a job, in order.
        batch: The batch.

    Raises:
        ModelLoadError: If there is no model: no segment is to blame for that.
    """
    found: list[Hypothesis | None] = []
    failures: list[Failure] = []
    parts = [batch.jobs] if batch.jobs else []
    while parts:
        part = parts.pop()
        try:
            answers = translate(part)
        except ModelLoadError:
            raise
        except Exception as error:
            # Whatever a segment does, the others go on.
            if len(part) > 1:
                half = len(part) // 2
                parts += [part[half:], part[:half]]
            else:
                found.append(None)
                failures.append(Failure(part[0], _reason(error)))
        else:
            found.extend(answers)
    return Outcome(batch, tuple(found), tuple(failures))


def _reason(error: Exception) -> str:
    if isinstance(error, BilingualNewsError):
        return str(error)
    return f"{type(error).__name__}: {reason(error)}" if str(error) else type(error).__name__
