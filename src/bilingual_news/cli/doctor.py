"""`bilingual-news doctor`."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import EXIT_ERROR, Workspace, pass_workspace, print_json
from bilingual_news.errors import BilingualNewsError, CatalogError, reason
from bilingual_news.files import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_DISTRIBUTIONS = (
    "click", "rich", "babel", "jinja2", "pythainlp", "pyahocorasick",
    "argos-translate-lt", "ctranslate2", "sentencepiece",
)  # fmt: skip
_SAMPLE = "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรี"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at.

    Attributes:
        name: What it is.
        state: ok, missing or optional (missing, but nothing needs it).
        detail: What was found.
        remedy: How to mend it.
    """

    name: str
    state: str
    detail: str
    remedy: str = ""


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print the diagnoses as JSON.")
@pass_workspace
def command(workspace: Workspace, *, as_json: bool) -> None:
    """Say what is installed, what is missing, and how to mend it. Works offline.

    Exit codes: 0 everything that is needed is there, 1 something is missing.
    """
    found = list(_diagnoses(workspace))
    if as_json:
        print_json({"diagnoses": [asdict(diagnosis) for diagnosis in found]})
    else:
        for diagnosis in found:
            remedy = f" — {diagnosis.remedy}" if diagnosis.remedy else ""
            click.echo(f"{diagnosis.state:<8}  {diagnosis.name}: {diagnosis.detail}{remedy}")
    if any(diagnosis.state == "missing" for diagnosis in found):
        raise SystemExit(EXIT_ERROR)


def _diagnoses(workspace: Workspace) -> Iterator[Diagnosis]:
    yield Diagnosis("python", "ok", f"{platform.python_version()} ({sys.executable})")
    yield from map(_distribution, _DISTRIBUTIONS)
    yield _words()
    yield from _model(workspace)
    yield _settings(workspace)
    yield _glossaries(workspace)
    yield _catalogs(workspace)
    yield _program("msgfmt", "install GNU gettext to validate PO files yourself")


def _distribution(name: str) -> Diagnosis:
    from importlib import metadata

    try:
        return Diagnosis(name, "ok", metadata.version(name))
    except metadata.PackageNotFoundError:
        return Diagnosis(name, "missing", "not installed", f"pip install {name}")


def _words() -> Diagnosis:
    from bilingual_news.stages.words import count_words

    try:
        return Diagnosis("Thai words", "ok", f"newmm finds {count_words(_SAMPLE)} words in a sample")
    except (ImportError, OSError) as error:
        return Diagnosis("Thai words", "missing", reason(error), "pip install --force-reinstall pythainlp")


def _model(workspace: Workspace) -> Iterator[Diagnosis]:
    try:
        engine = workspace.engine(None)
        [answer] = engine.translate([_SAMPLE])
    except BilingualNewsError as error:
        yield Diagnosis("model", "missing", str(error), error.hint)
        return
    yield Diagnosis("model", "ok", f"{engine.info.signature} ({engine.info.origin}) {engine.info.path}")
    yield Diagnosis("translation", "ok", f"{_SAMPLE} → {answer.text}")


def _settings(workspace: Workspace) -> Diagnosis:
    try:
        source = workspace.settings.environment or "defaults"
    except BilingualNewsError as error:
        return Diagnosis("settings", "missing", str(error), error.hint)
    return Diagnosis("settings", "ok", source)


def _glossaries(workspace: Workspace) -> Diagnosis:
    try:
        count = len(workspace.termbase)
    except BilingualNewsError as error:
        return Diagnosis("glossaries", "missing", str(error), error.hint)
    folder = workspace.settings.glossaries_dir
    if not folder.exists():
        return Diagnosis("glossaries", "optional", f"no folder {folder}", "make it, for terms of your own")
    terms = "1 term" if count == 1 else f"{count} terms"
    return Diagnosis("glossaries", "ok", f"{terms} in {folder}")


def _catalogs(workspace: Workspace) -> Diagnosis:
    folder = workspace.settings.catalogs_dir
    try:
        count = len(listed(folder, (".po",), CatalogError))
    except CatalogError as error:
        return Diagnosis("catalogs", "missing", str(error), error.hint)
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if not os.access(existing, os.W_OK):
        return Diagnosis("catalogs", "missing", f"{existing} is not writable", "change its permissions")
    files = "1 PO file" if count == 1 else f"{count} PO files"
    return Diagnosis("catalogs", "ok", f"{files} in {folder}")


def _program(name: str, remedy: str) -> Diagnosis:
    path = shutil.which(name)
    return Diagnosis(name, "ok", path) if path else Diagnosis(name, "optional", "not found", remedy)
