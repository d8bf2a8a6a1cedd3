"""A screen that is on the terminal before there is a driver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ._grid import Row
    from ._painting import Pen

ALTERNATE: Final = ("\x1b[?1049h", "\x1b[?25l")
"""The other screen, without a cursor."""


@dataclass(slots=True)
class Painted:
    """What was painted early, for the driver to take over.

    The terminal was tried (:func:`tui.cells.trial`): its answer is on its way to the driver.
    """

    rows: list[Row]
    pen: Pen
    attributes: list[Any]
    """Of the terminal, before it was told to keep keys to itself (`termios.tcgetattr`)."""
    is_taken: bool = False
    """The driver has it, and will give the terminal back."""
