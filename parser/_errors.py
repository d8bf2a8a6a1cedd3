"""What the parser raises. A damaged cable is a `Problem`; only a source that fails is an error.

SourceError
  UnreadableSourceError    cannot be opened or read
  EmptySourceError         holds nothing
  UnknownSourceError       holds no cable in any form that is known
  DamagedSourceError       ends in the middle, or a part of it cannot be read
  UnsafeSourceError        an archive made to explode
"""

from __future__ import annotations

from typing import Self


class SourceError(Exception):
    """Base of everything the parser raises. `str()` is one sentence for the user.

    Args:
        source: name of the file, or of the member of an archive, `all.zip: pages/a.html`.
        reason: what is wrong with it.
        advice: what to do.
        parts: of a folder or an archive with several files that cannot be read, each of these.
    """

    def __init__(
        self, source: str, reason: str, advice: str, parts: tuple[SourceError, ...] = ()
    ) -> None:
        super().__init__(f"{source} {reason}; {advice}.")
        self.source = source
        self.reason = reason
        self.advice = advice
        self.parts = parts

    def __reduce__(
        self,
    ) -> tuple[type[SourceError], tuple[str, str, str, tuple[SourceError, ...]]]:
        """Let errors cross from a worker process."""
        return type(self), (self.source, self.reason, self.advice, self.parts)


class UnreadableSourceError(SourceError):
    """The source cannot be opened or read."""

    @classmethod
    def because_of(cls, error: OSError, source: str) -> Self:
        """Say in a sentence why a file cannot be opened or read."""
        if isinstance(error, FileNotFoundError):
            return cls(source, "does not exist", "check the name")
        if isinstance(error, PermissionError):
            return cls(source, "may not be read by you", "ask its owner for the right to read it")
        reason = (error.strerror or type(error).__name__).lower()
        return cls(source, f"cannot be read ({reason})", "check the disk, or make another copy")


class EmptySourceError(SourceError):
    """The source holds nothing."""


class UnknownSourceError(SourceError):
    """The source holds no cable in any form that is known."""


class DamagedSourceError(SourceError):
    """The source ends in the middle, or a part of it cannot be read.

    What could be read was delivered before this is raised.
    """


class UnsafeSourceError(SourceError):
    """Reading the source to its end would fill the machine: an archive made to explode."""


def missing_package(source: str, form: str, package: str) -> UnreadableSourceError:
    """Say that a source is in a form that only a package reads which is not installed."""
    reason = f"is {form}, which the package {package} reads, and that is not installed"
    return UnreadableSourceError(source, reason, f"install it with `pip install {package}`")
