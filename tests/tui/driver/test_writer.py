"""Frames keep pace with the terminal; controls are never lost and never overtake."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from tui.driver._writer import QUESTION, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator


class Line:
    """A pipe in place of a terminal, and frames that count themselves."""

    def __init__(self, frame_bytes: int) -> None:
        self.reading, self.writing = os.pipe()
        self.frames = 0
        self.frame_bytes = frame_bytes
        self.writer = Writer(self.writing, "utf-8", self.next_frame)

    def next_frame(self) -> str:
        self.frames += 1
        return str(self.frames).ljust(self.frame_bytes, ".")

    def read_until(self, end: str) -> str:
        data = ""
        while not data.endswith(end):
            data += os.read(self.reading, 65536).decode()
        return data

    def close(self) -> None:
        self.writer.stop()
        os.close(self.reading)
        os.close(self.writing)


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line(frame_bytes=600)
    yield line
    line.close()


def test_controls_keep_their_order_among_frames(line: Line) -> None:
    line.frame_bytes = 1
    for part in ("a", None, "b", "c", None, "d"):
        line.writer.frame() if part is None else line.writer.control(part)
        if part is None:
            line.read_until(str(line.frames + 1))
    assert line.read_until("d").endswith("d")


def test_small_frames_ask_nothing() -> None:
    line = Line(frame_bytes=100)
    line.writer.frame()
    assert line.read_until(".") == "1".ljust(100, ".")
    line.close()


def test_no_frame_is_made_while_the_line_is_full(line: Line) -> None:
    line.writer.frame()
    line.read_until(QUESTION)
    line.writer.answered()
    line.writer.frame()
    line.read_until(QUESTION)
    line.writer.frame()  # there is room for it before the one before is answered
    line.read_until(".")
    for _ in range(50):
        line.writer.frame()
    time.sleep(0.05)  # long enough for one to be made
    assert line.frames == 3
    line.writer.answered()
    assert line.read_until(QUESTION).startswith("4")
    assert line.frames == 4, "fifty requests, one frame: the newest"


def test_a_terminal_that_never_answers_is_not_waited_for(line: Line) -> None:
    for number in range(1, 9):
        line.writer.frame()
        assert line.read_until("." if number > 1 else QUESTION).startswith(str(number))
    assert line.frames == 8


def test_a_terminal_that_answers_no_more_is_waited_for_once(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.driver._writer._PATIENCE", 0.05)
    line.writer.frame()
    line.read_until(QUESTION)
    line.writer.answered()
    for end in (QUESTION, ".", QUESTION):  # the last one waits for an answer in vain
        line.writer.frame()
        line.read_until(end)
    assert not line.writer._answers
    line.writer.frame()
    assert line.read_until(".").startswith("5")


def test_how_long_an_answer_took_is_known(line: Line) -> None:
    assert line.writer.lag == 0
    line.writer.frame()
    line.read_until(QUESTION)
    time.sleep(0.05)
    line.writer.answered()
    assert line.writer.lag >= 0.05


def test_when_it_has_stopped_all_is_written(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def write_slowly(fileno: int, data: memoryview) -> int:
        time.sleep(0.02)
        return write(fileno, data)

    monkeypatch.setattr("tui.driver._writer.os.write", write_slowly)
    line.writer.frame()
    line.writer.control("the end")
    line.writer.stop()
    os.set_blocking(line.reading, False)
    assert line.read_until("the end").startswith("1.")
