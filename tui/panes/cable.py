"""One cable as it is shown: its header above its text, and what can be found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from archive import ArchiveError
from tui.panes.body import BodyPane
from tui.panes.header import HeaderPane, rule
from tui.panes.pane import Pane, bindings
from tui.panes.part import Part
from tui.panes.prompt import Asked, Question
from tui.screens.contents import outline_chooser, problems_chooser

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from archive import Archive
    from tui.drawing.body import Jottings
    from tui.drawing.line import Line
    from tui.drawing.outline import Entry
    from tui.opened import Matches, Opened


class RulePane(Pane):
    """The rule between header and text."""

    def line(self, _y: int) -> Line:
        """Draw the rule."""
        return rule(self.size.width, self.glyphs.horizontal)


class CableView(Part):
    """Shows a cable that has been read, and finds in it."""

    WHERE = "cable"
    BINDINGS = bindings("cable")

    @dataclass
    class Found(Message):
        """What was looked for in this cable has been found, or not."""

        query: str
        opened: Opened
        """The cable it was looked for in."""
        matches: Matches

    class Left(Message):
        """The user wants to go back to the list."""

    @dataclass
    class NeighbourAsked(Message):
        """The user wants another cable of the list."""

        by: int

    def __init__(self, archive: Archive, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(archive, id=id)
        self.opened: Opened | None = None
        self._query = ""
        """What is marked."""

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
        self.opened = opened
        self._query = opened.visit.query
        self.header.show(opened.cable, opened.citations)
        self.body.jottings, self.body.citations = jottings, opened.citations
        self.body.show(opened.cable, opened.matches, opened.position)

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
        self.notice(f"Header: {self.header.change_size().value}.")

    def action_form(self) -> None:
        """Show the text in another form."""
        self.notice(f"Text: {self.body.change_form().value}.")

    # Finding

    def action_find(self, words: str = "") -> None:
        """Find in this cable what is typed, or these words."""
        if words:
            self._look_for(words)
            return
        self.send(Asked(Question("/", entered=self._look_for)))

    def _look_for(self, text: str) -> None:
        if self.opened is not None:
            self.is_loading = True
            self._find(text.strip(), self.opened)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False)
    def _find(self, text: str, opened: Opened) -> None:
        try:
            matches = self.archive.matches(text, opened.cable) if text else ()
        except ArchiveError as error:
            self.send(self.Refused(error, text))
        else:
            self.send(self.Found(text, opened, matches))

    def on_cable_view_found(self, event: Found) -> None:
        """Mark what was found, and go to the first from here on."""
        event.stop()
        self.is_loading = False
        if event.opened is not self.opened:
            return
        self._query = event.query
        self.body.mark(event.matches)
        if not event.matches:
            self.notice(f"Not in this cable: {event.query}" if event.query else "")
            return
        if self.body.hit(1) is None:
            self.body.hit(-1)
        count = sum(len(spans) for _, spans in event.matches)
        self.notice(f"{count} found: {event.query}")

    def action_hit(self, by: int) -> None:
        """Go to the next or previous hit, in this cable or the next."""
        if (found := self.body.hit(by)) is not None:
            self.notice(f"Hit {found[0]} of {found[1]}: {self._query}")
        elif self.opened is not None and self._query and self._query == self.opened.visit.query:
            self.send(self.NeighbourAsked(by))
        else:
            self.notice("No more hits." if self._query else "Nothing to find: type it after /.")

    # Lists to choose from

    def action_explain(self) -> None:
        """Say what was repaired in this cable, and what is doubtful about it."""
        if self.opened is not None:
            problems = self.archive.problems(self.opened.visit.key)
            self.app.push_screen(problems_chooser(self.opened.cable, problems))

    def action_outline(self) -> None:
        """List headings and paragraphs; go to the one that is chosen."""
        cable, page = self.body.cable, self.body.page
        if cable is None or page is None:
            return

        def chosen(result: tuple[Entry, str] | None) -> None:
            if result is not None:
                self.body.go_to(result[0].position)

        self.app.push_screen(outline_chooser(cable, page.paragraph, self.body.glyphs), chosen)
