"""Wire the stages: articles in, catalogs out. No printing, no flags; the command line does both.

Articles are read and planned one by one, translated in groups (so that the engine sees long batches
and equal segments once), and written one by one: after an interruption every catalog is either as it
was or finished.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog import merge as merging
from bilingual_news.catalog import mo, po
from bilingual_news.catalog.entry import Entry
from bilingual_news.checks import Pair, run_checks
from bilingual_news.errors import (
    BilingualNewsError,
    CatalogError,
    DuplicateArticleError,
    SourceError,
    WriteError,
)
from bilingual_news.files import ChangedError, locked, read_bytes, read_settled
from bilingual_news.glossary import Termbase
from bilingual_news.model import Article, Kind, Origin, Suggestion
from bilingual_news.pipeline import catalogs
from bilingual_news.pipeline.checking import machine_doubts, suppressions
from bilingual_news.pipeline.memory import Found, ask, neighbours
from bilingual_news.similarity import Similarity
from bilingual_news.sources import TEXT_SUFFIXES, read_article
from bilingual_news.stages import normalize, segment
from bilingual_news.stages.userrules import FILE_NAME as USER_RULES
from bilingual_news.stages.userrules import load_user_rules
from bilingual_news.stages.words import words
from bilingual_news.text import arabic_digits
from bilingual_news.translation import Job, is_translatable, translate

if TYPE_CHECKING:
    from bilingual_news.config import Settings
    from bilingual_news.engines.base import Engine
    from bilingual_news.memory import MemoryIndex
    from bilingual_news.model import Finding, Hypothesis, TermMatch

#: Segments translated before the first catalog of a group is written: enough for full batches, few
#: enough that an interruption loses seconds.
GROUP_SEGMENTS: Final = 400
#: Attempts to write a catalog that somebody else keeps changing.
_ATTEMPTS: Final = 5
_COMPLETE, _PARTIAL = "complete", "partial"


@dataclass(frozen=True, slots=True)
class Options:
    """How a run treats catalogs.

    Attributes:
        refresh: Translate untouched machine translations again, and process unchanged articles.
        use_fuzzy: Compile unreviewed translations into the MO files.
        dry_run: Write nothing.
        model: Signature of the model; with `refresh`, only catalogs are refreshed whose machine
            translations another model, termbase, segmenter or normalisation made. Empty for all.
    """

    refresh: bool = False
    use_fuzzy: bool = False
    dry_run: bool = False
    model: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What happened to one article.

    Attributes:
        path: The article's file.
        article: Its id; empty if it could not be read.
        catalog: The PO file; empty if it could not be read.
        state: unchanged, written, planned (dry run) or failed.
        segments: Entries of the article.
        translated: Entries that got a machine translation in this run.
        recalled: Entries that got a translation from memory in this run.
        kept: Entries that were there before.
        moved: Kept entries whose segment moved.
        edited: Entries whose source was edited.
        split: Entries that are parts of an old one.
        merged: Entries that join old ones.
        added: Entries that are new.
        revived: Entries that came back from obsolete.
        removed: Entries that became obsolete.
        empty: Entries without any translation.
        findings: Findings of the checks.
        changes: What made the machine translations of a refreshed catalog out of date.
        error: What went wrong, for a failed article.
    """

    path: str
    article: str = ""
    catalog: str = ""
    state: str = "unchanged"
    segments: int = 0
    translated: int = 0
    recalled: int = 0
    kept: int = 0
    moved: int = 0
    edited: int = 0
    split: int = 0
    merged: int = 0
    added: int = 0
    revived: int = 0
    removed: int = 0
    empty: int = 0
    findings: int = 0
    changes: tuple[str, ...] = ()
    error: BilingualNewsError | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """An article that has something to do.

    Attributes:
        data: The bytes of the catalog that the plan was made with; None for no catalog.
        old: What they hold.
        entries: The entries after the merge, without new translations.
        missing: Texts to translate.
        refresh: Whether untouched machine translations are among them.
        changes: Why.
    """

    article: Article
    path: Path
    catalog_path: Path
    places: tuple[merging.Place, ...]
    data: bytes | None
    old: po.Catalog | None
    entries: tuple[Entry, ...]
    outcome: merging.Outcome
    missing: tuple[str, ...] = ()
    refresh: bool = False
    changes: tuple[str, ...] = ()


def find_articles(settings: Settings, named: Sequence[Path] = ()) -> list[Path]:
    """The article files: those named (folders are searched), else all of the articles folder.

    Raises:
        SourceError: If the articles folder or a named file does not exist.
    """
    roots = list(named) or [settings.articles_dir]
    files: list[Path] = []
    for root in roots:
        if root.is_dir():
            files += sorted(p for p in root.rglob("*") if p.suffix in TEXT_SUFFIXES and p.is_file())
        elif root.exists() or named:
            files.append(root)
        else:
            hint = "Make it and put articles there, or name articles on the command line."
            raise SourceError("no such folder of articles.", path=root, hint=hint)
    return list(dict.fromkeys(files))


class TranslateRun:
    """One `translate` run over articles.

    Args:
        settings: The project.
        termbase: Its terms.
        engine: Gives the engine when the first segment needs it; None leaves segments empty.
        options: How to treat catalogs.
        memory: Gives the translation memory when the first segment needs it; None for none.
    """

    def __init__(
        self,
        settings: Settings,
        termbase: Termbase,
        engine: Callable[[], Engine] | None,
        options: Options | None = None,
        memory: Callable[[], MemoryIndex] | None = None,
    ) -> None:
        self._settings = settings
        self._termbase = termbase
        self._engine = engine
        self._options = options or Options()
        self._memory = memory
        self._similarity = Similarity(words)
        self._model = ""
        self._user_rules = load_user_rules(settings.root / USER_RULES)
        self._signature = catalogs.signature(termbase, self._user_rules)

    def run(self, files: Sequence[Path]) -> Iterator[Result]:
        """Process articles; yields one result an article, when it is finished or has failed."""
        articles, failures = self._read(files)
        yield from failures
        group: list[_Plan] = []
        for path, article in articles:
            try:
                planned = self._plan(path, article)
            except BilingualNewsError as error:
                yield Result(str(path), article.id, state="failed", error=error)
                continue
            if isinstance(planned, Result):
                yield planned
                continue
            group.append(planned)
            if sum(len(plan.missing) for plan in group) >= GROUP_SEGMENTS:
                yield from self._finish(group)
                group = []
        yield from self._finish(group)

    def _read(self, files: Sequence[Path]) -> tuple[list[tuple[Path, Article]], list[Result]]:
        """Read all articles; two files with one id are both refused, whichever came first."""
        read: list[tuple[Path, Article]] = []
        failures: list[Result] = []
        for path in files:
            try:
                read.append((path, read_article(path, self._settings.root)))
            except SourceError as error:
                failures.append(Result(str(path), state="failed", error=error))
        owners: dict[str, list[Path]] = {}
        for path, article in read:
            owners.setdefault(article.id, []).append(path)
        unique: list[tuple[Path, Article]] = []
        for path, article in read:
            others = [other for other in owners[article.id] if other != path]
            if others:
                failures.append(_duplicate(path, article.id, others))
            else:
                unique.append((path, article))
        return unique, failures

    def _plan(self, path: Path, article: Article) -> _Plan | Result:
        catalog_path = self._settings.catalogs_dir / f"{article.id}.po"
        mo_path = catalog_path.with_suffix(".mo")
        refresh, changes = self._refreshed(catalog_path)
        if not refresh and self._is_done(article, catalog_path, mo_path):
            return Result(str(path), article.id, str(catalog_path))
        article = normalize.normalize_article(article)
        places = merging.places(segment.segment_article(article, self._user_rules))
        data = read_bytes(catalog_path, CatalogError) if catalog_path.exists() else None
        plan = _Plan(article, path, catalog_path, places, data, None, (), merging.Outcome())
        return replace(self._merged(plan, data, refresh=refresh), changes=changes)

    def _refreshed(self, catalog: Path) -> tuple[bool, tuple[str, ...]]:
        """Whether the machine translations of a catalog are made anew, and why."""
        if not self._options.refresh or not self._options.model:
            return self._options.refresh, ()
        old = po.read_header(catalog).get(catalogs.MACHINE_SIGNATURE, "")
        new = catalogs.machine_signature(self._termbase, self._options.model)
        changes = catalogs.signature_changes(old, new)
        if not changes or not catalogs.has_machine_translations(catalog):
            return False, ()
        return True, changes

    def _merged(self, plan: _Plan, data: bytes | None, *, refresh: bool) -> _Plan:
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
        how = merging.How(self._similarity, fresh)
        entries, outcome = merging.merge(before, plan.places, {}, plan.article.path, how)
        missing = tuple(e.msgid for e in entries if merging.needs_translation(e, refresh=refresh))
        return replace(
            plan, data=data, old=old, entries=entries, outcome=outcome, missing=missing, refresh=refresh
        )

    def _is_done(self, article: Article, catalog: Path, mo_path: Path) -> bool:
        """Whether neither article, termbase, rules nor catalog changed since the last run."""
        header = po.read_header(catalog)
        if header.get(catalogs.SOURCE_HASH) != f"sha256:{article.source_hash}":
            return False
        stamp, _, state = header.get(catalogs.RUN_SIGNATURE, "").rpartition(" ")
        if stamp != self._signature or (state != _COMPLETE and self._engine is not None):
            return False
        return mo.is_current(catalog, mo_path, use_fuzzy=self._options.use_fuzzy)

    def _finish(self, group: Sequence[_Plan]) -> Iterator[Result]:
        if self._options.dry_run:
            for plan in group:
                yield self._dry(plan)
            return
        recalled = self._recall(group)
        suggestions = self._translate(group, recalled)
        for plan in group:
            found = recalled[plan.article.id]
            mine = {
                text: suggestions[job]
                for text in plan.missing
                if (job := Job(text, plan.article.date)) in suggestions and text not in found.suggestions
            }
            try:
                yield self._write(plan, mine, found)
            except BilingualNewsError as error:
                yield Result(str(plan.path), plan.article.id, str(plan.catalog_path), "failed", error=error)

    def _recall(self, group: Sequence[_Plan]) -> dict[str, Found]:
        """What the memory has for the articles of a group, by article id."""
        found: dict[str, Found] = {}
        for plan in group:
            missing = set(plan.missing)
            queries = [q for q in neighbours([p.text for p in plan.places]) if q.source in missing]
            use = self._memory is not None and queries
            found[plan.article.id] = ask(self._memory(), queries) if use and self._memory else Found({}, {})
        return found

    def _translate(self, group: Sequence[_Plan], recalled: dict[str, Found]) -> dict[Job, Suggestion]:
        jobs = list(
            dict.fromkeys(
                Job(text, plan.article.date)
                for plan in group
                for text in plan.missing
                if text not in recalled[plan.article.id].suggestions
            )
        )
        found: dict[Job, Suggestion] = {
            job: _copy(job.source) for job in jobs if not is_translatable(job.source)
        }
        rest = [job for job in jobs if job not in found]
        if rest and self._engine is not None:
            engine = self._engine()
            limit = self._settings.chunk_length
            answers = translate(engine, rest, self._termbase, limit=limit)
            for job, answer in zip(rest, answers, strict=True):
                if answer.text:
                    found[job] = _suggestion(answer, engine.info.name)
            self._model = engine.info.signature
        return found

    def _dry(self, plan: _Plan) -> Result:
        return _result(plan, "planned", plan.entries, translated=len(plan.missing), findings=0)

    def _write(self, plan: _Plan, mine: dict[str, Suggestion], found: Found) -> Result:
        """Write a catalog as it is on disk now, merged; start over if somebody changes it meanwhile."""
        with locked(plan.catalog_path.parent):
            for _ in range(_ATTEMPTS):
                data = read_bytes(plan.catalog_path, CatalogError) if plan.catalog_path.exists() else None
                if data != plan.data:
                    plan = self._merged(plan, read_settled(plan.catalog_path), refresh=plan.refresh)
                try:
                    return self._write_once(plan, mine, found)
                except ChangedError:
                    continue
        raise WriteError(
            f"kept changing while it was merged ({_ATTEMPTS} attempts).",
            path=plan.catalog_path,
            hint="Close it in other programs and run again; nothing was changed.",
        )

    def _write_once(self, plan: _Plan, mine: dict[str, Suggestion], found: Found) -> Result:
        # A concurrent edit may have filled what was missing: only what still is missing is filled.
        wanted = set(plan.missing)
        new = {text: s for text, s in {**mine, **found.suggestions}.items() if text in wanted}
        hints = {text: notes for text, notes in found.hints.items() if text in wanted}
        entries, findings = self._annotated(plan, merging.fill(plan.entries, new, hints))
        catalog = self._catalog(plan, entries, made=set(mine))
        changed = plan.old is None or not po.same_content(plan.old, catalog, ignore=(catalogs.REVISION,))
        if changed:
            po.write_catalog(plan.catalog_path, catalog, expected=plan.data)
        mo_path = plan.catalog_path.with_suffix(".mo")
        mo.compile_catalog(plan.catalog_path, mo_path, use_fuzzy=self._options.use_fuzzy)
        result = _result(
            plan,
            "written" if changed else "unchanged",
            entries,
            translated=len(mine.keys() & new.keys()),
            findings=len(findings),
        )
        return replace(result, recalled=len(found.suggestions.keys() & new.keys()))

    def _annotated(self, plan: _Plan, entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], list[Finding]]:
        by_text = {place.text: place for place in plan.places}
        annotated: list[Entry] = []
        findings: list[Finding] = []
        for entry in entries:
            place = None if entry.obsolete or entry.msgctxt else by_text.get(entry.msgid)
            if place is None:
                annotated.append(entry)
                continue
            matches = self._termbase.find(place.text, plan.article.date)
            stale = self._termbase.find_stale(place.text, plan.article.date) if plan.article.date else ()
            found = _findings(entry, place, (*matches, *stale)) if entry.msgstr else ()
            findings.extend(found)
            annotated.append(merging.annotate(entry, place, matches, found))
        return tuple(annotated), findings

    def _catalog(self, plan: _Plan, entries: tuple[Entry, ...], made: set[str]) -> po.Catalog:
        complete = all(entry.is_translated for entry in entries if not entry.obsolete)
        stamp = f"{self._signature} {_COMPLETE if complete else _PARTIAL}"
        old = plan.old or po.Catalog(header_comment=catalogs.header_comment(plan.article))
        metadata = catalogs.header(self._settings, plan.article, old.metadata, stamp)
        machine = [e for e in entries if catalogs.is_machine_made(e)]
        # As long as one translation of an earlier model is there, the catalog is as old as that.
        if self._model and machine and all(e.msgid in made for e in machine):
            metadata[catalogs.MACHINE_SIGNATURE] = catalogs.machine_signature(self._termbase, self._model)
        catalog = replace(old, metadata=metadata, entries=entries)
        if plan.old is None or not po.same_content(plan.old, catalog, ignore=(catalogs.REVISION,)):
            metadata[catalogs.REVISION] = catalogs.timestamp()
        return catalog


def _findings(entry: Entry, place: merging.Place, matches: tuple[TermMatch, ...]) -> tuple[Finding, ...]:
    """What `check` says of one entry: suppressed findings and the doubts of its origin are minded too."""
    minimum, at_limit = machine_doubts(entry)
    is_title = place.segments[0].kind is Kind.TITLE
    ignored = suppressions(entry)
    found = run_checks(Pair(place.text, entry.msgstr, matches, minimum, is_title, at_limit))
    return tuple(finding for finding in found if finding.check not in ignored)


def _copy(source: str) -> Suggestion:
    return Suggestion(arabic_digits(source), Origin.MACHINE, "copy")


def _suggestion(answer: Hypothesis, model: str) -> Suggestion:
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


def _result(
    plan: _Plan,
    state: str,
    entries: Iterable[Entry],
    *,
    translated: int,
    findings: int,
) -> Result:
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


def _duplicate(path: Path, name: str, others: Sequence[Path]) -> Result:
    error = DuplicateArticleError(
        f"article id {name} is also claimed by {', '.join(map(str, others))}.",
        path=path,
        hint="Keep one of them; none was processed.",
    )
    return Result(str(path), name, state="failed", error=error)
