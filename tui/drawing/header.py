"""The header of a cable: three lines, or everything that is known of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parser import clean, clean_line
from tui.drawing.facts import letter, letter_role, subject_of
from tui.drawing.line import (
    Line,
    Piece,
    Role,
    Target,
    TargetKind,
    crop,
    highlight,
    inside,
    joined,
    part,
    plain,
    spread,
    width,
)
from tui.drawing.rounds import Round
from tui.drawing.wrap import wrap, wrapped
from tui.wording import sent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from archive import Citations
    from parser import Addressee, Cable, Span
    from tui.drawing.glyphs import Glyphs

_LABEL = 9
"""Columns of the label of a field."""
_LONGEST = 16_384
"""Characters of a header, or of a value beside it, that are shown as they were sent."""
_MOST = 200
"""Values beside it that are shown."""


class Size(Round):
    """How much of the header is shown."""

    SHORT = "three lines"
    FULL = "everything"
    AS_SENT = "as sent"


def declassification(cable: Cable, today: date) -> str:
    """Say when a cable was to be declassified, and whether that day has passed."""
    if cable.declassify_on is None:
        return clean_line(cable.declassify_text) if cable.declassify_text else ""
    if cable.declassify_on > today:
        return f"{cable.declassify_on} (not yet)"
    years = today.year - cable.declassify_on.year
    years -= (today.month, today.day) < (cable.declassify_on.month, cable.declassify_on.day)
    ago = f" {years} years ago" if years > 1 else ""
    return f"{cable.declassify_on} (passed{ago})"


def _value(kind: TargetKind, text: str, role: Role = Role.TEXT, value: str | None = None) -> Piece:
    return Piece(clean_line(text), role, Target(kind, value or text))


def identity(cable: Cable, cells: int) -> Line:
    """Draw id, time, classification and origin: what tells one cable from another.

    The classification is shortened (`sbu`) where the origin would not fit; where it would be cut
    off itself, the time of the day gives way.
    """
    line = _identity(cable, is_short=False)
    if width(line) <= cells:
        return line
    line = _identity(cable, is_short=True)
    if width(line) <= cells or width(_essence(cable)) < cells:
        return line
    return _identity(cable, is_short=True, has_time=False)


def _essence(cable: Cable, *, has_time: bool = True) -> Line:
    """Draw what may not be cut off: all but the origin, which is in the list, too."""
    return _identity(replace(cable, origin=None), is_short=True, has_time=has_time)


def _identity(cable: Cable, *, is_short: bool, has_time: bool = True) -> Line:
    parts: list[Line] = [(Piece(clean_line(cable.reference_id or "no reference id"), Role.STRONG),)]
    if cable.created is not None:
        day = cable.created.date().isoformat()
        shown = sent(cable) if has_time else day
        parts.append((Piece(shown, Role.TEXT, Target(TargetKind.DATE, day)),))
    if cable.classification is not None:
        name = str(cable.classification)
        text = letter(name) if is_short else name
        parts.append((_value(TargetKind.CLASSIFICATION, text, letter_role(name), name),))
    if cable.origin is not None:
        parts.append((_value(TargetKind.POST, cable.origin),))
    return joined(parts, Piece("  "))


def missing(citations: Citations | None) -> int:
    """Count the cables that are cited and not held."""
    cited = citations.out if citations else ()
    return len({citation.mrn for citation in cited if citation.mrn and citation.row is None})


def counts(
    cable: Cable,
    citations: Citations | None,
    glyphs: Glyphs,
    *,
    editions: int = 1,
    is_short: bool,
) -> Line:
    """Draw how many editions of a cable there are, and how it is bound to others.

    These are how many it cites, how many cite it, and how many are not held; without an archive
    (`citations` is None) only the first is known.
    """
    parts = [_bonds(cable, citations, glyphs, is_short=is_short)]
    if editions > 1:
        parts.insert(0, (Piece(f"{editions} editions", Role.LINK),))
    return joined(filter(None, parts), Piece("  "))


def _bonds(cable: Cable, citations: Citations | None, glyphs: Glyphs, *, is_short: bool) -> Line:
    out = sum(1 for reference in cable.references if reference.mrn)
    into = len({citation.mrn for citation in citations.into}) if citations else 0
    if not out and not into:
        return ()
    line: Line = (Piece(f"refs {out}{glyphs.arrow_out}", Role.LINK if out else Role.DIM),)
    if citations is None:
        return line
    line += (Piece(f" {into}{glyphs.arrow_in}", Role.LINK if into else Role.DIM),)
    gone = missing(citations)
    return line if is_short or not gone else (*line, Piece(f" {gone} not held", Role.MISSING))


def short_lines(  # noqa: PLR0913 - what a header is made of
    cable: Cable,
    cells: int,
    today: date,
    glyphs: Glyphs,
    citations: Citations | None = None,
    *,
    marks: Sequence[Span] = (),
    editions: int = 1,
) -> list[Line]:
    """Draw the header in at most three lines; `marks` are what matches in its subject."""
    lines = [_first_line(cable, cells, glyphs, citations, editions)]
    first, *rest = _subject(cable, cells, marks)
    lines.append(first)
    if rest:
        last = joined(rest, Piece(" ", Role.STRONG))
        return [*lines, crop(last, cells, glyphs.cut)]
    parts: list[Line] = []
    if cable.tags:
        parts.append(_run("TAGS ", TargetKind.TAG, cable.tags))
    if when := declassification(cable, today):
        parts.append((Piece("decl ", Role.LABEL), Piece(when, Role.DIM)))
    if cable.envelope.to:
        addressee, *others = cable.envelope.to
        more = f" +{len(others)}" if others else ""
        parts.append((Piece("to ", Role.LABEL), _addressee(addressee), Piece(more, Role.DIM)))
    if parts:
        line = joined(parts, Piece(f" {glyphs.separator} ", Role.DIM))
        lines.append(crop(line, cells, glyphs.cut))
    return lines


def full_lines(  # noqa: PLR0913 - as above
    cable: Cable,
    cells: int,
    today: date,
    glyphs: Glyphs,
    citations: Citations | None = None,
    *,
    marks: Sequence[Span] = (),
    editions: int = 1,
) -> list[Line]:
    """Draw everything that is known of a cable apart from its text; `marks` as above."""
    lines = [_first_line(cable, cells, glyphs, citations, editions)]
    lines += _subject(cable, cells, marks)
    for label, values in _fields(cable, today, citations):
        lines += _field(label, values, cells)
    return lines


def as_sent_lines(cable: Cable, cells: int) -> list[Line]:
    """Draw what stands above the text, as it was sent; and what the source says beside it."""
    end = cable.paragraphs[0].span.start if cable.paragraphs else len(cable.raw)
    lines = clean(cable.raw[: min(end, _LONGEST)]).rstrip().split("\n")
    values = cable.metadata.attributes[:_MOST]
    beside = [clean_line(f"{name}: {value}"[:_LONGEST]) for name, value in values]
    if lines == [""]:
        lines = beside or ["The source has no header."]
    elif beside:
        lines += ["", *beside]
    return [(Piece(part),) for line in lines for part in (wrapped(line, cells) or [""])]


def _first_line(
    cable: Cable, cells: int, glyphs: Glyphs, citations: Citations | None, editions: int
) -> Line:
    right = counts(cable, citations, glyphs, editions=editions, is_short=False)
    if width(_identity(cable, is_short=False)) + width(right) >= cells:
        right = counts(cable, citations, glyphs, editions=editions, is_short=True)
    if width(_essence(cable, has_time=False)) > cells - width(right) - 2:
        right = ()  # what the cable is matters more
    return spread(identity(cable, cells - width(right) - bool(right)), right, cells, glyphs.cut)


def _subject(cable: Cable, cells: int, marks: Sequence[Span]) -> list[Line]:
    subject = subject_of(cable.subject)
    return [
        highlight(subject[start:end], inside(marks, start, end), Role.STRONG)
        for start, end in wrap(subject, cells)
    ]


def _run(label: str, kind: TargetKind, values: Iterable[str]) -> Line:
    return (
        Piece(label, Role.LABEL),
        *joined(((_value(kind, value),) for value in values), Piece(" ")),
    )


def _addressee(addressee: Addressee) -> Piece:
    target = Target(TargetKind.STATION, addressee.name, addressee.routing)
    return Piece(clean_line(addressee.name), Role.TEXT, target)


def _sender(cable: Cable) -> Piece:
    """Draw the station of the FM or DE line; it stands for its post, under whatever name."""
    name, routing = cable.envelope.sender, cable.envelope.station
    shown = name or routing or ""
    kind = TargetKind.SENDER if cable.origin is None else TargetKind.POST
    return Piece(clean_line(shown), Role.TEXT, Target(kind, cable.origin or shown, routing))


def _addressees(addressees: Iterable[Addressee]) -> Iterator[Line]:
    precedence = None
    for addressee in addressees:
        pieces: list[Piece] = []
        if addressee.precedence is not None and addressee.precedence != precedence:
            precedence = addressee.precedence
            pieces += [_value(TargetKind.PRECEDENCE, precedence.value, Role.LABEL), Piece(" ")]
        pieces.append(_addressee(addressee))
        if addressee.number:
            pieces.append(Piece(f" {clean_line(addressee.number)}", Role.DIM))
        if addressee.excluded:
            pieces.append(
                Piece(f" except {', '.join(map(clean_line, addressee.excluded))}", Role.DIM)
            )
        yield tuple(pieces)


def _each(kind: TargetKind, values: Iterable[str], role: Role = Role.TEXT) -> Iterator[Line]:
    return ((_value(kind, value, role),) for value in values)


def _fields(
    cable: Cable, today: date, citations: Citations | None
) -> Iterator[tuple[str, list[Line]]]:
    """Yield the label of each field that is there, and its values.

    The long lists come last: on a low screen they are what is cut.
    """
    envelope = cable.envelope
    if envelope.sender or envelope.station:
        yield "From", [(_sender(cable),)]
    yield "To", list(_addressees(envelope.to))
    yield "TAGS", list(_each(TargetKind.TAG, cable.tags))
    yield "Declass.", _order(cable, today)
    yield "By", _classifier(cable)
    yield "Refs", list(_references(cable, citations))
    yield "Cited by", list(_each(TargetKind.CITING, _citing(citations), Role.LINK))
    yield "Captions", list(_each(TargetKind.CAPTION, cable.captions))
    yield "Info", list(_addressees(envelope.info))
    yield "Pass", [(Piece(clean_line(line).rstrip(" ;,")),) for line in cable.passing]
    yield "Articles", list(_each(TargetKind.ARTICLE, cable.articles))
    if cable.released is not None:
        yield "Released", [(Piece(f"{cable.released:%Y-%m-%d %H:%MZ}", Role.DIM),)]


def _citing(citations: Citations | None) -> list[str]:
    """Return the cables that cite this one, each once."""
    into = citations.into if citations else ()
    return list(dict.fromkeys(citation.mrn for citation in into if citation.mrn))


def _order(cable: Cable, today: date) -> list[Line]:
    parts: list[Line] = []
    if cable.executive_order:
        number = clean_line(cable.executive_order)
        parts.append((_value(TargetKind.ORDER, f"E.O. {number}", value=cable.executive_order),))
    if when := declassification(cable, today):
        parts.append((Piece(when),))
    return parts


def _classifier(cable: Cable) -> list[Line]:
    parts: list[Line] = []
    for name in cable.classified_by:
        title = f", {clean_line(cable.classifier_title)}" if cable.classifier_title else ""
        parts.append((_value(TargetKind.PERSON, name), Piece(title, Role.DIM)))
    section = cable.reason_section or "1.4"
    parts += [
        (_value(TargetKind.REASON, f"{section} ({letter})", value=f"{section} {letter}"),)
        for letter in cable.reasons
    ]
    return parts


def _references(cable: Cable, citations: Citations | None) -> Iterator[Line]:
    cited = citations.out if citations else ()
    absent = {citation.mrn for citation in cited if citation.row is None}
    for reference in cable.references:
        label = (Piece(f"{clean_line(reference.label)}. ", Role.LABEL),) if reference.label else ()
        if reference.mrn is None:
            yield (*label, Piece(clean_line(reference.text), Role.DIM))
            continue
        held = (Piece(" not held", Role.MISSING),) if reference.mrn in absent else ()
        yield (*label, _value(TargetKind.CABLE, reference.mrn, Role.LINK), *held)


def _field(label: str, values: list[Line], cells: int) -> Iterator[Line]:
    """Lay out values after one another, broken between values, the label once.

    A value that is longer than a line, an address of an article for example, is broken itself.
    """
    room = max(cells - _LABEL, 1)
    current: Line = ()
    margin = label
    for piece in _pieces(values, room):
        if current and width(current) + 1 + width(piece) > room:
            yield (Piece(margin.ljust(_LABEL), Role.LABEL), *current)
            current, margin = (), ""
        current = (*current, Piece(" "), *piece) if current else piece
    if current:
        yield (Piece(margin.ljust(_LABEL), Role.LABEL), *current)


def _pieces(values: list[Line], room: int) -> Iterator[Line]:
    """Yield values with their commas, those too long for a line in parts."""
    for position, value in enumerate(values):
        last = position == len(values) - 1
        whole: Line = value if last else (*value, Piece(",", Role.DIM))
        for start, end in wrap(plain(whole), room):
            yield part(whole, start, end)
