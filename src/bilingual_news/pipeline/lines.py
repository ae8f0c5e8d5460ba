"""Translate segments that belong to no article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilingual_news.scale.base import make_batches
from bilingual_news.scale.keys import answer_key, decoder_signature, request_digest, run_signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Hypothesis
    from bilingual_news.pipeline.desk import Translator
    from bilingual_news.scale.base import Failure
    from bilingual_news.translation import Job


def translate_lines(
    translator: Translator, jobs: Sequence[Job], termbase: Termbase | None, limit: int
) -> tuple[list[Hypothesis | None], list[Failure]]:
    """Translate segments: the known ones from the store, equal ones once, the rest in one batch.

    Args:
        translator: Who translates.
        jobs: The segments.
        termbase: Terms to obey; None translates freely.
        limit: Characters beyond which a segment is cut for the engine.

    Returns:
        One answer a segment, in order, None for one that failed; and the failures.

    Raises:
        ModelLoadError: If there is no model to translate with.
    """
    decoder = decoder_signature(translator.model, translator.beam)
    keys = {job: answer_key(request_digest(job, termbase, limit), decoder) for job in dict.fromkeys(jobs)}
    known = translator.store.get_many(keys.values())
    new = {key: job for job, key in keys.items() if key not in known}
    failures: list[Failure] = []
    batches = make_batches(new.values(), max(1, len(new)), run_signature(decoder, termbase, limit))
    for outcome in translator.executor.translate(batches):
        answers = zip(new, outcome.hypotheses, strict=True)
        fresh = {key: answer for key, answer in answers if answer is not None}
        translator.store.put_many(fresh)
        known |= fresh
        failures += outcome.failures
    return [known.get(keys[job]) for job in jobs], failures
