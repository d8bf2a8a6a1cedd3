"""The reader's one screen: index, cable and context, laid out by the size of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.drawing.choices import topic_line
from tui.drawing.line import TargetKind
from tui.drawing.tiers import LOW, divide
from tui.history import History
from tui.panes.desk import Desk
from tui.panes.foot import Foot
from tui.panes.guard import Guarded
from tui.panes.messages import NarrowAsked
from tui.panes.pane import Pane, bindings
from tui.panes.prompt import Asked, Question
from tui.screens.chooser import Choice, Chooser
from tui.targets import query_for
from tui.visit import Visit

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from archive import Archive, Topic
    from tui.panes.catalogue import Catalogue
    from tui.panes.messages import Changed, FollowAsked, PreviewAsked, VisitAsked
    from tui.panes.reading import Reading
    from tui.personal import Personal


class ReaderScreen(Guarded, Screen[None]):
    """Holds the layout and routes messages between the panes."""

    WHERE = "reader"
    BINDINGS = bindings("reader")
    AUTO_FOCUS = "#index"

    def __init__(self, archive: Archive, personal: Personal, place: str | None = None) -> None:
        super().__init__()
        self._archive = archive
        self._personal = personal
        self._place = place
        self._history: History[Visit] = History()

    def compose(self) -> ComposeResult:
        """Put the parts side by side, above the status line."""
        yield Desk(self._archive, self._personal, id="panes")
        yield Foot(id="foot")

    @property
    def desk(self) -> Desk:
        """All but the last line."""
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
    def foot(self) -> Foot:
        """The last line."""
        return self.query_one(Foot)

    def keep_place(self) -> None:
        """Note where the reader is, for the next time."""
        if (here := self.desk.here) is not None:
            row, position = here
            selection = self.catalogue.selection
            self._personal.keep_place(self._archive, selection, row, position or 0)

    # Layout

    def on_mount(self) -> None:
        """Open where the user asked to begin."""
        if self._place is not None:
            self.reading.seek(self._place)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the parts out for the size of the terminal."""
        division = divide(event.size.width)
        for name in ("narrow", "middle", "wide"):
            self.set_class(division.name == name, f"-{name}")
        self.set_class(event.size.height < LOW, "-low")
        is_narrow = division.name == "narrow"
        self.catalogue.styles.width = "1fr" if is_narrow else division.index
        self.desk.context.styles.width = division.context
        self.reading.header.fit(event.size.height)

    def action_next_pane(self, by: int) -> None:
        """Go round the panes."""
        panes: list[Widget] = [self.catalogue.index]
        if self.reading.visit is not None:
            panes += [self.reading.header, self.reading.body]
            if self.has_class("-wide") and not self.has_class("-zoomed"):
                panes.append(self.desk.context)
        at = panes.index(self.focused) if self.focused in panes else 0
        self._show(panes[(at + by) % len(panes)])

    def action_zoom(self) -> None:
        """Show the part with the focus alone, or all parts again."""
        self.toggle_class("-zoomed")

    def action_quit(self) -> None:
        """Close the cable; from the list, quit."""
        if self.focused is self.catalogue.index:
            self.app.exit(return_code=0)
        else:
            self.on_reading_left()

    def _show(self, pane: Widget) -> None:
        """Show a pane, where only one part is seen at a time, and give it the focus."""
        self.set_class(pane is not self.catalogue.index, "-reading")
        pane.focus()

    # Routes

    def on_preview_asked(self, event: PreviewAsked) -> None:
        """Show a cable beside the list, where both are seen and the user is in the list."""
        is_reading = self.focused not in (self.catalogue.index, None)
        if not (is_reading or self.has_class("-narrow") or self.has_class("-zoomed")):
            self.reading.open(event.visit)

    def on_visit_asked(self, event: VisitAsked) -> None:
        """Read a cable."""
        if self.has_class("-reading") and self.reading.place is not None:
            self._history.leave(self.reading.place)
        self._visit(event.visit)

    def on_reading_left(self) -> None:
        """Go back to the list, which is as it was."""
        self._show(self.catalogue.index)

    def on_reading_neighbour_asked(self, event: Reading.NeighbourAsked) -> None:
        """Read the next or previous cable of the list; the index follows."""
        index = self.catalogue.index
        if self.reading.visit is not None:
            index.find(self.reading.visit.key)
        before = index.cursor
        index.action_move(event.by)
        if index.cursor == before:
            self.foot.status.say("No more cables that way.")
        elif (row := index.current) is not None:
            self._visit(Visit(row.key, row.best, self.catalogue.selection.query))

    def on_follow_asked(self, event: FollowAsked) -> None:
        """Read a cable that is referred to, or narrow the list by a value."""
        if event.target.kind is TargetKind.CABLE:
            self.reading.seek(event.target.value)
        elif (query := query_for(event.target)) is not None:
            self.on_narrow_asked(NarrowAsked(query))
        else:
            self.foot.status.say("There is nothing to follow here.")

    def on_narrow_asked(self, event: NarrowAsked) -> None:
        """List what a query finds of the cables that are listed."""
        self._show(self.catalogue.index)
        self.catalogue.narrow(event.query)

    def on_asked(self, event: Asked) -> None:
        """Let the user type."""
        self.foot.ask(event.question)

    def on_changed(self, _event: Changed) -> None:
        """Bring the status line up to date."""
        pane = self.focused
        if isinstance(pane, Pane):
            self.foot.status.show(pane.places, pane.position, pane.meaning)

    def action_history(self, by: int) -> None:
        """Go back, or forward again."""
        here = self.reading.place
        if here is None:
            return
        place = self._history.back(here) if by < 0 else self._history.forward(here)
        if place is None:
            self.foot.status.say(
                "There is nothing to go back to." if by < 0 else "This is the last."
            )
        else:
            self._visit(place)

    def action_go(self) -> None:
        """Ask for an address."""
        self.foot.ask(Question(":", entered=self.reading.seek_typed))

    def action_topics(self) -> None:
        """Look a topic up, and narrow the list to it."""

        def chosen(result: tuple[Topic, str] | None) -> None:
            if result is not None:
                self.on_narrow_asked(NarrowAsked(result[0].query))

        choice = Choice(
            "Topics: a TAG, its meaning, a post, a country, a person, a subject",
            self._archive.topics,
            topic_line,
            empty="No such topic.",
        )
        self.app.push_screen(Chooser(choice), chosen)

    def _visit(self, visit: Visit) -> None:
        self._personal.see(self._archive.row(visit.key))
        self.catalogue.index.refresh()
        self.reading.open(visit)
        self._show(self.reading.body)
