"""Feed the translation memory from catalogs and TMX files, and ask it for a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.po import read_catalog
from bilingual_news.errors import BilingualNewsError, CatalogError, ExchangeError
from bilingual_news.exchange.tmx import iter_tmx
from bilingual_news.files import listed, require_text_name
from bilingual_news.memory import Match, MatchKind, MemoryIndex, Query, Unit
from bilingual_news.model import Origin, Suggestion
from bilingual_news.pipeline.standing import no_catalogs
from bilingual_news.stages.normalize import normalize_text
from bilingual_news.stages.words import count_words, words

if TYPE_CHECKING:
    from bilingual_news.catalog.po import Catalog
    from bilingual_news.config import Settings

#: From here on a fuzzy match fills msgstr, as fuzzy; below it is a comment, down to `HINT`.
#: 75 % is the lowest band that translation agencies pay as a match.
FUZZY: Final = 0.75
HINT: Final = 0.60
#: Lower edges of the match bands, in percent.
BANDS: Final = (("101", 101), ("100", 100), ("95-99", 95), ("85-94", 85), ("75-84", 75))
_LONGEST_NOTE: Final = 300


@dataclass(frozen=True, slots=True)
class Found:
    """What the memory has for the segments of one article.

    Attributes:
        suggestions: Translations for msgstr, by source text.
        hints: Suggestion notes, by source text.
    """

    suggestions: Mapping[str, Suggestion]
    hints: Mapping[str, Sequence[str]]


def open_memory(settings: Settings, tell: Callable[[BilingualNewsError], None] | None = None) -> MemoryIndex:
    """The project's translation memory, up to date with its catalogs and TMX files.

    Args:
        settings: The project.
        tell: Told of each file that cannot be read; the memory then does without it.

    Raises:
        ExchangeError: For a file of the memory folder that is not TMX, if nobody is told: a run would
            translate anew what is translated there. Catalogs are left out without a word then: `check`
            and `translate` report them.
    """
    index = MemoryIndex(settings.cache_dir / "memory.sqlite", words)
    stamps = {str(path): stamp for path in sources(settings) if (stamp := _stamp(path))}
    try:
        errors = _updated(index, stamps)
    except BaseException:
        index.close()
        raise
    for error in errors:
        if tell is not None:
            tell(error)
        elif not isinstance(error, CatalogError):
            index.close()
            raise error
    return index


def _updated(index: MemoryIndex, stamps: Mapping[str, str]) -> Iterable[BilingualNewsError]:
    """Bring an index up to date; returns what is wrong with the files that cannot be read.

    They are tried again at the next time: nothing of them stays in the index.
    """
    damaged: dict[str, BilingualNewsError] = {}

    def read(name: str) -> Iterator[Unit]:
        try:
            yield from read_units(Path(name))
        except (CatalogError, ExchangeError) as error:
            damaged[name] = error

    for name in stamps:
        try:
            require_text_name(Path(name), CatalogError)
        except CatalogError as error:
            damaged[name] = error
    index.update({name: stamp for name, stamp in stamps.items() if name not in damaged}, read)
    if damaged:
        index.update({name: stamp for name, stamp in stamps.items() if name not in damaged}, read)
    return damaged.values()


def sources(settings: Settings) -> list[Path]:
    """The files that hold the memory: the catalogs of the project and the TMX files of its memory folder."""
    catalogs = listed(settings.catalogs_dir, (".po",), CatalogError)
    return [*catalogs, *listed(settings.memory_dir, (".tmx",), ExchangeError)]


def no_sources(settings: Settings) -> CatalogError:
    """What is said of a memory that no file feeds."""
    message = f"holds no PO file, and {settings.memory_dir} no TMX file: the memory is empty."
    return CatalogError(message, path=settings.catalogs_dir, hint=no_catalogs(settings).hint)


def read_units(path: Path) -> Iterator[Unit]:
    """The reviewed units of a catalog or TMX file.

    Raises:
        ExchangeError: For a TMX file that cannot be read.
        CatalogError: For a catalog that cannot be read.
    """
    if path.suffix.lower() == ".tmx":
        name = path.name.replace(" ", "_")
        for unit in iter_tmx(path):
            texts = (normalize_text(text) for text in (unit.source, unit.previous, unit.next))
            source, previous, following = texts
            yield Unit(source, unit.target, previous, following, unit.origin or name)
        return
    yield from reviewed_units(read_catalog(path), path)


def reviewed_units(catalog: Catalog, path: Path) -> Iterator[Unit]:
    """The reviewed entries of a catalog with their neighbours; obsolete ones without."""
    origin = (catalog.metadata.get("X-Article-Id") or path.stem).replace(" ", "_")
    active = [entry for entry in catalog.entries if not entry.obsolete]
    texts = ["", *(entry.msgid for entry in active), ""]
    for number, entry in enumerate(active):
        if entry.msgstr and not entry.fuzzy and entry.plural is None:
            yield Unit(entry.msgid, entry.msgstr, texts[number], texts[number + 2], origin)
    for entry in catalog.entries:
        if entry.obsolete and entry.msgstr and not entry.fuzzy and entry.plural is None:
            yield Unit(entry.msgid, entry.msgstr, "", "", origin)


def ask(index: MemoryIndex, queries: Sequence[Query]) -> Found:
    """Look segments up and decide what may stand where.

    A match of 100 % and more is approved if it is the only translation of its source (all units are
    reviewed); everything else in msgstr is fuzzy, and matches below `FUZZY` are comments.
    """
    suggestions: dict[str, Suggestion] = {}
    hints: dict[str, tuple[str, ...]] = {}
    for query, matches in zip(queries, index.find_all(queries, HINT), strict=True):
        if matches and matches[0].percent >= FUZZY * 100:
            suggestions[query.source] = _suggestion(matches[0])
        elif matches:
            hints[query.source] = tuple(_hint(match) for match in matches)
    return Found(suggestions, hints)


def band(match: Match | None) -> str:
    """The band of the best match; `new` below the lowest."""
    return next((name for name, edge in BANDS if match and match.percent >= edge), "new")


def leverage(index: MemoryIndex, queries: Sequence[Query]) -> dict[str, int]:
    """Thai words by match band; a segment that stands more than once counts once, then as repetition."""
    found = {name: 0 for name, _ in BANDS} | {"new": 0, "repetitions": 0}
    first: dict[str, Query] = {}
    for query in queries:
        if query.source in first:
            found["repetitions"] += count_words(query.source)
        first.setdefault(query.source, query)
    answers = index.find_all(list(first.values()), BANDS[-1][1] / 100, limit=1)
    for source, matches in zip(first, answers, strict=True):
        found[band(matches[0] if matches else None)] += count_words(source)
    return found


def open_segments(settings: Settings) -> list[Query]:
    """The segments of all catalogs that wait for review, with their neighbours."""
    found: list[Query] = []
    for path in listed(settings.catalogs_dir, (".po",), CatalogError):
        try:
            entries = [entry for entry in read_catalog(path).entries if not entry.obsolete]
        except CatalogError:
            continue
        queries = neighbours([entry.msgid for entry in entries])
        open_ones = (e.fuzzy or not e.is_translated for e in entries)
        found += [query for query, is_open in zip(queries, open_ones, strict=True) if is_open]
    return found


def neighbours(texts: Sequence[str]) -> list[Query]:
    """Queries of the segments of an article, each with the one before and after it."""
    framed = ["", *texts, ""]
    return [Query(text, framed[number], framed[number + 2]) for number, text in enumerate(texts)]


def tmx_units(settings: Settings) -> tuple[list[Unit], list[BilingualNewsError]]:
    """All units of the memory for a TMX file, equal ones once.

    They come from the catalogs and TMX files, not from the index, which is a cache.

    Returns:
        The units, and the errors of files that cannot be read.
    """
    units: dict[Unit, None] = {}
    errors: list[BilingualNewsError] = []
    for path in sources(settings):
        try:
            units |= dict.fromkeys(read_units(path))
        except (CatalogError, ExchangeError) as error:
            errors.append(error)
    return list(units), errors


def _stamp(path: Path) -> str:
    """Changes with the file; empty if it is gone meanwhile."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns} {status.st_size} {status.st_ino}"


def _suggestion(match: Match) -> Suggestion:
    certain = match.percent >= 100 and match.rivals == 0  # noqa: PLR2004 - per cent
    remark = f"{match.percent}%"
    if match.kind is MatchKind.REPAIRED:
        remark += " repaired"
    if match.rivals:
        remark += f" of {match.rivals + 1} translations"
    previous = match.source if match.kind in {MatchKind.FUZZY, MatchKind.REPAIRED} else ""
    provider = match.origin or "memory"
    return Suggestion(match.target, Origin.MEMORY, provider, remark, certain, previous)


def _hint(match: Match) -> str:
    text = " ".join(f"{match.target} (memory {match.origin or '-'})".split())
    return f"suggestion {match.percent}%: {text[:_LONGEST_NOTE]}"
