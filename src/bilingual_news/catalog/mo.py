"""Compile PO files to MO files with Babel, so that the standard library's gettext serves them."""

from __future__ import annotations

import gettext
import io
import struct
from typing import TYPE_CHECKING, Final

from bilingual_news.errors import CatalogSyntaxError
from bilingual_news.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

#: Stands in the MO header's Project-Id-Version, so that a later run knows how it was compiled.
_FUZZY_MARK: Final = " (unreviewed included)"


def compile_catalog(po: Path, mo: Path, *, use_fuzzy: bool = False) -> None:
    """Compile a PO file.

    Args:
        po: The PO file.
        mo: The MO file to write.
        use_fuzzy: Whether unreviewed translations are served too.

    Raises:
        CatalogSyntaxError: If Babel cannot read the PO file.
        WriteError: If the MO file cannot be written.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        with po.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
    except PoFileError as error:
        message = f"not a valid PO file: {error}."
        raise CatalogSyntaxError(message, path=po, line=error.lineno) from error
    if use_fuzzy:
        catalog.version = f"{catalog.version}{_FUZZY_MARK}"
    buffer = io.BytesIO()
    write_mo(buffer, catalog, use_fuzzy=use_fuzzy)
    write_atomically(mo, buffer.getvalue())


def is_current(po: Path, mo: Path, *, use_fuzzy: bool = False) -> bool:
    """Whether an MO file is younger than its PO file and compiled the same way."""
    try:
        if mo.stat().st_mtime_ns < po.stat().st_mtime_ns:
            return False
        with mo.open("rb") as file:
            version = gettext.GNUTranslations(file).info().get("project-id-version", "")
    except (OSError, ValueError, LookupError, struct.error):
        return False
    return version.endswith(_FUZZY_MARK) == use_fuzzy
