"""Write an export into a folder that may hold other people's files, and never harm those.

A list of what was written stands in the folder. Only files on that list, and unchanged since, are
replaced or, when their article is gone, removed.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from bilingual_news.errors import ExportError, WriteError, reason
from bilingual_news.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

LIST_NAME: Final = ".bilingual-news.json"
#: What every page and feed of this tool has said since its first version, before there was a list.
_OUR_MARKS: Final = (
    b'content="bilingual-news ',
    b'"generator": "bilingual-news ',
    b"<generator>bilingual-news ",
)
_HEAD: Final = 4096


def earlier(folder: Path, export: str) -> list[str]:
    """Names of the files that an earlier export of a kind wrote into a folder."""
    return sorted(_read_lists(folder).get(export, {}))


def publish(
    files: Iterable[tuple[str, bytes]],
    folder: Path,
    export: str,
    stays: Callable[[str], bool] = lambda _: False,
) -> list[Path]:
    """Write files; remove those of an earlier export of the same kind that are no longer made.

    Args:
        files: Names and contents. All are made before the first is written.
        folder: Where to.
        export: Kind of export; each keeps its own list.
        stays: Whether a file of an earlier export stays though it is not made now, by its name.

    Returns:
        The files of the export, those included that were the same already.

    Raises:
        ExportError: If a file of somebody else has the name of one of ours; nothing is written then.
        WriteError: If a file cannot be written.
    """
    made = dict(files)
    lists = _read_lists(folder)
    known = lists.get(export, {})
    foreign = [name for name in made if _is_foreign(folder / name, known.get(name))]
    if foreign:
        raise ExportError(
            f"files that bilingual-news did not make would be overwritten, {len(foreign)} in all: "
            f"{', '.join(foreign[:3])}.",
            path=folder,
            hint="Choose another folder with --output, or move those files; nothing was written.",
        )
    for name, content in made.items():
        if _hash_of(folder / name) != _hash(content):
            write_atomically(folder / name, content)
    kept = {name: digest for name, digest in known.items() if name not in made and stays(name)}
    for name in known.keys() - made.keys() - kept.keys():
        if _hash_of(folder / name) == known[name]:
            _remove(folder / name)
    lists[export] = kept | {name: _hash(content) for name, content in made.items()}
    text = json.dumps(lists, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if not (folder / LIST_NAME).is_file() or (folder / LIST_NAME).read_text(encoding="utf-8") != text:
        write_atomically(folder / LIST_NAME, text.encode())
    return [folder / name for name in made]


def _read_lists(folder: Path) -> dict[str, dict[str, str]]:
    """The lists of earlier exports; none where the file is missing or not ours."""
    try:
        value = json.loads((folder / LIST_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(value, dict):
        return {}
    # A name with a path in it was not written by us and must not lead out of the folder.
    return {
        str(export): {
            name: str(digest) for name, digest in names.items() if name and name == name.rsplit("/", 1)[-1]
        }
        for export, names in value.items()
        if isinstance(names, dict)
    }


def _is_foreign(path: Path, known: str | None) -> bool:
    if not path.exists():
        return False
    if path.is_dir():
        return True
    try:
        content = path.read_bytes()
    except OSError:
        return True
    head = content[:_HEAD]
    return known != _hash(content) and not any(mark in head for mark in _OUR_MARKS)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _hash_of(path: Path) -> str:
    try:
        return _hash(path.read_bytes())
    except OSError:
        return ""


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        message = f"the page of an article that is gone cannot be removed: {reason(error)}."
        raise WriteError(message, path=path, hint="Remove it yourself.") from error
