"""References of the text and of the carrier's list, put together."""

from __future__ import annotations

from parser import Reference, ReferenceKind, Span
from parser._references import merge_references

ROME = Reference("09ROME12", "A", "ROME 12")
CALL = Reference(None, "B", "TELCON OF MAY 3", ReferenceKind.CALL)
PLACES = Span(10, 17), Span(20, 35)


def merged(*listed: str, own_mrn: str | None = None) -> tuple[Reference, ...]:
    printed = zip((ROME, CALL), PLACES, strict=True)
    return merge_references(printed, listed, year=2009, own_mrn=own_mrn)


def test_what_is_printed_comes_first_and_keeps_its_place() -> None:
    first, second, third = merged("08STATE9912")
    assert (first.mrn, first.span, first.in_text, first.in_metadata) == (
        "09ROME12",
        PLACES[0],
        True,
        False,
    )
    assert (second.text, second.span, second.in_metadata) == ("TELCON OF MAY 3", PLACES[1], False)
    assert third == Reference("08STATE9912", None, "08STATE9912", in_text=False, in_metadata=True)


def test_what_both_hold_stands_once() -> None:
    first, second = merged("09ROME0012")
    assert (first.mrn, first.in_text, first.in_metadata) == ("09ROME12", True, True)
    assert not second.in_metadata


def test_the_year_of_a_listed_id_is_that_of_the_cable() -> None:
    assert [one.mrn for one in merged("STATE 9912")][2:] == ["09STATE9912"]


def test_the_same_id_listed_twice_stands_once() -> None:
    assert [one.mrn for one in merged("09STATE9912", "09 STATE 9912")][2:] == ["09STATE9912"]


def test_the_cable_itself_is_no_reference() -> None:
    assert len(merged("09TIRANA9901", own_mrn="09TIRANA9901")) == 2


def test_what_is_no_id_is_kept_as_it_stands() -> None:
    *_, first, second = merged("a  letter", "another\nletter")
    assert [one.text for one in (first, second)] == ["a letter", "another letter"]
    assert {one.kind for one in (first, second)} == {ReferenceKind.OTHER}
    assert (first.mrn, first.in_text, first.in_metadata) == (None, False, True)
