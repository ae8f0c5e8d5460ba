"""Articles that have something to do: to the bench, to the engine and back.

Articles flow: while segments are decoded the next articles are read and the last ones written, and no
more of them are in memory than that takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilingual_news.files import remove_leftovers, sync_folder
from bilingual_news.pipeline.checking import checks_of
from bilingual_news.pipeline.desk import Desk, Translator
from bilingual_news.pipeline.work import Bench, OwnBench, Prepared, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bilingual_news.pipeline.articles import Ticket
    from bilingual_news.pipeline.results import Project, Result


def process(
    project: Project, translator: Callable[[], Translator] | None, todo: Sequence[Ticket]
) -> Iterator[Result]:
    """Process articles; yields one result an article, when it is finished or has failed.

    Args:
        project: What the run works with.
        translator: Gives who translates when the first segment needs it; None leaves segments empty.
        todo: The articles.

    Raises:
        ModelError: If there is no model to translate with.
    """
    bench = _bench(project, translates=translator is not None)
    flow = _Flow(bench, Desk(translator or _nobody, project.settings, project.termbase))
    folder = project.settings.catalogs_dir
    try:
        yield from flow.results(iter(todo))
    finally:
        flow.close()
        remove_leftovers(folder)
        sync_folder(folder)


def _bench(project: Project, *, translates: bool) -> Bench:
    """Where articles are worked on: here, or in processes that can be given all they need."""
    options, memory = project.options, project.memory
    index = memory().path if memory and options.jobs > 1 else None
    if options.jobs > 1 and (memory is None or index is not None):
        # What is wrong with the settings is said here, not by a process that dies of it.
        checks_of(project.settings)
        from bilingual_news.pipeline.processes import Context, PoolBench

        terms = project.termbase.terms
        return PoolBench(Context(project.settings, terms, options, index, translates))
    return OwnBench(Worker(project, translates=translates))


class _Flow:
    """Moves articles from the bench to the desk and back.

    Args:
        bench: Where they are prepared and finished.
        desk: Where they wait for the engine.
    """

    def __init__(self, bench: Bench, desk: Desk) -> None:
        self._bench = bench
        self._desk = desk

    def results(self, todo: Iterator[Ticket]) -> Iterator[Result]:
        """Process articles; yields their results as they come."""
        bench, desk = self._bench, self._desk
        following = next(todo, None)
        while True:
            # Writing goes first: it sets memory free.
            while bench.has_room and (desk.orders or (following is not None and desk.has_room)):
                if desk.orders:
                    bench.put(desk.orders.popleft())
                elif following is not None:
                    bench.put(following)
                    following = next(todo, None)
            if len(bench):
                answer = bench.take()
                if isinstance(answer, Prepared):
                    desk.add(answer)
                else:
                    yield answer
                desk.poll()
                continue
            if following is None:
                if desk.is_idle:
                    return
                desk.flush()
            desk.wait()

    def close(self) -> None:
        """Stop what is under way."""
        self._bench.close()
        self._desk.close()


def _nobody() -> Translator:
    raise AssertionError("a worker asked for translations that nobody wants")
