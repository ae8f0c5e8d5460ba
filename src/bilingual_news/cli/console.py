"""Messages, errors and progress of the command line, and what every command is given."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilingual_news.config import GLOSSARIES, Settings, load_settings
from bilingual_news.errors import GlossaryError
from bilingual_news.messages import retold, translations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bilingual_news.engines.argos import ArgosEngine
    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.glossary import Termbase
    from bilingual_news.memory import MemoryIndex
    from bilingual_news.model import ModelInfo
    from bilingual_news.scale.cache import TranslationCache
    from bilingual_news.scale.store import Store

EXIT_ERROR = 1
EXIT_GATE = 3
EXIT_INTERRUPTED = 130


@dataclass
class Workspace:
    """The project a command works in, and how it talks.

    Attributes:
        root: The project's folder.
        verbosity: -1 quiet, 0 normal, 1 verbose.
        language: Language of the messages, th or en.
    """

    root: Path
    verbosity: int = 0
    language: str = "en"
    _memory: MemoryIndex | None = field(default=None, init=False, repr=False)

    @cached_property
    def settings(self) -> Settings:
        """The project's settings."""
        return load_settings(self.root)

    @cached_property
    def termbase(self) -> Termbase:
        """The project's terms; see `read_termbase`."""
        return read_termbase(self.settings)

    def memory(self, tell: Callable[[BilingualNewsError], None] | None = None) -> MemoryIndex:
        """The project's translation memory, brought up to date at the first call.

        Args:
            tell: Told of each file that cannot be read; without it a broken TMX file is an error.
        """
        if self._memory is None:
            from bilingual_news.pipeline.memory import open_memory

            self._memory = open_memory(self.settings, tell)
        return self._memory

    def path(self, given: Path) -> Path:
        """A path of the command line: relative ones are meant from the project's folder."""
        return self.root / given

    def paths(self, given: Iterable[Path]) -> list[Path]:
        """Paths of the command line; see `path`."""
        return [self.path(path) for path in given]

    def catalogs(self, given: Iterable[Path], *, must_exist: bool = False) -> list[Path]:
        """The PO files that a command works on; says so on stderr where the project has none.

        Args:
            given: Those of the command line; nothing means all of the project.
            must_exist: Whether to do without any is an error: what says something of all of them, or
                lets them pass, must not do so of none.

        Raises:
            CatalogError: As `find_catalogs`, and if there must be catalogs and there are none.
        """
        from bilingual_news.pipeline.standing import find_catalogs, no_catalogs

        paths = find_catalogs(self.settings, self.paths(given))
        if not paths:
            nothing = no_catalogs(self.settings)
            if must_exist:
                raise nothing
            self.note(nothing)
        return paths

    def model(self, named: Path | None) -> ModelInfo:
        """The model to translate with; says which it is."""
        from bilingual_news.engines.packages import default_roots, find_model

        info = find_model(self.path(named) if named else None, default_roots())
        self.say(f"model {info.signature} ({info.origin})")
        return info

    def engine(self, model: Path | None) -> ArgosEngine:
        """The engine; says which model it is."""
        from bilingual_news.engines.argos import ArgosEngine

        return ArgosEngine(self.model(model), beam=self.settings.beam)

    def store(self, *, use_cache: bool) -> Store:
        """Where translations are looked up first: the user's cache, or only what this run has made."""
        from bilingual_news.scale.store import RunStore

        return self.cache() if use_cache else RunStore()

    def cache(self) -> TranslationCache:
        """The user's cache of machine translations; what is wrong with it goes to stderr."""
        from bilingual_news.scale.cache import TranslationCache

        folder = self.settings.translation_cache_dir(os.environ)
        return TranslationCache(folder, self.settings.translation_cache_mb, echo_error)

    def text(self, message: str) -> str:
        """A message in the language of the user."""
        return translations(self.language).gettext(message)

    def counted(self, number: int, one: str, many: str, **fields: object) -> str:
        """A message about a number of things, in the language of the user.

        Args:
            number: How many; `%(count)s` in the message.
            one: The English message for one.
            many: For any other number.
            fields: What else the message has places for.
        """
        return translations(self.language).ngettext(one, many, number) % {"count": number, **fields}

    def show(self, errors: Sequence[BilingualNewsError], message: str = "") -> None:
        """Print errors of files and what comes of them; exits with 1 if there is any.

        Args:
            errors: What is wrong with single files.
            message: What they mean for the whole; nothing if the other files were done without them.
        """
        for error in errors:
            show_error(error, self.language)
        if errors:
            if message:
                echo_error(retold(message, self.language))
            raise SystemExit(EXIT_ERROR)

    def note(self, error: BilingualNewsError) -> None:
        """Print what is no error of this command, to stderr: where, what, and what to do."""
        self.say(f"{error.location}: {retold(error.message, self.language)}")
        self.say(f"  {self.text('hint')}: {retold(error.hint, self.language)}")

    def say(self, message: str, *, level: int = 0) -> None:
        """Print a message to stderr, unless it is too detailed for the verbosity."""
        if self.verbosity >= level:
            echo_error(retold(message, self.language))

    @property
    def shows_progress(self) -> bool:
        """Whether a progress bar is welcome: on a terminal, and not quiet."""
        return self.verbosity >= 0 and sys.stderr.isatty()


def read_termbase(settings: Settings) -> Termbase:
    """The terms of a project, as they are now.

    Raises:
        GlossaryError: If they cannot be read, or the settings name a folder that is not there: without it
            every catalog would lose its terms. A project need not have the folder of the default.
    """
    from bilingual_news.glossary import load_termbase

    folder = settings.glossaries_dir
    if settings.glossaries != GLOSSARIES and not folder.exists():
        hint = "Mend the setting or make it."
        raise GlossaryError("no such folder of glossaries.", path=folder, hint=hint)
    return load_termbase(folder)


pass_workspace = click.make_pass_decorator(Workspace)


def echo_error(message: str) -> None:
    """Print to stderr; colour only on a terminal and without NO_COLOR."""
    click.echo(message, err=True, color=False if os.environ.get("NO_COLOR") else None)


def show_error(error: BilingualNewsError, language: str = "en") -> None:
    """Print an error: where, what, and what to do."""
    gettext = translations(language).gettext
    where = f"{error.location}: " if error.location else ""
    label = click.style(gettext("error"), fg="red", bold=True)
    echo_error(f"{label}: {where}{retold(error.message, language)}")
    if error.hint:
        label = gettext("hint")
        echo_error(f"  {label}: {retold(error.hint, language)}")


def error_values(error: BilingualNewsError) -> dict[str, Any]:
    """An error as programs read it in the JSON of a command: file, line, message and hint."""
    return {"file": error.path, "line": error.line, "message": error.message, "hint": error.hint}


def print_json(value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Print a value as one indented JSON document on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
