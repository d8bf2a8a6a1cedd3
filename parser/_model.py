"""The values a cable is made of: frozen, comparable, free of any engine.

Every text here is what the source held; nothing is made safe for a terminal. Show it through
:func:`parser.clean` or :func:`parser.clean_line`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime


class Span(NamedTuple):
    """A half-open range of characters, `text[start:end]`."""

    start: int
    end: int


class Level(StrEnum):
    """How closely a cable was held, from open to most secret."""

    UNCLASSIFIED = "UNCLASSIFIED"
    OFFICIAL_USE_ONLY = "OFFICIAL USE ONLY"
    LIMITED_OFFICIAL_USE = "LIMITED OFFICIAL USE"
    RESTRICTED = "RESTRICTED"
    """Until 1953."""
    CONFIDENTIAL = "CONFIDENTIAL"
    SECRET = "SECRET"  # noqa: S105 - a level, not a password
    TOP_SECRET = "TOP SECRET"  # noqa: S105 - the same

    @property
    def letters(self) -> str:
        """Its short form: `U`, `LOU`, `TS`."""
        return "".join(word[0] for word in self.split())


@dataclass(frozen=True, slots=True)
class Classification:
    """A classification level and its dissemination control.

    `str()` gives the form of the archives: `CONFIDENTIAL//NOFORN`,
    `UNCLASSIFIED//FOR OFFICIAL USE ONLY`.
    """

    level: Level
    control: str | None = None
    """`NOFORN` or `FOR OFFICIAL USE ONLY`; None when the level stands alone."""

    def __str__(self) -> str:
        return f"{self.level.value}//{self.control}" if self.control else self.level.value


class Precedence(StrEnum):
    """How fast a telegram was to be handled, in falling order of haste."""

    FLASH = "FLASH"
    NIACT_IMMEDIATE = "NIACT IMMEDIATE"
    IMMEDIATE = "IMMEDIATE"
    PRIORITY = "PRIORITY"
    ROUTINE = "ROUTINE"


@dataclass(frozen=True, slots=True)
class Addressee:
    """One station or collective that a telegram was sent to."""

    routing: str | None
    """Routing indicator, `RUEHC`."""
    name: str
    """Plain-language address, `SECSTATE WASHDC`."""
    precedence: Precedence | None = None
    number: str | None = None
    """The message number that this addressee was given, digits as printed."""
    excluded: tuple[str, ...] = ()
    """Stations of a collective that were exempted (the XMT lines)."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The transmission header, ACP 127 US. A cable without one has an empty envelope."""

    transmission_id: str | None = None
    """The VZCZC line, `VZCZCXRO9431`."""
    precedence: Precedence | None = None
    """Action precedence."""
    info_precedence: Precedence | None = None
    """Precedence for the information addressees, where the header tells it apart."""
    routing: tuple[str, ...] = ()
    """Routing indicators of the line after VZCZC."""
    station: str | None = None
    """Routing indicator of the sending station, from the DE line: `RUEHME`."""
    serial: str | None = None
    """Station serial number of the DE line, digits as printed: `1055`."""
    julian: str | None = None
    """Day of the year and time of the DE line, `1041611`."""
    security: str | None = None
    """The security line as printed, `ZNY CCCCC ZZH`."""
    date_time_group: datetime | None = None
    """UTC."""
    sender: str | None = None
    """Plain-language origin, the FM line: `AMEMBASSY MEXICO`."""
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    excluded: tuple[str, ...] = ()
    """Exempted addressees that belong to no collective in particular."""
    is_partial: bool = False
    """The source itself says that the header is a partial extract."""


class ReferenceKind(StrEnum):
    """What a reference points at."""

    CABLE = "cable"
    EMAIL = "email"
    CALL = "call"
    REPORT = "report"
    REGULATION = "regulation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of the REF line, or of the carrier's list of references."""

    mrn: str | None
    """Canonical message reference number; None when it is no cable or cannot be read."""
    label: str | None
    """Enumerator as upper case letter or number, `A`."""
    text: str
    """As printed, white space folded."""
    kind: ReferenceKind = ReferenceKind.CABLE
    year_is_assumed: bool = False
    """No year was printed: the year of the citing cable was taken (a rule, not a certainty)."""
    in_text: bool = True
    """Stands in the telegram itself."""
    in_metadata: bool = False
    """Stands in the carrier's list (the sixth column of `cables.csv`)."""
    span: Span | None = None
    """Where it stands in the raw text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text, with the heading that stands above it."""

    number: int | None
    """None for text that the source does not number."""
    marking: str | None
    """Portion mark without brackets, `C`, `SBU`, `S//NF` written as `S/NF`; None when absent."""
    heading: str | None
    """Heading above this paragraph; two in a row are joined by a newline."""
    text: str
    """Reflowed: one line a block; blocks (bullets, sub-paragraphs, rows of a table) are separated
    by a newline."""
    span: Span
    """From the number to the end of the text, in the raw text."""
    missing: tuple[int, ...] = ()
    """Offsets in `text` where the source seems to have lost something."""
    protect: tuple[Span, ...] = ()
    """Phrases in `text` that ask to protect a source, `(strictly protect)`."""
    redactions: tuple[Span, ...] = ()
    """Runs of x in `text`."""


class RepairKind(StrEnum):
    """What was mended; the numbers are those of the table of corruptions in `docs/formats.md`."""

    MARKUP = "markup"  # 1
    LINE_END = "line end"  # 2
    DOUBLED = "doubled"  # 3
    PAGE_MARK = "page mark"  # 4
    SECTION_HEAD = "section head"  # 5
    PARAGRAPH_NUMBER = "paragraph number"  # 6
    ENCODING = "encoding"  # 7
    SPLIT_WORD = "split word"  # 8
    BLANK_LINE = "blank line"  # 9
    DASH = "dash"  # 10
    LOST_LINE = "lost line"  # 11, marked and left
    ALIAS = "alias"  # 12
    ENTITY = "entity"  # 13
    PARTIAL_HEADER = "partial header"  # 14, noted
    LETTER_CASE = "letter case"  # 15


@dataclass(frozen=True, slots=True)
class Repair:
    """One change between the text as sent and the text as shown. Reversible: put `before` back."""

    kind: RepairKind
    span: Span
    """What stood there, in the raw text."""
    before: str
    after: str


class How(StrEnum):
    """How a field came by its value."""

    READ = "read"
    INFERRED = "inferred"
    """Worked out from something else that the source holds."""
    REPAIRED = "repaired"
    """Read after a repair inside it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field's value stood, and how it was come by."""

    field: str
    """Attribute name of :class:`Cable`, `"subject"`; `"envelope.date_time_group"` for a part."""
    how: How
    span: Span | None = None
    """In the raw text; None when it came from the carrier's own metadata."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the carrier says of a cable, apart from the telegram itself, as the carrier says it."""

    carrier: str
    """Name of the carrier, `"wikileaks-html"`; see `parser.CARRIERS`."""
    reference_id: str | None = None
    created: datetime | None = None
    released: datetime | None = None
    classification: str | None = None
    origin: str | None = None
    title: str | None = None
    references: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    """Everything else, as key and value, in the order of the source."""


@dataclass(frozen=True, slots=True)
class Cable:
    """One cable, read from one source.

    A field that the source does not hold is None or empty; a field that was worked out has an
    entry with :attr:`How.INFERRED` in `origins`.
    """

    raw: str
    """The telegram (header and body) as the carrier held it, before any repair. All spans of this
    module, unless said otherwise, are in it."""
    metadata: Metadata
    reference_id: str | None = None
    """Message reference number as printed."""
    mrn: str | None = None
    """Canonical message reference number."""
    created: datetime | None = None
    """UTC. The date-time group wins over the carrier's minute."""
    released: datetime | None = None
    classification: Classification | None = None
    origin: str | None = None
    """Post of origin in the spelling of the archives, `Embassy Mexico`."""
    envelope: Envelope = field(default_factory=Envelope)
    sections: int | None = None
    """How many sections the telegram was sent in."""
    captions: tuple[str, ...] = ()
    """`SIPDIS`, `NOFORN`, `EXDIS`, ... in the order of the source, each once."""
    passing: tuple[str, ...] = ()
    """Passing lines, `STATE FOR EUR/SCE`."""
    executive_order: str | None = None
    """Number of the order, `12958`."""
    declassify_on: date | None = None
    declassify_text: str | None = None
    """What stands after DECL where it is not a date: `OADR`, `X1, X5`, `AFTER ...`, `N/A`."""
    tags: tuple[str, ...] = ()
    subject: str | None = None
    subject_marking: str | None = None
    """Portion mark of the subject, without brackets, written as those of the paragraphs."""
    references: tuple[Reference, ...] = ()
    classified_by: tuple[str, ...] = ()
    """Names without titles."""
    classifier_title: str | None = None
    reasons: tuple[str, ...] = ()
    """Letters of section 1.4 (1.5 before 2003) in the order of the source: `("b", "d")`."""
    reason_section: str | None = None
    """`1.4` or `1.5`."""
    handling: tuple[str, ...] = ()
    """Handling lines that cover the whole text, `Sensitive but unclassified, entire text.`"""
    summary: str | None = None
    """Lines as printed, without the words that open and close it; the paragraphs hold the
    reflowed text."""
    comment: str | None = None
    """The same for the comment; the last one, where there are several."""
    paragraphs: tuple[Paragraph, ...] = ()
    signed_by: tuple[str, ...] = ()
    footer: str | None = None
    """What stands between the last paragraph and the signature, or after it."""
    footnotes: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    """Addresses of press articles that the carrier lists. Never opened."""
    repairs: tuple[Repair, ...] = ()
    origins: tuple[Origin, ...] = ()

    def origin_of(self, name: str) -> Origin | None:
        """Say where the field `name` came from; None when it is empty."""
        return next((origin for origin in self.origins if origin.field == name), None)


class ProblemKind(StrEnum):
    """What was doubtful about reading a cable."""

    NO_REFERENCE_ID = "no reference id"
    MALFORMED_REFERENCE_ID = "malformed reference id"
    PARTIAL_HEADER = "partial header"
    NO_HEADER = "no header"
    LINES_ABOVE = "lines above the header"
    NO_SUBJECT = "no subject"
    NO_BODY = "no body"
    DATE_DISAGREES = "date disagrees"
    BAD_DATE = "bad date"
    NUMBERING = "paragraph numbering"
    TEXT_LOST = "text lost"
    ENCODING = "encoding"
    MALFORMED_RECORD = "malformed record"
    SECOND_CABLE = "second cable"
    SECTIONS_MISSING = "sections missing"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in a source that breaks the rules."""

    kind: ProblemKind
    message: str
    """One sentence for the reader of the cable."""
    span: Span | None = None
    """In the raw text."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A cable and everything that was doubtful about reading it."""

    cable: Cable
    problems: tuple[Problem, ...] = ()
    """In order of position."""
    position: str | None = None
    """Where in the source it stands, `row 17` or `member pages/a.html`; None for the only one."""
