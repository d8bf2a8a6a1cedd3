"""Who parses: this process alone, or workers beside it. Either way results come in order."""

from __future__ import annotations

import os
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from archive._imports.work import Item, Piece, parse
from archive._imports.worker import Worker
from archive._store.frames import Packer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from typing import TypeAlias

    from parser import Record

    Done: TypeAlias = tuple[Piece, Sequence[Item]]
    Parsing: TypeAlias = Callable[[Iterable[Piece]], Iterator[Done]]

WORTHWHILE: Final = 24_000_000
"""Bytes of sources; for less, starting processes costs more than they save."""
AHEAD: Final = 8
"""Pieces handed out for each worker, so that none waits while the writer commits."""


def size_of(workers: int | None, size: int) -> int:
    """Say how many worker processes to use for so many bytes; 0 for none."""
    if workers is not None:
        return workers
    return _processors() if size >= WORTHWHILE else 0


def _processors() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def crew(workers: int, dictionary: bytes | None) -> Iterator[Parsing]:
    """Offer a function that parses pieces in their order.

    Args:
        workers: how many processes; 0 to parse in this one.
        dictionary: what to compress cables against.
    """
    if workers == 0:
        packer = Packer(dictionary)
        yield lambda pieces: ((piece, parse(piece.telegrams, packer)) for piece in pieces)
        return
    team = _Team(workers, dictionary)
    try:
        yield team.parse
    finally:
        team.dismiss()


class _Team:
    """Worker processes, each with a thread here that waits for it."""

    def __init__(self, size: int, dictionary: bytes | None) -> None:
        self._dictionary = dictionary
        self._ahead = size * AHEAD
        self._threads = ThreadPoolExecutor(size, initializer=self._hire)
        self._own = threading.local()
        self._workers: list[Worker] = []

    def parse(self, pieces: Iterable[Piece]) -> Iterator[Done]:
        """Hand pieces out, and yield what became of them in their order."""
        waiting: deque[tuple[Piece, Future[tuple[Item, ...]] | None]] = deque()
        for piece in pieces:
            future = self._threads.submit(self._ask, piece.telegrams) if piece.telegrams else None
            waiting.append((piece.bare(), future))
            if len(waiting) > self._ahead:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)

    def dismiss(self) -> None:
        """Stop all workers, whatever they are doing."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown()

    def _hire(self) -> None:
        self._own.worker = Worker.start(self._dictionary)
        self._workers.append(self._own.worker)

    def _ask(self, telegrams: Sequence[Record]) -> tuple[Item, ...]:
        worker: Worker = self._own.worker
        return worker.parse(telegrams)


def _next(waiting: deque[tuple[Piece, Future[tuple[Item, ...]] | None]]) -> Done:
    piece, future = waiting.popleft()
    return piece, future.result() if future else ()
