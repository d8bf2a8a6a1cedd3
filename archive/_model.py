"""The values that cross the archive's door. Frozen; no SQL, no engine objects."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from parser import ProblemKind, Span


@dataclass(frozen=True, slots=True)
class CableRow:
    """What one line of the index shows. Texts are cleaned by whoever shows them."""

    key: int
    """The cable's number in this archive; stable for the archive's life."""
    reference_id: str
    """As printed; for a cable without one, a made id `@` and eight hexadecimal digits."""
    mrn: str | None
    created: datetime | None
    classification: str | None
    """`CONFIDENTIAL//NOFORN`."""
    origin: str | None
    subject: str | None
    paragraphs: int
    """How many it has."""
    cited: int = 0
    """By how many listed cables."""
    hits: int = 0
    """How many of its paragraphs match the query that listed it."""
    best: int | None = None
    """Position (from 0) of its best paragraph for that query."""
    is_partial: bool = False
    """No paragraph holds all that was typed; such cables follow all others by rank."""


class Listing(Protocol):
    """An ordered list of cables of any length, read a window at a time. Never all in memory."""

    def __len__(self) -> int: ...

    def rows(self, start: int, stop: int) -> Sequence[CableRow]:
        """Return the rows of `[start, stop)`; fewer at the end."""
        ...

    def index(self, key: int) -> int | None:
        """Return the place of a cable in this list; None when it is not listed."""
        ...

    def held(self, keys: Collection[int]) -> Collection[int]:
        """Return those of some cables, by key, that are in this list."""
        ...


class Order(StrEnum):
    """How cables or paragraphs are sorted."""

    RANK = "rank"
    DATE = "date"
    POST = "post"
    CITED = "cited"
    """By how many held cables cite it."""
    REFERENCE_ID = "reference id"
    CLASSIFICATION = "classification"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that matches a query."""

    row: CableRow
    """Its cable."""
    position: int
    """Place of the paragraph in `cable.paragraphs`, from 0."""
    paragraph: int | None
    """Its printed number."""
    score: float
    """0 to 100; 100 is everything that was typed, exactly."""
    text: str
    """`parser.clean(paragraph.text)`: spans are in this."""
    spans: tuple[Span, ...]
    """What matched, in order, never overlapping. Computed by the matcher that ranked."""
    is_partial: bool = False
    """Not all that was typed was found in it; such hits follow all that are whole."""
    subject_spans: tuple[Span, ...] = ()
    """What matched in `parser.clean_line(subject)`, which is searched with the first paragraph."""

    @property
    def is_of_subject(self) -> bool:
        """Whether the subject alone holds what matched, not the paragraph."""
        return bool(self.subject_spans) and not self.spans


ParagraphSpans: TypeAlias = "tuple[tuple[int, tuple[Span, ...]], ...]"
"""Positions of paragraphs (from 0), each with spans in `parser.clean(paragraph.text)`, in order."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Where a query matches in one cable."""

    paragraphs: ParagraphSpans = ()
    subject: tuple[Span, ...] = ()
    """Spans in `parser.clean_line(cable.subject)`."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number that is exact up to a bound."""

    value: int
    is_exact: bool = True
    """False: more than `value`."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a field among the cables found, and how many have it."""

    field: str
    """`class`, `from`, `tag`, `year`."""
    value: str
    count: int
    query: str
    """The words of the query language that narrow to it, `tag:PGOV`."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found."""

    query: str
    understood: str
    """The query in words, as it was understood."""
    hits: tuple[Hit, ...]
    """Best first, at most the limit asked for."""
    paragraphs: Count
    cables: Count
    unknown: tuple[str, ...] = ()
    """Words of the query that the archive does not hold, even with typos; each once."""
    suggestion: str | None = None
    """The query with its misspelt words mended (did you mean); None when there is no better one."""
    is_of_cables: bool = False
    """Only fields were asked for: each hit stands for its cable, and `paragraphs` counts cables."""
    has_places: bool = False
    """And some of them are for what stands in the text, where `Archive.matches` finds it."""
    unclear: tuple[str, ...] = ()
    """Fields of the query whose value is not understood, `date:2009-13`; they are passed over."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that a topic lookup can offer."""

    kind: str
    """`tag`, `post`, `country`, `person`, `subject`."""
    label: str
    """`SNAR`, `Embassy Mexico`."""
    meaning: str
    """`Narcotics`; empty when the label says it."""
    count: int
    """Cables that have it."""
    query: str
    """The query it stands for, `tag:SNAR`."""
    spans: tuple[Span, ...] = ()
    """What matched, in `f"{label} {meaning}"`."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference between two cables, seen from either end."""

    mrn: str | None
    """The cable at the other end; None for a reference to something that is no cable."""
    row: CableRow | None
    """That cable where it is held."""
    label: str | None
    text: str
    position: int | None
    """Paragraph (from 0) of the citing cable in which the citation stands; None: its REF line."""
    paragraph: int | None = None
    """The printed number of that paragraph."""


@dataclass(frozen=True, slots=True)
class Citations:
    """References of one cable, both ways."""

    out: tuple[Citation, ...]
    """What it cites, in the order of its REF line."""
    into: tuple[Citation, ...]
    """Who cites it, oldest first."""


class Outcome(StrEnum):
    """What became of one cable at import."""

    NEW = "new"
    HELD = "held"
    EDITION = "edition"
    """Another edition of a cable already held."""


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A source that could not be read, or not to its end."""

    source: str
    reason: str
    """One sentence: what and which, and what to do."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of an import. The last one of a run has `is_done`."""

    source: str
    """The file being read."""
    bytes_done: int
    bytes_total: int | None
    """None when it cannot be known."""
    cables: int
    """Read so far, all sources."""
    new: int
    held: int
    editions: int
    problems: Mapping[ProblemKind, int]
    failures: tuple[SourceFailure, ...]
    seconds: float
    is_done: bool = False
    others: int = 0
    """Files in folders that hold no cable."""
    others_named: tuple[str, ...] = ()
    """The first few of them, as paths within their folder."""


class FaultKind(StrEnum):
    """What part of an archive a fault is in."""

    DATABASE = "database"
    CABLE = "cable"
    INDEX = "search index"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in an archive that is not as it should be. `str()` is one sentence."""

    kind: FaultKind
    message: str
    """What and which, and what to do."""

    def __str__(self) -> str:
        return self.message


Counts: TypeAlias = "tuple[tuple[str, int], ...]"
"""Values with how often each occurs."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What an archive holds. Cables are those listed; of several editions, the newest."""

    cables: int
    editions: int
    """Of these cables, beyond the first of each."""
    paragraphs: int
    first: datetime | None
    """Date of the oldest cable."""
    last: datetime | None
    undated: int
    years: Counts
    """In the order of time."""
    posts: Counts
    """This and all below: most frequent first. What a cable does not tell is left out."""
    classifications: Counts
    tags: Counts
    headers: Counts
    """How the transmission header begins: `VZCZC`, `partial extract`, ..."""
    problems: Counts
    """Cables with each kind of problem."""
    references: int
    """Pairs of a citing and a cited cable."""
    references_held: int
    """Pairs of which the cited cable is held as well."""
    missing: int
    """Cables that are cited and not held."""
    most_missing: Counts
    """The MRNs of those cited by the most cables."""
    sources: int
    """Files that were imported."""


@dataclass(frozen=True, slots=True)
class Indexing:
    """A moment of making the search index again. The last one has `cables == total`."""

    cables: int
    """Done so far."""
    total: int
    seconds: float
    left_out: int = 0
    """Of those done: damaged ones, which no search finds; `Archive.check` names them."""
