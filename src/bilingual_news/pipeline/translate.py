"""Wire the stages: articles in, catalogs out. No printing, no flags; the command line does both.

Articles are read and planned one by one, translated in groups (so that the engine sees long batches
and equal segments once), and written one by one: after an interruption every catalog is either as it
was or finished.
"""

from __future__ import annotations

import os
import time
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news import __version__
from bilingual_news.catalog import merge as merging
from bilingual_news.catalog import mo, po
from bilingual_news.catalog.entry import Entry
from bilingual_news.checks import Pair, run_checks
from bilingual_news.errors import (
    BilingualNewsError,
    CatalogMismatchError,
    DuplicateArticleError,
    SourceError,
)
from bilingual_news.glossary import Termbase
from bilingual_news.model import Article, Origin, Suggestion
from bilingual_news.sources import TEXT_SUFFIXES, read_article
from bilingual_news.stages import normalize, segment
from bilingual_news.text import arabic_digits
from bilingual_news.translation import Job, is_translatable, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bilingual_news.config import Settings
    from bilingual_news.engines.base import Engine
    from bilingual_news.model import Finding, Hypothesis

#: Segments translated before the first catalog of a group is written: enough for full batches, few
#: enough that an interruption loses seconds.
GROUP_SEGMENTS: Final = 400
#: Bumped when the tool's notes in an entry change for the same input.
_NOTES_VERSION: Final = 1
_REVISION: Final = "PO-Revision-Date"
_COMPLETE, _PARTIAL = "complete", "partial"


@dataclass(frozen=True, slots=True)
class Options:
    """How a run treats catalogs.

    Attributes:
        refresh: Translate untouched machine translations again, and process unchanged articles.
        use_fuzzy: Compile unreviewed translations into the MO files.
        dry_run: Write nothing.
    """

    refresh: bool = False
    use_fuzzy: bool = False
    dry_run: bool = False


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
        kept: Entries that were there before.
        added: Entries that are new.
        revived: Entries that came back from obsolete.
        removed: Entries that became obsolete.
        empty: Entries without any translation.
        findings: Findings of the checks.
        error: What went wrong, for a failed article.
    """

    path: str
    article: str = ""
    catalog: str = ""
    state: str = "unchanged"
    segments: int = 0
    translated: int = 0
    kept: int = 0
    added: int = 0
    revived: int = 0
    removed: int = 0
    empty: int = 0
    findings: int = 0
    error: BilingualNewsError | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """An article that has something to do."""

    article: Article
    path: Path
    catalog_path: Path
    old: po.Catalog | None
    places: tuple[merging.Place, ...]
    missing: tuple[str, ...]


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
    """

    def __init__(
        self,
        settings: Settings,
        termbase: Termbase,
        engine: Callable[[], Engine] | None,
        options: Options | None = None,
    ) -> None:
        self._settings = settings
        self._termbase = termbase
        self._engine = engine
        self._options = options or Options()
        self._signature = signature(termbase)

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
        if not self._options.refresh and self._is_done(article, catalog_path, mo_path):
            return Result(str(path), article.id, str(catalog_path))
        article = normalize.normalize_article(article)
        places = merging.places(segment.segment_article(article))
        old = po.read_catalog(catalog_path) if catalog_path.exists() else None
        if old is not None:
            _require_same_article(catalog_path, old, article, places)
        known = merging.active_entries(old.entries) if old else {}
        missing = tuple(
            place.text
            for place in places
            if merging.needs_translation(known.get(place.text), refresh=self._options.refresh)
        )
        return _Plan(article, path, catalog_path, old, places, missing)

    def _is_done(self, article: Article, catalog: Path, mo_path: Path) -> bool:
        """Whether neither article, termbase, rules nor catalog changed since the last run."""
        header = po.read_header(catalog)
        if header.get("X-Source-Hash") != f"sha256:{article.source_hash}":
            return False
        stamp, _, state = header.get("X-Run-Signature", "").rpartition(" ")
        if stamp != self._signature or (state != _COMPLETE and self._engine is not None):
            return False
        return mo.is_current(catalog, mo_path, use_fuzzy=self._options.use_fuzzy)

    def _finish(self, group: Sequence[_Plan]) -> Iterator[Result]:
        if self._options.dry_run:
            for plan in group:
                yield self._dry(plan)
            return
        suggestions = self._translate(group)
        for plan in group:
            try:
                yield self._write(plan, suggestions)
            except BilingualNewsError as error:
                yield Result(str(plan.path), plan.article.id, str(plan.catalog_path), "failed", error=error)

    def _translate(self, group: Sequence[_Plan]) -> dict[Job, Suggestion]:
        jobs = list(dict.fromkeys(Job(text, plan.article.date) for plan in group for text in plan.missing))
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
        return found

    def _dry(self, plan: _Plan) -> Result:
        entries, outcome = merging.merge(
            plan.old.entries if plan.old else (), plan.places, {}, plan.article.path
        )
        return _result(plan, "planned", (entries, outcome), translated=len(plan.missing), findings=0)

    def _write(self, plan: _Plan, found: dict[Job, Suggestion]) -> Result:
        old = plan.old.entries if plan.old else ()
        mine = {text: found[job] for text in plan.missing if (job := Job(text, plan.article.date)) in found}
        entries, outcome = merging.merge(old, plan.places, mine, plan.article.path)
        entries, findings = self._annotated(plan, entries)
        catalog = self._catalog(plan, entries)
        changed = plan.old is None or not po.same_content(plan.old, catalog, ignore=(_REVISION,))
        if changed:
            po.write_catalog(plan.catalog_path, catalog)
        mo_path = plan.catalog_path.with_suffix(".mo")
        mo.compile_catalog(plan.catalog_path, mo_path, use_fuzzy=self._options.use_fuzzy)
        state = "written" if changed else "unchanged"
        return _result(plan, state, (entries, outcome), translated=len(mine), findings=len(findings))

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
            found = run_checks(Pair(place.text, entry.msgstr, matches)) if entry.msgstr else ()
            findings.extend(found)
            annotated.append(merging.annotate(entry, place, matches, found))
        return tuple(annotated), findings

    def _catalog(self, plan: _Plan, entries: tuple[Entry, ...]) -> po.Catalog:
        complete = all(entry.is_translated for entry in entries if not entry.obsolete)
        stamp = f"{self._signature} {_COMPLETE if complete else _PARTIAL}"
        old = plan.old or po.Catalog(header_comment=_header_comment(plan.article))
        metadata = header(self._settings, plan.article, old.metadata, stamp)
        catalog = replace(old, metadata=metadata, entries=entries)
        if plan.old is None or not po.same_content(plan.old, catalog, ignore=(_REVISION,)):
            metadata[_REVISION] = _timestamp()
        return catalog


def signature(termbase: Termbase) -> str:
    """What besides article and catalog decides the content of a catalog's notes and segments."""
    return (
        f"normalize={normalize.VERSION} segment={segment.VERSION} notes={_NOTES_VERSION} "
        f"terms={termbase.digest}"
    )


def header(settings: Settings, article: Article, old: dict[str, str], stamp: str) -> dict[str, str]:
    """Header fields of a catalog: the old ones kept, the tool's own brought up to date.

    POT-Creation-Date is the article's date, so that the same article gives the same bytes.
    """
    created = f"{article.date.isoformat()} 00:00+0700" if article.date else _timestamp()
    fresh = {
        "Project-Id-Version": f"{settings.project} {article.id}",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": created,
        _REVISION: _timestamp(),
        "Last-Translator": "Automatically generated",
        "Language-Team": settings.language_team,
        "Language": settings.target_language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "X-Generator": f"bilingual-news {__version__}",
        "X-Source-Language": "th",
    }
    own = {
        "X-Article-Id": article.id,
        "X-Article-URL": article.url,
        "X-Article-Date": article.date.isoformat() if article.date else "",
        "X-Source-Hash": f"sha256:{article.source_hash}",
        "X-Run-Signature": stamp,
    }
    return {**fresh, **old, **own}


def _header_comment(article: Article) -> str:
    return f"{article.title}\nThai to English translation of {article.path}."


def _timestamp() -> str:
    """Now, or SOURCE_DATE_EPOCH where a reproducible build sets it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch) if epoch else time.time(), UTC)
    return now.strftime("%Y-%m-%d %H:%M+0000")


def _copy(source: str) -> Suggestion:
    return Suggestion(arabic_digits(source), Origin.MACHINE, "copy")


def _suggestion(answer: Hypothesis, model: str) -> Suggestion:
    remark = f"score {answer.score:.2f} min {answer.minimum:.2f} term-rung {answer.rung}"
    if answer.missing:
        remark += f" missing {len(answer.missing)}"
    if answer.looped:
        remark += " loop"
    return Suggestion(answer.text, Origin.MACHINE, model, remark)


def _result(
    plan: _Plan,
    state: str,
    merged: tuple[Iterable[Entry], merging.Outcome],
    *,
    translated: int,
    findings: int,
) -> Result:
    entries, outcome = merged
    return Result(
        str(plan.path),
        plan.article.id,
        str(plan.catalog_path),
        state,
        segments=len(plan.places),
        translated=translated,
        empty=sum(1 for entry in entries if not entry.obsolete and not entry.is_translated),
        findings=findings,
        **asdict(outcome),
    )


def _duplicate(path: Path, name: str, others: Sequence[Path]) -> Result:
    error = DuplicateArticleError(
        f"article id {name} is also claimed by {', '.join(map(str, others))}.",
        path=path,
        hint="Keep one of them; none was processed.",
    )
    return Result(str(path), name, state="failed", error=error)


def _require_same_article(
    path: Path, catalog: po.Catalog, article: Article, places: Sequence[merging.Place]
) -> None:
    owner = catalog.metadata.get("X-Article-Id")
    texts = {place.text for place in places}
    if owner is None:
        # A catalog made by another tool: it is this article's if they share a segment.
        translated = [entry for entry in catalog.entries if entry.is_translated]
        if not translated or any(entry.msgid in texts for entry in translated):
            return
        owner = "another article (no msgid of this one in it)"
    if owner != article.id:
        message = f"the catalog belongs to {owner}, expected article {article.id}."
        hint = "Move it away or restore the right one; it was not touched."
        raise CatalogMismatchError(message, path=path, hint=hint)
