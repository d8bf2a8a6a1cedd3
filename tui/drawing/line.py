"""A line of the screen as a value: pieces of text, each with a role and perhaps a target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(StrEnum):
    """What a piece of text is; a theme says how it looks."""

    TEXT = "text"
    DIM = "dim"
    STRONG = "strong"
    HEADING = "heading"
    LABEL = "label"
    MATCH = "match"
    LINK = "link"
    MISSING = "missing"
    REPAIR = "repair"
    PROTECT = "protect"
    REDACTION = "redaction"
    STAR = "star"
    SECRET = "secret"  # noqa: S105 - a level, not a password
    KEY = "key"
    BAR = "bar"
    ERROR = "error"
    RULE = "rule"
    CURSOR = "cursor"
    CURSOR_IDLE = "idle cursor"


class TargetKind(StrEnum):
    """What stands under the cursor, and so what Enter and the explanation do with it."""

    CABLE = "cable"
    CITING = "citing"
    """A cable that cites this one."""
    TAG = "tag"
    POST = "post"
    SENDER = "sender"
    """A station that sent a cable, where its post is not known."""
    STATION = "station"
    """A station that was addressed."""
    PRECEDENCE = "precedence"
    CLASSIFICATION = "classification"
    PERSON = "person"
    REASON = "reason"
    CAPTION = "caption"
    DATE = "date"
    ORDER = "order"
    ARTICLE = "article"
    REMARK = "remark"
    """A sentence about a place of the text: what was repaired there, what is missing."""


@dataclass(frozen=True, slots=True)
class Target:
    """A value in a line that can be explained, followed, filtered by or copied."""

    kind: TargetKind
    value: str
    code: str | None = None
    """Routing indicator of a station."""


class Piece(NamedTuple):
    """A run of text with one role."""

    text: str
    role: Role = Role.TEXT
    target: Target | None = None


Line = tuple[Piece, ...]
EMPTY: Line = ()


def plain(line: Line) -> str:
    """Return the text of a line without its roles."""
    return "".join(piece.text for piece in line)


def width(line: Line) -> int:
    """Return how many cells a line fills."""
    return sum(cell_len(piece.text) for piece in line)


def crop(line: Line, cells: int, ellipsis: str = "") -> Line:
    """Cut a line to at most `cells` cells; where something was cut it ends in `ellipsis`."""
    if width(line) <= cells:
        return line
    room = max(cells - cell_len(ellipsis), 0)
    pieces: list[Piece] = []
    for piece in line:
        size = cell_len(piece.text)
        if size > room:
            pieces.append(piece._replace(text=set_cell_size(piece.text, room) + ellipsis))
            break
        pieces.append(piece)
        room -= size
    return crop(tuple(pieces), cells) if ellipsis and cells < cell_len(ellipsis) else tuple(pieces)


def cut(text: str, cells: int, ellipsis: str = "") -> str:
    """Cut a text to at most `cells` cells."""
    if cells <= 0:
        return ""
    if cell_len(text) <= cells:
        return text
    room = cells - cell_len(ellipsis)
    return set_cell_size(text, room) + ellipsis if room > 0 else set_cell_size(text, cells)


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """Cut or fill a text to exactly `cells` cells, at the left unless `right`."""
    text = cut(text, cells)
    fill = " " * (cells - cell_len(text))
    return fill + text if right else text + fill


def padded(text: str, cells: int, role: Role = Role.TEXT) -> Line:
    """Fill a text to at least `cells` cells, with spaces that are not underlined where it is."""
    return Piece(text, role), Piece(" " * max(cells - cell_len(text), 0))


def spread(left: Line, right: Line, cells: int, ellipsis: str = "") -> Line:
    """Put one line at the left edge and one at the right; the right one wins where both collide.

    A column stays empty between two.
    """
    right = crop(right, cells, ellipsis)
    room = cells - width(right)
    left = crop(left, max(room - (width(right) > 0), 0), ellipsis)
    return (*left, Piece(" " * (room - width(left))), *right)


def joined(parts: Iterable[Line], separator: Piece) -> Line:
    """Join lines into one."""
    pieces: list[Piece] = []
    for part in parts:
        if not part:
            continue
        if pieces:
            pieces.append(separator)
        pieces.extend(part)
    return tuple(pieces)


def part(line: Line, start: int, end: int) -> Line:
    """Return what stands between two offsets in the text of a line."""
    pieces: list[Piece] = []
    at = 0
    for piece in line:
        text = piece.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            pieces.append(piece._replace(text=text))
        at += len(piece.text)
    return tuple(pieces)


def targets(line: Line) -> tuple[tuple[int, Piece], ...]:
    """Return the pieces of a line that have a target, each with the cell it begins at."""
    found: list[tuple[int, Piece]] = []
    cell = 0
    for piece in line:
        if piece.target is not None:
            found.append((cell, piece))
        cell += cell_len(piece.text)
    return tuple(found)


def inside(spans: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return what of some spans lies in a range of their text, as offsets in that range."""
    return [
        (max(first, start) - start, min(last, end) - start)
        for first, last in spans
        if first < end and last > start
    ]


def highlight(text: str, spans: Iterable[tuple[int, int]], role: Role = Role.TEXT) -> Line:
    """Split a text at spans (in order, not overlapping) and mark what lies in them as matched."""
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        first, last = max(start, at), min(end, len(text))
        if first >= last:
            continue
        if first > at:
            pieces.append(Piece(text[at:first], role))
        pieces.append(Piece(text[first:last], Role.MATCH))
        at = last
    if at < len(text):
        pieces.append(Piece(text[at:], role))
    return tuple(pieces)
