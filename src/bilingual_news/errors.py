"""The errors this package raises on purpose, in one tree.

    BilingualNewsError            exit 1: an operational error, told to the user without a traceback
    ├── ConfigError               a setting that cannot be read or is not known
    ├── SourceError               an article that cannot be read
    │   ├── EncodingError         bytes that are not text; knows the byte offset
    │   ├── EmptyArticleError     nothing to translate
    │   ├── ForeignLanguageError  an article that is not in Thai
    │   └── DuplicateArticleError two files that claim one article id
    ├── GlossaryError             a termbase row that cannot be used; knows the line
    ├── ModelError                a translation model that is missing or broken
    │   ├── ModelLoadError        a model that cannot be loaded: nothing can be translated at all
    │   └── PackageError          an Argos package that must not be installed
    ├── CatalogError              a PO file that cannot be used
    │   ├── CatalogSyntaxError    a PO file that does not parse; knows the line
    │   └── CatalogMismatchError  a PO file that belongs to another article
    ├── CheckError                a check that does not exist or a baseline that cannot be read
    ├── WriteError                an output that could not be written; the old content is intact
    ├── WorkerError               a process of ours that died over an article
    ├── ExportError               a publication that cannot be made
    ├── ClusterError              a cluster that cannot be reached, or whose workers cannot be used
    └── ExchangeError             a TMX, XLIFF, CSV or XLSX file that cannot be used; nothing is applied

Every error carries where (path, line), what was expected, and what to do next, so that the command
line can print all of it at its one exit. The module imports nothing of this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class BilingualNewsError(Exception):
    """An operational error that a user can act on.

    Args:
        message: What is wrong and what was expected instead, in one sentence.
        path: The file concerned.
        line: 1-based line in that file.
        hint: What to do about it, in one sentence.
    """

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = str(path) if path is not None else None
        self.line = line
        self.hint = hint

    @property
    def location(self) -> str:
        """`file:line`, `file`, or nothing."""
        if self.path is None:
            return ""
        return f"{self.path}:{self.line}" if self.line is not None else self.path

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle an error with all it knows, whatever its arguments: workers send them home."""
        return _restored, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        """The whole story on one line: location, message, hint."""
        head = f"{self.location}: {self.message}" if self.location else self.message
        return f"{head} {self.hint}" if self.hint else head


def _restored(
    kind: type[BilingualNewsError], arguments: tuple[object, ...], state: dict[str, object]
) -> BilingualNewsError:
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(state)
    return error


def reason(error: BaseException) -> str:
    """Why something failed, in words that stand in a sentence.

    Errors of the system come without their number and file name, for the caller names the file; those of
    urllib hold the system's inside.
    """
    inner = getattr(error, "reason", None)
    if isinstance(error, OSError) and inner and not hasattr(error, "code"):
        return reason(inner) if isinstance(inner, BaseException) else str(inner)
    words = error.strerror if isinstance(error, OSError) else None
    return str(words or str(error) or type(error).__name__)


class ConfigError(BilingualNewsError):
    """A configuration file or setting that cannot be used."""


class SourceError(BilingualNewsError):
    """An article that cannot be read."""


class EncodingError(SourceError):
    """Bytes that are not UTF-8 nor TIS-620/Windows-874 text.

    Args:
        message: See the base class.
        offset: 0-based offset of the first byte that does not fit.
        path: See the base class.
        hint: See the base class.
    """

    def __init__(self, message: str, *, offset: int, path: Path | str | None = None, hint: str = "") -> None:
        super().__init__(message, path=path, hint=hint)
        self.offset = offset


class EmptyArticleError(SourceError):
    """A file without a body to translate."""


class ForeignLanguageError(SourceError):
    """An article whose body is not Thai."""


class DuplicateArticleError(SourceError):
    """Two files that claim one article id."""


class GlossaryError(BilingualNewsError):
    """A termbase that cannot be read."""


class ModelError(BilingualNewsError):
    """A translation model that is missing or cannot be loaded."""


class ModelLoadError(ModelError):
    """A model that cannot be loaded: no segment is to blame, and none can be translated."""


class PackageError(ModelError):
    """An Argos package that must not be installed."""


class CatalogError(BilingualNewsError):
    """A PO file that cannot be used."""


class CatalogSyntaxError(CatalogError):
    """A PO file that does not parse."""


class CatalogMismatchError(CatalogError):
    """A PO file that belongs to another article than its name says."""


class CheckError(BilingualNewsError):
    """A check that does not exist, or a baseline of findings that cannot be used."""


class WriteError(BilingualNewsError):
    """An output file that could not be written."""


class WorkerError(BilingualNewsError):
    """A worker process that died, with the article that it worked on."""


class ExportError(BilingualNewsError):
    """A publication that cannot be made."""


class ExchangeError(BilingualNewsError):
    """A file of an exchange format that cannot be read or applied."""


class ClusterError(BilingualNewsError):
    """A cluster that cannot be reached, or whose workers cannot be used."""
