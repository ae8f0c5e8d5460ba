"""What the results of the checks depend on besides the catalogs: terms, chosen checks, this program.

A result that is remembered under a stamp holds for as long as the stamp is the same. Everything is hashed
by its content, not by its time: a new clone, or a cache that CI brings back, has new times.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news.errors import GlossaryError
from bilingual_news.files import listed, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.config import Settings

_PACKAGE: Final = Path(__file__).parent.parent
#: Code, and the tables and lists of words that it reads; models and fonts have no part in a check.
_ENDS: Final = (".py", ".tsv", ".txt", ".json")


def project_stamp(settings: Settings) -> bytes:
    """A hash of the glossaries, the checks that the settings choose, the program and its Python.

    Raises:
        GlossaryError: If a glossary cannot be read.
    """
    chosen = (settings.check.select, settings.check.ignore, sys.version)
    digest = hashlib.sha256(repr(chosen).encode())
    for path in listed(settings.glossaries_dir, (".csv",), GlossaryError):
        _add(digest, path.name, read_bytes(path, GlossaryError))
    for name in sorted(_files(_PACKAGE)):
        with open(name, "rb") as file:  # noqa: PTH123 - a Path for each of two hundred files costs more
            _add(digest, os.path.relpath(name, _PACKAGE), file.read())
    return digest.digest()


def _add(digest: hashlib._Hash, name: str, content: bytes) -> None:
    # With its length no content can be taken for the end of another file and the name of the next.
    digest.update(f"{len(content)} {name}\0".encode(errors="surrogateescape"))
    digest.update(content)


def _files(folder: str | Path) -> Iterator[str]:
    """The files below a folder that decide; a third of what `Path.rglob` would take."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.endswith(_ENDS):
                yield entry.path
            elif entry.is_dir():
                yield from _files(entry.path)
