"""Where commands write a file that somebody names: anywhere but over what the project is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilingual_news.config import FILE_NAME
from bilingual_news.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path

    from bilingual_news.cli.console import Workspace

#: Files of a project that people write by hand, beside those in its folders.
_BY_HAND: Final = (FILE_NAME, "pyproject.toml", "segmentation.toml")


def output_path(workspace: Workspace, given: Path) -> Path:
    """The place of a file to write; relative ones are meant from the project's folder.

    Raises:
        WriteError: If an article, catalog, glossary, TMX file or settings of the project are there: a slip
            of the keyboard must not cost anybody's work.
    """
    path, settings = workspace.path(given), workspace.settings
    if not path.is_file():
        return path
    root, place = workspace.root.resolve(), path.resolve()
    named = (settings.articles_dir, settings.locales_dir, settings.glossaries_dir, settings.memory_dir)
    folders = {folder.resolve() for folder in named} - {root}
    by_hand = {root / name for name in _BY_HAND}
    if place in by_hand or any(place.is_relative_to(folder) for folder in folders):
        hint = "Choose another name for the output, or move that file away; nothing was written."
        raise WriteError("is a part of the project and would be lost.", path=path, hint=hint)
    return path
