"""Print a page to PDF with a Chromium browser that is installed on the machine. Nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from bilingual_news.errors import ExportError, reason

BROWSERS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
)
#: A page of an hour's reading prints in seconds; a browser that hangs must not hang the tool.
TIMEOUT_SECONDS: Final = 120
_FLAGS: Final = (
    "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--no-pdf-header-footer",
)  # fmt: skip


def find_browser() -> str:
    """Path of a Chromium browser: BILINGUAL_NEWS_BROWSER, else the first known name on PATH.

    Raises:
        ExportError: If there is none.
    """
    named = os.environ.get("BILINGUAL_NEWS_BROWSER")
    for name in (named,) if named else BROWSERS:
        path = shutil.which(name)
        if path:
            return path
    what = f"the browser {named} named by BILINGUAL_NEWS_BROWSER was" if named else "no Chromium browser was"
    raise ExportError(
        f"{what} not found; PDF needs one.", hint="Install chromium, or export html and print it yourself."
    )


def print_pdf(page: str, browser: str) -> bytes:
    """The PDF of a self-contained HTML page.

    Args:
        page: The HTML.
        browser: Path of the browser.

    Raises:
        ExportError: If the browser fails or does not finish in two minutes.
    """
    with tempfile.TemporaryDirectory(prefix="bilingual-news-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "page.html", folder / "page.pdf"
        source.write_text(page, encoding="utf-8")
        # A container's root has no user namespaces, and Chromium refuses to run its sandbox as root.
        root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        command = [
            browser,
            *_FLAGS,
            *root,
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)  # noqa: S603, RUF100
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ExportError(
                f"the browser did not print: {reason(error)}.", path=browser, hint="Try another one."
            ) from error
        if not target.is_file():
            last = done.stderr.decode(errors="replace").strip().rsplit("\n", 1)[-1]
            code = done.returncode
            message = (
                f"the browser wrote no PDF (exit code {code}): {last}"
                if last
                else f"the browser wrote no PDF and did not say why (exit code {code})."
            )
            raise ExportError(message, path=browser, hint="Try another browser with BILINGUAL_NEWS_BROWSER.")
        return target.read_bytes()
