"""The ways between the list and the cables: visits, neighbours, references, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Container

from tui import screens
from tui.drawing.line import TargetKind
from tui.history import History
from tui.panes.desk import Desk
from tui.panes.guard import Guarded
from tui.panes.messages import Noticed, VisitAsked
from tui.panes.pane import Pane
from tui.targets import query_for
from tui.visit import Page, PageKind, Stop, Visit

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from archive import Archive
    from tui.panes.cable import CableView
    from tui.panes.catalogue import Catalogue
    from tui.panes.messages import FollowAsked, NarrowAsked, PageAsked, PreviewAsked
    from tui.panes.reading import Reading
    from tui.personal import Personal
    from tui.screens.page import PageBody


class Routes(Guarded, Container):
    """Goes where the panes ask to go, and remembers where the user was."""

    BLANK = True  # covered by its children: nothing to draw

    def __init__(self, archive: Archive, personal: Personal, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._archive = archive
        self._personal = personal
        self._history: History[Stop] = History()
        self._left: Visit | None = None
        """The cable that was read before the list, and where."""

    def compose(self) -> ComposeResult:
        """Hold the parts."""
        yield Desk(self._archive, self._personal, id="panes")

    @property
    def desk(self) -> Desk:
        """The parts side by side."""
        return self.query_one(Desk)

    @property
    def catalogue(self) -> Catalogue:
        """The index and its bar."""
        return self.desk.catalogue

    @property
    def reading(self) -> Reading:
        """The cable."""
        return self.desk.reading

    @property
    def _is_reading(self) -> bool:
        """Whether the user is in a cable, not in the list."""
        return self.screen.has_class("-reading")

    @property
    def _place(self) -> Visit | None:
        """Where the user is in a cable; from the list, where in the last one."""
        if not self._is_reading:
            return self._left
        place = self.reading.place
        return None if place is None else replace(place, beside=self.desk.beside)

    def show(self, pane: Widget) -> None:
        """Show a pane, where only one part is seen at a time, and give it the focus."""
        screen = self.screen
        is_reading = pane is not self.catalogue.index
        if is_reading != screen.has_class("-reading"):
            screen.set_class(is_reading, "-reading", update=False)
            # What the class changes; Textual would look at the style of everything in them too.
            self.app.stylesheet.update_nodes((self.catalogue, self.reading))
        pane.focus()

    def on_click(self, event: events.Click) -> None:
        """Go where the mouse is: into the cable beside the list, or back to the list."""
        pane = event.widget
        if event.chain > 1 or not (isinstance(pane, Pane) and pane.can_focus):
            return  # a second click has opened what it is on
        if pane is not self.catalogue.index:
            self.show(pane)
        elif self._is_reading:
            self.leave()

    def leave(self) -> None:
        """Go back to the list, which is as it was, but for what another reader has marked."""
        self._left = self._place
        self.desk.before = self._left or self.desk.before
        if self._personal.is_news():
            self.catalogue.index.refresh()
        self.show(self.catalogue.index)

    def narrow(self, query: str) -> None:
        """List what a query finds of the cables that are listed."""
        self.leave()
        self.catalogue.narrow(query)

    def back(self, by: int) -> None:
        """Go back to where the user was, or forward again; from the list into the last cable."""
        stop: Stop | None = None
        if (here := self._place or self.reading.place) is not None:
            if by < 0 and here is self._left:  # in the list
                stop, by = here, by + 1
            stop = self._history.go(here, by) or stop
        if isinstance(stop, Page):
            if stop.over is not None:
                self._visit(stop.over)
            else:
                self.leave()
            self._left = None  # what was read last is ahead of the page
            self._turn_to(stop)
        elif stop is not None:
            self._visit(stop)
        else:
            self._say("There is nothing to go back to." if by < 0 else "This is the last.")

    def _turn_to(self, page: Page) -> None:
        """Lay a page over the reader; a cable that is opened from it leads back to it."""

        def left(result: tuple[Page, Stop | None] | None) -> None:
            if result is None or (stop := result[1]) is None:
                return
            if page.over is None and self._left is not None:
                self._history.leave(self._left)
            self._history.leave(result[0])
            if isinstance(stop, Page):
                self._turn_to(stop)
            else:
                self._visit(stop)

        make = screens.ThreadBody if page.kind is PageKind.THREAD else screens.AbsentBody
        body: PageBody = make(self._archive, page)
        self.app.push_screen(screens.PageScreen(body), left)

    def _visit(self, visit: Visit) -> None:
        if not self.desk.is_furnished:  # a click in the first moment
            return
        self._personal.is_news()  # what another reader has noted on it is to be seen
        self._personal.see(self._archive.row(visit.key))
        self.catalogue.index.refresh()
        self.reading.open(visit)
        self.show(self.desk.pane_of(visit.beside))

    def _say(self, text: str) -> None:
        self.send(Noticed(text))

    def on_preview_asked(self, event: PreviewAsked) -> None:
        """Show a cable beside the list, where both are seen and the user is in the list.

        Somebody who types a query is in the list, too.
        """
        event.stop()
        screen = self.screen
        is_alone = screen.has_class("-narrow") or screen.has_class("-zoomed")
        if self.desk.is_furnished and not (self._is_reading or is_alone):
            self.reading.preview(event.visit)

    def on_visit_asked(self, event: VisitAsked) -> None:
        """Read a cable; in the one that is read already, what is marked stays so."""
        event.stop()
        visit, place = event.visit, self._place
        if place is not None and (self._is_reading or place.key != visit.key):
            self._history.leave(place)
            self.desk.before = place
        if place is not None and self._is_reading and place.key == visit.key:
            visit = replace(visit, query=place.query, words=place.words)
        self._visit(visit)

    def on_page_asked(self, event: PageAsked) -> None:
        """Show a page about a cable."""
        event.stop()
        over = self._place if self._is_reading else None
        self._turn_to(Page(event.kind, event.address, over))

    def on_cable_view_left(self, event: CableView.Left) -> None:
        """Go back to the list."""
        event.stop()
        self.leave()

    def on_cable_view_neighbour_asked(self, event: CableView.NeighbourAsked) -> None:
        """Read the next or previous cable of the list; the index follows."""
        event.stop()
        index = self.catalogue.index
        if self.reading.visit is not None:
            index.find(self.reading.visit.key)
        row = index.neighbour(event.by)
        if row is None:
            self._say("No more cables that way.")
        else:
            self._visit(self._personal.visit(row, self.catalogue.selection.query))

    def on_follow_asked(self, event: FollowAsked) -> None:
        """Read a cable that is referred to, or narrow the list by a value."""
        event.stop()
        if event.target.kind in {TargetKind.CABLE, TargetKind.CITING}:
            self.reading.seek(event.target.value)
        elif (query := query_for(event.target)) is not None:
            self.narrow(query)
        else:
            self._say("There is nothing to follow here.")

    def on_narrow_asked(self, event: NarrowAsked) -> None:
        """List what a query finds of the cables that are listed."""
        event.stop()
        self.narrow(event.query)
