"""The values that flow between the stages: frozen dataclasses and enums, no behaviour of their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class Kind(StrEnum):
    """What a paragraph or segment is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CELL = "cell"


class Origin(StrEnum):
    """Where the text of a translation came from."""

    EMPTY = "empty"
    MACHINE = "mt"
    MEMORY = "memory"
    EDITED = "edited"
    REVIEWED = "reviewed"


class Severity(StrEnum):
    """How grave a finding is; errors fail the gate by default."""

    ERROR = "error"
    WARNING = "warning"


_FREE_WORDS: Final = frozenset({"prefix", "verb", "adjective", "adverb"})
#: From harmless to grave; `--fail-on LEVEL` fails on LEVEL and everything after it.
SEVERITY_RANK: Final = {Severity.WARNING: 0, Severity.ERROR: 1}


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup of a paragraph: the words it stands on, not an offset, so that it survives repairs.

    Attributes:
        text: The normalised words.
        tag: strong, em, code or a.
        url: Target of a link.
    """

    text: str
    tag: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a paragraph stands on the page, for source formats that say so.

    Attributes:
        level: Level of a heading (2 to 6) or depth of a list item (from 1); 0 where unknown.
        ordered: Whether a list item is numbered.
        group: Number of its list or table in the article, so that two neighbours stay apart.
        cell: 0-based row and column in its table.
        header: Whether a table cell is a heading.
        marks: Inline markup in reading order.
    """

    level: int = 0
    ordered: bool = False
    group: int = 0
    cell: tuple[int, int] | None = None
    header: bool = False
    marks: tuple[Mark, ...] = ()


#: The layout of what a source format says nothing about.
NO_LAYOUT: Final = Layout()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of an article.

    Attributes:
        raw: The text as the file has it, for provenance.
        text: The normalised text: one line, single spaces, no white space at its ends.
        line: 1-based line in the file.
        kind: What the paragraph is.
        layout: Where it stands on the page.
    """

    raw: str
    text: str
    line: int
    kind: Kind = Kind.PARAGRAPH
    layout: Layout = NO_LAYOUT


@dataclass(frozen=True, slots=True)
class Article:
    """A news article, read and normalised.

    Attributes:
        id: The number in the source URL, else a slug; the name of its catalog.
        path: Where it was read from, relative to the project where possible.
        title: Normalised title.
        paragraphs: All text in reading order; the title is the first where the file has one.
        source_hash: SHA-256 of the file's bytes, hex.
        date: Date of publication (Common Era), if the article states it.
        url: Source URL, if the article states it.
        encoding: Encoding of the file.
        format: Name of the source format.
    """

    id: str
    path: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    source_hash: str
    date: date | None = None
    url: str = ""
    encoding: str = "utf-8"
    format: str = "plain"


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence-sized unit: one PO entry.

    Attributes:
        text: The normalised source text, `paragraph.text[start:end]`.
        paragraph: 0-based index of its paragraph in the article.
        index: 0-based index of the segment in its paragraph.
        count: Number of segments in that paragraph.
        start: Code-point offset of its first character in the normalised paragraph.
        end: Code-point offset after its last character.
        kind: What it is on the page.
        line: 1-based line of its paragraph in the file.
    """

    text: str
    paragraph: int
    index: int
    count: int
    start: int
    end: int
    kind: Kind
    line: int


@dataclass(frozen=True, slots=True)
class Term:
    """A concept of the termbase.

    Attributes:
        source: The Thai term, normalised.
        target: The English term to use.
        abbreviation: An English short form that is accepted too.
        variants: Other Thai forms of the same concept.
        alternatives: Other English forms that are accepted.
        forbidden: English forms that must not be used for it.
        domain: Subject field.
        part_of_speech: noun, proper noun, verb, phrase, abbreviation or prefix.
        case_sensitive: Whether the English must match in case.
        valid_from: First article date it applies to.
        valid_to: Last article date it applies to.
        context: Thai words of which one must stand in the segment for the term to apply.
        priority: Wins over terms of a lower number with the same Thai form.
        note: Remark for the translator.
        evidence: URL or citation.
        path: File of the row.
        line: 1-based line of the row.
    """

    source: str
    target: str
    abbreviation: str = ""
    variants: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    domain: str = ""
    part_of_speech: str = ""
    case_sensitive: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    context: tuple[str, ...] = ()
    priority: int = 0
    note: str = ""
    evidence: str = ""
    path: str = ""
    line: int = 0

    def __hash__(self) -> int:
        """Of the two words that tell most terms apart: terms are looked up wherever they are met."""
        return hash((self.source, self.target))

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every English form that counts as a correct rendering, the preferred one first."""
        short = (self.abbreviation,) if self.abbreviation else ()
        return (self.target, *short, *self.alternatives)

    @property
    def is_verbatim(self) -> bool:
        """Whether the term is not to be translated: its English is the term itself."""
        return self.target == self.source

    @property
    def is_required(self) -> bool:
        """Whether a translation must hold its English.

        Titles before names and words that inflect freely have no single English to insist on.
        """
        return self.part_of_speech not in _FREE_WORDS


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a Thai text: `text[start:end]` is one of its forms.

    Attributes:
        term: The term.
        start: Code-point offset of its first character.
        end: Code-point offset after its last character.
        stale: Other terms of the same form that are not valid on the date of the text.
    """

    term: Term
    start: int
    end: int
    stale: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What an engine proposes for one segment.

    Attributes:
        text: The English text.
        score: Mean log-probability per target token (natural logarithm), 0 is certain.
        minimum: The lowest log-probability of any token.
        looped: Whether the decoder repeated itself and no retry mended it.
        rung: Rung of the term ladder that produced it: 0 free decode, 1 n-best re-rank,
            2 English terms substituted in the source, 3 placeholders in it,
            4 decoded on from a prefix with the term.
        missing: Preferred English forms of the required terms that it does not contain, one for each
            occurrence in the source.
        required: Occurrences of terms in the source that the text had to render.
        cut: Whether the decoder stopped at, or just before, the greatest length it may write.
    """

    text: str
    score: float = 0.0
    minimum: float = 0.0
    looped: bool = False
    rung: int = 0
    missing: tuple[str, ...] = ()
    required: int = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model translated.

    Attributes:
        name: Package name and version, as in `translate-th_en-0.1`.
        sha256: SHA-256 of the model's weights, hex.
        path: Folder of the Argos package.
        origin: How it was found: flag, environment, installed or embedded.
    """

    name: str
    sha256: str
    path: Path
    origin: str

    @property
    def signature(self) -> str:
        """Name and short hash, as it stands in origins, reports and pages."""
        return f"{self.name} sha256:{self.sha256[:12]}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about one entry.

    Attributes:
        check: Id of the check.
        severity: How grave it is.
        message: One sentence for a translator, with the expected English where there is one.
        source: The Thai text.
        target: The English text.
        file: The PO file.
        line: 1-based line of the entry in the PO file; 0 where it is not written yet.
        source_span: Half-open code-point span of the Thai words concerned, or None.
        target_span: Half-open code-point span of the English words concerned, or None.
        fix: What to write in place of the target span where nothing else can be meant; else None.
    """

    check: str
    severity: Severity
    message: str
    source: str = ""
    target: str = ""
    file: str = ""
    line: int = 0
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation to be written into an entry, with what is known of it.

    Attributes:
        text: The English text.
        origin: Where it comes from.
        provider: Model or memory that gave it, without spaces.
        remark: What else a translator may want to know, such as the score.
        approved: Whether it needs no review: a reviewed translation of the same text.
        previous: The source text that it translates, where that is not the entry's.
    """

    text: str
    origin: Origin
    provider: str
    remark: str = ""
    approved: bool = False
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A reviewed translation of one segment, as the memory holds it and TMX files carry it.

    Attributes:
        source: Thai text; normalised in the memory.
        target: English text.
        previous: The segment before it; empty if unknown or first.
        next: The segment after it; empty if unknown or last.
        origin: Article id or TMX file, without spaces; empty if unknown.
    """

    source: str
    target: str
    previous: str = ""
    next: str = ""
    origin: str = ""
