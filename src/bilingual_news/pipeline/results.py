"""What a `translate` run is given and how it is asked for, and what it says of each article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilingual_news.config import Settings
    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.glossary import Termbase
    from bilingual_news.memory import MemoryIndex
    from bilingual_news.stages.userrules import UserRules


@dataclass(frozen=True, slots=True)
class Options:
    """How a run treats catalogs.

    Attributes:
        refresh: Translate untouched machine translations again, and process unchanged articles.
        use_fuzzy: Compile unreviewed translations into the MO files.
        dry_run: Write nothing.
        model: Signature of the model; with `refresh`, only catalogs are refreshed whose machine
            translations another model, termbase, segmenter or normalisation made. Empty for all.
        jobs: Processes for everything that is not decoding; 1 does it in this one.
    """

    refresh: bool = False
    use_fuzzy: bool = False
    dry_run: bool = False
    model: str = ""
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Project:
    """What a run works with.

    Attributes:
        settings: The project's settings.
        termbase: Its terms.
        user_rules: Its segmentation rules.
        options: How to treat catalogs.
        memory: Gives the translation memory when the first segment needs it; None for none.
    """

    settings: Settings
    termbase: Termbase
    user_rules: UserRules | None
    options: Options
    memory: Callable[[], MemoryIndex] | None


@dataclass(frozen=True, slots=True)
class Result:
    """What happened to one article.

    Attributes:
        path: The article's file.
        article: Its id; empty if it could not be read.
        catalog: The PO file; empty if it could not be read.
        state: unchanged, written, planned (dry run) or failed.
        segments: Entries of the article.
        translated: Entries that got a machine translation in this run.
        recalled: Entries that got a translation from memory in this run.
        kept, moved, edited, split, merged, added, revived, removed: What the merge did with entries; see
            `catalog.merge.Outcome`.
        empty: Entries without any translation.
        findings: Findings of the checks.
        untranslatable: Entries that the engine failed on; they stay as they were.
        changes: What made the machine translations of a refreshed catalog out of date.
        error: What went wrong, for a failed article or one with segments that the engine failed on.
    """

    path: str
    article: str = ""
    catalog: str = ""
    state: str = "unchanged"
    segments: int = 0
    translated: int = 0
    recalled: int = 0
    kept: int = 0
    moved: int = 0
    edited: int = 0
    split: int = 0
    merged: int = 0
    added: int = 0
    revived: int = 0
    removed: int = 0
    empty: int = 0
    findings: int = 0
    untranslatable: int = 0
    changes: tuple[str, ...] = ()
    error: BilingualNewsError | None = None
