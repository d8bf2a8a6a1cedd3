"""What a key costs on the line at 80x24 with 256 colours, the terminal's own returns included."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.terminal import Terminal


def cost(terminal: Terminal, key: str, shown: str) -> int:
    """Press a key, wait until a text is shown, and return how many bytes it took."""
    before = len(terminal.raw)
    terminal.press(key)
    terminal.wait(lambda: shown in terminal.text and len(terminal.raw) > before)
    quiet = 0
    while quiet < 3:
        size = len(terminal.raw)
        terminal.read_some()
        quiet = quiet + 1 if len(terminal.raw) == size else 0
    return len(terminal.raw) - before


def test_bytes_of_the_common_keys(reader: Terminal) -> None:
    for key, place in [("j", " 2/63"), ("k", " 1/63")]:  # the list is there before the reader is
        reader.press(key)
        reader.wait(place)
    reader.rest()
    assert len(reader.raw) <= 6000, "start"
    assert cost(reader, "j", " 2/63") <= 130
    assert cost(reader, "k", " 1/63") <= 130
    assert cost(reader, "\r", "03HALVGARD188  2003-05-14") <= 1800
    assert cost(reader, "j", "¶1/4") <= 130
    assert cost(reader, " ", "¶") <= 1200
    assert cost(reader, "J", "03AMBRAH402  2003-06-02") <= 1800
