"""The index as the user narrows and sorts it, and the way back."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from archive import CancelledError, DamagedError, Order, QueryError
from tui import screens
from tui.drawing.line import Role, Target, TargetKind
from tui.exporting import WORK, Jotted, jotted, write_list
from tui.keys import key_of
from tui.months import moved, resized, stepped
from tui.panes.index import all_rows
from tui.panes.lister import Lister
from tui.panes.messages import FollowAsked
from tui.panes.pane import bindings
from tui.panes.part import Part
from tui.panes.question import Asked, Question
from tui.selection import Remembered, Selection
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from archive import Archive, CableRow, Facet, PastQuery
    from tui.months import Change
    from tui.panes.found import Counts
    from tui.panes.index import IndexPane
    from tui.personal import Personal


class Catalogue(Part):
    """Says what is listed next, and keeps what was listed before."""

    WHERE = "catalogue"
    BINDINGS = bindings("catalogue")

    def __init__(self, archive: Archive, personal: Personal, *, id: str | None = None) -> None:
        super().__init__(archive, id=id)
        self._personal = personal
        self._before: list[Remembered] = []

    def compose(self) -> ComposeResult:
        """Hold one list."""
        yield Lister(self.archive, self._personal, id="lister")

    @property
    def lister(self) -> Lister:
        """The list with its bar."""
        return self.query_one(Lister)

    @property
    def index(self) -> IndexPane:
        """The rows."""
        return self.lister.index

    @property
    def selection(self) -> Selection:
        """What is listed."""
        return self.lister.selection

    def on_mount(self) -> None:
        """List what was listed when the archive was left."""
        self.lister.take(self._personal.last_list(self.archive))

    # Narrowing, and back

    def _go(self, selection: Selection) -> None:
        """List something else; what is listed now can be come back to."""
        self._before.append(self.lister.view)
        self.lister.take(Remembered(selection))
        self.lister.when_listed(self._note)

    def _note(self) -> None:
        """Note what is listed among the past queries, with its number once all of it is there."""
        query = self.lister.selection.query
        self._personal.note_query(query)  # at once: somebody may leave before all is listed
        self.lister.when_whole(lambda: self._personal.count_query(query, self.lister.cables))

    def _doubt(self) -> None:
        """Say what may stand where something in a query that was typed to its end is no value."""
        results = self.lister.bar.results
        if results is None or not (results.unclear or any(":" in one for one in results.unknown)):
            return
        try:
            self.archive.search(self.selection.query, 1, is_strict=True)
        except QueryError as error:
            self.notice(str(error), Role.ERROR)

    def narrow(self, text: str) -> None:
        """List those of the listed cables that a query finds."""
        if (selection := self.selection.narrow(text)) != self.selection:
            self._go(selection)

    def action_drop(self) -> None:
        """Go back to the list as it was before the last narrowing, of this session or the last."""
        if self._before:
            self.lister.take(self._before.pop())
        elif self.selection.is_of_paragraphs:  # as they were when the archive was left
            self.lister.take(self._here_in(self.selection.other_view))
        elif crumbs := self.selection.crumbs:
            self.lister.take(self._here_in(self.selection.without(crumbs[-1])))
        else:
            way = f": {key} quits" if (key := key_of("reader.quit")) else ""
            self.notice(f"All cables are listed{way}.")

    def action_crumbs(self) -> None:
        """Drop one of the narrowings, whichever, the cursor kept on its cable."""

        def chosen(result: tuple[str, str] | None) -> None:
            if result is not None:
                self._before.append(self.lister.view)
                self.lister.take(self._here_in(self.selection.without(result[0])))

        self.app.push_screen(screens.steps_chooser(self.selection), chosen)

    def action_suggested(self) -> None:
        """Ask the query that the bar suggests."""
        results = self.lister.bar.results
        if results is not None and results.suggestion:
            self._go(self.selection.again(results.suggestion))
        else:
            self.notice("Nothing else is suggested.")

    def _ask(self, sign: str, follow: Selection | None) -> None:
        """Let a query be typed; the list follows every key. With `follow` it narrows that."""
        lister, before = self.lister, self.lister.view

        def typed(text: str) -> None:
            lister.follow(follow.narrow(text) if follow else before.selection.again(text))

        def entered(text: str) -> None:
            if follow is None and before.selection.search(text).mrn:  # that cable is meant
                lister.take(before)
                self.send(FollowAsked(Target(TargetKind.CABLE, text.strip())))
            elif text.strip():
                lister.finish(opened, otherwise=before)
            else:
                lister.take(before)

        def opened() -> None:
            noted()
            lister.index.action_open()
            self._doubt()

        def kept(_text: str) -> None:
            lister.finish(listed, otherwise=before)

        def listed() -> None:
            noted()
            lister.index.moved()  # its cable is shown sooner than while a query is typed
            self._doubt()

        def noted() -> None:
            if lister.selection != before.selection:
                self._before.append(before)
            self._note()

        question = Question(
            sign,
            entered=entered,
            typed=typed,
            kept=kept,
            cancelled=partial(lister.take, before),
            moved=lister.step,
            before=self._asked_before() if follow is None else (),
            past=self.action_past,
        )
        self.send(Asked(question))

    def _asked_before(self) -> Sequence[str]:
        """Return the queries that were asked, that of the list last: to be changed."""
        notebook, query = self._personal.notebook, self.selection.query
        past = [one.text for one in notebook.queries()] if notebook is not None else []
        return [*(text for text in reversed(past) if text != query), *([query] if query else [])]

    def action_search(self, query: str = "") -> None:
        """Type a query; or list what one finds."""
        if query:
            self._go(self.selection.search(query))
        else:
            self._ask("/", None)

    def action_narrow(self, query: str = "") -> None:
        """Type a query that narrows what is listed; or narrow it by one."""
        if query:
            self.narrow(query)
        else:
            self._ask("&", self.selection)

    def action_month(self, by: int) -> None:
        """List the cables of the next or previous months that have any."""
        self._look_at(moved, by)

    def action_months(self, by: int) -> None:
        """List the cables of more or of fewer months."""
        self._look_at(resized, by)

    def _look_at(self, change: Change, by: int) -> None:
        """List the cables of other months, in place of those that are looked at."""

        def look(counts: Counts) -> None:
            before = self.selection.window
            if (window := stepped(change, before, counts.months, by)) is None:
                self.notice("There are no other months that way.")
                return
            if before is None:
                self._before.append(self.lister.view)
            self.lister.take(Remembered(self.selection.within(window)))
            count = counted(window.count(counts.months), "cable")
            self.notice(f"{window}: {count}. {_ways_on()}")

        self.lister.findings.when_counted(self.selection.within(None).query, look)

    def action_paragraphs(self) -> None:
        """List the paragraphs that match, or again the cables, with the cursor on the same one."""
        other = self.selection.other_view
        if not self.selection.crumbs:
            search, paragraphs = key_of("catalogue.search"), key_of("catalogue.paragraphs")
            self.notice(f"Nothing is searched for: {search} and what to find, then {paragraphs}.")
        elif self._before and self._before[-1].selection == other:
            here = self._here_in(other)
            self.lister.take(replace(self._before.pop(), key=here.key, position=here.position))
        else:
            self._before.append(self.lister.view)
            self.lister.take(self._here_in(other))

    # Lists to choose from

    def action_facets(self) -> None:
        """Choose a value to keep or to leave out."""

        def chosen(result: tuple[Facet, str] | None) -> None:
            if result is not None:
                facet, key = result
                self.narrow(facet.query if key == "enter" else f"-{facet.query}")

        self.app.push_screen(screens.facets_chooser(self.archive, self.selection.query), chosen)

    def action_past(self) -> None:
        """List the queries that were asked; ask one again."""

        def chosen(result: tuple[PastQuery, str] | None) -> None:
            if result is not None:
                self._go(self.selection.again(result[0].text))

        self.app.push_screen(screens.past_chooser(self._personal.notebook), chosen)

    # Out of the reader

    def action_export(self, file: str = "") -> None:
        """Write the marked cables, or all that are listed, to a file."""
        if not file:
            self.notice("Type where to: :export FILE.", Role.ERROR)
        elif self._personal.notebook is None:
            self.notice("Not here: no file is written in this mode.", Role.ERROR)
        else:
            index = self.index
            rows: Iterable[CableRow] = index.tagged or all_rows(index.listing)
            self.notice(f"Writing to {file} ...")
            path = os.path.expanduser(file)  # noqa: PTH111 - `~nobody` stays as it is
            noun = "paragraph" if self.selection.is_of_paragraphs else "cable"
            others = len(index.marked) - len(index.tagged)
            self._export(
                Path(path), rows, noun, f"; {others:,} marked are not listed" * bool(others)
            )

    @work(thread=True, group=WORK, exit_on_error=False)
    def _export(self, path: Path, rows: Iterable[CableRow], noun: str, others: str) -> None:
        worker = get_current_worker()
        try:
            written = write_list(path, rows, self._jotted, lambda: worker.is_cancelled)
        except CancelledError:
            return  # the reader ends, and says so
        except FileExistsError:
            self.notice(
                f"{path} is there already, and stays as it is: name another file.", Role.ERROR
            )
        except OSError as error:
            reason = f"{path} cannot be written ({error.strerror}): name another file."
            self.notice(reason, Role.ERROR)
        else:
            self.notice(f"{counted(written, noun)} written to {path}{others}.")

    def _jotted(self, row: CableRow) -> Jotted:
        """Say what the notebook says of a cable."""
        stars, notes = self._personal.starred(row), self._personal.notes(row)
        if not stars and not notes:
            return Jotted()
        cable = None
        with suppress(DamagedError):
            cable = self.archive.cable(row.key)
        return jotted(cable, stars, notes)

    # Order

    def action_sort(self, order: str = "") -> None:
        """Choose an order; or sort by one."""

        def chosen(result: tuple[Order, str] | None) -> None:
            if result is not None:
                self._sort(self.selection.sorted_by(result[0]))

        if order:
            self._sort(self.selection.sorted_by(Order(order)))
        else:
            self.app.push_screen(screens.orders_chooser(self.selection), chosen)

    def action_reverse(self) -> None:
        """List the other way round."""
        self._sort(self.selection.turned())

    def _sort(self, selection: Selection) -> None:
        """List in another order: from its beginning where that is what is looked at."""
        at_first = self.index.cursor == 0
        self.lister.take(Remembered(selection) if at_first else self._here_in(selection))

    def _here_in(self, selection: Selection) -> Remembered:
        """Return another list of the same, with the cursor on the same cable or paragraph."""
        if (row := self.index.current) is None:
            return Remembered(selection)
        return Remembered(selection, key=row.key, position=row.best)


def _ways_on() -> str:
    """Say which keys go on from the months that are looked at."""
    names = ("month-before", "month-after", "more-months", "fewer-months")
    before, after, more, fewer = (key_of(f"catalogue.{name}") for name in names)
    keep = key_of("index.open")
    return f"{before} {after} move, {more} {fewer} more or fewer months, {keep} keeps."
