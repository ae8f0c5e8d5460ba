"""A check of words that must not be taken for one another: dead and injured, exports and imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bilingual_news.checks.base import Problem
from bilingual_news.checks.concepts import Table
from bilingual_news.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual_news.checks.base import Pair

MEANINGS: Final = Table("meanings.tsv", small=True)


class Meaning:
    """Another word of the same kind."""

    id: ClassVar[str] = "meaning"
    severity: ClassVar[Severity] = Severity.ERROR
    description: ClassVar[str] = (
        "The English speaks of another thing of the same kind than the Thai: imports for ส่งออก, injured for "
        "เสียชีวิต, women for ผู้ชาย, rubber for ข้าว; nothing in the Thai may mean it, and what the Thai means "
        "is missing."
    )

    def messages(self, pair: Pair) -> Iterator[Problem]:
        """See Check."""
        for found in MEANINGS.strange(pair.source, pair.target):
            if found.expected and found.source:
                name, thai = pair.target[slice(*found.span)], pair.source[slice(*found.source)]
                text = (
                    f"{name!r} is not in the Thai: expected a word for {thai} ({found.expected.english[0]})"
                )
                yield Problem(text, found.source, found.span)
