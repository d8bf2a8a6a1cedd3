"""What all pages over the reader have in common: a title, rows that open cables, a status line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from tui.painting import PaintedOnce
from tui.panes.foot import Foot
from tui.panes.guard import Guarded
from tui.panes.messages import CopyAsked
from tui.panes.pane import Pane
from tui.panes.rows import RowsPane
from tui.panes.seeking import SeekingPart
from tui.screens.chooser import TitlePane
from tui.visit import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from archive import Archive
    from tui.panes.messages import Changed, PageAsked, VisitAsked
    from tui.visit import Stop, Visit


class PagePane(RowsPane):
    """The rows of a page."""

    @dataclass
    class Opened(Message):
        """The user asked to read a cable."""

        visit: Visit

    class Closed(Message):
        """The user wants to go back to what lies below."""

    @property
    def visit(self) -> Visit | None:
        """The cable that the row under the cursor stands for."""
        return None

    @property
    def name(self) -> str:
        """The id in the row under the cursor; empty where there is none."""
        return ""

    def enter(self) -> None:
        """Read the cable of the row."""
        self.action_open()

    def action_open(self) -> None:
        """Read the cable under the cursor."""
        if self.visit is not None:
            self.send(self.Opened(self.visit))
        else:
            self.notice("There is nothing to open here.")

    def action_copy(self) -> None:
        """Copy the id under the cursor."""
        if self.name:
            self.send(CopyAsked(self.name, "the id"))
        else:
            self.notice("There is nothing to copy here.")

    def action_close(self) -> None:
        """Go back."""
        self.send(self.Closed())


class PageBody(SeekingPart):
    """Title and rows, read from the archive in workers."""

    def __init__(self, archive: Archive, page: Page) -> None:
        super().__init__(archive, id="page")
        self.page = page
        self.is_loading = True

    def make_rows(self) -> PagePane:
        """Make the pane with the rows."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Put the title above the rows."""
        yield TitlePane(id="title")
        yield self.make_rows()

    @property
    def rows(self) -> PagePane:
        """The rows."""
        return self.query_one(PagePane)

    def say_title(self, text: str) -> None:
        """Say what the page is about."""
        title = self.query_one(TitlePane)
        title.title = text
        title.refresh()


class PageScreen(Guarded, PaintedOnce["tuple[Page, Stop | None]"]):
    """Gives back the page as it was left, and where to go on; None when it was only closed."""

    def __init__(self, body: PageBody) -> None:
        super().__init__()
        self._body = body

    @property
    def is_turning(self) -> bool:
        """Whether the page is still to come, from the moment that it was asked for."""
        return self._body.is_turning

    def compose(self) -> ComposeResult:
        """Put the page above the status line."""
        yield self._body
        yield Foot(id="foot")

    def on_mount(self) -> None:
        """Let the rows have the keys."""
        self._body.rows.focus()

    def on_changed(self, event: Changed) -> None:
        """Bring the status line up to date."""
        event.stop()
        if isinstance(pane := self.focused, Pane):
            self.query_one(Foot).status.show(pane.places, pane.position, pane.meaning)

    def on_page_pane_opened(self, event: PagePane.Opened) -> None:
        """Go to a cable."""
        event.stop()
        self._leave(event.visit)

    def on_page_pane_closed(self, event: PagePane.Closed) -> None:
        """Go back."""
        event.stop()
        self._leave(None)

    def seek(self, address: str) -> None:
        """Find the cable of an address; the page stays where there is none."""
        self._body.seek(address)

    def on_visit_asked(self, event: VisitAsked) -> None:
        """Go to the cable that was sought."""
        event.stop()
        self._leave(event.visit)

    def on_page_asked(self, event: PageAsked) -> None:
        """Go to the page of the cable that was sought."""
        event.stop()
        self._leave(Page(event.kind, event.address, self._body.page.over))

    def _leave(self, stop: Stop | None) -> None:
        self._body.give_up()  # keys need not wait for a page that is gone
        rows = self._body.rows
        self.dismiss((replace(self._body.page, row=rows.cursor, top=rows.top), stop))
