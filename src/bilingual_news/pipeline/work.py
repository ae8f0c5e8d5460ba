"""The work on one article that is not decoding, in this process or in another one.

`prepare` reads, cuts and merges; where the engine is not needed it writes at once. `finish` checks and
writes with the engine's answers. In between the pipeline keeps the plan without looking inside: as bytes
when it came from another process, so that it is not unpacked and packed again.
"""

from __future__ import annotations

import pickle
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

from bilingual_news.errors import BilingualNewsError, ModelError
from bilingual_news.pipeline.planning import Plan, Planner
from bilingual_news.pipeline.results import Result
from bilingual_news.pipeline.writing import Writer, copied, suggestion, summary
from bilingual_news.scale.keys import request_digest
from bilingual_news.translation import Job, is_translatable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilingual_news.config import Settings
    from bilingual_news.model import Hypothesis
    from bilingual_news.pipeline.articles import Ticket
    from bilingual_news.pipeline.results import Project


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that waits for the engine.

    Attributes:
        ticket: The article.
        requests: The segments to translate, each with the digest of what is asked for it.
        plan: What is to be done, packed where it came from another process.
    """

    ticket: Ticket
    requests: tuple[tuple[Job, bytes], ...]
    plan: Plan | bytes


@dataclass(frozen=True, slots=True)
class Order:
    """An article to be written.

    Attributes:
        ticket: The article.
        plan: What is to be done.
        answers: The engine's answers by source text.
        failures: Why there is none, by source text.
        model: Name and signature of the model.
    """

    ticket: Ticket
    plan: Plan | bytes
    answers: Mapping[str, Hypothesis]
    failures: Mapping[str, str]
    model: tuple[str, str]


Task: TypeAlias = "Ticket | Order"
Answer: TypeAlias = "Result | Prepared"


class Worker:
    """Does the work on articles.

    Args:
        project: What the run works with.
        translates: Whether there is an engine to ask.
    """

    def __init__(self, project: Project, *, translates: bool) -> None:
        self._settings = project.settings
        self._termbase = project.termbase
        self._options = project.options
        self._translates = translates
        self._planner = Planner(project)
        self._writer = Writer(project, self._planner)

    def do(self, task: Task) -> Answer:
        """Prepare an article, or finish it. Errors of ours become results."""
        try:
            return self.finish(task) if isinstance(task, Order) else self.prepare(task)
        except BilingualNewsError as error:
            return failed(task, self._settings, error)

    def prepare(self, ticket: Ticket) -> Answer:
        """Plan an article; write it at once where the engine is not needed.

        Raises:
            BilingualNewsError: If the article or its catalog cannot be used.
        """
        plan = self._planner.plan(ticket)
        if self._options.dry_run:
            return self._planned(plan)
        day, limit = plan.article.date, self._settings.chunk_length
        jobs = [Job(text, day) for text in self._wanted(plan) if is_translatable(text)]
        if not jobs or not self._translates:
            return self.finish(Order(ticket, plan, {}, {}, ("", "")))
        requests = ((job, request_digest(job, self._termbase, limit)) for job in jobs)
        return Prepared(ticket, tuple(requests), plan)

    def _planned(self, plan: Plan) -> Result:
        """What a run would do: what the memory will have is not known, and counts as translated."""
        filled = {text for text in plan.missing if self._translates or not is_translatable(text)}
        others = (entry for entry in plan.entries if entry.msgid not in filled)
        return summary(plan, "planned", others, translated=len(filled), findings=0)

    def finish(self, order: Order) -> Result:
        """Write an article with the engine's answers.

        Raises:
            BilingualNewsError: If the catalog cannot be written.
        """
        plan: Plan = pickle.loads(order.plan) if isinstance(order.plan, bytes) else order.plan
        name, signature = order.model
        made = {text: copied(text) for text in self._wanted(plan) if not is_translatable(text)}
        # An empty answer is none.
        made |= {text: suggestion(answer, name) for text, answer in order.answers.items() if answer.text}
        result = self._writer.write(plan, made, signature)
        return _with_failures(result, order.failures) if order.failures else result

    def _wanted(self, plan: Plan) -> list[str]:
        """The texts that the memory has no translation for."""
        return [text for text in plan.missing if text not in plan.found.suggestions]


def _with_failures(result: Result, failures: Mapping[str, str]) -> Result:
    text, reason = next(iter(failures.items()))
    error = ModelError(
        f"{len(failures)} of {result.segments} segments could not be translated; the first, "
        f"{text[:40]!r}: {reason}"
        if result.segments > 1
        else f"the only segment, {text[:40]!r}, could not be translated: {reason}",
        path=result.path,
        hint="The rest is written; they are tried again in the next run.",
    )
    return replace(result, untranslatable=len(failures), error=error)


def failed(task: Task, settings: Settings, error: BilingualNewsError) -> Result:
    """What is said of an article that could not be processed."""
    ticket = task.ticket if isinstance(task, Order) else task
    catalog = str(settings.catalogs_dir / f"{ticket.article}.po") if isinstance(task, Order) else ""
    return Result(str(ticket.path), ticket.article, catalog, "failed", error=error)


class Bench(Protocol):
    """Where tasks are done, in order."""

    @property
    def has_room(self) -> bool:
        """Whether another task may be put."""
        ...

    def __len__(self) -> int:
        """Tasks whose answers have not been taken."""
        ...

    def put(self, task: Task) -> None:
        """Give out a task."""
        ...

    def take(self) -> Answer:
        """The answer to the oldest task."""
        ...

    def close(self) -> None:
        """Give back what it holds. Closing twice does nothing."""
        ...


class OwnBench:
    """Does each task in this process when it is put.

    Args:
        worker: Does them.
    """

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._answers: deque[Answer] = deque()

    @property
    def has_room(self) -> bool:
        """Whether the last answer was taken."""
        return not self._answers

    def __len__(self) -> int:
        """Answers that have not been taken."""
        return len(self._answers)

    def put(self, task: Task) -> None:
        """Do a task."""
        self._answers.append(self._worker.do(task))

    def take(self) -> Answer:
        """The answer to the oldest task."""
        return self._answers.popleft()

    def close(self) -> None:
        """Nothing is held."""
