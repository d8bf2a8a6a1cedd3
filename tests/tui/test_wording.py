"""How numbers and orders are said in sentences: `wording.py`; what a reference is found by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from archive import CableRow, Citation, Citations, Count, Facet, Order
from parser import Cable, Envelope, Metadata, Paragraph, Span
from tests.tui.fake_archive import make_cable
from tui.referred import cited, citing
from tui.wording import by, called, counted, edition_of, explained, no_paragraph, noun, number, sent

BARE = Cable(raw="", metadata=Metadata("csv"))


@pytest.mark.parametrize(
    ("count", "written"),
    [
        pytest.param(Count(0), "0 cables", id="none"),
        pytest.param(Count(1), "1 cable", id="one"),
        pytest.param(Count(1, is_exact=False), "1+ cables", id="one or more"),
        pytest.param(Count(1204), "1,204 cables", id="many"),
        pytest.param(Count(1000, is_exact=False), "1,000+ cables", id="very many"),
    ],
)
def test_a_count(count: Count, written: str) -> None:
    assert f"{number(count)} {noun(count, 'cable')}" == written


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        pytest.param((1, 2, 4), "This cable has no paragraph 9: its last is 4.", id="printed"),
        pytest.param((1, None), "This cable has no paragraph 9: its last is 2.", id="counted"),
        pytest.param((), "This cable has no paragraphs.", id="none"),
    ],
)
def test_a_paragraph_that_is_not_there(numbers: tuple[int | None, ...], said: str) -> None:
    paragraphs = tuple(Paragraph(number, None, None, "text", Span(0, 4)) for number in numbers)
    assert no_paragraph(replace(BARE, paragraphs=paragraphs), 9) == said


NOON = datetime(1977, 4, 14, 12, tzinfo=UTC)
MIDNIGHT = datetime(1977, 4, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("created", "group", "written"),
    [
        pytest.param(NOON, None, "1977-04-14 12:00Z", id="a time"),
        pytest.param(MIDNIGHT, None, "1977-04-14", id="a day of which no more is known"),
        pytest.param(MIDNIGHT, MIDNIGHT, "1977-04-14 00:00Z", id="midnight"),
        pytest.param(None, None, "", id="no date"),
    ],
)
def test_when_it_was_sent(created: datetime | None, group: datetime | None, written: str) -> None:
    envelope = Envelope(date_time_group=group)
    assert sent(replace(BARE, created=created, envelope=envelope)) == written


@pytest.mark.parametrize(
    ("count", "written"), [(0, "0 levels"), (1, "1 level"), (2, "2 levels"), (1204, "1,204 levels")]
)
def test_counted(count: int, written: str) -> None:
    assert counted(count, "level") == written


@pytest.mark.parametrize(
    ("printed", "position", "name"), [(4, 2, 4), (None, 2, 3), (0, 2, 0), (None, 0, 1)]
)
def test_a_paragraph_is_called_by_its_printed_number(
    printed: int | None, position: int, name: int
) -> None:
    assert called(printed, position) == name


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (Order.DATE, "by date"),
        (Order.RANK, "by rank"),
        (Order.CITED, "by times cited"),
        (Order.SUBJECT, "by subject"),
    ],
)
def test_an_order(order: Order, said: str) -> None:
    assert by(order) == said


@pytest.mark.parametrize(
    ("cable", "said"),
    [
        pytest.param(BARE, "edition 2: csv, 0 paragraphs", id="bare"),
        pytest.param(
            replace(make_cable(3, paragraphs=1), released=datetime(2011, 8, 30, tzinfo=UTC)),
            "edition 2: made, released 2011-08-30, CONFIDENTIAL//NOFORN, 1 paragraph",
            id="with everything",
        ),
    ],
)
def test_an_edition(cable: Cable, said: str) -> None:
    assert edition_of(cable, 2) == said


ROW = CableRow(1, "05LIMA21", "05LIMA21", None, None, None, "Salt and FISH", 3)
OUT = (
    Citation("05LIMA21", ROW, "A", "LIMA 21", None),
    Citation("05LIMA22", None, "B", "LIMA 22", None),
    Citation(None, None, "C", "A Talk", None),
)


def test_references_either_way() -> None:
    both = Citations(OUT, OUT[:1])
    assert [(one.citation, one.is_out) for one in cited(both)] == [(one, True) for one in OUT]
    assert [(one.citation, one.is_out) for one in citing(both)] == [(OUT[0], False)]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param(0, ("05lima21", "lima 21", "salt and fish"), id="held: its subject, too"),
        pytest.param(1, ("05lima22", "lima 22"), id="not held"),
        pytest.param(2, ("a talk",), id="no cable"),
    ],
)
def test_what_a_reference_is_found_by(number: int, words: tuple[str, ...]) -> None:
    found = cited(Citations(OUT, ()))[number].words.casefold()
    assert all(word in found for word in words)


def test_a_reference_to_no_cable_is_not_found_by_words_that_nobody_sees() -> None:
    untold = Citation("05LIMA23", replace(ROW, subject=None), "D", "LIMA 23", None)
    for reference in cited(Citations((OUT[2], untold), ())):
        assert "none" not in reference.words.casefold()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        pytest.param("tag", "SNAR", "SNAR Narcotics", id="a code"),
        pytest.param("tag", "QQQQ", "QQQQ", id="one that is not known"),
        pytest.param("class", "SECRET", "SECRET", id="what says itself"),
        pytest.param("from", "MX", "MX", id="no code, though it reads like one"),
    ],
)
def test_what_a_facet_means(field: str, value: str, said: str) -> None:
    assert explained(Facet(field, value, 1, "x")) == said
