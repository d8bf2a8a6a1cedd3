"""Long work with a bar on the terminal."""

from __future__ import annotations

import sys
from collections import deque
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from parser import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Moment = TypeVar("Moment")

_LABEL_CELLS = 30


class Step(NamedTuple):
    """What a bar shows of a moment."""

    done: int
    total: int | None
    cables: int
    label: str = ""


def last(moments: Iterator[Moment], step: Callable[[Moment], Step]) -> Moment:
    """Go through all moments and return the last; on a terminal a bar on stderr follows them."""
    if sys.stderr.isatty():
        moments = _shown(moments, step)
    return deque(moments, maxlen=1).pop()


def _shown(moments: Iterator[Moment], step: Callable[[Moment], Step]) -> Iterator[Moment]:
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.fields[cables]:>9,} cables", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%", markup=False),
        TimeRemainingColumn(),
        TextColumn("{task.fields[label]}", markup=False),
    )
    console = Console(stderr=True, highlight=False)
    with Progress(*columns, console=console, transient=True, refresh_per_second=8) as bar:
        task = bar.add_task("", total=None, cables=0, label="")
        for moment in moments:
            done, total, cables, label = step(moment)
            label = clean_line(label)[:_LABEL_CELLS]
            bar.update(task, completed=done, total=total, cables=cables, label=label)
            yield moment
