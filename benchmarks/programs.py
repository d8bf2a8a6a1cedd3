"""The programs that `benchmarks.terminal` measures, and what is pressed in each.

The same cables are shown by all: cablegram reads its archive, mutt a mailbox with one message for
each cable of that archive, less and a bare Textual application the text of some of them.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archive import Archive
from parser import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archive import CableRow

Step = dict[str, Any]

_WITH_TEXT = 100
"""Cables whose text a mailbox and the file for less have: more are not looked at."""

_BARE = """
import sys
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static
class Bare(App):
    BINDINGS = [("j", "by('down')"), ("space", "by('page_down')"), ("b", "by('page_up')")]
    BINDINGS += [("q", "quit")]
    def compose(self):
        with VerticalScroll():
            yield Static(open(sys.argv[1]).read(), markup=False)
    def action_by(self, way):
        getattr(self.query_one(VerticalScroll), f"scroll_{way}")()
Bare().run()
"""
"""Textual with its defaults, and all of a text in one widget."""

_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    BINDINGS = [("q", "quit")]
    def compose(self):
        yield Static("FIRST")
Empty().run()
"""
"""The least that Textual can start."""

_MUTT = """
set folder = {home}
set mbox_type = mbox
set spoolfile = {mailbox}
set sort = mailbox-order
set sleep_time = 0
set quit = yes
bind pager b previous-page
bind pager J next-undeleted
set pager_stop
"""


@dataclass(frozen=True, slots=True)
class Program:
    """A program, and the keys whose cost is measured."""

    name: str
    command: tuple[str, ...]
    ready: str
    """On the screen when it can be read."""
    steps: tuple[Step, ...]
    quits: tuple[str, ...]


_FIRST: Step = {"key": "j", "label": "first key"}
"""Pressed as soon as the list is there: of a reader that is still being loaded, when it answers."""
_PAGE: Step = {"key": ["space", "b"], "repeat": 6, "label": "page of text"}
_LIST: tuple[Step, ...] = (
    {"key": "j", "repeat": 10, "label": "row"},
    {"key": ["pagedown", "pageup"], "repeat": 6, "label": "page of the list"},
    {"hold": "j", "rate": 30, "count": 30, "label": "held row"},
)
_END: tuple[Step, ...] = (
    {"key": "G"},
    {"key": ["pageup", "pagedown"], "repeat": 6, "label": "page at its end"},
    {"key": "g"},
)
"""Most cables are among the last: the first pages of a list by date span years, these a day."""
_TEXT: tuple[Step, ...] = (
    {"hold": "space", "rate": 30, "count": 15, "label": "held page"},
    {"idle": 1, "label": "idle"},
)
_OPEN: Step = {"key": "enter", "label": "open"}
_LINE: Step = {"key": "j", "repeat": 10, "label": "line of text"}
_NEXT: Step = {"key": "J", "repeat": 6, "label": "next cable"}


def cablegram(archive: Path, name: str) -> Program:
    """Return the reader on an archive."""
    more: tuple[Step, ...] = (
        {"key": ["tab", "shift+tab"], "repeat": 6, "label": "change of pane"},
        {"key": "esc", "label": "back to the list"},
        _OPEN | {"label": "open again"},
        {"key": "h", "label": "back with h"},
        {"key": "/"},
        {"key": list("narcotics traficking"), "repeat": 20, "label": "letter of a query"},
        {"key": "esc", "label": "end of the query"},
    )
    command = (sys.executable, "-m", "tui", str(archive))
    steps = (_FIRST, *_LIST, *_END, _OPEN, _PAGE, _LINE, _NEXT, *_TEXT, *more)
    return Program(f"cablegram, {name}", command, " 1/", steps, ("Q",))


def mutt(archive: Path, name: str, home: Path) -> Program | None:
    """Return mutt on a mailbox that lists what an archive lists; None where there is no mutt."""
    program = shutil.which("mutt")
    if program is None:
        return None
    mailbox, settings = home / f"mailbox-{name}", home / f"muttrc-{name}"
    if not mailbox.exists():
        with mailbox.open("w", encoding="utf-8") as file:
            file.writelines(_messages(archive))
        settings.write_text(_MUTT.format(home=home, mailbox=mailbox), encoding="utf-8")
    command = (program, "-n", "-R", "-F", str(settings), "-f", str(mailbox))
    return Program(
        f"mutt, {name}", command, "Mutt: ", (*_LIST, _OPEN, _PAGE, _NEXT, *_TEXT), ("q", "q")
    )


def pagers(archive: Path, home: Path) -> Iterator[Program]:
    """Return less, where there is one, and a bare Textual application, on the text of cables."""
    text, bare = home / "text", home / "bare.py"
    text.write_text("FIRST\n" + "\n".join(_texts(archive)), encoding="utf-8")
    bare.write_text(_BARE, encoding="utf-8")
    steps = (_PAGE, _LINE, *_TEXT)
    if less := shutil.which("less"):
        yield Program("less", (less, str(text)), "FIRST", steps, ("q",))
    yield Program("bare Textual", (sys.executable, str(bare), str(text)), "FIRST", steps, ("q",))


def empty(home: Path) -> Program:
    """Return a Textual application that shows one word."""
    file = home / "empty.py"
    file.write_text(_EMPTY, encoding="utf-8")
    return Program("empty Textual", (sys.executable, str(file)), "FIRST", (), ("q",))


def _texts(archive: Path) -> Iterator[str]:
    with Archive.open(archive) as held:
        for row in held.listing().rows(0, _WITH_TEXT):
            yield _text(held, row)


def _messages(archive: Path) -> Iterator[str]:
    with Archive.open(archive) as held:
        listing = held.listing()
        for start in range(0, len(listing), 1000):
            for number, row in enumerate(listing.rows(start, start + 1000), start):
                text = _text(held, row) if number < _WITH_TEXT else ""
                yield _message(row, text)


def _message(row: CableRow, text: str) -> str:
    date = f"{row.created:%a, %d %b %Y %H:%M:%S +0000}" if row.created else ""
    origin = clean_line(row.origin or "unknown")
    subject = clean_line(row.subject or "")
    return (
        "From cable Thu Jan  1 00:00:00 2009\n"
        f"From: {origin} <post@example.invalid>\nDate: {date}\n"
        f"Subject: {row.reference_id} {subject}\nMessage-ID: <{row.key}@example.invalid>\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n\n"
    )


def _text(held: Archive, row: CableRow) -> str:
    return "\n\n".join(clean(paragraph.text) for paragraph in held.cable(row.key).paragraphs)
