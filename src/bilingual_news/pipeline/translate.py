"""Wire the stages: articles in, catalogs out. No printing, no flags; the command line does both.

Articles flow: while segments are decoded the next articles are read and the last ones written, and no
more of them are in memory than that takes. Each is written on its own: after an interruption every
catalog is either as it was or finished, and what was decoded is in the cache.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilingual_news.catalog import mo, po
from bilingual_news.errors import CatalogError
from bilingual_news.files import remove_leftovers, sync_folder
from bilingual_news.pipeline import catalogs
from bilingual_news.pipeline.articles import Ticket, find_articles, tickets
from bilingual_news.pipeline.checking import select_checks
from bilingual_news.pipeline.desk import Desk, Translator
from bilingual_news.pipeline.planning import Project, refreshed
from bilingual_news.pipeline.results import Options, Result
from bilingual_news.pipeline.work import Bench, OwnBench, Prepared, Worker
from bilingual_news.pipeline.writing import COMPLETE
from bilingual_news.stages.userrules import FILE_NAME as USER_RULES
from bilingual_news.stages.userrules import load_user_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bilingual_news.config import Settings
    from bilingual_news.glossary import Termbase
    from bilingual_news.memory import MemoryIndex

__all__ = ["Options", "Result", "TranslateRun", "Translator", "find_articles"]


class TranslateRun:
    """One `translate` run over articles.

    Args:
        settings: The project.
        termbase: Its terms.
        translator: Gives who translates when the first segment needs it; None leaves segments empty.
        options: How to treat catalogs.
        memory: Gives the translation memory when the first segment needs it; None for none.
    """

    def __init__(
        self,
        settings: Settings,
        termbase: Termbase,
        translator: Callable[[], Translator] | None,
        options: Options | None = None,
        memory: Callable[[], MemoryIndex] | None = None,
    ) -> None:
        self._settings = settings
        self._termbase = termbase
        self._translator = translator
        self._options = options or Options()
        self._memory = memory
        self._user_rules = load_user_rules(settings.root / USER_RULES)
        self._signature = catalogs.signature(termbase, self._user_rules, settings.check)

    def run(self, files: Sequence[Path]) -> Iterator[Result]:
        """Process articles; yields one result an article, when it is finished or has failed.

        Raises:
            ModelError: If there is no model to translate with.
        """
        found, failures = tickets(files)
        yield from failures
        todo: list[Ticket] = []
        for ticket in found:
            if self._is_done(ticket):
                catalog = self._catalog_path(ticket)
                yield Result(str(ticket.path), ticket.article, str(catalog))
            else:
                if not todo:
                    self._foresee()
                todo.append(ticket)
        if todo:
            yield from self._process(todo)

    def _foresee(self) -> None:
        """Processes will be wanted: let them be made ready while the other articles are looked at."""
        if self._options.jobs > 1:
            from bilingual_news.scale.pool import start_fork_server

            start_fork_server("bilingual_news.pipeline.processes")

    def _catalog_path(self, ticket: Ticket) -> Path:
        return self._settings.catalogs_dir / f"{ticket.article}.po"

    def _is_done(self, ticket: Ticket) -> bool:
        """Whether neither article, termbase, rules nor catalog changed since the last run."""
        catalog = self._catalog_path(ticket)
        header = po.read_header(catalog)
        if header.get(catalogs.SOURCE_HASH) != f"sha256:{ticket.source_hash}":
            return False
        stamp, _, state = header.get(catalogs.RUN_SIGNATURE, "").rpartition(" ")
        if stamp != self._signature or (state != COMPLETE and self._translator is not None):
            return False
        if not mo.is_current(catalog, catalog.with_suffix(".mo"), use_fuzzy=self._options.use_fuzzy):
            return False
        try:
            return not refreshed(catalog, self._options, self._termbase)[0]
        except CatalogError:
            return False  # It is reported with its article.

    def _process(self, todo: Sequence[Ticket]) -> Iterator[Result]:
        flow = _Flow(self._bench(), Desk(self._translator or _nobody, self._settings, self._termbase))
        try:
            yield from flow.results(iter(todo))
        finally:
            flow.close()
            remove_leftovers(self._settings.catalogs_dir)
            sync_folder(self._settings.catalogs_dir)

    def _bench(self) -> Bench:
        """Where articles are worked on: here, or in processes that can be given all they need."""
        translates = self._translator is not None
        options, memory = self._options, self._memory
        index = memory().path if memory and options.jobs > 1 else None
        if options.jobs > 1 and (memory is None or index is not None):
            # What is wrong with the settings is said here, not by a process that dies of it.
            select_checks(self._settings.check.select, self._settings.check.ignore)
            from bilingual_news.pipeline.processes import Context, PoolBench

            return PoolBench(Context(self._settings, self._termbase.terms, options, index, translates))
        project = Project(self._settings, self._termbase, self._user_rules, options, memory)
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
