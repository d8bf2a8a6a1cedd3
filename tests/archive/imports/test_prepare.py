"""What the tables hold of a cable: `_imports/prepare.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from archive._imports import prepare
from archive._store.frames import Opened, Packer, Unpacker
from parser import Addressee, Classification, Envelope, Level, Parsed, Problem, ProblemKind, Span
from tests.archive import making

if TYPE_CHECKING:
    from archive._store.records import CableRecord


def _record(**fields: object) -> CableRecord:
    return prepare.record(Parsed(making.cable(7, **fields)), Packer())


def test_a_record_holds_what_is_listed_counted_and_sorted_by() -> None:
    record = _record(
        reference_id="09 TIRANA 0007",
        created=datetime(1966, 1, 1, 0, 0, 1, tzinfo=UTC),
        released=datetime(1970, 1, 1, 0, 1, tzinfo=UTC),
        classification=Classification(Level.SECRET, "NOFORN"),
    )
    assert (record.identity, record.reference_id) == ("09TIRANA7", "09 TIRANA 0007")
    assert (record.mrn, record.year, record.station, record.serial) == (
        "09TIRANA7",
        2009,
        "TIRANA",
        7,
    )
    assert (record.created, record.released) == (-126_230_399, 60)
    assert (record.classification, record.origin) == ("SECRET//NOFORN", "Embassy Tirana")
    assert (record.subject, record.tags) == ("LIGHTHOUSE FESTIVAL, NOTE 7", "PREL\nAL")
    assert (record.header, record.paragraphs) == ("none", 1)
    assert (record.citations, record.problems) == ((), ())


def test_of_what_it_lacks_it_holds_nothing() -> None:
    record = _record(mrn=None, created=None, classification=None, origin=None, subject=None)
    assert (record.mrn, record.year, record.station, record.serial) == (None, None, None, None)
    assert (record.created, record.released, record.classification) == (None, None, None)
    assert (record.level, record.origin, record.subject) == (0, None, None)


@pytest.mark.parametrize(
    ("reference_id", "mrn", "made"),
    [
        pytest.param("09TIRANA007", "09TIRANA7", "09TIRANA007", id="as printed"),
        pytest.param(None, "09TIRANA7", "09TIRANA7", id="else its number"),
        pytest.param("A \ud800", None, "A \N{REPLACEMENT CHARACTER}", id="without half a letter"),
    ],
)
def test_id(reference_id: str | None, mrn: str | None, made: str) -> None:
    assert _record(reference_id=reference_id, mrn=mrn).reference_id == made


def test_half_a_letter_is_replaced_in_all_that_is_stored_as_text() -> None:
    record = _record(mrn="X\ud800", origin="Y\ud800", subject="Z\ud800", tags=("T\ud800",))
    texts = (record.mrn, record.origin, record.subject, record.tags)
    assert texts == tuple(f"{letter}\N{REPLACEMENT CHARACTER}" for letter in "XYZT")


def test_kinds_of_problems_and_the_whole_cable() -> None:
    problem = Problem(ProblemKind.NO_SUBJECT, "No subject.", Span(0, 3))
    parsed = Parsed(making.cable(7), (problem, problem))
    record = prepare.record(parsed, Packer())
    assert record.problems == ("no subject", "no subject")
    opened: Opened = Unpacker(lambda _: b"").unpack(record.frame)
    assert opened.parsed() == parsed


def test_levels_are_ranked_and_a_control_comes_above_none() -> None:
    rising = [None] + [
        Classification(level, control) for level in Level for control in (None, "NOFORN")
    ]
    levels = [_record(classification=one).level for one in rising]
    assert levels[0] == 0
    assert all(lower < higher for lower, higher in pairwise(levels))


@pytest.mark.parametrize(
    ("envelope", "kind"),
    [
        pytest.param(Envelope(), "none", id="none"),
        pytest.param(Envelope(is_partial=True, transmission_id="VZ1"), "partial extract", id="cut"),
        pytest.param(
            Envelope(transmission_id="VZCZCXRO1", date_time_group="140605Z APR 09"),
            "VZCZC",
            id="its whole transmission",
        ),
        pytest.param(
            Envelope(date_time_group="140605Z APR 09", sender="AMEMBASSY TIRANA"),
            "date-time group",
            id="from its date on",
        ),
        pytest.param(Envelope(sender="AMEMBASSY TIRANA"), "other", id="sender"),
        pytest.param(Envelope(to=(Addressee("RUEHC", "SECSTATE"),)), "other", id="addressee"),
        pytest.param(Envelope(station="RUEHTI"), "other", id="station"),
        pytest.param(Envelope(info=(Addressee(None, "ROME"),)), "none", id="information alone"),
    ],
)
def test_how_a_header_begins(envelope: Envelope, kind: str) -> None:
    assert prepare.header_kind(making.cable(7, envelope=envelope)) == kind
