"""The screen as cells, and the bytes from one screen to another; knows nothing of Textual."""

from ._capabilities import (
    QUESTION,
    keeps_tabs,
    pen_for,
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
    "clear",
    "keeps_tabs",
    "paint",
    "pen_for",
    "repeats_at",
    "trial",
]
