"""What a user may choose about the reader. Read from the configuration and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


THEMES = ("terminal", "dark", "light", "high-contrast")
"""Names of the themes; the first keeps the colours of the terminal."""


COLUMNS = ("date", "id", "class", "post", "subject", "hits")
"""What a row of the index can show; marks always come first, hits last."""
COLUMNS_SHOWN = ("date", "id", "class", "subject", "hits")
"""What it shows unless the settings say otherwise."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The reader's settings, each with the default that suits a slow line."""

    theme: str = THEMES[0]
    """One of :data:`THEMES`."""
    is_ascii: bool = False
    """Draw marks and rules with ASCII alone."""
    has_mouse: bool = False
    text_width: int = 72
    """Columns of the text, without its margin, at most."""
    columns: tuple[str, ...] = COLUMNS_SHOWN
    """What a row of the index shows, of :data:`COLUMNS`, in this order."""
    driver: str = "cells"
    """`cells` writes only the cells that changed, `textual` leaves it to Textual."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of their command, `{"index.down": "j,down"}`."""
    is_restricted: bool = False
    """No file is written and no other program started, whatever is pressed."""
