"""The words of exports that depend on data: states, statuses, topics. Marked for extraction by `N_`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from bilingual_news.export.page import Status
from bilingual_news.messages import N_, translations
from bilingual_news.model import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilingual_news.export.page import Row

_Key = TypeVar("_Key")


LABELS: Final = {
    Origin.MACHINE: N_("Machine translation, not reviewed"),
    Origin.MEMORY: N_("From translation memory, not reviewed"),
    Origin.EDITED: N_("Edited, not yet reviewed"),
    Origin.REVIEWED: N_("Reviewed"),
    Origin.EMPTY: N_("Not translated yet"),
}
STATUSES: Final = {
    Status.REVIEWED: N_("Reviewed"),
    Status.PARTIAL: N_("Partly reviewed"),
    Status.MACHINE: N_("Machine translation, not reviewed"),
    Status.EMPTY: N_("Not translated yet"),
}
NOTICES: Final = {
    Status.REVIEWED: "",
    Status.PARTIAL: N_(
        "Parts of this page are translations that nobody has reviewed yet; they are labelled."
    ),
    Status.MACHINE: N_("The English of this page is machine translation that nobody has reviewed yet."),
    Status.EMPTY: N_("This article is not translated yet."),
}
TOPICS: Final = {
    "agency": N_("Agencies"),
    "asean": N_("ASEAN"),
    "building": N_("Buildings"),
    "country": N_("Countries"),
    "cybersecurity": N_("Cybersecurity"),
    "digital": N_("Digital"),
    "document": N_("Documents"),
    "economy": N_("Economy"),
    "health": N_("Health"),
    "international": N_("International"),
    "law": N_("Law"),
    "meeting": N_("Meetings"),
    "ministry": N_("Ministries"),
    "people": N_("People"),
    "position": N_("Positions"),
    "province": N_("Provinces"),
    "security": N_("Security"),
    "title": N_("Titles"),
    "welfare": N_("Welfare"),
}


def label(row: Row, language: str) -> str:
    """Who answers for the English of a segment, in words."""
    return translations(language).gettext(LABELS[row.origin])


def translated(table: Mapping[_Key, str], language: str) -> dict[_Key, str]:
    """A table of messages in a language."""
    gettext = translations(language).gettext
    return {key: gettext(value) if value else "" for key, value in table.items()}
