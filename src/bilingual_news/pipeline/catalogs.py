"""What a catalog's header says of its article and of the run that wrote it."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news import __version__
from bilingual_news.catalog.entry import Entry, is_untouched, origin_note, text_hash
from bilingual_news.catalog.po import read_catalog, read_header
from bilingual_news.errors import CatalogMismatchError, ConfigError
from bilingual_news.stages import versions

if TYPE_CHECKING:
    from bilingual_news.catalog.merge import Place
    from bilingual_news.catalog.po import Catalog
    from bilingual_news.config import CheckSettings, Settings
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import Article
    from bilingual_news.pipeline.results import Options
    from bilingual_news.stages.userrules import UserRules

#: Bumped when the tool's notes in an entry change for the same input.
NOTES_VERSION: Final = 5
_CONTENT_TYPE: Final = "Content-Type"
REVISION: Final = "PO-Revision-Date"
SOURCE_HASH: Final = "X-Source-Hash"
RUN_SIGNATURE: Final = "X-Run-Signature"
#: What made the machine translations that nobody has touched.
MACHINE_SIGNATURE: Final = "X-Machine-Signature"
#: Stands behind the signature of the run: whether it left nothing untranslated.
COMPLETE, PARTIAL = "complete", "partial"
#: Where the article was when the catalog was last looked at; in the compiled catalog only.
ARTICLE_PATH: Final = "X-Article-Path"
#: Fields that tell two states of a catalog apart.
MADE_FROM: Final = (REVISION, SOURCE_HASH, MACHINE_SIGNATURE)
#: Fields that change without a revision of the catalog.
NO_REVISION: Final = (REVISION, SOURCE_HASH, RUN_SIGNATURE, MACHINE_SIGNATURE)


def signature(termbase: Termbase, user_rules: UserRules | None, checks: CheckSettings) -> str:
    """What besides article and catalog decides the content of a catalog's notes and segments."""
    own = f"+{user_rules.digest}" if user_rules else ""
    chosen = "+" + text_hash(f"{checks.select}{checks.ignore}") if checks.select or checks.ignore else ""
    return (
        f"normalize={versions.NORMALIZE} segment={versions.SEGMENT}{own} notes={NOTES_VERSION}{chosen} "
        f"terms={termbase.digest}"
    )


def header(settings: Settings, article: Article, old: dict[str, str], stamp: str) -> dict[str, str]:
    """Header fields of a catalog: the old ones kept, the tool's own brought up to date.

    POT-Creation-Date is the article's date, so that the same article gives the same bytes.
    """
    created = f"{article.date.isoformat()} 00:00+0700" if article.date else timestamp()
    fresh = {
        "Project-Id-Version": f"{settings.project} {article.id}",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": created,
        REVISION: timestamp(),
        "Last-Translator": "Automatically generated",
        "Language-Team": settings.language_team,
        "Language": settings.target_language,
        "MIME-Version": "1.0",
        _CONTENT_TYPE: "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "X-Generator": f"bilingual-news {__version__}",
        "X-Source-Language": "th",
    }
    own = {
        "X-Article-Id": article.id,
        "X-Article-URL": article.url,
        "X-Article-Date": article.date.isoformat() if article.date else "",
        "X-Source-Hash": f"sha256:{article.source_hash}",
        "X-Run-Signature": stamp,
    }
    if not _says_utf_8(old.get(_CONTENT_TYPE, "")):
        own[_CONTENT_TYPE] = fresh[_CONTENT_TYPE]
    # The order of an editor stays: a header that moves about makes a difference in every line.
    added = {**fresh, **own}
    ours = sorted((name for name in added if name not in old), key=_header_order)
    return {**old, **{name: added[name] for name in ours}, **own}


def _says_utf_8(content_type: str) -> bool:
    """Whether a header names the encoding that catalogs are read and written in."""
    return re.search(r"charset=\"?utf-?8\b", content_type, re.IGNORECASE) is not None


def _header_order(name: str) -> tuple[bool, str]:
    """Standard fields in their usual order, then the X- fields by name."""
    return name.startswith("X-"), name if name.startswith("X-") else ""


def header_comment(article: Article) -> str:
    """The comment before the header of a new catalog."""
    return f"{article.title}\nThai to English translation of {article.path}."


def timestamp() -> str:
    """Now, or SOURCE_DATE_EPOCH where a reproducible build sets it (reproducible-builds.org).

    Raises:
        ConfigError: If that is no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch) if epoch else time.time(), UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is {epoch!r}, expected seconds since 1970."
        raise ConfigError(message, hint="Set it to a whole number, or unset it.") from error
    return now.strftime("%Y-%m-%d %H:%M+0000")


def machine_signature(termbase: Termbase, model: str) -> str:
    """What decides the machine translations of a catalog: model, terms, segmenter, normalisation."""
    return (
        f"model={model.replace(' ', '@')} terms={termbase.digest} "
        f"segment={versions.SEGMENT} normalize={versions.NORMALIZE}"
    )


def is_machine_made(entry: Entry) -> bool:
    """Whether an entry holds a machine translation that nobody has touched."""
    return is_untouched(entry) and origin_note(entry).startswith("origin: mt ")


def has_machine_translations(path: Path) -> bool:
    """Whether a catalog, if there is one, holds machine translations that nobody has touched.

    Raises:
        CatalogError: If it cannot be read.
    """
    return path.exists() and any(map(is_machine_made, read_catalog(path).entries))


def signature_changes(old: str, new: str) -> tuple[str, ...]:
    """What differs between two signatures, as in `terms 38680e2d → 1f00ba12`."""
    before, after = (dict(part.partition("=")[::2] for part in text.split()) for text in (old, new))
    return tuple(
        f"{name} {before.get(name, 'unknown')} → {value}"
        for name, value in after.items()
        if before.get(name) != value
    )


def refreshed(catalog: Path, options: Options, termbase: Termbase) -> tuple[bool, tuple[str, ...]]:
    """Whether the machine translations of a catalog are made anew, and why.

    Raises:
        CatalogError: If it cannot be read.
    """
    if not options.refresh or not options.model:
        return options.refresh, ()
    old = read_header(catalog).get(MACHINE_SIGNATURE, "")
    new = machine_signature(termbase, options.model)
    changes = signature_changes(old, new)
    if not changes or not has_machine_translations(catalog):
        return False, ()
    return True, changes


def require_same_article(path: Path, catalog: Catalog, article: Article, places: Sequence[Place]) -> None:
    """Refuse a catalog of another article.

    Raises:
        CatalogMismatchError: If its header names another article, or it has no header field and shares
            no segment.
    """
    owner = catalog.metadata.get("X-Article-Id")
    texts = {place.text for place in places}
    if owner is None:
        # A catalog made by another tool: it is this article's if they share a segment.
        translated = [entry for entry in catalog.entries if entry.is_translated]
        if not translated or any(entry.msgid in texts for entry in translated):
            return
        owner = "another article (no msgid of this one in it)"
    if owner != article.id:
        message = f"the catalog belongs to {owner}, expected article {article.id}."
        hint = "Move it away or restore the right one; it was not touched."
        raise CatalogMismatchError(message, path=path, hint=hint)
