"""Wire the stages: articles in, catalogs out. No printing, no flags; the command line does both.

What decides that an article has nothing to do stands here; what does the work is imported with the first
article that needs it, so that a run without changes is over before segmenter, engine, memory and checks
would be loaded. Each article is written on its own: after an interruption every catalog is either as it
was or finished, and what was decoded is in the cache.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilingual_news.catalog import mo, po
from bilingual_news.errors import CatalogError
from bilingual_news.pipeline import catalogs
from bilingual_news.pipeline.articles import Ticket, find_articles, tickets
from bilingual_news.pipeline.results import Options, Project, Result
from bilingual_news.sources import relative_path
from bilingual_news.stages.userrules import FILE_NAME as USER_RULES
from bilingual_news.stages.userrules import load_user_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bilingual_news.config import Settings
    from bilingual_news.glossary import Termbase
    from bilingual_news.memory import MemoryIndex
    from bilingual_news.pipeline.desk import Translator

__all__ = ["Options", "Result", "TranslateRun", "find_articles"]


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
        # The catalog names the run that last changed it, the compiled one the run that last looked at it.
        path, use_fuzzy = catalog.with_suffix(".mo"), self._options.use_fuzzy
        compiled = mo.current_header(catalog, path, use_fuzzy=use_fuzzy)
        if any(compiled.get(name) != header.get(name) for name in catalogs.MADE_FROM):
            return False
        if not self._is_in_place(ticket, compiled.get(catalogs.ARTICLE_PATH)):
            return False  # The references of its catalog lead nowhere.
        stamp, _, state = compiled.get(catalogs.RUN_SIGNATURE, "").rpartition(" ")
        if stamp != self._signature or (state != catalogs.COMPLETE and self._translator is not None):
            return False
        try:
            return not catalogs.refreshed(catalog, self._options, self._termbase)[0]
        except CatalogError:
            return False  # It is reported with its article.

    def _is_in_place(self, ticket: Ticket, known: str | None) -> bool:
        """Whether an article lies where its catalog says; asks the file system only if it looks moved."""
        root = self._settings.root
        return known is not None and (
            root / known == ticket.path or relative_path(ticket.path, root) == known
        )

    def _process(self, todo: Sequence[Ticket]) -> Iterator[Result]:
        from bilingual_news.pipeline.flow import process

        project = Project(self._settings, self._termbase, self._user_rules, self._options, self._memory)
        return process(project, self._translator, todo)
