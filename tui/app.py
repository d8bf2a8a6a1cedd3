"""The full-screen reader: a small application around one screen."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from rich.text import Text
from textual.css.query import NoMatches
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import NoColor
from textual.widget import MountError

from tui import clipboard, keys, screens
from tui.commanding import Commanding
from tui.counting import Counting
from tui.drawing.line import Role
from tui.driver import AsciiCellDriver, CellDriver, SafetyNet
from tui.exporting import WORK
from tui.failures import Failures
from tui.panes.guard import Guarded
from tui.panes.pane import Pane, bindings
from tui.personal import Personal
from tui.screens.reader import ReaderScreen
from tui.settings import THEMES, Settings
from tui.themes import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from textual.filter import LineFilter

    from archive import Archive
    from tui.cells import Painted
    from tui.panes.messages import CopyAsked, Failed, Noticed


_PREPARED = 0.4
"""Seconds after the start at which the search is made ready."""


def _driver(settings: Settings) -> type[LinuxDriver]:
    if settings.driver != "cells":
        return LinuxDriver
    return AsciiCellDriver if settings.is_ascii else CellDriver


class Reader(Guarded, Commanding, Counting, inherit_bindings=False):
    """Reads one archive. Without Textual's own keys: its Ctrl+Q quits, whatever is being typed."""

    CSS_PATH = "reader.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    WHERE = "app"
    BINDINGS = bindings("app")

    def __init__(
        self,
        archive: Archive,
        *,
        settings: Settings | None = None,
        personal: Personal | None = None,
        painted: Painted | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.personal = personal or Personal(None)
        self.painted = painted
        """What the terminal shows already, for the driver."""
        super().__init__(driver_class=_driver(self.settings))
        self.archive = archive
        self._net = SafetyNet()
        self.animation_level = "none"
        self.has_mouse = self.settings.has_mouse
        self.failures = Failures(is_restricted=self.settings.is_restricted)
        for name in THEMES:
            self.register_theme(theme(name))
        self.theme = self.settings.theme
        keys.change(self.settings.keys)
        self.set_keymap(keys.keymap())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Blank whatever a terminal would obey, in case a pane forgot to clean it.

        Without colours all are the terminal's own; Textual's shades of grey would be black on black
        where its ground is dark.
        """
        if self.no_color:
            return [NoColor(), self._net]
        return [*super().get_line_filters(), self._net]

    def on_mount(self) -> None:
        """Show the reader."""
        self.app_resume_signal.subscribe(self, lambda _app: self._resume())
        self.push_screen(ReaderScreen(self.archive, self.personal))
        self.set_timer(_PREPARED, self._prepare)
        self.begin_turns()

    async def furnish(self) -> None:
        """Load the rest while the first list is looked at."""
        screen = self.screen_stack[-1]
        if isinstance(screen, ReaderScreen):
            await screen.furnish()
        if not gc.isenabled():  # what is loaded by now stays
            gc.freeze()
            gc.enable()

    def _prepare(self) -> None:
        """Load what a search needs, once the first screen has been looked at."""
        self.run_worker(self.archive.prepare, thread=True, exit_on_error=False)

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End; the place is kept, whoever asked for the end, and nothing more is written."""
        if any(worker.group == WORK and worker.is_running for worker in self.workers):
            message = Text("cablegram: The export was given up; nothing of it is kept.")
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                try:
                    screen.keep_place()
                except Exception as error:  # noqa: BLE001 - nothing may stand in the way of ending
                    self.failures.report(error)
        super().exit(result, return_code, message)

    def _resume(self) -> None:
        """Paint everything after a suspension: the terminal has shown something else since."""
        self.refresh(repaint=True, layout=True)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open no page: an article is copied, and opened where the user chooses."""

    def deliver_screenshot(
        self,
        filename: str | None = None,
        path: str | None = None,
        time_format: str | None = None,
    ) -> None:
        """Write no picture: Textual's own key for it is not ours."""

    # What is told to the user

    def on_noticed(self, event: Noticed) -> None:
        """Say something on the status line."""
        self.say(event.text, event.role)

    def on_failed(self, event: Failed) -> None:
        """Say what went wrong in a pane."""
        self.say(self.failures.report(self.archive.own_error(event.error)), Role.ERROR)

    def on_copy_asked(self, event: CopyAsked) -> None:
        """Put text on the clipboard."""
        self._clipboard = event.text  # Ctrl+V in a line of input
        size = f"{len(event.text):,} characters"
        is_sent = clipboard.sequence(event.text, os.environ) is not None
        is_sure = is_sent and not clipboard.is_handed_on(os.environ)
        if is_sent:
            self.copy_to_clipboard(event.text)
            self.say(f"Copied {event.what}, {size}.")
        if not (is_sure or self.settings.is_restricted):
            self._keep_copied(event.text, f"{event.what}, {size}", is_sent=is_sent)
        elif not is_sent:
            self.say(f"Not copied: the terminal does not take {event.what}, {size}.", Role.ERROR)

    def copy_to_clipboard(self, text: str) -> None:
        """Send a text to the clipboard, through tmux and screen if they are in the way."""
        copied = clipboard.sequence(text, os.environ)
        if copied is not None and self._driver is not None:
            self._driver.write(copied)

    def _keep_copied(self, text: str, what: str, *, is_sent: bool) -> None:
        """Write to a file what the terminal does not take, or perhaps is not handed."""
        try:
            file = clipboard.keep(text)
        except OSError as error:
            if not is_sent:
                self.say(f"Not copied: {clipboard.path()}: {error.strerror}.", Role.ERROR)
        else:
            said = f"Copied {what}, also" if is_sent else f"This terminal takes no copy: {what},"
            self.say(f"{said} in {clipboard.short(file)}")

    def _handle_exception(self, error: Exception) -> None:
        """Go on after an error in a pane; give up when there is nothing but errors."""
        if self._exit and isinstance(error, (NoMatches, MountError)):
            return  # panes go away while they are still worked on: that is no news
        line = self.failures.report(self.archive.own_error(error))
        if self._exit:  # it ends as it was told to
            return
        if self.is_running and self.screen_stack[1:] and not self.failures.are_too_many:
            self.say(line, Role.ERROR)
            return
        if self._exception is None:  # where Textual's test driver looks
            self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self.panic(Text(f"cablegram: {line} The log has the details."))

    # Keys that work everywhere

    def action_quit_now(self) -> None:
        """Quit."""
        self.exit(return_code=0)

    def action_redraw(self) -> None:
        """Paint everything again, after something else has written on the terminal."""
        if isinstance(self._driver, CellDriver):
            self._driver.repaint()
        self._resume()

    def action_suspend(self) -> None:
        """Stop until `fg`; not where no other program may run."""
        if self.settings.is_restricted:
            self.say("Not here: the reader cannot be suspended in this mode.")
        else:
            self.action_suspend_process()

    def action_mouse(self) -> None:
        """Listen to the mouse, or leave it to the terminal."""
        driver = self._driver
        if not isinstance(driver, LinuxDriver):
            return
        self.has_mouse = not self.has_mouse
        driver._mouse = True  # noqa: SLF001 - Textual has no other switch while it runs
        if self.has_mouse:
            driver._enable_mouse_support()  # noqa: SLF001
        else:
            driver._disable_mouse_support()  # noqa: SLF001
        on = "The mouse moves the cursor and scrolls; with Shift it selects, in most terminals."
        self.say(on if self.has_mouse else "The mouse is the terminal's own again, to select.")

    def action_theme(self, name: str = "") -> None:
        """Choose how it looks; with a name, look so."""

        def chosen(result: tuple[str, str] | None) -> None:
            if result is not None:
                self.theme = result[0]
                for pane in self.screen.query(Pane):
                    pane.refresh()

        if name:
            chosen((name, "enter"))
            return
        self.push_screen(screens.names_chooser("Theme", THEMES), chosen)
