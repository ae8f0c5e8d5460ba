"""Settings of a project: `bilingual-news.toml`, else `[tool.bilingual-news]` of pyproject.toml.

An unknown key is an error: a misspelt setting that is silently ignored costs more than a message.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilingual_news.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAME = "bilingual-news.toml"
#: Where the termbase is unless a setting says otherwise.
GLOSSARIES = "glossaries"
CACHE_ENVIRONMENT = "BILINGUAL_NEWS_CACHE"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """How the translations of a project are checked: the table `[check]`.

    Attributes:
        select: Ids of the checks to run; nothing means all.
        ignore: Ids of checks to leave out.
        fail_on: Severity that fails the gate: error, warning or never.
        baseline: File of known findings, relative to the project's folder; empty for none.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    baseline: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how they are treated. Paths are relative to `root` unless absolute.

    Attributes:
        root: The project's folder.
        articles: Folder of the source articles.
        locales: Folder of the catalogs.
        glossaries: Folder of the termbase's CSV files.
        memory: Folder of the translation memory's TMX files.
        target_language: Language code of the translations.
        project: Project-Id-Version of the catalogs.
        language_team: Language-Team of the catalogs.
        beam: Beam size of the decoder.
        chunk_length: Characters beyond which a sentence is cut for the engine.
        translation_cache: Folder of the cache of machine translations; empty for the user's cache folder.
        translation_cache_mb: Greatest size of that cache in megabytes.
        site_url: Address of the published site, for feeds and search engines; empty if unknown.
        check: How translations are checked.
        environment: The file that held the settings; empty for the defaults.
    """

    root: Path
    articles: str = "articles"
    locales: str = "locales"
    glossaries: str = GLOSSARIES
    memory: str = "memory"
    target_language: str = "en"
    project: str = "bilingual-news"
    language_team: str = "English"
    beam: int = 4
    chunk_length: int = 300
    translation_cache: str = ""
    translation_cache_mb: int = 256
    site_url: str = ""
    check: CheckSettings = CheckSettings()
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
    def memory_dir(self) -> Path:
        """Folder of the TMX files that feed the translation memory."""
        return self.root / self.memory

    @property
    def cache_dir(self) -> Path:
        """Folder of what can be made anew; may be deleted at any time."""
        return self.root / ".bilingual-news"

    def translation_cache_dir(self, environment: Mapping[str, str]) -> Path:
        """Folder of the cache of machine translations, shared by all projects of a user.

        Args:
            environment: BILINGUAL_NEWS_CACHE names it before the setting does; without both it is in
                XDG_CACHE_HOME, or ~/.cache (XDG Base Directory Specification).
        """
        if named := environment.get(CACHE_ENVIRONMENT) or self.translation_cache:
            return self.root / named
        from bilingual_news.files import home

        return Path(environment.get("XDG_CACHE_HOME") or home(environment) / ".cache") / "bilingual-news"

    @property
    def locales_dir(self) -> Path:
        """Folder to hand to `gettext.translation`."""
        return self.root / self.locales

    @property
    def catalogs_dir(self) -> Path:
        """Folder of the PO and MO files."""
        return self.locales_dir / self.target_language / "LC_MESSAGES"


_KEYS = {
    field.name: field for field in fields(Settings) if field.name not in {"root", "environment", "check"}
}
_CHECK_KEYS = {field.name for field in fields(CheckSettings)}
_FAIL_ON = ("error", "warning", "never")
#: Least and greatest value of each number. Beams beyond 64 cost memory and lose quality (Koehn and Knowles
#: 2017, figure 10); the shortest chunks that the cut looks for have 40 characters, and 2,000 are about what
#: the decoder's longest output has room for; a terabyte of translations is beyond what anybody has.
_RANGES = {"beam": (1, 64), "chunk_length": (40, 2000), "translation_cache_mb": (1, 1_000_000)}
_VALUE_HINT = "Mend the value."
#: Settings that name a folder; without a name it would be the whole project.
_FOLDERS = frozenset({"articles", "locales", "glossaries", "memory"})
#: What would break a header line of a catalog, or names no file: the control characters of ASCII.
_CONTROL = r"[\x00-\x1f\x7f]"
#: Language codes as gettext writes them: en, en_GB, sr_Latn, ca@valencia; never a path.
_LANGUAGE = r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*(?:@[A-Za-z0-9]+)?"


@dataclass(frozen=True, slots=True)
class _Document:
    """A TOML file as its errors need it.

    Attributes:
        path: The file.
        text: Its content.
        tables: Name of the table of the settings, `tool.bilingual-news` or nothing.
    """

    path: Path
    text: str
    table: str = ""

    def error(self, key: str, message: str, hint: str = _VALUE_HINT) -> ConfigError:
        """An error about a setting, at its line where that can be told; `check.KEY` is one of that table."""
        return ConfigError(message, path=self.path, line=self._line(key), hint=hint)

    def _line(self, key: str) -> int | None:
        """The line of a key, or of its table; None if it is written in a way that is not looked for."""
        table, _, name = key.rpartition(".")
        wanted = ".".join(part for part in (self.table, table) if part)
        inside = not wanted
        for number, line in enumerate(self.text.splitlines(), start=1):
            if header := re.match(r"\s*\[([^\[\]]+)\]", line):
                found = re.sub(r"[\s\"']", "", header[1])
                inside = found == wanted
                if found == ".".join(part for part in (wanted, name) if part):
                    return number
            elif inside and re.match(rf"""\s*["']?{re.escape(name)}["']?\s*[.=]""", line):
                return number
        return self._line(table) if table else None


def load_settings(root: Path) -> Settings:
    """Read the settings of a project.

    Args:
        root: The project's folder.

    Raises:
        ConfigError: For a file that is not TOML, an unknown key, or a value of the wrong type or out of
            its range.
    """
    own, pyproject = root / FILE_NAME, root / "pyproject.toml"
    if own.is_file():
        table, text = read_toml(own)
        return _settings(root, _Document(own, text), table)
    if pyproject.is_file():
        table, text = read_toml(pyproject)
        document = _Document(pyproject, text, "tool.bilingual-news")
        for name in ("tool", "bilingual-news"):
            table = table.get(name, {})
            if not isinstance(table, dict):
                message = "[tool.bilingual-news] must be a table."
                raise ConfigError(message, path=pyproject, hint="See docs/settings.md.")
        return _settings(root, document, table)
    return Settings(root)


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """The content of a TOML file, and its text; a byte-order mark, as Windows writes it, is left out.

    Raises:
        ConfigError: If it cannot be read, or is not TOML.
    """
    import tomllib  # not for those who have no such file

    from bilingual_news.files import read_bytes

    content = read_bytes(path, ConfigError)
    try:
        text = content.decode("utf-8-sig")
        return tomllib.loads(text), text
    except (ValueError, RecursionError) as error:  # of letters, grammar, size of numbers, depth
        message = f"cannot be read as TOML: {error}."
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else None
        raise ConfigError(message, path=path, line=line, hint="Mend or remove the file.") from error


def _check_settings(document: _Document, table: Any) -> CheckSettings:  # noqa: ANN401 - any TOML value
    hint = "See docs/checks.md."
    if not isinstance(table, dict):
        message = "setting 'check' must be a table, [check]."
        raise document.error("check", message, hint)
    values: dict[str, Any] = {}
    for key, value in table.items():
        name, place = key.replace("-", "_"), f"check.{key}"
        if name not in _CHECK_KEYS:
            known = ", ".join(sorted(_CHECK_KEYS))
            message = f"unknown setting 'check.{key}'; known are {known}."
            raise document.error(place, message, hint)
        if name in {"select", "ignore"}:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                message = f"setting 'check.{key}' must be a list of ids."
                raise document.error(place, message, hint)
            values[name] = tuple(value)
        elif not isinstance(value, str) or (name == "fail_on" and value not in _FAIL_ON):
            expected = f"one of {', '.join(_FAIL_ON)}" if name == "fail_on" else "a file name"
            message = f"setting 'check.{key}' must be {expected}, not {value!r}."
            raise document.error(place, message, hint)
        else:
            values[name] = value
    return CheckSettings(**values)


def _settings(root: Path, document: _Document, table: dict[str, Any]) -> Settings:
    table = dict(table)
    check = _check_settings(document, table.pop("check", {}))
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        field = _KEYS.get(name)
        if field is None:
            message = f"unknown setting {key!r}; known are {', '.join(sorted([*_KEYS, 'check']))}."
            raise document.error(key, message, hint="Mend the spelling or remove it.")
        if name in values:
            message = f"setting {key!r} is given twice, with - and with _."
            raise document.error(key, message, hint="Remove one of them.")
        expected = int if field.type == "int" else str
        if not isinstance(value, expected) or isinstance(value, bool):
            message = f"setting {key!r} must be of type {expected.__name__}, not {value!r}."
            raise document.error(key, message)
        _require_usable(document, key, value)
        values[name] = value
    is_set = values or check != CheckSettings()
    return Settings(root, check=check, environment=str(document.path) if is_set else "", **values)


def _require_usable(document: _Document, key: str, value: str | int) -> None:
    """Refuse a value of the right type that no run could work with."""
    message = ""
    name = key.replace("-", "_")
    if isinstance(value, int):
        least, most = _RANGES[name]
        if not least <= value <= most:
            message = f"setting {key!r} must be from {least} to {most}, not {value}."
    elif re.search(_CONTROL, value):
        message = f"setting {key!r} must be a text of one line, not {value!r}."
    elif name in _FOLDERS and not value.strip():
        message = f"setting {key!r} must name a folder, not {value!r}."
    elif name == "target_language" and not re.fullmatch(_LANGUAGE, value):
        message = f"setting {key!r} must be a language code such as en or en_GB, not {value!r}."
    if message:
        raise document.error(key, message)
