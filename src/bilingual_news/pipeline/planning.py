"""What is to be done for an article: read it, cut it into segments, merge them with its catalog."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog import merge as merging
from bilingual_news.catalog import po
from bilingual_news.errors import CatalogError, SourceError
from bilingual_news.files import read_bytes_if_any
from bilingual_news.pipeline import catalogs
from bilingual_news.pipeline.memory import Found, ask, neighbours
from bilingual_news.similarity import Similarity
from bilingual_news.sources import read_article
from bilingual_news.stages import normalize, segment
from bilingual_news.stages.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from bilingual_news.catalog.entry import Entry
    from bilingual_news.model import Article
    from bilingual_news.pipeline.articles import Ticket
    from bilingual_news.pipeline.results import Project

NOTHING_FOUND: Final = Found({}, {})
NOTHING_DONE: Final = merging.Outcome()


@dataclass(frozen=True, slots=True)
class Plan:
    """An article that has something to do.

    Attributes:
        article: The normalised article.
        path: Its file.
        catalog_path: Its catalog.
        places: Its segments.
        data: The bytes of the catalog that the plan was made with; None for no catalog.
        old: What they hold.
        entries: The entries after the merge, without new translations.
        outcome: What the merge did.
        missing: Texts to translate.
        found: What the translation memory has for them.
        refresh: Whether untouched machine translations are among them.
        changes: Why.
    """

    article: Article
    path: Path
    catalog_path: Path
    places: tuple[merging.Place, ...]
    data: bytes | None = None
    old: po.Catalog | None = None
    entries: tuple[Entry, ...] = ()
    outcome: merging.Outcome = NOTHING_DONE
    missing: tuple[str, ...] = ()
    found: Found = NOTHING_FOUND
    refresh: bool = False
    changes: tuple[str, ...] = ()


class Planner:
    """Makes plans.

    Args:
        project: What to plan with.
    """

    def __init__(self, project: Project) -> None:
        self._settings = project.settings
        self._termbase = project.termbase
        self._user_rules = project.user_rules
        self._options = project.options
        self._memory = project.memory

    def plan(self, ticket: Ticket) -> Plan:
        """What is to be done for an article.

        Raises:
            SourceError: If it cannot be read, or is not what it was when the run began.
            CatalogError: If its catalog cannot be read or belongs to another article.
        """
        article = read_article(ticket.path, self._settings.root)
        if article.id != ticket.article:
            message = f"became article {article.id} while the run was under way."
            raise SourceError(message, path=ticket.path, hint="Run again; it was not processed.")
        path = self._settings.catalogs_dir / f"{article.id}.po"
        refresh, changes = catalogs.refreshed(path, self._options, self._termbase)
        article = normalize.normalize_article(article)
        places = merging.places(segment.segment_article(article, self._user_rules))
        data = read_bytes_if_any(path, CatalogError)
        plan = Plan(article, ticket.path, path, places, refresh=refresh, changes=changes)
        plan = self.merged(plan, data)
        return plan if self._options.dry_run else replace(plan, found=self._recalled(plan))

    def merged(self, plan: Plan, data: bytes | None) -> Plan:
        """The plan with the merge of a catalog's bytes.

        Raises:
            CatalogError: If they are not a catalog of this article.
        """
        old = None if data is None else po.parse_catalog(plan.catalog_path, data)
        if old is not None:
            catalogs.require_same_article(plan.catalog_path, old, plan.article, plan.places)
        stamp = f"sha256:{plan.article.source_hash}"
        fresh = old is None or old.metadata.get(catalogs.SOURCE_HASH) != stamp
        before = old.entries if old else ()
        # A similarity remembers the words it has seen: one for each article keeps memory flat.
        how = merging.How(Similarity(words), fresh)
        entries, outcome = merging.merge(before, plan.places, {}, plan.article.path, how)
        missing = tuple(e.msgid for e in entries if merging.needs_translation(e, refresh=plan.refresh))
        return replace(plan, data=data, old=old, entries=entries, outcome=outcome, missing=missing)

    def _recalled(self, plan: Plan) -> Found:
        """What the memory has for an article."""
        missing = set(plan.missing)
        if self._memory is None or not missing:
            return NOTHING_FOUND
        queries = [q for q in neighbours([p.text for p in plan.places]) if q.source in missing]
        return ask(self._memory(), queries) if queries else NOTHING_FOUND
