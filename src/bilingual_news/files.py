"""Write files so that a reader sees either the old content or the new, never half of it."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from bilingual_news.errors import WriteError


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file's content: temporary file in the same folder, fsync, rename.

    The mode of an existing file is kept. A symbolic link is followed, so that the file it names is
    replaced and not the link.

    Args:
        path: The file; its folder is made if it is missing.
        content: The new content.

    Raises:
        WriteError: If anything fails; the old content is then intact and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except OSError as error:
        raise _write_error(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise _write_error(path, error) from error
        raise


def _mode(path: Path) -> int:
    """Mode of the file, or what the process's umask gives a new one."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _write_error(path: Path, error: OSError) -> WriteError:
    reason = error.strerror or str(error)
    return WriteError(
        f"cannot be written: {reason}.",
        path=path,
        hint="Check permissions and free space; nothing was changed.",
    )
