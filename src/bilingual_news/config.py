"""Settings of a project: `bilingual-news.toml`, else `[tool.bilingual-news]` of pyproject.toml.

An unknown key is an error: a misspelt setting that is silently ignored costs more than a message.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bilingual_news.errors import ConfigError

FILE_NAME = "bilingual-news.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how they are treated. Paths are relative to `root` unless absolute.

    Attributes:
        root: The project's folder.
        articles: Folder of the source articles.
        locales: Folder of the catalogs.
        glossaries: Folder of the termbase's CSV files.
        target_language: Language code of the translations.
        project: Project-Id-Version of the catalogs.
        language_team: Language-Team of the catalogs.
        beam: Beam size of the decoder.
        chunk_length: Characters beyond which a sentence is cut for the engine.
        environment: The file that held the settings; empty for the defaults.
    """

    root: Path
    articles: str = "articles"
    locales: str = "locales"
    glossaries: str = "glossaries"
    target_language: str = "en"
    project: str = "bilingual-news"
    language_team: str = "English"
    beam: int = 4
    chunk_length: int = 300
    environment: str = ""

    @property
    def articles_dir(self) -> Path:
        """Folder of the source articles."""
        return self.root / self.articles

    @property
    def glossaries_dir(self) -> Path:
        """Folder of the termbase."""
        return self.root / self.glossaries

    @property
    def locales_dir(self) -> Path:
        """Folder to hand to `gettext.translation`."""
        return self.root / self.locales

    @property
    def catalogs_dir(self) -> Path:
        """Folder of the PO and MO files."""
        return self.locales_dir / self.target_language / "LC_MESSAGES"


_KEYS = {field.name: field for field in fields(Settings) if field.name not in {"root", "environment"}}


def load_settings(root: Path) -> Settings:
    """Read the settings of a project.

    Args:
        root: The project's folder.

    Raises:
        ConfigError: For a file that is not TOML, an unknown key or a value of the wrong type.
    """
    own, pyproject = root / FILE_NAME, root / "pyproject.toml"
    if own.is_file():
        return _settings(root, own, _parse(own))
    if pyproject.is_file():
        table = _parse(pyproject).get("tool", {}).get("bilingual-news", {})
        return _settings(root, pyproject, table)
    return Settings(root)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"cannot be read as TOML: {error}."
        raise ConfigError(message, path=path, hint="Mend or remove the file.") from error


def _settings(root: Path, path: Path, table: dict[str, Any]) -> Settings:
    for key, value in table.items():
        field = _KEYS.get(key.replace("-", "_"))
        if field is None:
            message = f"unknown setting {key!r}; known are {', '.join(sorted(_KEYS))}."
            raise ConfigError(message, path=path, hint="Mend the spelling or remove it.")
        expected = int if field.type == "int" else str
        if not isinstance(value, expected) or isinstance(value, bool):
            message = f"setting {key!r} must be of type {expected.__name__}, not {value!r}."
            raise ConfigError(message, path=path, hint="Mend the value.")
        if isinstance(value, int) and value < 1:
            message = f"setting {key!r} must be at least 1, not {value}."
            raise ConfigError(message, path=path, hint="Mend the value.")
    values = {key.replace("-", "_"): value for key, value in table.items()}
    return Settings(root, environment=str(path) if table else "", **values)
