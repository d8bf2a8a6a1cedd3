"""What becomes of an error inside the reader: a line for the user, a line in a log file."""

from __future__ import annotations

import os
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from time import monotonic

import platformdirs

from archive import ArchiveError
from parser import clean, clean_line

_MOST = 50
"""Errors in a row, each soon after the one before, after which the reader gives up."""
_CLOSE = 0.1
"""Seconds between two errors in a row."""


class Failures:
    """Counts the errors of one session, and writes them to the log."""

    def __init__(self, *, is_restricted: bool) -> None:
        self._is_restricted = is_restricted
        self._in_a_row = 0
        self._last = 0.0
        self.messages: list[str] = []

    @property
    def are_too_many(self) -> bool:
        """Whether nothing but errors comes any more."""
        return self._in_a_row >= _MOST

    def report(self, error: BaseException) -> str:
        """Log an error, and return it as one line for the user."""
        now = monotonic()
        self._in_a_row = self._in_a_row + 1 if now - self._last < _CLOSE else 1
        self._last = now
        line = clean_line(f"{type(error).__name__}: {error}")[:300]
        if line not in self.messages[-1:]:
            self.messages.append(line)
            self._log(error)
        if isinstance(error, ArchiveError):  # it says itself what is wrong, and what to do
            return clean_line(str(error))
        return f"Something went wrong: {line}"

    def _log(self, error: BaseException) -> None:
        if self._is_restricted:
            return
        path = platformdirs.user_log_path("cablegram") / "cablegram.log"
        text = clean("".join(traceback.format_exception(error)))
        with suppress(OSError):  # a log that cannot be written is no reason to stop reading
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            number = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(number, "a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(f"{datetime.now(tz=UTC):%Y-%m-%d %H:%M:%SZ} {text}\n")
