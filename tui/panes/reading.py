"""One cable: its header above its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from archive import ArchiveError, Citation, NoSuchCableError
from parser import canonical_mrn, explain
from tui.absent import absence, citing_passages
from tui.drawing.body import Jottings
from tui.drawing.choices import citation_line, name_line, outline_line
from tui.drawing.line import Line, Role
from tui.drawing.outline import Entry, outline
from tui.panes.body import BodyPane
from tui.panes.header import HeaderPane, rule
from tui.panes.messages import VisitAsked
from tui.panes.pane import Pane, bindings
from tui.panes.part import Part
from tui.panes.prompt import Asked, Question
from tui.screens.chooser import Choice, Chooser
from tui.screens.passages import passages_chooser
from tui.visit import Visit

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from archive import Archive, Citations
    from parser import Cable
    from tui.drawing.passages import Passage, PassageLine
    from tui.panes.body import Matches
    from tui.personal import Personal


class RulePane(Pane):
    """The rule between header and text."""

    def line(self, _y: int) -> Line:
        """Draw the rule."""
        return rule(self.size.width, self.glyphs.horizontal)


class Reading(Part):
    """Loads a cable in a worker and shows it."""

    WHERE = "reading"
    BINDINGS = bindings("reading")

    @dataclass
    class Loaded(Message):
        """A cable has been read from the archive."""

        visit: Visit
        cable: Cable
        matches: Matches
        citations: Citations

    @dataclass
    class Found(Message):
        """What was looked for in this cable has been found, or not."""

        query: str
        matches: Matches

    @dataclass
    class Shown(Message):
        """Another cable is shown, or what the reader noted about it has changed."""

        cable: Cable
        citations: Citations
        jottings: Jottings

    @dataclass
    class Missed(Message):
        """A cable was sought that is cited, but not held."""

        mrn: str
        passages: tuple[Passage, ...]

    class Left(Message):
        """The user wants to go back to the list."""

    @dataclass
    class NeighbourAsked(Message):
        """The user wants another cable of the list."""

        by: int

    def __init__(self, archive: Archive, personal: Personal, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(archive, id=id)
        self._personal = personal
        self.visit: Visit | None = None
        self._query = ""
        self._citations: Citations | None = None

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
    def is_turning(self) -> bool:
        """Whether the cable is still to come, or has not been given its room on the screen."""
        is_waiting = self.body.cable is not None and self.body.page is None
        return self.is_loading or (is_waiting and self.display)

    @property
    def place(self) -> Visit | None:
        """The cable that is shown, and where in it the cursor is."""
        if self.visit is None or self.body.page is None:
            return self.visit
        return replace(self.visit, position=self.body.page.paragraph)

    def open(self, visit: Visit) -> None:
        """Read a cable from the archive, and show it when it is there."""
        self.is_loading = True
        self._open(visit)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _open(self, visit: Visit) -> None:
        worker = get_current_worker()
        try:
            cable = self.archive.cable(visit.key)
            matches = self.archive.matches(visit.query, cable) if visit.query else ()
            citations = self.archive.citations(visit.key)
        except ArchiveError as error:
            self._failed(error)
            return
        if not worker.is_cancelled:
            self.send(self.Loaded(visit, cable, matches, citations))

    def seek(self, address: str) -> None:
        """Find the cable or paragraph of an address, and ask to read it."""
        self.is_loading = True
        self._seek(address)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _seek(self, address: str) -> None:
        try:
            key, number = self.archive.key(address)
            cable = self.archive.cable(key)
        except NoSuchCableError as error:
            mrn = canonical_mrn(address)
            if mrn is not None and (passages := citing_passages(self.archive, mrn)):
                self.is_loading = False
                self.send(self.Missed(mrn, passages))
            else:
                self._failed(error)
            return
        except ArchiveError as error:
            self._failed(error)
            return
        self.send(VisitAsked(Visit(key, cable_position(cable, number))))

    def _failed(self, error: ArchiveError) -> None:
        self.is_loading = False
        self.notice(str(error), Role.ERROR)

    def seek_typed(self, text: str) -> None:
        """Find the cable or paragraph of an address that was typed, unless nothing was."""
        if text.strip():
            self.seek(text.strip())

    def on_reading_loaded(self, event: Loaded) -> None:
        """Show the cable."""
        event.stop()
        self.is_loading = False
        visit = self.visit = event.visit
        self._query, self._citations = visit.query, event.citations
        position = visit.position
        if position is None and event.matches:
            position = event.matches[0][0]
        self.header.show(event.cable, event.citations)
        self.body.jottings = self._jottings(visit.key)
        self.send(self.Shown(event.cable, event.citations, self.body.jottings))
        self.body.show(event.cable, event.matches, position)

    def _jottings(self, key: int) -> Jottings:
        row = self.archive.row(key)
        notes = self._personal.notes(row)
        starred = self._personal.starred(row)
        return Jottings(
            notes={position or 0: text for position, text in notes.items()},
            stars=frozenset(position for position in starred if position is not None),
        )

    def mark_again(self) -> None:
        """Draw the stars and notes of the cable again."""
        if self.visit is not None:
            self.body.jottings = self._jottings(self.visit.key)
            self.body.mark(self.body.matches)
            if self.body.cable is not None and self._citations is not None:
                self.send(self.Shown(self.body.cable, self._citations, self.body.jottings))

    def on_reading_missed(self, event: Missed) -> None:
        """List who cites a cable that is not held."""
        event.stop()
        self.app.push_screen(
            passages_chooser(absence(event.mrn, event.passages), lambda _: event.passages),
            self._read_passage,
        )

    def _read_passage(self, result: tuple[PassageLine, str] | None) -> None:
        if result is not None:
            passage = result[0].passage
            self.send(VisitAsked(Visit(passage.key, passage.position)))

    def action_header(self) -> None:
        """Show more or less of the header."""
        self.notice(f"Header: {self.header.change_size().value}.")

    def action_form(self) -> None:
        """Show the text in another form."""
        self.notice(f"Text: {self.body.change_form().value}.")

    def action_leave(self) -> None:
        """Go back to the list."""
        self.send(self.Left())

    def action_neighbour(self, by: int) -> None:
        """Go to the next or previous cable of the list."""
        self.send(self.NeighbourAsked(by))

    def action_serial(self, by: int) -> None:
        """Go to the next or previous cable that the same post sent."""
        if self.visit is None or self.body.cable is None:
            return
        row = self.archive.serials(self.visit.key)[0 if by < 0 else 1]
        if row is None:
            self.notice("No cable of this post and year is held that way.")
            return
        gap = serial_gap(self.body.cable.mrn, row.mrn)
        self.send(VisitAsked(Visit(row.key)))
        if gap:
            self.notice(f"{gap:,} of its serials between are not held.")

    def action_hit(self, by: int) -> None:
        """Go to the next or previous hit, in this cable or the next."""
        if (found := self.body.hit(by)) is not None:
            self.notice(f"Hit {found[0]} of {found[1]}: {self._query}")
        elif self.visit is not None and self._query and self._query == self.visit.query:
            self.send(self.NeighbourAsked(by))
        else:
            self.notice("No more hits." if self._query else "Nothing to find: type it after /.")

    def action_find(self) -> None:
        """Find in this cable."""
        self.send(Asked(Question("/", entered=self._look_for)))

    def _look_for(self, text: str) -> None:
        self._find(text)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False)
    def _find(self, text: str) -> None:
        cable = self.body.cable
        if cable is None:
            return
        try:
            matches = self.archive.matches(text, cable) if text.strip() else ()
        except ArchiveError as error:
            self.notice(str(error), Role.ERROR)
            return
        self.send(self.Found(text.strip(), matches))

    def on_reading_found(self, event: Found) -> None:
        """Mark what was found, and go to the first from here on."""
        event.stop()
        self._query = event.query
        self.body.mark(event.matches)
        if not event.matches:
            self.notice(f"Not in this cable: {event.query}" if event.query else "")
            return
        if self.body.hit(1) is None:
            self.body.hit(-1)
        count = sum(len(spans) for _, spans in event.matches)
        self.notice(f"{count} found: {event.query}")

    def action_references(self) -> None:
        """List the references of this cable, out and in; open the one that is chosen."""
        if self._citations is None:
            return
        out = set(map(id, self._citations.out))
        citations = (*self._citations.out, *self._citations.into)

        def fitting(text: str) -> list[Citation]:
            return [c for c in citations if text.casefold() in _words(c)]

        def draw(citation: Citation, cells: int) -> Line:
            return citation_line(citation, id(citation) in out, cells, self.body.glyphs)

        def chosen(result: tuple[Citation, str] | None) -> None:
            if result is not None:
                self.follow(result[0], is_out=id(result[0]) in out)

        choice = Choice(
            "References", fitting, draw, empty="This cable cites none, and none cites it."
        )
        self.app.push_screen(Chooser(choice), chosen)

    def follow(self, citation: Citation, *, is_out: bool) -> None:
        """Go to the other end of a reference."""
        if citation.row is not None:
            position = None if is_out else citation.position
            self.send(VisitAsked(Visit(citation.row.key, position)))
        elif citation.mrn is not None:
            self.seek(citation.mrn)

    def action_explain(self) -> None:
        """Say what was repaired in this cable, and what is doubtful about it."""
        if self.body.cable is None or self.visit is None:
            return
        problems = [problem.message for problem in self.archive.problems(self.visit.key)]
        said = [*problems, *explain(self.body.cable)]

        def fitting(text: str) -> list[str]:
            return [line for line in said if text.casefold() in line.casefold()]

        choice = Choice("Problems and repairs", fitting, name_line, empty="Nothing was repaired.")
        self.app.push_screen(Chooser(choice))

    def action_outline(self) -> None:
        """List headings and paragraphs; go to the one that is chosen."""
        cable, page = self.body.cable, self.body.page
        if cable is None or page is None:
            return
        entries = list(outline(cable))

        def fitting(text: str) -> list[Entry]:
            return [entry for entry in entries if text.casefold() in entry.text.casefold()]

        def draw(entry: Entry, cells: int) -> Line:
            return outline_line(entry, cells, self.body.glyphs)

        def chosen(result: tuple[Entry, str] | None) -> None:
            if result is not None:
                self.body.go_to(result[0].position)

        here = next((n for n, e in enumerate(entries) if e.position == page.paragraph), 0)
        self.app.push_screen(Chooser(Choice("Outline", fitting, draw, start=here)), chosen)


def cable_position(cable: Cable, number: int | None) -> int | None:
    """Return the position of the paragraph that is printed with a number."""
    for position, paragraph in enumerate(cable.paragraphs):
        if number is not None and paragraph.number == number:
            return position
    return None


def serial_gap(one: str | None, other: str | None) -> int:
    """Return how many serial numbers lie between two ids of one post and year."""
    serials = [re.search(r"\d+$", mrn) for mrn in (one, other) if mrn]
    numbers = [int(match.group()) for match in serials if match]
    return max(abs(numbers[0] - numbers[1]) - 1, 0) if len(numbers) == 2 else 0


def _words(citation: Citation) -> str:
    subject = citation.row.subject if citation.row else ""
    return f"{citation.mrn} {citation.text} {subject}".casefold()
