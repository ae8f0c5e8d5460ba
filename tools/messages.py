"""Extract the messages of site and command line, bring the Thai catalog up to date, compile it.

    python -m tools.messages

Messages come from `_()`, `N_()`, `gettext()` and `Workspace.text()` in the code, from the templates,
from the help of every command as click shows it, and from what errors and commands say (`phrases`).
"""

from __future__ import annotations

import inspect
import io
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bilingual_news.messages import PHRASE
from tools.phrases import phrases

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "bilingual_news"
THAI = PACKAGE / "locale" / "th" / "LC_MESSAGES" / "bilingual_news.po"
METHODS = [
    ("cli/**.py", "python"),
    ("export/**.py", "python"),
    ("export/templates/**.html", "jinja2.ext:babel_extract"),
]
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None, "N_": None, "gettext": None, "text": None, "ngettext": (1, 2), "counted": (2, 3),
}  # fmt: skip
OPTIONS = {"export/templates/**.html": {"trimmed": "true", "silent": "false"}}
#: Words of click itself that a user sees (click 8, BSD-3-Clause): looked up in the same domain. Left out
#: are the names of its types ("path"): click looks those up once, when a command is imported.
CLICK: tuple[str | tuple[str, str], ...] = (
    "Usage:", "Options", "Commands", "Arguments", "Positional arguments", "Error: {message}", "Aborted!",
    "Show this message and exit.", "Show the version and exit.", "default: {default}", "required",
    "(dynamic)",
    "Try '{command} {option}' for help.", "No such option: {name}", "No such option {name!r}.",
    "No such command {name!r}.", "Missing command.", "Missing argument", "Missing option",
    "Invalid value: {message}", "Invalid value for {param_hint}: {message}",
    "Could not open file {filename!r}: {message}", "Choose from:\n\t{choices}",
    "Option {name!r} does not take a value.", "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.", "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a file.", "{name} {filename!r} is a directory.",
    "{name} {filename!r} is not readable.", "{name} {filename!r} is not writable.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."),
)  # fmt: skip


def extract() -> Catalog:
    """All messages, English."""
    catalog = Catalog(project="bilingual-news", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), METHODS, OPTIONS, KEYWORDS)
    for path, _, message, _, _ in sorted(found, key=lambda item: (item[0], item[1])):
        catalog.add(message, locations=[(f"src/bilingual_news/{path}", 1)])
    for message in [*CLICK, *help_messages()]:
        catalog.add(message)
    for phrase, place in phrases(PACKAGE).items():
        catalog.add(phrase, context=PHRASE, locations=[(place, 1)])
    return catalog


def help_messages() -> list[str]:
    """The help of every command and option."""
    from bilingual_news.cli import app

    messages: list[str] = []

    def walk(command: click.Command) -> None:
        for item in (command, *command.params):
            text = getattr(item, "_bilingual_news_help", None) or getattr(item, "help", None)
            if text and (message := inspect.cleandoc(text)) not in messages:
                messages.append(message)
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                child = command.get_command(context, name)
                if child:
                    walk(child)

    walk(app)
    return messages


def updated() -> Catalog:
    """The Thai catalog with today's messages; what is no longer used stays at its end, obsolete."""
    with THAI.open("rb") as file:
        thai = read_po(file, locale="th", domain="bilingual_news")
    thai.msgid_bugs_address, thai.language_team = "", "Thai"
    thai.last_translator = "bilingual-news"
    # Fixed, so that the same messages give the same bytes.
    thai.creation_date = thai.revision_date = datetime(2026, 11, 23, tzinfo=UTC)
    thai.update(extract(), no_fuzzy_matching=True, update_creation_date=False)
    return thai


def po_bytes(catalog: Catalog) -> bytes:
    """The catalog as PO, the same for the same messages."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0, omit_header=False, include_lineno=False)
    return buffer.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """The catalog compiled."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


if __name__ == "__main__":
    THAI_CATALOG = updated()
    THAI.write_bytes(po_bytes(THAI_CATALOG))
    THAI.with_suffix(".mo").write_bytes(mo_bytes(THAI_CATALOG))
