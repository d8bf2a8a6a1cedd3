"""Who parses: order, how far ahead pieces are drawn, and the end of it: `_imports/crew.py`."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import pytest

from archive._imports import crew
from archive._imports.crew import AHEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive._imports.work import Piece

SOON = 30.0
"""Seconds that something which comes at once may take on a machine under load."""


@dataclass(frozen=True)
class Made:
    """A piece for the crew, which looks at nothing else of it."""

    place: int
    telegrams: tuple[Any, ...]

    def bare(self) -> Made:
        return Made(self.place, ())


class Shift:
    """Stands in for the workers: each telegram is its own result."""

    def __init__(self) -> None:
        self.hired = 0
        self.stopped = 0
        self.begun: list[tuple[Any, ...]] = []
        self.is_busy = threading.Event()
        self.is_free = threading.Event()
        self.is_free.set()

    def start(self, dictionary: bytes | None) -> Shift:
        assert dictionary == b"dictionary"
        self.hired += 1
        return self

    def parse(self, telegrams: Sequence[Any]) -> tuple[Any, ...]:
        self.begun.append(tuple(telegrams))
        self.is_busy.set()
        assert self.is_free.wait(SOON)
        return tuple(telegrams)

    def stop(self) -> None:
        self.stopped += 1
        self.is_free.set()


@pytest.fixture
def shift(monkeypatch: pytest.MonkeyPatch) -> Shift:
    shift = Shift()
    monkeypatch.setattr(crew, "Worker", shift)
    return shift


def pieces(count: int, drawn: list[int]) -> Iterator[Piece]:
    """Give pieces, every third of which holds no telegram, and note which were drawn."""
    for place in range(count):
        drawn.append(place)
        yield cast("Piece", Made(place, () if place % 3 == 2 else (place, -place)))


def stopped(count: int, shift: Shift) -> Iterator[Piece]:
    """Give pieces, and Ctrl+C when the first is being parsed."""
    yield from pieces(count, [])
    assert shift.is_busy.wait(SOON)
    raise KeyboardInterrupt


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_what_comes_back_is_in_the_order_of_the_pieces(shift: Shift, workers: int) -> None:
    with crew.crew(workers, b"dictionary") as parse:
        done = [(piece.place, items) for piece, items in parse(pieces(100, []))]
    expected = [(place, () if place % 3 == 2 else (place, -place)) for place in range(100)]
    assert done == expected
    assert 0 < shift.hired <= workers
    assert shift.stopped == shift.hired


def test_pieces_are_handed_back_without_their_telegrams(shift: Shift) -> None:
    with crew.crew(1, b"dictionary") as parse:
        assert {piece.telegrams for piece, _ in parse(pieces(5, []))} == {()}
    assert shift.stopped == 1


@pytest.mark.parametrize("workers", [1, 3])
def test_no_more_is_drawn_of_a_source_than_the_workers_are_to_have_before_them(
    shift: Shift, workers: int
) -> None:
    drawn: list[int] = []
    with crew.crew(workers, b"dictionary") as parse:
        done = parse(pieces(200, drawn))
        for count in range(1, 100):
            next(done)
            assert len(drawn) == workers * AHEAD + count
    assert shift.stopped == workers


def test_when_an_import_is_stopped_no_piece_is_begun_any_more(shift: Shift) -> None:
    shift.is_free.clear()
    with crew.crew(1, b"dictionary") as parse, pytest.raises(KeyboardInterrupt):
        for _ in parse(stopped(5, shift)):
            pass
    assert shift.begun == [(0, 0)]
    assert shift.stopped == 1


def test_the_processors_are_counted_that_this_process_may_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 2, 5}, raising=False)
    assert crew.size_of(None, crew.WORTHWHILE) == 3
