"""The screen as cells, and the bytes from one screen to another; knows nothing of Textual."""

from ._capabilities import (
    QUESTION,
    adds_returns,
    erases_with_colour,
    keeps_tabs,
    repeats_at,
    trial,
)
from ._grid import Grid, Row
from ._painted import ALTERNATE, Painted
from ._painting import Pen, clear, paint

__all__ = [
    "ALTERNATE",
    "QUESTION",
    "Grid",
    "Painted",
    "Pen",
    "Row",
    "adds_returns",
    "clear",
    "erases_with_colour",
    "keeps_tabs",
    "paint",
    "repeats_at",
    "trial",
]
