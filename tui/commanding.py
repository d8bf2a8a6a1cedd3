"""Commands by name, on whatever screen: those listed by `?`, those typed after `:`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import screens
from tui.drawing.line import Role
from tui.keys import SECTIONS
from tui.panes.foot import Foot
from tui.panes.pane import Pane
from tui.panes.question import Question
from tui.saying import Saying
from tui.screens.reader import ReaderScreen
from tui.typed import NotUnderstoodError, Typed, completions, understood

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from tui.keys import Command

_FROM_EVERYWHERE = ("reader", "catalogue")
"""Places whose commands leave what lies over the reader: they are about everything."""

_MOST = 100
"""Of what was typed, how much can be brought back."""

_WITH_ROWS = {"index", "thread", "absent", "compare"}
"""Places where a number is that of a row, and not of a paragraph of the cable that is read."""


class Commanding(Saying):
    """Runs a command where the focus is, or else in the part of the reader that it is for."""

    _gone_to: tuple[str, ...] = ()
    """What was typed after `:`, the last one last."""

    @property
    def _places(self) -> tuple[str, ...]:
        """The places of the table whose keys work where the focus is."""
        pane = self.focused
        return pane.places if isinstance(pane, Pane) else ()

    @property
    def _reader(self) -> ReaderScreen:
        """The screen that everything else lies over."""
        return next(one for one in self.screen_stack if isinstance(one, ReaderScreen))

    def action_help(self, words: str = "") -> None:
        """List the commands, those of the pane with the focus first; run what is chosen."""

        async def chosen(result: tuple[Command, str] | None) -> None:
            if result is not None:
                await self._run_command(Typed(result[0]))

        self.push_screen(screens.commands_chooser(self._places, words), chosen)

    def action_go(self) -> None:
        """Ask for an address or a command."""
        places = self._places

        def entered(text: str) -> None:
            if text.strip():
                others = (one for one in self._gone_to if one != text)
                self._gone_to = (*others, text)[-_MOST:]
            try:
                typed = understood(text, places) if text.strip() else None
            except NotUnderstoodError as error:
                self.say(str(error), Role.ERROR)
            else:
                self.call_later(self._go, text, typed)

        foot = self.screen.query_one(Foot)
        foot.ask(
            Question(
                ":",
                entered=entered,
                before=self._gone_to,
                offers=lambda text: completions(text, places),
            )
        )

    async def _go(self, text: str, typed: Typed | None) -> None:
        """Do what was typed, or go to the cable of an address."""
        if typed is not None:
            await self._run_command(typed)
        elif text.strip().isdecimal() and not _WITH_ROWS.isdisjoint(self._places[:1]):
            await self.run_action(f"first({int(text)})", self.focused)
        elif isinstance(screen := self.screen, screens.PageScreen):
            screen.seek(text)
        else:
            await self._uncover()
            self._reader.seek(text)

    async def _run_command(self, typed: Typed) -> None:
        """Do what was chosen or typed, or say where it can be done."""
        where = typed.command.where
        node = _node_of(where, self.focused or self.screen)
        if node is None and (where in _FROM_EVERYWHERE or self.screen is self._reader):
            await self._uncover()
            node = _node_of(where, self._reader.turn_to(where))
        if node is None:
            self.say(f"Not here but in {SECTIONS[where]!r}: {typed.command.help}", Role.ERROR)
        else:
            await self.run_action(typed.action, node)

    async def _uncover(self) -> None:
        """Close what lies over the reader."""
        while self.screen is not self._reader:
            await self.pop_screen()


def _node_of(where: str, node: DOMNode) -> DOMNode | None:
    """Return what has the keys of a place, from a pane outwards."""
    around: DOMNode | None = node
    while around is not None and getattr(around, "WHERE", "") != where:
        around = around.parent
    return around
