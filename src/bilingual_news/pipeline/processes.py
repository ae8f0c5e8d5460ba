"""The work on articles in a pool of processes; imported only where more than one is wanted."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bilingual_news.errors import WorkerError
from bilingual_news.glossary import Termbase
from bilingual_news.memory import MemoryIndex
from bilingual_news.pipeline.results import Project
from bilingual_news.pipeline.work import Order, Prepared, Worker, failed
from bilingual_news.scale.pool import LostWorkerError, Pool
from bilingual_news.stages.userrules import FILE_NAME, load_user_rules
from bilingual_news.stages.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from bilingual_news.config import Settings
    from bilingual_news.model import Term
    from bilingual_news.pipeline.results import Options
    from bilingual_news.pipeline.work import Answer, Task


@dataclass(frozen=True, slots=True)
class Context:
    """What a worker process is given; see `Worker`.

    Attributes:
        settings: The project.
        terms: The terms of its termbase.
        options: How to treat catalogs.
        memory: The index file of the translation memory, up to date; None for no memory.
        translates: Whether there is an engine to ask.
    """

    settings: Settings
    terms: tuple[Term, ...]
    options: Options
    memory: Path | None
    translates: bool


class PoolBench:
    """Does tasks in a pool of processes.

    Args:
        context: What they are given.
    """

    def __init__(self, context: Context) -> None:
        self._settings = context.settings
        self._pool: Pool[Task, Answer] = Pool(_do, context.options.jobs, _start, (context,))

    @property
    def has_room(self) -> bool:
        """Whether another task keeps within the bound."""
        return self._pool.has_room

    def __len__(self) -> int:
        """Tasks whose answers have not been taken."""
        return len(self._pool)

    def put(self, task: Task) -> None:
        """Give out a task."""
        self._pool.put(task)

    def take(self) -> Answer:
        """The answer to the oldest task; a task that killed its process has an error for an answer."""
        task, answer = self._pool.take()
        if isinstance(answer, LostWorkerError):
            error = WorkerError(
                f"{answer}.",
                path=(task.ticket if isinstance(task, Order) else task).path,
                hint="It may need more memory than there is; the other articles went on without it.",
            )
            return failed(task, self._settings, error)
        return answer

    def close(self) -> None:
        """End the processes."""
        self._pool.close()


class _Process:
    """What a worker process holds."""

    context: Context

    @cached_property
    def worker(self) -> Worker:
        context = self.context
        project = Project(
            context.settings,
            Termbase(context.terms),
            load_user_rules(context.settings.root / FILE_NAME),
            context.options,
            None if context.memory is None else self._memory,
        )
        return Worker(project, translates=context.translates)

    def _memory(self) -> MemoryIndex:
        return self.index

    @cached_property
    def index(self) -> MemoryIndex:
        return MemoryIndex(self.context.memory, words)


_process = _Process()


def _start(context: Context) -> None:
    _process.context = context


def _do(task: Task) -> Answer:
    answer = _process.worker.do(task)
    if isinstance(answer, Prepared):
        return replace(answer, plan=pickle.dumps(answer.plan, pickle.HIGHEST_PROTOCOL))
    return answer
