"""What is doubtful about the reading of a telegram, as problems beside the cable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from parser._model import Problem, ProblemKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from parser._model import Cable
    from parser._reading import Reading

_EDITIONS: Final = frozenset(("frus-tei",))
"""Carriers that print neither reference numbers nor transmission headers."""
_MOST_LISTED: Final = 20
"""Sections whose numbers fit into a sentence; more is no telegram but a misread line."""


def doubts(reading: Reading, cable: Cable) -> tuple[Problem, ...]:
    """List the problems of a reading, in order of position."""
    problems = [*_identity_doubts(reading, cable), *_part_doubts(reading, cable)]
    return tuple(sorted(problems, key=lambda problem: problem.span or Span(0, 0)))


def _identity_doubts(reading: Reading, cable: Cable) -> Iterator[Problem]:
    known, header = reading.known, reading.header
    if cable.mrn is None and known.carrier not in _EDITIONS:
        if known.reference_id:
            message = f"{known.reference_id} is no message reference number."
            yield Problem(ProblemKind.MALFORMED_REFERENCE_ID, message)
        else:
            message = "The telegram does not say which cable it is."
            yield Problem(ProblemKind.NO_REFERENCE_ID, message)
    elif cable.mrn and reading.identity.is_inferred and known.reference_id:
        message = f"{known.reference_id} is malformed; the telegram says {cable.mrn}."
        yield Problem(ProblemKind.MALFORMED_REFERENCE_ID, message)
    group = header.envelope.date_time_group
    if group and known.created and not _agree(group, known.created):
        minutes = f"{group:%Y-%m-%d %H:%M}", f"{known.created:%Y-%m-%d %H:%M}"
        message = f"The date-time group says {minutes[0]}, the source {minutes[1]}."
        yield Problem(ProblemKind.DATE_DISAGREES, message, _raw(reading, "date_time_group"))


def _agree(group: datetime, created: datetime) -> bool:
    """Compare two times; some sources know the day only."""
    if created.hour == created.minute == 0:
        return group.date() == created.date()
    return group == created


def _part_doubts(reading: Reading, cable: Cable) -> Iterator[Problem]:
    front, header = reading.front, reading.header
    for problem in header.problems:
        span = front.span(*problem.span) if problem.span else None
        yield Problem(problem.kind, problem.message, span)
    if header.partial:
        message = "The source holds only an extract of the header."
        yield Problem(ProblemKind.PARTIAL_HEADER, message, front.span(*header.partial))
    elif header.above:
        message = "The lines above the transmission header are no part of the telegram."
        yield Problem(ProblemKind.LINES_ABOVE, message, front.span(*header.above))
    elif not header.end and reading.known.carrier not in _EDITIONS:
        yield Problem(ProblemKind.NO_HEADER, "The source holds no transmission header.")
    if not cable.subject:
        yield Problem(ProblemKind.NO_SUBJECT, "The telegram has no subject.")
    if not cable.paragraphs:
        yield Problem(ProblemKind.NO_BODY, "The telegram has no text.")
    if reading.preamble.section and (lacking := _lacking(reading)):
        yield Problem(ProblemKind.SECTIONS_MISSING, lacking, reading.span(reading.preamble.section))
    for span in reading.body.doubts:
        number = front.raw[span.start : span.end]
        message = f"Paragraph number {number} does not follow the one before."
        yield Problem(ProblemKind.NUMBERING, message, span)
    for span in reading.body.losses:
        message = "The end of this paragraph seems to be lost."
        yield Problem(ProblemKind.TEXT_LOST, message, span)


def _lacking(reading: Reading) -> str | None:
    """Say which sections of the telegram its text does not show."""
    of = reading.preamble.section.value.of if reading.preamble.section else 0
    missing = [number for number in range(1, of + 1) if number not in reading.sections]
    if not missing or len(missing) > _MOST_LISTED:
        return None
    which = ", ".join(map(str, missing))
    plural = "sections" if len(missing) > 1 else "section"
    return f"The telegram was sent in {of} sections; nothing marks {plural} {which}."


def _raw(reading: Reading, name: str) -> Span | None:
    span = reading.header.spans.get(name)
    return reading.front.span(*span) if span else None
