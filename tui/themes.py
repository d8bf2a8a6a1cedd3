"""Textual's side of the themes: the ground of each. How text looks: `tui.drawing.palette`."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

_GROUNDS = {
    "dark": ("#1c1c1c", "#d0d0d0"),
    "light": ("#eeeeee", "#262626"),
    "high-contrast": ("#000000", "#ffffff"),
    "terminal": ("ansi_default", "ansi_default"),
}


def theme(name: str) -> Theme:
    """Return Textual's side of a theme: its ground, and whether colours are the terminal's."""
    background, foreground = _GROUNDS[name]
    return Theme(
        name=name,
        primary=foreground,
        foreground=foreground,
        background=background,
        surface=background,
        panel=background,
        dark=name != "light",
        ansi=name == "terminal",
        variables=dict(BUILTIN_THEMES["ansi-dark"].variables) if name == "terminal" else {},
    )
