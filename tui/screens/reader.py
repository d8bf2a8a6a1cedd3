"""The reader's one screen: index, cable and context, laid out by the size of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import screens
from tui.drawing.tiers import LOW, MIDDLE, divide
from tui.painting import PaintedOnce
from tui.panes.foot import Foot
from tui.panes.guard import Guarded
from tui.panes.messages import Changed, Noticed
from tui.panes.pane import Pane, bindings
from tui.panes.routes import Routes
from tui.typed import paragraph_number

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from archive import Archive, Topic
    from tui.panes.catalogue import Catalogue
    from tui.panes.question import Asked
    from tui.panes.reading import Reading
    from tui.personal import Personal


class ReaderScreen(Guarded, PaintedOnce[None]):
    """Lays the parts out, and does what keys ask for everywhere."""

    WHERE = "reader"
    BINDINGS = bindings("reader")
    AUTO_FOCUS = "#index"

    def __init__(self, archive: Archive, personal: Personal) -> None:
        super().__init__()
        self._archive = archive
        self._personal = personal

    def compose(self) -> ComposeResult:
        """Put the parts side by side, above the status line."""
        yield Routes(self._archive, self._personal, id="routes")
        yield Foot(id="foot")

    @property
    def routes(self) -> Routes:
        """All but the last line."""
        return self.query_one(Routes)

    @property
    def catalogue(self) -> Catalogue:
        """The index and its bar."""
        return self.routes.catalogue

    @property
    def reading(self) -> Reading:
        """The cable."""
        return self.routes.reading

    @property
    def foot(self) -> Foot:
        """The last line."""
        return self.query_one(Foot)

    def keep_place(self) -> None:
        """Note where the reader is, for the next time."""
        if not self.query("#index") or self.catalogue.index.listing is None:
            return  # it is still to come, and was kept the last time
        row, position = self.routes.desk.here or (None, None)
        read = self.reading.place if self.routes.desk.is_furnished else None
        if position is None and row is not None and read is not None and read.key == row.key:
            position = read.position  # it was closed to quit: that is where reading goes on
        selection = self.catalogue.selection
        if position is None and row is not None and selection.is_of_paragraphs:
            position = row.best
        self._personal.keep_place(self._archive, selection, row, position or 0)

    # Ways

    def seek(self, text: str) -> None:
        """Find the cable of an address, or a paragraph of this one by its number."""
        number = paragraph_number(text)
        if number is not None and self.reading.visit is not None:
            self.reading.seek_paragraph(number)
        elif text.strip():
            self.reading.seek(text.strip())

    def turn_to(self, where: str) -> Widget:
        """Give the focus to what has the keys of a place, where it is in sight; return it."""
        pane = self._pane_of(where) or self.focused or self.catalogue.index
        self.routes.show(pane)
        return pane

    def _pane_of(self, where: str) -> Widget | None:
        """Return what has the keys of a place; None where it is not in sight."""
        context = self.routes.desk.context
        panes: dict[str, Widget] = {
            "index": self.catalogue.index,
            "catalogue": self.catalogue.index,
        }
        if self.reading.visit is not None and self.reading.display:
            body = self.reading.body
            panes |= {"header": self.reading.header, "body": body, "cable": body, "reading": body}
            if context.display:
                panes["context"] = context
        return panes.get(where)

    # Layout

    async def furnish(self) -> None:
        """Put the cable beside the list."""
        await self.routes.desk.furnish()
        self._fit()
        self.catalogue.index.moved()

    def on_resize(self) -> None:
        """Lay the parts out for the size of the terminal."""
        was_alone = self._is_alone
        self._fit()
        self._show_beside(was_alone=was_alone)
        self.foot.status.make_room()

    def _fit(self) -> None:
        width, height = self.size
        division = divide(width)
        for name in ("narrow", "middle", "wide"):
            self.set_class(division.name == name, f"-{name}")
        self.set_class(height < LOW, "-low")
        is_narrow = division.name == "narrow"
        self.catalogue.styles.width = "1fr" if is_narrow else division.index
        if self.routes.desk.is_furnished:
            self.routes.desk.context.styles.width = division.context
            self.reading.header.fit(height)

    @property
    def _is_alone(self) -> bool:
        """Whether one part is seen at a time."""
        return self.has_class("-narrow") or self.has_class("-zoomed")

    def _show_beside(self, *, was_alone: bool) -> None:
        """Show the cable under the cursor of the list, where there is room beside it now."""
        if was_alone and not self._is_alone and self.focused is self.catalogue.index:
            self.catalogue.index.moved()

    def _hurry(self) -> None:
        """Show beside the list at once what would be shown when its cursor has rested."""
        row = self.catalogue.index.current
        if row is not None and self.catalogue.lister.is_offering and not self._is_alone:
            self.reading.open(self._personal.visit(row, self.catalogue.selection.query))

    def action_next_pane(self, by: int) -> None:
        """Go round the panes in sight; from the list alone, to the cable that was read last."""
        index, header, body = self.catalogue.index, self.reading.header, self.reading.body
        panes: list[Widget] = [index]
        if self.reading.visit is not None:
            if self.focused is index:
                self._hurry()
            if not self._is_alone:
                panes += [header, body]
                if self.has_class("-wide"):
                    panes.append(self.routes.desk.context)
            else:
                panes = [index, body] if self.focused is index else [header, body]
        at = panes.index(self.focused) if self.focused in panes else 0
        if len(panes) > 1:
            self.routes.show(panes[(at + by) % len(panes)])
        else:
            self.send(Noticed("There is only the list until a cable is read: Enter reads one."))

    def action_zoom(self) -> None:
        """Show the part with the focus alone, or all parts again."""
        if self.has_class("-narrow") and not self.has_class("-zoomed"):
            self.send(Noticed(f"Below {MIDDLE} columns a pane is always alone."))
        else:
            was_alone = self._is_alone
            self.toggle_class("-zoomed")
            self._show_beside(was_alone=was_alone)

    # The last line

    def on_asked(self, event: Asked) -> None:
        """Let the user type."""
        self.foot.ask(event.question)

    def on_changed(self, event: Changed) -> None:
        """Bring the status line up to date; beside a list of nothing no cable is shown."""
        pane, index = self.focused, self.catalogue.index
        is_listed = index.listing is not None
        self.set_class(is_listed and pane is index and not index.count, "-empty")
        if isinstance(pane, Pane):
            self.foot.status.show(pane.places, pane.position, pane.meaning, is_moved=event.is_moved)

    def on_screen_resume(self) -> None:
        """Drop what was said before or upon what lay over the reader."""
        if self.focused is not None:
            self.on_changed(Changed(is_moved=True))

    # Keys that work everywhere

    def action_quit(self) -> None:
        """Close the cable; from the list, quit."""
        if self.focused is self.catalogue.index:
            self.app.exit(return_code=0)
        else:
            self.routes.leave()

    def action_history(self, by: int) -> None:
        """Go back, or forward again."""
        self.routes.back(by)

    def action_topics(self, words: str = "") -> None:
        """Look a topic up, and narrow the list to it."""

        def chosen(result: tuple[Topic, str] | None) -> None:
            if result is not None:
                self.routes.narrow(result[0].query)

        self.app.push_screen(screens.topics_chooser(self._archive, words), chosen)
