"""What stdout is written in, wherever the program runs."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
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
