"""What the archive raises.

ArchiveError
  NotAnArchiveError      the folder is not an archive
  ArchiveVersionError    made by another version
  ReadOnlyError          cannot be written
  BusyError              another import is writing
  NoSpaceError           the disk is full, or failed while writing
  DamagedError           the database is damaged
  UnreadableError        it cannot be opened: gone meanwhile, or the rights are missing
  ReplacedError          another archive has taken its place meanwhile
  WorkerLostError        a process of an import was killed
  IndexMissingError      the search index is not there, and takes long to make
  NoSuchCableError       no cable of that id; knows the nearest ids held
  CancelledError         a search was given up
  QueryError             the query is not understood; knows the word
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ArchiveError(Exception):
    """Base of everything the archive raises. `str()` is one sentence for the user."""


class NotAnArchiveError(ArchiveError):
    """The folder holds no archive."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not a cablegram archive; make one with `cablegram import SOURCE`."
        )
        self.path = path


class ArchiveVersionError(ArchiveError):
    """The archive was made by another version of this program."""

    def __init__(self, path: Path, found: int, supported: int) -> None:
        todo = "import the sources again, into a new archive" if found < supported else "update it"
        super().__init__(
            f"{path} has archive version {found}, this program reads version {supported}; {todo}."
        )
        self.path = path
        self.found = found
        self.supported = supported


class ReadOnlyError(ArchiveError):
    """The archive cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} cannot be written; choose another archive with `--archive DIR`.")
        self.path = path


class BusyError(ArchiveError):
    """Another process is writing to the archive."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Another import is writing to {path}; wait for it to end and try again.")
        self.path = path


class NoSpaceError(ArchiveError):
    """The disk is full, or failed, while the archive was written. What was held is still held."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} could not be written ({reason}); make room and run the same command again: "
            "an import goes on where it stopped."
        )
        self.path = path


class DamagedError(ArchiveError):
    """The database is damaged."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The database in {path} is damaged ({reason}); restore it from a copy, or import the "
            "sources into a new archive."
        )
        self.path = path


class UnreadableError(ArchiveError):
    """The database cannot be opened: the rights are missing, or it is no longer there."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The archive {path} cannot be opened ({reason}); look whether it is still there, "
            "and at its permissions."
        )
        self.path = path


class ReplacedError(ArchiveError):
    """The database that was opened is no longer the one in the folder: what it knows is mixed up.

    An archive that is deleted and imported again gives its keys to other cables.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"Another archive has taken the place of {path}; open it again.")
        self.path = path


class WorkerLostError(ArchiveError):
    """A worker process of an import was ended from outside, for want of memory perhaps."""

    def __init__(self) -> None:
        super().__init__(
            "A process of this import was killed, perhaps for want of memory; run the same import "
            "again: it goes on where it stopped."
        )


class IndexMissingError(ArchiveError):
    """The search index is missing or damaged, and making it again takes longer than a search may.

    Everything but the search works without it.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The search index of {path} cannot be used ({reason}); "
            "`cablegram reindex` makes it again from the database."
        )
        self.path = path


class NoSuchCableError(ArchiveError):
    """The archive holds no cable of that id."""

    def __init__(self, address: str, nearest: tuple[str, ...] = ()) -> None:
        hint = f"; the nearest ids held are {', '.join(nearest)}" if nearest else ""
        super().__init__(f"No cable {address!r} in this archive{hint}.")
        self.address = address
        self.nearest = nearest


class CancelledError(ArchiveError):
    """A search was given up because its answer is no longer wanted."""

    def __init__(self) -> None:
        super().__init__("The search was given up.")


class QueryError(ArchiveError):
    """The query is not understood."""

    def __init__(self, message: str, word: str, start: int) -> None:
        super().__init__(message)
        self.word = word
        """The word that is wrong, as typed."""
        self.start = start
        """Where it stands in the query."""
