"""The language of help, usage errors and messages: --ui-lang, else the environment."""

from __future__ import annotations

import gettext
import inspect
import os
from typing import TYPE_CHECKING, Final

import click

from bilingual_news.messages import DOMAIN, FOLDER, language_of, translations

if TYPE_CHECKING:
    from collections.abc import Mapping

_META: Final = "bilingual_news.language"
_OPTION: Final = "--ui-lang"
#: The first of these that is set is the locale of messages.
_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_KEPT: Final = "_bilingual_news_help"


def language_in(ctx: click.Context) -> str:
    """The language chosen for an invocation."""
    return str(ctx.find_root().meta.get(_META, "en"))


def speak(ctx: click.Context, args: list[str]) -> None:
    """Choose the language of an invocation and let click's own words follow it.

    Click asks the global gettext domain; it is bound to this package's catalogs for the time of the
    invocation and the environment is put back afterwards.
    """
    language = language_of(_asked(args), *_wished(os.environ))
    ctx.meta[_META] = language
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language

    def restore() -> None:
        gettext.textdomain(domain)
        if before is None:
            os.environ.pop("LANGUAGE", None)
        else:
            os.environ["LANGUAGE"] = before

    ctx.call_on_close(restore)


def localise(command: click.Command, language: str) -> None:
    """Put the help of a command, its options and its subcommands into a language."""
    translate = translations(language).gettext
    for item in (command, *command.params):
        text = getattr(item, _KEPT, None) or getattr(item, "help", None)
        if text:
            text = inspect.cleandoc(text)
            setattr(item, _KEPT, text)
            setattr(item, "help", translate(text))  # noqa: B010 - parameters have it in subclasses only
    # Click makes the help option once, in the language of that moment, and keeps it.
    if made := getattr(command, "_help_option", None):
        made.help = translate("Show this message and exit.")
    for child in getattr(command, "commands", {}).values():
        localise(child, language)


def _wished(environment: Mapping[str, str]) -> list[str]:
    """The languages that the environment asks for, best first (GNU gettext manual, section 2.3.2).

    LANGUAGE is a list with colons; it counts unless the locale is C, which asks for no translation;
    C.UTF-8, the locale of containers, asks for nothing.
    """
    own = [environment.get("BILINGUAL_NEWS_LANG", "")]
    locale = next((value for name in _LOCALE if (value := environment.get(name))), "")
    if locale in ("C", "POSIX"):
        return own
    return [*own, *environment.get("LANGUAGE", "").split(":"), locale]


def _asked(args: list[str]) -> str | None:
    """The value of --ui-lang among the arguments before any command, or after it where it has one too."""
    for position, argument in enumerate(args):
        if argument == _OPTION and position + 1 < len(args):
            return args[position + 1]
        if argument.startswith(f"{_OPTION}="):
            return argument.partition("=")[2]
    return None
