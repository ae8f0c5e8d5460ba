"""How far each catalog is, remembered for as long as nothing changes that it depends on.

Counting words and running all checks needs a dictionary, the termbase and the checks; most catalogs have
not changed since they were last asked about. A row is remembered by the bytes of its PO file, and all
rows by the stamp of the project. The file is a throw-away.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import CatalogError, WriteError
from bilingual_news.files import Sync, listed, read_bytes, throwaway_folder, write_atomically
from bilingual_news.pipeline.stamp import project_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bilingual_news.config import Settings

CATALOG_SUFFIX: Final = ".po"
_FILE_NAME: Final = "status.json"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the translation of one article is.

    Attributes:
        id: Article id.
        segments: Entries.
        words: Thai words in them, by newmm.
        empty: Entries without translation.
        machine: Entries with an untouched machine translation.
        memory: Entries with an untouched translation from memory.
        edited: Entries that a person changed and that still wait for review.
        reviewed: Entries without the fuzzy flag.
        findings: Findings of the checks, but for empty translations and comparisons with other articles.
    """

    id: str
    segments: int
    words: int
    empty: int
    machine: int
    memory: int
    edited: int
    reviewed: int
    findings: int


def find_catalogs(settings: Settings, named: Sequence[Path] = ()) -> list[Path]:
    """The PO files: those named (folders are searched), else all of the project.

    Raises:
        CatalogError: If a named file does not exist, a named folder holds none, or a folder cannot be
            read.
    """
    files: list[Path] = []
    for root in named or [settings.catalogs_dir]:
        if root.is_dir() or not named:
            found = listed(root, (CATALOG_SUFFIX,), CatalogError, deep=True)
            if named and not found:
                raise CatalogError("holds no PO file.", path=root, hint="Check the path.")
            files += found
        elif root.exists():
            files.append(root)
        else:
            raise CatalogError("no such PO file.", path=root, hint="Check the path.")
    return list(dict.fromkeys(files))


def no_catalogs(settings: Settings) -> CatalogError:
    """What is said of a project without catalogs: it may be new, or another folder than was meant."""
    folder = settings.catalogs_dir
    message = "holds no PO file." if folder.is_dir() else "no such folder of catalogs."
    hint = (
        "Run `bilingual-news translate` first; or check the project's folder (--directory) and the settings "
        "locales and target_language."
    )
    return CatalogError(message, path=folder, hint=hint)


class Standings:
    """The rows of a project's catalogs.

    Args:
        settings: The project.
    """

    def __init__(self, settings: Settings) -> None:
        self._path = settings.cache_dir / _FILE_NAME
        self._stamp = project_stamp(settings).hex()
        self._rows = self._read()
        self._changed = False

    def of(self, path: Path, count: Callable[[Path], Progress]) -> Progress:
        """The row of a catalog; counted if it is not known for these bytes.

        Raises:
            CatalogError: If the catalog cannot be read.
        """
        digest = _digest(path)
        known = self._rows.get(str(path.resolve()))
        if known is not None and known[0] == digest:
            return Progress(*known[1])
        row = count(path)
        # A row of a catalog that was saved while it was counted belongs to neither content.
        if _digest(path) == digest:
            self._rows[str(path.resolve())] = [digest, astuple(row)]
            self._changed = True
        return row

    def save(self) -> None:
        """Remember the rows of catalogs that exist; where there is no place for them they are not."""
        if not self._changed:
            return
        rows = {name: row for name, row in self._rows.items() if Path(name).exists()}
        with contextlib.suppress(OSError, WriteError):
            throwaway_folder(self._path.parent)
            content = json.dumps({"stamp": self._stamp, "rows": rows}, ensure_ascii=False)
            write_atomically(self._path, content.encode(), sync=Sync.NONE)

    def _read(self) -> dict[str, Any]:
        try:
            document = json.loads(self._path.read_bytes())
            if document["stamp"] == self._stamp:
                return dict(document["rows"])
        except (OSError, ValueError, TypeError, KeyError):
            pass
        return {}


def _digest(path: Path) -> str:
    return hashlib.sha256(read_bytes(path, CatalogError)).hexdigest()
