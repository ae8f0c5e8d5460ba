"""Read and write files so that nobody sees half a file and nobody's change is overwritten unseen."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news.errors import BilingualNewsError, WriteError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: What file systems answer that know no locks.
_NO_LOCKS: Final = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
#: How long a run waits for another one that holds the lock of a folder, in seconds.
LOCK_TIMEOUT: Final = 60.0
#: Pauses between attempts to get a lock grow from the first to the second; it is held for microseconds.
_LOCK_PAUSES: Final = (0.0005, 0.02)
#: A file that changed under us is read again until it is the same for this long, in seconds: editors
#: that write in place show half a file in between.
_SETTLED: Final = 0.1
#: Age in seconds at which a temporary file is the remains of a killed run: a write takes milliseconds.
_LEFTOVER: Final = 60.0


#: `.NAME.SUFFIX.RANDOM.tmp`, as `write_atomically` names them beside catalogs.
_TEMPORARY: Final = re.compile(r"\..+\.(?:po|mo)\.[a-z0-9_]{8}\.tmp")


class Sync(Enum):
    """What of a written file must last through a power cut before the work goes on.

    Whatever is chosen, a reader sees the old file or the new one.
    """

    ALL = "all"
    #: The content, not yet the name: after a power cut there is the old file or the new one.
    CONTENT = "content"
    #: Nothing: for what can be made anew, and whose reader notices that it is cut short.
    NONE = "none"


class ChangedError(Exception):
    """A file is not what the caller had read; nothing was written."""


def read_bytes(path: Path, error_type: type[BilingualNewsError]) -> bytes:
    """The bytes of a file.

    Raises:
        BilingualNewsError: Of the given type, if it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise _read_error(path, error, error_type) from error


def require_text_name(path: Path, error_type: type[BilingualNewsError]) -> None:
    """Refuse a file whose name is no text: no report, index or export could hold it.

    Raises:
        BilingualNewsError: Of the given type, if the system's bytes of it are not UTF-8.
    """
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise error_type("its name is not UTF-8.", path=path, hint="Rename it.") from error


def home(environment: Mapping[str, str]) -> Path:
    """The folder of the user; for one without any, as containers make them up, the root folder."""
    found = environment.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 - Path's one gives up
    return Path("/" if found == "~" else found)


def read_bytes_if_any(path: Path, error_type: type[BilingualNewsError]) -> bytes | None:
    """The bytes of a file; None if there is none.

    Raises:
        BilingualNewsError: Of the given type, if it cannot be read, or its folder not be looked into.
    """
    try:
        os.stat(path)  # noqa: PTH116 - Path.exists hides some errors and raises others
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _read_error(path, error, error_type) from error
    return read_bytes(path, error_type)


def listed(
    folder: Path, suffixes: tuple[str, ...], error_type: type[BilingualNewsError], *, deep: bool = False
) -> list[Path]:
    """The files of a folder with one of the suffixes, in whatever case, sorted.

    `Path.glob` takes a folder that it may not read for an empty one; a run would then do without its
    termbase and say nothing.

    Args:
        folder: A folder; a missing one holds nothing.
        suffixes: Suffixes in lower case, with their dots.
        error_type: What to raise.
        deep: Whether to look into subfolders too.

    Raises:
        BilingualNewsError: Of the given type, if a folder cannot be listed, or is none.
    """
    found: list[Path] = []

    def refuse(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            raise _read_error(Path(error.filename or folder), error, error_type) from error

    for place, folders, names in os.walk(folder, onerror=refuse):
        if not deep:
            folders.clear()
        found += [Path(place, name) for name in names if name.lower().endswith(suffixes)]
    return sorted(path for path in found if path.is_file() or _is_dangling(path))


def _is_dangling(path: Path) -> bool:
    """Whether a link leads nowhere, to be told of; hidden ones are the locks of Emacs."""
    return path.is_symlink() and not path.exists() and not path.name.startswith(".")


def _read_error(path: Path, error: OSError, error_type: type[BilingualNewsError]) -> BilingualNewsError:
    return error_type(f"cannot be read: {reason(error)}.", path=path, hint="Check the path and permissions.")


def read_settled(path: Path) -> bytes | None:
    """The bytes of a file that somebody may be writing right now; None if there is none.

    Reads until two readings agree.
    """
    last = _bytes_or_none(path)
    while True:
        time.sleep(_SETTLED)
        data = _bytes_or_none(path)
        if data == last:
            return data
        last = data


@contextlib.contextmanager
def locked(folder: Path, timeout: float = LOCK_TIMEOUT) -> Iterator[None]:
    """Hold the lock of a folder, so that two runs do not merge into its files at once.

    The lock is advisory (`flock`) on the folder itself: it leaves no file behind and ends with the
    process, however that ends. Where there is no `flock` (Windows, some network file systems) there is
    no lock; the comparison before each write still guards the files.

    Raises:
        WriteError: If another process holds it for longer than `timeout` seconds.
    """
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows
        yield
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _write_error(folder, error) from error
    try:
        end = time.monotonic() + timeout
        pause, longest = _LOCK_PAUSES
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= end:
                    message = f"another run has held the folder's lock for {timeout:.0f} seconds."
                    hint = "Wait for it or end it; nothing was changed."
                    raise WriteError(message, path=folder, hint=hint) from error
                time.sleep(pause)
                pause = min(2 * pause, longest)
            except OSError as error:
                if error.errno not in _NO_LOCKS:
                    raise _write_error(folder, error) from error
                break
        yield
    finally:
        os.close(handle)


def throwaway_folder(folder: Path) -> None:
    """Make a folder for what can be made anew at any time, which git leaves alone.

    Raises:
        OSError: If it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files that killed runs have left in a folder of catalogs.

    Reads the whole folder: once a run, not once a file.
    """
    with contextlib.suppress(OSError):  # of a folder that may not be read: others say so
        for path in folder.glob(".*.tmp"):
            with contextlib.suppress(OSError):
                if _TEMPORARY.fullmatch(path.name) and time.time() - path.stat().st_mtime > _LEFTOVER:
                    path.unlink()


#: Stands for "whatever the file holds".
ANYTHING: Final = b"\0anything"


def write_atomically(
    path: Path, content: bytes, expected: bytes | None = ANYTHING, sync: Sync = Sync.ALL
) -> None:
    """Replace a file's content: temporary file in the same folder, fsync, rename.

    The mode of an existing file is kept. A symbolic link is followed, so that the file it names is
    replaced and not the link. A device or pipe, such as /dev/stdout, is written to and never replaced.

    Args:
        path: The file; its folder is made if it is missing.
        content: The new content.
        expected: What the file must hold when it is replaced, None for no file; compared at the last
            moment, under the lock of the folder. Without it anything is replaced.
        sync: What must last through a power cut.

    Raises:
        ChangedError: If the file does not hold what was expected.
        WriteError: If anything fails; the old content is then intact and no temporary file is left.
    """
    import tempfile  # a run with nothing to write does without

    if expected is ANYTHING and _is_device(path):
        _write_through(path, content)
        return
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
            if sync is not Sync.NONE:
                os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        _swap(Path(name), target, expected)
        if sync is Sync.ALL:
            sync_folder(target.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise _write_error(path, error) from error
        raise


def _is_device(path: Path) -> bool:
    """Whether something is there that is neither a file nor a folder."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _write_through(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(content)
    except OSError as error:
        raise _write_error(path, error) from error


def _swap(new: Path, target: Path, expected: bytes | None) -> None:
    """Replace a file if it holds what is expected; of two runs of ours one comes second, and sees it."""
    if expected is ANYTHING:
        new.replace(target)
        return
    with locked(target.parent):
        if _bytes_or_none(target) != expected:
            raise ChangedError(str(target))
        new.replace(target)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _bytes_or_none(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _mode(path: Path) -> int:
    """Mode of the file, or what the process's umask gives a new one."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _write_error(path: Path, error: OSError) -> WriteError:
    return WriteError(
        f"cannot be written: {reason(error)}.",
        path=path,
        hint="Check permissions and free space; nothing was changed.",
    )
