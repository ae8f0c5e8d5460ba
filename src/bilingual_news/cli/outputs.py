"""Where commands write what somebody names: anywhere but over, or among, what the project is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilingual_news.config import FILE_NAME
from bilingual_news.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bilingual_news.cli.console import Workspace

#: Files of a project that people write by hand, beside those in its folders.
_BY_HAND: Final = (FILE_NAME, "pyproject.toml", "segmentation.toml")
#: What reports and baselines end in; nothing that the program reads from catalogs, glossaries or memory does.
_REPORTS: Final = frozenset({".json", ".sarif", ".xml"})


def output_folder(workspace: Workspace, given: Path) -> Path:
    """The place of a folder to fill; relative ones are meant from the project's folder.

    Raises:
        WriteError: If it is in the folder of the articles, catalogs or glossaries: the next run would read
            what is written there as one of them.
    """
    path, settings = workspace.path(given), workspace.settings
    named = (settings.articles_dir, settings.locales_dir, settings.glossaries_dir)
    if _is_in(path, _resolved(workspace, named)):
        message = "is a folder of the project: what is written there would be read from there."
        raise WriteError(
            message, path=path, hint="Choose another folder for the output; nothing was written."
        )
    return path


def output_path(workspace: Workspace, given: Path) -> Path:
    """The place of a file to write; relative ones are meant from the project's folder.

    Raises:
        WriteError: If an article, catalog, glossary, TMX file or settings of the project are there: a slip
            of the keyboard must not cost anybody's work.
    """
    path, settings = workspace.path(given), workspace.settings
    if not path.is_file():
        return path
    # A report or baseline of an earlier run may lie among the catalogs.
    named = (settings.locales_dir, settings.glossaries_dir, settings.memory_dir)
    kept = () if path.suffix.lower() in _REPORTS else named
    by_hand = {workspace.root.resolve() / name for name in _BY_HAND}
    if path.resolve() in by_hand or _is_in(path, _resolved(workspace, (settings.articles_dir, *kept))):
        hint = "Choose another name for the output, or move that file away; nothing was written."
        raise WriteError("is a part of the project and would be lost.", path=path, hint=hint)
    return path


def _resolved(workspace: Workspace, folders: Iterable[Path]) -> set[Path]:
    """The real places of folders of a project, but for the project's own."""
    return {folder.resolve() for folder in folders} - {workspace.root.resolve()}


def _is_in(path: Path, folders: Iterable[Path]) -> bool:
    place = path.resolve()
    return any(place.is_relative_to(folder) for folder in folders)
