"""What stdout is written in, wherever the program runs."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
    """Let stdout take every text.

    Programs read what comes off a terminal: that is UTF-8, as the lines that `mt` reads are, whatever
    the locale says (that of Windows says cp874 or cp1252, which lack half of our characters). A
    terminal keeps its own encoding, and so does who asks for one by PYTHONIOENCODING; characters that
    it lacks are written as escapes, for an ended program would say less.
    """
    if not isinstance(sys.stdout, io.TextIOWrapper) or sys.stdout.encoding.lower().startswith("utf"):
        return
    if sys.stdout.isatty() or os.environ.get("PYTHONIOENCODING"):
        sys.stdout.reconfigure(errors="backslashreplace")
    else:
        sys.stdout.reconfigure(encoding="utf-8")
