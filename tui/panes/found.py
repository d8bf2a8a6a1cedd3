"""Below the list of a query: the best hit of the cable under the cursor, facets, and months."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from archive import CancelledError
from parser import clean_line
from tui.drawing.found import facets_line, hit_lines, months_line
from tui.drawing.line import EMPTY, Line, Piece, Role, crop
from tui.opened import best_hit
from tui.panes.guard import is_cancelled
from tui.panes.pane import Pane
from tui.panes.part import Part
from tui.visit import Visit
from tui.wording import SUBJECT, called

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from archive import Facet, Hit, Results
    from parser import Span
    from tui.months import Window


@dataclass(frozen=True, slots=True)
class BestHit:
    """A paragraph that matches, or a subject."""

    text: str = ""
    """Cleaned."""
    spans: tuple[Span, ...] = ()
    name: str = ""
    """The paragraph's number; empty for a subject."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the cables of a query have in common."""

    facets: tuple[Facet, ...] = ()
    months: tuple[tuple[str, int], ...] = ()


def _best(hit: Hit) -> BestHit:
    if hit.is_of_subject:
        return BestHit(clean_line(hit.row.subject or ""), hit.subject_spans)
    return BestHit(hit.text, hit.spans, str(called(hit.paragraph, hit.position)))


class HitPane(Pane):
    """The best hit of the cable under the cursor."""

    hit = BestHit()

    def show(self, hit: BestHit) -> None:
        """Show another hit."""
        if hit != self.hit:
            self.hit = hit
            self.refresh()

    def line(self, y: int) -> Line:
        """Draw a line of the paragraph."""
        hit = self.hit
        if not hit.text:
            return EMPTY
        name = f" {self.glyphs.paragraph}{hit.name} " if hit.name else f" {SUBJECT} "
        cells = self.size.width
        lines = hit_lines(hit.text, hit.spans, cells - len(name), self.rows, self.glyphs.cut)
        margin = Piece(" " * len(name) if y else name, Role.LABEL)
        return crop((margin, *lines[y]), cells) if y < len(lines) else EMPTY


class CountsPane(Pane):
    """Facets in one line, months in the next, those that are looked at marked."""

    counts = Counts()
    window: Window | None = None

    def show(self, counts: Counts) -> None:
        """Show other counts."""
        self.counts = counts
        self.refresh()

    def look_at(self, window: Window | None) -> None:
        """Mark other months."""
        if window != self.window:
            self.window = window
            self.refresh()

    def line(self, y: int) -> Line:
        """Draw facets above months."""
        if y == 0:
            return facets_line(self.counts.facets, self.size.width, self.glyphs)
        return months_line(self.counts.months, self.window, self.size.width, self.glyphs)


class Findings(Part):
    """Asks the archive for what it shows, in workers."""

    @dataclass
    class HitFound(Message):
        """The best paragraph of a cable has been read."""

        visit: Visit
        hit: BestHit

    @dataclass
    class Counted(Message):
        """The cables of a query have been counted."""

        counts: Counts
        query: str

    counted = ""
    """The query whose counts are shown."""
    _later: Callable[[Counts], object] | None = None
    """What is done as soon as they are counted."""
    _visit: Visit | None = None
    """The cable whose hit is to be shown."""
    _kept: tuple[Visit, BestHit] | None = None
    """The best hit of the list, and where it stands."""

    def compose(self) -> ComposeResult:
        """Put the hit above the counts."""
        yield HitPane(id="hit")
        yield CountsPane(id="counts")

    @property
    def counts(self) -> CountsPane:
        """Facets and months."""
        return self.query_one(CountsPane)

    def keep(self, results: Results | None) -> None:
        """Keep the best hit of a query, which came with its list, for when the cursor is on it."""
        if results is not None and results.hits:
            hit = results.hits[0]
            self._kept = Visit(hit.row.key, hit.position, results.query), _best(hit)

    def show_hit(self, visit: Visit) -> None:
        """Show the best paragraph of a cable for a query."""
        self._visit = visit
        if self._kept is not None and self._kept[0] == visit:
            self.query_one(HitPane).show(self._kept[1])
        else:
            self._read_hit(visit)

    @work(thread=True, exclusive=True, group="hit", exit_on_error=False)
    def _read_hit(self, visit: Visit) -> None:
        if (hit := best_hit(self.archive, visit)) is not None:
            self.answer(self.HitFound(visit, _best(hit)))

    @work(thread=True, exclusive=True, group="counts", exit_on_error=False)
    def count(self, query: str) -> None:
        """Count what a query finds."""
        with suppress(CancelledError):  # something newer is counted
            counts = Counts(
                self.archive.facets(query, is_cancelled=is_cancelled),
                self.archive.histogram(query, is_cancelled=is_cancelled),
            )
            self.answer(self.Counted(counts, query))

    def when_counted(self, query: str, do: Callable[[Counts], object]) -> None:
        """Do something with the counts of a query; keys wait until they are there."""
        if self.counts.counts.months:
            do(self.counts.counts)
        else:
            self.is_loading = True
            self._later = do
            self.count(query)

    def on_findings_hit_found(self, event: HitFound) -> None:
        """Show the paragraph, unless the cursor has gone on."""
        event.stop()
        if event.visit == self._visit:
            self.query_one(HitPane).show(event.hit)

    def on_findings_counted(self, event: Counted) -> None:
        """Show the counts."""
        event.stop()
        self.is_loading = False
        self.counted = event.query
        self.counts.show(event.counts)
        later, self._later = self._later, None
        if later is not None:
            later(event.counts)

    def stop_counting(self) -> None:
        """Give up what is being counted."""
        self.workers.cancel_group(self, "counts")

    def forget(self) -> None:
        """Show nothing until something is found; give up what is being counted."""
        self.stop_counting()
        self._later, self._visit, self.counted = None, None, ""
        self.is_loading = False
        self.query_one(HitPane).show(BestHit())
        self.counts.show(Counts())
