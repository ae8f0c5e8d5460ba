"""The root command, its lazily loaded subcommands, and the one place where errors become exit codes."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import sys
from pathlib import Path
from typing import Any, Final, NoReturn

import click

from bilingual_news import __version__
from bilingual_news.cli.console import (
    EXIT_ERROR,
    EXIT_INTERRUPTED,
    Workspace,
    echo_error,
    show_error,
)
from bilingual_news.cli.language import language_in, localise, speak
from bilingual_news.errors import BilingualNewsError, WriteError, reason
from bilingual_news.interruptions import end_when_asked_again
from bilingual_news.messages import LANGUAGES, N_, retold, translations

#: Command name → module of this package that defines `command`.
COMMANDS: Final = {
    "translate": "translate",
    "segment": "segment",
    "rules": "rules",
    "mt": "mt",
    "check": "check",
    "status": "status",
    "export": "export",
    "import": "exchange",
    "glossary": "glossary",
    "memory": "memory",
    "model": "models",
    "cache": "cache",
    "serve": "serve",
    "doctor": "doctor",
}


#: What is said of an interruption, by the command; of others only that they were interrupted.
_ENDED: Final = {
    "translate": N_("interrupted; finished articles are written, the others are as they were"),
    "serve": N_("preview stopped"),
}
_REFUSED_HINT: Final = "Check the path, permissions and free space."


class LazyGroup(click.Group):
    """A group that imports a subcommand when it is asked for, and maps errors to exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands in the order of a working day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one subcommand."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"bilingual_news.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        localise(command, language_in(ctx))
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Choose the language before anything is parsed, so that help and usage errors are in it."""
        speak(ctx, args)
        localise(self, language_in(ctx))
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            _show_usage(ctx, error)
        except OSError as error:
            _show_refusal(ctx, error)
        except KeyboardInterrupt as interruption:
            _show_interruption(ctx, interruption)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; 1 for an error of ours, 130 or 143 for an interruption."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            _show_usage(ctx, error)
        except BilingualNewsError as error:
            show_error(error, language_in(ctx))
            ctx.exit(EXIT_ERROR)
        except OSError as error:
            _show_refusal(ctx, error)
        except KeyboardInterrupt as interruption:
            _show_interruption(ctx, interruption)


def _show_interruption(ctx: click.Context, interruption: KeyboardInterrupt) -> NoReturn:
    """Say that the work ended early. The exit code is that of shells: 128 and the number of the signal."""
    message = _ENDED.get(ctx.invoked_subcommand or "", N_("interrupted; each file is as it was, or complete"))
    echo_error(translations(language_in(ctx)).gettext(message))
    end_when_asked_again()
    ctx.exit(128 + interruption.args[0] if interruption.args else EXIT_INTERRUPTED)


def _let_go_of_stdout() -> None:
    """Send what is still to be written nowhere: else Python complains at its end, with a code of its own."""
    with contextlib.suppress(OSError, ValueError):  # stdout is closed, or no file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _show_refusal(ctx: click.Context, error: OSError) -> NoReturn:
    """Show what the system refused where nothing else expects it: mostly that stdout takes no more."""
    if error.errno == errno.EPIPE:
        raise error  # Whoever read our output has had enough; click ends without a word.
    why = reason(error)
    if error.filename is None:
        _let_go_of_stdout()
        refusal = WriteError(f"the output cannot be written: {why}.", hint="Check where it goes.")
    else:
        refusal = WriteError(f"the system refused: {why}.", path=error.filename, hint=_REFUSED_HINT)
    show_error(refusal, language_in(ctx))
    ctx.exit(EXIT_ERROR)


def _show_usage(ctx: click.Context, error: click.UsageError) -> NoReturn:
    """Show wrong usage now: click itself would when the chosen language is gone already."""
    # Click means its message to be final, but asks for it only now; ours are English until here.
    vars(error)["message"] = retold(error.message, language_in(ctx))
    error.show()
    ctx.exit(error.exit_code)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "--directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Work in this project folder instead of the current one; relative paths are meant from there.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print more.")
@click.option("--ui-lang", type=click.Choice(LANGUAGES), help="Language of messages and help.")
@click.version_option(__version__, prog_name="bilingual-news")
@click.pass_context
def app(ctx: click.Context, directory: Path, ui_lang: str | None, *, quiet: bool, verbose: bool) -> None:
    """Translate Thai news into English for human review, offline.

    Articles become gettext PO files with machine translation, terms and warnings; reviewed PO files
    become bilingual pages. Data goes to stdout, messages go to stderr.

    Exit codes: 0 done and clean, 1 error, 2 wrong usage, 3 a quality gate failed, 130 interrupted,
    143 ended by SIGTERM.
    """
    language = ui_lang or language_in(ctx)
    ctx.obj = Workspace(directory, verbosity=-1 if quiet else int(verbose), language=language)
