"""Find the articles of a run and their ids; none is parsed that need not be.

Two files that claim one id must both be refused, whichever comes first. The ids of all files are
therefore known before the first article is processed; of each file only path, id and hash stay.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilingual_news.errors import DuplicateArticleError, SourceError
from bilingual_news.files import listed
from bilingual_news.pipeline.results import Result
from bilingual_news.sources import ARTICLE_SUFFIXES, identify, read_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bilingual_news.config import Settings

#: What a person may name by mistake: `status` and `check` take catalogs. The id of such a file would be
#: that of its article, and its text would be merged into the catalog of that.
_NO_ARTICLES: Final = frozenset({
    ".po", ".pot", ".mo", ".xlf", ".xliff", ".tmx", ".tbx", ".csv", ".xlsx", ".json", ".toml",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ticket:
    """An article to be processed.

    Attributes:
        path: Its file.
        article: Its id.
        source_hash: SHA-256 of the file's bytes, hex.
    """

    path: Path
    article: str
    source_hash: str


def find_articles(settings: Settings, named: Sequence[Path] = ()) -> list[Path]:
    """The article files: those named (folders are searched), else all of the articles folder.

    Raises:
        SourceError: If the articles folder does not exist, a named file is none of articles, a named
            folder holds none, or a folder cannot be read.
    """
    roots = list(named) or [settings.articles_dir]
    files: list[Path] = []
    for root in roots:
        if root.is_dir():
            found = listed(root, ARTICLE_SUFFIXES, SourceError, deep=True)
            if named and not found:
                raise SourceError("holds no article.", path=root, hint="Check the path.")
            files += found
        elif root.suffix.lower() in _NO_ARTICLES:
            hint = "Name the article itself; without arguments all articles are processed."
            raise SourceError("is not an article.", path=root, hint=hint)
        elif root.exists() or named:
            files.append(root)
        else:
            hint = "Make it and put articles there, or name articles on the command line."
            raise SourceError("no such folder of articles.", path=root, hint=hint)
    return list(dict.fromkeys(files))


def tickets(files: Iterable[Path]) -> tuple[list[Ticket], list[Result]]:
    """The articles of files, in order, and what is said of files that cannot be processed."""
    found: list[Ticket] = []
    failures: list[Result] = []
    for path in files:
        try:
            found.append(Ticket(path, *identify(path)))
        except SourceError as error:
            failures.append(Result(str(path), state="failed", error=error))
    owners: defaultdict[str, list[Path]] = defaultdict(list)
    for ticket in found:
        owners[ticket.article].append(ticket.path)
    claimed = {name: paths for name, paths in owners.items() if len(paths) > 1}
    if claimed:
        claimed = {name: [path for path in paths if _is_article(path)] for name, paths in claimed.items()}
        claimed = {name: paths for name, paths in claimed.items() if len(paths) > 1}
    failures += [
        _duplicate(ticket, claimed[ticket.article]) for ticket in found if _is_claimed(ticket, claimed)
    ]
    return [ticket for ticket in found if not _is_claimed(ticket, claimed)], failures


def _is_claimed(ticket: Ticket, claimed: dict[str, list[Path]]) -> bool:
    return ticket.path in claimed.get(ticket.article, ())


def _is_article(path: Path) -> bool:
    """Whether a file is an article at all: one that fails anyway takes no id from another."""
    try:
        read_article(path)
    except SourceError:
        return False
    return True


def _duplicate(ticket: Ticket, paths: Sequence[Path]) -> Result:
    others = ", ".join(str(path) for path in paths if path != ticket.path)
    error = DuplicateArticleError(
        f"article id {ticket.article} is also claimed by {others}.",
        path=ticket.path,
        hint="Keep one of them; none was processed.",
    )
    return Result(str(ticket.path), ticket.article, state="failed", error=error)
