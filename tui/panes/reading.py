"""The cable that is read: found and read from the archive, and where its references lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from archive import ArchiveError
from tui import screens
from tui.opened import Opened, along_serials, opened, serial_gap
from tui.panes.cable import CableView
from tui.panes.messages import PageAsked, VisitAsked
from tui.panes.pane import bindings
from tui.panes.seeking import SeekingPart
from tui.referred import Referred
from tui.visit import PageKind, Visit
from tui.wording import no_paragraph

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from archive import Archive
    from tui.drawing.jottings import Jottings
    from tui.drawing.outline import Entry
    from tui.panes.body import BodyPane
    from tui.panes.context import Jotted
    from tui.panes.header import HeaderPane
    from tui.personal import Personal


class Reading(SeekingPart):
    """Reads a cable in a worker and shows it."""

    WHERE = "reading"
    BINDINGS = bindings("reading")

    @dataclass
    class Loaded(Message):
        """A cable has been read from the archive."""

        opened: Opened

    @dataclass
    class Shown(Message):
        """Another cable is shown, or what the reader noted about it has changed."""

        opened: Opened
        jottings: Jottings

    def __init__(self, archive: Archive, personal: Personal, *, id: str | None = None) -> None:
        super().__init__(archive, id=id)
        self._personal = personal
        self._chosen: Referred | None = None
        """The reference that was chosen last, of whatever cable."""

    def compose(self) -> ComposeResult:
        """Hold one cable."""
        yield CableView(self.archive, id="cable")

    @property
    def view(self) -> CableView:
        """The cable as it is shown."""
        return self.query_one(CableView)

    @property
    def body(self) -> BodyPane:
        """The text."""
        return self.view.body

    @property
    def header(self) -> HeaderPane:
        """The header."""
        return self.view.header

    @property
    def is_turning(self) -> bool:
        """Whether the cable is still to come, or has not been given its room on the screen."""
        return self.is_loading or (self.view.is_without_room and self.display)

    @property
    def visit(self) -> Visit | None:
        """The cable that is shown, as it was asked for."""
        return self.view.opened.visit if self.view.opened is not None else None

    @property
    def place(self) -> Visit | None:
        """The cable that is shown, and where in it the cursor is."""
        visit, page = self.visit, self.body.page
        if visit is None or page is None:
            return visit
        spot, words = self.body.spot, self.view.words
        return replace(visit, position=page.paragraph, spot=spot, words=words)

    # Into a cable

    def open(self, visit: Visit) -> None:
        """Read a cable from the archive, and show it; keys wait until it is there."""
        self.is_loading = True
        self._asked = visit
        self._open(visit)

    def preview(self, visit: Visit) -> None:
        """Show a cable that nobody asked for; no key waits for it."""
        if not self.is_loading:
            self._asked = visit
            self._open(visit)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _open(self, visit: Visit) -> None:
        try:
            found = opened(self.archive, visit)
        except ArchiveError as error:
            self.answer(self.Refused(error, visit))
        else:
            self.answer(self.Loaded(found))

    def on_reading_loaded(self, event: Loaded) -> None:
        """Show the cable, unless another one has been asked for since."""
        event.stop()
        if not self.is_awaited(event.opened.visit):
            return
        self.is_loading = False
        jottings = self._personal.jottings(self.archive.row(event.opened.visit.key))
        self.send(self.Shown(event.opened, jottings))
        self.view.show(event.opened, jottings)

    def mark_again(self) -> None:
        """Draw the stars and notes of the cable again."""
        if (shown := self.view.opened) is not None:
            jottings = self._personal.jottings(self.archive.row(shown.visit.key))
            self.view.jot(jottings)
            self.send(self.Shown(shown, jottings))

    def seek_paragraph(self, number: int) -> None:
        """Find a paragraph of this cable by its number."""
        if self.visit is None or (page := self.body.page) is None:
            return
        position = page.position_of(number)
        if position is None:
            self.notice(no_paragraph(page.cable, number))
        else:
            self.send(VisitAsked(replace(self.visit, position=position, spot=None)))

    # From this cable to others

    def go_to(self, row: Referred | Jotted | Entry) -> None:
        """Go where a row beside the text leads: along a reference, or to a paragraph."""
        if isinstance(row, Referred):
            self.follow(row)
        else:
            self.body.go_to(row.position)

    def follow(self, reference: Referred) -> None:
        """Go to the other end of a reference."""
        citation = reference.citation
        if citation.row is not None:
            position = None if reference.is_out else citation.position
            self.send(VisitAsked(Visit(citation.row.key, position)))
        elif citation.mrn is not None:
            self.seek(citation.mrn)

    def action_references(self) -> None:
        """List the references of this cable, out and in; open the one that is chosen."""
        if (shown := self.view.opened) is None:
            return

        def chosen(result: tuple[Referred, str] | None) -> None:
            if result is not None:
                self._chosen = result[0]
                self.follow(result[0])

        self.app.push_screen(screens.references_chooser(shown.citations, self._chosen), chosen)

    def action_thread(self) -> None:
        """Follow the references both ways, and on from there."""
        if (shown := self.view.opened) is not None:
            row = self.archive.row(shown.visit.key)
            self.send(PageAsked(PageKind.THREAD, row.reference_id))

    def action_serial(self, by: int) -> None:
        """Go to the next or previous cable that the same post sent."""
        if (shown := self.view.opened) is None:
            return
        row, taken = along_serials(self.archive, shown.visit.key, by)
        if row is None:
            self.notice("No cable of this post and year is held that way.")
            return
        gap = serial_gap(shown.cable.mrn, row.mrn) - (taken - 1)
        self.send(VisitAsked(Visit(row.key)))
        if gap:
            self.notice(f"{gap:,} of its serials between are not held.")
