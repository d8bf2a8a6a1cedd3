from __future__ import annotations

import pytest

from parser import Cable, Metadata, Paragraph, Span
from tests.tui.fake_archive import FakeArchive
from tui.opened import along_serials, paragraph_of, position_of


def cable(*numbers: int | None) -> Cable:
    paragraphs = tuple(Paragraph(number, None, None, "text", Span(0, 4)) for number in numbers)
    return Cable(raw="", metadata=Metadata("made"), paragraphs=paragraphs)


@pytest.mark.parametrize(
    ("numbers", "number", "position"),
    [
        pytest.param((1, 2, 3), 2, 1, id="its number"),
        pytest.param((1, 2, 4), 3, None, id="left out"),
        pytest.param((None, 1, 2), 1, 1, id="one before them has none"),
        pytest.param((None, None), 2, 1, id="none has a number: counted"),
        pytest.param((None, None), 3, None, id="counted, beyond the end"),
        pytest.param((None, None), 0, None, id="from one"),
        pytest.param((), 1, None, id="no paragraphs"),
    ],
)
def test_position(numbers: tuple[int | None, ...], number: int, position: int | None) -> None:
    assert position_of(cable(*numbers), number) == position


@pytest.mark.parametrize(
    ("address", "number"), [("09MEXICO1055#3", "3"), ("09MEXICO1055", ""), ("09MEXICO1055# ", "")]
)
def test_paragraph_of(address: str, number: str) -> None:
    assert paragraph_of(address) == number


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
