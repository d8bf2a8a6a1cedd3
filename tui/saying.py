"""What is told to the user, from wherever in the reader it comes."""

from __future__ import annotations

from textual.app import App

from tui.drawing.line import Role
from tui.panes.status import StatusLine


class Saying(App[None]):
    """Says things on the last line of every screen."""

    def say(self, text: str, role: Role = Role.TEXT) -> None:
        """Say something on the status line."""
        for screen in self.screen_stack:
            for status in screen.query(StatusLine):
                status.say(text, role)
