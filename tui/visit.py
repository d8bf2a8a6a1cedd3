"""A cable to read: which, where in it, and what to mark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at a cable."""

    key: int
    position: int | None = None
    """Paragraph, from 0; None: its first one with a match, or the top."""
    query: str = ""
    """What is marked in it."""
    line: int = 0
    """Line of the paragraph."""
