from __future__ import annotations

import pytest

from parser import Cable, Metadata, Paragraph, Span
from tui.opened import paragraph_of, position_of


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
