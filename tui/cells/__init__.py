"""The screen as cells, and the bytes from one screen to another; knows nothing of Textual."""

from ._capabilities import adds_returns, erases_with_colour, keeps_tabs
from ._grid import Grid, Row
from ._painting import Pen, clear, paint

__all__ = [
    "Grid",
    "Pen",
    "Row",
    "adds_returns",
    "clear",
    "erases_with_colour",
    "keeps_tabs",
    "paint",
]
