"""How the reader ends when it is told to from outside, or when the line is cut."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from textual.app import App

_GRACE = 2.0
"""Seconds after a hang-up until the process ends, whatever it is doing."""


def end_on_signals(app: App[Any], loop: AbstractEventLoop) -> None:
    """End the application in an orderly way on SIGTERM (status 143) and SIGHUP (status 129).

    Both are handled even where they were ignored at the start: without its terminal the program
    would spin. After a hang-up nothing may hold it up for long.
    """

    def end(number: signal.Signals) -> None:
        app.exit(return_code=128 + number)
        if number == signal.SIGHUP:
            loop.call_later(_GRACE, os._exit, 128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, end, number)
