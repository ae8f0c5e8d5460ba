"""Argos packages: find one, describe it, install one safely.

An Argos package is a folder (zipped: `.argosmodel`) with metadata.json, a CTranslate2 model in model/
and a SentencePiece or BPE tokenizer. The embedded package is a part of this distribution; packages
that Argos Translate or `model install` put into the user's data folder are found too.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from bilingual_news.errors import ModelError, PackageError, reason
from bilingual_news.files import home
from bilingual_news.model import ModelInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENVIRONMENT: Final = "BILINGUAL_NEWS_MODEL"
#: The official package of the Argos index, as published.
OFFICIAL_NAME: Final = "translate-th_en-1_9.argosmodel"
OFFICIAL_SIZE: Final = 71_737_116
OFFICIAL_SHA256: Final = "b6642c07389b156f568aa08c64140243bc1b1926f82df2559a2eae08316f84ce"
INDEX_URL: Final = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
_FROM, _TO = "th", "en"
_WEIGHTS: Final = "model/model.bin"
_TOKENIZERS: Final = ("sentencepiece.model", "bpe.model")
_INSTALL_HINT: Final = (
    "Run `bilingual-news model list`, or `bilingual-news model install` for the official package."
)
_BLOCK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Roots:
    """Where packages may lie: all that a search depends on, so that tests can set it."""

    environment: Mapping[str, str]
    installed: Path
    embedded: Path


def default_roots(environment: Mapping[str, str] | None = None) -> Roots:
    """The folders of this machine: Argos Translate's own, and the one inside this package."""
    env = os.environ if environment is None else environment
    data = Path(env.get("XDG_DATA_HOME") or home(env) / ".local/share")
    installed = Path(env.get("ARGOS_PACKAGES_DIR") or data / "argos-translate" / "packages")
    return Roots(env, installed, Path(__file__).resolve().parent.parent / "models")


def find_model(flag: str | Path | None, roots: Roots) -> ModelInfo:
    """The package to use: the flag's, else the environment's, an installed one, the embedded one.

    Raises:
        ModelError: If the flag or the environment names no usable package, or there is none at all.
    """
    for origin, value in (("flag", flag), ("environment", roots.environment.get(ENVIRONMENT))):
        if value:
            return describe(Path(value), origin)
    for model in list_models(roots):
        return model
    raise ModelError(
        "no Thai→English model found: neither installed nor embedded.",
        path=roots.embedded,
        hint="Reinstall bilingual-news, or run `bilingual-news model install`.",
    )


def list_models(roots: Roots) -> tuple[ModelInfo, ...]:
    """Every usable Thai→English package, in the order of preference.

    Who may not look into the folder of installed ones, as in a home that is not theirs, has none.
    """
    found: list[ModelInfo] = []
    for origin, folder in (("installed", roots.installed), ("embedded", roots.embedded)):
        candidates = sorted(folder.glob("*/metadata.json")) if os.access(folder, os.X_OK) else []
        usable = [model for path in candidates if (model := _try_describe(path.parent, origin))]
        found += sorted(usable, key=lambda model: _version_key(model.name), reverse=True)
    return tuple(found)


def describe(path: Path, origin: str) -> ModelInfo:
    """Read a package folder.

    Raises:
        ModelError: If it is not a complete Thai→English package.
    """
    metadata = _metadata(path)
    pair = (metadata.get("from_code"), metadata.get("to_code"))
    if pair != (_FROM, _TO):
        message = f"translates {pair[0]}→{pair[1]}, expected th→en."
        raise ModelError(message, path=path, hint=_INSTALL_HINT)
    weights = path / _WEIGHTS
    if not weights.is_file():
        raise ModelError(f"has no {_WEIGHTS}.", path=path, hint=_INSTALL_HINT)
    if not any((path / name).is_file() for name in _TOKENIZERS):
        raise ModelError(f"has no {' or '.join(_TOKENIZERS)}.", path=path, hint=_INSTALL_HINT)
    version = str(metadata.get("package_version") or "0").replace("_", ".")
    return ModelInfo(f"translate-{_FROM}_{_TO}-{version}", file_sha256(weights), path, origin)


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def install(archive: Path, roots: Roots, sha256: str = OFFICIAL_SHA256) -> ModelInfo:
    """Install a package file after verifying it; on any fault nothing is installed.

    Args:
        archive: The `.argosmodel` file.
        roots: Where to install.
        sha256: The expected hash of the file, hex.

    Raises:
        PackageError: For a wrong size or hash, a broken zip, unsafe paths, or a package that is not
            a complete Thai→English one.
    """
    _verify(archive, sha256)
    try:
        roots.installed.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=roots.installed, prefix=".install-") as scratch:
            unpacked = _unpack(archive, Path(scratch))
            try:
                describe(unpacked, "installed")
            except ModelError as error:
                raise PackageError(error.message, path=archive, hint=error.hint) from error
            target = roots.installed / unpacked.name
            if target.exists():
                shutil.rmtree(target)
            unpacked.rename(target)
    except OSError as error:
        message = f"cannot be installed into {roots.installed}: {reason(error)}."
        raise PackageError(message, path=archive, hint="Check permissions and free space.") from error
    return describe(target, "installed")


def official_url(index: bytes) -> str:
    """The download address of the official package in the Argos index.

    Raises:
        PackageError: If the index is not valid or does not list it over https.
    """
    try:
        entries = json.loads(index)
        links = [
            link
            for entry in entries
            if (entry.get("from_code"), entry.get("to_code")) == (_FROM, _TO)
            for link in entry.get("links", ())
        ]
    except (ValueError, AttributeError, TypeError) as error:
        message = f"the package index is not valid: {error}."
        raise PackageError(message, path=INDEX_URL, hint="Give a file or mirror instead.") from error
    for link in links:
        if str(link).startswith("https://") and str(link).endswith(OFFICIAL_NAME):
            return str(link)
    raise PackageError(
        f"the package index does not list {OFFICIAL_NAME}.",
        path=INDEX_URL,
        hint="Give a file or mirror instead.",
    )


def download(url: str, folder: Path) -> Path:
    """Fetch a file over http(s). The only function of this project that uses the network.

    Raises:
        PackageError: If the address cannot be fetched.
    """
    import urllib.request

    if not url.startswith(("https://", "http://")):
        raise PackageError(f"{url} is not an http(s) address.", hint="Give a file or an address.")
    target = folder / "download"
    try:
        request = urllib.request.Request(url, headers={"User-Agent": "bilingual-news"})
        with urllib.request.urlopen(request, timeout=60) as answer, target.open("wb") as file:
            shutil.copyfileobj(answer, file, _BLOCK)
    except (OSError, ValueError) as error:
        message = f"{url} cannot be fetched: {reason(error)}."
        hint = "Check the connection, or download it elsewhere and give the file."
        raise PackageError(message, hint=hint) from error
    return target


def _metadata(path: Path) -> dict[str, Any]:
    try:
        metadata = json.loads((path / "metadata.json").read_text(encoding="utf-8"))
    except OSError as error:
        message = "is not an Argos package: its metadata.json cannot be read."
        raise ModelError(message, path=path, hint=_INSTALL_HINT) from error
    except ValueError as error:
        raise ModelError(f"metadata.json is not valid: {error}.", path=path, hint=_INSTALL_HINT) from error
    if not isinstance(metadata, dict):
        raise ModelError("metadata.json is not a table.", path=path, hint=_INSTALL_HINT)
    return metadata


def _try_describe(path: Path, origin: str) -> ModelInfo | None:
    try:
        return describe(path, origin)
    except ModelError:
        return None  # A package for another pair, or a broken one: `model list` shows what is usable.


def _version_key(name: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in name.rsplit("-", 1)[-1].split("."))


def _verify(archive: Path, sha256: str) -> None:
    try:
        size, digest = archive.stat().st_size, file_sha256(archive)
    except OSError as error:
        message = f"cannot be read: {reason(error)}."
        raise PackageError(message, path=archive, hint="Check the path.") from error
    if digest == sha256.lower():
        return
    if sha256 == OFFICIAL_SHA256 and size < OFFICIAL_SIZE:
        raise PackageError(
            f"truncated: {size:,} bytes, expected {OFFICIAL_SIZE:,}.",
            path=archive,
            hint="Download it again; nothing was installed.",
        )
    raise PackageError(
        f"wrong SHA-256 {digest}, expected {sha256}.",
        path=archive,
        hint="Download it again, or give the hash of another package with --sha256; nothing was installed.",
    )


def _unpack(archive: Path, scratch: Path) -> Path:
    try:
        with zipfile.ZipFile(archive) as package:
            for name in _names(package):
                if _is_unsafe(name):
                    message = f"unsafe path {name!r} in the archive."
                    raise PackageError(message, path=archive, hint="Do not trust it; nothing was installed.")
            package.extractall(scratch)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        message = f"not a valid zip archive: {error}."
        raise PackageError(message, path=archive, hint="Download it again; nothing was installed.") from error
    folders = [entry for entry in scratch.iterdir() if (entry / "metadata.json").is_file()]
    if len(folders) != 1:
        message = f"{len(folders)} package folders in the archive, expected one."
        raise PackageError(message, path=archive, hint="Nothing was installed.")
    return folders[0]


def _names(package: zipfile.ZipFile) -> Iterator[str]:
    link = 0o120000
    for entry in package.infolist():
        mode = entry.external_attr >> 16
        yield f"/{entry.filename} (a link)" if mode & 0o170000 == link else entry.filename


def _is_unsafe(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name.split("/", maxsplit=1)[0]
