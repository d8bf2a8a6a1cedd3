"""For each field of a cable: where it stood, and whether it was read, inferred or repaired."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from parser._model import How, Origin, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parser._preamble import Found
    from parser._reading import Reading, Settled

_SINGLE: Final = (
    "executive_order",
    "declassify_on",
    "declassify_text",
    "subject",
    "subject_marking",
    "classifier_title",
    "reason_section",
)
_SEVERAL: Final = ("captions", "passing", "tags", "references", "classified_by", "reasons")


def trace(reading: Reading, settled: Settled) -> Iterator[Origin]:
    """Give an origin for each field of a cable that is not empty."""
    yield from _trace_identity(reading, settled)
    yield from _trace_envelope(reading)
    preamble, known = reading.preamble, reading.known
    for name in _SINGLE:
        if (found := getattr(preamble, name)) is not None:
            yield _from_preamble(reading, name, (found,))
        elif name == "subject" and known.title:
            yield Origin(name, How.INFERRED)  # from the title of the carrier's page
    listed = {"tags": known.tags, "references": settled.references}
    for name in _SEVERAL:
        if some := getattr(preamble, name):
            yield _from_preamble(reading, name, some)
        elif listed.get(name):
            yield Origin(name, How.READ)
    if preamble.section:
        yield _from_preamble(reading, "sections", (preamble.section,))
    yield from _trace_body(reading)


def _trace_identity(reading: Reading, settled: Settled) -> Iterator[Origin]:
    identity, known, preamble = reading.identity, reading.known, reading.preamble
    if identity.reference_id:
        is_given = known.reference_id is not None
        yield Origin("reference_id", How.READ if is_given else How.INFERRED)
    if identity.mrn:
        yield Origin("mrn", How.INFERRED if identity.is_inferred else How.READ)
    if identity.created:
        span = reading.header.spans.get("date_time_group")
        yield Origin("created", How.READ, reading.front.span(*span) if span else None)
    if known.released:
        yield Origin("released", How.READ)
    if known.classification:
        yield Origin("classification", How.READ)
    elif preamble.classification:
        origin = _from_preamble(reading, "classification", (preamble.classification,))
        is_read = settled.classification == preamble.classification.value
        yield origin if is_read else replace(origin, how=How.INFERRED)
    if settled.origin:
        yield Origin("origin", How.READ if known.origin else How.INFERRED)
    if known.articles:
        yield Origin("articles", How.READ)


def _trace_envelope(reading: Reading) -> Iterator[Origin]:
    front = reading.front
    for name, place in reading.header.spans.items():
        how = How.REPAIRED if front.touched(*place) else How.READ
        yield Origin(f"envelope.{name}", how, front.span(*place))


def _trace_body(reading: Reading) -> Iterator[Origin]:
    """Give the origins of the text; handling lines may stand before it, in it, or in both."""
    handling = reading.preamble.handling
    before = _from_preamble(reading, "handling", handling) if handling else None
    for origin in reading.body.origins:
        if origin.field == "handling" and before and before.span and origin.span:
            before = replace(before, span=Span(before.span.start, origin.span.end))
        else:
            yield origin
    if before:
        yield before


def _from_preamble(reading: Reading, name: str, found: Sequence[Found[Any]]) -> Origin:
    _, start, end, is_repaired = found[0]
    if len(found) > 1:
        start = min(one.start for one in found)
        end = max(one.end for one in found)
        is_repaired = any(one.is_repaired for one in found)
    start += reading.header.end
    end += reading.header.end
    working = reading.front
    is_repaired = is_repaired or working.touched(start, end)
    how = How.REPAIRED if is_repaired else How.READ
    return Origin(name, how, working.span(start, end))
