"""A selection as it is listed: the bar, the index, and what was found below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import work
from textual.message import Message

from archive import ArchiveError, Count, Order
from tui.drawing.bar import Bar
from tui.drawing.first import nothing_said
from tui.drawing.line import Role
from tui.listed import listed
from tui.panes.bar import BarPane
from tui.panes.guard import is_cancelled
from tui.panes.index import IndexPane, first_rows
from tui.panes.messages import PreviewAsked, VisitAsked
from tui.panes.part import Part
from tui.selection import Remembered, Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from archive import Archive, CableRow, Listing, Results
    from tui.panes.found import Findings
    from tui.personal import Personal
    from tui.visit import Visit

_REST = 0.25
"""Seconds that the cursor must rest on a row before its cable is shown beside it.

Somebody who pages on presses a key about four times a second: what lies between is not read."""
_REST_OF_A_PAGE = 0.75
"""And on a page of the list that has just been turned, and while a query is typed: the rows are
looked over first.

On a wide screen the cable costs as much on the line as the page."""
_COUNTED = 0.3
"""Seconds after which a list is counted: somebody who types presses the next letter before.

Counting each list at once cost a letter twice the processor time and a third more bytes."""
_LAGS = 4
"""Over a slow line it must rest for so many times what the line takes there and back."""


class Lister(Part):
    """Lists what was asked for in a worker, so that typing never waits.

    What is asked of a list that is still to come is done as soon as it is there.
    """

    @dataclass
    class Listed(Message):
        """A selection has been listed."""

        selection: Selection
        listing: Listing
        results: Results | None
        view: Remembered | None
        first: Sequence[CableRow] = ()
        """The first rows, where they have been read already."""
        is_whole: bool = True
        """Not the beginning only, which is there sooner."""

    def __init__(self, archive: Archive, personal: Personal, *, id: str | None = None) -> None:
        super().__init__(archive, id=id)
        self._personal = personal
        self.selection = Selection()
        """What was asked for last."""
        self._refusal: str | None = None
        """Why what was asked for last does not come."""
        self._otherwise: Remembered | None = None
        """What is listed where what was typed to its end does not come."""
        self._later: list[Callable[[], object]] = []
        """What is done once what was asked for last is listed."""
        self._completed: Selection | None = None
        """Of which all is being listed, after its beginning."""
        self._counted = ""
        self.is_furnished = False
        self._preview: Timer | None = None
        self._counting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Begin with the bar above the index; :meth:`furnish` adds what stands below."""
        yield BarPane(id="bar")
        yield IndexPane(self._personal.marks, id="index")

    async def furnish(self) -> None:
        """Add what was found, and count what is listed by now."""
        from tui.panes.found import Findings  # noqa: PLC0415 - the first list is painted without

        await self.mount(Findings(self.archive, id="findings"))
        self.is_furnished = True
        self._count(self.bar.selection)

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
        return cast("Findings", self.get_child_by_id("findings"))

    @property
    def is_current(self) -> bool:
        """Whether the list is the one that was asked for last."""
        return self.bar.selection == self.selection

    @property
    def cables(self) -> int:
        """How many cables are listed, or how many the listed paragraphs stand in."""
        if self.selection.is_of_paragraphs and self.bar.results is not None:
            return self.bar.results.cables.value
        return self.index.count

    @property
    def view(self) -> Remembered:
        """What is listed and where the cursor is, to come back to."""
        return Remembered(self.selection, self.index.cursor, self.index.top)

    def take(self, view: Remembered) -> None:
        """List a selection with the cursor on a row; keys wait until it is there."""
        self.is_loading = True
        self._ask_for(view.selection, view)

    @property
    def is_turning(self) -> bool:
        """Whether a key must wait: for the list, or in the list for all of it."""
        return self.is_loading or (not self.index.is_whole and self.index.has_focus)

    def follow(self, selection: Selection) -> None:
        """List a selection while it is being typed: its beginning, and all when the keys rest."""
        self._ask_for(selection, None)

    def _ask_for(self, selection: Selection, view: Remembered | None) -> None:
        self._offer_nothing()
        self.selection = selection
        self._refusal = self._otherwise = self._completed = None
        self._later.clear()
        if self._counted and self.is_furnished and not self.is_counted:
            self.findings.stop_counting()
            self._count_later()
        self._list(selection, view, rows=self.index.rows, is_typed=view is None)

    def is_awaited(self, asked: object) -> bool:
        """Say whether no other selection has been asked for since."""
        return asked == self.selection

    def give_up(self, reason: str = "") -> None:
        """Go back to what was listed, unless the query is still being typed."""
        is_final = self.is_loading
        super().give_up()
        self._refusal = reason
        self._later.clear()
        if is_final:
            self._return()

    def _return(self) -> None:
        """List what was listed before; everything, where nothing was listed yet."""
        if self._otherwise is not None:
            self.take(self._otherwise)
        elif self.index.listing is None and self.selection != Selection():
            self.take(Remembered(Selection()))
        else:
            self.selection = self.bar.selection
            if not self.index.is_whole:
                self._complete()

    @work(thread=True, exclusive=True, group="list", exit_on_error=False)
    def _list(
        self, selection: Selection, view: Remembered | None, *, rows: int, is_typed: bool = False
    ) -> None:
        query, beginning = selection.query, None
        try:
            if is_typed and query and selection.is_by_rank and not selection.is_of_paragraphs:
                beginning = self.archive.beginning(query, is_cancelled=is_cancelled)
            listing, results = (
                (beginning, self.archive.search(query, 1, is_cancelled=is_cancelled))
                if beginning
                else listed(self.archive, selection, is_cancelled, self._personal)
            )
            first = first_rows(listing, rows) if view is None else ()
        except ArchiveError as error:
            self.answer(self.Refused(error, selection))
        else:
            self.answer(self.Listed(selection, listing, results, view, first, not beginning))

    def on_lister_listed(self, event: Listed) -> None:
        """Show what was listed, unless something else has been asked for since."""
        event.stop()
        if not self.is_awaited(event.selection):
            return
        is_rest = event.selection == self._completed
        listed = Count(len(event.listing), is_exact=event.is_whole)
        self.bar.show(Bar(event.selection, event.results, listed))
        if is_rest:
            self.index.fill(event.listing, event.first)
        else:
            self._show(event)
        self._count(event.selection, is_rest=is_rest)
        self.is_loading = False
        later, self._later = self._later, []
        for do in later:
            do()
        if (paint_soon := getattr(self.app, "paint_soon", None)) is not None:
            paint_soon()

    def _show(self, event: Listed) -> None:
        """Show the beginning of a list, or all of it."""
        self.set_class(event.results is not None, "-query")
        self.index.empty = nothing_said(event.selection)
        self.index.is_by_cited = event.selection.order is Order.CITED
        view = event.view or Remembered(event.selection)
        row, whole = view.row_in(event.listing), event.is_whole
        self.index.show(event.listing, event.first, is_whole=whole, row=row, top=view.top)

    def _count(self, selection: Selection, *, is_rest: bool = False) -> None:
        """Count what is listed, and list the rest of it before, once the keys rest."""
        if not self.is_furnished:
            return
        self.findings.counts.look_at(selection.window)
        self.findings.keep(self.bar.results)
        query = selection.within(None).query
        if query != self._counted or is_rest:
            self._counted = query
            if is_rest:
                self._rested()
            else:
                self.findings.forget()
                self._count_later()

    def _count_later(self) -> None:
        _stop(self._counting)
        if self._counted:
            self._counting = self.set_timer(_COUNTED, self._rested)

    def _rested(self) -> None:
        _stop(self._counting)
        if self.index.is_whole and (self.is_current or self._refusal is not None):
            self.findings.count(self._counted)
        elif self.is_current:
            self._complete()
        else:  # something newer is on its way
            self._count_later()

    def _complete(self) -> None:
        """List all of what the beginning is listed of."""
        if self._completed is None:
            self._completed = self.selection
            self._list(self.selection, None, rows=self.index.rows)

    def when_whole(self, do: Callable[[], object]) -> None:
        """Do something with the list as soon as all of it is there."""
        if self.index.is_whole:
            do()
        else:
            self._later.append(lambda: self.when_whole(do))
            self._complete()

    @property
    def is_counted(self) -> bool:
        """Whether the counts below the list are those of what is listed."""
        return self.is_furnished and self.findings.counted == self._counted

    def when_listed(self, do: Callable[[], object]) -> None:
        """Do something with the list that was asked for last, as soon as it is there."""
        if self.is_current:
            do()
        elif self._refusal is None:
            self._later.append(do)

    def step(self, by: int) -> None:
        """Move in the list of what was typed."""
        self.when_listed(lambda: self.index.action_move(by))

    def finish(self, do: Callable[[], object], *, otherwise: Remembered) -> None:
        """Do something with what was typed to its end; keys wait until it is listed.

        Where it is refused, `otherwise` is listed.
        """
        if self.is_current:
            do()
            return
        self._otherwise = otherwise
        if self._refusal is None:
            self.is_loading = True
            self._later.append(do)
        else:
            if self._refusal:  # an error without a reason of its own has been told
                self.notice(self._refusal, Role.ERROR)
            self._return()

    def on_index_pane_moved(self, event: IndexPane.Moved) -> None:
        """Offer the cable under the cursor once it rests."""
        event.stop()
        self._offer_nothing()
        # By the query that it was listed for, not one asked for since.
        visit = self._personal.visit(event.row, self.bar.selection.query)
        if visit.query and self.is_furnished:
            self.findings.show_hit(visit)
        is_looked_over = event.is_turned or not self.index.has_focus
        rest = _REST_OF_A_PAGE if is_looked_over else _REST
        rest = max(rest, _LAGS * getattr(self.app, "lag", 0.0))
        self._preview = self.set_timer(rest, lambda: self._offer(visit))

    def _offer_nothing(self) -> None:
        _stop(self._preview)
        self._preview = None

    def _offer(self, visit: Visit) -> None:
        self._preview = None
        if self._personal.is_news():  # another reader of the same user has marked something
            self.index.refresh()
        self.send(PreviewAsked(visit))

    @property
    def is_offering(self) -> bool:
        """Whether a cable will be offered once the cursor has rested."""
        return self._preview is not None

    def on_index_pane_opened(self, event: IndexPane.Opened) -> None:
        """Read the cable, at its best paragraph for the query."""
        event.stop()
        self._offer_nothing()
        if self.selection.window is not None and not self.index.cursor:
            self.take(Remembered(self.selection.settled))
            self.notice(f"Kept {self.selection.crumbs[-1]}: Enter reads, Esc drops it.")
        else:
            self.send(VisitAsked(self._personal.visit(event.row, self.bar.selection.query)))


def _stop(timer: Timer | None) -> None:
    if timer is not None:
        timer.stop()
