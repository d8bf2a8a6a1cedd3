"""A part that can be told an address: it finds the cable of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from archive import ArchiveError, NoSuchCableError
from parser import canonical_mrn
from tui.opened import sought
from tui.panes.messages import PageAsked, VisitAsked
from tui.panes.part import Part
from tui.visit import PageKind
from tui.wording import no_paragraph

if TYPE_CHECKING:
    from archive import Archive


class SeekingPart(Part):
    """Finds in a worker what was typed or cited, and asks to read it."""

    @dataclass
    class Missed(Message):
        """A cable was sought that is cited, but not held."""

        mrn: str

    def __init__(self, archive: Archive, *, id: str | None = None) -> None:
        super().__init__(archive, id=id)
        self._asked: object = None
        """What was asked for last: it is shown once it is there."""

    def is_awaited(self, asked: object) -> bool:
        """Say whether nothing else has been asked for since."""
        return asked is self._asked

    def seek(self, address: str) -> None:
        """Find the cable or paragraph of an address, and ask to read it."""
        self.is_loading = True
        self._asked = address
        self._seek(address)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _seek(self, address: str) -> None:
        answer: Message
        try:
            visit, number = sought(self.archive, address)
            if visit.position is None and number is not None:
                self.notice(no_paragraph(self.archive.cable(visit.key), number))
            answer = VisitAsked(visit)
        except NoSuchCableError as error:
            mrn = canonical_mrn(address.partition("#")[0])
            is_cited = mrn is not None and self.archive.citing(mrn)
            answer = self.Missed(mrn) if mrn and is_cited else self.Refused(error, address)
        except ArchiveError as error:
            answer = self.Refused(error, address)
        self.answer(answer)

    def on_seeking_part_missed(self, event: Missed) -> None:
        """Ask for the page of a cable that is not held."""
        event.stop()
        self.is_loading = False
        self.send(PageAsked(PageKind.ABSENT, event.mrn))
