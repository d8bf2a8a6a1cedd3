"""The index with the bar above it: what is listed, and how it is narrowed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from archive import ArchiveError, Order
from tui.drawing.bar import bar_lines
from tui.drawing.choices import facet_line, order_line, past_line
from tui.drawing.line import EMPTY, Line, Role
from tui.drawing.passages import Passage
from tui.panes.found import Findings
from tui.panes.index import IndexPane
from tui.panes.messages import PreviewAsked, VisitAsked
from tui.panes.pane import Pane, bindings
from tui.panes.part import Part
from tui.panes.prompt import Asked, Question
from tui.screens.chooser import Choice, Chooser
from tui.screens.passages import passages_chooser
from tui.selection import Remembered, Selection
from tui.visit import Visit

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from archive import Archive, CableRow, Facet, Listing, PastQuery, Results
    from tui.drawing.passages import PassageLine
    from tui.personal import Personal

_PARAGRAPHS = 200
"""Paragraphs that are listed at most."""
_REST = 0.15
"""Seconds that the cursor must rest on a row before its cable is shown beside it."""


class BarPane(Pane):
    """Says what is listed."""

    selection = Selection()
    results: Results | None = None
    listed = 0

    def show(self, selection: Selection, results: Results | None, listed: int) -> None:
        """Show another selection."""
        self.selection, self.results, self.listed = selection, results, listed
        self.styles.height = 1 if results is None else 2
        self.refresh()

    def line(self, y: int) -> Line:
        """Draw a line."""
        lines = bar_lines(self.selection, self.results, self.listed, self.size.width, self.glyphs)
        return lines[y] if y < len(lines) else EMPTY


class Catalogue(Part):
    """Holds the selection; lists it in a worker, so that typing never waits."""

    WHERE = "catalogue"
    BINDINGS = bindings("catalogue")

    @dataclass
    class Listed(Message):
        """A selection has been listed."""

        selection: Selection
        listing: Listing
        results: Results | None
        view: Remembered | None

    def __init__(self, archive: Archive, personal: Personal, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(archive, id=id)
        self._personal = personal
        self.selection = Selection()
        self._before: list[Remembered] = []
        self._opens = False
        self._steps = 0
        """Rows to move in the list that is still to come."""
        self._counted = ""
        self._preview: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the bar above the index, and what was found below it."""
        yield BarPane(id="bar")
        yield IndexPane(self._personal.marks, id="index")
        yield Findings(self.archive, id="findings")

    @property
    def index(self) -> IndexPane:
        """The list."""
        return self.query_one(IndexPane)

    @property
    def bar(self) -> BarPane:
        """The line above it."""
        return self.query_one(BarPane)

    @property
    def findings(self) -> Findings:
        """What stands below it."""
        return self.query_one(Findings)

    def on_mount(self) -> None:
        """List everything."""
        self.take(self._personal.last_list(self.archive))

    def take(self, view: Remembered) -> None:
        """List a selection with the cursor on a row."""
        self.selection = view.selection
        self.is_loading = True
        self._list(view.selection, view)

    @work(thread=True, exclusive=True, group="list", exit_on_error=False)
    def _list(self, selection: Selection, view: Remembered | None) -> None:
        worker = get_current_worker()

        def is_cancelled() -> bool:
            return worker.is_cancelled

        query = selection.query
        try:
            listing = self.archive.listing(
                query, selection.order, selection.is_reversed, is_cancelled=is_cancelled
            )
            results = self.archive.search(query, 1, is_cancelled=is_cancelled) if query else None
        except ArchiveError as error:
            if not worker.is_cancelled:
                self.is_loading = False
                self.notice(str(error), Role.ERROR)
            return
        if not worker.is_cancelled:
            self.send(self.Listed(selection, listing, results, view))

    def on_catalogue_listed(self, event: Listed) -> None:
        """Show what was listed, unless something else has been asked for since."""
        event.stop()
        if event.selection != self.selection:
            return
        view = event.view or Remembered(event.selection)
        self.bar.show(event.selection, event.results, len(event.listing))
        self.set_class(event.results is not None, "-query")
        if event.selection.without_month.query != self._counted:
            self._counted = event.selection.without_month.query
            self.findings.forget()
            if self._counted:
                self.findings.count(self._counted)
        self.index.empty = "Nothing matches." if event.selection.steps else "No cables here."
        self.index.show(event.listing, key=view.key, row=view.row, top=view.top)
        self.is_loading = False
        if self._steps:
            self.index.action_move(self._steps)
            self._steps = 0
        if self._opens:
            self._opens = False
            self.index.action_open()

    def on_index_pane_moved(self, event: IndexPane.Moved) -> None:
        """Offer the cable under the cursor once it rests."""
        event.stop()
        if self._preview is not None:
            self._preview.stop()
        visit = self._visit(event.row)
        if visit.query:
            self.findings.show_hit(visit)
        self._preview = self.set_timer(_REST, lambda: self.send(PreviewAsked(visit)))

    def on_index_pane_opened(self, event: IndexPane.Opened) -> None:
        """Read the cable, at its best paragraph for the query."""
        event.stop()
        if self._preview is not None:
            self._preview.stop()
        self.send(VisitAsked(self._visit(event.row)))

    def _visit(self, row: CableRow) -> Visit:
        return Visit(row.key, row.best, self.selection.query)

    def narrow(self, text: str) -> None:
        """List those of the listed cables that a query finds."""
        if (selection := self.selection.narrow(text)) != self.selection:
            self._before.append(self._remember())
            self.take(Remembered(selection))

    def _remember(self) -> Remembered:
        return Remembered(self.selection, self.index.cursor, self.index.top)

    def _ask(self, sign: str, follow: Selection | None) -> None:
        """Let a query be typed; the list follows every key. With `follow` it narrows that."""
        before = self._remember()

        def selected(text: str) -> Selection:
            return follow.narrow(text) if follow else before.selection.search(text)

        def typed(text: str) -> None:
            self.selection = selected(text)
            self._list(self.selection, None)

        def entered(text: str) -> None:
            if not text.strip():
                self.take(before)
                return
            kept()
            self._open_best()

        def kept() -> None:
            if self.selection != before.selection:
                self._before.append(before)
            if self._personal.notebook is not None and self.bar.selection == self.selection:
                self._personal.notebook.add_query(self.selection.query, self.index.count)

        self.send(
            Asked(
                Question(
                    sign,
                    entered=entered,
                    typed=typed,
                    kept=kept,
                    cancelled=partial(self.take, before),
                    moved=self._step,
                )
            )
        )

    def _step(self, by: int) -> None:
        """Move in the list of what was typed, as soon as it is there."""
        if self.bar.selection == self.selection:
            self.index.action_move(by)
        else:
            self._steps += by

    def _open_best(self) -> None:
        """Open the row under the cursor, as soon as the list is the one that was asked for."""
        if self.bar.selection == self.selection:
            self.index.action_open()
        else:
            self._opens = self.is_loading = True

    def action_search(self) -> None:
        """Type a query."""
        self._ask("/", None)

    def action_narrow(self) -> None:
        """Type a query that narrows what is listed."""
        self._ask("&", self.selection)

    def action_drop(self) -> None:
        """Go back to the list as it was before the last narrowing."""
        if self._before:
            self.take(self._before.pop())
        elif self.selection != Selection():
            self.take(Remembered(Selection()))

    def action_month(self, by: int) -> None:
        """List the cables of the next or previous month that has any."""
        self.findings.choose_month(self.selection.without_month.query, by)

    def on_findings_month_chosen(self, event: Findings.MonthChosen) -> None:
        """List the cables of a month."""
        event.stop()
        if self.selection.without_month == self.selection:
            self._before.append(self._remember())
        self.take(Remembered(self.selection.in_month(event.month)))

    def action_facets(self) -> None:
        """Choose a value to keep or to leave out."""
        query = self.selection.query

        def fitting(text: str) -> list[Facet]:
            facets = self.archive.facets(query)
            return [f for f in facets if text.casefold() in f"{f.field} {f.value}".casefold()]

        def chosen(result: tuple[Facet, str] | None) -> None:
            if result is not None:
                facet, key = result
                self.narrow(facet.query if key == "enter" else f"-{facet.query}")

        choice = Choice("Narrow", fitting, facet_line, others=(("ctrl+x", "leave out"),))
        self.app.push_screen(Chooser(choice), chosen)

    def action_paragraphs(self) -> None:
        """List the paragraphs that match, the best first; open the one that is chosen."""
        query = self.selection.query

        def fitting(text: str) -> list[Passage]:
            found = self.archive.search(f"{query} {text}".strip(), _PARAGRAPHS)
            return [
                Passage(
                    hit.key,
                    hit.reference_id,
                    hit.created,
                    hit.classification,
                    hit.subject,
                    hit.position,
                    hit.text,
                    hit.spans,
                    note=f"{'~' if hit.is_partial else ''}{hit.score:.0f}",
                )
                for hit in found.hits
            ]

        def chosen(result: tuple[PassageLine, str] | None) -> None:
            if result is not None:
                passage = result[0].passage
                self.send(VisitAsked(Visit(passage.key, passage.position, query)))

        title = f"Paragraphs: {query}" if query else "Paragraphs: type what to find"
        self.app.push_screen(passages_chooser(title, fitting), chosen)

    def action_past(self) -> None:
        """List the queries that were asked; ask one again."""
        notebook = self._personal.notebook

        def fitting(text: str) -> list[PastQuery]:
            queries = notebook.queries(1000) if notebook is not None else ()
            return [query for query in queries if text.casefold() in query.text.casefold()]

        def chosen(result: tuple[PastQuery, str] | None) -> None:
            if result is not None:
                self._before.append(self._remember())
                self.take(Remembered(self.selection.search(result[0].text)))

        choice = Choice("Past queries", fitting, past_line, empty="Nothing was asked yet.")
        self.app.push_screen(Chooser(choice), chosen)

    def action_sort(self) -> None:
        """Choose an order."""
        orders = [order for order in Order if order is not Order.RANK or self.selection.steps]

        def fitting(text: str) -> list[Order]:
            return [order for order in orders if text.casefold() in order.value]

        def chosen(result: tuple[Order, str] | None) -> None:
            if result is not None:
                self._sort(self.selection.sorted_by(result[0]))

        choice = Choice(
            "Sort the list", fitting, order_line, start=orders.index(self.selection.order)
        )
        self.app.push_screen(Chooser(choice), chosen)

    def action_reverse(self) -> None:
        """List the other way round."""
        self._sort(self.selection.turned())

    def _sort(self, selection: Selection) -> None:
        row = self.index.current
        self.take(Remembered(selection, key=row.key if row else None))
