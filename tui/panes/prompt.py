"""The line where something is typed: a query, words to find, an address, a note."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from tui.drawing.line import Line, Piece, Role
from tui.panes.entry import Entry
from tui.panes.guard import Guarded
from tui.panes.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.panes.question import Question


_REPEATED = 0.1
"""Seconds within which a key that is held comes again; a finger takes longer."""


class _Offers(Suggester):
    """Shows behind the cursor what Tab makes of the text."""

    def __init__(self, offers: Callable[[str], Sequence[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._offers = offers

    async def get_suggestion(self, value: str) -> str | None:
        return next(iter(self._offers(value)), None) if value else None


class _Line(Entry):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c,ctrl+g", "cancel", show=False),
        Binding("tab", "keep(1)", show=False),
        Binding("shift+tab", "keep(-1)", show=False),
        Binding("up,ctrl+p", "step(-1)", show=False),
        Binding("down,ctrl+n", "step(1)", show=False),
        Binding("ctrl+r", "past", show=False),
    ]

    _erased_at = 0.0

    def action_cancel(self) -> None:
        self.send(Prompt.Cancelled())

    def action_delete_left(self) -> None:
        """Erase; where nothing is left close, but not for a key that is still held from erasing."""
        now = monotonic()
        is_held = now < self._erased_at + _REPEATED
        self._erased_at = now
        if self.value:
            super().action_delete_left()
        elif not is_held:
            self.action_cancel()

    def action_keep(self, by: int) -> None:
        self.send(Prompt.Kept(by))

    def action_step(self, by: int) -> None:
        self.send(Prompt.Stepped(by))

    def action_past(self) -> None:
        self.send(Prompt.PastAsked())


class _Sign(Pane):
    sign = ""

    def line(self, _y: int) -> Line:
        return (Piece(self.sign, Role.KEY),)


class Prompt(Guarded, Horizontal):
    """One line of input at the foot of the screen, there only while a question is open."""

    BLANK = True  # covered by its children: nothing to draw

    class Cancelled(Message):
        """The user does not want to answer."""

    class PastAsked(Message):
        """The user wants something that was typed before."""

    @dataclass
    class Kept(Message):
        """The user wants to go on with what was typed so far, or have it completed."""

        by: int

    @dataclass
    class Stepped(Message):
        """The user wants the next or previous row while typing."""

        by: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._question: Question | None = None
        self._told: Callable[[], None] = lambda: None
        self._offered: Sequence[str] = ()
        """What Tab goes through."""
        self._recalled = 0
        """Which of what was typed before stands there; as many as there are: none."""

    def compose(self) -> ComposeResult:
        """Put the sign before the text."""
        yield _Sign()
        line = _Line(compact=True, select_on_focus=False)
        line.cursor_blink = False
        yield line

    def ask(self, question: Question, closed: Callable[[], None]) -> None:
        """Open a question; `closed` is called before its answer is told."""
        self._question = question
        self._told = closed
        sign = self.query_one(_Sign)
        sign.sign = question.sign
        sign.styles.width = len(question.sign)
        sign.refresh()
        line = self.query_one(_Line)
        with line.prevent(Input.Changed):
            line.value = question.value
        line.cursor_position = len(question.value)
        line.suggester = _Offers(question.offers) if question.offers else None
        self._offered = ()
        self._recalled = len(question.before)
        self.add_class("-open")
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what has been typed so far."""
        event.stop()
        self._offered = ()
        if self._question is None:
            return
        if self._question.is_single and event.value:
            question, letter = self._close(), event.value[0]
            if question is not None:
                question.entered(letter)
        else:
            self._question.typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell what was typed."""
        event.stop()
        if (question := self._close()) is None:
            return
        if question.is_single:  # a letter would have answered it
            question.cancelled()
        else:
            question.entered(event.value)

    def on_prompt_cancelled(self, event: Cancelled) -> None:
        """Drop the question."""
        event.stop()
        if (question := self._close()) is not None:
            question.cancelled()

    def on_prompt_past_asked(self, event: PastAsked) -> None:
        """Drop the question for what was typed before, where that is kept."""
        event.stop()
        if self._question is not None and (past := self._question.past) is not None:
            self.on_prompt_cancelled(self.Cancelled())
            past()

    def on_prompt_kept(self, event: Kept) -> None:
        """Leave what was typed as it is, or complete it."""
        event.stop()
        if self._question is None:
            return
        if self._question.offers is not None:
            self._complete(self._question.offers, event.by)
        elif (kept := self._question.kept) is not None:
            self._close()
            kept(self.query_one(_Line).value)

    def on_prompt_stepped(self, event: Stepped) -> None:
        """Bring back what was typed before; or move in what the question is about."""
        event.stop()
        if self._question is None:
            return
        before, moved, line = self._question.before, self._question.moved, self.query_one(_Line)
        is_untouched = before and line.value == [*before, ""][self._recalled]
        is_at_end = self._recalled == len(before) and event.by > 0
        if moved is not None and (is_at_end or not is_untouched):
            moved(event.by)
        elif before:
            self._recalled = min(max(self._recalled + event.by, 0), len(before))
            line.value = [*before, ""][self._recalled]
            line.cursor_position = len(line.value)

    def _complete(self, offers: Callable[[str], Sequence[str]], by: int) -> None:
        line = self.query_one(_Line)
        if line.value in self._offered:
            at = (self._offered.index(line.value) + by) % len(self._offered)
        else:
            self._offered, at = offers(line.value), 0 if by > 0 else -1
        if self._offered:
            with line.prevent(Input.Changed):
                line.value = self._offered[at]
            line.cursor_position = len(line.value)

    def _close(self) -> Question | None:
        question, self._question = self._question, None
        self.remove_class("-open")
        self._told()
        return question
