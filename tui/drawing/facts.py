"""Single facts of a cable as lists show them: its day, its classification in short, its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import Level, clean_line
from tui.drawing.line import Role

if TYPE_CHECKING:
    from datetime import datetime

_LEVELS = frozenset(Level)
_ROLES = {"S": Role.SECRET, "TS": Role.SECRET}


def day(created: datetime | None) -> str:
    """Write a date, `2009-04-14`; where there is none its columns stay empty."""
    return created.strftime("%Y-%m-%d") if created else " " * 10


def subject_of(subject: str | None) -> str:
    """Return a subject on one line, or say that there is none."""
    return clean_line(subject) if subject else "(no subject)"


def letter(classification: str | None) -> str:
    """Return the short form of a classification: `U`, `sbu`, `C`, `S`, with `/NF`."""
    if not classification:
        return ""
    level, _, control = classification.partition("//")
    if control == "FOR OFFICIAL USE ONLY":
        return "sbu"
    short = Level(level).letters if level in _LEVELS else level[:1]
    return f"{short}/NF" if control == "NOFORN" else short


def letter_role(classification: str | None) -> Role:
    """Return the role that a classification is shown with."""
    return _ROLES.get(letter(classification).partition("/")[0], Role.TEXT)
