"""Between articles and the engine: equal segments once, known ones not at all, the rest in batches."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bilingual_news.pipeline.work import Order
from bilingual_news.scale.base import make_batches
from bilingual_news.scale.feed import Feed
from bilingual_news.scale.keys import answer_key, decoder_signature, run_signature

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilingual_news.config import Settings
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Hypothesis, ModelInfo
    from bilingual_news.pipeline.work import Prepared
    from bilingual_news.scale.base import Executor, Outcome
    from bilingual_news.scale.store import Store
    from bilingual_news.translation import Job

#: Segments a batch: enough that the last ones of a batch do not leave processors idle for long, few
#: enough that an interruption loses seconds. Measured: benchmarks/results/decoding.json.
BATCH_SEGMENTS: Final = 500


@dataclass(frozen=True, slots=True)
class Translator:
    """Who translates. Belongs to the run that it is given to, which closes it.

    Attributes:
        model: The model.
        executor: Runs it over batches.
        store: Remembers its answers.
        beam: Beam size of the decoder.
    """

    model: ModelInfo
    executor: Executor
    store: Store
    beam: int

    def close(self) -> None:
        """Close executor and store."""
        self.executor.close()
        self.store.close()


@dataclass(slots=True)
class _Open:
    """An article of which answers are still missing."""

    prepared: Prepared
    keys: dict[str, bytes]
    left: set[bytes]
    answers: dict[bytes, Hypothesis] = field(default_factory=dict)


class Desk:
    """Collects the segments of prepared articles and gives back what is ready to be written.

    Args:
        translator: Gives who translates when the first segment needs it.
        settings: The project.
        termbase: Its terms.
    """

    def __init__(self, translator: Callable[[], Translator], settings: Settings, termbase: Termbase) -> None:
        self._factory = translator
        self._termbase = termbase
        self._limit = settings.chunk_length
        self._translator: Translator | None = None
        self._feed: Feed | None = None
        self._jobs: dict[bytes, Job] = {}
        self._in_flight: dict[str, tuple[bytes, ...]] = {}
        self._waiting: dict[bytes, list[_Open]] = {}
        self._failed: dict[bytes, str] = {}
        #: Articles that are ready to be written.
        self.orders: deque[Order] = deque()

    @property
    def has_room(self) -> bool:
        """Whether more articles may come."""
        return self._feed is None or self._feed.has_room

    @property
    def is_idle(self) -> bool:
        """Whether no segment waits for an answer."""
        return not self._waiting

    def add(self, prepared: Prepared) -> None:
        """Take an article; its segments join the next batch unless they are known."""
        translator = self._open()
        decoder = decoder_signature(translator.model, translator.beam)
        jobs = {answer_key(request, decoder): job for job, request in prepared.requests}
        known = translator.store.get_many(jobs)
        left = {key for key in jobs if key not in known and key not in self._failed}
        texts = {job.source: answer_key(request, decoder) for job, request in prepared.requests}
        entry = _Open(prepared, texts, left, known)
        for key, job in jobs.items():
            if key not in left:
                continue
            if key not in self._waiting:
                self._jobs[key] = job
            self._waiting.setdefault(key, []).append(entry)
        if not left:
            self._order(entry)
        if len(self._jobs) >= BATCH_SEGMENTS:
            self._send(BATCH_SEGMENTS)

    def flush(self) -> None:
        """Send what is left; no article will follow."""
        self._send(1)
        if self._feed is not None:
            self._feed.finish()

    def wait(self) -> None:
        """Wait for outcomes, or for room while articles may come."""
        if self._feed is not None:
            for outcome in self._feed.wait():
                self._settle(outcome)

    def poll(self) -> None:
        """Take the outcomes that have come."""
        if self._feed is not None:
            for outcome in self._feed.take():
                self._settle(outcome)

    def close(self) -> None:
        """Stop what is under way, remember what was decoded, and close the translator."""
        if self._feed is not None:
            if not self._feed.is_idle and self._translator is not None:
                # Nobody will take what is in flight: a cluster need not finish it.
                self._translator.executor.close()
            for outcome in self._feed.close():
                self._remember(self._in_flight.pop(outcome.batch.key), outcome)
        if self._translator is not None:
            self._translator.close()

    def _open(self) -> Translator:
        if self._translator is None:
            self._translator = self._factory()
            self._feed = Feed(self._translator.executor)
        return self._translator

    def _send(self, least: int) -> None:
        """Send batches as long as there are at least so many segments."""
        while self._feed is not None and len(self._jobs) >= least:
            keys = tuple(self._jobs)[:BATCH_SEGMENTS]
            jobs = [self._jobs.pop(key) for key in keys]
            model = self._open()
            decoder = decoder_signature(model.model, model.beam)
            signature = run_signature(decoder, self._termbase, self._limit)
            for batch in make_batches(jobs, BATCH_SEGMENTS, signature):
                self._in_flight[batch.key] = keys
                self._feed.put(batch)

    def _settle(self, outcome: Outcome) -> None:
        keys = self._in_flight.pop(outcome.batch.key)
        found = self._remember(keys, outcome)
        reasons = {failure.job: failure.reason for failure in outcome.failures}
        for key, job in zip(keys, outcome.batch.jobs, strict=True):
            if key not in found:
                self._failed[key] = reasons.get(job, "no answer")
            for entry in self._waiting.pop(key):
                if key in found:
                    entry.answers[key] = found[key]
                entry.left.discard(key)
                if not entry.left:
                    self._order(entry)

    def _remember(self, keys: tuple[bytes, ...], outcome: Outcome) -> dict[bytes, Hypothesis]:
        """The answers of an outcome, stored; a segment that failed has none, and is tried again."""
        found = {key: h for key, h in zip(keys, outcome.hypotheses, strict=True) if h is not None}
        self._open().store.put_many(found)
        return found

    def _order(self, entry: _Open) -> None:
        """The article is ready to be written."""
        model = self._open().model
        answers = {text: entry.answers[key] for text, key in entry.keys.items() if key in entry.answers}
        failures = {text: self._failed[key] for text, key in entry.keys.items() if key in self._failed}
        prepared = entry.prepared
        self.orders.append(
            Order(prepared.ticket, prepared.plan, answers, failures, (model.name, model.signature))
        )
