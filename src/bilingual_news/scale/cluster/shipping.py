"""Get one and the same model onto every worker: what lies there if it is the same, else its bytes.

The embedded model is installed with this package, and a named one often lies on a shared disk. So a
worker looks first for a package with the same content, by hash; only when it has none are the files
sent.
"""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news.engines.packages import default_roots, describe, list_models
from bilingual_news.errors import ModelError, ModelLoadError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.engines.argos import ArgosEngine
    from bilingual_news.model import ModelInfo

#: What the engine reads of a package; the official one also holds files of Argos's sentence splitter.
_NEEDED: Final = ("metadata.json", "sentencepiece.model", "bpe.model", "model/*")
#: Decoded once where a model is loaded, so that all of it is in memory before threads share it.
_WARM_UP: Final = "ข่าว"


class ModelNotHereError(ModelLoadError):
    """A worker has no package with the content of the client's."""


@dataclass(frozen=True, slots=True)
class ShippedModel:
    """A model as it travels to workers; see `ship`.

    Attributes:
        info: The package, as the client sees it.
        beam: Beam size of the decoder.
        digest: SHA-256 over the package's files, hex.
        files: Names and contents of the files; nothing unless they have to be sent.
    """

    info: ModelInfo
    beam: int
    digest: str
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def signature(self) -> str:
        """What tells this model and its settings from others."""
        return f"{self.digest} beam={self.beam}"

    def with_files(self) -> ShippedModel | None:
        """The same with its files; None for the embedded model, which every worker must have itself.

        Raises:
            ModelLoadError: If they cannot be read.
        """
        if self.info.origin == "embedded":
            return None
        files = tuple((name, _read(path)) for name, path in _files(self.info.path))
        return replace(self, files=files)

    def load(self, scratch: Path, threads: int) -> ArgosEngine:
        """Load the model on a worker.

        Args:
            scratch: A folder of the worker, for files that were sent.
            threads: Batches decoded in parallel, one thread each.

        Raises:
            ModelNotHereError: If it is not here and its files were not sent.
            ModelLoadError: If it cannot be loaded.
        """
        if not self.files:
            return self._engine(self._found(), threads)
        with tempfile.TemporaryDirectory(dir=scratch, prefix="model-") as folder:
            for name, content in self.files:
                path = Path(folder) / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
            if package_digest(Path(folder)) != self.digest:
                raise ModelLoadError("the model arrived damaged.", path=self.info.path, hint="Run again.")
            return self._engine(describe(Path(folder), self.info.origin), threads)

    def _found(self) -> ModelInfo:
        """The package of this machine with the same content."""
        others: list[str] = []
        for model in _candidates(self.info):
            if package_digest(model.path) == self.digest:
                return model
            others.append(f"{model.signature} in {model.path}")
        raise ModelNotHereError(
            f"the model {self.info.signature} is not there; there are: {'; '.join(others) or 'none'}.",
            hint="Install the same version of bilingual-news on every worker.",
        )

    def _engine(self, model: ModelInfo, threads: int) -> ArgosEngine:
        from bilingual_news.engines.argos import ArgosEngine

        engine = ArgosEngine(model, beam=self.beam, threads=threads)
        engine.translate([_WARM_UP])
        return engine


def ship(info: ModelInfo, beam: int) -> ShippedModel:
    """A model to send to workers.

    Args:
        info: The client's package, from `packages.find_model`.
        beam: Beam size of the decoder.

    Raises:
        ModelLoadError: If its files cannot be read.
    """
    return ShippedModel(info, beam, package_digest(info.path))


def package_digest(folder: Path) -> str:
    """SHA-256 over the names and contents of the files that a translation depends on, hex.

    Raises:
        ModelLoadError: If they cannot be read.
    """
    digest = hashlib.sha256()
    for name, path in _files(folder):
        digest.update(f"{name}\0{hashlib.sha256(_read(path)).hexdigest()}\n".encode())
    return digest.hexdigest()


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Names and paths, in an order that is the same everywhere."""
    found = {path for pattern in _NEEDED for path in folder.glob(pattern) if path.is_file()}
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {reason(error)}."
        raise ModelLoadError(message, path=path, hint="Check the disk and its permissions.") from error


def _candidates(info: ModelInfo) -> Iterator[ModelInfo]:
    if info.path.is_dir():
        with contextlib.suppress(ModelError):  # Another package lies there; it is no candidate.
            yield describe(info.path, info.origin)
    for model in list_models(default_roots()):
        if model.path != info.path:
            yield model
