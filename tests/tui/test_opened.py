from __future__ import annotations

from dataclasses import replace

import pytest

from archive import Hit, Matches, NoSuchCableError
from parser import Cable, Metadata, Paragraph, Span
from tests.tui.fake_archive import FakeArchive
from tui.opened import (
    along_serials,
    best_hit,
    opened,
    position_of,
    serial_gap,
    sought,
)
from tui.visit import Visit


def cable(*numbers: int | None) -> Cable:
    paragraphs = tuple(Paragraph(number, None, None, "text", Span(0, 4)) for number in numbers)
    return Cable(raw="", metadata=Metadata("made"), paragraphs=paragraphs)


@pytest.mark.parametrize(
    ("numbers", "number", "position"),
    [
        pytest.param((1, 2, 3), 2, 1, id="its number"),
        pytest.param((1, 2, 4), 3, None, id="left out"),
        pytest.param((None, 1, 2), 1, 1, id="one before them has none"),
        pytest.param((None, None), 1, 0, id="none has a number: counted"),
        pytest.param((None, None), 2, 1, id="to the last"),
        pytest.param((None, None), 3, None, id="counted, beyond the end"),
        pytest.param((None, None), 0, None, id="from one"),
        pytest.param((), 1, None, id="no paragraphs"),
    ],
)
def test_position(numbers: tuple[int | None, ...], number: int, position: int | None) -> None:
    assert position_of(cable(*numbers), number) == position


@pytest.mark.parametrize(
    ("start", "by", "key", "taken"),
    [
        pytest.param(5, 1, 6, 1, id="the next"),
        pytest.param(5, -1, 4, 1, id="the one before"),
        pytest.param(5, 3, 8, 3, id="the third"),
        pytest.param(5, -9, 0, 5, id="as far as there are"),
        pytest.param(0, -1, None, 0, id="none"),
        pytest.param("09ANSELM1", 2, 1, 2, id="from one that is not held"),
        pytest.param("09ANSELM1", -2, None, 0, id="none before it"),
    ],
)
def test_along_serials(start: int | str, by: int, key: int | None, taken: int) -> None:
    row, gone = along_serials(FakeArchive(60), start, by)
    assert (row.key if row else None, gone) == (key, taken)


@pytest.mark.parametrize(
    ("visit", "position", "marked"),
    [
        pytest.param(Visit(2), None, [], id="no query: the top"),
        pytest.param(Visit(2, 3), 3, [], id="a paragraph"),
        pytest.param(Visit(2, query="salt"), 1, [1, 4], id="a query: its first match"),
        pytest.param(Visit(2, 4, "salt"), 4, [1, 4], id="a paragraph of a query"),
        pytest.param(Visit(2, query="zeppelin"), None, [], id="no match: the top"),
        pytest.param(Visit(2, 4, "salt", words="Point 3"), 4, [2], id="what was looked for in it"),
        pytest.param(Visit(2, 4, "salt", words="zeppelin"), 4, [], id="what it does not have"),
    ],
)
def test_where_a_cable_is_opened(visit: Visit, position: int | None, marked: list[int]) -> None:
    shown = opened(FakeArchive(5), visit)
    assert (shown.position, [at for at, _ in shown.matches.paragraphs]) == (position, marked)
    assert shown.cable.mrn == "06ANSELM102"
    assert [one.mrn for one in (*shown.citations.out, *shown.citations.into)] == [
        *("05ANSELM101", "07ANSELM103")
    ]


@pytest.mark.parametrize(
    ("visit", "position", "hit"),
    [
        pytest.param(Visit(0, 0, "harbor"), 0, (0, True), id="in the first paragraph, too"),
        pytest.param(Visit(1, 0, "salt"), 1, (1, False), id="in a later one, too"),
        pytest.param(Visit(1, None, "salt"), 1, (1, False), id="in a later one, none named"),
        pytest.param(Visit(1, 4, "salt"), 4, (4, False), id="in the one that is named, too"),
        pytest.param(Visit(0, 0, "strike"), None, (0, True), id="alone"),
        pytest.param(Visit(0, None, "strike"), None, (0, True), id="alone, none named"),
        pytest.param(Visit(0, None, "tag:PREL"), None, (0, False), id="no words: the first"),
        pytest.param(Visit(0, 0, "zeppelin"), 0, None, id="nowhere"),
        pytest.param(Visit(0, None, "zeppelin"), None, None, id="nowhere, none named"),
    ],
)
def test_a_cable_with_a_word_in_its_subject(
    visit: Visit, position: int | None, hit: tuple[int, bool] | None
) -> None:
    archive = FakeArchive(2)
    assert opened(archive, visit).position == position
    found = best_hit(archive, visit)
    assert (found and (found.position, bool(found.subject_spans))) == hit


def test_what_a_field_asks_for_is_shown_where_it_stands() -> None:
    class Protecting(FakeArchive):
        def matches(self, *_: object, **__: object) -> Matches:
            return Matches(((3, (Span(4, 9),)),))

        def hit(self, query: str, key: int, position: int) -> Hit | None:
            hit = super().hit(query, key, position)
            return hit and replace(hit, spans=())

    for position in (None, 3):
        found = best_hit(Protecting(1), Visit(0, position, "has:protect"))
        assert found is not None
        assert (found.position, found.spans) == (3, (Span(4, 9),))


@pytest.mark.parametrize(
    ("address", "visit", "number"),
    [
        pytest.param("06ANSELM102", Visit(2), None, id="a cable"),
        pytest.param("06ANSELM102#4", Visit(2, 3), 4, id="a paragraph"),
        pytest.param("06ANSELM102#9", Visit(2), 9, id="one that it does not have: its top"),
    ],
)
def test_where_an_address_leads(address: str, visit: Visit, number: int | None) -> None:
    assert sought(FakeArchive(5), address) == (visit, number)


@pytest.mark.parametrize("address", ["06ANSELM777", "06ANSELM777#2", "06ANSELM777#", "#2"])
def test_an_address_of_no_cable_is_told_whole(address: str) -> None:
    with pytest.raises(NoSuchCableError, match=address):
        sought(FakeArchive(5), address)


def test_an_id_alone_leads_to_the_top_where_no_paragraph_has_a_number() -> None:
    archive = FakeArchive(cables=[replace(cable(None, None), mrn="09ANSELM1")])
    assert sought(archive, "09ANSELM1") == (Visit(0), None)
    assert sought(archive, "09ANSELM1#2") == (Visit(0, 1), 2)


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        pytest.param("09ANSELM4", "09ANSELM5", 0, id="next to each other"),
        pytest.param("09ANSELM4", "09ANSELM7", 2, id="two between"),
        pytest.param("09ANSELM7", "09ANSELM4", 2, id="the other way"),
        pytest.param("09ANSELM4", "09ANSELM4", 0, id="the same"),
        pytest.param("09ANSELM4", None, 0, id="no id"),
        pytest.param("09ANSELM4", "ANSELM", 0, id="no serial"),
    ],
)
def test_serials_between(one: str | None, other: str | None, gap: int) -> None:
    assert serial_gap(one, other) == gap


def test_one_key_goes_along_a_thousand_serials_at_most() -> None:
    row, gone = along_serials(FakeArchive(1100), 0, 5000)
    assert (row.key if row else None, gone) == (1000, 1000)
