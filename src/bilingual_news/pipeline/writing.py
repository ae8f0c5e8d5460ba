"""Fill a plan with translations, check it, and write its catalog beside whoever else works on it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog import merge as merging
from bilingual_news.catalog import mo, notes, po
from bilingual_news.checks import run_article_checks, run_checks
from bilingual_news.checks.script import Empty
from bilingual_news.errors import CatalogError, WriteError
from bilingual_news.files import ChangedError, Sync, read_bytes_if_any, read_settled
from bilingual_news.model import Origin, Suggestion
from bilingual_news.pipeline import catalogs
from bilingual_news.pipeline.checking import NOT_NOTED, checks_of, pairs, without_suppressed
from bilingual_news.pipeline.results import Result
from bilingual_news.text import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bilingual_news.catalog.entry import Entry
    from bilingual_news.checks import Pair
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Finding, Hypothesis, TermMatch
    from bilingual_news.pipeline.checking import Selection
    from bilingual_news.pipeline.planning import Plan, Planner
    from bilingual_news.pipeline.results import Project

#: Attempts to write a catalog that somebody else keeps changing.
_ATTEMPTS: Final = 5


class Writer:
    """Writes catalogs.

    Args:
        project: What the run works with.
        planner: Merges anew what somebody changed meanwhile.
    """

    def __init__(self, project: Project, planner: Planner) -> None:
        self._settings = project.settings
        self._termbase = project.termbase
        self._signature = catalogs.signature(project.termbase, project.user_rules, project.settings.check)
        self._selection = checks_of(project.settings)
        self._use_fuzzy = project.options.use_fuzzy
        self._planner = planner

    def write(self, plan: Plan, made: Mapping[str, Suggestion], model: str) -> Result:
        """Write a catalog as it is on disk now, merged; start over if somebody changes it meanwhile.

        Args:
            plan: What is to be done.
            made: Machine translations by source text.
            model: Signature of the model that made them; empty if none was asked.

        Raises:
            CatalogError: If the catalog became one of another article.
            WriteError: If it cannot be written; the old content is intact.
        """
        for _ in range(_ATTEMPTS):
            data = read_bytes_if_any(plan.catalog_path, CatalogError)
            if data != plan.data:
                plan = self._planner.merged(plan, read_settled(plan.catalog_path))
            try:
                return self._write_once(plan, made, model)
            except ChangedError:
                continue
        raise WriteError(
            f"kept changing while it was merged ({_ATTEMPTS} attempts).",
            path=plan.catalog_path,
            hint="Close it in other programs and run again; nothing was changed.",
        )

    def _write_once(self, plan: Plan, made: Mapping[str, Suggestion], model: str) -> Result:
        # A concurrent edit may have filled what was missing: only what still is missing is filled.
        wanted = set(plan.missing)
        recalled = plan.found.suggestions
        new = {text: s for text, s in {**made, **recalled}.items() if text in wanted}
        hints = {text: notes for text, notes in plan.found.hints.items() if text in wanted}
        entries, findings = self._annotated(plan, merging.fill(plan.entries, new, hints))
        catalog = self._catalog(plan, entries, set(made), model)
        changed = plan.old is None or not po.same_content(
            plan.old, catalog, ignore=_ignored(plan.old, catalog)
        )
        # Compiled, the catalog says that this run has looked at it, even where its own file says nothing new.
        path, data = plan.catalog_path, plan.data
        if changed or data is None:
            data = po.write_catalog(path, catalog, expected=plan.data, sync=Sync.CONTENT)
        place = {catalogs.ARTICLE_PATH: plan.article.path}
        written = data, replace(catalog, metadata=catalog.metadata | place)
        mo.compile_catalog(path, path.with_suffix(".mo"), use_fuzzy=self._use_fuzzy, written=written)
        result = summary(
            plan,
            "written" if changed else "unchanged",
            entries,
            translated=len(made.keys() & new.keys()),
            findings=len(findings),
        )
        return replace(result, recalled=len(recalled.keys() & new.keys()))

    def _annotated(self, plan: Plan, entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], list[Finding]]:
        """The entries with their notes written anew, and all findings: of entries, and of the article."""
        by_text = {place.text: place for place in plan.places}
        day = plan.article.date
        placed: list[Entry] = []
        looked_at: list[_LookedAt] = []
        for entry in entries:
            place = None if entry.obsolete or entry.msgctxt else by_text.get(entry.msgid)
            matches = () if entry.obsolete else self._termbase.find(entry.msgid, day)
            placed.append(entry if place is None else merging.annotate(entry, place, matches, ()))
            # A headline abbreviates as it pleases, in terms of its own time.
            is_dated = not entry.obsolete and entry.plural is None and "title" not in placed[-1].notes
            stale = self._termbase.find_stale(entry.msgid, day) if is_dated and day else ()
            looked_at.append(_LookedAt(placed[-1], matches, stale))
        findings = _findings(looked_at, self._selection, self._termbase)
        noted = tuple(
            entry if entry.obsolete else notes.noted(entry, found)
            for entry, found in zip(placed, findings, strict=True)
        )
        return noted, [finding for found in findings for finding in found]

    def _catalog(self, plan: Plan, entries: tuple[Entry, ...], made: set[str], model: str) -> po.Catalog:
        complete = all(entry.is_translated for entry in entries if not entry.obsolete)
        stamp = f"{self._signature} {catalogs.COMPLETE if complete else catalogs.PARTIAL}"
        old = plan.old or po.Catalog(header_comment=catalogs.header_comment(plan.article))
        metadata = catalogs.header(self._settings, plan.article, old.metadata, stamp)
        machine = [e for e in entries if catalogs.is_machine_made(e)]
        # As long as one translation of an earlier model is there, the catalog is as old as that.
        if model and machine and all(e.msgid in made for e in machine):
            metadata[catalogs.MACHINE_SIGNATURE] = catalogs.machine_signature(self._termbase, model)
        catalog = replace(old, metadata=metadata, entries=entries)
        # Another termbase or model alone revises nothing: feeds would show every article as new.
        if plan.old is None or not po.same_content(plan.old, catalog, ignore=catalogs.NO_REVISION):
            metadata[catalogs.REVISION] = catalogs.timestamp()
        return catalog


def _ignored(old: po.Catalog, new: po.Catalog) -> tuple[str, ...]:
    """Header fields that are no reason to write a catalog.

    Another termbase alone changes a line in the header of every catalog, though most hold none of its
    changed terms; the line then goes on naming the run that last had something to write.
    """
    was, now = (catalog.metadata.get(catalogs.RUN_SIGNATURE, "") for catalog in (old, new))
    same_state = was and was.rpartition(" ")[2] == now.rpartition(" ")[2]
    return (catalogs.REVISION, catalogs.RUN_SIGNATURE) if same_state else (catalogs.REVISION,)


@dataclass(frozen=True, slots=True)
class _LookedAt:
    """An entry with the terms of its source: those valid on the article's day, and those that are not."""

    entry: Entry
    matches: tuple[TermMatch, ...]
    stale: tuple[TermMatch, ...]


def _findings(
    looked_at: Sequence[_LookedAt], selection: Selection, termbase: Termbase
) -> list[list[Finding]]:
    """What `check` says of each entry, alone and in its article.

    Suppressed findings, the doubts of an origin and terms out of their time are minded as it minds them.
    """
    found: list[list[Finding]] = [[] for _ in looked_at]
    rows: list[tuple[int, Pair]] = []
    for index, look in enumerate(looked_at):
        if not look.entry.obsolete:
            rows += [(index, pair) for pair in pairs(look.entry, look.matches, termbase)]
    empty = tuple(check for check in selection.checks if check.id == Empty.id)
    for index, pair in rows:
        both = replace(pair, matches=(*pair.matches, *looked_at[index].stale))
        # Of an empty translation nothing else is to be said.
        found[index] += run_checks(both, selection.checks if pair.target else empty)
    for row, finding in run_article_checks([pair for _, pair in rows], selection.article_checks):
        found[rows[row][0]].append(finding)
    entries = [look.entry for look in looked_at]
    places = {id(entry): index for index, entry in enumerate(entries)}
    all_of_them = [(entry, finding) for entry, own in zip(entries, found, strict=True) for finding in own]
    kept: list[list[Finding]] = [[] for _ in looked_at]
    current = [entry for entry in entries if not entry.obsolete]
    for entry, finding in without_suppressed(current, all_of_them, selection):
        if finding.check not in NOT_NOTED:
            kept[places[id(entry)]].append(finding)
    return kept


def copied(source: str) -> Suggestion:
    """What stands for a segment without anything to translate: itself, with Arabic digits."""
    return Suggestion(arabic_digits(source), Origin.MACHINE, "copy")


def suggestion(answer: Hypothesis, model: str) -> Suggestion:
    """An engine's answer as it is written into an entry."""
    remark = f"score {answer.score:.2f} min {answer.minimum:.2f} term-rung {answer.rung}"
    if answer.required:
        remark += f" terms {answer.required - len(answer.missing)}/{answer.required}"
    if answer.missing:
        remark += f" missing {len(answer.missing)}"
    if answer.looped:
        remark += " loop"
    if answer.cut:
        remark += " limit"
    return Suggestion(answer.text, Origin.MACHINE, model, remark)


def summary(plan: Plan, state: str, entries: Iterable[Entry], *, translated: int, findings: int) -> Result:
    """What is said of an article."""
    return Result(
        str(plan.path),
        plan.article.id,
        str(plan.catalog_path),
        state,
        segments=len(plan.places),
        translated=translated,
        empty=sum(1 for entry in entries if not entry.obsolete and not entry.is_translated),
        findings=findings,
        changes=plan.changes,
        **asdict(plan.outcome),
    )
