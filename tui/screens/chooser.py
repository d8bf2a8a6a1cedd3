"""A list to choose from, narrowed by typing: keys, topics, references, outline, orders, ..."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from archive import ArchiveError
from parser import clean_line
from tui.drawing.line import EMPTY, Line, Piece, Role, spread
from tui.drawing.wrap import folded
from tui.keys import shown
from tui.painting import PaintedOnce
from tui.panes.entry import Entry
from tui.panes.guard import Guarded
from tui.panes.messages import Failed
from tui.panes.pane import Pane
from tui.panes.rows import RowsPane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from tui.drawing.glyphs import Glyphs
    from tui.panes.messages import Changed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """What can be chosen from, and how it is shown."""

    title: str
    find: Callable[[str], Sequence[T]]
    """Returns what fits the text that was typed; called in a thread."""
    draw: Callable[[T, int, Glyphs], Line]
    """Draws one of them in a number of columns."""
    empty: str = "Nothing here."
    """Said where there is nothing to choose from."""
    none: str = "Nothing fits what is typed; the arrows move."
    """Said where there is something, and nothing that fits."""
    others: tuple[tuple[str, str], ...] = ()
    """Other keys that choose, each with what it does: `("ctrl+x", "exclude")`."""
    start: int = 0
    """Row of the cursor at first."""
    text: str = ""
    """What stands in the input at first."""
    tell: Callable[[T], str] | None = None
    """Says all of the row under the cursor, which its line may have to cut; shown below."""


def among(all_of_them: Sequence[T], words: Callable[[T], str]) -> Callable[[str], Sequence[T]]:
    """Return what finds those of some values whose words hold what was typed, in any case."""
    return lambda text: [one for one in all_of_them if text.casefold() in words(one).casefold()]


class TitlePane(Pane):
    """Says what is chosen from."""

    title = ""
    keys = ""
    """What can be pressed; it is not cut where the title must be."""

    def line(self, _y: int) -> Line:
        """Draw the line."""
        keys = f"   {self.keys} " if self.keys else ""
        left = (Piece(f" {self.title}", Role.BAR),)
        line = spread(left, (Piece(keys, Role.BAR),), self.size.width, self.glyphs.cut)
        return tuple(piece._replace(role=Role.BAR) for piece in line)


class ToldPane(Pane):
    """Says all of the row under the cursor."""

    told = ""

    def show(self, text: str) -> None:
        """Say something else."""
        if text != self.told:
            self.told = text
            self.refresh()

    def line(self, y: int) -> Line:
        """Draw a line of the text."""
        told = (Piece(clean_line(self.told), Role.DIM),)
        lines = folded(told, self.size.width - 2, self.rows, self.glyphs.cut)
        return (Piece(" "), *lines[y]) if y < len(lines) else EMPTY


class ChoicesPane(RowsPane, Generic[T], can_focus=False):
    """The rows that fit what was typed."""

    class Entered(Message):
        """The row under the cursor is meant."""

    def __init__(self, draw: Callable[[T, int, Glyphs], Line]) -> None:
        super().__init__(id="choices")
        self._draw = draw
        self.found: Sequence[T] = ()

    def show(self, found: Sequence[T], row: int) -> None:
        """List other rows."""
        self.found = found
        self.put(row, 0)

    @property
    def current(self) -> T | None:
        """The row under the cursor."""
        return self.found[self.cursor] if self.cursor < len(self.found) else None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.found)

    def row_line(self, index: int) -> Line:
        """Draw a row."""
        return self._draw(self.found[index], self.size.width, self.glyphs)

    def enter(self) -> None:
        """Choose the row."""
        self.send(self.Entered())

    def cursor_role(self, y: int) -> Role | None:
        """Mark the row that Enter chooses."""
        return Role.CURSOR if self.count and self.top + y == self.cursor else None


class Chooser(Guarded, PaintedOnce[tuple[T, str] | None], ModalScreen[tuple[T, str] | None]):
    """Gives back what was chosen and with which key; None when it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,ctrl+c,ctrl+g", "close", show=False),
        Binding("down,ctrl+n,tab", "step(1)", show=False, priority=True),
        Binding("up,ctrl+p,shift+tab", "step(-1)", show=False, priority=True),
        Binding("ctrl+l", "app.redraw", show=False, priority=True),
        Binding("ctrl+z", "app.suspend", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    @dataclass
    class Found(Message):
        """What fits a text has been found."""

        text: str
        rows: Sequence[Any]
        problem: str = ""
        """Why nothing can be found for it."""

    def __init__(self, choice: Choice[T]) -> None:
        super().__init__()
        self._choice = choice
        self._shown: str | None = None
        """The text whose rows are shown."""
        self._later: list[Callable[[], object]] = []
        """What is done as soon as the rows of what was typed are there."""

    def compose(self) -> ComposeResult:
        """Put title and input above the list."""
        yield TitlePane(id="title")
        line = Entry(self._choice.text, compact=True, placeholder="type to narrow")
        line.select_on_focus = False
        line.cursor_blink = False
        yield line
        yield ChoicesPane(self._choice.draw)
        if self._choice.tell is not None:
            yield ToldPane(id="told")

    def on_mount(self) -> None:
        """List everything."""
        keys = "".join(f"  {shown(key)} {does}" for key, does in self._choice.others)
        title = self.query_one(TitlePane)
        title.title, title.keys = self._choice.title, f"Enter choose{keys}  Esc close"
        for key, _ in self._choice.others:
            self._bindings.bind(key, f"choose('{key}')", show=False, priority=True)
        self._find(self._choice.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what fits what was typed."""
        self._later.clear()
        self._find(event.value)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False)
    def _find(self, text: str) -> None:
        try:
            found = self.Found(text, self._choice.find(text))
        except ArchiveError as error:
            found = self.Found(text, (), str(error))
        self.answer(found)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong, and wait no more."""
        if event.state is WorkerState.ERROR and isinstance(event.worker.error, Exception):
            self._later.clear()
            self.send(Failed(event.worker.error))

    @property
    def is_turning(self) -> bool:
        """Whether a key must wait: rows that a key before it is for are still to come."""
        return bool(self._later)

    def on_chooser_found(self, event: Found) -> None:
        """Show what was found."""
        if event.text == self.query_one(Input).value:
            row = 0 if event.text else self._choice.start
            pane = self.query_one(ChoicesPane)
            none = self._choice.none if event.text else self._choice.empty
            pane.empty = event.problem or none
            pane.show(event.rows, row)
            self._shown = event.text
            later, self._later = self._later, []
            for do in later:
                do()

    def on_choices_pane_entered(self) -> None:
        """Choose the row that was clicked."""
        self.action_choose("enter")

    def on_input_submitted(self) -> None:
        """Choose the row under the cursor."""
        self.action_choose("enter")

    def action_choose(self, key: str) -> None:
        """Choose the row under the cursor with a key."""
        self._when_shown(lambda: self._choose(key))

    def _choose(self, key: str) -> None:
        pane = self.query_one(ChoicesPane)
        if pane.current is not None:
            self.dismiss((pane.current, key))

    def _when_shown(self, do: Callable[[], object]) -> None:
        """Do something with the rows of what was typed, as soon as they are there."""
        if self._shown == self.query_one(Input).value:
            do()
        else:
            self._later.append(do)

    def on_changed(self, event: Changed) -> None:
        """Say all of the row under the cursor."""
        event.stop()
        row = self.query_one(ChoicesPane).current
        if self._choice.tell is not None:
            self.query_one(ToldPane).show("" if row is None else self._choice.tell(row))

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def action_step(self, by: int) -> None:
        """Move by rows."""
        pane = self.query_one(ChoicesPane)
        self._when_shown(lambda: pane.action_move(by))

    def action_page(self, by: int) -> None:
        """Move by pages."""
        pane = self.query_one(ChoicesPane)
        self._when_shown(lambda: pane.action_page(by))
