"""The standard streams, wherever the program runs: all three open, and stdout for every text."""

from __future__ import annotations

import io
import os
import sys

#: Numbers of stdin, stdout and stderr.
_STANDARD = (0, 1, 2)


def prepare() -> None:
    """Make the streams ready before anything is read, written or opened."""
    _occupy()
    _take_every_text()


def _occupy() -> None:
    """Put nothing where a standard stream was closed, as service managers and `2>&-` do.

    Else the next file that is opened, a catalog for example, would get its number, and whatever a library
    writes to stderr would go into that file. Messages go nowhere then; a command that needs stdin says so.
    """
    for number in _STANDARD:
        try:
            os.fstat(number)
        except OSError:
            # The lowest free number is given out.
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - for good


def _take_every_text() -> None:
    """Let stdout take every text, names of files that are none included.

    Programs read what comes off a terminal: that is UTF-8, as the lines that `mt` reads are, whatever
    the locale says (that of Windows says cp874 or cp1252, which lack half of our characters). A
    terminal keeps its own encoding, and so does who asks for one by PYTHONIOENCODING; characters that
    it lacks are written as escapes, for an ended program would say less.
    """
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    chosen = sys.stdout.isatty() or os.environ.get("PYTHONIOENCODING")
    encoding = sys.stdout.encoding
    if not chosen and not encoding.lower().startswith("utf"):
        encoding = "utf-8"
    sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
