"""The parts side by side, and what the reader notes about what is on them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.containers import Horizontal

from archive import ArchiveError
from parser import clean_line
from tui import screens
from tui.drawing.line import Line, Piece, Role
from tui.keys import key_of
from tui.panes.catalogue import Catalogue
from tui.panes.guard import Guarded
from tui.panes.messages import NO_CABLE, Noticed, VisitAsked
from tui.panes.pane import Pane, bindings
from tui.panes.question import Asked, Question
from tui.passages import PassageRow
from tui.visit import Beside, Visit
from tui.wording import called, counted, edition_of

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from archive import Archive, CableRow, Notebook
    from tui.panes.body import BodyPane
    from tui.panes.context import ContextPane
    from tui.panes.reading import Reading
    from tui.personal import Personal


_BACK = "'`"
"""Letters of the place before the last jump, as in vim."""


class DividerPane(Pane):
    """The rule between two parts."""

    def line(self, _y: int) -> Line:
        """Draw one row of the rule."""
        return (Piece(self.glyphs.vertical, Role.RULE),)


class Desk(Guarded, Horizontal):
    """Keeps stars, notes, marks and what was read, for the cable or paragraph with the cursor."""

    BLANK = True  # covered by its children: nothing to draw
    WHERE = "desk"
    BINDINGS = bindings("desk")

    def __init__(self, archive: Archive, personal: Personal, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._archive = archive
        self._personal = personal
        self._kept: int | None = None
        """The cable that the next one is compared to."""
        self.before: Visit | None = None
        """Where the user was before the last jump to another place; None: in the last session."""
        self.is_furnished = False
        """All parts are there."""

    def compose(self) -> ComposeResult:
        """Begin with the list; :meth:`furnish` puts the other parts beside it."""
        yield Catalogue(self._archive, self._personal, id="catalogue")

    async def furnish(self) -> None:
        """Add what the first list can be painted without."""
        from tui.panes.context import ContextPane  # noqa: PLC0415 - takes as long as the list
        from tui.panes.reading import Reading  # noqa: PLC0415

        await self.catalogue.lister.furnish()
        await self.mount(
            DividerPane(id="divider"),
            Reading(self._archive, self._personal, id="reading"),
            DividerPane(id="divider2"),
            ContextPane(id="context"),
        )
        self.is_furnished = True
        notebook = self._personal.notebook
        if notebook is not None and notebook.problem is not None:
            self.send(Noticed(notebook.problem, Role.ERROR))
        else:
            self._offer_place()

    def _offer_place(self) -> None:
        """Say how to go on reading where the last session ended inside a cable."""
        notebook = self._personal.notebook
        place = notebook.place(self._archive.path) if notebook is not None else None
        if place is None or place.cable is None or not place.position:
            return
        with suppress(ArchiveError, IndexError):  # the archive may be another one by now
            paragraph = self._archive.cable(place.cable).paragraphs[place.position]
            number = called(paragraph.number, place.position)
            where = f"{self.catalogue.index.glyphs.paragraph}{number}"
            back = f"{key_of('desk.go-mark')}{_BACK[0]}"
            self.send(Noticed(f"{back} goes back to {place.cable} {where}, where you left off."))

    @property
    def catalogue(self) -> Catalogue:
        """The index and its bar."""
        return self.query_one(Catalogue)

    @property
    def reading(self) -> Reading:
        """The cable."""
        return cast("Reading", self.get_child_by_id("reading"))

    @property
    def context(self) -> ContextPane:
        """What belongs to the cable."""
        return cast("ContextPane", self.get_child_by_id("context"))

    def on_reading_shown(self, event: Reading.Shown) -> None:
        """Show beside the text what belongs to it."""
        event.stop()
        shown = event.opened
        self.context.show(shown.cable, shown.citations, event.jottings, shown.visit.beside)

    def on_body_pane_jumping(self, event: BodyPane.Jumping) -> None:
        """Keep where the user was in the text."""
        event.stop()
        if (place := self.reading.place) is not None:
            self.before = replace(place, position=event.position, spot=event.spot)

    def on_context_pane_left(self, event: ContextPane.Left) -> None:
        """Go back to the text."""
        event.stop()
        self.reading.body.focus()

    def on_context_pane_chosen(self, event: ContextPane.Chosen) -> None:
        """Go to a reference, or to a paragraph of this cable."""
        event.stop()
        self.reading.go_to(event.row)

    @property
    def beside(self) -> Beside | None:
        """What the cursor is on, where it is above the text or beside it."""
        panes = (self.reading.header, self.context)
        return next((pane.beside for pane in panes if pane is self.screen.focused), None)

    def pane_of(self, beside: Beside | None) -> Widget:
        """Return the pane in which something stands; the text, where that pane is not in sight."""
        panes = (self.reading.header, self.context)
        found = (pane for pane in panes if beside and beside.pane == pane.WHERE and pane.display)
        return next(found, self.reading.body)

    @property
    def here(self) -> tuple[CableRow, int | None] | None:
        """The cable of the cursor, and its paragraph (from 0) when the cursor is in the text."""
        if self.screen.focused is self.catalogue.index:
            row = self.catalogue.index.current
            return (row, None) if row else None
        place = self.reading.place if self.is_furnished else None
        return (self._archive.row(place.key), place.position or 0) if place else None

    def _asked_here(self) -> tuple[CableRow, int | None] | None:
        """Return what a key is for, or say that there is nothing.

        In a list of paragraphs that is the paragraph.
        """
        if (here := self.here) is None:
            self.send(Noticed(NO_CABLE))
            return None
        row, position = here
        is_paragraph = isinstance(row, PassageRow) and row.number is not None
        return row, row.best if position is None and is_paragraph else position

    @property
    def _marked(self) -> tuple[CableRow, ...]:
        """The rows that are marked, where the cursor is in the list; each of another cable."""
        index = self.catalogue.index
        rows = index.tagged if self.screen.focused is index else ()
        return tuple({row.key: row for row in rows}.values())

    def refresh_marks(self) -> None:
        """Draw the marks of cables and paragraphs again."""
        self._personal.forget()
        self.catalogue.index.refresh()
        self.reading.mark_again()

    def _notebook(self) -> Notebook | None:
        notebook = self._personal.notebook
        if notebook is None:
            self.send(Noticed("Nothing is kept in this session: there is no notebook.", Role.ERROR))
        return notebook

    def _said(self, text: str, notebook: Notebook) -> None:
        """Say what was done, or why it will not last."""
        self.send(Noticed(notebook.problem or text, Role.ERROR if notebook.problem else Role.TEXT))
        self.refresh_marks()

    def action_star(self) -> None:
        """Star the cable or the paragraph, or take its star away."""
        if (here := self._asked_here()) is None or (notebook := self._notebook()) is None:
            return
        row, position = here
        if rows := self._marked:
            has_stars = self._personal.star_all(rows)
            did = "starred" if has_stars else "without a star now"
            self._said(f"{counted(len(rows), 'cable')} {did}.", notebook)
            return
        stars = self._personal.starred(row)
        if isinstance(row, PassageRow) and position not in stars and None in stars:
            position = None  # the star that the row shows is that of its cable
        has_star = self._personal.star(row, position)
        self._said("Starred." if has_star else "The star is gone.", notebook)

    def action_read(self) -> None:
        """Count the cable as read or unread."""
        if (here := self._asked_here()) is None or (notebook := self._notebook()) is None:
            return
        row, _ = here
        if rows := self._marked:
            is_read = self._personal.see_all(rows)
            self._said(
                f"{counted(len(rows), 'cable')} {'read' if is_read else 'unread'}.", notebook
            )
            return
        is_read = not self._personal.marks(row).is_read
        self._personal.see(row, is_read=is_read)
        self._said("Read." if is_read else "Unread.", notebook)

    def action_note(self) -> None:
        """Write a note on the cable or the paragraph."""
        if (here := self._asked_here()) is None or (notebook := self._notebook()) is None:
            return
        row, position = here
        if notebook.is_news():  # a note of another reader is not to be lost
            self.refresh_marks()

        def entered(text: str) -> None:
            notebook.write_note(row.reference_id, position, text)
            gone = "The note is gone." if value else "Nothing is noted."
            self._said("Noted." if text.strip() else gone, notebook)

        position, value = self._personal.note_at(row, position)
        self.send(Asked(Question("note: ", entered=entered, value=value)))

    def action_compare(self) -> None:
        """Keep the cable for a comparison; with one kept, compare: with itself, its editions."""
        if (here := self._asked_here()) is None:
            return
        row, _ = here
        kept, self._kept = self._kept, None
        if kept is None:
            self._kept = row.key
            editions = len(self._archive.editions(row.key))
            own = f", here its {editions} editions" if editions > 1 else ""
            way = f"{key_of('desk.compare')} on another cable compares the two{own}"
            self.send(Noticed(f"{row.reference_id} is kept: {way}."))
            return
        if kept == row.key:
            self._compare_editions(row)
        else:
            self._compare(kept, row.key)

    def _compare(self, kept: int, read: int, name: str = "the other edition") -> None:
        pair = self._archive.cable(kept), self._archive.cable(read)
        self.app.push_screen(screens.CompareScreen(*pair, name=name))

    def _compare_editions(self, row: CableRow) -> None:
        """Compare a cable with its other edition; where there are several, ask which."""
        others = [one.key for one in self._archive.editions(row.key) if one.key != row.key]
        names = [
            edition_of(self._archive.cable(key), number) for number, key in enumerate(others, 2)
        ]

        def chosen(result: tuple[str, str] | None) -> None:
            if result is not None:
                name = result[0]
                self._compare(others[names.index(name)], row.key, name.partition(":")[0])

        if not others:
            self.send(Noticed(f"{row.reference_id} has no other edition here."))
        elif len(others) == 1:
            self._compare(others[0], row.key)
        else:
            title = f"Compare {clean_line(row.reference_id)} with"
            self.app.push_screen(screens.names_chooser(title, names), chosen)

    def action_set_mark(self) -> None:
        """Give this place a letter."""
        if (here := self._asked_here()) is None or (notebook := self._notebook()) is None:
            return
        row, position = here

        def entered(letter: str) -> None:
            notebook.set_mark(letter, row.reference_id, position or 0)
            self._said(f"Marked {letter}: {row.reference_id}.", notebook)

        self.send(Asked(Question("mark with a letter: ", entered=entered, is_single=True)))

    def action_go_mark(self) -> None:
        """Go to the place that has a letter; `'` itself is the one before the last jump.

        Before the first jump that is where the last session ended.
        """
        if (notebook := self._notebook()) is None:
            return

        def entered(letter: str) -> None:
            if letter in _BACK and self.before is not None:
                self.send(VisitAsked(self.before))
                return
            if letter in _BACK:
                place = notebook.place(self._archive.path)
                cable, position = (place.cable, place.position) if place else (None, 0)
            else:
                mark = notebook.mark(letter)
                cable, position = (mark.cable, mark.position) if mark else (None, 0)
            if cable is None:
                self.send(Noticed(f"Nothing is marked {letter}."))
            else:
                self._go(cable, position)

        letters = "".join(mark.letter for mark in notebook.marks())
        sign = f"go to mark ({letters}'): "
        self.send(Asked(Question(sign, entered=entered, is_single=True)))

    def _go(self, cable: str, position: int) -> None:
        try:
            key, _ = self._archive.key(cable)
        except ArchiveError as error:
            self.send(Noticed(str(error), Role.ERROR))
        else:
            self.send(VisitAsked(Visit(key, position)))
