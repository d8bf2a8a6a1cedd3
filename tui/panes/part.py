"""What the larger parts of the screen have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message
from textual.worker import Worker, WorkerState

from tui.drawing.line import Role
from tui.panes.guard import Guarded
from tui.panes.messages import Failed, Noticed

if TYPE_CHECKING:
    from archive import Archive, ArchiveError


class Part(Guarded, Vertical):
    """Some panes and the archive they show, which is asked in workers.

    Each worker ends in one message: what it found, or :class:`Refused`.
    """

    BLANK = True  # covered by its children: nothing to draw

    @dataclass
    class Refused(Message):
        """The archive cannot give what it was asked for in a worker."""

        error: ArchiveError
        asked: object
        """What it was asked for."""

    def __init__(self, archive: Archive, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.archive = archive
        self.is_loading = False
        """What was asked for by a key is still to come from the archive."""

    @property
    def is_turning(self) -> bool:
        """Whether a key must wait: what it is for is still to come."""
        return self.is_loading

    def notice(self, text: str, role: Role = Role.TEXT) -> None:
        """Tell the user something."""
        self.send(Noticed(text, role))

    def give_up(self, reason: str = "") -> None:  # noqa: ARG002 - for those who say it again
        """Wait no more: what was asked for does not come."""
        self.is_loading = False

    def is_awaited(self, asked: object) -> bool:  # noqa: ARG002 - for parts that ask for much
        """Say whether nothing else has been asked for since."""
        return True

    def on_part_refused(self, event: Refused) -> None:
        """Say why what was asked for does not come, unless something else was asked for since."""
        event.stop()
        if self.is_awaited(event.asked):
            self.notice(str(event.error), Role.ERROR)
            self.give_up(str(event.error))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong in a worker."""
        if event.state is WorkerState.ERROR:
            self.give_up()
            if isinstance(event.worker.error, Exception):
                self.send(Failed(event.worker.error))
