"""What Enter on a value finds, and what is said of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from archive import Archive
from tui.drawing.glyphs import UNICODE
from tui.drawing.header import full_lines
from tui.drawing.line import Target, TargetKind, targets
from tui.targets import explain, query_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ABOUT_OTHERS = {TargetKind.CABLE, TargetKind.CITING}
"""Values whose query finds other cables: those that cite the same one."""


@pytest.fixture(scope="module")
def held(samples: Path) -> Iterator[Archive]:
    with Archive.open(samples) as archive:
        yield archive


@pytest.mark.parametrize(
    ("target", "query"),
    [
        pytest.param(Target(TargetKind.TAG, "SNAR"), "tag:SNAR", id="tag"),
        pytest.param(Target(TargetKind.POST, "Embassy Lima"), 'from:"Embassy Lima"', id="post"),
        pytest.param(
            Target(TargetKind.STATION, "SECSTATE WASHDC", "RUEHC"),
            'to:"SECSTATE WASHDC"',
            id="addressee",
        ),
        pytest.param(
            Target(TargetKind.CLASSIFICATION, "SECRET//NOFORN"), "class:secret", id="level"
        ),
        pytest.param(Target(TargetKind.PERSON, 'A. "B" C'), 'by:"A. B C"', id="quotes"),
        pytest.param(Target(TargetKind.DATE, "2009-04-14"), "date:2009-04-14", id="date"),
        pytest.param(Target(TargetKind.SENDER, "RUEHPE", "RUEHPE"), None, id="an unknown post"),
        pytest.param(Target(TargetKind.CAPTION, "SIPDIS"), None, id="nothing to ask"),
    ],
)
def test_query(target: Target, query: str | None) -> None:
    assert query_for(target) == query


@pytest.mark.parametrize(
    ("target", "said"),
    [
        pytest.param(Target(TargetKind.TAG, "SNAR"), "SNAR is Narcotics", id="tag"),
        pytest.param(
            Target(TargetKind.STATION, "SECSTATE WASHDC", "RUEHC"),
            "RUEHC is Secretary of State",
            id="addressee",
        ),
        pytest.param(Target(TargetKind.STATION, "SECSTATE WASHDC"), "", id="no indicator"),
        pytest.param(Target(TargetKind.STATION, "NOBODY", "RUZZZZ"), "RUZZZZ", id="unknown"),
        pytest.param(Target(TargetKind.REASON, "1.4 b"), "1.4 (b) is ", id="reason"),
        pytest.param(Target(TargetKind.PRECEDENCE, "FLASH"), "FLASH: to be delivered", id="haste"),
        pytest.param(Target(TargetKind.CAPTION, "NOFORN"), "NOFORN: not for foreign", id="caption"),
        pytest.param(Target(TargetKind.CABLE, "09LIMA2"), "09LIMA2: Enter reads", id="cable"),
    ],
)
def test_explained(target: Target, said: str) -> None:
    assert explain(target).startswith(said)
    assert bool(explain(target)) == bool(said)


def test_cables_on_both_sides_are_told_by_date_and_subject(held: Archive) -> None:
    key, _ = held.key("07SALTMARKET31")
    citations = held.citations(key)
    for kind, mrn in ((TargetKind.CABLE, "06SALTMARKET14"), (TargetKind.CITING, "08LANTERNA233")):
        row = held.row(held.key(mrn)[0])
        assert row.created is not None
        said = f"{mrn} of {row.created:%Y-%m-%d}: {row.subject}"
        assert explain(Target(kind, mrn), citations) == said


def test_nothing_is_left_out_by_a_cable_that_cites_this_one() -> None:
    assert query_for(Target(TargetKind.CITING, "08LANTERNA233")) is None


def test_every_value_of_a_header_finds_the_cable_that_it_stands_in(held: Archive) -> None:
    listing = held.listing()
    missed = []
    for row in listing.rows(0, len(listing)):
        cable = held.cable(row.key)
        lines = full_lines(cable, 80, date(2020, 6, 1), UNICODE, held.citations(row.key))
        found = {piece.target for line in lines for _, piece in targets(line) if piece.target}
        for target in found:
            query = None if target.kind in ABOUT_OTHERS else query_for(target)
            if query is not None and held.listing(query).index(row.key) is None:
                missed.append((row.reference_id, query))
    assert not missed
