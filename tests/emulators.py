"""Terminal emulators for the tests: pyte, made to erase as real terminals do."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

import pyte

Cell = tuple[str, ...]


class RepeatingStream(pyte.Stream):
    """A parser that knows REP, which pyte does not."""

    csi: ClassVar[dict[str, str]] = {**pyte.Stream.csi, "b": "repeat_last"}
    events = pyte.Stream.events | {"repeat_last"}


class RepeatingByteStream(pyte.ByteStream):
    """The same for bytes."""

    csi: ClassVar[dict[str, str]] = RepeatingStream.csi
    events = RepeatingStream.events


class _Repeating(pyte.Screen):
    """A screen that repeats the character drawn last."""

    last = " "

    def draw(self, data: str) -> None:
        super().draw(data)
        self.last = data[-1:] or self.last

    def repeat_last(self, count: int | None = None) -> None:
        super().draw(self.last * (count or 1))


class PlainEraser(_Repeating):
    """A terminal like screen and vt100, which erases with its own background."""

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        attributes, self.cursor.attrs = self.cursor.attrs, self.default_char
        super().erase_in_line(how, private)
        self.cursor.attrs = attributes

    def erase_in_display(self, how: int = 0, *args: object, **kwargs: object) -> None:
        attributes, self.cursor.attrs = self.cursor.attrs, self.default_char
        super().erase_in_display(how, *args, **kwargs)
        self.cursor.attrs = attributes


class ColourEraser(_Repeating):
    """A terminal like xterm, which erases, inserts and deletes with the background that is set."""

    def erase_in_display(self, how: int = 0, *args: object, **kwargs: object) -> None:
        super().erase_in_display(how, *args, **kwargs)
        if how == 2:
            self._fill(0, self.lines)

    def insert_lines(self, count: int | None = None) -> None:
        super().insert_lines(count)
        self._fill(self.cursor.y, count or 1)

    def delete_lines(self, count: int | None = None) -> None:
        super().delete_lines(count)
        self._fill(self.lines - (count or 1), count or 1)

    def _fill(self, top: int, count: int) -> None:
        for y in range(max(top, 0), min(top + count, self.lines)):
            for x in range(self.columns):
                self.buffer[y][x] = self.cursor.attrs


def cells_of(screen: pyte.Screen) -> list[list[Cell]]:
    """What can be seen: on a space neither the text's colour nor bold can."""
    return [
        [_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)
    ]


def _seen(cell: pyte.screens.Char) -> Cell:
    lines = [name for name in ("underscore", "strikethrough", "reverse") if getattr(cell, name)]
    if cell.data == " " and not lines:
        return (" ", cell.bg)
    weight = [name for name in ("bold", "italics", "blink") if getattr(cell, name)]
    return (unicodedata.normalize("NFC", cell.data), cell.fg, cell.bg, *lines, *weight)
