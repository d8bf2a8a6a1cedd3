"""One cable as it is shown: its header above its text, and what can be found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from archive import ArchiveError
from tui import screens
from tui.drawing.line import EMPTY, Piece, Role
from tui.finding import Found, found_in
from tui.keys import key_of
from tui.panes.body import BodyPane, Bookmark
from tui.panes.header import HeaderPane
from tui.panes.pane import Pane, bindings
from tui.panes.part import Part
from tui.panes.question import Asked, Question
from tui.wording import counted

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from archive import Archive
    from tui.drawing.jottings import Jottings
    from tui.drawing.line import Line
    from tui.drawing.outline import Entry
    from tui.drawing.remarks import Remark
    from tui.opened import Opened


class RulePane(Pane):
    """The rule between header and text, where there are any."""

    is_between = False

    def show(self) -> None:
        """Draw it from now on."""
        self.is_between = True
        self.refresh()

    def line(self, _y: int) -> Line:
        """Draw the rule."""
        rule = Piece(self.glyphs.horizontal * self.size.width, Role.RULE)
        return (rule,) if self.is_between else EMPTY


class CableView(Part):
    """Shows a cable that has been read, and finds in it."""

    WHERE = "cable"
    BINDINGS = bindings("cable")

    @dataclass
    class Sought(Message):
        """What was looked for in this cable has been found, or not."""

        opened: Opened
        """The cable it was looked for in."""
        found: Found
        origin: Bookmark
        """Where the cursor was when the search began."""
        is_final: bool
        """It was typed to its end."""

    class Left(Message):
        """The user wants to go back to the list."""

    @dataclass
    class NeighbourAsked(Message):
        """The user wants another cable of the list."""

        by: int

    def __init__(self, archive: Archive, *, id: str | None = None) -> None:
        super().__init__(archive, id=id)
        self.opened: Opened | None = None
        self.words = ""
        """What was looked for in it; empty where that is marked which the list's query found."""
        self._sought = ""
        """What was looked for last, in whatever cable."""

    def compose(self) -> ComposeResult:
        """Put the header above the text."""
        yield HeaderPane(id="header")
        yield RulePane(id="rule")
        yield BodyPane(id="body")

    @property
    def body(self) -> BodyPane:
        """The text."""
        return self.query_one(BodyPane)

    @property
    def header(self) -> HeaderPane:
        """The header."""
        return self.query_one(HeaderPane)

    @property
    def is_without_room(self) -> bool:
        """Whether a cable is shown that has not been given its room on the screen."""
        return self.body.cable is not None and self.body.page is None

    def show(self, opened: Opened, jottings: Jottings) -> None:
        """Show another cable."""
        if self.opened is None:
            self.query_one(RulePane).show()
        self.opened = opened
        self.words = opened.visit.words
        matches = opened.matches
        beside = opened.visit.beside
        self.header.editions = opened.editions
        self.header.show(opened.cable, opened.citations, matches.subject, beside)
        self.body.jottings, self.body.citations = jottings, opened.citations
        self.body.show(opened.cable, matches.paragraphs, opened.position, opened.visit.spot)

    def jot(self, jottings: Jottings) -> None:
        """Show other stars and notes."""
        self.body.jottings = jottings
        self.body.mark(self.body.matches)

    # Back to the list

    def action_leave(self) -> None:
        """Go back to the list."""
        self.send(self.Left())

    def action_neighbour(self, by: int) -> None:
        """Go to the next or previous cable of the list."""
        self.send(self.NeighbourAsked(by))

    # How it is shown

    def action_header(self) -> None:
        """Show more or less of the header."""
        size, hidden = self.header.change_size().value, self.header.hidden
        way = f", {counted(hidden, 'more line')}: {key_of('reader.next-pane')} goes there"
        self.notice(f"Header: {size}{way * bool(hidden)}.")

    def action_form(self) -> None:
        """Show the text in another form."""
        self.notice(f"Text: {self.body.change_form().value}.")

    # Finding

    def action_find(self, words: str = "") -> None:
        """Find in this cable what is being typed, or these words; Enter alone goes on."""
        origin = self.body.bookmark
        if origin is None:
            return

        def typed(text: str) -> None:
            self._look_for(text if len(text.strip()) > 1 else "", origin)

        def entered(text: str) -> None:
            if text.strip():
                self._look_for(text, origin, is_final=True)
            else:
                cancelled()
                self.action_hit(1)

        def cancelled() -> None:
            self.workers.cancel_group(self, "find")
            self.give_up()
            self.body.go_back(origin, origin.matches)

        if words:
            entered(words)
        else:
            question = Question(
                "/",
                entered=entered,
                typed=typed,
                cancelled=cancelled,
                kept=entered,
                before=(self._sought,) if self._sought else (),
            )
            self.send(Asked(question))

    def _look_for(self, text: str, origin: Bookmark, *, is_final: bool = False) -> None:
        if self.opened is not None:
            self.is_loading = is_final
            self._find(text, self.opened, origin, is_final=is_final)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False)
    def _find(self, text: str, opened: Opened, origin: Bookmark, *, is_final: bool) -> None:
        try:
            found = found_in(self.archive, text, opened.cable)
        except ArchiveError as error:
            if is_final:  # half a query is no mistake yet
                self.answer(self.Refused(error, text))
        else:
            self.answer(self.Sought(opened, found, origin, is_final))

    def on_cable_view_sought(self, event: Sought) -> None:
        """Mark what was found, and go to the first from where the search began."""
        event.stop()
        if self.is_loading and not event.is_final:
            return  # what was typed to its end is being looked for: keys wait for that
        self.give_up()
        if event.opened is not self.opened:
            return
        found = event.found
        self.body.go_back(event.origin, found.matches)
        if found.matches and self.body.hit(1, from_here=True) is None:
            self.body.hit(-1)
        if event.is_final:
            self.words = self._sought = found.text
            self.notice(found.said)

    def action_hit(self, by: int) -> None:
        """Go to the next or previous hit, in this cable or the next.

        Where nothing is marked, look for what was looked for last.
        """
        query = self.opened.visit.query if self.opened is not None else ""
        marked = self.words or query
        if (found := self.body.hit(by)) is not None:
            self.notice(f"Hit {found[0]} of {found[1]}: {marked}")
        elif marked and marked == query:
            self.send(self.NeighbourAsked(by))
        elif marked:
            missing = f"Not in this cable: {marked}"
            self.notice("No more hits." if self.body.matches else missing)
        elif self._sought and (origin := self.body.bookmark) is not None:
            self._look_for(self._sought, origin, is_final=True)
        else:
            self.notice("Nothing to find: type it after /.")

    def action_narrow(self) -> None:
        """Show only the paragraphs with a hit, or all again."""
        cable, hits = self.body.cable, len(self.body.matches)
        if cable is None or not hits:
            self.notice("No hits to narrow to: type what to find after /.")
        elif self.body.narrow():
            count = len(cable.paragraphs)
            self.notice(f"Only the {hits} of {count} paragraphs with a hit: & shows all.")
        else:
            self.notice(f"All {len(cable.paragraphs)} paragraphs.")

    # Lists to choose from

    def action_explain(self) -> None:
        """Say what was repaired in this cable, and what is doubtful about it; go to a place."""
        if self.opened is None or self.body.page is None:
            return

        def chosen(result: tuple[Remark, str] | None) -> None:
            if result is not None and result[0].position is not None:
                self.body.go_to(result[0].position)

        cable, here = self.opened.cable, self.body.page.paragraph
        problems = self.archive.problems(self.opened.visit.key)
        chooser = screens.remarks_chooser(cable, problems, here)
        self.app.push_screen(chooser, chosen)

    def action_outline(self) -> None:
        """List headings and paragraphs; go to the one that is chosen."""
        cable, page = self.body.cable, self.body.page
        if cable is None or page is None:
            return

        def chosen(result: tuple[Entry, str] | None) -> None:
            if result is not None:
                self.body.go_to(result[0].position)

        chooser = screens.outline_chooser(cable, page.paragraph)
        self.app.push_screen(chooser, chosen)
