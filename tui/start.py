"""Opens the reader: first the list, which can be read at once, then Textual, which takes longer."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from archive import Notebook
from tui import keys
from tui.first import first_screen
from tui.personal import Personal

if TYPE_CHECKING:
    from archive import Archive
    from tui.settings import Settings


def run_reader(archive: Archive, settings: Settings) -> int:
    """Open an archive in the full screen, and return the status to exit with."""
    keys.change(settings.keys)
    with ExitStack() as stack:
        notebook = None
        if not settings.is_restricted:
            notebook = stack.enter_context(Notebook.open())
            archive.use(notebook)
        personal = Personal(notebook)
        painted = stack.enter_context(first_screen(archive, personal, settings))
        from tui.app import Reader  # noqa: PLC0415 - Textual, after the list is on the screen

        reader = Reader(archive, settings=settings, personal=personal, painted=painted)
        reader.run(mouse=settings.has_mouse)
        return reader.return_code or 0
